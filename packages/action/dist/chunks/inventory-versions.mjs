export { InventoryVersions } from "./range.mjs";
