/** Reports of scanners quote rules, settings and names of files: what stands in them is not set there, nor read. */
import type { Document } from '../types.ts';

const named = /\.(?:sarif|json)$/i;
/** How a log in SARIF begins, whoever wrote it; no program's own settings do. */
const begins =
  /^\uFEFF?\s*\{\s*(?:"(?:\$schema|version)"\s*:\s*"[^"\n]{0,200}"\s*,\s*){1,2}"(?:runs|inlineExternalProperties)"\s*:\s*\[/;
const parts: ReadonlySet<string> = new Set(['$schema', 'version', 'runs', 'inlineExternalProperties', 'properties']);

/** Whether it is a report in SARIF, ours or another scanner's, and nothing else. Credentials in it have leaked all the same. */
export function isScanReport({ path, text }: Pick<Document, 'path' | 'text'>): boolean {
  if (!named.test(path) || !begins.test(text)) return false;
  try {
    const log = JSON.parse(text.replace(/^\uFEFF/, '')) as { readonly runs?: unknown };
    return Object.keys(log).every((key) => parts.has(key)) && Array.isArray(log.runs) && log.runs.every(isRun);
  } catch {
    return false;
  }
}

function isRun(run: unknown): boolean {
  const { tool } = (run ?? {}) as { readonly tool?: { readonly driver?: { readonly name?: unknown } } };
  return typeof tool?.driver?.name === 'string';
}
