export { answered, askGit, hasHead } from "./first.mjs";
