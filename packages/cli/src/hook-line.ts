/**
 * Reads the few command lines that hooks and tools call all day, without the framework that reads all others: loading
 * that takes a commit longer than reading its files. What it does not know it leaves to command-line.ts, flag for flag.
 */
import { hookNames, type HookName, type HookRequest, type ScanRequest } from './requests.ts';

const flags = ['--staged', '--quiet', '--verbose', '--no-progress', '--allow-incomplete'] as const;
type Flag = (typeof flags)[number];

/** `hook NAME …`, or `scan --staged` with flags that take no value; else undefined. Gives what command-line.ts would. */
export function hookRequest([command, ...typed]: readonly string[]): HookRequest | ScanRequest | undefined {
  if (command === 'hook') {
    const [name, ...args] = typed;
    return isHookName(name) ? { kind: 'hook', name, args } : undefined;
  }
  const has = (flag: Flag): boolean => typed.includes(flag);
  if (command !== 'scan' || !has('--staged') || (has('--quiet') && has('--verbose'))) return undefined;
  if (!typed.every((flag) => (flags as readonly string[]).includes(flag))) return undefined;
  return {
    kind: 'scan',
    source: { kind: 'staged' },
    paths: [],
    reports: [{ format: 'text' }],
    color: 'auto',
    ignores: true,
    progress: !has('--no-progress'),
    allowIncomplete: has('--allow-incomplete'),
    verbose: has('--verbose'),
    quiet: has('--quiet'),
  };
}

const isHookName = (name: string | undefined): name is HookName =>
  (hookNames as readonly (string | undefined)[]).includes(name);

/** Whether only the version is asked for. */
export const asksVersion = (argv: readonly string[]): boolean =>
  argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V');
