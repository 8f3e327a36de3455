// Plays fixtures/transcripts/. With UPDATE_TRANSCRIPTS=1 it writes what was printed instead of comparing.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { play } from './transcript.ts';

const folder = new URL('../../../fixtures/transcripts/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

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
