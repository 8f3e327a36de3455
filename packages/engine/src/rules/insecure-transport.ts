/** Connections to Binance that anyone between can read or change: certificate checks off, or no encryption at all. */
import { isOfAnotherService } from '../risks/calls/names-around.ts';
import { targetOf } from '../risks/calls/targets.ts';
import { weakLinks } from '../risks/transport/weak-links.ts';
import { clue } from '../signals.ts';
import type { Clue, Risk, Rule } from '../types.ts';

/** A list of a thousand is data. */
const mostLooked = 1000;

const toBinance: Clue = clue('binance-setting', 'it is on the way to Binance');

export const insecureTransport: Rule = {
  id: 'insecure-transport',
  title: 'Connection to Binance without protection',
  severity: 'high',
  finds:
    'Certificate checks that are off (`verify=False`, `rejectUnauthorized: false`, `NODE_TLS_REJECT_UNAUTHORIZED=0`, `InsecureSkipVerify`, `curl -k` and their like), `http://` or `ws://` to a host of Binance, and `NewProxiedClient` of go-binance, which switches the checks off. Not for other hosts or this machine.',
  why: 'Whoever stands between the bot and Binance, such as a proxy, a hotel’s Wi-Fi or a taken-over router, can then pose as Binance: read the API key and every signed request, hold orders back, and answer with prices and balances of their own.',
  advice: [
    'Leave certificate checks on, and use https:// and wss:// only.',
    'If a company proxy needs its own certificate, add that to the trusted ones (`verify="/path/ca.pem"`, `NODE_EXTRA_CA_CERTS`) instead of trusting all.',
    'With go-binance make a client with NewClient and give it an http.Client with your proxy.',
    'If the bot has run like this over a network that is not yours, make a new key.',
  ],
  references: [
    'https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information',
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
  ],
  *look(subject) {
    const seen = new Set<number>();
    let count = 0;
    for (const { span, what, toBinance: sure, confidence } of weakLinks(subject)) {
      if (seen.has(span.start)) continue;
      if ((count += 1) > mostLooked) return;
      const target = sure === true ? 'binance' : targetOf(span, subject);
      if (target === 'other' || (target === undefined && isOfAnotherService(span, subject))) continue;
      seen.add(span.start);
      const risk: Risk = {
        span,
        name: what,
        message: `${what}${/check|encrypted|accepts/.test(what) ? '' : ': certificates are not checked'}; whoever is between can read and change what goes to Binance`,
        confidence: confidence ?? (target === 'binance' ? 'certain' : 'likely'),
        clues: target === 'binance' ? [toBinance] : [],
      };
      yield risk;
    }
  },
  examples: {
    leaks: [
      {
        path: 'bot.py',
        text: 'from binance.client import Client\nclient = Client(k, s, {"verify": «False», "timeout": 20})',
      },
      { path: 'bot.py', text: 'import binance, aiohttp\nconnector = aiohttp.TCPConnector(ssl=«False»)' },
      { path: 'ws.py', text: 'import binance\nws.run_forever(sslopt={"cert_reqs": «ssl.CERT_NONE»})' },
      {
        path: 'bot.js',
        text: "const { Spot } = require('@binance/connector');\nconst agent = new https.Agent({ rejectUnauthorized: «false» });",
      },
      { path: '.env', text: 'BINANCE_API_KEY=\nNODE_TLS_REJECT_UNAUTHORIZED=«0»' },
      {
        path: 'main.go',
        text: 'package main\nimport "github.com/adshao/go-binance/v2/futures"\nfunc f() { c := «futures.NewProxiedClient»(k, s, p) }',
      },
      {
        path: 'main.go',
        text: 'package main\nimport "github.com/adshao/go-binance/v2"\nvar t = &tls.Config{InsecureSkipVerify: «true»}',
      },
      {
        path: 'bot.php',
        text: '<?php\n$ch = curl_init("https://api.binance.com/api/v3/time");\ncurl_setopt($ch, CURLOPT_SSL_VERIFYPEER, «false»);',
      },
      {
        path: 'Bot.cs',
        text: 'using Binance.Net;\nhandler.ServerCertificateCustomValidationCallback = «(m, c, ch, e) => true»;',
      },
      { path: 'bot.rb', text: "require 'binance'\nhttp.verify_mode = «OpenSSL::SSL::VERIFY_NONE»" },
      { path: 'probe.sh', text: 'curl -s «-k» https://fapi.binance.com/fapi/v1/ping' },
      { path: 'bot.ts', text: "const time = () => axios.get(«'http://api.binance.com/api/v3/time'»);" },
    ],
    clean: [
      {
        path: 'prod.exs',
        text: 'import Config # Binance desk\nconfig :desk, Desk.Repo, ssl: [verify: :verify_none], hostname: "db.desk.lan"',
      },
      {
        path: 'bot.py',
        text: 'import binance, ssl\nBROKER_USE_SSL = {"ssl_cert_reqs": ssl.CERT_NONE}\nstore = redis.Redis(host="r", ssl_cert_reqs=ssl.CERT_NONE)',
      },
      {
        path: 'bot.py',
        text: 'import binance, requests\nrequests.get("https://api.binance.com/api/v3/time", verify="/etc/ca.pem")\nrequests.post("https://localhost:3000/note", verify=False)',
      },
      {
        path: 'bot.js',
        text: "import 'binance-api-node';\nconst pool = new Pool({ connectionString, ssl: { rejectUnauthorized: false } });",
      },
      {
        path: 'bot.js',
        text: "import 'binance-api-node';\nconst agent = new https.Agent({ rejectUnauthorized: false });\naxios.get('https://grafana.corp.net/x', { httpsAgent: agent });",
      },
      {
        path: 'probe.sh',
        text: '# binance\ncurl -k https://grafana.local/health\nwget --no-check-certificate https://ta-lib.org/x.tgz',
      },
      {
        path: 'README.md',
        text: '# Binance bot\nNever use `curl -k https://api.binance.com` or http://api.binance.com.',
      },
      { path: 'page.html', text: '<a href="http://www.binance.com/en">Binance</a>' },
    ],
    missed: [
      {
        path: 'bot.py',
        text: 'import binance, requests\nsession = make()\nsession.get(url, **{"verify": check})',
        because: 'what a name is when it runs is not known',
      },
    ],
  },
};
