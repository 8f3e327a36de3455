import { require_ignore } from "./ignore2.mjs";
export default require_ignore();
export {};
