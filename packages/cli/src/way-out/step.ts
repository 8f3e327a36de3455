/** The parts that a way out is made of, and the official documents that it follows. */
import type { Command } from './purge.ts';
import type { Ticket } from './ticket.ts';

export interface Step {
  readonly title: string;
  /** Sentences; each stands by itself. */
  readonly says: readonly string[];
  readonly commands: readonly Command[];
  readonly notes: readonly Note[];
  readonly ticket?: Ticket;
}

/** Where advice that one often reads differs from what the official document says. */
export interface Note {
  readonly says: string;
  readonly source: string;
}

/** A step before what it does not have is filled in as empty. */
export type Draft = Pick<Step, 'title' | 'says'> & Partial<Step>;

export const docs = {
  security: 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security',
  keyTypes: 'https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types',
  purge:
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository',
  ipLimit: 'https://developers.binance.com/docs/margin_trading/trade/Create-Special-Key-of-Low-Latency-Trading',
  drained: 'https://github.com/jaggedsoft/node-binance-api/issues/647',
};
