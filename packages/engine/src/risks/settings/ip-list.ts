/**
 * Addresses of an IP list → what is wrong with them. Binance sees the public address that a bot calls from, so an entry
 * that no public network has can only be a mistake, or a list that was never meant to restrict anything.
 */
import ipaddr from 'ipaddr.js';

/** More are taken by hardly any exchange; Binance itself takes 30 (derivatives and Link documentation). */
export const portableMost = 20;
export const mostAddresses = 30;
/** Of the whole list, of a sub-account's key (sub-account API, “ipAddress”). */
export const mostCharacters = 500;

const kinds: Readonly<Record<string, string>> = {
  unspecified: 'any address',
  broadcast: 'a broadcast address',
  multicast: 'a multicast address',
  linkLocal: 'a link-local address, which no other network sees',
  loopback: 'this machine itself, which Binance never sees',
  private: 'a private address, which Binance never sees: it sees the public one of the network',
  uniqueLocal: 'a private address, which Binance never sees: it sees the public one of the network',
  carrierGradeNat: 'an address inside a provider’s network (CGNAT), which Binance never sees',
  reserved: 'an address reserved for documentation or tests',
};

/** What a guide writes where the reader’s own address goes. */
const placeholder = /^(?:your|my|the|some|<)|(?:here|[._-]ip|>)$|^x+(?:\.x+){3}$/i;

/** What is wrong with an entry, as a sentence fragment; undefined for a public address, and for what only a run tells. */
export function faultOfAddress(entry: string): string | undefined {
  const text = entry.trim().replace(/^\[([0-9a-f:.%\w]+)\]$/i, '$1');
  if (/^(?:\*|any|all)$/i.test(text)) return kinds['unspecified'];
  const slash = text.indexOf('/');
  const host = slash < 0 ? text : text.slice(0, slash);
  if (isAddress(host)) {
    const range = ipaddr.process(host).range();
    const any = range === 'unspecified' ? kinds['unspecified'] : undefined;
    if (slash < 0) return kinds[range];
    if (/^\/(?:32|128)$/.test(text.slice(slash)))
      return kinds[range] ?? 'written as a range (CIDR): Binance takes single addresses';
    return any ?? 'a range of addresses (CIDR): Binance takes single ones';
  }
  if (placeholder.test(text)) return undefined;
  const port = /^(.+):\d{1,5}$/.exec(text)?.[1];
  if (port !== undefined && isAddress(port)) return 'an address with a port: Binance takes addresses';
  if (/^(?:\d{1,3}|\*|x)(?:\.(?:\d{1,3}|\*|x)){3}$/i.test(text))
    return /[*x]/i.test(text) ? 'a pattern: Binance takes single addresses' : 'no address: a number is over 255';
  if (/^[\d.]+\s*-\s*[\d.]+$/.test(text)) return 'a range of addresses: Binance takes single ones';
  if (/^(?:https?|wss?|tcp):\/\//i.test(text)) return 'a URL: Binance takes addresses';
  if (/^\d{1,3}(?:\.\d{1,3}){1,2}\.?$/.test(text)) return 'no whole address';
  if (/^localhost(?::\d{1,5})?$/i.test(text)) return kinds['loopback'];
  if (/^(?=.{4,253}$)(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i.test(text))
    return 'a host name: Binance takes addresses';
  return undefined;
}

/** Whether it is an address that stands for the reader’s own in a text: 192.0.2.0/24 and the like. */
export function isOfDocumentation(entry: string): boolean {
  const text = entry.trim();
  return isAddress(text) && ipaddr.process(text).range() === 'reserved';
}

/** Whether the text is one address, written in full. */
export function isAddress(text: string): boolean {
  return text.includes(':') ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);
}

/** The same for every way of writing an address. */
export function normalAddress(text: string): string {
  const entry = text.trim();
  return isAddress(entry) ? ipaddr.process(entry).toNormalizedString() : entry.toLowerCase();
}
