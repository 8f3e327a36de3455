/** IP lists that do not restrict a key as they seem to: entries that Binance never sees or does not take. */
import {
  faultOfAddress,
  isOfDocumentation,
  mostAddresses,
  mostCharacters,
  normalAddress,
  portableMost,
} from '../risks/settings/ip-list.ts';
import { toldByPath } from '../clues/surroundings.ts';
import { isSdkSource } from '../risks/calls/endpoints.ts';
import { listName } from '../risks/calls/key-request-faults.ts';
import { type KeyRequest, keyRequestsIn } from '../risks/calls/key-requests.ts';
import { entriesGiven, type IpSetting, isAddressLike } from '../risks/settings/ip-settings.ts';
import { keysIn, toldOf } from '../risks/settings/key-settings.ts';
import type { Risk, Rule, Subject } from '../types.ts';

/** The margin key endpoint answers with a list that begins so, “without extra meaning”. */
const placeholderFirst = /^0\.0\.0\.0$/;

/** `isSample`: a template has an address of documentation where the reader’s own goes. */
function* faultsIn({ entries, span, called, length }: IpSetting, isSample: boolean): Generator<Omit<Risk, 'clues'>> {
  const seen = new Set<string>();
  for (const [index, { text, span: at }] of entries.entries()) {
    const isPlaceholder =
      index === 0 && entries.length > 1 && placeholderFirst.test(text) && /(?:^|\.)ip$/.test(called);
    const fault = isPlaceholder || (isSample && isOfDocumentation(text)) ? undefined : faultOfAddress(text);
    const address = normalAddress(text);
    const told = fault ?? (seen.has(address) ? 'there twice' : undefined);
    seen.add(address);
    if (told) yield { span: at, name: `${called} ${address}`, message: `An entry of ${called} is ${told}` };
  }
  const count = String(entries.length);
  if (entries.length > mostAddresses) {
    yield {
      span,
      name: called,
      message: `${called} has ${count} addresses; Binance takes ${String(mostAddresses)} for one key`,
    };
  } else if (length > mostCharacters) {
    yield {
      span,
      name: called,
      message: `${called} has ${String(length)} characters; Binance takes ${String(mostCharacters)}`,
    };
  } else if (entries.length > portableMost) {
    yield {
      ...{ span, name: called, severity: 'low' as const },
      message: `${called} has ${count} addresses; more than ${String(portableMost)} are taken by some endpoints only`,
    };
  }
}

const mostLists = 8;

/** The lists that code asks Binance to give to a key. */
function* requestedLists(subject: Subject): Generator<IpSetting & Pick<KeyRequest, 'clues'>> {
  const { text } = subject.document;
  if (isSdkSource(text)) return;
  for (const { given, kind, what, clues } of keyRequestsIn(subject)) {
    if (kind === 'list') continue;
    const lists = given.filter(({ name }) => listName.test(name)).slice(0, mostLists);
    const all = lists.flatMap(({ value, span }) => entriesGiven(value, span, text));
    // A list and its items are two readings of one.
    const entries = all.filter(
      ({ span: { start } }, index) =>
        !all.slice(0, index).some(({ span: one }) => one.start <= start && start < one.end),
    );
    const [first] = lists;
    if (!first || !entries.some((one) => isAddressLike(one.text))) continue;
    const length = first.value.kind === 'text' ? first.value.text.length : 0;
    yield { called: `the IP list of ${what}`, span: first.span, state: 'on', entries, length, clues };
  }
}

