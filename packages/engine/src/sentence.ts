/** The sentence that a finding says: what it is, where it is used. Never a value. */
import type { Confidence, CredentialObservation, Role, Shape } from './types.ts';
import { isTestnet } from './severity.ts';

const nouns: Readonly<Record<Role, string>> = {
  secret: 'secret key',
  'api-key': 'API key',
  'private-key': 'private key',
  unknown: 'key (API key or secret)',
};

const nounsOfShapes: Readonly<Partial<Record<Shape, string>>> = {
  'encrypted-private-key': 'encrypted private key',
  'listen-key': 'listen key',
  passphrase: 'private key’s passphrase',
  signature: 'request with API key and signature',
};

/** `Binance testnet secret key passed as argument 2 of new Spot(…)`. */
export function messageOf(observation: CredentialObservation, role: Role, confidence: Confidence): string {
  const { environment, shape, documented, use } = observation;
  const noun = nounsOfShapes[shape] ?? nouns[role];
  if (documented) return `Example ${noun} from Binance’s documentation, ${use}`;
  const kind = [
    confidence === 'possible' ? 'Possibly a Binance' : 'Binance',
    isTestnet({ environment }) ? environment : '',
    noun,
  ];
  return `${kind.filter((word) => word !== '').join(' ')} ${use}`;
}
