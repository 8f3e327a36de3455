import { defineRule, type BnguardRule } from '../define-rule.ts';

export const noClientExposedSecret: BnguardRule = defineRule({
  name: 'no-client-exposed-secret',
  description: 'Disallow secrets in what a browser gets.',
  recommended: 'error',
  wrong: 'export const secret = process.env.NEXT_PUBLIC_BINANCE_API_SECRET;',
  right: 'export const secret = process.env.BINANCE_API_SECRET;',
  finds: { 'client-exposed': 'Keep it on a server that signs for the browser, under a name without a public prefix.' },
});
