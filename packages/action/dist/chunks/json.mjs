export { jsonReport } from "./json2.mjs";
