export { jsonReport } from "./reports.mjs";
