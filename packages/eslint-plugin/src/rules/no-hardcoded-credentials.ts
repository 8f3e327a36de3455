import { defineRule, type BnguardRule } from '../define-rule.ts';
import { isForBrowsers, readingEnvironment } from '../suggestions/environment.ts';

const revoke = 'Delete it at Binance, then read a new one from the environment.';

export const noHardcodedCredentials: BnguardRule = defineRule({
  name: 'no-hardcoded-credentials',
  description: 'Disallow Binance API keys, secrets and private keys in files.',
  recommended: 'error',
  wrong: `import { Spot } from '@binance/connector';

const client = new Spot('<key64:a>', '<key64:b>');`,
  right: `import { Spot } from '@binance/connector';

const client = new Spot(process.env.BINANCE_API_KEY, process.env.BINANCE_API_SECRET);`,
  finds: {
    'secret-key': revoke,
    'api-key': revoke,
    'private-key': revoke,
    'key-passphrase': 'Make a new private key; read its passphrase from the environment or a secret manager.',
    'signed-request': 'Delete the key that it was signed with, and take key and signature out of the record.',
    'listen-key': 'Close the stream, and ask for a new listen key when the program starts.',
    'documented-example': 'Everybody knows it: write a placeholder instead.',
    'unused-ignore': 'Remove the comment, or name the rule that it is for.',
  },
  suggest: (found, sourceCode, filename) =>
    found.finding.rule === 'unused-ignore' ? [] : readingEnvironment(found, sourceCode, filename),
  remedy: ({ finding }, sourceCode, filename) =>
    /^(?:secret-key|private-key|api-key)$/.test(finding.rule) && isForBrowsers(sourceCode, filename)
      ? 'Delete it at Binance, and sign on a server: what import.meta.env or a public variable holds is copied into what browsers get.'
      : undefined,
  tellsProblems: true,
});
