import { count, isCredential, isTestnet, leakWith, listed, placeName, shortId } from "./first.mjs";
// ../cli/dist/way-out/purge.js
/**
* One rewrite for all findings, since each gives objects other ids. None for what no commit, branch or tag leads to.
* @param program `git filter-repo` with the flags of the place where it runs
*/
function purgeCommands(findings, program) {
	const reachable = findings.filter(({ origin }) => origin.kind === "history" && origin.reachable !== false);
	const plain = reachable.filter(isPlain);
	const others = reachable.filter((finding) => !isPlain(finding));
	const replaced = {
		keys: [...new Set(plain.map(({ fingerprint }) => fingerprint))].filter((name) => /^[0-9a-f]{32}$/.test(name)),
		blobs: idsOf(plain, "blob"),
		messages: idsOf(plain, "object"),
		isWhole: unnamed(plain) === 0
	};
	const dropped = {
		blobs: idsOf(others, "blob"),
		messages: idsOf(others, "object")
	};
	const callbacks = [
		...replaced.blobs.length + dropped.blobs.length > 0 ? [blobCallback(replaced, dropped.blobs)] : [],
		...replaced.messages.length > 0 ? [
			"message",
			"name",
			"email"
		].map((part) => textCallback(part, replaced.keys)) : [],
		...dropped.messages.length > 0 ? ["commit", "tag"].map((kind) => dropMessage(kind, dropped.messages)) : []
	];
	if (callbacks.length === 0) return [];
	return [{
		says: whatItDoes(replaced, dropped, unnamed(others)),
		text: `${program} ${callbacks.join(" \\\n  ")}`
	}];
}
function whatItDoes(replaced, dropped, rest) {
	const { blobs, messages, isWhole } = replaced;
	const places = [...blobs.length === 0 ? [] : isWhole ? ["in these blobs"] : ["in all blobs (more have it than a report names)"], ...messages.length === 0 ? [] : ["in messages of commits and tags", "in names of their authors"]];
	const whole = [...dropped.blobs.length === 0 ? [] : ["versions of files"], ...dropped.messages.length === 0 ? [] : ["messages"]];
	return [
		...places.length > 0 ? [`Replaces what has the fingerprint ${listed(places)}.`] : [],
		...whole.length > 0 ? [`Drops ${listed(whole)} that hold it in another form than 64 plain characters, whole.`] : [],
		...rest > 0 ? [`${count(rest, "more place")} may have it in such a form: scan what is left, and do it again until it is gone.`] : [],
		"The value is in no file and in no shell history."
	].join(" ");
}
function idsOf(findings, kind) {
	const ids = findings.flatMap(({ origin }) => {
		const { [kind]: own, places = [] } = origin;
		return [own, ...places.map((place) => place[kind])].filter((id) => id !== void 0);
	});
	return [...new Set(ids)];
}
/** How many places their report only counts. */
const unnamed = (findings) => findings.reduce((sum, { origin }) => {
	const { places = [], placeCount = 0 } = origin;
	return sum + Math.max(0, placeCount - places.length);
}, 0);
/** 64 characters in one line: as the value is, neither encoded nor put together. */
const isPlain = ({ start, end }) => start.line === end.line && end.column - start.column === 64;
/** Python: `cut` replaces what has one of the fingerprints (docs/decisions/0003-fingerprints.md). */
const pythonCut = (keys) => [
	"import hashlib, re",
	"def cut(found):",
	"    name = hashlib.sha256(b\"credential\\0\" + found[0]).hexdigest()[:32]",
	`    return b"REMOVED" if name in (${keys.map((key) => `"${key}",`).join(" ")}) else found[0]`
].join("\n");
const run64 = "rb\"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])\"";
const idTuple = (ids) => `(\n${ids.map((id) => `    b"${id}",`).join("\n")}\n)`;
function blobCallback({ keys, blobs, isWhole }, dropped) {
	const drop = dropped.length > 0 ? [`if blob.original_id in ${idTuple(dropped)}:\n    blob.skip()`] : [];
	const isOne = isWhole ? `blob.original_id in ${idTuple(blobs)}` : "True";
	const replace = blobs.length > 0 ? [`${drop.length > 0 ? "elif" : "if"} ${isOne}:\n    blob.data = re.sub(${run64}, cut, blob.data)`] : [];
	return `--blob-callback '\n${[
		...replace.length > 0 ? [pythonCut(keys)] : [],
		...drop,
		...replace
	].join("\n")}\n'`;
}
/** Of a commit's or tag's text: its message, or the names and addresses of who wrote it. */
const textCallback = (part, keys) => `--${part}-callback '\n${pythonCut(keys)}\nreturn re.sub(${run64}, cut, ${part})\n'`;
const dropMessage = (kind, ids) => `--${kind}-callback '\nif ${kind}.original_id in ${idTuple(ids)}:\n    ${kind}.message = b"REMOVED\\n"\n'`;
// ../cli/dist/way-out/step.js
const docs = {
	security: "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security",
	keyTypes: "https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types",
	purge: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository",
	ipLimit: "https://developers.binance.com/docs/margin_trading/trade/Create-Special-Key-of-Low-Latency-Trading",
	drained: "https://github.com/jaggedsoft/node-binance-api/issues/647"
};
// ../cli/dist/way-out/ticket.js
/** Undefined where the host has nothing of it, as far as this clone knows. */
function ticketFor({ findings }) {
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" && origin.reachable && origin.pushed ? [origin] : []);
	if (origins.length === 0) return void 0;
	const repository = findings[0]?.repository ?? "OWNER/REPOSITORY";
	const pulls = unique(origins.flatMap(({ refs = [] }) => refs.filter((ref) => /\/(?:pull|merge-requests)\//.test(ref))));
	const text = [
		`Subject: Please remove cached copies of a leaked credential from ${repository}`,
		"",
		"Hello,",
		"",
		`a credential was committed to ${repository}. It has been revoked, and I have rewritten the history and force-pushed`,
		"all branches and tags. Please",
		"  1. drop the read-only references of pull or merge requests that still lead to the old commits,",
		"  2. run a garbage collection of the repository and of its forks’ shared storage,",
		"  3. clear cached views of the old commits.",
		"",
		`First changed commit (old id): ${firstOf(origins) ?? "as git filter-repo printed it"}`,
		`Blobs that must no longer be served: ${blobsThat(origins)}`,
		`Pull or merge requests concerned: ${pulls.length > 0 ? pulls.join(", ") : "(number, as git filter-repo tells)"}`,
		"Orphaned LFS objects: (as git filter-repo tells, or none)",
		"",
		"The value itself is not in this message, and I will not send it."
	].join("\n");
	return {
		to: recipient(repository),
		text
	};
}
function blobsThat(origins) {
	const named = unique(origins.flatMap(({ blob, places = [] }) => [blob, ...places.map((place) => place.blob)]));
	const rest = origins.reduce((sum, { places = [], placeCount = 0 }) => sum + Math.max(0, placeCount - places.length), 0);
	if (named.length === 0) return "none, it stood in messages";
	return `${named.join(", ")}${rest > 0 ? ` and others in up to ${count(rest, "more place")} (the rewritten history has none of them)` : ""}`;
}
function firstOf(origins) {
	return origins.flatMap(({ firstCommit }) => firstCommit ?? []).sort((a, b) => a.date < b.date ? -1 : 1)[0]?.id;
}
const unique = (items) => [...new Set(items.filter((item) => item !== void 0))];
function recipient(repository) {
	if (repository.startsWith("github.com/")) return "GitHub Support, https://support.github.com/request (with an account that owns it)";
	if (repository.startsWith("gitlab.com/")) return "GitLab: first Settings > Repository > Repository maintenance > Redact text or Remove blobs, then its support";
	return "whoever runs the server that keeps the repository";
}
// ../cli/dist/way-out/out-of-history.js
const title = "Take it out of git’s history";
/**
* Undefined for what never was in a file.
* @param isWhole whether `leak` stands for all leaks of a report
*/
function outOfHistory(leak, isWhole = false) {
	const { findings } = leak;
	if (findings.every(({ origin }) => origin.kind === "stdin" || origin.kind === "editor")) return void 0;
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []);
	if (origins.length === 0) return {
		title,
		says: ["Only once the key is deleted: what is in a commit stays there when the file changes.", "A scan of the history tells which objects hold it, and then the command that removes them."],
		commands: [{
			says: "The command for this leak:",
			text: `bnguard scan --history --format json --output history.json\nbnguard explain ${leak.id} --report history.json`
		}]
	};
	const reachable = origins.filter((origin) => origin.reachable !== false);
	if (reachable.length === 0) return unreachable(origins);
	const step = reachable.some(({ pushed }) => pushed) ? published(leak, reachable) : local(leak, reachable);
	return isWhole ? step : {
		...step,
		says: [...step.says, allAtOnce]
	};
}
const filterRepo = "git filter-repo is a program of its own (Debian: git-filter-repo; pip install git-filter-repo). It gives every commit after the first change a new id.";
const allAtOnce = "Are there other leaks? A second rewrite is as much trouble as the first: bnguard explain purge --report FILE writes one command for all that a report of --history has.";
const note = {
	says: "Many guides use git filter-repo --replace-text or BFG with a file that lists the secrets. That writes the value down once more; ids and a fingerprint do the same without it.",
	source: docs.purge
};
/** Without it the old ids would be published with the new ones. */
const noReplaceRefs = "--replace-refs update-no-add";
function published(leak, origins) {
	const ticket = ticketFor(leak);
	const isPartly = origins.some(({ pushed }) => !pushed);
	return {
		title,
		says: [
			"Only once the key is deleted. Agree on it with everybody who has a clone, merge or close open pull requests first, and have them clone anew afterwards, yourself too: one old clone that is pushed brings it all back.",
			`Work in a fresh mirror, so that nothing unsaved is lost. ${filterRepo} From version 2.47 add --sensitive-data-removal, which also tells what the ticket below asks for.`,
			...isPartly ? ["Some commits that have it were not pushed from here, so they are not in the mirror. Do not push them: write them anew on top of the new history, without the value."] : [],
			"What a force-push does not reach: forks, refs of pull requests (GitHub refuses to change those, and the push says so), cached views of the host, logs and artifacts of CI, built images and packages, and every clone. Delete those that are yours, ask for the rest."
		],
		commands: [
			{
				says: "A fresh mirror:",
				text: `git clone --mirror "$(git remote get-url ${remoteOf(origins)})" purge.git && cd purge.git`
			},
			...purgeCommands(leak.findings, `git filter-repo ${noReplaceRefs}`),
			{
				says: "See that it is gone (exit code 0), then publish:",
				text: "bnguard scan --history . && git push --force --mirror origin"
			}
		],
		notes: [note],
		...ticket && { ticket }
	};
}
/** No remote has it: nothing is to be published, and no host to be asked. */
function local(leak, origins) {
	const program = `git filter-repo --force ${noReplaceRefs} --refs ${holders(origins)} $(git for-each-ref --format='^%(refname)' refs/remotes)`;
	return {
		title,
		says: ["Only once the key is deleted. No remote-tracking branch of this clone has it, so there is nothing to publish and no host to ask: the branches of this clone are rewritten before they are pushed. Do not push them as they are.", `Work in a copy, since what is not committed is lost in it: commit first. ${filterRepo} What a remote has already keeps its ids.`],
		commands: [
			{
				says: "A copy of this clone:",
				text: "top=\"$(git rev-parse --show-toplevel)\" && cp -a \"$top\" \"$top-purged\" && cd \"$top-purged\""
			},
			...purgeCommands(leak.findings, program),
			{
				says: "Tidy up (this also ends the reflog’s memory and the stash of the copy), and see that it is gone (exit code 0):",
				text: "git reflog expire --expire=now --all && git gc --quiet --prune=now && bnguard scan --history ."
			},
			{
				says: "Go on in the copy, and delete the old clone:",
				text: "rm -rf \"$top\""
			}
		],
		notes: [note]
	};
}
const plainRef = /^[\w./@+-]+$/;
/** The branches and tags to rewrite, as arguments: by name if all are known and none needs care in a shell. */
function holders(origins) {
	const isCut = origins.some(({ refs = [], refCount = 0 }) => refs.length < refCount);
	const refs = [...new Set(origins.flatMap(({ refs = [] }) => refs))].filter((ref) => !ref.startsWith("refs/remotes/"));
	const own = refs.filter((ref) => /^refs\/(?:heads|tags)\//.test(ref));
	if (isCut || own.length === 0 || own.length < refs.length || !own.every((ref) => plainRef.test(ref))) return "$(git for-each-ref --format='%(refname)' refs/heads refs/tags refs/notes)";
	return own.join(" ");
}
/** The name of a remote that has it; `origin` where it is one that a shell would not take as it is. */
function remoteOf(origins) {
	const names = origins.flatMap(({ refs = [] }) => refs.flatMap((ref) => /^refs\/remotes\/([^/]+)\//.exec(ref)?.[1] ?? []));
	return names.includes("origin") ? "origin" : names.find((name) => plainRef.test(name)) ?? "origin";
}
function unreachable(origins) {
	const held = [...new Set(origins.map(({ heldBy = "nothing" }) => heldBy))];
	return {
		title,
		says: [`No branch and no tag has it${held.some((one) => one !== "nothing") ? `; the ${listed(held.filter((one) => one !== "nothing"))} of this clone does` : ""}. Nothing must be rewritten: it goes when git tidies up.`],
		commands: [
			...held.includes("stash") ? [{
				says: "Find the entry and drop it:",
				text: "git stash list\ngit stash drop stash@{0}"
			}] : [],
			...held.includes("index") ? [{
				says: "Take it out of the index:",
				text: "git restore --staged ."
			}] : [],
			{
				says: "Tidy up now (this also ends the reflog’s memory of other work):",
				text: "git reflog expire --expire=now --all\ngit gc --prune=now"
			}
		]
	};
}
// ../cli/dist/way-out/way-out.js
const management = "https://www.binance.com/en/my/settings/api-management";
/** Steps in order, the first one first. */
function wayOut(leak) {
	return [
		deleteKey(leak),
		lookAtAccount(leak),
		closeDoors(leak),
		howItLeaked(leak),
		outOfCode(leak),
		outOfHistory(leak),
		newKey(leak)
	].filter((one) => one !== void 0).map((one) => ({
		commands: [],
		notes: [],
		...one
	}));
}
/**
* The first step as one line, for formats that have room for one; none for what is no credential.
* @param half the other half of its pair, where the report has it
*/
function firstStep(finding, half) {
	if (!isCredential(finding)) return [];
	const step = deleteKey(leakWith(finding, half ? [finding, half] : [finding]));
	return [`${step.title}: ${step.says[0] ?? ""}`];
}
const isTest = ({ halves }) => halves.every(isTestnet);
function deleteKey(leak) {
	const [half] = leak.halves;
	const has = (rule) => leak.halves.find((one) => one.rule === rule);
	if (isTest(leak)) return {
		title: "Delete the testnet key",
		says: [`Delete ${keyName(leak)} where the testnet or demo key was made. No money is at stake; what put it here will put the live one here too, so the rest of this list is worth a look.`]
	};
	if (half?.rule === "listen-key") return {
		title: "Let the stream end",
		says: ["Close the user data stream that this listen key belongs to. It tells balances and orders to whoever has it, places none, and ends by itself within the hour in which nobody prolongs it.", "A log that keeps listen keys usually keeps more: look for API keys beside it."]
	};
	const api = has("api-key");
	const cannot = "This takes effect at once and cannot be undone: what uses the key stops, and its open orders and positions stay as they are, so be ready to manage them by hand.";
	if (half?.rule === "key-passphrase") return {
		title: "Treat the private key as open",
		says: [
			"If the encrypted private key may have been in the same hands, delete the API key that its public half is registered under in Binance’s API Management.",
			cannot,
			"Use the passphrase nowhere else again."
		],
		commands: []
	};
	return {
		title: "Delete the key now",
		says: [
			`In Binance: profile, Account, API Management (${management}); in the app under the same names. Delete ${keyName(leak)}.`,
			...api ? [] : ["A secret or private key is not listed there. Where you cannot tell which API key belongs to it, delete every one that might."],
			cannot,
			"Limiting its addresses or rights instead leaves a key alive that others have."
		],
		notes: [{
			says: "Many guides begin with cleaning up git. GitHub’s own page says what we say: revoke first, since no clean-up reaches the copies that others have.",
			source: docs.purge
		}, ...leak.halves.length === 1 && api ? [{
			says: "An API key is often called a public name that may be shown. Binance’s documentation calls both the API key and the secret sensitive.",
			source: docs.security
		}] : []]
	};
}
/** `the API key that begins with FkYV (its secret begins with cSIz)`. */
function keyName({ halves }) {
	const api = halves.find(({ rule }) => rule === "api-key" || rule === "signed-request");
	const other = halves.find((half) => half !== api);
	if (!api?.masked) return `the API key that belongs to ${other?.masked ? `the ${roleName(other)} that begins with ${shown(other)}` : "it"}`;
	return `the API key that begins with ${shown(api)}${other?.masked ? ` (its ${roleName(other)} begins with ${shown(other)})` : ""}`;
}
const shown = ({ masked }) => masked.replace(/…$/, "");
const roleName = ({ rule }) => rule === "private-key" ? "private key" : "secret";
function lookAtAccount(leak) {
	if (isTest(leak) || leak.halves[0]?.rule === "listen-key") return void 0;
	const since = sinceOf(leak);
	return {
		title: "Look at what was done with it",
		says: [
			`Go through ${since ? `everything since ${since}, and the last 24 hours first` : "the last 24 hours first, then everything since the value was written here"}: orders and trades, withdrawals, transfers (between wallets, to other users, to and from sub-accounts), gift cards, and API keys, addresses or sub-accounts that you did not make.`,
			"Trades count as much as withdrawals: a key that may only trade is drained by buying a thin market high from the thief’s own orders. Look for pairs that you do not trade.",
			"Save what you find (order and transaction ids, times in UTC) before anything is tidied: Binance Support and the police ask for it."
		],
		notes: [{
			says: "That a key without the right to withdraw is safe is often said. Accounts have been emptied with such keys.",
			source: docs.drained
		}]
	};
}
function closeDoors(leak) {
	if (isTest(leak) || leak.halves[0]?.rule === "listen-key") return void 0;
	return {
		title: "Close the other doors",
		says: [
			"Delete the other API keys of the account too, unless you know that they stand nowhere near this one.",
			"Change the password, set two-factor authentication up anew (an authenticator app or a passkey), and sign out every device.",
			"If anything is missing: disable the account in its security settings, then write to Binance Support with the first four characters of the API key and what you saved. Nobody there needs the secret."
		]
	};
}
function howItLeaked({ findings }) {
	const places = [...new Set(findings.map((one) => `${placeName(one)}${one.path ? `:${one.start.line}` : ""}`))];
	const shown = places.slice(0, 5);
	const more = places.length - shown.length;
	const standing = `It stands at ${listed([...shown, ...more > 0 ? [count(more, "other place")] : []])}.`;
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []);
	const first = earliest(origins);
	const title = "Know how it leaked";
	if (origins.length === 0) {
		const commits = [...new Set(findings.flatMap(({ origin }) => origin.kind === "range" ? [origin.commit] : []))];
		return {
			title,
			says: [
				standing,
				...commits.length > 0 ? [`It came in with ${listed(commits.slice(0, 3).map((id) => `commit ${shortId(id)}`))}.`] : [],
				"Whether git has it already, since when, and whether a remote has it, a scan of the history tells."
			],
			commands: [{
				says: "Since when, and where else:",
				text: "bnguard scan --history --format json --output history.json"
			}]
		};
	}
	const pushed = origins.some((origin) => origin.pushed);
	const refs = [...new Set(origins.flatMap((origin) => origin.refs ?? []))].map((ref) => ref.replace(/^refs\/(?:heads|remotes|tags)\//, ""));
	const named = refs.slice(0, 4);
	const others = Math.max(refs.length, ...origins.map(({ refCount = 0 }) => refCount)) - named.length;
	return {
		title,
		says: [
			standing,
			...first?.firstCommit ? [`It came in with commit ${shortId(first.firstCommit.id)}, which its author wrote on ${first.firstCommit.date.slice(0, 10)}${first.exposedDays === void 0 ? "" : ` (${count(first.exposedDays, "day")} ago)`}${first.isCut ? ", or earlier: this clone is cut off there" : ""}.`] : [],
			...named.length > 0 ? [`In the history of ${listed([...named, ...others > 0 ? [count(others, "other ref")] : []])}.`] : [],
			pushed ? "A remote has it. Bots read public repositories within minutes of a push; in a private one, everybody with access has it, and every fork and clone." : "No remote-tracking branch of this clone has it. If it was never pushed from elsewhere either, it is on this machine only: still delete the key if a backup, a shared folder or a second person could have it."
		],
		commands: first?.firstCommit ? [{
			says: "Who brought it and when, without its content:",
			text: `git show --no-patch --format=fuller ${first.firstCommit.id}`
		}] : []
	};
}
function outOfCode(leak) {
	const isKeyFile = leak.findings.some(({ path }) => /(?:^|\/)\.env(?:\.|$)|\.pem$|\.key$/.test(path));
	return {
		title: "Take it out of the code",
		says: [
			"Read it from the environment or from a secret manager (of the cloud that runs the bot, of the CI, of the operating system). In code and configuration only the name of the variable remains.",
			"Keep no copy in notes, chats, e-mails, screenshots or cloud drives.",
			...isKeyFile ? ["A file that holds credentials belongs into .gitignore, and out of git’s index."] : []
		],
		commands: isKeyFile ? [{
			says: "Write the missing ignore lines:",
			text: "bnguard fix"
		}] : []
	};
}
function newKey(leak) {
	if (leak.halves[0]?.rule === "listen-key") return void 0;
	return {
		title: "Make the new key smaller",
		says: [
			"Ed25519: you keep the private key and Binance never has it. Protect its file with a passphrase and mode 0600.",
			"An IP list with the static addresses of the machine that uses it; single addresses, no ranges.",
			"Only the rights that this one strategy needs. No withdrawals, no transfers.",
			"A sub-account of its own, with no more money in it than the strategy uses.",
			"Write it into the key inventory, so that its age and its place are watched."
		],
		commands: [{
			says: "A key pair; upload new-key.pub.pem when Binance asks for a self-generated key:",
			text: "openssl genpkey -algorithm ed25519 -aes256 -out new-key.pem && chmod 600 new-key.pem\nopenssl pkey -in new-key.pem -pubout -out new-key.pub.pem"
		}],
		notes: [{
			says: "HMAC keys are often recommended as good enough. Binance calls them deprecated and recommends Ed25519.",
			source: docs.keyTypes
		}, {
			says: "One reads that an IP list takes 20 addresses. Binance’s API documentation says 30 for a key; no official page with 20 was found.",
			source: docs.ipLimit
		}]
	};
}
function earliest(origins) {
	return origins.filter(({ firstCommit }) => firstCommit !== void 0).sort((a, b) => a.firstCommit.date < b.firstCommit.date ? -1 : 1)[0];
}
const sinceOf = ({ findings }) => earliest(findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []))?.firstCommit?.date.slice(0, 10);
export { firstStep, outOfHistory, wayOut };
