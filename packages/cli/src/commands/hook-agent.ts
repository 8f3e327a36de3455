/**
 * `bnguard hook agent`: what coding agents call before they send a prompt, run a tool or write a file. Stops what carries a
 * credential, by the agent's own protocol, and names it by four characters at most.
 */
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Finding } from '@bnguard/engine';
import { atLeastAsBad } from '@bnguard/engine/severity';
import { shownPart } from '../exit-code.ts';
import { hasHead } from '../git/ask.ts';
import { openStore } from '../git/store.ts';
import { readEvent } from '../hooks/agent-protocols.ts';
import { textsOf } from '../hooks/agent-texts.ts';
import type { Setting } from '../main.ts';
import { redactAll } from '../redact.ts';
import { visible } from '../reports/visible.ts';
import { listed } from '../reports/words.ts';
import type { Outcome } from '../requests.ts';
import { planScan } from '../scan-settings.ts';
import { UserError } from '../user-error.ts';
import { isCredential } from '../way-out/leaks.ts';
import { readAll } from './scan.ts';

export async function runAgentHook({ io, cwd, scan }: Setting): Promise<Outcome> {
  if (io.isTTY.stdin === true) {
    throw new UserError(
      'agent: a coding agent writes its event to this hook’s standard input, and here is a terminal. docs/hooks.md shows how to set it up.',
    );
  }
  const event = readEvent(Buffer.from(await readAll(io)).toString('utf8'));
  if (!event) throw new UserError('agent: standard input is no JSON object, so nothing could be checked.');
  const folder = isFolder(event.cwd) ? event.cwd : cwd;
  const texts = textsOf(event, folder);
  if (texts.length === 0) return { code: 0, stdout: event.allow };

  const flags = { paths: [], allowIncomplete: false, progress: false, color: 'never' } as const;
  const source = { kind: 'texts', texts, origin: { kind: 'stdin' } } as const;
  // By what this hook's own repository has committed: an agent writes files, and walks into folders.
  const plan = await planScan({ ...flags, kind: 'scan', source, ignores: true, ...(await committed(cwd)) }, cwd);
  const { report } = shownPart(redactAll(await scan({ ...plan.settings, source })), plan.thresholds);
  const { failOn } = plan.thresholds;
  const stopped = report.findings.filter(
    (finding) => isCredential(finding) && failOn !== 'never' && atLeastAsBad(finding.severity, failOn),
  );
  if (stopped.length === 0) return { code: 0, stdout: event.allow };
  return { code: 0, stdout: event.deny(reasonOf(stopped)) };
}

async function committed(cwd: string): Promise<{ configFrom?: string; config?: false }> {
  try {
    return (await hasHead(openStore(cwd))) ? { configFrom: 'HEAD' } : { config: false };
  } catch (error) {
    if (error instanceof UserError) return {};
    throw error;
  }
}

/** Agents may name a folder of another machine. */
function isFolder(path: string | undefined): path is string {
  if (path === undefined || !isAbsolute(path)) return false;
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function reasonOf(all: readonly Finding[]): string {
  const findings = [
    ...new Map(all.toReversed().map((one) => [`${one.rule} ${one.fingerprint}`, one])).values(),
  ].reverse();
  const named = findings.slice(0, 3).map(({ rule, masked, path, start }) => {
    const where = path === '' ? `line ${start.line}` : `${path}:${start.line}`;
    return visible([rule, masked, `(${where})`].filter(Boolean).join(' '));
  });
  const more = findings.length - named.length;
  return [
    `bnguard stopped this: it carries ${listed([...new Set(named), ...(more > 0 ? [`${more} more`] : [])])}.`,
    'What an agent sees goes to its provider and into its logs. Use the name of an environment variable in its place; let a person put the value where the program reads it.',
    'If it went out before, delete the key at Binance: bnguard explain secret-key. If it is none: an ignore entry with a reason in bnguard.config.yaml.',
  ].join(' ');
}
