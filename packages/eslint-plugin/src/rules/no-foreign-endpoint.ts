import { defineRule, type BnguardRule } from '../define-rule.ts';

export const noForeignEndpoint: BnguardRule = defineRule({
  name: 'no-foreign-endpoint',
  description: 'Disallow sending keys to hosts that are not Binance’s.',
  recommended: 'error',
  wrong: `import { Spot } from '@binance/connector';

const client = new Spot(apiKey, apiSecret, { baseURL: 'https://api.binance.example.net' });`,
  right: `import { Spot } from '@binance/connector';

const client = new Spot(apiKey, apiSecret, { baseURL: 'https://api1.binance.com' });`,
  finds: { 'foreign-endpoint': 'Send keys to api.binance.com or its documented alternatives only.' },
});
