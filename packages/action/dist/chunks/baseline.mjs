export { t as baselineEntries, l as readBaseline } from "./baseline2.mjs";
