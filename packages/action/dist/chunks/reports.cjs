"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
const require_text = require("./text.cjs");
const require_front = require("./front.cjs");
// ../cli/dist/way-out/purge.js
/** Empty where nothing that a branch or tag leads to holds it. */
function purgeOf(findings) {
	const reachable = findings.filter(({ origin }) => origin.kind === "history" && origin.reachable !== false);
	return {
		fingerprints: [...new Set(findings.map(({ fingerprint }) => fingerprint).filter((name) => isFingerprint.test(name)))],
		blobs: holdersOf(reachable, "blob"),
		messages: holdersOf(reachable, "object"),
		isWhole: reachable.every(({ origin }) => {
			const { places = [], placeCount = 0 } = origin;
			return places.length >= placeCount;
		})
	};
}
/** A report is a file, and may be anybody's: nothing else may get into a command. */
const isFingerprint = /^[0-9a-f]{32}$/;
const isId = /^[0-9a-f]{40,64}$/;
function holdersOf(findings, kind) {
	const holders = /* @__PURE__ */ new Map();
	for (const { fingerprint, origin } of findings) {
		const { [kind]: own, places = [] } = origin;
		for (const id of [own, ...places.map((place) => place[kind])]) {
			if (id === void 0 || !isId.test(id) || !isFingerprint.test(fingerprint)) continue;
			holders.set(id, (holders.get(id) ?? /* @__PURE__ */ new Set()).add(fingerprint));
		}
	}
	return holders;
}
/** The arguments for `git filter-repo`. */
function callbacks({ fingerprints, blobs, messages, isWhole }) {
	return [...blobs.size > 0 ? [blobCallback(fingerprints, blobs, isWhole)] : [], ...messages.size > 0 ? [textCallback("commit", [
		"message",
		"author_name",
		"author_email",
		"committer_name",
		"committer_email"
	], fingerprints, messages), textCallback("tag", [
		"message",
		"tagger_name",
		"tagger_email"
	], fingerprints, messages)] : []].join(" \\\n    ");
}
function whatItDoes({ blobs, messages, isWhole }) {
	return [`In ${[...blobs.size === 0 ? [] : [isWhole ? "the versions of files that are named below" : "all versions of files (more have it than a report names)"], ...messages.size === 0 ? [] : ["messages of commits and tags, and names of their authors"]].join(" and in ")} the value becomes REMOVED. A file’s version or a message that has it in another form (encoded, put together, a key in PEM) is dropped whole. The value is in no file and in no shell history.`, ...isWhole ? [] : ["If it is still found then: scan what is left, and do it again."]].join(" ");
}
/**
* Python. `cut` replaces what has one of the fingerprints (docs/decisions/0003-fingerprints.md); what an object holds and
* `cut` did not see stands there in another form.
*/
const python = (kind, fingerprints, holders) => `import hashlib, re
names = {${fingerprints.map((name) => `"${name}"`).join(", ")}}
holders = {
${[...holders].map(([id, held]) => `    b"${id}": "${[...held].join(" ")}",`).join("\n")}
}
seen = set()
def one(found):
    name = hashlib.sha256(b"credential\\0" + found[0]).hexdigest()[:32]
    if name not in names:
        return found[0]
    seen.add(name)
    return b"REMOVED"
def cut(data):
    return re.sub(rb"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])", one, data)
held = set(holders.get(${kind}.original_id, "").split())`;
const blobCallback = (fingerprints, holders, isWhole) => `--blob-callback '
${python("blob", fingerprints, holders)}
if ${isWhole ? "held" : "True"}:
    data = cut(blob.data)
    if held - seen:
        blob.skip()
    else:
        blob.data = data
'`;
const textCallback = (kind, fields, fingerprints, holders) => `--${kind}-callback '
${python(kind, fingerprints, holders)}
if held:
    texts = [cut(text or b"") for text in (${fields.map((field) => `${kind}.${field}`).join(", ")})]
    if held - seen:
        texts[0] = b"REMOVED\\n"
    ${fields.map((field) => `${kind}.${field}`).join(", ")} = texts
'`;
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
function ticketFor(findings) {
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" && origin.reachable !== false && origin.pushed ? [origin] : []);
	if (origins.length === 0) return void 0;
	const repository = require_first.visible(findings[0]?.repository ?? "OWNER/REPOSITORY");
	const pulls = unique(origins.flatMap(({ refs = [] }) => refs.filter((ref) => /\/(?:pull|merge-requests)\//.test(ref)))).map(require_first.visible);
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
	return `${named.join(", ")}${rest > 0 ? ` and others in up to ${require_first.count(rest, "more place")} (the rewritten history has none of them)` : ""}`;
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
/** Of one leak, or of all leaks of a report at once. Undefined for what never was in a file. */
function outOfHistory(findings) {
	if (findings.every(({ origin }) => origin.kind === "stdin" || origin.kind === "editor")) return void 0;
	const past = findings.filter(({ origin }) => origin.kind === "history");
	if (past.length === 0) return unknown;
	const of = (wanted) => past.filter(({ origin }) => origin.kind === "history" && wanted(origin));
	const reachable = of((origin) => origin.reachable !== false);
	const isPublished = reachable.some(({ origin }) => origin.kind === "history" && origin.pushed === true);
	const ways = [isPublished ? published(reachable) : local(reachable), unreachable(of((origin) => origin.reachable === false))].filter((way) => way !== void 0);
	const several = ways.length > 1;
	const ticket = ticketFor(past);
	return {
		title,
		says: ["Only once the key is deleted.", ...ways.flatMap(({ of: whose, says: [first = "", ...rest] }) => [several ? `${namesOf(whose)}: ${first}` : first, ...rest])],
		commands: [...ways.flatMap(({ commands }) => commands), {
			says: isPublished ? "When it is published, clone anew from the address of the remote and look there: the exit code is 0." : "At the end, see that it is gone: the exit code is 0.",
			text: check(purgeOf(past))
		}],
		notes: ways.some(({ isRewritten }) => isRewritten) ? [note] : [],
		...ticket && { ticket }
	};
}
/** `FkYV…, cSIz…`: so many that one recognises them. */
function namesOf(findings) {
	const names = [...new Set(findings.map(({ masked, rule }) => masked || rule))];
	return [...names.slice(0, 6), ...names.length > 6 ? ["…"] : []].join(", ");
}
/** Nobody has looked into the history. */
const unknown = {
	title,
	says: ["Only once the key is deleted: what is in a commit stays there when the file changes.", "Whether git has it, a scan of the history tells, and then what takes it out, all leaks at once. What was never committed, staged or stashed is not there, and nothing is to be done."],
	commands: [{
		says: "What the history has, and the way out of it:",
		text: "bnguard scan --history --format json --output history.json\nbnguard explain purge --report history.json"
	}]
};
const note = {
	says: "Many guides use git filter-repo --replace-text or BFG with a file that lists the secrets. That writes the value down once more; ids and a fingerprint do the same without it.",
	source: docs.purge
};
const program = "git filter-repo is a program of its own (Debian: git-filter-repo; pip install git-filter-repo). It gives every commit after the first change a new id, and takes signatures off";
/** Without it the old ids would be published with the new ones. */
const filterRepo = "git filter-repo --quiet --replace-refs update-no-add";
/** These values and no others, whatever sets findings aside. */
const check = ({ fingerprints }) => `bnguard scan --history --no-cache --fingerprint ${fingerprints.join(",")} .`;
/** One block: pasted line by line, what comes behind a failed command would still run. */
const script = (...lines) => [
	"(",
	"set -eu",
	"stop() { echo \"$1\" >&2; exit 1; }",
	...lines,
	")"
].join("\n");
const toTop = "cd \"$(git rev-parse --show-toplevel 2>/dev/null || git rev-parse --absolute-git-dir)\"";
function published(findings) {
	if (findings.length === 0) return void 0;
	const purge = purgeOf(findings);
	return {
		of: findings,
		isRewritten: true,
		says: [
			`A remote has it. Agree on the rewrite with everybody who has a clone, and merge or close open pull requests first. ${program}.`,
			"It is done in fresh mirrors of the remotes, so nothing in this clone is lost. Afterwards everybody clones anew, yourself too: one old clone that is pushed brings it all back. Work that is in this clone alone is to be written anew on top of the new history, without the value.",
			"What a force-push does not reach: forks, refs of pull requests (GitHub refuses to change those, and the push says so), cached views of the host, logs and artifacts of CI, built images and packages, and every clone. Delete those that are yours, ask for the rest."
		],
		commands: [{
			says: `A mirror of each remote that has it, rewritten and checked. ${whatItDoes(purge)} Nothing is published yet: it prints the command that does.`,
			text: script(toTop, "for remote in $(git remote); do", "  purge=\"$(mktemp -d)/purge.git\"", "  git clone --quiet --mirror \"$(git remote get-url \"$remote\")\" \"$purge\"", `  printf '%s\\n' ${[...purge.blobs.keys(), ...purge.messages.keys()].join(" ")} |`, "    git -C \"$purge\" cat-file --batch-check | grep -q -v ' missing$' || { echo \"$remote has none of it.\"; continue; }", "  (", "  cd \"$purge\"", `  ${filterRepo} ${callbacks(purge)}`, `  ${check(purge)}`, "  )", "  echo \"$remote is clean in $purge. Look at it, publish it, then delete it:\"", "  echo \"  git -C $purge push --force --mirror origin\"", "done")
		}]
	};
}
function local(findings) {
	if (findings.length === 0) return void 0;
	const purge = purgeOf(findings);
	return {
		of: findings,
		isRewritten: true,
		says: ["No remote-tracking branch of this clone has it. Unless it was pushed all the same and the branch deleted again, or pushed to an address (hosts keep such commits), or as a tag (git ls-remote --tags tells), nothing is to be published and nobody to be asked: the branches of this clone are rewritten before they are pushed. Do not push them as they are.", `${program}; what a remote has keeps its ids. Commit or put away what is changed first: the script stops otherwise.`],
		commands: [{
			says: `A mirror of this clone, rewritten, checked, and brought back. ${whatItDoes(purge)}`,
			text: script(toTop, "repo=\"$(git rev-parse --absolute-git-dir)\"", "[ \"$(git worktree list | wc -l)\" -eq 1 ] || stop 'Other work trees keep the old commits: git worktree list, then git worktree remove.'", "! git rev-parse -q --verify refs/stash >/dev/null || stop 'Stashes keep the old commits: apply or drop them first (git stash list).'", "git symbolic-ref -q HEAD >/dev/null || stop 'HEAD is on no branch: git switch -c NAME first.'", "isBare=\"$(git rev-parse --is-bare-repository)\"", "[ \"$isBare\" = true ] || [ -z \"$(git status --porcelain --untracked-files=no)\" ] || stop 'Commit what is changed first: git status.'", "purge=\"$(mktemp -d)/purge.git\"", "git clone --quiet --no-local --mirror \"$repo\" \"$purge\"", "(", "cd \"$purge\"", `${filterRepo} --force --refs $(git for-each-ref --format='%(refname)' | grep -v '^refs/remotes/') \\`, `    $(git for-each-ref --format='^%(refname)' refs/remotes) ${callbacks(purge)}`, "git reflog expire --expire=now --all", "git gc --quiet --prune=now", check(purge), ")", "git fetch --quiet --force --update-head-ok \"$purge\" '+refs/*:refs/*' '^refs/remotes/*'", "[ \"$isBare\" = true ] || git reset --quiet", "rm -rf \"$(dirname \"$purge\")\"", "git reflog expire --expire=now --all", "git gc --quiet --prune=now", "echo \"The branches are rewritten. Files on disk are as they were: git status shows where they still have it.\"")
		}]
	};
}
/** Nothing must be rewritten: it goes when what holds it lets go, and git tidies up. */
function unreachable(findings) {
	if (findings.length === 0) return void 0;
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []);
	const held = [...new Set(origins.map(({ heldBy = "nothing" }) => heldBy))];
	const holders = held.filter((one) => one !== "nothing");
	const blobs = [...new Set(origins.flatMap(({ blob }) => blob ?? []))].filter((id) => /^[0-9a-f]{40,64}$/.test(id));
	return {
		of: findings,
		isRewritten: false,
		says: [`No branch and no tag leads to ${holders.length > 0 ? `it; the ${require_first.listed(holders)} of this clone does` : "it, and nothing else does"}. Nothing must be rewritten.`],
		commands: [
			...held.includes("stash") ? [{
				says: "Which entries of the stash hold it; it prints the commands that drop these, in the order to run them:",
				text: script("git stash list --format='%gd' | sort -t'{' -k2 -rn | while read -r entry; do", "  for part in \"$entry\" \"$entry^2\" \"$entry^3\"; do git ls-tree -r \"$part\" 2>/dev/null || true; done |", `    grep -q ${blobs.map((id) => `-e ${id}`).join(" ")} && echo "git stash drop $entry" || true`, "done")
			}] : [],
			...held.includes("index") ? [{
				says: "Which staged files hold it; it prints the commands that take these out of the index, and leaves them on disk:",
				text: script(toTop, `git ls-files --stage | grep ${blobs.map((id) => `-e ${id}`).join(" ")} | cut -f2- | while read -r path; do`, "  echo \"git reset -q -- $path\"", "done")
			}] : [],
			...held.includes("reflog") ? [{
				says: "Let the reflog forget, but not the stash. With it goes the way back to any commit that was amended, rebased or reset:",
				text: "git reflog expire --expire=now --expire-unreachable=now HEAD $(git for-each-ref --format='%(refname)' refs/heads refs/remotes)"
			}] : [],
			{
				says: "Tidy up. This deletes everything that nothing leads to, such as stashes that were dropped before:",
				text: "git gc --quiet --prune=now"
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
		ofOne(outOfHistory(leak.findings)),
		newKey(leak)
	].filter((one) => one !== void 0).map((one) => ({
		commands: [],
		notes: [],
		...one
	}));
}
/** Whoever looks at one leak may have others. */
const ofOne = (step) => step?.notes?.length ? {
	...step,
	says: [...step.says, "Of several leaks take all out in one rewrite: bnguard explain purge --report FILE."]
} : step;
/**
* The first step as one line, for formats that have room for one; none for what is no credential.
* @param half the other half of its pair, where the report has it
*/
function firstStep(finding, half) {
	if (!require_text.isCredential(finding)) return [];
	const step = deleteKey(require_text.leakWith(finding, half ? [finding, half] : [finding]));
	return [`${step.title}: ${step.says[0] ?? ""}`];
}
const isTest = ({ halves }) => halves.every(require_first.isTestnet);
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
		]
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
	const places = [...new Set(findings.map((one) => `${require_text.placeName(one)}${one.path ? `:${one.start.line}` : ""}`))];
	const shown = places.slice(0, 5);
	const more = places.length - shown.length;
	const standing = `It stands at ${require_first.listed([...shown, ...more > 0 ? [require_first.count(more, "other place")] : []])}.`;
	const origins = findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []);
	const first = earliest(origins);
	const title = "Know how it leaked";
	if (origins.length === 0) {
		const commits = [...new Set(findings.flatMap(({ origin }) => origin.kind === "range" ? [origin.commit] : []))];
		return {
			title,
			says: [
				standing,
				...commits.length > 0 ? [`It came in with ${require_first.listed(commits.slice(0, 3).map((id) => `commit ${require_text.shortId(id)}`))}.`] : [],
				"Whether git has it already, since when, and whether a remote has it, a scan of the history tells."
			],
			commands: [{
				says: "Since when, and where else:",
				text: "bnguard scan --history --format json --output history.json"
			}]
		};
	}
	const pushed = origins.some((origin) => origin.pushed);
	const refs = [...new Set(origins.flatMap((origin) => origin.refs ?? []))].map(require_first.shortRef);
	const named = refs.slice(0, 4);
	const others = Math.max(refs.length, ...origins.map(({ refCount = 0 }) => refCount)) - named.length;
	return {
		title,
		says: [
			standing,
			...first?.firstCommit ? [`It came in with commit ${require_text.shortId(first.firstCommit.id)}, which its author wrote on ${first.firstCommit.date.slice(0, 10)}${first.exposedDays === void 0 ? "" : ` (${first.exposedDays === 0 ? "today" : `${require_first.count(first.exposedDays, "day")} ago`})`}${first.isCut ? ", or earlier: this clone is cut off there" : ""}.`] : [],
			...named.length > 0 ? [`In the history of ${require_first.listed([...named, ...others > 0 ? [require_first.count(others, "other ref")] : []])}.`] : [],
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
			...isKeyFile ? ["A file that holds credentials belongs in .gitignore, and out of git’s index."] : []
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
// ../cli/dist/reports/github.js
var github_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ githubReport: () => githubReport });
const levels$1 = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "notice",
	info: "notice"
};
/** GitHub: "limited to 10 warning annotations and 10 error annotations per step". */
const mostOfALevel = 10;
/**
* The worst of each level as annotations; where there are more, the last one says how many.
* @param taken how many of a level the step makes besides these
*/
function* githubReport(report, taken = {}) {
	const half = require_text.halfFinder(report.findings);
	for (const level of [
		"error",
		"warning",
		"notice"
	]) {
		const all = require_text.worstFirst(report.findings.filter(({ severity }) => levels$1[severity] === level));
		const room = mostOfALevel - (taken[level] ?? 0) - (level === "error" && !report.complete ? 1 : 0);
		const shown = all.length > room ? all.slice(0, room - 1) : all;
		for (const finding of shown) yield annotation(level, finding, half(finding));
		const more = all.length - shown.length;
		if (more > 0) {
			const text = `${require_first.count(more, "more finding")} of this kind. GitHub shows ten a step: the job summary or the JSON report has them all.`;
			yield command(level, { title: `bnguard: ${more} more` }, text);
		}
	}
	if (!report.complete) yield command("error", { title: "bnguard: the scan is incomplete" }, "Not everything could be read, so there may be more than this shows. --format text --verbose says what.");
}
function annotation(level, finding, half) {
	const { rule, masked, start, end, path, origin, message, severity, confidence } = finding;
	const isHere = path !== "" && (origin.kind !== "history" || origin.atHead === true && origin.headPath === path);
	const place = isHere ? {
		file: path,
		line: start.line,
		...end.line === start.line && {
			col: start.column,
			endColumn: end.column
		}
	} : {};
	const commit = require_text.broughtBy(finding);
	const sentences = [
		`${isHere ? "" : `${require_text.placeName(finding)}:${start.line}: `}${message} (${severity}, ${confidence}).`,
		...origin.kind === "history" ? require_text.exposureSentences(origin, path).slice(0, 1) : [],
		...commit === void 0 ? [] : [`Commit ${commit} brings it.`],
		...firstStep(finding, half)
	];
	const title = [
		"bnguard:",
		rule,
		masked
	].filter(Boolean).join(" ");
	return command(level, {
		...place,
		title
	}, sentences.join("\n"));
}
function command(level, properties, message) {
	const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(require_first.visible(String(value)))}`);
	const lines = message.split("\n").map(require_first.visible).join("\n");
	return `::${level} ${list.join(",")}::${escapedData(lines)}\n`;
}
/** As the runner takes them back (actions/toolkit, core/src/command.ts). */
const escapedData = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapedProperty = (text) => escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
// ../cli/dist/reports/json.js
var json_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ jsonReport: () => jsonReport });
/**
* Indented by two spaces, with a final newline, in pieces: one for each finding. Characters that a terminal would obey are
* written as `\uXXXX`.
*/
function* jsonReport(report) {
	const { schema, tool, asOf, complete, findings, suppressed, skipped, coverage, ...more } = report;
	yield "{";
	yield* members({
		schema,
		tool,
		asOf,
		complete
	});
	yield ",\n  \"findings\": ";
	yield* list(findings, inOrder);
	yield ",\n  \"suppressed\": ";
	yield* list(suppressed, inOrder);
	yield ",\n  \"skipped\": ";
	yield* list(skipped, (skip) => skip);
	yield ",";
	yield* members({
		coverage,
		...more
	});
	yield "\n}\n";
}
/** A finding with its keys in the order of the contract. */
function inOrder(finding) {
	const { rule, role, severity, confidence, message, masked, fingerprint, environment, pair, ...rest } = finding;
	const { repository, path, start, end, origin, evidence, ...more } = rest;
	return {
		rule,
		role,
		severity,
		confidence,
		message,
		masked,
		fingerprint,
		environment,
		pair,
		repository,
		path,
		start,
		end,
		origin,
		evidence,
		...more
	};
}
function* members(data) {
	const present = Object.entries(data).filter(([, value]) => value !== void 0);
	for (const [i, [key, value]] of present.entries()) yield `${i > 0 ? "," : ""}\n  ${JSON.stringify(key)}: ${text(value, "  ")}`;
}
function* list(items, change) {
	if (items.length === 0) {
		yield "[]";
		return;
	}
	yield "[";
	for (const [i, item] of items.entries()) yield `${i > 0 ? "," : ""}\n    ${text(change(item), "    ")}`;
	yield "\n  ]";
}
/** JSON whose further lines are indented; no string in it has a line break of its own. */
const text = (value, indent) => require_first.visibleJson(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${indent}`);
// ../cli/dist/reports/markdown.js
var markdown_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ markdownReport: () => markdownReport });
/** GitHub takes 65,536 characters in a comment; a job summary may have 1 MiB. This fits both. */
const commentLimit = 65536;
/** Rows and leaks beyond these make nothing clearer. */
const most = {
	rows: 1e3,
	leaks: 20
};
const marks = {
	critical: "🟥",
	high: "🟧",
	medium: "🟨",
	low: "🟦",
	info: "⬜"
};
/** @param limit characters at most; what does not fit is counted at the end */
function markdownReport(report, rules, limit = commentLimit) {
	const { findings } = report;
	const parts = [...headLines(report)];
	let room = limit - 400 - size(parts);
	const forRows = room * .6;
	const rows = [];
	for (const finding of require_text.worstFirst(findings).slice(0, most.rows)) {
		const row = rowOf(finding);
		if (size(rows) + row.length + 1 > (rows.length < 20 ? room : forRows)) break;
		rows.push(row);
	}
	room -= size(rows);
	if (rows.length > 0) parts.push("", "| severity | rule | where | what |", "|---|---|---|---|", ...rows);
	const cutRows = findings.length - rows.length;
	const leaks = require_text.leaksOf(require_text.worstFirst(findings));
	let shownLeaks = 0;
	for (const leak of leaks.slice(0, most.leaks)) {
		const lines = leakLines(leak);
		if (size(lines) > room) break;
		parts.push(...lines);
		room -= size(lines);
		shownLeaks += 1;
	}
	const advice = adviceLines(findings, rules);
	if (size(advice) <= room) parts.push(...advice);
	const cut = [...cutRows > 0 ? [require_first.count(cutRows, "finding")] : [], ...leaks.length > shownLeaks ? [`the steps of ${require_first.count(leaks.length - shownLeaks, "leak")}`] : []];
	if (cut.length > 0) parts.push("", `_Cut, because the platform takes no more than ${require_first.grouped(limit)} characters here: ${cut.join(" and ")}. \`--format html\` or \`json\` has everything._`);
	return `${parts.join("\n")}\n`;
}
const size = (lines) => lines.reduce((sum, line) => sum + line.length + 1, 0);
function headLines({ findings, suppressed, complete, skipped }) {
	const counts = require_first.severities.toReversed().flatMap((severity) => {
		const n = findings.filter((finding) => finding.severity === severity).length;
		return n > 0 ? [`${marks[severity]} ${require_first.grouped(n)} ${severity}`] : [];
	});
	const gaps = skipped.filter(require_front.isGap);
	return [
		`### bnguard: ${findings.length === 0 ? complete ? "no findings" : "nothing found, but not everything was read" : require_first.count(findings.length, "finding")}`,
		...counts.length > 0 ? ["", counts.join(" · ")] : [],
		...complete ? [] : [
			"",
			"> [!WARNING]",
			`> **Incomplete:** not everything could be read, so there may be more than this shows.${gaps.length > 0 ? ` ${require_first.count(gaps.length, "thing")} could not be read, such as ${code(gaps[0].path || (gaps[0].object ?? ""))}.` : ""}`
		],
		...asideLines(suppressed)
	];
}
/** Set aside by whom and why: the worst ones, for the reviewer who would want to know. */
function asideLines(suppressed) {
	if (suppressed.length === 0) return [];
	const shown = require_text.worstFirst(suppressed).slice(0, 5);
	const more = suppressed.length - shown.length;
	return [
		"",
		`${require_first.count(suppressed.length, "finding was", "findings were")} set aside:`,
		"",
		...shown.map(({ rule, masked, path, suppression: { by, reason } }) => `- ${code(rule)}${masked ? ` ${code(masked)}` : ""} in ${code(path)}, by ${by}: ${prose(reason ?? "no reason given")}`),
		...more > 0 ? [`- and ${require_first.grouped(more)} more`] : []
	];
}
function rowOf(finding) {
	const { severity, rule, masked, message, start, origin, path, environment, confidence } = finding;
	const since = origin.kind === "history" ? require_text.exposureSentences(origin, path).slice(0, 1) : [];
	const kind = require_first.isTestnet(finding) ? `, ${environment}` : "";
	const what = [`${prose(message)} (${confidence}${kind})`, ...since.map(prose)].join(". ");
	const commit = require_text.broughtBy(finding);
	const place = path === "" ? prose(require_text.placeName(finding)) : code(`${path}:${start.line}`);
	const where = commit === void 0 ? place : `${place} in ${code(commit)}`;
	return `| ${marks[severity]} ${severity} | ${code(rule)}${masked ? ` ${code(masked)}` : ""} | ${where} | ${what} |`;
}
function leakLines(leak) {
	const name = leak.halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(" ")).join(" and ");
	const steps = wayOut(leak).flatMap(({ title, says, commands, notes, ticket }, i) => [
		`${i + 1}. **${title}**`,
		...says.map((sentence) => `   - ${prose(sentence)}`),
		...commands.flatMap(({ says: about, text }) => [`   - ${prose(about)}`, ...fenced(text, "     ")]),
		...notes.map(({ says: note, source }) => `   - _${prose(note)}_ [Source](${source})`),
		...ticket ? [`   - A draft for ${prose(ticket.to)}:`, ...fenced(ticket.text, "     ")] : []
	]);
	return [
		"",
		"<details>",
		`<summary>The way out: ${html(name)}</summary>`,
		"",
		...steps,
		"",
		"</details>"
	];
}
/** What to do about findings that are no leaks: the first advice of each rule. */
function adviceLines(findings, rules) {
	const leaked = new Set(require_text.leaksOf(findings).flatMap((leak) => leak.findings.map(({ rule }) => rule)));
	const found = new Set(findings.map(({ rule }) => rule));
	const told = rules.filter(({ id, advice }) => found.has(id) && !leaked.has(id) && advice.length > 0);
	return told.length > 0 ? ["", ...told.map(({ id, advice }) => `- ${code(id)}: ${prose(advice[0])}`)] : [];
}
/** A code span, also of text with backticks; in tables a bar must be escaped even there. */
function code(text) {
	const safe = require_first.visible(text).replaceAll("|", "\\|");
	const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	const pad = longest > 0 || safe === "" ? " " : "";
	return `${fence}${pad}${safe}${pad}${fence}`;
}
/** Hosts that our own sentences name. */
const linked = /^https:\/\/(?:www\.binance\.com|support\.github\.com)\//;
/** Words as they are: no markup, no mention, no reference to an issue, no link but ours. */
const prose = (text) => require_first.visible(text).replace(/[\\`*_{}[\]<>|~$]/g, "\\$&").replace(/@(?=\w)/g, "@⁠").replace(/#(?=\d)/g, "#⁠").replace(/&(?=#?\w+;)/g, "&amp;").replace(/(?:[a-z]+(?=:\/\/)|\bwww(?=\.)|\b(?:mailto|xmpp)(?=:))\S*/gi, (address) => linked.test(address) ? address : address.replace(/[:.]/, "\\$&"));
const html = (text) => require_first.visible(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
function fenced(text, indent) {
	const lines = text.split("\n").map(require_first.visible);
	const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
	const fence = "`".repeat(longest + 1);
	return [
		`${fence}sh`,
		...lines,
		fence
	].map((line) => indent + line);
}
// ../cli/dist/reports/weakness.js
/** The weakness (CWE) that each rule is about, for platforms that sort by it. */
const weaknesses = {
	"secret-key": 798,
	"api-key": 798,
	"private-key": 798,
	"key-passphrase": 798,
	"listen-key": 798,
	"documented-example": 798,
	"signed-request": 522,
	"client-exposed": 522,
	"key-reused": 522,
	"env-not-ignored": 538,
	"env-tracked": 538,
	"secret-logged": 532,
	"withdrawals-enabled": 250,
	"transfers-enabled": 250,
	"broad-permissions": 250,
	"fund-moving-call": 250,
	"ip-unrestricted": 284,
	"ip-list-invalid": 284,
	"unsafe-key-creation": 284,
	"key-age": 324,
	"inventory-mismatch": 324,
	"weak-key-type": 1391,
	"insecure-transport": 295,
	"foreign-endpoint": 201,
	"recv-window": 294,
	"unsafe-package": 506
};
/** The number of a rule's CWE; undefined for what is no weakness, such as an ignore that matches nothing. */
const weaknessOf = (rule) => weaknesses[rule];
// ../cli/dist/reports/sarif.js
var sarif_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ sarifReport: () => sarifReport });
/** GitHub, docs of SARIF support, read 2026-11-22: 25,000 results in a run, of which it keeps the 5,000 worst. */
const mostResults = 25e3;
/** It shows 100 places of a result and takes 1,000; a person reads fewer. */
const mostPlaces = 20;
const mostNotes = 100;
const homepage = "https://www.npmjs.com/package/bnguard";
const levels = {
	critical: "error",
	high: "error",
	medium: "warning",
	low: "note",
	info: "note"
};
/** GitHub's bands: over 9.0 critical, from 7.0 high, from 4.0 medium, else low. */
const scores = {
	critical: "9.5",
	high: "8.0",
	medium: "5.5",
	low: "2.5",
	info: "0.5"
};
const ranks = {
	certain: 99,
	likely: 90,
	possible: 50
};
/** One run of one category, and a run of its own for findings of the history; in pieces, one for each result. */
function* sarifReport(report, rules) {
	const isPast = ({ origin }) => origin.kind === "history";
	const past = report.findings.filter(isPast);
	const present = report.findings.filter((finding) => !isPast(finding));
	const isHistory = report.coverage.objects !== void 0 || past.length > 0;
	yield `${JSON.stringify({
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0"
	}, null, 2).slice(0, -2)},\n  "runs": [\n`;
	if (present.length > 0 || !isHistory) yield* runOf("bnguard/", present, report, rules);
	if (present.length > 0 && isHistory) yield ",\n";
	if (isHistory) yield* runOf("bnguard/history/", past, report, rules);
	yield "\n  ]\n}\n";
}
function* runOf(category, findings, report, rules) {
	const { kept, cut } = require_text.worst(findings, mostResults);
	const half = require_text.halfFinder(findings);
	const index = new Map(rules.map(({ id }, i) => [id, i]));
	const lines = /* @__PURE__ */ new Map();
	const run = {
		tool: { driver: {
			name: "bnguard",
			version: report.tool.version,
			semanticVersion: report.tool.version,
			informationUri: homepage,
			rules: rules.map(descriptor)
		} },
		automationDetails: { id: category },
		columnKind: "utf16CodeUnits",
		originalUriBaseIds: { "%SRCROOT%": { description: { text: "The top of the scanned work tree or folder." } } },
		invocations: [{
			executionSuccessful: report.complete,
			endTimeUtc: report.asOf,
			toolExecutionNotifications: notifications(report, cut)
		}]
	};
	yield `${require_first.visibleJson(JSON.stringify(run, null, 2)).slice(0, -2)},\n  "results": [`;
	for (const [i, finding] of kept.entries()) {
		const result = resultOf(finding, half(finding), index.get(finding.rule), lines);
		yield `${i > 0 ? "," : ""}\n${require_first.visibleJson(JSON.stringify(result))}`;
	}
	yield "]}";
}
function descriptor(rule) {
	const { id, title, finds, why, advice, references, severity } = rule;
	const cwe = weaknessOf(id);
	const steps = advice.map((step, i) => `${i + 1}. ${step}`);
	const more = references.filter((reference) => /^https?:/.test(reference));
	return {
		id,
		name: id.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()),
		shortDescription: { text: sentence(title) },
		fullDescription: { text: finds },
		help: {
			text: [
				why,
				"",
				"What to do:",
				...steps,
				...more.length > 0 ? [
					"",
					"More:",
					...more
				] : []
			].join("\n"),
			markdown: [
				...[
					`**${title}.** ${finds}`,
					"",
					"## Why it matters",
					"",
					why,
					"",
					"## What to do",
					"",
					...steps
				],
				...more.length > 0 ? [
					"",
					"## More",
					"",
					...more.map((url) => `- <${url}>`)
				] : [],
				...["", `\`bnguard explain ${id}\` shows examples.`]
			].join("\n")
		},
		helpUri: more[0] ?? homepage,
		defaultConfiguration: { level: levels[severity] },
		properties: {
			tags: [
				"security",
				...require_text.isCredential({ rule: id }) ? ["secret"] : [],
				...cwe ? [`external/cwe/cwe-${cwe}`] : []
			],
			precision: require_text.isCredential({ rule: id }) ? "very-high" : "high",
			"problem.severity": levels[severity] === "note" ? "recommendation" : levels[severity],
			"security-severity": scores[severity]
		}
	};
}
function resultOf(raw, rawHalf, ruleIndex, lines) {
	const finding = require_first.everyString(raw, require_first.visible);
	const { rule, severity, confidence, environment, masked, fingerprint, message, path, origin, pair, evidence } = finding;
	const others = relatedOf(raw, rawHalf);
	const sentences = [
		sentence(escaped(message)),
		...rawHalf ? [`It forms a pair with the [${escaped(`${rawHalf.rule} ${rawHalf.masked}`.trim())}](0).`] : [],
		...origin.kind === "history" ? require_text.exposureSentences(origin, path).map(escaped) : [],
		...path === "" ? [escaped(`It stands in the ${require_text.placeName(finding)}.`)] : [],
		...firstStep(finding, rawHalf).map(escaped)
	];
	const properties = {
		severity,
		confidence,
		environment,
		fingerprint,
		...masked && { masked },
		...pair !== void 0 && { pair },
		...finding.repository !== void 0 && { repository: finding.repository },
		...origin.kind !== "file" && { origin: {
			...origin,
			places: void 0
		} },
		evidence: evidence.map(({ says, bits }) => `${require_first.signedBits(bits)} ${says}`)
	};
	const location = locationOf(raw);
	const hash = lineHashOf(raw, location.physicalLocation.artifactLocation.uri, lines);
	return {
		ruleId: rule,
		...ruleIndex !== void 0 && { ruleIndex },
		level: levels[severity],
		rank: ranks[confidence],
		message: { text: sentences.join(" ") },
		locations: [location],
		...others.length > 0 && { relatedLocations: others },
		partialFingerprints: {
			"bnguardFingerprint/v1": fingerprint,
			...hash !== void 0 && { primaryLocationLineHash: hash }
		},
		properties
	};
}
/**
* By which GitHub knows an alert again. Of the history it is made of the value alone, so that it outlives every rewriting.
* Two findings of a rule that would share it are told apart by the second one's fingerprint.
*/
function lineHashOf(finding, uri, lines) {
	const hash = finding.origin.kind === "history" ? `${finding.fingerprint.slice(0, 16)}:1` : finding.lineHash;
	if (hash === void 0) return void 0;
	const key = [
		finding.rule,
		uri,
		hash
	].join("\0");
	const before = lines.get(key) ?? 0;
	lines.set(key, before + 1);
	return before === 0 ? hash : `${hash}-${finding.fingerprint.slice(0, 8)}`;
}
function relatedOf(finding, half) {
	const { origin, path } = finding;
	const elsewhere = (origin.kind === "history" ? origin.places ?? [] : []).filter((place) => place.path !== "" && place.path !== path);
	const distinct = [...new Map(elsewhere.map((place) => [place.path, place])).values()].slice(0, mostPlaces);
	return [...half ? [{
		...locationOf(half),
		message: { text: sentence(`The other half of the pair: ${half.rule} ${half.masked}`) }
	}] : [], ...distinct.map((place) => ({
		physicalLocation: {
			artifactLocation: artifact(place.path),
			region: {
				startLine: place.start.line,
				startColumn: place.start.column
			}
		},
		message: { text: "The same value stood here too." }
	}))].map((location, id) => ({
		id,
		...location
	}));
}
function locationOf(finding) {
	return { physicalLocation: {
		artifactLocation: artifact(uriPath(finding)),
		region: regionOf(finding)
	} };
}
const artifact = (path) => ({
	uri: uriOf(path),
	uriBaseId: "%SRCROOT%"
});
/** A result must have a file: messages and standard input get one that says what they are. */
function uriPath({ path, origin }) {
	if (path !== "") return path;
	if (origin.kind === "range") return `commit-message-${require_text.shortId(origin.commit)}`;
	if (origin.kind === "history") return origin.object ? `message-${require_text.shortId(origin.object)}` : `blob-${require_text.shortId(origin.blob ?? "")}`;
	return "standard-input";
}
/** Relative and percent-encoded; a path that is no proper Unicode keeps a mark where it is not. */
function uriOf(path) {
	const uri = path.replace(/\p{Surrogate}/gu, "�").split("/").map((step) => encodeURIComponent(step).replace(/[!'()*]/g, percent)).join("/").replace(/^\/+/, "");
	return uri === "" ? "." : uri;
}
const percent = (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
/** In one line: GitHub shows an alert on a pull request only if all its lines are in the change. */
function regionOf({ start, end }) {
	const isOneLine = end.line === start.line && end.column > start.column;
	return {
		startLine: start.line,
		startColumn: start.column,
		endLine: start.line,
		endColumn: isOneLine ? end.column : start.column + 1
	};
}
function notifications({ skipped, complete }, cut) {
	const gaps = skipped.filter(require_front.isGap);
	const more = gaps.length - mostNotes;
	return [
		...cut > 0 ? [["warning", `${require_first.count(cut, "finding")} left out: GitHub takes ${mostResults} results in a run. The worst are here; --format json has all.`]] : [],
		...complete ? [] : [["error", "Not everything could be read, so there may be more findings."]],
		...gaps.slice(0, mostNotes).map(({ path, object, why, detail }) => [complete ? "note" : "error", require_first.visible(sentence([
			path || object,
			why,
			detail
		].filter(Boolean).join(": ")))]),
		...more > 0 ? [["error", `${require_first.count(more, "more thing")} could not be read.`]] : []
	].map(([level, text]) => [level, text]).map(([level, text]) => ({
		level,
		message: { text }
	}));
}
const sentence = (text) => /[.!?…]$/.test(text) ? text : `${text}.`;
/** In a message brackets make links. */
const escaped = (text) => text.replace(/[\\[\]]/g, "\\$&");
// ../cli/dist/reports/for-action.js
var for_action_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({
	code: () => code,
	command: () => command,
	githubReport: () => githubReport,
	jsonReport: () => jsonReport,
	markdownReport: () => markdownReport,
	sarifReport: () => sarifReport
});
Object.defineProperty(exports, "firstStep", {
	enumerable: true,
	get: function() {
		return firstStep;
	}
});
Object.defineProperty(exports, "for_action_exports", {
	enumerable: true,
	get: function() {
		return for_action_exports;
	}
});
Object.defineProperty(exports, "github_exports", {
	enumerable: true,
	get: function() {
		return github_exports;
	}
});
Object.defineProperty(exports, "inOrder", {
	enumerable: true,
	get: function() {
		return inOrder;
	}
});
Object.defineProperty(exports, "json_exports", {
	enumerable: true,
	get: function() {
		return json_exports;
	}
});
Object.defineProperty(exports, "markdown_exports", {
	enumerable: true,
	get: function() {
		return markdown_exports;
	}
});
Object.defineProperty(exports, "outOfHistory", {
	enumerable: true,
	get: function() {
		return outOfHistory;
	}
});
Object.defineProperty(exports, "sarif_exports", {
	enumerable: true,
	get: function() {
		return sarif_exports;
	}
});
Object.defineProperty(exports, "wayOut", {
	enumerable: true,
	get: function() {
		return wayOut;
	}
});
Object.defineProperty(exports, "weaknessOf", {
	enumerable: true,
	get: function() {
		return weaknessOf;
	}
});
