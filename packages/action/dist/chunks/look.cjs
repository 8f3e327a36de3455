"use strict";
const require_small_text = require("./small-text.cjs");
const require_first = require("./first.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// ../cli/dist/init/look.js
/** What stands at a path of a repository that may be hostile: text, nothing, or something that init leaves to people. */
/** More than any file that people write has, and little enough to be parsed at once. */
const mostBytes = 1 << 20;
/** Of files that are taken as they are: a baseline may be long. */
const mostToWrite = 16 << 20;
/** Never throws, follows no link, waits for no pipe. @param most bytes that are read */
function lookAt(path, most = mostBytes) {
	if (hasLink(path)) return {
		kind: "other",
		why: "has a link in its path"
	};
	const found = statusOf(path);
	if (found === void 0) return { kind: "nothing" };
	if (found.isSymbolicLink()) return {
		kind: "other",
		why: "is a link"
	};
	if (!found.isFile()) return {
		kind: "other",
		why: "is no file"
	};
	if (found.size > most) return {
		kind: "other",
		why: `is larger than ${most >> 20} MB`
	};
	const read = require_small_text.readSmall(path);
	if (read.kind === "none") return { kind: "nothing" };
	if (read.kind !== "text") return {
		kind: "other",
		why: "cannot be read"
	};
	const text = exact(read.bytes);
	return text === void 0 ? {
		kind: "other",
		why: "is not UTF-8"
	} : {
		kind: "text",
		text
	};
}
/** Undefined where writing the text would not give these bytes. */
function exact(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}
/** The text at a path; undefined where there is none that can be had. */
function textAt(path, most = mostBytes) {
	const found = lookAt(path, most);
	return found.kind === "text" ? found.text : void 0;
}
/** Whether git would run it: links count as what they lead to. Windows knows no such thing. */
function isExecutable(path) {
	try {
		return ((0, node_fs.statSync)(path).mode & 73) !== 0 || process.platform === "win32";
	} catch {
		return false;
	}
}
/** Without links, as far as it is there. */
function realOf(path) {
	if (path === (0, node_path.dirname)(path)) return path;
	try {
		return (0, node_fs.realpathSync)(path);
	} catch {
		return (0, node_path.join)(realOf((0, node_path.dirname)(path)), (0, node_path.basename)(path));
	}
}
/** Whether a folder above it is a link. */
function hasLink(path) {
	let folder = (0, node_path.dirname)(path);
	while (!require_first.isThere(folder) && folder !== (0, node_path.dirname)(folder)) folder = (0, node_path.dirname)(folder);
	return realOf(folder) !== folder || statusOf(folder)?.isDirectory() !== true;
}
function statusOf(path) {
	try {
		return (0, node_fs.lstatSync)(path, { throwIfNoEntry: false });
	} catch {
		return;
	}
}
exports.exact = exact;
exports.isExecutable = isExecutable;
exports.lookAt = lookAt;
exports.mostToWrite = mostToWrite;
exports.realOf = realOf;
exports.textAt = textAt;
