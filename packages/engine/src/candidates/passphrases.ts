/**
 * Passphrases of encrypted private keys as candidates. People make them up, so they have no shape: only a name that
 * says both private key and passphrase, or the place in an SDK's call, makes a text one.
 */
import { mentionsPassphrase } from '../clues/passphrase-names.ts';
import { extentOf } from '../read/pieces.ts';
import { Secret } from '../secret.ts';
import type { Binding, Call, Document, Reading } from '../types.ts';
import type { Candidate } from './candidate.ts';

/** Such a name, folded to its letters: `private_key_pass`, `privateKeyPassphrase`, `PEM_PASSWORD`. */
const name = /(?:private|priv|prv|rsa|ed25519|pem|signing)(?:key|pem)?(?:file)?pass(?:phrase|word|wd|code)?$/;
const isName = (word: string): boolean => name.test(word.toLowerCase().replace(/[^a-z0-9]/g, ''));

/** What stands where a passphrase will: a reference, a blank to fill, a type, a remark. */
const blank: readonly RegExp[] = [
  /^\s*$/,
  /^[<[{(].*[>\]})]$/,
  /\$\{?\w|^%\w+%$|\bprocess\.env\b|\bsecrets?\./,
  /^([x*.·•…#?-])\1*$/i,
  /^(?:your|my|the|some|enter|insert|replace|change|optional|example|dummy|placeholder|todo|fixme)(?![a-z0-9])|_here$/i,
  /^(?:change|replace|fill|edit)[_. -]?me[!.]*$/i,
  /^(?:none|null|undefined|true|false|string|str|password|passphrase|pass)$/i,
  // A sentence.
  /\s\S+\s\S+\s/,
];

/** What is called with the text, or undefined. */
const callOf = /([A-Za-z_]\w{0,60})(?:<[^<>()\n]{0,60}>)?!?\(\s{0,40}[a-zA-Z@$]{0,2}["'`]{1,3}$/;
/** Calls that give their text back in another form. */
const converts =
  /^(?:bytes?|bytearray|byte|str|string|from\w*|of|new|some|just|ok|optional\w*|buffer|atob|btoa|\w*base64\w*|b64decode|unhexlify|\w*decode\w*|\w*encode\w*|to_?\w+|into|secret_?str(?:ing)?|secure_?string|secret|secret_?box|\w*ptr|pointer|char\w*|c_?string|utf8\w*|concat|join|trim|strip|format\w*|sprintf|\w*of|wrap)$/i;

/** `getpass("Passphrase: ")`, `vault.read("desk/key")`: the text says what to ask for, or where it lies. */
function isAskedWith(text: string, at: number): boolean {
  const callee = callOf.exec(text.slice(Math.max(0, at - 120), at))?.[1];
  return callee !== undefined && !isName(callee) && !converts.test(callee);
}

export function passphraseCandidates(document: Document, reading: Reading): Candidate[] {
  if (!mentionsPassphrase(document.text)) return [];
  const found = new Map<number, Candidate>();
  const look = ({ path, via, container, value, span }: Binding, call?: Call): void => {
    const own = [...path].reverse().find((step) => !/^\d*$/.test(step)) ?? call?.callee.at(-1) ?? '';
    if (
      value.kind !== 'text' ||
      value.text.length > 200 ||
      blank.some((form) => form.test(value.text)) ||
      found.has(span.start)
    )
      return;
    // In a list of such names one is no passphrase of the other.
    if (!isName(own) || (/^[A-Za-z_-]+$/.test(value.text) && isName(value.text))) return;
    const extent = extentOf(value);
    if (isAskedWith(document.text, extent.start)) return;
    found.set(extent.start, {
      shape: 'passphrase',
      secret: new Secret(value.text, { domain: 'key-passphrase', place: `${document.path}\0${path.join('.')}` }),
      span: extent,
      uses: [{ path, via, container, embedded: false, ...(call ? { call } : {}) }],
    });
  };
  for (const binding of reading.bindings) look(binding);
  for (const call of reading.calls) for (const arg of call.args) look(arg, call);
  return [...found.values()];
}
