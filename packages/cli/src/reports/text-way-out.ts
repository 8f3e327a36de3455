/** The way out of a leak on a terminal: numbered steps, commands that can be copied, notes with their sources. */
import type { Leak } from '../way-out/leaks.ts';
import { wayOut } from '../way-out/way-out.ts';
import { paragraph } from './layout.ts';
import type { Colors } from './text.ts';
import { visible } from './visible.ts';

export function leakLines(leak: Leak, width: number, colors: Colors): string[] {
  const name = leak.halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(' ')).join(' and ');
  const shown = (text: string, indent: number, lead = ''): string[] => paragraph(visible(text), width, indent, lead);
  const steps = wayOut(leak).flatMap(({ title, says, commands, notes, ticket }, i) => [
    `${String(i + 1).padStart(3)}. ${colors.bold(visible(title))}`,
    ...says.flatMap((sentence) => shown(sentence, 5)),
    ...commands.flatMap((command) => [...shown(command.says, 5), ...block(command.text).map(colors.cyan)]),
    ...notes.flatMap((note) => [...shown(note.says, 5, 'Note: '), `${' '.repeat(11)}${note.source}`].map(colors.dim)),
    ...(ticket ? [...shown(`A draft for ${ticket.to}:`, 5), ...block(ticket.text)] : []),
  ]);
  return [colors.bold(colors.green(`The way out: ${visible(name)}`)), ...steps];
}

/** Never wrapped: it is there to be copied. */
const block = (text: string): string[] =>
  text.split('\n').map((line) => (line === '' ? '' : `       ${visible(line)}`));
