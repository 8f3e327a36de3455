// Starts a rule: writes its file with every part that a rule must have, and says what else to touch.
// Usage: node scripts/new-rule.mjs some-rule-id
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const id = process.argv[2] ?? '';
const path = `packages/engine/src/rules/${id}.ts`;
const name = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

if (!/^[a-z]+(-[a-z]+)*$/.test(id)) {
  console.error('A rule id is words in lower case joined by hyphens: node scripts/new-rule.mjs some-rule-id');
  process.exit(2);
}
if (existsSync(join(root, path))) {
  console.error(`${path} exists already.`);
  process.exit(2);
}

writeFileSync(
  join(root, path),
  `/** ${id}: what it finds, in one sentence, and what it leaves to other rules. */
import type { Rule } from '../types.ts';

export const ${name}: Rule = {
  id: '${id}',
  title: '',
  severity: 'medium',
  finds: '',
  why: '',
  advice: [''],
  references: [],
  examples: {
    // At least three. Each credential placeholder must be found exactly where it stands: see examples.ts.
    leaks: [],
    // At least three: the look-alikes that are nearest to it.
    clean: [],
    missed: [],
  },
};
`,
);
console.log(`Wrote ${path}. Next:
  1. Write the leaks, clean and missed examples.
  2. Add ${name} to packages/engine/src/rules/index.ts.
  3. See the examples fail: npx vitest run --project engine rules
  4. Say when it applies in packages/engine/src/conclude.ts; what it needs to know must be seen in observe.ts.
  5. npm run docs, then npm test.`);
