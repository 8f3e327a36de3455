/**
 * What people write before a value in notes, logs, tables and chats: the label of a run of characters that no reader
 * of code or configuration has named. `API Key: …`, `| Secret | … |`, a heading and the value below it.
 */

const maxLabel = 100;
const decoration = /[\s"'`*_~()[\]{}<>,;|\\#\-•·.!]+$/u;
const separator = /(?:[:=：＝→➜>|]|-+>|\bis|\bare|\bсоставляет|是|为)\s*$/u;

/** The labels of what stands at [start, end): nearest first, none if nothing is near. */
export function labelsOf(text: string, start: number, end: number): string[] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(Math.max(lineStart, start - 400), start);
  const labels: string[] = [];
  const cells = before.includes('|') ? tableLabels(text, lineStart, before) : [];
  labels.push(...cells);
  const own = clean(before);
  if (own !== '' && cells.length === 0) labels.push(own);
  if (own === '') {
    const above = labelAbove(text, lineStart);
    if (above !== '') labels.push(above);
  }
  const after = remarkAfter(text, end);
  if (after !== '') labels.push(after);
  return labels;
}

/** The words right before a value, without quotes, bullets and separators. */
function clean(before: string): string {
  let label = before;
  for (let length = -1; length !== label.length; ) {
    length = label.length;
    label = label.replace(decoration, '').replace(separator, '');
  }
  // Only the last clause names the value: `key=… secret=`, `first, api key`.
  const clause = label.split(/[,;，。；\t]|[A-Za-z0-9]{60,}|\s{3,}|"\s+"|\s\|\s/u).at(-1) ?? '';
  return clause.replace(/^[\s"'`*_>#\-•·\d.()[\]|]+/u, '').slice(-maxLabel);
}

/** In a table: the cell to the left, and the head of the column. */
function tableLabels(text: string, lineStart: number, before: string): string[] {
  const cells = before.split('|');
  const left = (cells.at(-2) ?? '').trim();
  const labels = left === '' ? [] : [clean(left)];
  const column = cells.length - 1;
  let line = lineStart;
  for (let up = 0; up < 50 && line > 0; up += 1) {
    const previous = text.lastIndexOf('\n', line - 2) + 1;
    const row = text.slice(previous, line - 1);
    if (!row.includes('|')) break;
    if (/^[\s|:+-]+$/.test(row)) {
      const headStart = text.lastIndexOf('\n', previous - 2) + 1;
      const head = text.slice(headStart, Math.max(headStart, previous - 1)).split('|')[column]?.trim() ?? '';
      if (head !== '') labels.unshift(clean(head));
      break;
    }
    line = previous;
  }
  return labels.filter((label) => label !== '');
}

/** The nearest line above that says something, if it is short enough to be a label. */
function labelAbove(text: string, lineStart: number): string {
  let line = lineStart;
  for (let up = 0; up < 4 && line > 0; up += 1) {
    const previous = text.lastIndexOf('\n', line - 2) + 1;
    const above = text.slice(Math.max(previous, line - 200), line - 1).trim();
    line = previous;
    if (above === '' || /^[`~'"=+*_-]{3,}\w*$/.test(above)) continue;
    if (/[A-Za-z0-9]{60,}/.test(above)) continue;
    return above.length <= 120 ? clean(above) : '';
  }
  return '';
}

/** A remark after the value: `… // secret key`, `… (api key)`. */
export function remarkAfter(text: string, end: number): string {
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + 120));
  const remark = /^["'`]?\s*[,;)]*\s*(?:\/\/|#|--|<!--|\/\*|\(|←|<-)\s*([^\n]{2,80})/u.exec(rest)?.[1] ?? '';
  return /[A-Za-z0-9]{60,}/.test(remark) ? '' : remark.replace(/\s*(?:\*\/|-->|\))\s*$/, '');
}
