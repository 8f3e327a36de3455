/** A worker thread of a scan: reads the batches that pool.ts sends and answers each with its outcome. */
import { parentPort, workerData } from 'node:worker_threads';
import { Reader, type ReadSettings, type Task } from './sources/read.ts';

const reader = new Reader(workerData as ReadSettings);
parentPort?.on('message', (task: Task) => parentPort?.postMessage(reader.read(task)));
