export { githubReport } from "./reports.mjs";
