export { n as askStaged } from "./first.mjs";
