export { t as Reader } from "./read2.mjs";
