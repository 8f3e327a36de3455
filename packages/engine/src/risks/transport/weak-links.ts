/** Where a program lets go of what protects its connections, by settings, by words of its text, by commands and by addresses. */
import type { Confidence, Span, Subject } from '../../types.ts';
import { uncheckedCommands } from './unchecked-commands.ts';
import { uncheckedSettings } from './unchecked-settings.ts';
import { uncheckedTexts } from './unchecked-texts.ts';
import { unencryptedUrls } from './unencrypted-urls.ts';

export interface WeakLink {
  readonly span: Span;
  readonly what: string;
  /** Nothing about where it goes is left open. */
  readonly toBinance?: boolean;
  readonly confidence?: Confidence;
}

/** In no order; one may be told twice. */
export function* weakLinks(subject: Subject): Generator<WeakLink> {
  yield* uncheckedSettings(subject);
  yield* uncheckedTexts(subject);
  yield* uncheckedCommands(subject);
  yield* unencryptedUrls(subject);
}
