/**
 * The nouns of bnguard, in the order in which data meets them:
 * Document → Reading → Observation → Finding. Read this file first. Everything is plain, readonly data.
 */

import type { Tokens } from './read/code/tokens.ts';
import type { LanguageName } from './read/languages.ts';

// ---------------------------------------------------------------------------------------------------------------
// Positions

/** Half-open [start, end), in UTF-16 code units of a Document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where in a file: both 1-based, columns count UTF-16 code units, a byte-order mark counts as nothing. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

// ---------------------------------------------------------------------------------------------------------------
// Document: text to look into

/** Where a document came from. */
export type Origin =
  | { readonly kind: 'file' | 'staged' | 'stdin' | 'editor' }
  /** Brought by this commit, in its content or (`message`) in its own words. */
  | { readonly kind: 'range'; readonly commit: string; readonly message?: true }
  | HistoryOrigin;

/**
 * What git stores. While a document is read only its object is known; of a finding the rest is told too. Ids are
 * git's object ids in full.
 */
export interface HistoryOrigin extends Partial<Exposure> {
  readonly kind: 'history';
  /** The content of a file (also of a link: where it leads to). */
  readonly blob?: string;
  /** A commit or tag, for its message. */
  readonly object?: string;
}

/** A commit, and when its author wrote it (ISO 8601, UTC). */
export interface Moment {
  readonly id: string;
  readonly date: string;
}

/** Where and for how long git has held a value. */
export interface Exposure {
  /** Absent where no commit has it: in a dangling file, a tag's message. */
  readonly firstCommit?: Moment;
  readonly lastCommit?: Moment;
  /** Whether what HEAD points to still has it, and where: one of its paths there. */
  readonly atHead: boolean;
  readonly headPath?: string;
  /** `firstCommit` is where a shallow clone is cut off: it may have come in long before. */
  readonly isCut?: true;
  /** Whole days from its first commit to `asOf`: a value stays exposed when its file is deleted. */
  readonly exposedDays?: number;
  /** Full names of branches, tags and other refs whose history has it, the first ones of `refCount`. */
  readonly refs: readonly string[];
  readonly refCount: number;
  /** A remote-tracking branch has it, so it has left this machine. */
  readonly pushed: boolean;
  /** False: no ref but the stash leads to it. */
  readonly reachable: boolean;
  /** What alone keeps it, where it is not reachable. */
  readonly heldBy?: 'index' | 'stash' | 'reflog' | 'nothing';
  /** Where else it stands, without the finding's own place; the first ones of `placeCount`. */
  readonly places: readonly HistoryPlace[];
  readonly placeCount: number;
}

/** A moment with its place among all others: the committer's time in seconds and the generation of the commit. */
export interface RankedMoment extends Moment {
  readonly time: number;
  readonly generation: number;
  /** A shallow clone lacks the commits before it. */
  readonly isCut?: true;
}

/** Where git holds one object: what a scan of the history knows of it. Holds no value. */
export interface ObjectHistory {
  /** One for each path at which a tree names it; one without path for a message. Moments are absent without a commit. */
  readonly places: readonly {
    readonly path: string;
    /** The path that it was observed at, where that is another one which reads the same. */
    readonly readAs?: string;
    /** HEAD has it there. */
    readonly atHead?: true;
    readonly first?: RankedMoment;
    readonly last?: RankedMoment;
  }[];
  /** How many more paths there are, where they are too many to name. */
  readonly morePlaces?: number;
  readonly atHead: boolean;
  readonly refs: readonly string[];
  readonly pushed: boolean;
  readonly reachable: boolean;
  readonly heldBy?: NonNullable<Exposure['heldBy']>;
}

/** A place in some version of a file, or in a message (then without path). */
export interface HistoryPlace {
  readonly path: string;
  readonly start: Place;
  readonly blob?: string;
  readonly object?: string;
}

/** Decoded text. A big file comes as several documents, each a window around some hits (see windows.ts). */
export interface Document {
  /** POSIX, relative to the scanned root; `''` when there is none. Evidence, and what reports show. */
  readonly path: string;
  readonly origin: Origin;
  /** Decoded, without byte-order mark. */
  readonly text: string;
  /** The place of `text[0]` in its file; absent: line 1, column 1. */
  readonly start?: Place;
  /** Report only what starts in here; absent: everywhere. Keeps overlapping windows from reporting twice. */
  readonly focus?: Span;
  /** The file's first 64 KB when this is a later window of it: imports stand there. */
  readonly head?: string;
}

