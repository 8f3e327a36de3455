/** The version of this program. All packages carry the same one. */
import { readFileSync } from 'node:fs';

/** As package.json says, read each time: it costs less than a millisecond and is asked for once. */
export function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
