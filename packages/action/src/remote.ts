/** The server that a repository comes from, and how to ask it: the token is only ever in git's environment. */
import { UserError } from 'bnguard/for-action';

export interface Remote {
  /** Without credentials. */
  readonly url: string;
  /** What goes along with each request, such as `AUTHORIZATION: basic …`. */
  readonly header?: string;
}

/**
 * The server of a host: `https://github.com`, with its user and token, if there is one. Throws a UserError for an address
 * that is none; a user in it is left out, for addresses are shown.
 */
export function remoteOf(server: string, repository: string, user: string, token: string): Remote {
  const address = URL.canParse(server) ? new URL(server) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw new UserError(
      'Nothing was scanned: the address of the server (GITHUB_SERVER_URL) is not one of http or https.',
    );
  }
  const url = `${address.origin}${address.pathname.replace(/\/+$/, '')}/${repository}`;
  if (token === '') return { url };
  return { url, header: `AUTHORIZATION: basic ${Buffer.from(`${user}:${token}`).toString('base64')}` };
}

/** Seconds in which next to nothing may come before git gives up. */
const patience = 60;

/** Variables for a git that talks to this server and to no other kind of one. */
export function remoteVariables({ url, header }: Remote): Record<string, string> {
  const key = `http.${new URL(url).origin}/.extraheader`;
  const settings: [string, string][] = [
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', String(patience)],
    // An empty one takes back those of the user's configuration: servers refuse two.
    ...(header === undefined
      ? []
      : ([
          [key, ''],
          [key, header],
        ] as [string, string][])),
  ];
  const own = Object.entries(process.env).filter(([name]) => /^GIT_(?:PROXY_)?SSL_(?:CA\w+|CERT|KEY)$/.test(name));
  return { ...Object.fromEntries(own), GIT_ALLOW_PROTOCOL: 'http:https', ...withSettings(settings) };
}

/** The same for a git that reads a folder of another user, as in the containers of jobs. */
export function trusting(folder: string): Record<string, string> {
  return withSettings([['safe.directory', folder]]);
}

/** Settings by environment, behind those that are there. */
function withSettings(settings: readonly (readonly [string, string])[]): Record<string, string> {
  const given = /^\d+$/.test(process.env['GIT_CONFIG_COUNT'] ?? '') ? Number(process.env['GIT_CONFIG_COUNT']) : 0;
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(given + settings.length)],
    ...settings.flatMap(([key, value], i) => [
      [`GIT_CONFIG_KEY_${given + i}`, key],
      [`GIT_CONFIG_VALUE_${given + i}`, value],
    ]),
  ]) as Record<string, string>;
}
