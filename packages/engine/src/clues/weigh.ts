/** Candidate + its document → clues. Every sentence names what was seen, never a value. */
import { nearClues } from './beside.ts';
import type { Candidate, Use } from '../candidates/candidate.ts';
import { isProse } from '../candidates/keys.ts';
import { linesAround } from '../lines.ts';
import { clue } from '../signals.ts';
import type { Clue, Document, Environment, Reading, Shape } from '../types.ts';
import { isLedLater, leadOthersOnly } from './acting.ts';
import { environmentNear, isSaid } from './environment.ts';
import { meaningOf } from './names.ts';
import type { Surroundings } from './surroundings.ts';
import { weighUse, type WeighedUse } from './use.ts';

export interface Weighed {
  readonly clues: readonly Clue[];
  readonly environment: Environment;
  /** What tells it. */
  readonly environmentBy: string;
  readonly use: string;
  readonly stem: string;
}

/** Everything that speaks for or against the candidate in its document. */
export function weigh(
  candidate: Candidate,
  neighbours: readonly Candidate[],
  document: Document,
  reading: Reading,
  around: Surroundings,
): Weighed {
  const clues: Clue[] = [
    shapeClue(candidate),
    // Private keys serve every API: what this one looks like says nothing of them.
    ...around.clues.filter(({ group }) => candidate.algorithm === undefined || group !== 'api-word'),
  ];
  if (candidate.shape === 'passphrase') clues.push(clue('any-passphrase', 'a passphrase may be for any private key'));
  if (candidate.algorithm !== undefined) clues.push(...privateKeyClues(candidate.algorithm, document.path));
  const uses = candidate.uses.map((use) => weighUse(use, candidate, document, reading, around));
  // What is no key is told by its place; its name can only say whose it is.
  const isKey = !otherShapes.has(candidate.shape);
  const isAlias = (index: number): boolean => candidate.uses[index]?.alias === true;
  const tellsRole = uses.some((use, index) => !isAlias(index) && use.clues.some(({ role }) => role !== undefined));
  for (const [index, use] of uses.entries()) {
    // Its own name tells more than another that stands for it, and what that says against it is of what is made of it.
    const heard = ({ bits, role }: Clue): boolean => !isAlias(index) || (bits > 0 && !(tellsRole && role));
    clues.push(...use.clues.filter((one) => (isKey || one.question === 'binance') && heard(one)));
  }
  clues.push(...nearClues(candidate, neighbours, document, around));
  if (candidate.algorithm !== undefined && isServiceAccounts(candidate, clues, around))
    clues.push(clue('other-service', 'the entries beside it are a service account’s of Google'));
  const best = [...uses].sort((a, b) => b.telling - a.telling)[0];
  const inComment = isSaid(around.acting(), document.text, candidate.span);
  // What is commented out is given to nothing, whatever has its name now.
  const isOwn = (index: number): boolean => {
    const { call } = candidate.uses[index]!;
    return !call || (call.span.start <= candidate.span.start && call.span.end >= candidate.span.end);
  };
  const isGiven = uses.some((use, index) => isClientOfItself(use, candidate.uses[index]!));
  const isLed = (): boolean =>
    isGiven &&
    !inComment &&
    candidate.uses.some(({ call }) => call !== undefined && isLedLater(around.acting(), call.span));
  const found = uses.find((use, index) => use.environment !== 'unknown' && (!inComment || isOwn(index)))?.environment;
  // Of two clients the one that nothing leads elsewhere is live.
  const isNamed = uses.some((use, index) => use.environment !== 'unknown' && !candidate.uses[index]!.call);
  const used = isGiven && !isNamed && found !== 'live' ? undefined : found;
  // The name that others know it by.
  const names = candidate.uses.flatMap(({ path: [name], call }) => (name === undefined || call ? [] : [name]));
  const told = used ?? environmentNear(document.text, candidate.span, isProse(reading.language), around, names);
  const ofAll = (): Environment => {
    if (around.environment === 'unknown' || around.environment === 'live') return around.environment;
    return inComment || isGiven || leadOthersOnly(around.addresses(), around.acting(), candidate.span, names)
      ? 'unknown'
      : around.environment;
  };
  const environment = told !== 'unknown' ? told : isLed() ? 'testnet' : ofAll();
  const environmentBy =
    used !== undefined
      ? 'its name or what stands beside it'
      : told !== 'unknown'
        ? 'a flag, an address or a remark near it'
        : 'the addresses of the file, or its path';
  return {
    clues: settled(clues),
    ...{ environment, environmentBy },
    use: best?.sentence ?? 'standing alone',
    stem: uses.find(({ stem, telling }) => stem !== '' && telling > 0)?.stem ?? '',
  };
}

/**
 * Whether a client of an SDK takes it, and nothing else that could lead the client anywhere but to the live system: what other
 * clients of the file are led to says nothing of it.
 */
