"use strict";
const require_first = require("./first.cjs");
// ../cli/dist/sources/stdin.js
async function scanBytes(settings, { bytes, filename = "" }) {
	const { documents, observe } = await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports);
	const top = require_first.findTop(settings.cwd);
	const root = {
		dir: top ?? settings.cwd,
		git: top !== void 0
	};
	const source = {
		size: bytes.length,
		read: (at, length) => bytes.subarray(at, at + length)
	};
	const observations = [];
	const found = documents(source, filename, { kind: "stdin" });
	let next = found.next();
	for (; !next.done; next = found.next()) for (const one of observe(next.value)) observations.push(one);
	const isBinary = next.value === "binary";
	const gaps = isBinary ? [{
		root,
		skip: {
			path: filename,
			why: "binary"
		},
		harmless: true
	}] : [];
	const coverage = {
		documents: isBinary ? 0 : 1,
		bytes: isBinary ? 0 : bytes.length
	};
	return require_first.reportOf(settings, [await require_first.concludeRoot(settings, root, {
		observations,
		name: require_first.nameRoot(root)
	})], gaps, {
		...coverage,
		ignored: 0,
		dependencyFolders: 0,
		repositories: 0
	});
}
exports.scanBytes = scanBytes;
