export { t as InventoryVersions } from "./inventory-versions2.mjs";
