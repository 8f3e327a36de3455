import { confidences, severities } from "./first.mjs";
// ../cli/dist/reports/worst.js
/** At most `limit` of them, the worst and surest first. Linear. */
function worst(findings, limit) {
	if (findings.length <= limit) return {
		kept: findings,
		cut: 0
	};
	const rankOf = ({ severity, confidence }) => (severities.length - 1 - severities.indexOf(severity)) * confidences.length + confidences.indexOf(confidence);
	const counts = Array.from({ length: severities.length * confidences.length }, () => 0);
	for (const finding of findings) counts[rankOf(finding)] += 1;
	let left = limit;
	const room = counts.map((count) => {
		const taken = Math.min(left, count);
		left -= taken;
		return taken;
	});
	const kept = findings.filter((finding) => room[rankOf(finding)]-- > 0);
	return {
		kept,
		cut: findings.length - kept.length
	};
}
/** Worst first, else as they were. */
function worstFirst(findings) {
	return findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity) || confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence));
}
export { worst, worstFirst };
