// How many random values the shape filters refuse: what they refuse can never be found, whatever stands around it. Keys
// are 64 letters and digits drawn evenly, as Binance makes them; those of the old futures testnet 64 hex digits; listen
// keys 60 letters and digits. Usage: node bench/false-negatives.mjs [COUNT]
import { randomBytes } from 'node:crypto';
import { isVaried, runsOf } from '../packages/engine/dist/candidates/shape.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const count = Number(process.argv[2] ?? 1_000_000);

/** Letters and digits without bias: bytes of 248 and more are drawn again. */
function random(length) {
  let value = '';
  while (value.length < length)
    for (const byte of randomBytes(96)) if (byte < 248 && value.length < length) value += alphabet[byte % 62];
  return value;
}

const kinds = [
  ['keys', () => runsOf(`KEY="${random(64)}"`).length === 1],
  ['hex keys', () => runsOf(`KEY="${randomBytes(32).toString('hex')}"`).length === 1],
  ['listen keys', () => isVaried(random(60))],
];
for (const [name, isKept] of kinds) {
  let refused = 0;
  for (let i = 0; i < count; i += 1) if (!isKept()) refused += 1;
  console.log(`${name}: ${refused} of ${count} refused, ${((100 * refused) / count).toFixed(4)} %`);
}
