"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_dist = require("./dist4.cjs");
const require_first = require("./first.cjs");
const require_inventory = require("./inventory.cjs");
const require_keys = require("./keys.cjs");
let node_path = require("node:path");
// ../cli/dist/commands/keys-add.js
/**
* `bnguard keys add --stdin`: an entry of the inventory from a key on standard input. What is written and shown of it is
* its fingerprint; on the screen also the first four characters.
*/
/** A pair of PEMs is far below. */
const mostBytes = 65536;
const head = `# The keys of this repository: labels and fingerprints, never values.
# bnguard keys check tells whether they are kept well, bnguard keys due what is to be renewed.
`;
async function runKeysAdd(request, setting) {
	refuseKeys({
		name: request.name,
		...request.fields
	});
	const root = await require_keys.inventoryRoot(setting.cwd);
	const text = require_inventory.inventoryText(root);
	const [near] = text === void 0 ? require_keys.nearInventories(root) : [];
	if (near !== void 0) throw new require_first.UserError(`${near} Rename it first; nothing was written.`);
	const known = text === void 0 ? void 0 : await require_inventory.readInventory(text);
	const values = await valuesOf(setting);
	const today = (request.asOf ?? (/* @__PURE__ */ new Date()).toISOString()).slice(0, 10);
	const prints = [...new Set(values.map(({ fingerprint }) => fingerprint))];
	const holder = known?.entries.find(({ fingerprints = [] }) => fingerprints.some((one) => prints.includes(one)));
	const name = request.name ?? holder?.name ?? `key-${prints[0].slice(0, 8)}`;
	if (holder && holder.name !== name) throw new require_first.UserError(`${require_first.inventoryName} has this key already, as ${require_first.redact(holder.name)}.`);
	const at = known?.entries.findIndex((entry) => entry.name === name) ?? -1;
	const old = known?.entries[at];
	const { fields } = request;
	if (old && Object.keys(fields).length > 0) throw new require_first.UserError(`${require_first.inventoryName} has an entry ${require_first.redact(name)} already: leave out the other flags to add to its fingerprints, and change the rest in the file.`);
	const fresh = prints.filter((one) => old?.fingerprints?.includes(one) !== true);
	const entry = {
		name,
		fingerprints: prints,
		created: today,
		...fields
	};
	const written = fresh.length === 0 ? void 0 : await withEntry(text, old ? {
		at,
		fresh
	} : entry);
	if (written !== void 0) await require_inventory.readInventory(written);
	const masks = [...new Set(values.map(({ masked }) => masked).filter((one) => one !== ""))];
	const begins = masks.length > 0 ? ` (${masks.join(", ")})` : "";
	const done = old ? fresh.length > 0 ? "now has" : "has" : "has the new entry";
	const fact = old ? `${require_first.inventoryName} ${done} ${count(prints, begins)} in ${name}${fresh.length === 0 ? " already" : ""}.` : `${require_first.inventoryName} ${done} ${name} with ${count(prints, begins)}.`;
	const lacking = old ? [] : [
		"permissions",
		"ips",
		"account"
	].filter((one) => fields[one] === void 0);
	const next = lacking.length > 0 ? `Write down what it may do: ${lacking.join(", ")}. Then: bnguard keys check.\n` : "";
	return {
		code: 0,
		stdout: request.format === "json" ? `${require_first.visibleJson(JSON.stringify({
			schema: 1,
			tool: {
				name: "bnguard",
				version: require_first.ownVersion()
			},
			file: require_first.inventoryName,
			added: written !== void 0,
			name: require_first.redact(name),
			fingerprints: prints,
			masked: masks
		}, null, 2))}\n` : `${require_first.redact(fact)}\n${next}`,
		...written !== void 0 && { files: [{
			path: (0, node_path.join)(root, "bnguard.keys.yaml"),
			text: written
		}] }
	};
}
/** What is typed stands in the shell's history. */
function refuseKeys(typed) {
	const [flag] = Object.entries(typed).find(([, value]) => require_inventory.looksLikeKey(String(value))) ?? [];
	if (flag === void 0) return;
	throw new require_first.UserError(`--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: what is given looks like a key, and the shell may remember it. Give the key on standard input only, and delete this one at Binance if others can read that history.`);
}
const count = (prints, begins) => `${prints.length === 1 ? "fingerprint" : "fingerprints"} ${prints.join(" and ")}${begins}`;
/** The keys on standard input: one, or an API key and its secret on two lines. */
async function valuesOf({ io }) {
	const bytes = Buffer.from(await require_first.readAll(io));
	if (bytes.length > mostBytes) throw new require_first.UserError("Standard input holds more than a key and its secret.");
	const text = bytes.toString("utf8").replace(/^\ufeff/, "").trim();
	if (text === "") throw new require_first.UserError("Standard input is empty. Give it the key: pbpaste | bnguard keys add --stdin.");
	const parts = text.includes("-----BEGIN") ? [text] : text.split(/\s+/);
	if (parts.length > 2) throw new require_first.UserError("Standard input holds more than a key and its secret: give each pair an entry of its own.");
	return parts.map((value, i) => {
		const finding = keyIn(value);
		if (finding) return finding;
		throw new require_first.UserError(`${parts.length > 1 ? `Value ${i + 1} on standard input` : "What standard input holds"} is not what Binance makes: an API key or secret has 64 letters and digits, a private key is a PEM.`);
	});
}
/** What a scan would find, were it in a file. */
function keyIn(value) {
	const [first] = [
		value,
		`BINANCE_API_SECRET=${value}\n`,
		`BINANCE_FUTURES_TESTNET_API_SECRET=${value}\n`
	].flatMap((text) => require_dist.detect({
		path: "key.env",
		origin: { kind: "stdin" },
		text
	}).findings).filter(({ rule }) => /^(?:api-key|secret-key|private-key|documented-example)$/.test(rule));
	if (first?.rule === "documented-example") throw new require_first.UserError("This is an example that Binance’s documentation publishes: everybody has it, so it is no key of yours.");
	return first;
}
/** The file with one more entry, or with more fingerprints in one. Comments and the order of things stay. */
async function withEntry(text, what) {
	const { isSeq, parseDocument } = await Promise.resolve().then(() => require("./dist2.cjs")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_dist(), 1));
	const body = text === void 0 || text.trim() === "" ? `${head}schema: 1\nkeys: []\n` : text;
	const document = parseDocument(body, {
		schema: "core",
		logLevel: "error"
	});
	if ("fresh" in what) {
		const path = [
			"keys",
			what.at,
			"fingerprints"
		];
		if (isSeq(document.getIn(path))) for (const one of what.fresh) document.addIn(path, one);
		else document.setIn(path, what.fresh);
	} else {
		const keys = document.get("keys");
		if (isSeq(keys)) {
			if (keys.items.length === 0) keys.flow = false;
			keys.add(document.createNode(what));
		} else document.set("keys", document.createNode([what]));
	}
	const written = document.toString({ lineWidth: 0 });
	return body.includes("\r\n") ? written.replace(/\r?\n/g, "\r\n") : written;
}
exports.runKeysAdd = runKeysAdd;
