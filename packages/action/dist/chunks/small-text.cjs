"use strict";
const require_gates = require("./gates.cjs");
let node_fs = require("node:fs");
// ../cli/dist/sources/files/small-text.js
/** Reads a small file of a repository that may be hostile, as text, or says that there is none. Follows no link. */
/** Eight times what 100,000 lines of an ignore file take. */
const mostBytes = 16 << 20;
const flags = node_fs.constants.O_RDONLY | node_fs.constants.O_NOFOLLOW | node_fs.constants.O_NONBLOCK;
function readSmall(path) {
	let file;
	try {
		file = (0, node_fs.openSync)(path, flags);
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" || code === "ENOTDIR") return { kind: "none" };
		return { kind: code === "ELOOP" || code === "EMLINK" || code === "ENXIO" ? "other" : "unread" };
	}
	try {
		const stats = (0, node_fs.fstatSync)(file);
		if (!stats.isFile()) return { kind: "other" };
		if (stats.size > mostBytes) return { kind: "unread" };
		const bytes = Buffer.alloc(stats.size);
		let length = 0;
		for (let got = -1; got !== 0 && length < bytes.length; length += got) got = (0, node_fs.readSync)(file, bytes, length, bytes.length - length, null);
		return {
			kind: "text",
			bytes: bytes.subarray(0, length)
		};
	} catch {
		return { kind: "unread" };
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
/** As text in any encoding; undefined where there is none. */
function textOf(read) {
	if (read.kind !== "text") return void 0;
	const decoded = require_gates.decode(read.bytes);
	return decoded.kind === "text" ? decoded.text : void 0;
}
exports.readSmall = readSmall;
exports.textOf = textOf;
