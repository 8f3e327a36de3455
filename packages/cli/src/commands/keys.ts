/** `bnguard keys list` and `bnguard keys due`: what the inventory says, and what is to be renewed. Reads that file alone. */
import { realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { defaultKeyAge, lastRenewal } from '@bnguard/engine';
import picocolors from 'picocolors';
import { loadConfig, nearNotesIn } from '../config.ts';
import { inventoryName } from '../defaults.ts';
import { findTop } from '../git/repository.ts';
import { inventoryText, readInventory } from '../inventory.ts';
import type { InventoryEntry } from '../inventory-schema.ts';
import { wantsColor } from '../io.ts';
import type { Setting } from '../main.ts';
import { redactAll } from '../redact.ts';
import { pad, widest } from '../reports/layout.ts';
import { count } from '../reports/words.ts';
import { visible, visibleJson } from '../reports/visible.ts';
import type { KeysDueRequest, KeysListRequest, Outcome } from '../requests.ts';
import { UserError } from '../user-error.ts';
import { ownVersion } from '../version.ts';

/** An entry with what follows from its dates. */
interface DatedEntry {
  readonly entry: InventoryEntry;
  /** Days since it was made or renewed. */
  readonly age?: number;
  /** The last day on which it is young enough. */
  readonly due?: string;
}

/** What is to be done, and by when; negative days: it is late. */
interface DueItem {
  readonly name: string;
  readonly what: 'renew' | 'address' | 'undated';
  readonly due?: string;
  readonly days?: number;
  readonly says: string;
}

export async function runKeysList(request: KeysListRequest, { io, cwd }: Setting): Promise<Outcome> {
  const { asOf, limit, dated } = await datedEntries(request, cwd);
  if (request.format === 'json') {
    const keys = dated.map(({ entry, age, due }) => ({
      ...entry,
      ...(age !== undefined && { ageDays: age }),
      ...(due !== undefined && { due }),
    }));
    return { code: 0, stdout: json({ asOf, keyAge: limit, keys }) };
  }
  const colors = picocolors.createColors(wantsColor(request.color, io));
  const rows = dated.map(({ entry, age, due }) => [
    entry.name,
    entry.state ?? 'active',
    [entry.strategy ?? entry.purpose ?? '–'].flat().join(', '),
    [entry.account, entry.subAccount].filter((one) => one !== undefined).join('/') || '–',
    entry.permissions?.join(', ') ?? 'rights not given',
    age === undefined
      ? 'no date'
      : isOver(entry)
        ? `${count(age, 'day')} old`
        : `${count(age, 'day')} old, due ${due ?? ''}`,
  ]);
  const table = inColumns(rows).map(([name = '', ...rest]) => `${colors.bold(name)}  ${rest.join('  ')}`.trimEnd());
  const lines = [...table, ...(table.length > 0 ? [''] : []), `${count(rows.length, 'key')} in ${inventoryName}.`];
  return { code: 0, stdout: `${lines.join('\n')}\n` };
}

export async function runKeysDue(request: KeysDueRequest, { io, cwd }: Setting): Promise<Outcome> {
  const { asOf, limit, dated } = await datedEntries(request, cwd);
  const items = dated
    .filter(({ entry }) => !isOver(entry) && (entry.environment ?? 'live') === 'live')
    .flatMap((one) => dueItems(one, asOf))
    .filter(({ days = -1 }) => days <= request.within)
    .sort((a, b) =>
      (a.due ?? '') < (b.due ?? '') ? -1 : (a.due ?? '') > (b.due ?? '') ? 1 : a.name < b.name ? -1 : 1,
    );
  const code = items.length > 0 ? 1 : 0;
  if (request.format === 'json')
    return { code, stdout: json({ asOf, keyAge: limit, within: request.within, due: items }) };
  if (items.length === 0) return { code, stdout: `Nothing is due within ${count(request.within, 'day')}.\n` };
  const colors = picocolors.createColors(wantsColor(request.color, io));
  const rows = inColumns(items.map(({ due = 'no date', name, says }) => [due, name, says]));
  const lines = rows.map(([due = '', name = '', says = '']) => `${due}  ${colors.bold(name)}  ${says}`.trimEnd());
  return { code, stdout: `${lines.join('\n')}\n` };
}

/** Planned and revoked keys need no renewal. */
const isOver = ({ state }: InventoryEntry): boolean => state === 'revoked' || state === 'planned';

function dueItems({ entry, due }: DatedEntry, asOf: string): DueItem[] {
  const { name, ips = [] } = entry;
  const own: DueItem =
    due === undefined
      ? { name, what: 'undated', says: 'has no created date: nobody knows when to renew it' }
      : { name, what: 'renew', due, days: daysTo(due, asOf), says: `renew the key, ${when(daysTo(due, asOf))}` };
  const addresses = ips.flatMap((one): DueItem[] => {
    if (typeof one === 'string' || one.until === undefined) return [];
    const days = daysTo(one.until, asOf);
    return [
      { name, what: 'address', due: one.until, days, says: `take ${one.address} out of its IP list, ${when(days)}` },
    ];
  });
  return [own, ...addresses];
}

function when(days: number): string {
  if (days < 0) return `${count(-days, 'day')} late`;
  return days === 0 ? 'today' : `in ${count(days, 'day')}`;
}

async function datedEntries(
  { path, asOf: typed }: Pick<KeysListRequest, 'path' | 'asOf'>,
  cwd: string,
): Promise<{ readonly asOf: string; readonly limit: number; readonly dated: readonly DatedEntry[] }> {
  const asOf = typed ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const root = await inventoryRoot(cwd, path);
  const text = inventoryText(root);
  if (text === undefined) throw noInventory(root);
  const { keyAge: limit = defaultKeyAge } = await loadConfig(root, { cwd, today: asOf.slice(0, 10) });
  const { entries } = await readInventory(text);
  const dated = entries.map((entry): DatedEntry => {
    const since = lastRenewal(entry);
    if (since === undefined) return { entry };
    return { entry, age: Math.max(0, -daysTo(since, asOf)), due: plusDays(since, limit) };
  });
  return { asOf, limit, dated };
}

const dayLength = 86_400_000;
/** Whole days from the day of `asOf` to a day. */
const daysTo = (day: string, asOf: string): number => (Date.parse(day) - Date.parse(asOf.slice(0, 10))) / dayLength;
const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);

