/** Where code names a variable only to see to it that nobody sets it: guards, lists that are checked, what these say. */

const farthest = 400;
/** What ends a program, or a step of it. */
const ends = /\b(?:throw|raise|process\.exit|sys\.exit|exit|abort|die|panic|fail(?:ed|ure)?)\b/;
const forbids =
  /\b(?:must(?: not|n['’]t)|should(?: not|n['’]t)|may not|cannot|can['’]t|do(?: not|n['’]t)|never|forbidden|not allowed|disallowed|not be set|would be public|is public|(?:is|be|gets?|are) exposed|leaks?\b|unset)\b/i;
const listed =
  /(?:^|_|[a-z](?=[A-Z]))(?:forbidden|FORBIDDEN|Forbidden|den(?:y|ied)|Den(?:y|ied)|DEN(?:Y|IED)|banned|Banned|BANNED|block(?:ed|list)|Block(?:ed|list)|BLOCK(?:ED|LIST)|disallowed|Disallowed|DISALLOWED|prohibited|Prohibited|PROHIBITED)(?=_|[A-Z]|\b)/;

/** @param at where the name begins in the text, @param end where it ends */
export function isForbidden(text: string, at: number, end: number): boolean {
  const lead = text.slice(Math.max(0, at - farthest), at);
  const rest = text.slice(end, end + farthest);
  return isMessage(lead, rest) || isGuard(lead, rest) || isListed(lead, rest) || isAbsent(rest);
}

/** `'NEXT_PUBLIC_… must not be set'` */
function isMessage(lead: string, rest: string): boolean {
  const before = /(["'`])([^"'`\n]{0,200})$/.exec(lead);
  if (!before) return false;
  // What is put into a text at run time is its value.
  if (before[1] === '`' && /\$\{[^}]*$/.test(before[2]!)) return false;
  const after = rest.split(new RegExp(`${before[1]!}|\\n`), 1)[0]!;
  return forbids.test(`${before[2]!} _ ${after}`);
}

/** `if (process.env.NAME) throw …`; not where it is missing. */
function isGuard(lead: string, rest: string): boolean {
  // Nothing but names stands before it: neither a call nor a comparison, nor another's value.
  const condition = /\bif\b\s{0,4}\(?([^{};\n]{0,200})$/.exec(lead)?.[1];
  if (condition === undefined || !/^\s*(?:["'`]?\s*|(?:[\w.?]+(?:\.get\(|\[)["'`]|[\w.?]+\.)?)$/.test(condition))
    return false;
  return (
    !/^["'`)\]]{0,3}\s{0,4}(?:[.?[(<>=!+*-])/.test(
      rest.replace(/^["'`)\]]{0,3}\s{0,4}!==?\s{0,4}(?:undefined|null)/, ''),
    ) && endsBehind(rest)
  );
}

/** Whether the condition that goes on there is followed by the end of the program. */
function endsBehind(rest: string): boolean {
  const tail = /^([^\n{};]{0,160}?)(?:\)\s{0,20}\{?|:|;\s{0,4}then\b)\s{0,40}(?=[A-Za-z])([^}]{1,300})/.exec(rest);
  if (!tail || /[!=]==?\s{0,4}(?:undefined|null|None|["'`]{2})|\bis None\b/.test(tail[1]!)) return false;
  return ends.test(tail[2]!.split(/\n\s{0,20}\n/, 1)[0]!);
}

/** `const forbidden = ['…']`, `for (const name of ['…']) if (name in process.env) throw …` */
function isListed(lead: string, rest: string): boolean {
  const open =
    /([^\n;]{0,120}(?:[=(:,]|\bof|\bin|\breturn)\s{0,4}(?:new Set\(|set\(|frozenset\()?)[[({]\s{0,20}(?:["'`][\w*]{0,80}["'`]\s{0,9},\s{0,40}(?:(?:\/\/|#)[^\n]{0,100}\n\s{0,20})?){0,12}["'`]$/.exec(
      lead,
    );
  if (!open) return false;
  const holder = open[1]!;
  if (listed.test(/(\w{1,60})\s{0,4}(?::[^=]{0,40})?:?=[^=]{0,40}$/.exec(holder)?.[1] ?? '')) return true;
  if (!/\bfor(?:each)?\b/.test(holder)) return false;
  const close = /[\])}]/.exec(rest);
  const check = close && /\bif\b\s{0,4}\(?\s{0,4}(?!!|not\b)([^{};\n]{1,120})/.exec(rest.slice(close.index));
  return check ? endsBehind(rest.slice(close.index + check.index + check[0].length - check[1]!.length)) : false;
}

/** `assert "NAME" not in os.environ`, `expect(process.env.NAME).toBeUndefined()` */
function isAbsent(rest: string): boolean {
  return /^["'`]?\s{0,4}(?:not in\b|\]?\)\s{0,4}\.(?:to_?be_?(?:undefined|falsy|null)|is_?none)\b)/i.test(rest);
}
