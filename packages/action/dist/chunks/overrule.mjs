export { overrule } from "./range.mjs";
