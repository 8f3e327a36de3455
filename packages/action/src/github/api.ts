/** The few requests to GitHub's API that a comment takes. A fault is an answer too: no comment is worth a failed run. */

/** `status` 0: there was no answer, or none in time. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Address of the next page. */
  readonly next?: string;
}

export interface ApiOptions {
  /** Without a slash at its end. */
  readonly url: string;
  readonly token: string;
  /** Milliseconds for one answer. */
  readonly patience?: number;
}

const tries = 3;
/** Longer than this nobody waits to be let in again. */
const longestWait = 5000;
const largest = 32 * 1_048_576;

export class Api {
  readonly #options: ApiOptions;

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  /** `path`: below the API's address, or a page's whole address there. Never throws. */
  async ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<ApiAnswer> {
    for (let attempt = 1; ; attempt++) {
      const { answer, after } = await this.#once(method, path, body);
      const mayPass = answer.status === 429 || answer.status >= 500 || (answer.status === 403 && after !== undefined);
      // What was not answered may have been done: asked again, a comment could stand there twice.
      if (attempt === tries || !mayPass || (after ?? 0) > longestWait) return answer;
      await new Promise((resolve) => setTimeout(resolve, after ?? 500 * attempt));
    }
  }

  async #once(method: string, path: string, body: unknown): Promise<{ answer: ApiAnswer; after: number | undefined }> {
    const { url, token, patience = 5000 } = this.#options;
    const address = path.startsWith(`${url}/`) ? path : `${url}${path}`;
    try {
      const response = await fetch(address, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          'user-agent': 'bnguard',
          ...(token !== '' && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // Elsewhere the token is nobody's business.
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
      const seconds = response.headers.get('retry-after');
      const [, next] = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '') ?? [];
      const text = await response.text();
      return {
        answer: {
          status: response.status,
          body: text.length > largest ? undefined : parsed(text),
          ...(next?.startsWith(`${url}/`) && { next }),
        },
        after: seconds !== null && /^\d+$/.test(seconds) ? 1000 * Number(seconds) : undefined,
      };
    } catch {
      return { answer: { status: 0, body: undefined }, after: undefined };
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
