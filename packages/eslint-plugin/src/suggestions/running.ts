/** Whether code that runs may stand at a place, in languages whose tree we do not have. In doubt it may not. */

/** By what stands before a literal and behind it, both without its quotes. */
export function isRunning(before: string, after: string, extension: string): boolean {
  const isOpen = (from: string, to: string): boolean => before.lastIndexOf(from) > before.lastIndexOf(to);
  const isOdd = (mark: string, within = before): boolean => within.split(mark).length % 2 === 0;
  const lines = before.slice(-1000).split('\n');
  const line = lines.at(-1)!;
  const near = line.trim() === '' ? lines.slice(-3).join('\n') : line;
  const statement = before.slice(-500).split(/[;{}]/).at(-1)!;
  // What assigns, passes or returns it, and nothing that makes it a key or a part of more.
  if (!/(?:[(,=[]|=>|["'\w]\s*:|\breturn)\s*$/.test(near)) return false;
  if (!/^[ \t]*(?:[,;)\]}\r\n]|$|#|\/\/)/.test(after)) return false;
  // In texts, comments, annotations; where the environment is read or set; where only constants may stand.
  if (/\/\/|#|^\s*\*|%[qQwWiI]?[([{<|]|<<|@\w|env(?:iron|\b)|\b(?:const|case|when)\b/i.test(near)) return false;
  if (["'", '"', '`'].some((mark) => isOdd(mark, line))) return false;
  if (["'''", '"""', '`'].some((mark) => isOdd(mark)) || isOpen('/*', '*/')) return false;
  switch (extension) {
    case '.go':
      return !isOpen('const (', '\n)');
    case '.rb':
      return !isOpen('=begin', '=end');
    case '.py':
      // A type, unless it is an entry.
      return !/\w\s*:\s*$/.test(near);
    case '.php':
      return (
        isOpen('<?', '?>') && !/\b(?:const|static|public|private|protected|readonly|var|function)\b/.test(statement)
      );
    case '.cs':
      // Attributes, and defaults of parameters.
      return !/\bconst\b|^\s*\[/.test(statement) && !/^\s*\[/.test(line) && !/\([^)]*\w\s+\w+\s*=\s*$/.test(near);
    default:
      return !/@\w+\s*\(|@\w+\s*$/.test(statement);
  }
}
