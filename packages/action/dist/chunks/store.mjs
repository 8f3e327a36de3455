export { NoRepository, openStore } from "./first.mjs";
