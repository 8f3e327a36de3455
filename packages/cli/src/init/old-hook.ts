/** What is to be done with a hook that stands where ours would. */
import { lstatSync, realpathSync } from 'node:fs';
import { readSmall } from '../sources/files/small-text.ts';
import { callsUs, isShell } from './hook-scripts.ts';
import { isThere } from '../small-file.ts';
import { exact, isExecutable, lookAt } from './look.ts';

/** `asleep`: it may not be executed, so git never called it. */
export type OldHook =
  | { readonly kind: 'none' | 'ours' }
  | { readonly kind: 'shell'; readonly text: string }
  | { readonly kind: 'kept'; readonly isAsleep: boolean }
  | { readonly kind: 'byHand'; readonly why: string };

/** A hook that is called by another name may look at that. */
const looksAtItsName =
  /\$0\b|\$\{0|\$PROGRAM_NAME|BASH_SOURCE|argv\[0\]|process\.argv\[1\]|__file__|__FILE__|__filename|basename/;

/** A script that starts itself, often in another language, would start our lines too: `"exec" "python3" "$0"`. */
const startsItself = /\bexec\b["']*\s(?!.*(?:dirname|basename)).*\$\{?0\}?["'\s]/;

export function oldHook(path: string, hook: string): OldHook {
  const found = lookAt(path);
  if (found.kind === 'nothing') return { kind: 'none' };
  if (found.kind === 'other' && found.why.includes('its path')) return { kind: 'byHand', why: found.why };
  const status = lstatSync(path);
  if (!status.isFile() && !status.isSymbolicLink()) return { kind: 'byHand', why: 'is no file' };
  const bytes = bytesOf(path);
  if (!isExecutable(path)) return { kind: 'kept', isAsleep: true };
  if (bytes === undefined) return { kind: 'kept', isAsleep: false };
  const text = exact(bytes);
  if (text !== undefined && !text.includes('\0') && callsUs(text, hook)) return { kind: 'ours' };
  if (text !== undefined && status.isFile() && isShell(text)) {
    return startsItself.test(text) ? { kind: 'byHand', why: 'starts itself again' } : { kind: 'shell', text };
  }
  const script = bytes.toString('latin1');
  const isScript = script.startsWith('#!') || text !== undefined;
  return isScript && looksAtItsName.test(script)
    ? { kind: 'byHand', why: 'looks at its own name or folder, so it can be called by no other' }
    : { kind: 'kept', isAsleep: false };
}

/** Undefined where it is none that can be read, or a large one, such as a program. */
function bytesOf(path: string): Buffer | undefined {
  try {
    const read = readSmall(realpathSync(path));
    return read.kind === 'text' ? read.bytes : undefined;
  } catch {
    return undefined;
  }
}

/** The first of these names that is free. */
export function freeName(nameOf: (n: number) => string): string {
  for (let n = 1; ; n += 1) if (!isThere(nameOf(n))) return nameOf(n);
}
