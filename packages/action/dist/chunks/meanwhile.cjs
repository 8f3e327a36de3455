"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
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
const SHORTEST$1 = 7;
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
			if (literal.length < SHORTEST$1) throw new RangeError(`literal '${literal}' is shorter than ${SHORTEST$1} letters`);
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
const marks$1 = [
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
	...marks$1.map((one) => one.toLowerCase()),
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
const exactly = new Map(marks$1.map((says) => [says.toLowerCase(), lettersOf(says)]));
let byPart;
/** Made when the first part is found: in few commits there is one. */
const marksByPart = () => byPart ??= groupedByPart();
/** By their part, as `partAt` gives it. */
function groupedByPart() {
	const parts = PARTS.flat();
	const groups = /* @__PURE__ */ new Map();
	for (const [words, isExact] of [
		[marks$1, true],
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
const SHORTEST = 3;
var Anchors = class {
	#anchors;
	/** By the slot of their first three letters. */
	#begins = /* @__PURE__ */ new Map();
	#words;
	/** @param anchors lower case, of ASCII, three letters or more */
	constructor(anchors, words = new WordSearch(SHORTEST, 1)) {
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
/** What switches the checks of certificates off, by its name: each is in one of the patterns of rules/insecure-transport.ts. */
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
	"[cC]ookie|use client|EnvironmentPlugin"
];
const needs = [
	need("withdrawals-enabled", near(440, 130, "withdraw"), new RegExp(`(?:enable|allow|permit|grant)[a-z]{0,3}[ _.-]?withdraw|withdraw(?:al)?s?(?:${given}|["']?\\s{0,4}[:=]?\\s{0,4}\\{?[^{}]{0,80}?\\b(?:enabled?|allowed)\\b|[ _-]?(?:enabled|allowed|permitted|permission|right))|${rights}[^]{0,400}?withdraw|withdraw[^\\n]{0,60}${rights}`)),
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
	need("client-exposed", secrets, secret, new RegExp(exposing.join("|"))),
	need("secret-logged", secrets, secret, /\blog|log(?:ger|ging)?\b|console|print|\bputs\b|echo|dump|dbg!|write-|stdout|stderr|\bcout\b|inspect|\bcat\(|(?:info|debug|warn|error)[!(]/i)
];
let allAnchored;
/** Made for the first text that is asked about. */
const anchored = () => allAnchored ??= anchoredBy(needs);
function anchoredBy(all) {
	const groups = /* @__PURE__ */ new Map();
	for (const [need, { anchors }] of all.entries()) for (const anchor of anchors) addToGroup(groups, anchor.literal, {
		...anchor,
		need
	});
	const literals = [...groups.keys()];
	return {
		literals,
		search: new Anchors(literals),
		wanting: [...groups.values()]
	};
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
	const { literals, search, wanting } = anchored();
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
	if (asked.failure !== void 0 && asked.complaints !== "") require_first.answered(store, asked);
	if (!isId(commit)) throw notKnown(ref);
	return commit;
}
const notKnown = (ref) => new require_first.UserError(`--config-from: this repository knows no commit ${ref}. Fetch it (git fetch origin), and in CI check out the whole history (fetch-depth: 0).`);
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
	if (/not a (?:tree|valid object)|bad object/i.test(listed.complaints)) throw notKnown(ref);
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
	if (!report.complete) yield command("error", { title: "bnguard: the scan is incomplete" }, "Not everything could be read, so there may be more than this shows. --format text --verbose says what.");
}
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
	return changes.some(({ path }) => credentialFile(path) !== void 0 || isRulesFile(path)) || gone.some(({ path }) => isRulesFile(path));
}
/**
* The same where no content has a candidate. What is a configuration by its name holds credentials only with one in it, so
* that it is nothing then.
*/
function concernsFilesByName({ changes, gone }) {
	const isConfiguration = (path) => {
		const file = credentialFile(path);
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
		return [...new Set(entries.flatMap(({ path }) => serviceFolder(path) ?? []))];
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
	if (bytes.length > largest || !passes(bytes)) return void 0;
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
			if (!here.some(({ path }) => isWanted(path, bytes))) {
				this.#setQuiet(object.asked);
				if (bytes.length > 0 && detectEncoding(bytes).encoding === "binary") {
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
			if (here.some(({ path }) => isWanted(path, bytes))) for (const version of here) await this.#observe(bytes, version);
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
	const decoded = bytes.length > largestText ? void 0 : decode(bytes);
	if (decoded?.kind !== "text") return true;
	const { text } = decoded;
	if (here.some(({ path }) => mayHoldRisk({
		path,
		text
	}))) return true;
	if (!mayHold(bytes)) return false;
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
		if (!mayHold(message)) continue;
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
exports.addToGroup = addToGroup;
exports.addToSet = addToSet;
exports.brought_exports = brought_exports;
exports.byInterest = byInterest;
exports.bySkip = bySkip;
exports.chanceIn = chanceIn;
exports.concernsFiles = concernsFiles;
exports.concernsFilesByName = concernsFilesByName;
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
exports.for_action_exports = for_action_exports;
exports.gateHits = gateHits;
exports.gateMemory = gateMemory;
exports.gateRoom = gateRoom;
exports.github_exports = github_exports;
exports.hasMark = hasMark;
exports.holdsSecrets = holdsSecrets;
exports.inOrder = inOrder;
exports.inventory_versions_exports = inventory_versions_exports;
exports.isAnyConfiguration = isAnyConfiguration;
exports.isOverdue = isOverdue;
exports.isRulesFile = isRulesFile;
exports.isWanted = isWanted;
exports.json_exports = json_exports;
exports.keyAgeOf = keyAgeOf;
exports.markdown_exports = markdown_exports;
exports.mayHold = mayHold;
exports.mentionsPassphrase = mentionsPassphrase;
exports.namesBinance = namesBinance;
exports.needsKeyFiles = needsKeyFiles;
exports.overrule_exports = overrule_exports;
exports.passes = passes;
exports.project_exports = project_exports;
exports.range_exports = range_exports;
exports.reasonOf = reasonOf;
exports.rulesFor = rulesFor;
exports.sarif_exports = sarif_exports;
exports.servesBelow = servesBelow;
exports.serviceFolder = serviceFolder;
exports.serviceOf = serviceOf;
exports.serviceWithin = serviceWithin;
exports.splitLiterals = splitLiterals;
exports.tree_files_exports = tree_files_exports;
exports.unreadable = unreadable;
exports.versions_exports = versions_exports;
