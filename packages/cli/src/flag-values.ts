/** The values that flags and the configuration accept as text: sizes, dates, choices. Each says what it expected. */
import type { Shard } from './requests.ts';
import { didYouMean } from './suggest.ts';
import { UserError } from './user-error.ts';

/** A value is not what it should be. `expected` completes "expected …". */
export function wrongValue(flag: string, expected: string, hint = ''): UserError {
  return new UserError(`${flag}: expected ${expected}${hint}.`);
}

/** Fingerprints as reports show them, with commas between. */
export function fingerprintsFlag(flag: string): (value: string) => readonly string[] {
  return (value) => {
    const list = value.toLowerCase().split(',');
    if (!list.every((one) => /^[0-9a-f]{32}$/.test(one))) {
      throw wrongValue(flag, 'fingerprints of 32 hex digits, with commas between');
    }
    return list;
  };
}

/** For a flag that takes one of a few words. */
export function oneOf<T extends string>(flag: string, choices: readonly T[]): (value: string) => T {
  return (value) => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    // Nobody is to be led by a slip to what turns everything off.
    const near = choices.filter((choice) => choice !== 'never');
    throw wrongValue(flag, choices.join(', '), didYouMean(value, near));
  };
}

const sizePattern = /^(\d+(?:\.\d+)?)\s*(?:([kmgt])i?)?b?$/i;
export const sizeHint = 'a size such as 512k, 10MB or 1000000 (bytes)';

/** Bytes of `512k`, `10MB`, `1.5 GiB`, `1000`; units are powers of 1024. Undefined where it is no positive size. */
export function parseSize(text: string): number | undefined {
  const [, amount, unit = ''] = sizePattern.exec(text.trim()) ?? [];
  const bytes = Math.floor(Number(amount) * 1024 ** ' kmgt'.indexOf(unit.toLowerCase() || ' '));
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined;
}

export function sizeFlag(flag: string): (value: string) => number {
  return (value) => {
    const bytes = parseSize(value);
    if (bytes === undefined) throw wrongValue(flag, sizeHint);
    return bytes;
  };
}

export function countFlag(flag: string): (value: string) => number {
  return (value) => {
    if (!/^[1-9]\d{0,3}$/.test(value)) throw wrongValue(flag, 'a whole number from 1 to 9999');
    return Number(value);
  };
}

/** `2/8`: the second of eight parts. */
export function shardFlag(flag: string): (value: string) => Shard {
  return (value) => {
    const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? [];
    if (index === undefined || count === undefined || Number(index) > Number(count)) {
      throw wrongValue(flag, 'I/N such as 2/8, the second of eight parts');
    }
    return { index: Number(index), count: Number(count) };
  };
}

/** Whether `text` is a day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** ISO 8601 in UTC of a day (its start) or of a date with time. */
export function dateFlag(flag: string): (value: string) => string {
  return (value) => {
    const day = value.slice(0, 10);
    const time = /^(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/.test(value.slice(10));
    const date = isDay(day) && time ? new Date(value) : new Date(Number.NaN);
    if (Number.isNaN(date.getTime())) throw wrongValue(flag, 'a date such as 2026-11-22 or 2026-11-22T12:00:00Z');
    return date.toISOString().replace('.000Z', 'Z');
  };
}

/** A number of days, also 0. */
export function daysFlag(flag: string): (value: string) => number {
  return (value) => {
    if (!/^\d{1,4}$/.test(value)) throw wrongValue(flag, 'a number of days, 0 to 9999');
    return Number(value);
  };
}

export function dayFlag(flag: string): (value: string) => string {
  return (value) => {
    if (!isDay(value)) throw wrongValue(flag, 'a day such as 2026-11-22');
    return value;
  };
}
