/** Keys that Binance's own documentation publishes: no leak, but never silent, since a real half may stand beside one. */
import type { Rule } from '../types.ts';

export const documentedExample: Rule = {
  id: 'documented-example',
  title: 'Example key from Binance’s documentation',
  severity: 'info',
  finds: 'A key that Binance’s documentation publishes as an example. The list holds hashes, not values.',
  why: 'Nobody’s money hangs on it. It shows that the place is made for a credential, and that a test signs with a published key.',
  advice: ['Nothing needs doing. A placeholder such as <API_KEY> would keep readers from wondering.'],
  references: ['https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md'],
  examples: {
    // The published values must not stand here; test/documented.test.ts plants one by its hash.
    leaks: [],
    clean: [
      { path: 'binance.md', text: 'apiKey: <API_KEY>' },
      { path: 'binance.md', text: 'The API key is 64 letters and digits long.' },
      { path: 'binance.md', text: 'signature=<hex64:a>' },
    ],
    missed: [],
  },
};