function isClientOfItself({ clues }: WeighedUse, { call }: Use): boolean {
  if (!call || !clues.some(({ signal }) => signal === 'sdk-call' || signal === 'sdk-like-call')) return false;
  return !call.args.some(({ path, value }) => {
    const name = path.at(-1) ?? '';
    if (/^\d+$/.test(name)) return Number(name) > 1 && value.kind !== 'scalar';
    return meaningOf(name).role === undefined && value.kind !== 'scalar';
  });
}

/** Entries of a service account of Google; one alone may stand anywhere. */
const serviceAccount: readonly RegExp[] = [
  /\.gserviceaccount\.com\b/,
  /\bprivate_key_id\b["'\\]{0,3}\s{0,4}[:=]/,
  /\btype\b["'\\]{0,3}\s{0,4}[:=]\s{0,4}["'\\]{0,3}service_account\b/,
  /\bauth_provider_x509_cert_url\b/,
];

/** Whether a private key is a service account's, by what is around it in code or data, where nothing says that it is Binance's. */
function isServiceAccounts({ span }: Candidate, clues: readonly Clue[], around: Surroundings): boolean {
  if (clues.some(({ group, signal }) => group === 'own' || signal === 'binance-path')) return false;
  const text = around.acting();
  const { start, end } = linesAround(text, span, 12);
  const beside = text.slice(start, span.start) + text.slice(span.end, end);
  return serviceAccount.filter((entry) => entry.test(beside)).length > 1;
}

const otherShapes: ReadonlySet<Shape> = new Set(['listen-key', 'passphrase', 'signature']);

function shapeClue({ shape, algorithm }: Candidate): Clue {
  switch (shape) {
    case 'alnum64':
      return clue('random-64', '64 mixed letters and digits, as Binance makes keys');
    case 'hex64':
      return clue('hex-64', '64 hex digits, as the futures testnet makes keys and as every SHA-256 looks');
    case 'private-key':
    case 'encrypted-private-key':
      return clue(
        'private-key-body',
        `a private key${algorithm === 'rsa' ? ' (RSA)' : algorithm === 'ed25519' ? ' (Ed25519)' : ''} that parses`,
      );
    case 'fernet':
      return clue('fernet', 'a Fernet token where OctoBot keeps credentials, under a key that its source publishes');
    case 'listen-key':
      return clue('listen-key', 'a key of a user data stream by its name or URL');
    case 'passphrase':
      return clue('passphrase', 'a text that is named the passphrase of a private key');
    case 'signature':
      return clue('signature', 'the signature of a request with its API key');
    default:
      return shape satisfies never;
  }
}

function privateKeyClues(algorithm: string, path: string): Clue[] {
  const clues = [
    clue('any-private-key', 'a private key may be for anything'),
    clue('role-private-key', 'it is a private key', 'private-key'),
  ];
  if (algorithm !== 'rsa' && algorithm !== 'ed25519')
    clues.push(clue('other-use', 'Binance takes Ed25519 and RSA keys, and this is neither'));
  const other = otherUseByPath(path);
  if (other) clues.push(clue('other-use', `its path says ${other}`));
  return clues;
}

/** The other use that a private key's file is named for; a program's name is for what it does, `session.py`. */
export function otherUseByPath(path: string): string | undefined {
  if (/\.(?:py|[cm]?[jt]sx?|go|java|kt|cs|rs|rb|php|swift|dart|scala|cpp|c|h)$/i.test(path)) return undefined;
  const [folder, file] = ['', ...path.split('/')].slice(-2).map((step) => meaningOf(step));
  return file?.binance ? undefined : (file?.use ?? file?.service ?? folder?.use);
}

/** What a call or a header says outweighs what names only hint at. */
function settled(clues: readonly Clue[]): readonly Clue[] {
  const has = (...signals: string[]): boolean => clues.some(({ signal }) => signals.includes(signal));
  const called = has('sdk-call', 'mbx-header', 'signing-slot');
  const own = clues.some(({ group }) => group === 'own');
  return clues.filter(
    ({ group, signal }) =>
      !(own && (group === 'foreign' || group === 'otherwise' || group === 'section')) &&
      !(called && (signal === 'other-use' || signal === 'vague-name')),
  );
}

/** Whether hex is more than a hash: only a name or call that says both credential and Binance (or its testnet) makes it so. */
export function hexIsCredential(clues: readonly Clue[], environment: Environment, pair: boolean): boolean {
  const has = (signal: string): boolean => clues.some((found) => found.signal === signal);
  if (has('other-use') || has('other-service')) return false;
  const paired = environment === 'testnet' && has('other-half') && (has('key-name') || has('role-name'));
  const named = has('credential-name') || has('sdk-argument') || has('header-role') || paired;
  const own = has('binance-name') || has('sdk-call') || has('mbx-header') || has('exchange-entry');
  const file = has('binance-import') || has('binance-host') || has('binance-word');
  // Two without names, side by side in a call or a list, that something beside them says are for the testnet.
  if (pair && has('other-half') && (own || file || has('binance-path'))) return true;
  return named && (own || environment === 'testnet' || (file && environment === 'demo'));
}
