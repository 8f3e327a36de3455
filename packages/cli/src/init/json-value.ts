/** Sets a value in JSON and leaves every other line as it is. */
import { applyEdits, modify, type FormattingOptions } from 'jsonc-parser';

/** Undefined where the text is no JSON that can be changed. */
export function withValue(text: string, path: readonly string[], value: string): string | undefined {
  try {
    const nice = applyEdits(text, modify(text, [...path], value, { formattingOptions: formatOf(text) }));
    if (/\n./.test(text.trim()) && keepsLines(text, nice)) return nice;
    return applyEdits(text, modify(text, [...path], value, {}));
  } catch {
    // Nested too deeply, or no object on the way.
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
