/**
 * Which documents may hold a risk: for every rule about risks the words without which it finds nothing. Loaded without
 * the rest of the engine, so that a commit of files that hold none waits for nothing.
 */
import type { Document } from '../types.ts';

/** By the rule; sources of one regular expression, read without regard to case. */
const needs: Readonly<Record<string, string>> = {
  'withdrawals-enabled': 'withdraw',
  'transfers-enabled': 'transfer',
  'broad-permissions': 'options',
  'ip-unrestricted':
    'ip[_-]?restrict|restrict[_-]?ip|(?:white|allow)[_-]?list|(?:trusted|allowed)[_-]?ip|ip[_-]?(?:list|address|allowed)|"ips?"',
  'ip-list-invalid': 'permissions|access_?ips?',
  'key-age':
    '(?:creat|rotat|issued)[\\w-]{0,20}["\'`\\\\]{0,3}\\s{0,8}(?:=>|[:=,>(])\\s{0,8}(?:[\\w. ]{0,30}\\()?["\'`]?(?:20[12]\\d[-/]\\d|1[4-9]\\d{8}|1_[4-9]\\d\\d_)|[,;\\t]["\']?createtime["\']?[,;\\t\\r\\n]',
  'recv-window': 'recv_?window',
  'weak-key-type': 'hmac',
};

/** Global: for `search` and `matchAll`, which keep no place in it. */
export const needed: RegExp = new RegExp(Object.values(needs).join('|'), 'gi');

/** Lists of dependencies. */
export const dependencyFile: RegExp =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|(?:requirements|constraints)[\w.-]*\.(?:txt|in)|pyproject\.toml|Pipfile(?:\.lock)?|(?:poetry|uv|pdm)\.lock|setup\.(?:py|cfg)|environment\.ya?ml|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|[^/]+\.[cf]sproj|packages\.(?:config|lock\.json)|Directory\.Packages\.props|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|gradle\.lockfile|Gemfile(?:\.lock)?|[^/]+\.gemspec|composer\.(?:json|lock))$/;
/** Files with variables: short, and what they hold may be a risk without naming Binance. */
const variableFile = /(?:^|\/)\.env(?:\.[\w.-]+)?$/;

/** Files that are read whatever their bytes. */
export function isReadByName(path: string): boolean {
  return dependencyFile.test(path) || variableFile.test(path);
}

/** False only where no rule about risks would find anything. */
export function mayHoldRisk({ path, text }: Pick<Document, 'path' | 'text'>): boolean {
  return dependencyFile.test(path) || text.search(needed) >= 0;
}
