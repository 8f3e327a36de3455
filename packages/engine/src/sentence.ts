/** The sentence that a finding says: what it is, where it is used. Never a value. */
import type { Confidence, CredentialObservation, Role } from './types.ts';

const nouns: Readonly<Record<Role, string>> = {
  secret: 'secret key',
  'api-key': 'API key',
  'private-key': 'private key',
  unknown: 'key (API key or secret)',
};

/** `Binance testnet secret key passed as argument 2 of new Spot(…)`. */
export function messageOf(observation: CredentialObservation, role: Role, confidence: Confidence): string {
  const { environment, shape, documented, use } = observation;
  if (documented) return `Example ${nouns[role]} from Binance’s documentation, ${use}`;
  const kind = [
    confidence === 'possible' ? 'Possibly a Binance' : 'Binance',
    environment === 'testnet' || environment === 'demo' ? environment : '',
    shape === 'encrypted-private-key' ? 'encrypted' : '',
    nouns[role],
  ];
  return `${kind.filter((word) => word !== '').join(' ')} ${use}`;
}
