import { defineRule, type BnguardRule } from '../define-rule.ts';
import { turningOff } from '../suggestions/turn-off.ts';

const leaveOff = 'Leave it off: a thief who gets the key could take the money.';

export const noWithdrawals: BnguardRule = defineRule({
  name: 'no-withdrawals',
  description: 'Disallow settings and calls that let a key move money out.',
  recommended: 'warn',
  wrong: 'export const binanceKey = { enableReading: true, enableWithdrawals: true, ipRestrict: true };',
  right: 'export const binanceKey = { enableReading: true, enableWithdrawals: false, ipRestrict: true };',
  finds: {
    'withdrawals-enabled': leaveOff,
    'transfers-enabled': leaveOff,
    'broad-permissions': 'Give each key only what its one strategy needs.',
    'unsafe-key-creation': 'Make keys with an IP list and without the right to withdraw.',
    'fund-moving-call': 'Keep it in a service of its own, with a key and an address list of its own.',
  },
  suggest: (found, sourceCode) => (found.finding.rule === 'fund-moving-call' ? [] : turningOff(found, sourceCode)),
});
