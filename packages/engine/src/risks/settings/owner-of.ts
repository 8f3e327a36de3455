/** What a setting is of: the mapping or class that has it, or what is made with it. Not whose it is. */
import { lineStart } from '../../lines.ts';
import { countBefore } from '../../sorted.ts';
import type { Setting, Subject } from '../../types.ts';

const pythonClass = /^class[ \t]{1,4}(\w{1,80})/gm;
const known = new WeakMap<Subject, readonly RegExpExecArray[]>();

/** Their names: of `main = KeyRights(…)` both; none where it is of nothing. */
export function ownersOf({ path, call, container, via, span }: Setting, subject: Subject): readonly string[] {
  const { text } = subject.document;
  const above = path.findLast((step, i) => i < path.length - 1 && !/^\d*$/.test(step)) ?? call?.callee.at(-1);
  const made = /[({]/.test(text.charAt(container))
    ? /(\w{1,80})\s{0,2}$/.exec(text.slice(Math.max(0, container - 90), container))?.[1]
    : undefined;
  const owners = [above, made].filter((one) => one !== undefined);
  return owners.length > 0 || via !== 'assign' ? owners : classAt(span.start, subject);
}

/** Fields of a class of Python have no path. */
function classAt(at: number, subject: Subject): readonly string[] {
  const { text, path } = subject.document;
  if (!path.endsWith('.py') || !/^[ \t]/.test(text.slice(lineStart(text, at, 400), at))) return [];
  let classes = known.get(subject);
  if (!classes) known.set(subject, (classes = [...text.matchAll(pythonClass)]));
  const all = classes;
  return all[countBefore(all.length, (i) => all[i]!.index < at) - 1]?.slice(1, 2) ?? [];
}
