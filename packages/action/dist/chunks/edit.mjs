import { chmodSync, lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createHash } from "node:crypto";
// ../cli/dist/init/edit.js
/** Changes to files: shown as a diff, written only where a file still is what it was, and taken back as they were made. */
/** The text of a file; undefined where there is none, or what there is is no text. Throws what the system says else. */
function textOf(path) {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		if ([
			"ENOENT",
			"ENOTDIR",
			"EISDIR"
		].includes(error.code ?? "")) return void 0;
		throw error;
	}
}
const isThere = (path) => lstatSync(path, { throwIfNoEntry: false }) !== void 0;
/** Throws an Error with a reason that people understand. Follows no link. */
function apply(edit) {
	if (edit.kind === "move") {
		if (isThere(edit.to)) throw new Error(`${edit.to} is there already`);
		renameSync(edit.path, edit.to);
		return edit;
	}
	const { path, before, after, isExecutable } = edit;
	const found = lstatSync(path, { throwIfNoEntry: false });
	if (found && !found.isFile()) throw new Error("it is no file");
	if ((found ? textOf(path) : void 0) !== before) throw new Error("it has changed meanwhile");
	const folder = dirname(path);
	mkdirSync(folder, { recursive: true });
	if (realpathSync(folder) !== folder) throw new Error("there is a link in its path");
	writeFileSync(path, after);
	if (isExecutable) chmodSync(path, 493);
	return {
		kind: "write",
		path,
		before: before ?? null,
		after: hashOf(after)
	};
}
/** Undefined: it is as it was before. Else why it was left alone. */
function takeBack(done) {
	if (done.kind === "move") {
		if (!isThere(done.to)) return "what was kept beside it is gone";
		if (isThere(done.path)) return "there is something in its place";
		renameSync(done.to, done.path);
		return;
	}
	const found = lstatSync(done.path, { throwIfNoEntry: false });
	if (!found) return done.before === null ? void 0 : "it was deleted";
	if (!found.isFile() || hashOf(readFileSync(done.path, "utf8")) !== done.after) return "it was changed since";
	if (done.before === null) rmSync(done.path);
	else writeFileSync(done.path, done.before);
}
const hashOf = (text) => createHash("sha256").update(text).digest("hex");
/** The changed lines, each with its sign, beneath the file's name. @param name and `to`: as people know the files */
function diffOf(edit, name, to) {
	if (edit.kind === "move") return [`${name} is kept as ${to}`];
	const old = linesOf(edit.before ?? "");
	const now = linesOf(edit.after);
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
	let end = 0;
	while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
	return [
		`${name}${edit.before === void 0 ? " (new)" : ""}`,
		...old.slice(start, old.length - end).map((line) => `  - ${line}`),
		...now.slice(start, now.length - end).map((line) => `  + ${line}`)
	];
}
const linesOf = (text) => text === "" ? [] : text.replace(/\n$/, "").split(/\r?\n/);
export { apply, diffOf, isThere, takeBack, textOf };
