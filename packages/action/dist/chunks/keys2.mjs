import { __toESM } from "./rolldown-runtime.mjs";
import { lastRenewal } from "./dist5.mjs";
import { pad, require_picocolors, widest } from "./text.mjs";
import { UserError, count, findTop, inventoryName, loadConfig, ownVersion, redactAll, visible, visibleJson, wantsColor } from "./first.mjs";
import { inventoryText, readInventory } from "./inventory2.mjs";
import { dirname, resolve } from "node:path";
import { realpath, stat } from "node:fs/promises";
// ../cli/dist/commands/keys.js
/** `bnguard keys list` and `bnguard keys due`: what the inventory says, and what is to be renewed. Reads that file alone. */
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
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
	const colors = import_picocolors.default.createColors(wantsColor(request.color, io));
	const rows = dated.map(({ entry, age, due }) => [
		entry.name,
		entry.state ?? "active",
		[entry.strategy ?? entry.purpose ?? "–"].flat().join(", "),
		[entry.account, entry.subAccount].filter((one) => one !== void 0).join("/") || "–",
		entry.permissions?.join(", ") ?? "rights not given",
		age === void 0 ? "no date" : isOver(entry) ? `${count(age, "day")} old` : `${count(age, "day")} old, due ${due ?? ""}`
	]);
	const table = inColumns(rows).map(([name = "", ...rest]) => `${colors.bold(name)}  ${rest.join("  ")}`.trimEnd());
	return {
		code: 0,
		stdout: `${[
			...table,
			...table.length > 0 ? [""] : [],
			`${count(rows.length, "key")} in ${inventoryName}.`
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
		stdout: `Nothing is due within ${count(request.within, "day")}.\n`
	};
	const colors = import_picocolors.default.createColors(wantsColor(request.color, io));
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
	if (days < 0) return `${count(-days, "day")} late`;
	return days === 0 ? "today" : `in ${count(days, "day")}`;
}
async function datedEntries({ path, asOf: typed }, cwd) {
	const asOf = typed ?? (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z");
	const root = await inventoryRoot(cwd, path);
	const text = await inventoryText(root);
	if (text === void 0) throw noInventory(root);
	const { keyAge: limit = 90 } = await loadConfig(root, {
		cwd,
		today: asOf.slice(0, 10)
	});
	const { entries } = await readInventory(text);
	return {
		asOf,
		limit,
		dated: entries.map((entry) => {
			const since = lastRenewal(entry);
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
	const named = resolve(cwd, path);
	const real = await realpath(named).catch(() => {
		throw new UserError(`${path} cannot be reached: there is no such file or folder.`);
	});
	const folder = (await stat(real)).isDirectory() ? real : dirname(real);
	return await findTop(folder) ?? folder;
}
function noInventory(root) {
	return new UserError(`There is no ${inventoryName} in ${root}. bnguard keys add --stdin begins one, from a key on standard input.`);
}
function json(data) {
	const told = redactAll({
		schema: 1,
		tool: {
			name: "bnguard",
			version: ownVersion()
		},
		...data
	});
	return `${visibleJson(JSON.stringify(told, null, 2))}\n`;
}
function inColumns(rows) {
	const safe = rows.map((row) => row.map((cell) => visible(redactAll(cell))));
	const widths = (safe[0] ?? []).map((_, i) => widest(safe.map((row) => row[i] ?? "")));
	return safe.map((row) => row.map((cell, i) => pad(cell, widths[i] ?? 0)));
}
export { inventoryRoot, noInventory, runKeysDue, runKeysList };
