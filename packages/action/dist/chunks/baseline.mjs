export { baselineEntries, noBaseline, readBaseline, readBaselineIn } from "./baseline2.mjs";
