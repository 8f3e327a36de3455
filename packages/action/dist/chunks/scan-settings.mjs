export { planScan } from "./first.mjs";