// ---------------------------------------------------------------------------------------------------------------
// Reading: what a document says, whoever reads it (our lexer, a JSON parser, ESLint's AST)

export interface Reading {
  readonly language: string;
  /** Modules, packages and namespaces that the file names: `@binance/connector`, `binance.client`, `ccxt`. */
  readonly imports: readonly string[];
  readonly bindings: readonly Binding[];
  readonly calls: readonly Call[];
  /** The comments, markers included; what suppressions are read from. */
  readonly comments: readonly Span[];
}

/**
 * What a parser that knows scopes says of a program's code, such as ESLint's. It counts before what the engine's own
 * tolerant reader says of the same places; what only that one sees, in comments and texts, is kept.
 */
export type Parsed = Pick<Reading, 'bindings' | 'calls'>;

/** How a value came to its name. `bare`: nothing but nearby words. */
export type Via = 'assign' | 'entry' | 'argument' | 'header' | 'column' | 'bare';

/** A value with the path that names it: `exchange.key` in a config, `["0", "apiKey"]` in a call's arguments. */
export interface Binding {
  readonly path: readonly string[];
  readonly via: Via;
  readonly value: Value;
  /** All of the value in the source, quotes and operators included. */
  readonly span: Span;
  /**
   * Identity of the smallest container that holds it (call, object, section, block): the source offset at which
   * the container begins. Two values of one container are neighbours.
   */
  readonly container: number;
}

/**
 * A call or construction. Positional arguments have the path `["0"]`, keywords `["api_key"]`, entries of an options
 * object `["0", "apiKey"]`. A chained call names its receivers: `["Builder", "api_key"]`.
 */
export interface Call {
  readonly callee: readonly string[];
  readonly args: readonly Binding[];
  readonly span: Span;
}

export type Value = TextValue | ScalarValue | ListValue | RefValue | UnknownValue;

/**
 * Text as the program would see it (unescaped, joined, decoded). `pieces` maps every character back to its source:
 * a piece whose two spans are equally long maps one to one, any other maps as a whole. Pieces are in text order.
 */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  readonly pieces: readonly Piece[];
}
export interface Piece {
  readonly text: Span;
  readonly source: Span;
}
/** A number, boolean or null, as it is written. */
export interface ScalarValue {
  readonly kind: 'scalar';
  readonly text: string;
}
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
}
/** A name that stands for a value: `config.binance.key`. */
export interface RefValue {
  readonly kind: 'ref';
  readonly path: readonly string[];
}
export interface UnknownValue {
  readonly kind: 'unknown';
}

// ---------------------------------------------------------------------------------------------------------------
// Observation: what one document shows, without any value

export type Role = 'secret' | 'api-key' | 'private-key' | 'unknown';
export type Environment = 'live' | 'testnet' | 'demo' | 'unknown';

/**
 * The questions that are judged apart. Of a credential: is it one? is it Binance's? which role has it? Of a risk: is it
 * what it looks like? is it Binance's?
 */
export type Question = 'credential' | 'risk' | 'binance' | 'role';

/**
 * One observed fact. `bits` is log2 of the odds it brings to its question: +1 doubles them, -3 makes them 8 times
 * smaller. Of one group only the strongest clue counts; groups add up.
 */
export interface Clue {
  readonly signal: string;
  readonly question: Question;
  readonly group: string;
  readonly bits: number;
  /** A sentence fragment for people; never holds a value. */
  readonly says: string;
  /** For the question `role`: the role that the clue speaks for. */
  readonly role?: Role;
}

export type Observation =
  | CredentialObservation
  | RiskObservation
  | FileObservation
  | ProjectObservation
  | IgnoreObservation;

interface Placed {
  readonly path: string;
  readonly origin: Origin;
  readonly start: Place;
  /** Exclusive. */
  readonly end: Place;
  /**
   * By which GitHub knows the line of `start` again (line-hash.ts). Absent in editors, where the document is
   * only a part of its file or of a history, and where a passphrase would go into it.
   */
  readonly lineHash?: string;
}

/**
 * What a candidate is by its characters and its place: a key of 64 mixed letters and digits or of 64 hex digits, a
 * private key, a Fernet token of OctoBot, a listen key, a private key's passphrase, or the signature of a recorded request.
 */
export type Shape =
  | 'alnum64'
  | 'hex64'
  | 'private-key'
  | 'encrypted-private-key'
  | 'fernet'
  | 'listen-key'
  | 'passphrase'
  | 'signature';

