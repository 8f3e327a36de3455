export { InventoryVersions } from "./inventory-versions2.mjs";
