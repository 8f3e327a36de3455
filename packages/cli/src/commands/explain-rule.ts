/** `bnguard explain RULE`: what a rule finds, why it matters, what to do, and examples. */
import { rules, type Example, type Rule } from '@bnguard/engine';
import picocolors from 'picocolors';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import { paragraph } from '../reports/layout.ts';
import { severityWord } from '../reports/text-finding.ts';
import type { Colors } from '../reports/text.ts';
import type { ExplainRuleRequest, Outcome } from '../requests.ts';
import { didYouMean } from '../suggest.ts';
import { UserError } from '../user-error.ts';

export async function runExplainRule({ rule: id, color }: ExplainRuleRequest, { io }: Setting): Promise<Outcome> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    if (/^(?:[0-9a-f]{6,64}|(?=.*[A-Z\d])[\w+/-]{4}…?)$/.test(id)) {
      throw new UserError(
        `There is no rule ${id}. To explain a finding name the report that has it: bnguard scan --format json --output report.json, then bnguard explain ${id} --report report.json.`,
      );
    }
    const hint = didYouMean(
      id,
      rules.map((one) => one.id),
    );
    throw new UserError(`There is no rule ${id}${hint}. See bnguard rules for the ids.`);
  }
  return { code: 0, stdout: ruleText(rule, textWidth(io), picocolors.createColors(wantsColor(color, io))) };
}

function ruleText(rule: Rule, width: number, colors: Colors): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? ['', colors.bold(title), ...lines] : [];
  const { leaks, clean, missed } = rule.examples;
  const lines = [
    `${colors.bold(rule.id)}  ${severityWord(rule.severity, colors, 0)}  ${rule.title}`,
    '',
    ...paragraph(rule.finds, width, 0),
    ...section('Why it matters', paragraph(rule.why, width, 2)),
    ...section(
      'What to do',
      rule.advice.flatMap((step, i) => paragraph(step, width, 2, `${i + 1}. `)),
    ),
    ...section('Found', exampleLines(leaks, width, colors)),
    ...section('Not found, rightly', exampleLines(clean, width, colors)),
    ...section('Not found, known limits', exampleLines(missed, width, colors)),
    ...section(
      'References',
      rule.references.map((reference) => `  ${reference}`),
    ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Code keeps its lines; a blank line stands between examples. */
function exampleLines(examples: readonly (string | Example)[], width: number, colors: Colors): string[] {
  return examples.flatMap((example, i) => {
    const { path, text, because } = typeof example === 'string' ? { text: example } : example;
    const about = [path, because].filter((part) => part !== undefined).join(': ');
    return [
      ...(i > 0 ? [''] : []),
      ...(about ? paragraph(about, width, 2).map(colors.dim) : []),
      ...readable(text)
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `    ${line}`),
    ];
  });
}

/** `<key64:a>` → `<key>`, `<pem-ed25519:a|base64>` → `<pem-ed25519, base64>`: what stands there, not how it is made. */
function readable(text: string): string {
  return text.replace(
    /<([A-Za-z][A-Za-z0-9-]*):[a-z0-9.-]+(\[\d*,\d*\])?((?:\|[a-z0-9]+)*)>/g,
    (_, kind: string, slice: string | undefined, filters: string) =>
      `<${[kind.replace(/^key64$/, 'key'), ...(slice ? ['part'] : []), ...filters.split('|').slice(1)].join(', ')}>`,
  );
}
