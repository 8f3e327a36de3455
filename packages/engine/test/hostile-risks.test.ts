/**
 * What an attacker would write to make the rules about risks slow, overflow a stack or show a value. As in
 * hostile.test.ts the time limit of a test is bound enough for what was quadratic: there it took minutes. Beside it
 * four times as much is given where the work is all the rules’, and may take four times as long, with room for noise.
 */
import { describe, expect, it } from 'vitest';
import { detect } from '../src/conclude.ts';
import { observe } from '../src/observe.ts';
import { observeRisks } from '../src/risks/observe-risks.ts';
import { file, key, many } from './hostile-texts.ts';

const megabyte = 1_000_000;

const address = (i: number): string => `10.${String((i >> 16) & 255)}.${String((i >> 8) & 255)}.${String(i & 255)}`;

type Hostile = readonly [name: string, path: string, text: (size: number) => string];

/** Of a megabyte or more. */
const big: readonly (readonly [...Hostile, megabytes: number])[] = [
  ['words of rights', 'a.yaml', (n) => many('permissions withdraw\n', n), 1],
  ['JSON of many settings', 'a.json', (n) => `{"binance":{${many('"enableWithdrawals":true,', n)}"x":1}}`, 3],
  ['JSON of 8 MB', 'a.json', (n) => `{"enableWithdrawals":true,"a":"${many('withdraw x', n)}"}`, 8],
  ['one line of 8 MB', 'a.js', (n) => `enableWithdrawals = true; x = "${'x '.repeat(n / 2)}"`, 8],
  ['many addresses', 'a.yaml', (n) => `api_key: x\nip_whitelist: "${many((i) => `${address(i)},`, n)}"\n`, 1],
  ['nested f-strings', 'a.py', (n) => `api_secret = 1\n${many('print(f"{a{b{', n)}`, 1],
  ['logging calls', 'a.js', (n) => `const apiSecret = 1;\n${many('console.log(a);\n', n)}`, 1],
  ['unclosed logging calls', 'a.js', (n) => `const apiSecret = 1;\n${many('console.log(', n)}`, 1],
  ['statements without an end', 'a.rb', (n) => `api_secret = 1\n${many('puts a,\n', n)}`, 1],
  ['echo in echo', 'a.sh', (n) => `API_SECRET=1\n${many('echo $(( ', n)}`, 1],
  ['verify in one word', 'a.py', (n) => many('verif', n), 1],
  ['backslashes before a call', 'a.php', (n) => `<?php verify=false ${many('\\a', n)}`, 1],
  ['blank lines in an entry', 'a.yaml', (n) => `name: NODE_TLS_REJECT_UNAUTHORIZED${'\n'.repeat(n)}`, 1],
  ['curl in one line', 'a.sh', (n) => many('curl -k https://$H/x ', n), 1],
  ['public names in one line', 'a.js', (n) => many('NEXT_PUBLIC_BINANCE_SECRET ', n), 1],
  ['NULs', 'a.js', (n) => `enableWithdrawals=true\n${'\0'.repeat(n)}`, 8],
  ['CRLF', 'a.env', (n) => many('BINANCE_ENABLE_WITHDRAWALS=true\r\n', n), 1],
  ['base64', 'a.txt', (n) => `withdraw permission ${many('QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo', n)}`, 8],
  ['Markdown with 20,000 fences', 'a.md', (n) => many('```js\nconsole.log(apiSecret)\n```\n', n), 0.68],
  ['a Dockerfile', 'Dockerfile', (n) => `FROM x\nENV ${many('ENABLE_WITHDRAWALS=true ', n)}`, 1],
  ['pnpm’s lockfile', 'pnpm-lock.yaml', (n) => `packages:\n${many(`  ${'a/1'.repeat(1200)}\n`, n)}`, 1],
  ['go.mod', 'go.mod', (n) => many(`${'a.'.repeat(1900)}\n`, n), 1],
  ['go.sum', 'go.sum', (n) => many(`${'a.'.repeat(1900)}\n`, n), 1],
  ['requirements', 'requirements.txt', (n) => many((i) => `python-binance${String(i)}==1.0\n`, n), 1],
  ['composer.json', 'composer.json', (n) => `{"require":{${many((i) => `"a/b${String(i)}":"1.0",`, n)}"x":"1"}}`, 8],
  ['bun.lock', 'bun.lock', (n) => `{"packages":{"a":["${many('@a/', n)}"]}}`, 8],
];

