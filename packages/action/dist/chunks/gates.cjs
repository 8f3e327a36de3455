"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
// ../engine/dist/byte-runs.js
/** Long runs of letters and digits in raw bytes, in UTF-8 and in UTF-16. */
/** 1 for ASCII letters and digits, by byte. */
const ALNUM = Uint8Array.from({ length: 256 }, (_, byte) => byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 ? 1 : 0);
/** A probe in a run of 60 has 30 letters on one side at least. */
const REACH = 30;
/**
* The start of the next run of at least `least` letters and digits (60 to 64) in `bytes[from, end)`, or -1. So many
* bytes in a row cover one of every so many, and with it half of them on its left or on its right. Only such bytes are
* looked at; where they are letters and digits, all around. The same probes see runs in UTF-16, letters with zero bytes
* between them.
*/
function nextRun(bytes, from, end, least) {
	for (let probe = from + least - 1; probe < end; probe += least) {
		const byte = bytes[probe];
		if (ALNUM[byte] === 1) {
			if ((besides(bytes, probe, -1) | (probe + REACH < end ? besides(bytes, probe, 1) : 0)) !== 0) {
				const start = runAround(bytes, probe, from, end, least);
				if (start >= 0) return start;
			}
			if (bytes[probe - 1] !== 0 && bytes[probe + 1] !== 0) continue;
		} else if (byte !== 0) continue;
		const wide = wideRun(bytes, byte === 0 ? probe + 1 : probe, from, end, least);
		if (wide >= 0) return wide;
	}
	return -1;
}
/** 1 if a few bytes of the 30 on one side of `probe` are all letters or digits, else 0. No branches, on purpose. */
function besides(bytes, probe, side) {
	return ALNUM[bytes[probe + side * 4]] & ALNUM[bytes[probe + side * 9]] & ALNUM[bytes[probe + side * 14]] & ALNUM[bytes[probe + side * 20]] & ALNUM[bytes[probe + side * 26]] & ALNUM[bytes[probe + side * REACH]];
}
/** The start of the run of at least so many around the letter at `probe`, or -1. */
function runAround(bytes, probe, from, end, least) {
	let left = probe;
	while (left > from && ALNUM[bytes[left - 1]] === 1) left--;
	const enough = left + least;
	if (enough > end) return -1;
	let right = probe + 1;
	while (right < enough && ALNUM[bytes[right]] === 1) right++;
	return right === enough ? left : -1;
}
/** Where the run ends that goes up to `at` or beyond. */
function runEnd(bytes, at, end) {
	let right = at;
	while (right < end && ALNUM[bytes[right]] === 1) right++;
	return right;
}
/** The start of the UTF-16 run around the letter at `at`, or -1. */
function wideRun(bytes, at, from, end, least) {
	if (at >= end || ALNUM[bytes[at]] === 0) return -1;
	let left = at;
	while (left - 2 >= from && bytes[left - 1] === 0 && ALNUM[bytes[left - 2]] === 1) left -= 2;
	const last = left + 2 * (least - 1);
	if (last >= end) return -1;
	for (let right = at + 2; right <= last; right += 2) if (bytes[right - 1] !== 0 || ALNUM[bytes[right]] === 0) return -1;
	return left;
}
// ../engine/dist/clues/passphrase-names.js
/** How people name the passphrase of a private key. */
const passWord = /pass/gi;
/** What stands before `pass` in the name of a private key's passphrase. */
const keyKinds = [
	"private",
	"priv",
	"prv",
	"rsa",
	"ed25519",
	"pem",
	"signing"
];
const beforePass = new RegExp(`(?:${keyKinds.join("|")})[_-]?(?:key|pem)?[_-]?(?:file)?[_-]?$`, "i");
/**
* Literals of `length` letters of which every such name has one up to its `pass`: `keypass`, `ey_pass`. In lower case,
* as the search over raw bytes wants them.
*/
function passphraseEndings(length) {
	let endings = ["pass"];
	const separators = [
		"",
		"_",
		"-"
	];
	for (const words of [
		separators,
		["", "file"],
		separators,
		[
			"",
			"key",
			"pem"
		],
		separators,
		keyKinds
	]) {
		const longer = endings.flatMap((ending) => words.map((word) => (word + ending).slice(-length)));
		endings = [...new Set(longer)];
	}
	return endings;
}
/** Whether a text, or a name, says passphrase of a private key: `private_key_pass`. Looks only where it says `pass`. */
function mentionsPassphrase(text) {
	for (const { index } of text.matchAll(passWord)) if (isPassphraseAfter(text.slice(Math.max(0, index - 24), index))) return true;
	return false;
}
/** Whether `pass` behind these letters is the beginning of such a name. */
function isPassphraseAfter(before) {
	return beforePass.test(before);
}
// ../engine/dist/grouped.js
/** Things in groups, by a key. */
/** Adds an item to the group of the key, which begins with it if there is none. */
function addToGroup(groups, key, item) {
	const group = groups.get(key);
	if (group) group.push(item);
	else groups.set(key, [item]);
}
/** The same, each item once. */
function addToSet(groups, key, item) {
	const group = groups.get(key);
	if (group) group.add(item);
	else groups.set(key, /* @__PURE__ */ new Set([item]));
}
// ../engine/dist/web-assembly.js
/** What a module exports, by its code in base64. Throws where there is no WebAssembly, or no room for it. */
function exportsOf(code, imports) {
	return new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(code, "base64")), imports).exports;
}
// ../engine/dist/words-code.js
/** Generated from words.wat by `npm run docs`. */
const wordsCode = "AGFzbQEAAAABCgFgBX9/f39/AX8DAgEABQMBAAAHEQIGbWVtb3J5AgAEZmluZAAACpcCAZQCAQV/IAJBAmwhBSACQQNsIQYgASAGayEHAkADQCAAIAdIBEAgBCAAKAIAQaDAgIECciADcUGx893xeWxBEHZqLQAAIAQgACACaigCAEGgwICBAnIgA3FBsfPd8XlsQRB2ai0AAHIgBCAAIAVqKAIAQaDAgIECciADcUGx893xeWxBEHZqLQAAIAQgACAGaigCAEGgwICBAnIgA3FBsfPd8XlsQRB2ai0AAHJyRQRAIAAgAkEEbGohAAwCCwsgACABTg0BIAAoAgBBoMCAgQJyIANxQbHz3fF5bCEIIAQgCEEQdmotAAAhCSAJQQBHIAlB/wFGIAkgCEEIdkH/AHFBAWpGcnENASAAIAJqIQAMAAsLIAAL";
// ../engine/dist/word-search.js
/**
* The search of words.wat, made ready: where one of many words may stand, in any case, by one pass over bytes or over a
* text. A word is three or four letters of what somebody looks for; whether it stands there is for the caller to see.
*/
const SLOT_BITS = 16;
const TABLE = 65536;
/** What the table has where several words belong, besides zero and what `entryOf` gives. */
const SHARED = 255;
/** So much is copied at a time: little at first, as the search may end soon; never more than a processor's cache holds. */
const [FIRST, MOST] = [4096, 65536];
const PAGE$1 = 65536;
/** What one search takes: a table, behind it room for a copy and the bytes after the last word. */
const PAGES = (TABLE + MOST) / PAGE$1 + 1;
var FastMachine = class {
	bytes = Buffer.alloc(0);
	find;
	#memory;
	/** @throws whatever WebAssembly does where there is none, or no address space for it */
	constructor() {
		const { memory, find } = exportsOf(wordsCode);
		this.#memory = memory;
		this.find = find;
	}
	take() {
		const at = this.#memory.grow(PAGES) * PAGE$1;
		this.bytes = Buffer.from(this.#memory.buffer);
		return at;
	}
};
/** The same without WebAssembly. */
var PlainMachine = class {
	bytes = Buffer.alloc(PAGES * PAGE$1);
	take = () => 0;
	find = (at, end, stride, mask) => {
		const { bytes } = this;
		for (; at < end; at += stride) {
			const hash = hashOf(wordAt(bytes, at), mask);
			const entry = bytes[hash >>> SLOT_BITS];
			if (entry === SHARED || entry === entryOf(hash)) break;
		}
		return at;
	};
};
/** One for all searches, as each reserves gigabytes of addresses. Null: it was tried, and there is none. */
let shared;
/** A machine with room for one more search, and where that begins. */
function machineFor(isFast) {
	if (isFast && shared !== null) try {
		shared ??= new FastMachine();
		return [shared, shared.take()];
	} catch {
		shared = null;
	}
	return [new PlainMachine(), 0];
}
var WordSearch = class {
	#letters;
	#stride;
	#mask;
	#machine;
	#table;
	#copy;
	/**
	* @param letters how many a word has: three or four
	* @param stride words are looked for at every so many bytes
	*/
	constructor(letters, stride, isFast = true) {
		this.#letters = letters;
		this.#stride = stride;
		this.#mask = letters === 4 ? -1 : 16777215;
		[this.#machine, this.#table] = machineFor(isFast);
		this.#copy = this.#table + TABLE;
	}
	/** Adds a word, which stands in `bytes` at `at`; gives its slot, which other words may have too. */
	add(bytes, at) {
		const hash = hashOf(wordAt(bytes, at), this.#mask);
		const slot = hash >>> SLOT_BITS;
		const [before, entry] = [this.#machine.bytes[this.#table + slot], entryOf(hash)];
		this.#machine.bytes[this.#table + slot] = before === 0 || before === entry ? entry : SHARED;
		return slot;
	}
	/** Whether `look` says yes to a place in `bytes[from, end)` where a word may begin. `slot`: as `add` gave it. */
	inBytes(bytes, from, end, look) {
		return this.#search(from, end, (start, to) => this.#machine.bytes.set(bytes.subarray(start, to), this.#copy), look);
	}
	/** The same of a text. Of letters beyond Latin-1 the lower halves count: they may be taken for others. */
	inText(text, look) {
		const copy = (start, to) => void this.#machine.bytes.write(text.slice(start, to), this.#copy, "latin1");
		return this.#search(0, text.length, copy, look);
	}
	#search(from, end, copy, look) {
		const stride = this.#stride;
		for (let start = from, size = FIRST; start + this.#letters <= end; size = Math.min(2 * size, MOST)) {
			const to = Math.min(end, start + size);
			copy(start, to);
			const last = this.#copy + to - start - this.#letters + 1;
			let at = this.#copy;
			for (;;) {
				at = this.#machine.find(at, last, stride, this.#mask, this.#table);
				if (at >= last) break;
				if (look(start + at - this.#copy, this.#slotAt(this.#machine.bytes, at))) return true;
				at += stride;
			}
			start += at - this.#copy;
		}
		return false;
	}
	/** Where the table has the word at `at`, the same in any case. */
	#slotAt(bytes, at) {
		return hashOf(wordAt(bytes, at), this.#mask) >>> SLOT_BITS;
	}
};
/** Four bytes, the lowest first. */
function wordAt(bytes, at) {
	return bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16 | bytes[at + 3] << 24;
}
/** 32 bits. */
function hashOf(word, mask) {
	return Math.imul((word | 538976288) & mask, 2654435761);
}
/** What the table has for a word of this hash. */
function entryOf(hash) {
	return (hash >>> 8 & 127) + 1;
}
// ../engine/dist/literals.js
/**
* The search for a set of literals in raw bytes: in any case, in UTF-8 and in UTF-16, all in one pass. Knows nothing of
* what they mean.
*/
/** Every fourth byte is looked at, as the first of a word: seven letters in a row have one of these in them. */
const WORD$1 = 4;
const SHORTEST = 7;
/** Upper case to lower case, all else as it is. */
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => byte >= 65 && byte <= 90 ? byte | 32 : byte);
var LiteralSearch = class {
	#words;
	#candidates;
	/** By the slot of the word. Made when the first word is found. */
	#bySlot;
	/**
	* @param literals in lower case
	* @throws RangeError when one is shorter than seven letters: some would be overlooked
	*/
	constructor(literals, words = new WordSearch(WORD$1, WORD$1)) {
		this.#words = words;
		const candidates = [];
		for (const literal of literals) {
			if (literal.length < SHORTEST) throw new RangeError(`literal '${literal}' is shorter than ${SHORTEST} letters`);
			for (const bytes of [Buffer.from(literal, "latin1"), Buffer.from(literal, "utf16le").subarray(0, -1)]) for (let offset = 0; offset < WORD$1; offset++) candidates.push({
				literal,
				bytes,
				offset,
				slot: words.add(bytes, offset)
			});
		}
		this.#candidates = candidates;
	}
	/** Whether `look` says yes to a literal in `bytes[from, end)`; it is shown them in the order of their starts. */
	some(bytes, from, end, look) {
		return this.#words.inBytes(bytes, from, end, (at, slot) => this.#around(bytes, at, slot, from, end).some(look));
	}
	/** All literals there, in the order of their starts. */
	all(bytes, from, end) {
		const found = [];
		this.some(bytes, from, end, (one) => {
			found.push(one);
			return false;
		});
		return found;
	}
	/** Those that have their word at `at`. One of a literal's first four places is looked at, so each is found once. */
	#around(bytes, at, slot, from, end) {
		const found = [];
		for (const { literal, bytes: letters, offset } of (this.#bySlot ??= grouped(this.#candidates)).get(slot) ?? []) {
			const start = at - offset;
			if (start < from || start + letters.length > end) continue;
			let index = 0;
			while (index < letters.length && FOLD[bytes[start + index]] === letters[index]) index++;
			if (index === letters.length) found.push({
				start,
				end: start + index,
				literal
			});
		}
		return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
	}
};
function grouped(candidates) {
	const groups = /* @__PURE__ */ new Map();
	for (const candidate of candidates) addToGroup(groups, candidate.slot, candidate);
	return groups;
}
// ../engine/dist/marks.js
/**
* The marks: words of what has no shape of its own, or none that shows in one line, and where they stand in raw bytes.
* What they mean together with runs and literals is the question of carriers.ts.
*/
/** One of these stands in a text with a key in pieces (see split-keys.ts). Too short for the search, so by itself. */
const OWNER = "binance";
const owners = [
	"ccxt",
	"CCXT",
	"Ccxt"
];
/** As they are written. */
const marks = [
	"bnguard-ignore",
	"PRIVATE KEY",
	"RSAKeyValue",
	"LS0tLS1CRUdJTi",
	"MC4CAQAwBQYDK2VwBCIEI",
	"IBAAKCA",
	"IBAQKCA",
	"KoZIhvcNAQ",
	"qGSIb3DQ",
	"qhkiG9w0B",
	...[
		"A",
		"B",
		"C",
		"D"
	].map((letter) => `gAAAAA${letter}`)
];
/** In any case, as headers of mail are. */
const anyCase = ["quoted-printable"];
/** The same: how the name of a passphrase may end; what stands before says whether it is one. */
const endings = () => passphraseEndings(7);
let search;
/** Made when it is asked for: where there are vectors, few files need it. */
const marksAndOwner = () => search ??= new LiteralSearch([
	...marks.map((one) => one.toLowerCase()),
	...anyCase,
	...endings(),
	OWNER
]);
/**
* Of each mark, and of the owner's names, three letters that other texts seldom have; of what counts in any case in both
* cases. The sieve tells eight groups apart; those in one group have letters in common, or so rare ones that it does not
* matter where they are mixed up.
*/
const PARTS = [
	["pas", "PAS"],
	[
		"bin",
		"BIN",
		"bng"
	],
	["VAT", "yVa"],
	[
		"d-p",
		"D-P",
		"KCA"
	],
	["0tL", "C4C"],
	["Ib3", "G9w"],
	["ZIh", "gAA"],
	["cxt", "CXT"]
];
const lettersOf = (letters) => Buffer.from(letters, "latin1");
/** By the same in lower case. */
const exactly = new Map(marks.map((says) => [says.toLowerCase(), lettersOf(says)]));
let byPart;
/** Made when the first part is found: in few commits there is one. */
const marksByPart = () => byPart ??= groupedByPart();
/** By their part, as `partAt` gives it. */
function groupedByPart() {
	const parts = PARTS.flat();
	const groups = /* @__PURE__ */ new Map();
	for (const [words, isExact] of [
		[marks, true],
		[owners, true],
		[[
			...anyCase,
			...endings(),
			OWNER
		], false]
	]) for (const says of words) {
		const part = parts.find((one) => says.includes(one));
		if (part === void 0) throw new RangeError(`the mark '${says}' has none of the parts that are searched for`);
		const mark = {
			says,
			letters: lettersOf(says),
			offset: says.indexOf(part),
			isExact
		};
		addToGroup(groups, partAt(lettersOf(part), 0), mark);
	}
	return groups;
}
/** Three letters as a number, in any case. */
function partAt(bytes, at) {
	return FOLD[bytes[at]] << 16 | FOLD[bytes[at + 1]] << 8 | FOLD[bytes[at + 2]];
}
/** The mark whose part stands at `at`; one that is more than an owner's name, if there is one. */
function markAround(bytes, at, from, end) {
	if (at < from || at + 3 > end) return void 0;
	let found;
	for (const { says, letters, offset, isExact } of marksByPart().get(partAt(bytes, at)) ?? []) {
		const begin = at - offset;
		if (begin < from || begin + letters.length > end || !isAt$1(bytes, begin, letters, isExact)) continue;
		if (says === "binance" || owners.includes(says)) found = OWNER;
		else if (isExact || anyCase.includes(says) || endsPassphrase(bytes, begin + letters.length, from)) return says;
	}
	return found;
}
function isAt$1(bytes, at, letters, isExact) {
	let index = 0;
	while (index < letters.length && (isExact ? bytes[at + index] : FOLD[bytes[at + index]]) === letters[index]) index++;
	return index === letters.length;
}
/** Whether the `pass` that ends at `end` is one of a passphrase's name. */
function endsPassphrase(bytes, end, from) {
	const pass = end - 4;
	const begin = Math.max(from, pass - 24);
	return isPassphraseAfter(String.fromCharCode(...bytes.subarray(begin, pass)));
}
/** The first mark, and whether the owner's name stands before it. In UTF-16 any case counts: the text is asked. */
function nextMark(bytes, start, end) {
	let isOwn = false;
	let mark;
	marksAndOwner().some(bytes, start, end, (hit) => {
		const letters = exactly.get(hit.literal);
		if (hit.literal === "binance") isOwn = true;
		else if (isWide(hit) || anyCase.includes(hit.literal)) mark = hit.literal;
		else if (letters ? isAt$1(bytes, hit.start, letters, true) : endsPassphrase(bytes, hit.end, start)) mark = hit.literal;
		return mark !== void 0;
	});
	return {
		isOwn,
		...mark !== void 0 && { mark }
	};
}
/** Whether one of the marks, or an owner's name, stands there in UTF-16. */
function hasWideMark(bytes, start, end) {
	return marksAndOwner().some(bytes, start, end, isWide);
}
const isWide = ({ start, end, literal }) => end - start > literal.length;
// ../engine/dist/sieve-code.js
/** Generated from sieve.wat by `npm run docs`. */
const sieveCode = "AGFzbQEAAAABDQJgAX8Bf2ADf39/AX8DBAMAAAEFAwEAAQcSAgZtZW1vcnkCAAVzaWV2ZQACCpAGAxwAIAAtAABBD3EtABAgAC0AAEEEdi0AIHFBB3ELXwEDfyAAQRBrIQEgAEEsayEDAkADQCABIANNDQEgAUEBaxAARQ0BIAFBAWshAQwACwsgAEEQaiECA0AgAiABa0E8TwRAQQEPCyACEABFBEBBAA8LIAJBAWohAgwACwALkAUFAX8RewJ/AX4Gf0EA/QAEECEEQQD9AAQgIQVBAP0ABDAhBkEA/QAEQCEHQQD9AARQIQhBAP0ABGAhCUEA/QAEcCEKQQD9AASAASELIAAhAyAAQRBrIQACQANAIAAgAU8NASAA/QAEACEUIBT9DA8PDw8PDw8PDw8PDw8PDw/9TiEMIBRBBP1tIQ0gBiAM/Q4gByAN/Q79TiEQIAggDP0OIAkgDf0O/U4hEiARIBD9DQ4PEBESExQVFhcYGRobHB0gEyAS/Q0PEBESExQVFhcYGRobHB0e/U4gCiAM/Q4gCyAN/Q79Tv1OIQ8gBCAM/Q4gBSAN/Q79TiEOIA79ZCEVIBlBEHYgDv0MBwcHBwcHBwcHBwcHBwcHB/1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEEQdHIhGSAZQRB2aCEaIBlBEHRnIBpqIRsgD/1TIBVyIBtBEE9yBEAgFSAVQQJ2IBVBBHZxcUF/IBVBAXYgFUEDdnJzcSEYQQAhHCAaQRBJIBtBEE9xBEBBASAadCAO/QwYGBgYGBgYGBgYGBgYGBgY/U79DAAAAAAAAAAAAAAAAAAAAAD9JP1kcSEcCyAZRSAAIANPcSAAIAJOcSEdIB0EQCAAEAEhHQsgGARAIBatIBWtQhCGhCAA/QAEEP0MAAAAAAAAAAAAAAAAAAAAAP0j/WStQiCGhCEXIBcgF0ICiIMhFyAXIBdCBIggF0IIiIODIRcgGEEAIBdCAFJrcSEYCyAP/VMgGHIgHCAdcnIEQCAAIANPDQMLCyAVIRYgECERIBIhEyAAQRBqIQAMAAsLQQAgD/0MAAAAAAAAAAAAAAAAAAAAAP0k/WQ2AgBBACAcNgIEQQAgGDYCCCAACw==";
const STEP = 16;
const PAGE = 65536;
/** So far beyond what it is asked about the sieve may look. */
const BESIDE$1 = 48;
/** Bytes that lie elsewhere are copied, so many at a time: they stay in the processor's cache. */
const SLICE = 65536;
/** Where they are copied to. The answer and the tables lie below. */
const COPY = 256;
/** Where the room begins for those that need not be copied. */
const ROOM = 65888;
const [ANSWER, TABLES] = [0, 16];
const [QUOTE$1, BACKTICK, ZERO] = [
	8,
	16,
	128
];
var Sieve = class Sieve {
	#exports;
	#bytes;
	#words;
	constructor(exports, groups) {
		this.#exports = exports;
		this.#bytes = new Uint8Array(exports.memory.buffer);
		this.#words = new Int32Array(exports.memory.buffer);
		this.#makeRoom(0);
		for (let byte = 0; byte < 256; byte++) {
			const letter = String.fromCharCode(byte);
			if (ALNUM[byte] === 1) this.#enter(0, byte, byte < 64 ? 1 : (byte & 16) === 0 ? 2 : 4);
			if (letter === "\"" || letter === "'") this.#enter(0, byte, QUOTE$1);
			if (letter === "`") this.#enter(0, byte, BACKTICK);
		}
		this.#enter(0, 0, ZERO);
		groups.forEach((parts, group) => {
			for (const part of parts) for (let place = 0; place < 3; place++) this.#enter(1 + place, part.charCodeAt(place), 1 << group);
		});
	}
	/**
	* Undefined where there is no WebAssembly with vectors. @param groups at most eight, of parts of marks, three letters
	* each, as they are written; parts in one group may be taken for each other
	*/
	static of(groups) {
		try {
			return new Sieve(exportsOf(sieveCode), groups);
		} catch {
			return;
		}
	}
	/** Memory for `size` bytes that need not be copied to be sieved. Asking for more takes back what was given before. */
	room(size) {
		this.#makeRoom(size);
		return this.#bytes.subarray(ROOM, ROOM + size);
	}
	/** The memory itself, for other modules that work in such a room. */
	get memory() {
		return this.#exports.memory;
	}
	/**
	* Whether `look` says yes to a step in `bytes[start, end)`. Steps begin at `at`, and every one that it is not shown
	* has nothing. A step may begin with the middle of something, or reach beyond the end.
	*/
	some(bytes, start, end, look) {
		const words = this.#words;
		const isHere = bytes.buffer === this.#bytes.buffer;
		let fresh = start;
		for (let from = start, to = end; from < end; from = to) {
			let zero = bytes.byteOffset;
			if (!isHere) {
				to = Math.min(end, from + SLICE);
				const lead = Math.min(BESIDE$1, from - start);
				this.#bytes.set(bytes.subarray(from - lead, Math.min(end, to + BESIDE$1)), COPY);
				zero = COPY + lead - from;
			}
			const stop = zero + to;
			for (let at = zero + from;; at += STEP) {
				at = this.#exports.sieve(at, stop, zero + fresh);
				if (at >= stop) break;
				fresh = look(at - zero, words[ANSWER], words[ANSWER + 1], words[ANSWER + 2]);
				if (fresh === -1) return true;
			}
		}
		return false;
	}
	/** Notes in the two tables of a question that the answer for `byte` has this bit. */
	#enter(question, byte, bit) {
		const low = TABLES + 32 * question;
		this.#bytes[low + (byte & 15)] |= bit;
		this.#bytes[low + 16 + (byte >> 4)] |= bit;
	}
	#makeRoom(size) {
		const pages = Math.ceil((ROOM + size + BESIDE$1 - this.#bytes.length) / PAGE);
		if (pages <= 0) return;
		this.#exports.memory.grow(pages);
		this.#bytes = new Uint8Array(this.#exports.memory.buffer);
		this.#words = new Int32Array(this.#exports.memory.buffer);
	}
};
// ../engine/dist/carriers.js
/**
* What could carry a credential, by its raw bytes: a long run of letters and digits, a literal that is joined to
* another, a private key's marks, the name of a passphrase. Where nothing does, the text has no candidate and no ignore
* comment, however often it speaks of Binance. No decoding, no copy; worth-reading.ts then asks the text itself.
*/
/** A listen key has 60 letters and digits at least, all others more. */
const RUN$1 = 60;
const SIEVE = Sieve.of(PARTS);
/**
* Whether `bytes[start, end)` may hold a candidate or an ignore comment. False is certain, true is a reason to decode
* and to ask `worthReading`. Reads UTF-8, Latin-1 and UTF-16.
* @param doubts absent: all that may carry one counts
*/
function mayHold(bytes, start = 0, end = bytes.length, doubts) {
	return SIEVE === void 0 ? mayHoldPlainly(bytes, start, end, doubts) : mayHoldSieved(SIEVE, bytes, start, end, doubts);
}
/** Whether so many letters and digits (60 to 64) stand in a row in `bytes[start, end)`, in UTF-8 or in UTF-16. */
function hasRun(bytes, start, end, least) {
	let isWide = false;
	const holds = SIEVE?.some(bytes, start, end, (at, _marks, _quote, wide) => {
		isWide = wide !== 0;
		const isRun = ALNUM[bytes[at]] === 1 && runAround(bytes, at, start, end, least) >= 0;
		return isWide || isRun ? -1 : start;
	});
	return holds === void 0 || isWide ? nextRun(bytes, start, end, least) >= 0 : holds;
}
/** Memory for bytes that `mayHold` looks at without copying them, valid until more is asked for. */
function gateRoom(size) {
	return SIEVE?.room(size) ?? new Uint8Array(size);
}
/** What `gateRoom` gives pieces of, for WebAssembly that works in it too; undefined where there is none. */
function gateMemory() {
	return SIEVE?.memory;
}
/** The same as `mayHoldPlainly`, several times as fast: only what the sieve stops at is looked at. */
function mayHoldSieved(sieve, bytes, start, end, doubts) {
	let [isOwn, isWide] = [false, false];
	/** Where literals end that another is joined to, as long as nobody has looked at them. */
	let splits = [];
	/** Where the last long run ends that is no value. */
	let passed = start;
	const holds = sieve.some(bytes, start, end, (at, marks, quote, wide) => {
		if (wide !== 0 && mayBeWide(bytes, at, start, end) && isWideNear(bytes, at, start, end)) isWide = true;
		if (isWide) return -1;
		if (at >= passed && ALNUM[bytes[at]] === 1) {
			const run = runAround(bytes, at, start, end, RUN$1);
			if (run >= 0) {
				if (doubts === void 0) return -1;
				passed = runEnd(bytes, run + RUN$1, end);
				if (doubts.isValue(run, passed)) return -1;
			}
		}
		for (let rest = marks; rest !== 0; rest &= rest - 1) {
			const mark = markAround(bytes, at + lowest(rest) - 2, start, end);
			if (mark === "binance") isOwn = true;
			else if (mark !== void 0 && (doubts === void 0 || doubts.isMark())) return -1;
		}
		if (quote !== 0 && splits.length < MOST_SPLITS) {
			const place = at + lowest(quote);
			if (place < end && endsLiteral(bytes, place, start, end)) splits.push(place);
		}
		if (!isOwn || splits.length === 0) return passed;
		if (doubts === void 0 || splits.length === MOST_SPLITS || splits.some(doubts.isSplitKey)) return -1;
		splits = [];
		return passed;
	});
	return isWide ? mayHoldPlainly(bytes, start, end, doubts) : holds;
}
/** Of so many one is taken for a key, unseen. */
const MOST_SPLITS = 1e3;
/** So much may lie on either side of a step of the sieve: the shortest mark in UTF-16 has 13 bytes. */
const BESIDE = 12;
/** Whether six zero bytes with letters between them stand around the step at `at`: a mark in UTF-16 has as many. */
function mayBeWide(bytes, at, from, end) {
	const [first, last] = [Math.max(from, at - BESIDE), Math.min(end, at + 16 + BESIDE)];
	for (const phase of [first, first + 1]) {
		let zeros = 0;
		for (let here = phase; here < last; here += 2) {
			const before = bytes[here - 1];
			if (bytes[here] !== 0) zeros = 0;
			else if (zeros > 0 && before >= 32 && before < 127) zeros++;
			else zeros = 1;
			if (zeros === 6) return true;
		}
	}
	return false;
}
/** The longest mark in UTF-16 has fewer bytes. */
const LONGEST_WIDE = 64;
/** Whether a mark or half a key stands there in UTF-16: programs have many short words with zero bytes between. */
function isWideNear(bytes, at, from, end) {
	const [first, last] = [Math.max(from, at - LONGEST_WIDE), Math.min(end, at + 16 + LONGEST_WIDE)];
	return hasWideRun(bytes, first, last) || hasWideMark(bytes, first, last);
}
/** Whether so many letters or digits as a part of a key has stand there with zero bytes between. */
function hasWideRun(bytes, from, end) {
	for (const phase of [from, from + 1]) {
		let length = 0;
		for (let at = phase; at < end; at += 2) {
			length = ALNUM[bytes[at]] === 1 && (length === 0 || bytes[at - 1] === 0) ? length + 1 : 0;
			if (length === PART) return true;
		}
	}
	return false;
}
/** The number of the lowest bit that is set. */
function lowest(bits) {
	return 31 - Math.clz32(bits & -bits);
}
/** `mayHold` without vectors; what it says is what counts. */
function mayHoldPlainly(bytes, start = 0, end = bytes.length, doubts) {
	for (let run = nextRun(bytes, start, end, RUN$1); run >= 0;) {
		const isWide = bytes[run + 1] === 0;
		const stop = runEnd(bytes, run, end);
		if (doubts === void 0 || isWide || doubts.isValue(run, stop)) return true;
		run = nextRun(bytes, stop, end, RUN$1);
	}
	const { mark, isOwn } = nextMark(bytes, start, end);
	if (mark !== void 0) return true;
	const some = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
	if ((isOwn || owners.some((name) => some.includes(name))) && hasSplitLiterals(bytes, start, end)) return true;
	return some.includes(0) && hasWideLiteral(bytes, start, end);
}
/** For bytes of which each is a letter: where literals end that may be parts of a key and have another joined to them. */
function splitLiterals(bytes) {
	const ends = [];
	if (SIEVE === void 0) {
		for (let at = 0; at < bytes.length; at++) if (KIND[bytes[at]] === QUOTE && endsLiteral(bytes, at, 0, bytes.length)) ends.push(at);
		return ends;
	}
	SIEVE.some(bytes, 0, bytes.length, (at, _, quote) => {
		const place = at + lowest(quote);
		if (quote !== 0 && place < bytes.length && endsLiteral(bytes, place, 0, bytes.length)) ends.push(place);
		return bytes.length;
	});
	return ends;
}
/** Whether one of the words stands there that tell of what has no shape of its own. */
function hasMark(bytes) {
	return nextMark(bytes, 0, bytes.length).mark !== void 0;
}
/** So long a part of a key tells that a literal may be one. */
const PART = 16;
const WORD = 4;
/** And so long one that follows it. */
const NEXT_PART = 8;
/** Two parts that are longer than a key in base64 make none; an escape may stick to the first. */
const LONGEST_PARTS = 92;
/**
* What may stand at and between two literals. Blanks are also the bytes of those beyond ASCII, in UTF-8 as well as
* without their upper halves (see worth-reading.ts): U+2003, U+2028, U+202F, U+205F. A parenthesis is one of them.
*/
const [OTHER, QUOTE, BLANK, OPERATOR, PREFIX] = [
	0,
	1,
	2,
	3,
	4
];
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
	const letter = String.fromCharCode(byte);
	if (byte < 32 || byte >= 128 || /[ \\()/_]/.test(letter)) return BLANK;
	if (/["'`]/.test(letter)) return QUOTE;
	if (/[+.,&~|<>]/.test(letter)) return OPERATOR;
	return /[A-Za-z@$]/.test(letter) ? PREFIX : OTHER;
});
/**
* Whether a run of 16 letters and digits ends with a literal that another follows at once or behind a comma: halves of
* a key that is joined. Such a run covers an offset that is a multiple of 16, and with it eight more bytes on its left
* or from there on, which are two aligned words: only these are looked at, and most hold a blank or a quote.
*/
function hasSplitLiterals(bytes, from, end) {
	const lead = bytes.byteOffset % WORD;
	const words = new Int32Array(bytes.buffer, bytes.byteOffset - lead, Math.floor((lead + bytes.length) / WORD));
	const step = PART / WORD;
	const last = Math.floor((lead + end) / WORD) - 1;
	for (let index = step * Math.ceil((lead + from) / PART); index < last; index += step) {
		const left = marked(words[index - 2]) & marked(words[index - 1]) & MARK;
		const right = marked(words[index]) & marked(words[index + 1]) & MARK;
		if (left !== MARK && right !== MARK) continue;
		if (endsLiteral(bytes, index * WORD - lead, from, end)) return true;
	}
	return false;
}
/** Letters have 0x40 in them, and digits 0x10. */
const MARK = 1077952576;
function marked(word) {
	return word | word << 2;
}
/** Whether the run that covers `at`, or ends there, is part of a key in a literal that is joined to another. */
function endsLiteral(bytes, at, from, end) {
	let right = at;
	const longest = Math.min(end, at + LONGEST_PARTS);
	while (right < longest && ALNUM[bytes[right]] === 1) right++;
	if (right === end || KIND[bytes[right]] !== QUOTE) return false;
	let left = at;
	while (left > from && right - left < LONGEST_PARTS && ALNUM[bytes[left - 1]] === 1) left--;
	return right - left >= PART && isJoined(bytes, right, end, LONGEST_PARTS - (right - left));
}
/** Whether the quote at `at` ends a literal that another is joined to, one that begins with a part of a key. */
function isJoined(bytes, at, end, longest) {
	let next = at + 1;
	next = passKind(bytes, next, end, BLANK, 160);
	next = passKind(bytes, next, end, OPERATOR, 2);
	next = passKind(bytes, next, end, BLANK, 160);
	next = passKind(bytes, next, end, PREFIX, 2);
	if (next >= end || KIND[bytes[next]] !== QUOTE) return false;
	let last = next + 1;
	while (last < end && ALNUM[bytes[last]] === 1 && last - next <= longest) last++;
	const length = last - next - 1;
	return length >= NEXT_PART && length <= longest;
}
function passKind(bytes, from, end, kind, most) {
	const stop = Math.min(end, from + most);
	let at = from;
	while (at < stop && KIND[bytes[at]] === kind) at++;
	return at;
}
/** Whether a UTF-16 run of 16 letters and digits ends with a literal. */
function hasWideLiteral(bytes, from, end) {
	for (let probe = from + PART - 1; probe < end; probe += PART) {
		if (bytes[probe] !== 0 && bytes[probe - 1] !== 0 && bytes[probe + 1] !== 0) continue;
		const at = bytes[probe] === 0 ? probe + 1 : probe;
		if (at >= end || ALNUM[bytes[at]] === 0) continue;
		let left = at;
		while (left - 2 >= from && bytes[left - 1] === 0 && ALNUM[bytes[left - 2]] === 1) left -= 2;
		let right = at + 2;
		while (right < end && bytes[right - 1] === 0 && ALNUM[bytes[right]] === 1) right += 2;
		if (right < end && right - left >= 32 && KIND[bytes[right]] === QUOTE) return true;
	}
	return false;
}
// ../engine/dist/ref-interest.js
/** Which of the refs that hold something people look at first. */
const kindsOfRefs = [
	"HEAD",
	"refs/heads/main",
	"refs/heads/master",
	"refs/heads/",
	"refs/remotes/",
	"refs/tags/",
	""
];
/** Refs in the order in which people look at them: the usual main branch, branches, remote-tracking branches, tags, all else. */
function byInterest(a, b) {
	const kindOf = (name) => kindsOfRefs.findIndex((kind) => name.startsWith(kind));
	return kindOf(a) - kindOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}
// ../engine/dist/credential-files.js
/**
* Files that hold credentials by their names: `.env` and its kin, private keys, the files of trading bots. Names alone,
* and whether a text of such a file has anything in it; whose the credentials are is the question of other files.
*/
const env = {
	kind: "env",
	isDedicated: true
};
/** `binance.env`: docker’s habit; of its own name it may be anything. */
const namedEnv = {
	kind: "env",
	isDedicated: false
};
const key = {
	kind: "key",
	isDedicated: false
};
const dedicated = {
	kind: "bot",
	isDedicated: true
};
const configuration = {
	kind: "bot",
	isDedicated: false
};
/** Of any of these the name must have a letter sequence, so that most paths cost one test. */
const mayBeOne = /env|\.(?:pem|key|p8|pk8|prv|priv)$|(?:user\.cfg|app\.conf|conf\.js|credentials|\.(?:json5?|ya?ml|toml|ini|cfg|csv|txt))$/i;
const envName = /^\.env(?:rc)?(?:[._~-][\w.~-]*)?$/i;
const namedEnvName = /.\.env$/i;
/** Code, documentation, and what is encrypted. */
const noEnv = /\.(?:[cm]?[jt]sx?|py|rb|go|php|md|html?|vault|enc|encrypted|gpg|asc|age|sops|schema|lock|ya?ml|map)$/i;
const keyName = /\.(?:pem|key|p8|pk8|prv|priv)$/i;
/** Marked as something to copy and fill in. */
const templateWord = /(?:^|[._-])(?:examples?|samples?|dist|templates?|tmpl|tpl|skel(?:eton)?|defaults?|placeholder|schema)(?=$|[._-])/i;
/** binance-trade-bot, binance-volatility-trading-bot, passivbot, php-binance-api, hummingbot, vn.py. */
const dedicatedPath = /(?:^|\/)(?:user\.cfg|creds\.ya?ml|api-keys\.json|php-binance-api\.json|conf\/connectors\/binance\w*\.ya?ml|connect_binance\w*\.json|\.bnc\/credentials|credentials\/binance\.json)$/i;
/** OctoBot, freqtrade, beego bots, zenbot; and what people call such files themselves. */
const configurationPath = /(?:^|\/)(?:user\/config\.json|user_data\/[\w.-]+\.json|config[\w.-]*\.json5?|conf\/app\.conf|conf\.js|conf\/connectors\/[\w-]+\.ya?ml|(?:creds?|credentials?|secrets?|(?:my|binance)?[-_.]?api[-_]?keys?|keys)\.(?:json5?|ya?ml|toml|ini|cfg|conf|csv|txt))$/i;
const freqtradeConfig = /(?:^|\/)config[\w.-]*\.json5?$/i;
/** What freqtrade’s configuration has and hardly another. */
const freqtradeWords = /"(?:stake_currency|pair_whitelist|freqtrade|max_open_trades)"/;
/** What a path’s name says; undefined for any other file, and for templates, which credentials rules read anyway. */
function credentialFile(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (!mayBeOne.test(name) || templateWord.test(name)) return void 0;
	if (envName.test(name)) return noEnv.test(name.slice(4)) ? void 0 : env;
	if (namedEnvName.test(name)) return namedEnv;
	if (keyName.test(name)) return key;
	if (dedicatedPath.test(path)) return dedicated;
	return configurationPath.test(path) ? configuration : void 0;
}
/** `config.json`: freqtrade’s, and of a thousand others. Its text tells (see holdsSecrets). */
function isAnyConfiguration(path) {
	return freqtradeConfig.test(path) && !/(?:^|\/)(?:user_data|user)\//.test(path);
}
/** The file that a template is to be copied to: `.env.example` → `.env`. Undefined for any other file. */
function filledTemplate(path) {
	const at = path.lastIndexOf("/") + 1;
	const name = path.slice(at);
	if (!templateWord.test(name) || !/env|\.cfg|creds|api-keys/i.test(name)) return void 0;
	let plain = name.replace(templateWord, "").replace(/^[-_]+|[-_.]+$/g, "");
	plain = plain.replace(/\.\.+/g, ".").replace(/[-_]+(?=\.)/g, "");
	if (/^\.?env$/i.test(plain)) plain = ".env";
	if (plain === ".user.cfg") plain = "user.cfg";
	return credentialFile(path.slice(0, at) + plain)?.isDedicated ? path.slice(0, at) + plain : void 0;
}
/** More than that of a file is not looked at: such files are short. */
const mostText = 1 << 20;
/** `NAME=value`, `name: value`, `"name": "value"`. */
const entry = /^[ \t]*(?:export[ \t]+|set[ \t]+)?["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]*[=:][ \t]*(.*)$/;
/** Names of what is secret. */
const secretName = /(?:^|[^a-z])(?:key|api_?key|apikey|secret|token|pass(?:wd|word|phrase)?|pwd|private|mnemonic|seed|credentials?|auth|dsn|webhook)|key|secret|token|password|passphrase/i;
const noSecretName = /public_?key$|pubkey|_?(?:path|file|dir|name|length|expiry|expires?|ttl|timeout|enabled?|type)$|keyboard/i;
/** What stands where a value will, or leads to one. */
const blanks = [
	/^[<[{(].*[>\]})]$/,
	/\$\{?\w|^%\w+%$|\bprocess\.env\b|^ENC\[|^encrypted:|^vault:|^op:\/\//,
	/^([x*.·•…#?0-])\1*$/i,
	/(?:^|[^a-z])(?:your|my|the|enter|insert|paste|replace|change|put|fill|add|example|sample|dummy|fake|placeholder|todo|fixme|change_?me|here|redacted|removed|xxx+|test)(?![a-z0-9])/i,
	/^(?:your|enter|insert|paste|change|replace)/i,
	/^(?:none|null|nil|undefined|true|false|string|str|yes|no|on|off|api_?key|api_?secret|secret_?key|secret|key|token|password|pass)$/i
];
/**
* Whether the text of such a file has a secret in it, rather than blanks and placeholders. Keeps nothing of it, and is
* linear in the text.
*/
function holdsSecrets(path, text) {
	if (/-----BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY-----/.test(text)) return true;
	if (credentialFile(path)?.kind === "key") return false;
	if (isAnyConfiguration(path) && !freqtradeWords.test(text)) return false;
	for (const line of text.slice(0, mostText).split("\n", 2e4)) {
		if (line.length > 5e3) continue;
		const [, name = "", written = ""] = entry.exec(line) ?? [];
		if (name === "") continue;
		const isNamed = secretName.test(name) && !noSecretName.test(name);
		if (isFilled(valueOf(written), isNamed)) return true;
	}
	return false;
}
/** Without quotes, comment, and the comma of JSON. */
function valueOf(written) {
	const quoted = /^(["'`])(.*?)\1/.exec(written);
	return (quoted ? quoted[2] ?? "" : written.replace(/\s#.*$/, "").replace(/,\s*$/, "")).trim();
}
function isFilled(value, isNamed) {
	if (value.length < 6 || value.length > 4e3 || value.startsWith("7b22")) return false;
	if (blanks.some((form) => form.test(value))) return false;
	if (/^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i.test(value)) return true;
	if (isNamed) return !/\s\S+\s/.test(value) && !/^(?:https?|wss?|file):|^[./~]/.test(value);
	return /^[A-Za-z0-9+/=_-]{40,}$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
}
const binanceName = /binance|tokocrypto|\bbn[bc]?_\w*(?:key|sec|api)/i;
/** Whether such a file says itself that it is Binance’s. */
function namesBinance(path, text) {
	return binanceName.test(path) || binanceName.test(text.slice(0, mostText));
}
// ../engine/dist/risks/anchors.js
/** One pass over a text for many short literals, in any case: where one of them stands, a pattern is worth trying. */
var Anchors = class {
	#anchors;
	/** By the slot of their first letters. */
	#begins = /* @__PURE__ */ new Map();
	#words;
	/**
	* @param anchors lower case, of ASCII
	* @param letters how many each has at least; with four a text has a quarter of the places to look at that it has with three
	*/
	constructor(anchors, letters, words = new WordSearch(letters, 1)) {
		this.#anchors = anchors;
		this.#words = words;
		for (const [index, anchor] of anchors.entries()) addToGroup(this.#begins, words.add(Buffer.from(anchor), 0), index);
	}
	/** Every place of every anchor, in the order of the text. */
	search(text, onAnchor) {
		this.#words.inText(text, (at, slot) => {
			for (const index of this.#begins.get(slot) ?? []) if (isAt(text, at, this.#anchors[index]) && !onAnchor(index, at)) return true;
			return false;
		});
	}
};
function isAt(text, start, anchor) {
	for (let i = 0; i < anchor.length; i += 1) {
		const code = text.charCodeAt(start + i);
		if ((code >= 65 && code <= 90 ? code | 32 : code) !== anchor.charCodeAt(i)) return false;
	}
	return true;
}
// ../engine/dist/risks/keys/age.js
/**
* Days. Binance itself lets keys live on; Binance.US advises to make new ones every 90 days:
* https://support.binance.us/hc/en-us/articles/11135072638743 (seen 2026-11).
*/
const defaultKeyAge = 90;
const keyAgeOf = ({ keyAge = 90 }) => keyAge;
/** Whole days from one ISO 8601 date to another, negative where the first is later; undefined where one is none. */
function daysBetween(from, to) {
	const days = Math.floor((Date.parse(to ?? "") - Date.parse(from ?? "")) / 864e5);
	return Number.isNaN(days) ? void 0 : days;
}
function isOverdue(days, repository) {
	return days > keyAgeOf(repository);
}
/** Nobody had a key before Binance had an API; what claims to be older is a placeholder or another clock. */
const firstKeys = Date.parse("2017-07-01T00:00:00Z");
const lastKeys = Date.parse("2100-01-01T00:00:00Z");
/**
* The date that a text or number means: ISO 8601 (also with a space or with slashes), seconds or milliseconds since 1970.
* ISO 8601 in UTC; undefined where it is none, or none at which a key can have been made.
*/
function dateOf(text) {
	const written = text.trim();
	if (written.length > 40) return void 0;
	const time = /^\d{4}/.test(written) && /[-/T]/.test(written) ? timeOfDate(written) : timeOfNumber(written);
	return time !== void 0 && time >= firstKeys && time < lastKeys ? new Date(time).toISOString() : void 0;
}
const dateForm = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}:\d\d)(:\d\d)?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
function timeOfDate(written) {
	const [, year, , month = "", day = "", minutes = "00:00", seconds = ":00", zone = "Z"] = dateForm.exec(written) ?? [];
	if (year === void 0) return void 0;
	const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3).replace(":", "") || "00"}` : "Z";
	const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	const time = Date.parse(`${date}T${minutes.padStart(5, "0")}${seconds}${offset}`);
	return Number.isNaN(time) ? void 0 : time;
}
function timeOfNumber(written) {
	const digits = written.replaceAll("_", "").replace(/(?:\.0+|[lLn])$/, "");
	if (/^\d{10}$/.test(digits)) return Number(digits) * 1e3;
	return /^\d{13}$/.test(digits) ? Number(digits) : void 0;
}
/** A name of the day on which something was made, and a value that may be a day. */
const dated = /(?:creat|rotat|issued)[\w-]{0,20}["'`\\]{0,3}\s{0,8}(?:=>|[:=,>(])\s{0,8}(?:[\w. ]{0,30}\()?["'`]?(?:20[12]\d[-/]\d|1[4-9]\d{8}|1_[4-9]\d\d_)/;
// ../engine/dist/risks/gate.js
/**
* Which documents may hold a risk: for every rule about risks the words without which it finds nothing. Loaded without
* the rest of the engine, so that a commit of files that hold none waits for nothing.
*/
/** Literals of three letters or more, in lower case: found as they are and in capitals. */
const near = (before, after, literals) => literals.split(" ").map((literal) => ({
	literal,
	before,
	after
}));
const need = (rules, anchors, words, beside, also) => ({
	rules: rules.split(" "),
	anchors,
	words: new RegExp(words.source, "gi"),
	...beside && { beside },
	...also && { also }
});
/** Of names whose parts are joined by nothing, or by one of several signs. */
const joined = (first, second, signs = "_-.") => first.split(" ").flatMap((one) => second.split(" ").flatMap((two) => ["", ...signs].map((sign) => one + sign + two))).join(" ");
const rights = "(?:permission|rights?\\b|scope|privilege|capabilit|grants?\\b|restriction|access)";
const given = "[\"'\\])]{0,3}(?:\\s{0,20}(?:=>|:=|[:=,(])\\s{0,4}|[ \\t]{1,4})[\"']?(?:true|yes|on|1|enabled?|allow)\\b";
const secrets = near(0, 0, `secret ${joined("private priv", "key", "_")} ${joined("api", "sec", "_")}`);
/** A URL that is not Binance’s. */
const foreign = "(?:https?|wss?)://(?![\\w.-]*(?:binance\\.(?:com|us|vision|th)|binancefuture\\.com|localhost|127\\.0\\.0\\.1)(?:[/:\"'\\s]|$))[\\w.-]+\\.\\w";
const secret = /secret|private_?key|priv_?key|api_?sec\b/;
/** What switches the checks of certificates off, by its name: each is in one of the patterns of risks/transport/. */
const unprotected = [
	"reject[_-]?unauthorized",
	"(?:ssl|tls|https?|cert|certs|certificates?|peer|host|hostname)[^a-z0-9\\n]{0,3}(?:verif|validat|check)",
	"(?:verify|validate|check)[^a-z0-9\\n]{0,3}(?:ssl|tls|http|cert|peer|host|server)",
	"(?<![a-z0-9])verify[\"'\\]}]{0,3}\\s{0,40}(?:=>|[:=,])",
	"--verify\\b",
	"(?:verify|cert)_?NONE\\b",
	"unverified_?context",
	"insecure[_-]?(?:skip|tls|ssl|trust|conn)",
	"(?:ssl|tls|allow|trust|accept)[_-]?insecure",
	"--insecure",
	"skip[_-]?(?:ssl|tls|cert|http|verif|valid|check)",
	"no[_-]?(?:ssl|tls)?[_-]?verif",
	"danger(?:ous|ously)?[_-]?accept",
	"accept[_-]?(?:all|any|invalid)",
	"trust[_-]?(?:all|any|self|manager)",
	"allow[_-]?(?:all|any|self|invalid)",
	"ignore[_-]?(?:ssl|tls|cert|http)",
	"disable[_-]?(?:ssl|tls|cert|hostname|trust|peer)",
	"strict[_-]?ssl",
	"validat\\w{0,40}callback",
	"badcertificate",
	"hostname_?verifier",
	"without_?verifying",
	"proxiedclient",
	"no-?check-?cert",
	"\\bcurl\\b(?:(?!\\bcurl\\b)[^\\n]){0,1500}? -\\w{0,30}k",
	"(?:http|ws)://[^/\\s]*(?:binance|tokocrypto)",
	"\\bssl[\"']?\\s*[:=]\\s*false"
];
/** What brings a value to browsers: see rules/client-exposed.ts. Either case, but for the names of variables. */
const exposing = [
	"(?:PUBLIC|VITE|APP|GATSBY|STORYBOOK|STUDIO|INERTIA|CRA|WXT|ENV)_\\w{0,80}(?:SEC|PRI|PRV|KEY|[Ss]ec|[Pp]ri|[Pp]rv|[Kk]ey)",
	"[pP]ublicRuntimeConfig|\\b(?:env|ENV)[\"']?\\s*[:{=]|[dD]efine[\"']?\\s*[:(]|\\b[eE]xtra[\"']?\\s*[:{]|\\b[pP]ublic[\"']?\\s*[:{]",
	"(?:e|E)nvironment\\w{0,40}[\"']?\\s{0,40}[:{(=]",
	"[sS]torage\\b\\s{0,40}[.?!<([-]",
	"[cC]ookie|use client|(?:Environment|Define)Plugin"
];
const needs = [
	need("withdrawals-enabled", near(440, 130, "withdraw"), new RegExp(`(?:enable|allow|permit|grant)[a-z]{0,3}[ _.-]?withdraw|withdraw(?:al)?s?(?:(?:\\s{0,2}:\\s{0,2}bool(?:ean)?\\??)?${given}|["']?\\s{0,4}[:=]?\\s{0,4}\\{?[^{}]{0,80}?\\b(?:enabled?|allowed)\\b|[ _-]?(?:enabled|allowed|permitted|permission|right))|${rights}[^]{0,400}?withdraw|withdraw[^\\n]{0,60}${rights}`)),
	need("transfers-enabled", near(440, 80, "transfer"), new RegExp(`(?:permits?|enable[ds]?|allow(?:s|ed)?|grant(?:s|ed)?|can)[ _.-]?(?:universal|internal|funds?|asset)?[ _.-]?transfer|(?:universal|internal|funds?)[ _.-]?transfers?(?:${given}|[ _-]?(?:enabled|allowed))|${rights}[^]{0,400}?transfer`)),
	need("broad-permissions", near(440, 80, "option"), new RegExp(`enable[ds]?[ _.-]?(?:vanilla|european)?[ _.-]?options?|options(?:trading)?${given}|${rights}[^]{0,400}?options`), /margin/i),
	need("ip-unrestricted ip-list-invalid", [...near(30, 40, `restrict ${joined("white allow", "list")} ${joined("ted low wed zed sed ved und ess any all key", "ip")} ${joined("ip ips", "acc fil")} ${joined("ip", "list addr allow unre")} ip: ip= ips: ips= ip" ips" ip' ips' ip(" ip('`), ...["ip ", "ips "].map((literal) => ({
		literal,
		before: 30,
		after: 40
	}))], /ip[._-]?restrict|restrict(?:ed)?[._-]?(?:to[._-]?)?ips?|(?:white|allow)[._-]?list(?:ed)?[._-]?ip|ips?[._-]?(?:address(?:es)?[._-]?)?(?:white|allow)[._-]?list|(?:trusted|allow(?:ed)?|authori[sz]ed|approved|accepted|bound|permitted|access|any|all|key|unrestricted)[._-]?ips?|ip[._-]?unrestricted|ips?[._-]?(?:access|filter)|ip[._-]?(?:list|addresses|allow(?:ed)?)\b|ip[_-]?addr(?:ess)?["']?\s{0,4}(?:=>|[:=])|["']?\bips?["']?\s{0,4}(?:=>|[:=])|ip(?:_?address(?:es)?)?["']?\s{0,3}[(,]\s{0,3}["'](?:\d{1,3}\.){3}/),
	need("weak-key-type", near(80, 12, "hmac"), /(?:key|type|kind|alg|sign|auth)[^\n]{0,60}hmac(?:[-_]?sha[-_]?256)?(?![\w(]|\.(?:new|compare|equal|digest|hexdigest|hmac)\b)/),
	need("recv-window", near(12, 0, joined("cv ve iv", "window", "_-")), /rec(?:ei)?ve?[_-]?window/),
	need("key-age", near(10, 110, "creat rotat issued"), new RegExp(`${dated.source}|[,;\\t]["']?createtime["']?[,;\\t\\r\\n]`)),
	need("unsafe-key-creation", near(40, 40, `special oauth-api/ ${joined("low", "latency", "_")} ${joined("account", "api", "_")} margin/ ${joined("margin", "api", "_")} ${joined("key", "broker for", "_")} ${joined("enable", "future european", "_")} ${joined("ip", "restriction", "_")}`), /special(?:_?low_?latency)?_?key|oauth-api\/v\d\/key|low_?latency|sub_?account_?api|margin\/?_?api_?key|api_?key_?(?:broker|for_?sub_?account)|enable_?(?:future_?trade|european_?options)|ip_?restriction/),
	need("fund-moving-call", near(40, 70, `withdraw ${joined("gift", "card", "_")} createcode ${joined("sub", "account", "_-")} transfer brok ${joined("to", "email", "_")}`), /withdraw\w{0,32}\s{0,9}\(|withdraw(?:\/apply|\.html)|(?:fiat|subaccount)\/withdraw|gift_?card(?:\w{0,24}\(|\/)|createcode\(|tokengiftcard|sub[_-]?account\w{0,40}(?:\(|\/transfer|\/futures|\/margin|\/universal|\/deposit)|transfer_?(?:to|between|from|for)_?(?:sub|same_?master|master)|brok\w{0,24}(?:transfer|\/transfer|\/universal)|transfer_?brok|to_?email|transferservice/),
	need("insecure-transport", [
		...near(30, 70, "verif validat"),
		...near(20, 20, "unauthorized check insecure skip danger accept trust allow ignore disable badcertificate proxiedclient"),
		...near(20, 60, `ssl ${joined("cert", "none", "_")}`),
		...near(2, 1560, "curl"),
		...near(2, 300, "http:// ws://")
	], new RegExp(unprotected.join("|"))),
	need("foreign-endpoint", near(16, 280, "://"), new RegExp(`(?:["'\`=:]|(?<!\\])\\(|[:\\w]-)\\s{0,4}${foreign}`), /x-mbx-apikey|api[_-]?key|secret|binance|ccxt|client\w{0,20}[.\]]|base[_-]?(?:url|path)/i, /x-mbx-apikey/),
	need("foreign-endpoint", near(8, 60, "host connection("), /\bhost(?:_?name)?["']?\s{0,4}(?:=>|[:=])\s{0,4}["'][\w-]{1,63}\.[\w.-]+["']|https?connection\(\s{0,4}["'][\w-]{1,63}\.\w/, /x-mbx-apikey/i, /x-mbx-apikey/),
	need("client-exposed", secrets, secret, new RegExp(exposing.join("|"))),
	need("secret-logged", secrets, secret, /\blog|log(?:ger|ging)?\b|console|print|\bputs\b|echo|dump|dbg!|write-|stdout|stderr|\bcout\b|inspect|\bcat\(|(?:info|debug|warn|error)[!(]/i)
];
let allAnchored;
/** Made for the first text that is asked about. */
const anchored = () => allAnchored ??= anchoredBy(needs);
/** Those of four letters and more apart: there are few others, and a text has many more places at which these may begin. */
function anchoredBy(all) {
	const groups = /* @__PURE__ */ new Map();
	for (const [need, { anchors }] of all.entries()) for (const anchor of anchors) addToGroup(groups, anchor.literal, {
		...anchor,
		need
	});
	return [4, 3].map((letters) => {
		const some = [...groups].filter(([{ length }]) => length >= 4 === (letters === 4));
		const literals = some.map(([literal]) => literal);
		return {
			literals,
			search: new Anchors(literals, letters),
			wanting: some.map(([, wanting]) => wanting)
		};
	});
}
/** Whether rules may find something in a text; undefined where none may. */
function chanceIn(text) {
	const open = openIn(text);
	return open.length > 0 ? chanceOf(open) : void 0;
}
/**
* The rules that new lines of a text may make find something: those to whose words, or to what they find these with, the
* lines speak. Undefined where they alone would be nothing to any rule.
*/
function rulesFor(fresh) {
	const said = chanceIn(fresh)?.rules;
	if (!said) return void 0;
	const touched = needs.filter(({ rules, beside, also }) => rules.some((id) => said.has(id)) || beside?.test(fresh) || also?.test(fresh));
	return new Set(touched.flatMap(({ rules }) => rules));
}
/** The needs whose words are there: their patterns are tried only around their anchors, once where these overlap. */
function openIn(text) {
	const isOpen = needs.map(() => false);
	const from = needs.map(() => 0);
	const to = needs.map(() => -1);
	let closed = needs.length;
	const tryPart = (index) => {
		if (isOpen[index] || to[index] < 0) return;
		if (text.slice(from[index], to[index]).search(needs[index].words) < 0) return;
		isOpen[index] = true;
		closed -= 1;
	};
	for (const { literals, search, wanting } of anchored()) {
		search.search(text, (anchor, at) => {
			const end = at + literals[anchor].length;
			for (const { need: index, before, after } of wanting[anchor]) {
				if (isOpen[index]) continue;
				const start = Math.max(0, at - before);
				if (start > to[index]) {
					tryPart(index);
					from[index] = start;
				} else if (start < from[index]) from[index] = start;
				to[index] = Math.max(to[index], end + after);
			}
			return closed > 0;
		});
		for (const index of needs.keys()) tryPart(index);
		to.fill(-1);
	}
	return needs.filter(({ beside }, index) => isOpen[index] && (!beside || beside.test(text)));
}
/** By the words of the rules that may find something: a pattern takes time to make. */
const known = /* @__PURE__ */ new Map();
function chanceOf(open) {
	const source = [...new Set(open.flatMap(({ words, also }) => [words.source, ...also ? [also.source] : []]))].join("|");
	const rules = new Set(open.flatMap((one) => one.rules));
	const id = [...rules].join(" ");
	let chance = known.get(id);
	if (!chance) known.set(id, chance = {
		rules,
		words: new RegExp(source, "gi")
	});
	return chance;
}
/** Lists of dependencies. */
const dependencyFile = /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|(?:requirements|constraints)(?:[\w.-]*|\/[\w.-]+)\.(?:txt|in)|[\w.-]+[_-](?:requirements|constraints)\.(?:txt|in)|pyproject\.toml|Pipfile(?:\.lock)?|(?:poetry|uv|pdm)\.lock|setup\.(?:py|cfg)|(?:conda[\w-]*|environment[\w.-]*)\.ya?ml|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|[^/]+\.(?:cs|fs|vb)proj|packages\.(?:config|lock\.json)|Directory\.(?:Packages|Build)\.props|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|gradle\.lockfile|Gemfile(?:\.lock)?|[^/]+\.gemspec|composer\.(?:json|lock))$/;
/** Files with variables: short, and what they hold may be a risk without naming Binance. */
const variableFile = /(?:^|\/)\.env(?:\.[\w.-]+)?$/;
/** How programs and their documentation end, which list no dependencies: most files are told by this. */
const otherEnding = /\.(?:[cm]?[jt]sx?|md|html?|s?css|svg|png|java|kt|rs|rb|php|cs?|h|cpp|sh|ipynb|vue|swift|scala|dart)$/;
/** Files that are read whatever their bytes. */
function isReadByName(path) {
	return variableFile.test(path) || !otherEnding.test(path) && dependencyFile.test(path);
}
/** False only where no rule about risks would find anything. */
function mayHoldRisk({ path, text }) {
	return dependencyFile.test(path) || chanceIn(text) !== void 0;
}
// ../engine/dist/risks/keys/services.js
/**
* Where one bot or service ends and another begins: by folders with a manifest of their own, and by the names that files
* give which describe several (docker-compose, supervisor, pm2, systemd). Looks at paths and names only.
*/
/** What a program is built, installed or started by. */
const manifests = /^(?:package\.json|pyproject\.toml|requirements(?:[._-]\w+)?\.txt|Pipfile|setup\.py|environment\.ya?ml|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.(?:cs|fs|vb)proj|composer\.json|Gemfile|mix\.exs|deno\.jsonc?|pubspec\.yaml|Package\.swift|Project\.toml|DESCRIPTION|Dockerfile|Procfile|fly\.toml|serverless\.ya?ml|Chart\.yaml)$/i;
/** Folders that hold what builds or tests another folder’s program, or a part of it. */
const partOfAnother = /(?:^|\/)(?:\.?docker|\.devcontainer|\.github|build|deploy(?:ment)?|ops|infra|ci|android|ios|macos|windows|linux|node_modules|vendor|third_party|dist|target|tests?|__tests__|e2e|examples?|samples?|fixtures?)(?:\/|$)/i;
/** Folders in which each subfolder is a bot, by their name. */
const ofBots = /^((?:.*\/)?(?:[\w-]*bots|microservices)\/[^/]+|strategies\/[^/]+)\//i;
/** The folder that a file of this path makes a service, `''` for the top; undefined where it makes none. */
function serviceFolder(path) {
	const slash = path.lastIndexOf("/");
	if (!manifests.test(path.slice(slash + 1))) return void 0;
	const folder = slash < 0 ? "" : path.slice(0, slash);
	return partOfAnother.test(folder) ? void 0 : folder;
}
/** Files that speak for the services below their folder too. */
const speaksBelow = /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|(?:docker-)?compose[\w.-]*\.ya?ml|[^/]*\.env)$/i;
function servesBelow(path) {
	return speaksBelow.test(path);
}
/** The service that a file at this path belongs to: its nearest folder with a manifest. */
function serviceOf(path, folders) {
	for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
		const folder = path.slice(0, end);
		if (folders.has(folder)) return folder;
	}
	return ofBots.exec(path)?.[1] ?? (folders.has("") ? "" : void 0);
}
const compose = /(?:^|\/)(?:docker-|podman-)?(?:compose|stack)[\w.-]*\.ya?ml$/i;
const supervisor = /(?:^|\/)[^/]*(?:supervisor|\.ini$|\.conf$)/i;
const pm2 = /(?:^|\/)(?:ecosystem|pm2|processes)[\w.-]*\.(?:[cm]?js|json|ya?ml)$/i;
const unit = /(?:^|\/)([^/]+)\.service$/;
/** Which of these files it is, if any: a part of what a path tells (reading-class.ts). */
function describesServices(file) {
	const name = unit.exec(file)?.[1];
	return String([
		compose,
		supervisor,
		pm2
	].findIndex((pattern) => pattern.test(file))) + (name === void 0 ? "" : ` ${name}`);
}
/** The service within a file that a value of this path is given to, where the file describes several. */
function serviceWithin(file, steps) {
	const [first = "", second] = steps;
	if (compose.test(file) && first === "services" && steps.length > 2) return second;
	if (supervisor.test(file) && /^program:/.test(first)) return first.slice(8);
	const apps = steps.indexOf("apps");
	if (pm2.test(file) && apps >= 0 && /^\d+$/.test(steps[apps + 1] ?? "")) return `app ${String(Number(steps[apps + 1]) + 1)}`;
	return unit.exec(file)?.[1];
}
// ../engine/dist/prefilter.js
/**
* The gates: which bytes are worth decoding at all. They serve every rule at once, over raw bytes, with no decoding
* and no copy. They are no rules: a hit says "look here", and where no gate hits there is nothing that we can find.
* What may hold a candidate, rather than only speak of Binance, is the question of carriers.ts.
*/
/**
* What the literal gate looks for, in any case, in UTF-8 and in UTF-16. Each at least seven letters long: the
* shortest one sets the stride of the search. Lower case here.
*/
const GATE_LITERALS = [
	"private key",
	"mc4caqawbqydk2vwbciei",
	"ibadanbgkqhkig9w0baqefaasc",
	"ibaakca",
	"gkqhkig9w0bbq0w",
	"sqgsib3dqefdt",
	"rsakeyvalue",
	"ls0tls1crudjti",
	"bnguard-ignore",
	"binance",
	"x-mbx-apikey",
	"freqtrade",
	"listenkey",
	"listen_key",
	"privatekeypass",
	"private_key_pass",
	"withdraw",
	"permissions",
	"iprestrict",
	"ip_restrict",
	"whitelist",
	"trusted_ip",
	"trustedip",
	"universaltransfer",
	"giftcard",
	"gift_card",
	"subaccount",
	"sub_account",
	"sub-account",
	"special_key",
	"specialkey",
	"margin/apikey",
	"rejectunauthorized",
	"reject_unauthorized",
	"recvwindow",
	"recv_window",
	"insecureskipverify",
	"ssl_verifypeer",
	"verify_none",
	"cert_none",
	"verify=false",
	"proxiedclient",
	"accept_invalid_",
	"validationcallback",
	"apisecret",
	"api_secret",
	"secret_key",
	"secretkey"
];
/** Letters and digits in a row that make a run: a Binance key is exactly that long. */
const RUN = 64;
const LITERALS = new LiteralSearch(GATE_LITERALS);
/** Whether any gate hits in `bytes[start, end)`. Stops at the first hit and copies nothing. */
function passes(bytes, start = 0, end = bytes.length) {
	return hasRun(bytes, start, end, RUN) || LITERALS.some(bytes, start, end, () => true);
}
/**
* Whether a file is to be read: something in it makes it so, or its name alone does, as that of a list of dependencies
* and of a file with variables.
*/
function isWanted(path, bytes) {
	return isReadByName(path) || passes(bytes);
}
/** Every hit in `bytes[start, end)`, in the order of their starts; a run comes before a literal that starts with it. */
function gateHits(bytes, start = 0, end = bytes.length) {
	const hits = [];
	for (let at = nextRun(bytes, start, end, RUN); at >= 0;) {
		const step = at + 1 < end && bytes[at + 1] === 0 ? 2 : 1;
		let last = at + step * 63;
		while (last + step < end && ALNUM[bytes[last + step]] === 1 && (step === 1 || bytes[last + 1] === 0)) last += step;
		hits.push({
			start: at,
			end: last + 1,
			gate: "run"
		});
		at = nextRun(bytes, last, end, RUN);
	}
	const runs = hits.length;
	for (const hit of LITERALS.all(bytes, start, end)) hits.push({
		start: hit.start,
		end: hit.end,
		gate: hit.literal
	});
	return runs === 0 || runs === hits.length ? hits : hits.sort((a, b) => a.start - b.start);
}
// ../engine/dist/decode.js
/**
* Bytes to text. Guesses the encoding as an editor would, never throws, and calls bytes binary only when no gate hits:
* a binary file that holds something of interest is read like `strings` would read it.
*/
/** How much of the beginning decides what a file is; git looks at 8,000 bytes. */
const SAMPLE = 8192;
/**
* Made when they are needed: most files need none, and each takes a while to make. Node 20 and 22 lose a first byte 0xFF of
* Latin-1 where they are told to ignore marks.
*/
const decoders = /* @__PURE__ */ new Map();
function decoderOf(encoding, fatal = false) {
	const key = fatal ? `strict ${encoding}` : encoding;
	let decoder = decoders.get(key);
	if (!decoder) decoders.set(key, decoder = new TextDecoder(encoding, {
		ignoreBOM: encoding !== "latin1",
		fatal
	}));
	return decoder;
}
/** The whole of a file. The text has no byte-order mark. */
function decode(bytes) {
	const { encoding, mark } = detectEncoding(bytes);
	if (encoding === "binary" && !passes(bytes)) return { kind: "binary" };
	const body = bytes.subarray(mark);
	if (encoding !== "utf-8") return {
		kind: "text",
		encoding,
		text: decodeAs(body, encoding)
	};
	const text = strictly(body);
	return text === void 0 ? damaged(body) : {
		kind: "text",
		encoding,
		text
	};
}
/** The text if the bytes are valid UTF-8. Buffer's way is several times as fast; only its sign for bad bytes is doubtful. */
function strictly(bytes) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if ((bytes.length > SAMPLE ? buffer.toString("utf8", 0, SAMPLE).slice(0, -3) : "").includes("�") && !buffer.subarray(0, SAMPLE).includes("�")) return void 0;
	const text = buffer.toString();
	if (!text.includes("�")) return text;
	try {
		return decoderOf("utf-8", true).decode(bytes);
	} catch {
		return;
	}
}
/** Bytes without byte-order mark, in a known encoding. What is not valid becomes U+FFFD, one for each bad sequence. */
function decodeAs(bytes, encoding) {
	if (encoding !== "binary") return decoderOf(encoding).decode(bytes);
	return (strictly(bytes) ?? decoderOf("latin1").decode(bytes)).replace(/(?:[\t\n\r -~]\0){8,}/g, (wide) => wide.replaceAll("\0", ""));
}
/**
* What a file is by its first bytes (8 KB are looked at), and how long its byte-order mark is. `utf-8` stands for
* every text that is not UTF-16; whether it is valid shows when it is decoded.
*/
function detectEncoding(bytes) {
	if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return {
		encoding: "utf-8",
		mark: 3
	};
	if (bytes[0] === 255 && bytes[1] === 254) return {
		encoding: "utf-16le",
		mark: 2
	};
	if (bytes[0] === 254 && bytes[1] === 255) return {
		encoding: "utf-16be",
		mark: 2
	};
	const sample = bytes.subarray(0, SAMPLE);
	const zeros = [0, 0];
	for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) zeros[at % 2]++;
	const [even, odd] = zeros;
	if (even + odd === 0) return {
		encoding: "utf-8",
		mark: 0
	};
	const many = sample.length / 8;
	if (odd >= many && even * 8 <= odd) return {
		encoding: "utf-16le",
		mark: 0
	};
	if (even >= many && odd * 8 <= even) return {
		encoding: "utf-16be",
		mark: 0
	};
	return {
		encoding: "binary",
		mark: 0
	};
}
/**
* Not valid UTF-8: still UTF-8 with some bad bytes if it has more good letters beyond ASCII than bad ones (as editors
* show it, so that columns agree), else Latin-1.
*/
function damaged(bytes) {
	const text = decoderOf("utf-8").decode(bytes);
	let bad = 0;
	let good = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 65533) bad++;
		else if (unit > 127) good++;
	}
	if (good > bad) return {
		kind: "text",
		encoding: "utf-8",
		text
	};
	return {
		kind: "text",
		encoding: "latin1",
		text: decoderOf("latin1").decode(bytes)
	};
}
// ../engine/dist/gates.js
var gates_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({});
exports.addToGroup = addToGroup;
exports.addToSet = addToSet;
exports.byInterest = byInterest;
exports.chanceIn = chanceIn;
exports.credentialFile = credentialFile;
exports.dateOf = dateOf;
exports.dated = dated;
exports.daysBetween = daysBetween;
exports.decode = decode;
exports.decodeAs = decodeAs;
exports.defaultKeyAge = defaultKeyAge;
exports.dependencyFile = dependencyFile;
exports.describesServices = describesServices;
exports.detectEncoding = detectEncoding;
exports.exportsOf = exportsOf;
exports.filledTemplate = filledTemplate;
exports.gateHits = gateHits;
exports.gateMemory = gateMemory;
exports.gateRoom = gateRoom;
exports.gates_exports = gates_exports;
exports.hasMark = hasMark;
exports.holdsSecrets = holdsSecrets;
exports.isAnyConfiguration = isAnyConfiguration;
exports.isOverdue = isOverdue;
exports.isWanted = isWanted;
exports.keyAgeOf = keyAgeOf;
exports.mayHold = mayHold;
exports.mayHoldRisk = mayHoldRisk;
exports.mentionsPassphrase = mentionsPassphrase;
exports.namesBinance = namesBinance;
exports.passes = passes;
exports.rulesFor = rulesFor;
exports.servesBelow = servesBelow;
exports.serviceFolder = serviceFolder;
exports.serviceOf = serviceOf;
exports.serviceWithin = serviceWithin;
exports.splitLiterals = splitLiterals;
