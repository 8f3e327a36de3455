export { inventoryOf, inventoryText, readInventory } from "./inventory2.mjs";
