"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
const require_first = require("./first.cjs");
// ../cli/dist/answers.js
var import_picocolors = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_findings().require_picocolors(), 1);
/**
* What Binance answers when something is wrong with a key, a request or a place: data, each with its sources (read
* 2026-11-22). Positive codes are HTTP statuses. The status that comes with a code varies: the code decides.
*/
const spot = "https://developers.binance.com/docs/binance-spot-api-docs/errors";
const rest = "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits";
const general = "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information";
const futures = "https://developers.binance.com/docs/derivatives/usds-margined-futures/error-code";
const timing = "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security";
const answers = [
	{
		code: -1002,
		name: "UNAUTHORIZED",
		means: "The key may not do this. It exists; the right is missing.",
		not: ["That the key was revoked."],
		check: ["Which right the endpoint needs, and whether the key has it in API Management.", "Whether the account itself may do it (futures opened, region, sub-account)."],
		sources: [spot]
	},
	{
		code: -1003,
		name: "TOO_MANY_REQUESTS",
		means: "Too many requests from this address, or too many orders from this account. The message says which limit.",
		not: ["Anything about the key: it is neither wrong nor revoked.", "That a second key helps: the weight limit counts by address."],
		check: [
			"Stop sending; wait as long as Retry-After says. Going on turns it into a ban (HTTP 418) of up to three days.",
			"The X-MBX-USED-WEIGHT headers, to see which requests are heavy.",
			"Whether several bots share one address; prefer streams to polling.",
			"Whether a program that you do not know uses the account: then the key may have leaked."
		],
		sources: [spot, rest]
	},
	{
		code: -1015,
		name: "TOO_MANY_ORDERS",
		means: "The account placed too many orders in a time. The message says how many it may.",
		not: ["Anything about the key or its rights.", "That a second key helps: orders are counted by account, across its keys and addresses."],
		check: [
			"Wait until the interval of the message is over; the X-MBX-ORDER-COUNT headers tell how much is used.",
			"Whether a bot places, cancels and places anew in a loop.",
			"Whether a program that you do not know places orders: then the key may have leaked."
		],
		sources: [spot, rest]
	},
	{
		code: -1021,
		name: "INVALID_TIMESTAMP",
		means: "The timestamp lies outside of recvWindow, or more than a second ahead of the server.",
		not: ["That key or secret are wrong: they were not looked at yet.", "A reason for a larger recvWindow: that only gives a thief more time to replay."],
		check: [
			"The clock: synchronise it (NTP), and compare with GET /api/v3/time.",
			"That the timestamp is in milliseconds (or in microseconds, both since 1970) and made right before sending.",
			"How long the request waits in a queue or a slow connection."
		],
		sources: [spot, timing]
	},
	{
		code: -1022,
		name: "INVALID_SIGNATURE",
		means: "The signature does not fit the request. The key was recognised and this address may use it; what it was signed with, or what was signed, is not what Binance expects.",
		not: ["That the API key is dead: of a leaked key it says that it lives.", "A problem of rights or addresses."],
		check: [
			"That secret and API key belong together, and to the same environment (live or testnet).",
			"That exactly the sent query string is signed, percent-encoded, in the sent order; since January 2026 the encoded form counts.",
			"No blank or line break at the end of the secret.",
			"For Ed25519 and RSA: base64, percent-encoded in the request, and the public half registered under this very API key."
		],
		sources: [
			spot,
			timing,
			"https://developers.binance.com/docs/binance-spot-api-docs"
		]
	},
	{
		code: -1109,
		name: "BAD_ACCOUNT",
		means: "The account cannot be used for this.",
		not: ["A wrong secret."],
		check: ["Whether the account or sub-account is active and of the kind that the endpoint is for."],
		sources: [futures]
	},
	{
		code: -1125,
		name: "INVALID_LISTEN_KEY",
		means: "The listen key has ended or never was one.",
		not: ["That the API key is dead."],
		check: ["Make a new one, and prolong it at least once an hour.", "That it is used on the system that made it."],
		sources: [spot]
	},
	{
		code: -1034,
		name: "TOO_MANY_CONNECTIONS",
		means: "Too many connections at once, or too many attempts in a time, by this account or from this address.",
		not: ["Anything about the key or its rights.", "A ban: it ends when connections are closed or time goes by."],
		check: [
			"Whether an old session is still open; close it with a logout rather than by cutting the line.",
			"Whether a program reconnects in a loop: wait longer after each failure.",
			"Whether a program that you do not know is connected: then the key may have leaked."
		],
		sources: [spot]
	},
	{
		code: -2008,
		name: "Invalid Api-Key ID",
		means: "This host knows no such key. It was deleted, never saved, or belongs to another host: testnet, demo, Binance.US. Binance also deletes keys that it takes for unsafe.",
		not: ["Proof that a leaked key is dead everywhere: ask at the host that it was made at."],
		check: [
			"That the key was made for this host.",
			"That it is complete: 64 characters, no blank.",
			"Whether it still stands in API Management. A deleted key does not come back: make a new one."
		],
		sources: [
			"https://github.com/binance/binance-signature-examples/issues/17",
			"https://github.com/ccxt/ccxt/issues/16777",
			futures
		]
	},
	{
		code: -2010,
		name: "NEW_ORDER_REJECTED",
		means: "The order was refused; the message says why.",
		not: ["A problem of the key: key, signature and rights were accepted before.", "Always too little money: that is one reason of many."],
		check: [
			"The message of the answer.",
			"The filters of the symbol (lot size, price, notional) in exchangeInfo.",
			"The free balance in the wallet that the order uses."
		],
		sources: [spot]
	},
	{
		code: -2014,
		name: "BAD_API_KEY_FMT",
		means: "What was sent as API key is no key: wrong length, other characters, or nothing.",
		not: ["That the key was revoked or may not do something."],
		check: [
			"That the variable is set where the program runs, and not a placeholder.",
			"No quotes, blanks or line breaks in it.",
			"That key and secret are not swapped with something else; they have the same form."
		],
		sources: [spot]
	},
	{
		code: -2015,
		name: "REJECTED_MBX_KEY",
		means: "Invalid API key, address or right: one of the three, and the answer does not say which.",
		not: ["That a leaked key is dead. It may just not be used from your address.", "That the secret is wrong: that is -1022."],
		check: [
			"That the key is made for this host, and still stands in API Management.",
			"The IP list, and the address that requests really leave from (VPN, proxy, IPv6).",
			"The right that the endpoint needs; futures answer this, not -4131, where their right is missing.",
			"Whether trading was switched off because the key has no IP list.",
			"A ban of the address after too many requests: wait, then try again."
		],
		sources: [spot, futures]
	},
	{
		code: -2017,
		name: "API_KEYS_LOCKED",
		means: "The keys of this account are locked.",
		not: ["That they are deleted: they may be unlocked again."],
		check: ["Messages of Binance in the account: it locks keys when it sees something unusual.", "What was done with the keys, before anybody unlocks them."],
		sources: [futures]
	},
	{
		code: -2018,
		name: "BALANCE_NOT_SUFFICIENT",
		means: "Too little money in the futures wallet.",
		not: ["A problem of the key."],
		check: ["The balance of the futures wallet, not of the spot wallet."],
		sources: [futures]
	},
	{
		code: -2019,
		name: "MARGIN_NOT_SUFFICIEN",
		means: "Too little margin for this order.",
		not: ["A problem of the key."],
		check: ["Margin, leverage and open orders."],
		sources: [futures]
	},
	{
		code: -4056,
		name: "INVALID_API_KEY_TYPE",
		means: "Keys of this type are not accepted here.",
		not: ["That the key was revoked."],
		check: ["Which types the endpoint takes: HMAC, RSA, Ed25519."],
		sources: [futures]
	},
	{
		code: -4057,
		name: "INVALID_RSA_PUBLIC_KEY",
		means: "The public key that was uploaded is none, or not in the expected form.",
		not: ["Anything about a key in use."],
		check: ["That the public half was uploaded, in PEM. If the private one was: it has leaked, make a new pair."],
		sources: [futures]
	},
	{
		code: -4131,
		name: "MARKET_ORDER_REJECT",
		means: "The best price on the other side lies beyond the PERCENT_PRICE limit, so the market order was refused.",
		not: ["That futures are not enabled for the key, as one often reads: that is -2015."],
		check: ["The order book and the PERCENT_PRICE filter of the symbol.", "A limit order instead, or a later time."],
		sources: [futures]
	},
	{
		code: -9e3,
		name: "Unsupported operation",
		means: "The key cannot have this right: FIX, for one, takes Ed25519 keys only.",
		not: ["That the key was revoked."],
		check: ["The type of the key, and which rights it may have."],
		sources: ["https://developers.binance.com/docs/sub_account/api-management"]
	},
	{
		code: 403,
		name: "Forbidden",
		means: "The web application firewall refused the request before Binance read it.",
		not: ["Any verdict on the key."],
		check: [
			"Whether a proxy, a VPN or the provider’s address is blocked.",
			"The request itself: unusual headers, a body where there should be none, odd characters.",
			"Waiting some minutes."
		],
		sources: [rest, general]
	},
	{
		code: 418,
		name: "Banned",
		means: "This address went on sending after HTTP 429 and is banned, from two minutes up to three days. Retry-After says how long.",
		not: ["Any verdict on the key."],
		check: ["Stop every program at this address until the time is over.", "Then what -1003 says."],
		sources: [rest]
	},
	{
		code: 429,
		name: "Too many requests",
		means: "A limit was reached. Retry-After says how many seconds to wait.",
		not: ["Any verdict on the key."],
		check: ["Wait. Who goes on is banned (HTTP 418).", "Then what -1003 says."],
		sources: [rest]
	},
	{
		code: 451,
		name: "Unavailable for legal reasons",
		means: "Binance does not serve the place that this address is in. Hosted CI runners are often in the United States and get this.",
		not: ["That the key is dead, wrong or safe: it was not looked at."],
		check: ["Where the request leaves from.", "Whether Binance serves you there by its terms; a way around them can cost the account."],
		sources: [general, "https://github.com/freqtrade/freqtrade/pull/7833"]
	}
];
// ../cli/dist/commands/explain-code.js
/** `bnguard explain -2015`: what an answer of Binance means, what it does not, and what to check in which order. */
async function runExplainCode({ code, color }, { io }) {
	const answer = answers.find((one) => one.code === code) ?? answers.find((one) => one.code === -Math.abs(code));
	if (!answer) {
		const known = answers.map((one) => one.code).sort((a, b) => a < 0 && b < 0 ? b - a : a - b).join(", ");
		throw new require_first.UserError(`There is nothing here about ${code}. Known: ${known}. All codes: https://developers.binance.com/docs/binance-spot-api-docs/errors`);
	}
	const colors = import_picocolors.default.createColors(require_first.wantsColor(color, io));
	return {
		code: 0,
		stdout: answerLines(answer, require_first.textWidth(io), colors).map((line) => `${line}\n`).join("")
	};
}
function answerLines({ code, name, means, not, check, sources }, width, colors) {
	const title = code > 0 ? `HTTP ${code}` : String(code);
	return [
		`${colors.bold(title)}  ${name}`,
		"",
		...require_findings().paragraph(means, width, 0),
		...section("What it does not mean", not, "- "),
		...section("What to check, in this order", check),
		"",
		colors.bold("Sources"),
		...sources.map((url) => `  - ${url}`)
	];
	function section(heading, items, mark = "") {
		if (items.length === 0) return [];
		const lines = items.flatMap((item, i) => require_findings().paragraph(item, width, 2, mark || `${i + 1}. `));
		return [
			"",
			colors.bold(heading),
			...lines
		];
	}
}
exports.runExplainCode = runExplainCode;
