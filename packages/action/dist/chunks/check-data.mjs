export { check } from "./check-data2.mjs";
