/**
 * Document → observations: candidates with the clues that this document alone gives, plus what it says of its project
 * and its ignore comments. The life of every raw value ends here.
 */
import type { Candidate, Use } from './candidates/candidate.ts';
import { candidatesOf } from './candidates/index.ts';
import { hexIsCredential, weigh } from './clues/weigh.ts';
import { documentedAs } from './documented.ts';
import { lineHashes } from './line-hash.ts';
import { locate } from './locate.ts';
import { meaningOfPath } from './clues/names.ts';
import { isForOtherExchange } from './clues/other-exchange.ts';
import { read } from './read/index.ts';
import { forCredentials } from './read/interest.ts';
import { clue } from './signals.ts';
import { Withheld } from './withheld.ts';
import { ignoresOf } from './suppress.ts';
import { worthReading } from './worth-reading.ts';
import { projectObservations, surroundingsOf } from './clues/surroundings.ts';
import { serviceWithin } from './risks/keys/services.ts';
import { observeRisks } from './risks/observe-risks.ts';
import type { CredentialObservation, Document, Observation, Parsed, RiskObservation } from './types.ts';

const hexPair = clue('hex-pair', 'two hex values side by side, for the testnet');

/** Names of what holds credentials, and of what makes tuples. */
const owning =
  /cred|auth|account|key|secret|api|binance|client|testnet|login|triple|pair|tuple|of$|^(?:new|build|make|create|connect|init)/i;

/** `{ "klines.zip": … }`: a name that is neither an index nor one of a credential. */
function isNamedElse({ path, embedded, call }: Use): boolean {
  const name = path.findLast((step) => !/^\d+$/.test(step)) ?? call?.callee.at(-1) ?? '';
  return !embedded && name.length > 1 && !owning.test(name) && meaningOfPath(path).role === undefined;
}

/** Whether it and its neighbour are the only two hex values of a call or a list. */
function isLonePair(candidate: Candidate, around: readonly Candidate[]): boolean {
  const near = around.filter(({ shape, uses }) => shape === 'hex64' && !uses.some(isNamedElse));
  const containers = new Set(candidate.uses.map(({ container }) => container).filter((container) => container > 0));
  return near.filter(({ uses }) => uses.some(({ container }) => containers.has(container))).length === 2;
}

/**
 * Everything worth knowing of one document. Pure; never throws; cheap for documents without candidates.
 * @param parsed of a front that has a parser of its own for the document's code
 */
export function observe(document: Document, parsed?: Parsed): Observation[] {
  return withLineHashes([...observeCredentials(document, parsed), ...observeRisks(document, parsed)], document);
}

/** Those that may become findings get the hash of their line; one into which a passphrase would go is not told. */
function withLineHashes(observations: Observation[], { text, start, origin }: Document): Observation[] {
  if (start !== undefined || origin.kind === 'editor' || !observations.some(isHashed)) return observations;
  const hashes = lineHashes(text);
  const passphrases = observations.flatMap((one) =>
    one.kind === 'credential' && one.shape === 'passphrase' ? [one] : [],
  );
  return observations.map((one) => {
    if (!isHashed(one)) return one;
    const { hash: lineHash, lastLine } = hashes[one.start.line - 1] ?? {};
    const tells = passphrases.some((other) => other.end.line >= one.start.line && other.start.line <= (lastLine ?? 0));
    return lineHash === undefined || tells ? one : { ...one, lineHash };
  });
}

const isHashed = (one: Observation): one is CredentialObservation | RiskObservation =>
  one.kind === 'credential' || one.kind === 'risk';

/** The credentials of a document, its ignore comments and what it says of its project. */
export function observeCredentials(document: Document, parsed?: Parsed): Observation[] {
  const { text } = document;
  const found: Observation[] = [...projectObservations(document)];
  // A front with a parser has asked before.
  if (!parsed && !worthReading(text, () => isForOtherExchange(document))) return found;
  const reading = read(document, forCredentials, parsed);
  const locator = locate(document);
  for (const ignore of ignoresOf(document, reading, locator)) found.push(ignore);
  const candidates = candidatesOf(document, reading);
  if (candidates.length === 0) return found;
  const around = surroundingsOf(document, reading);
  const withheld = new Withheld(candidates.map(({ secret }) => secret));
  const safe = (words: string): string => withheld.from(words);
  for (const [index, candidate] of candidates.entries()) {
    const { start, end } = candidate.span;
    if (document.focus && (start < document.focus.start || start >= document.focus.end)) continue;
    const neighbours = candidates.slice(Math.max(0, index - 1), index + 2);
    const { clues, environment, environmentBy, use, stem } = weigh(candidate, neighbours, document, reading, around);
    const documented = documentedAs(candidate.secret.sha256) !== undefined;
    const isHexPair =
      candidate.shape === 'hex64' &&
      environment === 'testnet' &&
      isLonePair(candidate, candidates.slice(Math.max(0, index - 2), index + 3));
    if (candidate.shape === 'hex64' && !documented && !hexIsCredential(clues, environment, isHexPair)) continue;
    const service = candidate.uses
      .map(({ path }) => serviceWithin(document.path, path))
      .find((one) => one !== undefined);
    const variable = candidate.uses
      .map(({ path }) => path.at(-1) ?? '')
      .find((name) => /^[A-Z][A-Z0-9_]{2,60}$/.test(name));
    const observation: CredentialObservation = {
      kind: 'credential',
      shape: candidate.shape,
      fingerprint: candidate.secret.fingerprint,
      masked: candidate.secret.masked,
      documented,
      clues: [...clues, ...(isHexPair ? [hexPair] : [])].map((one) =>
        safe(one.says) === one.says ? one : { ...one, says: safe(one.says) },
      ),
      ...{ environment, environmentBy },
      use: safe(use),
      stem: safe(stem),
      containers: [...new Set(candidate.uses.map(({ container }) => container))],
      sample: around.sample,
      ...(service !== undefined && { service: safe(service) }),
      ...(variable !== undefined && { variable: safe(variable) }),
      path: document.path,
      origin: document.origin,
      ...locator.places({ start, end }),
    };
    found.push(observation);
  }
  return found;
}
