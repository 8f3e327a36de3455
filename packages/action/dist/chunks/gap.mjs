// ../cli/dist/reports/gap.js
function isGap({ why }) {
	return why === "unreadable" || why === "missing";
}
export { isGap };
