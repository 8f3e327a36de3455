"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
// ../../node_modules/.pnpm/picocolors@1.1.1/node_modules/picocolors/picocolors.js
var require_picocolors = /* @__PURE__ */ require_rolldown_runtime.__commonJSMin(((exports, module) => {
	let p = process || {};
	let argv = p.argv || [];
	let env = p.env || {};
	let isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
	let formatter = (open, close, replace = open) => (input) => {
		let string = "" + input, index = string.indexOf(close, open.length);
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
	};
	let replaceClose = (string, close, replace, index) => {
		let result = "", cursor = 0;
		do {
			result += string.substring(cursor, index) + replace;
			cursor = index + close.length;
			index = string.indexOf(close, cursor);
		} while (~index);
		return result + string.substring(cursor);
	};
	let createColors = (enabled = isColorSupported) => {
		let f = enabled ? formatter : () => String;
		return {
			isColorSupported: enabled,
			reset: f("\x1B[0m", "\x1B[0m"),
			bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
			dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
			italic: f("\x1B[3m", "\x1B[23m"),
			underline: f("\x1B[4m", "\x1B[24m"),
			inverse: f("\x1B[7m", "\x1B[27m"),
			hidden: f("\x1B[8m", "\x1B[28m"),
			strikethrough: f("\x1B[9m", "\x1B[29m"),
			black: f("\x1B[30m", "\x1B[39m"),
			red: f("\x1B[31m", "\x1B[39m"),
			green: f("\x1B[32m", "\x1B[39m"),
			yellow: f("\x1B[33m", "\x1B[39m"),
			blue: f("\x1B[34m", "\x1B[39m"),
			magenta: f("\x1B[35m", "\x1B[39m"),
			cyan: f("\x1B[36m", "\x1B[39m"),
			white: f("\x1B[37m", "\x1B[39m"),
			gray: f("\x1B[90m", "\x1B[39m"),
			bgBlack: f("\x1B[40m", "\x1B[49m"),
			bgRed: f("\x1B[41m", "\x1B[49m"),
			bgGreen: f("\x1B[42m", "\x1B[49m"),
			bgYellow: f("\x1B[43m", "\x1B[49m"),
			bgBlue: f("\x1B[44m", "\x1B[49m"),
			bgMagenta: f("\x1B[45m", "\x1B[49m"),
			bgCyan: f("\x1B[46m", "\x1B[49m"),
			bgWhite: f("\x1B[47m", "\x1B[49m"),
			blackBright: f("\x1B[90m", "\x1B[39m"),
			redBright: f("\x1B[91m", "\x1B[39m"),
			greenBright: f("\x1B[92m", "\x1B[39m"),
			yellowBright: f("\x1B[93m", "\x1B[39m"),
			blueBright: f("\x1B[94m", "\x1B[39m"),
			magentaBright: f("\x1B[95m", "\x1B[39m"),
			cyanBright: f("\x1B[96m", "\x1B[39m"),
			whiteBright: f("\x1B[97m", "\x1B[39m"),
			bgBlackBright: f("\x1B[100m", "\x1B[49m"),
			bgRedBright: f("\x1B[101m", "\x1B[49m"),
			bgGreenBright: f("\x1B[102m", "\x1B[49m"),
			bgYellowBright: f("\x1B[103m", "\x1B[49m"),
			bgBlueBright: f("\x1B[104m", "\x1B[49m"),
			bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
			bgCyanBright: f("\x1B[106m", "\x1B[49m"),
			bgWhiteBright: f("\x1B[107m", "\x1B[49m")
		};
	};
	module.exports = createColors();
	module.exports.createColors = createColors;
}));
// ../../node_modules/.pnpm/fast-string-truncated-width@3.0.3/node_modules/fast-string-truncated-width/dist/utils.js
const getCodePointsLength = (() => {
	const SURROGATE_PAIR_RE = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
	return (input) => {
		let surrogatePairsNr = 0;
		SURROGATE_PAIR_RE.lastIndex = 0;
		while (SURROGATE_PAIR_RE.test(input)) surrogatePairsNr += 1;
		return input.length - surrogatePairsNr;
	};
})();
const isFullWidth = (x) => {
	return x === 12288 || x >= 65281 && x <= 65376 || x >= 65504 && x <= 65510;
};
const isWideNotCJKTNotEmoji = (x) => {
	return x === 8987 || x === 9001 || x >= 12272 && x <= 12287 || x >= 12289 && x <= 12350 || x >= 12441 && x <= 12543 || x >= 12549 && x <= 12591 || x >= 12593 && x <= 12686 || x >= 12688 && x <= 12771 || x >= 12783 && x <= 12830 || x >= 12832 && x <= 12871 || x >= 12880 && x <= 19903 || x >= 65040 && x <= 65049 || x >= 65072 && x <= 65106 || x >= 65108 && x <= 65126 || x >= 65128 && x <= 65131 || x >= 127488 && x <= 127490 || x >= 127504 && x <= 127547 || x >= 127552 && x <= 127560 || x >= 131072 && x <= 196605 || x >= 196608 && x <= 262141;
};
// ../../node_modules/.pnpm/fast-string-truncated-width@3.0.3/node_modules/fast-string-truncated-width/dist/index.js
const ANSI_RE = /[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y;
const CONTROL_RE = /[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y;
const CJKT_WIDE_RE = /(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/uy;
const TAB_RE = /\t{1,1000}/y;
const EMOJI_RE = /[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/uy;
const LATIN_RE = /(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y;
const MODIFIER_RE = /\p{M}+/gu;
const NO_TRUNCATION$1 = {
	limit: Infinity,
	ellipsis: ""
};
const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {
	const LIMIT = truncationOptions.limit ?? Infinity;
	const ELLIPSIS = truncationOptions.ellipsis ?? "";
	const ELLIPSIS_WIDTH = truncationOptions?.ellipsisWidth ?? (ELLIPSIS ? getStringTruncatedWidth(ELLIPSIS, NO_TRUNCATION$1, widthOptions).width : 0);
	const ANSI_WIDTH = 0;
	const CONTROL_WIDTH = widthOptions.controlWidth ?? 0;
	const TAB_WIDTH = widthOptions.tabWidth ?? 8;
	const EMOJI_WIDTH = widthOptions.emojiWidth ?? 2;
	const FULL_WIDTH_WIDTH = 2;
	const REGULAR_WIDTH = widthOptions.regularWidth ?? 1;
	const WIDE_WIDTH = widthOptions.wideWidth ?? FULL_WIDTH_WIDTH;
	const PARSE_BLOCKS = [
		[LATIN_RE, REGULAR_WIDTH],
		[ANSI_RE, ANSI_WIDTH],
		[CONTROL_RE, CONTROL_WIDTH],
		[TAB_RE, TAB_WIDTH],
		[EMOJI_RE, EMOJI_WIDTH],
		[CJKT_WIDE_RE, WIDE_WIDTH]
	];
	let indexPrev = 0;
	let index = 0;
	let length = input.length;
	let lengthExtra = 0;
	let truncationEnabled = false;
	let truncationIndex = length;
	let truncationLimit = Math.max(0, LIMIT - ELLIPSIS_WIDTH);
	let unmatchedStart = 0;
	let unmatchedEnd = 0;
	let width = 0;
	let widthExtra = 0;
	outer: while (true) {
		if (unmatchedEnd > unmatchedStart || index >= length && index > indexPrev) {
			const unmatched = input.slice(unmatchedStart, unmatchedEnd) || input.slice(indexPrev, index);
			lengthExtra = 0;
			for (const char of unmatched.replaceAll(MODIFIER_RE, "")) {
				const codePoint = char.codePointAt(0) || 0;
				if (isFullWidth(codePoint)) widthExtra = FULL_WIDTH_WIDTH;
				else if (isWideNotCJKTNotEmoji(codePoint)) widthExtra = WIDE_WIDTH;
				else widthExtra = REGULAR_WIDTH;
				if (width + widthExtra > truncationLimit) truncationIndex = Math.min(truncationIndex, Math.max(unmatchedStart, indexPrev) + lengthExtra);
				if (width + widthExtra > LIMIT) {
					truncationEnabled = true;
					break outer;
				}
				lengthExtra += char.length;
				width += widthExtra;
			}
			unmatchedStart = unmatchedEnd = 0;
		}
		if (index >= length) break outer;
		for (let i = 0, l = PARSE_BLOCKS.length; i < l; i++) {
			const [BLOCK_RE, BLOCK_WIDTH] = PARSE_BLOCKS[i];
			BLOCK_RE.lastIndex = index;
			if (BLOCK_RE.test(input)) {
				lengthExtra = BLOCK_RE === CJKT_WIDE_RE ? getCodePointsLength(input.slice(index, BLOCK_RE.lastIndex)) : BLOCK_RE === EMOJI_RE ? 1 : BLOCK_RE.lastIndex - index;
				widthExtra = lengthExtra * BLOCK_WIDTH;
				if (width + widthExtra > truncationLimit) truncationIndex = Math.min(truncationIndex, index + Math.floor((truncationLimit - width) / BLOCK_WIDTH));
				if (width + widthExtra > LIMIT) {
					truncationEnabled = true;
					break outer;
				}
				width += widthExtra;
				unmatchedStart = indexPrev;
				unmatchedEnd = index;
				index = indexPrev = BLOCK_RE.lastIndex;
				continue outer;
			}
		}
		index += 1;
	}
	return {
		width: truncationEnabled ? truncationLimit : width,
		index: truncationEnabled ? truncationIndex : length,
		truncated: truncationEnabled,
		ellipsed: truncationEnabled && LIMIT >= ELLIPSIS_WIDTH
	};
};
// ../../node_modules/.pnpm/fast-string-width@3.0.2/node_modules/fast-string-width/dist/index.js
const NO_TRUNCATION = {
	limit: Infinity,
	ellipsis: "",
	ellipsisWidth: 0
};
const fastStringWidth = (input, options = {}) => {
	return getStringTruncatedWidth(input, NO_TRUNCATION, options).width;
};
// ../../node_modules/.pnpm/fast-wrap-ansi@0.2.2/node_modules/fast-wrap-ansi/lib/main.js
const ESC = "\x1B";
const CSI = "";
const END_CODE = 39;
const ANSI_ESCAPE_BELL = "\x07";
const ANSI_CSI = "[";
const ANSI_OSC = "]";
const ANSI_SGR_TERMINATOR = "m";
const ANSI_ESCAPE_LINK = `${ANSI_OSC}8;;`;
const GROUP_REGEX = new RegExp(`(?:\\${ANSI_CSI}(?<code>\\d+)m|\\${ANSI_ESCAPE_LINK}(?<uri>.*)${ANSI_ESCAPE_BELL})`, "y");
const getClosingCode = (openingCode) => {
	if (openingCode >= 30 && openingCode <= 37) return 39;
	if (openingCode >= 90 && openingCode <= 97) return 39;
	if (openingCode >= 40 && openingCode <= 47) return 49;
	if (openingCode >= 100 && openingCode <= 107) return 49;
	if (openingCode === 1 || openingCode === 2) return 22;
	if (openingCode === 3) return 23;
	if (openingCode === 4) return 24;
	if (openingCode === 7) return 27;
	if (openingCode === 8) return 28;
	if (openingCode === 9) return 29;
	if (openingCode === 0) return 0;
};
const wrapAnsiCode = (code) => `${ESC}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`;
const wrapAnsiHyperlink = (url) => `${ESC}${ANSI_ESCAPE_LINK}${url}${ANSI_ESCAPE_BELL}`;
const wrapWord = (rows, word, columns) => {
	const characters = word[Symbol.iterator]();
	let isInsideEscape = false;
	let isInsideLinkEscape = false;
	let lastRow = rows.at(-1);
	let visible = lastRow === void 0 ? 0 : fastStringWidth(lastRow);
	let currentCharacter = characters.next();
	let nextCharacter = characters.next();
	let rawCharacterIndex = 0;
	while (!currentCharacter.done) {
		const character = currentCharacter.value;
		const characterLength = fastStringWidth(character);
		if (visible + characterLength <= columns) rows[rows.length - 1] += character;
		else {
			rows.push(character);
			visible = 0;
		}
		if (character === ESC || character === CSI) {
			isInsideEscape = true;
			isInsideLinkEscape = word.startsWith(ANSI_ESCAPE_LINK, rawCharacterIndex + 1);
		}
		if (isInsideEscape) {
			if (isInsideLinkEscape) {
				if (character === ANSI_ESCAPE_BELL) {
					isInsideEscape = false;
					isInsideLinkEscape = false;
				}
			} else if (character === ANSI_SGR_TERMINATOR) isInsideEscape = false;
		} else {
			visible += characterLength;
			if (visible === columns && !nextCharacter.done) {
				rows.push("");
				visible = 0;
			}
		}
		currentCharacter = nextCharacter;
		nextCharacter = characters.next();
		rawCharacterIndex += character.length;
	}
	lastRow = rows.at(-1);
	if (!visible && lastRow !== void 0 && lastRow.length && rows.length > 1) rows[rows.length - 2] += rows.pop();
};
const stringVisibleTrimSpacesRight = (string) => {
	const words = string.split(" ");
	let last = words.length;
	while (last) {
		if (fastStringWidth(words[last - 1])) break;
		last--;
	}
	if (last === words.length) return string;
	return words.slice(0, last).join(" ") + words.slice(last).join("");
};
const exec = (string, columns, options = {}) => {
	if (options.trim !== false && string.trim() === "") return "";
	let returnValue = "";
	let escapeCode;
	let escapeUrl;
	const words = string.split(" ");
	let rows = [""];
	let rowLength = 0;
	for (let index = 0; index < words.length; index++) {
		const word = words[index];
		if (options.trim !== false) {
			const row = rows.at(-1) ?? "";
			const trimmed = row.trimStart();
			if (row.length !== trimmed.length) {
				rows[rows.length - 1] = trimmed;
				rowLength = fastStringWidth(trimmed);
			}
		}
		if (index !== 0) {
			if (rowLength >= columns && (options.wordWrap === false || options.trim === false)) {
				rows.push("");
				rowLength = 0;
			}
			if (rowLength || options.trim === false) {
				rows[rows.length - 1] += " ";
				rowLength++;
			}
		}
		const wordLength = fastStringWidth(word);
		if (options.hard && wordLength > columns) {
			const remainingColumns = columns - rowLength;
			const breaksStartingThisLine = 1 + Math.floor((wordLength - remainingColumns - 1) / columns);
			if (Math.floor((wordLength - 1) / columns) < breaksStartingThisLine) rows.push("");
			wrapWord(rows, word, columns);
			rowLength = fastStringWidth(rows.at(-1) ?? "");
			continue;
		}
		if (rowLength + wordLength > columns && rowLength && wordLength) {
			if (options.wordWrap === false && rowLength < columns) {
				wrapWord(rows, word, columns);
				rowLength = fastStringWidth(rows.at(-1) ?? "");
				continue;
			}
			rows.push("");
			rowLength = 0;
		}
		if (rowLength + wordLength > columns && options.wordWrap === false) {
			wrapWord(rows, word, columns);
			rowLength = fastStringWidth(rows.at(-1) ?? "");
			continue;
		}
		rows[rows.length - 1] += word;
		rowLength += wordLength;
	}
	if (options.trim !== false) rows = rows.map((row) => stringVisibleTrimSpacesRight(row));
	const preString = rows.join("\n");
	let inSurrogate = false;
	for (let i = 0; i < preString.length; i++) {
		const character = preString[i];
		returnValue += character;
		if (!inSurrogate) {
			inSurrogate = character >= "\ud800" && character <= "\udbff";
			if (inSurrogate) continue;
		} else inSurrogate = false;
		if (character === ESC || character === CSI) {
			GROUP_REGEX.lastIndex = i + 1;
			const groups = GROUP_REGEX.exec(preString)?.groups;
			if (groups?.code !== void 0) {
				const code = Number.parseFloat(groups.code);
				escapeCode = code === END_CODE ? void 0 : code;
			} else if (groups?.uri !== void 0) escapeUrl = groups.uri.length === 0 ? void 0 : groups.uri;
		}
		if (preString[i + 1] === "\n") {
			if (escapeUrl) returnValue += wrapAnsiHyperlink("");
			const closingCode = escapeCode ? getClosingCode(escapeCode) : void 0;
			if (escapeCode && closingCode) returnValue += wrapAnsiCode(closingCode);
		} else if (character === "\n") {
			if (escapeCode && getClosingCode(escapeCode)) returnValue += wrapAnsiCode(escapeCode);
			if (escapeUrl) returnValue += wrapAnsiHyperlink(escapeUrl);
		}
	}
	return returnValue;
};
const CRLF_OR_LF = /\r?\n/;
function wrapAnsi(string, columns, options) {
	return String(string).normalize().split(CRLF_OR_LF).map((line) => exec(line, columns, options)).join("\n");
}
// ../cli/dist/reports/layout.js
/** Words on a terminal: wrapping and padding by display width. No colours, no content. */
/** Lines of at most `width` columns, all indented by `indent`; `lead` stands before the first word, the rest hangs. */
function paragraph(text, width, indent, lead = "") {
	const hang = indent + fastStringWidth(lead);
	return wrapAnsi(text, Math.max(20, width - hang), { hard: true }).split("\n").map((line, i) => (i === 0 ? " ".repeat(indent) + lead : " ".repeat(hang)) + line);
}
/** Fills up with spaces to `columns` terminal columns. */
function pad(text, columns) {
	return text + " ".repeat(Math.max(0, columns - fastStringWidth(text)));
}
/** The columns of the widest text; 0 for none. */
function widest(texts) {
	return texts.reduce((most, text) => Math.max(most, fastStringWidth(text)), 0);
}
// ../cli/dist/reports/text-place.js
/** As git shows an id to people; long enough for every repository there is. */
const shortId = (id) => id.slice(0, 12);
/** The path of a finding, or what stands for it where it has none. */
function placeName({ path, origin }) {
	if (path !== "") return path;
	switch (origin.kind) {
		case "range": return `message of commit ${shortId(origin.commit)}`;
		case "history": return origin.object !== void 0 ? `commit or tag ${shortId(origin.object)}, as git cat-file -p shows it` : `blob ${shortId(origin.blob ?? "")}, which no tree names`;
		case "staged": return "message of the commit";
		default: return "standard input";
	}
}
/** The commit that brings a finding of a range, where its place does not say so itself. */
function broughtBy({ path, origin }) {
	return origin.kind === "range" && path !== "" ? shortId(origin.commit) : void 0;
}
// ../cli/dist/reports/text-exposure.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_picocolors(), 1);
/** Sentences, one a paragraph. `path`: where the finding is shown. */
function exposureSentences(origin, path) {
	return [
		timeSentence(origin, path),
		holderSentence(origin),
		placesSentence(origin, path)
	].filter(Boolean);
}
function timeSentence(origin, path) {
	const { firstCommit, lastCommit, exposedDays, atHead, headPath, isCut, reachable } = origin;
	if (!firstCommit) return "";
	const came = `Came in with commit ${shortId(firstCommit.id)} on ${day(firstCommit.date)}${isCut ? " at the latest" : ""}`;
	const ago = exposedDays === void 0 ? "" : exposedDays === 0 ? ", today" : `, ${require_first.count(exposedDays, "day")} ago`;
	if (atHead) return `${came}${ago}, and is still in HEAD${headPath && headPath !== path ? `, as ${headPath}` : ""}.`;
	return `${came}${ago}${lastCommit && lastCommit.id !== firstCommit.id ? `; last seen in commit ${shortId(lastCommit.id)} on ${day(lastCommit.date)}` : ""}. HEAD does not have it${reachable ? "; whoever has the history does" : ""}.`;
}
const day = (date) => date.slice(0, 10);
function holderSentence({ refs = [], refCount = 0, pushed, reachable, heldBy }) {
	if (reachable) {
		const names = refs.filter((name) => !name.endsWith("/HEAD") || refs.length === 1).slice(0, 3).map(require_first.shortRef);
		const others = refCount > names.length ? [`${require_first.count(refCount - names.length, "other")}`] : [];
		return `In the history of ${require_first.listed([...names, ...others])}${pushed ? "; a remote has it too" : ""}.`;
	}
	switch (heldBy) {
		case "index": return "Only the index holds it: git reset -- FILE takes it out, git gc --prune=now then removes it from here.";
		case "stash": return "Only the stash holds it: it goes with its entry (git stash list), once git gc --prune=now tidies up.";
		case "reflog": return "Only the reflog holds it: it goes when git forgets the commit; bnguard explain purge says how to hurry that.";
		default: return "Nothing holds it any more: git gc --prune=now removes it from here.";
	}
}
function placesSentence({ places = [], placeCount = 0 }, path) {
	const paths = [...new Set(places.map((place) => place.path))].filter((other) => other !== "" && other !== path);
	const named = paths.slice(0, 3);
	const more = paths.length - named.length;
	const others = named.length === 0 ? "" : require_first.listed([...named, ...more > 0 ? [require_first.count(more, "other path")] : []]);
	if (placeCount === 0) return "";
	if (placeCount === 1) return others === "" ? "Also in another version." : `Also in ${others}.`;
	return `Also in ${require_first.grouped(placeCount)} other versions and places${others === "" ? "" : `, among them ${others}`}.`;
}
// ../cli/dist/reports/text-finding.js
/** What fits the findings of one file. */
const columnsOf = (findings) => ({
	place: findings.reduce((most, finding) => Math.max(most, placeOf(finding).length), 0),
	severity: findings.reduce((most, { severity }) => Math.max(most, severity.length), 0)
});
function findingLines(finding, around) {
	const { colors, width, verbose, columns, advised } = around;
	const indent = 4 + columns.place;
	const lines = [[
		`  ${colors.bold(pad(placeOf(finding), columns.place))}`,
		severityWord(finding.severity, colors, columns.severity),
		finding.rule,
		...finding.masked ? [colors.cyan(finding.masked)] : [],
		finding.confidence === "certain" ? finding.confidence : colors.dim(finding.confidence),
		...require_first.isTestnet(finding) ? [colors.dim(finding.environment)] : [],
		...finding.origin.kind === "range" && !finding.origin.message ? [colors.dim(`commit ${shortId(finding.origin.commit)}`)] : []
	].join("  "), ...paragraph(finding.message, width, indent)];
	const half = otherHalf(finding, around.other);
	if (half) lines.push(...paragraph(half, width, indent));
	if (finding.origin.kind === "history") for (const sentence of exposureSentences(finding.origin, finding.path)) lines.push(...paragraph(sentence, width, indent));
	const adviser = finding.rule === "api-key" && around.other ? around.other.rule : finding.rule;
	const isHarmless = require_first.isTestnet(finding) && require_first.isCredential(finding);
	const advice = isHarmless ? ofTestnet : around.rules.find((rule) => rule.id === adviser)?.advice[0];
	const topic = isHarmless ? ofTestnet : adviser;
	if (advice && !advised.has(topic)) lines.push(...paragraph(advice, width, indent, "→ ").map(colors.green));
	advised.add(topic);
	if (verbose) lines.push(...evidenceLines(finding, width, indent).map(colors.dim));
	return lines;
}
/** Binance's API Management knows nothing of such a key. */
const ofTestnet = "Delete it where the testnet or demo key was made. No money is at stake, but what put it here will put the live one here too.";
const placeOf = ({ start }) => `${start.line}:${start.column}`;
/** The severity in its colour, padded to `columns`. */
function severityWord(severity, colors, columns) {
	const paint = {
		critical: (text) => colors.bold(colors.red(text)),
		high: colors.red,
		medium: colors.yellow,
		low: colors.blue,
		info: colors.dim
	}[severity];
	return paint(pad(severity, columns));
}
/** A sentence that ties key and secret together, naming the nearest place of the other half. */
function otherHalf(finding, other) {
	if (!finding.pair) return void 0;
	if (!other) return `Forms a pair with fingerprint ${finding.pair}.`;
	const where = other.path === finding.path ? `in line ${other.start.line}` : other.path === "" ? `in the ${placeName(other)}` : `at ${other.path}:${placeOf(other)}`;
	return `Forms a pair with ${other.rule} ${other.masked} ${where}.`;
}
function evidenceLines(finding, width, indent) {
	return [...finding.evidence.flatMap(({ signal, bits, says }) => paragraph(`${says} (${signal})`, width, indent, `${require_first.signedBits(bits).padStart(5)}  `)), ...paragraph(`fingerprint ${finding.fingerprint}`, width, indent)];
}
// ../cli/dist/way-out/purge.js
/** Empty where nothing that a branch or tag leads to holds it. */
function purgeOf(findings) {
	const reachable = findings.filter(({ origin }) => origin.kind === "history" && origin.reachable !== false);
	return {
		fingerprints: [...new Set(findings.map(({ fingerprint }) => fingerprint).filter((name) => isFingerprint.test(name)))],
		blobs: holdersOf(reachable, "blob"),
		messages: holdersOf(reachable, "object"),
		isWhole: reachable.every(({ origin }) => {
			const { places = [], placeCount = 0 } = origin;
			return places.length >= placeCount;
		})
	};
}
/** A report is a file, and may be anybody's: nothing else may get into a command. */
const isFingerprint = /^[0-9a-f]{32}$/;
const isId = /^[0-9a-f]{40,64}$/;
function holdersOf(findings, kind) {
	const holders = /* @__PURE__ */ new Map();
	for (const { fingerprint, origin } of findings) {
		const { [kind]: own, places = [] } = origin;
		for (const id of [own, ...places.map((place) => place[kind])]) {
			if (id === void 0 || !isId.test(id) || !isFingerprint.test(fingerprint)) continue;
			holders.set(id, (holders.get(id) ?? /* @__PURE__ */ new Set()).add(fingerprint));
		}
	}
	return holders;
}
/** The arguments for `git filter-repo`. */
function callbacks({ fingerprints, blobs, messages, isWhole }) {
	return [...blobs.size > 0 ? [blobCallback(fingerprints, blobs, isWhole)] : [], ...messages.size > 0 ? [textCallback("commit", [
		"message",
		"author_name",
		"author_email",
		"committer_name",
		"committer_email"
	], fingerprints, messages), textCallback("tag", [
		"message",
		"tagger_name",
		"tagger_email"
	], fingerprints, messages)] : []].join(" \\\n    ");
}
function whatItDoes({ blobs, messages, isWhole }) {
	return [`In ${[...blobs.size === 0 ? [] : [isWhole ? "the versions of files that are named below" : "all versions of files (more have it than a report names)"], ...messages.size === 0 ? [] : ["messages of commits and tags, and names of their authors"]].join(" and in ")} the value becomes REMOVED. A file’s version or a message that has it in another form (encoded, put together, a key in PEM) is dropped whole. The value is in no file and in no shell history.`, ...isWhole ? [] : ["If it is still found then: scan what is left, and do it again."]].join(" ");
}
/**
* Python. `cut` replaces what has one of the fingerprints (docs/decisions/0003-fingerprints.md); what an object holds and
* `cut` did not see stands there in another form.
*/
const python = (kind, fingerprints, holders) => `import hashlib, re
names = {${fingerprints.map((name) => `"${name}"`).join(", ")}}
holders = {
${[...holders].map(([id, held]) => `    b"${id}": "${[...held].join(" ")}",`).join("\n")}
}
seen = set()
def one(found):
    name = hashlib.sha256(b"credential\\0" + found[0]).hexdigest()[:32]
    if name not in names:
        return found[0]
    seen.add(name)
    return b"REMOVED"
def cut(data):
    return re.sub(rb"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])", one, data)
held = set(holders.get(${kind}.original_id, "").split())`;
const blobCallback = (fingerprints, holders, isWhole) => `--blob-callback '
${python("blob", fingerprints, holders)}
if ${isWhole ? "held" : "True"}:
    data = cut(blob.data)
    if held - seen:
        blob.skip()
    else:
        blob.data = data
'`;
const textCallback = (kind, fields, fingerprints, holders) => `--${kind}-callback '
${python(kind, fingerprints, holders)}
if held:
    texts = [cut(text or b"") for text in (${fields.map((field) => `${kind}.${field}`).join(", ")})]
    if held - seen:
        texts[0] = b"REMOVED\\n"
    ${fields.map((field) => `${kind}.${field}`).join(", ")} = texts
'`;
// ../cli/dist/way-out/step.js
const docs = {
	security: "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security",
	keyTypes: "https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types",
	purge: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository",
	ipLimit: "https://developers.binance.com/docs/margin_trading/trade/Create-Special-Key-of-Low-Latency-Trading",
	drained: "https://github.com/jaggedsoft/node-binance-api/issues/647"
};
// ../cli/dist/way-out/ticket.js
/** Undefined where the host has nothing of it, as far as this clone knows. */
function ticketFor(findings) {
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" && origin.reachable !== false && origin.pushed ? [origin] : []);
	if (origins.length === 0) return void 0;
	const repository = require_first.visible(findings[0]?.repository ?? "OWNER/REPOSITORY");
	const pulls = unique(origins.flatMap(({ refs = [] }) => refs.filter((ref) => /\/(?:pull|merge-requests)\//.test(ref)))).map(require_first.visible);
	const text = [
		`Subject: Please remove cached copies of a leaked credential from ${repository}`,
		"",
		"Hello,",
		"",
		`a credential was committed to ${repository}. It has been revoked, and I have rewritten the history and force-pushed`,
		"all branches and tags. Please",
		"  1. drop the read-only references of pull or merge requests that still lead to the old commits,",
		"  2. run a garbage collection of the repository and of its forks’ shared storage,",
		"  3. clear cached views of the old commits.",
		"",
		`First changed commit (old id): ${firstOf(origins) ?? "as git filter-repo printed it"}`,
		`Blobs that must no longer be served: ${blobsThat(origins)}`,
		`Pull or merge requests concerned: ${pulls.length > 0 ? pulls.join(", ") : "(number, as git filter-repo tells)"}`,
		"Orphaned LFS objects: (as git filter-repo tells, or none)",
		"",
		"The value itself is not in this message, and I will not send it."
	].join("\n");
	return {
		to: recipient(repository),
		text
	};
}
function blobsThat(origins) {
	const named = unique(origins.flatMap(({ blob, places = [] }) => [blob, ...places.map((place) => place.blob)]));
	const rest = origins.reduce((sum, { places = [], placeCount = 0 }) => sum + Math.max(0, placeCount - places.length), 0);
	if (named.length === 0) return "none, it stood in messages";
	return `${named.join(", ")}${rest > 0 ? ` and others in up to ${require_first.count(rest, "more place")} (the rewritten history has none of them)` : ""}`;
}
function firstOf(origins) {
	return origins.flatMap(({ firstCommit }) => firstCommit ?? []).sort((a, b) => a.date < b.date ? -1 : 1)[0]?.id;
}
const unique = (items) => [...new Set(items.filter((item) => item !== void 0))];
function recipient(repository) {
	if (repository.startsWith("github.com/")) return "GitHub Support, https://support.github.com/request (with an account that owns it)";
	if (repository.startsWith("gitlab.com/")) return "GitLab: first Settings > Repository > Repository maintenance > Redact text or Remove blobs, then its support";
	return "whoever runs the server that keeps the repository";
}
// ../cli/dist/way-out/out-of-history.js
const title = "Take it out of git’s history";
/** Of one leak, or of all leaks of a report at once. Undefined for what never was in a file. */
function outOfHistory(findings) {
	if (findings.every(({ origin }) => origin.kind === "stdin" || origin.kind === "editor")) return void 0;
	const past = findings.filter(({ origin }) => origin.kind === "history");
	if (past.length === 0) return unknown(findings.some(({ origin }) => origin.kind === "range"));
	const of = (wanted) => past.filter(({ origin }) => origin.kind === "history" && wanted(origin));
	const reachable = of((origin) => origin.reachable !== false);
	const isPublished = reachable.some(({ origin }) => origin.kind === "history" && origin.pushed === true);
	const ways = [isPublished ? published(reachable) : local(reachable), unreachable(of((origin) => origin.reachable === false))].filter((way) => way !== void 0);
	const several = ways.length > 1;
	const ticket = ticketFor(past);
	return {
		title,
		says: ["Only once the key is deleted.", ...ways.flatMap(({ of: whose, says: [first = "", ...rest] }) => [several ? `${namesOf(whose)}: ${first}` : first, ...rest])],
		commands: [...ways.flatMap(({ commands }) => commands), {
			says: isPublished ? "When it is published, clone anew from the address of the remote and look there: the exit code is 0." : "At the end, see that it is gone: the exit code is 0.",
			text: check(purgeOf(past))
		}],
		notes: ways.some(({ isRewritten }) => isRewritten) ? [note] : [],
		...ticket && { ticket }
	};
}
/** `FkYV…, cSIz…`: so many that one recognises them. */
function namesOf(findings) {
	const names = [...new Set(findings.map(({ masked, rule }) => masked || rule))];
	return [...names.slice(0, 6), ...names.length > 6 ? ["…"] : []].join(", ");
}
/** Nobody has looked into the history; of a range it is known that a commit has it. */
const unknown = (isCommitted) => ({
	title,
	says: ["Only once the key is deleted: what is in a commit stays there when the file changes.", isCommitted ? "A commit has it, and a later one that deletes it does not take it back. What takes it out, all leaks at once, a scan of the history tells." : "Whether git has it, a scan of the history tells, and then what takes it out, all leaks at once. What was never committed, staged or stashed is not there, and nothing is to be done."],
	commands: [{
		says: "What the history has, and the way out of it:",
		text: "bnguard scan --history --format json --output history.json\nbnguard explain purge --report history.json"
	}]
});
const note = {
	says: "Many guides use git filter-repo --replace-text or BFG with a file that lists the secrets. That writes the value down once more; ids and a fingerprint do the same without it.",
	source: docs.purge
};
const program = "git filter-repo is a program of its own (Debian: git-filter-repo; pip install git-filter-repo). It gives every commit after the first change a new id, and takes signatures off";
/** Without it the old ids would be published with the new ones. */
const filterRepo = "git filter-repo --quiet --replace-refs update-no-add";
/** These values and no others, whatever sets findings aside. */
const check = ({ fingerprints }) => `bnguard scan --history --no-cache --fingerprint ${fingerprints.join(",")} .`;
/** One block: pasted line by line, what comes behind a failed command would still run. */
const script = (...lines) => [
	"(",
	"set -eu",
	"stop() { echo \"$1\" >&2; exit 1; }",
	...lines,
	")"
].join("\n");
/** Said before anything is done. */
const needs = ["command -v bnguard >/dev/null || stop 'There is no bnguard in the PATH. Its README says how to put it there.'", "git filter-repo --version >/dev/null 2>&1 || stop 'There is no git filter-repo: apt install git-filter-repo, or pip install git-filter-repo.'"];
const toTop = "cd \"$(git rev-parse --show-toplevel 2>/dev/null || git rev-parse --absolute-git-dir)\"";
function published(findings) {
	if (findings.length === 0) return void 0;
	const purge = purgeOf(findings);
	return {
		of: findings,
		isRewritten: true,
		says: [
			`A remote has it. Agree on the rewrite with everybody who has a clone, and merge or close open pull requests first. ${program}.`,
			"It is done in fresh mirrors of the remotes, so nothing in this clone is lost. Afterwards everybody clones anew, yourself too: one old clone that is pushed brings it all back. Work that is in this clone alone is to be written anew on top of the new history, without the value.",
			"What a force-push does not reach: forks, refs of pull requests (GitHub refuses to change those, and the push says so), cached views of the host, logs and artifacts of CI, built images and packages, and every clone. Delete those that are yours, ask for the rest."
		],
		commands: [{
			says: `A mirror of each remote that has it, rewritten and checked. ${whatItDoes(purge)} Nothing is published yet: it prints the command that does.`,
			text: script(...needs, toTop, "for remote in $(git remote); do", "  purge=\"$(mktemp -d)/purge.git\"", "  git clone --quiet --mirror \"$(git remote get-url \"$remote\")\" \"$purge\"", `  printf '%s\\n' ${[...purge.blobs.keys(), ...purge.messages.keys()].join(" ")} |`, "    git -C \"$purge\" cat-file --batch-check | grep -q -v ' missing$' || { echo \"$remote has none of it.\"; continue; }", "  (", "  cd \"$purge\"", `  ${filterRepo} ${callbacks(purge)}`, `  ${check(purge)}`, "  )", "  echo \"$remote is clean in $purge. Look at it, publish it, then delete it:\"", "  echo \"  git -C $purge push --force --mirror origin\"", "done")
		}]
	};
}
function local(findings) {
	if (findings.length === 0) return void 0;
	const purge = purgeOf(findings);
	return {
		of: findings,
		isRewritten: true,
		says: ["No remote-tracking branch of this clone has it. Unless it was pushed all the same and the branch deleted again, or pushed to an address (hosts keep such commits), or as a tag (git ls-remote --tags tells), nothing is to be published and nobody to be asked: the branches of this clone are rewritten before they are pushed. Do not push them as they are.", `${program}; what a remote has keeps its ids. Commit or put away what is changed first: the script stops otherwise.`],
		commands: [{
			says: `A mirror of this clone, rewritten, checked, and brought back. ${whatItDoes(purge)}`,
			text: script(...needs, toTop, "repo=\"$(git rev-parse --absolute-git-dir)\"", "[ \"$(git worktree list | wc -l)\" -eq 1 ] || stop 'Other work trees keep the old commits: git worktree list, then git worktree remove.'", "! git rev-parse -q --verify refs/stash >/dev/null || stop 'Stashes keep the old commits: apply or drop them first (git stash list).'", "git symbolic-ref -q HEAD >/dev/null || stop 'HEAD is on no branch: git switch -c NAME first.'", "isBare=\"$(git rev-parse --is-bare-repository)\"", "[ \"$isBare\" = true ] || [ -z \"$(git status --porcelain --untracked-files=no)\" ] || stop 'Commit what is changed first: git status.'", "purge=\"$(mktemp -d)/purge.git\"", "git clone --quiet --no-local --mirror \"$repo\" \"$purge\"", "(", "cd \"$purge\"", `${filterRepo} --force --refs $(git for-each-ref --format='%(refname)' | grep -v '^refs/remotes/') \\`, `    $(git for-each-ref --format='^%(refname)' refs/remotes) ${callbacks(purge)}`, "git reflog expire --expire=now --all", "git gc --quiet --prune=now", check(purge), ")", "git fetch --quiet --force --update-head-ok \"$purge\" '+refs/*:refs/*' '^refs/remotes/*'", "[ \"$isBare\" = true ] || git reset --quiet", "rm -rf \"$(dirname \"$purge\")\"", "git reflog expire --expire=now --all", "git gc --quiet --prune=now", "echo \"The branches are rewritten. Files on disk are as they were: git status shows where they still have it.\"")
		}]
	};
}
/** Nothing must be rewritten: it goes when what holds it lets go, and git tidies up. */
function unreachable(findings) {
	if (findings.length === 0) return void 0;
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []);
	const held = [...new Set(origins.map(({ heldBy = "nothing" }) => heldBy))];
	const holders = held.filter((one) => one !== "nothing");
	const blobs = [...new Set(origins.flatMap(({ blob }) => blob ?? []))].filter((id) => /^[0-9a-f]{40,64}$/.test(id));
	return {
		of: findings,
		isRewritten: false,
		says: [`No branch and no tag leads to ${holders.length > 0 ? `it; the ${require_first.listed(holders)} of this clone does` : "it, and nothing else does"}. Nothing must be rewritten.`],
		commands: [
			...held.includes("stash") ? [{
				says: "Which entries of the stash hold it; it prints the commands that drop these, in the order to run them:",
				text: script("git stash list --format='%gd' | sort -t'{' -k2 -rn | while read -r entry; do", "  for part in \"$entry\" \"$entry^2\" \"$entry^3\"; do git ls-tree -r \"$part\" 2>/dev/null || true; done |", `    grep -q ${blobs.map((id) => `-e ${id}`).join(" ")} && echo "git stash drop $entry" || true`, "done")
			}] : [],
			...held.includes("index") ? [{
				says: "Which staged files hold it; it prints the commands that take these out of the index, and leaves them on disk:",
				text: script(toTop, `git ls-files --stage | grep ${blobs.map((id) => `-e ${id}`).join(" ")} | cut -f2- | while read -r path; do`, "  echo \"git reset -q -- $path\"", "done")
			}] : [],
			...held.includes("reflog") ? [{
				says: "Let the reflog forget, but not the stash. With it goes the way back to any commit that was amended, rebased or reset:",
				text: "git reflog expire --expire=now --expire-unreachable=now HEAD $(git for-each-ref --format='%(refname)' refs/heads refs/remotes)"
			}] : [],
			{
				says: "Tidy up. This deletes everything that nothing leads to, such as stashes that were dropped before:",
				text: "git gc --quiet --prune=now"
			}
		]
	};
}
// ../cli/dist/way-out/way-out.js
const management = "https://www.binance.com/en/my/settings/api-management";
/** Steps in order, the first one first. */
function wayOut(leak) {
	return [
		deleteKey(leak),
		lookAtAccount(leak),
		closeDoors(leak),
		howItLeaked(leak),
		outOfCode(leak),
		ofOne(outOfHistory(leak.findings)),
		newKey(leak)
	].filter((one) => one !== void 0).map((one) => ({
		commands: [],
		notes: [],
		...one
	}));
}
/** Whoever looks at one leak may have others. */
const ofOne = (step) => step?.notes?.length ? {
	...step,
	says: [...step.says, "Of several leaks take all out in one rewrite: bnguard explain purge --report FILE."]
} : step;
/**
* The first step as one line, for formats that have room for one; none for what is no credential.
* @param half the other half of its pair, where the report has it
*/
function firstStep(finding, half) {
	if (!require_first.isCredential(finding)) return [];
	const step = deleteKey(require_first.leakWith(finding, half ? [finding, half] : [finding]));
	return [`${step.title}: ${step.says[0] ?? ""}`];
}
const isTest = ({ halves }) => halves.every(require_first.isTestnet);
function deleteKey(leak) {
	const [half] = leak.halves;
	const has = (rule) => leak.halves.find((one) => one.rule === rule);
	if (isTest(leak)) return {
		title: "Delete the testnet key",
		says: [`Delete ${keyName(leak)} where the testnet or demo key was made. No money is at stake; what put it here will put the live one here too, so the rest of this list is worth a look.`]
	};
	if (half?.rule === "listen-key") return {
		title: "Let the stream end",
		says: ["Close the user data stream that this listen key belongs to. It tells balances and orders to whoever has it, places none, and ends by itself within the hour in which nobody prolongs it.", "A log that keeps listen keys usually keeps more: look for API keys beside it."]
	};
	const api = has("api-key");
	const cannot = "This takes effect at once and cannot be undone: what uses the key stops, and its open orders and positions stay as they are, so be ready to manage them by hand.";
	if (half?.rule === "key-passphrase") return {
		title: "Treat the private key as open",
		says: [
			"If the encrypted private key may have been in the same hands, delete the API key that its public half is registered under in Binance’s API Management.",
			cannot,
			"Use the passphrase nowhere else again."
		]
	};
	return {
		title: "Delete the key now",
		says: [
			`In Binance: profile, Account, API Management (${management}); in the app under the same names. Delete ${keyName(leak)}.`,
			...api ? [] : ["A secret or private key is not listed there. Where you cannot tell which API key belongs to it, delete every one that might."],
			cannot,
			"Limiting its addresses or rights instead leaves a key alive that others have."
		],
		notes: [{
			says: "Many guides begin with cleaning up git. GitHub’s own page says what we say: revoke first, since no clean-up reaches the copies that others have.",
			source: docs.purge
		}, ...leak.halves.length === 1 && api ? [{
			says: "An API key is often called a public name that may be shown. Binance’s documentation calls both the API key and the secret sensitive.",
			source: docs.security
		}] : []]
	};
}
/** `the API key that begins with FkYV (its secret begins with cSIz)`. */
function keyName({ halves }) {
	const api = halves.find(({ rule }) => rule === "api-key" || rule === "signed-request");
	const other = halves.find((half) => half !== api);
	if (!api?.masked) return `the API key that belongs to ${other?.masked ? `the ${roleName(other)} that begins with ${shown(other)}` : "it"}`;
	return `the API key that begins with ${shown(api)}${other?.masked ? ` (its ${roleName(other)} begins with ${shown(other)})` : ""}`;
}
const shown = ({ masked }) => masked.replace(/…$/, "");
const roleName = ({ rule }) => rule === "private-key" ? "private key" : "secret";
function lookAtAccount(leak) {
	if (isTest(leak) || leak.halves[0]?.rule === "listen-key") return void 0;
	const since = sinceOf(leak);
	return {
		title: "Look at what was done with it",
		says: [
			`Go through ${since ? `everything since ${since}, and the last 24 hours first` : "the last 24 hours first, then everything since the value was written here"}: orders and trades, withdrawals, transfers (between wallets, to other users, to and from sub-accounts), gift cards, and API keys, addresses or sub-accounts that you did not make.`,
			"Trades count as much as withdrawals: a key that may only trade is drained by buying a thin market high from the thief’s own orders. Look for pairs that you do not trade.",
			"Save what you find (order and transaction ids, times in UTC) before anything is tidied: Binance Support and the police ask for it."
		],
		notes: [{
			says: "That a key without the right to withdraw is safe is often said. Accounts have been emptied with such keys.",
			source: docs.drained
		}]
	};
}
function closeDoors(leak) {
	if (isTest(leak) || leak.halves[0]?.rule === "listen-key") return void 0;
	return {
		title: "Close the other doors",
		says: [
			"Delete the other API keys of the account too, unless you know that they stand nowhere near this one.",
			"Change the password, set two-factor authentication up anew (an authenticator app or a passkey), and sign out every device.",
			"If anything is missing: disable the account in its security settings, then write to Binance Support with the first four characters of the API key and what you saved. Nobody there needs the secret."
		]
	};
}
function howItLeaked({ findings }) {
	const places = [...new Set(findings.map((one) => `${placeName(one)}${one.path ? `:${one.start.line}` : ""}`))];
	const shown = places.slice(0, 5);
	const more = places.length - shown.length;
	const standing = `It stands at ${require_first.listed([...shown, ...more > 0 ? [require_first.count(more, "other place")] : []])}.`;
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []);
	const first = earliest(origins);
	const title = "Know how it leaked";
	if (origins.length === 0) {
		const commits = [...new Set(findings.flatMap(({ origin }) => origin.kind === "range" ? [origin.commit] : []))];
		return {
			title,
			says: [
				standing,
				...commits.length > 0 ? [`It came in with ${require_first.listed(commits.slice(0, 3).map((id) => `commit ${shortId(id)}`))}.`] : [],
				commits.length > 0 ? "Since when, and whether a remote has it, a scan of the history tells." : "Whether git has it already, since when, and whether a remote has it, a scan of the history tells."
			],
			commands: [{
				says: "Since when, and where else:",
				text: "bnguard scan --history --format json --output history.json"
			}]
		};
	}
	const pushed = origins.some((origin) => origin.pushed);
	const refs = [...new Set(origins.flatMap((origin) => origin.refs ?? []))].map(require_first.shortRef);
	const named = refs.slice(0, 4);
	const others = Math.max(refs.length, ...origins.map(({ refCount = 0 }) => refCount)) - named.length;
	return {
		title,
		says: [
			standing,
			...first?.firstCommit ? [`It came in with commit ${shortId(first.firstCommit.id)}, which its author wrote on ${first.firstCommit.date.slice(0, 10)}${first.exposedDays === void 0 ? "" : ` (${first.exposedDays === 0 ? "today" : `${require_first.count(first.exposedDays, "day")} ago`})`}${first.isCut ? ", or earlier: this clone is cut off there" : ""}.`] : [],
			...named.length > 0 ? [`In the history of ${require_first.listed([...named, ...others > 0 ? [require_first.count(others, "other ref")] : []])}.`] : [],
			pushed ? "A remote has it. Bots read public repositories within minutes of a push; in a private one, everybody with access has it, and every fork and clone." : "No remote-tracking branch of this clone has it. If it was never pushed from elsewhere either, it is on this machine only: still delete the key if a backup, a shared folder or a second person could have it."
		],
		commands: first?.firstCommit ? [{
			says: "Who brought it and when, without its content:",
			text: `git show --no-patch --format=fuller ${first.firstCommit.id}`
		}] : []
	};
}
function outOfCode(leak) {
	const isKeyFile = leak.findings.some(({ path }) => /(?:^|\/)\.env(?:\.|$)|\.pem$|\.key$/.test(path));
	return {
		title: "Take it out of the code",
		says: [
			"Read it from the environment or from a secret manager (of the cloud that runs the bot, of the CI, of the operating system). In code and configuration only the name of the variable remains.",
			"Keep no copy in notes, chats, e-mails, screenshots or cloud drives.",
			...isKeyFile ? ["A file that holds credentials belongs in .gitignore, and out of git’s index."] : []
		],
		commands: isKeyFile ? [{
			says: "Write the missing ignore lines:",
			text: "bnguard fix"
		}] : []
	};
}
function newKey(leak) {
	if (leak.halves[0]?.rule === "listen-key") return void 0;
	return {
		title: "Make the new key smaller",
		says: [
			"Ed25519: you keep the private key and Binance never has it. Protect its file with a passphrase and mode 0600.",
			"An IP list with the static addresses of the machine that uses it; single addresses, no ranges.",
			"Only the rights that this one strategy needs. No withdrawals, no transfers.",
			"A sub-account of its own, with no more money in it than the strategy uses.",
			"Write it into the key inventory, so that its age and its place are watched."
		],
		commands: [{
			says: "A key pair; upload new-key.pub.pem when Binance asks for a self-generated key:",
			text: "openssl genpkey -algorithm ed25519 -aes256 -out new-key.pem && chmod 600 new-key.pem\nopenssl pkey -in new-key.pem -pubout -out new-key.pub.pem"
		}],
		notes: [{
			says: "HMAC keys are often recommended as good enough. Binance calls them deprecated and recommends Ed25519.",
			source: docs.keyTypes
		}, {
			says: "One reads that an IP list takes 20 addresses. Binance’s API documentation says 30 for a key; no official page with 20 was found.",
			source: docs.ipLimit
		}]
	};
}
function earliest(origins) {
	return origins.filter(({ firstCommit }) => firstCommit !== void 0).sort((a, b) => a.firstCommit.date < b.firstCommit.date ? -1 : 1)[0];
}
const sinceOf = ({ findings }) => earliest(findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []))?.firstCommit?.date.slice(0, 10);
// ../cli/dist/hooks/ways-on.js
/** What a hook says beneath its findings: the ways on, and what each of them means. */
var ways_on_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	unchecked: () => unchecked,
	waysOn: () => waysOn
});
const what = {
	"pre-commit": "commit",
	"pre-merge-commit": "merge",
	"commit-msg": "commit",
	"pre-push": "push",
	"pre-receive": "push"
};
/** Behind findings. @param width in columns */
function waysOn(hook, width) {
	const again = {
		"pre-commit": "Take it out: read keys from the environment or a secret manager; git add the file, and commit again.",
		"pre-merge-commit": "Take it out: read keys from the environment or a secret manager; git add the file, and git commit.",
		"commit-msg": "Write the message without it. The old one still lies in .git/COMMIT_EDITMSG until the next commit.",
		"pre-push": "Take it out of the commits, which nobody has yet: git commit --amend, or git rebase -i.",
		"pre-receive": "Take it out of the commits, which nobody has yet (git commit --amend, or git rebase -i), and push again."
	};
	const past = {
		"pre-commit": "git commit --no-verify. The key is then in git’s history: deleting it later takes it out of no clone, and the hook for pushes and CI find it again.",
		"pre-merge-commit": "git merge --no-verify. The key is then in git’s history: deleting it later takes it out of no clone.",
		"commit-msg": "git commit --no-verify. The key is then in git’s history, for everybody who reads its log.",
		"pre-push": "git push --no-verify. Whoever can read the remote has the key then: delete it at Binance first.",
		"pre-receive": "only whoever runs this server can let it in."
	};
	const shows = {
		"pre-commit": "bnguard scan --staged --verbose",
		"pre-merge-commit": "bnguard scan --staged --verbose",
		"commit-msg": "bnguard scan --stdin --verbose < .git/COMMIT_EDITMSG",
		"pre-push": "bnguard scan --range 'HEAD --not --remotes' --verbose",
		"pre-receive": "bnguard scan --range 'HEAD --not --remotes' --verbose"
	};
	const comment = hook === "commit-msg" ? "" : `a comment on its line${hook === "pre-push" || hook === "pre-receive" ? ", in the commit that brings it" : ""}, bnguard-ignore RULE -- reason, or `;
	const lines = [
		`${again[hook]} A key that was ever shared is to be deleted at Binance: bnguard explain secret-key.`,
		`It is no key, or a dead one: ${comment}bnguard baseline add FINGERPRINT… --state revoked --reason "…"; ${shows[hook]} shows the fingerprint.`,
		`Past this check: ${past[hook]}`
	].flatMap((way, i) => paragraph(way, width, 2, `${i + 1}. `));
	return [
		"",
		`bnguard stopped this ${what[hook]}. Ways on:`,
		...lines,
		""
	].join("\n");
}
/** Behind an error or an incomplete scan: why nothing goes on by itself. */
function unchecked(hook) {
	return `The ${what[hook]} was stopped, because it could not be checked as a whole; ${{
		"pre-commit": "git commit --no-verify goes on without a check",
		"pre-merge-commit": "git merge --no-verify goes on without a check",
		"commit-msg": "git commit --no-verify goes on without a check",
		"pre-push": "git push --no-verify goes on without a check",
		"pre-receive": "whoever runs this server can let it in"
	}[hook]}.`;
}
// ../cli/dist/reports/text-summary.js
var text_summary_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ endSentence: () => endSentence });
/** How many skipped files are named without --verbose. */
const named = 3;
const alarm = "INCOMPLETE: not everything could be read, so there may be more than this report shows. --verbose says what.";
/** All that a person must know who does not see the report. */
function endSentence(report, hidden) {
	return [
		foundSentence(report),
		...hiddenSentences(hidden),
		...report.complete ? [] : [alarm]
	].join(" ");
}
function summaryLines(report, options) {
	const { colors, width, quiet, verbose } = options;
	const incomplete = report.complete ? [] : paragraph(alarm, width, 0).map((line) => colors.bold(colors.red(line)));
	if (quiet) return incomplete;
	return [
		...paragraph(foundSentence(report), width, 0).map(headline(report, colors)),
		...hiddenLines(options),
		...suppressedLines(report, width, verbose),
		...overruledLines(report, width),
		...skippedLines(report.skipped, width, verbose),
		...coverageLines(report, width).map(colors.dim),
		...incomplete
	];
}
function headline(report, colors) {
	if (report.findings.length > 0) return (line) => colors.bold(line);
	return report.complete && looksAtSomething(report.coverage) ? (line) => colors.bold(colors.green(line)) : (line) => line;
}
/** So many findings fit a screen: of more the summary names the worst. */
const onScreen = 8;
const namedWorst = 5;
/** `3 findings: 2 critical, 1 medium.` */
function foundSentence({ findings }) {
	if (findings.length === 0) return "No findings.";
	const counts = require_first.severities.toReversed().flatMap((severity) => {
		const n = findings.filter((finding) => finding.severity === severity).length;
		return n > 0 ? [`${n} ${severity}`] : [];
	});
	return [`${require_first.count(findings.length, "finding")}: ${counts.join(", ")}.`, ...worstPlaces(findings)].join(" ");
}
/** Where the worst ones stand, if others are between them: `The worst: a.py:3, z.js:7.` */
function worstPlaces(findings) {
	if (findings.length <= onScreen) return [];
	const most = require_first.severities.findLast((severity) => findings.some((finding) => finding.severity === severity));
	const places = findings.filter(({ severity }) => severity === most);
	if (places.length === findings.length) return [];
	const distinct = [...new Set(places.map((finding) => `${require_first.visible(placeName(finding))}:${finding.start.line}`))];
	const more = distinct.length - namedWorst;
	return [`The worst: ${distinct.slice(0, namedWorst).join(", ")}${more > 0 ? ` and ${require_first.grouped(more)} more` : ""}.`];
}
const hiddenLines = ({ hidden, width }) => hiddenSentences(hidden).flatMap((sentence) => paragraph(sentence, width, 0));
function hiddenSentences(hidden) {
	if (!hidden?.count) return [];
	const flags = [...hidden.severity ? [`--min-severity ${hidden.severity}`] : [], ...hidden.confidence ? [`--min-confidence ${hidden.confidence}`] : []];
	const shows = flags.length > 1 ? "show" : "shows";
	return [`${require_first.count(hidden.count, "weaker finding")} not shown; ${require_first.listed(flags)} ${shows} all.`];
}
function suppressedLines({ suppressed }, width, verbose = false) {
	if (suppressed.length === 0) return [];
	const by = tally(suppressed.map((finding) => finding.suppression.by));
	const total = paragraph(`${suppressed.length} suppressed: ${by.map(([what, n]) => `${n} by ${what}`).join(", ")}.`, width, 0);
	if (!verbose) {
		const shown = require_first.worstFirst(suppressed).slice(0, named);
		const more = suppressed.length - shown.length;
		return [
			...total,
			...shown.flatMap(({ rule, masked, path, suppression: { by: what, reason } }) => paragraph(`${[rule, masked].filter(Boolean).join(" ")} in ${path || "a message"}, by ${what}: ${reason ?? "no reason given"}`, width, 2)),
			...more > 0 ? [`  and ${require_first.grouped(more)} more; --verbose names all`] : []
		];
	}
	const each = suppressed.flatMap(({ path, start, severity, rule, masked, suppression }) => {
		const what = [
			`${path}:${start.line}:${start.column}`,
			severity,
			rule,
			masked
		].filter(Boolean).join("  ");
		const why = `by ${suppression.by}${suppression.at ? ` ${suppression.at}` : ""}: ${suppression.reason ?? "no reason given"}`;
		return [...paragraph(what, width, 2), ...paragraph(why, width, 6)];
	});
	return [...total, ...each];
}
function overruledLines({ overruled = [] }, width) {
	if (overruled.length === 0) return [];
	const places = overruled.slice(0, named).map(({ suppression, path }) => suppression.at ?? path);
	const more = overruled.length > named ? ", …" : "";
	return paragraph(`${require_first.count(overruled.length, "finding")} above ${overruled.length > 1 ? "have" : "has"} an ignore comment that does not count, since --config-from has none there: ${places.join(", ")}${more}.`, width, 0);
}
function skippedLines(skipped, width, verbose = false) {
	if (skipped.length === 0) return [];
	const worstFirst = skipped.toSorted((a, b) => urgency(a) - urgency(b));
	const shown = verbose ? worstFirst : worstFirst.slice(0, named);
	const why = tally(skipped.map((skip) => skip.why)).map(([what, n]) => `${n} ${what}`);
	const more = skipped.length - shown.length;
	return [
		...paragraph(`${skipped.length} skipped: ${why.join(", ")}.`, width, 0),
		...shown.flatMap((skip) => paragraph(`${nameOf(skip)} (${[skip.why, skip.detail].filter(Boolean).join(": ")})`.trim(), width, 2)),
		...more > 0 ? [`  and ${more} more; --verbose names all`] : []
	];
}
function coverageLines(report, width) {
	const { coverage } = report;
	if (coverage.objects !== void 0) return historyLines(report, coverage.objects, width);
	const { ignored, dependencyFolders, repositories } = coverage;
	const inside = repositories > 1 ? ` in ${require_first.count(repositories, "repository", "repositories")}` : "";
	const left = [...ignored > 0 ? [require_first.count(ignored, "ignored file")] : [], ...dependencyFolders > 0 ? [require_first.count(dependencyFolders, "dependency folder")] : []];
	const looked = lookedAt(coverage, inside);
	const rest = left.length > 0 ? ` Not looked at: ${require_first.listed(left)}; --include-ignored adds them.` : "";
	const past = coverage.commits === void 0 && coverage.staged === void 0 && repositories > 0 && coverage.documents > 0 ? " The history keeps what was deleted: --history." : "";
	return paragraph(looked + rest + past, width, 0);
}
/** What of the history was read, what is not here, and how to bring it. */
function historyLines({ coverage, skipped }, objects, width) {
	const { blobs = 0, refs = 0, bytes, missing = 0, cached = 0, alternates = [], notFetched = [] } = coverage;
	const spared = cached > 0 ? `; ${require_first.count(cached, "object was", "objects were")} known from an earlier scan` : "";
	const read = `Looked at ${require_first.count(objects, "object")} (${require_first.count(blobs, "file version")}, ${require_first.size(bytes)}${spared}) and ${require_first.count(refs, "ref")}.`;
	const broken = skipped.filter(({ why }) => why === "unreadable").length;
	return [
		objects === 0 ? "Nothing was looked at: the repository has no objects." : read,
		...alternates.length > 0 ? [`Read too, as alternates: ${require_first.listed(alternates)}.`] : [],
		...coverage.shallow ? ["This clone is shallow: git fetch --unshallow brings the commits that it lacks."] : [],
		...missing > 0 ? [`${require_first.count(missing, "object is", "objects are")} not here. ${remedy(coverage)}`] : [],
		...broken > 0 ? ["Something is damaged: git fsck tells what, and a fresh clone may have it whole."] : [],
		...notFetched.map(({ refs: kept, command }) => `The remote also keeps ${kept}, which this clone lacks: ${command}`)
	].flatMap((sentence) => paragraph(sentence, width, 0));
}
const remedy = ({ partial }) => partial ? "This is a partial clone: git fetch --refetch --no-filter brings them." : "git fsck tells what lacks them; a fresh clone has them.";
function lookedAt(coverage, inside) {
	const { documents, bytes, staged, commits } = coverage;
	const amount = `(${require_first.size(bytes)})`;
	if (commits !== void 0) {
		if (commits === 0 && documents === 0) return "The range holds no commits.";
		return `Looked at ${require_first.count(commits, "commit")}, ${require_first.count(documents, "file")} ${amount}.`;
	}
	if (staged === 0) return "Nothing is staged.";
	if (documents === 0) return "Nothing was looked at.";
	if (staged !== void 0) return `Looked at ${require_first.count(documents, "staged file")} ${amount}.`;
	return `Looked at ${require_first.count(documents, "file")} ${amount}${inside}.`;
}
const looksAtSomething = ({ documents, commits = 0 }) => documents + commits > 0;
const nameOf = ({ path, object }) => path === "" && object ? `object ${object}` : path;
/** What may have made the scan incomplete comes first, then what another scan would look into. */
function urgency({ why }) {
	return why === "unreadable" ? 0 : why === "missing" ? 1 : why === "archive" ? 2 : 3;
}
/** Each different item with its number, the most frequent first. */
function tally(items) {
	const counts = /* @__PURE__ */ new Map();
	for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a);
}
// ../cli/dist/reports/text.js
var text_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ textReport: () => textReport });
const everyStep = (isHistory) => `Every step of the way out of a leak: bnguard scan ${isHistory ? "--history " : ""}--format json --output report.json, then bnguard explain FINGERPRINT --report report.json.`;
/**
* The report in pieces, one for each finding.
* @param report its shown part; findings appear in its order. Every string in it may come from a stranger.
*/
function* textReport(report, options) {
	const colors = import_picocolors.default.createColors(options.color);
	const half = require_first.halfFinder(report.findings);
	const { findings, ...rest } = report;
	let isFirst = true;
	for (const [heading, group] of byFile(findings)) {
		const columns = columnsOf(group);
		const advised = /* @__PURE__ */ new Set();
		for (const [i, finding] of group.entries()) {
			const other = half(finding);
			const around = {
				...options,
				colors,
				columns,
				advised,
				...other && { other: require_first.everyString(other, require_first.visible) }
			};
			const head = i === 0 ? [colors.bold(colors.underline(require_first.visible(heading)))] : [];
			yield joined([
				...isFirst ? [] : [""],
				...head,
				...findingLines(require_first.everyString(finding, require_first.visible), around)
			]);
			isFirst = false;
		}
	}
	if (options.verbose && findings.some(require_first.isCredential)) yield joined(["", ...paragraph(everyStep(report.coverage.objects !== void 0), options.width, 0)]);
	const summary = summaryLines({
		...require_first.everyString(rest, require_first.visible),
		findings
	}, {
		...options,
		colors
	});
	yield joined([...isFirst || summary.length === 0 ? [] : [""], ...summary]);
}
const joined = (lines) => require_first.logSafe(lines.map((line) => `${line}\n`).join(""));
/** In order of appearance. The repository is named where there are several. */
function byFile(findings) {
	const several = new Set(findings.flatMap((finding) => finding.repository ?? [])).size > 1;
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const place = placeName(finding);
		const heading = several && finding.repository ? `${finding.repository}: ${place}` : place;
		const group = groups.get(heading);
		if (group) group.push(finding);
		else groups.set(heading, [finding]);
	}
	return groups;
}
exports.broughtBy = broughtBy;
exports.columnsOf = columnsOf;
exports.exposureSentences = exposureSentences;
exports.fastStringWidth = fastStringWidth;
exports.findingLines = findingLines;
exports.firstStep = firstStep;
exports.outOfHistory = outOfHistory;
exports.pad = pad;
exports.paragraph = paragraph;
exports.placeName = placeName;
exports.require_picocolors = require_picocolors;
exports.severityWord = severityWord;
exports.shortId = shortId;
exports.text_exports = text_exports;
exports.text_summary_exports = text_summary_exports;
exports.wayOut = wayOut;
exports.ways_on_exports = ways_on_exports;
exports.widest = widest;
exports.wrapAnsi = wrapAnsi;
