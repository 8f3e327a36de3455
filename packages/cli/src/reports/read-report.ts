/** Reads a JSON report back. What comes from a file is a stranger's: it is held against the schema before it is believed. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import type { Report } from '../types.ts';
import { UserError } from '../user-error.ts';
import { reportSchema } from './report-schema.ts';

/** @param file as typed. Throws a UserError where it cannot be read or is no report. */
export async function readReport(file: string, cwd: string): Promise<Report> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UserError(`${file} cannot be read (${code === 'ENOENT' ? 'there is no such file' : code}).`);
  }
  try {
    const data: unknown = JSON.parse(text);
    const parsed = v.safeParse(reportSchema, data);
    if (parsed.success && isPart(parsed.output as Report)) return parsed.output as Report;
  } catch {
    // No JSON at all: told below.
  }
  throw new UserError(
    `${file} is no JSON report of bnguard. bnguard scan --format json --output report.json makes one.`,
  );
}

/** Whether a shard says which part it is. */
function isPart({ shard }: Report): boolean {
  return shard === undefined || (shard.index >= 1 && shard.index <= shard.count && shard.count <= 9999);
}
