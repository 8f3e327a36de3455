import { UserError, count, isInside, listed, planScan, shownPart, visible } from "./first.mjs";
import { apply, diffOf, takeBack } from "./edit.mjs";
import { factsOf } from "./facts.mjs";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
// ../cli/dist/init/record.js
/** What init wrote into this clone, kept beside git's own files, so that it can be taken back. Not committed. */
const fileOf = ({ commonFolder }) => join(commonFolder, "bnguard-init.json");
/** In the order in which it was written. Throws a UserError where the record is damaged. */
function recorded(facts) {
	let text;
	try {
		text = readFileSync(fileOf(facts), "utf8");
	} catch {
		return [];
	}
	try {
		const { done } = JSON.parse(text);
		const isOurs = (path) => typeof path === "string" && (isInside(path, facts.top) || isInside(path, facts.commonFolder));
		if (done.every((one) => isOurs(one.path) && (one.kind === "write" || isOurs(one.to)))) return done;
	} catch {}
	throw new UserError(`${fileOf(facts)} is damaged, so nothing was taken back. git diff shows what is committed; hooks stand in ${facts.hooksFolder}.`);
}
/** Adds to the record: of a file that was written twice the first state counts. */
function record(facts, more) {
	const done = recorded(facts);
	for (const one of more) {
		const known = done.findIndex((other) => other.kind === "write" && other.path === one.path);
		const first = done[known];
		if (one.kind === "write" && first?.kind === "write") done[known] = {
			...one,
			before: first.before
		};
		else done.push(one);
	}
	write(facts, done);
}
function write(facts, done) {
	const path = fileOf(facts);
	if (done.length === 0) {
		rmSync(path, { force: true });
		return;
	}
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, `${JSON.stringify({ done }, null, 2)}\n`);
}
// ../cli/dist/commands/init.js
/**
* `bnguard init`: what would keep keys out of this repository, as changes to its files. Shows them; writes with --yes or
* on a person's word; takes back with --undo what it wrote.
*/
async function runInit(request, setting) {
	const facts = await factsOf(setting.cwd);
	if (request.undo) return undo(facts);
	const all = await partsOf(facts, request, setting);
	const parts = request.only.length > 0 ? all.filter(({ name }) => request.only.includes(name)) : all;
	if (!request.yes && setting.io.isTTY.stdin === true && setting.io.isTTY.stdout && parts.some(hasEdits)) {
		const { choose } = await import("./choose.mjs");
		const chosen = await choose(parts.filter(hasEdits), (part) => partLines(part, facts), headLines(facts));
		return chosen === void 0 ? told(["Nothing was written."]) : carryOut(chosen, parts, facts);
	}
	if (request.yes) return carryOut(parts.filter((part) => part.isUsual || request.only.length > 0), parts, facts);
	return told([
		...headLines(facts),
		...parts.flatMap((part) => ["", ...partLines(part, facts)]),
		"",
		...endLines(parts)
	]);
}
const hasEdits = ({ edits }) => edits.length > 0;
async function partsOf(facts, request, setting) {
	const own = [process.execPath, resolve(process.argv[1] ?? "bnguard")];
	const [{ hookPart }, { ciPart }, { eslintPart }] = await Promise.all([
		import("./hooks.mjs"),
		import("./ci.mjs"),
		import("./eslint.mjs")
	]);
	const parts = [await hookPart(facts, own)];
	if (!facts.isBare) parts.push(...await scanned(facts, request, setting));
	parts.push(...[await ciPart(facts), eslintPart(facts)].filter((part) => part !== void 0));
	return parts.filter(({ edits, byHand }) => edits.length + byHand.length > 0);
}
/** What needs a look at the files. */
async function scanned(facts, request, setting) {
	const [{ missingLines }, { baselinePart, configPart, ignorePart }] = await Promise.all([import("./fix.mjs"), import("./files.mjs")]);
	const flags = {
		paths: [facts.top],
		allowIncomplete: true,
		progress: request.progress,
		color: "never"
	};
	const plan = await planScan({
		...flags,
		kind: "scan"
	}, setting.cwd);
	const { lines, keptOut, report } = await missingLines(plan, flags, {
		...setting,
		cwd: facts.top
	});
	const today = plan.settings.asOf.slice(0, 10);
	const open = shownPart(report, plan.thresholds).report.findings.filter(({ path }) => !keptOut.has(path));
	return [
		ignorePart(lines),
		configPart(facts),
		await baselinePart(facts, open, plan.thresholds, today)
	].filter((part) => part !== void 0);
}
function carryOut(chosen, all, facts) {
	const done = [];
	const failures = [];
	const lines = [];
	for (const part of chosen) for (const edit of part.edits) {
		const name = nameOf(edit.path, facts);
		try {
			done.push(apply(edit));
			lines.push(`  ${edit.kind === "move" ? `${name} is kept as ${nameOf(edit.to, facts)}` : name}`);
		} catch (error) {
			const { code, message } = error;
			failures.push(`${name} was not written: ${code ? `${code}, check the permissions of its folder` : message}.`);
			break;
		}
	}
	try {
		record(facts, done);
	} catch (error) {
		failures.push(`What was written cannot be recorded, so --undo will not know of it: ${error.message}`);
	}
	const byHand = all.flatMap((part) => part.byHand);
	const left = all.filter((part) => hasEdits(part) && !chosen.includes(part)).map(({ name }) => name);
	return {
		...told([
			...done.length > 0 ? [
				"Written:",
				...lines,
				"bnguard init --undo takes it back."
			] : failures.length > 0 ? [] : ["Everything is set up already: nothing was written."],
			...byHand.length > 0 ? [
				"",
				"By hand:",
				...byHand.map((line) => `  ${line}`)
			] : [],
			...left.length > 0 ? ["", `Not written: ${listed(left)}. bnguard init --yes --only ${left.join(",")} writes it.`] : []
		]),
		code: failures.length > 0 ? 2 : 0,
		notes: failures
	};
}
function undo(facts) {
	const done = recorded(facts);
	if (done.length === 0) return told(["There is nothing to take back: bnguard init wrote nothing into this clone."]);
	const kept = [];
	const lines = [];
	for (const one of done.toReversed()) {
		const why = takeBack(one);
		const name = nameOf(one.kind === "move" ? one.path : one.path, facts);
		if (why === void 0) lines.push(`  ${name}`);
		else {
			kept.unshift(one);
			lines.push(`  ${name} was left alone: ${why}`);
		}
	}
	write(facts, kept);
	return {
		...told(["Taken back:", ...lines]),
		code: kept.length > 0 ? 2 : 0
	};
}
const told = (lines) => ({
	code: 0,
	stdout: lines.map((line) => `${visible(line)}\n`).join("")
});
/** From the top of the work tree; of the repository's own folder with `.git`. */
function nameOf(path, { top, commonFolder }) {
	const inTree = relative(top, path);
	return (inTree.startsWith("..") ? `.git${sep}${relative(commonFolder, path)}` : inTree).split(sep).join("/");
}
function headLines({ top, manager, host, eslintConfig, uses, isBare }) {
	const home = homedir();
	return [`${top.startsWith(home + sep) ? `~${top.slice(home.length)}` : top}: ${[
		isBare ? "a bare repository" : manager === "git" ? "git" : `git with ${manager}`,
		...host === void 0 ? [] : [host === "github" ? "GitHub" : "GitLab"],
		...eslintConfig === void 0 ? [] : ["ESLint"],
		...uses
	].join(", ")}.`];
}
/** Of a change, lines that are shown. */
const mostLines = 40;
function partLines({ name, says, edits, byHand }, facts) {
	const [, ...others] = edits.filter((edit) => edit.kind === "write" && edit.after.startsWith("#!"));
	const shown = edits.flatMap((edit) => {
		const to = edit.kind === "move" ? nameOf(edit.to, facts) : "";
		const [head = "", ...lines] = diffOf(edit, nameOf(edit.path, facts), to);
		if (others.includes(edit)) return [`${head}, alike`];
		const more = lines.length - mostLines;
		return [
			head,
			...lines.slice(0, mostLines),
			...more > 0 ? [`  … and ${count(more, "more line")}`] : []
		];
	});
	return [
		`${name}: ${says}`,
		...shown.map((line) => `  ${line}`),
		...byHand.map((line) => `  By hand: ${line}`.replace(/By hand: ( {2})/, "  $1"))
	];
}
function endLines(parts) {
	const unusual = parts.filter((part) => hasEdits(part) && !part.isUsual).map(({ name }) => name);
	if (!parts.some(hasEdits)) return ["Everything is set up already: nothing is to be written."];
	return ["Nothing was written. bnguard init --yes writes it, and bnguard init --undo takes it back.", ...unusual.length > 0 ? [`${listed(unusual)} only on word: bnguard init --yes --only ${unusual.join(",")}`] : []];
}
export { runInit };
