/** A worker thread of a scan: does what the thread that started it sends, until it is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CrewData, Order } from './sources/history/crew-member.ts';
import type { ReadSettings, Task } from './sources/read.ts';

const data = workerData as ReadSettings | CrewData;
const port = parentPort!;
// Messages wait until somebody listens. What fails here ends the thread, which whoever started it hears of.
void ('kind' in data ? serveHistory(data) : serveFiles(data));

async function serveHistory({ store, forHits }: CrewData): Promise<void> {
  const { CrewMember, loadHits } = await import('./sources/history/crew-member.ts');
  if (forHits) await loadHits();
  const member = new CrewMember(store, (answer) => port.postMessage(answer));
  port.on('message', (order: Order | 'stop') => (order === 'stop' ? member.stop() : member.obey(order)));
}

async function serveFiles(settings: ReadSettings): Promise<void> {
  const { Reader } = await import('./sources/read.ts');
  const reader = new Reader(settings);
  port.on('message', (task: Task) => port.postMessage(reader.read(task)));
}
