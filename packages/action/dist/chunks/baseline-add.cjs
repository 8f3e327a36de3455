"use strict";
const require_baseline = require("./baseline.cjs");
const require_first = require("./first.cjs");
let node_path = require("node:path");
// ../cli/dist/commands/baseline-add.js
/** `bnguard baseline add`: records values by their fingerprints, without a scan. */
async function runBaselineAdd(request, { cwd }) {
	const { fingerprints, state, reason, expires, rule = "*" } = request;
	if (reason.trim() === "") throw new require_first.UserError("--reason: expected a sentence that says why, got nothing.");
	if (rule !== "*") {
		const ids = (await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports)).rules.map(({ id }) => id);
		if (!ids.includes(rule)) throw new require_first.UserError(`--rule ${rule}: there is no such rule${require_first.didYouMean(rule, ids)}. See bnguard rules.`);
	}
	const today = (request.asOf ?? (/* @__PURE__ */ new Date()).toISOString()).slice(0, 10);
	const root = require_first.findTop(cwd) ?? cwd;
	const { baseline: named } = request;
	const { baseline: path } = await require_first.loadConfig(root, {
		cwd,
		today,
		...named !== void 0 && { baseline: named }
	});
	const name = named ?? (0, node_path.basename)(path);
	const { entries } = await require_baseline.readBaseline(path, name, named === void 0 ? root : void 0);
	const whatever = rule === "*" ? "whatever rule reports it" : `for ${rule}`;
	let all = entries;
	return {
		code: 0,
		stdout: [...new Set(fingerprints)].map((fingerprint) => {
			const known = all.find((entry) => require_baseline.keyOf(entry) === require_baseline.keyOf({
				rule,
				fingerprint
			}));
			const severity = request.severity ?? known?.severity ?? "critical";
			const entry = {
				rule,
				fingerprint,
				state,
				reason,
				date: today,
				severity: known ? require_first.worse(known.severity, severity) : severity,
				...expires !== void 0 && { expires }
			};
			all = [...all.filter((other) => other !== known), entry];
			return `${name} ${known ? "now has" : "has"} ${fingerprint} as ${state}, ${whatever}, up to ${entry.severity}.\n`;
		}).join(""),
		files: [{
			path,
			text: require_baseline.baselineText(require_baseline.joined(all))
		}]
	};
}
exports.runBaselineAdd = runBaselineAdd;
