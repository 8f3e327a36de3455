import { firstStep } from "./way-out.mjs";
import { count, everyString, exposureSentences, halfFinder, isCredential, placeName, shortId, signedBits, visible, visibleJson, worst } from "./first.mjs";
import { weaknessOf } from "./weakness.mjs";
import { isGap } from "./gap.mjs";
// ../cli/dist/reports/sarif.js
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
	const { kept, cut } = worst(findings, mostResults);
	const half = halfFinder(findings);
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
	yield `${visibleJson(JSON.stringify(run, null, 2)).slice(0, -2)},\n  "results": [`;
	for (const [i, finding] of kept.entries()) {
		const result = resultOf(finding, half(finding), index.get(finding.rule), lines);
		yield `${i > 0 ? "," : ""}\n${visibleJson(JSON.stringify(result))}`;
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
				...isCredential({ rule: id }) ? ["secret"] : [],
				...cwe ? [`external/cwe/cwe-${cwe}`] : []
			],
			precision: isCredential({ rule: id }) ? "very-high" : "high",
			"problem.severity": levels[severity] === "note" ? "recommendation" : levels[severity],
			"security-severity": scores[severity]
		}
	};
}
function resultOf(raw, rawHalf, ruleIndex, lines) {
	const finding = everyString(raw, visible);
	const { rule, severity, confidence, environment, masked, fingerprint, message, path, origin, pair, evidence } = finding;
	const others = relatedOf(raw, rawHalf);
	const sentences = [
		sentence(escaped(message)),
		...rawHalf ? [`It forms a pair with the [${escaped(`${rawHalf.rule} ${rawHalf.masked}`.trim())}](0).`] : [],
		...origin.kind === "history" ? exposureSentences(origin, path).map(escaped) : [],
		...path === "" ? [escaped(`It stands in the ${placeName(finding)}.`)] : [],
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
		evidence: evidence.map(({ says, bits }) => `${signedBits(bits)} ${says}`)
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
	if (origin.kind === "range") return `commit-message-${shortId(origin.commit)}`;
	if (origin.kind === "history") return origin.object ? `message-${shortId(origin.object)}` : `blob-${shortId(origin.blob ?? "")}`;
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
	const gaps = skipped.filter(isGap);
	const more = gaps.length - mostNotes;
	return [
		...cut > 0 ? [["warning", `${count(cut, "finding")} left out: GitHub takes ${mostResults} results in a run. The worst are here; --format json has all.`]] : [],
		...complete ? [] : [["error", "Not everything could be read, so there may be more findings."]],
		...gaps.slice(0, mostNotes).map(({ path, object, why, detail }) => [complete ? "note" : "error", visible(sentence([
			path || object,
			why,
			detail
		].filter(Boolean).join(": ")))]),
		...more > 0 ? [["error", `${count(more, "more thing")} could not be read.`]] : []
	].map(([level, text]) => [level, text]).map(([level, text]) => ({
		level,
		message: { text }
	}));
}
const sentence = (text) => /[.!?…]$/.test(text) ? text : `${text}.`;
/** In a message brackets make links. */
const escaped = (text) => text.replace(/[\\[\]]/g, "\\$&");
export { sarifReport };
