/** Secrets that a web page or an app brings to everybody who opens it: public variables, inlined ones, browser storage. */
import { meaningOf, shown } from '../clues/names.ts';
import { lineStart } from '../lines.ts';
import { isForbidden } from '../risks/calls/forbidden-names.ts';
import { isOfOther, isOfWallets } from '../risks/calls/other-services.ts';
import { occurrences, type Part } from '../risks/calls/parts.ts';
import { secretName, type SecretName } from '../risks/calls/secret-names.ts';
import { literalSpan } from '../risks/settings/values.ts';
import { clue } from '../signals.ts';
import type { Clue, Confidence, Risk, Rule, Span, Subject } from '../types.ts';

interface Found {
  readonly span: Span;
  /** The name that says secret. */
  readonly secret: string;
  readonly says: string;
  readonly confidence?: Confidence;
}

/** Prefixes by which frameworks put a variable into the bundle. */
const prefixes =
  'NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|REACT_NATIVE|NUXT_PUBLIC|GATSBY|VUE_APP|NG_APP|STORYBOOK|BUN_PUBLIC|PREACT_APP|SNOWPACK_PUBLIC|PLASMO_PUBLIC|UMI_APP|WAKU_PUBLIC|SANITY_STUDIO|TARO_APP|ELM_APP|INERTIA|CRA|WXT|RSBUILD_PUBLIC|MODERN_PUBLIC|PUBLIC_ENV|PUBLIC';
const publicVariable = new RegExp(`(?<![A-Za-z0-9_$-])_?(?:${prefixes})_+([A-Za-z0-9_]{2,80})\\b`, 'g');

const maxFound = 2000;

// -- public variables --------------------------------------------------------------------------------------------

