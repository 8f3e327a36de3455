/** Repositories that are broken, strange or out to harm, for tests of the history scan. Each helper makes one. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { gitIn, looseFile, secretLine, valueOf } from './history-stage.ts';
import { put, stage } from './scan-stage.ts';

/** The values of `leaky`, by name. */
export const leakyPlaces = ['hostile-deleted', 'hostile-kept', 'hostile-message', 'hostile-tag'] as const;

export interface Leaky {
  readonly top: string;
  /** Commits of main, the first one first: with the value that is deleted, with the one that is kept, without either. */
  readonly commits: readonly string[];
}

/** A small repository with four values, all loose and all reachable: deleted, at HEAD, in a message, in a tag. */
export function leaky(top = stage(), ...flags: readonly string[]): Leaky {
  const git = (day: number, ...args: string[]): string => gitIn(top, args, { day });
  git(0, 'init', '-q', '-b', 'main', ...flags);
  git(0, 'config', 'gc.auto', '0');
  const commit = (day: number, files: Readonly<Record<string, string>>, message: string): string => {
    put(top, files);
    git(day, 'add', '-A');
    git(day, 'commit', '-q', '-m', message);
    return git(day, 'rev-parse', 'HEAD');
  };
  const commits = [
    commit(1, { 'deleted.cfg': secretLine('hostile-deleted'), '.gitattributes': '* filter=x diff=x\n' }, 'first'),
    commit(
      2,
      { 'src/kept.cfg': secretLine('hostile-kept'), 'src/more.txt': 'more\n' },
      `second\n\n${secretLine('hostile-message')}`,
    ),
  ];
  rmSync(join(top, 'deleted.cfg'));
  commits.push(commit(3, {}, 'third'));
  git(3, 'tag', '-a', 'v1', '-m', `Version 1\n\n${secretLine('hostile-tag')}`);
  return { top, commits };
}

/** The id of what a revision or `commit:path` names. */
export const idOf = (top: string, revision: string): string => gitIn(top, ['rev-parse', revision]);

/** A command that leaves a mark when it runs, and ends. */
export function trap(): { readonly command: string; readonly sprung: () => boolean } {
  const folder = stage();
  const command = join(folder, 'trap');
  const mark = join(folder, 'mark');
  writeFileSync(command, `#!/bin/sh\ntouch '${mark}'\n`);
  chmodSync(command, 0o755);
  return { command, sprung: () => existsSync(mark) };
}

// ---------------------------------------------------------------------------------------------------------------
// Objects that git would not write, or not so fast

/** Writes a loose object of a SHA-1 repository without asking git, and gives its id. */
export function writeLoose(top: string, type: string, content: Uint8Array): string {
  const whole = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const id = createHash('sha1').update(whole).digest('hex');
  put(top, { [`.git/${looseFile(id)}`]: deflateSync(whole, { level: 1 }) });
  return id;
}

/** One entry of a tree, as git stores it. */
export const treeEntry = (mode: string, name: string, id: string): Buffer =>
  Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);

/** A commit of a tree under a branch; the header's lines and the message as they are given. */
export function commitTree(
  top: string,
  tree: string,
  branch: string,
  more: { author?: Buffer | string; message?: Buffer | string } = {},
): string {
  const author = more.author ?? 'A <a@example.org> 1704069000 +0000';
  const id = writeLoose(
    top,
    'commit',
    Buffer.concat([
      ...[
        `tree ${tree}\nauthor `,
        author,
        '\ncommitter C <c@example.org> 1704069000 +0000\n\n',
        more.message ?? 'x\n',
      ].map((part) => Buffer.from(part as Uint8Array)),
    ]),
  );
  gitIn(top, ['update-ref', `refs/heads/${branch}`, id]);
  return id;
}

