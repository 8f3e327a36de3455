/** Joins what a parser with scopes says of code with what the tolerant reader says, so that nothing is told twice. */
import type { Binding, Call, Parsed, Reading } from '../types.ts';

/**
 * The reading with what was parsed. Of one value under one name the reading counts, unless only the parser knows what
 * it is; of one call the parser, which knows what is called.
 */
export function withParsed(reading: Reading, parsed: Parsed): Reading {
  const told = new Map<string, Binding>();
  for (const binding of reading.bindings) told.set(bindingKey(binding), binding);
  const replaced = new Set<Binding>();
  const bindings = parsed.bindings.filter((binding) => {
    const own = told.get(bindingKey(binding));
    if (!own) return true;
    const isBetter = isKnown(binding) && (!isKnown(own) || isOther(own, binding));
    if (isBetter) replaced.add(own);
    return isBetter;
  });
  const calls = new Set(parsed.calls.map(callKey));
  return {
    ...reading,
    bindings: [...reading.bindings.filter((one) => !replaced.has(one)), ...bindings],
    calls: [...reading.calls.filter((one) => !calls.has(callKey(one))), ...parsed.calls],
  };
}

/** The parser knows what stands in a template. */
const isOther = ({ value: a }: Binding, { value: b }: Binding): boolean =>
  a.kind === 'text' && b.kind === 'text' && a.text !== b.text;
const isKnown = ({ value }: Binding): boolean => value.kind !== 'ref' && value.kind !== 'unknown';
const bindingKey = ({ path, span }: Binding): string => `${span.start} ${span.end} ${path.at(-1) ?? ''}`;
const callKey = ({ span }: Call): string => `${span.start} ${span.end}`;
