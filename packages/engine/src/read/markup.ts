/**
 * HTML and templates: values in attributes, which their element names: `<input name="api_key" value="…">`, `<meta name=…
 * content=…>`, `<div data-api-key="…">`. Scripts in it are read as code.
 */
import type { Binding } from '../types.ts';
import { verbatim } from './pieces.ts';

const element = /<[a-z][\w-]*\s[^<>]{60,4000}>/gi;
const attribute = /(?<![\w:.@-])([\w:.@-]{1,100})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g;
/** A value that the attribute's own name does not name. */
const unnamed = /^(?:value|content|data-value|placeholder|title)$/i;
const naming = ['name', 'id', 'data-name', 'data-key', 'property', 'for', 'formcontrolname', 'ng-model', 'v-model'];

/** A binding for each attribute that is long enough to hold a key, by the name that the element gives it. */
export function attributeBindings(text: string): Binding[] {
  const found: Binding[] = [];
  for (const { index: start, 0: whole } of text.matchAll(element)) {
    const attributes = [...whole.matchAll(attribute)];
    const name = naming
      .map((wanted) => attributes.find(([, own]) => own?.toLowerCase() === wanted))
      .find((one) => one !== undefined);
    for (const { index, 0: all, 1: own = '', 2: double, 3: single } of attributes) {
      const value = double ?? single ?? '';
      if (value.length < 60) continue;
      const end = start + index + all.length - 1;
      const span = { start: end - value.length, end };
      const path = unnamed.test(own) && name ? [name[2] ?? name[3] ?? own] : [own.replace(/^data-/, '')];
      found.push({
        path,
        via: 'entry',
        value: verbatim(text, span.start, span.end),
        span,
        container: Math.max(1, start),
      });
    }
  }
  return found;
}
