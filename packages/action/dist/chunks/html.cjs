"use strict";
const require_first = require("./first.cjs");
let loaded_findings;
const require_findings = () => loaded_findings ??= require("./findings.cjs");
let node_crypto = require("node:crypto");
// ../cli/dist/reports/html/markup.js
/** Text → HTML. Everything that a stranger could have named goes through here. */
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** For text and for attributes in quotes. */
const text = (words) => require_first.visible(words).replace(/[&<>"']/g, (character) => entities[character]);
/** JSON inside of a script element: nothing in it can end the element. */
const scriptJson = (data) => JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
// ../cli/dist/reports/html/overview.js
function overview({ findings, suppressed, skipped, coverage, complete }, leaks) {
	const cards = cardsOf(findings, leaks).map(({ value, name, says, alarm }) => `<li class="card${alarm && value > 0 ? " alarm" : ""}"><strong>${require_first.grouped(value)}</strong> <span>${text(name)}</span><p>${text(says)}</p></li>`);
	const facts = [
		coverage.objects === void 0 ? `Looked at ${require_first.count(coverage.documents, "file")} (${require_first.size(coverage.bytes)})` : `Looked at ${require_first.count(coverage.objects, "object")} of git (${require_first.size(coverage.bytes)})`,
		...suppressed.length > 0 ? [`${require_first.grouped(suppressed.length)} set aside`] : [],
		...skipped.length > 0 ? [`${require_first.grouped(skipped.length)} skipped`] : []
	];
	const named = skipped.filter(require_first.isGap).slice(0, 20).map(({ path, object, why, detail }) => `<li><code>${text(path || (object ?? "scan"))}</code> ${text([why, detail].filter(Boolean).join(": "))}</li>`);
	return `${complete ? "" : `<div class="incomplete" role="alert"><strong>Incomplete.</strong> Not everything could be read, so there may be more than this page shows.${named.length > 0 ? `<ul>${named.join("")}</ul>` : ""}</div>`}<section aria-labelledby="overview-title"><h2 id="overview-title">Overview</h2>
${severityBar(findings)}
<ul class="cards">${cards.join("")}</ul>
<p class="muted">${text(facts.join(" · "))}.</p></section>`;
}
function cardsOf(findings, leaks) {
	const keys = leaks.filter(({ halves }) => halves.some((half) => !require_first.isTestnet(half)));
	const pairs = keys.filter(({ halves }) => halves.length > 1);
	const rights = findings.filter(({ rule }) => /^(?:withdrawals-enabled|transfers-enabled|fund-moving-call)$/.test(rule));
	const origins = findings.flatMap((finding) => require_first.isCredential(finding) && finding.origin.kind === "history" ? [finding.origin] : []);
	return [
		{
			value: keys.length,
			name: keys.length === 1 ? "key that may be live" : "keys that may be live",
			says: "Nothing here asks Binance: count each as live until you have deleted it.",
			alarm: true
		},
		{
			value: pairs.length,
			name: pairs.length === 1 ? "whole pair" : "whole pairs",
			says: "API key and secret together: whoever reads them can trade.",
			alarm: true
		},
		{
			value: rights.length,
			name: "may move money out",
			says: "Settings and calls that let a key withdraw or transfer.",
			alarm: true
		},
		...origins.length > 0 ? [{
			value: origins.filter(({ atHead }) => atHead === true).length,
			name: "still in HEAD",
			says: "Values that the current files have."
		}, {
			value: origins.filter(({ pushed }) => pushed === true).length,
			name: "on a remote",
			says: "Values that have left this machine."
		}] : [{
			value: findings.filter(({ rule }) => rule === "env-not-ignored" || rule === "env-tracked").length,
			name: "open credential files",
			says: "Files such as .env that git would take, or has."
		}]
	];
}
/** One bar, a piece for each severity, as long as its share. */
function severityBar(findings) {
	if (findings.length === 0) return "<p class=\"clean\">No findings.</p>";
	const counts = require_first.severities.toReversed().map((severity) => ({
		severity,
		n: findings.filter((finding) => finding.severity === severity).length
	}));
	let x = 0;
	const pieces = counts.map(({ severity, n }) => {
		const width = n / findings.length * 1e3;
		const piece = `<rect class="fill-${severity}" x="${x.toFixed(1)}" y="0" width="${Math.max(0, width - (width > 8 ? 3 : 0)).toFixed(1)}" height="14"/>`;
		x += width;
		return n > 0 ? piece : "";
	});
	const words = counts.flatMap(({ severity, n }) => n > 0 ? [`<li><span class="pill ${severity}">${severity}</span> ${require_first.grouped(n)}</li>`] : []);
	return `<svg class="severities" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">${pieces.join("")}</svg>
<ul class="counts">${words.join("")}</ul>`;
}
// ../cli/dist/reports/html/page-code.js
/** Generated from packages/cli/page by `npm run docs`. */
const pageScript = `(function() {
	// packages/cli/src/reports/words.ts
	/** Numbers with units, lists and names, as sentences have them. */
	/** \`1 file\`, \`12,345 files\`. */
	function count(n, noun, plural = \`\${noun}s\`) {
		return \`\${grouped(n)} \${n === 1 ? noun : plural}\`;
	}
	/** \`12,345\`. */
	function grouped(n) {
		return String(n).replace(/\\B(?=(\\d{3})+$)/g, ",");
	}
	/** \`a\`, \`a and b\`, \`a, b and c\`. */
	function listed(items) {
		return items.length < 2 ? items[0] ?? "" : \`\${items.slice(0, -1).join(", ")} and \${items.at(-1)}\`;
	}
	/** \`+9\`, \`-3\`, \`+2.5\`. */
	function signedBits(bits) {
		const rounded = Math.round(bits * 10) / 10;
		return rounded < 0 ? String(rounded) : \`+\${rounded}\`;
	}
	/** As people call a ref: \`main\`, \`v1\`, \`origin/main\`. */
	const shortRef = (name) => name.replace(/^refs\\/(?:heads|remotes|tags)\\//, "");
	// packages/cli/src/way-out/leaks.ts
	const credentialRules = /* @__PURE__ */ new Set([...[
		"secret-key",
		"api-key",
		"private-key",
		"key-passphrase"
	], ...["signed-request", "listen-key"]]);
	/** Whether somebody who reads it holds something that opens an account: such findings have a way out. */
	const isCredential = ({ rule }) => credentialRules.has(rule);
	/** The leak that a finding is part of: of \`others\`, what has its value or is its other half. */
	function leakWith(finding, others) {
		const credentials = others.filter(isCredential);
		const keyOf = keysOf([finding, ...credentials]);
		const id = keyOf(finding);
		const same = credentials.filter((other) => keyOf(other) === id);
		return leakOf$1(same.length > 0 ? same : [finding]);
	}
	function leakOf$1(findings) {
		const halves = [...new Map(findings.toReversed().map((one) => [one.fingerprint, one])).values()];
		halves.sort((a, b) => Number(b.rule === "api-key") - Number(a.rule === "api-key"));
		return {
			id: halves[0].fingerprint,
			halves,
			findings
		};
	}
	/** The same for both halves of a pair, and for a half that elsewhere stands alone. */
	function keysOf(findings) {
		const pairs = /* @__PURE__ */ new Map();
		for (const { fingerprint, pair } of findings) {
			if (pair === void 0) continue;
			const key = [fingerprint, pair].sort().join(" ");
			for (const half of [fingerprint, pair]) if (!pairs.has(half)) pairs.set(half, key);
		}
		return ({ fingerprint, pair }) => pair === void 0 ? pairs.get(fingerprint) ?? fingerprint : [fingerprint, pair].sort().join(" ");
	}
	// packages/cli/src/reports/text-place.ts
	/** As git shows an id to people; long enough for every repository there is. */
	const shortId = (id) => id.slice(0, 12);
	/** The path of a finding, or what stands for it where it has none. */
	function placeName({ path, origin }) {
		if (path !== "") return path;
		switch (origin.kind) {
			case "range": return \`message of commit \${shortId(origin.commit)}\`;
			case "history": return origin.object !== void 0 ? \`commit or tag \${shortId(origin.object)}, as git cat-file -p shows it\` : \`blob \${shortId(origin.blob ?? "")}, which no tree names\`;
			case "staged": return "message of the commit";
			default: return "standard input";
		}
	}
	// packages/cli/src/reports/text-exposure.ts
	/** Sentences, one a paragraph. \`path\`: where the finding is shown. */
	function exposureSentences(origin, path) {
		return [
			timeSentence(origin, path),
			holderSentence(origin),
			placesSentence(origin, path)
		].filter(Boolean);
	}
	function timeSentence(origin, path) {
		const { firstCommit, lastCommit, exposedDays, atHead, headPath, isCut, reachable } = origin;
		if (!firstCommit) return "";
		const came = \`Came in with commit \${shortId(firstCommit.id)} on \${day(firstCommit.date)}\${isCut ? " at the latest" : ""}\`;
		const ago = exposedDays === void 0 ? "" : exposedDays === 0 ? ", today" : \`, \${count(exposedDays, "day")} ago\`;
		if (atHead) return \`\${came}\${ago}, and is still in HEAD\${headPath && headPath !== path ? \`, as \${headPath}\` : ""}.\`;
		return \`\${came}\${ago}\${lastCommit && lastCommit.id !== firstCommit.id ? \`; last seen in commit \${shortId(lastCommit.id)} on \${day(lastCommit.date)}\` : ""}. HEAD does not have it\${reachable ? "; whoever has the history does" : ""}.\`;
	}
	const day = (date) => date.slice(0, 10);
	function holderSentence({ refs = [], refCount = 0, pushed, reachable, heldBy }) {
		if (reachable) {
			const names = refs.filter((name) => !name.endsWith("/HEAD") || refs.length === 1).slice(0, 3).map(shortRef);
			const others = refCount > names.length ? [\`\${count(refCount - names.length, "other")}\`] : [];
			return \`In the history of \${listed([...names, ...others])}\${pushed ? "; a remote has it too" : ""}.\`;
		}
		switch (heldBy) {
			case "index": return "Only the index holds it: git reset -- FILE takes it out, git gc --prune=now then removes it from here.";
			case "stash": return "Only the stash holds it: it goes with its entry (git stash list), once git gc --prune=now tidies up.";
			case "reflog": return "Only the reflog holds it: it goes when git forgets the commit; bnguard explain purge says how to hurry that.";
			default: return "Nothing holds it any more: git gc --prune=now removes it from here.";
		}
	}
	function placesSentence({ places = [], placeCount = 0 }, path) {
		const paths = [...new Set(places.map((place) => place.path))].filter((other) => other !== "" && other !== path);
		const named = paths.slice(0, 3);
		const more = paths.length - named.length;
		const others = named.length === 0 ? "" : listed([...named, ...more > 0 ? [count(more, "other path")] : []]);
		if (placeCount === 0) return "";
		if (placeCount === 1) return others === "" ? "Also in another version." : \`Also in \${others}.\`;
		return \`Also in \${grouped(placeCount)} other versions and places\${others === "" ? "" : \`, among them \${others}\`}.\`;
	}
	// packages/cli/src/reports/other-half.ts
	/** So many places of one value in one file are compared; beyond that near enough is near. */
	const mostCompared = 200;
	/** The nearest finding with the value of the other half: in the same file if there is one. */
	function halfFinder(findings) {
		const byValue = /* @__PURE__ */ new Map();
		const byValueAndPath = /* @__PURE__ */ new Map();
		for (const finding of findings) {
			if (finding.pair === void 0) continue;
			if (!byValue.has(finding.fingerprint)) byValue.set(finding.fingerprint, finding);
			const key = \`\${finding.fingerprint}\\0\${finding.path}\`;
			const here = byValueAndPath.get(key);
			if (!here) byValueAndPath.set(key, [finding]);
			else if (here.length < mostCompared) here.push(finding);
		}
		return (finding) => {
			if (finding.pair === void 0) return void 0;
			const here = byValueAndPath.get(\`\${finding.pair}\\0\${finding.path}\`) ?? [];
			const distance = ({ start }) => Math.abs(start.line - finding.start.line);
			return here.reduce((best, one) => best && distance(best) <= distance(one) ? best : one, void 0) ?? byValue.get(finding.pair);
		};
	}
	// packages/engine/dist/severity.js
	/** From harmless to worst. */
	const severities = [
		"info",
		"low",
		"medium",
		"high",
		"critical"
	];
	/** From sure to doubtful. */
	const confidences = [
		"certain",
		"likely",
		"possible"
	];
	/** Whether no money is at stake: on a testnet, or in the demo. */
	function isTestnet({ environment }) {
		return environment === "testnet" || environment === "demo";
	}
	// packages/cli/src/way-out/purge.ts
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
	/** The arguments for \`git filter-repo\`. */
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
		], fingerprints, messages)] : []].join(" \\\\\\n    ");
	}
	function whatItDoes({ blobs, messages, isWhole }) {
		return [\`In \${[...blobs.size === 0 ? [] : [isWhole ? "the versions of files that are named below" : "all versions of files (more have it than a report names)"], ...messages.size === 0 ? [] : ["messages of commits and tags, and names of their authors"]].join(" and in ")} the value becomes REMOVED. A file’s version or a message that has it in another form (encoded, put together, a key in PEM) is dropped whole. The value is in no file and in no shell history.\`, ...isWhole ? [] : ["If it is still found then: scan what is left, and do it again."]].join(" ");
	}
	/**
	* Python. \`cut\` replaces what has one of the fingerprints (docs/decisions/0003-fingerprints.md); what an object holds and
	* \`cut\` did not see stands there in another form.
	*/
	const python = (kind, fingerprints, holders) => \`import hashlib, re
names = {\${fingerprints.map((name) => \`"\${name}"\`).join(", ")}}
holders = {
\${[...holders].map(([id, held]) => \`    b"\${id}": "\${[...held].join(" ")}",\`).join("\\n")}
}
seen = set()
def one(found):
    name = hashlib.sha256(b"credential\\\\0" + found[0]).hexdigest()[:32]
    if name not in names:
        return found[0]
    seen.add(name)
    return b"REMOVED"
def cut(data):
    return re.sub(rb"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])", one, data)
held = set(holders.get(\${kind}.original_id, "").split())\`;
	const blobCallback = (fingerprints, holders, isWhole) => \`--blob-callback '
\${python("blob", fingerprints, holders)}
if \${isWhole ? "held" : "True"}:
    data = cut(blob.data)
    if held - seen:
        blob.skip()
    else:
        blob.data = data
'\`;
	const textCallback = (kind, fields, fingerprints, holders) => \`--\${kind}-callback '
\${python(kind, fingerprints, holders)}
if held:
    texts = [cut(text or b"") for text in (\${fields.map((field) => \`\${kind}.\${field}\`).join(", ")})]
    if held - seen:
        texts[0] = b"REMOVED\\\\n"
    \${fields.map((field) => \`\${kind}.\${field}\`).join(", ")} = texts
'\`;
	// packages/cli/src/way-out/step.ts
	const docs = {
		security: "https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security",
		keyTypes: "https://developers.binance.com/docs/binance-spot-api-docs/faqs/api_key_types",
		purge: "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository",
		ipLimit: "https://developers.binance.com/docs/margin_trading/trade/Create-Special-Key-of-Low-Latency-Trading",
		drained: "https://github.com/jaggedsoft/node-binance-api/issues/647"
	};
	// packages/cli/src/reports/visible.ts
	/** Makes characters visible that a terminal would obey or hide: in paths and messages, whoever named the file. */
	/**
	* Controls (C0, DEL, C1), line and paragraph separators, what Unicode says is shown as nothing (zero-width and bidi marks,
	* fillers, tags), interlinear marks, halves of a surrogate pair, and the sign that makes a command of what follows it in
	* logs (log-safe.ts). Not the zero-width joiner and the choice of a picture: emoji need them. Made when there is something
	* to look for: the tables of Unicode take a millisecond.
	*/
	const hidden = () => /[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufff9-\\ufffb\\p{Surrogate}]|(?![\\u200d\\ufe0e\\ufe0f])\\p{Default_Ignorable_Code_Point}|#(?=#(?:[a-z]+)?\\[)/gu;
	const short = {
		"\\n": "\\\\n",
		"\\r": "\\\\r",
		"	": "\\\\t"
	};
	/** Anything but what nearly all text is made of, none of which is hidden: most texts need no closer look. */
	const unusual = /##|[^\\x20-\\x7e\\u00a1-\\u00ac\\u00ae-\\u02af\\u2010-\\u2027\\u2190-\\u21ff]/;
	/** One line without surprises: \`\\n\`, \`\\x1b\`, \`\\u202e\`, \`\\u{e0041}\` stand for the characters themselves. */
	function visible(text) {
		if (!unusual.test(text)) return text;
		return text.replace(hidden(), (character) => short[character] ?? escaped(character.codePointAt(0)));
	}
	function escaped(code) {
		const hex = code.toString(16);
		if (code < 256) return \`\\\\x\${hex.padStart(2, "0")}\`;
		return code > 65535 ? \`\\\\u{\${hex}}\` : \`\\\\u\${hex.padStart(4, "0")}\`;
	}
	// packages/cli/src/way-out/ticket.ts
	/** Undefined where the host has nothing of it, as far as this clone knows. */
	function ticketFor(findings) {
		const origins = findings.flatMap(({ origin }) => origin.kind === "history" && origin.reachable !== false && origin.pushed ? [origin] : []);
		if (origins.length === 0) return void 0;
		const repository = visible(findings[0]?.repository ?? "OWNER/REPOSITORY");
		const pulls = unique(origins.flatMap(({ refs = [] }) => refs.filter((ref) => /\\/(?:pull|merge-requests)\\//.test(ref)))).map(visible);
		const text = [
			\`Subject: Please remove cached copies of a leaked credential from \${repository}\`,
			"",
			"Hello,",
			"",
			\`a credential was committed to \${repository}. It has been revoked, and I have rewritten the history and force-pushed\`,
			"all branches and tags. Please",
			"  1. drop the read-only references of pull or merge requests that still lead to the old commits,",
			"  2. run a garbage collection of the repository and of its forks’ shared storage,",
			"  3. clear cached views of the old commits.",
			"",
			\`First changed commit (old id): \${firstOf(origins) ?? "as git filter-repo printed it"}\`,
			\`Blobs that must no longer be served: \${blobsThat(origins)}\`,
			\`Pull or merge requests concerned: \${pulls.length > 0 ? pulls.join(", ") : "(number, as git filter-repo tells)"}\`,
			"Orphaned LFS objects: (as git filter-repo tells, or none)",
			"",
			"The value itself is not in this message, and I will not send it."
		].join("\\n");
		return {
			to: recipient(repository),
			text
		};
	}
	function blobsThat(origins) {
		const named = unique(origins.flatMap(({ blob, places = [] }) => [blob, ...places.map((place) => place.blob)]));
		const rest = origins.reduce((sum, { places = [], placeCount = 0 }) => sum + Math.max(0, placeCount - places.length), 0);
		if (named.length === 0) return "none, it stood in messages";
		return \`\${named.join(", ")}\${rest > 0 ? \` and others in up to \${count(rest, "more place")} (the rewritten history has none of them)\` : ""}\`;
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
	// packages/cli/src/way-out/out-of-history.ts
	const title = "Take it out of git’s history";
	/** Of one leak, or of all leaks of a report at once. Undefined for what never was in a file. */
	function outOfHistory(findings) {
		if (findings.every(({ origin }) => origin.kind === "stdin" || origin.kind === "editor")) return void 0;
		const past = findings.filter(({ origin }) => origin.kind === "history");
		if (past.length === 0) return unknown(findings.some(({ origin }) => origin.kind === "range"));
		const of = (wanted) => past.filter(({ origin }) => origin.kind === "history" && wanted(origin));
		const reachable = of((origin) => origin.reachable !== false);
		const isPublished = reachable.some(({ origin }) => origin.kind === "history" && origin.pushed === true);
		const ways = [isPublished ? published(reachable) : local(reachable), unreachable(of((origin) => origin.reachable === false))].filter((way) => way !== void 0);
		const several = ways.length > 1;
		const ticket = ticketFor(past);
		return {
			title,
			says: ["Only once the key is deleted.", ...ways.flatMap(({ of: whose, says: [first = "", ...rest] }) => [several ? \`\${namesOf(whose)}: \${first}\` : first, ...rest])],
			commands: [...ways.flatMap(({ commands }) => commands), {
				says: isPublished ? "When it is published, clone anew from the address of the remote and look there: the exit code is 0." : "At the end, see that it is gone: the exit code is 0.",
				text: check(purgeOf(past))
			}],
			notes: ways.some(({ isRewritten }) => isRewritten) ? [note] : [],
			...ticket && { ticket }
		};
	}
	/** \`FkYV…, cSIz…\`: so many that one recognises them. */
	function namesOf(findings) {
		const names = [...new Set(findings.map(({ masked, rule }) => masked || rule))];
		return [...names.slice(0, 6), ...names.length > 6 ? ["…"] : []].join(", ");
	}
	/** Nobody has looked into the history; of a range it is known that a commit has it. */
	const unknown = (isCommitted) => ({
		title,
		says: ["Only once the key is deleted: what is in a commit stays there when the file changes.", isCommitted ? "A commit has it, and a later one that deletes it does not take it back. What takes it out, all leaks at once, a scan of the history tells." : "Whether git has it, a scan of the history tells, and then what takes it out, all leaks at once. What was never committed, staged or stashed is not there, and nothing is to be done."],
		commands: [{
			says: "What the history has, and the way out of it:",
			text: "bnguard scan --history --format json --output history.json\\nbnguard explain purge --report history.json"
		}]
	});
	const note = {
		says: "Many guides use git filter-repo --replace-text or BFG with a file that lists the secrets. That writes the value down once more; ids and a fingerprint do the same without it.",
		source: docs.purge
	};
	const program = "git filter-repo is a program of its own (Debian: git-filter-repo; pip install git-filter-repo). It gives every commit after the first change a new id, and takes signatures off";
	/** Without it the old ids would be published with the new ones. */
	const filterRepo = "git filter-repo --quiet --replace-refs update-no-add";
	/** These values and no others, whatever sets findings aside. */
	const check = ({ fingerprints }) => \`bnguard scan --history --no-cache --fingerprint \${fingerprints.join(",")} .\`;
	/** One block: pasted line by line, what comes behind a failed command would still run. */
	const script = (...lines) => [
		"(",
		"set -eu",
		"stop() { echo \\"$1\\" >&2; exit 1; }",
		...lines,
		")"
	].join("\\n");
	/** Said before anything is done. */
	const needs = ["command -v bnguard >/dev/null || stop 'There is no bnguard in the PATH. Its README says how to put it there.'", "git filter-repo --version >/dev/null 2>&1 || stop 'There is no git filter-repo: apt install git-filter-repo, or pip install git-filter-repo.'"];
	const toTop = "cd \\"$(git rev-parse --show-toplevel 2>/dev/null || git rev-parse --absolute-git-dir)\\"";
	function published(findings) {
		if (findings.length === 0) return void 0;
		const purge = purgeOf(findings);
		return {
			of: findings,
			isRewritten: true,
			says: [
				\`A remote has it. Agree on the rewrite with everybody who has a clone, and merge or close open pull requests first. \${program}.\`,
				"It is done in fresh mirrors of the remotes, so nothing in this clone is lost. Afterwards everybody clones anew, yourself too: one old clone that is pushed brings it all back. Work that is in this clone alone is to be written anew on top of the new history, without the value.",
				"What a force-push does not reach: forks, refs of pull requests (GitHub refuses to change those, and the push says so), cached views of the host, logs and artifacts of CI, built images and packages, and every clone. Delete those that are yours, ask for the rest."
			],
			commands: [{
				says: \`A mirror of each remote that has it, rewritten and checked. \${whatItDoes(purge)} Nothing is published yet: it prints the command that does.\`,
				text: script(...needs, toTop, "for remote in $(git remote); do", "  purge=\\"$(mktemp -d)/purge.git\\"", "  git clone --quiet --mirror \\"$(git remote get-url \\"$remote\\")\\" \\"$purge\\"", \`  printf '%s\\\\n' \${[...purge.blobs.keys(), ...purge.messages.keys()].join(" ")} |\`, "    git -C \\"$purge\\" cat-file --batch-check | grep -q -v ' missing$' || { echo \\"$remote has none of it.\\"; continue; }", "  (", "  cd \\"$purge\\"", \`  \${filterRepo} \${callbacks(purge)}\`, \`  \${check(purge)}\`, "  )", "  echo \\"$remote is clean in $purge. Look at it, publish it, then delete it:\\"", "  echo \\"  git -C $purge push --force --mirror origin\\"", "done")
			}]
		};
	}
	function local(findings) {
		if (findings.length === 0) return void 0;
		const purge = purgeOf(findings);
		return {
			of: findings,
			isRewritten: true,
			says: ["No remote-tracking branch of this clone has it. Unless it was pushed all the same and the branch deleted again, or pushed to an address (hosts keep such commits), or as a tag (git ls-remote --tags tells), nothing is to be published and nobody to be asked: the branches of this clone are rewritten before they are pushed. Do not push them as they are.", \`\${program}; what a remote has keeps its ids. Commit or put away what is changed first: the script stops otherwise.\`],
			commands: [{
				says: \`A mirror of this clone, rewritten, checked, and brought back. \${whatItDoes(purge)}\`,
				text: script(...needs, toTop, "repo=\\"$(git rev-parse --absolute-git-dir)\\"", "[ \\"$(git worktree list | wc -l)\\" -eq 1 ] || stop 'Other work trees keep the old commits: git worktree list, then git worktree remove.'", "! git rev-parse -q --verify refs/stash >/dev/null || stop 'Stashes keep the old commits: apply or drop them first (git stash list).'", "git symbolic-ref -q HEAD >/dev/null || stop 'HEAD is on no branch: git switch -c NAME first.'", "isBare=\\"$(git rev-parse --is-bare-repository)\\"", "[ \\"$isBare\\" = true ] || [ -z \\"$(git status --porcelain --untracked-files=no)\\" ] || stop 'Commit what is changed first: git status.'", "purge=\\"$(mktemp -d)/purge.git\\"", "git clone --quiet --no-local --mirror \\"$repo\\" \\"$purge\\"", "(", "cd \\"$purge\\"", \`\${filterRepo} --force --refs $(git for-each-ref --format='%(refname)' | grep -v '^refs/remotes/') \\\\\`, \`    $(git for-each-ref --format='^%(refname)' refs/remotes) \${callbacks(purge)}\`, "git reflog expire --expire=now --all", "git gc --quiet --prune=now", check(purge), ")", "git fetch --quiet --force --update-head-ok \\"$purge\\" '+refs/*:refs/*' '^refs/remotes/*'", "[ \\"$isBare\\" = true ] || git reset --quiet", "rm -rf \\"$(dirname \\"$purge\\")\\"", "git reflog expire --expire=now --all", "git gc --quiet --prune=now", "echo \\"The branches are rewritten. Files on disk are as they were: git status shows where they still have it.\\"")
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
			says: [\`No branch and no tag leads to \${holders.length > 0 ? \`it; the \${listed(holders)} of this clone does\` : "it, and nothing else does"}. Nothing must be rewritten.\`],
			commands: [
				...held.includes("stash") ? [{
					says: "Which entries of the stash hold it; it prints the commands that drop these, in the order to run them:",
					text: script("git stash list --format='%gd' | sort -t'{' -k2 -rn | while read -r entry; do", "  for part in \\"$entry\\" \\"$entry^2\\" \\"$entry^3\\"; do git ls-tree -r \\"$part\\" 2>/dev/null || true; done |", \`    grep -q \${blobs.map((id) => \`-e \${id}\`).join(" ")} && echo "git stash drop $entry" || true\`, "done")
				}] : [],
				...held.includes("index") ? [{
					says: "Which staged files hold it; it prints the commands that take these out of the index, and leaves them on disk:",
					text: script(toTop, \`git ls-files --stage | grep \${blobs.map((id) => \`-e \${id}\`).join(" ")} | cut -f2- | while read -r path; do\`, "  echo \\"git reset -q -- $path\\"", "done")
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
	// packages/cli/src/way-out/way-out.ts
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
	const isTest = ({ halves }) => halves.every(isTestnet);
	function deleteKey(leak) {
		const [half] = leak.halves;
		const has = (rule) => leak.halves.find((one) => one.rule === rule);
		if (isTest(leak)) return {
			title: "Delete the testnet key",
			says: [\`Delete \${keyName(leak)} where the testnet or demo key was made. No money is at stake; what put it here will put the live one here too, so the rest of this list is worth a look.\`]
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
				\`In Binance: profile, Account, API Management (\${management}); in the app under the same names. Delete \${keyName(leak)}.\`,
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
	/** \`the API key that begins with FkYV (its secret begins with cSIz)\`. */
	function keyName({ halves }) {
		const api = halves.find(({ rule }) => rule === "api-key" || rule === "signed-request");
		const other = halves.find((half) => half !== api);
		if (!api?.masked) return \`the API key that belongs to \${other?.masked ? \`the \${roleName(other)} that begins with \${shown$1(other)}\` : "it"}\`;
		return \`the API key that begins with \${shown$1(api)}\${other?.masked ? \` (its \${roleName(other)} begins with \${shown$1(other)})\` : ""}\`;
	}
	const shown$1 = ({ masked }) => masked.replace(/…$/, "");
	const roleName = ({ rule }) => rule === "private-key" ? "private key" : "secret";
	function lookAtAccount(leak) {
		if (isTest(leak) || leak.halves[0]?.rule === "listen-key") return void 0;
		const since = sinceOf(leak);
		return {
			title: "Look at what was done with it",
			says: [
				\`Go through \${since ? \`everything since \${since}, and the last 24 hours first\` : "the last 24 hours first, then everything since the value was written here"}: orders and trades, withdrawals, transfers (between wallets, to other users, to and from sub-accounts), gift cards, and API keys, addresses or sub-accounts that you did not make.\`,
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
		const places = [...new Set(findings.map((one) => \`\${placeName(one)}\${one.path ? \`:\${one.start.line}\` : ""}\`))];
		const shown = places.slice(0, 5);
		const more = places.length - shown.length;
		const standing = \`It stands at \${listed([...shown, ...more > 0 ? [count(more, "other place")] : []])}.\`;
		const origins = findings.flatMap(({ origin }) => origin.kind === "history" ? [origin] : []);
		const first = earliest(origins);
		const title = "Know how it leaked";
		if (origins.length === 0) {
			const commits = [...new Set(findings.flatMap(({ origin }) => origin.kind === "range" ? [origin.commit] : []))];
			return {
				title,
				says: [
					standing,
					...commits.length > 0 ? [\`It came in with \${listed(commits.slice(0, 3).map((id) => \`commit \${shortId(id)}\`))}.\`] : [],
					commits.length > 0 ? "Since when, and whether a remote has it, a scan of the history tells." : "Whether git has it already, since when, and whether a remote has it, a scan of the history tells."
				],
				commands: [{
					says: "Since when, and where else:",
					text: "bnguard scan --history --format json --output history.json"
				}]
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
				...first?.firstCommit ? [\`It came in with commit \${shortId(first.firstCommit.id)}, which its author wrote on \${first.firstCommit.date.slice(0, 10)}\${first.exposedDays === void 0 ? "" : \` (\${first.exposedDays === 0 ? "today" : \`\${count(first.exposedDays, "day")} ago\`})\`}\${first.isCut ? ", or earlier: this clone is cut off there" : ""}.\`] : [],
				...named.length > 0 ? [\`In the history of \${listed([...named, ...others > 0 ? [count(others, "other ref")] : []])}.\`] : [],
				pushed ? "A remote has it. Bots read public repositories within minutes of a push; in a private one, everybody with access has it, and every fork and clone." : "No remote-tracking branch of this clone has it. If it was never pushed from elsewhere either, it is on this machine only: still delete the key if a backup, a shared folder or a second person could have it."
			],
			commands: first?.firstCommit ? [{
				says: "Who brought it and when, without its content:",
				text: \`git show --no-patch --format=fuller \${first.firstCommit.id}\`
			}] : []
		};
	}
	function outOfCode(leak) {
		const isKeyFile = leak.findings.some(({ path }) => /(?:^|\\/)\\.env(?:\\.|$)|\\.pem$|\\.key$/.test(path));
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
				text: "openssl genpkey -algorithm ed25519 -aes256 -out new-key.pem && chmod 600 new-key.pem\\nopenssl pkey -in new-key.pem -pubout -out new-key.pub.pem"
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
	// packages/cli/page/elements.ts
	/** An element with a class and children. */
	function make(name, className, ...children) {
		const element = document.createElement(name);
		if (className) element.className = className;
		element.append(...children);
		return element;
	}
	/** The element of the page with this id; the page is ours, so it is there. */
	function byId(id, type) {
		const element = document.getElementById(id);
		if (!(element instanceof type)) throw new Error(\`The page has no \${id}.\`);
		return element;
	}
	/** Text that can be copied by a button. */
	function copyable(text, name) {
		const button = make("button", "", "Copy");
		button.type = "button";
		button.setAttribute("aria-label", \`Copy \${name}\`);
		const code = make("pre", "", text);
		button.addEventListener("click", () => {
			copy(text).then((done) => {
				if (!done) getSelection()?.selectAllChildren(code);
				button.textContent = done ? "Copied" : "Selected";
				button.setAttribute("aria-label", \`\${button.textContent}: \${name}\`);
				setTimeout(() => {
					button.textContent = "Copy";
					button.setAttribute("aria-label", \`Copy \${name}\`);
				}, 1500);
			});
		});
		button.setAttribute("aria-live", "polite");
		return make("div", "copy", code, button);
	}
	async function copy(text) {
		try {
			await navigator.clipboard.writeText(text);
			return true;
		} catch {
			return false;
		}
	}
	// packages/cli/page/details.ts
	/** With evidence in place of indices, as the modules that all formats share expect it. */
	const whole = ({ clues }, { clues: indices, ...rest }) => ({
		...rest,
		evidence: indices.map((i) => clues[i])
	});
	/** The place as one line: \`src/bot.ts:3:35\`. */
	const placeOf = (finding) => \`\${placeName(finding)}:\${finding.start.line}:\${finding.start.column}\`;
	function detailsOf(finding, data, choose) {
		const { rule, masked, message, origin, path, fingerprint, suppression } = finding;
		const parts = [
			make("h3", "", [rule, masked].filter(Boolean).join(" ")),
			make("div", "facts", ...facts(finding)),
			make("p", "", \`\${message}.\`),
			copyable(placeOf(finding), "the place")
		];
		if (suppression) {
			const { by, at, reason } = suppression;
			parts.push(make("p", "note", \`Set aside by \${[by, at].filter(Boolean).join(" ")}: \${reason ?? "no reason given"}.\`));
		}
		const other = halfFinder(data.findings)(finding);
		if (other) {
			const button = make("button", "", \`Its other half: \${other.rule} \${other.masked}\`);
			button.type = "button";
			button.addEventListener("click", () => choose(other));
			parts.push(make("p", "", button));
		}
		if (origin.kind === "history") {
			parts.push(make("h3", "", "In the history"));
			for (const sentence of exposureSentences(origin, path)) parts.push(make("p", "", sentence));
		}
		if (finding.clues.length > 0) {
			const clues = finding.clues.map((i) => {
				const { bits, says } = data.clues[i];
				return make("li", "", make("span", "mono", signedBits(bits)), make("span", "", says));
			});
			parts.push(make("h3", "", "Why we think so"), make("p", "muted", "In bits: +1 doubles the odds."), make("ul", "evidence", ...clues));
		}
		parts.push(...stepsOf(finding, data), make("h3", "", "Fingerprint"), copyable(fingerprint, "the fingerprint"));
		return parts;
	}
	function facts(finding) {
		const { severity, confidence, environment, pair, suppression, repository } = finding;
		const plain = [
			confidence,
			...environment === "unknown" ? [] : [environment],
			...pair === void 0 ? [] : ["paired"],
			...suppression ? ["set aside"] : [],
			...repository === void 0 ? [] : [repository]
		];
		return [make("span", \`pill \${severity}\`, severity), ...plain.map((word) => make("span", "pill plain", word))];
	}
	function stepsOf(finding, data) {
		if (isCredential(finding)) return [make("h3", "", "The way out"), wayOutList(leakOf(finding, data))];
		const advice = data.advice[finding.rule] ?? [];
		if (advice.length === 0) return [];
		return [make("h3", "", "What to do"), make("ol", "steps", ...advice.map((step) => make("li", "", make("p", "", step))))];
	}
	function wayOutList(leak) {
		return make("ol", "steps", ...wayOut(leak).map(({ title, says, commands, notes, ticket }) => make("li", "", make("strong", "", title), ...says.map((sentence) => make("p", "", sentence)), ...commands.flatMap((command) => [make("p", "muted", command.says), copyable(command.text, \`the command: \${command.says}\`)]), ...ticket ? [make("p", "muted", \`A draft for \${ticket.to}:\`), copyable(ticket.text, "the draft")] : [], ...notes.map(({ says: note, source }) => {
			const link = make("a", "", "Source");
			link.href = source;
			link.rel = "noreferrer";
			return make("p", "note", \`\${note} \`, link);
		}))));
	}
	/** The leak of a finding, among all findings of the page. */
	function leakOf(finding, data) {
		const own = data.findings.filter(({ fingerprint }) => fingerprint === finding.fingerprint);
		const values = new Set(own.flatMap(({ fingerprint, pair }) => [fingerprint, pair ?? fingerprint]));
		const same = data.findings.filter(({ fingerprint }) => values.has(fingerprint));
		return leakWith(whole(data, finding), same.map((one) => whole(data, one)));
	}
	// packages/cli/page/filter.ts
	const history = ({ origin }) => origin.kind === "history" ? origin : void 0;
	/** The states that one can ask for; each only where some finding has it. */
	const states = [
		{
			id: "open",
			name: "not set aside",
			has: (one) => one.suppression === void 0
		},
		{
			id: "live",
			name: "live or unknown system",
			has: (one) => one.environment === "live" || one.environment === "unknown"
		},
		{
			id: "test",
			name: "testnet or demo",
			has: isTestnet
		},
		{
			id: "paired",
			name: "with its other half",
			has: (one) => one.pair !== void 0
		},
		{
			id: "head",
			name: "still in HEAD",
			has: (one) => history(one)?.atHead === true
		},
		{
			id: "gone",
			name: "only in the history",
			has: (one) => history(one)?.atHead === false
		},
		{
			id: "pushed",
			name: "on a remote",
			has: (one) => history(one)?.pushed === true
		},
		{
			id: "loose",
			name: "on no branch or tag",
			has: (one) => history(one)?.reachable === false
		},
		{
			id: "aside",
			name: "set aside",
			has: (one) => one.suppression !== void 0
		}
	];
	/** The author's day on which it came in; '' where none is known. */
	const dayOf = (finding) => history(finding)?.firstCommit?.date.slice(0, 10) ?? "";
	/** What a search looks at, made once for each finding. */
	const texts = /* @__PURE__ */ new WeakMap();
	function textOf(finding) {
		const known = texts.get(finding);
		if (known !== void 0) return known;
		const { rule, masked, message, path, fingerprint, repository = "", origin } = finding;
		const text = [
			rule,
			masked,
			message,
			path,
			fingerprint,
			repository,
			...origin.kind === "history" ? [
				origin.firstCommit?.id,
				origin.lastCommit?.id,
				...origin.refs ?? []
			] : []
		].join("\\n").toLowerCase();
		texts.set(finding, text);
		return text;
	}
	function filtered(all, filter) {
		const words = filter.search.toLowerCase().split(/\\s+/).filter(Boolean);
		const path = filter.path.toLowerCase();
		const state = states.find(({ id }) => id === filter.state);
		const floor = severities.findIndex((severity) => severity === filter.severity);
		return all.filter((one) => (filter.rule === "" || one.rule === filter.rule) && severities.indexOf(one.severity) >= floor && (state === void 0 || state.has(one)) && (path === "" || one.path.toLowerCase().includes(path)) && (filter.from === "" || dayOf(one) >= filter.from) && (filter.to === "" || dayOf(one) !== "" && dayOf(one) <= filter.to) && words.every((word) => textOf(one).includes(word))).sort(orders[filter.order] ?? orders["worst"]);
	}
	const byPath = (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.start.line - b.start.line || a.start.column - b.start.column;
	const orders = {
		worst: (a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity) || confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) || byPath(a, b),
		path: byPath,
		oldest: (a, b) => (dayOf(a) || "9") < (dayOf(b) || "9") ? -1 : (dayOf(a) || "9") > (dayOf(b) || "9") ? 1 : byPath(a, b)
	};
	// packages/cli/page/page.ts
	const rowHeight = 78;
	/** Rows beyond the view on either side, so that scrolling shows no gaps. */
	const spare = 6;
	/** On paper. */
	const most = {
		printed: 3e3,
		steps: 5
	};
	const data = JSON.parse(byId("data", HTMLScriptElement).text);
	const all = data.findings;
	const list = byId("list", HTMLDivElement);
	const rows = byId("rows", HTMLDivElement);
	const details = byId("details", HTMLElement);
	const shownText = byId("shown", HTMLElement);
	const search = byId("search", HTMLInputElement);
	const path = byId("path", HTMLInputElement);
	const from = byId("from", HTMLInputElement);
	const to = byId("to", HTMLInputElement);
	const rule = byId("rule", HTMLSelectElement);
	const severity = byId("severity", HTMLSelectElement);
	const state = byId("state", HTMLSelectElement);
	const order = byId("order", HTMLSelectElement);
	let shown = [];
	let chosen = -1;
	function fillChoices() {
		const rules = [...new Set(all.map((finding) => finding.rule))].sort();
		rule.append(...rules.map((id) => new Option(id, id)));
		const some = states.filter(({ has }) => all.some(has));
		state.append(...some.map(({ id, name }) => new Option(name, id)), new Option("any", ""));
	}
	function apply() {
		shown = filtered(all, {
			search: search.value,
			path: path.value,
			from: from.value,
			to: to.value,
			rule: rule.value,
			severity: severity.value,
			state: state.value,
			order: order.value
		});
		shownText.textContent = shown.length === all.length ? count(all.length, "finding") : \`\${count(shown.length, "finding")} of \${count(all.length, "finding")}\`;
		rows.style.height = \`\${shown.length * rowHeight}px\`;
		list.scrollTop = 0;
		choose(0);
	}
	/** Makes the rows in view, and the chosen one wherever it is: what is announced must exist. */
	function paint() {
		const first = Math.max(0, Math.floor(list.scrollTop / rowHeight) - spare);
		const last = Math.min(shown.length, Math.ceil((list.scrollTop + list.clientHeight) / rowHeight) + spare);
		const wanted = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
		if (chosen >= 0 && chosen < shown.length && (chosen < first || chosen >= last)) wanted.push(chosen);
		rows.replaceChildren(...wanted.map(rowOf));
	}
	function rowOf(i) {
		const finding = shown[i];
		const name = make("b", "", [finding.rule, finding.masked].filter(Boolean).join(" "));
		const row = make("div", "row", make("div", "", make("span", \`pill \${finding.severity}\`, finding.severity), " ", name, finding.suppression ? " (set aside)" : ""), make("div", "", finding.message), make("div", "where", [placeOf(finding), dayOf(finding)].filter(Boolean).join(" · ")));
		row.id = \`row-\${i}\`;
		row.style.top = \`\${i * rowHeight}px\`;
		row.dataset["index"] = String(i);
		row.setAttribute("role", "option");
		row.setAttribute("aria-selected", String(i === chosen));
		row.setAttribute("aria-setsize", String(shown.length));
		row.setAttribute("aria-posinset", String(i + 1));
		return row;
	}
	function choose(i) {
		chosen = shown.length === 0 ? -1 : Math.min(Math.max(i, 0), shown.length - 1);
		const finding = shown[chosen];
		if (!finding) {
			list.removeAttribute("aria-activedescendant");
			details.replaceChildren(make("p", "muted", all.length === 0 ? "No findings." : "Nothing fits the filters."));
			paint();
			return;
		}
		const top = chosen * rowHeight;
		if (top < list.scrollTop) list.scrollTop = top;
		else if (top + rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight - list.clientHeight;
		paint();
		list.setAttribute("aria-activedescendant", \`row-\${chosen}\`);
		details.replaceChildren(...detailsOf(finding, data, show));
		details.scrollTop = 0;
	}
	/** Chooses a finding also where the filters hide it: then they are reset. */
	function show(finding) {
		if (!shown.includes(finding)) reset();
		choose(shown.indexOf(finding));
	}
	function reset() {
		for (const input of [
			search,
			path,
			from,
			to
		]) input.value = "";
		for (const choice of [
			rule,
			severity,
			state,
			order
		]) choice.selectedIndex = 0;
		apply();
	}
	function onListKey(event) {
		const page = Math.max(1, Math.floor(list.clientHeight / rowHeight) - 1);
		const step = {
			ArrowDown: 1,
			ArrowUp: -1,
			PageDown: page,
			PageUp: -page,
			Home: -Infinity,
			End: Infinity
		}[event.key];
		if (step !== void 0) choose(chosen + step);
		else if (event.key === "Enter") details.focus();
		else return;
		event.preventDefault();
	}
	function onPageKey(event) {
		const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
		if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
			event.preventDefault();
			search.focus();
		} else if (event.key === "Escape" && (event.target === search || details.contains(event.target))) list.focus();
	}
	function showFragment() {
		const print = location.hash.slice(1);
		const finding = all.find(({ fingerprint }) => fingerprint === print);
		if (!finding) return;
		show(finding);
		list.scrollIntoView({ block: "nearest" });
		list.focus({ preventScroll: true });
	}
	/** What is shown, as paper wants it: every finding in brief, then the way out of each leak. */
	function layOutForPrint() {
		const print = byId("print", HTMLDivElement);
		const brief = shown.slice(0, most.printed).map((finding) => make("article", "", make("div", "facts", ...facts(finding)), make("p", "", make("b", "", [finding.rule, finding.masked].filter(Boolean).join(" ")), \` \${finding.message}.\`), make("p", "mono", placeOf(finding))));
		const more = shown.length - brief.length;
		const leaks = new Map(shown.filter(isCredential).toReversed().map((finding) => [[finding.fingerprint, finding.pair ?? ""].sort().join(" "), finding]));
		const ways = [...leaks.values()].slice(0, most.steps).map((finding) => {
			const leak = leakOf(finding, data);
			return make("article", "long", make("h3", "", \`The way out: \${leak.halves.map((half) => [half.rule, half.masked].filter(Boolean).join(" ")).join(" and ")}\`), wayOutList(leak));
		});
		const others = leaks.size - ways.length;
		print.replaceChildren(...brief, ...more > 0 ? [make("p", "", \`And \${count(more, "other finding")}.\`)] : [], ...ways, ...others > 0 ? [make("p", "", \`The same steps for \${count(others, "other leak")}: filter for them, then print.\`)] : []);
	}
	function setTheme() {
		const button = byId("theme", HTMLButtonElement);
		const isDark = () => (document.documentElement.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
		const name = () => void (button.textContent = isDark() ? "Light" : "Dark");
		button.addEventListener("click", () => {
			document.documentElement.dataset["theme"] = isDark() ? "light" : "dark";
			name();
		});
		name();
	}
	fillChoices();
	setTheme();
	for (const input of [
		search,
		path,
		from,
		to
	]) input.addEventListener("input", apply);
	for (const choice of [
		rule,
		severity,
		state,
		order
	]) choice.addEventListener("change", apply);
	byId("reset", HTMLButtonElement).addEventListener("click", reset);
	list.addEventListener("scroll", paint, { passive: true });
	list.addEventListener("keydown", onListKey);
	list.addEventListener("click", (event) => {
		const row = event.target instanceof Element ? event.target.closest(".row") : null;
		if (row) choose(Number(row.dataset["index"]));
	});
	document.addEventListener("keydown", onPageKey);
	window.addEventListener("hashchange", showFragment);
	window.addEventListener("resize", paint);
	window.addEventListener("beforeprint", layOutForPrint);
	apply();
	showFragment();
})();
`;
const pageStyle = `:root {
  --back: #f4f6f9;
  --card: #fff;
  --ink: #18212d;
  --muted: #526073;
  --line: #d9dfe8;
  --accent: #0a56a3;
  --accent-back: #e8f1fb;
  --critical: #9f1239;
  --critical-back: #fde7ec;
  --critical-fill: #d4234f;
  --high: #93370d;
  --high-back: #fdebdc;
  --high-fill: #e8762c;
  --medium: #715200;
  --medium-back: #fbf1c9;
  --medium-fill: #e0b420;
  --low: #1c4b8c;
  --low-back: #e3eefb;
  --low-fill: #4d8fdc;
  --info: #465160;
  --info-back: #e9edf2;
  --info-fill: #98a4b3;
  color-scheme: light;
}
@media (prefers-color-scheme: dark) {
  :root:not([data-theme='light']) {
    --back: #0e131a;
    --card: #161d26;
    --ink: #e6ebf2;
    --muted: #9dafc3;
    --line: #2b3644;
    --accent: #82c4ff;
    --accent-back: #17304a;
    --critical: #ffa3b9;
    --critical-back: #4b1526;
    --critical-fill: #f0527b;
    --high: #ffbd8f;
    --high-back: #472610;
    --high-fill: #ef8a47;
    --medium: #f2d877;
    --medium-back: #3c330b;
    --medium-fill: #dcb93c;
    --low: #a3ccff;
    --low-back: #15314f;
    --low-fill: #5d9ce6;
    --info: #c3ccd7;
    --info-back: #2a333e;
    --info-fill: #74839a;
    color-scheme: dark;
  }
}
:root[data-theme='dark'] {
  --back: #0e131a;
  --card: #161d26;
  --ink: #e6ebf2;
  --muted: #9dafc3;
  --line: #2b3644;
  --accent: #82c4ff;
  --accent-back: #17304a;
  --critical: #ffa3b9;
  --critical-back: #4b1526;
  --critical-fill: #f0527b;
  --high: #ffbd8f;
  --high-back: #472610;
  --high-fill: #ef8a47;
  --medium: #f2d877;
  --medium-back: #3c330b;
  --medium-fill: #dcb93c;
  --low: #a3ccff;
  --low-back: #15314f;
  --low-fill: #5d9ce6;
  --info: #c3ccd7;
  --info-back: #2a333e;
  --info-fill: #74839a;
  color-scheme: dark;
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--back);
  color: var(--ink);
  font:
    15px/1.5 system-ui,
    -apple-system,
    'Segoe UI',
    Roboto,
    'DejaVu Sans',
    sans-serif;
}
header,
main,
footer {
  max-width: 1240px;
  margin: 0 auto;
  padding: 0 24px;
}
header {
  display: flex;
  justify-content: space-between;
  align-items: center;
  padding-top: 24px;
}
h1 {
  margin: 0;
  font-size: 26px;
  letter-spacing: -0.02em;
}
h1 span {
  font-weight: 400;
  color: var(--muted);
}
header p {
  margin: 2px 0 0;
  color: var(--muted);
  overflow-wrap: anywhere;
}
h2 {
  margin: 32px 0 12px;
  font-size: 18px;
  letter-spacing: -0.01em;
}
h3 {
  margin: 22px 0 8px;
  font-size: 15px;
}
a {
  color: var(--accent);
}
code,
pre,
.mono {
  font:
    13px/1.45 ui-monospace,
    SFMono-Regular,
    Menlo,
    Consolas,
    'DejaVu Sans Mono',
    monospace;
}
.muted {
  color: var(--muted);
}
.card {
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 12px;
}
.visually-hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip {
  position: absolute;
  left: -999px;
}
.skip:focus {
  left: 16px;
  top: 8px;
  background: var(--card);
  padding: 8px 12px;
  border-radius: 8px;
  z-index: 9;
}
:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
button,
input,
select {
  font: inherit;
  color: var(--ink);
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 8px;
  padding: 6px 10px;
  min-height: 36px;
}
input,
select {
  border-color: var(--muted);
}
button {
  cursor: pointer;
  font-weight: 600;
  color: var(--accent);
}
button:hover {
  background: var(--accent-back);
}
.incomplete {
  background: var(--critical-back);
  color: var(--critical);
  border-radius: 12px;
  padding: 12px 16px;
  margin: 20px 0 0;
  overflow-wrap: anywhere;
}
.incomplete ul {
  margin: 6px 0 0;
  padding-left: 20px;
}
.clean {
  font-size: 17px;
}

.severities {
  display: block;
  width: 100%;
  height: 14px;
  border-radius: 7px;
  overflow: hidden;
}
.fill-critical {
  fill: var(--critical-fill);
}
.fill-high {
  fill: var(--high-fill);
}
.fill-medium {
  fill: var(--medium-fill);
}
.fill-low {
  fill: var(--low-fill);
}
.fill-info {
  fill: var(--info-fill);
}
.counts,
.cards {
  list-style: none;
  margin: 10px 0 0;
  padding: 0;
  display: flex;
  flex-wrap: wrap;
  gap: 6px 18px;
}
.cards {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
  gap: 14px;
  margin: 18px 0 12px;
}
.cards li {
  padding: 14px 16px;
}
.cards strong {
  font-size: 30px;
  line-height: 1.1;
  letter-spacing: -0.02em;
  margin-right: 4px;
}
.cards span {
  font-weight: 600;
}
.cards p {
  margin: 4px 0 0;
  color: var(--muted);
  font-size: 13.5px;
}
.cards .alarm {
  border-color: var(--critical-fill);
  box-shadow: inset 4px 0 0 var(--critical-fill);
}
.cards .alarm strong {
  color: var(--critical);
}
.pill {
  display: inline-block;
  border-radius: 999px;
  padding: 0 9px;
  font-size: 12.5px;
  font-weight: 650;
  line-height: 20px;
  white-space: nowrap;
}
.pill.critical {
  color: var(--critical);
  background: var(--critical-back);
}
.pill.high {
  color: var(--high);
  background: var(--high-back);
}
.pill.medium {
  color: var(--medium);
  background: var(--medium-back);
}
.pill.low {
  color: var(--low);
  background: var(--low-back);
}
.pill.info,
.pill.plain {
  color: var(--info);
  background: var(--info-back);
}

.legend {
  color: var(--muted);
  margin: 0 0 10px;
}
.key {
  width: 26px;
  height: 10px;
  margin: 0 2px 0 10px;
}
.legend .key:first-child {
  margin-left: 0;
}
.scroll {
  overflow-x: auto;
  padding: 6px;
}
.timeline {
  display: block;
  min-width: 720px;
  width: 100%;
}
.timeline text {
  font:
    12.5px system-ui,
    'DejaVu Sans',
    sans-serif;
  fill: var(--ink);
}
.timeline .scale {
  fill: var(--muted);
  text-anchor: middle;
  font-size: 11.5px;
}
.tick {
  stroke: var(--line);
  stroke-width: 1;
}
.hit {
  fill: transparent;
}
.timeline a:hover .hit,
.timeline a:focus-visible .hit {
  fill: var(--accent-back);
}
.in-head {
  stroke: var(--high-fill);
  stroke-width: 8;
  stroke-linecap: round;
}
.in-head.worst {
  stroke: var(--critical-fill);
}
.in-history {
  stroke: var(--critical-fill);
  stroke-width: 2.5;
  stroke-dasharray: 1 5;
  stroke-linecap: round;
}
.unreachable {
  stroke: var(--info-fill);
  stroke-width: 2;
  stroke-dasharray: 2 6;
}
.came {
  fill: var(--card);
  stroke: var(--ink);
  stroke-width: 2;
}

.filters {
  display: flex;
  flex-wrap: wrap;
  gap: 10px;
  align-items: end;
}
.filters label {
  display: grid;
  gap: 3px;
  font-size: 12.5px;
  font-weight: 600;
  color: var(--muted);
}
.filters .wide {
  flex: 1 1 100%;
}
.filters input,
.filters select {
  width: 100%;
  font-weight: 400;
}
.filters label:not(.wide) {
  flex: 1 1 112px;
}
#shown {
  margin: 12px 0 8px;
  color: var(--muted);
}
.split {
  display: grid;
  grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
  gap: 16px;
  align-items: start;
}
#list {
  height: min(74vh, 820px);
  overflow-y: auto;
  position: relative;
  contain: strict;
}
#rows {
  position: relative;
}
.row {
  position: absolute;
  left: 0;
  right: 0;
  height: 78px;
  padding: 9px 14px;
  border-bottom: 1px solid var(--line);
  cursor: pointer;
  overflow: hidden;
}
.row > div {
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
}
.row .where {
  color: var(--muted);
  font-size: 13px;
}
.row b {
  font-weight: 650;
}
.row:hover {
  background: var(--back);
}
.row[aria-selected='true'] {
  background: var(--accent-back);
  box-shadow: inset 4px 0 0 var(--accent);
}
#details {
  height: min(74vh, 820px);
  overflow-y: auto;
  padding: 18px 20px;
  overflow-wrap: anywhere;
}
#details h3:first-child {
  margin-top: 0;
  font-size: 17px;
}
#details ol.steps {
  margin: 0;
  padding: 0;
  list-style: none;
  counter-reset: step;
}
.steps > li {
  counter-increment: step;
  position: relative;
  padding: 0 0 14px 38px;
}
.steps > li::before {
  content: counter(step);
  position: absolute;
  left: 0;
  top: 0;
  width: 26px;
  height: 26px;
  border-radius: 50%;
  background: var(--accent-back);
  color: var(--accent);
  font-weight: 700;
  font-size: 13px;
  text-align: center;
  line-height: 26px;
}
.steps > li:not(:last-child)::after {
  content: '';
  position: absolute;
  left: 12.5px;
  top: 30px;
  bottom: 4px;
  width: 1px;
  background: var(--line);
}
.steps p {
  margin: 3px 0;
}
.steps strong {
  display: block;
  line-height: 26px;
}
.note {
  border-left: 3px solid var(--medium-fill);
  padding: 2px 0 2px 10px;
  margin: 8px 0;
  font-size: 13.5px;
  color: var(--muted);
}
.copy {
  display: flex;
  align-items: start;
  gap: 8px;
  margin: 6px 0;
  background: var(--back);
  border: 1px solid var(--line);
  border-radius: 8px;
  padding: 6px 6px 6px 10px;
}
.copy pre {
  margin: 0;
  flex: 1;
  overflow-x: auto;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  padding: 3px 0;
}
.copy button {
  min-height: 28px;
  padding: 1px 9px;
  font-size: 12.5px;
  flex: none;
}
.evidence {
  list-style: none;
  margin: 0;
  padding: 0;
}
.evidence li {
  display: flex;
  gap: 10px;
  padding: 3px 0;
}
.evidence .mono {
  flex: 0 0 44px;
  text-align: right;
  font-weight: 700;
}
.facts {
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
  margin: 8px 0;
}
kbd {
  border: 1px solid var(--line);
  border-bottom-width: 2px;
  border-radius: 5px;
  padding: 0 5px;
  background: var(--card);
  font-size: 12.5px;
}
footer {
  padding-top: 24px;
  padding-bottom: 40px;
  color: var(--muted);
  font-size: 13.5px;
}
#print {
  display: none;
}
@media (max-width: 860px) {
  header,
  main,
  footer {
    padding-left: 14px;
    padding-right: 14px;
  }
  .split {
    grid-template-columns: minmax(0, 1fr);
  }
  #list {
    height: 46vh;
  }
  #details {
    height: auto;
  }
  .filters label {
    flex: 1 1 130px;
  }
  .filters .wide {
    flex: 1 1 100%;
  }
  #path {
    width: 100%;
  }
}
@media print {
  :root,
  :root[data-theme],
  :root:not([data-theme='light']) {
    --back: #fff;
    --card: #fff;
    --ink: #000;
    --muted: #444;
    --line: #bbb;
    --accent: #00408a;
    --accent-back: #eef3f9;
    --critical: #8f0f33;
    --critical-back: #fde7ec;
    --critical-fill: #d4234f;
    --high: #93370d;
    --high-back: #fdebdc;
    --high-fill: #e8762c;
    --medium: #715200;
    --medium-back: #fbf1c9;
    --medium-fill: #e0b420;
    --low: #1c4b8c;
    --low-back: #e3eefb;
    --low-fill: #4d8fdc;
    --info: #465160;
    --info-back: #e9edf2;
    --info-fill: #98a4b3;
    color-scheme: light;
  }
  body {
    font-size: 11pt;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  .filters,
  .split,
  #keys,
  #theme,
  .skip,
  footer {
    display: none;
  }
  #print {
    display: block;
    max-width: 1240px;
    margin: 0 auto;
    padding: 0 24px;
  }
  #print article {
    break-inside: avoid;
    border-top: 1px solid var(--line);
    padding: 8px 0;
    overflow-wrap: anywhere;
  }
  #print article.long {
    break-inside: auto;
  }
  #print p {
    margin: 2px 0;
  }
  .cards li,
  .timeline a {
    break-inside: avoid;
  }
  .scroll {
    overflow: visible;
  }
  .timeline {
    min-width: 0;
  }
  .copy button {
    display: none;
  }
}
@media (prefers-reduced-motion: no-preference) {
  .row,
  button {
    transition: background 0.1s;
  }
}
`;
// ../cli/dist/reports/html/page-data.js
function pageData(findings, rules) {
	const index = /* @__PURE__ */ new Map();
	const clues = [];
	const compact = findings.map(({ evidence, ...rest }) => ({
		...require_first.everyString(rest, require_first.visible),
		clues: evidence.map((clue) => {
			const key = `${clue.signal}\0${clue.bits}\0${clue.says}`;
			const known = index.get(key);
			if (known !== void 0) return known;
			index.set(key, clues.length);
			clues.push(require_first.everyString(clue, require_first.visible));
			return clues.length - 1;
		})
	}));
	const found = new Set(findings.map(({ rule }) => rule));
	return {
		clues,
		findings: compact,
		advice: Object.fromEntries(rules.filter(({ id }) => found.has(id)).map(({ id, advice }) => [id, advice]))
	};
}
// ../cli/dist/reports/html/timeline.js
/** Rows that a person still compares. */
const mostRows = 40;
const size = {
	label: 170,
	right: 24,
	width: 960,
	row: 30,
	top: 34
};
/** Empty where no finding has a history. */
function timeline(leaks, asOf) {
	const all = leaks.flatMap(rowOf).sort((a, b) => time(a) - time(b));
	const rows = all.slice(0, mostRows);
	const [first] = rows;
	if (!first) return "";
	const end = Math.max(Date.parse(asOf), ...rows.map(time));
	const span = Math.max(end - time(first), 30 * day) * 1.04;
	const begin = end - span;
	const at = (moment) => Math.round((size.label + (moment - begin) / span * (size.width - size.label - size.right)) * 10) / 10;
	const height = size.top + rows.length * size.row + 8;
	const bars = rows.map((row, i) => bar(row, size.top + i * size.row, at, end)).join("");
	const said = rows.map(({ leak, origin, path }) => `<li>${text(`${nameOf(leak)}: ${require_findings().exposureSentences(origin, path).join(" ")}`)}</li>`);
	const more = all.length - rows.length;
	return `<section aria-labelledby="timeline-title">
<h2 id="timeline-title">Timeline of exposure</h2>
<p class="legend"><svg class="key" viewBox="0 0 26 10" aria-hidden="true"><line class="in-head worst" x1="1" x2="25" y1="5" y2="5"/></svg> in HEAD
<svg class="key" viewBox="0 0 26 10" aria-hidden="true"><line class="in-history" x1="1" x2="25" y1="5" y2="5"/></svg> gone from HEAD, still in the history
<svg class="key" viewBox="0 0 26 10" aria-hidden="true"><line class="unreachable" x1="1" x2="25" y1="5" y2="5"/></svg> on no branch or tag. A key stays exposed until it is deleted at Binance.</p>
<div class="card scroll" tabindex="0" role="region" aria-label="Timeline, scrolls sideways where there is no room">
<svg class="timeline" viewBox="0 0 ${size.width} ${height}" role="group" aria-label="When each key came in and when it left HEAD; the list below says the same in words">
${ticks(begin, end, at, height)}${bars}
</svg></div>
<ul class="visually-hidden">${said.join("")}</ul>
${more > 0 ? `<p class="muted">${text(`${require_first.count(more, "other leak")} came in later.`)}</p>` : ""}</section>`;
}
const day = 864e5;
const time = ({ origin }) => Date.parse(origin.firstCommit.date);
const nameOf = ({ halves }) => halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(" ")).join(" + ");
/** Short: people know a key by how it begins. */
const labelOf = (leak) => leak.halves.map(({ rule, masked }) => masked || rule).join(" + ");
/** The half that came in first stands for the leak. */
function rowOf(leak) {
	return leak.findings.flatMap(({ origin, path }) => origin.kind === "history" && origin.firstCommit ? [{
		leak,
		origin: {
			...origin,
			firstCommit: origin.firstCommit
		},
		path
	}] : []).sort((a, b) => time(a) - time(b)).slice(0, 1);
}
function bar({ leak, origin }, top, at, end) {
	const y = top + size.row / 2;
	const start = at(Date.parse(origin.firstCommit.date));
	const left = origin.atHead ? end : Date.parse(origin.lastCommit?.date ?? origin.firstCommit.date);
	const until = Math.max(start + 3, at(left));
	const rest = origin.reachable === false ? "unreachable" : "in-history";
	const label = labelOf(leak);
	const short = label.length > 24 ? `${label.slice(0, 23)}…` : label;
	const worst = leak.findings.some(({ severity }) => severity === "critical") ? " worst" : "";
	return `<a href="#${leak.id}"><title>${text(nameOf(leak))}</title>
<rect class="hit" x="0" y="${top}" width="${size.width}" height="${size.row}"/>
<text class="name" x="8" y="${y + 4}">${text(short)}</text>
${until < at(end) ? `<line class="${rest}" x1="${until}" x2="${at(end)}" y1="${y}" y2="${y}"/>` : ""}
<line class="in-head${worst}" x1="${start}" x2="${until}" y1="${y}" y2="${y}"/>
<circle class="came" cx="${start}" cy="${y}" r="5"/></a>`;
}
/** A handful of months or years as a scale. */
function ticks(begin, end, at, height) {
	const months = (end - begin) / (30.4 * day);
	const step = [
		1,
		2,
		3,
		6,
		12,
		24,
		60,
		120
	].find((one) => months / one <= 8) ?? 240;
	const first = new Date(begin);
	const marks = [];
	let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + 1) / step) * step;
	for (; utc(month) <= end; month += step) {
		const x = at(utc(month));
		if (x < size.label) continue;
		const name = new Date(utc(month)).toISOString().slice(0, step % 12 === 0 ? 4 : 7);
		marks.push(`<line class="tick" x1="${x}" x2="${x}" y1="24" y2="${height - 6}"/><text class="scale" x="${x}" y="16">${name}</text>`);
	}
	return marks.join("");
}
const utc = (month) => Date.UTC(Math.floor(month / 12), month % 12);
// ../cli/dist/reports/html/html.js
/**
* The report as one page that needs nothing else: no network, no file beside it. Its policy allows its own script and style
* by their hashes and nothing more, so that whatever a file is called, it cannot become code. The script is packages/cli/page.
*/
/** A page with more is slow to open, and nobody reads it. */
const mostFindings = 2e4;
function* htmlReport(report, rules) {
	const { kept, cut } = require_first.worst(report.findings, mostFindings);
	const suppressed = require_first.worst(report.suppressed, mostFindings - kept.length);
	const names = [...new Set(report.findings.flatMap(({ repository }) => repository ?? []))];
	const name = names.length === 0 ? "" : names.length === 1 ? names[0] : `${names.length} repositories`;
	const leaks = require_first.leaksOf(require_first.worstFirst(kept));
	const left = [...cut > 0 ? [require_first.count(cut, "finding")] : [], ...suppressed.cut > 0 ? [`${require_first.count(suppressed.cut, "finding")} that ${suppressed.cut === 1 ? "was" : "were"} set aside`] : []];
	yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(pageScript)}'; style-src '${hashOf(pageStyle)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${text(["bnguard", name].filter(Boolean).join(": "))}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#findings-title">Skip to the findings</a>
<header><div><h1>bnguard <span>report</span></h1><p>${text([
		name,
		`as of ${report.asOf.slice(0, 16).replace("T", " ")} UTC`,
		`bnguard ${report.tool.version}`
	].filter(Boolean).join(" · "))}</p></div>
<button type="button" id="theme">Dark</button></header>
<main>
${overview(report, leaks)}
${timeline(leaks, report.asOf)}
${findingsSection(left)}
</main>
<footer><p>No value is in this page: at most the first four characters of a key, by which its owner knows it. bnguard explain RULE says more about each rule.</p></footer>
<div id="print"></div>
`;
	yield `<script type="application/json" id="data">${scriptJson(pageData([...kept, ...suppressed.kept], rules))}<\/script>\n`;
	yield `<script>${pageScript}<\/script>\n</body>\n</html>\n`;
}
const hashOf = (source) => `sha256-${(0, node_crypto.createHash)("sha256").update(source).digest("base64")}`;
function findingsSection(left) {
	return `<section aria-labelledby="findings-title"><h2 id="findings-title" tabindex="-1">Findings</h2>${left.length > 0 ? `<p class="incomplete">${text(`${left.join(" and ")} left out of this page, the mildest ones. --format json has all.`)}</p>` : ""}
<noscript><p class="incomplete">The list needs this page’s own script. It loads nothing and sends nothing; bnguard scan --format text shows the same without.</p></noscript>
<div class="filters" role="search" aria-label="Filter findings">
<label class="wide">Search <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="path, rule, message, commit, fingerprint"></label>
<label>Rule <select id="rule"><option value="">all</option></select></label>
<label>At least <select id="severity"><option value="">any severity</option><option>critical</option><option>high</option><option>medium</option><option>low</option></select></label>
<label>State <select id="state"></select></label>
<label>Path <input id="path" type="search" autocomplete="off" spellcheck="false" placeholder="src/"></label>
<label>Written from <input id="from" type="date"></label>
<label>to <input id="to" type="date"></label>
<label>Order <select id="order"><option value="worst">worst first</option><option value="path">by path</option><option value="oldest">oldest first</option></select></label>
<button type="button" id="reset">Reset</button>
</div>
<p id="shown" role="status"></p>
<div class="split">
<div id="list" class="card" role="listbox" aria-label="Findings" tabindex="0" aria-describedby="keys"><div id="rows" role="presentation"></div></div>
<article id="details" class="card" tabindex="-1" aria-label="Details of the chosen finding"></article>
</div>
<p id="keys" class="muted">Keys: <kbd>/</kbd> search, <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> details, <kbd>Esc</kbd> back.</p>
</section>`;
}
exports.htmlReport = htmlReport;
