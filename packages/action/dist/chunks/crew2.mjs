export { CrewMember } from "./crew.mjs";
