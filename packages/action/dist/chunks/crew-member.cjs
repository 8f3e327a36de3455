"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_gates = require("./gates.cjs");
const require_first = require("./first.cjs");
const require_worth_reading = require("./worth-reading.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_child_process = require("node:child_process");
let node_fs_promises = require("node:fs/promises");
let node_timers_promises = require("node:timers/promises");
let node_zlib = require("node:zlib");
// ../cli/dist/needles.js
/** Of shorter values base64 has too few letters that are theirs alone. */
const shortestInBase64 = 12;
/** Each form once, the plain one first. */
function needlesOf(value) {
	const plain = Buffer.from(value, "utf8");
	const utf16 = Buffer.from(value, "utf16le");
	const hex = plain.toString("hex");
	const forms = [
		["", plain],
		["UTF-16", utf16],
		["UTF-16", Buffer.from(utf16).swap16()],
		["hex", Buffer.from(hex)],
		["hex", Buffer.from(hex.toUpperCase())],
		["escaped", Buffer.from(JSON.stringify(value).slice(1, -1))],
		["escaped", Buffer.from(encodeURIComponent(value))]
	];
	if (plain.length >= shortestInBase64) for (const text of base64Forms(plain)) forms.push(["base64", Buffer.from(text)], ["base64", Buffer.from(text.replaceAll("+", "-").replaceAll("/", "_"))]);
	const seen = new Map(forms.map(([form, bytes]) => [bytes.toString("latin1"), {
		bytes,
		form
	}]));
	for (const [form, bytes] of forms.toReversed()) seen.set(bytes.toString("latin1"), {
		bytes,
		form
	});
	return [...seen.values()];
}
/** The letters that belong to the value alone, whatever stands before and behind it in the encoded text. */
function base64Forms(value) {
	return [
		0,
		1,
		2
	].map((shift) => {
		const text = Buffer.concat([Buffer.alloc(shift), value]).toString("base64").replace(/=+$/, "");
		const first = Math.ceil(shift * 8 / 6);
		const last = Math.floor((shift + value.length) * 8 / 6);
		return text.slice(first, last);
	});
}
/** The first needle in some bytes: where it stands, and which it is. */
function firstNeedle(bytes, needles) {
	for (const { bytes: needle, form } of needles) {
		const offset = bytes.indexOf(needle);
		if (offset >= 0) return {
			offset,
			end: offset + needle.length,
			form
		};
	}
}
/** A path up to the name in it that holds a needle: of a folder's name the folder, with its slash. */
function firstNamed(path, needles) {
	const hit = firstNeedle(path, needles);
	if (!hit) return void 0;
	const slash = path.indexOf(47, hit.end);
	return {
		path: slash < 0 ? path : path.subarray(0, slash + 1),
		form: hit.form
	};
}
/** Bytes that two pieces must share, so that no needle is missed between them. */
const overlapFor = (needles) => needles.reduce((most, { bytes }) => Math.max(most, bytes.length), 1) - 1;
/** Counts the line feeds of pieces that come one after the other. */
var LineCounter = class {
	#lines = 1;
	/** The 1-based line of an offset in this piece. */
	at(piece, offset) {
		return this.#lines + newlines(piece.subarray(0, offset));
	}
	/** Goes past `length` bytes of this piece. */
	pass(piece, length) {
		this.#lines += newlines(piece.subarray(0, length));
	}
};
function newlines(bytes) {
	let count = 0;
	for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
	return count;
}
// ../cli/dist/git/database.js
/**
* A git repository as its object database: where it is, what it lacks, and how git is asked about it at length. Reads no
* object; for that see object-stream.ts. For short questions see ask.ts.
*/
/** Starts git in the repository. Its three streams are pipes. `more`: variables for it alone. */
function spawnGit({ dir, leads }, args, more = {}) {
	const config = [...require_first.hardenedConfig, "safe.bareRepository=all"].flatMap((setting) => ["-c", setting]);
	const git = (0, node_child_process.spawn)("git", [
		"--no-pager",
		"--literal-pathspecs",
		...config,
		...args
	], {
		cwd: dir,
		env: require_first.gitEnvironment(dir, {
			...leads,
			...more
		}),
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	git.once("close", require_first.noteChild(git.pid));
	return git;
}
/**
* The database of the repository that PATH names: a work tree, a folder or file in one, or a bare repository. Throws a
* UserError when there is none, when git refuses it, or when there is no git.
*/
async function openDatabase(cwd, path) {
	const store = require_first.openStore(cwd, path ?? ".");
	const questions = [
		"--git-common-dir",
		"--is-shallow-repository",
		"--show-object-format"
	];
	const keys = "^(extensions\\.partialclone|remote\\..*\\.(promisor|url))$";
	const [answers, config] = await Promise.all([require_first.askGit(store, ["rev-parse", ...questions]), require_first.askGit(store, [
		"config",
		"-z",
		"--get-regexp",
		keys
	])]);
	const settings = config.stdout.toString("utf8").split("\0").filter(Boolean);
	const remotes = settings.flatMap((setting) => {
		const [, name, url] = /^remote\.(.*)\.url\n(.*)$/s.exec(setting) ?? [];
		return name === void 0 || url === void 0 ? [] : [{
			name,
			url
		}];
	});
	const [common = "", isShallow, format] = require_first.answered(store, answers).toString().split("\n");
	const commonDir = (0, node_path.resolve)(store.dir, common);
	return {
		...store,
		commonDir,
		idBytes: format === "sha256" ? 32 : 20,
		isShallow: isShallow === "true",
		isPartial: settings.some((setting) => !/^remote\..*\.url(?:\n|$)/s.test(setting)) || await hasPromisorPack(commonDir),
		remotes
	};
}
/** A pack of a partial clone says so itself, also where the configuration was lost. */
async function hasPromisorPack(commonDir) {
	return (await (0, node_fs_promises.readdir)((0, node_path.join)(commonDir, "objects/pack")).catch(() => [])).some((name) => name.endsWith(".promisor"));
}
/** What reports call the repository: its `origin` without credentials, else its folder's name. */
function nameDatabase({ dir, remotes }) {
	const origin = remotes.findLast(({ name }) => name === "origin");
	return require_first.remoteName(origin?.url.trim() ?? "") ?? (0, node_path.basename)(dir);
}
// ../cli/dist/git/batch-output.js
/** Objects up to here come in one piece: as large as a document may be. */
const wholeSize = 8 << 20;
/** As much as a pipe holds. */
const mostAtOnce = 65536;
/** From here on what is left is moved to the front: so much stays in the processor's cache. */
const longWay = 524288;
/** The largest whole object, its header and line feed, and room to read on. */
const roomSize = 8455168;
var BatchOutput = class {
	#sink;
	#idBytes;
	#expected;
	/** What has come and was not yet taken is [begin, end) of it. */
	#room;
	#begin = 0;
	#end = 0;
	/** Of the object at hand, once its header has come. */
	#type = "blob";
	#size = -1;
	/** Of one that goes on in pieces. */
	#got = 0;
	/** @param room `roomSize` bytes of memory, in which the sink sees the objects */
	constructor(sink, idBytes, expected, room) {
		this.#sink = sink;
		this.#idBytes = idBytes;
		this.#expected = expected;
		this.#room = Buffer.from(room.buffer, room.byteOffset, room.byteLength);
	}
	/** Where the next bytes go. */
	free() {
		return this.#room.subarray(this.#end, this.#end + mostAtOnce);
	}
	/** Notes that so many have come there, and takes what is complete. */
	took(bytes) {
		this.#end += bytes;
		while (this.#takeOne());
		if (this.#begin === this.#end) {
			this.#begin = 0;
			this.#end = 0;
		} else if (this.#begin > 0 && this.#end > longWay) {
			this.#room.copyWithin(0, this.#begin, this.#end);
			this.#end -= this.#begin;
			this.#begin = 0;
		}
	}
	/** Forgets what has come of the object at hand: another git begins anew. */
	reset() {
		this.#begin = 0;
		this.#end = 0;
		this.#size = -1;
	}
	/** Whether there was something to take: a header, an object, a piece of one. */
	#takeOne() {
		if (this.#size < 0) return this.#takeHeader();
		const left = this.#size - this.#got;
		const have = this.#end - this.#begin;
		if (this.#size > 8388608 && left > 0) {
			if (have === 0) return false;
			const stop = this.#begin + Math.min(left, have);
			const piece = this.#room.subarray(this.#begin, stop);
			this.#got += piece.length;
			this.#begin = stop;
			this.#sink.piece(this.#expected.first(), this.#type, piece, left === piece.length, this.#size);
			return true;
		}
		if (have <= left) return false;
		if (left > 0 || this.#size === 0) {
			const bytes = this.#room.subarray(this.#begin, this.#begin + left);
			this.#sink.whole(this.#expected.first(), this.#type, bytes);
		}
		this.#begin += left + 1;
		this.#size = -1;
		this.#expected.shift();
		return true;
	}
	/** `<id> <type> <size>`, or `<id> missing`. Read byte by byte: there is one for each object. */
	#takeHeader() {
		const room = this.#room;
		const idEnd = this.#begin + 2 * this.#idBytes;
		let at = idEnd + 1;
		let size = 0;
		let spaces = 0;
		for (; at < this.#end && room[at] !== LINE_FEED; at++) if (room[at] === SPACE) spaces++;
		else if (spaces > 0) size = size * 10 + room[at] - ZERO;
		if (at >= this.#end) return false;
		this.#begin = at + 1;
		this.#got = 0;
		if (spaces === 1) {
			this.#type = typeAt(room, idEnd + 1);
			this.#size = size;
		} else {
			const told = room.toString("latin1", idEnd + 1, at);
			this.#sink.lost(this.#expected.shift(), told === "missing" ? "missing" : "unreadable", told);
		}
		return true;
	}
};
const [LINE_FEED, SPACE, ZERO] = [
	10,
	32,
	48
];
/** The type that is named there. */
function typeAt(bytes, at) {
	if (bytes[at] === 98) return "blob";
	if (bytes[at] === 99) return "commit";
	return bytes[at + 1] === 114 ? "tree" : "tag";
}
// ../cli/dist/git/object-stream.js
/** git ends at an object that it cannot read. So often in a row without a single good one means another fault. */
const mostDeaths = 100;
var ObjectStream = class {
	#store;
	#arguments;
	#onStart;
	#onFailure;
	#sink;
	#asked;
	#output;
	#git;
	/** Of the git that runs; armed while something is to come from it. */
	#watchdog;
	#deaths = 0;
	#ending = false;
	#done = () => {};
	/**
	* `buffered`: git writes when it has 4 KB to write, and not after each object, which is faster for many. `room`:
	* `roomSize` bytes of memory, in which the sink sees the objects. `onStart` hears of the process of each git, `onFailure`
	* when git fails as a whole: then no more comes.
	*/
	constructor(store, sink, options) {
		this.#store = store;
		this.#sink = sink;
		this.#onStart = options.onStart;
		this.#onFailure = options.onFailure;
		this.#arguments = [
			"cat-file",
			"--batch",
			...options.buffered ? ["--buffer"] : []
		];
		this.#asked = new Asked(store.idBytes);
		this.#output = new BatchOutput(sink, store.idBytes, this.#asked, options.room);
	}
	/** Asks for objects by their ids, one after the other in `ids`. They come in this order. */
	ask(indexes, ids) {
		this.#asked.add(indexes, ids);
		this.#git ??= this.#start();
		this.#git.stdin.write(linesOf(ids, this.#store.idBytes));
		this.#watchdog?.arm();
	}
	/** No more will be asked. Resolves when everything has come; never where git has failed. */
	async finish() {
		this.#ending = true;
		if (this.#git === void 0) return;
		const done = new Promise((resolve) => this.#done = resolve);
		this.#git.stdin.end();
		this.#watchdog?.arm();
		await done;
		this.#ending = false;
	}
	/** Ends git at once. Nothing comes any more, also of what it has written. */
	stop() {
		this.#asked.clear();
		this.#watchdog?.disarm();
		this.#git?.stdout.destroy();
		require_first.stopChild(this.#git, "SIGKILL");
	}
	#start() {
		const git = spawnGit(this.#store, this.#arguments);
		if (git.pid !== void 0) this.#onStart(git.pid);
		const watchdog = new require_first.Watchdog(git);
		this.#watchdog = watchdog;
		let complaints = "";
		git.stdin.on("error", () => {});
		git.stderr.setEncoding("utf8").on("data", (text) => {
			if (complaints.length < 8192) complaints += text;
		});
		git.stdout.on("data", (chunk) => this.#copy(chunk));
		let failure = "";
		git.on("error", (error) => failure = error.code ?? error.message);
		git.on("close", (code, signal) => {
			watchdog.disarm();
			failure = watchdog.failure ?? (failure || (code === 0 ? "" : signal ?? String(code)));
			this.#ended(failure, complaints);
		});
		return git;
	}
	#copy(chunk) {
		for (let at = 0; at < chunk.length;) {
			const count = chunk.copy(this.#output.free(), 0, at);
			at += count;
			this.#took(count);
		}
	}
	#took(count) {
		this.#output.took(count);
		if (this.#asked.count > 0 || this.#ending) this.#watchdog?.hear();
		else this.#watchdog?.disarm();
	}
	#ended(failure, complaints) {
		this.#git = void 0;
		if (this.#asked.hasCome) this.#deaths = 0;
		if (this.#asked.count === 0) {
			this.#done();
			return;
		}
		if (failure === "ENOENT" || this.#watchdog?.failure !== void 0 || this.#deaths >= mostDeaths) {
			this.#asked.clear();
			this.#onFailure(require_first.gitFailure(this.#store.dir, failure, complaints));
			return;
		}
		this.#deaths++;
		this.#output.reset();
		this.#sink.lost(this.#asked.shift(), "unreadable", lastLine(complaints) || `git ended with ${failure}`);
		this.#asked.hasCome = false;
		if (this.#asked.count === 0) {
			this.#done();
			return;
		}
		this.#git = this.#start();
		this.#git.stdin.write(this.#asked.lines());
		this.#watchdog?.arm();
		if (this.#ending) this.#git.stdin.end();
	}
};
/** What was asked for and has not come, in order. */
var Asked = class {
	#idBytes;
	#blocks = [];
	/** In the first block. */
	#at = 0;
	count = 0;
	/** Whether something has come since this was set to false. */
	hasCome = false;
	constructor(idBytes) {
		this.#idBytes = idBytes;
	}
	add(indexes, ids) {
		if (indexes.length > 0) this.#blocks.push({
			indexes,
			ids
		});
		this.count += indexes.length;
	}
	first() {
		return this.#blocks[0].indexes[this.#at];
	}
	shift() {
		const first = this.first();
		this.count--;
		this.hasCome = true;
		if (++this.#at === this.#blocks[0].indexes.length) {
			this.#blocks.shift();
			this.#at = 0;
		}
		return first;
	}
	clear() {
		this.#blocks.splice(0);
		this.#at = 0;
		this.count = 0;
	}
	lines() {
		const from = this.#at * this.#idBytes;
		return this.#blocks.map(({ ids }, block) => linesOf(block === 0 ? ids.subarray(from) : ids, this.#idBytes)).join("");
	}
};
/** The ids in hex, a line each. */
function linesOf(ids, idBytes) {
	const hex = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString("hex");
	const lines = [];
	for (let at = 0; at < hex.length; at += 2 * idBytes) lines.push(hex.slice(at, at + 2 * idBytes), "\n");
	return lines.join("");
}
/** The last line that git wrote, without what kind of line it is. */
function lastLine(complaints) {
	return complaints.trim().split("\n").at(-1)?.replace(/^(?:fatal|error|warning): /, "") ?? "";
}
// ../cli/dist/git/packs/delta-code.js
/** Generated from delta.wat by `npm run docs`. */
const deltaCode = "AGFzbQEAAAABCwFgBn9/f39/fwF/AhEBBWdhdGVzBm1lbW9yeQIAAQMCAQAHCQEFYXBwbHkAAArCAwG/AwEEfyAEIAVqIQYCQANAIAAgAU8EQCAEIAZGDwsgAC0AACEHIABBAWohACAHQYABTwRAQQAhCEEAIQkgB0EBcQRAIAAtAAAhCCAAQQFqIQALIAdBAnEEQCAIIAAtAABBCHRyIQggAEEBaiEACyAHQQRxBEAgCCAALQAAQRB0ciEIIABBAWohAAsgB0EIcQRAIAggAC0AAEEYdHIhCCAAQQFqIQALIAdBEHEEQCAALQAAIQkgAEEBaiEACyAHQSBxBEAgCSAALQAAQQh0ciEJIABBAWohAAsgB0HAAHEEQCAJIAAtAABBEHRyIQkgAEEBaiEACyAJRQRAQYCABCEJCyAAIAFLDQIgCSADSw0CIAggAyAJa0sNAiACIAhqIQgFIAAhCCAHIQkgACAJaiEAIAlFIAAgAUtyDQILIAkgBiAEa0sNASAJQTBLBEAgBCAIIAn8CgAAIAQgCWohBAUCQANAIAlBCEkNASAEIAgpAAA3AAAgBEEIaiEEIAhBCGohCCAJQQhrIQkMAAsLAkADQCAJRQ0BIAQgCC0AADoAACAEQQFqIQQgCEEBaiEIIAlBAWshCQwACwsLDAALC0EACw==";
// ../cli/dist/git/packs/delta.js
/** Applies deltas as packs hold them: copies of pieces of a base, and new bytes between. Believes no number in them. */
/** git takes nothing shorter for a delta. */
const shortest = 4;
/** Up to here a loop is faster than a call. */
const few = 32;
/** The head of the delta `bytes[start, end)`; undefined where it is not whole. */
function readDeltaHead(bytes, start, end) {
	if (end - start < shortest) return void 0;
	let at = start;
	const sizes = [0, 0];
	for (let which = 0; which < 2; which++) {
		let byte = 128;
		for (let factor = 1; byte >= 128; factor *= 128) {
			if (at >= end || factor > 2 ** 45) return void 0;
			byte = bytes[at++];
			sizes[which] += (byte & 127) * factor;
		}
	}
	return {
		base: sizes[0],
		result: sizes[1],
		at
	};
}
/**
* Takes the steps `bytes[at, end)` of a delta: makes `size` bytes at `to` from the base, which are `baseSize` bytes at
* `base`. All lie in the same memory and must not overlap. Whether the steps are right and make just so many; if not, only
* these bytes were written.
*/
function applyDelta(bytes, at, end, base, baseSize, to, size) {
	const stop = to + size;
	while (at < end) {
		const step = bytes[at++];
		let from = at;
		let length = step;
		if (step >= 128) {
			let offset = 0;
			length = 0;
			if (step & 1) offset = bytes[at++];
			if (step & 2) offset |= bytes[at++] << 8;
			if (step & 4) offset |= bytes[at++] << 16;
			if (step & 8) offset += bytes[at++] * 16777216;
			if (step & 16) length = bytes[at++];
			if (step & 32) length |= bytes[at++] << 8;
			if (step & 64) length |= bytes[at++] << 16;
			if (length === 0) length = 65536;
			if (at > end || offset + length > baseSize) return false;
			from = base + offset;
		} else {
			at += length;
			if (length === 0 || at > end) return false;
		}
		if (length > stop - to) return false;
		if (length > few) bytes.copyWithin(to, from, from + length);
		else for (let byte = 0; byte < length; byte++) bytes[to + byte] = bytes[from + byte];
		to += length;
	}
	return to === stop;
}
/** By WebAssembly where that works in the memory; bytes may be read up to seven behind the end of a delta. */
function deltasIn(bytes) {
	const memory = require_gates.gateMemory();
	if (memory !== void 0 && memory.buffer === bytes.buffer) try {
		const { apply } = require_gates.exportsOf(deltaCode, { gates: { memory } });
		const zero = bytes.byteOffset;
		return (at, end, base, baseSize, to, size) => apply(zero + at, zero + end, zero + base, baseSize, zero + to, size) === 1;
	} catch {}
	return (...of) => applyDelta(bytes, ...of);
}
// ../cli/dist/git/packs/inflate.js
/**
* Inflates what zlib deflated, into memory that is there already. One state serves all streams: node:zlib itself makes one
* for each, and memory for what comes out, which costs more than inflating the few hundred bytes of a usual delta.
*/
/** With what every Node has. */
const inflateAnew = (deflated, memory, at, size) => {
	try {
		const bytes = (0, node_zlib.inflateSync)(deflated, {
			maxOutputLength: size + 1,
			chunkSize: Math.max(64, size + 1)
		});
		if (bytes.length !== size) return false;
		memory.set(bytes, at);
		return true;
	} catch {
		return false;
	}
};
/** Always with the same state; undefined where Node is not made as we know it. */
function inflateAgain() {
	const { _handle: handle, _writeState: state } = (0, node_zlib.createInflate)();
	if (!handle?.reset || !handle.writeSync || !state) return void 0;
	let failures = 0;
	handle.onerror = () => failures++;
	const inflate = (deflated, memory, at, size) => {
		const before = failures;
		handle.reset();
		handle.writeSync(node_zlib.constants.Z_FINISH, deflated, 0, deflated.length, memory, at, size + 1);
		return failures === before && state[0] === 1;
	};
	return isRight(inflate) ? inflate : void 0;
}
function isRight(inflate) {
	const text = Buffer.from("It is what we know, or it is not used. It is what we know.");
	const right = (0, node_zlib.deflateSync)(text);
	const broken = Buffer.from(right);
	broken[broken.length - 1] ^= 1;
	const memory = Buffer.alloc(text.length + 2);
	const into = (deflated, size = text.length) => inflate(deflated, memory, 1, size);
	try {
		return [
			into(broken),
			into(right.subarray(0, -1)),
			into(right, text.length - 1),
			into(right, 9)
		].every((took) => !took) && into(right) && memory.subarray(1, -1).equals(text);
	} catch {
		return false;
	}
}
const headBytes$1 = 8;
const sumBytes = 20;
/** Undefined where it is of another version, not as long as it says, or so that git would not find all that is named there. */
function parsePackIndex(bytes) {
	const least = 1072;
	if (bytes.length < least || bytes.readUInt32BE(0) !== 4285812579 || bytes.readUInt32BE(4) !== 2) return void 0;
	const count = bytes.readUInt32BE(1028);
	const large = bytes.length - least - count * 28;
	if (large < 0 || large % 8 !== 0 || large > 8 * count) return void 0;
	const ids = 1032;
	if (!isInOrder(bytes, count)) return void 0;
	const small = ids + count * 24;
	const offsets = new Float64Array(count);
	for (let at = 0; at < count; at++) {
		const offset = bytes.readUInt32BE(small + 4 * at);
		if (offset < 2147483648) offsets[at] = offset;
		else {
			const place = 8 * (offset - 2147483648);
			if (place >= large) return void 0;
			offsets[at] = Number(bytes.readBigUInt64BE(small + 4 * count + place));
		}
	}
	return {
		count,
		ids: bytes.subarray(ids, ids + count * 20),
		offsets,
		packSum: bytes.subarray(bytes.length - 40, bytes.length - sumBytes)
	};
}
/** Whether each id is behind the one before, and where the table of first bytes says. */
function isInOrder(bytes, count) {
	const idAt = (place) => 1032 + place * 20;
	let place = 0;
	for (let first = 0; first < 256; first++) {
		const end = bytes.readUInt32BE(headBytes$1 + 4 * first);
		if (end < place || end > count) return false;
		for (; place < end; place++) {
			const at = idAt(place);
			if (bytes[at] !== first) return false;
			if (place === 0) continue;
			const order = bytes.readUInt32BE(at) - bytes.readUInt32BE(at - 20);
			if (order < 0) return false;
			if (order === 0 && bytes.compare(bytes, at - 20, at, at, at + 20) <= 0) return false;
		}
	}
	return place === count;
}
/** The place of an id among those of the index, or -1. */
function placeOf({ count, ids }, id) {
	let [low, high] = [0, count - 1];
	while (low <= high) {
		const middle = low + high >> 1;
		const order = Buffer.compare(ids.subarray(middle * 20, (middle + 1) * 20), id);
		if (order === 0) return middle;
		if (order < 0) low = middle + 1;
		else high = middle - 1;
	}
	return -1;
}
// ../cli/dist/git/packs/pack-entries.js
/**
* The entries of a pack by number, in the order in which they lie there: where each begins, what it is, and which are
* deltas of it. Lies in shared memory, so that every thread can walk it. Inflates nothing.
*/
const tooLarge = 4294967295;
const [WHOLE_LAST, OFS_DELTA, REF_DELTA] = [
	4,
	6,
	7
];
/** Type and size take ten bytes at most, a base up to twenty more. */
const longestHead$1 = 32;
/** What follows a large entry is read anew, so that most of its bytes are not. */
const blockBytes = 65536;
const trailerBytes = 20;
/** Undefined where two objects begin at one place, or outside of the pack. `size`: of the pack, in bytes. */
function readPackEntries(file, size, index) {
	const { count } = index;
	const entries = {
		count,
		offsets: new Float64Array(new SharedArrayBuffer(8 * (count + 1))),
		heads: new Uint8Array(new SharedArrayBuffer(count)),
		sizes: new Uint32Array(new SharedArrayBuffer(4 * count)),
		types: new Uint8Array(new SharedArrayBuffer(count)),
		deltaStarts: new Int32Array(new SharedArrayBuffer(4 * (count + 1))),
		deltas: new Int32Array(new SharedArrayBuffer(4 * count))
	};
	const { offsets } = entries;
	offsets.set(index.offsets);
	offsets[count] = size - trailerBytes;
	offsets.sort();
	for (let entry = 0; entry < count; entry++) if (offsets[entry] >= offsets[entry + 1]) return void 0;
	if (offsets[count] !== size - trailerBytes) return void 0;
	const entryAt = entriesAt(offsets);
	const bases = readHeads(file, entries, index, entryAt);
	linkDeltas(entries, bases);
	const entryOf = new Int32Array(count);
	for (let place = 0; place < count; place++) entryOf[place] = entryAt(index.offsets[place]);
	return {
		entries,
		order: {
			entryOf,
			order: fromBases(entries),
			bases
		}
	};
}
/** Fills in what the entries' heads say; gives their bases. A head that makes no sense has type 0. */
function readHeads(file, { count, offsets, heads, sizes, types }, index, entryAt) {
	const bases = new Int32Array(count).fill(-1);
	const block = Buffer.allocUnsafeSlow(blockBytes);
	let [from, have] = [0, 0];
	for (let entry = 0; entry < count; entry++) {
		const offset = offsets[entry];
		if (offset + longestHead$1 > from + have) {
			from = offset;
			have = (0, node_fs.readSync)(file, block, 0, blockBytes, from);
			block.fill(0, have, Math.min(have + longestHead$1, blockBytes));
		}
		let at = offset - from;
		let byte = block[at++];
		const type = byte >> 4 & 7;
		let length = byte & 15;
		for (let factor = 16; byte >= 128; factor *= 128) {
			byte = block[at++];
			length += (byte & 127) * factor;
			if (factor > 2 ** 52) break;
		}
		if (type === OFS_DELTA) {
			byte = block[at++];
			let back = byte & 127;
			while (byte >= 128 && back < 2 ** 45) {
				byte = block[at++];
				back = (back + 1) * 128 + (byte & 127);
			}
			bases[entry] = entryAt(offset - back);
		} else if (type === REF_DELTA) {
			const place = placeOf(index, block.subarray(at, at + 20));
			at += 20;
			if (place >= 0) bases[entry] = entryAt(index.offsets[place]);
		} else if (type <= WHOLE_LAST) types[entry] = type;
		if (bases[entry] === entry) bases[entry] = -1;
		heads[entry] = at - (offset - from);
		sizes[entry] = Math.min(length, tooLarge);
	}
	return bases;
}
/** Gives the entry that begins at an offset, or -1. `offsets` ascend; the last of them is no entry's. */
function entriesAt(offsets) {
	const count = offsets.length - 1;
	const end = offsets[count];
	const stretch = Math.max(1, end / (count + 1));
	const firsts = new Int32Array(Math.floor(end / stretch) + 2).fill(count);
	for (let entry = count - 1; entry >= 0; entry--) firsts[Math.floor(offsets[entry] / stretch)] = entry;
	for (let at = firsts.length - 2; at >= 0; at--) firsts[at] = Math.min(firsts[at], firsts[at + 1]);
	return (offset) => {
		if (!(offset >= 0 && offset < end)) return -1;
		const at = Math.floor(offset / stretch);
		let [low, high] = [firsts[at], firsts[at + 1] - 1];
		while (low <= high) {
			const middle = low + high >> 1;
			if (offsets[middle] < offset) low = middle + 1;
			else if (offsets[middle] > offset) high = middle - 1;
			else return middle;
		}
		return -1;
	};
}
function linkDeltas({ count, deltaStarts, deltas }, bases) {
	for (const base of bases) if (base >= 0) deltaStarts[base + 1]++;
	for (let entry = 0; entry < count; entry++) deltaStarts[entry + 1] += deltaStarts[entry];
	const next = deltaStarts.slice(0, count);
	for (let entry = 0; entry < count; entry++) {
		const base = bases[entry];
		if (base >= 0) deltas[next[base]++] = entry;
	}
}
/** The entries that lead to a whole object, bases first; deltas get their base's type. Those in a circle are not among them. */
function fromBases({ count, types, deltaStarts, deltas }) {
	const order = new Int32Array(count);
	let end = 0;
	for (let entry = 0; entry < count; entry++) if (types[entry] !== 0) order[end++] = entry;
	for (let at = 0; at < end; at++) {
		const base = order[at];
		for (let next = deltaStarts[base]; next < deltaStarts[base + 1]; next++) {
			types[deltas[next]] = types[base];
			order[end++] = deltas[next];
		}
	}
	return order.subarray(0, end);
}
// ../cli/dist/git/packs/packs.js
/**
* The packs of a repository and of its alternates that we can read ourselves. What is left out here is no loss: git reads
* the objects in it.
*/
/** An index of four million objects; larger packs are left to git, since what we know of their entries would take more. */
const largestIndex = 128 << 20;
/** As deep as git follows alternates of alternates. */
const deepest = 5;
const headBytes = 12;
/** In the order in which git looks for objects: what is the repository's own first, then what is newest. */
function indexedPacks(store) {
	if (store.idBytes !== 20) return [];
	return objectFolders(store).flatMap((folder) => {
		return indexFiles(folder).flatMap((path) => indexedPack(path.slice(0, -4)) ?? []).sort((a, b) => b.written - a.written);
	});
}
/** About how many objects lie in packs, by the sizes of their indexes. Reads none; throws nothing. */
function packedObjects(store) {
	return objectFolders(store).flatMap(indexFiles).map(sizeOf).reduce((sum, size) => sum + size, 0) / (store.idBytes + 8);
}
function sizeOf(path) {
	try {
		return (0, node_fs.statSync)(path).size;
	} catch {
		return 0;
	}
}
/** Undefined where the pack is not what its index says, or cannot be read. Throws nothing. */
function openPack(index) {
	const path = `${index.path}.pack`;
	const read = withFile(path, (file, { size }) => {
		const head = Buffer.alloc(headBytes);
		const sum = Buffer.alloc(index.packSum.length);
		(0, node_fs.readSync)(file, head, 0, head.length, 0);
		(0, node_fs.readSync)(file, sum, 0, sum.length, size - sum.length);
		return head.toString("latin1", 0, 4) === "PACK" && head.readUInt32BE(4) === 2 && head.readUInt32BE(8) === index.count && sum.equals(index.packSum) ? readPackEntries(file, size, index) : void 0;
	});
	return read && {
		pack: {
			path,
			...read.entries
		},
		order: read.order
	};
}
/** The pack of this path (without ending), if its index is one that we read. */
function indexedPack(path) {
	return withFile(`${path}.idx`, (file, { size, mtimeMs }) => {
		const index = size > largestIndex ? void 0 : parsePackIndex((0, node_fs.readFileSync)(file));
		return index && {
			path,
			written: mtimeMs,
			...index
		};
	});
}
/** Undefined where it is no file, or is not there any more: git knows where the objects are now. Never waits: it may be a pipe. */
function openRegular(path) {
	try {
		const file = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | node_fs.constants.O_NONBLOCK);
		if ((0, node_fs.fstatSync)(file).isFile()) return file;
		(0, node_fs.closeSync)(file);
	} catch {}
}
/** Undefined also where reading it fails. */
function withFile(path, use) {
	const file = openRegular(path);
	if (file === void 0) return void 0;
	try {
		return use(file, (0, node_fs.fstatSync)(file));
	} catch {
		return;
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
/** Where objects lie: the repository's own folder, those that it was led to, and their alternates. */
function objectFolders({ commonDir, leads }) {
	const found = /* @__PURE__ */ new Set();
	const add = (folder, depth) => {
		let real;
		try {
			real = (0, node_fs.realpathSync)(folder);
		} catch {
			return;
		}
		if (found.has(real)) return;
		found.add(real);
		if (depth === deepest) return;
		for (const other of alternatesOf(real)) add((0, node_path.isAbsolute)(other) ? other : (0, node_path.resolve)(real, other), depth + 1);
	};
	const own = leads["GIT_OBJECT_DIRECTORY"] ?? (0, node_path.join)(commonDir, "objects");
	const led = (leads["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "").split(node_path.delimiter);
	for (const folder of [own, ...led]) if ((0, node_path.isAbsolute)(folder)) add(folder, 0);
	return [...found];
}
/** Paths in quotes are left to git. */
function alternatesOf(folder) {
	return (withFile((0, node_path.join)(folder, "info/alternates"), (file, { size }) => size < 1 << 20 ? (0, node_fs.readFileSync)(file) : void 0)?.toString() ?? "").split("\n").filter((line) => line !== "" && !/^[#"]/.test(line));
}
/** The paths of the indexes below a folder of objects. */
function indexFiles(folder) {
	return namesIn$1((0, node_path.join)(folder, "pack")).filter((name) => name.endsWith(".idx")).map((name) => (0, node_path.join)(folder, "pack", name));
}
function namesIn$1(folder) {
	try {
		return (0, node_fs.readdirSync)(folder);
	} catch {
		return [];
	}
}
// ../cli/dist/git/packs/pack-bytes.js
/**
* The bytes of a pack's entries. Deltas of one object lie all over a pack, but of many objects some always lie side by
* side: so what will be asked for is read ahead, in the order in which it lies, with few calls.
*/
/** So much is read ahead at once, and so much room it has with what lies between. */
const [aheadBytes, roomBytes] = [1 << 20, 2 << 20];
/** What lies between two entries is read with them up to here. */
const widestGap = 4096;
/** What deflate adds to bytes that it cannot make smaller is less. */
const mostDeflated = (size) => size + (size >> 8) + 64;
var PackBytes = class {
	#pack;
	#file;
	#room = Buffer.allocUnsafeSlow(roomBytes);
	/** Where in the room the bytes of an entry are; -1: nowhere. */
	#places;
	/** The entries that are in the room. */
	#held = [];
	/** What will be asked for, and how much of that was. */
	#expected = [];
	#asked = 0;
	/** For what is too large for the room. */
	#large = Buffer.alloc(0);
	constructor(pack) {
		this.#pack = pack;
		this.#file = openRegular(pack.path);
		this.#places = new Int32Array(pack.count).fill(-1);
	}
	close() {
		if (this.#file !== void 0) (0, node_fs.closeSync)(this.#file);
	}
	/** These entries will be asked for in this order; some may be left out. */
	expect(entries) {
		this.#expected = entries;
		this.#asked = 0;
	}
	/** The deflated bytes of an entry, and perhaps some behind; undefined where there are none. Valid until the next call. */
	of(entry) {
		const length = this.#lengthOf(entry);
		if (this.#file === void 0 || length <= 0) return void 0;
		if (this.#places[entry] < 0 && length <= aheadBytes) this.#readAhead(this.#file, entry);
		const place = this.#places[entry];
		return place < 0 ? this.#read(this.#file, entry, length) : this.#room.subarray(place, place + length);
	}
	#lengthOf(entry) {
		const { offsets, heads, sizes } = this.#pack;
		const from = offsets[entry] + heads[entry];
		return Math.min(offsets[entry + 1] - from, mostDeflated(sizes[entry]));
	}
	/** Fills the room with an entry and those that will be asked for after it. */
	#readAhead(file, entry) {
		const { offsets, heads } = this.#pack;
		const next = this.#expected.indexOf(entry, this.#asked);
		if (next < 0) return;
		for (const held of this.#held) this.#places[held] = -1;
		let left = 0;
		let end = next;
		for (; end < this.#expected.length; end++) {
			const length = this.#lengthOf(this.#expected[end]);
			if (left + length > aheadBytes) break;
			left += Math.max(0, length);
		}
		this.#asked = next;
		const sorted = Int32Array.from(this.#expected.slice(next, end).filter((one) => this.#lengthOf(one) > 0)).sort();
		this.#held = [];
		let at = 0;
		for (let first = 0; first < sorted.length;) {
			const from = offsets[sorted[first]] + heads[sorted[first]];
			let size = 0;
			let last = first;
			for (; last < sorted.length; last++) {
				const one = sorted[last];
				const start = offsets[one] + heads[one] - from;
				const length = this.#lengthOf(one);
				if (last > first && (start - size > widestGap || at + start + left > roomBytes)) break;
				left -= length;
				size = start + length;
			}
			if (!readFully(file, this.#room, at, size, from)) {
				this.#expected = [];
				break;
			}
			for (; first < last; first++) {
				const one = sorted[first];
				this.#places[one] = at + offsets[one] + heads[one] - from;
				this.#held.push(one);
			}
			at += size;
		}
	}
	#read(file, entry, length) {
		if (this.#large.length < length) this.#large = Buffer.allocUnsafeSlow(length);
		const from = this.#pack.offsets[entry] + this.#pack.heads[entry];
		return readFully(file, this.#large, 0, length, from) ? this.#large.subarray(0, length) : void 0;
	}
};
/** Whether so many bytes were there. */
function readFully(file, into, at, length, from) {
	try {
		return (0, node_fs.readSync)(file, into, at, length, from) >= length;
	} catch {
		return false;
	}
}
/** Where they begin. Before is room for one delta. */
const basesStart = 8388624;
/** In which a pack's objects are made. */
const walkRoomSize = 41943056;
const typeNames = [
	void 0,
	"commit",
	"tree",
	"blob",
	"tag"
];
var PackWalk = class {
	#pack;
	#room;
	#bytes;
	#apply;
	#inflateInto = inflateAgain() ?? inflateAnew;
	/** Bases lie at both ends of the room from here on; between is free. */
	#low = basesStart;
	#high = walkRoomSize;
	/** @param room `walkRoomSize` bytes of memory, in which the objects are seen */
	constructor(pack, room) {
		this.#pack = pack;
		this.#room = Buffer.from(room.buffer, room.byteOffset, room.byteLength);
		this.#apply = deltasIn(room);
		this.#bytes = new PackBytes(pack);
	}
	close() {
		this.#bytes.close();
	}
	/** Reads what is asked for of whole objects and all that is made from them. Gives the objects that it cannot read. */
	read(roots, route, take) {
		const unread = [];
		this.#bytes.expect(this.#visits(roots, route));
		for (const root of roots) this.#readFrom(root, route, take, unread);
		return unread;
	}
	/** The entries that lead to what is asked for, in the order in which they are read. */
	#visits(roots, { counts, last }) {
		const { deltaStarts, deltas } = this.#pack;
		const visits = [];
		for (const root of roots) {
			const open = [root];
			for (let entry = open.pop(); entry !== void 0; entry = open.pop()) {
				visits.push(entry);
				if (last[entry] >= 0) open.push(last[entry]);
				for (let next = deltaStarts[entry + 1] - 1; next >= deltaStarts[entry]; next--) {
					const delta = deltas[next];
					if (counts[delta] > 0 && delta !== last[entry]) open.push(delta);
				}
			}
		}
		return visits;
	}
	#readFrom(root, route, take, unread) {
		const type = typeNames[this.#pack.types[root]];
		this.#low = basesStart;
		this.#high = walkRoomSize;
		const first = this.#makeWhole(root);
		if (first === void 0) {
			this.#leave(root, route, unread);
			return;
		}
		const see = ({ entry, at, size }) => {
			const object = route.objects[entry];
			if (object >= 0) take(object, type, this.#room.subarray(at, at + size));
		};
		see(first);
		const bases = [first];
		for (let base = bases.at(-1); base !== void 0; base = bases.at(-1)) {
			const delta = this.#nextDelta(base, route);
			if (delta === void 0) {
				this.#release(bases.pop());
				continue;
			}
			const made = this.#makeFrom(base, delta);
			if (made === void 0) {
				this.#leave(delta, route, unread);
				continue;
			}
			see(made);
			if (delta === route.last[base.entry]) this.#release(bases.pop());
			if (route.last[delta] < 0) this.#release(made);
			else bases.push(made);
		}
	}
	/** The next delta of a base that leads to something; `last` comes last. */
	#nextDelta(base, { counts, last }) {
		const { deltaStarts, deltas } = this.#pack;
		const end = deltaStarts[base.entry + 1];
		while (base.next < end) {
			const delta = deltas[base.next++];
			if (counts[delta] > 0 && delta !== last[base.entry]) return delta;
		}
		if (base.next > end) return void 0;
		base.next++;
		return last[base.entry] < 0 ? void 0 : last[base.entry];
	}
	#makeWhole(entry) {
		const size = this.#pack.sizes[entry];
		const at = this.#low;
		if (size > 8388608 || !this.#inflate(entry, at, size)) return void 0;
		this.#low += size;
		return {
			entry,
			at,
			size,
			isLow: true,
			next: this.#pack.deltaStarts[entry]
		};
	}
	#makeFrom(base, entry) {
		const deltaSize = this.#pack.sizes[entry];
		if (deltaSize > 8388608 || !this.#inflate(entry, 0, deltaSize)) return void 0;
		const head = readDeltaHead(this.#room, 0, deltaSize);
		const free = Math.min(this.#high - this.#low, wholeSize);
		if (head === void 0 || head.base !== base.size || head.result > free) return void 0;
		const { result: size } = head;
		const isLow = !base.isLow;
		const at = isLow ? this.#low : this.#high - size;
		if (!this.#apply(head.at, deltaSize, base.at, base.size, at, size)) return void 0;
		if (isLow) this.#low += size;
		else this.#high -= size;
		return {
			entry,
			at,
			size,
			isLow,
			next: this.#pack.deltaStarts[entry]
		};
	}
	#release({ at, size, isLow }) {
		if (isLow) this.#low = at;
		else this.#high = at + size;
	}
	/** Notes all that is asked for of an entry and what is made from it. */
	#leave(entry, { objects, counts }, unread) {
		const { deltaStarts, deltas } = this.#pack;
		const open = [entry];
		for (let at = open.pop(); at !== void 0; at = open.pop()) {
			if (objects[at] >= 0) unread.push(objects[at]);
			for (let next = deltaStarts[at]; next < deltaStarts[at + 1]; next++) if (counts[deltas[next]] > 0) open.push(deltas[next]);
		}
	}
	/** Puts what an entry holds there; whether it is as it should be. */
	#inflate(entry, at, size) {
		const deflated = this.#bytes.of(entry);
		return deflated !== void 0 && this.#inflateInto(deflated, this.#room, at, size);
	}
};
// ../cli/dist/sources/history/object-table.js
/** Bits of an object's byte in `kinds`: its type, and whether a gate lets it through. */
const kinds = {
	blob: 1,
	tree: 2,
	commit: 3,
	tag: 4
};
/** By the number that git has for a type; 0: none. */
const kindOf = [
	0,
	kinds.commit,
	kinds.tree,
	kinds.blob,
	kinds.tag
];
const nameOfKind = (kind) => Object.entries(kinds).find(([, one]) => one === kind)?.[0] ?? "";
var ObjectTable = class ObjectTable {
	idBytes;
	count = 0;
	/** The ids, one after the other. */
	ids;
	kinds;
	/** In bytes, as far as they were read. */
	sizes;
	/** Open addressing: 1 + the number of an object, or 0. Ids are random, so their first bytes are the hash. */
	#slots;
	constructor(idBytes, room = 4096) {
		this.idBytes = idBytes;
		this.ids = shared(room * idBytes);
		this.kinds = shared(room);
		this.sizes = new Float64Array(room);
		this.#slots = new Int32Array(new SharedArrayBuffer(8 * room));
	}
	/** A table of known objects, none of which is present yet. */
	static of(idBytes, { count, ids, kinds, sizes }) {
		const table = new ObjectTable(idBytes, 2 ** Math.ceil(Math.log2(Math.max(4096, count + 1))));
		table.count = count;
		table.ids.set(ids);
		table.kinds.set(kinds);
		table.sizes.set(sizes);
		for (let index = 0; index < count; index++) table.#link(index);
		return table;
	}
	static from({ idBytes, count, ids, kinds, slots }) {
		const table = new ObjectTable(idBytes, 1);
		table.count = count;
		table.ids = new Uint8Array(ids);
		table.kinds = new Uint8Array(kinds);
		table.#slots = new Int32Array(slots);
		return table;
	}
	share() {
		return {
			idBytes: this.idBytes,
			count: this.count,
			ids: this.ids.buffer,
			kinds: this.kinds.buffer,
			slots: this.#slots.buffer
		};
	}
	/** The number of the object with the id at `bytes[at…]`, or -1. */
	find(bytes, at) {
		return this.#slots[this.#slotOf(bytes, at)] - 1;
	}
	/** The number of the object, which is added if it is new. */
	add(bytes, at, kind) {
		const slot = this.#slotOf(bytes, at);
		const known = this.#slots[slot] - 1;
		if (known >= 0) return known;
		if (this.count === this.kinds.length) {
			this.makeRoom(2 * this.count);
			return this.add(bytes, at, kind);
		}
		const index = this.count++;
		const { ids, idBytes } = this;
		for (let byte = 0; byte < idBytes; byte++) ids[index * idBytes + byte] = bytes[at + byte];
		this.kinds[index] = kind;
		this.#slots[slot] = index + 1;
		return index;
	}
	/** The slot of the id, or the empty one where it would be. */
	#slotOf(bytes, at) {
		const { ids, idBytes } = this;
		const slots = this.#slots;
		const mask = slots.length - 1;
		for (let slot = hashAt(bytes, at) & mask;; slot = slot + 1 & mask) {
			const entry = slots[slot];
			if (entry === 0) return slot;
			let left = (entry - 1) * idBytes;
			const end = left + idBytes;
			let right = at;
			while (left < end && ids[left] === bytes[right]) {
				left++;
				right++;
			}
			if (left === end) return slot;
		}
	}
	/** In full, as git prints it. */
	hex(index) {
		return Buffer.from(this.ids.buffer, index * this.idBytes, this.idBytes).toString("hex");
	}
	findHex(hex) {
		const bytes = Buffer.from(hex, "hex");
		return bytes.length === this.idBytes ? this.find(bytes, 0) : -1;
	}
	typeOf(index) {
		return this.kinds[index] & 7;
	}
	isPresent(index) {
		return (this.kinds[index] & 16) !== 0;
	}
	isHit(index) {
		return (this.kinds[index] & 40) !== 0;
	}
	#link(index) {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = hashAt(this.ids, index * this.idBytes) & mask;
		while (slots[slot] !== 0) slot = slot + 1 & mask;
		slots[slot] = index + 1;
	}
	/** For so many objects, so that it need not be made again and again. */
	makeRoom(count) {
		if (count <= this.kinds.length) return;
		const room = 2 ** Math.ceil(Math.log2(count));
		const { ids, kinds, sizes } = this;
		this.ids = shared(room * this.idBytes);
		this.ids.set(ids);
		this.kinds = shared(room);
		this.kinds.set(kinds);
		this.sizes = new Float64Array(room);
		this.sizes.set(sizes);
		this.#slots = new Int32Array(new SharedArrayBuffer(8 * room));
		for (let index = 0; index < this.count; index++) this.#link(index);
	}
};
const shared = (bytes) => new Uint8Array(new SharedArrayBuffer(bytes));
function hashAt(bytes, at) {
	return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | (bytes[at + 3] & 127) << 24;
}
// ../cli/dist/git/packs/pack-stamps.js
/**
* Tells whether a repository's packs are still the files that they were. A pack never changes, so what was once listed of it
* need not be listed again. Reads no pack.
*/
/** What git keeps beside packs to be faster, and notes for itself: no object depends on it. */
const beside = /\.(?:rev|bitmap|keep|promisor|mtimes)$/;
const isId = /^[0-9a-f]{38}$/;
/** Of more new objects in a pack than this git is asked by listing all. */
const most = 2e4;
/**
* All of the packs, now; none where there is no folder for them. Undefined where objects may lie elsewhere, too, or in what
* git passes over, and where a file cannot be looked at, as one that is just being renamed. Throws nothing.
*/
function packStamps(store) {
	const { commonDir, leads } = store;
	const isLed = leads["GIT_OBJECT_DIRECTORY"] ?? leads["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
	if (store.idBytes !== 20 || isLed !== void 0) return void 0;
	const objects = (0, node_path.join)(commonDir, "objects");
	const stamps = {};
	try {
		if ((0, node_fs.statSync)((0, node_path.join)(objects, "info/alternates"), { throwIfNoEntry: false })) return void 0;
		for (const name of namesIn((0, node_path.join)(objects, "pack"))) {
			if (beside.test(name)) continue;
			const { size, mtimeMs, ctimeMs, ino } = (0, node_fs.statSync)((0, node_path.join)(objects, "pack", name));
			stamps[name] = [
				size,
				mtimeMs,
				ctimeMs,
				ino
			].join();
		}
		return Object.keys(stamps).every((name) => `${name.replace(/\.idx$/, "")}.pack` in stamps || name.endsWith(".pack")) ? stamps : void 0;
	} catch {
		return;
	}
}
function namesIn(folder) {
	try {
		return (0, node_fs.readdirSync)(folder);
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
}
/**
* Ids (in hex) of what lies in packs that were not there before. Undefined where a pack is gone or another, or there is
* something that we cannot read.
*/
function newlyPacked({ commonDir }, before, now) {
	if (Object.keys(before).some((name) => now[name] !== before[name])) return void 0;
	const ids = [];
	for (const name of Object.keys(now)) {
		if (name in before || !name.endsWith(".idx")) continue;
		const index = indexedPack((0, node_path.join)(commonDir, "objects/pack", name.slice(0, -4)));
		if (index === void 0 || index.count > most) return void 0;
		for (let at = 0; at < index.ids.length; at += 20) ids.push(index.ids.toString("hex", at, at + 20));
	}
	return ids;
}
/** Ids (in hex) of the objects that lie in files of their own; undefined where their folders cannot be read. */
function looseObjects({ commonDir }) {
	const objects = (0, node_path.join)(commonDir, "objects");
	try {
		return (0, node_fs.readdirSync)(objects).filter((name) => /^[0-9a-f]{2}$/.test(name)).flatMap((folder) => (0, node_fs.readdirSync)((0, node_path.join)(objects, folder)).flatMap((name) => isId.test(name) ? [folder + name] : []));
	} catch {
		return;
	}
}
// ../cli/dist/sources/history/pack-plan.js
/**
* Which objects are read from packs by ourselves, along their deltas, and in which parts; all others are left to git. Parts
* lie ready in shared memory: whichever reader is free takes the next.
*/
/** The next part that nobody has taken, as entries; undefined when all are. */
function takePart({ roots, parts, taken }) {
	const part = Atomics.add(taken, 0, 1);
	return part + 1 < parts.length ? roots.subarray(parts[part], parts[part + 1]) : void 0;
}
/** How many objects a part has at least, if there are as many. This thread hears nothing while it reads one. */
const partSize = 256;
/** Opens all packs that there are, whatever will be read of them. */
function readyPacks(store) {
	return indexedPacks(store).map((index) => ({
		index,
		opened: openPack(index)
	}));
}
var PackPlans = class {
	#table;
	#packs;
	#store;
	#indexed = 0;
	/**
	* Opens the packs of which at least half is to be read: of others git reads what it is asked for sooner than we their
	* entries.
	* @param wanted by object number: 1 if it is to be read
	* @param marks whether to note what lies in packs
	* @param ready the packs, if somebody has opened them
	*/
	constructor(store, table, wanted, marks = false, ready) {
		this.#table = table;
		this.#store = store;
		const isFound = new Uint8Array(table.count);
		const packs = ready ?? indexedPacks(store).map((index) => ({ index }));
		this.#packs = packs.flatMap(({ index, opened: before }) => {
			this.#indexed++;
			const numbers = numbersOf(index, table);
			let count = 0;
			for (const number of numbers) {
				if (number < 0) continue;
				if (marks) table.kinds[number] |= 64;
				if (isFound[number] === 0) count += wanted[number];
			}
			if (count === 0 || 2 * count < index.count) return [];
			const opened = ready ? before : openPack(index);
			if (opened === void 0) return [];
			const objects = new Int32Array(index.count).fill(-1);
			const { pack, order } = opened;
			for (let place = 0; place < numbers.length; place++) {
				const number = numbers[place];
				const entry = order.entryOf[place];
				if (number < 0 || isFound[number] === 1 || table.typeOf(number) !== kindOf[pack.types[entry]]) continue;
				isFound[number] = 1;
				objects[entry] = number;
			}
			return [{
				...opened,
				objects
			}];
		});
	}
	/** Whether these are all packs that there are, and the indexes of all were read. */
	areAllOf(packs) {
		const names = Object.keys(packs ?? {}).filter((name) => name.endsWith(".idx"));
		return this.#indexed === names.length && JSON.stringify(packs) === JSON.stringify(packStamps(this.#store));
	}
	/** Plans to read these objects, and says which of them are left to git. `foreign`: they are another shard's. */
	plan(objects, foreign = false) {
		if (objects.length === 0) return {
			plans: [],
			left: []
		};
		const wanted = new Uint8Array(this.#table.count);
		for (const object of objects) wanted[object] = 1;
		return {
			plans: this.#packs.map((pack) => planOf(pack, wanted, foreign)).filter(({ roots }) => roots.length > 0),
			left: objects.filter((object) => wanted[object] === 1)
		};
	}
};
/** The number of each object of a pack; -1 where git has not named it. */
function numbersOf({ count, ids }, table) {
	const numbers = new Int32Array(count);
	for (let place = 0; place < count; place++) numbers[place] = table.find(ids, place * table.idBytes);
	return numbers;
}
/** Takes what it reads out of `wanted`. */
function planOf({ pack, order: { order, bases }, objects }, wanted, foreign) {
	const route = {
		objects: new Int32Array(new SharedArrayBuffer(4 * pack.count)).fill(-1),
		counts: new Int32Array(new SharedArrayBuffer(4 * pack.count)),
		last: new Int32Array(new SharedArrayBuffer(4 * pack.count)).fill(-1)
	};
	const { counts, last } = route;
	for (let at = order.length - 1; at >= 0; at--) {
		const entry = order[at];
		const object = objects[entry];
		if (object >= 0 && wanted[object] === 1) {
			wanted[object] = 0;
			route.objects[entry] = object;
			counts[entry]++;
		}
		const base = bases[entry];
		if (base < 0 || counts[entry] === 0) continue;
		counts[base] += counts[entry];
		if (last[base] < 0 || counts[entry] > counts[last[base]]) last[base] = entry;
	}
	const roots = [];
	const parts = [0];
	let count = 0;
	for (const entry of order) {
		if (bases[entry] >= 0) break;
		if (counts[entry] === 0) continue;
		roots.push(entry);
		count += counts[entry];
		if (count < partSize) continue;
		parts.push(roots.length);
		count = 0;
	}
	if (count > 0) parts.push(roots.length);
	return {
		foreign,
		pack,
		route,
		roots: sharedCopy(roots),
		parts: sharedCopy(parts),
		taken: new Int32Array(new SharedArrayBuffer(4))
	};
}
function sharedCopy(numbers) {
	const copy = new Int32Array(new SharedArrayBuffer(4 * numbers.length));
	copy.set(numbers);
	return copy;
}
// ../cli/dist/sources/history/messages.js
/** Commits and tags as git stores them: who they point to, when they were made, and the text that people wrote. */
/** Seconds of a year that Date can still show, 9999: what lies beyond is no date. */
const latest = 253402300799;
/** Reads the headers of a commit; `idBytes` tells how long its ids are. Never throws. */
function readCommit(bytes, idBytes) {
	const width = 2 * idBytes;
	const parents = [];
	let at = 5 + width + 1;
	while (bytes.toString("latin1", at, at + 7) === "parent ") {
		parents.push(at + 7);
		at += 7 + width + 1;
	}
	const authorEnd = lineEnd(bytes, at);
	return {
		tree: 5,
		parents,
		authored: dateOf(bytes.toString("latin1", at, authorEnd)),
		committed: dateOf(bytes.toString("latin1", authorEnd + 1, lineEnd(bytes, authorEnd + 1)))
	};
}
const lineEnd = (bytes, from) => {
	const end = bytes.indexOf(10, from);
	return end < 0 ? bytes.length : end;
};
/** `author A <a@b> 1700000000 +0100` → 1700000000. */
function dateOf(line) {
	const seconds = Number(/> *(-?\d{1,15})(?: [-+]\d+)?$/.exec(line)?.[1] ?? 0);
	return Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= latest ? seconds : 0;
}
/** What a tag points to: an id in hex, and when it was made. */
function readTag(bytes) {
	const head = bytes.toString("latin1", 0, Math.min(bytes.length, 4096));
	return {
		target: /^object ([0-9a-f]+)$/m.exec(head)?.[1] ?? "",
		tagged: dateOf(/^tagger .*$/m.exec(head)?.[0] ?? "")
	};
}
/**
* The text of a commit or tag that people write: all headers but the ones with ids and signatures, and its message. In
* both, signatures are blanked, since their base64 looks like keys. Before the message stand spaces in place of the
* headers: so both have the places of the whole object, as `git cat-file -p` shows it, and share none.
*/
function wordsOf(bytes) {
	let gap = bytes.indexOf("\n\n");
	if (gap < 0) gap = bytes.length;
	const headers = bytes.subarray(0, gap);
	const message = withoutSignatures(bytes.subarray(gap));
	return {
		headers: withoutSignatures(headers),
		message: Buffer.concat([Buffer.from(blank(headers.toString("latin1")), "latin1"), message])
	};
}
/** Nothing but base64 and the block's own headers: a key in words between such lines is not hidden by them. */
const signature = /-----BEGIN (PGP SIGNATURE|SSH SIGNATURE|SIGNED MESSAGE)-----\r?\n(?: ?[\w-]+: .*\n)*(?: ?[A-Za-z0-9+/=]{0,80}\r?\n)*? ?-----END \1-----/g;
const idHeader = /^(?:tree|parent|object) [0-9a-f]+$/gm;
/** The same bytes, as many, with spaces in place of signatures and ids. */
function withoutSignatures(bytes) {
	if (!bytes.includes("-----BEGIN") && !/^(?:tree|object) /.test(bytes.toString("latin1", 0, 7))) return bytes;
	return Buffer.from(bytes.toString("latin1").replace(signature, blank).replace(idHeader, blank), "latin1");
}
const blank = (text) => text.replace(/[^\n]/g, " ");
// ../cli/dist/sources/history/object-facts.js
/** The headers of a commit with thousands of parents have room in this. */
const longestHead = 1 << 20;
var ObjectFacts = class {
	#idBytes;
	#numbers = [];
	#ids = [];
	#tags = [];
	#lost = [];
	#sizes = [];
	/** The beginning of a commit or tag that comes in pieces. */
	#head = Buffer.alloc(0);
	constructor(idBytes) {
		this.#idBytes = idBytes;
	}
	/** A whole object, or the beginning of one, of `size` bytes. */
	note(index, type, bytes, size = bytes.length) {
		this.#sizes.push(index, size);
		if (type === "commit") this.#commit(index, bytes);
		else if (type === "tag") this.#tags.push({
			index,
			target: readTag(bytes).target
		});
	}
	notePiece(index, type, bytes, isLast, size) {
		if (type !== "blob" && this.#head.length < longestHead) this.#head = Buffer.concat([this.#head, bytes]);
		if (!isLast) return;
		this.note(index, type, this.#head, size);
		this.#head = Buffer.alloc(0);
	}
	lose(index, why, detail) {
		this.#head = Buffer.alloc(0);
		this.#lost.push({
			index,
			why,
			detail
		});
	}
	/** What has come since the last call. */
	take() {
		const facts = {
			commits: {
				numbers: Float64Array.from(this.#numbers),
				ids: Buffer.from(this.#ids.join(""), "hex")
			},
			tags: this.#tags,
			lost: this.#lost,
			sizes: Float64Array.from(this.#sizes)
		};
		this.#numbers = [];
		this.#ids = [];
		this.#tags = [];
		this.#lost = [];
		this.#sizes = [];
		return facts;
	}
	#commit(index, bytes) {
		const { tree, parents, authored, committed } = readCommit(bytes, this.#idBytes);
		const width = 2 * this.#idBytes;
		this.#numbers.push(index, parents.length, authored, committed);
		for (const at of [tree, ...parents]) this.#ids.push(bytes.toString("latin1", at, at + width));
	}
};
// ../cli/dist/sources/history/read-needles.js
var NeedleReading = class {
	#needles;
	#idBytes;
	#facts;
	#found = [];
	/** Of an object that comes in pieces. */
	#tail = Buffer.alloc(0);
	#lines = new LineCounter();
	#isFound = false;
	constructor(idBytes, needles) {
		this.#needles = needles;
		this.#idBytes = idBytes;
		this.#facts = new ObjectFacts(idBytes);
	}
	whole(index, type, bytes) {
		this.#facts.note(index, type, bytes);
		const hit = firstNeedle(bytes, this.#needles);
		if (type === "tree") {
			if (hit) this.#readNames(index, bytes);
		} else if (hit) this.#found.push({
			index,
			line: new LineCounter().at(bytes, hit.offset),
			form: hit.form
		});
	}
	piece(index, type, bytes, isLast, size) {
		if (type === "tree") {
			this.#tail = Buffer.concat([this.#tail, bytes]);
			if (isLast) this.#readNames(index, this.#tail);
			if (isLast) this.#reset();
			return;
		}
		this.#facts.notePiece(index, type, bytes, isLast, size);
		const piece = Buffer.concat([this.#tail, bytes]);
		const hit = this.#isFound ? void 0 : firstNeedle(piece, this.#needles);
		if (hit) this.#found.push({
			index,
			line: this.#lines.at(piece, hit.offset),
			form: hit.form
		});
		this.#isFound ||= hit !== void 0;
		const past = Math.max(0, piece.length - overlapFor(this.#needles));
		this.#lines.pass(piece, past);
		this.#tail = piece.subarray(past);
		if (isLast) this.#reset();
	}
	lost(index, why, detail) {
		this.#reset();
		this.#facts.lose(index, why, detail);
	}
	take() {
		const found = this.#found;
		this.#found = [];
		return {
			...this.#facts.take(),
			hits: found.map(({ index }) => index),
			found
		};
	}
	/** Entries are `<mode> <name>\0<id>`. */
	#readNames(index, tree) {
		for (let at = 0; at < tree.length;) {
			const from = tree.indexOf(32, at) + 1;
			const to = tree.indexOf(0, from);
			if (from === 0 || to < 0) return;
			const hit = firstNeedle(tree.subarray(from, to), this.#needles);
			const isFolder = /^0*4/.test(tree.toString("latin1", at, from));
			if (hit) {
				const name = tree.toString("latin1", from, to) + (isFolder ? "/" : "");
				this.#found.push({
					index,
					line: 0,
					form: hit.form,
					name
				});
			}
			at = to + 1 + this.#idBytes;
		}
	}
	#reset() {
		this.#tail = Buffer.alloc(0);
		this.#lines = new LineCounter();
		this.#isFound = false;
	}
};
// ../cli/dist/sources/history/read-objects.js
/**
* The first look at every object: the gates over blobs and messages. Marks what may hold a candidate; observes nothing,
* for the paths of blobs are not known yet.
*/
/** One piece of an object must overlap the next by so much that no gate misses what lies across both. */
const overlap = 4096;
var ObjectReading = class {
	/** Whether what comes is another shard's: then only what it points to is told. */
	isForeign = false;
	#facts;
	#hits = [];
	/** Of an object that comes in pieces: the end of the piece before, and whether a gate has hit. */
	#tail = Buffer.alloc(0);
	#isHit = false;
	constructor(idBytes) {
		this.#facts = new ObjectFacts(idBytes);
	}
	whole(index, type, bytes) {
		this.#facts.note(index, type, bytes);
		if (this.isForeign) return;
		if (type === "blob" ? isWorthObserving(bytes) : isMessageWorth(bytes)) this.#hits.push(index);
	}
	piece(index, type, bytes, isLast, size) {
		this.#facts.notePiece(index, type, bytes, isLast, size);
		if (!this.#isHit) {
			const joined = Buffer.concat([this.#tail, bytes.subarray(0, overlap)]);
			this.#isHit = require_gates.passes(joined) || require_gates.passes(bytes);
			this.#tail = bytes.length < overlap ? joined.subarray(-4096) : Buffer.from(bytes.subarray(-4096));
		}
		if (!isLast) return;
		if (this.#isHit && !this.isForeign) this.#hits.push(index);
		this.#isHit = false;
		this.#tail = Buffer.alloc(0);
	}
	lost(index, why, detail) {
		this.#isHit = false;
		this.#tail = Buffer.alloc(0);
		this.#facts.lose(index, why, detail);
	}
	/** What has come since the last call. */
	take() {
		const hits = this.#hits;
		this.#hits = [];
		return {
			...this.#facts.take(),
			hits
		};
	}
};
/** The message, and the headers without what git writes: ids, and signatures, which most often stand last. */
function isMessageWorth(bytes) {
	const gap = bytes.indexOf("\n\n");
	const signature = bytes.indexOf("\ngpgsig");
	const end = gap < 0 ? bytes.length : gap;
	if (!require_gates.mayHold(bytes, 0, signature < 0 || signature > end ? end : signature) && !require_gates.mayHold(bytes, end) && !bytes.includes("\nmergetag ")) return false;
	const parts = wordsOf(bytes);
	return isWorthObserving(parts.headers) || isWorthObserving(parts.message);
}
function isWorthObserving(bytes) {
	if (!require_worth_reading.mayBeWorthReading(bytes) || !require_gates.passes(bytes)) return false;
	const decoded = require_gates.decode(bytes);
	return decoded.kind === "text" && require_worth_reading.worthReading(decoded.text);
}
// ../cli/dist/sources/history/read-trees.js
/**
* The look at every tree, once it is known which blobs are hits: which of its entries lead to one, which objects are
* named and not here. Keeps names and numbers only.
*/
/** Of longer trees the rest is read anew. */
const mostKept = 1024;
const mostKeptBytes = 65536;
/** Memory for a tree, by bytes and by words of four. */
var TreeBytes = class {
	bytes = Buffer.alloc(mostKeptBytes);
	words = new Int32Array(this.bytes.buffer, this.bytes.byteOffset, mostKeptBytes / 4);
	size = 0;
};
/** What the tree that was read last had in which place, and how far the one at hand is the same. */
var LastTree = class {
	/** Where each entry begins, and the last one ends. */
	#starts = /* @__PURE__ */ new Int32Array(1025);
	/** What an entry leads to, and the number of its name; -1: it does not lead on. */
	#objects = new Int32Array(mostKept);
	#names = new Int32Array(mostKept);
	/** How many entries are known. */
	#count = 0;
	#last = new TreeBytes();
	#own = new TreeBytes();
	/** Up to here the bytes from some entry on are as they were. */
	#same = 0;
	begin(bytes) {
		[this.#last, this.#own] = [this.#own, this.#last];
		this.#own.size = bytes.copy(this.#own.bytes);
		this.#same = this.#sameFrom(0);
	}
	/** Passes over the entries from `at` on that are as they were: gives the place behind them, and `use` those that lead on. */
	pass(place, at, use) {
		const starts = this.#starts;
		if (place >= this.#count || starts[place] !== at) return place;
		if (this.#same < at) this.#same = this.#sameFrom(at);
		for (; place < this.#count && starts[place + 1] <= this.#same; place++) if (this.#names[place] >= 0) use.push(this.#objects[place], this.#names[place]);
		return place;
	}
	/** Where the entry begins that follows those that were passed over. */
	startOf(place) {
		return this.#starts[place];
	}
	/** @param name the number of its name; -1: it does not lead on */
	note(place, start, next, object, name) {
		if (place >= mostKept) return;
		const starts = this.#starts;
		starts[place] = start;
		if (place >= this.#count || starts[place + 1] !== next) this.#count = place + 1;
		starts[place + 1] = next;
		this.#objects[place] = object;
		this.#names[place] = name;
	}
	/** All entries were noted or passed over. */
	end(count) {
		this.#count = Math.min(this.#count, count);
		while (this.#count > 0 && this.#starts[this.#count] > mostKeptBytes) this.#count--;
	}
	/** Words are compared where that can be: most trees are as they were but for one entry. */
	#sameFrom(from) {
		const [last, own] = [this.#last, this.#own];
		const end = Math.min(last.size, own.size);
		let at = from;
		for (; at < end && at % 4 !== 0; at++) if (last.bytes[at] !== own.bytes[at]) return at;
		let word = at / 4;
		const [before, now] = [last.words, own.words];
		for (const stop = Math.floor(end / 4); word < stop && before[word] === now[word];) word++;
		for (at = 4 * word; at < end && last.bytes[at] === own.bytes[at];) at++;
		return at;
	}
};
var TreeReading = class {
	#table;
	#names = /* @__PURE__ */ new Map();
	#missed = /* @__PURE__ */ new Set();
	#newNames = [];
	#trees = [];
	#entries = [];
	#missing = [];
	#lost = [];
	#sizes = [];
	#last = new LastTree();
	constructor(table) {
		this.#table = table;
	}
	whole(index, _, bytes) {
		this.#sizes.push(index, bytes.length);
		this.#read(index, bytes);
	}
	/** A tree of more than 8 MB: read when it is whole all the same, since its entries are few bytes each. */
	piece(index, _, bytes, isLast) {
		this.#pieces.push(Buffer.from(bytes));
		if (!isLast) return;
		const whole = Buffer.concat(this.#pieces);
		this.#pieces = [];
		this.#sizes.push(index, whole.length);
		this.#read(index, whole);
	}
	#pieces = [];
	lost(index, why, detail) {
		this.#lost.push({
			index,
			why,
			detail
		});
	}
	take() {
		const outcome = {
			trees: Int32Array.from(this.#trees),
			entries: Int32Array.from(this.#entries),
			names: this.#newNames,
			missing: this.#missing,
			lost: this.#lost,
			sizes: Float64Array.from(this.#sizes)
		};
		this.#trees = [];
		this.#entries = [];
		this.#newNames = [];
		this.#missing = [];
		this.#lost = [];
		this.#sizes = [];
		return outcome;
	}
	/** Entries are `<mode> <name>\0<id>`. A tree mostly differs in one from the one before, of which it is another version. */
	#read(index, bytes) {
		const { idBytes } = this.#table;
		const before = this.#entries.length;
		const last = this.#last;
		last.begin(bytes);
		let place = 0;
		for (let at = 0; at < bytes.length; place++) {
			const passed = last.pass(place, at, this.#entries);
			if (passed > place) {
				place = passed;
				at = last.startOf(place);
				if (at >= bytes.length) break;
			}
			let nameStart = at;
			while (bytes[nameStart] !== 32 && nameStart < bytes.length) nameStart++;
			nameStart++;
			let nameEnd = nameStart;
			while (bytes[nameEnd] !== 0 && nameEnd < bytes.length) nameEnd++;
			const next = nameEnd + 1 + idBytes;
			if (next > bytes.length) break;
			const object = this.#table.find(bytes, nameEnd + 1);
			last.note(place, at, next, object, this.#entry(bytes, at, nameStart, nameEnd, object));
			at = next;
		}
		last.end(place);
		this.#trees.push(index, (this.#entries.length - before) / 2);
	}
	/** The number of the entry's name, if it leads on; else -1. */
	#entry(bytes, at, nameStart, nameEnd, object) {
		while (bytes[at] === 48) at++;
		const isTree = bytes[at] === 52;
		const isSubmodule = bytes[at] === 49 && bytes[at + 1] === 54;
		const isFile = bytes[at] === 49 && bytes[at + 1] === 48;
		const table = this.#table;
		if (object < 0) {
			if (!isSubmodule) this.#miss(bytes, nameEnd + 1);
			return -1;
		}
		const kind = table.kinds[object];
		const isNamed = isFile && (kind & 7) === kinds.blob && isCredentialFile(bytes, nameStart, nameEnd);
		if (isNamed) table.kinds[object] |= 32;
		if (!(isTree ? (kind & 7) === kinds.tree : isNamed || (kind & 8) !== 0)) return -1;
		const number = this.#nameOf(bytes.toString("latin1", nameStart, nameEnd));
		this.#entries.push(object, number);
		return number;
	}
	#nameOf(name) {
		let number = this.#names.get(name);
		if (number === void 0) {
			number = this.#names.size;
			this.#names.set(name, number);
			this.#newNames.push(name);
		}
		return number;
	}
	#miss(bytes, at) {
		const id = bytes.toString("hex", at, at + this.#table.idBytes);
		if (this.#missed.has(id)) return;
		this.#missed.add(id);
		this.#missing.push(id);
	}
};
const botsFiles = /* @__PURE__ */ new Set([
	"user.cfg",
	"creds.yml",
	"creds.yaml",
	"api-keys.json"
]);
/** Whether nothing but credentials goes by this name; most names are told by a byte or two. */
function isCredentialFile(bytes, start, end) {
	const first = bytes[start];
	if (first === 46) return bytes[start + 1] === 101 && require_gates.credentialFile(bytes.toString("latin1", start, end))?.isDedicated === true;
	if (first !== 117 && first !== 99 && first !== 97 || end - start < 8 || end - start > 13) return false;
	return botsFiles.has(bytes.toString("latin1", start, end));
}
// ../cli/dist/sources/history/crew-member.js
/**
* One reader: reads parts of packs itself and asks a git of its own for all else, as it is told by messages. Works the same
* in any thread. What it does with the objects is its job's matter; who tells it is crew.ts.
*/
var crew_member_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	CrewMember: () => CrewMember,
	loadHits: () => loadHits
});
/** Chunks that a reader takes from a pile before it has read them: one to read, and one that git gets ready. */
const ahead = 2;
/** One reader with its git; works the same in any thread. */
var CrewMember = class {
	#store;
	#answer;
	#whenFree;
	#reading;
	#ofHits;
	/** Once there were hits to read: when what that takes is loaded, and the orders so far are obeyed. */
	#loading;
	#stream;
	/** How many objects of each chunk are still to come, and whose they are. */
	#open = [];
	/** Ends when no part of a pack is left. */
	#walking = Promise.resolve();
	#pile;
	/** Called when nothing is left of the pile. */
	#pileEnds = () => {};
	#piling = Promise.resolve();
	#isStopped = false;
	/** @param whenFree what is to be done in this thread before packs are read */
	constructor(store, answer, whenFree = () => void 0) {
		this.#store = store;
		this.#answer = answer;
		this.#whenFree = whenFree;
	}
	obey(order) {
		if (asksForHits(order)) this.#loading ??= loadHits();
		if (this.#loading === void 0) this.#obey(order);
		else this.#loading = this.#loading.then(() => this.#obey(order)).catch((error) => this.#fail(error));
	}
	#obey(order) {
		if (this.#isStopped) return;
		if (order === "end") Promise.all([this.#walking, this.#piling]).then(() => this.#stream?.finish()).then(() => this.#answer("done"));
		else if ("job" in order) this.#begin(order.job, order.plans, order.pile);
		else if ("packsOf" in order) this.#answer({ packs: readyPacks({
			...this.#store,
			commonDir: order.packsOf
		}) });
		else this.#ask(order.chunk);
	}
	stop() {
		this.#isStopped = true;
		this.#stream?.stop();
	}
	#ask({ indexes, ids, hits, foreign = false }) {
		if (hits) this.#ofHits?.expect(hits);
		this.#open.push({
			left: indexes.length,
			isForeign: foreign
		});
		if (this.#reading) this.#reading.isForeign = this.#open[0].isForeign;
		this.#stream?.ask(indexes, ids);
	}
	#take() {
		while (this.#pile && !this.#isStopped && this.#open.length < ahead) {
			const chunk = this.#pile.chunks[Atomics.add(this.#pile.taken, 0, 1)];
			if (chunk) this.#ask(chunk);
			else {
				this.#pile = void 0;
				this.#pileEnds();
			}
		}
	}
	#begin(job, plans, pile) {
		this.#ofHits = job.kind === "hits" ? new Hits() : void 0;
		const reading = this.#ofHits ?? readingFor(job, this.#store.idBytes);
		this.#reading = reading;
		this.#open = [];
		const count = () => {
			if (--this.#open[0].left > 0) return;
			this.#open.shift();
			reading.isForeign = this.#open[0]?.isForeign ?? false;
			this.#answer({ outcome: reading.take() });
			this.#take();
		};
		const room = this.#ofHits ? Buffer.allocUnsafeSlow(roomSize) : require_gates.gateRoom(50398224);
		this.#stream = new ObjectStream(this.#store, {
			whole(...args) {
				reading.whole(...args);
				count();
			},
			piece(index, type, bytes, isLast, size) {
				reading.piece(index, type, bytes, isLast, size);
				if (isLast) count();
			},
			lost(...args) {
				reading.lost(...args);
				count();
			}
		}, {
			buffered: this.#ofHits === void 0,
			room: room.subarray(0, roomSize),
			onStart: (pid) => this.#answer({ pid }),
			onFailure: (error) => this.#fail(error)
		});
		this.#pile = pile;
		this.#piling = new Promise((resolve) => this.#pileEnds = resolve);
		this.#take();
		this.#walking = this.#walk(reading, plans, room.subarray(roomSize)).catch((error) => this.#fail(error));
	}
	/** Reads parts of packs as long as there are some, and has git read what it cannot. */
	async #walk(reading, plans, room) {
		if (plans.length > 0) await this.#whenFree();
		for (const plan of plans) {
			const walk = new PackWalk(plan.pack, room);
			try {
				for (let part = takePart(plan); part && !this.#isStopped; part = takePart(plan)) {
					const { isForeign = false } = reading;
					reading.isForeign = plan.foreign;
					const unread = walk.read(part, plan.route, (index, type, bytes) => reading.whole(index, type, bytes)).map((index) => ({
						index,
						foreign: plan.foreign
					}));
					reading.isForeign = isForeign;
					this.#answer({
						outcome: reading.take(),
						unread
					});
					await (0, node_timers_promises.setImmediate)();
				}
			} finally {
				walk.close();
			}
		}
	}
	#fail(error) {
		const isUserError = error instanceof require_first.UserError;
		this.#answer({
			failure: isUserError ? error.message : String(error.stack),
			isUserError
		});
	}
};
function asksForHits(order) {
	return order !== "end" && "job" in order && order.job.kind === "hits";
}
/** Once it is loaded. */
let Hits;
/** Takes the whole engine, which those that look at packs do without: half the time in which a thread gets ready. */
async function loadHits() {
	Hits ??= (await Promise.resolve().then(() => require("./read-hits.cjs"))).HitReading;
}
function readingFor(job, idBytes) {
	switch (job.kind) {
		case "objects": return new ObjectReading(idBytes);
		case "needles": return new NeedleReading(idBytes, job.needles);
		case "trees": return new TreeReading(ObjectTable.from(job.table));
		default: return job;
	}
}
exports.CrewMember = CrewMember;
exports.LineCounter = LineCounter;
exports.ObjectTable = ObjectTable;
exports.PackPlans = PackPlans;
exports.crew_member_exports = crew_member_exports;
exports.firstNamed = firstNamed;
exports.firstNeedle = firstNeedle;
exports.kindOf = kindOf;
exports.kinds = kinds;
exports.lastLine = lastLine;
exports.looseObjects = looseObjects;
exports.nameDatabase = nameDatabase;
exports.nameOfKind = nameOfKind;
exports.needlesOf = needlesOf;
exports.newlyPacked = newlyPacked;
exports.openDatabase = openDatabase;
exports.overlapFor = overlapFor;
exports.packStamps = packStamps;
exports.packedObjects = packedObjects;
exports.spawnGit = spawnGit;
exports.wordsOf = wordsOf;
