/** The shape of bnguard.keys.yaml: read by inventory.ts, published as schema/keys.schema.json. */
import * as v from 'valibot';
import type { InventoryKey, Permission } from '@bnguard/engine';
import { keyStates, keyTypes, permissions, purposes } from './key-words.ts';
import { daySchema, expected, fingerprintSchema, strictly, word } from './config-schema.ts';

export interface InventoryAddress {
  readonly address: string;
  readonly until?: string;
  readonly note?: string;
}

/** One key as it is written. */
export interface InventoryEntry {
  readonly name: string;
  readonly label?: string;
  readonly fingerprints?: readonly string[];
  readonly state?: InventoryKey['state'];
  readonly environment?: InventoryKey['environment'];
  readonly type?: 'Ed25519' | 'RSA' | 'HMAC';
  readonly purpose?: NonNullable<InventoryKey['purpose']>;
  readonly strategy?: string | readonly string[];
  readonly permissions?: readonly Permission[];
  readonly ips?: readonly (string | InventoryAddress)[];
  readonly account?: string;
  readonly subAccount?: string;
  readonly owner?: string;
  readonly created?: string;
  readonly rotated?: string;
  readonly inCode?: boolean;
  readonly expectedIn?: readonly string[];
  readonly note?: string;
}

export interface InventoryFile {
  readonly schema?: 1;
  readonly keys: readonly InventoryEntry[];
}

const described = <T extends v.GenericSchema>(schema: T, says: string) => v.pipe(schema, v.description(says));
const list = expected('a list');
const words = v.pipe(v.string(expected('text')), v.minLength(1, expected('text, not nothing')));
const nameSchema = v.pipe(
  v.string(expected('a name')),
  v.regex(/^[^\s\p{C}](?:[^\p{C}]{0,78}[^\s\p{C}])?$/u, expected('a name of 1 to 80 characters, without line breaks')),
);

const addressSchema = v.union(
  [
    words,
    strictly({
      address: words,
      until: v.exactOptional(described(daySchema, 'the last day on which it is to be in the list')),
      note: v.exactOptional(words),
    }),
  ],
  expected('an address, or the keys address, until (a day) and note'),
);

export const inventorySchema: v.GenericSchema<InventoryFile> = strictly({
  $schema: v.exactOptional(v.string(expected('text'))),
  schema: v.exactOptional(v.literal(1, expected('1, the only schema there is'))),
  keys: v.array(
    strictly({
      name: described(nameSchema, 'what you call it; each name once'),
      label: v.exactOptional(described(words, 'its label at Binance, where that is another')),
      fingerprints: v.exactOptional(
        described(
          v.array(fingerprintSchema, list),
          'of its API key and its secret or private key, as reports show them; bnguard keys add makes them',
        ),
      ),
      state: v.exactOptional(
        described(word(keyStates), 'active if absent; retiring: being replaced; revoked: deleted at Binance'),
      ),
      environment: v.exactOptional(described(word(['live', 'testnet', 'demo']), 'live if absent')),
      type: v.exactOptional(word(keyTypes)),
      purpose: v.exactOptional(described(word(purposes), 'dashboard and reporting: reading is enough')),
      strategy: v.exactOptional(
        described(v.union([words, v.array(words)], expected('a name, or a list of names')), 'the one that it trades'),
      ),
      permissions: v.exactOptional(described(v.array(word(permissions), list), 'all that are switched on at Binance')),
      ips: v.exactOptional(
        described(v.array(addressSchema, list), 'its IP list at Binance; [] or absent: unrestricted'),
      ),
      account: v.exactOptional(described(words, 'the master account, by any name of yours')),
      subAccount: v.exactOptional(described(words, 'absent: the key is of the master account')),
      owner: v.exactOptional(described(words, 'who answers for it')),
      created: v.exactOptional(daySchema),
      rotated: v.exactOptional(described(daySchema, 'the day of its last replacement')),
      inCode: v.exactOptional(
        described(v.boolean(expected('true or false')), 'false: it stands in no file of this repository'),
      ),
      expectedIn: v.exactOptional(
        described(v.array(words, list), 'picomatch patterns: the only files that may hold it'),
      ),
      note: v.exactOptional(words),
    }),
    list,
  ),
});