/** What did take time with its square, and is read in one that is linear: a quarter, and the whole. */
const growing: readonly Hostile[] = [
  ['settings of one name', 'a.js', (n) => many('permissions = "read,withdraw";\n', n)],
  ['one list of rights', 'a.js', (n) => `key.permissions = [${many('"withdraw",', n)}];`],
  ['types of keys', 'a.js', (n) => `x = {${many('keyType: "HMAC", ', n)}}`],
  ['maps of settings', 'a.json', (n) => `{"binance":[${many('{"enableWithdrawals":true,"ips":[]},', n)}1]}`],
  ['lists of addresses', 'a.java', (n) => many((i) => `k${String(i)}.ipWhitelist = List.of("10.0.0.1");\n`, n)],
  ['withdrawals', 'a.js', (n) => `const c = new Binance();\n${many('c.withdraw("BTC", 1, "0x0");\n', n)}`],
  ['a chain of withdrawals', 'a.js', (n) => `import '@binance/connector';\nclient${many('.withdraw(1)', n)}`],
  ['withdrawals without parentheses', 'a.rb', (n) => many('client.withdraw 1\n', n)],
  ['tables of TOML', 'a.toml', (n) => many((i) => `[binance.k${String(i)}]\nenable_withdrawals = true\n`, n)],
  ['nested JSON', 'a.json', (n) => `${many('{"permissions":', n)}{"withdraw":true,"ip":[]}`],
  ['aliases of YAML', 'a.yaml', (n) => `a: &a {enable_withdrawals: true}\n${many((i) => `k${String(i)}: *a\n`, n)}`],
  ['options of one call', 'a.js', (n) => `new Agent({${many('rejectUnauthorized: false, ', n)}})`],
  ['arguments of one call', 'a.php', (n) => `<?php\ncurl_setopt(${many('CURLOPT_SSL_VERIFYPEER, false,', n)}1)`],
  ['endpoints in one call', 'a.js', (n) => `get(${many('"/sapi/v1/capital/withdraw/apply", ', n)}1)`],
  ['URLs in one call', 'a.js', (n) => `new Spot({${many("baseURL: 'https://e.fly.dev', ", n)}})`],
  ['storage', 'a.js', (n) => many('localStorage.setItem("binance_secret", x);\n', n)],
  ['lone surrogates', 'a.js', (n) => `enableWithdrawals=true\n${many('\ud800x = "\udc00";', n)}`],
  ['package.json', 'package.json', (n) => `{"dependencies":{${many((i) => `"binanse-${String(i)}":"1",`, n)}"x":"1"}}`],
  [
    'package-lock.json',
    'package-lock.json',
    (n) => `{"packages":{${many((i) => `"node_modules/b${String(i)}":{"version":"1.0.0"},`, n)}"x":{}}}`,
  ],
  ['yarn.lock', 'yarn.lock', (n) => many((i) => `"b${String(i)}@^1":\n  version "1.0.0"\n`, n)],
  ['Cargo.lock', 'Cargo.lock', (n) => many('[[package]]\nname = "binance-rs"\nversion = "1"\n', n)],
  ['a .csproj', 'a.csproj', (n) => `<P>${many('<!-- x --><PackageReference Include="B" Version="1"/>', n)}</P>`],
];

describe('hostile files, by the rules about risks', () => {
  it.each(big)('are looked through: %s', (_, path, text, megabytes) => {
    expect(() => observeRisks(file(path, text(megabytes * megabyte)))).not.toThrow();
  });

  it.each(growing)('take time as they grow: %s', (_, path, text) => {
    const time = (size: number): number => {
      const document = file(path, text(size));
      const start = performance.now();
      observeRisks(document);
      return performance.now() - start;
    };
    time(20_000);
    const quarter = time(50_000);
    // Of what is quadratic it would be 16 times as long; half a second is for what else the machine does.
    expect(time(200_000)).toBeLessThan(10 * quarter + 500);
  });

  it('hold more arguments than a call has room for', () => {
    const text = `Map.of(${many('"enableWithdrawals", true, ', 6 * megabyte)}1)`;
    expect(observeRisks(file('a.java', text)).length).toBeGreaterThan(0);
  });
});

