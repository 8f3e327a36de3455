export { askGit } from "./first.mjs";
