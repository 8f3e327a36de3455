export { r as runKeysDue, i as runKeysList } from "./keys2.mjs";
