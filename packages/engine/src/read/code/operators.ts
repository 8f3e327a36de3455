/**
 * The operators of all languages: their kinds, and what each means to the parser. Data only; the parser asks by kind.
 */
import { Kind } from './tokens.ts';

/** Operators of more than one character, longest first. Those with a name in `Kind` are named here alike. */
const longer: readonly (readonly [text: string, kind: number])[] = [
  ['===', 135],
  ['!==', 136],
  ['??=', 137],
  ['||=', 138],
  ['<=>', 139],
  ['...', 140],
  ['//=', 141],
  ['=>', Kind.fatArrow],
  ['->', Kind.thinArrow],
  ['::', Kind.scope],
  ['?.', Kind.optionalDot],
  [':=', 142],
  ['==', 143],
  ['!=', 144],
  ['??', 145],
  ['||', 146],
  ['&&', 147],
  ['<-', 148],
  ['+=', 149],
  ['.=', 150],
  ['?:', 151],
  ['..', 152],
  ['<>', 153],
  ['<<', 154],
];

/** Full-width punctuation that means what its narrow twin means. */
const wide: ReadonlyMap<string, string> = new Map([
  ['：', ':'],
  ['＝', '='],
  ['，', ','],
  ['、', ','],
  ['；', ';'],
]);

const none: typeof longer = [];
const byFirst: readonly (typeof longer)[] = Array.from({ length: 128 }, (_, code) => {
  const operators = longer.filter(([text]) => text.charCodeAt(0) === code);
  return operators.length > 0 ? operators : none;
});

/** The kind of the operator at `at`; `Kind.other` where there is none. */
export function operatorAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 128) return wide.get(text.charAt(at))?.charCodeAt(0) ?? Kind.other;
  for (const [operator, kind] of byFirst[code] ?? none) if (text.startsWith(operator, at)) return kind;
  return code > 32 ? code : Kind.other;
}

/** How many characters an operator takes, by kind. */
export const lengthOf: Uint8Array = new Uint8Array(256).fill(1);
for (const [text, kind] of longer) lengthOf[kind] = text.length;

function kindOf(operator: string): number {
  return longer.find(([text]) => text === operator)?.[1] ?? operator.charCodeAt(0);
}

/** 1 for each of these operators, by kind. */
function table(operators: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const operator of operators.split(' ')) marks[kindOf(operator)] = 1;
  return marks;
}

/** A name stands before it, its value after it. */
export const assigning: Uint8Array = table('= : := => == === != !== <- += ??= ||= .= //= ->');
/** Literals on both sides make one. */
export const joining: Uint8Array = table('+ .. <> & ~ . << ...');
/** What stands on either side may be the value. */
export const alternating: Uint8Array = table('|| ?? ?: ? : | , && ;');
/** Leads from a thing to its part. */
export const accessing: Uint8Array = table('. :: -> ?. \\');
/** A line that ends in one of these goes on. */
export const continuesAfter: Uint8Array = table(
  '= := + . .. -> => == === || && ?? ?: : <- <> & | \\ += ~ ??= ||= ( [ { :: ?. << ^',
);
/** A line that begins with one of these goes on from the line before. */
export const continuesBefore: Uint8Array = table('. ?. + || && ?? ? => -> .. <> ?: ) ] = :: & : <<');
/** May stand between a name and its assigning operator: `key? = …`, `key!: …`. */
export const beforeAssigning: Uint8Array = table('? ! " \' ` *');
/** Operators that may follow the `>` of type arguments, as anything may that is no operator. */
export const afterTypeArguments: Uint8Array = table('( { = ) [ , >');
for (const kind of [0, Kind.newline, Kind.word, Kind.string, Kind.other]) afterTypeArguments[kind] = 1;
/** May stand inside type arguments. */
export const insideTypeArguments: Uint8Array = table(', . ? [ ] & ::');
insideTypeArguments[Kind.word] = 1;
