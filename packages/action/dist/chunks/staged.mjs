export { scanStaged } from "./first.mjs";
