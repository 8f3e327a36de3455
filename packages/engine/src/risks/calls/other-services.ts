/** Whether a file, or a place in it, is about another service than Binance: then what it does is that one’s. */
import { meaningOf, meaningOfPath } from '../../clues/names.ts';
import type { Subject } from '../../types.ts';

const wallets =
  /^(?:ethers|web3|viem|wagmi|eth[_-]account|web3\b.*|solana.*|@solana\/.*|bitcoinjs-lib|tronweb|@metamask\/.*|hardhat|go-ethereum)$/i;
const binanceText = /binance|tokocrypto|x-mbx|币安|幣安/i;

/** The file imports another service's library and says nothing of Binance. */
export function isOfOther({ reading, document }: Subject): boolean {
  if (binanceText.test(document.text) || binanceText.test(document.path)) return false;
  return reading.imports.some((name) => {
    const { service, binance } = meaningOf(name);
    return binance === undefined && service !== undefined;
  });
}

/** Private keys in such a file are those of wallets. */
export function isOfWallets({ reading }: Subject): boolean {
  return reading.imports.some((name) => wallets.test(name) || /ethereum|solana|web3/i.test(name));
}

/** A path of names that says another service, or another use, and not Binance: `config.stripe.secret`, `jwt.secret`. */
export function namesOther(path: readonly string[]): boolean {
  const { binance, service, use } = meaningOfPath(path);
  if (binance === 'name') return false;
  return service !== undefined || use === 'session' || use === 'wallet' || use === 'webhook';
}
