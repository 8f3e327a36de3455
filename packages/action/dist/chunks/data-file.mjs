export { Builder, dataFile, parserWords, readData, shownKey } from "./data-file2.mjs";
