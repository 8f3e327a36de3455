/**
 * Files that hold credentials by their names: `.env` and its kin, private keys, the files of trading bots. Names alone,
 * and whether a text of such a file has anything in it; whose the credentials are is the question of other files.
 */

export interface CredentialFile {
  /** `env`: variables; `key`: a private key, or a certificate; `bot`: a trading bot's, or one named for credentials. */
  readonly kind: 'env' | 'key' | 'bot';
  /** Nothing but credentials goes by this name. False: a configuration, which is one only with a credential in it. */
  readonly isDedicated: boolean;
}

const env: CredentialFile = { kind: 'env', isDedicated: true };
/** `binance.env`: docker’s habit; of its own name it may be anything. */
const namedEnv: CredentialFile = { kind: 'env', isDedicated: false };
const key: CredentialFile = { kind: 'key', isDedicated: false };
const dedicated: CredentialFile = { kind: 'bot', isDedicated: true };
const configuration: CredentialFile = { kind: 'bot', isDedicated: false };

/** Of any of these the name must have a letter sequence, so that most paths cost one test. */
const mayBeOne =
  /env|\.(?:pem|key|p8|pk8|prv|priv)$|(?:user\.cfg|app\.conf|conf\.js|credentials|\.(?:json5?|ya?ml|toml|ini|cfg|csv|txt))$/i;

const envName = /^\.env(?:rc)?(?:[._~-][\w.~-]*)?$/i;
const namedEnvName = /.\.env$/i;
/** Code, documentation, and what is encrypted. */
const noEnv = /\.(?:[cm]?[jt]sx?|py|rb|go|php|md|html?|vault|enc|encrypted|gpg|asc|age|sops|schema|lock|ya?ml|map)$/i;
const keyName = /\.(?:pem|key|p8|pk8|prv|priv)$/i;
/** Marked as something to copy and fill in. */
const templateWord =
  /(?:^|[._-])(?:examples?|samples?|dist|templates?|tmpl|tpl|skel(?:eton)?|defaults?|placeholder|schema)(?=$|[._-])/i;

/** binance-trade-bot, binance-volatility-trading-bot, passivbot, php-binance-api, hummingbot, vn.py. */
const dedicatedPath =
  /(?:^|\/)(?:user\.cfg|creds\.ya?ml|api-keys\.json|php-binance-api\.json|conf\/connectors\/binance\w*\.ya?ml|connect_binance\w*\.json|\.bnc\/credentials|credentials\/binance\.json)$/i;
/** OctoBot, freqtrade, beego bots, zenbot; and what people call such files themselves. */
const configurationPath =
  /(?:^|\/)(?:user\/config\.json|user_data\/[\w.-]+\.json|config[\w.-]*\.json5?|conf\/app\.conf|conf\.js|conf\/connectors\/[\w-]+\.ya?ml|(?:creds?|credentials?|secrets?|(?:my|binance)?[-_.]?api[-_]?keys?|keys)\.(?:json5?|ya?ml|toml|ini|cfg|conf|csv|txt))$/i;
const freqtradeConfig = /(?:^|\/)config[\w.-]*\.json5?$/i;
/** What freqtrade’s configuration has and hardly another. */
const freqtradeWords = /"(?:stake_currency|pair_whitelist|freqtrade|max_open_trades)"/;

/** What a path’s name says; undefined for any other file, and for templates, which credentials rules read anyway. */
export function credentialFile(path: string): CredentialFile | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!mayBeOne.test(name) || templateWord.test(name)) return undefined;
  if (envName.test(name)) return noEnv.test(name.slice(4)) ? undefined : env;
  if (namedEnvName.test(name)) return namedEnv;
  if (keyName.test(name)) return key;
  if (dedicatedPath.test(path)) return dedicated;
  return configurationPath.test(path) ? configuration : undefined;
}

/** `config.json`: freqtrade’s, and of a thousand others. Its text tells (see holdsSecrets). */
export function isAnyConfiguration(path: string): boolean {
  return freqtradeConfig.test(path) && !/(?:^|\/)(?:user_data|user)\//.test(path);
}

