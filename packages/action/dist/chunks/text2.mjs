export { textReport } from "./text.mjs";
