export { inventorySchema } from "./first.mjs";