/** The file that a template is to be copied to: `.env.example` → `.env`. Undefined for any other file. */
export function filledTemplate(path: string): string | undefined {
  const at = path.lastIndexOf('/') + 1;
  const name = path.slice(at);
  if (!templateWord.test(name) || !/env|\.cfg|creds|api-keys/i.test(name)) return undefined;
  let plain = name.replace(templateWord, '').replace(/^[-_]+|[-_.]+$/g, '');
  plain = plain.replace(/\.\.+/g, '.').replace(/[-_]+(?=\.)/g, '');
  if (/^\.?env$/i.test(plain)) plain = '.env';
  if (plain === '.user.cfg') plain = 'user.cfg';
  return credentialFile(path.slice(0, at) + plain)?.isDedicated ? path.slice(0, at) + plain : undefined;
}

/** More than that of a file is not looked at: such files are short. */
const mostText = 1 << 20;
/** `NAME=value`, `name: value`, `"name": "value"`. */
const entry = /^[ \t]*(?:export[ \t]+|set[ \t]+)?["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]*[=:][ \t]*(.*)$/;
/** Names of what is secret. */
const secretName =
  /(?:^|[^a-z])(?:key|api_?key|apikey|secret|token|pass(?:wd|word|phrase)?|pwd|private|mnemonic|seed|credentials?|auth|dsn|webhook)|key|secret|token|password|passphrase/i;
const noSecretName =
  /public_?key$|pubkey|_?(?:path|file|dir|name|length|expiry|expires?|ttl|timeout|enabled?|type)$|keyboard/i;
/** What stands where a value will, or leads to one. */
const blanks: readonly RegExp[] = [
  /^[<[{(].*[>\]})]$/,
  /\$\{?\w|^%\w+%$|\bprocess\.env\b|^ENC\[|^encrypted:|^vault:|^op:\/\//,
  /^([x*.·•…#?0-])\1*$/i,
  /(?:^|[^a-z])(?:your|my|the|enter|insert|paste|replace|change|put|fill|add|example|sample|dummy|fake|placeholder|todo|fixme|change_?me|here|redacted|removed|xxx+|test)(?![a-z0-9])/i,
  /^(?:your|enter|insert|paste|change|replace)/i,
  /^(?:none|null|nil|undefined|true|false|string|str|yes|no|on|off|api_?key|api_?secret|secret_?key|secret|key|token|password|pass)$/i,
];

/**
 * Whether the text of such a file has a secret in it, rather than blanks and placeholders. Keeps nothing of it, and is
 * linear in the text.
 */
export function holdsSecrets(path: string, text: string): boolean {
  if (/-----BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY-----/.test(text)) return true;
  const file = credentialFile(path);
  if (file?.kind === 'key') return false;
  if (isAnyConfiguration(path) && !freqtradeWords.test(text)) return false;
  for (const line of text.slice(0, mostText).split('\n', 20_000)) {
    if (line.length > 5000) continue;
    const [, name = '', written = ''] = entry.exec(line) ?? [];
    if (name === '') continue;
    const isNamed = secretName.test(name) && !noSecretName.test(name);
    if (isFilled(valueOf(written), isNamed)) return true;
  }
  return false;
}

/** Without quotes, comment, and the comma of JSON. */
function valueOf(written: string): string {
  const quoted = /^(["'`])(.*?)\1/.exec(written);
  return (quoted ? (quoted[2] ?? '') : written.replace(/\s#.*$/, '').replace(/,\s*$/, '')).trim();
}

function isFilled(value: string, isNamed: boolean): boolean {
  // Hummingbot encrypts what it stores: hex of a JSON.
  if (value.length < 6 || value.length > 4000 || value.startsWith('7b22')) return false;
  if (blanks.some((form) => form.test(value))) return false;
  // A password in a URL speaks for itself, as does a long run of letters and digits.
  if (/^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i.test(value)) return true;
  if (isNamed) return !/\s\S+\s/.test(value) && !/^(?:https?|wss?|file):|^[./~]/.test(value);
  return /^[A-Za-z0-9+/=_-]{40,}$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
}

const binanceName = /binance|tokocrypto|\bbn[bc]?_\w*(?:key|sec|api)/i;

/** Whether such a file says itself that it is Binance’s. */
export function namesBinance(path: string, text: string): boolean {
  return binanceName.test(path) || binanceName.test(text.slice(0, mostText));
}
