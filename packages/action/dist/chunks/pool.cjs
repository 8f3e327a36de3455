"use strict";
const require_first = require("./first.cjs");
const require_read = require("./read.cjs");
let node_worker_threads = require("node:worker_threads");
let node_timers_promises = require("node:timers/promises");
// ../cli/dist/sources/pool.js
/**
* Shares out batches of files: to this thread while they are few, to worker threads once they are many. The outcomes
* come in any order; whoever needs an order sorts.
*/
/**
* With fewer files than this, one thread does it all. A second one takes 100 ms to load, which is what 4,000 files
* take: see bench/README.md.
*/
const manyFiles = 4e3;
/** Batches in each helper's hands, so that it need not wait for this thread. */
const inHand = 3;
/** With more files than this waiting to be observed, the helpers observe too: about what half a second observes. */
const manyHits = 1e3;
/**
* `jobs` threads read, this one included. Helpers open files and apply the gates; what passes is observed here, as
* long as this thread keeps up: the engine takes half a second to warm up, in every thread anew. `done` is called with
* each batch's outcome, in this thread.
*/
function createPool(jobs, settings, done, threads) {
	const helpers = /* @__PURE__ */ new Set();
	const reader = new require_read.Reader(settings);
	const hits = [];
	let waiting = 0;
	const large = [];
	let files = 0;
	let started = threads === void 0 || jobs < 2;
	let wake = () => {};
	const settle = (batch, outcome) => {
		for (const name of outcome.large) large.push({
			...batch,
			names: [name]
		});
		if (outcome.hits.length > 0) {
			hits.push({
				...batch,
				names: outcome.hits
			});
			waiting += outcome.hits.length;
		}
		done(batch.root, outcome);
		wake();
	};
	const readHere = async (batch) => {
		settle(batch, reader.read(taskOf(batch, false)));
		await (0, node_timers_promises.setImmediate)();
	};
	const nextHits = () => {
		const batch = hits.shift();
		waiting -= batch?.names.length ?? 0;
		return batch;
	};
	const start = ({ entry, execArgv = [] }) => {
		started = true;
		for (let i = 1; i < jobs; i++) {
			const worker = new node_worker_threads.Worker(entry, {
				workerData: settings,
				execArgv: [...execArgv],
				name: `reader ${i}`
			});
			const helper = {
				worker,
				batches: []
			};
			helpers.add(helper);
			worker.on("message", (outcome) => {
				const batch = helper.batches.shift();
				if (batch !== void 0) settle(batch, outcome);
			});
			worker.on("error", (error) => {
				helpers.delete(helper);
				const [failed, ...untouched] = helper.batches;
				if (failed !== void 0) settle(failed, lost(failed, error.code ?? error.name));
				for (const batch of untouched) settle(batch, reader.read(taskOf(batch, false)));
			});
		}
	};
	/** Gives the batch to the helper with the least in hand, unless all have enough. */
	const giveAway = (batch, enough, gatesOnly) => {
		let idlest;
		for (const helper of helpers) if (helper.batches.length < (idlest?.batches.length ?? enough)) idlest = helper;
		idlest?.batches.push(batch);
		idlest?.worker.postMessage(taskOf(batch, gatesOnly));
		return idlest !== void 0;
	};
	const isBusy = () => [...helpers].some(({ batches }) => batches.length > 0);
	const change = () => new Promise((resolve) => wake = resolve);
	return {
		async take(batch) {
			files += batch.names.length;
			if (!started && threads !== void 0 && files > (threads.from ?? manyFiles)) start(threads);
			while (!giveAway(batch, inHand, waiting <= manyHits)) {
				const own = nextHits();
				await readHere(own ?? batch);
				if (own === void 0) return;
			}
		},
		async finish() {
			if (!started && threads !== void 0 && large.length > 1) start(threads);
			for (;;) {
				while (large.length > 0 && giveAway(large.at(-1), 1, false)) large.pop();
				while (waiting > manyHits && giveAway(hits.at(-1), 1, false)) waiting -= hits.pop().names.length;
				const own = nextHits() ?? (helpers.size === 0 ? large.pop() : void 0);
				if (own !== void 0) await readHere(own);
				else if (isBusy()) await change();
				else if (large.length === 0) break;
			}
			await Promise.all([...helpers].map(({ worker }) => worker.terminate()));
		}
	};
}
const taskOf = ({ root, names, tracked }, gatesOnly) => ({
	dir: root.dir,
	names,
	tracked,
	gatesOnly
});
function lost(batch, reason) {
	return {
		observations: [],
		gaps: batch.names.map((name) => ({
			skip: {
				path: require_first.shownName(name),
				why: "unreadable",
				detail: `its reader ended: ${reason}`
			},
			harmless: false
		})),
		large: [],
		hits: [],
		documents: 0,
		bytes: 0
	};
}
exports.createPool = createPool;
