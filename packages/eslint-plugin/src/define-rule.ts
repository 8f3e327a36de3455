/**
 * What every rule here is: findings of some rules of the engine, at their places, with suggestions. A rule's file says
 * which, and what to do about them.
 */
import type { Confidence, Finding, Severity } from '@bnguard/engine';
import { atLeastAsBad, atLeastAsSure, confidences, severities } from '@bnguard/engine/severity';
import type { TSESLint } from '@typescript-eslint/utils';
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';
import { analysisOf, type Context, type Found, type SourceCode } from './analysis.ts';
import { ignoring } from './suggestions/ignore.ts';

export interface Options {
  /** Nothing below is told. */
  readonly minSeverity?: Severity;
  readonly minConfidence?: Confidence;
}

/** What one may do about a finding, as an edit of the text. */
export interface Suggestion {
  readonly messageId: Exclude<MessageId, 'found' | 'problem'>;
  readonly data?: Readonly<Record<string, string>>;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type Suggest = (found: Found, sourceCode: SourceCode, filename: string) => readonly Suggestion[];

export interface Docs {
  readonly recommended: 'error' | 'warn';
  /** An example that it reports, and the same without the danger. Placeholders stand for keys. */
  readonly wrong: string;
  readonly right: string;
  /** The engine's rules whose findings it shows. */
  readonly finds: readonly string[];
}

export interface RuleText extends Omit<Docs, 'finds'> {
  readonly name: string;
  readonly description: string;
  /** The engine's rules whose findings are shown, each with the remedy that its message ends with. */
  readonly finds: Readonly<Record<string, string>>;
  readonly suggest?: Suggest;
  /** A remedy that fits the file better than the rule's. */
  readonly remedy?: (found: Found, sourceCode: SourceCode, filename: string) => string | undefined;
  /** Tells what is wrong with the configuration, which only one rule need do. */
  readonly tellsProblems?: boolean;
}

const messages = {
  found: '{{fact}}. {{remedy}}',
  problem: 'bnguard cannot read what the repository decided: {{problem}}',
  useEnvironment: 'Read it from {{expression}}.',
  dropDefault: 'Leave out the default, and read {{expression}} alone.',
  turnOff: 'Write {{value}} instead.',
  ignore: 'Ignore it with a comment that says why.',
} as const;
export type MessageId = keyof typeof messages;

export type BnguardRule = TSESLint.RuleModule<MessageId, readonly [Options?], Docs>;

/** As severities are: what shows the most comes first. */
const fromDoubtful = confidences.toReversed();

const anything = ['string', 'number', 'boolean', 'object', 'array', 'null'] as const;

/** Throws an Error that names the option and the words that it takes. */
function checkOption(rule: string, option: string, value: unknown, words: readonly string[]): void {
  if (value === undefined || words.includes(value as string)) return;
  throw new Error(
    `bnguard/${rule}: the option ${option} is one of ${words.join(', ')}, and not ${JSON.stringify(value)}.`,
  );
}

const createRule = RuleCreator<Docs>((name) => `https://www.npmjs.com/package/eslint-plugin-bnguard#${name}`);

export function defineRule(rule: RuleText): BnguardRule {
  const { name, description, recommended, wrong, right, finds, suggest, remedy, tellsProblems } = rule;
  return createRule<readonly [Options?], MessageId>({
    name,
    meta: {
      type: 'problem',
      docs: { description, recommended, wrong, right, finds: Object.keys(finds) },
      hasSuggestions: true,
      messages,
      schema: [
        {
          type: 'object',
          description: 'Which findings are told.',
          additionalProperties: false,
          properties: {
            // What is wrong with a value is told below, by the option's name: ESLint would tell the value alone.
            minSeverity: {
              type: [...anything],
              description: `Tell nothing that is less severe (absent: what the configuration says, else low). One of ${severities.join(', ')}.`,
            },
            minConfidence: {
              type: [...anything],
              description: `Tell nothing that is less sure (absent: what the configuration says, else likely). One of ${fromDoubtful.join(', ')}.`,
            },
          },
        },
      ],
      defaultOptions: [{}],
      // Any language: the listeners below know the roots of all that have text.
      languages: ['*'],
    },
    create(context, [options = {}]) {
      checkOption(name, 'minSeverity', options.minSeverity, severities);
      checkOption(name, 'minConfidence', options.minConfidence, fromDoubtful);
      const tell = (): void => {
        const { found, standing } = analysisOf(context);
        if (tellsProblems && standing?.problem !== undefined) {
          const start = context.sourceCode.getLocFromIndex(0);
          context.report({ loc: { start, end: start }, messageId: 'problem', data: { problem: standing.problem } });
        }
        if (found.length === 0) return;
        const { minSeverity = 'low', minConfidence = 'likely' } = { ...standing?.decisions, ...options };
        const isTold = ({ severity, confidence }: Finding): boolean =>
          atLeastAsBad(severity, minSeverity) && atLeastAsSure(confidence, minConfidence);
        for (const one of found) {
          const general = finds[one.finding.rule];
          if (general === undefined || !isTold(one.finding)) continue;
          const own = remedy?.(one, context.sourceCode, context.filename);
          const suggestions = [
            ...(suggest?.(one, context.sourceCode, context.filename) ?? []),
            ...ignoring(one, context.sourceCode, context.filename),
          ];
          report(context, one, own ?? general, suggestions);
        }
      };
      // The root of a file's tree, by languages: JavaScript, YAML and TOML; JSON and HTML; Markdown; CSS; our text.
      return { Program: tell, Document: tell, root: tell, StyleSheet: tell, Text: tell };
    },
  });
}

function report(context: Context, { finding, span }: Found, remedy: string, suggestions: readonly Suggestion[]): void {
  context.report({
    loc: { start: context.sourceCode.getLocFromIndex(span.start), end: context.sourceCode.getLocFromIndex(span.end) },
    messageId: 'found',
    data: { fact: finding.message.replace(/\.$/, ''), remedy },
    suggest: suggestions.map(({ messageId, data, start, end, text }) => ({
      messageId,
      ...(data && { data }),
      fix: (fixer) => fixer.replaceTextRange([start, end], text),
    })),
  });
}
