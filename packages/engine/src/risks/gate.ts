/**
 * Which documents may hold a risk: for every rule about risks the words without which it finds nothing. Loaded without
 * the rest of the engine, so that a commit of files that hold none waits for nothing.
 */
import type { Document } from '../types.ts';

/** By the rule; sources of one regular expression, read without regard to case. */
const needs: Readonly<Record<string, string>> = {
  'insecure-transport':
    'reject_?unauthorized|verif\\w*["\'\\]]?\\s*(?:[:=,(]|=>)|_NONE\\b|unverified|insecure|skip_?(?:ssl|tls|cert)|danger|accept_?(?:all|any|invalid)|trust_?(?:all|any|self|manager)|allow_?(?:all|any|self|invalid)|ignore_?(?:ssl|tls|cert)|disable_?(?:ssl|tls|cert|hostname|trust)|strict_?ssl|check_?(?:cert|ssl|hostname)|validat\\w*(?:callback|cert|["\']?\\s*[:=])|verif(?:ier|ying|ynone)|badcertificate|checkserver|proxiedclient|no-?check|\\bcurl\\b[^\\n]* -\\w*k|(?:http|ws)://[^/\\s]*(?:binance|tokocrypto)|\\bssl["\']?\\s*[:=]\\s*false',
  'recv-window': 'rec(?:ei)?ve?_?window',
};

/** Rules that find nothing but where both are. */
const together: readonly (readonly [rule: string, one: RegExp, other: RegExp])[] = [
  [
    'client-exposed',
    /secret|private_?key|priv_?key|api_?sec\b/i,
    /(?:PUBLIC|VITE|APP|GATSBY|STORYBOOK)_|publicRuntimeConfig|\benv\b|define|\bextra\b|\bpublic\b|environment|storage|cookie|use client|EnvironmentPlugin/i,
  ],
  [
    'foreign-endpoint',
    /base|_?url|endpoint|host|path|server|\bapi\b|x-mbx-apikey|client|binance/i,
    /(?:https?|wss?):\/\/(?![\w.-]*(?:binance\.(?:com|us|vision|th)|binancefuture\.com|localhost|127\.0\.0\.1)(?:[\/:"'\s]|$))[\w.-]+\.\w/i,
  ],
  [
    'secret-logged',
    /secret|private_?key|priv_?key|api_?sec\b/i,
    /\blog|log(?:ger|ging)?\b|console|print|\bputs\b|echo|dump|dbg!|write-|stdout|stderr|\bcout\b|inspect|\bcat\(|(?:info|debug|warn|error)[!(]/i,
  ],
];

const anyNeed = new RegExp(Object.values(needs).join('|'), 'i');

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
  return (
    dependencyFile.test(path) ||
    anyNeed.test(text) ||
    together.some(([, one, other]) => one.test(text) && other.test(text))
  );
}
