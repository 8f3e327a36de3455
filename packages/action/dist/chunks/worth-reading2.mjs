export { worthReading } from "./worth-reading.mjs";
