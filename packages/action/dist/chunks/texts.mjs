import { NoRepository, ObjectReader, byPlace, concludeRoot, isWanted, keyAgeOf, nameRoot, nameStore, openStore, reportOf } from "./first.mjs";
// ../cli/dist/sources/texts.js
/**
* Scans texts that are on their way: the message of a commit that is about to be made, what somebody hands to a coding
* agent. They stand in no file yet, but in a project, which the files of the index tell of.
*/
/** @param origin of all of them */
async function scanTexts(settings, texts, origin) {
	const coverage = {
		documents: texts.length,
		bytes: texts.reduce((sum, { bytes }) => sum + bytes.length, 0),
		ignored: 0,
		dependencyFolders: 0,
		repositories: 1
	};
	const telling = texts.filter(({ path, bytes }) => isWanted(path, bytes));
	const part = telling.length > 0 ? await judge(settings, telling, origin) : void 0;
	const old = telling.flatMap(({ path, before }) => before === void 0 ? [] : [{
		path,
		bytes: before
	}]);
	if (part && part.findings.length > 0 && old.length > 0) {
		const former = new Set((await judge(settings, old, origin)).findings.map(nameOf));
		const findings = part.findings.filter((finding) => !former.has(nameOf(finding)));
		return reportOf(settings, [{
			...part,
			findings
		}], [], coverage);
	}
	return reportOf(settings, part ? [part] : [], [], coverage);
}
const nameOf = ({ rule, fingerprint, path }) => [
	rule,
	fingerprint,
	path
].join("\0");
async function judge(settings, texts, origin) {
	const [engine, { observeBytes }] = await Promise.all([import("./dist6.mjs"), import("./versions.mjs")]);
	const found = [];
	for (const { path, bytes } of texts) for (const one of observeBytes(engine, bytes, path, origin)) found.push(one);
	const store = await openStore(settings.cwd, settings.paths[0]).catch((error) => {
		if (error instanceof NoRepository) return void 0;
		throw error;
	});
	if (store === void 0) {
		const root = {
			dir: settings.cwd,
			git: false
		};
		return concludeRoot(settings, root, {
			observations: found,
			name: nameRoot(root)
		});
	}
	return judgeIn(store, settings, found, origin);
}
async function judgeIn(store, settings, more, origin) {
	const [{ broughtBy }, { needsKeyFiles, ProjectEvidence }, { Versions }] = await Promise.all([
		import("./brought.mjs"),
		import("./project.mjs"),
		import("./versions.mjs")
	]);
	const objects = new ObjectReader(store);
	try {
		const versions = new Versions(objects, {
			dir: store.dir,
			git: true
		}, origin, settings.maxFileSize);
		const project = new ProjectEvidence(store, objects);
		const { findings, suppressed } = await broughtBy({
			changes: [],
			parents: 0,
			origin,
			more,
			evidence: (fresh) => project.of("", /* @__PURE__ */ new Set(), needsKeyFiles(fresh)),
			services: () => project.services("")
		}, versions, async () => {
			const [name, suppressions] = await Promise.all([nameStore(store), settings.configFor(store.dir)]);
			return {
				name,
				suppressions,
				noIgnores: settings.noIgnores,
				asOf: settings.asOf,
				...await keyAgeOf(settings, store.dir)
			};
		});
		return {
			findings: findings.toSorted(byPlace),
			suppressed: suppressed.toSorted(byPlace)
		};
	} finally {
		objects.close();
	}
}
export { scanTexts };
