/** Passphrases of encrypted private keys: beside the key's file they open it; alone they are half of it. */
import type { Rule } from '../types.ts';

export const keyPassphrase: Rule = {
  id: 'key-passphrase',
  title: 'Passphrase of a private key',
  severity: 'high',
  finds:
    'The literal passphrase of an encrypted private key, in a call of a Binance SDK or under a name that says so. Nothing of it is shown or hashed: it is identified by its file and name, so a baseline that accepts it accepts the next one there too.',
  why: 'An encrypted private key is only as secret as its passphrase. With both in reach a thief signs requests as you; and people use a passphrase more than once.',
  advice: [
    'Encrypt the private key anew with another passphrase, or better: make a new key pair and delete the old key in Binance’s API Management.',
    'Read the passphrase from the environment or a secret manager, never from beside the key.',
  ],
  references: ['https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types'],
  examples: {
    leaks: [
      {
        path: 'bot.ts',
        text: "import { Spot } from '@binance/connector';\nconst client = new Spot(process.env.KEY, '', {\n  privateKey: readFileSync('key.pem'),\n  privateKeyPassphrase: '<base64-16:a>',\n});",
      },
      {
        path: 'bot.py',
        text: 'from binance.client import Client\nclient = Client(key, private_key=pem, private_key_pass="<base64-16:a>")',
      },
      { path: '.env', text: 'BINANCE_PRIVATE_KEY_PASSPHRASE=<base64-16:a>' },
      { path: 'bot.py', text: 'import binance\nprivate_key_pass = "hunter-two"' },
      {
        path: 'bot.rs',
        text: 'use binance_sdk::spot;\nlet c = Config { private_key_passphrase: Some(String::from("<base64-16:a>")) };',
      },
      {
        path: 'Main.java',
        text: 'import com.binance.connector.client.common.configuration.SignatureConfiguration;\nclass Main { void run() { signatureConfiguration.setPrivateKeyPass("<base64-16:a>"); } }',
      },
      {
        path: 'main.go',
        text: 'import "github.com/binance/binance-connector-go/common"\n\nvar c = common.NewConfigurationRestAPI(common.WithPrivateKeyPassphrase("<base64-16:a>"))',
      },
    ],
    clean: [
      { path: 'bot.py', text: 'client = Client(key, private_key=pem, private_key_pass=os.environ["BINANCE_PASS"])' },
      { path: '.env', text: 'BINANCE_PRIVATE_KEY_PASSPHRASE=your_passphrase_here' },
      { path: '.env', text: 'BINANCE_PRIVATE_KEY_PASSPHRASE=${VAULT_PASS}' },
      { path: '.env', text: 'BINANCE_PRIVATE_KEY_PASSPHRASE=changeme' },
      {
        path: 'bot.py',
        text: 'from binance.spot import Spot\nphrase = getpass("Passphrase of the key: ")\na = Spot(private_key=pem, private_key_pass=phrase)\nb = Spot(private_key=pem, private_key_pass=input("Passphrase: "))\nc = Spot(private_key=pem, private_key_pass=store.fetch("desk/binance/pass"))',
      },
      {
        path: 'bot.ts',
        text: "import { Spot } from '@binance/connector';\nconst client = new Spot(key, '', { privateKey: pem, privateKeyPassphrase: await ask('Passphrase?') });",
      },
      { path: 'server.yml', text: 'ssl:\n  private_key_password: <base64-16:a>' },
      { path: 'binance.env', text: 'OKX_PASSPHRASE=<base64-16:a>' },
    ],
    missed: [
      {
        path: 'bot.py',
        text: 'from binance.client import Client\nphrase = "<base64-16:a>"\nkey = load_pem_private_key(pem, phrase)',
        because: 'a text without a telling name may be anything',
      },
      {
        path: 'bot.py',
        text: 'import binance\nprivate_key_pass = "correct horse battery staple"',
        because: 'four words and more are taken for a sentence that says what to put there',
      },
    ],
  },
};
