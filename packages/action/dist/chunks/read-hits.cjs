"use strict";
const require_dist = require("./dist4.cjs");
const require_gates = require("./gates.cjs");
const require_crew_member = require("./crew-member.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_os = require("node:os");
let node_crypto = require("node:crypto");
// ../cli/dist/sources/history/fresh-lines.js
/** What a version of a file says that no version before it said: the lines that are new in it. Knows nothing of risks. */
const LINE_FEED = 10;
/** The lines that are not among the known ones, in their order, each with its line feed. They are known from then on. */
function takeFreshLines(bytes, known) {
	const fresh = [];
	let start = 0;
	let at = 0;
	while (at < bytes.length) {
		const feed = bytes.indexOf(LINE_FEED, at);
		const end = feed < 0 ? bytes.length : feed;
		const number = numberOf(bytes, at, end);
		if (known.has(number)) {
			if (start < at) fresh.push(bytes.subarray(start, at));
			start = end + 1;
		} else known.add(number);
		at = end + 1;
	}
	if (start < bytes.length) fresh.push(bytes.subarray(start));
	return Buffer.concat(fresh);
}
/** Two hashes that go different ways, in the 53 bits that a number has. */
function numberOf(bytes, from, to) {
	let [one, other] = [2166136261, to - from];
	for (let at = from; at < to; at++) {
		one = Math.imul(one ^ bytes[at], 16777619);
		other = Math.imul(other ^ bytes[at], 1540483477) ^ other >>> 15;
	}
	return (one >>> 0) * 2 ** 21 + (other >>> 11);
}
// ../cli/dist/sources/history/read-hits.js
/** The second look at what a gate let through: every hit is observed under each way in which its paths make it read. */
var HitReading = class {
	/** What is expected of each object, in this order. */
	#hits = /* @__PURE__ */ new Map();
	#observed = [];
	#lost = [];
	/** A large object comes in pieces and is read to and fro, so it waits in a file without a name. */
	#spool;
	#spoolFailure;
	/** The lines of the file's versions so far; undefined where something was found in one. */
	#lines;
	expect(hits) {
		for (const hit of hits) {
			const known = this.#hits.get(hit.index);
			if (known) known.push(hit);
			else this.#hits.set(hit.index, [hit]);
		}
	}
	whole(index, type, bytes) {
		this.#observe(index, type, sourceOf(bytes), bytes);
	}
	piece(index, type, bytes, isLast, size) {
		try {
			if (this.#spoolFailure === void 0) {
				this.#spool ??= openSpool();
				for (let at = 0; at < bytes.length;) at += (0, node_fs.writeSync)(this.#spool.file, bytes, at);
			}
		} catch (error) {
			this.#spoolFailure = error.code ?? error.name;
		}
		if (!isLast) return;
		if (this.#spoolFailure !== void 0) this.lost(index, "unreadable", `no room for it: ${this.#spoolFailure}`);
		else if (this.#spool) this.#observe(index, type, spoolSource(this.#spool.file, size));
		this.#endSpool();
	}
	lost(index, why, detail) {
		this.#take(index);
		this.#lost.push({
			index,
			why,
			detail
		});
		this.#endSpool();
	}
	#endSpool() {
		if (this.#spool) closeSpool(this.#spool);
		this.#spool = void 0;
		this.#spoolFailure = void 0;
	}
	take() {
		const outcome = {
			observed: this.#observed,
			lost: this.#lost
		};
		this.#observed = [];
		this.#lost = [];
		return outcome;
	}
	#observe(index, type, source, bytes) {
		const hit = this.#take(index);
		if (!hit) return;
		try {
			if (type === "blob") {
				const origin = {
					kind: "history",
					blob: hit.id
				};
				const content = bytes && new Content(bytes);
				const seen = (path, observe) => content ? content.observations(path, origin, observe) : observeAll([source], path, origin, observe);
				if (hit.risks) {
					const look = (path, rules = "all") => seen(path, (one) => require_dist.observeRisks(one, void 0, rules === "all" ? void 0 : rules));
					if (hit.risks === "all") for (const path of hit.paths) this.#observed.push({
						index,
						paths: [path],
						observations: look(path)
					});
					else {
						const [path = ""] = hit.paths;
						const rules = this.#rulesFor(path, hit.risks, bytes);
						const observations = rules === void 0 ? [] : look(path, rules);
						if (observations.length > 0) this.#lines = void 0;
						if (hit.risks.isAsked) this.#observed.push({
							index,
							paths: [path],
							observations
						});
					}
					return;
				}
				for (const paths of classesOf(hit.paths, content?.text ?? "")) {
					const observations = seen(paths[0], require_dist.observeCredentials);
					const file = fileAt(paths[0], observations, origin, content?.text);
					this.#observed.push({
						index,
						paths,
						observations: file ? [...observations, file] : observations
					});
				}
			} else {
				const origin = {
					kind: "history",
					object: hit.id
				};
				const parts = bytes ? partsOf(bytes) : [source];
				this.#observed.push({
					index,
					paths: [""],
					observations: observeAll(parts, "", origin)
				});
			}
		} catch (error) {
			this.#lost.push({
				index,
				why: "unreadable",
				detail: `internal error: ${error.name}`
			});
		}
	}
	/**
	* The rules about risks that may find something in a version that the versions before it do not have, in which nothing
	* is: branches are mostly HEAD once more. Undefined where there is none.
	*/
	#rulesFor(path, { isFirst, isEmpty }, bytes) {
		if (isFirst) this.#lines = /* @__PURE__ */ new Set();
		if (bytes === void 0 || require_gates.detectEncoding(bytes).encoding !== "utf-8") return isEmpty ? void 0 : "all";
		if (!require_gates.isWanted(path, bytes)) return void 0;
		if (!this.#lines) return isEmpty ? void 0 : "all";
		const fresh = takeFreshLines(bytes, this.#lines);
		if (isEmpty) return void 0;
		if (isFirst || require_gates.dependencyFile.test(path)) return "all";
		return require_gates.rulesFor(fresh.toString());
	}
	/** What is expected of an object that has come. */
	#take(index) {
		const hits = this.#hits.get(index);
		const hit = hits?.shift();
		if (hits?.length === 0) this.#hits.delete(index);
		return hit;
	}
};
function partsOf(bytes) {
	const { headers, message } = require_crew_member.wordsOf(bytes);
	return [sourceOf(message), sourceOf(headers)];
}
const sourceOf = (bytes) => ({
	size: bytes.length,
	read: (at, length) => bytes.subarray(at, at + length)
});
/** Paths that read this text alike, together. */
function classesOf(paths, text) {
	const classes = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const name = require_dist.readingClass({
			path,
			text
		});
		const same = classes.get(name);
		if (same) same.push(path);
		else classes.set(name, [path]);
	}
	return [...classes.values()];
}
/** What a path's name says of the file; of a name that may be anything, only where a credential stands in it. */
function fileAt(path, observations, origin, text) {
	const file = require_gates.credentialFile(path);
	if (file === void 0 || !(file.isDedicated || observations.some(({ kind }) => kind === "credential"))) return void 0;
	return require_dist.observeFile({
		path,
		origin,
		state: "stored",
		exists: true,
		because: ""
	}, text);
}
/** A whole file, decoded once for all its paths. */
var Content = class {
	#bytes;
	#decoded;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	/** Undefined where it is none. */
	get text() {
		this.#decoded ??= require_gates.decode(this.#bytes);
		return this.#decoded.kind === "text" ? this.#decoded.text : void 0;
	}
	/** What there is to observe in it at a path; see `documents`. */
	observations(path, origin, observe) {
		if (this.#bytes.length === 0 || !require_gates.isWanted(path, this.#bytes) || this.text === void 0) return [];
		return [...observe({
			path,
			origin,
			text: this.text
		})];
	}
};
function observeAll(sources, path, origin, observe = require_dist.observeCredentials) {
	const found = [];
	for (const source of sources) for (const document of require_dist.documents(source, path, origin)) for (const one of observe(document)) found.push(one);
	return found;
}
function openSpool() {
	const path = (0, node_path.join)((0, node_os.tmpdir)(), `bnguard-${(0, node_crypto.randomUUID)()}`);
	const file = (0, node_fs.openSync)(path, "wx+", 384);
	try {
		(0, node_fs.unlinkSync)(path);
		return {
			file,
			path: void 0
		};
	} catch {
		return {
			file,
			path
		};
	}
}
function spoolSource(file, size) {
	let buffer = Buffer.alloc(0);
	return {
		size,
		read: (offset, length) => {
			if (buffer.length < length) buffer = Buffer.allocUnsafeSlow(length);
			return buffer.subarray(0, (0, node_fs.readSync)(file, buffer, 0, length, offset));
		}
	};
}
function closeSpool({ file, path }) {
	(0, node_fs.closeSync)(file);
	if (path !== void 0) (0, node_fs.unlinkSync)(path);
}
exports.HitReading = HitReading;
