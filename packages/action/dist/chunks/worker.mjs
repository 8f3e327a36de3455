import { parentPort, workerData } from "node:worker_threads";
// ../cli/dist/worker.js
/** A worker thread of a scan: does what the thread that started it sends, until it is ended. */
const data = workerData;
const port = parentPort;
if ("kind" in data) {
	const { CrewMember } = await import("./crew-member2.mjs");
	const member = new CrewMember(data.store, (answer) => port.postMessage(answer));
	port.on("message", (order) => order === "stop" ? member.stop() : member.obey(order));
} else {
	const { Reader } = await import("./read.mjs");
	const reader = new Reader(data);
	port.on("message", (task) => port.postMessage(reader.read(task)));
}
export {};
