/**
 * The way out of a leak: what to do, in the order in which money is saved, with the facts of this one filled in. Every
 * format shows these steps; none has its own. Where popular advice and official documents disagree, the official one is
 * followed, and a note says so. Pure, and free of values.
 */
import type { Finding, HistoryOrigin } from '@bnguard/engine';
import { isTestnet } from '@bnguard/engine/severity';
import { shortId, placeName } from '../reports/text-place.ts';
import { count, listed, shortRef } from '../reports/words.ts';
import { isCredential, leakWith, type Leak } from './leaks.ts';
import { outOfHistory } from './out-of-history.ts';
import { docs, type Draft, type Step } from './step.ts';

const management = 'https://www.binance.com/en/my/settings/api-management';

/** Steps in order, the first one first. */
export function wayOut(leak: Leak): Step[] {
  return [
    deleteKey(leak),
    lookAtAccount(leak),
    closeDoors(leak),
    howItLeaked(leak),
    outOfCode(leak),
    ofOne(outOfHistory(leak.findings)),
    newKey(leak),
  ]
    .filter((one) => one !== undefined)
    .map((one) => ({ commands: [], notes: [], ...one }));
}

/** Whoever looks at one leak may have others. */
const ofOne = (step: Draft | undefined): Draft | undefined =>
  step?.notes?.length
    ? {
        ...step,
        says: [...step.says, 'Of several leaks take all out in one rewrite: bnguard explain purge --report FILE.'],
      }
    : step;

/**
 * The first step as one line, for formats that have room for one; none for what is no credential.
 * @param half the other half of its pair, where the report has it
 */
export function firstStep(finding: Finding, half?: Finding): string[] {
  if (!isCredential(finding)) return [];
  const step = deleteKey(leakWith(finding, half ? [finding, half] : [finding]));
  return [`${step.title}: ${step.says[0] ?? ''}`];
}

const isTest = ({ halves }: Leak): boolean => halves.every(isTestnet);

function deleteKey(leak: Leak): Draft {
  const [half] = leak.halves;
  const has = (rule: string): Finding | undefined => leak.halves.find((one) => one.rule === rule);
  if (isTest(leak)) {
    return {
      title: 'Delete the testnet key',
      says: [
        `Delete ${keyName(leak)} where the testnet or demo key was made. No money is at stake; what put it here will put the live one here too, so the rest of this list is worth a look.`,
      ],
    };
  }
  if (half?.rule === 'listen-key') {
    return {
      title: 'Let the stream end',
      says: [
        'Close the user data stream that this listen key belongs to. It tells balances and orders to whoever has it, places none, and ends by itself within the hour in which nobody prolongs it.',
        'A log that keeps listen keys usually keeps more: look for API keys beside it.',
      ],
    };
  }
  const api = has('api-key');
  const cannot =
    'This takes effect at once and cannot be undone: what uses the key stops, and its open orders and positions stay as they are, so be ready to manage them by hand.';
  if (half?.rule === 'key-passphrase') {
    return {
      title: 'Treat the private key as open',
      says: [
        'If the encrypted private key may have been in the same hands, delete the API key that its public half is registered under in Binance’s API Management.',
        cannot,
        'Use the passphrase nowhere else again.',
      ],
    };
  }
  return {
    title: 'Delete the key now',
    says: [
      `In Binance: profile, Account, API Management (${management}); in the app under the same names. Delete ${keyName(leak)}.`,
      ...(api
        ? []
        : [
            'A secret or private key is not listed there. Where you cannot tell which API key belongs to it, delete every one that might.',
          ]),
      cannot,
      'Limiting its addresses or rights instead leaves a key alive that others have.',
    ],
    notes: [
      {
        says: 'Many guides begin with cleaning up git. GitHub’s own page says what we say: revoke first, since no clean-up reaches the copies that others have.',
        source: docs.purge,
      },
      ...(leak.halves.length === 1 && api
        ? [
            {
              says: 'An API key is often called a public name that may be shown. Binance’s documentation calls both the API key and the secret sensitive.',
              source: docs.security,
            },
          ]
        : []),
    ],
  };
}

