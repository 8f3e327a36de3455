export { n as worthReading } from "./worth-reading.mjs";
