export { broughtBy } from "./brought2.mjs";
