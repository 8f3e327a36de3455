// Whose a value is and which role it has, where the name next to it is not the whole story: texts that hold several
// values, labels that are code, and names of other services.
import { describe, expect, test } from 'vitest';
import { conclude, detect } from '../src/conclude.ts';
import { expand } from '../src/examples.ts';
import { observe } from '../src/observe.ts';

/** `api-key certain` and so on, in order of place; `paired` where the other half is known. */
function toldOf(text: string, path: string): string[] {
  const { findings } = detect({ path, text: expand(text).text, origin: { kind: 'file' } });
  return findings.map(({ role, confidence, pair }) => `${role} ${confidence}${pair ? ' paired' : ''}`);
}

const found = ['api-key certain paired', 'secret certain paired'];

describe('finds both roles', () => {
  test.each<[string, string, string]>([
    ['by their order under one name', 'binance_keys = ["<key64:a>", "<key64:b>"]', 'a.py'],
    [
      'in a text whose own name says secret',
      `aws secrets create --name binance --secret-string '{"key":"<key64:a>","secret":"<key64:b>"}'`,
      'a.sh',
    ],
    [
      'in one line of two assignments',
      '[program:binance]\nenvironment=API_KEY="<key64:a>",API_SECRET="<key64:b>"\n',
      'supervisord.conf',
    ],
    ['by the blanks of a format', 'logging.info("binance key=%s secret=%s", "<key64:a>", "<key64:b>")', 'a.py'],
    [
      'by the name that a call is assigned to',
      'class Binance:\n    api_key: SecretStr = Field("<key64:a>", env="K")\n    api_secret: SecretStr = Field("<key64:b>", env="S")\n',
      'a.py',
    ],
    [
      'by an identifier in a command',
      'gh secret set BINANCE_API_KEY --body "<key64:a>"\ngh secret set BINANCE_API_SECRET --body "<key64:b>"\n',
      'a.sh',
    ],
    [
      'in a constructor’s arguments, not by the line above',
      'public enum BinanceKeys {\n  MAIN("<key64:a>", "<key64:b>");\n}\n',
      'A.java',
    ],
    [
      'in the body of a request',
      `curl -X POST https://bots.example/keys \\\n  -d '{"exchange":"binance","apiKey":"<key64:a>","secretKey":"<key64:b>"}'`,
      'a.sh',
    ],
    [
      'in a pipe',
      'SIG=$(printf %s "$Q" | openssl dgst -sha256 -hmac "<key64:b>")\ncurl -H "X-MBX-APIKEY: <key64:a>" https://api.binance.com/api/v3/account',
      'a.sh',
    ],
    [
      'in a wrapper with a name of its own that calls Binance’s API',
      "// binance\nconst c = new PhoenixClient({ apiKey: '<key64:a>', apiSecret: '<key64:b>' });\nc.get('/fapi/v1/order?recvWindow=5000');\n",
      'a.js',
    ],
    ['before an address', 'binance_url: https://<key64:a>:<key64:b>@api.binance.com\n', 'dsn.yml'],
    [
      'in the headers of a relay of one’s own',
      "fetch('https://binance-relay.acme.workers.dev/api/v3/account', { headers: { 'x-api-key': '<key64:a>', 'x-api-secret': '<key64:b>' } });",
      'a.js',
    ],
  ])('%s', (_, text, path) => {
    expect(toldOf(text, path).sort()).toEqual(found);
  });

  test('in files that hold nothing else, by their names', () => {
    expect(toldOf('<key64:a>\n', 'secrets/binance_api_key')).toEqual(['api-key certain']);
    expect(toldOf('<key64:a>\n', 'secrets/binance_secret.txt')).toEqual(['secret certain']);
  });

  test('in FIX logons and the settings of FIX sessions', () => {
    expect(toldOf('8=FIX.4.4|35=A|96=x|553=<key64:a>|25035=1|', 'spot.log')).toEqual(['api-key certain']);
    expect(
      toldOf('BeginString=FIX.4.4\nSocketConnectHost=fix-oe.binance.com\nUsername=<key64:a>\n', 'fix.cfg'),
    ).toEqual(['api-key certain']);
  });
});

