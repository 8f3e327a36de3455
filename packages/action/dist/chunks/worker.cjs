"use strict";
let node_worker_threads = require("node:worker_threads");
// ../cli/dist/worker.js
/** A worker thread of a scan: does what the thread that started it sends, until it is ended. */
const data = node_worker_threads.workerData;
const port = node_worker_threads.parentPort;
"kind" in data ? serveHistory(data) : serveFiles(data);
async function serveHistory({ store, forHits }) {
	const { CrewMember, loadHits } = await Promise.resolve().then(() => require("./crew-member.cjs")).then((n) => n.crew_member_exports);
	if (forHits) await loadHits();
	const member = new CrewMember(store, (answer) => port.postMessage(answer));
	port.on("message", (order) => order === "stop" ? member.stop() : member.obey(order));
}
async function serveFiles(settings) {
	const { Reader } = await Promise.resolve().then(() => require("./read.cjs"));
	const reader = new Reader(settings);
	port.on("message", (task) => port.postMessage(reader.read(task)));
}
