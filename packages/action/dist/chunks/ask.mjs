export { I as askGit } from "./first.mjs";
