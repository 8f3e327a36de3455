import { concludeRoot, findTop, nameRoot, reportOf } from "./first.mjs";
// ../cli/dist/sources/stdin.js
async function scanBytes(settings, { bytes, filename = "" }) {
	const { documents, observe } = await import("./dist6.mjs");
	const top = await findTop(settings.cwd);
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
	return reportOf(settings, [await concludeRoot(settings, root, {
		observations,
		name: nameRoot(root)
	})], gaps, {
		...coverage,
		ignored: 0,
		dependencyFolders: 0,
		repositories: 0
	});
}
export { scanBytes };
