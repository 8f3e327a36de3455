/** However a program ends, its process says so: no silence passes for success. */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const home = pathToFileURL(join(import.meta.dirname, '../dist/own-process.js')).href;

function end(program: string): { status: number | null; stdout: string; stderr: string } {
  const code = `import { ownProcess } from '${home}'; void ownProcess(${program});`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 2 ** 26,
  });
}

test('with the code that the program gives, whatever it left waiting', () => {
  expect(end('async () => 1')).toMatchObject({ status: 1, stderr: '' });
  expect(end('async () => { setInterval(() => {}, 1e9); return 0; }')).toMatchObject({ status: 0, stderr: '' });
});

test('with 2 where it waits for what never comes', () => {
  const ended = end('() => new Promise(() => {})');
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain('ended before it was done');
});

test('with 2 and a report where something is thrown past it', () => {
  const thrown = end('async () => { setTimeout(() => { throw new Error("odd"); }); return new Promise(() => {}); }');
  expect(thrown).toMatchObject({ status: 2 });
  // What was thrown may hold a piece of a file.
  expect(thrown.stderr).toContain('failed by its own fault');
  expect(thrown.stderr).not.toContain('odd');
  expect(end('async () => { throw new Error("odd"); }')).toMatchObject({ status: 2 });
});

test('after all was written', () => {
  const long = end('async () => { process.stdout.write("x".repeat(3_000_000)); return 0; }');
  expect([long.status, long.stdout.length]).toEqual([0, 3_000_000]);
});
