/** What a command line asks for, parsed once: command-line.ts makes these, commands/ carry them out. */
import type { Confidence, Origin, Severity } from '@bnguard/engine';
import type { PartName } from './init/part.ts';
import type { Version } from './git/raw-diff.ts';
import type { InventoryEntry } from './inventory-schema.ts';
import type { ExitCode } from './exit-code.ts';
import type { GivenText } from './sources/texts.ts';

export type ColorChoice = 'auto' | 'always' | 'never';
export type Format = 'text' | 'json';
/** The formats of a report on findings. */
export type ReportFormat = Format | 'jsonl' | 'sarif' | 'html' | 'markdown' | 'github' | 'gitlab' | 'junit' | 'csv';

/** One report: where no file is named it goes to standard output. */
export interface ReportRequest {
  readonly format: ReportFormat;
  readonly file?: string;
}

/** Part `index` of `count` parts of a history, 1-based. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What a scan looks at: PATHs on disk, standard input, or what git stores. */
export type SourceRequest =
  | { readonly kind: 'disk' }
  | { readonly kind: 'stdin'; readonly filename?: string }
  /** `merging`: ids of further parents that the next commit will have, where git has not written them down yet. */
  | { readonly kind: 'staged'; readonly merging?: readonly string[] }
  | {
      readonly kind: 'range';
      /** Arguments of `git rev-list`: `A..B`, or `B`, `^A`, `^C`; none: no commits. */
      readonly revisions: readonly string[];
      /** Ids of tags whose messages come in besides, and content that no commit brings. */
      readonly tags?: readonly string[];
      readonly blobs?: readonly Version[];
    }
  /** What is on its way and stands in no file yet. */
  | { readonly kind: 'texts'; readonly texts: readonly GivenText[]; readonly origin: Origin }
  | {
      readonly kind: 'history';
      readonly cache: boolean;
      readonly shard?: Shard;
      /** Judge the settings of every version, not only of those at which branches stand. */
      readonly allSettings?: boolean;
    };

/** What `scan` and `baseline` share. Absent: the configuration or the default decides. */
export interface ScanFlags {
  readonly paths: readonly string[];
  /** A file as typed; false: none at all. */
  readonly config?: string | false;
  readonly baseline?: string;
  readonly includeIgnored?: boolean;
  readonly minSeverity?: Severity;
  readonly minConfidence?: Confidence;
  readonly jobs?: number;
  readonly maxFileSize?: number;
  readonly allowIncomplete: boolean;
  /** ISO 8601. */
  readonly asOf?: string;
  readonly progress: boolean;
  readonly color: ColorChoice;
}

export interface ScanRequest extends ScanFlags {
  readonly kind: 'scan';
  readonly source: SourceRequest;
  /** At least one. */
  readonly reports: readonly ReportRequest[];
  readonly ignores: boolean;
  /** A commit: configuration, baseline and ignore comments count only as it has them. */
  readonly configFrom?: string;
  /** A commit whose configuration and baseline are read because there are no files: a bare repository has none. */
  readonly filesFrom?: string;
  /** The repository that has these commits, absolute; absent: the scanned one. */
  readonly commitsIn?: string;
  readonly failOn?: Severity | 'never';
  /** Only findings of these values. */
  readonly fingerprints?: readonly string[];
  readonly verbose: boolean;
  /** `passed`: only where nothing fails. */
  readonly quiet: boolean | 'passed';
}

export interface BaselineRequest extends ScanFlags {
  readonly kind: 'baseline';
  readonly reason?: string;
  readonly prune: boolean;
  readonly dryRun: boolean;
}

export interface BaselineAddRequest {
  readonly kind: 'baseline-add';
  /** At least one. */
  readonly fingerprints: readonly string[];
  readonly state: 'accepted' | 'revoked';
  readonly reason: string;
  readonly rule?: string;
  readonly severity?: Severity;
  readonly expires?: string;
  readonly baseline?: string;
  readonly asOf?: string;
}

export interface MergeRequest extends Pick<
  ScanRequest,
  'reports' | 'failOn' | 'minSeverity' | 'minConfidence' | 'allowIncomplete' | 'verbose' | 'color'
> {
  readonly kind: 'merge';
  readonly quiet: boolean;
  /** As typed; at least one. */
  readonly files: readonly string[];
}

