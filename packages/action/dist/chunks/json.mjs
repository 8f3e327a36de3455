export { n as jsonReport } from "./json2.mjs";
