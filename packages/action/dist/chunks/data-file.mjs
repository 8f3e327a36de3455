export { t as Builder, n as dataFile, r as parserWords, i as readData, a as shownKey } from "./data-file2.mjs";
