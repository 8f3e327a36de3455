/** What the command line passes between its parts: settings in, a report out. Engine nouns come from @bnguard/engine. */
import type {
  Confidence,
  FileObservation,
  Finding,
  Severity,
  Skip,
  SuppressedFinding,
  SuppressionEntry,
} from '@bnguard/engine';
import type { Shard, SourceRequest } from './requests.ts';
import type { ShardPart } from './sources/history/shard.ts';
import type { Root } from './sources/paths.ts';
import type { RangeGit } from './sources/range-git.ts';
import type { StagedGit } from './sources/staged-git.ts';

/**
 * What a scan looks at; standard input comes with its bytes, the index and a range perhaps with what git was asked already, a history
 * with the user's folder for caches (absolute) where it may remember.
 */
export type Source =
  | Exclude<SourceRequest, { readonly kind: 'stdin' | 'staged' | 'range' | 'history' }>
  | (Extract<SourceRequest, { readonly kind: 'range' }> & { readonly git?: RangeGit })
  | {
      readonly kind: 'history';
      readonly userCache?: string;
      readonly shard?: Shard;
      readonly allSettings?: boolean;
    }
  | { readonly kind: 'staged'; readonly git?: StagedGit }
  | { readonly kind: 'stdin'; readonly bytes: Uint8Array; readonly filename?: string };

/** Everything that decides what a scan reads. Parsed once at the edge; nothing re-checks it. */
export interface ScanSettings {
  /** Absolute folder that relative paths are resolved against and shown from. */
  readonly cwd: string;
  readonly source: Source;
  /** Files and folders, as typed; empty: `cwd`. For what git stores: they name the repository. */
  readonly paths: readonly string[];
  readonly includeIgnored: boolean;
  /** Bytes; larger files are skipped as `too-large`. Absent: no limit. */
  readonly maxFileSize?: number;
  /** Worker threads at most. */
  readonly jobs: number;
  readonly noIgnores: boolean;
  /** ISO 8601; the engine has no clock. */
  readonly asOf: string;
  /** Config and baseline of one scan root (a work tree's top, or a PATH outside git): see config.ts. */
  readonly configFor: (root: string) => Promise<readonly SuppressionEntry[]>;
  /** In how many days its configuration wants keys renewed; undefined: it does not say. */
  readonly keyAgeFor?: (root: string) => Promise<number | undefined>;
  readonly onProgress?: (progress: Progress) => void;
  /** Hears, of each root, what was seen of files that hold credentials by their names, and all of the root’s findings. */
  readonly onFiles?: (root: Root, files: readonly FileObservation[], findings: readonly Finding[]) => void;
}

export interface Progress {
  readonly unit?: 'file' | 'object';
  readonly documents: number;
  /** Absent while files are still being listed. */
  readonly total?: number;
  readonly bytes: number;
  readonly findings: number;
}

/** Schema 1 of the JSON report (docs/contracts.md). */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: 'bnguard'; readonly version: string };
  readonly asOf: string;
  /** False when something could not be read: the exit code is then 2. */
  readonly complete: boolean;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly skipped: readonly Skip[];
  readonly coverage: Coverage;
  /** With --config-from: findings that an ignore comment would have set aside, had the commit that decides had it too. */
  readonly overruled?: readonly SuppressedFinding[];
  /** Of a part of a history: what `bnguard merge` needs. */
  readonly shard?: ShardPart;
}

export interface Coverage {
  /** Documents read, and their bytes. */
  readonly documents: number;
  readonly bytes: number;
  /** Files that git ignores, and untracked dependency folders, left out unless --include-ignored. */
  readonly ignored: number;
  readonly dependencyFolders: number;
  readonly repositories: number;
  /** Of a history: */
  readonly objects?: number;
  readonly blobs?: number;
  readonly refs?: number;
  readonly shallow?: boolean;
  /** Cloned without some of its objects, on purpose. */
  readonly partial?: boolean;
  /** Objects that others name and that are not here. */
  readonly missing?: number;
  /** Objects that the cache spared. */
  readonly cached?: number;
  /** Other object stores that were read too. */
  readonly alternates?: readonly string[];
  /** What a remote's host keeps besides branches and tags, and this clone has not; the command brings it. */
  readonly notFetched?: readonly { readonly refs: string; readonly command: string }[];
  /** With --staged: paths that have new content in the index. */
  readonly staged?: number;
  /** With --range: commits. */
  readonly commits?: number;
}

/** Which findings are shown and which fail the run. Applied after `conclude`. */
export interface Thresholds {
  readonly failOn: Severity | 'never';
  readonly minSeverity: Severity;
  readonly minConfidence: Confidence;
  readonly allowIncomplete: boolean;
}
