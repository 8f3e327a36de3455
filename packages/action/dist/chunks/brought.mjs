export { t as broughtBy } from "./brought2.mjs";
