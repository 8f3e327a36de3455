/** Whether a document is about another exchange than Binance: then what it sets and does is nothing of Binance's. */
import { importsOf } from '../read/imports.ts';
import type { Document } from '../types.ts';
import { binanceWord, isLatin, latinBinanceWord, namesOther } from './names.ts';
import { apiWords } from './surroundings.ts';

/** Imports stand near the top. */
const topLength = 8000;

/** Its path or an import names another exchange, and nothing in it speaks of Binance or of an API like Binance's. */
export function isForOtherExchange({ path, text }: Pick<Document, 'path' | 'text'>): boolean {
  return (
    !latinBinanceWord.test(path) &&
    (path.split('/').slice(-2).some(namesOther) || importsOf(text.slice(0, topLength)).some(namesOther)) &&
    !ownWord.test(text) &&
    !ownShortWord.test(text) &&
    !apiWords.test(text) &&
    (isLatin(text) || !binanceWord.test(text))
  );
}

const ownWord = new RegExp(`${latinBinanceWord.source}|mbx`, 'i');
/** As people shorten it: `BN_API_SECRET`, `bn.withdraw(…)`. Alone it may be the coin. */
const ownShortWord = /(?<![a-z])(?:bn[bc]?e?[_-]?(?:api|key|secret|sec|client|pass|token)|bn[bc]?\.\w{1,60}\()/i;
