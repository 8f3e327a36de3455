/** The place of a value in a call of an SDK, in a signing call, or in a FIX logon, and what that says. */
import type { Candidate, Use } from '../candidates/candidate.ts';
import { type ArgumentRole, type SdkCall, sdkCalls, signingCalls } from '../rules/sdks.ts';
import { clue } from '../signals.ts';
import type { Clue } from '../types.ts';
import { binanceWord, shownPath } from './names.ts';
import type { Surroundings } from './surroundings.ts';

const fixMessage = /8=FIX\.4/;

const fixSession = /BeginString\s*=\s*FIX/i;

/** FIX logons, as messages and as the settings of a session, carry the API key as user name, the field 553. */
export function fixClues(names: readonly string[], { span }: Candidate, text: string, { has }: Surroundings): Clue[] {
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  const field = /(?:^|\D)553=$/.test(before) || /(?:^|\D)553$/.test(names.at(-1) ?? '');
  const message = field && has(fixMessage);
  const session = /^user_?name$/i.test(names.at(-1) ?? '') && has(fixSession);
  if (!message && !session) return [];
  return [
    clue('mbx-header', 'it is the user name (553) of a FIX logon'),
    clue('header-role', 'FIX carries the API key in 553', 'api-key'),
    clue('credential-name', 'it is the user name of a FIX session'),
  ];
}

interface Slot {
  readonly call: SdkCall;
  readonly role: ArgumentRole | undefined;
  /** The import is in sight, or no other library has such a call. */
  readonly sure: boolean;
  readonly name: string;
  readonly position: number;
  readonly signing: boolean;
}

export function slotOf(use: Use, imports: readonly string[]): Slot | undefined {
  const callee = (use.call?.callee ?? [])
    .flatMap((step) => step.split('\\'))
    .filter((step) => step !== '')
    .join('.');
  const position = use.path.length === 1 && /^\d+$/.test(use.path[0] ?? '') ? Number(use.path[0]) : -1;
  let unsure: Slot | undefined;
  for (const row of sdkCalls) {
    if (!row.callee.test(callee)) continue;
    const role = row.args[position];
    if (position >= 0 && role === undefined) continue;
    const imported = row.imports !== undefined && imports.some((name) => row.imports?.test(name));
    const slot = {
      call: row,
      role,
      sure: imported || row.distinctive === true || binanceWord.test(callee),
      name: calleeName(use),
      position,
      signing: false,
    };
    if (slot.sure) return slot;
    unsure ??= slot;
  }
  if (unsure) return unsure;
  const signing = signingCalls.find((row) => row.callee.test(callee) && row.args[position] !== undefined);
  return signing
    ? { call: signing, role: signing.args[position], sure: false, name: calleeName(use), position, signing: true }
    : undefined;
}

export function slotClues(slot: Slot, isPrivateKey: boolean): Clue[] {
  const what =
    slot.position >= 0 ? `argument ${String(slot.position + 1)} of ${slot.name}` : `an option of ${slot.name}`;
  const clues: Clue[] = [];
  if (slot.signing) {
    clues.push(clue('credential-name', `it is ${what}, which signs`));
    if (!isPrivateKey) clues.push(clue('signing-slot', `it is ${what}, which signs`, 'secret'));
    return clues;
  }
  const from = slot.sure ? ` from ${slot.call.sdk}` : '';
  if (slot.sure) clues.push(clue('sdk-argument', `it is ${what}${from}`), clue('sdk-call', `it is ${what}${from}`));
  if (slot.role && !isPrivateKey) {
    const role = slot.role === 'private-key' ? 'secret' : slot.role;
    clues.push(slot.sure ? clue('sdk-slot', `it is ${what}`, role) : clue('role-order', `it is ${what}`, role));
    if (!slot.sure) clues.push(clue('credential-name', `it is ${what}, as SDKs have it`));
  }
  return clues;
}

export function calleeName({ call }: Use): string {
  return `${shownPath(call?.callee ?? [])}(…)`;
}
