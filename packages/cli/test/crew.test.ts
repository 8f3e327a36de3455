/** Readers in threads of their own that fail: whoever waits for them hears of it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { Database } from '../src/git/database.ts';
import { Crew } from '../src/sources/history/crew.ts';
import { stage } from './scan-stage.ts';

const crews: Crew[] = [];
afterEach(async () => {
  for (const crew of crews.splice(0)) await crew.dismiss();
});

/** Two readers, of which the other runs this. */
function crewOf(code: string): Crew {
  const top = stage({});
  writeFileSync(join(top, 'reader.mjs'), `import { parentPort } from 'node:worker_threads';\n${code}\n`);
  const store = { dir: top, commonDir: top, leads: {}, idBytes: 20 } as Partial<Database> as Database;
  const crew = new Crew(store, { entry: pathToFileURL(join(top, 'reader.mjs')) });
  crews.push(crew);
  crew.gather(2);
  return crew;
}

describe('a reader that ends', () => {
  const plans = { pile: [{ indexes: new Int32Array(0), ids: new Uint8Array(0) }] };

  test('while it opens packs', async () => {
    const crew = crewOf(`parentPort.on('message', () => { throw new RangeError('no room'); });`);
    expect(await crew.openPacks()).toBeUndefined();
    await expect(crew.read({ kind: 'objects' }, plans, () => {})).rejects.toThrow('A reader ended');
  });

  test('before it was told anything', async () => {
    const crew = crewOf(`throw new RangeError('no room');`);
    expect(await crew.openPacks()).toBeUndefined();
    await expect(crew.read({ kind: 'objects' }, plans, () => {})).rejects.toThrow('A reader ended');
  });

  test('is forgotten with its crew', async () => {
    const crew = crewOf(`throw new RangeError('no room');`);
    await crew.openPacks();
    await crew.dismiss();
    expect(await crew.read({ kind: 'objects' }, {}, () => {})).toEqual([]);
  });

  test('without a word', async () => {
    const crew = crewOf(`parentPort.on('message', () => process.exit(0));`);
    await expect(crew.read({ kind: 'objects' }, plans, () => {})).rejects.toThrow('A reader ended');
  });

  test('since it is dismissed: whoever waits for it hears of that', async () => {
    const crew = crewOf(`parentPort.on('message', () => {});`);
    const told = expect(crew.read({ kind: 'objects' }, plans, () => {})).rejects.toThrow('dismissed');
    await crew.dismiss();
    await told;
  });
});

describe('a reader in this thread', () => {
  test('that is dismissed while it loads asks nothing of git', async () => {
    const top = stage({ 'a.txt': 'a' });
    const store = { dir: top, commonDir: top, leads: {}, idBytes: 20 } as Partial<Database> as Database;
    const crew = new Crew(store, undefined);
    crews.push(crew);
    const answers: unknown[] = [];
    const pile = [{ indexes: Int32Array.of(0), ids: new Uint8Array(20), hits: [{ index: 0, id: '', paths: [''] }] }];
    const reading = crew.read({ kind: 'hits' }, { pile }, (outcome) => answers.push(outcome));
    const told = expect(reading).rejects.toThrow('dismissed');
    await crew.dismiss();
    await told;
    // Until what it was loading is there.
    await import('../src/sources/history/read-hits.ts');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answers).toEqual([]);
  });
});
