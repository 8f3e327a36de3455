// Which versions a range can only mean, and which names are nearly those of SDKs.
import { expect, test } from 'vitest';
import { nearName } from '../src/risks/packages/near-names.ts';
import { isListed, onlyVersions } from '../src/risks/packages/package-versions.ts';
import { imitated, nearButKnown, unsafePackages } from '../src/rules/unsafe-packages.ts';

test.each([
  ['1.14.1', ['1.14.1']],
  ['=1.14.1', ['1.14.1']],
  ['v1.14.1', ['1.14.1']],
  ['1.14.1 || 0.30.4', ['1.14.1', '0.30.4']],
  ['>=1.14.1 <1.14.2', ['1.14.1']],
  ['>=1.14.1 <=1.14.1', ['1.14.1']],
  ['1.14.1 - 1.14.1', ['1.14.1']],
  ['^1.14.1', undefined],
  ['~1.14.1', undefined],
  ['1.14', undefined],
  ['1.14.x', undefined],
  ['>=1.14.1', undefined],
  ['^1.14.1 || 0.30.4', undefined],
  ['latest', undefined],
  ['*', undefined],
])('npm: %s', (range, versions) => {
  expect(onlyVersions(range, 'npm')).toEqual(versions);
});

test('a bare version is a range for Cargo and a version for the others', () => {
  expect(onlyVersions('1.2.3', 'cargo')).toBeUndefined();
  expect(onlyVersions('=1.2.3', 'cargo')).toEqual(['1.2.3']);
  expect(onlyVersions('==1.2', 'pypi')).toEqual(['1.2']);
  expect(onlyVersions('==1.*', 'pypi')).toBeUndefined();
  expect(onlyVersions('[1.2.3]', 'nuget')).toEqual(['1.2.3']);
});

test('versions are compared by their numbers', () => {
  expect(isListed('1.2.0', ['1.2'])).toBe(true);
  expect(isListed('1.56.10', ['>=1.56.7'])).toBe(true);
  expect(isListed('1.56.6', ['>=1.56.7'])).toBe(false);
  expect(isListed('1.14.1-beta.1', ['1.14.1'])).toBe(false);
});

test.each([
  ['npm', 'node-binance-apii'],
  ['npm', 'binnance'],
  ['npm', 'binance-connector'],
  ['npm', '@binnance/spot'],
  ['npm', '@someone/binance-sdk'],
  ['npm', 'ccxxt'],
  ['pypi', 'pyhton-binance'],
  ['pypi', 'pythonbinance'],
  ['pypi', 'binance-sdk-walet'],
  ['pypi', 'unicorn-binance-websocket-apis'],
] as const)('%s: %s is nearly an SDK', (ecosystem, name) => {
  expect(nearName(name, ecosystem)?.confidence).toBe('likely');
});

test('no name that is known is near another', () => {
  for (const ecosystem of ['npm', 'pypi'] as const) {
    for (const name of [...(imitated[ecosystem] ?? []), ...(nearButKnown[ecosystem] ?? [])]) {
      expect([name, nearName(name, ecosystem)]).toEqual([name, undefined]);
    }
  }
  expect(nearName('@acme/binance-sdk', 'npm', 'acme')).toBeUndefined();
  expect(nearName('@binance/anything', 'npm')).toBeUndefined();
});

test('every entry says what, who and when', () => {
  for (const { name, does, source, date } of unsafePackages) {
    expect(does, name).not.toBe('');
    expect(source, name).toMatch(/^https:\/\//);
    expect(date, name).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});
