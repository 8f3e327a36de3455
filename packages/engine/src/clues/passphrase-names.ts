/** How people name the passphrase of a private key. */

const passWord = /pass/gi;
/** What stands before `pass` in the name of a private key's passphrase. */
const keyKinds: readonly string[] = ['private', 'priv', 'prv', 'rsa', 'ed25519', 'pem', 'signing'];
const beforePass = new RegExp(`(?:${keyKinds.join('|')})[_-]?(?:key|pem)?[_-]?(?:file)?[_-]?$`, 'i');

/**
 * Literals of `length` letters of which every such name has one up to its `pass`: `keypass`, `ey_pass`. In lower case,
 * as the search over raw bytes wants them.
 */
export function passphraseEndings(length: number): readonly string[] {
  let endings: readonly string[] = ['pass'];
  const separators = ['', '_', '-'];
  for (const words of [separators, ['', 'file'], separators, ['', 'key', 'pem'], separators, keyKinds]) {
    const longer = endings.flatMap((ending) => words.map((word) => (word + ending).slice(-length)));
    endings = [...new Set(longer)];
  }
  return endings;
}

/** Whether a text, or a name, says passphrase of a private key: `private_key_pass`. Looks only where it says `pass`. */
export function mentionsPassphrase(text: string): boolean {
  for (const { index } of text.matchAll(passWord))
    if (isPassphraseAfter(text.slice(Math.max(0, index - longestBeforePass), index))) return true;
  return false;
}

/** More letters before `pass` do not matter. */
export const longestBeforePass = 24;

/** Whether `pass` behind these letters is the beginning of such a name. */
export function isPassphraseAfter(before: string): boolean {
  return beforePass.test(before);
}
