/** How people get what the hooks call. */
import type { Facts } from './facts.ts';

/** Nothing where it is there. */
export const howToInstall = ({ isInstalled }: Pick<Facts, 'isInstalled'>): string[] =>
  isInstalled
    ? []
    : ['bnguard must be in the PATH, or in node_modules, of all who use these hooks: README.md says how'];

/** A text under a line that says where it goes. */
export const indented = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`);
