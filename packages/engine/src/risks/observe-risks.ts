/**
 * Document → what is dangerous in it: asks every rule that looks for risks, and says of each thing found whose it may
 * be. What rules look for stands with them (rules/*.ts); here is what they share.
 */
import { createHash } from 'node:crypto';
import { besideEnvironment, exchangeClues, isNear } from '../clues/beside.ts';
import { environmentNear } from '../clues/environment.ts';
import { meaningOfPath, withoutValues } from '../clues/names.ts';
import { isForOtherExchange } from '../clues/other-exchange.ts';
import { isOtherSection } from '../clues/otherwise.ts';
import { isScanReport } from '../clues/scan-reports.ts';
import { surroundingsOf, type Surroundings } from '../clues/surroundings.ts';
import { locate } from '../locate.ts';
import { lex } from '../read/code/lexer.ts';
import { isLanguage, languageOf, languages } from '../read/languages.ts';
import { rules } from '../rules/index.ts';
import { clue } from '../signals.ts';
import { countBefore } from '../sorted.ts';
import type {
  Clue,
  Confidence,
  Document,
  Environment,
  Parsed,
  Risk,
  RiskObservation,
  Setting,
  Severity,
  Span,
  Subject,
  Unread,
} from '../types.ts';
import { type Chance, chanceIn, dependencyFile } from './gate.ts';
import { subjectOf } from './subject.ts';

/** So many findings of one rule are told of one file: a list of a thousand is data. */
const most = 200;

/** The rule that looks into lists of dependencies, whatever stands in them. */
const dependencies = 'unsafe-package';

const lookers = rules.flatMap(({ id, severity, look, mayFind }) => (look ? [{ id, severity, look, mayFind }] : []));

/**
 * Pure; never throws; cheap for documents in which no rule could find anything.
 * @param only the rules that are asked, besides those about lists of dependencies; absent: all
 */
export function observeRisks(document: Document, parsed?: Parsed, only?: ReadonlySet<string>): RiskObservation[] {
  const chance = narrowed(document, chanceIn(document.text), only, parsed !== undefined);
  if (!chance && !dependencyFile.test(document.path)) return [];
  const subject = subjectOf(document, chance, parsed);
  const found = risksIn(subject, chance);
  if (found.length === 0) return [];
  const settings = settingsAt(
    found.map(({ risk }) => risk.span),
    subject.settings,
  );
  const containerOf = containersIn(subject);
  const around = surroundingsOf(document, subject.reading);
  const locator = locate(document);
  return found.map(({ rule, severity, risk, name }, index) => {
    const setting = settings[index];
    return {
      kind: 'risk',
      rule,
      severity: risk.severity ?? severity,
      message: withoutValues(risk.message),
      fingerprint: identityOf(rule, document.path, name),
      clues: [
        sureness(risk.confidence ?? 'certain'),
        ...(risk.clues ?? []),
        ...whose(risk, setting, subject, around, containerOf),
      ],
      environment: environmentOf(risk, setting, subject, around),
      sample: around.sample || subject.isProse,
      ...(risk.since !== undefined && { since: risk.since }),
      path: document.path,
      origin: document.origin,
      ...locator.places(risk.span),
    };
  });
}

/**
 * Without rules that are not asked for, and those that the words of a program alone tell to find nothing. What they look
 * for is still read: it may tell the others whose something is.
 */
function narrowed(
  { path, text }: Document,
  chance: Chance | undefined,
  only: ReadonlySet<string> | undefined,
  isParsed: boolean,
): Chance | undefined {
  if (!chance || isBinary(text) || isForOtherExchange({ path, text }) || isScanReport({ path, text })) return undefined;
  let left = lookers.filter(({ id }) => chance.rules.has(id) && (!only || only.has(id)));
  // A front's parser may know more names than the words tell.
  if (!isParsed && left.some(({ mayFind }) => mayFind)) {
    const language = languageOf(path, text);
    if (isLanguage(language)) {
      const program: Unread = { text, language, tokens: () => lex(text, languages[language]) };
      left = left.filter(({ mayFind }) => !mayFind || mayFind(program));
    }
  }
  return left.length === 0 ? undefined : { rules: new Set(left.map(({ id }) => id)), words: chance.words };
}

/** A database, say, is no file of settings; one with a zero byte or two may be. */
function isBinary(text: string): boolean {
  return text.includes('\0') && text.split('\0', mostZeros + 1).length > mostZeros;
}

const mostZeros = 64;

interface FoundRisk {
  readonly rule: string;
  readonly severity: Severity;
  readonly risk: Risk;
  /** The risk’s, or with its number where others of the rule have it too. */
  readonly name: string;
}

