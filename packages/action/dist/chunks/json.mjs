export { inOrder, jsonReport, jsonText } from "./json2.mjs";
