export { broughtBy } from "./range.mjs";
