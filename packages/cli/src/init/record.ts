/** What init wrote into this clone, kept beside git's own files, so that it can be taken back. Not committed. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isInside } from '../sources/names.ts';
import { UserError } from '../user-error.ts';
import type { Done } from './edit.ts';
import type { Facts } from './facts.ts';

const fileOf = ({ commonFolder }: Facts): string => join(commonFolder, 'bnguard-init.json');

/** In the order in which it was written. Throws a UserError where the record is damaged. */
export function recorded(facts: Facts): Done[] {
  let text: string;
  try {
    text = readFileSync(fileOf(facts), 'utf8');
  } catch {
    return [];
  }
  try {
    const { done } = JSON.parse(text) as { done: Done[] };
    // The folder may be somebody's who handed it over: nothing outside is touched.
    const isOurs = (path: unknown): boolean =>
      typeof path === 'string' && (isInside(path, facts.top) || isInside(path, facts.commonFolder));
    if (done.every((one) => isOurs(one.path) && (one.kind === 'write' || isOurs(one.to)))) return done;
  } catch {
    // Told below.
  }
  throw new UserError(
    `${fileOf(facts)} is damaged, so nothing was taken back. git diff shows what is committed; hooks stand in ${facts.hooksFolder}.`,
  );
}

/** Adds to the record: of a file that was written twice the first state counts. */
export function record(facts: Facts, more: readonly Done[]): void {
  const done = recorded(facts);
  for (const one of more) {
    const known = done.findIndex((other) => other.kind === 'write' && other.path === one.path);
    const first = done[known];
    if (one.kind === 'write' && first?.kind === 'write') done[known] = { ...one, before: first.before };
    else done.push(one);
  }
  write(facts, done);
}

export function write(facts: Facts, done: readonly Done[]): void {
  const path = fileOf(facts);
  if (done.length === 0) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ done }, null, 2)}\n`);
}
