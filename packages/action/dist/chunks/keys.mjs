export { runKeysDue, runKeysList } from "./keys2.mjs";
