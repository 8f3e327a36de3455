export { t as ProjectEvidence, n as needsKeyFiles } from "./project2.mjs";
