import { redact, visible } from "./first.mjs";
import { workflowCommand } from "./own-environment.mjs";
import { appendFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { randomUUID } from "node:crypto";
// build/github/api.js
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
			await setTimeout(after ?? 500 * attempt);
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
// build/github/runner.js
/** What a step hands to GitHub's runner: lines of the log, annotations, outputs, the job summary. The one place that writes. */
var Runner = class {
	/** How many annotations of each level there are: GitHub shows ten a step, and drops the rest silently. */
	taken = {
		error: 0,
		warning: 0,
		notice: 0
	};
	#env;
	#write;
	constructor(env, write) {
		this.#env = env;
		this.#write = write;
	}
	/** A line of the log. Nothing in it is taken for a command, whoever chose the words. */
	say(text) {
		for (const line of text.split("\n")) this.#write(`bnguard: ${harmless(line)}\n`);
	}
	async annotate(level, title, text) {
		this.taken[level]++;
		this.#write(await workflowCommand(level, { title }, redact(text)));
	}
	/** Annotations that are ready. */
	emit(pieces) {
		for (const piece of pieces) this.#write(piece);
	}
	/** A value may hold line breaks: its end is a word that nobody can guess. */
	output(values) {
		const entries = Object.entries(values).map(([name, value]) => {
			const end = `end_${randomUUID()}`;
			return `${name}<<${end}\n${value}\n${end}\n`;
		});
		this.#append("GITHUB_OUTPUT", entries.join(""));
	}
	summary(text) {
		this.#append("GITHUB_STEP_SUMMARY", text);
	}
	#append(variable, text) {
		const path = this.#env[variable];
		if (path === void 0 || path === "") return;
		try {
			appendFileSync(path, text);
		} catch (error) {
			this.say(`${variable} cannot be written (${error.code ?? "unknown error"}).`);
		}
	}
};
/** Commands of the older kind are obeyed anywhere in a line. */
const harmless = (line) => visible(redact(line)).replaceAll("##[", "## [");
export { Api, Runner };
