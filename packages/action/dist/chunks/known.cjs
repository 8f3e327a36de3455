"use strict";
const require_first = require("./first.cjs");
const require_gates = require("./gates.cjs");
const require_crew_member = require("./crew-member.cjs");
const require_meanwhile = require("./meanwhile.cjs");
const require_shard = require("./shard.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_worker_threads = require("node:worker_threads");
let node_crypto = require("node:crypto");
let node_fs_promises = require("node:fs/promises");
let node_v8 = require("node:v8");
// ../cli/dist/sources/history/crew.js
/**
* Shares out objects among readers, of which one is in this thread and the others, once there is much to read, in threads
* of their own: parts of packs, which each reads itself, and chunks, for which each has a git of its own. Outcomes come in
* any order; whoever needs an order sorts.
*/
/** Nearly all that a reader makes is rubbish at once: with less room for it no time is lost, and memory is saved. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };
/** Chunks in each reader's hands: one to read and some to follow, since this thread may be busy when they are asked for. */
const inHand = 4;
var Crew = class {
	#hands = [];
	#store;
	#threads;
	#first;
	#answered = () => {};
	/** Of a reader, at any time: what it was told to do is not done. */
	#failure;
	/** Resolves when all are gone that were dismissed. */
	#leaving = Promise.resolve();
	/** Of the readers that there are: others come after `dismiss`. */
	#generation = 0;
	/** Of whoever waits for answers: something has come, or will not come. */
	#wake = () => {};
	#opened = () => {};
	constructor(store, threads) {
		this.#store = store;
		this.#threads = threads;
	}
	/**
	* Makes a crew of `size` readers, unless there is one. Without threads it is one.
	* @param forHits whether they will read hits: then they load what that takes at once
	*/
	gather(size, forHits = false) {
		if (this.#hands.length > 0) return;
		const others = this.#threads === void 0 ? 0 : size - 1;
		const generation = this.#generation;
		const answerOf = (hand) => (answer) => {
			if (generation !== this.#generation) return;
			if (answer !== "done" && "failure" in answer) {
				this.#failure ??= answer.isUserError ? new require_first.UserError(answer.failure) : new Error(answer.failure);
				this.#opened();
			}
			if (answer !== "done" && "packs" in answer) this.#opened(answer.packs);
			else this.#answered(hand, answer);
		};
		for (let number = 0; number < others; number++) this.#hands.push(this.#hire(this.#threads, number, forHits, answerOf(number)));
		const member = new require_crew_member.CrewMember(this.#store, answerOf(others), () => this.#first);
		this.#hands.push({
			tell: (order) => member.obey(order),
			stop: async () => member.stop(),
			chunks: 0
		});
	}
	/** Has another thread open the packs, while git lists. Undefined where there is none, or it fails: then reading does. */
	async openPacks() {
		if (this.#hands.length < 2) return void 0;
		const opened = new Promise((resolve) => this.#opened = resolve);
		this.#hands[0].tell({ packsOf: this.#store.commonDir });
		return opened;
	}
	/** This thread has something else to do first: its reader leaves the packs to the others until that is done. */
	doFirst(work) {
		this.#first = work.catch(() => {});
	}
	/**
	* Reads what there is to read. `use` gets each outcome with the number of the reader that it comes from. Resolves to
	* what of the packs is still to be read, by git. Rejects with a UserError when git fails as a whole.
	*/
	async read(job, { plans = [], chunks = [], pile = [] }, use) {
		this.gather(1);
		this.#check();
		const generation = this.#generation;
		let working = 0;
		const unread = [];
		const taken = new Int32Array(new SharedArrayBuffer(4));
		this.#answered = (number, answer) => {
			const hand = this.#hands[number];
			if (answer === "done") {
				working--;
				hand.forget?.();
			} else if ("pid" in answer) hand.forget = require_first.noteChild(answer.pid);
			else if ("outcome" in answer) {
				if (answer.unread === void 0) hand.chunks--;
				else unread.push(...answer.unread);
				use(answer.outcome, number);
			}
			this.#wake();
		};
		const change = () => new Promise((resolve) => this.#wake = resolve);
		const check = () => {
			if (generation !== this.#generation) throw new Error("The readers were dismissed.");
			this.#check();
		};
		const begin = () => {
			for (const hand of this.#hands) {
				hand.chunks = 0;
				hand.tell({
					job,
					plans,
					pile: {
						chunks: pile,
						taken
					}
				});
			}
			working = this.#hands.length;
		};
		if (plans.length + pile.length > 0) begin();
		for (const chunk of chunks) {
			if (working === 0) begin();
			for (;;) {
				check();
				const idlest = this.#hands.reduce((a, b) => b.chunks < a.chunks ? b : a);
				if (idlest.chunks < inHand) {
					idlest.chunks++;
					idlest.tell({ chunk });
					break;
				}
				await change();
			}
		}
		if (working > 0) for (const hand of this.#hands) hand.tell("end");
		for (; working > 0; await change()) check();
		check();
		return unread;
	}
	#check() {
		if (this.#failure) throw this.#failure;
	}
	/**
	* Makes as many readers anew, for hits, when they have nothing to do: the memory that they keep is given back. The new
	* ones load what they take from now on, whatever this thread does.
	*/
	async renew() {
		const size = this.#hands.length;
		const dismissed = this.dismiss();
		this.gather(size, true);
		await dismissed;
	}
	/** Ends all readers and their git processes, whatever they do. Resolves when these and all before them are gone. */
	async dismiss() {
		const hands = this.#hands.splice(0);
		this.#answered = () => {};
		this.#opened();
		this.#generation++;
		this.#failure = void 0;
		this.#wake();
		const leave = async (hand) => {
			await hand.stop();
			hand.forget?.();
		};
		this.#leaving = Promise.all([this.#leaving, ...hands.map(leave)]);
		await this.#leaving;
	}
	#hire({ entry, execArgv = [] }, number, forHits, answer) {
		const { dir, leads, idBytes } = this.#store;
		const worker = new node_worker_threads.Worker(entry, {
			workerData: {
				kind: "history",
				store: {
					dir,
					leads,
					idBytes
				},
				forHits
			},
			execArgv: [...execArgv],
			name: `history ${number}`,
			resourceLimits
		});
		worker.on("message", answer);
		worker.on("error", (error) => {
			answer({
				failure: `A reader ended: ${error.code ?? error.stack ?? error.name}`,
				isUserError: false
			});
		});
		worker.on("exit", (code) => answer({
			failure: `A reader ended with ${code}`,
			isUserError: false
		}));
		return {
			tell: (order) => worker.postMessage(order),
			stop: async () => {
				worker.postMessage("stop");
				await worker.terminate();
			},
			chunks: 0
		};
	}
};
// ../cli/dist/sources/history/exposure.js
function messagePlace(graph, object) {
	const commit = graph.numberOf(object);
	if (commit < 0) return { path: "" };
	const moment = momentOf(graph, commit);
	return {
		path: "",
		first: moment,
		last: moment
	};
}
function momentOf(graph, commit) {
	return {
		id: graph.idOf(commit),
		date: (/* @__PURE__ */ new Date(1e3 * graph.authored[commit])).toISOString().replace(".000Z", "Z"),
		time: graph.times[commit],
		generation: graph.generations[commit],
		...graph.isCut(commit) && { isCut: true }
	};
}
/**
* Where each hit stands: a blob in commits with first and last, else in the index, else in a tree that no commit has,
* else nowhere; a message without path.
*/
function placesOf({ table, graph, paths, refs, hits }) {
	const isHit = new Set(hits);
	const firsts = /* @__PURE__ */ new Map();
	const lasts = /* @__PURE__ */ new Map();
	for (const commit of graph.order) {
		const set = setOf(paths, graph.trees[commit]);
		if (set === 0) continue;
		if (!firsts.has(set)) firsts.set(set, commit);
		lasts.set(set, commit);
	}
	const position = /* @__PURE__ */ new Map();
	const isKnown = /* @__PURE__ */ new Set([...firsts.values(), ...lasts.values()]);
	graph.order.forEach((commit, i) => isKnown.has(commit) && position.set(commit, i));
	const byPath = /* @__PURE__ */ new Map();
	for (const [set, first] of firsts) {
		const last = lasts.get(set);
		for (const path of paths.pathsIn(set)) {
			const known = byPath.get(path);
			if (!known) byPath.set(path, {
				first,
				last
			});
			else {
				if (position.get(first) < position.get(known.first)) known.first = first;
				if (position.get(last) > position.get(known.last)) known.last = last;
			}
		}
	}
	const head = graph.numberOf(table.findHex(refs.head ?? ""));
	const atHead = new Set(head < 0 ? [] : paths.pathsIn(setOf(paths, graph.trees[head])));
	const found = /* @__PURE__ */ new Map();
	const add = (blob, place) => {
		const known = found.get(blob);
		if (known) known.push(place);
		else found.set(blob, [place]);
	};
	for (const [number, { first, last }] of byPath) {
		const { path, blob } = paths.path(number);
		const moments = {
			first: momentOf(graph, first),
			last: momentOf(graph, last)
		};
		add(blob, {
			path: shown(path),
			...atHead.has(number) && { atHead: true },
			...moments
		});
	}
	for (const { id, path } of refs.index) {
		const blob = table.findHex(id);
		if (isHit.has(blob) && !found.get(blob)?.some((place) => place.path === shown(path))) add(blob, { path: shown(path) });
	}
	if (hits.some((object) => table.typeOf(object) === require_crew_member.kinds.blob && !found.has(object))) {
		const homeless = danglingPaths(graph, paths);
		for (const [blob, path] of homeless) if (!found.has(blob)) add(blob, { path: shown(path) });
	}
	for (const list of found.values()) list.sort((a, b) => a.path < b.path ? -1 : 1);
	for (const object of hits) if (table.typeOf(object) !== require_crew_member.kinds.blob) found.set(object, [messagePlace(graph, object)]);
	return found;
}
/** A path of each hit below a tree that neither a commit nor another tree has. */
function danglingPaths(graph, paths) {
	const held = new Set(graph.trees);
	for (const tree of paths.trees()) for (const below of paths.subtrees(tree)) held.add(below);
	const found = /* @__PURE__ */ new Map();
	for (const tree of paths.trees()) {
		if (held.has(tree)) continue;
		for (const number of paths.pathsIn(paths.setOf(tree))) {
			const { path, blob } = paths.path(number);
			const known = found.get(blob);
			if (known === void 0 || path < known) found.set(blob, path);
		}
	}
	return found;
}
const setOf = (paths, tree) => tree < 0 ? 0 : paths.setOf(tree);
/** A path as reports show it: git's bytes as UTF-8. */
const shown = (path) => Buffer.from(path, "latin1").toString("utf8");
/** Columns of sets that may be kept for the next commit: 1 MB. */
const mostKept$1 = 1 << 18;
/** Numbers of 32 bits that one pass may take for its rows: 64 MB. */
const mostWords = 1 << 24;
/** What leads to each hit and holds it, by the number of its object. */
function holdersOf({ table, graph, paths, refs, tagTargets, hits }) {
	const columns = new Map(hits.map((object, column) => [object, column]));
	const names = refs.tips.map(({ name }) => name);
	const refWords = names.length + 31 >>> 5;
	/** The refs of each column, as bits. */
	const refBits = new Uint32Array(hits.length * refWords);
	const byStash = new Uint8Array(hits.length);
	const byReflog = new Uint8Array(hits.length);
	const blobColumns = /* @__PURE__ */ new Map();
	let kept = 0;
	const columnsIn = (set) => {
		let known = blobColumns.get(set);
		if (!known) {
			const all = new Set(Array.from(paths.pathsIn(set), (path) => columns.get(paths.blobOf(path)) ?? -1));
			all.delete(-1);
			known = Int32Array.from(all);
			if ((kept += known.length) > mostKept$1) {
				blobColumns.clear();
				kept = known.length;
			}
			blobColumns.set(set, known);
		}
		return known;
	};
	/** Commits that refs point to, with the numbers of the refs; what tags hold on the way is noted at once. */
	const tips = /* @__PURE__ */ new Map();
	refs.tips.forEach(({ id }, ref) => {
		const mark = (column) => void (refBits[column * refWords + (ref >>> 5)] |= 1 << (ref & 31));
		let object = table.findHex(id);
		for (let depth = 0; object >= 0 && table.typeOf(object) === require_crew_member.kinds.tag && depth < 1e3; depth++) {
			if (columns.has(object)) mark(columns.get(object));
			object = tagTargets.get(object) ?? -1;
		}
		if (object < 0) return;
		const commit = graph.numberOf(object);
		if (commit >= 0) tips.set(commit, [...tips.get(commit) ?? [], ref]);
		else if (columns.has(object)) mark(columns.get(object));
		else if (table.typeOf(object) === require_crew_member.kinds.tree) for (const column of columnsIn(paths.setOf(object))) mark(column);
	});
	const commitsOf = (ids) => new Set(ids.map((id) => graph.numberOf(table.findHex(id))).filter((commit) => commit >= 0));
	const stashTips = commitsOf(refs.stash);
	const reflogTips = commitsOf(refs.reflog);
	const width = Math.max(1, Math.min(hits.length + 31 >>> 5, Math.floor(mostWords / Math.max(1, graph.count))));
	for (let from = 0; from < hits.length && graph.count > 0; from += 32 * width) {
		const rows = new Uint32Array(graph.count * width);
		const isIn = (column) => column >= from && column < from + 32 * width;
		for (const commit of graph.order) {
			const row = commit * width;
			const own = (column) => {
				if (isIn(column)) rows[row + (column - from >>> 5)] |= 1 << (column - from & 31);
			};
			const set = setOf(paths, graph.trees[commit]);
			if (set > 0) for (const column of columnsIn(set)) own(column);
			const message = columns.get(graph.objects[commit]);
			if (message !== void 0) own(message);
			for (let p = graph.parentsFrom[commit]; p < graph.parentsFrom[commit + 1]; p++) {
				const parent = graph.parents[p] * width;
				if (parent >= 0) for (let word = 0; word < width; word++) rows[row + word] |= rows[parent + word];
			}
		}
		const eachIn = (commit, use) => {
			for (let word = 0; word < width; word++) for (let bits = rows[commit * width + word]; bits !== 0; bits &= bits - 1) use(from + 32 * word + (31 - Math.clz32(bits & -bits)));
		};
		for (const [commit, numbers] of tips) eachIn(commit, (column) => {
			for (const ref of numbers) refBits[column * refWords + (ref >>> 5)] |= 1 << (ref & 31);
		});
		for (const commit of stashTips) eachIn(commit, (column) => byStash[column] = 1);
		for (const commit of reflogTips) eachIn(commit, (column) => byReflog[column] = 1);
	}
	const headCommit = graph.numberOf(table.findHex(refs.head ?? ""));
	const atHead = new Set(headCommit < 0 ? [] : columnsIn(setOf(paths, graph.trees[headCommit])));
	const inIndex = new Set(refs.index.map(({ id }) => table.findHex(id)));
	const byName = names.map((name, ref) => ({
		name,
		ref
	})).sort((a, b) => require_gates.byInterest(a.name, b.name));
	const lists = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Map();
	hits.forEach((object, column) => {
		const bits = refBits.subarray(column * refWords, (column + 1) * refWords);
		const key = bits.join();
		let list = lists.get(key);
		if (!list) {
			list = byName.flatMap(({ name, ref }) => (bits[ref >>> 5] & 1 << (ref & 31)) === 0 ? [] : [name]);
			lists.set(key, list);
		}
		const reachable = list.length > 0;
		const heldBy = inIndex.has(object) ? "index" : byStash[column] ? "stash" : byReflog[column] ? "reflog" : "nothing";
		found.set(object, {
			atHead: atHead.has(column),
			refs: list,
			pushed: list.some((name) => name.startsWith("refs/remotes/")),
			reachable,
			...reachable ? {} : { heldBy }
		});
	});
	return found;
}
// ../cli/dist/sources/history/history-gaps.js
/** So many missing objects are named; all are counted. */
const mostNamed = 1e3;
var HistoryGaps = class {
	#store;
	#root;
	#known;
	#gaps = [];
	constructor(store, root, known) {
		this.#store = store;
		this.#root = root;
		this.#known = known;
	}
	lose(lost) {
		for (const { index, why, detail } of lost) {
			this.#known.lose(index);
			this.add(this.#known.table.hex(index), why, detail);
		}
	}
	/** @param object its id in hex; '': it is about none */
	add(object, why, detail) {
		const skip = {
			path: "",
			...object !== "" && { object },
			why,
			...detail !== void 0 && { detail }
		};
		this.#gaps.push({
			root: this.#root,
			skip,
			harmless: false
		});
	}
	addAll(gaps) {
		this.#gaps.push(...gaps);
	}
	/** What git says while it lists: a pack that it cannot open shows nowhere else; an object is told by its id. */
	complain(complaints) {
		const isTold = this.#gaps.length > 0;
		for (const line of new Set(complaints.split("\n"))) if (/^(?:error|fatal): /.test(line) && !(isTold && !/pack-|packfile|\.idx/.test(line))) this.add("", "unreadable", line.replace(/^\w+: /, ""));
	}
	/** What commits, refs and indexes name and is not here. What only a reflog remembers may have been pruned. */
	miss(graph, refs) {
		const { table, missingNow } = this.#known;
		for (const { id } of graph.missing) missingNow.add(id);
		const named = [...refs.tips, ...refs.index].map(({ id }) => id).concat(refs.stash.slice(0, 1));
		for (const id of named) if (table.findHex(id) < 0) missingNow.add(id);
		for (const complaint of refs.complaints) this.add("", "unreadable", complaint);
	}
	/** Ids of what is named and is not here. */
	missing() {
		return [.../* @__PURE__ */ new Set([...this.#known.missing, ...this.#known.missingNow])].sort();
	}
	all() {
		for (const id of this.missing().slice(0, mostNamed)) this.add(id, "missing");
		if (this.#store.isShallow) this.add("", "missing", "the commits before those at which this shallow clone was cut off");
		return this.#gaps.sort((a, b) => require_meanwhile.bySkip(a.skip, b.skip));
	}
};
// ../cli/dist/sources/history/compile-less.js
/** Tells V8 that a scan of a history is a short program with many functions. Changes nothing but time. */
/**
* So many bytes of code may a function run between two looks at whether it is worth optimizing; V8 has 67,584. Each of
* the many functions that read texts is warm for a second or two, and optimizing them all takes a quarter of the
* processor time of a scan: with nine times as much 10 to 13 % less (two histories, November 2026), and a third less
* where a scan has little to do.
*/
const budget = 6e5;
/**
* For all threads of this process, from now on. Only in the V8 of Node 20: those of 22 and 24 know no such flag and need
* none, since they have a compiler between. That flags may be set after the start is nothing that Node vouches for; this
* one is a number that V8 reads whenever it gives a function new time to run, and nothing is compiled by it.
*/
function compileLess() {
	if (/^11\.3\./.test(process.versions.v8)) (0, node_v8.setFlagsFromString)(`--interrupt-budget=${budget}`);
}
// ../cli/dist/git/list-objects.js
/**
* Lists every object of a repository and its alternates, packed and loose, reachable or not, in the order of the packs; or
* some of them.
*/
/**
* Yields them in batches. Returns what git said on the way: a pack that it cannot open is named there and nowhere else.
* Throws a UserError when git refuses or fails.
* @param some ids (in hex) of those that are asked for; absent: all
*/
async function* listObjects(store, some) {
	if (some?.length === 0) return "";
	const format = "--batch-check=%(objectname) %(objecttype)";
	const git = require_crew_member.spawnGit(store, [
		"cat-file",
		...some ? [] : ["--batch-all-objects", "--unordered"],
		"--buffer",
		format
	]);
	let complaints = "";
	git.stderr.setEncoding("utf8").on("data", (text) => {
		if (complaints.length < 1048576) complaints += text;
	});
	git.stdin.on("error", () => {});
	git.stdin.end(some?.map((id) => `${id}\n`).join(""));
	const ended = require_first.endOf(git);
	const watchdog = new require_first.Watchdog(git);
	try {
		let rest = Buffer.alloc(0);
		for await (const chunk of require_first.outputOf(git, watchdog)) {
			const lines = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
			const end = lines.lastIndexOf(lineFeed) + 1;
			rest = lines.subarray(end);
			if (end > 0) yield parse(lines.subarray(0, end), store.idBytes);
		}
		const failure = await watchdog.wait(ended);
		if (failure !== void 0) throw require_first.gitFailure(store.dir, watchdog.failure ?? failure, complaints);
		return complaints;
	} finally {
		require_first.stopChild(git);
	}
}
/** Packs that have lost their index. git passes over them without a word. */
async function lonePacks({ commonDir }) {
	const names = await (0, node_fs_promises.readdir)((0, node_path.join)(commonDir, "objects/pack")).catch(() => []);
	const indexes = new Set(names.filter((name) => name.endsWith(".idx")).map((name) => name.slice(0, -4)));
	return names.filter((name) => name.endsWith(".pack") && !indexes.has(name.slice(0, -5))).sort();
}
const lineFeed = 10;
/** What each byte is worth as a hexadecimal digit. */
const digits = Uint8Array.from({ length: 256 }, (_, byte) => parseInt(String.fromCharCode(byte), 16) || 0);
/** Lines of `<id> <type>`, or `<id> missing`. There are very many: nothing is made of each but what is asked for. */
function parse(lines, idBytes) {
	const most = Math.ceil(lines.length / (2 * idBytes));
	const ids = new Uint8Array(most * idBytes);
	const types = new Uint8Array(most);
	let count = 0;
	for (let at = 0; at < lines.length;) {
		const space = at + 2 * idBytes;
		for (let to = count * idBytes; at < space; at += 2) ids[to++] = digits[lines[at]] * 16 + digits[lines[at + 1]];
		types[count++] = typeAt(lines, space + 1);
		while (at < lines.length && lines[at++] !== lineFeed);
	}
	return {
		ids: ids.subarray(0, count * idBytes),
		types: types.subarray(0, count)
	};
}
/** By the first two letters. */
function typeAt(lines, at) {
	switch (lines[at]) {
		case 99: return 1;
		case 98: return 3;
		case 116: return lines[at + 1] === 114 ? 2 : 4;
		default: return 0;
	}
}
// ../cli/dist/sources/history/commit-graph.js
/** The commits of a repository with their parents, in an order in which none comes before its parents. Pure. */
/** @param isCut whether it is on purpose that a commit (by its object's number) lacks its parents: a shallow clone. */
function commitGraph(rows, table, isCut) {
	const { idBytes } = table;
	const count = rows.reduce((sum, { numbers }) => sum + numbers.length / 4, 0);
	const objects = new Int32Array(count);
	const trees = new Int32Array(count).fill(-1);
	const authored = new Float64Array(count);
	const committed = new Float64Array(count);
	const parentsFrom = new Int32Array(count + 1);
	const numbers = new Int32Array(table.count).fill(-1);
	const missing = [];
	let c = 0;
	for (const row of rows) for (let at = 0; at < row.numbers.length; at += 4, c++) {
		const object = row.numbers[at];
		objects[c] = object;
		numbers[object] = c;
		authored[c] = row.numbers[at + 2];
		committed[c] = row.numbers[at + 3];
		parentsFrom[c + 1] = parentsFrom[c] + row.numbers[at + 1];
	}
	const parents = new Int32Array(parentsFrom[count]).fill(-1);
	c = 0;
	for (const { numbers: row, ids } of rows) {
		let id = 0;
		for (let at = 0; at < row.length; at += 4, c++) {
			const object = objects[c];
			const tree = table.find(ids, id);
			if (tree >= 0) trees[c] = table.typeOf(tree) === require_crew_member.kinds["tree"] ? tree : -1;
			else missing.push({
				id: hexAt(ids, id, idBytes),
				commit: object
			});
			id += idBytes;
			for (let p = parentsFrom[c]; p < parentsFrom[c + 1]; p++, id += idBytes) {
				const named = table.find(ids, id);
				if (named >= 0) parents[p] = numbers[named];
				else if (!isCut(object)) missing.push({
					id: hexAt(ids, id, idBytes),
					commit: object
				});
			}
		}
	}
	const { times, generations } = ranks({
		count,
		parents,
		parentsFrom,
		committed
	});
	const graph = {
		count,
		objects,
		trees,
		parents,
		parentsFrom,
		authored,
		times,
		generations
	};
	const order = inOrder(times, (a, b) => generations[a] - generations[b] || compareIds(table.ids, objects[a] * idBytes, objects[b] * idBytes, idBytes));
	const idOf = (commit) => table.hex(objects[commit]);
	return {
		...graph,
		order,
		idOf,
		isCut: (commit) => isCut(objects[commit]),
		numberOf: (object) => numbers[object] ?? -1,
		missing
	};
}
/** Numbers from 0 on by their times; `compare` decides between equals. */
function inOrder(times, compare) {
	const count = times.length;
	if ((times.reduce((a, b) => Math.max(a, b), 0) + 1) * count > Number.MAX_SAFE_INTEGER) return Int32Array.from(times.keys()).sort((a, b) => times[a] - times[b] || compare(a, b));
	const keys = times.map((time, i) => time * count + i).sort();
	const order = Int32Array.from(keys, (key) => key % count);
	for (let from = 0, to = 1; from < count; from = to++) {
		while (to < count && times[order[to]] === times[order[from]]) to++;
		if (to > from + 1) order.subarray(from, to).sort(compare);
	}
	return order;
}
function ranks({ count, parents, parentsFrom, committed }) {
	const times = Float64Array.from(committed);
	const generations = new Int32Array(count);
	const children = childrenOf(count, parents, parentsFrom);
	const waiting = new Int32Array(count);
	const ready = [];
	for (let c = 0; c < count; c++) {
		for (let p = parentsFrom[c]; p < parentsFrom[c + 1]; p++) if (parents[p] >= 0) waiting[c]++;
		if (waiting[c] === 0) ready.push(c);
	}
	for (let c = ready.pop(); c !== void 0; c = ready.pop()) for (let i = children.from[c]; i < children.from[c + 1]; i++) {
		const child = children.list[i];
		times[child] = Math.max(times[child], times[c]);
		generations[child] = Math.max(generations[child], generations[c] + 1);
		if (--waiting[child] === 0) ready.push(child);
	}
	return {
		times,
		generations
	};
}
function childrenOf(count, parents, parentsFrom) {
	const from = new Int32Array(count + 1);
	for (const parent of parents) if (parent >= 0) from[parent + 1]++;
	for (let c = 0; c < count; c++) from[c + 1] += from[c];
	const list = new Int32Array(from[count]);
	const next = from.slice();
	for (let c = 0; c < count; c++) for (let p = parentsFrom[c]; p < parentsFrom[c + 1]; p++) {
		const parent = parents[p];
		if (parent >= 0) list[next[parent]++] = c;
	}
	return {
		from,
		list
	};
}
const hexAt = (ids, at, idBytes) => Buffer.from(ids.buffer, ids.byteOffset + at, idBytes).toString("hex");
function compareIds(ids, a, b, idBytes) {
	for (let i = 0; i < idBytes; i++) if (ids[a + i] !== ids[b + i]) return ids[a + i] - ids[b + i];
	return 0;
}
// ../cli/dist/sources/history/listing.js
/** With fewer objects to read than this, one thread does it all: a thread takes 100 ms to load. */
const manyObjects = 5e3;
const objectsAtOnce = 1024;
/** Memory is made for no more objects before they are seen: sizes of files tell nothing for sure. */
const mostExpected = 1 << 20;
/**
* Rejects with a UserError when git refuses or fails.
* @param onSize called once, as soon as it is known whether there is much to read
*/
async function listAll(store, known, onSize) {
	const news = new News(known);
	const complaints = await listNew(store, known, news);
	if (complaints !== void 0) {
		onSize(news.areMany);
		return {
			complaints,
			...news,
			isWhole: false,
			packs: known.packs
		};
	}
	const packs = require_crew_member.packStamps(store);
	const listing = listObjects(store);
	let next = listing.next();
	next.catch(() => {});
	const packed = known.remembered === 0 ? require_crew_member.packedObjects(store) : 0;
	let isTold = packed > manyObjects;
	if (isTold) onSize(true);
	known.table.makeRoom(Math.min(packed, mostExpected));
	for (;; next = listing.next()) {
		const { value, done } = await next;
		if (!isTold && (done || news.areMany)) {
			isTold = true;
			onSize(news.areMany);
		}
		if (done) return {
			complaints: value,
			...news,
			isWhole: true,
			packs
		};
		news.add(value);
	}
}
/** Sorts what git lists. */
var News = class {
	trees = [];
	others = [];
	unknown = [];
	#known;
	constructor(known) {
		this.#known = known;
	}
	get areMany() {
		return this.trees.length + this.others.length > manyObjects;
	}
	add({ ids, types }) {
		const { trees, others, unknown } = this;
		const known = this.#known;
		const { idBytes } = known.table;
		for (let i = 0; i < types.length; i++) {
			const kind = require_crew_member.kindOf[types[i]];
			const index = known.list(ids, i * idBytes, kind);
			if (kind === 0) unknown.push(index < 0 ? -1 - index : index);
			else if (index >= 0) (kind === require_crew_member.kinds.tree ? trees : others).push(index);
		}
	}
};
/**
* Asks git only for what does not lie in packs that are as they were. Gives what it said; undefined where not all that is
* remembered is found so, or git knows something less than well: then it is to be asked for all.
*/
async function listNew(store, known, news) {
	const { packs: before, table } = known;
	if (!before) return void 0;
	const loose = require_crew_member.looseObjects(store);
	const now = require_crew_member.packStamps(store);
	const packed = now && require_crew_member.newlyPacked(store, before, now);
	if (!loose || !packed) return void 0;
	const asked = [.../* @__PURE__ */ new Set([
		...known.listPacked(),
		...loose,
		...packed
	])];
	for (const id of asked) known.see(id);
	const batches = [];
	if (!known.hasLost()) {
		const listing = listObjects(store, asked);
		for (;;) {
			const { value, done } = await listing.next();
			if (!done) batches.push(value);
			else if (value !== "" || batches.some(({ types }) => types.includes(0))) break;
			else {
				for (const batch of batches) news.add(batch);
				for (const id of packed) table.kinds[table.findHex(id)] |= 64;
				known.rememberPacks(now);
				return value;
			}
		}
	}
	known.unlist();
}
/** These objects, with their ids. */
function chunkOf({ ids, idBytes }, indexes) {
	const bytes = new Uint8Array(indexes.length * idBytes);
	indexes.forEach((index, i) => bytes.set(ids.subarray(index * idBytes, (index + 1) * idBytes), i * idBytes));
	return {
		indexes: Int32Array.from(indexes),
		ids: bytes
	};
}
function inChunks(all, most) {
	return Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most));
}
// ../cli/dist/sources/history/refs.js
/** Everything that keeps objects alive: refs, the heads of work trees, the stash, reflogs and indexes. */
async function readRefs(store) {
	const has = (name) => (0, node_fs.existsSync)((0, node_path.join)(store.commonDir, name));
	const hasTrees = has("worktrees");
	const hasLogs = hasTrees || has("logs") || has("reftable");
	const ask = async (isWanted, ...args) => isWanted ? (await require_first.askGit(store, args)).stdout : Buffer.alloc(0);
	const revisions = [
		"rev-list",
		"--no-walk=unsorted",
		"--ignore-missing"
	];
	const [listed, branch, worktrees, reflog, stash, index] = await Promise.all([
		require_first.askGit(store, ["for-each-ref", "--format=%(objectname) %(refname)"]),
		ask(true, "symbolic-ref", "--quiet", "HEAD"),
		ask(hasTrees, "worktree", "list", "--porcelain"),
		ask(hasLogs, ...revisions, "--reflog"),
		ask(hasLogs, ...revisions, "--walk-reflogs", "refs/stash", "--"),
		indexEntries(store)
	]);
	const refs = lines(listed.stdout).map((line) => {
		const space = line.indexOf(" ");
		return {
			id: line.slice(0, space),
			name: line.slice(space + 1)
		};
	});
	if (listed.failure !== void 0) require_first.answered(store, listed);
	const current = lines(branch)[0];
	const headId = refs.find(({ name }) => name === current)?.id ?? lines(await ask(true, "rev-parse", "--verify", "--quiet", "HEAD"))[0];
	const heads = detachedHeads(lines(worktrees));
	if (headId !== void 0 && current === void 0) heads.unshift({
		name: "HEAD",
		id: headId
	});
	return {
		tips: [...refs.filter(({ name }) => name !== "refs/stash"), ...heads].sort((a, b) => interest(a.name, current) - interest(b.name, current) || (a.name < b.name ? -1 : 1)),
		head: headId,
		stash: [.../* @__PURE__ */ new Set([...refs.flatMap(({ name, id }) => name === "refs/stash" ? [id] : []), ...lines(stash)])],
		reflog: lines(reflog),
		index: index.entries,
		complaints: lines(Buffer.from(listed.complaints)).filter((line) => /^(?:error|warning|fatal): /.test(line)).map((line) => line.replace(/^\w+: /, "")).concat(index.complaints)
	};
}
const lines = (bytes) => bytes.toString("utf8").split("\n").filter(Boolean);
/** The current branch, branches, remote-tracking branches, tags, all else. */
function interest(name, current) {
	if (name === current) return 0;
	return 1 + [
		"refs/heads/",
		"refs/remotes/",
		"refs/tags/",
		""
	].findIndex((kind) => name.startsWith(kind));
}
/** Heads of linked work trees that are on no branch. */
function detachedHeads(porcelain) {
	const tips = [];
	let folder = "";
	let id = "";
	let first = true;
	for (const line of [...porcelain, "worktree "]) if (line.startsWith("worktree ")) {
		first = folder === "";
		folder = line.slice(9);
		id = "";
	} else if (line.startsWith("HEAD ")) id = line.slice(5);
	else if (line === "detached" && !first) tips.push({
		name: `worktrees/${folder.split("/").at(-1)}/HEAD`,
		id
	});
	return tips;
}
/** The index of the main work tree and of each linked one. */
async function indexEntries(store) {
	const linked = await (0, node_fs_promises.readdir)((0, node_path.join)(store.commonDir, "worktrees")).catch(() => []);
	const folders = [store.commonDir, ...linked.map((name) => (0, node_path.join)(store.commonDir, "worktrees", name))];
	const entries = [];
	const complaints = [];
	for (const folder of folders) {
		const { found, complaint } = await readIndex(store, (0, node_path.join)(folder, "index"));
		for (const entry of found) entries.push(entry);
		if (complaint !== "") complaints.push(`an index, in which staged files may be: ${complaint}`);
	}
	return {
		entries,
		complaints
	};
}
async function readIndex(store, file) {
	if ((0, node_fs.lstatSync)(file, { throwIfNoEntry: false }) === void 0) return {
		found: [],
		complaint: ""
	};
	const git = require_crew_member.spawnGit(store, [
		"ls-files",
		"-z",
		"--stage",
		"--cached",
		"--full-name"
	], { GIT_INDEX_FILE: file });
	const out = [];
	const watchdog = new require_first.Watchdog(git);
	git.stdout.on("data", (chunk) => {
		out.push(chunk);
		watchdog.hear();
	});
	let said = "";
	git.stderr.setEncoding("utf8").on("data", (text) => said += text);
	git.stdin.on("error", () => {}).end();
	const failure = await watchdog.wait(require_first.endOf(git));
	return {
		found: Buffer.concat(out).toString("latin1").split("\0").filter(Boolean).flatMap((record) => {
			const [, mode = "", id = "", path = ""] = /^(\d+) ([0-9a-f]+) \d\t([^]*)$/.exec(record) ?? [];
			return mode === "160000" || id === "" ? [] : [{
				id,
				path
			}];
		}),
		complaint: failure === void 0 ? "" : watchdog.failure ?? (require_crew_member.lastLine(said) || "git cannot read it")
	};
}
/** The commits whose parents a shallow clone lacks on purpose, in hex. */
async function shallowCommits(store) {
	const text = require_first.trySmallFile((0, node_path.join)(store.commonDir, "shallow"), {
		name: "shallow",
		mostMegabytes: 64
	});
	return new Set(text.split("\n").filter(Boolean));
}
// ../cli/dist/sources/history/history-reading.js
/** Reads what git stores, by a crew: all objects once, then trees, then hits. Knows what was read, and decides nothing. */
/** Takes a tenth of a second to read. */
const largeHit = 1 << 18;
/** With fewer bytes of hits to judge anew, one thread does it sooner than another has loaded what it takes. */
const muchToJudge = 1 << 20;
var HistoryReading = class {
	#onProgress;
	#shard;
	#store;
	#crew;
	#known;
	#gaps;
	#listing;
	#haveBegun = () => {};
	#readersBegan = new Promise((resolve) => this.#haveBegun = resolve);
	#ready;
	#packs;
	#isBrief = false;
	#newTrees = [];
	#progress = {
		unit: "object",
		documents: 0,
		bytes: 0,
		findings: 0
	};
	#total;
	/** Begins to list the objects at once. */
	constructor({ jobs, onProgress }, shard, store, crew, known, gaps) {
		this.#onProgress = onProgress;
		this.#shard = shard;
		this.#store = store;
		this.#crew = crew;
		this.#known = known;
		this.#gaps = gaps;
		const bytes = [...known.judged.keys()].reduce((sum, hit) => sum + known.table.sizes[hit], 0);
		this.#listing = listAll(store, known, (areMany) => {
			if (areMany) compileLess();
			this.#isBrief = !areMany && known.remembered > 0;
			crew.gather(areMany ? jobs : 1);
			if (areMany && known.remembered === 0) this.#ready = crew.openPacks();
		});
		this.#listing.catch(() => {});
		if (bytes > muchToJudge) crew.gather(jobs, true);
	}
	/** Whether nearly all was known. To be asked when all objects are listed. */
	get isBrief() {
		return this.#isBrief;
	}
	/** Resolves when it is known which objects there are, and whoever reads them has begun. */
	async begun() {
		await this.#listing;
		await this.#readersBegan;
	}
	isOwn(index) {
		const { ids, idBytes } = this.#known.table;
		return this.#shard === void 0 || require_shard.isOwn(this.#shard, ids, index * idBytes);
	}
	/** Looks at every new object but the trees, and marks those that the job is after. */
	async readObjects(job, use = () => {}) {
		const { table, commits, tagTargets, missingNow } = this.#known;
		const others = await this.#list().catch((error) => {
			this.#haveBegun();
			throw error;
		});
		const tags = [];
		const reading = this.#read(job, others, () => (outcome) => {
			for (const hit of outcome.hits) table.kinds[hit] |= 8;
			if (outcome.commits.numbers.length > 0) commits.push(outcome.commits);
			tags.push(...outcome.tags);
			this.#gaps.lose(outcome.lost);
			this.#progress.findings += outcome.hits.length;
			this.#measure(outcome.sizes);
			use(outcome);
		});
		this.#haveBegun();
		await reading;
		for (const { index, target } of tags) {
			const object = table.findHex(target);
			tagTargets.set(index, object);
			if (object < 0) missingNow.add(target);
		}
	}
	/** Tells what cannot be listed; gives what is new and no tree, opens the packs, and notes the new trees. */
	async #list() {
		const { complaints, trees, others, unknown, isWhole, packs } = await this.#listing;
		this.#total = trees.length + others.length;
		this.#newTrees = trees;
		this.#gaps.lose(unknown.map((index) => ({
			index,
			why: "unreadable",
			detail: "git cannot tell what it is"
		})));
		this.#gaps.complain(complaints);
		for (const pack of await lonePacks(this.#store)) this.#gaps.add("", "unreadable", `${pack} has no index, so git does not read it: git index-pack makes it one`);
		const wanted = new Uint8Array(this.#known.table.count);
		for (const objects of [trees, others]) for (const index of objects) wanted[index] = 1;
		if (this.#total > 0 || isWhole) this.#packs = new require_crew_member.PackPlans(this.#store, this.#known.table, wanted, isWhole, await this.#ready);
		this.#ready = void 0;
		if (isWhole) {
			const isSure = complaints === "" && unknown.length === 0 && this.#packs?.areAllOf(packs);
			this.#known.rememberPacks(isSure ? packs : void 0);
		}
		return others;
	}
	/** Looks for needles in the names that the new trees give. What cannot be read is told by `readTrees`. */
	async findNames(job, use) {
		await this.#read(job, this.#newTrees, () => use);
	}
	async readTrees() {
		const { table, paths, missing } = this.#known;
		if ([...missing].some((id) => table.findHex(id) >= 0)) this.#readAllTrees();
		for (const id of missing) if (table.findHex(id) >= 0) missing.delete(id);
		await this.#read({
			kind: "trees",
			table: table.share()
		}, this.#newTrees, () => {
			const names = /* @__PURE__ */ new Map();
			return (outcome, reader) => {
				if (!names.has(reader)) names.set(reader, []);
				paths.add(outcome, names.get(reader));
				for (const id of outcome.missing) missing.add(id);
				this.#gaps.lose(outcome.lost);
				this.#measure(outcome.sizes);
			};
		});
		this.#newTrees = [];
		this.#packs = void 0;
	}
	/**
	* Reads these objects from packs where we can, and by git. Trees are every shard's, of others only what they point to is
	* of interest. `onRound` is called anew for each round, in which readers know nothing of the one before.
	*/
	async #read(job, objects, onRound) {
		if (objects.length === 0) return;
		const { table } = this.#known;
		const isForeign = (index) => table.typeOf(index) !== require_crew_member.kinds.tree && !this.isOwn(index);
		const own = objects.filter((index) => !isForeign(index));
		const foreign = objects.filter((index) => isForeign(index) && table.typeOf(index) !== require_crew_member.kinds.blob);
		const ours = this.#packs?.plan(own) ?? {
			plans: [],
			left: own
		};
		const theirs = this.#packs?.plan(foreign, true) ?? {
			plans: [],
			left: foreign
		};
		const unread = await this.#crew.read(job, {
			plans: [...ours.plans, ...theirs.plans],
			chunks: [...this.#chunks(ours.left, false), ...this.#chunks(theirs.left, true)]
		}, onRound());
		const ofWhom = (foreigners) => unread.filter((one) => one.foreign === foreigners).map(({ index }) => index);
		const chunks = [...this.#chunks(ofWhom(false), false), ...this.#chunks(ofWhom(true), true)];
		await this.#crew.read(job, { chunks }, onRound());
	}
	#chunks(objects, foreign) {
		return inChunks(objects.toSorted((a, b) => a - b), objectsAtOnce).map((some) => ({
			...chunkOf(this.#known.table, some),
			...foreign && { foreign }
		}));
	}
	/**
	* Reads hits, in the order in which git has them: the one that it reads fastest. Large ones come first, so that no reader
	* waits for the last of them.
	*/
	async readHits(crew, tasks, atOnce, use) {
		if (this.#isBrief) compileLess();
		const { sizes } = this.#known.table;
		const large = ({ index }) => sizes[index] < largeHit ? 0 : sizes[index];
		const inOrder = tasks.toSorted((a, b) => large(b) - large(a) || a.index - b.index);
		await crew.read({ kind: "hits" }, { pile: this.hitChunks(inOrder, atOnce) }, (outcome) => {
			use(outcome);
			this.#gaps.lose(outcome.lost);
		});
	}
	hitChunks(hits, atOnce) {
		return inChunks(hits, atOnce).map((some) => ({
			...chunkOf(this.#known.table, some.map(({ index }) => index)),
			hits: some
		}));
	}
	/** Whether an earlier scan knew all that there is. */
	async isUpToDate() {
		const { trees, others, unknown } = await this.#listing;
		return trees.length + others.length + unknown.length === 0;
	}
	/** Makes hits of these, whatever the gates say. Before trees are read. Whether one was none. */
	markHits(indexes) {
		const { table, remembered } = this.#known;
		let isOld = false;
		let areMore = false;
		for (const index of indexes) {
			areMore ||= !table.isHit(index);
			isOld ||= !table.isHit(index) && index < remembered;
			table.kinds[index] |= 8;
		}
		if (isOld) this.#readAllTrees();
		return areMore;
	}
	#readAllTrees() {
		const { table } = this.#known;
		const trees = [];
		for (let index = 0; index < table.count; index++) if (table.isPresent(index) && table.typeOf(index) === require_crew_member.kinds.tree) trees.push(index);
		this.#newTrees = trees;
		this.#known.paths.forget();
	}
	/** What may hold a candidate, in order of ids. */
	hits() {
		const { table } = this.#known;
		const hits = [];
		for (let index = 0; index < table.count; index++) if (table.isHit(index) && table.isPresent(index) && !this.#known.isLost(index) && this.isOwn(index)) hits.push(index);
		const { ids, idBytes } = table;
		return hits.sort((a, b) => Buffer.compare(ids.subarray(a * idBytes, (a + 1) * idBytes), ids.subarray(b * idBytes, (b + 1) * idBytes)));
	}
	/** What is known of what holds the hits, once all objects were read. */
	async about(refs) {
		const { table, paths, tagTargets } = this.#known;
		const cut = await shallowCommits(this.#store);
		const graph = commitGraph(this.#known.commits, table, (object) => cut.has(table.hex(object)));
		this.#gaps.miss(graph, refs);
		return {
			table,
			graph,
			paths,
			refs,
			tagTargets
		};
	}
	/** @param sizes [object, bytes] of each that was read */
	#measure(sizes) {
		for (let at = 0; at < sizes.length; at += 2) {
			this.#known.table.sizes[sizes[at]] = sizes[at + 1];
			this.#progress.bytes += sizes[at + 1];
		}
		this.#progress.documents += sizes.length / 2;
		this.#onProgress?.(this.#total === void 0 ? this.#progress : {
			...this.#progress,
			total: this.#total
		});
	}
};
// ../cli/dist/sources/history/tree-paths.js
/**
* Which paths lead from a tree to the hits below it. Trees of thousands of commits that hold the same hits under the
* same names share one set, so the work is that of the different sets and not of the trees. Pure.
*/
/** Room for numbers of paths and objects in one key. */
const keyWidth = 2 ** 27;
/** Of one blob in one tree no more paths are followed: a tree may name the same folder over and over. */
const mostPaths = 64;
/** Numbers that may be kept for the next question: 1 MB. */
const mostKept = 1 << 18;
const noRows = {
	entries: /* @__PURE__ */ new Int32Array(0),
	from: 0,
	count: 0
};
/** Entries of every tree that lead on, by the object number of the tree. */
var TreePaths = class {
	#names = [];
	#nameNumbers = /* @__PURE__ */ new Map();
	#rows = /* @__PURE__ */ new Map();
	/** 1 + the set below each tree that was asked for, by its number; 0: not asked for. The empty set is 0. */
	#setsBelow = /* @__PURE__ */ new Int32Array(4096);
	/** The rows of the first tree that has the set. */
	#sets = [noRows];
	#setNumbers = /* @__PURE__ */ new Map();
	#expansions = /* @__PURE__ */ new Map();
	/** How many numbers these hold. */
	#kept = 0;
	/** Of each path: its first name, the path that follows (-1: none) and its blob. */
	#firstNames = [];
	#following = [];
	#blobs = [];
	#pathNumbers = /* @__PURE__ */ new Map();
	#crowded = /* @__PURE__ */ new Map();
	#isHit;
	constructor(isHit) {
		this.#isHit = isHit;
	}
	/** @param localNames numbers of the outcome's names, which go on from outcome to outcome of one reader */
	add({ trees, entries, names }, localNames) {
		for (const name of names) localNames.push(this.#number(name));
		for (let at = 1; at < entries.length; at += 2) entries[at] = localNames[entries[at]];
		let from = 0;
		for (let at = 0; at < trees.length; at += 2) {
			const count = trees[at + 1];
			if (count > 0) this.#rows.set(trees[at], {
				entries,
				from,
				count
			});
			from += 2 * count;
		}
	}
	/** Adds an entry to a tree that was read. To be called before anything is asked. */
	extend(tree, object, name) {
		const { entries, from, count } = this.#rows.get(tree) ?? noRows;
		const own = Int32Array.from([
			...entries.subarray(from, from + 2 * count),
			object,
			this.#number(name)
		]);
		this.#rows.set(tree, {
			entries: own,
			from: 0,
			count: count + 1
		});
	}
	/** Before trees are added again, of which other entries lead to hits than before. */
	forget() {
		this.#setsBelow.fill(0);
		this.#sets.length = 1;
		this.#setNumbers.clear();
		this.#expansions.clear();
		this.#kept = 0;
		this.#crowded.clear();
	}
	/** The number of the set of hits below a tree: equal numbers, equal paths. 0: none. `tree`: the number of an object. */
	setOf(tree) {
		if (!this.#isSetKnown(tree)) depthFirst(tree, (at) => this.#isSetKnown(at), (at, go) => this.#eachSubtree(at, go), (at) => this.#noteSet(at, this.#intern(this.#rows.get(at) ?? noRows)));
		return this.#setsBelow[tree] - 1;
	}
	#isSetKnown(tree) {
		return tree < this.#setsBelow.length && this.#setsBelow[tree] !== 0;
	}
	#noteSet(tree, set) {
		if (tree >= this.#setsBelow.length) {
			const larger = new Int32Array(2 ** Math.ceil(Math.log2(tree + 1)));
			larger.set(this.#setsBelow);
			this.#setsBelow = larger;
		}
		this.#setsBelow[tree] = set + 1;
	}
	/** The path that a number stands for. */
	path(number) {
		const names = [];
		for (let at = number; at >= 0; at = this.#following[at]) names.push(this.#names[this.#firstNames[at]]);
		return {
			path: names.join("/"),
			blob: this.#blobs[number]
		};
	}
	/** Of blobs with more paths in a set than are followed: how many they have in the set where they have most. */
	crowded() {
		return this.#crowded;
	}
	blobOf(number) {
		return this.#blobs[number];
	}
	/**
	* The numbers of the paths in a set, at most 64 of each blob; see `path`. Equal numbers, equal paths and blobs. What is
	* found is kept while there is room: a large set differs in one path from the next, and there may be one for each commit.
	*/
	pathsIn(set) {
		if (this.#kept > mostKept) {
			this.#expansions.clear();
			this.#kept = 0;
		}
		depthFirst(set, (at) => this.#expansions.has(at), (at, go) => this.#membersIn(this.#sets[at]).forEach((below, i) => i % 2 === 0 && below > 0 && go(below)), (at) => this.#expand(at));
		return this.#expansions.get(set).paths;
	}
	/** What of it a later scan needs: the trees above hits, with the entries that lead there. */
	dump() {
		const trees = [];
		const kept = [];
		for (const [tree, { entries, from, count }] of this.#rows) {
			if (this.setOf(tree) === 0) continue;
			const before = kept.length;
			for (let at = from; at < from + 2 * count; at += 2) {
				const object = entries[at];
				if (this.#isHit(object) || this.setOf(object) > 0) kept.push(object, entries[at + 1]);
			}
			trees.push(tree, (kept.length - before) / 2);
		}
		return {
			trees: Int32Array.from(trees),
			entries: Int32Array.from(kept),
			names: this.#names
		};
	}
	/** Trees with hits below, of those that were added. */
	*trees() {
		yield* this.#rows.keys();
	}
	/** The trees that a tree names. */
	subtrees(tree) {
		const trees = [];
		this.#eachSubtree(tree, (below) => trees.push(below));
		return trees;
	}
	#eachSubtree(tree, use) {
		const rows = this.#rows.get(tree);
		if (!rows) return;
		const { entries, from, count } = rows;
		for (let at = from; at < from + 2 * count; at += 2) if (!this.#isHit(entries[at])) use(entries[at]);
	}
	/** The number of the set of a tree with these rows, whose subtrees have theirs. */
	#intern(rows) {
		const members = this.#membersIn(rows);
		if (members.length === 0) return 0;
		const key = keyOf(members);
		let number = this.#setNumbers.get(key);
		if (number === void 0) {
			number = this.#sets.length;
			this.#sets.push(rows);
			this.#setNumbers.set(key, number);
		}
		return number;
	}
	/** [set number or -1 - blob, name] of each member. */
	#membersIn({ entries, from, count }) {
		const members = [];
		for (let at = from; at < from + 2 * count; at += 2) {
			const object = entries[at];
			const below = this.#isHit(object) ? -1 - object : this.#setsBelow[object] - 1;
			if (below !== 0) members.push(below, entries[at + 1]);
		}
		return members;
	}
	#expand(set) {
		const members = this.#membersIn(this.#sets[set]);
		const found = [];
		const counts = /* @__PURE__ */ new Map();
		const overflow = /* @__PURE__ */ new Map();
		const add = (name, following, blob) => {
			const count = counts.get(blob) ?? 0;
			counts.set(blob, count + 1);
			if (count < mostPaths) found.push(this.#pathNumber(name, following, blob));
			else overflow.set(blob, count + 1);
		};
		for (let at = 0; at < members.length; at += 2) {
			const below = members[at];
			const name = members[at + 1];
			if (below < 0) add(name, -1, -1 - below);
			else {
				const inner = this.#expansions.get(below);
				for (const path of inner.paths) add(name, path, this.#blobs[path]);
				for (const [blob, total] of inner.overflow) {
					const count = Math.min(counts.get(blob) + total - mostPaths, Number.MAX_SAFE_INTEGER);
					counts.set(blob, count);
					overflow.set(blob, count);
				}
			}
		}
		for (const [blob, count] of overflow) this.#crowded.set(blob, Math.max(count, this.#crowded.get(blob) ?? 0));
		this.#expansions.set(set, {
			paths: Int32Array.from(found),
			overflow
		});
		this.#kept += found.length + overflow.size;
	}
	#pathNumber(name, following, blob) {
		const key = following < 0 ? -1 - (name * keyWidth + blob) : name * keyWidth + following;
		let number = this.#pathNumbers.get(key);
		if (number === void 0) {
			number = this.#firstNames.length;
			this.#firstNames.push(name);
			this.#following.push(following);
			this.#blobs.push(blob);
			this.#pathNumbers.set(key, number);
		}
		return number;
	}
	#number(name) {
		let number = this.#nameNumbers.get(name);
		if (number === void 0) {
			number = this.#names.length;
			this.#names.push(name);
			this.#nameNumbers.set(name, number);
		}
		return number;
	}
};
/**
* Visits what cannot be finished before all that lies below it, without recursion: a repository may nest folders as deep
* as it likes. Nothing lies below itself, since trees are named by what they hold.
*/
function depthFirst(start, isFinished, below, finish) {
	const stack = [start];
	const go = (child) => {
		if (!isFinished(child)) stack.push(child);
	};
	for (let node = stack.at(-1); node !== void 0; node = stack.at(-1)) {
		const height = stack.length;
		if (!isFinished(node)) below(node, go);
		if (stack.length > height) continue;
		stack.pop();
		if (!isFinished(node)) finish(node);
	}
}
/** Names equal lists alike; a long one, of which there may be one for each commit, in few letters. */
function keyOf(members) {
	if (members.length <= 16) return members.join();
	return (0, node_crypto.createHash)("sha256").update(Int32Array.from(members)).digest("binary");
}
// ../cli/dist/sources/history/known.js
/** What a scan of the history knows so far: of its objects, of commits, trees and hits; from the cache and by reading. */
var Known = class {
	table;
	paths;
	commits;
	/** What each tag points to, by number; -1: not here. */
	tagTargets = /* @__PURE__ */ new Map();
	/** Ids (in hex) of objects that trees name and that are not here. */
	missing;
	/** The same of what commits, tags, refs and indexes name: found anew each time. */
	missingNow = /* @__PURE__ */ new Set();
	/** Objects up to here come from the cache. */
	remembered;
	/** The packs that hold all objects with a `packedBit`; undefined where that is not known. */
	#packs;
	/** Hashes of the paths at which a hit showed nothing. */
	#empty = /* @__PURE__ */ new Map();
	/** Whether there is something that the cache does not hold. */
	#isNews = false;
	#lost = /* @__PURE__ */ new Set();
	#settings;
	#judged = {};
	constructor(idBytes, from) {
		this.table = from ? require_crew_member.ObjectTable.of(idBytes, from) : new require_crew_member.ObjectTable(idBytes);
		this.remembered = from?.count ?? 0;
		this.#packs = from?.packs;
		this.#settings = from?.settings;
		this.#judged = from?.judged ?? {};
		const { table } = this;
		this.paths = new TreePaths((object) => table.isHit(object));
		this.commits = from ? [from.commits] : [];
		this.missing = new Set(from?.missing);
		if (!from) return;
		this.paths.add(from, []);
		for (let at = 0; at < from.tags.length; at += 2) this.tagTargets.set(from.tags[at], from.tags[at + 1]);
		for (const [hit, paths] of Object.entries(from.empty)) this.#empty.set(Number(hit), new Set(paths));
	}
	/** Notes that an object is there: gives its number, or -1 - its number if it was read before. `kind` 0: git cannot tell. */
	list(ids, at, kind) {
		const { table } = this;
		const before = table.count;
		const index = table.add(ids, at, kind);
		const known = table.kinds[index];
		table.kinds[index] = known | kind | 16;
		if (index < before && (known & 7) !== 0) return -1 - index;
		this.#isNews = true;
		return index;
	}
	get packs() {
		return this.#packs;
	}
	/** These packs hold all objects with a `packedBit`. */
	rememberPacks(packs) {
		if (JSON.stringify(packs) === JSON.stringify(this.#packs)) return;
		this.#packs = packs;
		this.#isNews = true;
	}
	/**
	* Notes that all that lies in the packs that are remembered is there. Ids (in hex) of those of which an earlier scan could
	* not tell all there is to know, and which are to be listed like new ones.
	*/
	listPacked() {
		const { table } = this;
		const unknown = [];
		for (let index = 0; index < this.remembered; index++) {
			if ((table.kinds[index] & 64) === 0) continue;
			if ((table.kinds[index] & 7) === 0) unknown.push(table.hex(index));
			else table.kinds[index] |= 16;
		}
		return unknown;
	}
	/** Notes that a remembered object is there, if it is one. */
	see(id) {
		const index = this.table.findHex(id);
		if (index >= 0) this.table.kinds[index] |= 16;
	}
	/** Takes back what was said of remembered objects: which are there, and what lies in packs. */
	unlist() {
		for (let index = 0; index < this.remembered; index++) this.table.kinds[index] &= -81;
	}
	/** Whether objects of an earlier scan are gone: what it knew of the others may build on them. */
	hasLost() {
		for (let index = 0; index < this.remembered; index++) if (!this.table.isPresent(index)) return true;
		return false;
	}
	/** An object that could not be read: the next scan tries again. */
	lose(index) {
		this.#lost.add(index);
	}
	isLost(index) {
		return this.#lost.has(index);
	}
	/** Whether an earlier look at a hit at this path showed nothing. */
	isEmpty(hit, path) {
		return this.#empty.get(hit)?.has(hashOf(path)) ?? false;
	}
	markEmpty(hit, path) {
		const known = this.#empty.get(hit) ?? /* @__PURE__ */ new Set();
		this.#empty.set(hit, known);
		if (known.size === known.add(hashOf(path)).size) return;
		this.#isNews = true;
	}
	/** Of the files that are judged for their settings there (see settingPlace) those with which a scan is not done; undefined: not known. */
	openSettings(place) {
		return this.#settings?.tips === hashOf(place) ? this.#settings.files : void 0;
	}
	rememberSettings(place, files) {
		const settings = {
			tips: hashOf(place),
			files
		};
		if (JSON.stringify(settings) === JSON.stringify(this.#settings)) return;
		this.#settings = settings;
		this.#isNews = true;
	}
	/** Hits that showed something, with all paths that they were judged at: the next scan will judge them anew. */
	noteJudged(judged) {
		if (JSON.stringify(judged) === JSON.stringify(this.#judged)) return;
		this.#judged = judged;
		this.#isNews = true;
	}
	/** The same of an earlier scan. */
	get judged() {
		return new Map(Object.entries(this.#judged).map(([hit, paths]) => [Number(hit), paths]));
	}
	/** What the next scan may rely on, or undefined where that would be no news. */
	remember() {
		const { table } = this;
		if (!this.#isNews) return void 0;
		const kept = table.kinds.slice(0, table.count);
		for (let index = 0; index < table.count; index++) kept[index] &= this.isLost(index) ? 64 : -17;
		for (const [tag, target] of this.tagTargets) if (target < 0) kept[tag] &= 64;
		return {
			...this.#packs && { packs: this.#packs },
			...this.#settings && { settings: this.#settings },
			judged: this.#judged,
			count: table.count,
			ids: table.ids.subarray(0, table.count * table.idBytes),
			kinds: kept,
			sizes: table.sizes.subarray(0, table.count),
			commits: {
				numbers: Float64Array.from(this.commits.flatMap(({ numbers }) => [...numbers])),
				ids: Buffer.concat(this.commits.map(({ ids }) => ids))
			},
			tags: Int32Array.from([...this.tagTargets].flat()),
			...this.paths.dump(),
			empty: Object.fromEntries([...this.#empty].map(([hit, paths]) => [hit, [...paths].sort()])),
			missing: [...this.missing].sort()
		};
	}
	/** Objects that were read, by type and size; `isOwn` leaves out those of other shards. */
	tally(isOwn) {
		const { table } = this;
		const sums = {
			objects: 0,
			read: 0,
			blobs: 0,
			bytes: 0,
			cached: 0
		};
		for (let index = 0; index < table.count; index++) {
			if (!table.isPresent(index) || !isOwn(index)) continue;
			sums.objects++;
			if (this.isLost(index)) continue;
			sums.read++;
			sums.bytes += table.sizes[index];
			if (table.typeOf(index) === require_crew_member.kinds["blob"]) sums.blobs++;
			if (index < this.remembered) sums.cached++;
		}
		return sums;
	}
};
const hashOf = (text) => (0, node_crypto.createHash)("sha256").update(text).digest("hex").slice(0, 16);
exports.Crew = Crew;
exports.HistoryGaps = HistoryGaps;
exports.HistoryReading = HistoryReading;
exports.Known = Known;
exports.holdersOf = holdersOf;
exports.placesOf = placesOf;
exports.readRefs = readRefs;
