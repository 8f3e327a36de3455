export { t as check } from "./check-data2.mjs";
