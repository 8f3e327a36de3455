/** Settings that let a key withdraw. Code that calls a withdrawal is fund-moving-call’s. */
import { keysIn, toldOf } from '../risks/settings/key-settings.ts';
import type { Rule } from '../types.ts';

export const withdrawalsEnabled: Rule = {
  id: 'withdrawals-enabled',
  title: 'API key that may withdraw',
  severity: 'high',
  finds:
    'A setting that gives an API key the right to withdraw, in the fields of Binance’s own endpoints or in a bot’s configuration: `enableWithdrawals: true`, `permissions: [read, trade, withdraw]`. Without an IP list or an address whitelist beside it, it is critical.',
  why: 'With this right, whoever has the key and its secret can send the coins away, and nobody can call them back. Hardly any bot needs it. Binance gives the right only to keys with an IP list, so a setting that says “withdraw” and “no IP list” is wrong about one of the two, or is about an account that is not protected as it should be.',
  advice: [
    'Switch “Enable Withdrawals” off for this key in Binance’s API Management, and take the right out of the configuration.',
    'If something really has to withdraw, give it a key of its own that does nothing else, with an IP list and with the withdrawal address whitelist switched on.',
    'Remember that trading rights alone are enough to empty an account by bad trades: keep the IP list in any case.',
  ],
  references: [
    'https://developers.binance.com/docs/wallet/account/api-key-permission',
    'https://www.binance.com/en/support/faq/how-to-create-api-keys-on-binance-360002502072',
  ],
  *look(subject) {
    for (const key of keysIn(subject)) {
      const { grants, ips, addressList } = key;
      const unrestricted = ips.some(({ state }) => state === 'off');
      for (const { right, called, span } of grants) {
        if (right !== 'withdraw') continue;
        const worse = unrestricted
          ? ' and has no IP list, which Binance does not allow: one of the two is not true'
          : addressList === 'off'
            ? ' to any address: the address whitelist is off'
            : '';
        yield {
          span,
          name: called,
          message: `${called} lets this API key withdraw${worse}`,
          severity: unrestricted || addressList === 'off' ? 'critical' : 'high',
          ...toldOf(key, subject),
        };
      }
    }
  },
  examples: {
    leaks: [
      { path: 'bot.py', text: '# for Binance\nparser.add_argument("--allow-withdrawals", default=«True»)' },
      {
        path: 'key.json',
        text: '{ "enableReading": true, "enableWithdrawals": «true», "ipRestrict": true, "permitsUniversalTransfer": false }',
      },
      { path: 'bot.yml', text: 'exchange: binance\npermissions: [read, trade, «withdraw»]' },
      { path: '.env', text: 'BINANCE_ENABLE_WITHDRAWALS=«true»' },
      { path: 'keys.py', text: 'BINANCE = {"permissions": {"read": True, "withdraw": «True»}}' },
      {
        path: 'Rights.java',
        text: 'import com.binance.connector.client.SpotClient;\nvar rights = Map.of("trade", true, "allowWithdraw", «true»);',
      },
      { path: 'keys.toml', text: '[binance.main]\nenable_withdrawals = «true»\nip_restrict = «ip-unrestricted|false»' },
      { path: 'Procfile', text: 'bot: bin/bot --exchange binance --enable-withdrawals=«true»' },
      {
        path: 'keys.edn',
        text: '{:exchange :binance ; ours\n :keys [{:label "a" :enable-withdrawals false} {:label "b" :enable-withdrawals «true»}]}',
      },
      {
        path: 'keys.rs',
        text: 'use binance_sdk::wallet;\nlet policy = KeyPolicy::builder().enable_withdrawals(«true»).build();',
      },
      {
        path: 'keys.go',
        text: 'import "github.com/adshao/go-binance/v2"\n\nvar rights = map[string]bool{"read": true, "withdraw": «true»}',
      },
      {
        path: 'Keys.cs',
        text: 'using Binance.Net.Clients;\npublic class Key { public bool EnableWithdrawals { get; set; } = «true»; }',
      },
      {
        path: 'deploy.ps1',
        text: '$env:BINANCE_ALLOW_WITHDRAWALS = «"true"»\n$Binance = @{ Spot = $true; EnableWithdrawals = «$true» }',
      },
      {
        path: 'app.config',
        text: '<configuration><appSettings><add key="Binance:EnableWithdrawals" value=«"true"» /></appSettings></configuration>',
      },
      {
        path: 'binance.ts',
        text: 'const key: KeyPolicy = { canTrade: true, canWithdraw: «true», ipRestrict: true };',
      },
      {
        path: 'binance.py',
        text: 'class Config(BaseSettings):\n    enable_withdrawals: bool = Field(«True», env="W")',
      },
      { path: 'bot.py', text: 'import binance\nrights = RIGHT_TRADE | «RIGHT_WITHDRAW»' },
      {
        path: 'policy.py',
        text: 'from binance.client import Client\n\n@dataclass\nclass KeyRights:\n    can_trade: bool = True\n    can_withdraw: bool = «True»\n\nsecond = KeyRights(can_trade=True, can_withdraw=«True»)',
      },
      {
        path: 'bot.tf',
        text: 'resource "aws_ecs_task_definition" "bot" {\n  container_definitions = jsonencode([{\n    environment = [{ name = "BINANCE_SYMBOL", value = "BTCUSDT" }, { name = "BINANCE_ALLOW_WITHDRAWALS", value = «"true"» }]\n  }])\n}',
      },
      {
        path: 'service.tf',
        text: 'resource "google_cloud_run_service" "bot" {\n  env {\n    name  = "BINANCE_WITHDRAWALS_ENABLED"\n    value = «"true"»\n  }\n}',
      },
      { path: 'bot.service', text: '[Service]\nEnvironment=BINANCE_ENABLE_WITHDRAWALS=«yes»' },
    ],
    clean: [
      { path: '.env', text: '# BINANCE_ENABLE_WITHDRAWALS=true\nBINANCE_ENABLE_WITHDRAWALS=false' },
      {
        path: 'bot.ini',
        text: '[binance]\n; enable_withdrawals = true\n#enable_withdrawals = true\nenable_withdrawals = 0',
      },
      {
        path: 'binance.py',
        text: 'assert not is_safe({"enableWithdrawals": True})\nif rights == {"withdraw": True}:\n    stop()',
      },
      {
        path: 'binance.js',
        text: 'await keys.updateMany({ enableWithdrawals: true }, { $set: { enableWithdrawals: false } });',
      },
      { path: 'key.proto', text: '// Binance\nmessage Key { bool enable_withdrawals = 1; }' },
      { path: 'binance.yml', text: 'sync: { trades: true, withdrawals: true }\nkey: x' },
      {
        path: 'keys.ts',
        text: "import { MainClient } from 'binance';\ninterface Bad { enableWithdrawals: true }\nconst told = 'enableWithdrawals: true is dangerous';",
      },
      { path: 'Procfile', text: 'bot: bin/bot --exchange binance --enable-withdrawals=false' },
      { path: 'bot.yml', text: 'exchange: binance\npermissions: [read, trade]\nwithdraw: false' },
      { path: 'Vault.sol', text: 'contract BinanceVault { bool public withdrawalsEnabled = true; }' },
      {
        path: 'binance.ts',
        text: 'class Binance extends Exchange { describe() { return { has: { withdraw: true, margin: true } }; } }',
      },
      { path: 'binance.yml', text: 'alert_on_withdrawals_enabled: true\nmonitor:\n  withdrawals: true\nkey: x' },
      { path: 'kraken.yml', text: 'exchange: kraken\npermissions: [read, trade, withdraw]' },
      {
        path: 'guard.go',
        text: 'package main\n\nimport "github.com/adshao/go-binance/v2"\n\nfunc guard() {\n\tlog.Panic("allowWithdrawals: true")\n\tmsg := "allow_withdrawals=true"\n}',
      },
      {
        path: 'venue.ts',
        text: 'class Binance extends Venue {\n  capabilities = { spot: true, withdraw: true, fetchMyTrades: true, cancelOrder: true };\n}\nexport const BINANCE_SUPPORTS = { withdraw: true, trade: true };',
      },
      {
        path: 'account.py',
        text: 'from binance.client import Client\n\nclass Account:\n    can_trade: bool = True\n    can_withdraw: bool = True',
      },
      {
        path: 'account.json',
        text: '{ "makerCommission": 15, "canTrade": true, "canWithdraw": true, "canDeposit": true, "accountType": "SPOT", "binance": 1 }',
      },
      { path: 'binance.ts', text: 'interface ApiRestrictions { enableWithdrawals: boolean; ipRestrict: boolean }' },
      { path: 'binance.js', text: 'if (restrictions.enableWithdrawals === true) throw new Error("too much");' },
      {
        path: 'coins.json',
        text: '{ "binance": [{ "coin": "BTC", "depositAllEnable": true, "withdrawAllEnable": true, "withdrawFee": 1 }] }',
      },
      {
        path: 'schema.json',
        text: '{ "title": "binance", "properties": { "enableWithdrawals": { "type": "boolean", "default": true } } }',
      },
      {
        path: 'messages.ts',
        text: "// for Binance\nexport const de = { 'apiKey.permissions': 'Switch on Reading and Spot Trading. Leave “Enable Withdrawals” off, the bot never withdraws.' };",
      },
      {
        path: 'rights_test.py',
        text: 'from binance import Client\nanswer = {"ipRestrict": False, "enableWithdrawals": True, "enableInternalTransfer": True}',
      },
    ],
    missed: [
      {
        path: 'bot.py',
        text: 'import binance\nrights = 1 << 3 | TRADE',
        because: 'bits of a mask without a name that says what they give',
      },
    ],
  },
};
