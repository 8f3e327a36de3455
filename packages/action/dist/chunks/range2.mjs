export { scanRange } from "./range.mjs";
