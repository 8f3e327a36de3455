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
  const signal = endOfInput();
  const names = await multiselect({
    message: 'What shall be set up? Space chooses, Enter goes on.',
    options: parts.map(({ name, says }) => ({ value: name, label: name, hint: says })),
    initialValues: parts.filter(({ isUsual }) => isUsual).map(({ name }) => name),
    required: false,
    signal,
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
  const isWanted = await confirm({ message: 'Write it? bnguard init --undo takes it back.', signal });
  return isCancel(isWanted) || !isWanted ? stop() : chosen;
}

/** Ctrl-D and the end of the input are a no, as Ctrl-C is: a prompt itself would wait for ever. */
function endOfInput(): AbortSignal {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  process.stdin.once('end', end).once('close', end);
  process.stdin.on('keypress', (_, key: { readonly ctrl?: boolean; readonly name?: string } | undefined) => {
    if (key?.ctrl === true && key.name === 'd') end();
  });
  return ended.signal;
}

function stop(): undefined {
  cancel('Left as it was.');
}
