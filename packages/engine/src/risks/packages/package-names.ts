/** Names of packages as their ecosystems compare them. */
import type { Ecosystem } from '../../rules/unsafe-packages.ts';

export function normalName(name: string, ecosystem: Ecosystem): string {
  switch (ecosystem) {
    case 'pypi':
      return name.toLowerCase().replace(/[-_.]+/g, '-');
    case 'nuget':
    case 'packagist':
    case 'npm':
      return name.toLowerCase();
    case 'cargo':
      return name.toLowerCase().replaceAll('_', '-');
    default:
      return name;
  }
}

/** `python-binance[extra]>=1.0 ; marker`, as Python writes what it requires; undefined where it names none. */
export function pythonRequirement(text: string): { readonly name: string; readonly version?: string } | undefined {
  const found = /^\s{0,200}([a-z0-9][\w.-]{0,200})\s{0,20}(?:\[[^\]\n]{0,200}\])?\s{0,20}\(?([^;#@)\n\\]{0,200})/i.exec(
    text,
  );
  const [, name = '', rest = ''] = found ?? [];
  // `-r base.txt` and `https://…` do not come here; `name @ url` has no version.
  if (name === '' || /^(?:https?|git|file|hg|svn|bzr)$/i.test(name) || /^[:/]/.test(rest.trim())) return undefined;
  // Options such as `--hash=sha256:…` come after the version.
  const version = rest.replace(/\s--.*$/, '').trim();
  if (version !== '' && !/^[=<>!~^]/.test(version)) return /^\s/.test(rest) || version === '' ? undefined : { name };
  return { name, ...(version === '' ? {} : { version }) };
}
