export { qt as planScan } from "./first.mjs";