function* publicVariables(subject: Subject): Generator<Found> {
  if (/\.d\.ts$/.test(subject.document.path)) return;
  /** Names that code imports or takes apart: what follows is the same name. */
  const bare = new Set<string>();
  const built = namesBuiltIn(subject.document.text);
  for (const { part, match, at } of occurrences(subject, publicVariable)) {
    const [name, rest = ''] = match;
    if (secretName(rest) === undefined || isForbidden(part.text, at, at + name.length)) continue;
    const line = lineBefore(part.text, at);
    if (isCode(part)) {
      if (
        !/[.'"`]$/.test(line) &&
        !built.has(name) &&
        isKnownName(name, line, part.text.slice(at + name.length, at + name.length + 200), bare)
      )
        continue;
      // `ENV NAME=$NAME`, `NAME: ${{ secrets.NAME }}`: one thing said twice.
    } else if (line.split(/[^\w]+/).includes(name) && /[=:]/.test(line)) continue;
    yield {
      span: part.source({ start: at, end: at + name.length }),
      secret: rest,
      says: `${shown(name)} is put into the bundle by its prefix`,
    };
  }
}

/** SvelteKit: every use of what comes from there is the value itself. */
const publicModule = /\bimport\s*\{([^{}]{1,600})\}\s*from\s*["']\$env\/static\/public["']/g;

function namesBuiltIn(text: string): ReadonlySet<string> {
  if (!text.includes('$env/static/public')) return new Set();
  return new Set([...text.matchAll(publicModule)].flatMap(([, names]) => names!.match(/[A-Za-z_]\w*/g) ?? []));
}

/** A name of the program’s own that was given what is read beside it: `const NAME = env.NAME`, `NAME: env.NAME`. */
function isKnownName(name: string, line: string, after: string, bare: Set<string>): boolean {
  if (bare.has(name) && !/^["']?\s*:/.test(after)) return true;
  bare.add(name);
  const rest = after.split(/[,;\n}]/, 1)[0]!;
  return (
    (/\b(?:const|let|var)\s+$/.test(line) || /^["']?\s*[:=]/.test(after)) && new RegExp(`\\.${name}\\b`).test(rest)
  );
}

function isCode({ language }: Part): boolean {
  return !/^(?:env|yaml|shell|toml|ini|properties|json|powershell|batch|xml)$/.test(language);
}

function lineBefore(text: string, at: number): string {
  return text.slice(lineStart(text, at), at);
}

// -- configuration of bundlers -----------------------------------------------------------------------------------

const configFile =
  /(?:^|\/)(?:next|nuxt|vite|vue|webpack[\w.-]*|rollup|rspack|rsbuild|esbuild|quasar|gatsby-config|astro|svelte|metro|app|craco|config-overrides|babel|electron\.vite|vitest|umi|farm|tsup|snowpack|parcel|remix|ember-cli-build|angular|brunch|modern)[\w.-]*\.(?:[cm]?[jt]s|json)$|(?:^|\/)(?:config-overrides|\.umirc|gatsby-config|webpack\/[\w.-]+|environments?\/environment[\w.-]*)\.[cm]?[jt]s$|(?:^|\/)build[\w.-]*\.[cm]?[jt]s$|(?:^|\/)app\.json$|(?:^|\/)(?:\.babelrc|babel\.config\.\w+)$/;

/** Where in a configuration names stand that end in the bundle, by the steps above them. */
function isInlined(steps: readonly string[], path: string): string | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const has = (...wanted: readonly string[]): boolean => wanted.every((step) => steps.includes(step));
  if (/^next\.config\./.test(file) && has('env')) return 'the env block of next.config puts it into the bundle';
  if (has('publicRuntimeConfig')) return 'publicRuntimeConfig is sent to every browser';
  if (has('runtimeConfig', 'public')) return 'runtimeConfig.public is sent to every browser';
  if (/^nuxt\.config\./.test(file) && has('env')) return 'the env block of nuxt.config puts it into the bundle';
  if (has('define') && configFile.test(path)) return 'define puts it into the bundle';
  if (/^app\.(?:config\.\w+|json)$/.test(file) && has('extra')) return 'extra is part of the app';
  if (/^quasar\.(?:config|conf)\./.test(file) && has('env')) return 'build.env puts it into the bundle';
  if (/(?:^|\/)environments?\/environment[\w.-]*\.ts$/.test(path) && has('environment'))
    return 'Angular puts its environment into the bundle';
  return undefined;
}

const plugins =
  /(?:^|\.)(?:DefinePlugin|EnvironmentPlugin|replace|defineAppConfig|DotenvPlugin|environment|transformDefine|envInline|inlineEnv|injectEnv)$/;

function* inlined(subject: Subject): Generator<Found> {
  const { document, settings } = subject;
  for (const setting of settings) {
    const { path, call, value, span } = setting;
    const steps = path.flatMap((step) => step.split('.'));
    const last = steps.at(-1) ?? '';
    const callee = call?.callee.join('.') ?? '';
    const isPlugin = plugins.test(callee);
    // `EnvironmentPlugin(["BINANCE_SECRET"])`
    if (isPlugin && /EnvironmentPlugin$|^environment$|\.environment$/.test(callee) && value.kind === 'list') {
      for (const item of value.items.slice(0, 200)) {
        if (item.kind !== 'text' || secretName(item.text) === undefined || item.pieces.length === 0) continue;
        yield {
          span: { start: item.pieces[0]!.source.start, end: item.pieces.at(-1)!.source.end },
          secret: item.text,
          says: 'EnvironmentPlugin puts it into the bundle',
        };
      }
      continue;
    }
    if (secretName(last) === undefined) continue;
    const above = [...(call ? ['', ...call.callee] : []), ...steps.slice(0, -1)];
    const says = isPlugin ? `${call!.callee.at(-1)!} puts it into the bundle` : isInlined(above, document.path);
    if (says === undefined || (callee.endsWith('replace') && !configFile.test(document.path))) continue;
    const place = nameBefore(document.text, span.start, last);
    if (place) yield { span: place, secret: last, says };
  }
}

/** Where the name of a value stands, before it. */
function nameBefore(text: string, at: number, name: string): Span | undefined {
  const from = Math.max(0, at - 300);
  const found = text.slice(from, at).lastIndexOf(name);
  if (found >= 0) return { start: from + found, end: from + found + name.length };
  // `{ apiSecret }`
  return text.startsWith(name, at) ? { start: at, end: at + name.length } : undefined;
}

const publicConfig = /\b(?:[\w$]*[cC]onfig|useRuntimeConfig\(\))\.public(?:\.|\[["'])([A-Za-z_]\w{3,80})/g;

function* publicReads(subject: Subject): Generator<Found> {
  for (const { part, match, at } of occurrences(subject, publicConfig)) {
    const name = match[1]!;
    if (secretName(name) === undefined) continue;
    const start = at + match[0].length - name.length;
    yield {
      span: part.source({ start, end: start + name.length }),
      secret: name,
      says: 'the public configuration is sent to every browser',
    };
  }
}

// -- files that only browsers run --------------------------------------------------------------------------------

const useClient = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]{0,2000}?\*\/)*(['"])use client\1/;
const environmentRead = /\b(?:process\.env|import\.meta\.env)(?:\??\.|\[\s*["'`])([A-Za-z_]\w{2,80})/g;
const importedSecret = /\bimport\s*(?:type\s)?\{([^{}]{1,600})\}\s*from\s*["']([^"'\n]{1,200})["']/g;
const sdkImport = /(?:from|require\(|import)\s*["'](?:@binance\/|binance|node-binance-api|ccxt)/;
const publicPrefix = new RegExp(`^_?(?:${prefixes})_`);

function isBrowserFile({ document: { path, text } }: Subject): boolean {
  if (/\.(?:vue|svelte)$/.test(path)) return !/(?:^|\/)server\//.test(path);
  if (/\.(?:html?|xhtml)$/.test(path)) return true;
  return /\.(?:[cm]?[jt]sx?)$/.test(path) && useClient.test(text.slice(0, 4000));
}

const serverFile =
  /(?:^|\/)(?:server|api|pages\/api|netlify|functions|edge|scripts?|bin|cli|tests?)\/|\.server\.\w+$|\+server\.\w+$|\+(?:page|layout)\.server\.|\.(?:test|spec)\.\w+$/;

function* browserFiles(subject: Subject): Generator<Found> {
  const { text, path } = subject.document;
  const isBrowser = isBrowserFile(subject);
  for (const { part, match, at } of occurrences(subject, environmentRead)) {
    const name = match[1]!;
    if (publicPrefix.test(name) || secretName(name) === undefined) continue;
    // Vite leaves out what its prefix does not cover, so who reads it there has set `envPrefix`.
    const isVite =
      match[0].startsWith('import') &&
      !serverFile.test(path) &&
      !/\.astro$/.test(path) &&
      !/astro|sveltekit|\bssr\b|createServerFn|server\$/i.test(text);
    if (!isBrowser && !isVite) continue;
    const start = at + match[0].length - name.length;
    yield {
      span: part.source({ start, end: start + name.length }),
      secret: name,
      says: isBrowser ? 'this file runs in the browser' : 'import.meta.env is put into the bundle',
    };
  }
  if (!isBrowser || !sdkImport.test(text)) return;
  for (const { part, match, at } of occurrences(subject, importedSecret)) {
    for (const { index, 0: name } of match[1]!.matchAll(/[A-Za-z_]\w*/g)) {
      if (!/^[A-Z][A-Z0-9_]+$/.test(name) || publicPrefix.test(name) || secretName(name) === undefined) continue;
      const start = at + match[0].indexOf(match[1]!) + index;
      yield {
        span: part.source({ start, end: start + name.length }),
        secret: name,
        says: 'this file runs in the browser',
        confidence: 'likely',
      };
    }
  }
}

// -- what a browser keeps ----------------------------------------------------------------------------------------

const storages =
  /^(?:localstorage|sessionstorage|.*(?:local|session|browser|web|async|secure)_?storage|storage|localforage|cookies?|cookiestore|nookies|jscookie|cookies\w*|chrome|browser|mmkv|preferences|sharedpreferences|idb|idbkeyval|store2|lscache|uni|wx|ls)$/i;
const writers =
  /^(?:setitem|getitem|set|get|put|read|write|save|load|setcookie|getcookie|setstring|getstring|setstoragesync|getstoragesync|setobject|cookie)$/i;
const hooks =
  /^(?:use(?:Local|Session|Async|Browser|Persisted|Persistent)?_?(?:Storage|State|Cookies?)(?:Value|State)?|usePersistedState|createLocalStorage|persistentAtom|atomWithStorage|setCookie|getCookie|readCookie|writeCookie|createCookie|\$\.cookie|setLocalStorage|getLocalStorage|saveToLocalStorage|loadFromLocalStorage|saveToStorage|useStickyState)$/;
const securely = /securestore|keychain|encryptedstorage|securestorage|flutter_?secure|safestorage|keystore|vault/i;
const removes = /^(?:remove|removeitem|clear|delete|has|contains|del)$/i;

/** A storage key that names the secret: `binance_api_secret`, `binance.secret`, `settings:apiSecret`. */
function storageSecret(key: string): string | undefined {
  if (key.length > 80 || /\s.*\s/.test(key)) return undefined;
  if (secretName(key) !== undefined) return key;
  const last = key.split(/[.:/@]/).at(-1) ?? '';
  return secretName(last) === undefined ? undefined : key;
}

function* stored(subject: Subject): Generator<Found> {
  const { document, reading } = subject;
  for (const { callee, args } of reading.calls) {
    const last = callee.at(-1) ?? '';
    const receivers = callee.slice(0, -1);
    if (removes.test(last) || callee.some((step) => securely.test(step))) continue;
    const isStorage = receivers.some((step) => storages.test(step)) && writers.test(last);
    if (!isStorage && !hooks.test(last) && !(last === 'cookie' && receivers.length > 0)) continue;
    if (last === 'useState' && args.length > 1) continue;
    for (const { path, value, span } of args) {
      if (path.length === 1 && path[0] === '0' && value.kind === 'text') {
        const secret = storageSecret(value.text);
        if (secret === undefined) break;
        yield {
          span: literalSpan(document.text, value) ?? span,
          secret,
          says: `${shown(callee.join('.'))} keeps it in the browser`,
        };
        break;
      }
      // `chrome.storage.local.set({ binance_secret: x })`
      const name = path.at(-1) ?? '';
      if (path.length === 2 && path[0] === '0' && isStorage && secretName(name) !== undefined) {
        const place = nameBefore(document.text, span.start, name);
        if (place) yield { span: place, secret: name, says: `${shown(callee.join('.'))} keeps it in the browser` };
      }
    }
  }
  for (const { part, match, at } of occurrences(subject, storageEntry)) {
    const name = match[1] ?? match[2]!;
    const secret = storageSecret(name);
    if (secret === undefined || /\bdelete\s+(?:window\.)?$/.test(lineBefore(part.text, at))) continue;
    const quoted = match[1] === undefined ? 0 : 1;
    const start = at + match[0].lastIndexOf(name) - quoted;
    yield {
      span: part.source({ start, end: start + name.length + 2 * quoted }),
      secret,
      says: 'the browser keeps it in its storage',
    };
  }
  for (const { part, match, at } of occurrences(subject, cookieText)) {
    const name = match[2]!;
    const secret = storageSecret(name);
    if (
      secret === undefined ||
      /^\s*;\s*(?:max-age=0|expires=thu, 01 jan 1970)/i.test(
        part.text.slice(at + match[0].length, at + match[0].length + 60),
      )
    )
      continue;
    const end = at + match[0].length;
    const start = end - match[1]!.length - name.length - 1;
    yield {
      span: part.source({ start, end: part.text.startsWith(match[1]!, end) ? end + 1 : end }),
      secret,
      says: 'the browser keeps it in a cookie',
    };
  }
}

const storageEntry =
  /\b(?:localStorage|sessionStorage)(?:\[\s*["'`]([^"'`\n]{3,80})["'`]\s*\]|\.(?!setItem\b|getItem\b|removeItem\b|clear\b|key\b|length\b)([A-Za-z_]\w{2,80}))/g;
const cookieText = /\bdocument\.cookie\s*=\s*(["'`])([\w.-]{3,80})=/g;

// -- the rule ----------------------------------------------------------------------------------------------------

function* all(subject: Subject): Generator<Found> {
  yield* publicVariables(subject);
  yield* inlined(subject);
  yield* publicReads(subject);
  yield* browserFiles(subject);
  yield* stored(subject);
}

function cluesOf(secret: string): Clue[] {
  const { binance } = meaningOf(secret);
  if (binance === 'name') return [clue('binance-name', 'its name says Binance')];
  return binance === 'short' ? [clue('binance-short-name', 'its name says BN or BNB')] : [];
}

function certainty(said: SecretName | undefined): Confidence {
  return said === 'binance' ? 'certain' : said === 'secret' ? 'likely' : 'possible';
}

export const clientExposed: Rule = {
  id: 'client-exposed',
  title: 'Secret in what browsers get',
  severity: 'high',
  finds:
    'A secret key or private key in a variable that a web framework puts into its bundle (`NEXT_PUBLIC_…`, `VITE_…`, `REACT_APP_…` and the others), in the `env` block of next.config, Nuxt’s `runtimeConfig.public`, `define`, an app’s `extra`, in code that only browsers run, or in the browser’s storage or cookies. Not API keys alone, and not code that runs on a server.',
  why: 'What is in the bundle of a page or an app, everybody who opens it can read. What is in a browser’s storage, every script on the page and every extension can read. With the secret they can trade as you.',
  advice: [
    'Delete the key at Binance if the page or app was ever published: its secret is out.',
    'Keep the secret on a server: sign the requests there, and let the page talk to that server.',
    'Take the public prefix off the variable’s name, and read it in server code only.',
    'For a page that only shows prices no key is needed.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security',
    'https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser',
    'https://vite.dev/guide/env-and-mode.html',
  ],
  *look(subject) {
    if (isOfOther(subject)) return;
    const seen = new Set<number>();
    const hasWallets = isOfWallets(subject);
    let count = 0;
    for (const { span, secret, says, confidence } of all(subject)) {
      if (seen.has(span.start)) continue;
      if ((count += 1) > maxFound) return;
      const last = secretName(secret) === undefined ? (secret.split(/[.:/@]/).at(-1) ?? '') : secret;
      const said = secretName(last);
      if (said === 'vague' && hasWallets) continue;
      seen.add(span.start);
      const risk: Risk = {
        span,
        name: secret,
        message: `${shown(secret)} gets to everybody who opens the page: ${says}; keep it on a server`,
        confidence: confidence ?? certainty(said),
        clues: cluesOf(secret),
      };
      yield risk;
    }
  },
  examples: {
    leaks: [
      { path: 'src/api.ts', text: 'export const secret = import.meta.env.«VITE_BINANCE_API_SECRET»;' },
      { path: '.env', text: '«NEXT_PUBLIC_BINANCE_SECRET_KEY»=\n«REACT_APP_BINANCE_API_SECRET»=' },
      {
        path: 'next.config.js',
        text: 'module.exports = {\n  env: { «BINANCE_API_SECRET»: process.env.BINANCE_API_SECRET },\n};',
      },
      {
        path: 'nuxt.config.ts',
        text: 'export default defineNuxtConfig({ runtimeConfig: { public: { «binanceSecret»: process.env.BINANCE_SECRET } } });',
      },
      {
        path: 'vite.config.ts',
        text: "export default defineConfig({ define: { 'process.env.«BINANCE_SECRET»': JSON.stringify(process.env.BINANCE_SECRET) } });",
      },
      {
        path: 'webpack.prod.js',
        text: "module.exports = {\n  plugins: [\n    new webpack.DefinePlugin({\n      'process.env.«BINANCE_API_SECRET»': JSON.stringify(process.env.BINANCE_API_SECRET),\n      «BINANCE_SECRET»: JSON.stringify(process.env.BINANCE_API_SECRET),\n    }),\n  ],\n};",
      },
      {
        path: 'env.ts',
        text: "if (!process.env.«VITE_BINANCE_SECRET») throw new Error('no secret');\nconst required = ['«NEXT_PUBLIC_BINANCE_SECRET»'];",
      },
      { path: 'app.json', text: '{ "expo": { "extra": { "«binanceSecret»": "" } } }' },
      {
        path: 'Trade.tsx',
        text: "'use client';\nimport { Spot } from '@binance/connector';\nconst client = new Spot(key, process.env.«BINANCE_API_SECRET»);",
      },
      {
        path: 'desk.js',
        text: "localStorage.setItem(«'binance_api_secret'», value);\nconst s = localStorage[«'binance_api_secret'»];",
      },
      { path: 'desk.js', text: 'document.cookie = «"binance_secret="» + value;' },
      {
        path: 'src/lib/trade.ts',
        text: "import { «PUBLIC_BINANCE_SECRET» } from '$env/static/public';\nexport const client = Binance({ apiKey, apiSecret: «PUBLIC_BINANCE_SECRET» });",
      },
    ],
    clean: [
      {
        path: '.env',
        text: 'NEXT_PUBLIC_BINANCE_WS_URL=wss://stream.binance.com:9443\nNEXT_PUBLIC_BINANCE_API_KEY=\nBINANCE_API_SECRET=\nVITE_SHOW_BINANCE_SECRET=true',
      },
      {
        path: 'desk.js',
        text: "localStorage.removeItem('binance_api_secret');\nlocalStorage.setItem('binance_theme', 'dark');",
      },
      {
        path: 'nuxt.config.ts',
        text: "export default defineNuxtConfig({ runtimeConfig: { binanceSecret: '', public: { stream: 'wss://stream.binance.com' } } });",
      },
      {
        path: 'guard.ts',
        text: "if (process.env.VITE_BINANCE_SECRET) throw new Error('VITE_BINANCE_SECRET must not be set');\nfor (const name of ['NEXT_PUBLIC_BINANCE_SECRET', 'REACT_APP_BINANCE_SECRET']) {\n  if (process.env[name]) process.exit(1);\n}\nconst forbidden = ['GATSBY_BINANCE_SECRET'];",
      },
      {
        path: 'guard.py',
        text: 'assert "VITE_BINANCE_SECRET" not in os.environ\nif os.environ.get("NEXT_PUBLIC_BINANCE_SECRET"):\n    raise SystemExit("it is in the bundle")',
      },
      {
        path: 'route.ts',
        text: "import { Spot } from '@binance/connector';\nconst client = new Spot(process.env.BINANCE_API_KEY, process.env.BINANCE_API_SECRET);",
      },
      {
        path: 'app.ts',
        text: "import * as SecureStore from 'expo-secure-store';\nSecureStore.setItemAsync('binance_secret', value);",
      },
    ],
    missed: [
      {
        path: '.env',
        text: 'BINANCE_API_SECRET=',
        because: 'whether the `envPrefix` of another file covers it is not asked',
      },
    ],
  },
};
