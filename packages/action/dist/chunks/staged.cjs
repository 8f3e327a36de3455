"use strict";
const require_first = require("./first.cjs");
const require_meanwhile = require("./meanwhile.cjs");
// ../cli/dist/sources/staged.js
/** Throws a UserError where there is no repository, or git cannot read it. */
async function scanStaged(settings, git = require_first.askStaged(settings.cwd, settings.paths[0])) {
	const { store, objects } = git;
	const root = {
		dir: store.dir,
		git: true
	};
	try {
		const { changes, parents, gone, unmerged } = await git.changes;
		const versions = new require_meanwhile.Versions(objects, root, { kind: "staged" }, settings.maxFileSize);
		await versions.look(changes);
		settings.onProgress?.({
			documents: versions.documents,
			total: changes.length,
			bytes: versions.bytes,
			findings: 0
		});
		const changesInventory = changes.some(({ path }) => path === require_first.inventoryName);
		const judged = versions.hasSeenAny || changesInventory || require_meanwhile.concernsFilesByName({
			changes,
			gone
		}) ? await judge(settings, versions, objects, root, store, {
			changes,
			parents,
			gone
		}) : {
			findings: [],
			suppressed: [],
			gaps: []
		};
		const { findings, suppressed } = judged;
		const inConflict = unmerged.map((path) => {
			return {
				root,
				skip: {
					path,
					why: "unreadable",
					detail: "it is in conflict: git commits nothing until it is resolved and added"
				},
				harmless: true
			};
		});
		const gaps = [
			...versions.gaps,
			...judged.gaps,
			...inConflict
		].sort((a, b) => require_first.compare(a.skip.path, b.skip.path));
		return require_first.reportOf(settings, [{
			findings: findings.toSorted(require_first.byPlace),
			suppressed: suppressed.toSorted(require_first.byPlace)
		}], gaps, {
			documents: versions.documents,
			bytes: versions.bytes,
			ignored: 0,
			dependencyFolders: 0,
			repositories: 1,
			staged: changes.length
		});
	} finally {
		objects.close();
	}
}
async function judge(settings, versions, objects, root, store, { changes, parents, gone }) {
	const [{ broughtBy }, { needsKeyFiles, ProjectEvidence }, { InventoryVersions }] = await Promise.all([
		Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.brought_exports),
		Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.project_exports),
		Promise.resolve().then(() => require("./meanwhile.cjs")).then((n) => n.inventory_versions_exports)
	]);
	const project = new ProjectEvidence(store, objects);
	const changed = new Set(changes.map(({ key }) => key));
	const evidence = (fresh) => project.of("", changed, needsKeyFiles(fresh));
	const files = require_meanwhile.concernsFiles({
		changes,
		gone
	}) ? await (await Promise.resolve().then(() => require("./changed-files.cjs"))).filesOfStep({
		store,
		objects,
		project,
		tree: "",
		changes,
		parents,
		gone
	}) : void 0;
	const inventories = new InventoryVersions(objects, root);
	const origin = { kind: "staged" };
	const now = await inventories.in("", origin);
	const change = changes.find(({ path }) => path === require_first.inventoryName);
	const before = change && await inventories.ofChange(change, origin);
	const inventory = {
		...now && { now: before ? {
			...now,
			isJudged: true
		} : now },
		...before && { before }
	};
	const services = () => project.services("");
	return {
		...await broughtBy({
			changes,
			parents,
			origin,
			more: [],
			files,
			evidence,
			services,
			inventory
		}, versions, async () => {
			const [name, suppressions] = await Promise.all([require_first.nameStore(store), settings.configFor(store.dir)]);
			return {
				name,
				suppressions,
				noIgnores: settings.noIgnores,
				asOf: settings.asOf,
				...await require_first.keyAgeOf(settings, store.dir)
			};
		}),
		gaps: inventories.gaps
	};
}
exports.scanStaged = scanStaged;
