import { defineRule, type BnguardRule } from '../define-rule.ts';

export const noLoggedSecret: BnguardRule = defineRule({
  name: 'no-logged-secret',
  description: 'Disallow writing secrets to logs.',
  recommended: 'error',
  finds: { 'secret-logged': 'Log that it is set, or its first four characters, never the value.' },
});
