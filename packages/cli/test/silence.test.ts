/** A git that hangs is ended and told; one that waits for a slow reader is not taken for it. */
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { setTimeout as realTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { gitRecords } from '../src/git/hardened.ts';
import { repositoryName } from '../src/git/repository.ts';
import { gitIn, scanHistory, secretLine } from './history-stage.ts';
import { list, repository, stage } from './scan-stage.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const fakeClock = (): void => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

/** A git that answers as ever, but hangs for one question. Tells whether it has been asked. */
function hangs(question: string): () => boolean {
  const folder = stage();
  const mark = join(folder, 'asked');
  const real = (process.env['PATH'] ?? '').split(delimiter).find((one) => existsSync(join(one, 'git')));
  writeFileSync(
    join(folder, 'git'),
    `#!/bin/sh\ncase "$*" in *"${question}"*) touch '${mark}'; exec sleep 600;; esac\nexec '${real}/git' "$@"\n`,
  );
  chmodSync(join(folder, 'git'), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  return () => existsSync(mark);
}

/** Seven minutes, once the question has been asked and everybody else had time to answer. */
async function sevenMinutes(isAsked: () => boolean): Promise<void> {
  while (!isAsked()) await realTimeout(20);
  await realTimeout(1000);
  vi.advanceTimersByTime(420_000);
}

describe('a git that hangs', () => {
  test('while it lists files', async () => {
    const top = repository();
    const isAsked = hangs('ls-files');
    fakeClock();
    const listed = expect(list(top)).rejects.toThrow(/no answer for five minutes/);
    await sevenMinutes(isAsked);
    await listed;
  });

  test.each(['--batch-all-objects', 'for-each-ref', 'cat-file --batch --buffer', 'rev-list --objects'])(
    'while a history is scanned: %s',
    async (question) => {
      const top = repository();
      const isAsked = hangs(question);
      fakeClock();
      const scanned = expect(scanHistory(top)).rejects.toThrow(/no answer for five minutes/);
      await sevenMinutes(isAsked);
      await scanned;
    },
  );

  test('while it is asked for the name of the repository, which then is that of the folder', async () => {
    const top = repository();
    gitIn(top, ['remote', 'add', 'origin', 'https://example.com/o/r.git']);
    const isAsked = hangs('--get remote.origin.url');
    fakeClock();
    const named = repositoryName(top);
    await sevenMinutes(isAsked);
    // simple-git waits a little for what an ended git had still to say.
    await realTimeout(1000);
    vi.advanceTimersByTime(10_000);
    expect(await named).toBe(basename(top));
  });

  test('over an index: what is staged may be in it', async () => {
    const top = repository({ 'a.ini': secretLine('silent') });
    const isAsked = hangs('ls-files');
    fakeClock();
    const scanned = scanHistory(top);
    await sevenMinutes(isAsked);
    const { complete, findings, skipped } = await scanned;
    expect([complete, findings.length]).toEqual([false, 1]);
    expect(skipped[0]?.detail).toMatch(/an index.*no answer for five minutes/);
  });
});

test('whoever takes long over what git says does not make it look hung', async () => {
  const top = repository();
  const count = 1_000_000;
  const blob = gitIn(top, ['hash-object', '-w', '--stdin'], { input: 'record\0'.repeat(count) });
  fakeClock();
  let records = 0;
  for await (const some of gitRecords(top, ['cat-file', 'blob', blob])) {
    records += some.length;
    vi.advanceTimersByTime(60_000);
    // A thread that is busy meets its timers before what git wrote meanwhile.
    await new Promise(setImmediate);
  }
  expect(records).toBe(count);
});
