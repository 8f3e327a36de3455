// Which environment a key is for, told by what stands around it. A wrong "testnet" would hide a live key's severity, so
// the second half is about texts that must not say it.
import { describe, expect, test } from 'vitest';
import { detect } from '../src/conclude.ts';
import { expand } from '../src/examples.ts';

function environmentsOf(text: string, path = 'bot.py'): string[] {
  const { findings } = detect({ path, text: expand(text).text, origin: { kind: 'file' } });
  return findings.map(({ environment }) => environment);
}

const pair = 'api_key = "<key64:a>"\napi_secret = "<key64:b>"\n';
const call = 'Client("<key64:a>", "<key64:b>")\n';
const sdk = 'from binance.client import Client\n';

describe('says testnet or demo', () => {
  test.each<[string, string, string, string?]>([
    ['a remark above', 'testnet', `${sdk}# testnet credentials\n${pair}`],
    ['a heading in prose', 'testnet', '## Binance testnet\n\nkey: <key64:a>\nsecret: <key64:b>\n', 'notes.md'],
    ['a heading in Chinese', 'testnet', '币安测试网\n访问密钥：<key64:a>\n安全密钥：<key64:b>\n', '说明.txt'],
    [
      'a remark above commented-out code',
      'testnet',
      '# -- testnet --\n# BINANCE_KEY=<key64:a>\n# -- live --\n',
      '.env',
    ],
    ['a flag with a prefix', 'testnet', `BINANCE_USE_TESTNET=true\nBINANCE_API_KEY=<key64:a>\n`, '.env'],
    [
      'a flag that is a member',
      'testnet',
      'binance.UseTestnet = true\nc := binance.NewClient("<key64:a>", "<key64:b>")',
      'a.go',
    ],
    [
      'a call',
      'testnet',
      "import ccxt\nx = ccxt.binance({'apiKey': '<key64:a>', 'secret': '<key64:b>'})\nx.set_sandbox_mode(True)\n",
    ],
    [
      'a member',
      'testnet',
      'o.Environment = BinanceEnvironment.Testnet;\no.Credentials = new BinanceCredentials("<key64:a>", "<key64:b>");',
      'a.cs',
    ],
    [
      'a named host',
      'testnet',
      `${sdk}c = Client(api_key="<key64:a>", api_secret="<key64:b>", base_url=SPOT_TESTNET_URL)\n`,
    ],
    [
      'the head of its block',
      'testnet',
      `${sdk}TESTNET = False\nif TESTNET:\n    key = "<key64:a>"\n    secret = "<key64:b>"\n`,
    ],
    ['the file’s name', 'testnet', 'api_key: <key64:a>\napi_secret: <key64:b>\n', 'binance.testnet.yaml'],
    ['a demo host', 'demo', `BASE = "https://demo-fapi.binance.com"\n${pair}`],
    ['testnet beside demo', 'testnet', `${sdk}testnet = True\ndemo = True\n${pair}`],
  ])('%s', (_, expected, text, path) => {
    const told = environmentsOf(text, path);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told)).toEqual(new Set([expected]));
  });
});

describe('does not say testnet', () => {
  test.each<[string, string, string?]>([
    ['a remark on what was', `${sdk}# was testnet, now real money\n${pair}`],
    ['a flag that is off', `${sdk}client = Client("<key64:a>", "<key64:b>", testnet=False)\n`],
    ['a member that is off', 'binance.UseTestnet = false\n_ = binance.NewClient("<key64:a>", "<key64:b>")', 'a.go'],
    ['a remark that warns', `${sdk}# do not use testnet keys here\n${pair}`],
    ['a remark on something else', `${sdk}# testnet\nURL = os.environ["TESTNET"]\n${pair}`],
    ['a choice that is open', `${sdk}if args.testnet: x.set_sandbox_mode(True)\n${pair}`],
    ['a parameter', `${sdk}def connect(testnet):\n    return ${call}`],
    ['the other branch', `${sdk}if not testnet:\n    key = "<key64:a>"\n    secret = "<key64:b>"\n`],
    ['both hosts', `URLS = ["https://api.binance.com", "https://testnet.binance.vision"]\n${pair}`],
    ['a folder of examples', `${sdk}${call}`, 'demo/bot.py'],
  ])('%s', (_, text, path) => {
    const told = environmentsOf(text, path);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((one) => one === 'testnet' || one === 'demo')).toEqual([]);
  });
});

