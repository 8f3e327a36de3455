import { exitCode, planScan, renderReports, scanWith, shownPart } from "./first.mjs";
import { inventoryText, readInventory } from "./inventory2.mjs";
import { inventoryRoot, noInventory } from "./keys2.mjs";
// ../cli/dist/commands/keys-check.js
/** `bnguard keys check`: a scan of the disk of which only what concerns the key inventory is told. */
async function runKeysCheck(request, setting) {
	const root = await inventoryRoot(setting.cwd, request.path);
	const text = await inventoryText(root);
	if (text === void 0) throw noInventory(root);
	await readInventory(text);
	const plan = await planScan({
		...request,
		kind: "scan",
		paths: [root],
		allowIncomplete: false
	}, setting.cwd);
	const whole = await scanWith(plan, request, setting);
	const isAsked = ({ rule }) => rule === "inventory-mismatch";
	const { report, hidden } = shownPart({
		...whole,
		findings: whole.findings.filter(isAsked),
		suppressed: whole.suppressed.filter(isAsked)
	}, plan.thresholds);
	const shown = {
		reports: [{ format: request.format }],
		color: request.color,
		verbose: request.verbose,
		quiet: false
	};
	return {
		code: exitCode(report, plan.thresholds),
		...await renderReports(report, hidden, shown, setting),
		notes: plan.notes
	};
}
export { runKeysCheck };
