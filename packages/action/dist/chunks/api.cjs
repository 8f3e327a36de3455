"use strict";
// build/github/api.js
var api_exports = /* @__PURE__ */ require("./rolldown-runtime.cjs").__exportAll({ Api: () => Api });
/** The few requests to GitHub's API that a comment takes. A fault is an answer too: no comment is worth a failed run. */
const tries = 3;
/** Longer than this nobody waits to be let in again. */
const longestWait = 5e3;
const largest = 33554432;
var Api = class {
	#options;
	constructor(options) {
		this.#options = options;
	}
	/** `path`: below the API's address, or a page's whole address there. Never throws. */
	async ask(method, path, body) {
		for (let attempt = 1;; attempt++) {
			const { answer, after } = await this.#once(method, path, body);
			const mayPass = answer.status === 429 || answer.status >= 500 || answer.status === 403 && after !== void 0;
			if (attempt === tries || !mayPass || (after ?? 0) > longestWait) return answer;
			await new Promise((resolve) => setTimeout(resolve, after ?? 500 * attempt));
		}
	}
	async #once(method, path, body) {
		const { url, token, patience = 5e3 } = this.#options;
		const address = path.startsWith(`${url}/`) ? path : `${url}${path}`;
		try {
			const response = await fetch(address, {
				method,
				headers: {
					accept: "application/vnd.github+json",
					"x-github-api-version": "2022-11-28",
					"user-agent": "bnguard",
					...token !== "" && { authorization: `Bearer ${token}` },
					...body !== void 0 && { "content-type": "application/json" }
				},
				...body !== void 0 && { body: JSON.stringify(body) },
				redirect: "manual",
				signal: AbortSignal.timeout(patience)
			});
			const seconds = response.headers.get("retry-after");
			const [, next] = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get("link") ?? "") ?? [];
			const text = await response.text();
			return {
				answer: {
					status: response.status,
					body: text.length > largest ? void 0 : parsed(text),
					...next?.startsWith(`${url}/`) && { next }
				},
				after: seconds !== null && /^\d+$/.test(seconds) ? 1e3 * Number(seconds) : void 0
			};
		} catch {
			return {
				answer: {
					status: 0,
					body: void 0
				},
				after: void 0
			};
		}
	}
};
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
exports.Api = Api;
exports.api_exports = api_exports;
