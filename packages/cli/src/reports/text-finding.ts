/** One finding for people: place and name, the sentence that says why, its other half, what to do first. */
import type { Finding, Severity } from '@bnguard/engine';
import { pad, paragraph } from './layout.ts';
import { exposureSentences } from './text-exposure.ts';
import { placeName, shortId } from './text-place.ts';
import { signedBits } from './words.ts';
import type { Colors, TextOptions } from './text.ts';
import { isTestnet } from '@bnguard/engine/severity';
import { isCredential } from '../way-out/leaks.ts';

interface Surroundings extends TextOptions {
  readonly colors: Colors;
  /** How wide places and severities are in this file: columns line up over its findings. */
  readonly columns: Columns;
  /** The other half of its pair, where the report has it. */
  readonly other?: Finding;
  /** Rules whose advice this file has shown already. */
  readonly advised: Set<string>;
}

export interface Columns {
  readonly place: number;
  readonly severity: number;
}

/** What fits the findings of one file. */
export const columnsOf = (findings: readonly Finding[]): Columns => ({
  place: findings.reduce((most, finding) => Math.max(most, placeOf(finding).length), 0),
  severity: findings.reduce((most, { severity }) => Math.max(most, severity.length), 0),
});

export function findingLines(finding: Finding, around: Surroundings): string[] {
  const { colors, width, verbose, columns, advised } = around;
  const indent = 4 + columns.place;
  const head = [
    `  ${colors.bold(pad(placeOf(finding), columns.place))}`,
    severityWord(finding.severity, colors, columns.severity),
    finding.rule,
    ...(finding.masked ? [colors.cyan(finding.masked)] : []),
    finding.confidence === 'certain' ? finding.confidence : colors.dim(finding.confidence),
    ...(isTestnet(finding) ? [colors.dim(finding.environment)] : []),
    ...(finding.origin.kind === 'range' && !finding.origin.message
      ? [colors.dim(`commit ${shortId(finding.origin.commit)}`)]
      : []),
  ].join('  ');

  const lines = [head, ...paragraph(finding.message, width, indent)];
  const half = otherHalf(finding, around.other);
  if (half) lines.push(...paragraph(half, width, indent));
  if (finding.origin.kind === 'history') {
    for (const sentence of exposureSentences(finding.origin, finding.path))
      lines.push(...paragraph(sentence, width, indent));
  }
  // Of an API key whose secret is here, too, the secret's advice is the right one.
  const adviser = finding.rule === 'api-key' && around.other ? around.other.rule : finding.rule;
  const isHarmless = isTestnet(finding) && isCredential(finding);
  const advice = isHarmless ? ofTestnet : around.rules.find((rule) => rule.id === adviser)?.advice[0];
  const topic = isHarmless ? ofTestnet : adviser;
  if (advice && !advised.has(topic)) lines.push(...paragraph(advice, width, indent, '→ ').map(colors.green));
  advised.add(topic);
  if (verbose) lines.push(...evidenceLines(finding, width, indent).map(colors.dim));
  return lines;
}

/** Binance's API Management knows nothing of such a key. */
const ofTestnet =
  'Delete it where the testnet or demo key was made. No money is at stake, but what put it here will put the live one here too.';

const placeOf = ({ start }: Finding): string => `${start.line}:${start.column}`;

/** The severity in its colour, padded to `columns`. */
export function severityWord(severity: Severity, colors: Colors, columns: number): string {
  const paint = {
    critical: (text: string) => colors.bold(colors.red(text)),
    high: colors.red,
    medium: colors.yellow,
    low: colors.blue,
    info: colors.dim,
  }[severity];
  return paint(pad(severity, columns));
}

/** A sentence that ties key and secret together, naming the nearest place of the other half. */
function otherHalf(finding: Finding, other: Finding | undefined): string | undefined {
  if (!finding.pair) return undefined;
  if (!other) return `Forms a pair with fingerprint ${finding.pair}.`;
  const where =
    other.path === finding.path
      ? `in line ${other.start.line}`
      : other.path === ''
        ? `in the ${placeName(other)}`
        : `at ${other.path}:${placeOf(other)}`;
  return `Forms a pair with ${other.rule} ${other.masked} ${where}.`;
}

function evidenceLines(finding: Finding, width: number, indent: number): string[] {
  const clues = finding.evidence.flatMap(({ signal, bits, says }) =>
    paragraph(`${says} (${signal})`, width, indent, `${signedBits(bits).padStart(5)}  `),
  );
  return [...clues, ...paragraph(`fingerprint ${finding.fingerprint}`, width, indent)];
}
