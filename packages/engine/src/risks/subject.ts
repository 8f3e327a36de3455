/** Document → Subject: everything that it says, with settings by what they are called. */
import { forRisks } from '../read/interest.ts';
import { read } from '../read/index.ts';
import { dependencyFile } from './gate.ts';
import type { Binding, Call, Document, Setting, Subject } from '../types.ts';

export function subjectOf(document: Document): Subject {
  const reading = read(document, forRisks);
  const settings: Setting[] = reading.bindings.map((binding) => settingOf(binding));
  for (const call of reading.calls) for (const argument of call.args) settings.push(settingOf(argument, call));
  const isProse = /^(?:markdown|text)$/.test(reading.language) && !dependencyFile.test(document.path);
  return { document, reading, settings, isProse };
}

function settingOf(binding: Binding, call?: Call): Setting {
  const step = binding.path.findLast((one) => !/^\d*$/.test(one)) ?? '';
  return { ...binding, name: folded(step), ...(call && { call }) };
}

/** A name without what styles write in it: `enable_withdrawals`, `enable-withdrawals` and `enableWithdrawals` are one. */
export function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
