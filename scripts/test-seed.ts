/**
 * Properties are tested on the same random texts every time, so that a test that passes here passes everywhere.
 * `FUZZ_SEED=7 npx vitest run` looks at others.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_261_128) });
