import { ObjectReader, byPlace } from "./first.mjs";
// ../cli/dist/overrule.js
/** The report with the findings that only other comments excused. */
async function overrule(report, from) {
	const byComment = report.suppressed.filter(({ suppression }) => suppression.by === "comment");
	if (byComment.length === 0) return report;
	const excused = await excusedIn(from, new Set(byComment.flatMap(pathsOf)));
	const overruled = byComment.filter((one) => !pathsOf(one).some((path) => excused.has(identity(one, path))));
	if (overruled.length === 0) return report;
	const rejected = new Set(overruled);
	return {
		...report,
		findings: [...report.findings, ...overruled.map(({ suppression: _, ...finding }) => finding)].sort(byPlace),
		suppressed: report.suppressed.filter((one) => !rejected.has(one)),
		overruled
	};
}
/** Where a finding may stand in the commit: a value of the history also where HEAD has it. */
function pathsOf({ path, origin }) {
	const now = origin.kind === "history" ? origin.headPath : void 0;
	return [path, ...now !== void 0 && now !== path ? [now] : []].filter((one) => one !== "");
}
const identity = ({ rule, fingerprint }, path) => [
	rule,
	fingerprint,
	path
].join("\0");
/** What comments excuse in these files of the commit. */
async function excusedIn({ store, commit }, paths) {
	const { conclude, documents, observe } = await import("./dist5.mjs");
	const objects = new ObjectReader(store);
	const excused = /* @__PURE__ */ new Set();
	try {
		const named = [...paths].filter((path) => !/[\n\ufffd]/.test(path));
		const names = new Map(named.map((path) => [`${commit}:${path}`, path]));
		for await (const object of objects.read([...names.keys()])) {
			if (object.kind !== "object" || object.type !== "blob") continue;
			const { bytes } = object;
			const source = {
				size: bytes.length,
				read: (at, length) => bytes.subarray(at, at + length)
			};
			const path = names.get(object.asked);
			const { suppressed } = conclude([...documents(source, path, { kind: "file" })].flatMap((document) => observe(document)), {});
			for (const one of suppressed) excused.add(identity(one, path));
		}
	} finally {
		objects.close();
	}
	return excused;
}
export { overrule };
