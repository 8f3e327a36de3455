export { runHook } from "./first.mjs";
