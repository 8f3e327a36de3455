/** One comment on a pull request, which later runs bring up to date. What keeps it from being written is only told. */
import type { Api, ApiAnswer } from './api.ts';

/** By which it is known again. */
export const marker = '<!-- bnguard: this comment is kept up to date -->';
/** GitHub's limit for a comment, in characters. */
export const commentLimit = 65_536;
const mostPages = 50;
/** In place of a status: an answer of something between us and GitHub. */
const notOurs = -1;

export interface CommentRequest {
  /** `owner/name` */
  readonly repository: string;
  readonly pullRequest: number;
  /** Markdown. */
  readonly text: string;
  /** Where there is none yet, write none. */
  readonly onlyUpdate: boolean;
}

/** What went wrong, undefined where nothing did. */
export async function writeComment(api: Api, request: CommentRequest): Promise<string | undefined> {
  const { repository, pullRequest, text, onlyUpdate } = request;
  const body = { body: `${marker}\n${text}` };
  const comments = `/repos/${repository}/issues/${pullRequest}/comments`;
  const found = await findOwn(api, `${comments}?per_page=100`);
  if (typeof found === 'object') return problem('read', found);
  if (found !== undefined) {
    const updated = await api.ask('PATCH', `/repos/${repository}/issues/comments/${found}`, body);
    // Somebody may have deleted it meanwhile.
    if (updated.status !== 404) return problem('updated', updated);
  }
  if (onlyUpdate) return undefined;
  return problem('written', await api.ask('POST', comments, body));
}

interface Comment {
  readonly id?: unknown;
  readonly body?: unknown;
  readonly user?: { readonly type?: unknown } | null;
  readonly author_association?: unknown;
}

/** The id of our comment, undefined where there is none, or the answer that kept us from knowing. */
async function findOwn(api: Api, first: string): Promise<number | undefined | ApiAnswer> {
  let page: string | undefined = first;
  for (let read = 0; page !== undefined && read < mostPages; read++) {
    const answer: ApiAnswer = await api.ask('GET', page);
    if (answer.status !== 200) return answer;
    if (!Array.isArray(answer.body)) return { ...answer, status: notOurs };
    const own = (answer.body as readonly (Comment | null)[]).find((comment) => comment !== null && isOwn(comment));
    if (own) return own.id as number;
    page = answer.next;
  }
  return undefined;
}

/** Anybody can write the marker: a stranger's comment must not become the one that people trust. */
function isOwn({ id, body, user, author_association: role }: Comment): boolean {
  const isOurs = user?.type === 'Bot' || role === 'OWNER' || role === 'MEMBER' || role === 'COLLABORATOR';
  return typeof id === 'number' && typeof body === 'string' && body.startsWith(marker) && isOurs;
}

function problem(what: string, { status }: ApiAnswer): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  const reasons: Readonly<Record<number, string>> = {
    [notOurs]: 'the answer was not GitHub’s',
    0: 'GitHub did not answer in time',
    401: 'the token is not valid',
    403: 'the token lacks pull-requests: write, as it always does for pull requests from forks',
    404: 'the token may not see pull requests: it needs pull-requests: write',
    422: 'GitHub refused its content',
    429: 'GitHub wants fewer requests',
  };
  return `The comment could not be ${what}: ${reasons[status] ?? `GitHub answered ${status}`}. Everything is in the job summary.`;
}
