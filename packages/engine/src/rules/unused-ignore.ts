/** Ignores that match nothing: what they excused is gone, and the next leak there must not be excused. */
import type { Rule } from '../types.ts';

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  title: 'Ignore that matches nothing',
  severity: 'info',
  finds: 'A bnguard-ignore comment, an ignore entry of the configuration or a baseline entry that sets nothing aside.',
  why: 'An excuse that outlives its reason hides the next leak at its place.',
  advice: [
    'Remove it (from a baseline: bnguard baseline --prune), renew the date of one that expired, or accept what got worse (bnguard baseline). A comment that should match names the rule: bnguard-ignore secret-key -- reason.',
  ],
  references: [],
  examples: {
    leaks: [
      { path: 'bot.py', text: 'x = 1  # bnguard-ignore secret-key -- a test key' },
      { path: 'bot.ts', text: '// bnguard-ignore api-key, secret-key -- documentation\nconst key = process.env.KEY;' },
      { path: 'notes.md', text: '<!-- bnguard-ignore private-key -->' },
      { path: 'bot.go', text: 'x := 1 // bnguard-ignore' },
      { path: 'old.py', text: 'x = 1  # bnguard-ignore secret-key was revoked in March' },
      { path: 'next.js', text: '// bnguard-ignore-next-line secret-key -- dead\nconst x = 1;' },
    ],
    clean: [
      { path: 'README.md', text: '```py\nx = 1  # bnguard-ignore secret-key -- an example\n```' },
      { path: 'bot.js', text: '// Comments are read by bnguard-ignore' },
      { path: 'binance.js', text: '// The comment to use is described in the README.' },
      { path: 'binance.js', text: "const help = 'write bnguard-ignore secret-key in a comment';" },
      { path: 'binance.py', text: '# ignore secret-key' },
    ],
    missed: [],
  },
};
