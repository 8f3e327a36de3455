/** How old a key may become: the limit, days between dates, dates as people and programs write them. */
import type { Repository } from '../../types.ts';

/**
 * Days. Binance itself lets keys live on; Binance.US advises to make new ones every 90 days:
 * https://support.binance.us/hc/en-us/articles/11135072638743 (seen 2026-11).
 */
export const defaultKeyAge = 90;

export const keyAgeOf = ({ keyAge = defaultKeyAge }: Pick<Repository, 'keyAge'>): number => keyAge;

/** Whole days from one ISO 8601 date to another, negative where the first is later; undefined where one is none. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  const days = Math.floor((Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000);
  return Number.isNaN(days) ? undefined : days;
}

export function isOverdue(days: number, repository: Pick<Repository, 'keyAge'>): boolean {
  return days > keyAgeOf(repository);
}

/** Nobody had a key before Binance had an API; what claims to be older is a placeholder or another clock. */
const firstKeys = Date.parse('2017-07-01T00:00:00Z');
const lastKeys = Date.parse('2100-01-01T00:00:00Z');

/**
 * The date that a text or number means: ISO 8601 (also with a space or with slashes), seconds or milliseconds since 1970.
 * ISO 8601 in UTC; undefined where it is none, or none at which a key can have been made.
 */
export function dateOf(text: string): string | undefined {
  const written = text.trim();
  if (written.length > 40) return undefined;
  const time = /^\d{4}/.test(written) && /[-/T]/.test(written) ? timeOfDate(written) : timeOfNumber(written);
  return time !== undefined && time >= firstKeys && time < lastKeys ? new Date(time).toISOString() : undefined;
}

const dateForm =
  /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}:\d\d)(:\d\d)?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;

function timeOfDate(written: string): number | undefined {
  const [, year, , month = '', day = '', minutes = '00:00', seconds = ':00', zone = 'Z'] = dateForm.exec(written) ?? [];
  if (year === undefined) return undefined;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}` : 'Z';
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T${minutes.padStart(5, '0')}${seconds}${offset}`);
  return Number.isNaN(time) ? undefined : time;
}

function timeOfNumber(written: string): number | undefined {
  const digits = written.replaceAll('_', '').replace(/(?:\.0+|[lLn])$/, '');
  if (/^\d{10}$/.test(digits)) return Number(digits) * 1000;
  return /^\d{13}$/.test(digits) ? Number(digits) : undefined;
}

/** A name of the day on which something was made, and a value that may be a day. */
export const dated: RegExp =
  /(?:creat|rotat|issued)[\w-]{0,20}["'`\\]{0,3}\s{0,8}(?:=>|[:=,>(])\s{0,8}(?:[\w. ]{0,30}\()?["'`]?(?:20[12]\d[-/]\d|1[4-9]\d{8}|1_[4-9]\d\d_)/;
