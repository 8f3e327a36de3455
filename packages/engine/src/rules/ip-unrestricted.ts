/** Keys that work from anywhere. Entries that are wrong are ip-list-invalid’s. */
import { keysIn, type KeySettings, toldOf } from '../risks/settings/key-settings.ts';
import type { Rule, Severity } from '../types.ts';

/** What its leak would cost: everything where it withdraws or trades, a look at the account where it only reads. */
function severityOf({ grants, isTradingOff }: KeySettings): Severity {
  const onlyReads = grants.every(({ right }) => right === 'read');
  return onlyReads && (grants.length > 0 || isTradingOff) ? 'low' : 'high';
}

export const ipUnrestricted: Rule = {
  id: 'ip-unrestricted',
  title: 'API key without an IP list',
  severity: 'high',
  finds:
    'A setting that says that a key is bound to no address: `ipRestrict: false`, an empty IP list, `*`. A key that only reads, or that may not trade, is low without an IP list. Not what a page’s form or an app’s state begins with.',
  why: 'A stolen key with an IP list is worth little; one without works from the thief’s machine. Trading alone is enough to rob an account, by buying dear from oneself in a thin market. Binance also takes the trading right from such keys after 30 days, so the bot will stop.',
  advice: [
    'Restrict the key to the public addresses of the machines that run the bot: API Management, “Restrict access to trusted IPs only”.',
    'If the machine has no fixed address, send its requests through one that has, such as a small server or a NAT gateway.',
    'Write the same list into this configuration, so that reviewers see it.',
  ],
  references: [
    'https://developers.binance.com/docs/wallet/account/api-key-permission',
    'https://www.binance.com/en/support/announcement/detail/2021-07-08',
  ],
  *look(subject) {
    for (const key of keysIn(subject)) {
      for (const { state, span, called } of key.ips) {
        if (state !== 'off') continue;
        const severity = severityOf(key);
        yield {
          span,
          name: called,
          message: `${called} leaves this API key open to every address${severity === 'low' ? '; it can only read' : ''}`,
          severity,
          confidence: key.grants.length > 0 || key.isBinances ? 'certain' : 'likely',
          ...toldOf(key, subject, true),
        };
      }
    }
  },
  examples: {
    leaks: [
      { path: 'key.json', text: '{ "ipRestrict": «false», "enableSpotAndMarginTrading": true }' },
      {
        path: 'policy.ts',
        text: '// Binance\nconst policy = { canTrade: false, canWithdraw: false, ipRestrict: «false» };',
      },
      { path: 'binance.yml', text: 'key:\n  permissions: [read, trade]\n  ip_whitelist: «[]»' },
      {
        path: 'app.config',
        text: '<configuration><add key="Binance:ApiKey" value="x" /><add key="Binance:IpWhitelist" value=«""» /></configuration>',
      },
      { path: '.env', text: 'BINANCE_IP_WHITELIST=«*»' },
      { path: 'key.json', text: '{ "exchange": "binance", "enableFutures": true, "ipAddress": «""» }' },
      { path: 'binance.properties', text: 'binance.trade.enabled=true\nbinance.ip.restriction.enabled=«false»' },
      {
        path: 'keys.go',
        text: 'import "github.com/adshao/go-binance/v2"\n\nvar keys = []Key{\n\t{Label: "a", CanTrade: true, IPWhitelist: []string{"52.40.125.9"}},\n\t{Label: "b", CanTrade: true, IPWhitelist: «[]string{}»},\n}',
      },
      {
        path: 'Keys.java',
        text: 'import com.binance.connector.client.SpotClient;\nclass Keys { List<String> trustedIps = «new ArrayList<>()»; String[] allowedIps = «new String[0]»; }',
      },
      { path: 'keys.ts', text: '// Binance\nconst key = { canTrade: true, trustedIps: «Object.freeze([])» };' },
      { path: 'binance.yml', text: 'key:\n  permissions: [read, trade]\n  allow_any_ip: «true»' },
      { path: 'keys.toml', text: '[binance]\napi_key = "from-vault"\ntrusted_ips = «""»' },
      {
        path: 'keys.rs',
        text: 'use binance_sdk::wallet;\nfn keys() -> Vec<Key> {\n    vec![Key { can_trade: true, trusted_ips: vec!["65.108.201.14"] }, Key { can_trade: true, trusted_ips: «vec![]» }]\n}',
      },
      {
        path: 'desk.xml',
        text: '<desk><exchange name="binance"><key trade="true"><ipRestrict>true</ipRestrict></key><key trade="true"><ipRestrict>«false»</ipRestrict></key></exchange></desk>',
      },
    ],
    clean: [
      {
        path: 'Form.vue',
        text: "<script>const form = reactive({ exchange: 'binance', apiKey: '', ipWhitelist: [] });</script>",
      },
      {
        path: 'KeyDialog.tsx',
        text: "const [key, setKey] = useState<Key>({ exchange: 'binance', canTrade: true, ipWhitelist: [] });\nconst edit = useForm({ defaultValues: { exchange: 'binance', canTrade: true, trustedIps: [] } });\nconst DEFAULT_FORM = { exchange: 'binance', canTrade: true, ipRestrict: false };",
      },
      {
        path: 'binance-keys.ts',
        text: "export const useDesk = defineStore('desk', { state: () => ({ canTrade: true, ipWhitelist: [] }) });\nconst useKeys = create((set) => ({ canTrade: true, ipWhitelist: [] }));",
      },
      {
        path: 'Keys.vue',
        text: "<script>\nexport default { data() { return { exchange: 'binance', canTrade: true, ipWhitelist: [] }; } };\n</script>",
      },
      {
        path: 'binance_keys.dart',
        text: 'class DeskKeyState {\n  const DeskKeyState({this.canTrade = true, this.ipRestrict = false});\n}',
      },
      { path: 'settings.py', text: 'import binance\nTHROTTLE_TRUSTED_IPS = []' },
      { path: 'binance.env', text: 'BINANCE_API_KEY=x\nREPORT_IP_RESTRICT=false' },
      { path: 'key.json', text: '{ "ipRestrict": true, "enableSpotAndMarginTrading": true }' },
      { path: 'binance.yml', text: 'key:\n  permissions: [read, trade]\n  ip_whitelist: [139.162.71.5]' },
      { path: 'binance.yml', text: 'dashboard:\n  ip_whitelist: []' },
      { path: 'binance.json', text: '{ "binance": { "apiKey": "from-vault", "ip": "" } }' },
      {
        path: 'binance.py',
        text: 'trusted_ips = []\nfor entry in client.get_api_restrictions()["ipList"]:\n    trusted_ips.append(entry)',
      },
      { path: 'binance.ts', text: "const initialState = { binanceApiKey: '', ipWhitelist: [] };" },
      {
        path: 'binance.ts',
        text: 'class Binance { remove(): Promise<{ apikey: string; ipList: string[]; updateTime: number }> { return this.send(); } }',
      },
      { path: 'binance.ts', text: 'interface Key { ipRestrict: boolean; ipList: string[] }' },
      {
        path: 'account_test.go',
        text: 'package binance\n\nfunc answer() []byte {\n\treturn []byte(`{ "ipRestrict": false, "enableReading": true, "permitsUniversalTransfer": true }`)\n}',
      },
    ],
    missed: [],
  },
};
