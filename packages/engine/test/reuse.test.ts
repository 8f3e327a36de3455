// Who shares a key with whom: services are folders with a manifest, and names in files that describe several.
import { describe, expect, test } from 'vitest';
import { conclude } from '../src/conclude.ts';
import { expand } from '../src/examples.ts';
import { observe } from '../src/observe.ts';
import { serviceFolder } from '../src/risks/keys/services.ts';

const python = '# Binance\nBINANCE_API_KEY = "<key64:reuse.a>"\n';
const variables = 'BINANCE_API_KEY=<key64:reuse.a>\n';

/** Paths at which the key is told to be reused. */
function reusedIn(files: Readonly<Record<string, string>>): string[] {
  const observations = Object.entries(files).flatMap(([path, text]) =>
    observe({ path, origin: { kind: 'file' }, text: expand(text).text }),
  );
  const services = [...new Set(Object.keys(files).flatMap((path) => serviceFolder(path) ?? []))];
  return conclude(observations, { services })
    .findings.filter(({ rule }) => rule === 'key-reused')
    .map(({ path }) => path);
}

const manifests = { 'grid/package.json': '{}', 'dca/go.mod': 'module dca' };

describe('reused', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'two folders with manifests',
      { ...manifests, 'grid/a.py': python, 'dca/b.py': python },
      ['dca/b.py', 'grid/a.py'],
    ],
    [
      'deep below them',
      { ...manifests, 'grid/src/x/a.py': python, 'dca/.env': variables },
      ['dca/.env', 'grid/src/x/a.py'],
    ],
    [
      'the top and a folder',
      { 'package.json': '{}', ...manifests, 'a.py': python, 'grid/b.py': python },
      ['a.py', 'grid/b.py'],
    ],
    [
      'folders of bots',
      { 'bots/grid/.env': variables, 'bots/dca/.env': variables },
      ['bots/dca/.env', 'bots/grid/.env'],
    ],
    [
      'only the services among the places',
      { ...manifests, 'grid/a.py': python, 'dca/b.py': python, 'note.py': python },
      ['dca/b.py', 'grid/a.py'],
    ],
    [
      'two systemd units',
      {
        'a.service': '[Service]\nEnvironment=BINANCE_API_KEY=<key64:reuse.a>\n',
        'b.service': '[Service]\nEnvironment=BINANCE_API_KEY=<key64:reuse.a>\n',
      },
      ['a.service', 'b.service'],
    ],
  ])('%s', (_, files, expected) => {
    expect(reusedIn(files)).toEqual(expected);
  });
});

describe('not reused', () => {
  test.each<[string, Record<string, string>]>([
    ['files of one service', { 'package.json': '{}', 'a.py': python, 'src/b.py': python, '.env': variables }],
    ['tests and samples beside the code', { ...manifests, 'grid/a.py': python, 'dca/tests/b.py': python }],
    ['a sample of another service', { ...manifests, 'grid/.env': variables, 'dca/.env.example': variables }],
    ['a .env above', { 'package.json': '{}', ...manifests, '.env': variables, 'grid/.env': variables }],
    [
      'a compose file above',
      {
        'package.json': '{}',
        ...manifests,
        'docker-compose.yml': `services:\n  grid:\n    environment:\n      ${variables.replace('=', ': ')}`,
        'grid/.env': variables,
      },
    ],
    [
      'environments of one service',
      { 'package.json': '{}', 'config/dev/.env': variables, 'config/prod/.env': variables },
    ],
    [
      'a folder with the image of another',
      { 'package.json': '{}', 'docker/Dockerfile': 'FROM x', 'docker/.env': variables, 'a.py': python },
    ],
    [
      'the native half of an app',
      { 'package.json': '{}', 'android/app/build.gradle': '', 'android/app/a.py': python, 'a.py': python },
    ],
    [
      'one service of two compose files',
      {
        'docker-compose.yml': `services:\n  grid:\n    environment:\n      ${variables.replace('=', ': ')}`,
        'docker-compose.prod.yml': `services:\n  grid:\n    environment:\n      ${variables.replace('=', ': ')}`,
      },
    ],
    ['no service at all', { 'a/a.py': python, 'b/b.py': python }],
  ])('%s', (_, files) => {
    expect(reusedIn(files)).toEqual([]);
  });
});

test('many services and places stay linear', () => {
  const files = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [
      [`b${i}/package.json`, '{}'],
      [`b${i}/a.py`, python],
    ]).flat() as [string, string][],
  );
  expect(reusedIn(files)).toHaveLength(2000);
});
