export { p as textReport } from "./first.mjs";
