export { C as inventoryOf, w as inventoryText, E as readInventory } from "./first.mjs";
