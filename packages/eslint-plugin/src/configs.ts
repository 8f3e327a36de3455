/** The ready configurations, in flat config. */
import type { Linter } from 'eslint';
import { rules } from './rules/index.ts';

export type Config = Pick<Linter.Config, 'name' | 'files' | 'language' | 'rules' | 'plugins'>;
type Rules = NonNullable<Config['rules']>;
type Level = 'error' | 'warn';

/** Files that keys lie in and that no parser of ESLint claims. JSON, YAML, TOML and Markdown have languages of their own. */
const textFiles: readonly string[] = [
  '**/.env*',
  '**/*.env',
  '**/.npmrc',
  '**/.netrc',
  '**/.pypirc',
  '**/Dockerfile*',
  '**/Makefile',
  '**/Procfile',
  '**/Jenkinsfile',
  '**/*.{ini,cfg,conf,properties,service,desktop,reg}',
  '**/*.{py,pyi,ipynb,go,rs,java,kt,kts,scala,groovy,gradle,cs,vb,fs,swift,dart,php,rb,pl,lua,r,R,jl,ex,exs,erl,clj}',
  '**/*.{c,h,cc,cpp,hpp,m,mm,zig,nim,cr,hs,ml,pas,mq4,mq5,mqh,gs,bas,ahk}',
  '**/*.{sh,bash,zsh,fish,ps1,psm1,bat,cmd,tf,tfvars,hcl,sql,xml,csv,tsv,txt,rst,adoc,log,pem,key,http,rest,har,plist}',
];

const levels = (levelOf: (recommended: Level) => Level, options?: { readonly minConfidence: 'possible' }): Rules =>
  Object.fromEntries(
    Object.entries(rules).map(([name, { meta }]) => {
      const level = levelOf(meta.docs!.recommended);
      return [`bnguard/${name}`, options ? [level, options] : level];
    }),
  );

/** @param plugin ours, which its own configurations name */
export function configsOf(plugin: NonNullable<Config['plugins']>[string]): Readonly<Record<ConfigName, Config[]>> {
  const plugins = { bnguard: plugin };
  const recommended = levels((level) => level);
  return {
    recommended: [{ name: 'bnguard/recommended', plugins, rules: recommended }],
    strict: [{ name: 'bnguard/strict', plugins, rules: levels(() => 'error') }],
    all: [{ name: 'bnguard/all', plugins, rules: levels(() => 'error', { minConfidence: 'possible' }) }],
    files: [{ name: 'bnguard/files', plugins, files: [...textFiles], language: 'bnguard/text', rules: recommended }],
  };
}

export type ConfigName = 'recommended' | 'strict' | 'all' | 'files';
