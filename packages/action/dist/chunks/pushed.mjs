export { arriving, refsOfPush, refsOfReceive, replaced } from "./pushed2.mjs";
