import { require_dist } from "./dist2.mjs";
export default require_dist();
export {};
