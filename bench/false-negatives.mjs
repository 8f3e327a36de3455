// How many random keys the shape filters refuse: 64 letters and digits drawn evenly, as Binance makes them. What is
// refused here can never be found, whatever stands around it. Usage: node bench/false-negatives.mjs [COUNT]
import { randomBytes } from 'node:crypto';
import { runsOf } from '../packages/engine/dist/shape.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const count = Number(process.argv[2] ?? 1_000_000);

/** 64 characters without bias: bytes of 248 and more are drawn again. */
function randomKey() {
  let key = '';
  while (key.length < 64)
    for (const byte of randomBytes(96)) if (byte < 248 && key.length < 64) key += alphabet[byte % 62];
  return key;
}

let refused = 0;
for (let i = 0; i < count; i += 1) if (runsOf(`KEY="${randomKey()}"`).length !== 1) refused += 1;
console.log(`${refused} of ${count} random keys refused: ${((100 * refused) / count).toFixed(4)} %`);
