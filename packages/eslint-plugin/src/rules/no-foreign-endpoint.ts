import { defineRule, type BnguardRule } from '../define-rule.ts';

export const noForeignEndpoint: BnguardRule = defineRule({
  name: 'no-foreign-endpoint',
  description: 'Disallow sending keys to hosts that are not Binance’s.',
  recommended: 'error',
  finds: { 'foreign-endpoint': 'Send keys to api.binance.com or its documented alternatives only.' },
});
