export { Ut as runScan } from "./first.mjs";
