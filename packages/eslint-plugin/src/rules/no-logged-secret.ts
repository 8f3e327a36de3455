import { defineRule, type BnguardRule } from '../define-rule.ts';

export const noLoggedSecret: BnguardRule = defineRule({
  name: 'no-logged-secret',
  description: 'Disallow writing secrets to logs.',
  recommended: 'error',
  wrong: `import { Spot } from '@binance/connector';

console.log('starting with', process.env.BINANCE_API_SECRET);`,
  right: `import { Spot } from '@binance/connector';

console.log('secret is set:', Boolean(process.env.BINANCE_API_SECRET));`,
  finds: { 'secret-logged': 'Log that it is set, or its first four characters, never the value.' },
});
