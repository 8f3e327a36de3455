import { baselineText, joined, keyOf, readBaseline } from "./baseline2.mjs";
import { UserError, findTop, loadConfig, worse } from "./first.mjs";
import { didYouMean } from "./front.mjs";
import { basename } from "node:path";
// ../cli/dist/commands/baseline-add.js
/** `bnguard baseline add`: records one value by its fingerprint, without a scan. */
async function runBaselineAdd(request, { cwd }) {
	const { fingerprint, state, reason, expires, rule = "*" } = request;
	if (reason.trim() === "") throw new UserError("--reason: expected a sentence that says why, got nothing.");
	if (rule !== "*") {
		const ids = (await import("./dist6.mjs")).rules.map(({ id }) => id);
		if (!ids.includes(rule)) throw new UserError(`--rule ${rule}: there is no such rule${didYouMean(rule, ids)}. See bnguard rules.`);
	}
	const today = (request.asOf ?? (/* @__PURE__ */ new Date()).toISOString()).slice(0, 10);
	const root = await findTop(cwd) ?? cwd;
	const { baseline: named } = request;
	const { baseline: path } = await loadConfig(root, {
		cwd,
		today,
		...named !== void 0 && { baseline: named }
	});
	const name = named ?? basename(path);
	const { entries } = await readBaseline(path, name, named === void 0 ? root : void 0);
	const known = entries.find((entry) => keyOf(entry) === keyOf({
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
		severity: known ? worse(known.severity, severity) : severity,
		...expires !== void 0 && { expires }
	};
	const others = entries.filter((other) => other !== known);
	const whatever = rule === "*" ? "whatever rule reports it" : `for ${rule}`;
	return {
		code: 0,
		stdout: `${name} ${known ? "now has" : "has"} ${fingerprint} as ${state}, ${whatever}, up to ${entry.severity}.\n`,
		files: [{
			path,
			text: baselineText(joined([...others, entry]))
		}]
	};
}
export { runBaselineAdd };
