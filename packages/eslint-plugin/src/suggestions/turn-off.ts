/** The suggestion to turn a dangerous setting off, where it is one word that has an opposite. */
import type { Found, SourceCode } from '../analysis.ts';
import type { Suggestion } from '../define-rule.ts';

const opposites: Readonly<Record<string, string>> = {
  true: 'false',
  True: 'False',
  TRUE: 'FALSE',
  yes: 'no',
  Yes: 'No',
  on: 'off',
  On: 'Off',
  enabled: 'disabled',
  1: '0',
};

export function turningOff({ span }: Found, { text }: SourceCode): readonly Suggestion[] {
  const [, open = '', word = '', close = ''] = /^(["'`]?)(\w+)(["'`]?)$/.exec(text.slice(span.start, span.end)) ?? [];
  const opposite = Object.hasOwn(opposites, word) ? opposites[word] : undefined;
  if (opposite === undefined || open !== close) return [];
  return [
    {
      messageId: 'turnOff',
      data: { value: opposite },
      start: span.start,
      end: span.end,
      text: `${open}${opposite}${close}`,
    },
  ];
}
