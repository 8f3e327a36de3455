/** The key inventory against good practice, and the code against it. Told in conclude: see risks/keys/inventory-findings.ts. */
import type { Rule } from '../types.ts';

export const inventoryMismatch: Rule = {
  id: 'inventory-mismatch',
  title: 'The key inventory and the keys do not agree',
  severity: 'medium',
  finds:
    'Where `bnguard.keys.yaml` stands at the top of the repository: entries that are not good practice (withdrawals or transfers on, more rights than the purpose needs, no IP list or a wrong one, an address whose `until` has passed, trading on the master account, two strategies on one key or sub-account, no renewal within 90 days, too many keys), keys in the code that no entry knows, keys in places that their entry does not allow or that it calls revoked, and entries whose files no longer hold them. [How to write it](../inventory.md).',
  why: 'Whoever must act within minutes of a leak needs to know which keys there are, what each may do and who runs it. A list that is wrong is worse than none.',
  advice: [
    'Correct the key at Binance, or the entry in bnguard.keys.yaml, whichever is wrong; bnguard keys add --stdin makes an entry for a key that has none, bnguard keys check tells whether they agree.',
    'If nobody knows what a key is for, delete it in Binance’s API Management.',
  ],
  references: [
    'https://www.binance.com/en/my/settings/api-management',
    'https://developers.binance.com/docs/wallet/account/api-key-permission',
  ],
  examples: { leaks: [], clean: [], missed: [] },
};
