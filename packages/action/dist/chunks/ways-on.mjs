export { unchecked, waysOn } from "./text.mjs";
