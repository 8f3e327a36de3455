// Plays fixtures/transcripts/. With UPDATE_TRANSCRIPTS=1 it writes what was printed instead of comparing.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { play } from './transcript.ts';

const folder = new URL('../../../fixtures/transcripts/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

// `bnguard find` remembers what it read of the history: the key that seals this is not to lie in anybody's home folder.
const cache = mkdtempSync(join(tmpdir(), 'bnguard-cache-'));
vi.stubEnv('XDG_CACHE_HOME', cache);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true, force: true });
});

test.each(names)('%s', async (name) => {
  const expected = readFileSync(new URL(name, folder), 'utf8');
  const { markdown, printed, values } = await play(expected);
  for (const value of values) {
    // The first four characters are the mask.
    const letters = value.replaceAll(/-----[A-Z ]+-----|\s/g, '').slice(4);
    for (let at = 0; at + 8 <= letters.length; at++) expect(printed).not.toContain(letters.slice(at, at + 8));
  }
  if (process.env['UPDATE_TRANSCRIPTS'] === '1') writeFileSync(new URL(name, folder), markdown);
  else expect(markdown).toBe(expected);
});
