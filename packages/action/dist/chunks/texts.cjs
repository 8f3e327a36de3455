"use strict";
const require_gates = require("./gates.cjs");
const require_first = require("./first.cjs");
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
	const telling = texts.filter(({ path, bytes }) => require_gates.isWanted(path, bytes));
	const part = telling.length > 0 ? await judge(settings, telling, origin) : void 0;
	const old = telling.flatMap(({ path, before }) => before === void 0 ? [] : [{
		path,
		bytes: before
	}]);
	if (part && part.findings.length > 0 && old.length > 0) {
		const former = new Set((await judge(settings, old, origin)).findings.map(nameOf));
		const findings = part.findings.filter((finding) => !former.has(nameOf(finding)));
		return require_first.reportOf(settings, [{
			...part,
			findings
		}], [], coverage);
	}
	return require_first.reportOf(settings, part ? [part] : [], [], coverage);
}
const nameOf = ({ rule, fingerprint, path }) => [
	rule,
	fingerprint,
	path
].join("\0");
async function judge(settings, texts, origin) {
	const [engine, { observeBytes }] = await Promise.all([Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports), Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.versions_exports)]);
	const found = [];
	for (const { path, bytes } of texts) for (const one of observeBytes(engine, bytes, path, origin)) found.push(one);
	const store = require_first.findStore(settings.cwd, settings.paths[0]);
	if (store === void 0) {
		const root = {
			dir: settings.cwd,
			git: false
		};
		return require_first.concludeRoot(settings, root, {
			observations: found,
			name: require_first.nameRoot(root)
		});
	}
	return judgeIn(store, settings, found, origin);
}
async function judgeIn(store, settings, more, origin) {
	const [{ broughtBy }, { needsKeyFiles, ProjectEvidence }, { Versions }] = await Promise.all([
		Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.brought_exports),
		Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.project_exports),
		Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.versions_exports)
	]);
	const objects = new require_first.ObjectReader(store);
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
			const [name, suppressions] = await Promise.all([require_first.nameStore(store), settings.configFor(store.dir)]);
			return {
				name,
				suppressions,
				noIgnores: settings.noIgnores,
				asOf: settings.asOf,
				...await require_first.keyAgeOf(settings, store.dir)
			};
		});
		return {
			findings: findings.toSorted(require_first.byPlace),
			suppressed: suppressed.toSorted(require_first.byPlace)
		};
	} finally {
		objects.close();
	}
}
exports.scanTexts = scanTexts;