/** `the API key that begins with FkYV (its secret begins with cSIz)`. */
function keyName({ halves }: Leak): string {
  const api = halves.find(({ rule }) => rule === 'api-key' || rule === 'signed-request');
  const other = halves.find((half) => half !== api);
  if (!api?.masked)
    return `the API key that belongs to ${other?.masked ? `the ${roleName(other)} that begins with ${shown(other)}` : 'it'}`;
  return `the API key that begins with ${shown(api)}${other?.masked ? ` (its ${roleName(other)} begins with ${shown(other)})` : ''}`;
}

const shown = ({ masked }: Finding): string => masked.replace(/…$/, '');

const roleName = ({ rule }: Finding): string => (rule === 'private-key' ? 'private key' : 'secret');

function lookAtAccount(leak: Leak): Draft | undefined {
  if (isTest(leak) || leak.halves[0]?.rule === 'listen-key') return undefined;
  const since = sinceOf(leak);
  return {
    title: 'Look at what was done with it',
    says: [
      `Go through ${since ? `everything since ${since}, and the last 24 hours first` : 'the last 24 hours first, then everything since the value was written here'}: orders and trades, withdrawals, transfers (between wallets, to other users, to and from sub-accounts), gift cards, and API keys, addresses or sub-accounts that you did not make.`,
      'Trades count as much as withdrawals: a key that may only trade is drained by buying a thin market high from the thief’s own orders. Look for pairs that you do not trade.',
      'Save what you find (order and transaction ids, times in UTC) before anything is tidied: Binance Support and the police ask for it.',
    ],
    notes: [
      {
        says: 'That a key without the right to withdraw is safe is often said. Accounts have been emptied with such keys.',
        source: docs.drained,
      },
    ],
  };
}

function closeDoors(leak: Leak): Draft | undefined {
  if (isTest(leak) || leak.halves[0]?.rule === 'listen-key') return undefined;
  return {
    title: 'Close the other doors',
    says: [
      'Delete the other API keys of the account too, unless you know that they stand nowhere near this one.',
      'Change the password, set two-factor authentication up anew (an authenticator app or a passkey), and sign out every device.',
      'If anything is missing: disable the account in its security settings, then write to Binance Support with the first four characters of the API key and what you saved. Nobody there needs the secret.',
    ],
  };
}

function howItLeaked({ findings }: Leak): Draft {
  const places = [...new Set(findings.map((one) => `${placeName(one)}${one.path ? `:${one.start.line}` : ''}`))];
  const shown = places.slice(0, 5);
  const more = places.length - shown.length;
  const standing = `It stands at ${listed([...shown, ...(more > 0 ? [count(more, 'other place')] : [])])}.`;
  const origins = findings.flatMap(({ origin }) => (origin.kind === 'history' ? [origin] : []));
  const first = earliest(origins);
  const title = 'Know how it leaked';
  if (origins.length === 0) {
    const commits = [...new Set(findings.flatMap(({ origin }) => (origin.kind === 'range' ? [origin.commit] : [])))];
    return {
      title,
      says: [
        standing,
        ...(commits.length > 0
          ? [`It came in with ${listed(commits.slice(0, 3).map((id) => `commit ${shortId(id)}`))}.`]
          : []),
        commits.length > 0
          ? 'Since when, and whether a remote has it, a scan of the history tells.'
          : 'Whether git has it already, since when, and whether a remote has it, a scan of the history tells.',
      ],
      commands: [
        { says: 'Since when, and where else:', text: 'bnguard scan --history --format json --output history.json' },
      ],
    };
  }
  const pushed = origins.some((origin) => origin.pushed);
  const refs = [...new Set(origins.flatMap((origin) => origin.refs ?? []))].map(shortRef);
  const named = refs.slice(0, 4);
  const others = Math.max(refs.length, ...origins.map(({ refCount = 0 }) => refCount)) - named.length;
  return {
    title,
    says: [
      standing,
      ...(first?.firstCommit
        ? [
            `It came in with commit ${shortId(first.firstCommit.id)}, which its author wrote on ${first.firstCommit.date.slice(0, 10)}${first.exposedDays === undefined ? '' : ` (${first.exposedDays === 0 ? 'today' : `${count(first.exposedDays, 'day')} ago`})`}${first.isCut ? ', or earlier: this clone is cut off there' : ''}.`,
          ]
        : []),
      ...(named.length > 0
        ? [`In the history of ${listed([...named, ...(others > 0 ? [count(others, 'other ref')] : [])])}.`]
        : []),
      pushed
        ? 'A remote has it. Bots read public repositories within minutes of a push; in a private one, everybody with access has it, and every fork and clone.'
        : 'No remote-tracking branch of this clone has it. If it was never pushed from elsewhere either, it is on this machine only: still delete the key if a backup, a shared folder or a second person could have it.',
    ],
    commands: first?.firstCommit
      ? [
          {
            says: 'Who brought it and when, without its content:',
            text: `git show --no-patch --format=fuller ${first.firstCommit.id}`,
          },
        ]
      : [],
  };
}

