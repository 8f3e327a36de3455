/** Names and pieces of code that check no certificate, wherever they stand. */
import type { Subject } from '../../types.ts';
import { occurrences } from '../calls/parts.ts';
import { lineBefore } from './line-before.ts';
import type { WeakLink } from './weak-links.ts';

const environmentSwitch =
  /\b(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|PERL_LWP_SSL_VERIFY_HOSTNAME)\b["'`\]})]{0,3}(?:\s*[:=,]\s*|\s+value:\s*|[ \t]+)("0"|'0'|`0`|\\"0\\"|0(?![\w.]))/g;
/** `- name: NODE_TLS…` with its value on the next line, and `{ "name": …, "value": "0" }`. */
const environmentEntry =
  /\bname["']?\s*:\s*["']?(NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)["']?\s{0,200}(?:,\s{0,200})?["']?value["']?\s*:\s*("0"|'0'|0(?![\w.]))/g;
const noneName =
  /(?<![\w.$])(?:[A-Za-z_$][\w$]*(?:\.|::|->)){0,6}(?:CERT_NONE|(?:SSL_)?VERIFY_NONE|VerifyNone|verify_none|_create_unverified_context|NoopHostnameVerifier|AllowAllHostnameVerifier|ALLOW_ALL_HOSTNAME_VERIFIER|TrustAllStrategy|InsecureTrustManagerFactory|DisabledTrustEvaluator|DisabledEvaluator)\b(?:\.INSTANCE|\(\))?/g;
const callback =
  /\b(?:ServerCertificateCustomValidationCallback|ServerCertificateValidationCallback|RemoteCertificateValidationCallback|CertificateValidationCallback|badCertificateCallback|setHostnameVerifier|hostnameVerifier|HostnameVerifier|checkServerIdentity)\b\s*(?:\+?=>?|:|\(|(?=\{))\s*/g;
const acceptsAll =
  /^(?:new\s+[\w.]+\(\s*)?(?:static\s+)?(?:\([^()\n]{0,160}\)\s*(?:=>|->)\s*(?:(?:true|undefined|null|void 0)\b|\{\s*(?:return\s+(?:true|undefined|null)\s*;?)?\s*\})|\w+\s*=>\s*true\b|delegate\s*(?:\([^()\n]{0,160}\)\s*)?\{\s*return\s+true\s*;|\{\s*(?:[\w, ]{1,40}->)?\s*true\s*\}|(?:[\w.]+\.)?DangerousAcceptAnyServerCertificateValidator\b|function\s*\([^()\n]{0,160}\)\s*\{\s*(?:return\s+(?:undefined|null|true)\s*;?)?\s*\})/;
const emptyTrust =
  /\bcheckServerTrusted\s*\([^()]{0,200}\)\s*(?:throws\s+[\w.]+\s*)?(?::\s*Unit\s*)?(?:=\s*Unit\b|\{\s*(?:\/\/[^\n]{0,200}\s*|\/\*[^*]{0,200}\*\/\s*|return;\s*){0,3}\})/g;
const proxied = /(?<![\w.])((?:[A-Za-z_]\w{0,80}\.){0,6}NewProxiedClient)\s{0,40}\(/g;
const withoutVerifying = /(?<![\w$>:\\])\$?[\w\\]{1,200}(?:::|->)(?:[^\n;]{0,200}?->)?withoutVerifying\(\)/g;
const skipCertificateCheck = /(?<=\s)-SkipCertificateCheck\b(?!:\s*\$false)/gi;

export function* uncheckedTexts(subject: Subject): Generator<WeakLink> {
  for (const pattern of [environmentSwitch, environmentEntry])
    for (const { part, match, at } of occurrences(subject, pattern)) {
      const value = match[2]!;
      const start = at + match[0].length - value.length;
      const span = value.startsWith('\\')
        ? { start: start + 1, end: start + value.length }
        : { start, end: start + value.length };
      yield { span: part.source(span), what: `${match[1]!} is 0 for every connection of the program` };
    }
  for (const { part, match, at } of occurrences(subject, noneName)) {
    const line = lineBefore(part.text, at);
    if (/^\s*(?:import|from|use|using|require|include|#include|package|export \{)\b/.test(line)) continue;
    const before = part.text.slice(Math.max(0, at - 40), at);
    const after = part.text.slice(at + match[0].length, at + match[0].length + 12);
    if (
      /(?:==|!=|===|is|is not|in|!==|case|class|def|fn|func)\s*$/.test(before) ||
      /^\s*(?:==|!=|is\b|=[^=>])/.test(after)
    )
      continue;
    const start = before.endsWith(':') && /\s:$/.test(before) ? at - 1 : at;
    yield {
      span: part.source({ start, end: at + match[0].length }),
      what: `${match[0].replace(/\(\)$/, '')} checks no certificate`,
    };
  }
  for (const { part, match, at } of occurrences(subject, callback)) {
    const start = at + match[0].length;
    const accepted = acceptsAll.exec(part.text.slice(start, start + 400))?.[0];
    if (accepted === undefined) continue;
    yield { span: part.source({ start, end: start + accepted.length }), what: 'a callback accepts every certificate' };
  }
  for (const { part, match, at } of occurrences(subject, emptyTrust))
    yield {
      span: part.source({ start: at, end: at + match[0].indexOf('(') }),
      what: 'a trust manager accepts every certificate',
    };
  for (const { part, match, at } of occurrences(subject, withoutVerifying))
    yield {
      span: part.source({ start: at, end: at + match[0].length }),
      what: 'withoutVerifying checks no certificate',
    };
  for (const { part, at } of occurrences(subject, skipCertificateCheck))
    yield { span: part.source({ start: at, end: at + 21 }), what: '-SkipCertificateCheck is given' };
  for (const { part, match, at } of occurrences(subject, proxied)) {
    if (/\bfunc\s+(?:\([^)]*\)\s*)?$/.test(part.text.slice(Math.max(0, at - 60), at))) continue;
    yield {
      span: part.source({ start: at, end: at + match[1]!.length }),
      what: 'NewProxiedClient of go-binance switches certificate checks off',
      toBinance: true,
    };
  }
}
