/** Dependencies in JSON: npm, Bun, Pipenv, NuGet’s and Composer’s lockfiles. */
import type { Ecosystem } from '../../rules/unsafe-packages.ts';
import type { Binding, Span, Subject } from '../../types.ts';
import type { Dependency } from './dependencies.ts';
import { normalName } from './package-names.ts';

export function inJson(subject: Subject): Iterable<Dependency> {
  const name = subject.document.path.split('/').at(-1) ?? '';
  switch (name) {
    case 'package.json':
      return inPackageJson(subject);
    case 'bun.lock':
      return inBunLock(subject);
    case 'Pipfile.lock':
      return inNamedVersions(
        subject,
        'pypi',
        (path) => path.length === 3 && path[2] === 'version' && path[0] !== '_meta',
      );
    case 'packages.lock.json':
      return inNamedVersions(subject, 'nuget', (path) => path.length === 4 && path[3] === 'resolved');
    case 'composer.json':
      return inSections(subject, 'packagist', /^require(?:-dev)?$/);
    case 'composer.lock':
      return inComposerLock(subject);
    default:
      return inPackageLock(subject);
  }
}

const npmFields = /^(?:(?:dev|optional|peer|bundled|bundle)?dependencies|overrides|resolutions)$/i;

function* inPackageJson({ reading, document: { text } }: Subject): Generator<Dependency> {
  for (const binding of reading.bindings) {
    const { path, value } = binding;
    const [field = '', ...rest] = path[0] === 'pnpm' ? path.slice(1) : path;
    if (rest.length === 0 || !npmFields.test(field) || value.kind !== 'text') continue;
    if (/^bundled?dependencies$/i.test(field)) {
      yield { ecosystem: 'npm', name: normalName(value.text, 'npm'), isLocked: false, span: binding.span };
      continue;
    }
    const alias = npmAlias(value.text);
    if (alias) {
      yield { ecosystem: 'npm', ...alias, isLocked: false, span: binding.span };
      continue;
    }
    // `{ "foo": { ".": "1.0", "bar": "2.0" } }`, `a>b`, `**/b`, `b@^1`.
    const key = (rest.at(-1) === '.' ? rest.at(-2) : rest.at(-1)) ?? '';
    const last = key.split('>').at(-1) ?? '';
    const name = /(?:^|\/)((?:@[^/@]+\/)?[^/@]+)(?:@[^/]*)?$/.exec(last)?.[1] ?? last;
    const version = value.text;
    const span = keySpan(text, key, binding);
    yield { ecosystem: 'npm', name: normalName(name, 'npm'), version, isLocked: false, span };
  }
}

/** `npm:axios@1.14.1` → the package that is installed under another name. */
function npmAlias(text: string): { readonly name: string; readonly version?: string } | undefined {
  const [, name, version] = /^npm:((?:@[^/@]{1,200}\/)?[^/@]{1,200})(?:@(.{0,200}))?$/.exec(text) ?? [];
  return name === undefined
    ? undefined
    : { name: normalName(name, 'npm'), ...(version === undefined ? {} : { version }) };
}

/** All versions of the format: `packages` by paths in newer ones, else `dependencies` within each other. */
function* inPackageLock({ reading, document: { text } }: Subject): Generator<Dependency> {
  const isNew = reading.bindings.some(({ path }) => path[0] === 'packages' && path.length > 2);
  // An alias has the name of what is installed inside.
  const names = new Map<number, string>();
  if (isNew) {
    for (const { path, value, container } of reading.bindings) {
      if (path.length === 3 && path[0] === 'packages' && path[2] === 'name' && value.kind === 'text') {
        names.set(container, value.text);
      }
    }
  }
  for (const binding of reading.bindings) {
    const { path, value, container } = binding;
    if (path.at(-1) !== 'version' || value.kind !== 'text') continue;
    const key = path.at(-2) ?? '';
    const isOne = isNew
      ? path.length === 3 && path[0] === 'packages' && key.includes('node_modules/')
      : path.length % 2 === 1 && path[0] === 'dependencies' && path.at(-3) === 'dependencies';
    if (!isOne) continue;
    const alias = npmAlias(value.text);
    const name =
      alias?.name ?? names.get(container) ?? (isNew ? key.slice(key.lastIndexOf('node_modules/') + 13) : key);
    yield {
      ...{ ecosystem: 'npm' as const, name: normalName(name, 'npm') },
      ...{ version: alias?.version ?? value.text, isLocked: true, span: keySpan(text, key, binding) },
    };
  }
}

