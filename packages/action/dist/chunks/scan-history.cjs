"use strict";
const require_first = require("./first.cjs");
const require_crew_member = require("./crew-member.cjs");
const require_meanwhile = require("./meanwhile.cjs");
const require_known = require("./known.cjs");
const require_shard = require("./shard.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_url = require("node:url");
let node_crypto = require("node:crypto");
let node_module = require("node:module");
// ../cli/dist/git/not-fetched.js
/** Which refs hosts keep for pull requests, whether or not they were merged or closed; by the host's name. */
const kept = [
	[
		/(?:^|\.)github\.|(?:^|\.)(?:codeberg|gitea|forgejo)\b/,
		"refs/pull/",
		"/head"
	],
	[
		/(?:^|\.)gitlab\./,
		"refs/merge-requests/",
		"/head"
	],
	[
		/bitbucket(?!\.org)|(?:^|\.)stash\./,
		"refs/pull-requests/",
		"/from"
	]
];
/** For each remote whose host keeps such refs, none of which is among `refs` (full names). No network. */
function notFetched(remotes, refs) {
	const found = /* @__PURE__ */ new Map();
	for (const { name: remote, url } of remotes) {
		const host = require_first.remoteName(url)?.split("/")[0];
		if (host === void 0 || !/^[\w./-]+$/.test(remote) || remote.startsWith("-")) continue;
		const [, folder, leaf] = kept.find(([pattern]) => pattern.test(host)) ?? [];
		if (folder === void 0 || refs.some((name) => name.startsWith(folder) || name.includes(folder.slice(4)))) continue;
		found.set(folder, {
			refs: `${folder}*`,
			command: `git fetch ${remote} '+${folder}*${leaf}:${folder}*${leaf}'`
		});
	}
	return [...found.values()];
}
// ../cli/dist/sources/history/cache.js
/**
* What the next scan of the same history need not find out again: which objects were looked at and which of them were
* hits, which packs there were, what commits and trees say, at which paths a hit showed nothing and at which something, and
* which files are silent. No evidence, no piece of a value: hits are always judged anew. Lives in the git directory, or where that is read-only in the user's cache.
*/
const magic = "bnguard history 2";
/** A run as long as a value in which not all are hex digits, as they are in names made of hashes. */
const mayHoldValue = (name) => (name.match(/[A-Za-z0-9]{60,}/g) ?? []).some((run) => !/^[0-9a-f]+$/i.test(run));
/** Where the cache of one repository, and of one shard of it, is kept. Never throws. */
var HistoryCache = class {
	#places;
	#idBytes;
	#key;
	/** @param userCache the user's folder for caches (absolute): see userCacheFolder */
	constructor(store, shard, userCache) {
		const name = `history${shard ? `-${shard.index}of${shard.count}` : ""}.cache`;
		const path = (0, node_crypto.createHash)("sha256").update(store.commonDir).digest("hex").slice(0, 16);
		this.#places = [(0, node_path.join)(store.commonDir, "bnguard", name), (0, node_path.join)(userCache, `${path}-${name}`)];
		this.#idBytes = store.idBytes;
		this.#key = userKey(userCache);
	}
	/** Undefined where there is none, or none that this version of the program made for this user. */
	load() {
		if (this.#key === void 0) return void 0;
		for (const place of this.#places) try {
			return this.#parse(readRegular(place), this.#key);
		} catch {}
	}
	/**
	* Writes beside and renames, so that a reader sees the old or the new one whole, whenever this is ended. Where a file's
	* name could be a value nothing is kept.
	*/
	save(remembered) {
		const paths = [...remembered.settings?.files.map(({ path }) => path) ?? [], ...Object.values(remembered.judged).flat()];
		if (this.#key === void 0 || [...remembered.names, ...paths].some(mayHoldValue)) return;
		const bytes = this.#format(remembered, this.#key);
		for (const place of this.#places) {
			const beside = `${place}.${(0, node_crypto.randomUUID)()}`;
			try {
				(0, node_fs.mkdirSync)((0, node_path.dirname)(place), { recursive: true });
				if (!(0, node_fs.lstatSync)((0, node_path.dirname)(place)).isDirectory()) continue;
				(0, node_fs.writeFileSync)(beside, bytes, {
					mode: 384,
					flag: "wx"
				});
				(0, node_fs.renameSync)(beside, place);
				return;
			} catch {
				(0, node_fs.rmSync)(beside, { force: true });
			}
		}
	}
	#format(remembered, key) {
		const { count, names, empty, missing, packs, judged, settings } = remembered;
		const sections = sectionsOf(remembered);
		const head = {
			version: programHash(),
			idBytes: this.#idBytes,
			count,
			names,
			empty,
			missing,
			packs,
			judged,
			settings
		};
		const lengths = sections.map(({ byteLength }) => byteLength);
		const json = Buffer.from(JSON.stringify({
			...head,
			lengths
		}));
		const line = Buffer.concat([
			json,
			Buffer.alloc(7 - (json.length + prefixLength) % 8, 32),
			Buffer.from("\n")
		]);
		const padded = sections.map((section) => Buffer.concat([section, Buffer.alloc(-section.byteLength & 7)]));
		const seal = sealOf([line, ...padded], key);
		return Buffer.concat([
			Buffer.from(`${magic} ${seal}\n`),
			line,
			...padded
		]);
	}
	#parse(bytes, key) {
		const prefix = bytes.toString("latin1", 0, prefixLength);
		const seal = Buffer.from(prefix.slice(18, -1), "hex");
		const body = bytes.subarray(prefixLength);
		if (!prefix.startsWith(`${magic} `) || !(0, node_crypto.timingSafeEqual)(seal, Buffer.from(sealOf([body], key), "hex"))) throw new Error("not sealed by this user");
		const lineEnd = bytes.indexOf(10, prefixLength);
		const head = JSON.parse(bytes.toString("utf8", prefixLength, lineEnd));
		if (head.version !== programHash() || head.idBytes !== this.#idBytes) throw new Error("of another version");
		const memory = new Uint8Array(bytes.subarray(lineEnd + 1)).buffer;
		let at = 0;
		const parts = head.lengths.map((length) => {
			const part = {
				at,
				length
			};
			at += length + (-length & 7);
			return part;
		});
		const bytesOf = (i) => new Uint8Array(memory, parts[i].at, parts[i].length);
		const doubles = (i) => new Float64Array(memory, parts[i].at, parts[i].length / 8);
		const integers = (i) => new Int32Array(memory, parts[i].at, parts[i].length / 4);
		const { lengths: _, version: __, idBytes: ___, ...facts } = head;
		return {
			...facts,
			ids: bytesOf(0),
			kinds: bytesOf(1),
			sizes: doubles(2),
			commits: {
				numbers: doubles(3),
				ids: bytesOf(4)
			},
			tags: integers(5),
			trees: integers(6),
			entries: integers(7)
		};
	}
};
/** A larger cache would be of more than 20 million objects. */
const largest = 2 ** 30;
/** Never waits: whoever made the repository may have put a pipe there. */
function readRegular(path) {
	const file = (0, node_fs.openSync)(path, node_fs.constants.O_RDONLY | node_fs.constants.O_NONBLOCK | node_fs.constants.O_NOFOLLOW);
	try {
		const found = (0, node_fs.fstatSync)(file);
		if (!found.isFile() || found.size > largest) throw new Error("not a file of ours");
		return (0, node_fs.readFileSync)(file);
	} finally {
		(0, node_fs.closeSync)(file);
	}
}
const prefixLength = 83;
function sectionsOf({ ids, kinds, sizes, commits, tags, trees, entries }) {
	return [
		ids,
		kinds,
		sizes,
		commits.numbers,
		commits.ids,
		tags,
		trees,
		entries
	].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
}
/**
* A repository may come with a `.git` that somebody else prepared, a cache in it that calls every key seen and harmless.
* Only what this user's own scans sealed is believed.
*/
function sealOf(parts, key) {
	const hmac = (0, node_crypto.createHmac)("sha256", key);
	for (const part of parts) hmac.update(part);
	return hmac.digest("hex");
}
function userKey(folder) {
	const path = (0, node_path.join)(folder, "key");
	try {
		(0, node_fs.mkdirSync)(folder, {
			recursive: true,
			mode: 448
		});
		(0, node_fs.writeFileSync)(path, (0, node_crypto.randomBytes)(32), {
			mode: 384,
			flag: "wx"
		});
	} catch {}
	try {
		const key = readRegular(path);
		return key.length === 32 ? key : void 0;
	} catch {
		return;
	}
}
let hash;
/** Changes with everything that decides what is a hit and what is remembered: the engine, how objects are read, the bundle. */
function programHash() {
	if (hash !== void 0) return hash;
	const sum = (0, node_crypto.createHash)("sha256");
	for (const folder of programFolders()) for (const name of (0, node_fs.readdirSync)(folder, {
		recursive: true,
		encoding: "utf8"
	}).sort()) if (/(?<!\.d)\.[cm]?[jt]s$/.test(name)) sum.update(`${name}\0`).update((0, node_fs.readFileSync)((0, node_path.join)(folder, name)));
	return hash = sum.digest("hex");
}
/** Of a bundle the folder with all of it; else the engine and what a scan of a history is made of. */
function programFolders() {
	const here = (0, node_path.dirname)((0, node_url.fileURLToPath)(require("url").pathToFileURL(__filename).href));
	if ((0, node_path.basename)(here) !== "history") return [here];
	return [
		(0, node_path.dirname)((0, node_module.createRequire)(require("url").pathToFileURL(__filename).href).resolve("@bnguard/engine")),
		(0, node_path.join)(here, ".."),
		(0, node_path.join)(here, "../../git")
	];
}
// ../cli/dist/sources/history/plan-settings.js
/**
* Which files are read for their settings, in which order, and how each is remembered that showed nothing. Pure: what is
* known of objects is asked.
*/
/** @param all every version is read by itself, at the path that is known of it */
function planSettings(files, known, all) {
	const versions = /* @__PURE__ */ new Map();
	for (const { id, path } of files) {
		const index = known.indexOf(id);
		if (index < 0) continue;
		const others = versions.get(path);
		if (!others) versions.set(path, [{
			index,
			id
		}]);
		else if (!others.some((one) => one.index === index)) others.push({
			index,
			id
		});
	}
	const names = /* @__PURE__ */ new Map();
	const hits = [];
	for (const [path, list] of versions) {
		let before = "";
		const own = list.map(({ index, id }, i) => {
			const name = `settings\0${path}\0${before}`;
			before = (0, node_crypto.createHash)("sha256").update(`${before}${id}`).digest("hex");
			names.set(`${index} ${path}`, name);
			const isEmpty = known.isEmpty(index, name);
			const version = {
				isFirst: i === 0,
				isEmpty,
				isAsked: !isEmpty && known.isOwn(index)
			};
			return {
				index,
				id,
				paths: [path],
				risks: version
			};
		});
		if (all) hits.push(...own.filter(({ risks }) => risks.isAsked).map((hit) => [{
			...hit,
			risks: "all"
		}]));
		else hits.push(own.slice(0, 1 + own.findLastIndex(({ risks }) => risks.isAsked)));
	}
	return {
		hits: hits.filter((some) => some.length > 0).sort(([a], [b]) => a.index - b.index).flat(),
		nameOf: (index, path) => names.get(`${index} ${path}`) ?? ""
	};
}
// ../cli/dist/sources/history/setting-files.js
/** Names that no host moves by itself: branches, here and as they were last fetched, and what work trees stand at. */
const branch = /^(?:refs\/heads\/|refs\/remotes\/|HEAD$|worktrees\/)/;
/** What a build makes out of what stands elsewhere: branches of pages have thousands. */
const built = /\.(?:html?|css|svg|map)$|\.min\.\w+$|(?:^|\/)search_index\.json$/;
/** All that decides which files these are: of HEAD's all paths count. `all`: see settingFiles. */
function settingPlace(refs, all) {
	return [refs.head ?? "no HEAD", ...settingTips(refs, all)].join();
}
/** The commits whose files they are: HEAD's first, if there is one. */
function settingTips({ head, tips }, all) {
	const own = all ? tips : tips.filter(({ name }) => branch.test(name));
	return [.../* @__PURE__ */ new Set([...head === void 0 ? [] : [head], ...own.map(({ id }) => id)])];
}
/**
* HEAD's files, then those of the branches that HEAD does not have, in their order; and whether git could list them all.
* @param all every file of every commit that a ref leads to; at one of its paths
*/
async function settingFiles(store, refs, all) {
	const ids = settingTips(refs, all);
	const files = [];
	let isWhole = true;
	const onDamage = () => void (isWhole = false);
	if (ids.length === 0) return {
		files,
		isWhole
	};
	if (refs.head !== void 0) files.push(...await filesAt(store, refs.head, onDamage));
	const known = new Set(files.map(({ id }) => id));
	for await (const line of objectsOf(store, ids, all, onDamage)) {
		const space = line.indexOf(32);
		if (space <= 0 || space === line.length - 1) continue;
		const id = line.toString("latin1", 0, space);
		if (!all && known.has(id)) continue;
		const path = require_first.shownName(require_first.nameOf(line.subarray(space + 1)));
		if (!built.test(path)) files.push({
			id,
			path
		});
	}
	return {
		files,
		isWhole
	};
}
/** Of each object git names one path; of what is checked out all of them count. */
async function filesAt(store, commit, onDamage) {
	const files = [];
	try {
		for await (const entries of require_first.entriesOf(store, commit)) for (const { id, name } of entries.filter(require_first.isFile)) {
			const path = require_first.shownName(require_first.nameOf(name));
			if (!built.test(path)) files.push({
				id,
				path
			});
		}
	} catch (error) {
		if (!isDamage(error)) throw error;
		onDamage();
	}
	return files;
}
/** `ID PATH` of everything that the commits lead to. What is missing is told by those who need it. */
async function* objectsOf(store, ids, all, onDamage) {
	const args = [
		"rev-list",
		"--objects",
		...all ? [] : ["--no-walk=unsorted"],
		"--missing=allow-any",
		"--ignore-missing",
		"--stdin"
	];
	const records = require_first.gitRecords(store.dir, args, store.leads, {
		input: `${ids.join("\n")}\n`,
		separator: "\n"
	});
	try {
		for await (const lines of records) yield* lines;
	} catch (error) {
		if (!isDamage(error)) throw error;
		onDamage();
	}
}
/** What git cannot list is told where it is read; that it says nothing at all, or is ended by others, is not. */
function isDamage(error) {
	return error instanceof require_first.UserError && !error.message.includes("no answer for five minutes") && !/ended with SIG[A-Z]+/.test(error.message);
}
// ../cli/dist/sources/history/state-of-head.js
/** So many branches are asked at most whether their files speak of Binance. */
const mostTips = 3;
/** One question is answered after the other. */
var StateOfHead = class {
	#store;
	#known;
	#refs;
	#objects;
	#evidence;
	constructor(store, known, refs) {
		this.#store = store;
		this.#known = known;
		this.#refs = refs;
		this.#objects = new require_first.ObjectReader(store, false);
		const { table } = known;
		const nameOf = (path) => `project\0${path}`;
		this.#evidence = new require_meanwhile.ProjectEvidence(store, this.#objects, {
			has: (blob, path) => known.isEmpty(table.findHex(blob), nameOf(path)),
			add: (blob, path) => {
				const index = table.findHex(blob);
				if (index >= 0) known.markEmpty(index, nameOf(path));
			},
			sizeOf: (blob) => table.sizes[table.findHex(blob)] ?? 0
		});
	}
	/**
	* What the files of the current state say of their project, for the credentials whose own file says nothing. Two
	* files, since one may be the credential's own.
	*/
	async project(keyFiles) {
		const { head, tips } = this.#refs;
		const heads = tips.filter(({ name }) => name.startsWith("refs/heads/")).map(({ id }) => id);
		try {
			for (const tip of [...new Set([head ?? [], ...heads].flat())].slice(0, mostTips)) {
				if (!this.#has(tip)) continue;
				const first = await this.#evidence.of(tip, /* @__PURE__ */ new Set(), keyFiles);
				if (first.length === 0) continue;
				const paths = new Set(first.map(({ path }) => Buffer.from(path).toString("latin1")));
				return [...first, ...await this.#evidence.of(tip, paths, keyFiles)];
			}
			return [];
		} catch (error) {
			if (error instanceof require_first.UserError) return [];
			throw error;
		}
	}
	/** What HEAD says of the keys that it still has: where services begin, and the key inventory. */
	async current() {
		const { head } = this.#refs;
		if (head === void 0 || !this.#has(head)) return { gaps: [] };
		const inventories = new require_meanwhile.InventoryVersions(this.#objects, {
			dir: this.#store.dir,
			git: true
		});
		const { gaps } = inventories;
		try {
			const inventory = await inventories.in(head, { kind: "history" });
			return {
				gaps,
				services: await this.#evidence.services(head),
				...inventory && { inventory }
			};
		} catch (error) {
			if (error instanceof require_first.UserError) return { gaps };
			throw error;
		}
	}
	close() {
		this.#objects.close();
	}
	#has(id) {
		return this.#known.table.findHex(id) >= 0;
	}
};
// ../cli/dist/sources/history/scan-history.js
/**
* Scans everything that a repository's object database holds, reachable or not: list, gate, find the paths of the hits,
* observe them, tell since when and by what they are held, conclude.
*/
const hitsAtOnce = 1;
/** Bytes of hits that take more than a second. For fewer it does not pay to have another thread warm up. */
const worthSharing = 16 * 2 ** 20;
/** Most files hold no risk. */
const manyAtOnce = 64;
/** Throws a UserError when PATH is in no repository, or when git is absent, refuses it or fails as a whole. */
async function scanHistory(settings, source, threads) {
	const store = await require_crew_member.openDatabase(settings.cwd, settings.paths[0]);
	const crew = new require_known.Crew(store, threads);
	try {
		const scan = async (remembers) => {
			const refs = require_known.readRefs(store);
			refs.catch(() => {});
			return new HistoryScan(settings, source, store, crew, remembers).run(refs);
		};
		return await scan(true) ?? await scan(false);
	} finally {
		await crew.dismiss();
	}
}
var HistoryScan = class {
	#settings;
	#source;
	#store;
	#crew;
	/** Looks at settings beside all else: rules take half a second to warm up, in every thread anew. One reader. */
	#aside;
	#root;
	#cache;
	#known;
	#gaps;
	#reading;
	#about;
	/** The hits that have observations, by object. */
	#observed = /* @__PURE__ */ new Map();
	#observing = Promise.resolve();
	/** The paths at which each hit was observed. */
	#judgedAt = /* @__PURE__ */ new Map();
	/** Called as soon as a private key was seen. */
	#seePrivateKey = () => {};
	/** The readers of hits, once it is known how much there is to read. Absent where hardly anything was new. */
	#readers;
	constructor(settings, source, store, crew, remembers) {
		const { shard, userCache } = source;
		this.#settings = settings;
		this.#source = source;
		this.#store = store;
		this.#crew = crew;
		this.#aside = new require_known.Crew(store, void 0);
		this.#root = {
			dir: store.dir,
			git: true
		};
		this.#cache = userCache === void 0 ? void 0 : new HistoryCache(store, shard, userCache);
		this.#known = new require_known.Known(store.idBytes, remembers ? this.#cache?.load() : void 0);
		this.#gaps = new require_known.HistoryGaps(store, this.#root, this.#known);
		this.#reading = new require_known.HistoryReading(settings, shard, store, crew, this.#known, this.#gaps);
	}
	/** Undefined where the cache tells of objects that are gone. */
	async run(asked) {
		try {
			return await this.#scan(asked);
		} finally {
			await this.#aside.dismiss();
		}
	}
	async #scan(asked) {
		const reading = this.#reading.readObjects({ kind: "objects" });
		const looking = this.#source.allSettings ? this.#observeRisks(asked, this.#crew, reading) : this.#observeRisks(asked, this.#aside, this.#reading.begun());
		looking.catch(() => {});
		if (!this.#source.allSettings) this.#crew.doFirst(looking);
		await reading;
		if (this.#known.hasLost()) return void 0;
		const isEarly = await this.#reading.isUpToDate() && !this.#source.allSettings;
		if (isEarly) this.#observing = this.#observeRemembered();
		this.#observing.catch(() => {});
		const refs = await asked;
		const state = new StateOfHead(this.#store, this.#known, refs);
		try {
			return await this.#conclude(refs, state, looking, isEarly);
		} finally {
			state.close();
		}
	}
	async #conclude(refs, state, looking, isEarly) {
		const { table, paths } = this.#known;
		let project;
		let current;
		let keyFiles;
		const ask = () => {
			project ??= state.project(false);
			current ??= project.then(() => state.current());
			current.catch(() => {});
		};
		this.#seePrivateKey = () => {
			ask();
			keyFiles ??= current.then(() => state.project(true));
			keyFiles.catch(() => {});
		};
		if (this.#reading.hits().length > 0) ask();
		const early = isEarly ? this.#judge(refs) : void 0;
		early?.catch(() => {});
		const risks = await looking;
		const known = await early;
		const areMore = this.#reading.markHits(risks.keys());
		const about = known && !areMore ? known : await this.#judge(refs);
		if (about.hits.length > 0) ask();
		const observed = this.#observed;
		if (this.#source.allSettings) await this.#observeElsewhere(risks, about.places);
		for (const [index, observations] of risks) {
			const hit = observed.get(index) ?? {
				observations: [],
				readAs: /* @__PURE__ */ new Map()
			};
			observed.set(index, hit);
			for (const one of observations) hit.observations.push(one);
		}
		const holders = require_known.holdersOf({
			...about,
			hits: [...observed.keys()]
		});
		const objects = /* @__PURE__ */ new Map();
		const crowded = paths.crowded();
		for (const object of observed.keys()) {
			const { readAs } = observed.get(object);
			const own = (about.places.get(object) ?? []).map((place) => {
				const other = readAs.get(place.path);
				return other === void 0 || other === place.path ? place : {
					...place,
					readAs: other
				};
			});
			const more = (crowded.get(object) ?? 0) - own.length;
			objects.set(table.hex(object), {
				places: own,
				...more > 0 && { morePlaces: more },
				...holders.get(object)
			});
		}
		const own = [...observed.values()].flatMap(({ observations }) => observations);
		const evidence = await project;
		const now = await current;
		const seen = {
			observations: [...own, ...require_meanwhile.needsKeyFiles(own) ? await (keyFiles ?? state.project(true)) : evidence ?? []],
			name: Promise.resolve(require_crew_member.nameDatabase(this.#store))
		};
		const { gaps, ...held } = (own.length > 0 ? now : void 0) ?? { gaps: [] };
		this.#gaps.addAll(gaps);
		const concluded = await require_first.concludeRoot(this.#settings, this.#root, seen, {
			objects,
			...held
		});
		const report = require_first.reportOf(this.#settings, [concluded], this.#gaps.all(), await this.#coverage(refs));
		const remembered = this.#cache && this.#known.remember();
		if (remembered) this.#cache.save(remembered);
		const { shard } = this.#source;
		return shard === void 0 ? report : {
			...report,
			shard: await this.#part(shard, refs, seen.observations, objects, held)
		};
	}
	/** Reads trees and observes the hits, as far as that is still to be done. */
	async #judge(refs) {
		this.#about ??= this.#reading.about(refs);
		const [about] = await Promise.all([this.#about, this.#reading.readTrees()]);
		const hits = this.#reading.hits();
		if (!this.#reading.isBrief) {
			const { judged, remembered, table } = this.#known;
			const open = hits.filter((hit) => hit >= remembered || judged.has(hit));
			this.#readers ??= this.#readersOf(open.reduce((sum, hit) => sum + table.sizes[hit], 0));
		}
		const places = require_known.placesOf({
			...about,
			hits
		});
		await this.#observing;
		const paths = new Map(hits.map((hit) => [hit, (places.get(hit) ?? [{ path: "" }]).map(({ path }) => path)]));
		await this.#observe(paths);
		for (const hit of this.#observed.keys()) if (!paths.has(hit)) this.#observed.delete(hit);
		this.#known.noteJudged(Object.fromEntries([...this.#observed.keys()].map((hit) => [hit, paths.get(hit)])));
		return {
			...about,
			hits,
			places
		};
	}
	/** What is dangerous in the settings and calls of the files that count, by object. Begins when all `objects` are known. */
	async #observeRisks(asked, crew, objects) {
		const { table } = this.#known;
		const { allSettings = false } = this.#source;
		const refs = await asked;
		const place = settingPlace(refs, allSettings);
		const open = allSettings ? void 0 : this.#known.openSettings(place);
		const listed = open !== void 0 && await this.#reading.isUpToDate() ? {
			files: open,
			isWhole: true
		} : await settingFiles(this.#store, refs, allSettings);
		await objects;
		const { hits, nameOf } = planSettings(listed.files, {
			indexOf: (id) => {
				const index = table.findHex(id);
				return index >= 0 && table.isPresent(index) && table.typeOf(index) === require_crew_member.kinds.blob ? index : -1;
			},
			isOwn: (index) => this.#reading.isOwn(index),
			isEmpty: (index, name) => this.#known.isEmpty(index, name)
		}, allSettings);
		const found = /* @__PURE__ */ new Map();
		await crew.read({ kind: "hits" }, { chunks: this.#reading.hitChunks(hits, manyAtOnce) }, ({ observed }) => {
			for (const { index, paths, observations } of observed) if (observations.length > 0) found.set(index, [...found.get(index) ?? [], ...observations]);
			else if (!allSettings) for (const path of paths) this.#known.markEmpty(index, nameOf(index, path));
		});
		if (!allSettings && listed.isWhole) {
			const isOpen = ({ index, paths: [path = ""] }) => this.#reading.isOwn(index) && !this.#known.isEmpty(index, nameOf(index, path));
			const paths = new Set(hits.filter(isOpen).map(({ paths: [path = ""] }) => path));
			this.#known.rememberSettings(place, listed.files.filter(({ path }) => paths.has(path)));
		}
		return found;
	}
	/** Adds what they say at their other paths: git names only one of each object. */
	async #observeElsewhere(risks, places) {
		const tasks = [...risks].flatMap(([index, observations]) => {
			const known = new Set(observations.map(({ path }) => path));
			const paths = [...new Set(places.get(index)?.map(({ path }) => path))].filter((path) => !known.has(path));
			return paths.length > 0 ? [{
				index,
				id: this.#known.table.hex(index),
				paths,
				risks: "all"
			}] : [];
		});
		await this.#reading.readHits(this.#crew, tasks, manyAtOnce, (outcome) => {
			for (const { index, observations } of outcome.observed) risks.get(index).push(...observations);
		});
	}
	/** Observes what showed something at the paths that it had, while it is seen which it has now. */
	async #observeRemembered() {
		const { judged, table } = this.#known;
		await this.#observe(new Map([...judged].filter(([hit]) => table.isHit(hit) && this.#reading.isOwn(hit))));
	}
	/** Observes each hit at its paths, unless that was done. */
	async #observe(hits) {
		const tasks = [];
		const observed = this.#observed;
		for (const [index, paths] of hits) {
			const name = paths.join("\0");
			if (this.#judgedAt.get(index) === name) continue;
			this.#judgedAt.set(index, name);
			observed.delete(index);
			const open = paths.filter((path) => !this.#known.isEmpty(index, path));
			if (open.length === 0) continue;
			tasks.push({
				index,
				id: this.#known.table.hex(index),
				paths: open
			});
		}
		const crew = this.#readers ?? this.#crew;
		await this.#reading.readHits(crew, tasks, hitsAtOnce, (outcome) => {
			for (const { index, paths, observations } of outcome.observed) {
				if (require_meanwhile.needsKeyFiles(observations)) this.#seePrivateKey();
				if (observations.length === 0) for (const path of paths) this.#known.markEmpty(index, path);
				else {
					const hit = observed.get(index) ?? {
						observations: [],
						readAs: /* @__PURE__ */ new Map()
					};
					observed.set(index, hit);
					for (const one of observations) hit.observations.push(one);
					for (const path of paths) hit.readAs.set(path, paths[0]);
				}
			}
		});
	}
	/** Who reads hits of so many bytes, where much was new: few are read by the one who has read settings before. */
	#readersOf(bytes) {
		const isShared = bytes >= worthSharing;
		if (!this.#source.allSettings) isShared ? this.#crew.renew() : this.#crew.dismiss();
		return isShared ? this.#crew : this.#aside;
	}
	async #coverage(refs) {
		const file = (0, node_path.join)(this.#store.commonDir, "objects/info/alternates");
		const others = require_first.trySmallFile(file, {
			name: "alternates",
			mostMegabytes: 1
		}).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
		const unfetched = notFetched(this.#store.remotes, refs.tips.map(({ name }) => name));
		const { objects, read, blobs, bytes, cached } = this.#known.tally((index) => this.#reading.isOwn(index));
		return {
			documents: read,
			bytes,
			ignored: 0,
			dependencyFolders: 0,
			repositories: 1,
			objects,
			blobs,
			refs: refs.tips.length,
			shallow: this.#store.isShallow,
			partial: this.#store.isPartial,
			missing: this.#gaps.missing().length,
			cached,
			...unfetched.length > 0 && { notFetched: unfetched },
			...others.length > 0 && { alternates: others.map((path) => (0, node_path.basename)(path)) }
		};
	}
	async #part(shard, refs, observations, objects, state) {
		const about = {
			repository: require_crew_member.nameDatabase(this.#store),
			state: require_shard.shardState(this.#known.table, refs),
			noIgnores: this.#settings.noIgnores,
			suppressions: await this.#settings.configFor(this.#root.dir),
			head: {
				...state,
				...await require_first.keyAgeOf(this.#settings, this.#root.dir)
			}
		};
		return require_shard.shardPart(shard, about, {
			observations,
			objects
		});
	}
};
exports.scanHistory = scanHistory;
