/** Dependencies that steal keys, and names that are nearly those of SDKs. Not packages that are merely old. */
import { shownInLowerCase } from '../clues/names.ts';
import { dependenciesOf, type Dependency } from '../risks/packages/dependencies.ts';
import { nearName } from '../risks/packages/near-names.ts';
import { isListed, onlyVersions } from '../risks/packages/package-versions.ts';
import { dependencyFile } from '../risks/gate.ts';
import { clue } from '../signals.ts';
import type { Risk, Rule, Subject } from '../types.ts';
import { unsafePackages, type UnsafePackage } from './unsafe-packages.ts';

const listed = new Map<string, UnsafePackage>(
  unsafePackages.map((entry) => [`${entry.ecosystem} ${entry.name}`, entry]),
);

function entryOf({ ecosystem, name }: Dependency): UnsafePackage | undefined {
  const scope = name.startsWith('@') ? `${ecosystem} ${name.slice(0, name.indexOf('/'))}/*` : '';
  return listed.get(`${ecosystem} ${name}`) ?? listed.get(scope);
}

/** Whether it is a bad version. Of an honest package a range is bad only if it can mean no other. */
function isBad({ versions, isHijacked }: UnsafePackage, { version, isLocked, ecosystem }: Dependency): boolean {
  if (!versions) return true;
  const only = version === undefined ? undefined : isLocked ? [version] : onlyVersions(version, ecosystem);
  return only ? only.every((one) => isListed(one, versions)) : !isHijacked;
}

export const unsafePackage: Rule = {
  id: 'unsafe-package',
  title: 'Package that steals keys',
  severity: 'critical',
  finds:
    'A dependency that is known to steal keys, by its name or by that version, in the manifests and lockfiles of npm, PyPI, Go, Cargo, NuGet, Maven, RubyGems and Packagist; and a name that is nearly that of a Binance SDK (low).',
  why: 'A package runs with all the rights of the bot, and some are published only to send API keys, .env files and wallets to a thief. They take names that are easy to mistype, or slip into honest packages for a few hours.',
  advice: [
    'If it was ever installed: delete the API keys that this machine could read, make new ones on a clean machine, and look through the account’s orders and withdrawals.',
    'Remove the package, delete node_modules or the virtual environment, and install again from a lockfile without it.',
    'Take the SDK’s name from Binance’s own documentation.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api#sdk-and-code-demonstration',
    'https://osv.dev/',
    'https://github.com/ossf/malicious-packages',
  ],
  *look(subject) {
    if (!dependencyFile.test(subject.document.path)) return;
    const ownScope = scopeOf(subject);
    for (const dependency of dependenciesOf(subject)) {
      const risk = risked(dependency, ownScope);
      if (risk) yield risk;
    }
  },
  examples: {
    leaks: [
      { path: 'package.json', text: '{ "dependencies": { «"axios"»: "1.14.1", "@binance/spot": "^5.0.0" } }' },
      { path: 'package.json', text: '{ "dependencies": { "http": «"npm:axios@0.30.4"» } }' },
      { path: 'package.json', text: '{ "overrides": { "foo": { «"axios"»: "1.14.1" } } }' },
      { path: 'package.json', text: '{ "devDependencies": { «"@wagni_bot/binance-sdk"»: "^1.0.0" } }' },
      {
        path: 'package.json',
        text: '{ "dependencies": { «"node-binnance-api"»: "^0.13.1", «"@binnance/spot"»: "1" } }',
      },
      {
        path: 'package-lock.json',
        text: '{ "packages": { "": { "dependencies": { "axios": "^1.14.0" } }, «"node_modules/axios"»: { "version": "1.14.1" } } }',
      },
      {
        path: 'package-lock.json',
        text: '{ "dependencies": { «"axios"»: { "version": "1.14.1", "requires": { "plain-crypto-js": "^4.2.1" } } } }',
      },
      { path: 'yarn.lock', text: '«axios@1.14.1», axios@^1.14.0:\n  version "1.14.1"\n' },
      {
        path: 'yarn.lock',
        text: '«"axios@npm:^1.14.0"»:\n  version: 1.14.1\n  resolution: "axios@npm:1.14.1"\n',
      },
      {
        path: 'pnpm-lock.yaml',
        text: "packages:\n\n  «'@wagni_bot/core@1.0.0'»:\n    resolution: {}\n\n  «axios@1.14.1»:\n    resolution: {}",
      },
      { path: 'bun.lock', text: '{ "packages": { «"axios"»: ["axios@1.14.1", "", {}, "sha512-x"], } }' },
      { path: 'requirements.txt', text: 'ccxt>=4\n«ccxt_mexc_futures»==0.2.1\n«python-binnance»\n«pyhton-binance»>=1' },
      { path: 'requirements/base.txt', text: '«CryptoAITools»  # tools' },
      { path: 'pyproject.toml', text: '[project]\ndependencies = ["ccxt>=4.4", «"binance-sdk-ebate==10.0.0"»]' },
      { path: 'pyproject.toml', text: '[tool.poetry.dependencies]\n«set-utils» = { version = "^1" }' },
      { path: 'Pipfile', text: '[packages]\n«solanapy» = "*"' },
      { path: 'poetry.lock', text: '[[package]]\nname = «"ccxt-mexc-futures"»\nversion = "0.1"' },
      {
        path: 'setup.py',
        text: 'from setuptools import setup\nsetup(name="bot", install_requires=["ccxt", «"set-utils>=1"»])',
      },
      { path: 'setup.cfg', text: '[options]\ninstall_requires =\n    ccxt\n    «set-utils»>=1' },
      { path: 'environment.yml', text: 'dependencies:\n  - python=3.11\n  - pip:\n      - «bip-uttils==1.0.0»' },
      {
        path: 'Desk.csproj',
        text: '<Project><ItemGroup><PackageReference Include=«"Binance.CSharp"» Version="1.1.35" /></ItemGroup></Project>',
      },
      {
        path: 'Directory.Packages.props',
        text: '<Project><ItemGroup><PackageVersion Include=«"Binance.Libary"» Version="1.0" /></ItemGroup></Project>',
      },
    ],
    clean: [
      {
        path: 'package.json',
        text: '{ "dependencies": { "axios": "1.14.0", "@binance/connector": "3.6.1", "ccxt": "^4" } }',
      },
      { path: 'package.json', text: '{ "name": "axios", "version": "1.14.1", "scripts": { "axios": "1.14.1" } }' },
      { path: 'package.json', text: '{ "name": "@acme/bot", "dependencies": { "@acme/binance-sdk": "^1" } }' },
      { path: 'package.json', text: '{ "overrides": { "plain-crypto-js": "npm:empty-module@1.0.0" } }' },
      {
        path: 'package.json',
        text: '{ "dependencies": { "binance": "^3", "binance-api-node": "^0.12", "node-binance-api": "^0.13", "@binance/derivatives-trading-usds-futures": "^1", "yfinance": "0.0.6" } }',
      },
      { path: 'package-lock.json', text: '{ "packages": { "node_modules/axios": { "version": "1.14.2" } } }' },
      {
        path: 'requirements.txt',
        text: 'python_binance==1.0.29\nbinance-sdk-rebate\nunicorn-binance-rest-api\nbinance-historical-data\n# set-utils\nfinance\nccxtpro',
      },
      {
        path: 'Desk.csproj',
        text: '<Project><ItemGroup><!-- <PackageReference Include="Binance.Libary" Version="1.0" /> --><PackageReference Include="Binance.Net" Version="11.0.0" /></ItemGroup></Project>',
      },
      { path: 'notes.md', text: 'Never install ccxt-mexc-futures or axios 1.14.1.' },
    ],
    missed: [
      {
        path: 'package.json',
        text: '{ "dependencies": { "axios": "^1.14.0" } }',
        because: 'a range says only which versions may be installed; the lockfile says which was',
      },
      {
        path: 'Dockerfile',
        text: 'RUN pip install ccxt-mexc-futures',
        because: 'commands are no lists of dependencies',
      },
    ],
  },
};

