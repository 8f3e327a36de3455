/** Pairs the brackets of a text. */
import { Kind, type Tokens } from './tokens.ts';

/** By the kind of a closing bracket that of its opening, and the kinds of openings themselves. */
const openingOf = new Uint8Array(256);
openingOf[Kind.closeParen] = Kind.openParen;
openingOf[Kind.closeBracket] = Kind.openBracket;
openingOf[Kind.closeBrace] = Kind.openBrace;
const opens = new Uint8Array(256);
for (const kind of [Kind.openParen, Kind.openBracket, Kind.openBrace]) opens[kind] = 1;

/**
 * Fills `tokens.match`. A closing bracket that fits no open one is left alone; one that fits closes all that were
 * opened since, and these stay without partner.
 */
export function matchBrackets(tokens: Tokens): void {
  const { kind, match, length } = tokens;
  const open: number[] = [];
  /** How many of each kind are open: without it every stray closing bracket would be a search. */
  const counts = new Uint32Array(256);
  for (let index = 0; index < length; index += 1) {
    const here = kind[index]!;
    if (opens[here]) {
      open.push(index);
      counts[here]! += 1;
      continue;
    }
    const opening = openingOf[here]!;
    if (opening === 0 || counts[opening] === 0) continue;
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      const topKind = kind[top]!;
      counts[topKind]! -= 1;
      if (topKind !== opening) continue;
      match[top] = index;
      match[index] = top;
      break;
    }
  }
}

/** For each token the opening bracket of what it stands in, -1 for none. */
export function bracketsAround({ match, length }: Tokens): Int32Array {
  const around = new Int32Array(length).fill(-1);
  let open = -1;
  for (let index = 0; index < length; index += 1) {
    const partner = match[index]!;
    if (partner >= 0 && partner < index) open = around[partner]!;
    around[index] = open;
    if (partner > index) open = index;
  }
  return around;
}
