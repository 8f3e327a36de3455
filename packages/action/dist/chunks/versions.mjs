export { Versions, observeBytes } from "./first.mjs";
