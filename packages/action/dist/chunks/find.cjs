"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_dist = require("./dist4.cjs");
const require_first = require("./first.cjs");
const require_crew_member = require("./crew-member.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_list = require("./list.cjs");
const require_meanwhile = require("./meanwhile.cjs");
const require_paths = require("./paths.cjs");
const require_known = require("./known.cjs");
let node_fs = require("node:fs");
let node_crypto = require("node:crypto");
// ../cli/dist/reports/find-text.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_findings().require_picocolors(), 1);
/** Objects that are named without --verbose. */
const mostNamed = 20;
function findText(report, { color, verbose }) {
	const { bold, red, dim } = import_picocolors.default.createColors(color);
	const { files, refs, objects, coverage, skipped } = report;
	const lines = [];
	if (files.length > 0) lines.push(bold("On disk"), ...files.map(fileLine), "");
	if (refs.length > 0) {
		lines.push(bold("In the names of branches, tags and other refs"));
		lines.push(...refs.map(({ name, form }) => `  ${name}${inForm(form)}`), "");
	}
	if (objects.length > 0) {
		const shown = verbose ? objects : objects.slice(0, mostNamed);
		lines.push(bold("In what git stores"));
		for (const one of shown) lines.push(...objectLines(one).map((line, i) => i === 0 ? line : dim(line)));
		const more = objects.length - shown.length;
		lines.push(...more > 0 ? [`  and ${require_first.count(more, "other object")}; --verbose names all`] : [], "");
	}
	const where = [
		...files.length > 0 ? [require_first.count(new Set(files.map(({ path }) => path)).size, "file")] : [],
		...refs.length > 0 ? [require_first.count(refs.length, "ref")] : [],
		...objects.length > 0 ? [`${require_first.count(objects.length, "object")} of git`] : []
	];
	lines.push(bold(where.length > 0 ? `Found in ${require_first.listed(where)}.` : "Not found."));
	lines.push(dim(`Looked at ${require_first.count(coverage.files, "file")} on disk and ${require_first.count(coverage.objects, "object")} of git.`));
	for (const { path, object, why, detail } of skipped.slice(0, verbose ? skipped.length : 3)) lines.push(`  ${[path, object].filter(Boolean).join(" ")} (${detail ? `${why}: ${detail}` : why})`);
	if (!report.complete) lines.push(bold(red("INCOMPLETE: not everything could be read, so it may stand elsewhere too.")));
	if (skipped.some(({ detail }) => detail?.includes("shallow clone"))) lines.push("This clone is shallow: git fetch --unshallow brings the commits that it lacks.");
	return require_first.logSafe(lines.map((line) => `${line === "" ? "" : visibleKeepingColors(line)}\n`).join(""));
}
function fileLine({ path, where, line, form }) {
	return `  ${path}${{
		content: `:${line}`,
		name: ", in its name",
		link: ", in what the link leads to"
	}[where]}${inForm(form)}`;
}
function objectLines({ object, type, where, line, form, history }) {
	const { places, refs, reachable, heldBy, atHead } = history;
	const paths = [...new Set(places.map(({ path }) => path).filter(Boolean))];
	const isFile = type === "blob" || where === "name";
	const what = isFile ? paths[0] ?? "a file without a name" : `${type} ${require_findings().shortId(object)}`;
	const at = where === "name" ? "in its name" : `line ${line}`;
	const first = places.flatMap((place) => place.first ?? []).sort((a, b) => a.time - b.time)[0];
	const names = refs.slice(0, 3).map(require_first.shortRef);
	const others = refs.length > names.length ? [require_first.count(refs.length - names.length, "other")] : [];
	const held = reachable ? `in the history of ${require_first.listed([...names, ...others])}` : heldBy === "nothing" ? "held by nothing any more" : `held by the ${heldBy ?? "reflog"} alone`;
	const since = first ? `since ${require_findings().shortId(first.id)} on ${first.date.slice(0, 10)}, ` : "";
	return [
		`  ${what}, ${at}${inForm(form)}  ${isFile ? `${type} ${require_findings().shortId(object)}` : ""}`.trimEnd(),
		`    ${since}${held}${atHead ? ", still in HEAD" : ""}`,
		...paths.length > 1 ? [`    also as ${require_first.listed(paths.slice(1, 4))}`] : []
	];
}
const inForm = (form) => form === "" ? "" : ` (${form})`;
/** Paths may hold what a terminal obeys; our own colours are such marks too. */
const visibleKeepingColors = (line) => line.split(/(\x1b\[\d+m)/).map((part, i) => i % 2 === 1 ? part : require_first.visible(part)).join("");
// ../cli/dist/sources/find-files.js
/**
* Looks for needles in every file of a folder, ignored ones and dependency folders included: in their names, their
* content, and where links lead.
*/
const atOnce = 4 << 20;
const flags = node_fs.constants.O_RDONLY | node_fs.constants.O_NOFOLLOW | node_fs.constants.O_NONBLOCK;
/** Throws a UserError when a PATH cannot be reached. */
async function findInFiles(cwd, paths, needles) {
	const ledger = {
		ignored: 0,
		dependencyFolders: 0,
		roots: /* @__PURE__ */ new Set(),
		gaps: []
	};
	const found = [];
	const buffer = Buffer.allocUnsafeSlow(atOnce + require_crew_member.overlapFor(needles));
	const named = /* @__PURE__ */ new Set();
	let files = 0;
	for await (const { root, names, tracked } of require_list.listFiles(await require_paths.resolvePaths(cwd, paths), true, ledger)) for (const name of names) {
		const inName = require_crew_member.firstNamed(Buffer.from(name), needles);
		if (inName) {
			const path = inName.path.toString("utf8");
			if (!named.has(path)) found.push({
				path,
				where: "name",
				form: inName.form
			});
			named.add(path);
		}
		try {
			const hit = findInFile(require_first.absoluteName(root.dir, name), needles, buffer);
			files++;
			if (hit) found.push({
				path: require_first.shownName(name),
				where: "content",
				...hit
			});
		} catch (error) {
			const { code = "error" } = error;
			if (code === "ELOOP") {
				const hit = require_crew_member.firstNeedle(targetOf(require_first.absoluteName(root.dir, name)), needles);
				if (hit) found.push({
					path: require_first.shownName(name),
					where: "link",
					form: hit.form
				});
			} else if (code !== "ENOENT" || !tracked) ledger.gaps.push(require_meanwhile.unreadable(root, name, code));
		}
	}
	return {
		found: found.sort((a, b) => a.path < b.path ? -1 : 1),
		files,
		gaps: ledger.gaps
	};
}
/** Nothing where it is a link no more. */
function targetOf(path) {
	try {
		return (0, node_fs.readlinkSync)(path, "buffer");
	} catch {
		return Buffer.alloc(0);
	}
}
function findInFile(path, needles, buffer) {
	const file = (0, node_fs.openSync)(path, flags);
	try {
		if (!(0, node_fs.fstatSync)(file).isFile()) return void 0;
		const overlap = require_crew_member.overlapFor(needles);
		const lines = new require_crew_member.LineCounter();
		for (let kept = 0;;) {
			const got = (0, node_fs.readSync)(file, buffer, kept, buffer.length - kept, null);
			const piece = buffer.subarray(0, kept + got);
			const hit = require_crew_member.firstNeedle(piece, needles);
			if (hit) return {
				line: lines.at(piece, hit.offset),
				form: hit.form
			};
			if (got === 0) return void 0;
			const past = Math.max(0, piece.length - overlap);
			lines.pass(piece, past);
			buffer.copyWithin(0, past, piece.length);
			kept = piece.length - past;
		}
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
// ../cli/dist/sources/history/find-in-history.js
/** Where the history holds a value: in which objects and names, and what holds these. Remembers nothing. */
/**
* The objects that hold a needle, and what holds them.
* @param read where the scanner read the value: lines by the ids of objects. Those without a needle are told too.
*/
async function findInHistory(settings, needles, read, threads = require_first.builtThreads) {
	const store = await require_crew_member.openDatabase(settings.cwd, settings.paths[0]);
	const crew = new require_known.Crew(store, threads);
	try {
		const known = new require_known.Known(store.idBytes);
		const gaps = new require_known.HistoryGaps(store, {
			dir: store.dir,
			git: true
		}, known);
		return await find(needles, read, {
			store,
			known,
			gaps,
			reading: new require_known.HistoryReading(settings, void 0, store, crew, known, gaps)
		});
	} finally {
		await crew.dismiss();
	}
}
async function find(needles, read, search) {
	const { store, known, gaps, reading } = search;
	const { table } = known;
	const found = [];
	const asked = require_known.readRefs(store);
	asked.catch(() => {});
	await reading.readObjects({
		kind: "needles",
		needles
	}, (outcome) => found.push(...outcome.found));
	found.push(...putTogether(read, found, known));
	reading.markHits(found.map(({ index }) => index));
	const objects = table.count;
	const names = await findNames(needles, search);
	await reading.readTrees();
	const named = addNames(names, known);
	const refs = await asked;
	const about = {
		...await reading.about(refs),
		hits: reading.hits()
	};
	const places = require_known.placesOf(about);
	const held = require_known.holdersOf(about);
	const historyOf = (index) => ({
		places: places.get(index) ?? [],
		...held.get(index)
	});
	const isIn = (name) => {
		const hit = require_crew_member.firstNeedle(Buffer.from(name), needles);
		return hit ? [{
			name,
			form: hit.form
		}] : [];
	};
	return {
		found: [...found.filter(({ index }) => held.has(index)).map(({ index, line, form }) => {
			const type = require_crew_member.nameOfKind(table.typeOf(index));
			return {
				object: table.hex(index),
				type,
				where: "content",
				line,
				form,
				history: historyOf(index)
			};
		}), ...[...named].map(([index, { form, trees }]) => {
			const [object = ""] = trees.map((tree) => table.hex(tree)).sort();
			return {
				object,
				type: "tree",
				where: "name",
				form,
				history: historyOf(index)
			};
		})],
		refs: refs.tips.flatMap(({ name }) => isIn(name)),
		objects,
		gaps: gaps.all()
	};
}
/** What only the scanner sees: joined from pieces, say. */
function putTogether(read, found, { table }) {
	const plain = new Set(found.map(({ index }) => index));
	return [...read].map(([id, line]) => ({
		index: table.findHex(id),
		line,
		form: "put together"
	})).filter(({ index }) => index >= 0 && !plain.has(index));
}
async function findNames(needles, { reading }) {
	const names = /* @__PURE__ */ new Map();
	await reading.findNames({
		kind: "needles",
		needles
	}, ({ found }) => {
		for (const { index, form, name = "" } of found) {
			const known = names.get(name) ?? {
				form,
				trees: []
			};
			names.set(name, known);
			known.trees.push(index);
		}
	});
	return names;
}
/** Each name becomes an object below all trees that have it, so that its places are found as those of any hit. */
function addNames(names, { table, paths }) {
	const added = /* @__PURE__ */ new Map();
	for (const [name, own] of names) {
		const id = (0, node_crypto.createHash)("sha512").update(name).digest();
		const object = table.add(id, 0, require_crew_member.kinds.blob | 24);
		for (const tree of own.trees) paths.extend(tree, object, name);
		added.set(object, own);
	}
	return added;
}
// ../cli/dist/commands/find.js
/**
* `bnguard find --stdin`: where is this value, on disk and in all that git stores? Looks for its bytes in every form that
* it may have, and for its fingerprint among what the scanner finds. Stores and prints nothing of it.
*/
async function runFind(request, setting) {
	const value = Buffer.from(await require_first.readAll(setting.io)).toString("utf8").trim();
	if (value.length < 8) throw new require_first.UserError(`A value to look for has at least 8 characters, got ${value.length}. Give it on standard input: pbpaste | bnguard find --stdin.`);
	const lines = value.split(/[\r\n]+/).length;
	if (lines > 1 && !isOneKey(value)) throw new require_first.UserError(`find looks for one value at a time, and the ${lines} lines on standard input are not one key. Give each value by itself: head -n 1 keys.txt | bnguard find --stdin.`);
	const needles = require_crew_member.needlesOf(value);
	const forms = needles.map(({ bytes }) => Buffer.from(bytes).toString("utf8")).filter((form) => form.length >= 8);
	const hides = (text) => forms.reduce((left, form) => left.replaceAll(form, "…"), text);
	const report = await lookEverywhere(request, setting, value, needles);
	const safe = require_first.redactAll(require_first.everyString(report, hides));
	const text = request.format === "json" ? `${require_first.visibleJson(JSON.stringify(safe, null, 2))}\n` : findText(safe, {
		color: require_first.wantsColor(request.color, setting.io),
		verbose: request.verbose
	});
	const isFound = safe.files.length + safe.refs.length + safe.objects.length > 0;
	return {
		code: !safe.complete ? 2 : isFound ? 1 : 0,
		stdout: text
	};
}
async function lookEverywhere(request, setting, value, needles) {
	const { cwd } = setting;
	const plan = await require_first.planScan({
		...request,
		kind: "scan",
		includeIgnored: true,
		ignores: false,
		config: false,
		allowIncomplete: false
	}, cwd);
	const prints = fingerprintsOf(value);
	const isWanted = ({ fingerprint }) => prints.has(fingerprint);
	const onDisk = await findInFiles(cwd, request.paths, needles);
	const disk = await require_first.scanWith(plan, request, setting);
	const files = [...onDisk.found];
	const plain = new Set(files.filter(({ where }) => where === "content").map(({ path }) => require_first.redact(path)));
	for (const { path, start } of disk.findings.filter(isWanted)) {
		if (!plain.has(path)) files.push({
			path,
			where: "content",
			line: start.line,
			form: "put together"
		});
		plain.add(path);
	}
	const store = require_first.findStore(cwd, request.paths[0] ?? ".");
	const history = store && await require_first.scanWith(plan, request, setting, { kind: "history" });
	const read = linesOf(history?.findings.filter(isWanted) ?? []);
	const stored = store && await findInHistory(plan.settings, needles, read);
	const parts = [disk, ...history ? [history] : []];
	return {
		schema: 1,
		tool: {
			name: "bnguard",
			version: require_first.ownVersion()
		},
		asOf: plan.settings.asOf,
		complete: parts.every(({ complete }) => complete) && onDisk.gaps.length === 0 && (stored?.gaps.length ?? 0) === 0,
		fingerprints: [...prints].sort(),
		files: files.sort((a, b) => require_first.compare(a.path, b.path) || require_first.compare(a.where, b.where)),
		refs: stored?.refs ?? [],
		objects: (stored?.found ?? []).toSorted((a, b) => require_first.compare(a.object, b.object) || require_first.compare(pathOf(a), pathOf(b))),
		skipped: [...parts.flatMap(({ skipped }) => skipped).filter(require_first.isGap), ...[...onDisk.gaps, ...stored?.gaps ?? []].map(({ skip }) => skip)].filter((skip, i, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(skip)) === i),
		coverage: {
			files: onDisk.files,
			objects: stored?.objects ?? 0
		}
	};
}
/** Whether a text of several lines is one value: a private key as the scanner reads it, or anything else in PEM. */
function isOneKey(text) {
	if (/^-----BEGIN ([^-]+)-----(?:(?!-----BEGIN )[^])*-----END \1-----$/.test(text)) return true;
	const { length } = text.split("\n");
	return require_dist.detect({
		path: "value.txt",
		origin: { kind: "stdin" },
		text
	}).findings.some(({ rule, start, end }) => rule === "private-key" && start.line === 1 && end.line === length);
}
/** What the scanner would call it: the plain value, and what it is when it is read as a credential. */
function fingerprintsOf(value) {
	const seen = [value, `BINANCE_API_SECRET=${value}\n`].flatMap((text) => require_dist.detect({
		path: "value.env",
		origin: { kind: "stdin" },
		text
	}).findings);
	return /* @__PURE__ */ new Set([new require_dist.Secret(value).fingerprint, ...seen.map(({ fingerprint }) => fingerprint)]);
}
const pathOf = ({ history }) => history.places[0]?.path ?? "";
/**
* The line in each object that findings stand in. A finding is one for all of them, so what it tells of commits and refs
* is true of none in particular.
*/
function linesOf(findings) {
	const lines = /* @__PURE__ */ new Map();
	for (const { path, start, origin } of findings) {
		if (origin.kind !== "history") continue;
		const { blob, object, places = [] } = origin;
		const own = {
			path,
			start,
			...blob && { blob },
			...object && { object }
		};
		for (const place of [own, ...places]) {
			const id = place.blob ?? place.object ?? "";
			if (!lines.has(id)) lines.set(id, place.start.line);
		}
	}
	return lines;
}
exports.runFind = runFind;
