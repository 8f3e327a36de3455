/** Git repositories for tests, made at once from a list of commits: a process for each would take most of the time. */
import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';

export interface MadeCommit {
  readonly name: string;
  /** Names of earlier ones; absent: the one before; empty: none. */
  readonly parents?: readonly string[];
  /** undefined: the file goes. */
  readonly files?: Readonly<Record<string, string | Uint8Array | undefined>>;
  readonly message?: string;
}

/** Ids by name. */
export type Ids = Readonly<Record<string, string>>;

/** Runs git in a folder with no configuration but the repository's. */
export function git(folder: string, ...args: string[]): string {
  return gitWith(folder, args);
}

function gitWith(folder: string, args: readonly string[], input?: Uint8Array): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  const own = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull };
  return execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@x', ...args], {
    ...{ cwd: folder, env: { ...env, ...own }, encoding: 'utf8', maxBuffer: 2 ** 28 },
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
  });
}

/** Adds commits to the repository in `folder`, and refs (full names) to them or to what is there; the ids of the commits. */
export function addCommits(
  folder: string,
  commits: readonly MadeCommit[],
  refs: Readonly<Record<string, string>>,
): Ids {
  const parts: Buffer[] = [];
  const say = (text: string): void => void parts.push(Buffer.from(text));
  const data = (bytes: string | Uint8Array): void => {
    const buffer = Buffer.from(bytes as string);
    say(`data ${buffer.length}\n`);
    parts.push(buffer, Buffer.from('\n'));
  };
  const marks = new Map<string, number>();
  let last: string | undefined;
  for (const { name, parents, files = {}, message = name } of commits) {
    marks.set(name, marks.size + 1);
    const before = parents ?? (last === undefined ? [] : [last]);
    const [first, ...others] = before.map((parent) => (marks.has(parent) ? `:${marks.get(parent)}` : parent));
    // Else fast-import goes on from what the ref is at.
    if (first === undefined) say(`reset refs/made/tip\n`);
    say(`commit refs/made/tip\nmark :${marks.get(name)}\ncommitter n <e@x> ${1_790_000_000 + marks.size} +0000\n`);
    data(message);
    if (first !== undefined) say(`from ${first}\n`);
    for (const other of others) say(`merge ${other}\n`);
    for (const [path, content] of Object.entries(files)) {
      if (content === undefined) say(`D ${quoted(path)}\n`);
      else {
        say(`M 100644 inline ${quoted(path)}\n`);
        data(content);
      }
    }
    last = name;
  }
  for (const [ref, to] of Object.entries(refs))
    say(`reset ${ref}\nfrom ${marks.has(to) ? `:${marks.get(to)}` : to}\n\n`);
  // fast-import tells the ids of marks on its third stream; asking it line by line would need a process that waits.
  for (const mark of marks.values()) say(`get-mark :${mark}\n`);
  say('done\n');
  const told = gitWith(
    folder,
    ['fast-import', '--quiet', '--done', '--force', '--cat-blob-fd=1'],
    Buffer.concat(parts),
  );
  const ids = told.split('\n');
  return Object.fromEntries([...marks.keys()].map((name, i) => [name, ids[i]!]));
}

const quoted = (path: string): string => `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
