/**
 * What the readers of settings and data formats collect while they walk a file: the path and container where they
 * stand, the bindings they meet, and values that are named by a neighbour (`name: X`, `value: Y`) or inside their own
 * text (`X=Y`), which are added as if they were entries `X: Y`. Knows no format.
 */
import type { Binding, Reading, ScalarValue, Span, TextValue, Value, Via } from '../types.ts';
import { slice } from './pieces.ts';

/** Deeper nesting is no configuration; a reader gives such files to the lexer. Bounds paths, recursion and memory. */
export const MAX_DEPTH = 64;

/**
 * From this many bindings on a file is data: only texts that could hold a key are still kept, so that 8 MB of short
 * strings cannot fill the memory (measured on 8 MB: 190 MB in all, 350 MB with twice the limit).
 */
const MANY = 50_000;
const ALMOST_A_KEY = 60;

/** Entries whose text names the neighbour `value`: Kubernetes, task definitions, Postman, app.config, run configs. */
const NAMES: ReadonlySet<string> = new Set(['name', 'key']);
const MAX_NAME = 60;
/** Longer steps of a path name nothing; a key of megabytes would stand in the path of everything below it. */
const MAX_STEP = 200;

/** `NAME=value` inside a text; a value that begins with `=` is a comparison or padding. */
const NAMED = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]{0,59})=(?=[^=\s])/;

/** Whether a global pattern matches more than `most` times: how large a parser's tree will be, before it is built. */
export function hasMore(text: string, pattern: RegExp, most: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(pattern)) if (++count > most) return true;
  return false;
}

/** `elements`: an XML element, whose children's names are no more than the indexes of a list are. */
export type ContainerKind = 'map' | 'list' | 'elements';

interface Container {
  readonly start: number;
  readonly path: readonly string[];
  readonly kind: ContainerKind;
  name?: string;
  value?: Binding;
}

export class Entries {
  readonly #language: string;
  readonly #bindings: Binding[] = [];
  readonly #comments: Span[] = [];
  readonly #containers: Container[] = [];
  /** The path at which the reader stands; readers push and pop. */
  readonly path: string[] = [];

  constructor(language: string) {
    this.#language = language;
    this.open(0);
  }

  /** Containers open at the moment, the file itself not counted. */
  get depth(): number {
    return this.#containers.length - 1;
  }

  /** Whether the reader stands directly in a list. */
  get inList(): boolean {
    return this.#containers.at(-1)!.kind === 'list';
  }

  /** Enters the mapping, list, section or element that begins at `start`, at the current path. */
  open(start: number, kind: ContainerKind = 'map'): void {
    // 0 is the file; a mapping that begins with it is none the less a mapping.
    this.#containers.push({
      start: this.#containers.length === 0 ? 0 : Math.max(1, start),
      path: this.path.map(brief),
      kind,
    });
  }

  close(): void {
    const { name, value, path, start } = this.#containers.pop()!;
    if (name === undefined || value === undefined) return;
    const outer = this.#containers.at(-1);
    // Values that their neighbours name are neighbours themselves, without the index between them.
    const parent = outer === undefined || outer.kind === 'map' ? path : path.slice(0, -1);
    this.#keep({ ...value, path: [...parent, name], container: outer?.start ?? start });
  }

  /** A leaf at the current path. Scalars that are items of a list say nothing and are left out. */
  add(value: Value, span: Span, via: Via = 'entry'): void {
    const container = this.#containers.at(-1)!;
    if ((value.kind === 'scalar' && container.kind === 'list') || this.#isTooMuch(value)) return;
    this.#addTo(container, value, span, via);
  }

  /** The text of the open element itself: a neighbour of what stands next to the element, named by its `name`. */
  addContent(value: Value, span: Span): void {
    if (this.#isTooMuch(value)) return;
    const own = this.#containers.at(-1)!;
    own.value = this.#addTo(this.#containers.at(-2) ?? own, value, span, 'entry');
  }

  comment(start: number, end: number): void {
    this.#comments.push({ start, end });
  }

  reading(): Reading {
    while (this.#containers.length > 0) this.close();
    return {
      language: this.#language,
      imports: [],
      bindings: this.#bindings,
      calls: [],
      comments: this.#comments,
    };
  }

  #keep(binding: Binding): void {
    if (!this.#isTooMuch(binding.value)) this.#bindings.push(binding);
  }

  #isTooMuch(value: Value): boolean {
    return this.#bindings.length >= MANY && (value.kind !== 'text' || value.text.length < ALMOST_A_KEY);
  }

  #addTo(container: Container, value: Value, span: Span, via: Via): Binding {
    const binding: Binding = { path: this.path.map(brief), via, value, span, container: container.start };
    this.#keep(binding);
    this.#note(container, binding);
    if (value.kind === 'text') this.#addNamed(value, span, container);
    return binding;
  }

  /** Remembers the halves of `name: X`, `value: Y` until the container closes. */
  #note(container: Container, binding: Binding): void {
    const { path, value } = binding;
    if (path.length !== container.path.length + 1) return;
    const name = path.at(-1)!;
    const key = name.slice(name.lastIndexOf(':') + 1).toLowerCase();
    if (key === 'value') container.value = binding;
    else if (value.kind === 'text' && NAMES.has(key) && value.text !== '' && value.text.length <= MAX_NAME) {
      container.name = value.text;
    }
  }

  /** `X=Y` as a whole text, or on every line of one (an .env file inside a ConfigMap). */
  #addNamed(value: TextValue, span: Span, container: Container): void {
    if (!NAMED.test(value.text)) return;
    const found: Binding[] = [];
    const parent = (container.kind === 'list' ? this.path.slice(0, -1) : this.path).map(brief);
    let start = 0;
    while (start < value.text.length) {
      const newline = value.text.indexOf('\n', start);
      const end = newline < 0 ? value.text.length : newline;
      const line = value.text.slice(start, end);
      const match = NAMED.exec(line);
      if (match !== null) {
        const part = slice(value, unquoted(value.text, start + match[0].length, end));
        found.push({ path: [...parent, match[1]!], via: 'entry', value: part, span, container: container.start });
      } else if (line.trim() !== '' && !line.trimStart().startsWith('#')) {
        return;
      }
      start = end + 1;
    }
    for (const binding of found) this.#keep(binding);
  }
}

function brief(step: string): string {
  return step.length > MAX_STEP ? step.slice(0, MAX_STEP) : step;
}

const SCALAR = /^(?:true|false|null|[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)$/i;

/** An unquoted word as settings files mean it: number, boolean or null, else the text itself. */
export function scalarOrText(value: TextValue): ScalarValue | TextValue {
  return value.text.length <= 40 && SCALAR.test(value.text) ? { kind: 'scalar', text: value.text } : value;
}

/** The span [start, end) without blanks around it and without one pair of equal quotes. */
function unquoted(text: string, start: number, end: number): Span {
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start >= 2 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
