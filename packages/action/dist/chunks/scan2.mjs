export { scan } from "./first.mjs";
