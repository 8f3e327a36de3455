/** A worker thread of a scan: does what the thread that started it sends, until it is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CrewData, Order } from './sources/history/crew-member.ts';
import type { ReadSettings, Task } from './sources/read.ts';

const data = workerData as ReadSettings | CrewData;
const port = parentPort!;
if ('kind' in data) {
  const { CrewMember } = await import('./sources/history/crew-member.ts');
  const member = new CrewMember(data.store, (answer) => port.postMessage(answer));
  port.on('message', (order: Order | 'stop') => (order === 'stop' ? member.stop() : member.obey(order)));
} else {
  const { Reader } = await import('./sources/read.ts');
  const reader = new Reader(data);
  port.on('message', (task: Task) => port.postMessage(reader.read(task)));
}
