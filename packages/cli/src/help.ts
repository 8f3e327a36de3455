/** The part of every `--help` that is no list of flags: examples, and what the exit code means. */

const exitCodes = `
Exit code:
  0  nothing at or above --fail-on (default medium); 1  findings;
  2  the scan could not be done, or not completely: then findings are still
     reported. --allow-incomplete makes this 0 or 1. What --min-severity and
     --min-confidence do not show does not fail the run.
`;

const examples: Readonly<Record<string, string>> = {
  bnguard: `
Examples:
  $ bnguard scan                        look into this folder
  $ bnguard explain secret-key          what a rule finds, and what to do
  $ bnguard scan --help                 all flags of a command
${exitCodes}`,
  scan: `
Examples:
  $ bnguard scan
  $ bnguard scan ~/bots/grid --min-confidence possible
  $ bnguard scan --include-ignored      also ignored files: .env, node_modules
  $ bnguard scan --format text --format json --output report.json
  $ bnguard scan --history --format html --output report.html
  $ bnguard scan --format sarif --output bnguard.sarif
  $ pbpaste | bnguard scan --stdin --stdin-filename bot.py
  $ bnguard scan --staged               in a pre-commit hook
  $ bnguard scan --range origin/main..HEAD

In a git repository this reads what git tracks or would track. Flags win over
bnguard.config.json, .yaml or .toml at the top of the scanned repository.
--staged and --range report what is new, or got worse, against what was there
before: old keys in touched files fail nobody.
${exitCodes}`,
  find: `
Examples:
  $ pbpaste | bnguard find --stdin
  $ bnguard find --stdin ~/bots/grid < key.txt

Looks for the value as it is, in UTF-16, base64 and hex, escaped, and put
together from pieces as the scanner reads it; in every file, also ignored ones,
in every object of the repository, and in the names of files, branches and tags.
Nothing of it is stored or printed.

Exit code: 0 not found, 1 found, 2 not everything could be read.
`,
  fix: `
Examples:
  $ bnguard fix --dry-run               show what it would write
  $ bnguard fix
  $ bnguard fix ~/bots/grid && git -C ~/bots/grid diff

For every .env, key file and bot's credential file that the scan finds open to
git or to an image: adds the missing line at the end of the ignore file, and
changes no other line. Afterwards it asks git whether the line does its work.
What git tracks already it leaves alone, and prints the command for it: no
ignore file has a say there.

Exit code: 0 all is well or was written, 2 something is left to do by hand
(what git tracks, a list in package.json), or could not be written.
`,
  merge: `
Examples:
  $ bnguard scan --history --shard 1/2 --format json --output 1.json
  $ bnguard scan --history --shard 2/2 --format json --output 2.json
  $ bnguard merge 1.json 2.json

Parts may be scanned on different machines, from clones of the same state.
${exitCodes}`,
  baseline: `
Examples:
  $ bnguard baseline --dry-run
  $ bnguard baseline --reason "keys of the closed account"
  $ bnguard baseline --prune            drop entries that match nothing; without
                                        --reason nothing is accepted

Later scans set the recorded findings aside, until one gets worse.
${exitCodes}`,
  'baseline add': `
Examples:
  $ bnguard baseline add 8c1f0e6f2a… --state revoked --reason "deleted on 3 May"

The fingerprint (32 hex digits) stands in the JSON report, and in the text
report with --verbose. A pair has two. Without --rule an entry holds for every
rule.
`,
  keys: `
Examples:
  $ pbpaste | bnguard keys add --stdin --name grid
  $ bnguard keys check
  $ bnguard keys due --within 30

bnguard.keys.yaml, at the top of the repository, says which keys there are: names,
fingerprints, rights, IP lists, dates. Never values. See docs/inventory.md.
`,
  'keys add': `
Examples:
  $ pbpaste | bnguard keys add --stdin --name grid --strategy grid
  $ bnguard keys add --stdin --name grid < secret.pem    add its other half
  $ bnguard keys add --stdin --name dash --purpose dashboard \\
      --permission reading --ip 8.8.4.4 < key.txt

Reads a key, or a key and its secret on two lines, and writes its fingerprint to
bnguard.keys.yaml. The value is neither stored nor shown, but for its first four
characters.

Exit code: 0 added or already there, 2 it could not be done.
`,
  'keys list': `
Examples:
  $ bnguard keys list
  $ bnguard keys list --format json ~/bots/grid

Exit code: 0 listed, 2 there is no inventory, or it is faulty.
`,
  'keys check': `
Examples:
  $ bnguard keys check
  $ bnguard keys check --format json ~/bots/grid

Holds the inventory against good practice, and the files of the repository
against the inventory. Every scan does the same; this shows nothing else.
${exitCodes}`,
  'keys due': `
Examples:
  $ bnguard keys due
  $ bnguard keys due --within 0         only what is late, or due today

Tells keys that are to be renewed (90 days after the last time, or keyAge in the
configuration) and addresses whose last day in an IP list comes.

Exit code: 0 nothing is due, 1 something is, 2 it could not be told.
`,
  hook: `
Examples:
  $ bnguard hook pre-commit                 what the index would bring
  $ bnguard hook commit-msg .git/COMMIT_EDITMSG
  $ bnguard hook pre-push origin git@…      refs on standard input, as git writes them

In a hook, such as .git/hooks/pre-push:
  #!/bin/sh
  exec bnguard hook pre-push "$@"

pre-commit and pre-merge-commit look at the index, commit-msg at the message,
pre-push and pre-receive at every new commit and tag of all refs. agent speaks
the protocols of coding agents. bnguard init writes hooks for the whole team's
hook manager; docs/hooks.md has the recipes.

Exit code: 0 goes on, 1 stopped by a finding, 2 it could not be checked: git
stops then too. agent answers in JSON, with exit code 0.
`,
  init: `
Examples:
  $ bnguard init                   what it would write, and nothing else
  $ bnguard init --yes             write it
  $ bnguard init --yes --only hook
  $ bnguard init --undo

Finds the hook manager (git itself, husky, lefthook, simple-git-hooks, the
pre-commit framework), ESLint, GitHub or GitLab. Hooks that are there are kept
and called. On a terminal it asks. It may run again: what is set up stays.

baseline takes over what a scan finds today, so that only what is new fails. It
is written only on word, and no live key of critical severity gets into it.
`,
  rules: `
Examples:
  $ bnguard rules
  $ bnguard rules --format json
`,
  explain: `
Examples:
  $ bnguard explain secret-key
  $ bnguard explain -2015
  $ bnguard explain 8c1f0e --report report.json
  $ bnguard explain purge --report history.json
  $ bnguard explain --text "new Spot('…', '…')" --filename bot.js

With --report, a file that bnguard scan --format json wrote: the evidence of the
finding, and every step of the way out, with its facts filled in. For purge a
report of --history: how all its leaks leave git's history at once.

With --text: every clue with its weight in bits (+1 doubles the odds), and the
clue that would have changed the verdict. The text stays on this machine; a
shell may keep it in its history.
`,
};

/** What follows the flags in the help of a command: `scan`, `baseline add`. */
export function helpFor(command: string): string {
  return examples[command] ?? '';
}
