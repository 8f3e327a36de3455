export { sarifReport } from "./reports.mjs";
