/** `bnguard keys check`: a scan of the disk of which only what concerns the key inventory is told. */
import { exitCode, shownPart } from '../exit-code.ts';
import { inventoryText, readInventory } from '../inventory.ts';
import type { Setting } from '../main.ts';
import { renderReports } from '../reports/render.ts';
import type { KeysCheckRequest, Outcome } from '../requests.ts';
import { planScan } from '../scan-settings.ts';
import { inventoryRoot, noInventory } from './keys.ts';
import { scanWith } from './scan.ts';

export async function runKeysCheck(request: KeysCheckRequest, setting: Setting): Promise<Outcome> {
  const root = await inventoryRoot(setting.cwd, request.path);
  const text = inventoryText(root);
  if (text === undefined) throw noInventory(root);
  // A scan tells a faulty inventory as one of the files that it could not read; here it is the only thing to tell.
  await readInventory(text);
  const plan = await planScan({ ...request, kind: 'scan', paths: [root], allowIncomplete: false }, setting.cwd);
  const whole = await scanWith(plan, request, setting);
  const isAsked = ({ rule }: { readonly rule: string }): boolean => rule === 'inventory-mismatch';
  const { report, hidden } = shownPart(
    { ...whole, findings: whole.findings.filter(isAsked), suppressed: whole.suppressed.filter(isAsked) },
    plan.thresholds,
  );
  const shown = { reports: [{ format: request.format }], color: request.color, verbose: request.verbose, quiet: false };
  return {
    code: exitCode(report, plan.thresholds),
    ...(await renderReports(report, hidden, shown, setting)),
    notes: plan.notes,
  };
}
