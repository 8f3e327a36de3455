"use strict";
const require_first = require("./first.cjs");
const require_gates = require("./gates.cjs");
const require_meanwhile = require("./meanwhile.cjs");
const require_list = require("./list.cjs");
const require_paths = require("./paths.cjs");
let node_fs_promises = require("node:fs/promises");
// ../cli/dist/sources/files/watch.js
/** Gathers, while files are listed, the few names that say something about credential files: theirs, and of what ships them. */
/** A repository of nothing but such files is no bot’s. */
const most = 5e3;
const maker = /(?:^|\/)(?:(?:Docker|Container)file(?:\.[\w.-]+)?|[\w.-]+\.(?:docker|container)file|(?:docker-)?compose[\w.-]*\.ya?ml|package\.json)$/i;
var Watch = class {
	#roots = /* @__PURE__ */ new Map();
	look(root, names, tracked) {
		for (const name of names) {
			const path = require_first.shownName(name);
			if (require_gates.credentialFile(path) !== void 0) {
				const { candidates } = this.of(root);
				if (candidates.length < most) candidates.push({
					name,
					path,
					tracked
				});
			} else if (maker.test(path) && typeof name === "string" && !path.endsWith(".dockerignore")) {
				const { makers } = this.of(root);
				if (makers.length < most) makers.push(path);
			}
		}
	}
	of(root) {
		const known = this.#roots.get(root) ?? {
			candidates: [],
			makers: []
		};
		this.#roots.set(root, known);
		return known;
	}
};
// ../cli/dist/sources/landmarks.js
/**
* What the list of files tells of a root besides the files: which folders are services of their own, and whether the
* files that its inventory expects to hold keys are there and were read.
*/
var Landmarks = class {
	#scopes;
	#services = /* @__PURE__ */ new Map();
	#inventories = /* @__PURE__ */ new Map();
	#read = /* @__PURE__ */ new Map();
	constructor(scopes) {
		this.#scopes = scopes;
	}
	/** Looks at what is about to be read. A faulty inventory is a gap: what else is found must be told all the same. */
	async pass({ root, names }, gaps) {
		let services = this.#services.get(root);
		if (!services) {
			this.#services.set(root, services = /* @__PURE__ */ new Set());
			this.#inventories.set(root, await this.#load(root, gaps));
		}
		const expected = this.#inventories.get(root)?.keys.flatMap(({ expectedIn = [] }) => expectedIn) ?? [];
		for (const name of names) {
			const path = typeof name === "string" ? name : require_first.shownName(name);
			const folder = require_gates.serviceFolder(path);
			if (folder !== void 0) services.add(folder);
			for (const { pattern, covers } of expected) {
				if (!covers(path)) continue;
				const read = this.#read.get(root) ?? /* @__PURE__ */ new Set();
				this.#read.set(root, read.add(pattern));
			}
		}
	}
	async of(root) {
		const inventory = this.#inventories.get(root);
		return {
			services: [...this.#services.get(root) ?? []],
			...inventory && { inventory: inventory.isJudged ? await this.#withSeen(root, inventory) : inventory }
		};
	}
	/** False of the folder around single files outside git: it was not asked for, and may be a part of another. */
	isPlace(root) {
		const own = this.#scopes.filter((scope) => scope.root === root);
		return root.git || own.length === 0 || own.some(({ kind }) => kind === "folder");
	}
	async #load(root, gaps) {
		if (await isGone(`${root.dir}/bnguard.keys.yaml`)) return void 0;
		try {
			const { inventoryOf, inventoryText, readInventory } = await Promise.resolve().then(() => require("./inventory.cjs")).then((n) => n.inventory_exports);
			const text = inventoryText(root.dir);
			return text === void 0 ? void 0 : inventoryOf(await readInventory(text), { kind: "file" }, this.#isWhole(root));
		} catch (error) {
			if (!(error instanceof require_first.UserError)) throw error;
			gaps.push(require_meanwhile.unreadable(root, require_first.inventoryName, error.message.replace(/\.?\n/g, "; ").replace(/\.$/, "")));
			return;
		}
	}
	/** A repository inside of another is read as a whole. */
	#isWhole(root) {
		const own = this.#scopes.filter((scope) => scope.root === root);
		return own.length === 0 || own.some(({ path }) => path === "");
	}
	async #withSeen(root, inventory) {
		const keys = await Promise.all(inventory.keys.map(async (key) => ({
			...key,
			...key.expectedIn && { expectedIn: await Promise.all(key.expectedIn.map(async (place) => {
				if (this.#read.get(root)?.has(place.pattern)) return {
					...place,
					seen: "read"
				};
				return !/[*?[\]{}()!]/.test(place.pattern) && await isGone(`${root.dir}/${place.pattern}`) ? {
					...place,
					seen: "absent"
				} : place;
			})) }
		})));
		return {
			...inventory,
			keys
		};
	}
};
const isGone = (path) => (0, node_fs_promises.lstat)(path).then(() => false, (error) => error.code === "ENOENT" || error.code === "ENOTDIR");
// ../cli/dist/sources/disk.js
/** Throws a UserError when a PATH cannot be reached or a repository cannot be read. */
async function scanDisk(settings, threads) {
	const scopes = await require_paths.resolvePaths(settings.cwd, settings.paths);
	const watch = new Watch();
	const onIgnored = (root, name) => watch.look(root, [name], false);
	const ledger = {
		ignored: 0,
		dependencyFolders: 0,
		roots: /* @__PURE__ */ new Set(),
		gaps: [],
		onIgnored
	};
	const seen = /* @__PURE__ */ new Map();
	const progress = {
		documents: 0,
		bytes: 0,
		findings: 0
	};
	let listed = 0;
	let total;
	const listing = require_list.listFiles(scopes, settings.includeIgnored, ledger);
	const first = listing.next();
	first.catch(() => {});
	const { createPool } = await Promise.resolve().then(() => require("./pool.cjs"));
	const landmarks = new Landmarks(scopes);
	const reading = {
		trees: scopes.map(({ root, path }) => path === "" ? root.dir : `${root.dir}/${path}`),
		maxFileSize: settings.maxFileSize
	};
	const pool = createPool(settings.jobs, reading, (root, outcome) => {
		if (outcome.observations.length > 0) {
			const known = seen.get(root) ?? {
				observations: [],
				name: void 0
			};
			seen.set(root, known);
			for (const observation of outcome.observations) {
				known.observations.push(observation);
				if (observation.kind === "project") continue;
				known.name ??= require_first.nameRoot(root);
				if (observation.kind === "credential") progress.findings++;
			}
		}
		for (const gap of outcome.gaps) ledger.gaps.push({
			root,
			...gap
		});
		progress.documents += outcome.documents;
		progress.bytes += outcome.bytes;
		settings.onProgress?.(total === void 0 ? progress : {
			...progress,
			total
		});
	}, threads);
	try {
		for (let next = await first; !next.done; next = await listing.next()) {
			const { root, names, tracked } = next.value;
			listed += names.length;
			watch.look(root, names, tracked && root.git);
			await landmarks.pass(next.value, ledger.gaps);
			await pool.take(next.value);
		}
		total = listed;
	} finally {
		await pool.finish();
	}
	const roots = [...ledger.roots].sort((a, b) => require_first.compare(a.dir, b.dir));
	const credentialFiles = /* @__PURE__ */ new Map();
	const { filesOnDisk } = await Promise.resolve().then(() => require("./disk-files.cjs"));
	for (const root of roots) try {
		const files = await filesOnDisk(root, watch.of(root), seen.get(root)?.observations ?? []);
		if (files.length === 0) continue;
		const known = seen.get(root) ?? {
			observations: [],
			name: void 0
		};
		seen.set(root, known);
		known.name ??= require_first.nameRoot(root);
		for (const file of files) known.observations.push(file);
		credentialFiles.set(root, files);
	} catch (error) {
		if (!(error instanceof require_first.UserError)) throw error;
		ledger.gaps.push(require_meanwhile.unreadable(root, "", error.message));
	}
	const elsewhere = await sharedBetween(seen, (root) => landmarks.isPlace(root));
	const concluded = await Promise.all(roots.map(async (root) => require_first.concludeRoot(settings, root, seen.get(root), {
		...await landmarks.of(root),
		elsewhere: elsewhere.get(root) ?? /* @__PURE__ */ new Map()
	})));
	for (const [i, root] of roots.entries()) {
		const files = credentialFiles.get(root);
		if (files) settings.onFiles?.(root, files, concluded[i].findings);
	}
	const order = new Map(roots.map((root, index) => [root, index]));
	const gaps = ledger.gaps.sort((a, b) => (order.get(a.root) ?? 0) - (order.get(b.root) ?? 0) || require_first.compare(a.skip.path, b.skip.path));
	return require_first.reportOf(settings, concluded, gaps, {
		documents: progress.documents,
		bytes: progress.bytes,
		ignored: ledger.ignored,
		dependencyFolders: ledger.dependencyFolders,
		repositories: roots.filter(({ git }) => git).length
	});
}
/**
* Of each root the values that others hold too, with the names of these. Clones of one repository are the same one.
* @param isPlace whether a root stands for a repository or folder of its own
*/
async function sharedBetween(seen, isPlace) {
	const shared = /* @__PURE__ */ new Map();
	if (seen.size < 2) return shared;
	const holders = /* @__PURE__ */ new Map();
	for (const [root, { observations }] of seen) {
		if (!isPlace(root)) continue;
		for (const one of observations) {
			if (one.kind !== "credential" || one.sample || one.documented) continue;
			holders.set(one.fingerprint, (holders.get(one.fingerprint) ?? /* @__PURE__ */ new Set()).add(root));
		}
	}
	for (const [fingerprint, roots] of holders) {
		if (roots.size < 2) continue;
		const named = await Promise.all([...roots].map(async (root) => ({
			root,
			name: await seen.get(root)?.name ?? ""
		})));
		for (const { root, name } of named) {
			const others = named.filter((other) => other.root !== root && (other.name !== name || !name.includes("/")));
			if (others.length === 0) continue;
			const own = shared.get(root) ?? /* @__PURE__ */ new Map();
			shared.set(root, own.set(fingerprint, others.map((other) => other.name).sort()));
		}
	}
	return shared;
}
exports.scanDisk = scanDisk;
