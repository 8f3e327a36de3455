"use strict";
const require_dist = require("./dist4.cjs");
const require_gates = require("./gates.cjs");
const require_meanwhile = require("./meanwhile.cjs");
const require_first = require("./first.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// ../cli/dist/sources/read.js
/**
* Reads files from disk and shows them to the engine, one after the other, through one reused buffer. Runs in the
* main thread and in workers alike, synchronously: nothing is faster for many small files.
*/
/** Files up to this size are read whole; one byte more shows that a file grew. */
const wholeSize = 8388608;
/** Files from this size on are not read among others. */
const largeSize = 1048576;
const origin = { kind: "file" };
const openFlags = node_fs.constants.O_RDONLY | node_fs.constants.O_NOFOLLOW | node_fs.constants.O_NONBLOCK;
var Reader = class {
	#settings;
	#buffer = Buffer.allocUnsafeSlow(8388609);
	/** Folders of tracked files, and whether they are what they seem: a link in the way may lead out of the tree. */
	#folders = /* @__PURE__ */ new Map();
	constructor(settings) {
		this.#settings = settings;
	}
	read({ dir, names, tracked, gatesOnly }) {
		const outcome = {
			observations: [],
			gaps: [],
			large: [],
			hits: [],
			documents: 0,
			bytes: 0
		};
		for (const name of names) try {
			const path = require_first.absoluteName(dir, name);
			if (tracked && typeof path === "string" && !this.#isReal((0, node_path.dirname)(path))) continue;
			this.#readFile(path, name, {
				tracked,
				gatesOnly,
				alone: names.length === 1
			}, outcome);
		} catch (error) {
			this.#explain(error, dir, name, tracked, outcome);
		}
		return outcome;
	}
	#readFile(path, name, { tracked, gatesOnly, alone }, outcome) {
		const file = (0, node_fs.openSync)(path, openFlags);
		try {
			const stats = (0, node_fs.fstatSync)(file);
			if (!stats.isFile()) {
				if (tracked && stats.isDirectory()) return;
				skip(outcome, name, "unreadable", `${kindOf(stats)}, not a file`);
				return;
			}
			const { maxFileSize } = this.#settings;
			if (maxFileSize !== void 0 && stats.size > maxFileSize) {
				skip(outcome, name, "too-large", `${stats.size} bytes`, true);
				return;
			}
			if (stats.size > largeSize && !alone) {
				outcome.large.push(name);
				return;
			}
			if (stats.size <= wholeSize) {
				let length = 0;
				for (let wanted = stats.size + 1, got = -1; got !== 0 && length < this.#buffer.length; wanted = this.#buffer.length) {
					got = (0, node_fs.readSync)(file, this.#buffer, length, Math.min(wanted, this.#buffer.length - length), null);
					length += got;
					if (length === stats.size) break;
				}
				if (length <= wholeSize) {
					this.#show(this.#buffer.subarray(0, length), name, gatesOnly, outcome);
					return;
				}
			}
			this.#showLarge(file, Math.max(stats.size, (0, node_fs.fstatSync)(file).size), name, outcome);
		} finally {
			(0, node_fs.closeSync)(file);
		}
	}
	#show(bytes, name, gatesOnly, outcome) {
		if (!require_gates.isWanted(require_first.shownName(name), bytes)) {
			if (require_gates.detectEncoding(bytes).encoding === "binary") skip(outcome, name, "binary", void 0, true);
			else count(outcome, bytes.length);
			return;
		}
		if (gatesOnly) {
			outcome.hits.push(name);
			return;
		}
		this.#observe({
			size: bytes.length,
			read: (at, length) => bytes.subarray(at, at + length)
		}, name, outcome);
	}
	#showLarge(file, size, name, outcome) {
		let end = size;
		let piece = this.#buffer;
		const source = {
			size,
			read: (offset, length) => {
				if (length > piece.length) piece = Buffer.allocUnsafeSlow(length);
				let got = 0;
				while (got < length) {
					const more = (0, node_fs.readSync)(file, piece, got, length - got, offset + got);
					if (more === 0) {
						end = Math.min(end, offset + got);
						break;
					}
					got += more;
				}
				return piece.subarray(0, got);
			}
		};
		this.#observe(source, name, outcome);
		if (end < size) skip(outcome, name, "unreadable", "it shrank while it was read");
	}
	#observe(source, name, outcome) {
		const found = require_dist.documents(source, require_first.shownName(name), origin);
		for (;;) {
			const { value, done } = found.next();
			if (!done) for (const observation of require_dist.observe(value)) outcome.observations.push(observation);
			else {
				if (value === "binary") skip(outcome, name, "binary", void 0, true);
				else count(outcome, source.size);
				return;
			}
		}
	}
	/** True when no link stands between the root and this folder, so that git would look into it too. */
	#isReal(folder) {
		const known = this.#folders.get(folder);
		if (known !== void 0) return known;
		let real = false;
		try {
			real = node_fs.realpathSync.native(folder) === folder;
		} catch {
			real = true;
		}
		this.#folders.set(folder, real);
		return real;
	}
	#explain(error, dir, name, tracked, outcome) {
		const { code } = error;
		if (code === "ELOOP" || code === "EMLINK") {
			const path = require_first.absoluteName(dir, name);
			try {
				(0, node_fs.readlinkSync)(path);
			} catch {
				skip(outcome, name, "unreadable", code);
				return;
			}
			try {
				const target = node_fs.realpathSync.native(path);
				if (this.#settings.trees.some((tree) => require_first.isInside(target, tree))) return;
				skip(outcome, name, "link-outside", "a link out of the scanned tree", true);
			} catch (failure) {
				skip(outcome, name, "missing", `a broken link (${failure.code})`, true);
			}
		} else if (code === "ENOENT" || code === "ENOTDIR") {
			if (!tracked) skip(outcome, name, "missing", "it vanished before it was read");
		} else if (code === "ENXIO") skip(outcome, name, "unreadable", "a socket or device, not a file");
		else if (code !== void 0) skip(outcome, name, "unreadable", require_meanwhile.reasonOf(code));
		else skip(outcome, name, "unreadable", `internal error: ${error.name} ${frameOf(error)}`.trim());
	}
};
function skip(outcome, name, why, detail, harmless = false) {
	const path = require_first.shownName(name);
	outcome.gaps.push({
		skip: detail === void 0 ? {
			path,
			why
		} : {
			path,
			why,
			detail
		},
		harmless
	});
}
function count(outcome, bytes) {
	outcome.documents++;
	outcome.bytes += bytes;
}
function kindOf(stats) {
	if (stats.isFIFO()) return "a FIFO";
	if (stats.isSocket()) return "a socket";
	return stats.isDirectory() ? "a folder" : "a device";
}
/** `file.js:line:column` of the innermost frame. */
function frameOf(error) {
	return /([^/\\\s(]+:\d+:\d+)\)?$/m.exec(error.stack?.replace(error.message, "") ?? "")?.[1] ?? "";
}
exports.Reader = Reader;
