/** Code that prints or logs a secret. Not whether it is there, how long it is, or a piece of it. */
import { shown } from '../clues/names.ts';
import { lex } from '../read/code/lexer.ts';
import { isLanguage, languages } from '../read/languages.ts';
import { logCallsOf } from '../risks/calls/log-calls.ts';
import { isOfOther, isOfWallets, namesOther } from '../risks/calls/other-services.ts';
import { isOfTests } from '../risks/of-tests.ts';
import { partsOf, type Part } from '../risks/calls/parts.ts';
import { mayPrintSecret } from '../risks/calls/printed-secrets.ts';
import { secretName } from '../risks/calls/secret-names.ts';
import { printedIn } from '../risks/calls/shell-output.ts';
import { effortFor, ShownValues, type Shown } from '../risks/calls/shown-values.ts';
import { clue } from '../signals.ts';
import type { Binding, Risk, Rule, Span, Subject } from '../types.ts';

/** Formats in which commands stand, and languages of commands. */
const shells: ReadonlySet<string> = new Set(['shell', 'powershell', 'batch', 'yaml', 'json', 'toml', 'text', 'ini']);
const shellName = /(?:^|\/)(?:package|composer|tasks|devcontainer|launch)\.json$/;

/** What the names of a document stand for, beyond what they say. */
interface Names {
  /** Other names of a secret: `s = process.env.BINANCE_API_SECRET`. */
  readonly aliases: ReadonlySet<string>;
  /** Names of records that hold one. */
  readonly records: ReadonlySet<string>;
  /** Names that say secret and hold a mask, a truth value, a piece. */
  readonly harmless: ReadonlySet<string>;
  /** The file reads a secret from the environment, which so holds it. */
  readonly inEnvironment: boolean;
}

