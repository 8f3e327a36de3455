/** The hooks themselves, for git without a manager and for husky: POSIX shell. Standard input goes to all who want it. */

export const gitHooks = ['pre-commit', 'pre-merge-commit', 'commit-msg', 'pre-push'] as const;
export type GitHook = (typeof gitHooks)[number] | 'pre-receive';

/** What shows that a hook calls us already, however it was written. */
export const callsUs = (text: string, hook: string): boolean =>
  text.includes('bnguard') && text.includes(`hook ${hook}`);

/** Under this name a hook that was there before is kept, and called behind ours. */
export const keptName = (hook: string): string => `${hook}.before-bnguard`;

const readsInput = (hook: string): boolean => hook === 'pre-push' || hook === 'pre-receive';

/**
 * A whole hook.
 * @param own how to start this very program where nothing else has it: two files; none for hooks that are committed
 */
export function hookScript(hook: GitHook, own?: readonly [node: string, bin: string]): string {
  const [node, bin] = own?.map(quoted) ?? [];
  const call = `guard hook ${hook} "$@"`;
  return [
    '#!/bin/sh',
    `# Written by bnguard init: no Binance key is ${readsInput(hook) ? 'pushed' : 'committed'}. bnguard init --undo takes it away.`,
    'guard() {',
    '  if [ -x node_modules/.bin/bnguard ]; then node_modules/.bin/bnguard "$@"',
    '  elif command -v bnguard >/dev/null 2>&1; then bnguard "$@"',
    ...(own === undefined ? [] : [`  elif [ -x ${node} ] && [ -f ${bin} ]; then ${node} ${bin} "$@"`]),
    "  else echo 'bnguard is not installed, so nothing was checked: npm install --save-dev bnguard, or go on with --no-verify.' >&2; return 2",
    '  fi',
    '}',
    `before="$(dirname "$0")/${keptName(hook)}"`,
    ...(readsInput(hook)
      ? [
          'input="$(cat)"',
          'lines() { if [ -n "$input" ]; then printf \'%s\\n\' "$input"; fi; }',
          `lines | ${call} || exit $?`,
          'if [ -x "$before" ]; then lines | "$before" "$@" || exit $?; fi',
        ]
      : [`${call} || exit $?`, 'if [ -x "$before" ]; then exec "$before" "$@"; fi']),
    '',
  ].join('\n');
}

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Lines for a hook of husky, which are run by `sh -e` with node_modules/.bin in the PATH. */
export function huskyLines(hook: GitHook, hasOthers: boolean): string {
  const call = `bnguard hook ${hook} "$@"`;
  if (!readsInput(hook) || !hasOthers) return `${call}\n`;
  const again = '<<BNGUARD_INPUT\n$bnguard_input\nBNGUARD_INPUT\n';
  return `# What stands below reads the same lines of git.\nbnguard_input="$(cat)"\n${call} ${again}exec ${again}`;
}
