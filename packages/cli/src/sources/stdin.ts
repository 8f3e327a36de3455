/** Scans standard input: one file that stands nowhere. */
import type { ByteSource, Observation } from '@bnguard/engine';
import { concludeRoot, nameRoot, reportOf } from '../conclude-root.ts';
import { findTop } from '../git/repository.ts';
import type { Report, ScanSettings, Source } from '../types.ts';
import type { Gap } from './gaps.ts';
import type { Root } from './paths.ts';

export async function scanBytes(
  settings: ScanSettings,
  { bytes, filename = '' }: Extract<Source, { kind: 'stdin' }>,
): Promise<Report> {
  const { documents, observe } = await import('@bnguard/engine');
  const top = findTop(settings.cwd);
  const root: Root = { dir: top ?? settings.cwd, git: top !== undefined };
  const source: ByteSource = { size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
  const observations: Observation[] = [];
  const found = documents(source, filename, { kind: 'stdin' });
  let next = found.next();
  // One by one: a document of many keys has more observations than a call takes arguments.
  for (; !next.done; next = found.next()) for (const one of observe(next.value)) observations.push(one);

  const isBinary = next.value === 'binary';
  const gaps: Gap[] = isBinary ? [{ root, skip: { path: filename, why: 'binary' }, harmless: true }] : [];
  const coverage = { documents: isBinary ? 0 : 1, bytes: isBinary ? 0 : bytes.length };
  return reportOf(settings, [await concludeRoot(settings, root, { observations, name: nameRoot(root) })], gaps, {
    ...coverage,
    ignored: 0,
    dependencyFolders: 0,
    repositories: 0,
  });
}
