/**
 * The programs in a document: the file itself, the scripts in its fences, the cells of a notebook. For rules that must
 * see what a Reading does not keep: the order of words, operators, what a command pipes where.
 */
import { cellsOf } from '../../read/cells.ts';
import { lex } from '../../read/code/lexer.ts';
import type { Tokens } from '../../read/code/tokens.ts';
import { fencesOf } from '../../read/fences.ts';
import {
  isLanguage,
  languageOf,
  languageOfFence,
  languages,
  type FormatName,
  type Language,
  type LanguageName,
} from '../../read/languages.ts';
import { sourceSpan, verbatim } from '../../read/pieces.ts';
import { countBefore } from '../../sorted.ts';
import type { Span, Subject } from '../../types.ts';

export interface Part {
  readonly text: string;
  readonly language: LanguageName | FormatName;
  /** Where [start, end) of the part's text stands in the document. */
  readonly source: (span: Span) => Span;
  /** Whether what stands at the offset is commented out. */
  readonly isComment: (at: number) => boolean;
  /** Read as code, whatever it is. */
  readonly tokens: () => Tokens;
}

const known = new WeakMap<Subject, readonly Part[]>();

/** In the order of the text. Nothing of running text. */
export function partsOf(subject: Subject): readonly Part[] {
  let parts = known.get(subject);
  if (!parts) known.set(subject, (parts = collect(subject)));
  return parts;
}

function collect({ document: { text, path }, reading, isProse }: Subject): readonly Part[] {
  const language = languageOf(path, text);
  if (language === 'markdown') {
    return [...fencesOf(text)]
      .filter(({ span, body }) => !isWarning(text, span, body))
      .map(({ info, body }) => {
        const code = text.slice(body.start, body.end);
        const value = verbatim(text, body.start, body.end);
        return partOf(code, languageOfFence(info, code), (span) => sourceSpan(value, span));
      });
  }
  if (language === 'notebook') {
    const cells = cellsOf(text, () => true)?.filter(({ kind }) => kind === 'source');
    return (cells ?? []).map(({ value }) => partOf(value.text, 'python', (span) => sourceSpan(value, span)));
  }
  if (isProse) return [];
  return [partOf(text, language, (span) => span, reading.comments)];
}

function partOf(text: string, language: Part['language'], source: Part['source'], comments?: readonly Span[]): Part {
  let tokens: Tokens | undefined;
  const lexed = (): Tokens => (tokens ??= lex(text, lexedAs(language)));
  let spans = comments;
  return {
    ...{ text, language, source, tokens: lexed },
    isComment(at) {
      spans ??= lexed().comments;
      const before = countBefore(spans.length, (index) => spans![index]!.start <= at);
      return before > 0 && at < spans[before - 1]!.end;
    },
  };
}

function lexedAs(language: Part['language']): Language {
  if (isLanguage(language)) return languages[language];
  if (language === 'env') return languages.shell;
  return language === 'markup' || language === 'json' ? languages.javascript : languages.hash;
}

/** Words that warn of what a block shows, in the line before it or in it. */
const warning =
  /\b(?:never|do(?:es)? not|don['’]?t|must not|should not|shouldn['’]t|avoid|unsafe|insecure|dangerous|wrong|bad|anti-?pattern|instead of)\b|❌|🚫|⚠|✗|不要|切勿|禁止/i;

function isWarning(text: string, span: Span, body: Span): boolean {
  const before = text.slice(Math.max(0, span.start - 300), span.start).trimEnd();
  const lastLine = before.slice(before.lastIndexOf('\n') + 1);
  return (
    warning.test(lastLine) ||
    warning.test(
      text
        .slice(body.start, Math.min(body.end, body.start + 4000))
        .replace(/insecure\w*|dangerous\w*|\w{1,40}insecure/gi, ''),
    )
  );
}

/** Matches of a global pattern in the programs of a document, outside of comments. `at`: where it stands in the part. */
export function* occurrences(
  subject: Subject,
  pattern: RegExp,
): Generator<{ readonly part: Part; readonly match: RegExpExecArray; readonly at: number }> {
  for (const part of partsOf(subject))
    for (const match of part.text.matchAll(pattern))
      if (!part.isComment(match.index)) yield { part, match, at: match.index };
}
