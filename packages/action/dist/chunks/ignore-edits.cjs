"use strict";
const require_small_text = require("./small-text.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// ../cli/dist/ignore-edits.js
/** Lines to add at the end of an ignore file: what they are as bytes, and how a diff shows them. Touches no other line. */
/** What the file has now, or why nothing can be added to it, as a sentence fragment. */
function present({ path }) {
	const found = require_small_text.readSmall(path);
	switch (found.kind) {
		case "none": return;
		case "other": return "it is a link, a folder or a pipe; put a file there";
		case "unread": return "it cannot be read; check its permissions and its size";
		case "text": return found.bytes.includes(0) ? "it is not UTF-8 text, so git does not understand it either" : found.bytes;
		default: return found;
	}
}
/** What is to be appended: with the line ends that the file has, and one for its last line where that has none. */
function addition(before, lines) {
	const text = before?.toString("latin1") ?? "";
	const at = text.lastIndexOf("\n");
	const end = at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
	return (text !== "" && !text.endsWith("\n") ? end : "") + lines.map((line) => line + end).join("");
}
/** Throws what the operating system says. A link in the place of the file or of its folder is not followed. */
async function append({ path, lines }, before) {
	const folder = (0, node_path.dirname)(path);
	await (0, node_fs_promises.mkdir)(folder, { recursive: true });
	if (await (0, node_fs_promises.realpath)(folder) !== folder) throw new Error("a link in its path");
	const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = node_fs.constants;
	const file = await (0, node_fs_promises.open)(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 420);
	try {
		await file.appendFile(addition(before, lines));
	} finally {
		await file.close();
	}
}
/** As `diff -U0` shows it; `name` as people know the file. */
function diffOf(name, before, lines) {
	const text = before?.toString("utf8") ?? "";
	const old = text === "" ? [] : text.replace(/\n$/, "").split("\n");
	const shown = (line) => line.replace(/\r$/, "");
	const head = [`--- ${before === void 0 ? "/dev/null" : `a/${name}`}`, `+++ b/${name}`];
	const added = lines.map((line) => `+${line}`);
	if (text === "" || text.endsWith("\n")) {
		const count = lines.length === 1 ? "" : `,${String(lines.length)}`;
		return [
			...head,
			`@@ -${String(old.length)},0 +${String(old.length + 1)}${count} @@`,
			...added,
			""
		].join("\n");
	}
	const last = shown(old.at(-1) ?? "");
	return [
		...head,
		`@@ -${String(old.length)} +${String(old.length)},${String(lines.length + 1)} @@`,
		`-${last}`,
		"\\ No newline at end of file",
		`+${last}`,
		...added,
		""
	].join("\n");
}
exports.addition = addition;
exports.append = append;
exports.diffOf = diffOf;
exports.present = present;
