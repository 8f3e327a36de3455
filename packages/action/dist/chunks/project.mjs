export { ProjectEvidence, needsKeyFiles } from "./project2.mjs";
