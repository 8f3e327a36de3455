// What is asked of the words of a program before it is read must let through all that reading would find.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand } from '../src/examples.ts';
import { lex } from '../src/read/code/lexer.ts';
import { languageOf, languages, type LanguageName } from '../src/read/languages.ts';
import { chanceIn } from '../src/risks/gate.ts';
import { subjectOf } from '../src/risks/subject.ts';
import { secretLogged } from '../src/rules/secret-logged.ts';
import { rules } from '../src/rules/index.ts';

interface Program {
  readonly path: string;
  readonly text: string;
}

const programs: readonly Program[] = rules
  .flatMap(({ examples: { leaks, clean, missed } }) => [...leaks, ...clean, ...missed])
  .map((one) => (typeof one === 'string' ? { text: one } : one))
  .map(({ path = 'bot.py', text }) => ({ path, text: expand(text).text }))
  .filter(({ path, text }) => languageOf(path, text) in languages);

/** Whether the rule finds something where it is not asked first. */
function finds({ path, text }: Program): boolean {
  const chance = chanceIn(text);
  if (!chance?.rules.has(secretLogged.id)) return false;
  const subject = subjectOf({ path, text, origin: { kind: 'file' } }, chance);
  return [...secretLogged.look!(subject)].length > 0;
}

function mayFind({ path, text }: Program): boolean {
  const language = languageOf(path, text) as LanguageName;
  return secretLogged.mayFind!({ text, language, tokens: () => lex(text, languages[language]) });
}

const secrets = [
  ...['api_secret', 'cfg.apiSecret', 'os.environ["BINANCE_API_SECRET"]', 'process.env.API_SECRET', 'config["secret"]'],
  ...['getSecret()', 'self._secret_key', 'settings.binance.secret', 'vault.get("binance/secret")', 'privateKey'],
];
const holders = [
  ...['q = #', 'const q = #;', 'q := #', 'q = {"a": 1, "secret": #}', 'const q = {\n  key: k,\n  apiSecret: #,\n};'],
  ...['q = dict(key=k, secret=#)', 'let q: string = #', 'q = (\n    #\n)', 'q.secret = #', 'qconfig["secret"] = #'],
  ...['q = str(#).strip()', 'x, q = 1, #', 'q = # if a else None', 'q = a || #', 'class Q {\n  secret = #;\n}', '#'],
  ...['q =\n  #;', 'object q {\n  val secret = #\n}', 'q = [{"x": {"secret": #}}]', 'with open(#) as q:\n  pass'],
  ...[
    'const { secret: q } = cfg;',
    'const { apiSecret: q, key } = cfg.secret;',
    'const [x, q] = [1, #];',
    'q, x = #, 1',
    'q += #',
    'if a: q = #',
    'const x = 1,\n  q = #;',
  ],
  ...[
    'q = lambda: #',
    'def q():\n  return #',
    'q: { secret: # },',
    'setattr(q, "secret", #)',
    'q = q or #',
    'q =\n  // from the vault\n  #;',
    'q =\n\n  # ;',
    'let q\n  = #\n',
  ],
  ...[
    'q = Config\n{ secret: # }',
    'const q =\n  // x\n  { apiSecret: # };',
    'const x = process.env["q.apiSecret"] || "https://x.yz/abcd";',
  ],
  ...['q = u"" + #', `q = ${'1+'.repeat(90)}#`],
];
const prints = [
  ...['print(#)', 'logger.info(#)', 'console.log(#);', 'log.Printf("%v", #)', 'logging.debug(f"a {#}")'],
  ...['console.log(`${#}`)', 'puts #', 'std::cout << "x" << #;', 'println!("{}", #);', 'print(json.dumps(#))'],
  ...['self.logger().error("x",\n        #)', 'logger.warn({ a: 1, b: # })', 'console.error("a" +\n  #)', 'f(#)'],
  ...['run(() => { console.log(x, #) })', 'log.Info().Str("a", #).Msg("b")', 'echo $#;', 'print(a, #.upper())'],
];
const shownNames = [
  'q',
  'qconfig',
  'Q',
  'q.secret',
  'q["secret"]',
  'credentials',
  'os.environ',
  'process.env',
  'x',
  ...secrets,
];
const written = fc.record({
  ...{ program: fc.constantFrom(...programs), secret: fc.constantFrom(...secrets) },
  ...{ holder: fc.constantFrom(...holders), print: fc.constantFrom(...prints), shown: fc.constantFrom(...shownNames) },
  ...{ place: fc.nat(40), isBefore: fc.boolean() },
});

describe('programs that print a secret', () => {
  it('may print one, in all examples', () => {
    const found = programs.filter(finds);
    expect(found.length).toBeGreaterThan(8);
    for (const one of found) expect(mayFind(one), one.path).toBe(true);
    const others = programs.filter((one) => !mayFind(one));
    expect(others.length).toBeGreaterThan(programs.length / 2);
  });

  it('may print one, whatever holds it and however it is printed', { timeout: 60_000 }, () => {
    let found = 0;
    fc.assert(
      fc.property(written, ({ program: { path, text }, secret, holder, print, shown, place, isBefore }) => {
        const lines = text.split('\n');
        const added = [holder.replaceAll('#', secret), print.replaceAll('#', shown)];
        lines.splice(place % (lines.length + 1), 0, ...(isBefore ? added : added.toReversed()));
        const made = { path, text: lines.join('\n') };
        if (!(languageOf(path, made.text) in languages) || !finds(made)) return true;
        found += 1;
        return mayFind(made);
      }),
      { seed: Number(process.env['FUZZ_SEED'] ?? 20261129), numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(500);
  });
});
