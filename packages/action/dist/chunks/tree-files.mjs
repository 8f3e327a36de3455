export { treeFiles } from "./range.mjs";
