/** The report as JSON, schema 1 (docs/contracts.md; published as schema/report.schema.json). Keys come in a fixed order. */
import type { Finding, SuppressedFinding } from '@bnguard/engine';
import type { Report } from '../types.ts';
import { visibleJson } from './visible.ts';

/** Indented by two spaces, with a final newline. Characters that a terminal would obey are written as `\uXXXX`. */
export function jsonReport(report: Report): string {
  const { schema, tool, asOf, complete, findings, suppressed, skipped, coverage, ...more } = report;
  const ordered = {
    schema,
    tool,
    asOf,
    complete,
    findings: findings.map(inOrder),
    suppressed: suppressed.map(inOrder),
    skipped,
    coverage,
    ...more,
  };
  return `${visibleJson(JSON.stringify(ordered, null, 2))}\n`;
}

function inOrder(finding: Finding | SuppressedFinding): object {
  const { rule, role, severity, confidence, message, masked, fingerprint, environment, pair, ...rest } = finding;
  const { repository, path, start, end, origin, evidence, ...more } = rest;
  return {
    ...{ rule, role, severity, confidence, message, masked, fingerprint, environment, pair },
    ...{ repository, path, start, end, origin, evidence },
    ...more,
  };
}