describe('leaves other services alone', () => {
  const binance = "import { Spot } from '@binance/connector';\n";
  test.each<[string, string, string]>([
    [
      'a service’s entry',
      'binance:\n  url: https://api.binance.com\nrabbitmq:\n  password: <key64:a>\ngrafana:\n  api_key: <key64:b>\n',
      'infra.yml',
    ],
    ['a service’s client', `${binance}const mail = new Mailgun({ apiKey: '<key64:a>' });`, 'a.js'],
    ['a session', `${binance}app.use(session({ secret: '<key64:a>', resave: false }));`, 'a.js'],
    ['a JWT', `${binance}const token = jwt.sign({ id: 1 }, '<key64:a>');`, 'a.js'],
    [
      'an exchange with keys of the same length',
      'BINANCE_URL=https://api.binance.com\nBITRUE_API_SECRET=<key64:a>\n',
      '.env',
    ],
    [
      'an application’s own secret',
      "parameters:\n  binance.url: https://api.binance.com\n  app.secret: '<key64:a>'\n",
      'services.yaml',
    ],
    [
      'a service account of Google beside a bot',
      `${binance}const account = { type: 'service_account', private_key_id: '1', private_key: '<pem-rsa:a|escaped>' };`,
      'a.js',
    ],
    ['a hash of what is Binance’s', 'binance:\n  secretHash: <hex64:a>\n', 'release.yaml'],
    ['a checksum that a chart writes', 'checksum/binance-secret: <hex64:a>\n', 'deploy.yaml'],
    [
      'a client of something that has a name',
      "new AcmeClient({ apiKey: '<key64:a>', apiSecret: '<key64:b>' });",
      'a.js',
    ],
    ['a module that has a name', "acme.config({ api_key: '<key64:a>', api_secret: '<key64:b>' });", 'a.js'],
    [
      'an exchange by its host',
      'const url = "https://api.toobit.com/api/v1/account";\nconst headers = { "X-MBX-APIKEY": "<key64:a>" };\nsign("<key64:b>");',
      'a.js',
    ],
    [
      'an exchange by its package',
      'from wazirx_sapi_client.rest import Client\nc = Client(api_key="<key64:a>", secret_key="<key64:b>")',
      'a.py',
    ],
    ['a key of nothing', `${binance}const idempotencyKey = '<key64:a>';`, 'a.js'],
  ])('%s', (_, text, path) => {
    expect(toldOf(text, path).filter((told) => !told.includes('possible'))).toEqual([]);
  });

  test('but a private key of Binance’s is one whatever stands near it', () => {
    const code =
      '# x@y.iam.gserviceaccount.com\nPRIV = """<pem-rsa:a>"""\nfrom binance.spot import Spot\nclient = Spot(api_key="k", private_key=PRIV)\n';
    expect(toldOf(code, 'a.py').join()).toContain('private-key');
    const data =
      '{"gcp": {"type": "service_account", "private_key_id": "1"}, "binance": {"private_key": "<pem-rsa:a|escaped>"}}';
    expect(toldOf(data, 'a.json').join()).toContain('private-key');
  });

  test('but a variable that a program gives to a client of Binance is Binance’s, whatever it is called', () => {
    const told = (program: string): string[] => {
      const files = { '.env': 'MAX_KEY=<key64:a>\nMAX_SECRET=<key64:b>\n', 'bot.py': program };
      const observations = Object.entries(files).flatMap(([path, text]) =>
        observe({ path, text: expand(text).text, origin: { kind: 'file' } }),
      );
      return conclude(observations).findings.map(({ role, confidence }) => `${role} ${confidence}`);
    };
    const made =
      'from binance.client import Client\nclient = Client(os.environ["MAX_KEY"], os.environ["MAX_SECRET"])\n';
    expect(told(made).sort()).toEqual(['api-key certain', 'secret certain']);
    expect(told(made.replaceAll('MAX_', 'EVE_'))).not.toContain('secret certain');
  });

  test('a token may be of anything, so it is possible, near Binance or not', () => {
    expect(toldOf("const token = '<key64:a>';", 'a.js')).toEqual(['unknown possible']);
    expect(toldOf(`${binance}const token = '<key64:a>';`, 'a.js')).toEqual(['unknown possible']);
  });
});
