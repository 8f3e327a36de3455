/** Sets a value in JSON and leaves every other line as it is. */
import { isDeepStrictEqual } from 'node:util';
import { applyEdits, modify, type FormattingOptions } from 'jsonc-parser';

/** A key of an object in the top one. Undefined where that would not give what is wanted: keys that stand twice, no objects. */
export function withValue(text: string, path: readonly [string, string], value: string): string | undefined {
  try {
    const nice = applyEdits(text, modify(text, [...path], value, { formattingOptions: formatOf(text) }));
    const isNice = /\n./.test(text.trim()) && keepsLines(text, nice);
    const after = isNice ? nice : applyEdits(text, modify(text, [...path], value, {}));
    const data = JSON.parse(text) as Record<string, object>;
    const wanted = { ...data, [path[0]]: { ...data[path[0]], [path[1]]: value } };
    return isDeepStrictEqual(JSON.parse(after), wanted) ? after : undefined;
  } catch {
    // No JSON, or nested too deeply.
    return undefined;
  }
}

/** As the file itself is indented. */
function formatOf(text: string): FormattingOptions {
  const indent = /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 4 : indent.length };
}

/** Whether all old lines are there still, but for a comma behind them. */
function keepsLines(before: string, after: string): boolean {
  const old = before.split('\n');
  let at = 0;
  for (const line of after.split('\n')) {
    const next = old[at];
    if (next !== undefined && (line === next || line === next.replace(/(\r?)$/, ',$1'))) at += 1;
  }
  return at === old.length;
}