function outOfCode(leak: Leak): Draft {
  const isKeyFile = leak.findings.some(({ path }) => /(?:^|\/)\.env(?:\.|$)|\.pem$|\.key$/.test(path));
  return {
    title: 'Take it out of the code',
    says: [
      'Read it from the environment or from a secret manager (of the cloud that runs the bot, of the CI, of the operating system). In code and configuration only the name of the variable remains.',
      'Keep no copy in notes, chats, e-mails, screenshots or cloud drives.',
      ...(isKeyFile ? ['A file that holds credentials belongs in .gitignore, and out of git’s index.'] : []),
    ],
    commands: isKeyFile ? [{ says: 'Write the missing ignore lines:', text: 'bnguard fix' }] : [],
  };
}

function newKey(leak: Leak): Draft | undefined {
  if (leak.halves[0]?.rule === 'listen-key') return undefined;
  return {
    title: 'Make the new key smaller',
    says: [
      'Ed25519: you keep the private key and Binance never has it. Protect its file with a passphrase and mode 0600.',
      'An IP list with the static addresses of the machine that uses it; single addresses, no ranges.',
      'Only the rights that this one strategy needs. No withdrawals, no transfers.',
      'A sub-account of its own, with no more money in it than the strategy uses.',
      'Write it into the key inventory, so that its age and its place are watched.',
    ],
    commands: [
      {
        says: 'A key pair; upload new-key.pub.pem when Binance asks for a self-generated key:',
        text: 'openssl genpkey -algorithm ed25519 -aes256 -out new-key.pem && chmod 600 new-key.pem\nopenssl pkey -in new-key.pem -pubout -out new-key.pub.pem',
      },
    ],
    notes: [
      {
        says: 'HMAC keys are often recommended as good enough. Binance calls them deprecated and recommends Ed25519.',
        source: docs.keyTypes,
      },
      {
        says: 'One reads that an IP list takes 20 addresses. Binance’s API documentation says 30 for a key; no official page with 20 was found.',
        source: docs.ipLimit,
      },
    ],
  };
}

function earliest(origins: readonly HistoryOrigin[]): HistoryOrigin | undefined {
  return origins
    .filter(({ firstCommit }) => firstCommit !== undefined)
    .sort((a, b) => (a.firstCommit!.date < b.firstCommit!.date ? -1 : 1))[0];
}

const sinceOf = ({ findings }: Leak): string | undefined =>
  earliest(findings.flatMap(({ origin }) => (origin.kind === 'history' ? [origin] : [])))?.firstCommit?.date.slice(
    0,
    10,
  );