/** The folder whose inventory a PATH means: the top of its repository, else the folder itself. */
export async function inventoryRoot(cwd: string, path = '.'): Promise<string> {
  if (path === '') throw new UserError('PATH is empty. For the folder that you are in leave it out.');
  const named = resolve(cwd, path);
  const real = await realpath(named).catch(() => {
    throw new UserError(`${path} cannot be reached: there is no such file or folder.`);
  });
  const folder = (await stat(real)).isDirectory() ? real : dirname(real);
  return findTop(folder) ?? folder;
}

export function noInventory(root: string): UserError {
  const near = nearInventories(root);
  return new UserError(
    `There is no ${inventoryName} in ${root}. ${near.join(' ') || 'bnguard keys add --stdin begins one, from a key on standard input.'}`,
  );
}

/** A sentence for each file that somebody takes for the inventory. */
export const nearInventories = (root: string): string[] =>
  nearNotesIn(root).filter((note) => note.includes(inventoryName));

function json(data: object): string {
  const told = redactAll({ schema: 1, tool: { name: 'bnguard', version: ownVersion() }, ...data });
  return `${visibleJson(JSON.stringify(told, null, 2))}\n`;
}

function inColumns(rows: readonly (readonly string[])[]): string[][] {
  const safe = rows.map((row) => row.map((cell) => visible(redactAll(cell))));
  const widths = (safe[0] ?? []).map((_, i) => widest(safe.map((row) => row[i] ?? '')));
  return safe.map((row) => row.map((cell, i) => pad(cell, widths[i] ?? 0)));
}