/** Something with the shape of a credential, and every clue that this document alone gives. */
export interface CredentialObservation extends Placed {
  readonly kind: 'credential';
  readonly shape: Shape;
  /** See Secret.fingerprint. */
  readonly fingerprint: string;
  readonly masked: string;
  /** Binance's own documentation publishes this value. */
  readonly documented: boolean;
  readonly clues: readonly Clue[];
  readonly environment: Environment;
  /** What tells it; absent in what an older version observed. */
  readonly environmentBy?: string;
  /** How the finding's sentence names the use: `passed as argument 2 of new Spot(…)`. */
  readonly use: string;
  /** Its own name without the words that tell the role, folded: `binancetestnet`. Halves of a pair share it. */
  readonly stem: string;
  /** Containers that hold it (see Binding.container). */
  readonly containers: readonly number[];
  /** The path says that this is an example, a test or documentation. */
  readonly sample: boolean;
  /** The service of a file that describes several and gives it to one: of docker-compose, of supervisor. */
  readonly service?: string;
  /** Its name, where that may be a variable of the environment: `MAX_API_KEY`. */
  readonly variable?: string;
}

/** A dangerous setting, call or dependency, and every clue to whose it is that this document alone gives. */
export interface RiskObservation extends Placed {
  readonly kind: 'risk';
  readonly rule: string;
  /** How bad it is if true and live, before samples and testnets take from it. */
  readonly severity: Severity;
  /** The sentence that the finding says; never holds a value that could be a credential. */
  readonly message: string;
  /** Its identity in place of a value: of the rule, the path and what the rule calls it (see Risk.name). */
  readonly fingerprint: string;
  readonly clues: readonly Clue[];
  readonly environment: Environment;
  /** The path says that this is an example, a test or documentation. */
  readonly sample: boolean;
  /** See Risk.since. */
  readonly since?: string;
}

/**
 * A file that holds credentials by its name (`.env`, `user.cfg`), and what git does with it. Told by who knows git; it
 * becomes a finding only in a project that has to do with Binance.
 */
export interface FileObservation {
  readonly kind: 'file';
  readonly path: string;
  readonly origin: Origin;
  /**
   * `addable`: git does not track it and would add it. `tracked`: git tracks it. `stored`: it does not any more, and has
   * it in its history. `published`: an image or a package would carry it.
   */
  readonly state: 'addable' | 'tracked' | 'stored' | 'published';
  /** False: nobody has it here, but the code or the documentation expects it. */
  readonly exists: boolean;
  /** Whether it holds anything but blanks and placeholders; absent where it was not read. */
  readonly filled?: boolean;
  /** It says itself that it is Binance’s. */
  readonly namesBinance?: boolean;
  /** What tells so, as a sentence fragment: `no rule of .gitignore covers it`, `.gitignore:3 takes it back`. */
  readonly because: string;
  /** The line of an ignore file that keeps it out; absent where only git itself can. */
  readonly remedy?: { readonly file: string; readonly line: string };
  /** Of what a change brings: its commit is made already. */
  readonly isCommitted?: boolean;
}

/**
 * The document shows that its project has to do with Binance (a dependency, an import, a host), or names Binance and says
 * which files with credentials there will be.
 */
export interface ProjectObservation {
  readonly kind: 'project';
  readonly path: string;
  /** Absent: that it names Binance proves nothing about other files. */
  readonly clue?: Clue;
  /** Names of the files with private keys that it loads. */
  readonly keyFiles: readonly string[];
  /** Names of the variables of the environment that it gives to clients of Binance. */
  readonly variables?: readonly string[];
  /** Paths of the files with credentials that it reads or tells people to make, as it writes them: `.env`, `user.cfg`. */
  readonly expects?: readonly string[];
}

/** A `bnguard-ignore` comment. */
export interface IgnoreObservation extends Placed {
  readonly kind: 'ignore';
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  /** The 1-based line whose findings it covers. */
  readonly line: number;
  /** True where it may be an example of a comment. */
  readonly mayBeUnused?: boolean;
  /** True where it is meant as one, and written otherwise. */
  readonly isUnread?: boolean;
}

// ---------------------------------------------------------------------------------------------------------------
// Finding: what people see

/** How bad it is if we are right. */
export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical';
/** Whether we are right: a promise on unseen repositories. certain ≥ 99 %, likely ≥ 90 %, possible below. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** The evidence behind a finding, as reports show it. */
export interface Evidence {
  readonly signal: string;
  readonly bits: number;
  readonly says: string;
}