describe('pieces of values, in what is told of risks', () => {
  const [a, b] = [key('a'), key('b')];
  const pieces = [a, b].flatMap((value) =>
    Array.from({ length: value.length - 7 }, (_, at) => value.slice(at, at + 8).toLowerCase()).filter((one) =>
      /\d/.test(one),
    ),
  );
  const half = b.slice(0, 24);
  const short = b.slice(20, 36);
  const tiny = a.slice(3, 15);

  it.each([
    [
      'a setting',
      'a.json',
      `{"binance":{"${b}":{"enableWithdrawals":true,"ips":[]},"enableWithdrawals_${half}":true}}`,
    ],
    ['a setting that ends in a right', 'a.yaml', `binance:\n  ${half}_enable_withdrawals: true\n  apiKey: ${a}\n`],
    ['a path', 'a.yaml', `binance:\n  k${b}:\n    permissions: [read, withdraw]\n    ip_whitelist: []\n`],
    ['an entry of an IP list', 'a.json', `{"binance":{"apiKey":"${a}","ips":["${b}.com","10.0.0.1","${half}.io"]}}`],
    ['the name of an IP list', 'a.json', `{"binance":{"${half}_ip_whitelist":["10.0.0.1","10.0.0.1"]}}`],
    [
      'a callee',
      'a.js',
      `import '@binance/connector';\nclient_${half}.withdraw("BTC", 1, "${a}");\nx${b}.withdraw(1);`,
    ],
    ['an endpoint', 'a.js', `post("/sapi/v1/capital/withdraw/apply?signature=${b}&key=${a}", "${half}");`],
    [
      'a package',
      'package.json',
      `{"dependencies":{"@binanse/${half}":"1","@binanse/x-${tiny}":"1","ccxtt":"npm:ccxtt@${b}"}}`,
    ],
    ['a version', 'package.json', `{"dependencies":{"axios":"1.14.1-${b}","binanc":"${a}"}}`],
    ['a locked version', 'yarn.lock', `"@binanse/${short}@${b}":\n  version "1.0.0-${b}"\n`],
    [
      'a version of NuGet',
      'a.csproj',
      `<Project><PackageReference Include="binance.csharp" Version="9.0.0-${b}" /></Project>`,
    ],
    ['a base URL', 'a.env', `BINANCE_API_KEY=${a}\nBINANCE_BASE_URL=https://r.fly.dev/?key=${a}&secret=${b}\n`],
    ['a host of Binance', 'a.js', `x = "http://${short}.binance.com/api"; y = "http://${tiny}.binance.com/api";`],
    ['checks by a name', 'a.py', `import binance\nx = x${short}.ssl.CERT_NONE\ny = x${b}.${tiny}.CERT_NONE`],
    [
      'a short setting',
      'a.yaml',
      `binance:\n  k${short}:\n    enable_withdrawals: true\n    ${tiny}_ip_whitelist: []\n`,
    ],
    ['a short logger', 'a.js', `console.log(binance.k${tiny}.apiSecret, k${short});\nlog${tiny}.info(binanceSecret);`],
    ['a plain URL', 'a.js', `x = "http://api.binance.com/api/v3/account?apiKey=${a}&secret=${b}";`],
    ['curl', 'a.sh', `curl -k -H "X-MBX-APIKEY: ${a}" "https://${half}.fly.dev/api?signature=${b}"`],
    ['a logging call', 'a.py', `import binance\nprint(api_secret_${half}, "${b}")\nprint(cfg["${b}"]["api_secret"])`],
    ['a logger', 'a.js', `import 'binance';\n${half}.logger.info(binance.x${b}.apiSecret, "${a}");`],
    ['echo', 'a.sh', `echo $BINANCE_SECRET_${half} ${b}\n`],
    ['a public variable', '.env', `NEXT_PUBLIC_BINANCE_SECRET_${half}=${b}\nVITE_${half}_BINANCE_SECRET=${a}\n`],
    ['storage', 'a.js', `store_${half}.localStorage.setItem("binance_secret_${half}", "${b}");`],
    ['certificates', 'a.js', `import 'binance';\nnew Agent({ key: "${a}", rejectUnauthorized: false, x${half}: 1 });`],
    ['a replay window', 'a.js', `x = { recvWindow: 90000, recvWindow_${half}: 90000, "${b}": { recvWindow: 90000 } };`],
    ['a date', 'a.json', `{"${b}":{"apiKey":"${a}","createTime":1600000000000,"ipRestrict":true}}`],
    ['a type of key', 'a.json', `{"binance":{"${b}":{"apiKey":"${a}","keyType":"HMAC"},"${half}KeyType":"HMAC"}}`],
    ['a call that makes keys', 'a.js', `import 'binance';\nclient_${half}.createSpecialKey({ apiName: "${b}" });`],
  ])('stay out: %s', (_, path, text) => {
    const document = file(path, text);
    const risks = observe(document).filter(({ kind }) => kind === 'risk');
    const findings = detect(document).findings.filter(({ masked }) => masked === '');
    expect(risks).not.toHaveLength(0);
    const told = JSON.stringify([risks, findings]).toLowerCase();
    expect(pieces.filter((piece) => told.includes(piece))).toEqual([]);
  });
});
