/** `bnguard explain -2015`: what an answer of Binance means, what it does not, and what to check in which order. */
import picocolors from 'picocolors';
import { answers, type Answer } from '../answers.ts';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import { paragraph } from '../reports/layout.ts';
import type { Colors } from '../reports/text.ts';
import type { ExplainCodeRequest, Outcome } from '../requests.ts';
import { UserError } from '../user-error.ts';

export async function runExplainCode({ code, color }: ExplainCodeRequest, { io }: Setting): Promise<Outcome> {
  // Who leaves the minus out means the same, unless it is an HTTP status.
  const answer = answers.find((one) => one.code === code) ?? answers.find((one) => one.code === -Math.abs(code));
  if (!answer) {
    const known = answers
      .map((one) => one.code)
      .sort((a, b) => (a < 0 && b < 0 ? b - a : a - b))
      .join(', ');
    throw new UserError(
      `There is nothing here about ${code}. Known: ${known}. All codes: https://developers.binance.com/docs/binance-spot-api-docs/errors`,
    );
  }
  const colors = picocolors.createColors(wantsColor(color, io));
  return {
    code: 0,
    stdout: answerLines(answer, textWidth(io), colors)
      .map((line) => `${line}\n`)
      .join(''),
  };
}

function answerLines({ code, name, means, not, check, sources }: Answer, width: number, colors: Colors): string[] {
  const title = code > 0 ? `HTTP ${code}` : String(code);
  return [
    `${colors.bold(title)}  ${name}`,
    '',
    ...paragraph(means, width, 0),
    ...section('What it does not mean', not, '- '),
    ...section('What to check, in this order', check),
    '',
    colors.bold('Sources'),
    // Never wrapped: they are there to be opened.
    ...sources.map((url) => `  - ${url}`),
  ];

  function section(heading: string, items: readonly string[], mark = ''): string[] {
    if (items.length === 0) return [];
    const lines = items.flatMap((item, i) => paragraph(item, width, 2, mark || `${i + 1}. `));
    return ['', colors.bold(heading), ...lines];
  }
}