/** Schema 1 of the JSON report (docs/contracts.md). Serialisable; holds no value. */
export interface Finding extends Placed {
  readonly rule: string;
  readonly role: Role;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly masked: string;
  readonly fingerprint: string;
  readonly environment: Environment;
  /** Fingerprint of the other half. */
  readonly pair?: string;
  readonly repository?: string;
  readonly evidence: readonly Evidence[];
}

export interface SuppressedFinding extends Finding {
  readonly suppression: Suppression;
}
/** What set a finding aside. `at` names the place of the entry: `src/bot.ts:3`, `bnguard.config.yaml`. */
export interface Suppression {
  readonly by: 'comment' | 'config' | 'baseline';
  readonly reason?: string;
  readonly at?: string;
}

/** An `ignore` entry of the configuration or an entry of the baseline, ready to be asked. */
export interface SuppressionEntry {
  readonly by: 'config' | 'baseline';
  /** Where the entry stands, for the report and for `unused-ignore`. */
  readonly at: string;
  readonly place: { readonly path: string; readonly start: Place; readonly end: Place };
  readonly reason?: string;
  /** True where matching nothing is no fault: the scan saw only a part, or the entry is for history. */
  readonly mayBeUnused?: boolean;
  /** Its last day has passed: it covers nothing any more. */
  readonly isExpired?: boolean;
  /** Of one that accepts no more than a severity: that severity, and whether a finding is its own but for that. */
  readonly upTo?: { readonly severity: Severity; means(finding: Finding): boolean };
  covers(finding: Finding): boolean;
}

/** What is known beyond single documents. */
export interface Repository {
  /** The remote without credentials, else the folder's name. */
  readonly name?: string;
  readonly suppressions?: readonly SuppressionEntry[];
  /** Turns off every suppression, comments included, and `unused-ignore` with them. */
  readonly noIgnores?: boolean;
  /** Of every object that an observation of the history comes from, by its id. */
  readonly objects?: ReadonlyMap<string, ObjectHistory>;
  /** ISO 8601: the day on which ages are told. */
  readonly asOf?: string;
  /** In how many days a key is to be renewed; absent: 90. */
  readonly keyAge?: number;
  /** The folders with a manifest of their own (risks/keys/services.ts), `''` for the top. */
  readonly services?: readonly string[];
  /** By fingerprint: the other repositories of the run that hold the value too. */
  readonly elsewhere?: ReadonlyMap<string, readonly string[]>;
  readonly inventory?: Inventory;
}

// ---------------------------------------------------------------------------------------------------------------
// Inventory: the keys that people say they have (bnguard.keys.yaml), without values

export type Permission =
  | 'reading'
  | 'spot'
  | 'margin'
  | 'futures'
  | 'options'
  | 'portfolio-margin'
  | 'fix-trading'
  | 'fix-reading'
  | 'universal-transfer'
  | 'internal-transfer'
  | 'withdrawals';

/** Days are YYYY-MM-DD. */
export interface InventoryKey {
  readonly name: string;
  /** Of the API key, the secret, the private key; as findings have them. */
  readonly fingerprints: readonly string[];
  readonly state: 'planned' | 'active' | 'retiring' | 'revoked';
  readonly environment: 'live' | 'testnet' | 'demo';
  readonly purpose?: 'trading' | 'dashboard' | 'reporting' | 'transfers' | 'withdrawals' | 'other';
  readonly strategies: readonly string[];
  readonly permissions?: readonly Permission[];
  readonly ips?: readonly { readonly address: string; readonly until?: string }[];
  readonly account?: string;
  readonly subAccount?: string;
  readonly created?: string;
  readonly rotated?: string;
  /** False: it promises to stand in no file. */
  readonly inCode?: boolean;
  /** The only files that may hold it. */
  readonly expectedIn?: readonly ExpectedPlace[];
}

/** One pattern of `expectedIn`. */
export interface ExpectedPlace {
  readonly pattern: string;
  readonly covers: (path: string) => boolean;
  /**
   * What a scan of the whole repository learned: whether it read a file there, or knows that there is none. Absent: it
   * can tell neither, as of a file that git ignores.
   */
  readonly seen?: 'read' | 'absent';
}

export interface Inventory {
  readonly path: string;
  readonly origin: Origin;
  readonly keys: readonly InventoryKey[];
  /** The place of what a path of the file names: `['keys', 0, 'ips', 2, 'until']`; of the nearest parent where it is absent. */
  readonly placeOf: (path: readonly (string | number)[]) => Place;
  /** False: only found keys are held against it, its own entries were judged before. */
  readonly isJudged: boolean;
}

