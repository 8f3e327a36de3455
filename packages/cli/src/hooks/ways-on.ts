/** What a hook says beneath its findings: the ways on, and what each of them means. */
import { paragraph } from '../reports/layout.ts';
import type { HookName } from '../requests.ts';

type GitHook = Exclude<HookName, 'agent'>;

const what: Readonly<Record<GitHook, string>> = {
  'pre-commit': 'commit',
  'pre-merge-commit': 'merge',
  'commit-msg': 'commit',
  'pre-push': 'push',
  'pre-receive': 'push',
};

/** Behind findings. @param width in columns */
export function waysOn(hook: GitHook, width: number): string {
  const again: Readonly<Record<GitHook, string>> = {
    'pre-commit':
      'Take it out: read keys from the environment or a secret manager; git add the file, and commit again.',
    'pre-merge-commit':
      'Take it out: read keys from the environment or a secret manager; git add the file, and git commit.',
    'commit-msg': 'Write the message without it. The old one still lies in .git/COMMIT_EDITMSG until the next commit.',
    'pre-push': 'Take it out of the commits, which nobody has yet: git commit --amend, or git rebase -i.',
    'pre-receive':
      'Take it out of the commits, which nobody has yet (git commit --amend, or git rebase -i), and push again.',
  };
  const past: Readonly<Record<GitHook, string>> = {
    'pre-commit':
      'git commit --no-verify. The key is then in git’s history: deleting it later takes it out of no clone, and the hook for pushes and CI find it again.',
    'pre-merge-commit':
      'git merge --no-verify. The key is then in git’s history: deleting it later takes it out of no clone.',
    'commit-msg': 'git commit --no-verify. The key is then in git’s history, for everybody who reads its log.',
    'pre-push': 'git push --no-verify. Whoever can read the remote has the key then: delete it at Binance first.',
    'pre-receive': 'only whoever runs this server can let it in.',
  };
  const shows: Readonly<Record<GitHook, string>> = {
    'pre-commit': 'bnguard scan --staged --verbose',
    'pre-merge-commit': 'bnguard scan --staged --verbose',
    'commit-msg': 'bnguard scan --stdin --verbose < .git/COMMIT_EDITMSG',
    'pre-push': "bnguard scan --range 'HEAD --not --remotes' --verbose",
    'pre-receive': "bnguard scan --range 'HEAD --not --remotes' --verbose",
  };
  // What is pushed is judged commit by commit: a later one excuses no earlier one.
  const where = hook === 'pre-push' || hook === 'pre-receive' ? ', in the commit that brings it' : '';
  const comment = hook === 'commit-msg' ? '' : `a comment on its line${where}, bnguard-ignore RULE -- reason, or `;
  const ways = [
    `${again[hook]} A key that was ever shared is to be deleted at Binance: bnguard explain secret-key.`,
    `It is no key, or a dead one: ${comment}bnguard baseline add FINGERPRINT… --state revoked --reason "…"; ${shows[hook]} shows the fingerprint.`,
    `Past this check: ${past[hook]}`,
  ];
  const lines = ways.flatMap((way, i) => paragraph(way, width, 2, `${i + 1}. `));
  return ['', `bnguard stopped this ${what[hook]}. Ways on:`, ...lines, ''].join('\n');
}

/** Behind an error or an incomplete scan: why nothing goes on by itself. */
export function unchecked(hook: GitHook): string {
  const past: Readonly<Record<GitHook, string>> = {
    'pre-commit': 'git commit --no-verify goes on without a check',
    'pre-merge-commit': 'git merge --no-verify goes on without a check',
    'commit-msg': 'git commit --no-verify goes on without a check',
    'pre-push': 'git push --no-verify goes on without a check',
    'pre-receive': 'whoever runs this server can let it in',
  };
  return `The ${what[hook]} was stopped, because it could not be checked as a whole; ${past[hook]}.`;
}