function risked(dependency: Dependency, ownScope: string | undefined): Risk | undefined {
  const { ecosystem, name, version, span } = dependency;
  const common = {
    span,
    name: `${ecosystem}/${name}`,
    clues: [clue('anyones-risk', 'whoever installs it loses keys')],
  };
  const entry = entryOf(dependency);
  if (entry) {
    if (!isBad(entry, dependency)) return undefined;
    const shown = entry.versions && version !== undefined ? `${name} ${version}` : name;
    return { ...common, message: `${shown} ${entry.does} (reported on ${entry.date})` };
  }
  const near = isElsewhere(version) ? undefined : nearName(name, ecosystem, ownScope);
  return (
    near && {
      ...common,
      severity: 'low',
      confidence: near.confidence,
      message: `${shownInLowerCase(name)} is nearly the name of ${near.of}, and another package: check which one is meant`,
    }
  );
}

/** What comes from this repository, a file or a git server is not what a registry has under the name. */
function isElsewhere(version: string | undefined): boolean {
  return (
    version !== undefined && /^(?:workspace|file|link|portal|git\+\w+|git|github|https?):|^[.~]{0,2}\//.test(version)
  );
}

/** The scope under which the project publishes itself. */
function scopeOf({ reading, document: { path } }: Subject): string | undefined {
  if (!/package(?:-lock)?\.json$/.test(path)) return undefined;
  const name = reading.bindings.find((one) => one.path.length === 1 && one.path[0] === 'name')?.value;
  return name?.kind === 'text' ? /^@([^/]+)\//.exec(name.text)?.[1] : undefined;
}
