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
  'recv-window': 'recv_?window',
  'weak-key-type': 'hmac',
  'unsafe-key-creation':
    'special(?:_?low_?latency)?_?key|low_?latency|sub_?account_?api|margin/?_?api_?key|api_?key_?broker|enable_?(?:future_?trade|european_?options)|ip_?restriction',
  'fund-moving-call':
    'withdraw\\w{0,32}\\s{0,9}\\(|withdraw(?:/apply|\\.html)|(?:fiat|subaccount)/withdraw|gift_?card(?:\\w{0,24}\\(|/)|createcode\\(|tokengiftcard|sub[_-]?account\\w{0,40}(?:\\(|/transfer|/futures|/margin|/universal|/deposit)|transfer_?(?:to|between|from|for)_?(?:sub|same_?master|master)|brok\\w{0,24}(?:transfer|/transfer|/universal)|transfer_?brok|to_?email|transferservice',
};

/** Global: for `search` and `matchAll`, which keep no place in it. */
export const needed: RegExp = new RegExp(Object.values(needs).join('|'), 'gi');

/** Lists of dependencies. */
export const dependencyFile: RegExp =
  /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|(?:requirements|constraints)(?:[\w.-]*|\/[\w.-]+)\.(?:txt|in)|[\w.-]+[_-](?:requirements|constraints)\.(?:txt|in)|pyproject\.toml|Pipfile(?:\.lock)?|(?:poetry|uv|pdm)\.lock|setup\.(?:py|cfg)|(?:conda[\w-]*|environment[\w.-]*)\.ya?ml|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|[^/]+\.(?:cs|fs|vb)proj|packages\.(?:config|lock\.json)|Directory\.(?:Packages|Build)\.props|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|gradle\.lockfile|Gemfile(?:\.lock)?|[^/]+\.gemspec|composer\.(?:json|lock))$/;
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
