export { answered, askGit } from "./first.mjs";
