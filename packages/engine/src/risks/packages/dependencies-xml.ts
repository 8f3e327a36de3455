/** Dependencies in XML: MSBuild’s projects, NuGet’s packages.config, Maven’s projects. */
import { addToGroup } from '../../grouped.ts';
import type { Binding, Subject } from '../../types.ts';
import type { Dependency } from './dependencies.ts';
import { normalName } from './package-names.ts';

export function* inMsbuild(subject: Subject): Generator<Dependency> {
  for (const [element, fields] of elements(
    subject,
    /^(?:PackageReference|PackageVersion|GlobalPackageReference|package)$/,
  )) {
    const name = fields.get(element === 'package' ? 'id' : 'Include') ?? fields.get('Update');
    if (!name) continue;
    const version = (fields.get('VersionOverride') ?? fields.get('Version') ?? fields.get('version'))?.text;
    yield {
      ...{ ecosystem: 'nuget', name: normalName(name.text, 'nuget'), isLocked: element === 'package', span: name.span },
      ...(version === undefined ? {} : { version }),
    };
  }
}

export function* inMavenProject(subject: Subject): Generator<Dependency> {
  for (const [, fields] of elements(subject, /^dependency$/)) {
    const [group, artifact, version] = ['groupId', 'artifactId', 'version'].map((field) => fields.get(field));
    if (!group || !artifact) continue;
    yield {
      ...{ ecosystem: 'maven', name: `${group.text}:${artifact.text}`, isLocked: false, span: artifact.span },
      ...(version ? { version: version.text } : {}),
    };
  }
}

type Field = Pick<Binding, 'span'> & { readonly text: string };

/** The elements of these names with their attributes and the elements in them; not those that are commented out. */
function* elements({ reading }: Subject, named: RegExp): Generator<readonly [string, ReadonlyMap<string, Field>]> {
  const groups = new Map<number, Binding[]>();
  for (const binding of reading.bindings) {
    if (named.test(binding.path.at(-2) ?? '')) addToGroup(groups, binding.container, binding);
  }
  const comments = [...reading.comments].sort((a, b) => a.start - b.start);
  let next = 0;
  for (const [at, bindings] of [...groups].sort(([a], [b]) => a - b)) {
    while (next < comments.length && comments[next]!.end <= at) next += 1;
    if (comments[next] && comments[next]!.start <= at) continue;
    const fields = new Map<string, Field>();
    for (const { path, value, span } of bindings) {
      if (value.kind === 'text' || value.kind === 'scalar') fields.set(path.at(-1) ?? '', { span, text: value.text });
    }
    yield [bindings[0]!.path.at(-2) ?? '', fields];
  }
}