/** A folder in a folder in a folder …, with a file at the bottom. Gives the id of the top tree. */
export function nested(top: string, depth: number, name: string, blob: string): string {
  let id = writeLoose(top, 'tree', treeEntry('100644', name, blob));
  for (let i = 0; i < depth; i++) id = writeLoose(top, 'tree', treeEntry('40000', 'd', id));
  return id;
}

/** `levels` trees, each with `width` entries that are all the next one: width to the power of levels paths, few objects. */
export function bomb(top: string, levels: number, width: number, blob: string): string {
  const names = Array.from({ length: width }, (_, index) => `f${index}`);
  let id = writeLoose(top, 'tree', Buffer.concat(names.map((name) => treeEntry('100644', name, blob))));
  for (let level = 1; level < levels; level++) {
    const below = id;
    id = writeLoose(top, 'tree', Buffer.concat(names.map((name) => treeEntry('40000', name, below))));
  }
  return id;
}

/** Some thousands of small objects in one pack, a value in every hundredth; gives the names of the values. */
export function manyObjects(top: string, commits: number): string[] {
  gitIn(top, ['init', '-q', '-b', 'main']);
  const stream: string[] = [];
  const names: string[] = [];
  for (let i = 1; i <= commits; i++) {
    const name = `crowd-${i}`;
    const text = i % 100 === 0 ? secretLine(name) : `an ordinary file, number ${i}\n`.repeat(20);
    if (i % 100 === 0) names.push(name);
    stream.push(
      `commit refs/heads/main\ncommitter C <c@example.org> ${1_704_069_000 + i} +0000\ndata 2\nx\n`,
      `M 100644 inline d${i % 7}/f${i % 400}.cfg\ndata ${text.length}\n${text}\n`,
    );
  }
  gitIn(top, ['fast-import', '--quiet'], { input: stream.join('') });
  return names;
}

// ---------------------------------------------------------------------------------------------------------------
// Damage

export const deleteObject = (top: string, id: string): void => rmSync(join(top, '.git', looseFile(id)));

/** Replaces the file of a loose object by what `damage` makes of it. */
export function damageObject(top: string, id: string, damage: (bytes: Buffer) => Uint8Array): void {
  const file = join(top, '.git', looseFile(id));
  const bytes = readFileSync(file);
  chmodSync(file, 0o644);
  writeFileSync(file, damage(bytes));
}

/** Packs all that is reachable, and gives the pack's file and its index. */
export function packAll(top: string): { readonly pack: string; readonly index: string } {
  gitIn(top, ['repack', '-q', '-a', '-d']);
  const folder = join(top, '.git/objects/pack');
  const pack = readdirSync(folder).find((name) => name.endsWith('.pack'))!;
  return { pack: join(folder, pack), index: join(folder, pack.replace(/\.pack$/, '.idx')) };
}

/** Where an object's bytes begin in a pack. */
export function offsetInPack(top: string, index: string, id: string): number {
  const bytes = readFileSync(index);
  const lines = gitIn(top, ['show-index'], { input: bytes }).split('\n');
  return Number(lines.find((entry) => entry.includes(id))!.split(' ')[0]);
}

/** Overwrites bytes of a file that git has made read-only. */
export function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const content = readFileSync(file);
  content.set(bytes, at);
  chmodSync(file, 0o644);
  writeFileSync(file, content);
}

/** Moves the objects that a store has into another one, file by file. */
export function moveObjects(from: string, to: string): void {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((one) =>
    /^[0-9a-f]{2}\//.test(one),
  )) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    copyFileSync(join(from, name), join(to, name));
    rmSync(join(from, name));
  }
}

/** The eight-character pieces of values, beyond the four that a mask shows, that a text holds; told by place, not by value. */
export function piecesIn(printed: string, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = valueOf(name);
    const at = Array.from({ length: value.length - 7 }, (_, start) => start).find((start) =>
      printed.includes(value.slice(start, start + 8)),
    );
    return at === undefined ? [] : [`${name} from ${at}`];
  });
}
