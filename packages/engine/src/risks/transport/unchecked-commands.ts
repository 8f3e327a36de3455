/** Commands of a shell that are told to check no certificate. */
import type { Subject } from '../../types.ts';
import { hostOf, ownerOf } from '../calls/hosts.ts';
import { occurrences } from '../calls/parts.ts';
import { lineBefore } from './line-before.ts';
import type { WeakLink } from './weak-links.ts';

const command = /(?<![\w./-])(curl|wget|httpie|https?|websocat|wscat|xh)(?:\.exe)?(?=[ \t]+(?:-|["'$h]))/g;
const commandFlags: Readonly<Record<string, RegExp>> = {
  curl: /(?<=\s)(?:--insecure|-k|-[sSfLvigGIjNOpqR#0-46]*k[sSfLvigGIjNOpqR#0-46]*)(?=[\s"'\\]|$)/,
  wget: /(?<=\s)--no-check-certificate\b/,
  websocat: /(?<=\s)(?:-k|--insecure)(?=\s|$)/,
  wscat: /(?<=\s)(?:-n|--no-check)(?=\s|$)/,
  http: /(?<=\s)--verify[= ](?:no|false)\b/,
};
const longestCommand = 1500;

export function* uncheckedCommands(subject: Subject): Generator<WeakLink> {
  const hostNamed = hostsByName(subject.document.text);
  let looked = 0;
  for (const { part, match, at } of occurrences(subject, command)) {
    if ((looked += 1) > mostCommands) return;
    if (/^\s*#/.test(lineBefore(part.text, at))) continue;
    const end = endOfCommand(part.text, at);
    const source = part.text.slice(at, end);
    const flags = commandFlags[match[1]!] ?? commandFlags['http']!;
    const flag = flags.exec(source);
    if (!flag) continue;
    const span = part.source({ start: at + flag.index, end: at + flag.index + flag[0].length });
    const target = commandTarget(source, hostNamed);
    if (target === 'other') continue;
    yield { span, what: `${match[1]!} is told ${flag[0]}`, toBinance: target === 'binance' };
  }
}

function endOfCommand(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestCommand);
  const lastQuote = from + text.slice(from, limit).lastIndexOf("'");
  let quote = '';
  for (let at = from; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (quote !== '') {
      if (char === quote) quote = '';
      else if (char === '\n' && quote === "'" && lastQuote < at) return at;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '\n' || char === ';' || char === '|' || (char === '&' && /\s/.test(text.charAt(at - 1))))
      return at;
  }
  return limit;
}

/** Scripts have no more. */
const mostCommands = 5000;
const mostNames = 200;

/** The hosts of the URLs that a file gives to its variables. */
function hostsByName(text: string): (name: string) => string | undefined {
  const hosts = new Map<string, string | undefined>();
  return (name) => {
    if (hosts.has(name) || hosts.size >= mostNames) return hosts.get(name);
    const url = new RegExp(`\\b${name}["']?\\s*[:=]\\s*["']?((?:https?|wss?)://[^\\s"'\`]{1,200})`).exec(text)?.[1];
    hosts.set(name, url === undefined ? undefined : hostOf(url));
    return hosts.get(name);
  };
}

/** Whose host a command names, by itself or by a variable that the file sets. */
function commandTarget(
  source: string,
  hostNamed: (name: string) => string | undefined,
): 'binance' | 'other' | undefined {
  if (/x-mbx-apikey/i.test(source)) return 'binance';
  let told: 'binance' | 'other' | undefined;
  for (const [url] of source.matchAll(/(?:https?|wss?):\/\/[^\s"'`<>\\]{1,200}/gi)) {
    const host = hostOf(url);
    if (host === undefined) continue;
    if (ownerOf(host) === 'binance') return 'binance';
    told = 'other';
  }
  for (const [, name] of source.matchAll(/\$\{?([A-Za-z_]\w{0,60})/g)) {
    const host = hostNamed(name!);
    if (host === undefined) continue;
    if (ownerOf(host) === 'binance') return 'binance';
    told ??= 'other';
  }
  if (told) return told;
  const bare = /\s["']?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:?"'\s]|$)/i.exec(source)?.[1];
  return bare === undefined ? undefined : ownerOf(bare.toLowerCase()) === 'binance' ? 'binance' : 'other';
}
