/** What the job summary and the comment say: the report, what it is of, and what did not count. */
import { codeSpan, count, markdown, type Report } from 'bnguard/for-action';
import type { Found } from '../look.ts';

const mostExcuses = 20;

/** Markdown of at most `limit` characters. */
export async function summaryText(found: Found, limit: number): Promise<string> {
  const facts = await factLines(found);
  const own = `\n${facts.join('\n')}\n`;
  const text = await markdown(found.report, limit - own.length);
  return text + own;
}

async function factLines(found: Found): Promise<string[]> {
  const { report, range, notes, steps } = found;
  const lines = [...(await excuseLines(found)), `- ${coverageSentence(report, range)}`];
  if (steps.length > 0) lines.push(`- To get there it ${steps.join(', and ')}.`);
  for (const note of notes) lines.push(`- ${await codeSpan(note)}`);
  return lines;
}

function coverageSentence({ coverage }: Report, range: Found['range']): string {
  const { commits = 0, objects, refs = 0, documents } = coverage;
  if (objects !== undefined) return `Looked at ${count(objects, 'object')} of ${count(refs, 'ref')}.`;
  if (range === undefined) return `Looked at ${count(documents, 'file')}.`;
  const against = range.exclude.map((id) => `\`${id.slice(0, 12)}\``).join(' and ');
  const what = `Looked at ${count(commits, 'commit')} up to \`${range.head.slice(0, 12)}\``;
  return `${what}${against === '' ? '' : `, without what ${against} ${range.exclude.length > 1 ? 'have' : 'has'}`} (${count(documents, 'file version')}).`;
}

/** A change that excuses itself is worth a look of its own. */
async function excuseLines({ excused }: Found): Promise<string[]> {
  if (excused.length === 0) return [];
  const rows = await Promise.all(
    excused.slice(0, mostExcuses).map(async ({ finding, suppression }) => {
      const where = await codeSpan(`${finding.path}:${finding.start.line}`);
      const reason = suppression.reason === undefined ? '' : `: ${await codeSpan(suppression.reason)}`;
      const at = suppression.at === undefined ? '' : ` ${await codeSpan(suppression.at)}`;
      return `  - \`${finding.rule}\` at ${where}, by ${suppression.by}${at}${reason}`;
    }),
  );
  const more = excused.length - rows.length;
  return [
    `- **${excused.length} of these findings would be hidden by what this change itself says** (comments, configuration or baseline). That does not count until the base branch has it:`,
    ...rows,
    ...(more > 0 ? [`  - and ${count(more, 'more', 'more')}`] : []),
  ];
}
