"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
const require_gates = require("./gates.cjs");
// ../cli/dist/git/tree-files.js
/** Small files as one commit has them, for --config-from: what decides is then not what the scanned side says. */
var tree_files_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ treeFiles: () => treeFiles });
/** Throws a UserError where `folder` is in no repository, or the repository does not know the commit. */
async function treeFiles(folder, ref) {
	const store = require_first.openStore(folder, ".");
	const commit = isId(ref) ? ref : await commitOf(store, ref);
	return {
		ref,
		commit,
		store,
		read: (paths, most) => readAt(store, {
			ref,
			commit
		}, paths, most)
	};
}
/** In full, it names nothing else; whether it is there shows when it is read. */
const isId = (ref) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
async function commitOf(store, ref) {
	const asked = await require_first.askGit(store, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]);
	const commit = asked.stdout.toString("latin1").trim();
	if (asked.failure !== void 0 && asked.complaints !== "") require_first.answered(store, asked);
	if (!isId(commit)) throw notKnown(ref);
	return commit;
}
const notKnown = (ref) => new require_first.UserError(`--config-from: this repository knows no commit ${ref}. Fetch it (git fetch origin), and in CI check out the whole history (fetch-depth: 0).`);
async function readAt(store, { ref, commit }, paths, mostMegabytes) {
	const listed = await require_first.askGit(store, [
		"ls-tree",
		"-z",
		"-l",
		"--full-tree",
		commit,
		"--",
		...paths
	]);
	if (/not a (?:tree|valid object)|bad object/i.test(listed.complaints)) throw notKnown(ref);
	const texts = /* @__PURE__ */ new Map();
	for (const record of require_first.answered(store, listed).toString("utf8").split("\0").filter(Boolean)) {
		const path = record.slice(record.indexOf("	") + 1);
		texts.set(path, await textOf(store, `${ref}:${path}`, entryIn(record), mostMegabytes));
	}
	return texts;
}
async function textOf(store, name, { mode, id, size }, mostMegabytes) {
	if (!/^100/.test(mode)) throw new require_first.UserError(`${name} is not a regular file. Put a file there, or remove it.`);
	if (size > mostMegabytes * 1048576) throw new require_first.UserError(`${name} is larger than the ${mostMegabytes} MB that such a file may have. Make it smaller.`);
	const bytes = require_first.answered(store, await require_first.askGit(store, [
		"cat-file",
		"blob",
		id
	]));
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		throw new require_first.UserError(`${name} is not UTF-8 text. Save it as UTF-8.`);
	}
}
/** `MODE TYPE ID SIZE\tPATH`; a size is missing where the object is. */
function entryIn(record) {
	const [mode = "", , id = "", size = ""] = record.split("	")[0].split(/ +/);
	return {
		mode,
		id,
		size: Number(size) || 0
	};
}
// ../cli/dist/overrule.js
var overrule_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ overrule: () => overrule });
/** The report with the findings that only other comments excused. */
async function overrule(report, from) {
	const byComment = report.suppressed.filter(({ suppression }) => suppression.by === "comment");
	if (byComment.length === 0) return report;
	const excused = await excusedIn(from, new Set(byComment.flatMap(pathsOf)));
	const overruled = byComment.filter((one) => !pathsOf(one).some((path) => excused.has(identity$1(one, path))));
	if (overruled.length === 0) return report;
	const rejected = new Set(overruled);
	return {
		...report,
		findings: [...report.findings, ...overruled.map(({ suppression: _, ...finding }) => finding)].sort(require_first.byPlace),
		suppressed: report.suppressed.filter((one) => !rejected.has(one)),
		overruled
	};
}
/** Where a finding may stand in the commit: a value of the history also where HEAD has it. */
function pathsOf({ path, origin }) {
	const now = origin.kind === "history" ? origin.headPath : void 0;
	return [path, ...now !== void 0 && now !== path ? [now] : []].filter((one) => one !== "");
}
const identity$1 = ({ rule, fingerprint }, path) => [
	rule,
	fingerprint,
	path
].join("\0");
/** What comments excuse in these files of the commit. */
async function excusedIn({ store, commit }, paths) {
	const { conclude, documents, observe } = await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports);
	const objects = new require_first.ObjectReader(store);
	const excused = /* @__PURE__ */ new Set();
	try {
		const named = [...paths].filter((path) => !/[\n\ufffd]/.test(path));
		const names = new Map(named.map((path) => [`${commit}:${path}`, path]));
		for await (const object of objects.read([...names.keys()])) {
			if (object.kind !== "object" || object.type !== "blob") continue;
			const { bytes } = object;
			const source = {
				size: bytes.length,
				read: (at, length) => bytes.subarray(at, at + length)
			};
			const path = names.get(object.asked);
			const { suppressed } = conclude([...documents(source, path, { kind: "file" })].flatMap((document) => observe(document)), {});
			for (const one of suppressed) excused.add(identity$1(one, path));
		}
	} finally {
		objects.close();
	}
	return excused;
}
// ../cli/dist/sources/brought.js
var brought_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ broughtBy: () => broughtBy });
const none = {
	findings: [],
	suppressed: []
};
/** What a step brings, in no order. Its new versions must have been looked at. */
async function broughtBy(step, versions, repositoryOf) {
	const files = step.files?.fresh ?? [];
	const told = [
		...versions.seen(step.changes),
		...step.more,
		...files
	];
	if (told.every(({ kind }) => kind === "project") && step.inventory?.before === void 0) return none;
	const paths = new Set(told.flatMap(({ kind, path }) => kind === "project" ? [] : [path]));
	const telling = step.changes.filter(({ path }) => paths.has(path));
	const parents = Array.from({ length: step.parents }, (_, parent) => telling.flatMap(({ olds }) => olds[parent] ?? []));
	const fresh = [
		...await versions.observationsOf(step.changes),
		...step.more,
		...files
	];
	const former = [];
	for (const [parent, olds] of parents.entries()) former.push([...await versions.observationsOf(distinct(olds)), ...step.files?.former[parent] ?? []]);
	const services = sharesValue(fresh) ? await step.services() : [];
	const sides = new Sides(step, versions, {
		...await repositoryOf(),
		services
	});
	let brought = none;
	if (!hasNewValue(step, fresh, former)) {
		brought = await sides.difference(fresh, former, []);
		if (brought.findings.length + brought.suppressed.length === 0) return none;
	}
	const evidence = await step.evidence(fresh);
	if (evidence.length > 0 || brought === none) brought = await sides.difference(fresh, former, evidence);
	return brought;
}
/** Whether two files hold one value. */
function sharesValue(observations) {
	const paths = /* @__PURE__ */ new Map();
	return observations.some((one) => {
		if (one.kind !== "credential") return false;
		const other = paths.get(one.fingerprint);
		if (other === void 0) paths.set(one.fingerprint, one.path);
		return other !== void 0 && other !== one.path;
	});
}
/** Whether some value is at a path where no parent has it. */
function hasNewValue({ changes }, fresh, former) {
	const old = former.map((observations) => new Set(observations.map((one) => valueAt(one, one.path))));
	const byPath = new Map(changes.map((change) => [change.path, change]));
	return fresh.some((one) => {
		if (one.kind === "project") return false;
		const { olds = [] } = byPath.get(one.path) ?? {};
		return !olds.some((version, parent) => version !== void 0 && old[parent]?.has(valueAt(one, version.path)));
	});
}
const valueAt = (one, path) => `${path}\0${one.kind}\0${one.kind === "credential" || one.kind === "risk" ? one.fingerprint : ""}`;
function distinct(versions) {
	return [...new Map(versions.map((version) => [version.path, version])).values()];
}
/** The findings of one side by identity: rule, fingerprint and path. */
var Former = class {
	#kept = /* @__PURE__ */ new Map();
	#suppressed = /* @__PURE__ */ new Set();
	#places = /* @__PURE__ */ new Map();
	constructor({ findings, suppressed }) {
		for (const finding of findings) {
			const known = this.#kept.get(identity(finding));
			this.#kept.set(identity(finding), {
				severity: Math.max(rank(finding), known?.severity ?? 0),
				isSure: isSure(finding) || known?.isSure === true
			});
		}
		for (const finding of suppressed) this.#suppressed.add(identity(finding));
		for (const finding of [...findings, ...suppressed]) this.#places.set(placeOf(finding), finding);
	}
	/** Whether this side has the finding, and no milder: as severe, shown if it is shown, set aside only if it is. */
	has(finding, isSetAside) {
		const kept = this.#kept.get(identity(finding));
		if (isSetAside) return kept !== void 0 || this.#suppressed.has(identity(finding));
		return kept !== void 0 && kept.severity >= rank(finding) && (kept.isSure || !isSure(finding));
	}
	/** What stands at the same place. */
	at(finding) {
		return this.#places.get(placeOf(finding));
	}
};
const identity = ({ rule, fingerprint, path }) => `${rule}\0${fingerprint}\0${path}`;
const placeOf = ({ rule, path, start }) => `${rule}\0${path}\0${start.line}:${start.column}`;
const rank = ({ severity }) => require_first.severities.indexOf(severity);
/** What is only `possible` is not shown by default: to become likely is to become a finding. */
const isSure = ({ confidence }) => confidence !== "possible";
const isOfFile = ({ rule }) => rule === "env-tracked" || rule === "env-not-ignored";
var Sides = class {
	#step;
	#versions;
	#repository;
	#changes = /* @__PURE__ */ new Map();
	/** Old content, read as if it had the path that it was renamed to. */
	#moved = /* @__PURE__ */ new Map();
	#evidence = [];
	constructor(step, versions, repository) {
		this.#step = step;
		this.#versions = versions;
		this.#repository = repository;
		for (const change of step.changes) {
			const known = this.#changes.get(change.path);
			if (known) known.push(change);
			else this.#changes.set(change.path, [change]);
		}
	}
	/** Concludes both sides, each with the evidence, and keeps of the new one what no parent has. */
	async difference(fresh, former, evidence) {
		this.#evidence = evidence;
		this.#moved.clear();
		const { now: nowInventory, before } = this.#step.inventory ?? {};
		const now = await this.#conclude(fresh, nowInventory);
		const { origin } = this.#step;
		const put = (finding) => finding.path === "" ? finding : {
			...finding,
			origin
		};
		if (former.length === 0) return {
			findings: now.findings.map(put),
			suppressed: now.suppressed.map(put)
		};
		const olds = [];
		for (const [parent, observations] of former.entries()) {
			const inventory = before ? before[parent] : nowInventory;
			olds.push(new Former(await this.#conclude(observations, inventory)));
		}
		const findings = [];
		const suppressed = [];
		for (const finding of now.findings) if (await this.#isNew(finding, olds, false)) findings.push(put(finding));
		for (const finding of now.suppressed) if (await this.#isNew(finding, olds, true)) suppressed.push(put(finding));
		return {
			findings,
			suppressed
		};
	}
	async #conclude(observations, inventory) {
		const { conclude } = await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports);
		const repository = inventory ? {
			...this.#repository,
			inventory
		} : this.#repository;
		return conclude([...observations, ...this.#evidence].sort(require_first.byPlace), repository);
	}
	async #isNew(finding, olds, isSetAside) {
		const changes = this.#changes.get(finding.path);
		if (changes === void 0 && finding.path !== "") return !olds.some((old) => old.has(finding, isSetAside));
		for (const change of changes ?? []) for (const [parent, version] of change.olds.entries()) {
			const old = olds[parent];
			if (version === void 0 || old === void 0) continue;
			if (old.has({
				...finding,
				path: version.path
			}, isSetAside)) return false;
			if (version.path === change.path) continue;
			const fingerprint = await this.#fingerprintBefore(finding, version, old);
			if (fingerprint && old.has({
				...finding,
				path: version.path,
				fingerprint
			}, isSetAside)) return false;
		}
		return true;
	}
	/**
	* What the fingerprint was before the file was renamed: that of a passphrase is of its place. Found by reading the
	* old content as if it had the new path.
	*/
	async #fingerprintBefore(finding, { path, blob }, old) {
		if (isOfFile(finding)) return old.at({
			...finding,
			path
		})?.fingerprint;
		const key = `${blob}\0${finding.path}`;
		const asMoved = async () => this.#conclude(await this.#versions.observationsOf([{
			path: finding.path,
			blob
		}]));
		const known = this.#moved.get(key) ?? asMoved();
		this.#moved.set(key, known);
		const moved = await known;
		for (const other of [...moved.findings, ...moved.suppressed]) {
			if (other.rule !== finding.rule || other.fingerprint !== finding.fingerprint) continue;
			const before = old.at({
				...other,
				path
			});
			if (before !== void 0) return before.fingerprint;
		}
	}
};
// ../cli/dist/sources/project.js
/**
* What the unchanged files of a tree say of their project: whether it has to do with Binance, which decides whether a
* key without any such word in its own file is shown. Asked only where something was found, and bounded.
*/
var project_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	ProjectEvidence: () => ProjectEvidence,
	needsKeyFiles: () => needsKeyFiles
});
/** Enough to find an import in a project of any usual size; half a second of reading. */
const mostFiles = 4e3;
const mostEntries = 1e5;
const mostBytes = 67108864;
const largest = 1048576;
const atOnce = 64;
/** In a partial clone nearly everything may be missing. */
const mostMissing = 64;
/** Trees that are searched at most in one scan; later ones get what was found last. */
const mostTrees = 64;
/** Where an answer is likely: a manifest names the SDK in the first lines. */
const manifest = /(?:^|\/)(?:package\.json|requirements[^/]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.[cf]sproj|packages\.config|Cargo\.toml|composer\.json|Gemfile|mix\.exs|DESCRIPTION|pubspec\.yaml|Package\.swift)$/;
const source = /\.(?:[cm]?[jt]sx?|py|go|java|kts?|cs|rs|php|rb|sh|ipynb|swift|scala|dart|vue)$/;
/** Whether private keys are judged: programs name the files of their keys. */
function needsKeyFiles(observations) {
	return observations.some((one) => one.kind === "credential" && one.shape.endsWith("private-key"));
}
var ProjectEvidence = class {
	#store;
	#objects;
	#silent;
	#known = /* @__PURE__ */ new Map();
	#lists = /* @__PURE__ */ new Map();
	#last = [];
	#trees = 0;
	constructor(store, objects, silent) {
		this.#store = store;
		this.#objects = objects;
		this.#silent = silent;
	}
	/**
	* One file of this tree (`''`: of the index) that speaks of Binance, or `all` of them, for the files of private keys that they name. Files whose path has this key in `changed` do not count, for what they
	* say is known.
	*/
	async of(tree, changed, all) {
		if (!all && await this.#stillThere(tree, changed)) return [...this.#last];
		if (this.#trees++ >= mostTrees) return [...this.#last];
		const found = [];
		let bytes = 0;
		let missing = 0;
		const entries = (await this.#listed(tree)).filter(({ key }) => !changed.has(key));
		for (let at = 0; at < Math.min(entries.length, mostFiles) && bytes < mostBytes; at += atOnce) {
			const some = entries.slice(at, at + atOnce);
			const { unread, silent } = this.#unknown(some);
			for (const blob of silent) bytes += this.#silent?.sizeOf(blob) ?? 0;
			for await (const object of this.#objects.read(unread)) {
				const content = object.kind === "object" ? object.bytes : void 0;
				if (content === void 0) missing++;
				bytes += content?.length ?? 0;
				for (const entry of some.filter(({ blob }) => blob === object.asked)) {
					const said = content && await projectIn(content, entry.path);
					this.#known.set(keyOf(entry), said);
					if (content && !said) this.#silent?.add(entry.blob, entry.path);
				}
			}
			found.push(...some.flatMap((entry) => this.#known.get(keyOf(entry)) ?? []));
			if (found.some(isEvidence) && !all || missing > mostMissing) break;
		}
		this.#last = found.filter(isEvidence);
		return [...found];
	}
	/** Blobs of which something is to be read, and those of which it is known that all that is asked for is silent. */
	#unknown(entries) {
		const open = entries.filter((one) => !this.#known.has(keyOf(one)));
		const isSilent = ({ blob, path }) => this.#silent?.has(blob, path) === true;
		const unread = new Set(open.filter((one) => !isSilent(one)).map(({ blob }) => blob));
		const silent = new Set(open.map(({ blob }) => blob).filter((blob) => !unread.has(blob)));
		for (const one of open) if (silent.has(one.blob)) this.#known.set(keyOf(one), void 0);
		return {
			unread: [...unread],
			silent: [...silent]
		};
	}
	/** The folders of this tree (`''`: of the index) with a manifest of their own. */
	async services(tree) {
		const entries = await this.#listed(tree);
		return [...new Set(entries.flatMap(({ path }) => require_gates.serviceFolder(path) ?? []))];
	}
	/** Whether what was found last is in this tree too, so that it need not be searched. */
	async #stillThere(tree, changed) {
		const [last] = this.#last;
		if (last === void 0 || /[\n\ufffd]/.test(last.path)) return false;
		if (changed.has(Buffer.from(last.path).toString("latin1"))) return false;
		for await (const object of this.#objects.read([`${tree}:${last.path}`])) return object.kind === "object" && await projectIn(object.bytes, last.path) !== void 0;
		return false;
	}
	/** The files of a tree, those that promise most first. The index may change, and is listed each time. */
	#listed(tree) {
		const known = this.#lists.get(tree);
		if (known) return known;
		const list = this.#list(tree).then(byPromise);
		if (tree !== "") this.#lists.set(tree, list);
		return list;
	}
	async #list(tree) {
		const entries = [];
		for await (const some of require_first.entriesOf(this.#store, tree)) {
			for (const { id, name } of some.filter(require_first.isFile)) entries.push({
				path: require_first.shownName(require_first.nameOf(name)),
				key: name.toString("latin1"),
				blob: id
			});
			if (entries.length > mostEntries) break;
		}
		return entries;
	}
};
const keyOf = ({ path, blob }) => `${blob}\0${path}`;
/** Manifests first, the ones at the top before others; then what is code. */
function byPromise(entries) {
	const ranked = entries.map((entry) => {
		const { path } = entry;
		return {
			entry,
			kind: manifest.test(path) ? 0 : source.test(path) ? 1 : 2,
			depth: path.split("/").length
		};
	});
	ranked.sort((a, b) => a.kind - b.kind || a.depth - b.depth || (a.entry.key < b.entry.key ? -1 : 1));
	return ranked.map(({ entry }) => entry);
}
/** What only says which files there will be tells nothing of other files. */
const isEvidence = ({ clue }) => clue !== void 0;
async function projectIn(bytes, path) {
	if (bytes.length > largest || !require_gates.passes(bytes)) return void 0;
	const { decode, observeCredentials } = await Promise.resolve().then(() => require("./dist4.cjs")).then((n) => n.dist_exports);
	const decoded = decode(bytes);
	if (decoded.kind !== "text") return void 0;
	return observeCredentials({
		path,
		origin: { kind: "file" },
		text: decoded.text
	}).find((one) => one.kind === "project");
}
// ../cli/dist/sources/inventory-versions.js
var inventory_versions_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ InventoryVersions: () => InventoryVersions });
var InventoryVersions = class {
	/** Of a version that cannot be read, which is told where it is the one that counts. */
	gaps = [];
	#objects;
	#root;
	constructor(objects, root) {
		this.#objects = objects;
		this.#root = root;
	}
	/** That of the index (`''`) or of a commit; undefined where there is none, or a faulty one, which is a gap. */
	async in(tree, origin) {
		try {
			return await this.#read(`${tree}:${require_first.inventoryName}`, origin, false);
		} catch (error) {
			if (!(error instanceof require_first.UserError)) throw error;
			const detail = error.message.replace(/\.?\n/g, "; ").replace(/\.$/, "");
			this.gaps.push(require_gates.unreadable(this.#root, require_first.inventoryName, detail));
			return;
		}
	}
	/** What stood in for it in each parent. */
	async ofChange({ olds }, origin) {
		const before = [];
		for (const old of olds) before.push(old && await this.old(old.blob, origin));
		return before;
	}
	/** An old version. A faulty one said nothing. */
	async old(blob, origin) {
		try {
			return await this.#read(blob, origin, true);
		} catch (error) {
			if (error instanceof require_first.UserError) return void 0;
			throw error;
		}
	}
	async #read(name, origin, isJudged) {
		let text;
		for await (const object of this.#objects.read([name])) {
			if (object.kind !== "object" || object.type !== "blob") continue;
			if (object.bytes.length > 1048576) throw new require_first.UserError(`${require_first.inventoryName} is larger than the 1 MB that such a file may have`);
			try {
				text = new TextDecoder("utf-8", {
					fatal: true,
					ignoreBOM: true
				}).decode(object.bytes);
			} catch {
				throw new require_first.UserError(`${require_first.inventoryName} is not UTF-8 text`);
			}
		}
		if (text === void 0) return void 0;
		const { inventoryOf, readInventory } = await Promise.resolve().then(() => require("./inventory.cjs")).then((n) => n.inventory_exports);
		return inventoryOf(await readInventory(text), origin, isJudged);
	}
};
// ../cli/dist/sources/range.js
/**
* Scans what the commits of a range bring, one by one against all their parents: what was added and removed again
* inside of the range is found, and so is what only a merge brings, or a commit's message.
*/
var range_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ scanRange: () => scanRange });
/** New versions that are asked for at once, and commits that wait for them. */
const versionsAtOnce = 512;
const commitsAtOnce = 256;
/** Throws a UserError where there is no repository, a revision is not known, or git cannot read the repository. */
async function scanRange(settings, { revisions, tags = [], blobs = [], commits: asked }) {
	const store = require_first.openStore(settings.cwd, settings.paths[0]);
	const root = {
		dir: store.dir,
		git: true
	};
	const isBesides = tags.length + blobs.length > 0;
	const asking = revisions.length > 0 || !isBesides ? asked ?? require_first.commitsOf(store, revisions) : [];
	const objects = new require_first.ObjectReader(store);
	let steps;
	try {
		const commits = await asking;
		const versions = new require_gates.Versions(objects, root, { kind: "staged" }, settings.maxFileSize);
		const project = new ProjectEvidence(store, objects);
		const result = new Worst();
		const gaps = [];
		const parentsOf = new Map(commits.map((commit) => [commit.id, commit.parents.length]));
		let repository;
		const repositoryOf = () => repository ??= Promise.all([
			require_first.nameStore(store),
			settings.configFor(root.dir),
			require_first.keyAgeOf(settings, root.dir)
		]).then(([name, suppressions, limit]) => ({
			name,
			suppressions,
			noIgnores: settings.noIgnores,
			asOf: settings.asOf,
			...limit
		}));
		const cut = await cutOff(objects, commits);
		for (const id of cut) gaps.push({
			root,
			skip: {
				path: "",
				object: id,
				why: "missing",
				detail: "its parents are not in this shallow clone, so nobody can tell what it brings: git fetch --unshallow brings them"
			},
			harmless: false
		});
		const whole = commits.filter(({ id }) => !cut.has(id)).map(({ id }) => id);
		steps = require_first.commitChanges(store, whole);
		const first = steps.next();
		first.catch(() => {});
		const inventories = new InventoryVersions(objects, root);
		const tip = tipOf(commits);
		const inventory = tip === void 0 ? void 0 : await inventories.in(tip, {
			kind: "range",
			commit: tip
		});
		let inventoryChange;
		let firstInventory;
		const isNoTree = new Set(blobs.map(({ blob }) => blob));
		let batch = [];
		let waiting = 0;
		const finish = async () => {
			const messages = await messagesOf(objects, versions, batch.map(({ commit }) => commit));
			await versions.look(batch.flatMap(({ changes }) => changes));
			for (const { commit, changes, gone } of batch) {
				const changed = new Set(changes.map(({ key }) => key));
				const parents = parentsOf.get(commit) ?? 0;
				const step = {
					changes,
					parents,
					origin: {
						kind: "range",
						commit
					},
					more: messages.get(commit) ?? [],
					files: require_gates.concernsFiles({
						changes,
						gone
					}) ? await (await Promise.resolve().then(() => require("./changed-files.cjs"))).filesOfStep({
						store,
						objects,
						project,
						tree: commit,
						changes,
						parents,
						gone
					}) : void 0,
					evidence: async (fresh) => isNoTree.has(commit) ? [] : project.of(commit, changed, needsKeyFiles(fresh)),
					services: async () => isNoTree.has(commit) ? [] : project.services(commit),
					...inventory && { inventory: { now: inventory } }
				};
				const change = changes.find(({ path }) => path === require_first.inventoryName);
				if (change) {
					firstInventory ??= change;
					inventoryChange = {
						commit,
						change
					};
				}
				result.add(await broughtBy(step, versions, repositoryOf));
			}
			settings.onProgress?.({
				documents: versions.documents,
				bytes: versions.bytes,
				findings: result.findings.length
			});
			batch = [];
			waiting = 0;
		};
		for (let next = await first; next.done !== true; next = await steps.next()) {
			batch.push(next.value);
			waiting += next.value.changes.length;
			if (waiting >= versionsAtOnce || batch.length >= commitsAtOnce) await finish();
		}
		batch.push(...[...cut].map((commit) => ({
			commit,
			changes: [],
			gone: []
		})));
		await finish();
		for (const tag of tags) {
			batch.push({
				commit: tag,
				changes: [],
				gone: []
			});
			await finish();
		}
		for (const { blob, path } of blobs) {
			batch.push({
				commit: blob,
				changes: [{
					path,
					key: path,
					blob,
					olds: []
				}],
				gone: []
			});
			if (batch.length >= commitsAtOnce) await finish();
		}
		await finish();
		if (inventory && inventoryChange && firstInventory) {
			const { commit, change } = inventoryChange;
			const origin = {
				kind: "range",
				commit
			};
			const changes = [{
				...change,
				olds: firstInventory.olds
			}];
			const before = await inventories.ofChange(firstInventory, origin);
			result.add(await broughtBy({
				changes,
				parents: firstInventory.olds.length,
				origin,
				more: [],
				evidence: () => Promise.resolve([]),
				services: () => Promise.resolve([]),
				inventory: {
					now: {
						...inventory,
						origin,
						isJudged: true
					},
					before
				}
			}, versions, repositoryOf));
		}
		const all = [
			...versions.gaps,
			...gaps,
			...inventories.gaps
		].sort((a, b) => require_first.compare(a.skip.path, b.skip.path));
		return require_first.reportOf(settings, [result.concluded()], all, {
			documents: versions.documents,
			bytes: versions.bytes,
			ignored: 0,
			dependencyFolders: 0,
			repositories: 1,
			commits: commits.length
		});
	} finally {
		objects.close();
		await steps?.return(void 0);
	}
}
/** The commit that the range ends with: the last one that is no other's parent. */
function tipOf(commits) {
	const parents = new Set(commits.flatMap((commit) => commit.parents));
	return commits.findLast(({ id }) => !parents.has(id))?.id;
}
/** The commits that have parents which git does not know: where a shallow clone ends. */
async function cutOff(objects, commits) {
	const cut = /* @__PURE__ */ new Set();
	for await (const object of objects.read(commits.filter(({ parents }) => parents.length === 0).map(({ id }) => id))) if (object.kind === "object" && headerOf(object.bytes).includes("\nparent ")) cut.add(object.asked);
	return cut;
}
const headerOf = (bytes) => bytes.toString("latin1", 0, bodyOf(bytes));
function bodyOf(bytes) {
	const at = bytes.indexOf("\n\n");
	return at < 0 ? bytes.length : at + 2;
}
/** What the messages of these commits show. */
async function messagesOf(objects, versions, commits) {
	const messages = /* @__PURE__ */ new Map();
	for await (const object of objects.read(commits)) {
		if (object.kind !== "object") continue;
		const message = object.bytes.subarray(bodyOf(object.bytes));
		if (!require_gates.mayHold(message)) continue;
		const origin = {
			kind: "range",
			commit: object.asked,
			message: true
		};
		messages.set(object.asked, await versions.observe(message, "", origin));
	}
	return messages;
}
/**
* One finding for each rule, value and path, whatever number of commits bring it: the worst one, and of equals the
* earliest.
*/
var Worst = class {
	#kept = /* @__PURE__ */ new Map();
	#suppressed = /* @__PURE__ */ new Map();
	get findings() {
		return [...this.#kept.values()];
	}
	add({ findings, suppressed }) {
		for (const finding of findings.toSorted(require_first.byPlace)) keepWorse(this.#kept, finding);
		for (const finding of suppressed.toSorted(require_first.byPlace)) keepWorse(this.#suppressed, finding);
	}
	concluded() {
		const suppressed = [...this.#suppressed].filter(([key]) => !this.#kept.has(key)).map(([, finding]) => finding);
		return {
			findings: this.findings.sort(require_first.byPlace),
			suppressed: suppressed.sort(require_first.byPlace)
		};
	}
};
function keepWorse(known, finding) {
	const key = `${finding.rule}\0${finding.fingerprint}\0${finding.path}`;
	const before = known.get(key);
	if (before === void 0 || weight(finding) > weight(before)) known.set(key, finding);
}
/** What is shown by default outweighs what is not; then the severity counts. */
const weight = ({ severity, confidence }) => (confidence === "possible" ? 0 : require_first.severities.length) + require_first.severities.indexOf(severity);
Object.defineProperty(exports, "InventoryVersions", {
	enumerable: true,
	get: function() {
		return InventoryVersions;
	}
});
Object.defineProperty(exports, "ProjectEvidence", {
	enumerable: true,
	get: function() {
		return ProjectEvidence;
	}
});
Object.defineProperty(exports, "brought_exports", {
	enumerable: true,
	get: function() {
		return brought_exports;
	}
});
Object.defineProperty(exports, "inventory_versions_exports", {
	enumerable: true,
	get: function() {
		return inventory_versions_exports;
	}
});
Object.defineProperty(exports, "needsKeyFiles", {
	enumerable: true,
	get: function() {
		return needsKeyFiles;
	}
});
Object.defineProperty(exports, "overrule_exports", {
	enumerable: true,
	get: function() {
		return overrule_exports;
	}
});
Object.defineProperty(exports, "project_exports", {
	enumerable: true,
	get: function() {
		return project_exports;
	}
});
Object.defineProperty(exports, "range_exports", {
	enumerable: true,
	get: function() {
		return range_exports;
	}
});
Object.defineProperty(exports, "tree_files_exports", {
	enumerable: true,
	get: function() {
		return tree_files_exports;
	}
});
