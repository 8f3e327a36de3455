export { n as CrewMember } from "./crew.mjs";
