"use strict";
const require_first = require("./first.cjs");
const require_inventory = require("./inventory.cjs");
const require_keys = require("./keys.cjs");
// ../cli/dist/commands/keys-check.js
/** `bnguard keys check`: a scan of the disk of which only what concerns the key inventory is told. */
async function runKeysCheck(request, setting) {
	const root = await require_keys.inventoryRoot(setting.cwd, request.path);
	const text = require_inventory.inventoryText(root);
	if (text === void 0) throw require_keys.noInventory(root);
	await require_inventory.readInventory(text);
	const plan = await require_first.planScan({
		...request,
		kind: "scan",
		paths: [root],
		allowIncomplete: false
	}, setting.cwd);
	const whole = await require_first.scanWith(plan, request, setting);
	const isAsked = ({ rule }) => rule === "inventory-mismatch";
	const { report, hidden } = require_first.shownPart({
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
		code: require_first.exitCode(report, plan.thresholds),
		...await require_first.renderReports(report, hidden, shown, setting),
		notes: plan.notes
	};
}
exports.runKeysCheck = runKeysCheck;
