/** The rules in editors and lint runs: a line in ESLint's flat configuration, where that is plain enough to add to. */
import { join } from 'node:path';
import type { Facts } from './facts.ts';
import { isThere } from '../small-file.ts';
import { lookAt } from './look.ts';
import type { Part } from './part.ts';

const importLine = "import bnguard from 'eslint-plugin-bnguard';";
const entry = '...bnguard.configs.recommended,';

/** Undefined where there is no ESLint, or none that can load it. */
export function eslintPart({ top, eslintConfig, isBare }: Facts): Part | undefined {
  if (isBare || eslintConfig === undefined) return undefined;
  const path = join(top, eslintConfig);
  const found = lookAt(path);
  const before = found.kind === 'text' ? found.text : '';
  const common = { name: 'eslint', says: 'ESLint: keys are underlined while they are typed.', isUsual: true } as const;
  if (/^[^/*]*\b(?:import|from|require)\b.*['"]eslint-plugin-bnguard['"]/m.test(before)) {
    return { ...common, edits: [], byHand: [] };
  }
  const byHand = [
    'Install eslint-plugin-bnguard: docs/eslint.md says how',
    `Add to ${eslintConfig}:`,
    `  ${importLine}`,
    `  export default [${entry} …];`,
  ];
  // A linter that cannot load its plugin checks nothing: it is installed first.
  const after = isThere(join(top, 'node_modules/eslint-plugin-bnguard')) ? withRules(before) : undefined;
  if (after === undefined) return { ...common, edits: [], byHand };
  return { ...common, edits: [{ path, before, after }], byHand: [] };
}

/** Calls that take configurations as arguments or as a list, and nothing else. */
const list = /^export default[ \t]+(?:(?:defineConfig|tseslint\.config|config)\((?:\s*\[)?|\[)[ \t]*(\r?\n)?/gm;

/** Undefined unless the list of configurations is one literal, or one call that is known, and ends the file. */
export function withRules(before: string): string | undefined {
  const code = withoutTexts(before);
  if (code.includes('`') || /^module\.exports/m.test(code) || /\brequire\(/.test(code)) return undefined;
  const [found, ...others] = code.matchAll(list);
  if (!found || others.length > 0) return undefined;
  const behind = (sign: number): string => {
    const close = sign < 0 ? undefined : closing(code, found.index + sign);
    return close === undefined ? '?' : code.slice(close + 1).trim();
  };
  if (!/^;?$/.test(behind(found[0].search(/[([]/)))) return undefined;
  // A list as an argument, of which nothing is made first.
  if (/\(\s*\[/.test(found[0]) && !/^[,)]/.test(behind(found[0].indexOf('[')))) return undefined;
  const at = found.index + found[0].length;
  const end = found[1] ?? ' ';
  const indent = found[1] === undefined ? '' : (/^[ \t]*/.exec(before.slice(at))?.[0] ?? '');
  const inner = `${before.slice(0, at)}${indent}${entry}${end}${before.slice(at)}`;
  // Behind a first line that must stay first.
  const head = /^(?:#!.*\n|\/\*[^]*?\*\/\s*\n|\/\/.*\n)*/.exec(inner)?.[0] ?? '';
  return `${head}${importLine}${before.includes('\r\n') ? '\r\n' : '\n'}${inner.slice(head.length)}`;
}

/** Comments as blanks, strings as a word, all of the same length. */
const withoutTexts = (code: string): string =>
  code.replace(/\/\*[^]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (text) =>
    text.replace(/[^\r\n]/g, text.startsWith('/') ? ' ' : '_'),
  );

/** Of the bracket at an offset; undefined where brackets do not match. */
function closing(code: string, at: number): number | undefined {
  const open: string[] = [];
  for (let i = at; i < code.length; i += 1) {
    const sign = code[i]!;
    const pair = '([{'.indexOf(sign);
    if (pair >= 0) open.push(')]}'[pair]!);
    else if (')]}'.includes(sign)) {
      if (open.pop() !== sign) return undefined;
      if (open.length === 0) return i;
    }
  }
  return undefined;
}
