/** Hooks of lefthook: a command or a job in each of its hooks. */
import { join } from 'node:path';
import type { Facts } from './facts.ts';
import { callsUs, gitHooks } from './hook-scripts.ts';
import { inserted, readYaml, strings } from './insert.ts';
import { howToInstall, indented } from './install.ts';
import { isThere } from '../small-file.ts';
import { lookAt } from './look.ts';
import { isObject, lefthookNames } from './managers.ts';
import type { Changes } from './part.ts';

export function lefthook(facts: Facts): Changes {
  const { top, packageJson } = facts;
  const name = lefthookNames.find((one) => isThere(join(top, one)))!;
  const path = join(top, name);
  const found = lookAt(path);
  const before = found.kind === 'text' && /\.ya?ml$/.test(name) ? found.text : undefined;
  const data = before === undefined ? undefined : readYaml(before)?.data;
  const program = packageJson.kind === 'nothing' ? 'bnguard' : 'node_modules/.bin/bnguard';
  const commands = {
    'pre-commit': `bnguard:\n  run: ${program} hook pre-commit\n`,
    'pre-merge-commit': `bnguard:\n  run: ${program} hook pre-merge-commit\n`,
    'commit-msg': `bnguard:\n  run: ${program} hook commit-msg {1}\n`,
    'pre-push': `bnguard:\n  run: ${program} hook pre-push {1} {2}\n  use_stdin: true\n`,
  };
  const byHand: string[] = [];
  let after = before;
  for (const hook of gitHooks) {
    const own = isObject(data) ? data[hook] : undefined;
    if (strings(own).some((one) => callsUs(one, hook))) continue;
    const hasJobs = isObject(own) && 'jobs' in own;
    const job = `- name: bnguard\n${commands[hook].replace(/^bnguard:\n/, '')}`;
    const [list, text] = hasJobs ? ['jobs', job] : ['commands', commands[hook]];
    const next = after === undefined ? undefined : inserted(after, [hook, list], text);
    if (next === undefined) byHand.push(`Add to ${hook} in ${name}:`, ...indented(commands[hook]));
    else after = next;
  }
  const edits = before === undefined || after === undefined || after === before ? [] : [{ path, before, after }];
  return {
    edits,
    byHand,
    afterwards: [
      ...(edits.length > 0 ? ['npx lefthook install      # takes the new hooks over'] : []),
      ...(packageJson.kind === 'nothing' ? [] : howToInstall(facts)),
    ],
  };
}
