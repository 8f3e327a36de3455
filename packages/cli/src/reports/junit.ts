/** Findings as failed test cases, for CI systems that show those. Escaped; holds nothing that XML 1.0 forbids. */
import type { Finding } from '@bnguard/engine';
import type { Report } from '../types.ts';
import { firstStep } from '../way-out/way-out.ts';
import { logSafe } from './log-safe.ts';
import { halfFinder } from './other-half.ts';
import { placeName } from './text-place.ts';
import { visible } from './visible.ts';
import { isGap } from './gap.ts';
import { signedBits } from './words.ts';

/** A finding is a failure, a suppressed one is skipped, what could not be read is an error; a clean scan is one passed case. */
export function* junitReport(report: Report): Generator<string> {
  const { findings, suppressed, skipped, complete } = report;
  const half = halfFinder(findings);
  const gaps = complete ? [] : skipped.filter(isGap);
  const errors = complete ? 0 : Math.max(1, gaps.length);
  const isClean = findings.length + suppressed.length + errors === 0;
  const counts = {
    tests: findings.length + suppressed.length + errors + (isClean ? 1 : 0),
    failures: findings.length,
    errors,
    skipped: suppressed.length,
  };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: 'bnguard', ...counts })}>\n`;
  yield `  <testsuite${attributes({ name: 'bnguard', ...counts, time: 0, timestamp: report.asOf.slice(0, 19) })}>\n`;
  for (const finding of findings) {
    const { severity, rule, message } = finding;
    yield `    <testcase${caseAttributes(finding)}>\n`;
    yield `      <failure${attributes({ type: rule, message: `${severity}: ${message}` })}>${logSafe(escaped(bodyOf(finding, half(finding))))}</failure>\n`;
    yield '    </testcase>\n';
  }
  for (const finding of suppressed) {
    const { by, at, reason } = finding.suppression;
    yield `    <testcase${caseAttributes(finding)}><skipped${attributes({ message: [by, at, reason].filter(Boolean).join(': ') })}/></testcase>\n`;
  }
  for (const { path, object, why, detail } of gaps.length > 0 || complete ? gaps : [incomplete]) {
    yield `    <testcase${attributes({ classname: path || (object ?? 'scan'), name: 'could be read', time: 0 })}>`;
    yield `<error${attributes({ type: why, message: detail ?? why })}/></testcase>\n`;
  }
  if (isClean) yield `    <testcase${attributes({ classname: 'bnguard', name: 'no findings', time: 0 })}/>\n`;
  yield '  </testsuite>\n</testsuites>\n';
}

const incomplete = { path: '', object: undefined, why: 'unreadable', detail: 'not everything could be read' } as const;

function caseAttributes(finding: Finding): string {
  const { rule, masked, start } = finding;
  const place = placeName(finding);
  const name = [rule, masked, `at line ${start.line}`].filter(Boolean).join(' ');
  return attributes({ classname: place, name, file: finding.path || undefined, line: start.line, time: 0 });
}

function bodyOf(finding: Finding, half: Finding | undefined): string {
  const { start, message, severity, confidence, fingerprint, evidence } = finding;
  return [
    `${placeName(finding)}:${start.line}:${start.column}`,
    `${message} (${severity}, ${confidence})`,
    ...evidence.map(({ says, bits }) => `  ${signedBits(bits)} ${says}`),
    ...firstStep(finding, half),
    `fingerprint ${fingerprint}`,
  ]
    .map(visible)
    .join('\n');
}

function attributes(all: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(all)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(visible(String(value)))}"`))
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For text and attributes. `visible` has replaced controls and lone surrogates; two more code points are forbidden. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character]!).replace(/[\ufffe\uffff]/g, '\ufffd');
