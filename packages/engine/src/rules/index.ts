/** All rules, in the order in which people meet them. Adding one touches its own file and this list. */
import type { Rule } from '../types.ts';
import { apiKey } from './api-key.ts';
import { clientExposed } from './client-exposed.ts';
import { documentedExample } from './documented-example.ts';
import { fundMovingCall } from './fund-moving-call.ts';
import { foreignEndpoint } from './foreign-endpoint.ts';
import { insecureTransport } from './insecure-transport.ts';
import { envNotIgnored } from './env-not-ignored.ts';
import { envTracked } from './env-tracked.ts';
import { inventoryMismatch } from './inventory-mismatch.ts';
import { keyAge } from './key-age.ts';
import { keyPassphrase } from './key-passphrase.ts';
import { keyReused } from './key-reused.ts';
import { listenKey } from './listen-key.ts';
import { privateKey } from './private-key.ts';
import { withdrawalsEnabled } from './withdrawals-enabled.ts';
import { transfersEnabled } from './transfers-enabled.ts';
import { broadPermissions } from './broad-permissions.ts';
import { ipUnrestricted } from './ip-unrestricted.ts';
import { ipListInvalid } from './ip-list-invalid.ts';
import { weakKeyType } from './weak-key-type.ts';
import { recvWindow } from './recv-window.ts';
import { secretKey } from './secret-key.ts';
import { secretLogged } from './secret-logged.ts';
import { signedRequest } from './signed-request.ts';
import { unsafeKeyCreation } from './unsafe-key-creation.ts';
import { unsafePackage } from './unsafe-package.ts';
import { unusedIgnore } from './unused-ignore.ts';

export const rules: readonly Rule[] = [
  secretKey,
  apiKey,
  privateKey,
  keyPassphrase,
  signedRequest,
  listenKey,
  documentedExample,
  withdrawalsEnabled,
  transfersEnabled,
  broadPermissions,
  ipUnrestricted,
  ipListInvalid,
  clientExposed,
  insecureTransport,
  foreignEndpoint,
  secretLogged,
  envNotIgnored,
  envTracked,
  keyAge,
  keyReused,
  inventoryMismatch,
  recvWindow,
  weakKeyType,
  fundMovingCall,
  unsafeKeyCreation,
  unsafePackage,
  unusedIgnore,
];
