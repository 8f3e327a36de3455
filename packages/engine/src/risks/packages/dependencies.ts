/**
 * Document → the packages that it names: manifests and lockfiles of eight ecosystems. From the Reading where a parser
 * keeps positions, else line by line; nothing is resolved, and what a lockfile says of another package’s wishes is not
 * told again.
 */
import type { Ecosystem } from '../../rules/unsafe-packages.ts';
import type { Span, Subject } from '../../types.ts';
import { linesOf, type Lines } from './dependency-lines.ts';
import { inJson } from './dependencies-json.ts';
import { inMavenProject, inMsbuild } from './dependencies-xml.ts';
import { inPyproject, inSetupPy, inCondaEnvironment } from './dependencies-python.ts';

export interface Dependency {
  readonly ecosystem: Ecosystem;
  /** As the ecosystem compares names. */
  readonly name: string;
  /** The version or range as written; of a lockfile the version that is installed. */
  readonly version?: string;
  readonly isLocked: boolean;
  /** The name as written, with its quotes and with what the same text says beside it. */
  readonly span: Span;
}

/** Readers by the file’s name; first match wins. */
const readers: readonly (readonly [RegExp, (subject: Subject) => Iterable<Dependency>])[] = [
  [/(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|bun\.lock|Pipfile\.lock|composer\.(?:json|lock))$/, inJson],
  [/(?:^|\/)packages\.lock\.json$/, inJson],
  [/(?:^|\/)(?:pyproject\.toml|Pipfile|Cargo\.toml)$/, inPyproject],
  [/(?:^|\/)setup\.py$/, inSetupPy],
  [/(?:^|\/)(?:conda[\w-]*|environment[\w.-]*)\.ya?ml$/, inCondaEnvironment],
  [/(?:\.(?:cs|fs|vb)proj|(?:^|\/)(?:packages\.config|Directory\.(?:Packages|Build)\.props))$/, inMsbuild],
  [/(?:^|\/)pom\.xml$/, inMavenProject],
];

/** Whether the packages of such a file are told by its lines alone, without a reading. */
export function isReadByLines(path: string): boolean {
  return !readers.some(([file]) => file.test(path)) && linesOf(path) !== undefined;
}

export function dependenciesOf(subject: Subject): Iterable<Dependency> {
  const { path, text } = subject.document;
  const reader = readers.find(([file]) => file.test(path));
  if (reader) return reader[1](subject);
  const lines: Lines | undefined = linesOf(path);
  return lines ? lines(text) : [];
}
