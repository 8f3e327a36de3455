import { defineRule, type BnguardRule } from '../define-rule.ts';

export const noInsecureTransport: BnguardRule = defineRule({
  name: 'no-insecure-transport',
  description: 'Require TLS with its checks for everything that is sent to Binance.',
  recommended: 'error',
  wrong: "const time = await fetch('http://api.binance.com/api/v3/time');",
  right: "const time = await fetch('https://api.binance.com/api/v3/time');",
  finds: { 'insecure-transport': 'Use https:// and wss://, and leave the check of certificates on.' },
});
