/** The way out of a leak on a terminal: numbered steps, commands that can be copied, notes with their sources. */
import type { Leak } from '../way-out/leaks.ts';
import type { Step } from '../way-out/step.ts';
import { wayOut } from '../way-out/way-out.ts';
import { paragraph } from './layout.ts';
import type { Colors } from './text.ts';
import { visible } from './visible.ts';

export function leakLines(leak: Leak, width: number, colors: Colors): string[] {
  const name = leak.halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(' ')).join(' and ');
  const steps = wayOut(leak).flatMap((step, i) => stepLines(step, width, colors, `${String(i + 1).padStart(3)}. `));
  return [colors.bold(colors.green(`The way out: ${visible(name)}`)), ...steps];
}

/** @param lead its number */
export function stepLines(step: Step, width: number, colors: Colors, lead = ''): string[] {
  const { title, says, commands, notes, ticket } = step;
  const indent = lead.length;
  const shown = (text: string, mark = ''): string[] => paragraph(visible(text), width, indent, mark);
  const block = (text: string): string[] => text.split('\n').map((line) => copied(line, indent + 2));
  return [
    `${lead}${colors.bold(visible(title))}`,
    ...says.flatMap((sentence) => shown(sentence)),
    ...commands.flatMap((command) => [...shown(command.says), ...block(command.text).map(colors.cyan)]),
    ...notes.flatMap((note) => [...shown(note.says, 'Note: '), copied(note.source, indent + 6)].map(colors.dim)),
    ...(ticket ? [...shown(`A draft for ${ticket.to}:`), ...block(ticket.text)] : []),
  ];
}

/** Never wrapped: it is there to be copied. */
const copied = (line: string, indent: number): string => (line === '' ? '' : ' '.repeat(indent) + visible(line));