export const ipListInvalid: Rule = {
  id: 'ip-list-invalid',
  title: 'IP list that does not restrict',
  severity: 'medium',
  finds:
    'Entries in a key’s IP list that Binance never sees or does not take: private, loopback, link-local, CGNAT, documentation and any-address entries, ranges (CIDR), host names, duplicates; lists of more than 30 addresses (more than 20: low) or 500 characters.',
  why: 'Binance compares the public address that a request comes from. A private one never matches, so the bot is locked out until somebody, in a hurry, opens the key to everyone. An any-address entry or a wide range restricts nothing while the configuration looks as if it did.',
  advice: [
    'Enter the public address that the bot’s requests leave from, one by one; ask the machine itself which one that is.',
    'Take addresses out that no machine of yours has any more: the provider gives them to the next customer.',
  ],
  references: [
    'https://developers.binance.com/docs/sub_account/api-management/Add-IP-Restriction-for-Sub-Account-API-key',
    'https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml',
  ],
  *look(subject) {
    // Guides show lists of sample addresses.
    if (subject.isProse) return;
    const { sample } = toldByPath(subject.document.path);
    const seen = new Set<number>();
    for (const key of keysIn(subject))
      for (const list of key.ips)
        for (const risk of faultsIn(list, sample)) {
          seen.add(risk.span.start);
          yield { ...risk, ...toldOf(key, subject) };
        }
    for (const { clues, ...list } of requestedLists(subject))
      for (const risk of faultsIn(list, sample)) {
        if (seen.has(risk.span.start)) continue;
        seen.add(risk.span.start);
        yield { ...risk, clues };
      }
  },
  examples: {
    leaks: [
      {
        path: 'binance.yml',
        text: 'key:\n  permissions: [read, trade]\n  ip_whitelist:\n    - 54.168.210.7\n    - «192.168.1.40»\n    - «54.168.210.0/24»',
      },
      { path: '.env', text: 'BINANCE_IP_WHITELIST=18.182.66.31,«127.0.0.1»,«18.182.66.31»' },
      {
        path: 'keys.go',
        text: 'import "github.com/adshao/go-binance/v2"\nvar key = Key{TradeOnly: true, IPWhitelist: []string{«"0.0.0.0"»}}',
      },
      {
        path: 'binance.json',
        text: '{ "apiKey": "from-vault", "trustedIps": ["52.40.125.9", «"bot.example-trading.net"», «"::/0"»] }',
      },
      {
        path: 'keys.rs',
        text: 'use binance_sdk::wallet;\nKey { exchange: Binance, ip_whitelist: vec![«"10.1.1.1"».into(), "34.1.2.3".into()] }',
      },
      { path: 'binance.properties', text: 'binance.api.trusted.ips=52.40.125.9,«172.16.3.4»' },
      {
        path: 'binance.yml',
        text: 'key:\n  permissions: [read, trade]\n  ip_whitelist:\n    - ip: 54.168.210.7\n      until: 2026-12-01\n    - ip: «10.0.0.2»',
      },
      {
        path: 'binance.xml',
        text: '<binance><apiKey>from-vault</apiKey><ipWhitelist><ip>54.168.210.7</ip><ip>«10.0.0.3»</ip></ipWhitelist></binance>',
      },
      { path: 'binance.rb', text: 'Binance.configure { |c| c.ip_whitelist = %w[34.1.2.3 «10.0.0.5»] }' },
      {
        path: 'binance.json',
        text: '{ "apiKey": "from-vault", "ipAddress": "52.40.125.9,«8.8.8.8/32»", "ipRestrict": true }',
      },
      {
        path: 'keys.ts',
        text: "import { MarginTrading } from '@binance/margin-trading';\nconst client = new MarginTrading({ configurationRestAPI });\nawait client.restAPI.createSpecialKey({ apiName: 'a', ip: '51.15.204.18,«172.31.4.2»' });",
      },
      {
        path: 'Keys.java',
        text: 'import com.binance.connector.client.sub_account.rest.api.SubAccountRestApi;\nclass Keys { void bind(SubAccountRestApi api) {\n  api.addIpRestrictionForSubAccountApiKey(new AddIpRestrictionForSubAccountApiKeyRequest()\n      .status("2")\n      .ipAddress(«"192.168.0.7"»));\n} }',
      },
      {
        path: 'keys.sh',
        text: 'curl -X POST https://api.binance.com/sapi/v1/margin/apiKey -H "X-MBX-APIKEY: $K" -d "apiName=x&ip=5.9.1.2,«10.0.0.2»"',
      },
      {
        path: 'binance.xml',
        text: '<binance><key><trade>true</trade><trustedIps><ip>5.161.77.20</ip></trustedIps></key><key><trade>true</trade><trustedIps><ip>5.161.77.20</ip><ip>«10.0.0.1»</ip></trustedIps></key></binance>',
      },
      {
        path: 'keys.rb',
        text: "BINANCE_KEYS = {\n  view: { key: ENV['A'], trusted_ips: [«'0.0.0.0'»] },\n}.freeze",
      },
    ],
    clean: [
      {
        path: 'config.php',
        text: "<?php return ['telescope' => ['allowed_ips' => ['127.0.0.1']], 'binance' => ['key' => env('K'), 'ip_whitelist' => ['178.62.19.204']]];",
      },
      { path: 'bot.rb', text: "require 'binance'\nSIDEKIQ_ALLOWED_IPS = %w[127.0.0.1 10.0.0.0/8].freeze" },
      {
        path: 'prod.exs',
        text: 'import Config\nconfig :desk, :live_dashboard, allowed_ips: ["127.0.0.1"]\nconfig :desk, :binance, key: key, ip_whitelist: ["5.161.77.20"]',
      },
      { path: 'binance.yml', text: 'key:\n  permissions: [read, trade]\n  ip_whitelist: [54.168.210.7]' },
      { path: 'binance.yml', text: 'web:\n  allowed_ips: [127.0.0.1, 10.0.0.0/8]' },
      { path: 'binance.yml', text: 'nginx:\n  ip_whitelist:\n    - 192.168.0.0/16' },
      { path: 'nodes.yml', text: 'binance_nodes:\n  - name: a\n    ip: 10.0.0.3\n  - { ip: 10.0.0.4, port: 6379 }' },
      { path: 'wg.conf', text: '# the bot for Binance\n[Peer]\nAllowedIPs = 0.0.0.0/0' },
      {
        path: 'server.py',
        text: 'from binance import Client\nALLOWED_IPS = ["127.0.0.1"]\nif request.remote_addr not in ALLOWED_IPS:\n    abort(403)',
      },
      { path: 'binance.example.yml', text: 'key:\n  permissions: [read, trade]\n  ip_whitelist: [203.0.113.10]' },
      { path: 'README.md', text: '```json\n{ "binance": { "ipList": ["192.168.1.1"] } }\n```' },
      { path: 'margin.json', text: '{ "apiName": "binance", "apiKey": "from-vault", "ip": "0.0.0.0,52.40.125.9" }' },
    ],
    missed: [],
  },
};
