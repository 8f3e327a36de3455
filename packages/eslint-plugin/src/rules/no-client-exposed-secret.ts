import { defineRule, type BnguardRule } from '../define-rule.ts';

export const noClientExposedSecret: BnguardRule = defineRule({
  name: 'no-client-exposed-secret',
  description: 'Disallow secrets in what a browser gets.',
  recommended: 'error',
  finds: { 'client-exposed': 'Keep it on a server that signs for the browser, under a name without a public prefix.' },
});
