/** The plugin: rules, the language `bnguard/text`, and ready configurations. */
import { readFileSync } from 'node:fs';
import { configsOf, type Config, type ConfigName } from './configs.ts';
import type { BnguardRule } from './define-rule.ts';
import { rules } from './rules/index.ts';
import { textLanguage, type TextLanguage } from './text-language.ts';

const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  name: string;
  version: string;
};

export interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: 'bnguard' };
  readonly rules: Readonly<Record<string, BnguardRule>>;
  readonly languages: { readonly text: TextLanguage };
  readonly configs: Readonly<Record<ConfigName, Config[]>>;
}

const base = { meta: { name, version, namespace: 'bnguard' as const }, rules, languages: { text: textLanguage } };
const configs = {} as Record<ConfigName, Config[]>;
const plugin: Plugin = { ...base, configs };
// ESLint's own types ask for rules that take any language's tree.
Object.assign(configs, configsOf(plugin as never));

export default plugin;
export type { Options } from './define-rule.ts';
