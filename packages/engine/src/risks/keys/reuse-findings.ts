/** Keys that serve several bots, services or repositories → findings of `key-reused`, at each place where one stands. */
import { withoutValues } from '../../clues/names.ts';
import { addToGroup } from '../../grouped.ts';
import { lessened } from '../../severity.ts';
import type { Finding, Repository } from '../../types.ts';
import { listed, nounOf, type HeldKey } from './held-keys.ts';
import { servesBelow, serviceOf } from './services.ts';

interface Standing {
  readonly key: HeldKey;
  readonly path: string;
  readonly folder: string | undefined;
}

/** Samples and examples serve nobody, so they do not count. */
export function reuseFindings(keys: readonly HeldKey[], repository: Repository): Finding[] {
  const folders = new Set(repository.services);
  const byValue = new Map<string, Standing[]>();
  for (const key of keys) {
    if (key.sample) continue;
    for (const path of key.paths) {
      addToGroup(byValue, key.finding.fingerprint, { key, path, folder: serviceOf(path, folders) });
    }
  }
  return [...byValue].flatMap(([fingerprint, standings]) =>
    reused(standings, repository.elsewhere?.get(fingerprint) ?? []),
  );
}

function reused(standings: readonly Standing[], elsewhere: readonly string[]): Finding[] {
  const folders = withoutShared(standings);
  const named = standings.filter(({ key }) => key.service !== undefined);
  const services = distinct(folders.map(({ folder = '' }) => folder));
  const units = distinct(named.map(({ key, path }) => unitOf(key.service ?? '', path)));
  const told = new Map<Finding, Finding>();
  const tell = (some: readonly Standing[], whom: string): void => {
    for (const { key } of some) if (!told.has(key.finding)) told.set(key.finding, findingOf(key, whom));
  };
  if (services.length > 1) {
    tell(folders, `serves ${String(services.length)} bots or services: ${listed(services.map(shown))}`);
  }
  if (units.length > 1) {
    const names = units.map((one) => one.slice(one.indexOf('\0') + 1));
    tell(named, `serves ${String(units.length)} services: ${listed(names)}`);
  }
  if (elsewhere.length > 0) tell(standings, `serves other repositories too: ${listed(elsewhere)}`);
  return [...told.values()];
}

/** A .env above several services is read by them; it stands for no service of its own there. */
function withoutShared(standings: readonly Standing[]): readonly Standing[] {
  const above = new Set<string>();
  for (const { folder } of standings) {
    if (folder === undefined || folder === '') continue;
    above.add('');
    for (let end = folder.lastIndexOf('/'); end > 0; end = folder.lastIndexOf('/', end - 1))
      above.add(folder.slice(0, end));
  }
  return standings.filter(({ folder, path }) => folder !== undefined && !(above.has(folder) && servesBelow(path)));
}

/** The same name in another file of the same folder is the same service. */
const unitOf = (service: string, path: string): string => `${path.slice(0, path.lastIndexOf('/') + 1)}\0${service}`;
const shown = (folder: string): string => (folder === '' ? 'the top folder' : folder);
const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)].sort();

function findingOf({ finding }: HeldKey, whom: string): Finding {
  return {
    ...finding,
    rule: 'key-reused',
    severity: lessened('medium', { sample: false, environment: finding.environment }),
    message: withoutValues(`This Binance ${nounOf(finding)} ${whom}`),
  };
}
