export { f as scan } from "./first.mjs";