function* inBunLock({ reading, document: { text } }: Subject): Generator<Dependency> {
  for (const binding of reading.bindings) {
    const { path, value } = binding;
    if (path.length !== 3 || path[0] !== 'packages' || path[2] !== '0' || value.kind !== 'text') continue;
    const [, name, version] = /^((?:@[^/@]+\/)?[^/@]+)@(.+)$/.exec(value.text) ?? [];
    if (name === undefined || version === undefined) continue;
    const span = keySpan(text, path[1] ?? '', binding);
    yield { ecosystem: 'npm', name: normalName(name, 'npm'), version, isLocked: true, span };
  }
}

function* inNamedVersions(
  { reading, document: { text } }: Subject,
  ecosystem: Ecosystem,
  isOne: (path: readonly string[]) => boolean,
): Generator<Dependency> {
  for (const binding of reading.bindings) {
    const { path, value } = binding;
    if (!isOne(path) || value.kind !== 'text') continue;
    const name = path.at(-2) ?? '';
    const version = value.text.replace(/^==/, '');
    const span = keySpan(text, name, binding);
    yield { ecosystem, name: normalName(name, ecosystem), version, isLocked: true, span };
  }
}

function* inSections(
  { reading, document: { text } }: Subject,
  ecosystem: Ecosystem,
  section: RegExp,
): Generator<Dependency> {
  for (const binding of reading.bindings) {
    const { path, value } = binding;
    const [first = '', name = ''] = path;
    if (path.length !== 2 || !section.test(first) || value.kind !== 'text') continue;
    const span = keySpan(text, name, binding);
    yield { ecosystem, name: normalName(name, ecosystem), version: value.text, isLocked: false, span };
  }
}

function* inComposerLock({ reading }: Subject): Generator<Dependency> {
  const versions = new Map<number, string>();
  const isOwn = ({ path, value }: Binding, field: string): boolean =>
    path.length === 3 && /^packages(?:-dev)?$/.test(path[0] ?? '') && path[2] === field && value.kind === 'text';
  for (const one of reading.bindings) {
    if (isOwn(one, 'version') && one.value.kind === 'text') versions.set(one.container, one.value.text);
  }
  for (const one of reading.bindings) {
    if (!isOwn(one, 'name') || one.value.kind !== 'text') continue;
    const version = versions.get(one.container);
    yield {
      ...{ ecosystem: 'packagist' as const, name: normalName(one.value.text, 'packagist'), isLocked: true },
      ...{ span: one.span, ...(version === undefined ? {} : { version }) },
    };
  }
}

/** Entries of one package are rarely longer than this before its version. */
const reach = 2000;

/** The name in its quotes, which stands before the value; the value where it is nowhere. */
export function keySpan(text: string, key: string, { span }: Pick<Binding, 'span'>): Span {
  const from = Math.max(0, span.start - reach);
  const before = text.slice(from, span.start);
  for (const quote of ['"', "'"]) {
    const at = before.lastIndexOf(quote + key + quote);
    if (at >= 0) return { start: from + at, end: from + at + key.length + 2 };
  }
  const at = key === '' ? -1 : before.lastIndexOf(key);
  return at < 0 ? span : { start: from + at, end: from + at + key.length };
}
