export { askStaged } from "./first.mjs";
