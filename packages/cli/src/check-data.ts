/** Holds a data file against a valibot schema and turns what is wrong into lines that name the place and the key. */
import * as v from 'valibot';
import { shownKey, type DataFile } from './data-file.ts';
import { UserError } from './user-error.ts';

/** How many mistakes are named at once. */
const most = 5;

/** The data as the schema describes it. Throws a UserError with a line for each of the first mistakes. */
export function check<T>(file: DataFile, schema: v.GenericSchema<T>): T {
  // valibot takes a list for an object.
  if (Array.isArray(file.value)) throw new UserError(`${file.at([])}: expected keys and values, got a list.`);
  const result = v.safeParse(schema, file.value);
  if (result.success) return result.output;
  const mistakes = result.issues.map(({ path: items = [], message }) => {
    const path = (items as readonly v.IssuePathItem[]).map((item) => item.key as PropertyKey);
    const part = items.at(-1)?.origin === 'key' ? 'key' : 'value';
    const key = keyPath(path);
    return { place: file.placeOf(path, part), text: `${file.at(path, part)}: ${key && `${key}: `}${message}.` };
  });
  const inOrder = mistakes.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  const lines = inOrder.map(({ text }) => text);
  const rest = lines.length > most ? [`… and ${lines.length - most} more`] : [];
  throw new UserError([...lines.slice(0, most), ...rest].join('\n'));
}

/** `ignore[0].reason`. */
function keyPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${shownKey(String(step))}`))
    .join('');
}
