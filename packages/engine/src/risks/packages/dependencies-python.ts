/** Dependencies in TOML (Python’s and Cargo’s manifests), in setup.py and in conda’s environments. */
import type { Binding, Subject, Value } from '../../types.ts';
import type { Dependency } from './dependencies.ts';
import { keySpan } from './dependencies-json.ts';
import { normalName, pythonRequirement } from './package-names.ts';

/** Lists of requirements: PEP 621, PEP 735, PDM, Hatch, uv, and what a build needs. */
const lists =
  /^(?:project\.(?:optional-)?dependencies|dependency-groups|tool\.pdm\.dev-dependencies|build-system\.requires|tool\.uv\.(?:dev|constraint|override)-dependencies|tool\.hatch\.envs\.[\w-]+\.(?:extra-)?dependencies)(?:\.|$)/;
/** Tables whose keys are names: Poetry, Pipenv, Cargo. */
const tables =
  /^(?:tool\.poetry\.(?:group\.[\w-]+\.)?(?:dev-)?dependencies|(?:dev-)?packages|(?:target\..+?\.)?(?:dev-|build-)?dependencies|workspace\.dependencies)$/;

export function* inPyproject({ reading, document: { text, path: file } }: Subject): Generator<Dependency> {
  const ecosystem = file.endsWith('Cargo.toml') ? 'cargo' : 'pypi';
  const told = new Set<string>();
  for (const binding of reading.bindings) {
    const { path, value } = binding;
    const joined = path.join('.');
    if (value.kind === 'text' && ecosystem === 'pypi' && lists.test(joined) && /^\d+$/.test(path.at(-1) ?? '')) {
      yield* required(binding, value.text);
      continue;
    }
    // `name = "1.0"` or `name = { version = "1.0", … }`, also several of them.
    const depth = [1, 2, 3, 4, 5].find((at) => at < path.length && tables.test(path.slice(0, at).join('.')));
    if (depth === undefined) continue;
    const key = path[depth] ?? '';
    const field = path.slice(depth + 1).filter((step) => !/^\d+$/.test(step));
    if (field.length > 1 || (field.length === 1 && !/^(?:version|package|git|path|extras|features)$/.test(field[0]!))) {
      continue;
    }
    const isVersion = field.length === 0 || field[0] === 'version';
    const identity = path.slice(0, depth + 1).join('\0');
    if (!isVersion && told.has(identity)) continue;
    told.add(identity);
    const name = field[0] === 'package' && value.kind === 'text' ? value.text : key;
    yield {
      ...{ ecosystem, name: normalName(name, ecosystem), isLocked: false },
      ...(isVersion && value.kind === 'text' && value.text !== '*' ? { version: value.text } : {}),
      span: name === key ? keySpan(text, key, binding) : binding.span,
    };
  }
}

function* required({ span }: Pick<Binding, 'span'>, text: string): Generator<Dependency> {
  const found = pythonRequirement(text);
  if (!found) return;
  const { name, version } = found;
  yield {
    ...{ ecosystem: 'pypi', name: normalName(name, 'pypi'), isLocked: false, span },
    ...(version === undefined ? {} : { version }),
  };
}

const requires = /requires?$|^require(?:s|ments?)|^(?:deps|dependencies|reqs)$/i;

/** Texts in what setup() requires, and in lists that are named so. */
export function* inSetupPy({ settings, document: { text } }: Subject): Generator<Dependency> {
  const seen = new Set<number>();
  const texts = function* (value: Value): Generator<{ readonly start: number; readonly text: string }> {
    if (value.kind === 'text' && value.pieces[0]) yield { start: value.pieces[0].source.start, text: value.text };
    else if (value.kind === 'list') for (const item of value.items) yield* texts(item);
  };
  // A list that many names are given is heard once.
  const heard = new Set<Value>();
  for (const { path, value } of settings) {
    if (!path.some((step) => requires.test(step)) || heard.has(value)) continue;
    heard.add(value);
    for (const { start, text: requirement } of texts(value)) {
      if (seen.has(start)) continue;
      seen.add(start);
      const quoted = /["']/.test(text.charAt(start - 1)) ? 1 : 0;
      yield* required({ span: { start: start - quoted, end: start + requirement.length + quoted } }, requirement);
    }
  }
}

/** conda’s own packages bear the names of PyPI’s. */
export function* inCondaEnvironment({ reading }: Subject): Generator<Dependency> {
  for (const binding of reading.bindings) {
    const { path, value } = binding;
    if (path[0] !== 'dependencies' || value.kind !== 'text' || !/^\d+$/.test(path.at(-1) ?? '')) continue;
    const isPip = path.includes('pip');
    yield* required(
      binding,
      isPip ? value.text : value.text.replace(/^[\w-]+::/, '').replace(/^([^=<>]+)=(?!=)([^=]+).*$/, '$1==$2'),
    );
  }
}
