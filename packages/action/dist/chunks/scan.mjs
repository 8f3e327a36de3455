export { runScan } from "./first.mjs";
