/** Whether a name is that of a value that must stay secret: a secret key, a private key. Not of its length or its whereabouts. */
import { meaningOf } from '../../clues/names.ts';

/**
 * `binance`: the name says whose it is. `secret`: it says no more than secret. `vague`: it has words whose owner is open,
 * or is a word for private keys of every kind.
 */
export type SecretName = 'binance' | 'secret' | 'vague';

/** Words that make of a secret's name that of something about it, or of what is done with it. */
const about =
  /^(?:name|names|label|labels|len|length|size|count|num|help|url|uri|link|docs?|doc|hint|placeholder|id|ids|arn|ref|manager|managers|management|path|paths|file|files|filename|filepath|dir|folder|enabled|disabled|required|optional|set|unset|has|have|is|are|was|should|can|must|needs?|show|shown|hide|hidden|visible|visibility|toggle|present|presence|exists?|missing|found|provided|configured|available|loaded|valid|invalid|validation|validator|validate|check|checked|checker|mask|masked|masking|redact|redacted|redaction|obfuscated|censored|sanitized|preview|prefix|suffix|start|first|last|tail|head|short|hash|hashed|digest|sha|md5|hmac|fingerprint|checksum|signature|encrypted|encryption|cipher|ciphertext|sealed|title|page|tab|tooltip|field|fields|input|form|type|types|kind|format|regex|pattern|min|max|mode|version|versions|status|state|error|errors|err|message|msg|text|warning|expiry|expires|expiration|age|rotation|rotated|created|updated|date|time|timestamp|ttl|source|provider|backend|store|stores|storage|vault|scanner|scan|scanning|detector|leak|leaks|index|env|envvar|variable|var|option|flag|arg|param|parameter|description|desc|column|row|test|tests|class|service|client|factory|callback|handler|func|function|fn|event|public|policy|permission|permissions|agent|santa|sauce|garden)$/;
const plural = /secrets$/i;
/** Secrets of logins and sessions, and of what else is called so. */
const otherKinds =
  /client[_-]?secret|(?:consumer|webhook|session|cookie|csrf|jwt|auth|nextauth|oauth|app|application|shared|token|refresh|signing|encryption|master|totp|otp|mfa|2fa|captcha|recaptcha|turnstile|cron|revalidate|admin|hook|callback|user|bucket|s3)[_-]?secret|secret[_-]?access[_-]?key/i;
/** What people put before any name. */
const plain =
  /^(?:m_|_+|raw|plain|plaintext|decrypted|decoded|new|old|the|current|actual|full|temp|tmp)(?=[A-Z_]|secret|api)_?/i;
const words = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g;
/** Without one of these a name is no secret's. */
export const secretHint: RegExp =
  /secret|priv(?:ate)?[_-]?(?:key|pem)|prv_?key|sec(?:key)?$|skey|секрет|密钥|秘钥|私钥|密鑰|비밀|秘密/i;

const remembered = new Map<string, SecretName | undefined>();

export function secretName(name: string): SecretName | undefined {
  if (name.length > 80 || !secretHint.test(name)) return undefined;
  if (!remembered.has(name)) {
    if (remembered.size > 2000) remembered.clear();
    remembered.set(name, told(name.replace(plain, '')));
  }
  return remembered.get(name);
}

function told(name: string): SecretName | undefined {
  const parts = (name.match(words) ?? []).map((word) => word.toLowerCase());
  if (/^private$/i.test(name) || plural.test(name) || parts.some((word, i) => about.test(word) && !isOwnWord(parts, i)))
    return undefined;
  const { role, binance, service, use, foreign } = meaningOf(name);
  if (role !== 'secret' && role !== 'private-key') return undefined;
  if (binance === 'name') return 'binance';
  if (service !== undefined || use !== undefined) return undefined;
  if (binance === 'short') return 'binance';
  if (otherKinds.test(name)) return undefined;
  if (role === 'private-key' || foreign.length > 1) return 'vague';
  if (foreign.length === 1) return parts.includes('api') ? 'secret' : 'vague';
  return 'secret';
}

/** Words that a secret's own name has: `hmac secret`, `test secret`. */
function isOwnWord(parts: readonly string[], index: number): boolean {
  const word = parts[index]!;
  if (word === 'hmac') return true;
  return (word === 'test' || word === 'env' || word === 'client' || word === 'service') && index < parts.length - 1;
}
