/**
 * `bnguard/text`: a language of ESLint for files that no parser claims. A file is one node; `eslint-disable` comments
 * work in `#`, `//`, `--`, `;` and `<!-- -->`.
 */
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';

interface TextNode {
  readonly type: 'Text';
  readonly range: [number, number];
  readonly loc: { readonly start: Point; readonly end: Point };
}
interface Point {
  readonly line: number;
  readonly column: number;
}

/** A comment that speaks to ESLint. */
interface DirectiveNode {
  readonly type: 'Comment';
  readonly value: string;
  readonly range: [number, number];
  readonly loc: { readonly start: Point; readonly end: Point };
}

const directives = /(?<![^\s])(?:#|\/\/|--|;|<!--|\/\*)[ \t]*(eslint-(?:disable|enable)[^\n]*)/g;
const closing = /(?:-->|\*\/)$/;
const types = /^eslint-(disable|enable|disable-line|disable-next-line)$/;
const parser = new ConfigCommentParser();

class TextSourceCode extends TextSourceCodeBase {
  #directives: readonly DirectiveNode[] | undefined;

  /** All comments that speak to ESLint. Those that would configure rules do nothing here. */
  getInlineConfigNodes(): readonly DirectiveNode[] {
    return (this.#directives ??= this.#findDirectives());
  }

  getDisableDirectives(): { problems: never[]; directives: Directive[] } {
    const found = this.getInlineConfigNodes().flatMap((node) => {
      const { label, value, justification } = parser.parseDirective(node.value) ?? {};
      const type = types.exec(label ?? '')?.[1] as 'disable' | undefined;
      return type ? [new Directive({ type, node, value: value ?? '', justification: justification ?? '' })] : [];
    });
    return { problems: [], directives: found };
  }

  override traverse(): Iterable<VisitNodeStep> {
    const target = this.ast;
    return [1, 2].map((phase) => new VisitNodeStep({ target, phase: phase as 1 | 2, args: [target, undefined] }));
  }

  #findDirectives(): readonly DirectiveNode[] {
    return [...this.text.matchAll(directives)].map((match) => {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      const loc = { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) };
      return { type: 'Comment', value: match[1]!.trimEnd().replace(closing, ''), range: [start, end], loc };
    });
  }
}

interface File {
  readonly body: string | Uint8Array;
}

export interface TextLanguage {
  readonly fileType: 'text';
  readonly lineStart: 1;
  readonly columnStart: 1;
  readonly nodeTypeKey: 'type';
  readonly visitorKeys: Readonly<Record<string, string[]>>;
  validateLanguageOptions(): void;
  parse(file: File): { ok: true; ast: TextNode };
  createSourceCode(file: File, parsed: { ast: TextNode }): TextSourceCodeBase;
}

export const textLanguage: TextLanguage = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: 'type',
  visitorKeys: { Text: [] },
  validateLanguageOptions() {},
  parse({ body }) {
    const text = String(body);
    const lines = text.split('\n');
    const end = { line: lines.length, column: lines.at(-1)!.length + 1 };
    return { ok: true, ast: { type: 'Text', range: [0, text.length], loc: { start: { line: 1, column: 1 }, end } } };
  },
  createSourceCode({ body }, { ast }) {
    return new TextSourceCode({ text: String(body), ast });
  },
};
