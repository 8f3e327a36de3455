/** One page. */
import type { Rule } from '@bnguard/engine';
import type { Report } from '../../types.ts';
export const htmlReport = (_report: Report, _rules: readonly Rule[]): string => '';
