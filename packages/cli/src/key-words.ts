/** The words that the inventory and its flags take. */
export const keyStates = ['planned', 'active', 'retiring', 'revoked'] as const;
export const keyTypes = ['Ed25519', 'RSA', 'HMAC'] as const;
export const purposes = ['trading', 'dashboard', 'reporting', 'transfers', 'other'] as const;
export const permissions = [
  'reading',
  'spot',
  'margin',
  'futures',
  'options',
  'portfolio-margin',
  'fix-trading',
  'fix-reading',
  'universal-transfer',
  'internal-transfer',
  'withdrawals',
] as const;
