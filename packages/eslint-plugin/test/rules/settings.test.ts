// The rules about settings and calls: one danger each, where it stands, and what is suggested.
import { noClientExposedSecret } from '../../src/rules/no-client-exposed-secret.ts';
import { noForeignEndpoint } from '../../src/rules/no-foreign-endpoint.ts';
import { noInsecureTransport } from '../../src/rules/no-insecure-transport.ts';
import { noLoggedSecret } from '../../src/rules/no-logged-secret.ts';
import { noUnrestrictedIp } from '../../src/rules/no-unrestricted-ip.ts';
import { noWithdrawals } from '../../src/rules/no-withdrawals.ts';
import { ignored, places, run, suggestion, text } from '../cases.ts';

const imports = "import { Spot } from '@binance/connector';\n";

const danger = (code: string, rule: string, off?: readonly [code: string, value: string]) => {
  const [place] = places(code);
  return {
    name: code.split('\n').at(-1)!,
    code: text(code),
    filename: 'src/bot.ts',
    errors: [
      {
        messageId: 'found' as const,
        ...place,
        suggestions: [
          ...(off ? [suggestion('turnOff', off[0], { value: off[1] })] : []),
          ignored(code, rule, place!.line),
        ],
      },
    ],
  };
};

run('no-withdrawals', noWithdrawals, {
  valid: [
    'const binance = { enableWithdrawals: false, apiKey };',
    `${imports}client.withdrawHistory({ coin: 'USDT' });`,
    'const { canWithdraw } = await binance.accountInformation();',
  ],
  invalid: [
    danger(
      'const binanceKey = { enableReading: true, enableWithdrawals: «true», ipRestrict: true };',
      'withdrawals-enabled',
      ['const binanceKey = { enableReading: true, enableWithdrawals: false, ipRestrict: true };', 'false'],
    ),
  ],
});

run('no-unrestricted-ip', noUnrestrictedIp, {
  valid: ['const binanceKey = { enableSpotAndMarginTrading: true, ipRestrict: true };'],
  invalid: [danger('const binanceKey = { enableSpotAndMarginTrading: true, ipRestrict: «false» };', 'ip-unrestricted')],
});

run('no-client-exposed-secret', noClientExposedSecret, {
  valid: ['export const secret = process.env.BINANCE_API_SECRET;'],
  invalid: [danger('export const secret = process.env.«NEXT_PUBLIC_BINANCE_API_SECRET»;', 'client-exposed')],
});

run('no-logged-secret', noLoggedSecret, {
  valid: [`${imports}console.log('set', Boolean(process.env.BINANCE_API_SECRET));`],
  invalid: [danger(`${imports}«console.log»(process.env.BINANCE_API_SECRET);`, 'secret-logged')],
});

run('no-insecure-transport', noInsecureTransport, {
  valid: ["fetch('https://api.binance.com/api/v3/time');"],
  invalid: [danger("fetch(«'http://api.binance.com/api/v3/time'»);", 'insecure-transport')],
});

run('no-foreign-endpoint', noForeignEndpoint, {
  valid: [`${imports}new Spot(key, secret, { baseURL: 'https://api1.binance.com' });`],
  invalid: [
    danger(`${imports}new Spot(key, secret, { baseURL: «'https://api.binance.example.net'» });`, 'foreign-endpoint'),
  ],
});