const harmlessValue =
  /^\s*(?:!|not\b|bool\(|Boolean\(|Boolean\b|len\()|\bmask|redact|obfusc|\?\s*["'`]|\[:?-?\d*:?-?\d*\]|\.(?:slice|substr|substring|take|first|padStart|length|size)\b|\bif\b.+\belse\b|[!=]==?\s|\breplace\(|["']\*+["']/i;
const credentialsName = /(?:^|_|[a-z])(?:credentials?|creds)$|^(?:credentials?|creds)$/i;
const recordName =
  /config|cfg|conf$|cred|settings|options|opts$|params|keys$|secrets$|account|auth|binance|client|data|payload/i;
const maxBindings = 20_000;

function namesOf({ settings, document: { text, path: file }, reading }: Subject): Names {
  const aliases = new Set<string>();
  const records = new Set<string>();
  const harmless = new Map<string, boolean>();
  const language = languages[isLanguage(reading.language) ? reading.language : 'javascript'];
  const evaluate = (source: string): Shown | undefined => {
    const tokens = lex(source, language);
    return new ShownValues(language, (name) => isSecretAlone(name)).of(tokens, 0, tokens.length);
  };
  for (const { path, via, value, span, call } of settings.slice(0, maxBindings)) {
    const name = path.at(-1) ?? '';
    const said = secretName(name);
    if (said && path.length > 1 && !isMasked(value)) {
      const above = path.at(-2)!;
      if (!/^\d*$/.test(above) && !call && (via === 'entry' || recordName.test(above))) records.add(above);
    }
    if (via !== 'assign') continue;
    const source = span.end - span.start < 300 ? text.slice(span.start, span.end) : '';
    if (said) {
      // A test gives the name a text of its own, to see what becomes of it.
      const isMade = value.kind === 'text' && value.pieces.length > 0 && isOfTests(file);
      const is = isMade || (harmlessValue.test(source) && evaluate(source) === undefined);
      harmless.set(name, (harmless.get(name) ?? true) && is);
    } else if (/^[A-Za-z_$]\w*$/.test(name) && /secret|priv/i.test(source) && value.kind !== 'text') {
      // A text that came by its name is one that the document holds: then a credential's rule has it.
      if (!/^(?:\{|\[|function|async|\(|class|def|lambda)/.test(source) && evaluate(source)) aliases.add(name);
    }
  }
  return {
    ...{ aliases, records },
    harmless: new Set([...harmless].filter(([, is]) => is).map(([name]) => name)),
    inEnvironment: /(?:process\.env|environ|import\.meta\.env)\b.{0,20}(?:BINANCE|BN|API)\w*SECRET/i.test(text),
  };
}

function isMasked(value: Binding['value']): boolean {
  return (
    value.kind === 'text' &&
    (/^[*x•.…-]*$/i.test(value.text) || /^<.*>$|\*{3}|redacted|masked|hidden/i.test(value.text))
  );
}

function isSecretAlone(name: string): boolean {
  const said = secretName(name);
  return said !== undefined;
}

function isShown(name: string, path: readonly string[], names: Names): boolean {
  if (names.harmless.has(name)) return false;
  if (secretName(name) !== undefined) return !namesOther(path);
  if (names.aliases.has(name) && path.length === 1) return true;
  if (path.length <= 2 && (names.records.has(name) || credentialsName.test(name))) return !namesOther(path);
  return names.inEnvironment && isEnvironment(name, path);
}

function isEnvironment(name: string, path: readonly string[]): boolean {
  return (name === 'env' && path.at(-2) === 'process') || (name === 'environ' && path.at(-2) === 'os');
}

function riskOf(span: Span, callee: string, found: Shown, subject: Subject): Risk | undefined {
  const { name, path } = found;
  const said = secretName(name);
  // Private keys of wallets are another matter.
  if (said === 'vague' && isOfWallets(subject)) return undefined;
  const isBinance = said === 'binance' || path.some((step) => /binance/i.test(step));
  const what = said
    ? shown(name)
    : isEnvironment(name, path)
      ? 'the whole environment'
      : `${shown(name)}, which holds a secret,`;
  return {
    span,
    name: `${callee} ${name}`,
    message: `${shown(callee)} writes ${what} to the log; leave it out and give the key a new secret if it has run`,
    confidence: said === 'binance' || said === 'secret' ? 'certain' : 'likely',
    clues: isBinance ? [clue('binance-name', 'its name says Binance')] : [],
  };
}

function* inCode(part: Part, subject: Subject, names: Names): Generator<Risk> {
  const tokens = part.tokens();
  const isSecret = (name: string, path: readonly string[]): boolean => isShown(name, path, names);
  const effort = effortFor(tokens);
  for (const { callee, span, given } of logCallsOf(tokens)) {
    for (const [from, to] of given) {
      const found = new ShownValues(tokens.language, isSecret, effort).of(tokens, from, to);
      if (!found) continue;
      const end = tokens.end[to - 1] ?? 0;
      if (
        /^(?:print|pprint)$/.test(callee) &&
        isToFile(part.text.slice(Math.max(tokens.start[from] ?? 0, end - longestGiven), end))
      )
        continue;
      const risk = riskOf(part.source(span), callee, found, subject);
      if (!risk) continue;
      yield risk;
      break;
    }
  }
}

const longestGiven = 4000;

/** `print(x, file=f)` */
function isToFile(source: string): boolean {
  return /\bfile\s*=\s*(?!sys\.std)/.test(source);
}

function* inShell(part: Part, subject: Subject): Generator<Risk> {
  for (const { command, span, names } of printedIn(part.text)) {
    if (part.isComment(span.start)) continue;
    const name = names.find((one) => secretName(one) !== undefined);
    const risk = name !== undefined && riskOf(part.source(span), command, { name, path: [name] }, subject);
    if (risk) yield risk;
  }
}

export const secretLogged: Rule = {
  id: 'secret-logged',
  title: 'Secret written to a log',
  severity: 'medium',
  finds:
    'A call that prints or logs a secret key or private key, or a record that holds one, in code, shell scripts and workflows. Not its length, a few of its characters, or whether it is set.',
  why: 'Logs are kept longer than keys, copied to log services, pasted into bug reports and read by people who should never see the key. Who reads the secret there can trade with it.',
  advice: [
    'Take the secret out of the logging call. Log whether it is set, or the first characters of the API key.',
    'If the code has run, delete the key at Binance and make a new one: the old logs still hold its secret.',
    'Delete the logs, also at the services that they were sent to.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html#data-to-exclude',
  ],
  mayFind: ({ language, tokens }) => shells.has(language) || mayPrintSecret(tokens()),
  *look(subject) {
    if (isOfOther(subject)) return;
    let names: Names | undefined;
    for (const part of partsOf(subject)) {
      const isShell = shells.has(part.language);
      if (isShell && (part.language !== 'json' || shellName.test(subject.document.path))) yield* inShell(part, subject);
      else if (isLanguage(part.language) || part.language === 'markup')
        yield* inCode(part, subject, (names ??= namesOf(subject)));
    }
  },
  examples: {
    leaks: [
      {
        path: 'bot.js',
        text: "const { Spot } = require('@binance/connector');\n«console.log»('starting with', apiKey, apiSecret);",
      },
      {
        path: 'bot.ts',
        text: "import { MainClient } from 'binance';\n«this.logger.debug»(`secret=${config.binance.secret}`);",
      },
      { path: 'bot.js', text: 'const s = process.env.BINANCE_SECRET;\n«console.log»(s);' },
      {
        path: 'bot.py',
        text: 'from binance.client import Client\n«print»(f"{api_key[:4]} / {api_secret}")\n«logging.info»("%s", os.environ["BINANCE_API_SECRET"])',
      },
      {
        path: 'bot.py',
        text: 'from binance.client import Client\ncredentials = {"api_key": k, "api_secret": api_secret}\n«print»(credentials)',
      },
      {
        path: 'main.go',
        text: 'package main\nimport "github.com/adshao/go-binance/v2"\nfunc f() { «log.Printf»("x %v", cfg.Binance.SecretKey) }',
      },
      { path: 'main.rs', text: 'use binance::api::*;\nfn f() { «println!»("secret {secret_key}"); }' },
      { path: 'bot.php', text: '<?php\nuse Binance\\Spot;\n«echo» "secret $secretKey\\n";' },
      { path: 'bot.rb', text: 'require \'binance\'\n«puts» "secret #{api_secret}"' },
      { path: 'Bot.cs', text: 'using Binance.Net;\n«_logger.LogInformation»("Secret {Secret}", apiSecret);' },
      { path: 'bot.cpp', text: '#include "binance.h"\n«std::cout» << "secret " << secret_key << std::endl;' },
      { path: 'login.sh', text: '«echo» "got $BINANCE_API_SECRET"' },
      {
        path: '.github/workflows/run.yml',
        text: 'jobs:\n  bot:\n    steps:\n      - run: «echo» ${{ secrets.BINANCE_API_SECRET }}',
      },
    ],
    clean: [
      {
        path: 'bot.js',
        text: "import Binance from 'binance-api-node';\nconsole.log('secret', apiSecret ? 'set' : 'missing', apiSecret.length, !!apiSecret);",
      },
      {
        path: 'bot.py',
        text: 'from binance.client import Client\nprint(f"{api_secret[:4]}****", len(api_secret), mask(api_secret), secret_name)',
      },
      { path: 'bot.py', text: 'from binance.client import Client\nprint("BINANCE_API_SECRET is not set")' },
      {
        path: 'bot.ts',
        text: "import { MainClient } from 'binance';\nconsole.log(config.stripe.secretKey, clientSecret, process.env.JWT_SECRET);",
      },
      {
        path: 'sign.sh',
        text: 'echo -n "$q" | openssl dgst -sha256 -hmac "$BINANCE_API_SECRET"\necho "BINANCE_API_SECRET=$BINANCE_API_SECRET" >> .env\necho "::add-mask::$BINANCE_API_SECRET"',
      },
      {
        path: 'main.go',
        text: 'package main\nimport "github.com/adshao/go-binance/v2"\nfunc f() { logger.Info("x", zap.Bool("secret", secretKey != ""), zap.String("secret", mask(secretKey))) }',
      },
      {
        path: 'test/log.test.ts',
        text: "import { MainClient } from 'binance';\nconst apiSecret = 'not-to-be-seen';\nlogger.info({ apiSecret });\nexpect(written()).not.toContain(apiSecret);",
      },
    ],
    missed: [
      {
        path: 'bot.js',
        text: "import Binance from 'binance-api-node';\nshow(apiSecret);",
        because: 'whether a function of one’s own prints is not followed',
      },
    ],
  },
};
