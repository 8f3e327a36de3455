#!/usr/bin/env node
/**
 * Starts the program: from the bundle if there is one and nothing was compiled after it, else module by module. Fifty
 * modules take longer to load than a commit's files take to scan: see bench/README.md.
 */
import { statSync } from 'node:fs';

const bundle = new URL('../bundle/start.js', import.meta.url);
/** Written by every compilation that changes something; a published package has none. */
const compiled = ['.tsbuildinfo', '../../engine/dist/.tsbuildinfo'].map((path) => new URL(path, import.meta.url));

/** Milliseconds; 0 where there is no such file. */
const changed = (file: URL): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const written = changed(bundle);
const isFresh = written > 0 && compiled.every((file) => changed(file) <= written);
const { start } = isFresh ? ((await import(bundle.href)) as typeof import('./start.ts')) : await import('./start.ts');
await start();
