export { readReport } from "./read-report.mjs";
