/** JSON with comments and trailing commas, for data-file.ts. */
import { printParseErrorCode, visit, type ParseErrorCode } from 'jsonc-parser';
import { parserWords, type Builder, type Entry, type Tree } from './data-file.ts';

/** What is being read: a list, or an object with the key whose value comes next. */
type Open =
  | { readonly start: number; readonly items: Tree[] }
  | { readonly start: number; readonly entries: Map<string, Entry>; key: { name: string; start: number } };

/**
 * Built while the parser reads, which ends with the first mistake and with the last value that is allowed: a tree of the
 * parser's own has all of a file, and 20 MB of commas are as many mistakes, which took 3 GB.
 */
export function fromJson(text: string, build: Builder): Tree {
  const nothing: Tree = { start: 0, entries: new Map() };
  if (text.trim() === '') return nothing;
  let root: Tree = nothing;
  const open: Open[] = [];
  const put = (tree: Tree): void => {
    build.check(tree.start, open.length);
    const around = open.at(-1);
    if (around === undefined) root = tree;
    else if ('items' in around) around.items.push(tree);
    else build.add(around.entries, around.key.name, { start: around.key.start, value: tree });
  };
  const begin = (one: Open): void => {
    put(one);
    open.push(one);
  };
  const end = (): void => void open.pop();
  const mistake = (error: ParseErrorCode, offset: number): void => {
    const isBare = /[\p{L}_'`]/u.test(text[offset] ?? '');
    const why = isBare ? 'keys and texts stand in double quotes' : parserWords(printParseErrorCode(error));
    build.fail(offset, `not valid JSON (${why})`);
  };
  visit(
    text,
    {
      onArrayBegin: (start) => begin({ start, items: [] }),
      onArrayEnd: end,
      onObjectBegin: (start) => begin({ start, entries: new Map(), key: { name: '', start } }),
      onObjectEnd: end,
      onObjectProperty: (name, start) => {
        const around = open.at(-1);
        if (around && 'entries' in around) around.key = { name, start };
      },
      onLiteralValue: (value, start) => put({ start, scalar: value as string | number | boolean | null }),
      onError: mistake,
    },
    { allowTrailingComma: true, disallowComments: false },
  );
  return root;
}
