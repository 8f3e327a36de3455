export { ProjectEvidence, needsKeyFiles } from "./range.mjs";
