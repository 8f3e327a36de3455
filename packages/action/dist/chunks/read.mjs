export { Reader } from "./read2.mjs";
