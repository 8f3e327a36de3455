/** Which of what was not read a report must not be silent about: all others are skipped on purpose. */
import type { Skip } from '@bnguard/engine';

export function isGap({ why }: Skip): boolean {
  return why === 'unreadable' || why === 'missing';
}
