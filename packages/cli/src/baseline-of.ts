/** What a baseline says, once its text was read as data: checked, with entries of one value joined. */
import { joined, keyOf, needsReason, type Baseline } from './baseline.ts';
import { baselineSchema } from './baseline-schema.ts';
import { check } from './check-data.ts';
import type { DataFile } from './data-file.ts';
import { UserError } from './user-error.ts';

/** Throws a UserError that names line and column where the file is not what it should be. */
export function baselineOf(file: DataFile): Baseline {
  const { findings } = check(file, baselineSchema);
  findings.forEach((entry, i) => {
    if (needsReason(entry) && !entry.reason) {
      throw new UserError(
        `${file.at(['findings', i])}: findings[${i}]: a critical finding is accepted without a reason. Add one.`,
      );
    }
  });
  const firstPlace = new Map(
    findings.map((entry, i) => [keyOf(entry), file.placeOf(['findings', i])] as const).toReversed(),
  );
  return {
    exists: true,
    entries: joined(findings),
    placeOf: (entry) => firstPlace.get(keyOf(entry)) ?? { line: 1, column: 1 },
  };
}
