/** Dangerous settings wherever a scan looks: on disk, in the index, in a range, in the history. */
import { describe, expect, test } from 'vitest';
import { scan } from '../src/scan.ts';
import type { Report, ScanSettings, Source } from '../src/types.ts';
import { git, put, repository, stage } from './scan-stage.ts';

const open = 'exchange: binance\npermissions: [read, trade, withdraw]\nip_whitelist: []\n';
const kept = 'exchange: binance\npermissions: [read, trade]\nip_whitelist: [54.168.210.7]\n';

async function scanned(cwd: string, source: Source, more: Partial<ScanSettings> = {}): Promise<Report> {
  return scan({
    ...{ cwd, paths: [], includeIgnored: false, source, jobs: 1, noIgnores: false },
    ...{ asOf: '2026-11-28T12:00:00Z', configFor: async () => [], ...more },
  });
}
const told = ({ findings }: Report): string[] =>
  findings.map(({ rule, severity, path, start }) => `${path}:${start.line} ${rule} ${severity}`).sort();

function commit(top: string, files: Readonly<Record<string, string>>): void {
  put(top, files);
  git(top, 'add', '-A', '-f');
  git(top, 'commit', '-q', '-m', 'change');
}

describe('on disk', () => {
  test('both faults, the worse one worse for the other', async () => {
    expect(told(await scanned(repository({ 'key.yml': open }), { kind: 'disk' }))).toEqual([
      'key.yml:2 withdrawals-enabled critical',
      'key.yml:3 ip-unrestricted high',
    ]);
  });

  test('whose it is may stand in another file', async () => {
    const settings = 'permissions: [read, trade, withdraw]\n';
    const top = repository({ 'key.yml': settings });
    expect(told(await scanned(top, { kind: 'disk' })).filter((one) => !one.includes('possible'))).toHaveLength(1);
    const { findings: alone } = await scanned(top, { kind: 'disk' });
    expect(alone.map(({ confidence }) => confidence)).toEqual(['possible']);
    put(top, { 'package.json': '{ "dependencies": { "@binance/connector": "^3.0.0" } }' });
    const { findings } = await scanned(top, { kind: 'disk' });
    expect(findings.map(({ confidence }) => confidence)).toEqual(['likely']);
  });

  test('a comment sets one aside', async () => {
    const excused = open.replace('withdraw]', 'withdraw] # bnguard-ignore withdrawals-enabled -- the treasury’s');
    const { findings, suppressed } = await scanned(repository({ 'key.yml': excused }), { kind: 'disk' });
    expect(findings.map(({ rule }) => rule)).toEqual(['ip-unrestricted']);
    expect(suppressed).toMatchObject([{ rule: 'withdrawals-enabled', suppression: { by: 'comment' } }]);
  });
});

describe('what a change brings', () => {
  test('the index: an IP list that is gone, and what that makes worse', async () => {
    const top = repository({
      'key.yml': 'exchange: binance\npermissions: [read, withdraw]\nip_whitelist: [54.168.210.7]\n',
    });
    put(top, { 'key.yml': 'exchange: binance\npermissions: [read, withdraw]\nip_whitelist: []\n' });
    git(top, 'add', '-A');
    expect(told(await scanned(top, { kind: 'staged' }))).toEqual([
      'key.yml:2 withdrawals-enabled critical',
      'key.yml:3 ip-unrestricted high',
    ]);
  });

  test('the index: what was there before goes through, moved and renamed too', async () => {
    const top = repository({ 'key.yml': open });
    put(top, { 'key.yml': `# moved\n${open}` });
    git(top, 'add', '-A');
    expect(told(await scanned(top, { kind: 'staged' }))).toEqual([]);
    git(top, 'mv', 'key.yml', 'keys.yml');
    expect(told(await scanned(top, { kind: 'staged' }))).toEqual([]);
  });

  test('a range: added and removed inside it', async () => {
    const top = repository({ 'key.yml': kept });
    commit(top, { 'key.yml': open });
    commit(top, { 'key.yml': kept });
    const report = await scanned(top, { kind: 'range', revisions: ['HEAD~2..HEAD'] });
    expect(told(report)).toEqual(['key.yml:2 withdrawals-enabled critical', 'key.yml:3 ip-unrestricted high']);
    expect(new Set(report.findings.map(({ origin }) => origin.kind === 'range' && origin.commit))).toEqual(
      new Set([git(top, 'rev-parse', 'HEAD~1').trim()]),
    );
  });
});

describe('in the history', () => {
  const history = (allSettings: boolean): Source => ({ kind: 'history', userCache: stage(), allSettings });

  test('as the branches have it; of old versions only when asked', async () => {
    const top = repository({ 'old.yml': open, 'key.yml': kept });
    git(top, 'rm', '-q', 'old.yml');
    commit(top, { 'key.yml': open });
    const found = ['key.yml:2 withdrawals-enabled critical', 'key.yml:3 ip-unrestricted high'];
    for (const _ of ['cold', 'cached']) expect(told(await scanned(top, history(false)))).toEqual(found);
    const { findings } = await scanned(top, history(true));
    expect(told({ findings } as Report)).toEqual(
      [...found, 'old.yml:2 withdrawals-enabled critical', 'old.yml:3 ip-unrestricted high'].sort(),
    );
  });

  test('with the commit that brought it, also when an older version comes back', async () => {
    const top = repository({ 'key.yml': open });
    const first = git(top, 'rev-parse', 'HEAD').trim();
    commit(top, { 'key.yml': kept });
    expect(told(await scanned(top, history(false)))).toEqual([]);
    commit(top, { 'key.yml': open });
    const { findings } = await scanned(top, history(false));
    expect(findings).toHaveLength(2);
    for (const { origin } of findings)
      expect(origin).toMatchObject({ kind: 'history', atHead: true, firstCommit: { id: first } });
  });

  test('on another branch, in a file that stands at two paths', async () => {
    const top = repository({ 'a/key.yml': open, 'b/key.yml': open });
    git(top, 'checkout', '-q', '-b', 'side');
    commit(top, { 'side.yml': open.replace('read', 'futures') });
    git(top, 'checkout', '-q', '-');
    expect(new Set((await scanned(top, history(false))).findings.map(({ path }) => path))).toEqual(
      new Set(['a/key.yml', 'b/key.yml', 'side.yml']),
    );
  });

  test('on a branch that still has what HEAD took out, also by a scan that remembers', async () => {
    const harmless = `${kept}# by name\n`;
    const top = repository({ 'key.yml': harmless });
    git(top, 'checkout', '-q', '-b', 'side');
    commit(top, { 'key.yml': open });
    git(top, 'checkout', '-q', '-b', 'other', '-');
    commit(top, { 'key.yml': `${harmless}# and by nothing else\n` });
    const remembering: Source = { kind: 'history', userCache: repository({}) };
    for (const source of [history(false), remembering, remembering]) {
      const { findings } = await scanned(top, source);
      expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['withdrawals-enabled', 'ip-unrestricted']));
    }
    // What HEAD and the branch say alike is HEAD's; then it says otherwise.
    git(top, 'checkout', '-q', '-b', 'alike', 'side');
    expect((await scanned(top, remembering)).findings).toHaveLength(2);
    commit(top, { 'key.yml': kept });
    const { findings } = await scanned(top, remembering);
    expect(findings).toHaveLength(2);
    expect(findings.every(({ origin }) => origin.kind === 'history' && !origin.atHead)).toBe(true);
  });
});
