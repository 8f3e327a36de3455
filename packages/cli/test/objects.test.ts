/** Objects out of git's store: in the order of the questions, whatever was asked ahead, and whatever becomes of git. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ObjectReader, objectsIn, type StoredObject } from '../src/git/objects.ts';
import { openStore, type Store } from '../src/git/store.ts';
import { askRange } from '../src/sources/range-git.ts';
import { git, repository, stage } from './scan-stage.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const names = ['a', 'b', 'c', 'd'];
const at = (...files: readonly string[]): string[] => files.map((name) => `HEAD:${name}.txt`);

function store(): Store {
  return openStore(repository(Object.fromEntries(names.map((name) => [`${name}.txt`, `this is ${name}\n`]))));
}

const shown = (object: StoredObject): string =>
  object.kind === 'object' ? object.bytes.toString('utf8').trim() : `${object.kind} ${object.asked}`;

async function read(objects: ObjectReader, asked: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for await (const object of objects.read(asked)) all.push(shown(object));
  return all;
}

/** A git whose first `cat-file` dies of the object at `fatal`, as one before 2.45 does in a partial clone. */
function diesOf(fatal: string): void {
  const folder = stage();
  const real = (process.env['PATH'] ?? '').split(delimiter).find((one) => existsSync(join(one, 'git')));
  const script = [
    '#!/bin/sh',
    `case "$*" in *"cat-file --batch") ;; *) exec '${real}/git' "$@" ;; esac`,
    `[ -e '${folder}/died' ] && exec '${real}/git' "$@"`,
    'while read -r name; do',
    `  if [ "$name" = '${fatal}' ]; then touch '${folder}/died'; echo 'fatal: could not fetch it' >&2; exit 128; fi`,
    `  echo "$name" | '${real}/git' "$@"`,
    'done',
    '',
  ];
  writeFileSync(join(folder, 'git'), script.join('\n'));
  chmodSync(join(folder, 'git'), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
}

describe('what was asked ahead', () => {
  test('is read in its order, reading by reading', async () => {
    const objects = new ObjectReader(store());
    objects.ahead(at('a'));
    objects.ahead(at('b', 'c'));
    objects.ahead([]);
    expect(await read(objects, at('a'))).toEqual(['this is a']);
    expect(await read(objects, [])).toEqual([]);
    expect(await read(objects, at('b', 'c'))).toEqual(['this is b', 'this is c']);
    expect(await read(objects, at('d', 'none'))).toEqual(['this is d', 'missing HEAD:none.txt']);
    objects.close();
  });

  test('does not get in the way of another reading', async () => {
    const objects = new ObjectReader(store());
    objects.ahead(at('a'));
    objects.ahead(at('b', 'c'));
    expect(await read(objects, at('d'))).toEqual(['this is d']);
    expect(await read(objects, at('a'))).toEqual(['this is a']);
    expect(await read(objects, at('b', 'c'))).toEqual(['this is b', 'this is c']);
    objects.close();
  });

  test('may be asked for while something else is read', async () => {
    const objects = new ObjectReader(store());
    const reading = objects.read(at('a', 'b'));
    const first = await reading.next();
    objects.ahead(at('c'));
    expect(shown(first.value as StoredObject)).toBe('this is a');
    expect(shown((await reading.next()).value as StoredObject)).toBe('this is b');
    expect((await reading.next()).done).toBe(true);
    expect(await read(objects, at('c'))).toEqual(['this is c']);
    objects.close();
  });

  test('is asked for once more where git dies before it', async () => {
    const from = store();
    diesOf('HEAD:b.txt');
    const objects = new ObjectReader(from);
    const reading = objects.read(at('a', 'b', 'c'));
    expect(shown((await reading.next()).value as StoredObject)).toBe('this is a');
    objects.ahead(at('d'));
    const dead = reading.next();
    // Between the death and the git behind it.
    objects.ahead(at('a', 'd'));
    expect(shown((await dead).value as StoredObject)).toBe('missing HEAD:b.txt');
    objects.ahead(at('b'));
    expect(shown((await reading.next()).value as StoredObject)).toBe('this is c');
    expect((await reading.next()).done).toBe(true);
    expect(await read(objects, at('d'))).toEqual(['this is d']);
    expect(await read(objects, at('b'))).toEqual(['this is b']);
    objects.close();
  });
});

test('a reader that was closed says nothing and starts no git', async () => {
  const objects = new ObjectReader(store(), false);
  objects.close();
  vi.stubEnv('PATH', '');
  objects.ahead(at('a'));
  expect(await read(objects, at('a', 'b'))).toEqual([]);
});

test('small ones come all at once, and their bytes stay', async () => {
  const from = store();
  const id = git(from.dir, 'rev-parse', 'HEAD').trim();
  const [commit, ...others] = await objectsIn(from, [id, ...at('a', 'none', 'b')]);
  expect(commit).toMatchObject({ kind: 'object', type: 'commit', id });
  expect(others.map(shown)).toEqual(['this is a', 'missing HEAD:none.txt', 'this is b']);
  vi.stubEnv('PATH', '');
  await expect(objectsIn(from, at('a'))).rejects.toThrow(/no git program/);
});

describe('a git that could not be started', () => {
  // In a process group of its own: what must not happen is that all of ours is ended.
  const program = (body: string): string => `
    import { ObjectReader } from '${new URL('../dist/git/objects.js', import.meta.url).href}';
    import { askRange } from '${new URL('../dist/sources/range-git.js', import.meta.url).href}';
    const store = { dir: '/', gitFolder: '/', leads: {} };
    ${body}
    setTimeout(() => console.log('alive'), 200);
  `;

  test.each([
    ['a reader', 'new ObjectReader(store).close();'],
    ['a range', "askRange(store, { kind: 'range', revisions: ['HEAD'] }).close();"],
  ])('takes nobody along when it is closed at once: %s', async (_, body) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program(body)], {
      env: { PATH: '/nowhere' },
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (text: Buffer) => (said += text.toString()));
    const end = await new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
    expect([end, said]).toEqual([0, 'alive\n']);
  });
});

test('what a range asked for ends with it', async () => {
  const folder = stage();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho $$ >> '${folder}/pids'\nexec sleep 600\n`);
  chmodSync(join(folder, 'git'), 0o755);
  const from = store();
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  const range = askRange(from, { kind: 'range', revisions: ['HEAD'] });
  const pids = (): string[] =>
    existsSync(join(folder, 'pids')) ? readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n') : [];
  await vi.waitFor(() => expect(pids()).toHaveLength(2), 5000);
  range.close();
  await expect(range.commits).rejects.toThrow();
  expect((await range.first.catch(() => undefined))?.done ?? true).toBe(true);
  await vi.waitFor(() => {
    for (const pid of pids()) expect(() => process.kill(Number(pid), 0)).toThrow(/ESRCH/);
  }, 5000);
  expect(pids()).toHaveLength(2);
});