test('a flag or a remark of one function or value is not its neighbour’s', () => {
  const text = `${sdk}
def testnet_client():
    return Client("<key64:a>", "<key64:b>", testnet=True)

def live_client():
    return Client("<key64:c>", "<key64:d>")
`;
  expect(environmentsOf(text)).toEqual(['testnet', 'testnet', 'unknown', 'unknown']);
});

describe('a remark beside the value', () => {
  const secret = (remark: string): string => `binance_api_secret = "<key64:a>"${remark}\n`;

  test.each([
    '  # TODO remove after test',
    '  # test key of Bob',
    '  # test',
    '  # do not test with this, LIVE',
    '  # not testnet',
    '  # demo',
    '  # paper trading account later',
    '  # testnet=false',
    '  # useTestnet = False',
    '  # testnet: no',
    '  # set testnet(false)',
    '  # works on testnet too',
    '  # tested on testnet first',
    '  # use a testnet key for CI',
    '  # TODO: add testnet',
    '  # testnet disabled',
    '  # turn off sandbox',
    '  # previously testnet',
    '  # isn’t testnet',
    '  # non-testnet',
    '  # 不是测试网',
    '  # не тестнет',
    '  # the demo account expired, this is mine',
    '  # demo account on testnet got banned so this is mine',
    '  # verified on testnet',
    '  # testnet key is elsewhere',
    '  # testnet is down',
    '  # testnet: none',
    '  # rather than testnet',
    '  # disableTestnet',
    '  # NOT_TESTNET',
    '  # 没有测试网密钥，这是主网',
    '  # без тестнета',
    '  # 테스트넷 아님',
    '  # bnguard-ignore secret-key -- testnet',
    '  # bnguard-ignore secret-key -- testnet=true',
    '  # bnguard-ignore secret-key -- https://testnet.binance.vision',
  ])('does not make a key harmless by a word that may mean anything:%s', (remark) => {
    for (const [text, path] of [
      [secret(remark), 'bot.py'],
      [secret(remark).replace('binance_api_secret', 'BINANCE_API_SECRET'), '.env'],
      [secret(remark.replace('#', '//')).replace('binance', 'const binance'), 'bot.js'],
      [`${sdk}${call.trim()}${remark}\n`, 'bot.py'],
    ] as const) {
      const { findings, suppressed } = detect({ path, text: expand(text).text, origin: { kind: 'file' } });
      const all = [...findings, ...suppressed];
      expect(all.length).toBeGreaterThan(0);
      for (const { environment, severity } of all)
        expect([path, environment === 'testnet' || environment === 'demo', severity]).toEqual([
          path,
          false,
          'critical',
        ]);
    }
  });

  test.each(['testnet', 'set testnet: true', 'see https://testnet.binance.vision', 'demo account'])(
    'nor does what excuses it, or another, from the line above: %s',
    (reason) => {
      for (const rule of ['secret-key', 'api-key']) {
        const above = `# bnguard-ignore ${rule} -- ${reason}\n${secret('')}`;
        const { findings, suppressed } = detect({
          ...{ path: 'bot.py', text: expand(above).text, origin: { kind: 'file' } },
        });
        const told = [...findings, ...suppressed].filter(({ rule: found }) => found === 'secret-key');
        expect(told).toMatchObject([{ severity: 'critical', environment: 'unknown' }]);
      }
    },
  );

  test.each([
    [
      'a.js',
      '/* bnguard-ignore secret-key -- y */ const url = "https://api.binance.com";\nconst other = "https://testnet.binance.vision";\nconst apiSecret = "<key64:a>";\n',
    ],
    [
      'a.py',
      `${sdk}note = "bnguard-ignore"; base = "https://api.binance.com"\nother = "https://testnet.binance.vision"\n${pair}`,
    ],
    ['a.js', '/* bnguard-ignore secret-key -- this is a\n * testnet key\n */\nconst binanceSecret = "<key64:a>";\n'],
    ['a.md', '<!-- bnguard-ignore secret-key --\n testnet -->\nbinance secret: <key64:a>\n'],
  ])('nor does it hide what makes a key live, nor say it in a second line: %s', (path, text) => {
    const { findings, suppressed } = detect({ path, text: expand(text).text, origin: { kind: 'file' } });
    const told = [...findings, ...suppressed].filter(({ rule }) => /key$/.test(rule));
    expect(told.length).toBeGreaterThan(0);
    for (const { environment } of told) expect(['live', 'unknown']).toContain(environment);
  });

  test('and an excuse takes no other sign away', () => {
    expect(environmentsOf(secret('  # testnet bnguard-ignore key-age -- x'))).toContain('testnet');
    expect(environmentsOf(`${secret('  # prod')}`, 'testnet/bot.py')).toEqual(['live']);
    const named = detect({
      ...{ path: 'a.py', text: expand('x = "<key64:a>"  # Binance secret key, bnguard-ignore key-age -- x\n').text },
      origin: { kind: 'file' },
    });
    expect(named.findings).toMatchObject([{ rule: 'secret-key', severity: 'critical' }, { rule: 'unused-ignore' }]);
  });

  test.each([
    ['  # testnet', 'testnet'],
    ['  # Binance testnet key', 'testnet'],
    ['  # testnet credentials for the grid bot', 'testnet'],
    ['  # spot testnet (HMAC)', 'testnet'],
    ['  # 币安测试网密钥', 'testnet'],
    ['  # ключи для тестнета', 'testnet'],
    ['  # demo account', 'demo'],
    ['  # live', 'live'],
  ])('counts where it can mean nothing else:%s', (remark, expected) => {
    expect(environmentsOf(secret(remark))).toEqual([expected]);
  });
});

