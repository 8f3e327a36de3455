export { inventoryOf, inventoryText, readInventory } from "./first.mjs";
