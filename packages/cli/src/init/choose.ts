/** Asks a person on a terminal which parts to write. */
import { cancel, confirm, intro, isCancel, multiselect, note } from '@clack/prompts';
import { visible } from '../reports/visible.ts';
import type { Part } from './part.ts';

/** Undefined: nothing, the person says. */
export async function choose(
  parts: readonly Part[],
  linesOf: (part: Part) => readonly string[],
  head: readonly string[],
): Promise<Part[] | undefined> {
  intro(visible(`bnguard init, ${head.join(' ')}`));
  const names = await multiselect({
    message: 'What shall be set up? Space chooses, Enter goes on.',
    options: parts.map(({ name, says }) => ({ value: name, label: name, hint: says })),
    initialValues: parts.filter(({ isUsual }) => isUsual).map(({ name }) => name),
    required: false,
  });
  if (isCancel(names) || names.length === 0) return stop();
  const chosen = parts.filter(({ name }) => names.includes(name));
  note(
    chosen
      .flatMap((part) => [...linesOf(part), ''])
      .map(visible)
      .join('\n')
      .trimEnd(),
    'This would be written',
  );
  const isWanted = await confirm({ message: 'Write it? bnguard init --undo takes it back.' });
  return isCancel(isWanted) || !isWanted ? stop() : chosen;
}

function stop(): undefined {
  cancel('Left as it was.');
}
