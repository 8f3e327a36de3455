/** How comments begin and end, by the ends of file names. */
import { basename, extname } from 'node:path';

export interface CommentStyle {
  readonly open: string;
  readonly close: string;
}

const styles: readonly (readonly [RegExp, CommentStyle])[] = [
  [
    /^\.(?:[cm]?[jt]sx?|jsonc|json5|go|java|kts?|scala|swift|rs|[ch]|cc|cpp|hpp|cs|dart|groovy|gradle|php|proto|zig|sol)$/,
    { open: '//', close: '' },
  ],
  [/^\.(?:sql|lua|hs|elm|vhd)$/, { open: '--', close: '' }],
  [/^\.(?:md|markdown|html?|xml|svg|vue|svelte|astro|csproj|xaml)$/, { open: '<!--', close: ' -->' }],
  [/^\.(?:css|scss|less)$/, { open: '/*', close: ' */' }],
  [/^\.(?:lisp|clj|cljs|el|asm|ahk)$/, { open: ';', close: '' }],
  [/^\.(?:vb|bas|vbs)$/, { open: "'", close: '' }],
  [/^\.(?:tex|erl|m)$/, { open: '%', close: '' }],
  [/^\.(?:json|csv|tsv|ipynb|txt|log|lock|har)$/, { open: '', close: '' }],
];
const hash: CommentStyle = { open: '#', close: '' };

/** Of .env, Python, shell, YAML, TOML and all others: `#`. Undefined where a file can hold no comment. */
export function commentStyle(filename: string): CommentStyle | undefined {
  const extension = extname(basename(filename).replace(/^\.(?=.)/, 'dot')).toLowerCase();
  const style = styles.find(([form]) => form.test(extension))?.[1] ?? hash;
  return style.open === '' ? undefined : style;
}
