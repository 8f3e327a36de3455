export { textReport } from "./first.mjs";
