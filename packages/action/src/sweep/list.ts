/** Which repositories an organisation or a list has, with their sizes. */
import { UserError } from 'bnguard/for-action';
import type { Api, ApiAnswer } from '../github/api.ts';
import type { Listed } from './plan.ts';

const mostPages = 200;

/** Throws a UserError for a name that is none. */
export function namedRepositories(text: string): Listed[] {
  const names = [...new Set(text.split(/[\s,]+/).filter(Boolean))];
  for (const name of names) {
    if (!/^[\w.-]+\/[\w.-]+$/.test(name)) throw new UserError(`repositories: ${name} is not owner/name.`);
  }
  return names.map((repository) => ({ repository, size: 0 }));
}

/** All repositories of an organisation or a person that the token can see. Rejects with a UserError where it cannot tell. */
export async function repositoriesOf(api: Api, owner: string): Promise<Listed[]> {
  if (!/^[\w.-]+$/.test(owner)) throw new UserError(`organization: ${owner} is no name of an organisation.`);
  const first = await api.ask('GET', `/orgs/${owner}/repos?per_page=100&type=all`);
  const found: Listed[] = [];
  let answer = first.status === 404 ? await api.ask('GET', `/users/${owner}/repos?per_page=100&type=owner`) : first;
  for (let page = 1; ; page++) {
    found.push(...readPage(owner, answer));
    if (answer.next === undefined) return found;
    if (page === mostPages)
      throw new UserError(`organization: ${owner} has more than ${100 * mostPages} repositories. Name them in parts.`);
    answer = await api.ask('GET', answer.next);
  }
}

/** The same of a repository that was named. What the server does not tell is found out when it is fetched. */
export async function withSize(api: Api, one: Listed): Promise<Listed> {
  const answer = await api.ask('GET', `/repos/${one.repository}`);
  return answer.status === 200 ? (listedOf(answer.body) ?? one) : one;
}

function readPage(owner: string, { status, body }: ApiAnswer): Listed[] {
  if (status !== 200 || !Array.isArray(body)) {
    const why = status === 0 ? 'GitHub did not answer in time' : `GitHub answered ${status}`;
    throw new UserError(
      `Nothing was scanned: the repositories of ${owner} cannot be listed (${why}). The token must be able to read them.`,
    );
  }
  return (body as unknown[]).flatMap((one) => listedOf(one) ?? []);
}

function listedOf(data: unknown): Listed | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { full_name: repository, size, pushed_at: pushedAt } = data as Record<string, unknown>;
  if (typeof repository !== 'string' || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  return {
    repository,
    size: typeof size === 'number' && size >= 0 ? size : 0,
    ...(typeof pushedAt === 'string' && { pushedAt }),
  };
}
