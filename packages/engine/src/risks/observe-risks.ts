/**
 * Document → what is dangerous in it: asks every rule that looks for risks, and says of each thing found whose it may
 * be. What rules look for stands with them (rules/*.ts); here is what they share.
 */
import { createHash } from 'node:crypto';
import { besideEnvironment, exchangeClues, isNear } from '../clues/beside.ts';
import { environmentNear } from '../clues/environment.ts';
import { meaningOfPath, withoutValues } from '../clues/names.ts';
import { isOtherSection } from '../clues/otherwise.ts';
import { surroundingsOf, type Surroundings } from '../clues/surroundings.ts';
import { locate } from '../locate.ts';
import { languages } from '../read/languages.ts';
import { countBefore } from '../sorted.ts';
import { rules } from '../rules/index.ts';
import { clue } from '../signals.ts';
import type { Clue, Confidence, Document, Environment, Risk, RiskObservation, Setting, Subject } from '../types.ts';
import { chanceIn, mayHoldRisk } from './gate.ts';
import { subjectOf } from './subject.ts';

/** So many findings of one rule are told of one file: a list of a thousand is data. */
const most = 200;

/** The rule that looks into lists of dependencies, whatever stands in them. */
const dependencies = 'unsafe-package';

const lookers = rules.flatMap(({ id, severity, look }) => (look ? [{ id, severity, look }] : []));

/** Pure; never throws; cheap for documents in which no rule could find anything. */
export function observeRisks(document: Document): RiskObservation[] {
  if (!mayHoldRisk(document)) return [];
  const subject = subjectOf(document);
  const observations: RiskObservation[] = [];
  let around: Surroundings | undefined;
  const locator = locate(document);
  const chance = chanceIn(document.text);
  for (const { id, severity, look } of lookers) {
    if (id !== dependencies && !chance?.rules.has(id)) continue;
    const named = new Map<string, number>();
    let told = 0;
    for (const risk of look(subject)) {
      if (!isIn(document.focus, risk.span.start)) continue;
      if ((told += 1) > most) break;
      around ??= surroundingsOf(document, subject.reading);
      const count = (named.get(risk.name) ?? 0) + 1;
      named.set(risk.name, count);
      // The second of a name is another thing than the first.
      const name = count === 1 ? risk.name : `${risk.name}\0${String(count)}`;
      observations.push({
        kind: 'risk',
        rule: id,
        severity: risk.severity ?? severity,
        message: withoutValues(risk.message),
        fingerprint: identityOf(id, document.path, name),
        clues: [sureness(risk.confidence ?? 'certain'), ...(risk.clues ?? []), ...whose(risk, subject, around)],
        environment: environmentOf(risk, subject, around),
        sample: around.sample || subject.isProse,
        ...(risk.since !== undefined && { since: risk.since }),
        path: document.path,
        origin: document.origin,
        ...locator.places(risk.span),
      });
    }
  }
  return observations;
}

function isIn(focus: Document['focus'], at: number): boolean {
  return !focus || (at >= focus.start && at < focus.end);
}

/** The identity of a finding that has no value: of the rule, the file and what it is called there. */
export function identityOf(rule: string, path: string, name: string): string {
  return createHash('sha256').update(`risk\0${rule}\0${path}\0${name}`).digest('hex').slice(0, 32);
}

function sureness(confidence: Confidence): Clue {
  if (confidence === 'certain') return clue('plain-risk', 'it says so in so many words');
  if (confidence === 'likely') return clue('likely-risk', 'it can hardly be anything else');
  return clue('doubtful-risk', 'it may be something else');
}

/** The settings of a subject by where they stand, made once: a file may have as many as it has lines. */
interface Places {
  /** By their starts. */
  readonly inOrder: readonly Setting[];
  /** The container of the first setting of each mapping, by the path of what holds it. */
  readonly containers: ReadonlyMap<string, number>;
}
const places = new WeakMap<Subject, Places>();

function placesOf(subject: Subject): Places {
  let known = places.get(subject);
  if (!known) {
    const containers = new Map<string, number>();
    for (const { path, container } of subject.settings) {
      const key = keyOf(path.length, path.slice(0, -1));
      if (!containers.has(key)) containers.set(key, container);
    }
    known = { inOrder: subject.settings.toSorted((a, b) => a.span.start - b.span.start), containers };
    places.set(subject, known);
  }
  return known;
}

const keyOf = (length: number, above: readonly string[]): string => `${String(length)}\0${above.join('\0')}`;

/** So many settings that begin before a risk may be nested around it. */
const mostAround = 100;

/** The binding or argument that stands where the risk does, if one does: the innermost. */
function settingAt({ span }: Risk, subject: Subject): Setting | undefined {
  const { inOrder } = placesOf(subject);
  const before = countBefore(inOrder.length, (index) => inOrder[index]!.span.start <= span.start);
  for (let at = before - 1; at >= Math.max(0, before - mostAround); at -= 1) {
    if (span.end <= inOrder[at]!.span.end) return inOrder[at];
  }
  return undefined;
}

/** A danger whatever the project is for: who else is named beside it, and for which system, says nothing. */
function isAnyones({ clues = [] }: Risk): boolean {
  return clues.some(({ signal }) => signal === 'anyones-risk');
}

/** What the document and the entries beside it say: Binance's, or another's. */
function whose(risk: Risk, subject: Subject, around: Surroundings): readonly Clue[] {
  if (isAnyones(risk)) return [];
  const clues = [...around.clues];
  if (isNear(subject.document.text, risk.span, around)) {
    clues.push(clue('binance-near', 'Binance is named within ten lines'));
  }
  return [...clues, ...named(risk, subject, around), ...exchangeBeside(risk, subject, around)];
}

/** What the names of the setting, or of the call that takes it, say. */
function named(risk: Risk, subject: Subject, around: Surroundings): readonly Clue[] {
  const setting = settingAt(risk, subject);
  if (!setting) return [];
  const { binance, exchange, service } = meaningOfPath([...(setting.call?.callee ?? []), ...setting.path]);
  if (binance === 'name') return [clue('binance-name', 'its name says Binance')];
  const other = exchange ?? service;
  if (other !== undefined) return [clue('other-service', `its name says ${other}`)];
  return !(subject.reading.language in languages) && isOtherSection(setting.path, around.sections)
    ? [clue('other-section', 'the section beside its own is Binance’s')]
    : [];
}

/** What the entries beside it, or else beside the nearest mapping around it, say of the exchange. */
function exchangeBeside(risk: Risk, subject: Subject, around: Surroundings): readonly Clue[] {
  const setting = settingAt(risk, subject);
  if (!setting) return [];
  const own = exchangeClues(setting, around);
  for (let depth = setting.path.length - 1; own.length === 0 && depth > 0; depth -= 1) {
    const path = setting.path.slice(0, depth);
    const container = placesOf(subject).containers.get(keyOf(depth, path.slice(0, -1))) ?? 0;
    own.push(...exchangeClues({ path, container }, around));
  }
  return own;
}

function environmentOf(risk: Risk, subject: Subject, around: Surroundings): Environment {
  if (isAnyones(risk)) return 'unknown';
  const setting = settingAt(risk, subject);
  const beside = setting ? besideEnvironment(setting, around) : 'unknown';
  const told =
    beside === 'unknown' ? environmentNear(subject.document.text, risk.span, subject.isProse, around) : beside;
  return told === 'unknown' ? around.environment : told;
}
