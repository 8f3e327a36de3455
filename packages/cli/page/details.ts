/** One finding in full: what and where, since when, why we think so, and the steps to take. */
import type { Finding } from '@bnguard/engine';
import type { PageData, PageFinding } from '../src/reports/html/page-data.ts';
import { exposureSentences } from '../src/reports/text-exposure.ts';
import { halfFinder } from '../src/reports/other-half.ts';
import { placeName } from '../src/reports/text-place.ts';
import { signedBits } from '../src/reports/words.ts';
import { isCredential, leakWith, type Leak } from '../src/way-out/leaks.ts';
import { wayOut } from '../src/way-out/way-out.ts';
import { copyable, make } from './elements.ts';

/** With evidence in place of indices, as the modules that all formats share expect it. */
const whole = ({ clues }: PageData, { clues: indices, ...rest }: PageFinding): Finding => ({
  ...rest,
  evidence: indices.map((i) => clues[i]!),
});

/** The place as one line: `src/bot.ts:3:35`. */
export const placeOf = (finding: PageFinding): string =>
  `${placeName(finding)}:${finding.start.line}:${finding.start.column}`;

export function detailsOf(finding: PageFinding, data: PageData, choose: (other: PageFinding) => void): HTMLElement[] {
  const { rule, masked, message, origin, path, fingerprint, suppression } = finding;
  const parts: HTMLElement[] = [
    make('h3', '', [rule, masked].filter(Boolean).join(' ')),
    make('div', 'facts', ...facts(finding)),
    make('p', '', `${message}.`),
    copyable(placeOf(finding), 'the place'),
  ];
  if (suppression) {
    const { by, at, reason } = suppression;
    parts.push(
      make('p', 'note', `Set aside by ${[by, at].filter(Boolean).join(' ')}: ${reason ?? 'no reason given'}.`),
    );
  }
  const other = halfFinder(data.findings)(finding);
  if (other) {
    const button = make('button', '', `Its other half: ${other.rule} ${other.masked}`);
    button.type = 'button';
    button.addEventListener('click', () => choose(other));
    parts.push(make('p', '', button));
  }
  if (origin.kind === 'history') {
    parts.push(make('h3', '', 'In the history'));
    for (const sentence of exposureSentences(origin, path)) parts.push(make('p', '', sentence));
  }
  if (finding.clues.length > 0) {
    const clues = finding.clues.map((i) => {
      const { bits, says } = data.clues[i]!;
      return make('li', '', make('span', 'mono', signedBits(bits)), make('span', '', says));
    });
    parts.push(
      make('h3', '', 'Why we think so'),
      make('p', 'muted', 'In bits: +1 doubles the odds.'),
      make('ul', 'evidence', ...clues),
    );
  }
  parts.push(...stepsOf(finding, data), make('h3', '', 'Fingerprint'), copyable(fingerprint, 'the fingerprint'));
  return parts;
}

export function facts(finding: PageFinding): HTMLElement[] {
  const { severity, confidence, environment, pair, suppression, repository } = finding;
  const plain = [
    confidence,
    ...(environment === 'unknown' ? [] : [environment]),
    ...(pair === undefined ? [] : ['paired']),
    ...(suppression ? ['set aside'] : []),
    ...(repository === undefined ? [] : [repository]),
  ];
  return [make('span', `pill ${severity}`, severity), ...plain.map((word) => make('span', 'pill plain', word))];
}

function stepsOf(finding: PageFinding, data: PageData): HTMLElement[] {
  if (isCredential(finding)) {
    return [make('h3', '', 'The way out'), wayOutList(leakOf(finding, data))];
  }
  const advice = data.advice[finding.rule] ?? [];
  if (advice.length === 0) return [];
  return [
    make('h3', '', 'What to do'),
    make('ol', 'steps', ...advice.map((step) => make('li', '', make('p', '', step)))),
  ];
}

export function wayOutList(leak: Leak): HTMLElement {
  const items = wayOut(leak).map(({ title, says, commands, notes, ticket }) =>
    make(
      'li',
      '',
      make('strong', '', title),
      ...says.map((sentence) => make('p', '', sentence)),
      ...commands.flatMap((command) => [
        make('p', 'muted', command.says),
        copyable(command.text, `the command: ${command.says}`),
      ]),
      ...(ticket ? [make('p', 'muted', `A draft for ${ticket.to}:`), copyable(ticket.text, 'the draft')] : []),
      ...notes.map(({ says: note, source }) => {
        const link = make('a', '', 'Source');
        link.href = source;
        link.rel = 'noreferrer';
        return make('p', 'note', `${note} `, link);
      }),
    ),
  );
  return make('ol', 'steps', ...items);
}

/** The leak of a finding, among all findings of the page. */
export function leakOf(finding: PageFinding, data: PageData): Leak {
  const own = data.findings.filter(({ fingerprint }) => fingerprint === finding.fingerprint);
  // A half that stands alone here has its pair elsewhere.
  const values = new Set(own.flatMap(({ fingerprint, pair }) => [fingerprint, pair ?? fingerprint]));
  const same = data.findings.filter(({ fingerprint }) => values.has(fingerprint));
  return leakWith(
    whole(data, finding),
    same.map((one) => whole(data, one)),
  );
}