describe('what is said and does nothing to a key makes it no testnet’s', () => {
  const made = 'from binance.client import Client\nclient = Client("<key64:a>", "<key64:b>")\n';
  const ccxt = 'import ccxt, sys\nex = ccxt.binance({"apiKey": "<key64:a>", "secret": "<key64:b>"})\n';
  const env = 'BINANCE_API_KEY=<key64:a>\nBINANCE_API_SECRET=<key64:b>\n';
  const page = '```python\nfrom binance.client import Client\nclient = Client("<key64:a>", "<key64:b>")\n```\n';

  test.each<[string, string, string?]>([
    ['commented-out call', `${made}# client = Client(KEY, SECRET, testnet=True)\n`],
    ['commented-out variable', `${env}# BINANCE_TESTNET=true\n`, '.env'],
    ['address in a comment', `${env}# testnet: https://testnet.binance.vision\n`, '.env'],
    ['commented-out switch', `${ccxt}# ex.set_sandbox_mode(True)\n`],
    [
      'commented-out member',
      'package main\nfunc main() {\n\t// binance.UseTestnet = true\n\tc := binance.NewClient("<key64:a>", "<key64:b>")\n}\n',
      'a.go',
    ],
    [
      'commented-out setting',
      'binance:\n  # testnet: true\n  api_key: <key64:a>\n  api_secret: <key64:b>\n',
      'config.yaml',
    ],
    ['commented-out address', `${made}# client.API_URL = 'https://testnet.binance.vision/api'\n`],
    ['advice', `# set testnet=True to try on the testnet\n${made}`],
    ['docstring', `"""Runs on live. For tests use https://testnet.binance.vision"""\n${made}`],
    ['address that nobody uses', `TESTNET_URL = "https://testnet.binance.vision/api"\n${made}`],
    ['client of other keys', `${made}paper = Client(TK, TS, testnet=True)\n`],
    [
      'client of other keys that is switched',
      `${ccxt}paper = ccxt.binance({"apiKey": TK})\npaper.set_sandbox_mode(True)\n`,
    ],
    ['condition', `${ccxt}if "--paper" in sys.argv:\n    ex.set_sandbox_mode(True)\n`],
    ['condition on one line', `${ccxt}if "--paper" in sys.argv: ex.set_sandbox_mode(True)\n`],
    ['page before code', `# Bot\nTry it on https://testnet.binance.vision first.\n\n${page}`, 'README.md'],
    [
      'page far from code',
      `# Bot\nTry it on https://testnet.binance.vision first.\n${'\ntext\n'.repeat(20)}${page}`,
      'README.md',
    ],
    [
      'mapping of other keys',
      'main:\n  apiKey: <key64:a>\n  apiSecret: <key64:b>\npaper: { apiKey: $A, apiSecret: $B, url: "https://testnet.binance.vision" }\n',
      'binance.yaml',
    ],
    [
      'address of another client',
      "const live = new Spot(\n  '<key64:a>',\n  '<key64:b>',\n);\nconst paper = new Spot(process.env.K, process.env.S, { baseURL: 'https://testnet.binance.vision' });\n",
      'a.ts',
    ],
    [
      'address of another client, far away',
      `import { Spot } from '@binance/connector';\nconst live = new Spot('<key64:a>', '<key64:b>');\n${'\n'.repeat(30)}const paper = new Spot(process.env.K, process.env.S, { baseURL: 'https://testnet.binance.vision' });\n`,
      'a.ts',
    ],
    [
      'comment beside what is commented out',
      `# client = Client("<key64:a>", "<key64:b>")\n# pass testnet=True to play\nclient = Client(os.environ["K"], os.environ["S"])\n`,
    ],
    [
      'call that now has the names of what is commented out',
      `# KEY = "<key64:a>"\n# SECRET = "<key64:b>"\nKEY = os.environ["K"]\nSECRET = os.environ["S"]\nclient = Client(KEY, SECRET, testnet=True)\n`,
    ],
    [
      'option that is named for it',
      'binance:\n  use_testnet: false\n  testnet_url: https://testnet.binance.vision\n  api_key: <key64:a>\n  api_secret: <key64:b>\n',
      'bot.yaml',
    ],
    [
      'sentence behind it',
      'Set `BINANCE_API_KEY=<key64:a>` and `BINANCE_API_SECRET=<key64:b>`.\nTo try it first, set the base URL to https://testnet.binance.vision.\n',
      'README.md',
    ],
    ['another service’s flag', `${env}BYBIT_TESTNET=true\n`, '.env'],
    [
      'another exchange’s section',
      'binance:\n  api_key: <key64:a>\n  api_secret: <key64:b>\nbybit:\n  testnet: true\n',
      'a.yaml',
    ],
    [
      'another exchange’s mapping',
      '{"binance": {"apiKey": "<key64:a>", "secret": "<key64:b>"},\n "kraken": {"sandbox": true}}\n',
      'a.json',
    ],
    [
      'another section',
      '[binance]\napi_key = <key64:a>\napi_secret = <key64:b>\n\n[binance_testnet]\ntestnet = true\n',
      'a.ini',
    ],
    [
      'one of two clients',
      'from binance.client import Client\nKEY = "<key64:a>"\nSECRET = "<key64:b>"\nclient = Client(KEY, SECRET)\nif len(sys.argv) > 1:\n    client = Client(KEY, SECRET, testnet=True)\n',
    ],
  ])('%s', (_, text, path) => {
    const environments = environmentsOf(text, path);
    expect(environments).toHaveLength(2);
    for (const environment of environments) expect(environment).not.toMatch(/testnet|demo/);
  });

  test.each<[string, string, string?]>([
    [
      'call that names it',
      `API_KEY = "<key64:a>"\nAPI_SECRET = "<key64:b>"\n\nclient = Client(API_KEY, API_SECRET, testnet=True)\n`,
    ],
    ['switch of its client', `${ccxt}ex.set_sandbox_mode(True)\n`],
    ['address of its client', `${made}client.API_URL = "https://testnet.binance.vision/api"\n`],
    [
      'address that is used',
      'BASE = "https://testnet.binance.vision"\nc = Spot("<key64:a>", "<key64:b>", base_url=BASE)\n',
    ],
    [
      'address that its client gets far below',
      `from binance.client import Client\nKEY = "<key64:a>"\nSECRET = "<key64:b>"\n${'x = 1\n'.repeat(12)}client = Client(KEY, SECRET)\nclient.API_URL = "https://testnet.binance.vision/api"\n`,
    ],
    [
      'condition above both',
      'if paper:\n    binance_ex = make("<key64:a>", "<key64:b>")\n    binance_ex.set_sandbox_mode(True)\n',
    ],
  ])('but not: %s', (_, text, path) => {
    expect(environmentsOf(text, path)).toEqual(['testnet', 'testnet']);
  });
});
