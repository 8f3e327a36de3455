/** Reports of scanners quote rules, settings and names of files: what stands in them is not set there, nor read. */
import type { Document } from '../types.ts';

const named = /\.sarif(?:\.json)?$/i;
/** The schema stands among the first entries. */
const schema = /"\$schema"\s*:\s*"[^"\n]{0,200}sarif/i;
const head = 2000;

/** Whether it is a report in SARIF, ours or another scanner's. Credentials in it have leaked all the same. */
export function isScanReport({ path, text }: Pick<Document, 'path' | 'text'>): boolean {
  return named.test(path) || (/^\s*\{/.test(text.slice(0, 100)) && schema.test(text.slice(0, head)));
}
