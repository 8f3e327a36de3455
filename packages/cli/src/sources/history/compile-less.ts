/** Tells V8 that a scan of a history is a short program with many functions. Changes nothing but time. */
import { setFlagsFromString } from 'node:v8';

/**
 * So many bytes of code may a function run between two looks at whether it is worth optimizing; V8 has 67,584. Each of
 * the many functions that read texts is warm for a second or two, and optimizing them all takes a quarter of the
 * processor time of a scan: with nine times as much 10 to 13 % less (two histories, November 2026), and a third less
 * where a scan has little to do.
 */
const budget = 600_000;

/**
 * For all threads of this process, from now on. Only in the V8 of Node 20: those of 22 and 24 know no such flag and need
 * none, since they have a compiler between. That flags may be set after the start is nothing that Node vouches for; this
 * one is a number that V8 reads whenever it gives a function new time to run, and nothing is compiled by it.
 */
export function compileLess(): void {
  if (/^11\.3\./.test(process.versions.v8)) setFlagsFromString(`--interrupt-budget=${budget}`);
}
