/** `bnguard rules`: the list of rules, for people and for programs. */
import { rules, type Rule } from '@bnguard/engine';
import picocolors from 'picocolors';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import { pad, paragraph, widest } from '../reports/layout.ts';
import { severityWord } from '../reports/text-finding.ts';
import type { Outcome, RulesRequest } from '../requests.ts';

export async function runRules({ format, color }: RulesRequest, { io }: Setting): Promise<Outcome> {
  const stdout = format === 'json' ? rulesJson(rules) : rulesTable(rules, textWidth(io), wantsColor(color, io));
  return { code: 0, stdout };
}

function rulesJson(all: readonly Rule[]): string {
  const data = all.map(({ id, title, severity, finds, why, advice, references }) => {
    return { id, title, severity, finds, why, advice, references };
  });
  return `${JSON.stringify(data, null, 2)}\n`;
}

function rulesTable(all: readonly Rule[], width: number, color: boolean): string {
  const colors = picocolors.createColors(color);
  const [ids, severities] = [widest(all.map(({ id }) => id)), widest(all.map(({ severity }) => severity))];
  const lines = all.flatMap(({ id, severity, title }) => {
    const [first = '', ...more] = paragraph(title, width, ids + severities + 4);
    const start = `${colors.bold(pad(id, ids))}  ${severityWord(severity, colors, severities)}  `;
    return [start + first.trimStart(), ...more];
  });
  return [...lines, '', 'bnguard explain RULE says more about each.', ''].join('\n');
}
