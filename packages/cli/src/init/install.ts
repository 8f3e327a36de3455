/** How people get what the hooks call. */
import type { Facts } from './facts.ts';

/** Nothing where it is there. */
export function howToInstall({ isInstalled, packageJson }: Pick<Facts, 'isInstalled' | 'packageJson'>): string[] {
  if (isInstalled) return [];
  if (packageJson.kind === 'nothing')
    return ['npm install --global bnguard      # or any bnguard in the PATH, for all who use these hooks'];
  return ['npm install --save-dev bnguard'];
}

/** A text under a line that says where it goes. */
export const indented = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`);