export interface FindRequest extends Pick<ScanFlags, 'paths' | 'jobs' | 'asOf' | 'progress' | 'color'> {
  readonly kind: 'find';
  readonly format: Format;
  readonly verbose: boolean;
}

export interface FixRequest extends Pick<ScanFlags, 'paths' | 'config' | 'baseline' | 'asOf' | 'progress'> {
  readonly kind: 'fix';
  readonly dryRun: boolean;
}

export interface KeysAddRequest {
  readonly kind: 'keys-add';
  readonly name?: string;
  /** What flags say of the key. */
  readonly fields: Omit<InventoryEntry, 'name' | 'fingerprints'>;
  readonly format: Format;
  readonly asOf?: string;
}

/** What `keys list` and `keys due` share. */
export interface KeysListRequest {
  readonly kind: 'keys-list';
  /** As typed; absent: this folder. */
  readonly path?: string;
  readonly format: Format;
  readonly color: ColorChoice;
  readonly asOf?: string;
}

export interface KeysDueRequest extends Omit<KeysListRequest, 'kind'> {
  readonly kind: 'keys-due';
  /** Days. */
  readonly within: number;
}

export interface KeysCheckRequest
  extends Omit<KeysListRequest, 'kind'>, Pick<ScanFlags, 'config' | 'baseline' | 'jobs' | 'progress'> {
  readonly kind: 'keys-check';
  readonly verbose: boolean;
}

/** What `bnguard hook` is called by; the names of git's own hooks, but for `agent`. */
export const hookNames = ['pre-commit', 'pre-merge-commit', 'commit-msg', 'pre-push', 'pre-receive', 'agent'] as const;
export type HookName = (typeof hookNames)[number];

export interface HookRequest {
  readonly kind: 'hook';
  readonly name: HookName;
  /** As git hands them over. */
  readonly args: readonly string[];
}

export interface InitRequest {
  readonly kind: 'init';
  readonly yes: boolean;
  readonly undo: boolean;
  /** Only these parts; none: what is usual. */
  readonly only: readonly PartName[];
  readonly progress: boolean;
}

export interface RulesRequest {
  readonly kind: 'rules';
  readonly format: Format;
  readonly color: ColorChoice;
}

export interface ExplainRuleRequest {
  readonly kind: 'explain-rule';
  readonly rule: string;
  readonly color: ColorChoice;
}

/** An error code of Binance or an HTTP status, as typed. */
export interface ExplainCodeRequest {
  readonly kind: 'explain-code';
  readonly code: number;
  readonly color: ColorChoice;
}

/** A finding of a JSON report, by its fingerprint or the beginning of it, or by the four characters that reports show. */
export type ExplainFindingRequest = (
  | { readonly kind: 'explain-finding'; readonly fingerprint: string }
  | { readonly kind: 'explain-finding'; readonly mask: string }
) & {
  /** As typed. */
  readonly report: string;
  readonly color: ColorChoice;
};

/** How all leaks of a report leave the history. */
export interface ExplainPurgeRequest {
  readonly kind: 'explain-purge';
  /** As typed. */
  readonly report: string;
  readonly color: ColorChoice;
}

export interface ExplainTextRequest {
  readonly kind: 'explain-text';
  readonly text: string;
  readonly filename: string;
  readonly color: ColorChoice;
}

export type Request =
  | ScanRequest
  | BaselineRequest
  | BaselineAddRequest
  | MergeRequest
  | FindRequest
  | FixRequest
  | KeysAddRequest
  | KeysListRequest
  | KeysDueRequest
  | KeysCheckRequest
  | HookRequest
  | InitRequest
  | RulesRequest
  | ExplainRuleRequest
  | ExplainCodeRequest
  | ExplainFindingRequest
  | ExplainPurgeRequest
  | ExplainTextRequest;

/** A text, whole or piece by piece: a report on a million findings fits into no string. */
export type Text = string | Iterable<string>;

/** What a command did: texts to write, in this order, and how it ended. */
export interface Outcome {
  readonly code: ExitCode;
  readonly stdout?: Text;
  /** Absolute path and text of each output file. */
  readonly files?: readonly { readonly path: string; readonly text: Text }[];
  /** Lines for standard error. */
  readonly notes?: readonly string[];
  /** The same, once all files are written. */
  readonly written?: string;
}
