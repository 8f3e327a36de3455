"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_dist = require("./dist4.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
require("./gates.cjs");
const require_first = require("./first.cjs");
const require_inventory = require("./inventory.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// ../cli/dist/commands/keys.js
/** `bnguard keys list` and `bnguard keys due`: what the inventory says, and what is to be renewed. Reads that file alone. */
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_findings().require_picocolors(), 1);
async function runKeysList(request, { io, cwd }) {
	const { asOf, limit, dated } = await datedEntries(request, cwd);
	if (request.format === "json") return {
		code: 0,
		stdout: json({
			asOf,
			keyAge: limit,
			keys: dated.map(({ entry, age, due }) => ({
				...entry,
				...age !== void 0 && { ageDays: age },
				...due !== void 0 && { due }
			}))
		})
	};
	const colors = import_picocolors.default.createColors(require_first.wantsColor(request.color, io));
	const rows = dated.map(({ entry, age, due }) => [
		entry.name,
		entry.state ?? "active",
		[entry.strategy ?? entry.purpose ?? "–"].flat().join(", "),
		[entry.account, entry.subAccount].filter((one) => one !== void 0).join("/") || "–",
		entry.permissions?.join(", ") ?? "rights not given",
		age === void 0 ? "no date" : isOver(entry) ? `${require_first.count(age, "day")} old` : `${require_first.count(age, "day")} old, due ${due ?? ""}`
	]);
	const table = inColumns(rows).map(([name = "", ...rest]) => `${colors.bold(name)}  ${rest.join("  ")}`.trimEnd());
	return {
		code: 0,
		stdout: `${[
			...table,
			...table.length > 0 ? [""] : [],
			`${require_first.count(rows.length, "key")} in ${require_first.inventoryName}.`
		].join("\n")}\n`
	};
}
async function runKeysDue(request, { io, cwd }) {
	const { asOf, limit, dated } = await datedEntries(request, cwd);
	const items = dated.filter(({ entry }) => !isOver(entry) && (entry.environment ?? "live") === "live").flatMap((one) => dueItems(one, asOf)).filter(({ days = -1 }) => days <= request.within).sort((a, b) => (a.due ?? "") < (b.due ?? "") ? -1 : (a.due ?? "") > (b.due ?? "") ? 1 : a.name < b.name ? -1 : 1);
	const code = items.length > 0 ? 1 : 0;
	if (request.format === "json") return {
		code,
		stdout: json({
			asOf,
			keyAge: limit,
			within: request.within,
			due: items
		})
	};
	if (items.length === 0) return {
		code,
		stdout: `Nothing is due within ${require_first.count(request.within, "day")}.\n`
	};
	const colors = import_picocolors.default.createColors(require_first.wantsColor(request.color, io));
	return {
		code,
		stdout: `${inColumns(items.map(({ due = "no date", name, says }) => [
			due,
			name,
			says
		])).map(([due = "", name = "", says = ""]) => `${due}  ${colors.bold(name)}  ${says}`.trimEnd()).join("\n")}\n`
	};
}
/** Planned and revoked keys need no renewal. */
const isOver = ({ state }) => state === "revoked" || state === "planned";
function dueItems({ entry, due }, asOf) {
	const { name, ips = [] } = entry;
	return [due === void 0 ? {
		name,
		what: "undated",
		says: "has no created date: nobody knows when to renew it"
	} : {
		name,
		what: "renew",
		due,
		days: daysTo(due, asOf),
		says: `renew the key, ${when(daysTo(due, asOf))}`
	}, ...ips.flatMap((one) => {
		if (typeof one === "string" || one.until === void 0) return [];
		const days = daysTo(one.until, asOf);
		return [{
			name,
			what: "address",
			due: one.until,
			days,
			says: `take ${one.address} out of its IP list, ${when(days)}`
		}];
	})];
}
function when(days) {
	if (days < 0) return `${require_first.count(-days, "day")} late`;
	return days === 0 ? "today" : `in ${require_first.count(days, "day")}`;
}
async function datedEntries({ path, asOf: typed }, cwd) {
	const asOf = typed ?? (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z");
	const root = await inventoryRoot(cwd, path);
	const text = require_inventory.inventoryText(root);
	if (text === void 0) throw noInventory(root);
	const { keyAge: limit = 90 } = await require_first.loadConfig(root, {
		cwd,
		today: asOf.slice(0, 10)
	});
	const { entries } = await require_inventory.readInventory(text);
	return {
		asOf,
		limit,
		dated: entries.map((entry) => {
			const since = require_dist.lastRenewal(entry);
			if (since === void 0) return { entry };
			return {
				entry,
				age: Math.max(0, -daysTo(since, asOf)),
				due: plusDays(since, limit)
			};
		})
	};
}
const dayLength = 864e5;
/** Whole days from the day of `asOf` to a day. */
const daysTo = (day, asOf) => (Date.parse(day) - Date.parse(asOf.slice(0, 10))) / dayLength;
const plusDays = (day, days) => new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
/** The folder whose inventory a PATH means: the top of its repository, else the folder itself. */
async function inventoryRoot(cwd, path = ".") {
	if (path === "") throw new require_first.UserError("PATH is empty. For the folder that you are in leave it out.");
	const named = (0, node_path.resolve)(cwd, path);
	const real = await (0, node_fs_promises.realpath)(named).catch(() => {
		throw new require_first.UserError(`${path} cannot be reached: there is no such file or folder.`);
	});
	const folder = (await (0, node_fs_promises.stat)(real)).isDirectory() ? real : (0, node_path.dirname)(real);
	return require_first.findTop(folder) ?? folder;
}
function noInventory(root) {
	const near = nearInventories(root);
	return new require_first.UserError(`There is no ${require_first.inventoryName} in ${root}. ${near.join(" ") || "bnguard keys add --stdin begins one, from a key on standard input."}`);
}
/** A sentence for each file that somebody takes for the inventory. */
const nearInventories = (root) => require_first.nearNotesIn(root).filter((note) => note.includes(require_first.inventoryName));
function json(data) {
	const told = require_first.redactAll({
		schema: 1,
		tool: {
			name: "bnguard",
			version: require_first.ownVersion()
		},
		...data
	});
	return `${require_first.visibleJson(JSON.stringify(told, null, 2))}\n`;
}
function inColumns(rows) {
	const safe = rows.map((row) => row.map((cell) => require_first.visible(require_first.redactAll(cell))));
	const widths = (safe[0] ?? []).map((_, i) => require_findings().widest(safe.map((row) => row[i] ?? "")));
	return safe.map((row) => row.map((cell, i) => require_findings().pad(cell, widths[i] ?? 0)));
}
exports.inventoryRoot = inventoryRoot;
exports.nearInventories = nearInventories;
exports.noInventory = noInventory;
exports.runKeysDue = runKeysDue;
exports.runKeysList = runKeysList;
