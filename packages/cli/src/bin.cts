#!/usr/bin/env node
/**
 * Starts the program: from the bundle if there is one and nothing was compiled after it, else module by module. Fifty
 * modules take longer to load than a commit's files take to scan, and what `require` loads is there sooner than what
 * `import` loads: see bench/README.md.
 */
import type { CodeCache } from './code-cache.cts';

const fs = require('node:fs') as typeof import('node:fs');
const path = require('node:path') as typeof import('node:path');

const bundle = path.join(__dirname, '../bundle/start.cjs');
/** Written by every compilation that changes something; a published package has none. */
const compiled = ['.tsbuildinfo', '../../engine/dist/.tsbuildinfo'].map((name) => path.join(__dirname, name));

/** Milliseconds; 0 where there is no such file. */
const changed = (file: string): number => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

interface Program {
  readonly start: () => Promise<void>;
}

const written = changed(bundle);
const isFresh = written > 0 && compiled.every((file) => changed(file) <= written);
if (isFresh) {
  const { load, isDaily } = require('./code-cache.cjs') as CodeCache;
  // Beside the program: whoever can write there can change the program itself.
  const cache = { folder: path.join(path.dirname(bundle), 'compiled'), keeps: isDaily(process.argv.slice(2)) };
  void (load(bundle, cache) as Program).start();
} else {
  void import('./start.ts').then(({ start }) => start());
}
