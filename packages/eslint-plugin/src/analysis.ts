/**
 * One file, looked at once for all rules: gates, the engine, what the repository sets aside. Nearly every file ends at
 * the gates, before its tree is walked.
 */
import { conclude, locate, observe, type Document, type Finding, type Span } from '@bnguard/engine';
import { isWanted, mayHoldRisk } from '@bnguard/engine/gates';
import { bytesOf, mayFold, worthReading } from '@bnguard/engine/worth-reading';
import type { TSESLint } from '@typescript-eslint/utils';
import { readAst } from './ast/read-ast.ts';
import { standingOf, type Standing } from './repository.ts';

export type SourceCode = Readonly<TSESLint.SourceCode>;
export type Context = Pick<
  Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  'sourceCode' | 'filename' | 'cwd' | 'report'
>;

/** A finding with its place as offsets into the text. */
export interface Found {
  readonly finding: Finding;
  readonly span: Span;
}

export interface Analysis {
  /** Undefined where nothing could be found: most files, in which nothing that the repository decided counts. */
  readonly standing?: Standing;
  readonly found: readonly Found[];
}

const nothing: Analysis = { found: [] };
const known = new WeakMap<object, Analysis>();

/** What is found in the file that ESLint is at; the same object for every rule. */
export function analysisOf({ sourceCode, filename, cwd }: Context): Analysis {
  let analysis = known.get(sourceCode.ast);
  if (!analysis) known.set(sourceCode.ast, (analysis = analyse(sourceCode, filename, cwd)));
  return analysis;
}

function analyse(sourceCode: SourceCode, filename: string, cwd: string): Analysis {
  const { text } = sourceCode;
  // What a name alone makes worth reading, its end tells.
  const name = filename.split(/[\\/]/).slice(-2).join('/');
  if (!isWanted(name, bytesOf(text))) return nothing;
  const standing = standingOf(filename, cwd);
  const hasTree = isProgram(sourceCode);
  const path = standing.path || (hasTree ? 'input.ts' : '');
  const document: Document = { path, text, origin: { kind: 'editor' } };
  const mayHold = worthReading(text) || mayHoldRisk(document) || (hasTree && mayFold(text));
  if (!mayHold) return { standing, found: [] };
  const observations = observe(document, hasTree ? readAst(sourceCode) : undefined);
  const { findings } = conclude(observations, { suppressions: standing.decisions.suppressions });
  const { offset } = locate(document);
  const found = findings.map((finding) => ({
    finding,
    span: { start: offset(finding.start), end: offset(finding.end) },
  }));
  return { standing, found };
}

/** Whether the tree is one of JavaScript or TypeScript: YAML and TOML have programs of their own. */
export function isProgram({ ast, scopeManager }: SourceCode): boolean {
  return (
    scopeManager !== null && (ast.type as string) === 'Program' && !/^(?:YAML|TOML|JSON)/.test(ast.body[0]?.type ?? '')
  );
}
