export { m as inventorySchema } from "./first.mjs";