/** What the rules find, at most so much of each. */
function risksIn(subject: Subject, chance: Chance | undefined): FoundRisk[] {
  const { document } = subject;
  const found: FoundRisk[] = [];
  for (const { id, severity, look } of lookers) {
    if (id !== dependencies && !chance?.rules.has(id)) continue;
    const named = new Map<string, number>();
    let told = 0;
    for (const risk of look(subject)) {
      if (!isIn(document.focus, risk.span.start)) continue;
      if ((told += 1) > most) break;
      const count = (named.get(risk.name) ?? 0) + 1;
      named.set(risk.name, count);
      // The second of a name is another thing than the first.
      const name = count === 1 ? risk.name : `${risk.name}\0${String(count)}`;
      found.push({ rule: id, severity, risk, name });
    }
  }
  return found;
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

/** For each span the first setting that it stands in. One pass over the settings, of which there may be many. */
function settingsAt(spans: readonly Span[], settings: readonly Setting[]): readonly (Setting | undefined)[] {
  const order = spans.map((_, index) => index).sort((a, b) => spans[a]!.start - spans[b]!.start);
  const found: (Setting | undefined)[] = spans.map(() => undefined);
  let open = order;
  for (const setting of settings) {
    const { start, end } = setting.span;
    const first = countBefore(open.length, (at) => spans[open[at]!]!.start < start);
    let any = false;
    for (let at = first; at < open.length && spans[open[at]!]!.start <= end; at += 1) {
      if (spans[open[at]!]!.end > end) continue;
      found[open[at]!] = setting;
      any = true;
    }
    if (any) open = open.filter((index) => found[index] === undefined);
    if (open.length === 0) break;
  }
  return found;
}

/** The container of the first entry of a mapping, by how deep it lies and the steps above it. */
type ContainerOf = (path: readonly string[]) => number;

function containersIn({ settings }: Subject): ContainerOf {
  let known: Map<string, number> | undefined;
  const placeOf = (path: readonly string[]): string => `${String(path.length)}\0${path.slice(0, -1).join('\0')}`;
  return (path) => {
    if (!known) {
      known = new Map();
      for (const one of settings) {
        const place = placeOf(one.path);
        if (!known.has(place)) known.set(place, one.container);
      }
    }
    return known.get(placeOf(path)) ?? 0;
  };
}

/** A danger whatever the project is for: who else is named beside it, and for which system, says nothing. */
function isAnyones({ clues = [] }: Risk): boolean {
  return clues.some(({ signal }) => signal === 'anyones-risk');
}

/** What the document and the entries beside it say: Binance's, or another's. */
function whose(
  risk: Risk,
  setting: Setting | undefined,
  subject: Subject,
  around: Surroundings,
  containerOf: ContainerOf,
): readonly Clue[] {
  if (isAnyones(risk)) return [];
  const clues = [...around.clues];
  if (isNear(subject.document.text, risk.span, around)) {
    clues.push(clue('binance-near', 'Binance is named within ten lines'));
  }
  if (!setting) return clues;
  return [...clues, ...named(setting, subject, around), ...exchangeBeside(setting, around, containerOf)];
}

/** What the names of the setting, or of the call that takes it, say. */
function named(setting: Setting, subject: Subject, around: Surroundings): readonly Clue[] {
  const { binance, exchange, service } = meaningOfPath([...(setting.call?.callee ?? []), ...setting.path]);
  if (binance === 'name') return [clue('binance-name', 'its name says Binance')];
  const other = exchange ?? service;
  if (other !== undefined) return [clue('other-service', `its name says ${other}`)];
  return !(subject.reading.language in languages) && isOtherSection(setting.path, around.sections)
    ? [clue('other-section', 'the section beside its own is Binance’s')]
    : [];
}

/** What the entries beside it, or else beside the nearest mapping around it, say of the exchange. */
function exchangeBeside(setting: Setting, around: Surroundings, containerOf: ContainerOf): readonly Clue[] {
  const { length } = setting.path;
  let own = exchangeClues(setting, around);
  for (let depth = length - 1; own.length === 0 && depth > 0 && length - depth <= farthestAbove; depth -= 1) {
    const path = setting.path.slice(0, depth);
    own = exchangeClues({ path, container: containerOf(path) }, around);
  }
  return own;
}

/** Of so many mappings around it one is asked whose it is. */
const farthestAbove = 20;

function environmentOf(risk: Risk, setting: Setting | undefined, subject: Subject, around: Surroundings): Environment {
  if (isAnyones(risk)) return 'unknown';
  const beside = setting ? besideEnvironment(setting, around) : 'unknown';
  const told =
    beside === 'unknown' ? environmentNear(subject.document.text, risk.span, subject.isProse, around) : beside;
  return told === 'unknown' ? around.environment : told;
}
