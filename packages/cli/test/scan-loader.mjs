// Lets a worker thread run the sources as they are: takes `@bnguard/engine` from its sources and strips types.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Set in the thread that Node runs loaders in, which gets this module again. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { default: ts } = await import('typescript');
  const compilerOptions = { target: 'es2023', module: 'esnext', verbatimModuleSyntax: true };
  const source = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), { compilerOptions }).outputText;
  return { format: 'module', source, shortCircuit: true };
}

export async function resolve(specifier, context, next) {
  return next(specifier, { ...context, conditions: ['@bnguard/source', ...context.conditions] });
}

if (!process.execArgv.includes('--no-register')) register(import.meta.url);
