/** How comments begin and end, by the ends of file names. What is not told here gets none. */
import { basename } from 'node:path';

export interface CommentStyle {
  readonly open: string;
  readonly close: string;
  /** What stands before the reason: comments of XML may hold no `--`. */
  readonly dash?: string;
}

/** The last part of a name, in small letters: `ts` of `bot.ts`, `dockerfile` of `Dockerfile`. */
const styles: readonly (readonly [RegExp, CommentStyle])[] = [
  [
    /^(?:[cm]?[jt]sx?|jsonc|json5|go|java|kts?|scala|swift|rs|[chd]|cc|hh|cxx|[ch]pp|ino|cs|dart|groovy|gradle|jenkinsfile|php|proto|zig|sol|mq[45h]|gs|pas|dpr|fsx?|mm)$/,
    { open: '//', close: '' },
  ],
  [
    /^(?:pyi?|rb|rake|gemspec|sh|bash|zsh|ksh|fish|ya?ml|toml|p[lm]|r|jl|exs?|nim|cr|coffee|ps[dm]?1|tf|tfvars|hcl|nix|env|envrc|properties|conf|cfg|cmake|mk|awk|tcl|graphql|gql|gd|bzl|bazel|star|http|dockerfile|containerfile|(?:gnu)?makefile|justfile|rakefile|gemfile|vagrantfile|procfile|(?:bash|zsh)rc|(?:bash_)?profile)$/,
    { open: '#', close: '' },
  ],
  [/^(?:sql|lua|hs|elm|vhd)$/, { open: '--', close: '' }],
  [/^(?:md|markdown|html?|vue|svelte|astro)$/, { open: '<!--', close: ' -->' }],
  [
    /^(?:xml|svg|xsd|xslt?|wsdl|plist|resx|(?:cs|vb|fs)proj|props|targets|nuspec|xaml|xib|storyboard)$/,
    { open: '<!--', close: ' -->', dash: '—' },
  ],
  [/^(?:css|scss|less)$/, { open: '/*', close: ' */' }],
  [/^(?:lisp|clj|cljs|el|asm|ahk|reg|ini)$/, { open: ';', close: '' }],
  [/^(?:vb|bas|vbs)$/, { open: "'", close: '' }],
  [/^(?:tex|erl)$/, { open: '%', close: '' }],
  [/^(?:bat|cmd)$/, { open: 'REM', close: '' }],
];

/** Undefined where a file can hold no comment, or nobody knows which. */
export function commentStyle(filename: string): CommentStyle | undefined {
  const name = basename(filename).toLowerCase();
  // `.env.local`, `Dockerfile.dev`
  const end = /^(?:\.env|dockerfile)\.[\w-]+$/.test(name) ? 'env' : name.slice(name.lastIndexOf('.') + 1);
  return styles.find(([form]) => form.test(end))?.[1];
}