export interface Conclusion {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

// ---------------------------------------------------------------------------------------------------------------
// Rule: one kind of finding, with everything that people must know of it

// ---------------------------------------------------------------------------------------------------------------
// Risks: dangerous settings, calls and dependencies

/** A document as the rules about risks see it. */
export interface Subject {
  readonly document: Document;
  /** All that the document says: every binding and call, not only those with a text that could be a credential. */
  readonly reading: Reading;
  /** Bindings, arguments included, by what they are called. */
  readonly settings: readonly Setting[];
  /** Whether the document is one that people read rather than programs: Markdown, a notebook’s text. */
  readonly isProse: boolean;
}

export interface Setting extends Binding {
  /** The last step that is no index, in lower case without anything but letters and digits: `enablewithdrawals`. */
  readonly name: string;
  /** The call that it is an argument of. */
  readonly call?: Call;
}

/** What a rule sees in a document. */
export interface Risk {
  /** Where the finding stands. */
  readonly span: Span;
  /** What tells it from the rule’s others in one file, whatever line it moves to: `exchange.enableWithdrawals`. */
  readonly name: string;
  /** A sentence without its full stop: the fact. It may quote names, never values that could be credentials. */
  readonly message: string;
  /** Absent: the rule’s. */
  readonly severity?: Severity;
  /** How surely it is what the message says, if it is Binance’s. Absent: certain. */
  readonly confidence?: Confidence;
  /**
   * ISO 8601: it is a risk only once this lies further back than Repository.keyAge, on the day that is judged. Never told
   * of samples: the date in a test is no key's.
   */
  readonly since?: string;
  /** What of itself tells whose it is, beyond what the document says: clues to the question `binance`. */
  readonly clues?: readonly Clue[];
}

export interface Example {
  readonly path?: string;
  /**
   * Placeholders such as `<key64:a>` expand to the same fakes every time (examples.ts). Where no value is what is found,
   * `«` and `»` stand around what is.
   */
  readonly text: string;
  /** Why, for `missed` examples. */
  readonly because?: string;
  /** Of a rule about files: what git does with the file. It does not exist where `text` is empty. */
  readonly git?: FileObservation['state'] | 'ignored';
  /** Other files of the repository. */
  readonly beside?: readonly { readonly path: string; readonly text: string }[];
}

/** A program before it is read: its words. */
export interface Unread {
  readonly text: string;
  readonly language: LanguageName;
  readonly tokens: () => Tokens;
}

export interface Rule {
  /** Final: other programs rely on it. Also the file's name. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** What it finds, in a sentence or two. */
  readonly finds: string;
  readonly why: string;
  /** What to do, the first thing first. */
  readonly advice: readonly string[];
  readonly references: readonly string[];
  /** Of a rule about risks: what it sees in a document. Pure; must be linear in the document. */
  readonly look?: (subject: Subject) => Iterable<Risk>;
  /** False only where `look` would find nothing in a program. Cheaper than to read it, which is then spared. */
  readonly mayFind?: (program: Unread) => boolean;
  readonly examples: {
    /** Each placeholder that is a credential is expected as a finding of this rule, exactly where it stands. */
    readonly leaks: readonly (string | Example)[];
    /** No finding of any rule. */
    readonly clean: readonly (string | Example)[];
    /** Known limits: asserted to be still missed. */
    readonly missed: readonly (string | Example)[];
  };
}

/** Why a candidate is judged as it is: what `bnguard explain --text` prints. */
export interface Explanation {
  readonly what: 'credential' | 'risk';
  /** Absent when the candidate earns no finding. */
  readonly finding?: Finding;
  readonly start: Place;
  readonly masked: string;
  /** All clues, the counting ones of each group first. */
  readonly clues: readonly Clue[];
  readonly counted: readonly Clue[];
  readonly totals: Readonly<Record<Question, number>>;
  /** What would have raised the confidence by one tier, as phrases: `an import of a Binance SDK (+7)`. */
  readonly missing: readonly string[];
}

/** Why something was not read. */
export interface Skip {
  /** `''` where only an object is known. */
  readonly path: string;
  /** The id of a git object. */
  readonly object?: string;
  readonly why: 'binary' | 'too-large' | 'unreadable' | 'missing' | 'link-outside' | 'archive';
  readonly detail?: string;
}
