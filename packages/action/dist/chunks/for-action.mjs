export { code, command, githubReport, jsonReport, markdownReport, sarifReport } from "./reports.mjs";
