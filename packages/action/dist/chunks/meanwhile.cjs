"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_gates = require("./gates.cjs");
// ../cli/dist/sources/gaps.js
/** The gap of a file or folder that could not be opened or read. */
const unreadable = (root, name, detail) => ({
	root,
	skip: {
		path: require_first.shownName(name),
		why: "unreadable",
		detail
	},
	harmless: false
});
/** The gap of a bare repository: what it stores is for another scan, and a person must know that this was none. */
const unopened = (root, path) => ({
	root,
	skip: {
		path,
		why: "archive",
		detail: "a bare repository: bnguard scan --history PATH looks into it"
	},
	harmless: true
});
/** The order of what was not read: by path, then by object. */
function bySkip(a, b) {
	const key = ({ path, object = "", detail = "" }) => `${path}\0${object}\0${detail}`;
	return key(a) < key(b) ? -1 : 1;
}
/** The operating system's error code in words, where it has some that help. */
const reasonOf = (code) => reasons[code] ?? code;
const reasons = {
	EACCES: "permission denied",
	EPERM: "operation not permitted",
	ENAMETOOLONG: "the path is too long",
	EMFILE: "too many open files",
	EIO: "input/output error"
};
// ../cli/dist/git/tree-files.js
/** Small files as one commit has them, for --config-from: what decides is then not what the scanned side says. */
var tree_files_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ treeFiles: () => treeFiles });
/** Throws a UserError where `folder` is in no repository, or the repository does not know the commit. */
async function treeFiles(folder, ref) {
	const store = require_first.openStore(folder, ".");
	const commit = isId(ref) ? ref : await commitOf(store, ref);
	return {
		ref,
		commit,
		store,
		read: (paths, most) => readAt(store, {
			ref,
			commit
		}, paths, most)
	};
}
/** In full, it names nothing else; whether it is there shows when it is read. */
const isId = (ref) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
async function commitOf(store, ref) {
	const asked = await require_first.askGit(store, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]);
	const commit = asked.stdout.toString("latin1").trim();
	if (asked.failure !== void 0 && !require_first.isAboutName(asked.complaints)) require_first.answered(store, asked);
	if (!isId(commit)) throw await notKnown(store, ref);
	return commit;
}
const notKnown = async (store, ref) => new require_first.UserError(`--config-from: ${await require_first.noCommit(store, ref)}`);
async function readAt(store, { ref, commit }, paths, mostMegabytes) {
	const listed = await require_first.askGit(store, [
		"ls-tree",
		"-z",
		"-l",
		"--full-tree",
		commit,
		"--",
		...paths
	]);
	if (/not a (?:tree|valid object)|bad object/i.test(listed.complaints)) throw await notKnown(store, ref);
	const texts = /* @__PURE__ */ new Map();
	for (const record of require_first.answered(store, listed).toString("utf8").split("\0").filter(Boolean)) {
		const path = record.slice(record.indexOf("	") + 1);
		texts.set(path, await textOf(store, `${ref}:${path}`, entryIn(record), mostMegabytes));
	}
	return texts;
}
async function textOf(store, name, { mode, id, size }, mostMegabytes) {
	if (!/^100/.test(mode)) throw new require_first.UserError(`${name} is not a regular file. Put a file there, or remove it.`);
	if (size > mostMegabytes * 1048576) throw new require_first.UserError(`${name} is larger than the ${mostMegabytes} MB that such a file may have. Make it smaller.`);
	const bytes = require_first.answered(store, await require_first.askGit(store, [
		"cat-file",
		"blob",
		id
	]));
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new require_first.UserError(`${name} is not UTF-8 text. Save it as UTF-8.`);
	}
}
/** `MODE TYPE ID SIZE\tPATH`; a size is missing where the object is. */
function entryIn(record) {
	const [mode = "", , id = "", size = ""] = record.split("	")[0].split(/ +/);
	return {
		mode,
		id,
		size: Number(size) || 0
	};
}
// ../cli/dist/overrule.js
var overrule_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ overrule: () => overrule });
/** The report with the findings that only other comments excused. */
async function overrule(report, from) {
	const byComment = report.suppressed.filter(({ suppression }) => suppression.by === "comment");
	if (byComment.length === 0) return report;
	const excused = await excusedIn(from, new Set(byComment.flatMap(pathsOf)));
	const overruled = byComment.filter((one) => !pathsOf(one).some((path) => excused.has(identity$1(one, path))));
	if (overruled.length === 0) return report;
	const rejected = new Set(overruled);
	return {
		...report,
		findings: [...report.findings, ...overruled.map(({ suppression: _, ...finding }) => finding)].sort(require_first.byPlace),
		suppressed: report.suppressed.filter((one) => !rejected.has(one)),
		overruled
	};
}
/** Where a finding may stand in the commit: a value of the history also where HEAD has it. */
function pathsOf({ path, origin }) {
	const now = origin.kind === "history" ? origin.headPath : void 0;
	return [path, ...now !== void 0 && now !== path ? [now] : []].filter((one) => one !== "");
}
const identity$1 = ({ rule, fingerprint }, path) => [
	rule,
	fingerprint,
	path
].join("\0");
/** What comments excuse in these files of the commit. */
async function excusedIn({ store, commit }, paths) {
	const { conclude, documents, observe } = await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports);
	const objects = new require_first.ObjectReader(store);
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
			for (const one of suppressed) excused.add(identity$1(one, path));
		}
	} finally {
		objects.close();
	}
	return excused;
}
// ../cli/dist/reports/github.js
var github_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ githubReport: () => githubReport });
const levels$1 = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "notice",
	info: "notice"
};
/** GitHub: "limited to 10 warning annotations and 10 error annotations per step". */
const mostOfALevel = 10;
/** What was not read. */
const mostNamed = 3;
/**
* The worst of each level as annotations; where there are more, the last one says how many.
* @param taken how many of a level the step makes besides these
*/
function* githubReport(report, taken = {}) {
	const half = require_first.halfFinder(report.findings);
	for (const level of [
		"error",
		"warning",
		"notice"
	]) {
		const all = require_first.worstFirst(report.findings.filter(({ severity }) => levels$1[severity] === level));
		const room = mostOfALevel - (taken[level] ?? 0) - (level === "error" && !report.complete ? 1 : 0);
		const shown = all.length > room ? all.slice(0, room - 1) : all;
		for (const finding of shown) yield annotation(level, finding, half(finding));
		const more = all.length - shown.length;
		if (more > 0) {
			const text = `${require_first.count(more, "more finding")} of this kind. GitHub shows ten a step: the job summary or the JSON report has them all.`;
			yield command(level, { title: `bnguard: ${more} more` }, text);
		}
	}
	if (!report.complete) {
		const gaps = report.skipped.filter(require_first.isGap);
		const more = gaps.length - mostNamed;
		yield command("error", { title: "bnguard: the scan is incomplete" }, [
			"Not everything could be read, so there may be more than this shows.",
			...gaps.slice(0, mostNamed).map(gapLine),
			...more > 0 ? [`And ${require_first.count(more, "more", "more")}: the JSON report has them all.`] : []
		].join("\n"));
	}
}
/** `Not read: PATH: unreadable: why`. */
const gapLine = ({ path, object, why, detail }) => [
	`Not read: ${path || (object ?? "")}`,
	why,
	detail
].filter(Boolean).join(": ");
function annotation(level, finding, half) {
	const { rule, masked, start, end, path, origin, message, severity, confidence } = finding;
	const isHere = path !== "" && (origin.kind !== "history" || origin.atHead === true && origin.headPath === path);
	const place = isHere ? {
		file: path,
		line: start.line,
		...end.line === start.line && {
			col: start.column,
			endColumn: end.column
		}
	} : {};
	const commit = require_findings().broughtBy(finding);
	const sentences = [
		`${isHere ? "" : `${require_findings().placeName(finding)}:${start.line}: `}${message} (${severity}, ${confidence}).`,
		...origin.kind === "history" ? require_findings().exposureSentences(origin, path).slice(0, 1) : [],
		...commit === void 0 ? [] : [`Commit ${commit} brings it; deleting it in a later commit does not take it back.`],
		...require_findings().firstStep(finding, half)
	];
	const title = [
		"bnguard:",
		rule,
		masked
	].filter(Boolean).join(" ");
	return command(level, {
		...place,
		title
	}, sentences.join("\n"));
}
function command(level, properties, message) {
	const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(require_first.visible(String(value)))}`);
	const lines = message.split("\n").map(require_first.visible).join("\n");
	return `::${level} ${list.join(",")}::${escapedData(lines)}\n`;
}
/** As the runner takes them back (actions/toolkit, core/src/command.ts). */
const escapedData = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapedProperty = (text) => escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
// ../cli/dist/reports/json.js
var json_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ jsonReport: () => jsonReport });
/**
* Indented by two spaces, with a final newline, in pieces: one for each finding. Characters that a terminal would obey are
* written as `\uXXXX`.
*/
function* jsonReport(report) {
	const { schema, tool, asOf, complete, findings, suppressed, skipped, coverage, ...more } = report;
	yield "{";
	yield* members({
		schema,
		tool,
		asOf,
		complete
	});
	yield ",\n  \"findings\": ";
	yield* list(findings, inOrder);
	yield ",\n  \"suppressed\": ";
	yield* list(suppressed, inOrder);
	yield ",\n  \"skipped\": ";
	yield* list(skipped, (skip) => skip);
	yield ",";
	yield* members({
		coverage,
		...more
	});
	yield "\n}\n";
}
/** A finding with its keys in the order of the contract. */
function inOrder(finding) {
	const { rule, role, severity, confidence, message, masked, fingerprint, environment, pair, ...rest } = finding;
	const { repository, path, start, end, origin, evidence, ...more } = rest;
	return {
		rule,
		role,
		severity,
		confidence,
		message,
		masked,
		fingerprint,
		environment,
		pair,
		repository,
		path,
		start,
		end,
		origin,
		evidence,
		...more
	};
}
function* members(data) {
	const present = Object.entries(data).filter(([, value]) => value !== void 0);
	for (const [i, [key, value]] of present.entries()) yield `${i > 0 ? "," : ""}\n  ${JSON.stringify(key)}: ${text(value, "  ")}`;
}
function* list(items, change) {
	if (items.length === 0) {
		yield "[]";
		return;
	}
	yield "[";
	for (const [i, item] of items.entries()) yield `${i > 0 ? "," : ""}\n    ${text(change(item), "    ")}`;
	yield "\n  ]";
}
/** JSON whose further lines are indented; no string in it has a line break of its own. */
const text = (value, indent) => require_first.visibleJson(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${indent}`);
// ../cli/dist/reports/markdown.js
var markdown_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ markdownReport: () => markdownReport });
/** GitHub takes 65,536 characters in a comment; a job summary may have 1 MiB. This fits both. */
const commentLimit = 65536;
/** Rows and leaks beyond these make nothing clearer. */
const most = {
	rows: 1e3,
	leaks: 20
};
const marks = {
	critical: "🟥",
	high: "🟧",
	medium: "🟨",
	low: "🟦",
	info: "⬜"
};
/** @param limit characters at most; what does not fit is counted at the end */
function markdownReport(report, rules, limit = commentLimit) {
	const { findings } = report;
	const parts = [...headLines(report)];
	let room = limit - 400 - size(parts);
	const forRows = room * .6;
	const rows = [];
	for (const finding of require_first.worstFirst(findings).slice(0, most.rows)) {
		const row = rowOf(finding);
		if (size(rows) + row.length + 1 > (rows.length < 20 ? room : forRows)) break;
		rows.push(row);
	}
	room -= size(rows);
	if (rows.length > 0) parts.push("", "| severity | rule | where | what |", "|---|---|---|---|", ...rows);
	const cutRows = findings.length - rows.length;
	const leaks = require_first.leaksOf(require_first.worstFirst(findings));
	let shownLeaks = 0;
	for (const leak of leaks.slice(0, most.leaks)) {
		const lines = leakLines(leak);
		if (size(lines) > room) break;
		parts.push(...lines);
		room -= size(lines);
		shownLeaks += 1;
	}
	const advice = adviceLines(findings, rules);
	if (size(advice) <= room) parts.push(...advice);
	const cut = [...cutRows > 0 ? [require_first.count(cutRows, "finding")] : [], ...leaks.length > shownLeaks ? [`the steps of ${require_first.count(leaks.length - shownLeaks, "leak")}`] : []];
	if (cut.length > 0) parts.push("", `_Cut, because the platform takes no more than ${require_first.grouped(limit)} characters here: ${cut.join(" and ")}. \`--format html\` or \`json\` has everything._`);
	return `${parts.join("\n")}\n`;
}
const size = (lines) => lines.reduce((sum, line) => sum + line.length + 1, 0);
function headLines({ findings, suppressed, complete, skipped }) {
	const counts = require_first.severities.toReversed().flatMap((severity) => {
		const n = findings.filter((finding) => finding.severity === severity).length;
		return n > 0 ? [`${marks[severity]} ${require_first.grouped(n)} ${severity}`] : [];
	});
	const gaps = skipped.filter(require_first.isGap);
	return [
		`### bnguard: ${findings.length === 0 ? complete ? "no findings" : "nothing found, but not everything was read" : require_first.count(findings.length, "finding")}`,
		...counts.length > 0 ? ["", counts.join(" · ")] : [],
		...complete ? [] : [
			"",
			"> [!WARNING]",
			`> **Incomplete:** not everything could be read, so there may be more than this shows.${gaps.length > 0 ? ` ${require_first.count(gaps.length, "thing")} could not be read, such as ${code(gaps[0].path || (gaps[0].object ?? ""))}.` : ""}`
		],
		...asideLines(suppressed)
	];
}
/** Set aside by whom and why: the worst ones, for the reviewer who would want to know. */
function asideLines(suppressed) {
	if (suppressed.length === 0) return [];
	const shown = require_first.worstFirst(suppressed).slice(0, 5);
	const more = suppressed.length - shown.length;
	return [
		"",
		`${require_first.count(suppressed.length, "finding was", "findings were")} set aside:`,
		"",
		...shown.map(({ rule, masked, path, suppression: { by, reason } }) => `- ${code(rule)}${masked ? ` ${code(masked)}` : ""} in ${code(path)}, by ${by}: ${prose(reason ?? "no reason given")}`),
		...more > 0 ? [`- and ${require_first.grouped(more)} more`] : []
	];
}
function rowOf(finding) {
	const { severity, rule, masked, message, start, origin, path, environment, confidence } = finding;
	const since = origin.kind === "history" ? require_findings().exposureSentences(origin, path).slice(0, 1) : [];
	const kind = require_first.isTestnet(finding) ? `, ${environment}` : "";
	const what = [`${prose(message)} (${confidence}${kind})`, ...since.map(prose)].join(". ");
	const commit = require_findings().broughtBy(finding);
	const place = path === "" ? prose(require_findings().placeName(finding)) : code(`${path}:${start.line}`);
	const where = commit === void 0 ? place : `${place} in ${code(commit)}`;
	return `| ${marks[severity]} ${severity} | ${code(rule)}${masked ? ` ${code(masked)}` : ""} | ${where} | ${what} |`;
}
function leakLines(leak) {
	const name = leak.halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(" ")).join(" and ");
	const steps = require_findings().wayOut(leak).flatMap(({ title, says, commands, notes, ticket }, i) => [
		`${i + 1}. **${title}**`,
		...says.map((sentence) => `   - ${prose(sentence)}`),
		...commands.flatMap(({ says: about, text }) => [`   - ${prose(about)}`, ...fenced(text, "     ")]),
		...notes.map(({ says: note, source }) => `   - _${prose(note)}_ [Source](${source})`),
		...ticket ? [`   - A draft for ${prose(ticket.to)}:`, ...fenced(ticket.text, "     ")] : []
	]);
	return [
		"",
		"<details>",
		`<summary>The way out: ${html(name)}</summary>`,
		"",
		...steps,
		"",
		"</details>"
	];
}
/** What to do about findings that are no leaks: the first advice of each rule. */
function adviceLines(findings, rules) {
	const leaked = new Set(require_first.leaksOf(findings).flatMap((leak) => leak.findings.map(({ rule }) => rule)));
	const found = new Set(findings.map(({ rule }) => rule));
	const told = rules.filter(({ id, advice }) => found.has(id) && !leaked.has(id) && advice.length > 0);
	return told.length > 0 ? ["", ...told.map(({ id, advice }) => `- ${code(id)}: ${prose(advice[0])}`)] : [];
}
/** A code span, also of text with backticks; in tables a bar must be escaped even there. */
function code(text) {
	const safe = require_first.visible(text).replaceAll("|", "\\|");
	const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = longest > 0 || safe === "" ? " " : "";
	return `${fence}${pad}${safe}${pad}${fence}`;
}
/** Hosts that our own sentences name. */
const linked = /^https:\/\/(?:www\.binance\.com|support\.github\.com)\//;
/** Words as they are: no markup, no mention, no reference to an issue, no link but ours. */
const prose = (text) => require_first.visible(text).replace(/[\\`*_{}[\]<>|~$]/g, "\\$&").replace(/@(?=\w)/g, "@⁠").replace(/#(?=\d)/g, "#⁠").replace(/&(?=#?\w+;)/g, "&amp;").replace(/(?:[a-z]+(?=:\/\/)|\bwww(?=\.)|\b(?:mailto|xmpp)(?=:))\S*/gi, (address) => linked.test(address) ? address : address.replace(/[:.]/, "\\$&"));
const html = (text) => require_first.visible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
function fenced(text, indent) {
	const lines = text.split("\n").map(require_first.visible);
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	return [
		`${fence}sh`,
		...lines,
		fence
	].map((line) => indent + line);
}
// ../cli/dist/reports/sarif.js
var sarif_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ sarifReport: () => sarifReport });
/** GitHub, docs of SARIF support, read 2026-11-22: 25,000 results in a run, of which it keeps the 5,000 worst. */
const mostResults = 25e3;
/** It shows 100 places of a result and takes 1,000; a person reads fewer. */
const mostPlaces = 20;
const mostNotes = 100;
const homepage = "https://www.npmjs.com/package/bnguard";
const levels = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "note",
	info: "note"
};
/** GitHub's bands: over 9.0 critical, from 7.0 high, from 4.0 medium, else low. */
const scores = {
	critical: "9.5",
	high: "8.0",
	medium: "5.5",
	low: "2.5",
	info: "0.5"
};
const ranks = {
	certain: 99,
	likely: 90,
	possible: 50
};
/** One run of one category, and a run of its own for findings of the history; in pieces, one for each result. */
function* sarifReport(report, rules) {
	const isPast = ({ origin }) => origin.kind === "history";
	const past = report.findings.filter(isPast);
	const present = report.findings.filter((finding) => !isPast(finding));
	const isHistory = report.coverage.objects !== void 0 || past.length > 0;
	yield `${JSON.stringify({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0"
	}, null, 2).slice(0, -2)},\n  "runs": [\n`;
	if (present.length > 0 || !isHistory) yield* runOf("bnguard/", present, report, rules);
	if (present.length > 0 && isHistory) yield ",\n";
	if (isHistory) yield* runOf("bnguard/history/", past, report, rules);
	yield "\n  ]\n}\n";
}
function* runOf(category, findings, report, rules) {
	const { kept, cut } = require_first.worst(findings, mostResults);
	const half = require_first.halfFinder(findings);
	const index = new Map(rules.map(({ id }, i) => [id, i]));
	const lines = /* @__PURE__ */ new Map();
	const run = {
		tool: { driver: {
			name: "bnguard",
			version: report.tool.version,
			semanticVersion: report.tool.version,
			informationUri: homepage,
			rules: rules.map(descriptor)
		} },
		automationDetails: { id: category },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { "%SRCROOT%": { description: { text: "The top of the scanned work tree or folder." } } },
		invocations: [{
			executionSuccessful: report.complete,
			endTimeUtc: report.asOf,
			toolExecutionNotifications: notifications(report, cut)
		}]
	};
	yield `${require_first.visibleJson(JSON.stringify(run, null, 2)).slice(0, -2)},\n  "results": [`;
	for (const [i, finding] of kept.entries()) {
		const result = resultOf(finding, half(finding), index.get(finding.rule), lines);
		yield `${i > 0 ? "," : ""}\n${require_first.visibleJson(JSON.stringify(result))}`;
	}
	yield "]}";
}
function descriptor(rule) {
	const { id, title, finds, why, advice, references, severity } = rule;
	const cwe = require_first.weaknessOf(id);
	const steps = advice.map((step, i) => `${i + 1}. ${step}`);
	const more = references.filter((reference) => /^https?:/.test(reference));
	return {
		id,
		name: id.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()),
		shortDescription: { text: sentence(title) },
		fullDescription: { text: finds },
		help: {
			text: [
				why,
				"",
				"What to do:",
				...steps,
				...more.length > 0 ? [
					"",
					"More:",
					...more
				] : []
			].join("\n"),
			markdown: [
				...[
					`**${title}.** ${finds}`,
					"",
					"## Why it matters",
					"",
					why,
					"",
					"## What to do",
					"",
					...steps
				],
				...more.length > 0 ? [
					"",
					"## More",
					"",
					...more.map((url) => `- <${url}>`)
				] : [],
				...["", `\`bnguard explain ${id}\` shows examples.`]
			].join("\n")
		},
		helpUri: more[0] ?? homepage,
		defaultConfiguration: { level: levels[severity] },
		properties: {
			tags: [
				"security",
				...require_first.isCredential({ rule: id }) ? ["secret"] : [],
				...cwe ? [`external/cwe/cwe-${cwe}`] : []
			],
			precision: require_first.isCredential({ rule: id }) ? "very-high" : "high",
			"problem.severity": levels[severity] === "note" ? "recommendation" : levels[severity],
			"security-severity": scores[severity]
		}
	};
}
function resultOf(raw, rawHalf, ruleIndex, lines) {
	const finding = require_first.everyString(raw, require_first.visible);
	const { rule, severity, confidence, environment, masked, fingerprint, message, path, origin, pair, evidence } = finding;
	const others = relatedOf(raw, rawHalf);
	const sentences = [
		sentence(escaped(message)),
		...rawHalf ? [`It forms a pair with the [${escaped(`${rawHalf.rule} ${rawHalf.masked}`.trim())}](0).`] : [],
		...origin.kind === "history" ? require_findings().exposureSentences(origin, path).map(escaped) : [],
		...path === "" ? [escaped(`It stands in the ${require_findings().placeName(finding)}.`)] : [],
		...require_findings().firstStep(finding, rawHalf).map(escaped)
	];
	const properties = {
		severity,
		confidence,
		environment,
		fingerprint,
		...masked && { masked },
		...pair !== void 0 && { pair },
		...finding.repository !== void 0 && { repository: finding.repository },
		...origin.kind !== "file" && { origin: {
			...origin,
			places: void 0
		} },
		evidence: evidence.map(({ says, bits }) => `${require_first.signedBits(bits)} ${says}`)
	};
	const location = locationOf(raw);
	const hash = lineHashOf(raw, location.physicalLocation.artifactLocation.uri, lines);
	return {
		ruleId: rule,
		...ruleIndex !== void 0 && { ruleIndex },
		level: levels[severity],
		rank: ranks[confidence],
		message: { text: sentences.join(" ") },
		locations: [location],
		...others.length > 0 && { relatedLocations: others },
		partialFingerprints: {
			"bnguardFingerprint/v1": fingerprint,
			...hash !== void 0 && { primaryLocationLineHash: hash }
		},
		properties
	};
}
/**
* By which GitHub knows an alert again. Of the history it is made of the value alone, so that it outlives every rewriting.
* Two findings of a rule that would share it are told apart by the second one's fingerprint.
*/
function lineHashOf(finding, uri, lines) {
	const hash = finding.origin.kind === "history" ? `${finding.fingerprint.slice(0, 16)}:1` : finding.lineHash;
	if (hash === void 0) return void 0;
	const key = [
		finding.rule,
		uri,
		hash
	].join("\0");
	const before = lines.get(key) ?? 0;
	lines.set(key, before + 1);
	return before === 0 ? hash : `${hash}-${finding.fingerprint.slice(0, 8)}`;
}
function relatedOf(finding, half) {
	const { origin, path } = finding;
	const elsewhere = (origin.kind === "history" ? origin.places ?? [] : []).filter((place) => place.path !== "" && place.path !== path);
	const distinct = [...new Map(elsewhere.map((place) => [place.path, place])).values()].slice(0, mostPlaces);
	return [...half ? [{
		...locationOf(half),
		message: { text: sentence(`The other half of the pair: ${half.rule} ${half.masked}`) }
	}] : [], ...distinct.map((place) => ({
		physicalLocation: {
			artifactLocation: artifact(place.path),
			region: {
				startLine: place.start.line,
				startColumn: place.start.column
			}
		},
		message: { text: "The same value stood here too." }
	}))].map((location, id) => ({
		id,
		...location
	}));
}
function locationOf(finding) {
	return { physicalLocation: {
		artifactLocation: artifact(uriPath(finding)),
		region: regionOf(finding)
	} };
}
const artifact = (path) => ({
	uri: uriOf(path),
	uriBaseId: "%SRCROOT%"
});
/** A result must have a file: messages and standard input get one that says what they are. */
function uriPath({ path, origin }) {
	if (path !== "") return path;
	if (origin.kind === "range") return `commit-message-${require_findings().shortId(origin.commit)}`;
	if (origin.kind === "history") return origin.object ? `message-${require_findings().shortId(origin.object)}` : `blob-${require_findings().shortId(origin.blob ?? "")}`;
	return "standard-input";
}
/** Relative and percent-encoded; a path that is no proper Unicode keeps a mark where it is not. */
function uriOf(path) {
	const uri = path.replace(/\p{Surrogate}/gu, "�").split("/").map((step) => encodeURIComponent(step).replace(/[!'()*]/g, percent)).join("/").replace(/^\/+/, "");
	return uri === "" ? "." : uri;
}
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
/** In one line: GitHub shows an alert on a pull request only if all its lines are in the change. */
function regionOf({ start, end }) {
	const isOneLine = end.line === start.line && end.column > start.column;
	return {
		startLine: start.line,
		startColumn: start.column,
		endLine: start.line,
		endColumn: isOneLine ? end.column : start.column + 1
	};
}
function notifications({ skipped, complete }, cut) {
	const gaps = skipped.filter(require_first.isGap);
	const more = gaps.length - mostNotes;
	return [
		...cut > 0 ? [["warning", `${require_first.count(cut, "finding")} left out: GitHub takes ${mostResults} results in a run. The worst are here; --format json has all.`]] : [],
		...complete ? [] : [["error", "Not everything could be read, so there may be more findings."]],
		...gaps.slice(0, mostNotes).map(({ path, object, why, detail }) => [complete ? "note" : "error", require_first.visible(sentence([
			path || object,
			why,
			detail
		].filter(Boolean).join(": ")))]),
		...more > 0 ? [["error", `${require_first.count(more, "more thing")} could not be read.`]] : []
	].map(([level, text]) => [level, text]).map(([level, text]) => ({
		level,
		message: { text }
	}));
}
const sentence = (text) => /[.!?…]$/.test(text) ? text : `${text}.`;
/** In a message brackets make links. */
const escaped = (text) => text.replace(/[\\[\]]/g, "\\$&");
// ../cli/dist/reports/for-action.js
var for_action_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	code: () => code,
	command: () => command,
	githubReport: () => githubReport,
	jsonReport: () => jsonReport,
	markdownReport: () => markdownReport,
	sarifReport: () => sarifReport
});
// ../cli/dist/sources/brought.js
var brought_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ broughtBy: () => broughtBy });
const none = {
	findings: [],
	suppressed: []
};
/** What a step brings, in no order. Its new versions must have been looked at. */
async function broughtBy(step, versions, repositoryOf) {
	const files = step.files?.fresh ?? [];
	const told = [
		...versions.seen(step.changes),
		...step.more,
		...files
	];
	if (told.every(({ kind }) => kind === "project") && step.inventory?.before === void 0) return none;
	const paths = new Set(told.flatMap(({ kind, path }) => kind === "project" ? [] : [path]));
	const telling = step.changes.filter(({ path }) => paths.has(path));
	const parents = Array.from({ length: step.parents }, (_, parent) => telling.flatMap(({ olds }) => olds[parent] ?? []));
	const fresh = [
		...await versions.observationsOf(step.changes),
		...step.more,
		...files
	];
	const former = [];
	for (const [parent, olds] of parents.entries()) former.push([...await versions.observationsOf(distinct(olds)), ...step.files?.former[parent] ?? []]);
	const services = sharesValue(fresh) ? await step.services() : [];
	const sides = new Sides(step, versions, {
		...await repositoryOf(),
		services
	});
	let brought = none;
	if (!hasNewValue(step, fresh, former)) {
		brought = await sides.difference(fresh, former, []);
		if (brought.findings.length + brought.suppressed.length === 0) return none;
	}
	const evidence = await step.evidence(fresh);
	if (evidence.length > 0 || brought === none) brought = await sides.difference(fresh, former, evidence);
	return brought;
}
/** Whether two files hold one value. */
function sharesValue(observations) {
	const paths = /* @__PURE__ */ new Map();
	return observations.some((one) => {
		if (one.kind !== "credential") return false;
		const other = paths.get(one.fingerprint);
		if (other === void 0) paths.set(one.fingerprint, one.path);
		return other !== void 0 && other !== one.path;
	});
}
/** Whether some value is at a path where no parent has it. */
function hasNewValue({ changes }, fresh, former) {
	const old = former.map((observations) => new Set(observations.map((one) => valueAt(one, one.path))));
	const byPath = new Map(changes.map((change) => [change.path, change]));
	return fresh.some((one) => {
		if (one.kind === "project") return false;
		const { olds = [] } = byPath.get(one.path) ?? {};
		return !olds.some((version, parent) => version !== void 0 && old[parent]?.has(valueAt(one, version.path)));
	});
}
const valueAt = (one, path) => `${path}\0${one.kind}\0${one.kind === "credential" || one.kind === "risk" ? one.fingerprint : ""}`;
function distinct(versions) {
	return [...new Map(versions.map((version) => [version.path, version])).values()];
}
/** The findings of one side by identity: rule, fingerprint and path. */
var Former = class {
	#kept = /* @__PURE__ */ new Map();
	#suppressed = /* @__PURE__ */ new Set();
	#places = /* @__PURE__ */ new Map();
	constructor({ findings, suppressed }) {
		for (const finding of findings) {
			const known = this.#kept.get(identity(finding));
			this.#kept.set(identity(finding), {
				severity: Math.max(rank(finding), known?.severity ?? 0),
				isSure: isSure(finding) || known?.isSure === true
			});
		}
		for (const finding of suppressed) this.#suppressed.add(identity(finding));
		for (const finding of [...findings, ...suppressed]) this.#places.set(placeOf(finding), finding);
	}
	/** Whether this side has the finding, and no milder: as severe, shown if it is shown, set aside only if it is. */
	has(finding, isSetAside) {
		const kept = this.#kept.get(identity(finding));
		if (isSetAside) return kept !== void 0 || this.#suppressed.has(identity(finding));
		return kept !== void 0 && kept.severity >= rank(finding) && (kept.isSure || !isSure(finding));
	}
	/** What stands at the same place. */
	at(finding) {
		return this.#places.get(placeOf(finding));
	}
};
const identity = ({ rule, fingerprint, path }) => `${rule}\0${fingerprint}\0${path}`;
const placeOf = ({ rule, path, start }) => `${rule}\0${path}\0${start.line}:${start.column}`;
const rank = ({ severity }) => require_first.severities.indexOf(severity);
/** What is only `possible` is not shown by default: to become likely is to become a finding. */
const isSure = ({ confidence }) => confidence !== "possible";
const isOfFile = ({ rule }) => rule === "env-tracked" || rule === "env-not-ignored";
var Sides = class {
	#step;
	#versions;
	#repository;
	#changes = /* @__PURE__ */ new Map();
	/** Old content, read as if it had the path that it was renamed to. */
	#moved = /* @__PURE__ */ new Map();
	#evidence = [];
	constructor(step, versions, repository) {
		this.#step = step;
		this.#versions = versions;
		this.#repository = repository;
		for (const change of step.changes) {
			const known = this.#changes.get(change.path);
			if (known) known.push(change);
			else this.#changes.set(change.path, [change]);
		}
	}
	/** Concludes both sides, each with the evidence, and keeps of the new one what no parent has. */
	async difference(fresh, former, evidence) {
		this.#evidence = evidence;
		this.#moved.clear();
		const { now: nowInventory, before } = this.#step.inventory ?? {};
		const now = await this.#conclude(fresh, nowInventory);
		const { origin } = this.#step;
		const put = (finding) => finding.path === "" ? finding : {
			...finding,
			origin
		};
		if (former.length === 0) return {
			findings: now.findings.map(put),
			suppressed: now.suppressed.map(put)
		};
		const olds = [];
		for (const [parent, observations] of former.entries()) {
			const inventory = before ? before[parent] : nowInventory;
			olds.push(new Former(await this.#conclude(observations, inventory)));
		}
		const findings = [];
		const suppressed = [];
		for (const finding of now.findings) if (await this.#isNew(finding, olds, false)) findings.push(put(finding));
		for (const finding of now.suppressed) if (await this.#isNew(finding, olds, true)) suppressed.push(put(finding));
		return {
			findings,
			suppressed
		};
	}
	async #conclude(observations, inventory) {
		const { conclude } = await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports);
		const repository = inventory ? {
			...this.#repository,
			inventory
		} : this.#repository;
		return conclude([...observations, ...this.#evidence].sort(require_first.byPlace), repository);
	}
	async #isNew(finding, olds, isSetAside) {
		const changes = this.#changes.get(finding.path);
		if (changes === void 0 && finding.path !== "") return !olds.some((old) => old.has(finding, isSetAside));
		for (const change of changes ?? []) for (const [parent, version] of change.olds.entries()) {
			const old = olds[parent];
			if (version === void 0 || old === void 0) continue;
			if (old.has({
				...finding,
				path: version.path
			}, isSetAside)) return false;
			if (version.path === change.path) continue;
			const fingerprint = await this.#fingerprintBefore(finding, version, old);
			if (fingerprint && old.has({
				...finding,
				path: version.path,
				fingerprint
			}, isSetAside)) return false;
		}
		return true;
	}
	/**
	* What the fingerprint was before the file was renamed: that of a passphrase is of its place. Found by reading the
	* old content as if it had the new path.
	*/
	async #fingerprintBefore(finding, { path, blob }, old) {
		if (isOfFile(finding)) return old.at({
			...finding,
			path
		})?.fingerprint;
		const key = `${blob}\0${finding.path}`;
		const asMoved = async () => this.#conclude(await this.#versions.observationsOf([{
			path: finding.path,
			blob
		}]));
		const known = this.#moved.get(key) ?? asMoved();
		this.#moved.set(key, known);
		const moved = await known;
		for (const other of [...moved.findings, ...moved.suppressed]) {
			if (other.rule !== finding.rule || other.fingerprint !== finding.fingerprint) continue;
			const before = old.at({
				...other,
				path
			});
			if (before !== void 0) return before.fingerprint;
		}
	}
};
// ../cli/dist/sources/files/concerns.js
/** Whether a change has anything to do with files that hold credentials by their names: most have not, and cost nothing. */
const isRulesFile = (path) => path === ".gitignore" || path.endsWith("/.gitignore");
function concernsFiles({ changes, gone }) {
	return changes.some(({ path }) => require_gates.credentialFile(path) !== void 0 || isRulesFile(path)) || gone.some(({ path }) => isRulesFile(path));
}
/**
* The same where no content has a candidate. What is a configuration by its name holds credentials only with one in it, so
* that it is nothing then.
*/
function concernsFilesByName({ changes, gone }) {
	const isConfiguration = (path) => {
		const file = require_gates.credentialFile(path);
		return file?.kind === "bot" && !file.isDedicated;
	};
	return concernsFiles({
		changes: changes.filter(({ path }) => !isConfiguration(path)),
		gone
	});
}
// ../cli/dist/sources/project.js
/**
* What the unchanged files of a tree say of their project: whether it has to do with Binance, which decides whether a
* key without any such word in its own file is shown. Asked only where something was found, and bounded.
*/
var project_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	ProjectEvidence: () => ProjectEvidence,
	needsKeyFiles: () => needsKeyFiles
});
/** Enough to find an import in a project of any usual size; half a second of reading. */
const mostFiles = 4e3;
const mostEntries = 1e5;
const mostBytes = 67108864;
const largest = 1048576;
const atOnce = 64;
/** In a partial clone nearly everything may be missing. */
const mostMissing = 64;
/** Trees that are searched at most in one scan; later ones get what was found last. */
const mostTrees = 64;
/** Where an answer is likely: a manifest names the SDK in the first lines. */
const manifest = /(?:^|\/)(?:package\.json|requirements[^/]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.[cf]sproj|packages\.config|Cargo\.toml|composer\.json|Gemfile|mix\.exs|DESCRIPTION|pubspec\.yaml|Package\.swift)$/;
const source = /\.(?:[cm]?[jt]sx?|py|go|java|kts?|cs|rs|php|rb|sh|ipynb|swift|scala|dart|vue)$/;
/** Whether private keys are judged: programs name the files of their keys. */
function needsKeyFiles(observations) {
	return observations.some((one) => one.kind === "credential" && one.shape.endsWith("private-key"));
}
var ProjectEvidence = class {
	#store;
	#objects;
	#silent;
	#known = /* @__PURE__ */ new Map();
	#lists = /* @__PURE__ */ new Map();
	#last = [];
	#trees = 0;
	constructor(store, objects, silent) {
		this.#store = store;
		this.#objects = objects;
		this.#silent = silent;
	}
	/**
	* One file of this tree (`''`: of the index) that speaks of Binance, or `all` of them, for the files of private keys that they name. Files whose path has this key in `changed` do not count, for what they
	* say is known.
	*/
	async of(tree, changed, all) {
		if (!all && await this.#stillThere(tree, changed)) return [...this.#last];
		if (this.#trees++ >= mostTrees) return [...this.#last];
		const found = [];
		let bytes = 0;
		let missing = 0;
		const entries = (await this.#listed(tree)).filter(({ key }) => !changed.has(key));
		for (let at = 0; at < Math.min(entries.length, mostFiles) && bytes < mostBytes; at += atOnce) {
			const some = entries.slice(at, at + atOnce);
			const { unread, silent } = this.#unknown(some);
			for (const blob of silent) bytes += this.#silent?.sizeOf(blob) ?? 0;
			for await (const object of this.#objects.read(unread)) {
				const content = object.kind === "object" ? object.bytes : void 0;
				if (content === void 0) missing++;
				bytes += content?.length ?? 0;
				for (const entry of some.filter(({ blob }) => blob === object.asked)) {
					const said = content && await projectIn(content, entry.path);
					this.#known.set(keyOf$1(entry), said);
					if (content && !said) this.#silent?.add(entry.blob, entry.path);
				}
			}
			found.push(...some.flatMap((entry) => this.#known.get(keyOf$1(entry)) ?? []));
			if (found.some(isEvidence) && !all || missing > mostMissing) break;
		}
		this.#last = found.filter(isEvidence);
		return [...found];
	}
	/** Blobs of which something is to be read, and those of which it is known that all that is asked for is silent. */
	#unknown(entries) {
		const open = entries.filter((one) => !this.#known.has(keyOf$1(one)));
		const isSilent = ({ blob, path }) => this.#silent?.has(blob, path) === true;
		const unread = new Set(open.filter((one) => !isSilent(one)).map(({ blob }) => blob));
		const silent = new Set(open.map(({ blob }) => blob).filter((blob) => !unread.has(blob)));
		for (const one of open) if (silent.has(one.blob)) this.#known.set(keyOf$1(one), void 0);
		return {
			unread: [...unread],
			silent: [...silent]
		};
	}
	/** The folders of this tree (`''`: of the index) with a manifest of their own. */
	async services(tree) {
		const entries = await this.#listed(tree);
		return [...new Set(entries.flatMap(({ path }) => require_gates.serviceFolder(path) ?? []))];
	}
	/** Whether what was found last is in this tree too, so that it need not be searched. */
	async #stillThere(tree, changed) {
		const [last] = this.#last;
		if (last === void 0 || /[\n\ufffd]/.test(last.path)) return false;
		if (changed.has(Buffer.from(last.path).toString("latin1"))) return false;
		for await (const object of this.#objects.read([`${tree}:${last.path}`])) return object.kind === "object" && await projectIn(object.bytes, last.path) !== void 0;
		return false;
	}
	/** The files of a tree, those that promise most first. The index may change, and is listed each time. */
	#listed(tree) {
		const known = this.#lists.get(tree);
		if (known) return known;
		const list = this.#list(tree).then(byPromise);
		if (tree !== "") this.#lists.set(tree, list);
		return list;
	}
	async #list(tree) {
		const entries = [];
		for await (const some of require_first.entriesOf(this.#store, tree)) {
			for (const { id, name } of some.filter(require_first.isFile)) entries.push({
				path: require_first.shownName(require_first.nameOf(name)),
				key: name.toString("latin1"),
				blob: id
			});
			if (entries.length > mostEntries) break;
		}
		return entries;
	}
};
const keyOf$1 = ({ path, blob }) => `${blob}\0${path}`;
/** Manifests first, the ones at the top before others; then what is code. */
function byPromise(entries) {
	const ranked = entries.map((entry) => {
		const { path } = entry;
		return {
			entry,
			kind: manifest.test(path) ? 0 : source.test(path) ? 1 : 2,
			depth: path.split("/").length
		};
	});
	ranked.sort((a, b) => a.kind - b.kind || a.depth - b.depth || (a.entry.key < b.entry.key ? -1 : 1));
	return ranked.map(({ entry }) => entry);
}
/** What only says which files there will be tells nothing of other files. */
const isEvidence = ({ clue }) => clue !== void 0;
async function projectIn(bytes, path) {
	if (bytes.length > largest || !require_gates.passes(bytes)) return void 0;
	const { decode, observeCredentials } = await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports);
	const decoded = decode(bytes);
	if (decoded.kind !== "text") return void 0;
	return observeCredentials({
		path,
		origin: { kind: "file" },
		text: decoded.text
	}).find((one) => one.kind === "project");
}
// ../cli/dist/sources/inventory-versions.js
var inventory_versions_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ InventoryVersions: () => InventoryVersions });
var InventoryVersions = class {
	/** Of a version that cannot be read, which is told where it is the one that counts. */
	gaps = [];
	#objects;
	#root;
	constructor(objects, root) {
		this.#objects = objects;
		this.#root = root;
	}
	/** That of the index (`''`) or of a commit; undefined where there is none, or a faulty one, which is a gap. */
	async in(tree, origin) {
		try {
			return await this.#read(require_first.inventoryAt(tree), origin, false);
		} catch (error) {
			if (!(error instanceof require_first.UserError)) throw error;
			const detail = error.message.replace(/\.?\n/g, "; ").replace(/\.$/, "");
			this.gaps.push(unreadable(this.#root, require_first.inventoryName, detail));
			return;
		}
	}
	/** What stood in for it in each parent. */
	async ofChange({ olds }, origin) {
		const before = [];
		for (const old of olds) before.push(old && await this.old(old.blob, origin));
		return before;
	}
	/** An old version. A faulty one said nothing. */
	async old(blob, origin) {
		try {
			return await this.#read(blob, origin, true);
		} catch (error) {
			if (error instanceof require_first.UserError) return void 0;
			throw error;
		}
	}
	async #read(name, origin, isJudged) {
		let text;
		for await (const object of this.#objects.read([name])) {
			if (object.kind !== "object" || object.type !== "blob") continue;
			if (object.bytes.length > 1048576) throw new require_first.UserError(`${require_first.inventoryName} is larger than the 1 MB that such a file may have`);
			try {
				text = new TextDecoder("utf-8", {
					fatal: true,
					ignoreBOM: true
				}).decode(object.bytes);
			} catch {
				throw new require_first.UserError(`${require_first.inventoryName} is not UTF-8 text`);
			}
		}
		if (text === void 0) return void 0;
		const { inventoryOf, readInventory } = await Promise.resolve().then(() => require("./inventory.cjs")).then((n) => n.inventory_exports);
		return inventoryOf(await readInventory(text), origin, isJudged);
	}
};
// ../cli/dist/sources/versions.js
/**
* Versions of files, read out of git's store and observed, each once. The engine is loaded when the first of them may
* hold a candidate; most changes never get there.
*/
var versions_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	Versions: () => Versions,
	observeBytes: () => observeBytes
});
const nothing = [];
/** Ids of blobs without any hit are remembered up to so many, some 100 bytes each: to read one again is no mistake. */
const mostQuiet = 2e5;
var Versions = class {
	/** What could not be read, each once. */
	gaps = [];
	/** New versions that were looked at. */
	documents = 0;
	bytes = 0;
	#objects;
	#root;
	#origin;
	#maxFileSize;
	#known = /* @__PURE__ */ new Map();
	/** No gate hits. */
	#quiet = /* @__PURE__ */ new Set();
	/** A gate hits, but there is no candidate: read again only where others are. */
	#waiting = /* @__PURE__ */ new Set();
	#told = /* @__PURE__ */ new Set();
	#engine;
	/** `origin`: what the observations get; whoever knows more of where they came from replaces it. */
	constructor(objects, root, origin, maxFileSize) {
		this.#objects = objects;
		this.#root = root;
		this.#origin = origin;
		this.#maxFileSize = maxFileSize;
	}
	/** Looks at new versions and observes those that may hold a candidate. */
	async look(versions) {
		for await (const { object, here } of this.#read(versions.filter(({ blob }) => !this.#waiting.has(blob)))) {
			const bytes = this.#bytesOf(object, here);
			if (bytes === void 0) continue;
			if (!here.some(({ path }) => require_gates.isWanted(path, bytes))) {
				this.#setQuiet(object.asked);
				if (bytes.length > 0 && require_gates.detectEncoding(bytes).encoding === "binary") {
					this.#skip(here, "binary", void 0, true);
					continue;
				}
			} else if (await isWorth(bytes, here)) for (const version of here) await this.#observe(bytes, version);
			else this.#waiting.add(object.asked);
			this.documents++;
			this.bytes += bytes.length;
		}
	}
	/** Whether anything was observed at all. */
	get hasSeenAny() {
		return [...this.#known.values()].some((observations) => observations.length > 0);
	}
	/** What is known of these versions so far: all of it where they may hold a candidate. */
	seen(versions) {
		return versions.flatMap((version) => this.#known.get(keyOf(version)) ?? nothing);
	}
	/** All that these versions say, of their project too. */
	async observationsOf(versions) {
		for await (const { object, here } of this.#read(versions)) {
			const bytes = this.#bytesOf(object, here);
			if (bytes === void 0) continue;
			if (here.some(({ path }) => require_gates.isWanted(path, bytes))) for (const version of here) await this.#observe(bytes, version);
			else this.#setQuiet(object.asked);
		}
		return this.seen(versions);
	}
	/** What some bytes say that are no file's: a message. */
	async observe(bytes, path, origin) {
		return observeBytes(await (this.#engine ??= Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports)), bytes, path, origin);
	}
	/** The objects of the versions that nothing is known of yet, each once, with the versions that it is. */
	async *#read(versions) {
		const wanted = /* @__PURE__ */ new Map();
		for (const version of versions) {
			if (this.#quiet.has(version.blob) || this.#known.has(keyOf(version))) continue;
			const here = wanted.get(version.blob) ?? /* @__PURE__ */ new Map();
			wanted.set(version.blob, here.set(version.path, version));
		}
		for await (const object of this.#objects.read([...wanted.keys()])) yield {
			object,
			here: [...wanted.get(object.asked)?.values() ?? []]
		};
	}
	/** The content, or undefined where there is none to look at, which is told. */
	#bytesOf(object, here) {
		if (object.kind === "object" && object.type === "blob") {
			const size = object.bytes.length;
			if (this.#maxFileSize === void 0 || size <= this.#maxFileSize) return object.bytes;
			this.#skip(here, "too-large", `${size} bytes`, true);
		} else if (object.kind === "missing") this.#skip(here, "missing", "git does not have its content; in a partial clone, git fetch --refetch brings it");
		else if (object.kind === "too-large") this.#skip(here, "too-large", `${object.size} bytes`);
		else this.#skip(here, "unreadable", "git cannot read its content; see git fsck");
	}
	#setQuiet(blob) {
		if (this.#quiet.size < mostQuiet) this.#quiet.add(blob);
	}
	async #observe(bytes, version) {
		const found = await this.observe(bytes, version.path, this.#origin);
		this.#known.set(keyOf(version), found.length > 0 ? found : nothing);
	}
	#skip(versions, why, detail, harmless = false) {
		for (const { path, blob } of versions) {
			this.#known.set(keyOf({
				path,
				blob
			}), nothing);
			if (this.#told.has(keyOf({
				path,
				blob
			}))) continue;
			this.#told.add(keyOf({
				path,
				blob
			}));
			const skip = {
				path,
				object: blob,
				why,
				...detail !== void 0 && { detail }
			};
			this.gaps.push({
				root: this.#root,
				skip,
				harmless
			});
		}
	}
};
const keyOf = ({ path, blob }) => `${blob}\0${path}`;
/** All that a file's bytes say, whole or in windows. */
function observeBytes({ documents, observe }, bytes, path, origin) {
	const source = {
		size: bytes.length,
		read: (at, length) => bytes.subarray(at, at + length)
	};
	const observations = [];
	for (const document of documents(source, path, origin)) for (const one of observe(document)) observations.push(one);
	return observations;
}
/** Whether the text is worth the engine, which takes longer to load than all else: most hashes are not. */
async function isWorth(bytes, here) {
	const decoded = bytes.length > largestText ? void 0 : require_gates.decode(bytes);
	if (decoded?.kind !== "text") return true;
	const { text } = decoded;
	if (here.some(({ path }) => require_gates.mayHoldRisk({
		path,
		text
	}))) return true;
	if (!require_gates.mayHold(bytes)) return false;
	const { worthReading } = await Promise.resolve().then(() => require("./worth-reading.cjs")).then((n) => n.worth_reading_exports);
	return worthReading(text);
}
/** What is larger is read in windows. */
const largestText = 8 << 20;
// ../cli/dist/sources/range.js
/**
* Scans what the commits of a range bring, one by one against all their parents: what was added and removed again
* inside of the range is found, and so is what only a merge brings, or a commit's message.
*/
var range_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ scanRange: () => scanRange });
/** What stands below a pushed ref that is no commit is asked for in parts. */
const blobsAtOnce = 256;
/** Throws a UserError where there is no repository, a revision is not known, or git cannot read the repository. */
async function scanRange(settings, source) {
	const { tags = [], blobs = [] } = source;
	const git = source.git ?? require_first.askRange(require_first.openStore(settings.cwd, settings.paths[0]), source);
	const { store, objects } = git;
	const root = {
		dir: store.dir,
		git: true
	};
	try {
		const { all: commits, cut, tip } = await git.commits;
		const versions = new Versions(objects, root, { kind: "staged" }, settings.maxFileSize);
		const project = new ProjectEvidence(store, objects);
		const result = new Worst();
		const gaps = [];
		const parentsOf = new Map(commits.map((commit) => [commit.id, commit.parents.length]));
		let repository;
		const repositoryOf = () => repository ??= Promise.all([
			require_first.nameStore(store),
			settings.configFor(root.dir),
			require_first.keyAgeOf(settings, root.dir)
		]).then(([name, suppressions, limit]) => ({
			name,
			suppressions,
			noIgnores: settings.noIgnores,
			asOf: settings.asOf,
			...limit
		}));
		for (const id of cut) gaps.push({
			root,
			skip: {
				path: "",
				object: id,
				why: "missing",
				detail: "its parents are not in this shallow clone, so nobody can tell what it brings: git fetch --unshallow brings them"
			},
			harmless: false
		});
		const inventories = new InventoryVersions(objects, root);
		const inventory = tip === void 0 ? void 0 : await inventories.in(tip, {
			kind: "range",
			commit: tip
		});
		let inventoryChange;
		let firstInventory;
		const isNoTree = new Set(blobs.map(({ blob }) => blob));
		const finish = async (batch) => {
			const messages = await messagesOf(objects, versions, batch.map(({ commit }) => commit));
			await versions.look(batch.flatMap(({ changes }) => changes));
			for (const { commit, changes, gone } of batch) {
				const changed = new Set(changes.map(({ key }) => key));
				const parents = parentsOf.get(commit) ?? 0;
				const step = {
					changes,
					parents,
					origin: {
						kind: "range",
						commit
					},
					more: messages.get(commit) ?? [],
					files: concernsFiles({
						changes,
						gone
					}) ? await (await Promise.resolve().then(() => require("./changed-files.cjs"))).filesOfStep({
						store,
						objects,
						project,
						tree: commit,
						changes,
						parents,
						gone
					}) : void 0,
					evidence: async (fresh) => isNoTree.has(commit) ? [] : project.of(commit, changed, needsKeyFiles(fresh)),
					services: async () => isNoTree.has(commit) ? [] : project.services(commit),
					...inventory && { inventory: { now: inventory } }
				};
				const change = changes.find(({ path }) => path === require_first.inventoryName);
				if (change) {
					firstInventory ??= change;
					inventoryChange = {
						commit,
						change
					};
				}
				result.add(await broughtBy(step, versions, repositoryOf));
			}
			settings.onProgress?.({
				documents: versions.documents,
				bytes: versions.bytes,
				findings: result.findings.length
			});
		};
		for (let next = await git.first; next.done !== true; next = await git.batches.next()) await finish(next.value);
		await finish([...cut, ...tags].map((commit) => ({
			commit,
			changes: [],
			gone: []
		})));
		for (let at = 0; at < blobs.length; at += blobsAtOnce) await finish(blobs.slice(at, at + blobsAtOnce).map(({ blob, path }) => ({
			commit: blob,
			changes: [{
				path,
				key: path,
				blob,
				olds: []
			}],
			gone: []
		})));
		if (inventory && inventoryChange && firstInventory) {
			const { commit, change } = inventoryChange;
			const origin = {
				kind: "range",
				commit
			};
			const changes = [{
				...change,
				olds: firstInventory.olds
			}];
			const before = await inventories.ofChange(firstInventory, origin);
			result.add(await broughtBy({
				changes,
				parents: firstInventory.olds.length,
				origin,
				more: [],
				evidence: () => Promise.resolve([]),
				services: () => Promise.resolve([]),
				inventory: {
					now: {
						...inventory,
						origin,
						isJudged: true
					},
					before
				}
			}, versions, repositoryOf));
		}
		const all = [
			...versions.gaps,
			...gaps,
			...inventories.gaps
		].sort((a, b) => require_first.compare(a.skip.path, b.skip.path));
		return require_first.reportOf(settings, [result.concluded()], all, {
			documents: versions.documents,
			bytes: versions.bytes,
			ignored: 0,
			dependencyFolders: 0,
			repositories: 1,
			commits: commits.length
		});
	} finally {
		git.close();
	}
}
/** What the messages of these commits show. */
async function messagesOf(objects, versions, commits) {
	const messages = /* @__PURE__ */ new Map();
	for await (const object of objects.read(commits)) {
		if (object.kind !== "object") continue;
		const message = require_first.messageOf(object.bytes);
		if (!require_gates.mayHold(message)) continue;
		const origin = {
			kind: "range",
			commit: object.asked,
			message: true
		};
		messages.set(object.asked, await versions.observe(message, "", origin));
	}
	return messages;
}
/**
* One finding for each rule, value and path, whatever number of commits bring it: the worst one, and of equals the
* earliest.
*/
var Worst = class {
	#kept = /* @__PURE__ */ new Map();
	#suppressed = /* @__PURE__ */ new Map();
	get findings() {
		return [...this.#kept.values()];
	}
	add({ findings, suppressed }) {
		for (const finding of findings.toSorted(require_first.byPlace)) keepWorse(this.#kept, finding);
		for (const finding of suppressed.toSorted(require_first.byPlace)) keepWorse(this.#suppressed, finding);
	}
	concluded() {
		const suppressed = [...this.#suppressed].filter(([key]) => !this.#kept.has(key)).map(([, finding]) => finding);
		return {
			findings: this.findings.sort(require_first.byPlace),
			suppressed: suppressed.sort(require_first.byPlace)
		};
	}
};
function keepWorse(known, finding) {
	const key = `${finding.rule}\0${finding.fingerprint}\0${finding.path}`;
	const before = known.get(key);
	if (before === void 0 || weight(finding) > weight(before)) known.set(key, finding);
}
/** What is shown by default outweighs what is not; then the severity counts. */
const weight = ({ severity, confidence }) => (confidence === "possible" ? 0 : require_first.severities.length) + require_first.severities.indexOf(severity);
exports.InventoryVersions = InventoryVersions;
exports.ProjectEvidence = ProjectEvidence;
exports.Versions = Versions;
exports.brought_exports = brought_exports;
exports.bySkip = bySkip;
exports.concernsFiles = concernsFiles;
exports.concernsFilesByName = concernsFilesByName;
exports.for_action_exports = for_action_exports;
exports.github_exports = github_exports;
exports.inOrder = inOrder;
exports.inventory_versions_exports = inventory_versions_exports;
exports.isRulesFile = isRulesFile;
exports.json_exports = json_exports;
exports.markdown_exports = markdown_exports;
exports.needsKeyFiles = needsKeyFiles;
exports.overrule_exports = overrule_exports;
exports.project_exports = project_exports;
exports.range_exports = range_exports;
exports.reasonOf = reasonOf;
exports.sarif_exports = sarif_exports;
exports.tree_files_exports = tree_files_exports;
exports.unopened = unopened;
exports.unreadable = unreadable;
exports.versions_exports = versions_exports;
