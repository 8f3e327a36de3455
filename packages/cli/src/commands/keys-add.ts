/**
 * `bnguard keys add --stdin`: an entry of the inventory from a key on standard input. What is written and shown of it is
 * its fingerprint; on the screen also the first four characters.
 */
import { join } from 'node:path';
import { detect, type Finding } from '@bnguard/engine';
import { inventoryName } from '../defaults.ts';
import { inventoryText, looksLikeKey, readInventory } from '../inventory.ts';
import type { InventoryEntry } from '../inventory-schema.ts';
import type { Setting } from '../main.ts';
import { redact } from '../redact.ts';
import { visibleJson } from '../reports/visible.ts';
import type { KeysAddRequest, Outcome } from '../requests.ts';
import { UserError } from '../user-error.ts';
import { ownVersion } from '../version.ts';
import { inventoryRoot, nearInventories } from './keys.ts';
import { readAll } from './scan.ts';

/** A pair of PEMs is far below. */
const mostBytes = 65_536;

const head = `# The keys of this repository: labels and fingerprints, never values.
# bnguard keys check tells whether they are kept well, bnguard keys due what is to be renewed.
`;

export async function runKeysAdd(request: KeysAddRequest, setting: Setting): Promise<Outcome> {
  refuseKeys({ name: request.name, ...request.fields });
  const root = await inventoryRoot(setting.cwd);
  const text = inventoryText(root);
  // A second file beside it would have one key, and the first would still not be read.
  const [near] = text === undefined ? nearInventories(root) : [];
  if (near !== undefined) throw new UserError(`${near} Rename it first; nothing was written.`);
  const known = text === undefined ? undefined : await readInventory(text);
  const values = await valuesOf(setting);
  const today = (request.asOf ?? new Date().toISOString()).slice(0, 10);
  const prints = [...new Set(values.map(({ fingerprint }) => fingerprint))];
  const holder = known?.entries.find(({ fingerprints = [] }) => fingerprints.some((one) => prints.includes(one)));
  const name = request.name ?? holder?.name ?? `key-${prints[0]!.slice(0, 8)}`;
  if (holder && holder.name !== name) {
    throw new UserError(`${inventoryName} has this key already, as ${redact(holder.name)}.`);
  }
  const at = known?.entries.findIndex((entry) => entry.name === name) ?? -1;
  const old = known?.entries[at];
  const { fields } = request;
  if (old && Object.keys(fields).length > 0) {
    throw new UserError(
      `${inventoryName} has an entry ${redact(name)} already: leave out the other flags to add to its fingerprints, and change the rest in the file.`,
    );
  }
  const fresh = prints.filter((one) => old?.fingerprints?.includes(one) !== true);
  const entry: InventoryEntry = { name, fingerprints: prints, created: today, ...fields };
  const written = fresh.length === 0 ? undefined : await withEntry(text, old ? { at, fresh } : entry);
  // What flags bring must be as good as what is typed into the file.
  if (written !== undefined) await readInventory(written);

  const masks = [...new Set(values.map(({ masked }) => masked).filter((one) => one !== ''))];
  const begins = masks.length > 0 ? ` (${masks.join(', ')})` : '';
  const done = old ? (fresh.length > 0 ? 'now has' : 'has') : 'has the new entry';
  const fact = old
    ? `${inventoryName} ${done} ${count(prints, begins)} in ${name}${fresh.length === 0 ? ' already' : ''}.`
    : `${inventoryName} ${done} ${name} with ${count(prints, begins)}.`;
  const lacking = old ? [] : (['permissions', 'ips', 'account'] as const).filter((one) => fields[one] === undefined);
  const next =
    lacking.length > 0 ? `Write down what it may do: ${lacking.join(', ')}. Then: bnguard keys check.\n` : '';
  const stdout =
    request.format === 'json'
      ? `${visibleJson(JSON.stringify({ schema: 1, tool: { name: 'bnguard', version: ownVersion() }, file: inventoryName, added: written !== undefined, name: redact(name), fingerprints: prints, masked: masks }, null, 2))}\n`
      : `${redact(fact)}\n${next}`;
  return {
    code: 0,
    stdout,
    ...(written !== undefined && { files: [{ path: join(root, inventoryName), text: written }] }),
  };
}

/** What is typed stands in the shell's history. */
function refuseKeys(typed: object): void {
  const [flag] = Object.entries(typed).find(([, value]) => looksLikeKey(String(value))) ?? [];
  if (flag === undefined) return;
  throw new UserError(
    `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: what is given looks like a key, and the shell may remember it. Give the key on standard input only, and delete this one at Binance if others can read that history.`,
  );
}

const count = (prints: readonly string[], begins: string): string =>
  `${prints.length === 1 ? 'fingerprint' : 'fingerprints'} ${prints.join(' and ')}${begins}`;

/** The keys on standard input: one, or an API key and its secret on two lines. */
async function valuesOf({ io }: Setting): Promise<readonly Pick<Finding, 'fingerprint' | 'masked'>[]> {
  const bytes = Buffer.from(await readAll(io));
  if (bytes.length > mostBytes) throw new UserError('Standard input holds more than a key and its secret.');
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim();
  if (text === '') {
    throw new UserError('Standard input is empty. Give it the key: pbpaste | bnguard keys add --stdin.');
  }
  const parts = text.includes('-----BEGIN') ? [text] : text.split(/\s+/);
  if (parts.length > 2) {
    throw new UserError('Standard input holds more than a key and its secret: give each pair an entry of its own.');
  }
  return parts.map((value, i) => {
    const finding = keyIn(value);
    if (finding) return finding;
    throw new UserError(
      `${parts.length > 1 ? `Value ${i + 1} on standard input` : 'What standard input holds'} is not what Binance makes: an API key or secret has 64 letters and digits, a private key is a PEM.`,
    );
  });
}

/** What a scan would find, were it in a file. */
function keyIn(value: string): Finding | undefined {
  const found = [value, `BINANCE_API_SECRET=${value}\n`, `BINANCE_FUTURES_TESTNET_API_SECRET=${value}\n`]
    .flatMap((text) => detect({ path: 'key.env', origin: { kind: 'stdin' }, text }).findings)
    .filter(({ rule }) => /^(?:api-key|secret-key|private-key|documented-example)$/.test(rule));
  const [first] = found;
  if (first?.rule === 'documented-example') {
    throw new UserError(
      'This is an example that Binance’s documentation publishes: everybody has it, so it is no key of yours.',
    );
  }
  return first;
}

/** The file with one more entry, or with more fingerprints in one. Comments and the order of things stay. */
async function withEntry(
  text: string | undefined,
  what: InventoryEntry | { readonly at: number; readonly fresh: readonly string[] },
): Promise<string> {
  const { isSeq, parseDocument } = await import('yaml');
  const body = text === undefined || text.trim() === '' ? `${head}schema: 1\nkeys: []\n` : text;
  const document = parseDocument(body, { schema: 'core', logLevel: 'error' });
  if ('fresh' in what) {
    const path = ['keys', what.at, 'fingerprints'];
    if (isSeq(document.getIn(path))) for (const one of what.fresh) document.addIn(path, one);
    else document.setIn(path, what.fresh);
  } else {
    const keys = document.get('keys');
    if (isSeq(keys)) {
      if (keys.items.length === 0) keys.flow = false;
      keys.add(document.createNode(what));
    } else document.set('keys', document.createNode([what]));
  }
  const written = document.toString({ lineWidth: 0 });
  return body.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written;
}
