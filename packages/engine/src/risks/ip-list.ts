/** What is wrong with an entry of an IP list. */
import ipaddr from 'ipaddr.js';

/** A sentence fragment: `is a private address`; undefined for an address that Binance can see. */
export function faultsOfAddress(text: string): string | undefined {
  const entry = text.trim();
  if (entry.includes('/')) return 'is a range, and Binance takes single addresses';
  if (!ipaddr.isValid(entry) || (/^[\d.]+$/.test(entry) && entry.split('.').length !== 4)) {
    return 'is no IP address';
  }
  switch (ipaddr.process(entry).range()) {
    case 'unicast':
      return undefined;
    case 'unspecified':
      return 'is any address';
    case 'private':
    case 'uniqueLocal':
      return 'is a private address, which Binance never sees';
    case 'loopback':
      return 'is the machine itself, which Binance never sees';
    default:
      return 'is no public address, and Binance never sees it';
  }
}
