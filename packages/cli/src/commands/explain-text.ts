/** `bnguard explain --text`: every clue about every candidate and risk in a text, the sums, the verdict, and what is missing. */
import { explain, type Clue, type Explanation, type Question } from '@bnguard/engine';
import picocolors from 'picocolors';
import { textWidth, wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import { readAll } from './scan.ts';
import { redact } from '../redact.ts';
import { paragraph } from '../reports/layout.ts';
import { severityWord } from '../reports/text-finding.ts';
import { signedBits } from '../reports/words.ts';
import type { Colors } from '../reports/text.ts';
import { visible } from '../reports/visible.ts';
import type { ExplainTextRequest, Outcome } from '../requests.ts';

const questions: Readonly<Record<Question, string>> = {
  credential: 'Is it a credential?',
  risk: 'Is it what it looks like?',
  binance: "Is it Binance's?",
  role: 'Which role has it?',
};
const askedOf: Readonly<Record<Explanation['what'], readonly Question[]>> = {
  credential: ['credential', 'binance', 'role'],
  risk: ['risk', 'binance'],
};

export async function runExplainText(request: ExplainTextRequest, { io }: Setting): Promise<Outcome> {
  const { filename: path } = request;
  // A value on the command line would stay in the shell's history.
  const text = request.text === '-' ? Buffer.from(await readAll(io)).toString('utf8') : request.text;
  const found = explain({ path, origin: { kind: 'stdin' }, text });
  const colors = picocolors.createColors(wantsColor(request.color, io));
  const lines = found.flatMap((one, i) => [...(i > 0 ? [''] : []), ...explanationLines(one, textWidth(io), colors)]);
  const nothing =
    'Nothing in this text is a dangerous setting or call, or has the shape of a Binance credential: 64 mixed letters and digits, or a private key. 64 lower-case hex digits are taken for a checksum unless a name or a call says that they are a testnet key.';
  return {
    code: 0,
    stdout: `${(lines.length > 0 ? lines : paragraph(nothing, textWidth(io), 0)).join('\n')}\n`,
  };
}

function explanationLines(explanation: Explanation, width: number, colors: Colors): string[] {
  const { what, clues, counted, totals, missing } = explanation;
  const sections = askedOf[what].flatMap((question) => {
    const asked = clues.filter((clue) => clue.question === question);
    const total = colors.bold(`${signedBits(totals[question]).padStart(7)}  in all`);
    return ['', colors.bold(questions[question]), ...clueLines(asked, counted, width, colors), total];
  });
  return [
    ...headLines(explanation, width, colors),
    ...sections,
    ...(missing.length > 0 ? ['', colors.bold('What would have raised the confidence')] : []),
    ...missing.flatMap((clue) => paragraph(shown(clue), width, 2, '- ')),
  ];
}

function headLines({ finding, start, masked }: Explanation, width: number, colors: Colors): string[] {
  const place = `${start.line}:${start.column}`;
  if (!finding) return [`${place}  ${masked}  ${colors.bold('not reported')}`];
  const { severity, rule, confidence, message } = finding;
  const head = [place, severityWord(severity, colors, 0), rule, masked, confidence];
  return [head.filter(Boolean).join('  '), ...paragraph(shown(message), width, 2)];
}

/** Of each group only the strongest clue counts, and has a star; the others are shown dim. */
function clueLines(clues: readonly Clue[], counted: readonly Clue[], width: number, colors: Colors): string[] {
  if (clues.length === 0) return [colors.dim('         nothing speaks for or against it')];
  return clues.flatMap((clue) => {
    const counts = counted.includes(clue);
    const role = clue.role ? ` → ${clue.role}` : '';
    const lead = `${signedBits(clue.bits).padStart(5)} ${counts ? '*' : ' '} `;
    const lines = paragraph(`${shown(clue.says)}${role} (${clue.signal}, group ${clue.group})`, width, 2, lead);
    return counts ? lines : lines.map(colors.dim);
  });
}

const shown = (text: string): string => visible(redact(text));
