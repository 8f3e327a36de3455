import { didYouMean } from "./suggest.mjs";
import { UserError } from "./first.mjs";
// ../cli/dist/flag-values.js
/** A value is not what it should be. `expected` completes "expected …". */
function wrongValue(flag, expected, hint = "") {
	return new UserError(`${flag}: expected ${expected}${hint}.`);
}
/** For a flag that takes one of a few words. */
function oneOf(flag, choices) {
	return (value) => {
		const found = choices.find((choice) => choice === value);
		if (found === void 0) throw wrongValue(flag, choices.join(", "), didYouMean(value, choices));
		return found;
	};
}
const sizePattern = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])i?)?b?$/i;
const sizeHint = "a size such as 512k, 10MB or 1000000 (bytes)";
/** Bytes of `512k`, `10MB`, `1.5 GiB`, `1000`; units are powers of 1024. Undefined where it is no positive size. */
function parseSize(text) {
	const [, amount, unit = ""] = sizePattern.exec(text.trim()) ?? [];
	const bytes = Math.floor(Number(amount) * 1024 ** " kmgt".indexOf(unit.toLowerCase() || " "));
	return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : void 0;
}
function sizeFlag(flag) {
	return (value) => {
		const bytes = parseSize(value);
		if (bytes === void 0) throw wrongValue(flag, sizeHint);
		return bytes;
	};
}
function countFlag(flag) {
	return (value) => {
		if (!/^[1-9]\d{0,3}$/.test(value)) throw wrongValue(flag, "a whole number from 1 to 9999");
		return Number(value);
	};
}
/** `2/8`: the second of eight parts. */
function shardFlag(flag) {
	return (value) => {
		const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? [];
		if (index === void 0 || count === void 0 || Number(index) > Number(count)) throw wrongValue(flag, "I/N such as 2/8, the second of eight parts");
		return {
			index: Number(index),
			count: Number(count)
		};
	};
}
/** Whether `text` is a day that exists, as YYYY-MM-DD. */
function isDay(text) {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
/** ISO 8601 in UTC of a day (its start) or of a date with time. */
function dateFlag(flag) {
	return (value) => {
		const day = value.slice(0, 10);
		const time = /^(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(value.slice(10));
		const date = isDay(day) && time ? new Date(value) : /* @__PURE__ */ new Date(NaN);
		if (Number.isNaN(date.getTime())) throw wrongValue(flag, "a date such as 2026-11-22 or 2026-11-22T12:00:00Z");
		return date.toISOString().replace(".000Z", "Z");
	};
}
/** A number of days, also 0. */
function daysFlag(flag) {
	return (value) => {
		if (!/^\d{1,4}$/.test(value)) throw wrongValue(flag, "a number of days, 0 to 9999");
		return Number(value);
	};
}
function dayFlag(flag) {
	return (value) => {
		if (!isDay(value)) throw wrongValue(flag, "a day such as 2026-11-22");
		return value;
	};
}
export { countFlag, dateFlag, dayFlag, daysFlag, isDay, oneOf, parseSize, shardFlag, sizeFlag, sizeHint };
