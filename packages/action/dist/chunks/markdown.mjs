export { markdownReport } from "./reports.mjs";
