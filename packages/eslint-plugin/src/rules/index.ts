/** All rules, in the order in which the documentation tells of them. */
import type { BnguardRule } from '../define-rule.ts';
import { noClientExposedSecret } from './no-client-exposed-secret.ts';
import { noForeignEndpoint } from './no-foreign-endpoint.ts';
import { noHardcodedCredentials } from './no-hardcoded-credentials.ts';
import { noInsecureTransport } from './no-insecure-transport.ts';
import { noLoggedSecret } from './no-logged-secret.ts';
import { noUnrestrictedIp } from './no-unrestricted-ip.ts';
import { noWithdrawals } from './no-withdrawals.ts';

export const rules: Readonly<Record<string, BnguardRule>> = {
  'no-hardcoded-credentials': noHardcodedCredentials,
  'no-withdrawals': noWithdrawals,
  'no-unrestricted-ip': noUnrestrictedIp,
  'no-client-exposed-secret': noClientExposedSecret,
  'no-logged-secret': noLoggedSecret,
  'no-insecure-transport': noInsecureTransport,
  'no-foreign-endpoint': noForeignEndpoint,
};
