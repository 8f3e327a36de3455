export { t as scanStaged } from "./first.mjs";
