import { defineRule, type BnguardRule } from '../define-rule.ts';

export const noUnrestrictedIp: BnguardRule = defineRule({
  name: 'no-unrestricted-ip',
  description: 'Require an IP list that restricts every key that may trade.',
  recommended: 'error',
  wrong: 'export const binanceKey = { enableSpotAndMarginTrading: true, ipRestrict: false };',
  right: 'export const binanceKey = { enableSpotAndMarginTrading: true, ipRestrict: true };',
  finds: {
    'ip-unrestricted': 'Restrict the key to the addresses of the servers that use it.',
    'ip-list-invalid': 'List the public addresses of your servers, one by one, at most 30.',
  },
});
