import { noHardcodedCredentials } from '../../src/rules/no-hardcoded-credentials.ts';
import { ignored, places, run, suggestion, text } from '../cases.ts';

interface Wanted {
  readonly code: string;
  readonly filename?: string;
  readonly found: readonly {
    readonly rule?: string;
    /** What the code becomes when the value is read from the environment, and the expression that does so. */
    readonly becomes?: readonly [code: string, expression: string];
    /** The same for a default that is left out. */
    readonly without?: readonly [code: string, expression: string];
    /** False: a comment cannot stand above it. */
    readonly ignorable?: false;
  }[];
}

const wanted = ({ code, filename = 'src/bot.ts', found }: Wanted) => ({
  name: code.split('\n').at(-1)!.slice(0, 80),
  code: text(code),
  filename,
  errors: found.map(({ rule, becomes, without, ignorable }, index) => {
    const place = places(code)[index]!;
    return {
      messageId: 'found' as const,
      ...place,
      suggestions: [
        ...(becomes ? [suggestion('useEnvironment', becomes[0], { expression: becomes[1] })] : []),
        ...(without ? [suggestion('dropDefault', without[0], { expression: without[1] })] : []),
        ...(ignorable === false ? [] : [ignored(code, rule ?? 'api-key', place.line)]),
      ],
    };
  }),
});

const spot = "import { Spot } from '@binance/connector';";
const imports = `${spot}\n`;

run('no-hardcoded-credentials', noHardcodedCredentials, {
  valid: [
    { name: 'values from the environment', code: `${imports}new Spot(process.env.KEY, process.env.SECRET);` },
    { name: 'hashes', code: text("const sha256 = '<hex64:not.sum>';") },
    { name: 'placeholders', code: `${imports}new Spot('YOUR_API_KEY', 'YOUR_API_SECRET');` },
    { name: 'a key of nobody knows whom', code: text("const build = '<alnum64:not.build>';") },
    {
      name: 'an ignore comment with a reason',
      code: text(`${imports}// bnguard-ignore api-key -- revoked in May\nnew Spot('<key64:a>');`),
    },
    {
      name: 'less severe than asked for',
      code: text(`${imports}new Spot('<key64:a>');`),
      options: [{ minSeverity: 'high' }],
    },
  ],
  invalid: [
    wanted({
      code: `${imports}new Spot('<key64:a>', process.env.SECRET!);`,
      found: [
        {
          becomes: [
            `${imports}new Spot(process.env.BINANCE_API_KEY!, process.env.SECRET!);`,
            'process.env.BINANCE_API_KEY',
          ],
        },
      ],
    }),
    wanted({
      code: `${imports}const binanceMainKey = '<key64:a>';\nnew Spot(binanceMainKey);`,
      filename: 'src/bot.js',
      found: [
        {
          becomes: [
            `${imports}const binanceMainKey = process.env.BINANCE_MAIN_KEY;\nnew Spot(binanceMainKey);`,
            'process.env.BINANCE_MAIN_KEY',
          ],
        },
      ],
    }),
    wanted({
      code: `${imports}const apiKey = process.env.KEY ?? '<key64:a>';\nnew Spot(apiKey);`,
      found: [{ without: [`${imports}const apiKey = process.env.KEY!;\nnew Spot(apiKey);`, 'process.env.KEY'] }],
    }),
    wanted({
      code: `${imports}new Spot(live ? '<key64:a>' : Deno.env.get('TEST_KEY'));`,
      found: [
        {
          becomes: [
            `${imports}new Spot(live ? Deno.env.get('BINANCE_API_KEY')! : Deno.env.get('TEST_KEY'));`,
            "Deno.env.get('BINANCE_API_KEY')",
          ],
        },
      ],
    }),
    wanted({
      code: `${imports}const file = Bun.file('a');\nnew Spot('<key64:a>');`,
      found: [
        {
          becomes: [
            `${imports}const file = Bun.file('a');\nnew Spot(Bun.env.BINANCE_API_KEY!);`,
            'Bun.env.BINANCE_API_KEY',
          ],
        },
      ],
    }),
    wanted({
      code: `${imports}export const el = <Client exchange="binance" apiKey="<key64:a>" />;`,
      filename: 'src/app.tsx',
      found: [
        {
          becomes: [
            `${imports}export const el = <Client exchange="binance" apiKey={process.env.BINANCE_API_KEY!} />;`,
            'process.env.BINANCE_API_KEY',
          ],
        },
      ],
    }),
    // What a bundler copies into the page is no place for it, so nothing is suggested but to ignore it.
    wanted({
      code: `${imports}console.log(import.meta.env.MODE);\nnew Spot('<key64:a>');`,
      found: [{}],
    }),
    wanted({
      code: `${spot} new Spot(\`\n\${'<key64:a>'}\`);`,
      found: [
        {
          becomes: [`${spot} new Spot(\`\n\${process.env.BINANCE_API_KEY}\`);`, 'process.env.BINANCE_API_KEY'],
          ignorable: false,
        },
      ],
    }),
    wanted({
      code: `${imports}enum Keys { Main = '<key64:a>' }\nnew Spot(Keys.Main);`,
      found: [{}],
    }),
    {
      name: 'a key in two halves, as one, where it stands',
      code: text(`${imports}new Spot('<key64:a[0,30]>' + '<key64:a[30,]>');`),
      filename: 'src/bot.ts',
      errors: [
        {
          messageId: 'found',
          line: 2,
          column: 11,
          endLine: 2,
          endColumn: 80,
          suggestions: [
            suggestion('useEnvironment', `${imports}new Spot(process.env.BINANCE_API_KEY!);`, {
              expression: 'process.env.BINANCE_API_KEY',
            }),
            ignored(`${imports}new Spot('<key64:a[0,30]>' + '<key64:a[30,]>');`, 'api-key', 2),
          ],
        },
      ],
    },
  ],
});
