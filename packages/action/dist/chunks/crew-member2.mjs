export { CrewMember } from "./crew-member.mjs";
