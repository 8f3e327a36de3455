/** The report as JSON, schema 1 (docs/contracts.md; published as schema/report.schema.json). Keys come in a fixed order. */
import type { Finding, SuppressedFinding } from '@bnguard/engine';
import type { Report } from '../types.ts';
import { visibleJson } from './visible.ts';

/**
 * Indented by two spaces, with a final newline, in pieces: one for each finding. Characters that a terminal would obey are
 * written as `\uXXXX`.
 */
export function* jsonReport(report: Report): Generator<string> {
  const { schema, tool, asOf, complete, findings, suppressed, skipped, coverage, ...more } = report;
  yield '{';
  yield* members({ schema, tool, asOf, complete });
  yield ',\n  "findings": ';
  yield* list(findings, inOrder);
  yield ',\n  "suppressed": ';
  yield* list(suppressed, inOrder);
  yield ',\n  "skipped": ';
  yield* list(skipped, (skip) => skip);
  yield ',';
  yield* members({ coverage, ...more });
  yield '\n}\n';
}

/** The same as one string, for a report that is not huge. */
export const jsonText = (report: Report): string => [...jsonReport(report)].join('');

/** A finding with its keys in the order of the contract. */
export function inOrder(finding: Finding | SuppressedFinding): object {
  const { rule, role, severity, confidence, message, masked, fingerprint, environment, pair, ...rest } = finding;
  const { repository, path, start, end, origin, evidence, ...more } = rest;
  return {
    ...{ rule, role, severity, confidence, message, masked, fingerprint, environment, pair },
    ...{ repository, path, start, end, origin, evidence },
    ...more,
  };
}

function* members(data: object): Generator<string> {
  const present = Object.entries(data).filter(([, value]) => value !== undefined);
  for (const [i, [key, value]] of present.entries()) {
    yield `${i > 0 ? ',' : ''}\n  ${JSON.stringify(key)}: ${text(value, '  ')}`;
  }
}

function* list<T>(items: readonly T[], change: (item: T) => unknown): Generator<string> {
  if (items.length === 0) {
    yield '[]';
    return;
  }
  yield '[';
  for (const [i, item] of items.entries()) yield `${i > 0 ? ',' : ''}\n    ${text(change(item), '    ')}`;
  yield '\n  ]';
}

/** JSON whose further lines are indented; no string in it has a line break of its own. */
const text = (value: unknown, indent: string): string =>
  visibleJson(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${indent}`);
