// What is spared, because some words tell that it would bring nothing, takes nothing from what else is looked for.
import { describe, expect, it } from 'vitest';
import { expand } from '../src/examples.ts';
import { importsOf } from '../src/read/imports.ts';
import { chanceIn, rulesFor } from '../src/risks/gate.ts';
import { observeRisks } from '../src/risks/observe-risks.ts';
import { rules } from '../src/rules/index.ts';
import { worthReading } from '../src/worth-reading.ts';

const risks = (path: string, text: string, only?: ReadonlySet<string>) =>
  observeRisks({ path, text, origin: { kind: 'file' } }, undefined, only);
const found = (path: string, text: string): string[] => risks(path, text).map(({ rule }) => rule);

describe('a rule that is not asked', () => {
  it('still has its words read for the others', () => {
    const [head, tail] = [
      'package main\n\nimport (\n\t"fmt"\n\t"github.com/adshao/go-binance/v2"\n)\n\n',
      '\ta := 1\n\tb := 2\n',
    ];
    const text = `${head}func main() {\n\tclient := binance.NewClient(apiKey, secretKey)\n\tclient.Debug = true\n${tail}\tc := 3\n\tclient.BaseURL = "https://r.fly.dev"\n\tfmt.Println(a)\n}\n`;
    expect(found('main.go', text)).toEqual(['foreign-endpoint']);
  });

  it('leaves what each other finds as it is, in all examples', () => {
    let compared = 0;
    for (const { examples } of rules)
      for (const example of [...examples.leaks, ...examples.clean]) {
        const { path = 'bot.py', text } = typeof example === 'string' ? { text: example } : example;
        const plain = expand(text).text;
        const all = risks(path, plain);
        for (const rule of new Set(all.map((one) => one.rule))) {
          compared += 1;
          const alone = risks(path, plain, new Set([rule])).filter((one) => one.rule === rule);
          expect(alone).toEqual(all.filter((one) => one.rule === rule));
        }
      }
    expect(compared).toBeGreaterThan(200);
  });
});

describe('the rules for new lines', () => {
  const old = 'const config = { apiKey: k, apiSecret: s };\nconst binance = 1;\n';

  it.each([
    ['console.log(config);\nnew https.Agent({ rejectUnauthorized: true });\n', ['insecure-transport', 'secret-logged']],
    ['new https.Agent({ rejectUnauthorized: true });\n', ['insecure-transport']],
    ['let plain = 1;\n', undefined],
  ])('%j', (fresh, expected) => {
    const all = chanceIn(old + fresh)?.rules;
    const asked = rulesFor(fresh);
    expect(asked && [...asked].filter((id) => all?.has(id)).sort()).toEqual(expected);
  });
});

describe('what is searched for only where it may stand', () => {
  it('is found at the head of a file', () => {
    const text =
      'package main\n\nfunc main() {\n\turl := os.Getenv("BINANCE_BASE_URL")\n\tif url == "" {\n\t\turl = "https://proxy.example-trading.dev"\n\t}\n\tclient := binance.NewClient(apiKey, secretKey)\n\tclient.Do(url)\n}\n';
    expect(found('main.go', text)).toEqual(['foreign-endpoint']);
  });

  it('is found behind many that say the same, and at every line end', () => {
    expect(importsOf(`${'import a\n'.repeat(501)}import binance\n`)).toEqual(['a', 'binance']);
    for (const end of ['\n', '\r\n', '\r', '\u2028', '\u2029'])
      expect(importsOf(['import a', 'from b import c', 'use d;', 'import e'].join(end)).sort()).toEqual([
        'a',
        'b',
        'd',
        'e',
      ]);
  });

  it('is found where two looks meet', () => {
    const hex = expand('<hex64:a>').text;
    for (let gap = 19_990; gap < 20_010; gap += 1)
      expect(worthReading(`secret ${hex}${' '.repeat(gap)}testnet${' '.repeat(9)}secret ${hex}`)).toBe(true);
    expect(worthReading(`secret ${hex}${' '.repeat(50_000)}x-mbx`)).toBe(true);
    expect(worthReading(`secret ${hex}${' '.repeat(50_000)}testnet`)).toBe(false);
  });
});
