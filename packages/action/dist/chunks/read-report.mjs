import { array, boolean, description, exactOptional, integer, isoTimestamp, literal, looseObject, maxLength, maxValue, minLength, minValue, number, object, picklist, pipe, record, regex, safeParse, string, variant } from "./dist4.mjs";
import { UserError, confidences, severities } from "./first.mjs";
import { resolve } from "node:path";
import { readFile } from "node:fs/promises";
// ../cli/dist/reports/report-schema.js
const place = pipe(object({
	line: pipe(number(), integer(), minValue(1), maxValue(2 ** 31)),
	column: pipe(number(), integer(), minValue(1))
}), description("1-based; columns count UTF-16 code units"));
const wholeNumber = pipe(number(), integer(), minValue(0));
const fingerprint = pipe(string(), regex(/^[0-9a-f]{32}$/));
/** What not-fetched.ts makes, and nothing else: people copy it. */
const fetchCommand = /^git fetch [\w./][\w./-]* '\+refs\/[a-z-]+\/\*\/[a-z]+:refs\/[a-z-]+\/\*\/[a-z]+'$/;
const objectId = pipe(string(), regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/));
const moment = object({
	id: objectId,
	date: pipe(string(), isoTimestamp(), description("the author's date"))
});
const origin = variant("kind", [
	object({ kind: picklist([
		"file",
		"staged",
		"stdin",
		"editor"
	]) }),
	object({
		kind: literal("range"),
		commit: objectId,
		message: exactOptional(literal(true))
	}),
	object({
		kind: literal("history"),
		blob: exactOptional(objectId),
		object: exactOptional(pipe(objectId, description("a commit or tag, for its message"))),
		firstCommit: exactOptional(moment),
		lastCommit: exactOptional(moment),
		atHead: exactOptional(boolean()),
		headPath: exactOptional(string()),
		isCut: exactOptional(pipe(literal(true), description("firstCommit is where a shallow clone is cut off"))),
		exposedDays: exactOptional(pipe(wholeNumber, description("from its first commit to asOf"))),
		refs: exactOptional(array(string())),
		refCount: exactOptional(wholeNumber),
		pushed: exactOptional(boolean()),
		reachable: exactOptional(boolean()),
		heldBy: exactOptional(picklist([
			"index",
			"stash",
			"reflog",
			"nothing"
		])),
		places: exactOptional(array(object({
			path: string(),
			start: place,
			blob: exactOptional(objectId),
			object: exactOptional(objectId)
		}))),
		placeCount: exactOptional(wholeNumber)
	})
]);
const finding = {
	rule: pipe(string(), regex(/^[a-z0-9-]{1,64}$/)),
	role: picklist([
		"secret",
		"api-key",
		"private-key",
		"unknown"
	]),
	severity: picklist(severities),
	confidence: picklist(confidences),
	message: string(),
	masked: pipe(string(), regex(/^.{0,4}…?$/su), description("at most the first four characters of the value")),
	fingerprint: pipe(string(), description("names the value without telling it")),
	environment: picklist([
		"live",
		"testnet",
		"demo",
		"unknown"
	]),
	pair: exactOptional(pipe(fingerprint, description("fingerprint of the other half"))),
	repository: exactOptional(string()),
	path: pipe(string(), description("POSIX, relative to the work tree's top inside git, else to PATH")),
	start: place,
	end: pipe(place, description("exclusive")),
	origin,
	evidence: array(object({
		signal: string(),
		bits: number(),
		says: string()
	})),
	lineHash: exactOptional(pipe(string(), regex(/^[0-9a-f]{1,16}:\d+$/), description("by which GitHub knows the line again")))
};
const suppression = object({
	by: picklist([
		"comment",
		"config",
		"baseline"
	]),
	reason: exactOptional(string()),
	at: exactOptional(string())
});
const shapes = [...[
	"alnum64",
	"hex64",
	"private-key",
	"encrypted-private-key"
], ...[
	"fernet",
	"listen-key",
	"passphrase",
	"signature"
]];
const placed = {
	path: string(),
	origin,
	start: place,
	end: place
};
const rankedMoment = object({
	...moment.entries,
	time: number(),
	generation: wholeNumber,
	isCut: exactOptional(literal(true))
});
/** What `bnguard merge` reads of a part of a history; made for that, and bound to the version that wrote it. */
const clues = array(looseObject({
	signal: string(),
	question: string(),
	group: string(),
	bits: number(),
	says: string()
}));
const environment = picklist([
	"live",
	"testnet",
	"demo",
	"unknown"
]);
const shard = object({
	index: wholeNumber,
	count: wholeNumber,
	repository: string(),
	state: object({
		objects: wholeNumber,
		refs: wholeNumber,
		digest: pipe(string(), regex(/^[0-9a-f]{32}$/))
	}),
	noIgnores: boolean(),
	suppressions: array(looseObject({
		by: picklist(["config", "baseline"]),
		at: string(),
		place: object({
			path: string(),
			start: place,
			end: place
		}),
		match: object({
			paths: exactOptional(array(pipe(string(), minLength(1), maxLength(4096)))),
			rules: exactOptional(array(string())),
			fingerprint: exactOptional(fingerprint),
			severity: exactOptional(picklist(severities)),
			expired: exactOptional(literal(true))
		})
	})),
	head: exactOptional(looseObject({
		keyAge: exactOptional(wholeNumber),
		services: exactOptional(array(string())),
		inventory: exactOptional(looseObject({
			path: string(),
			keys: array(looseObject({
				name: string(),
				fingerprints: array(fingerprint),
				state: string(),
				environment: string(),
				strategies: array(string()),
				inCode: exactOptional(boolean()),
				expectedIn: exactOptional(array(string())),
				line: wholeNumber
			}))
		}))
	})),
	observations: array(variant("kind", [
		looseObject({
			kind: literal("credential"),
			...placed,
			shape: picklist(shapes),
			fingerprint,
			masked: string(),
			documented: boolean(),
			clues,
			environment,
			use: string(),
			stem: string(),
			containers: array(number()),
			sample: boolean()
		}),
		looseObject({
			kind: literal("project"),
			path: string(),
			clue: exactOptional(looseObject({
				signal: string(),
				bits: number(),
				says: string()
			})),
			keyFiles: array(string()),
			expects: exactOptional(array(string()))
		}),
		looseObject({
			kind: literal("file"),
			path: string(),
			origin,
			state: picklist([
				"addable",
				"tracked",
				"stored",
				"published"
			]),
			exists: boolean(),
			filled: exactOptional(boolean()),
			because: string()
		}),
		looseObject({
			kind: literal("risk"),
			...placed,
			rule: string(),
			severity: picklist(severities),
			message: string(),
			fingerprint,
			clues,
			environment,
			sample: boolean()
		}),
		looseObject({
			kind: literal("file"),
			path: string(),
			state: picklist([
				"addable",
				"tracked",
				"stored",
				"published"
			]),
			exists: boolean(),
			filled: exactOptional(boolean()),
			because: string()
		}),
		looseObject({
			kind: literal("ignore"),
			...placed,
			rules: array(string()),
			line: wholeNumber
		})
	])),
	refs: array(string()),
	objects: record(string(), object({
		places: array(object({
			path: string(),
			readAs: exactOptional(string()),
			atHead: exactOptional(literal(true)),
			first: exactOptional(rankedMoment),
			last: exactOptional(rankedMoment)
		})),
		morePlaces: exactOptional(wholeNumber),
		atHead: boolean(),
		refs: pipe(string(), regex(/^[0-9a-f]*$/), description("bits in the order of `refs`, in hex")),
		pushed: boolean(),
		reachable: boolean(),
		heldBy: exactOptional(picklist([
			"index",
			"stash",
			"reflog",
			"nothing"
		]))
	}))
});
/** Open for more fields: later versions of schema 1 may add some. */
const reportSchema = object({
	schema: literal(1),
	tool: object({
		name: literal("bnguard"),
		version: string()
	}),
	asOf: pipe(string(), isoTimestamp()),
	complete: pipe(boolean(), description("false: something could not be read, and there may be more")),
	findings: array(object(finding)),
	suppressed: array(object({
		...finding,
		suppression
	})),
	skipped: array(object({
		path: string(),
		object: exactOptional(objectId),
		why: picklist([
			"binary",
			"too-large",
			"unreadable",
			"missing",
			"link-outside",
			"archive"
		]),
		detail: exactOptional(string())
	})),
	coverage: object({
		documents: wholeNumber,
		bytes: wholeNumber,
		ignored: wholeNumber,
		dependencyFolders: wholeNumber,
		repositories: wholeNumber,
		objects: exactOptional(wholeNumber),
		blobs: exactOptional(wholeNumber),
		refs: exactOptional(wholeNumber),
		shallow: exactOptional(boolean()),
		partial: exactOptional(boolean()),
		missing: exactOptional(wholeNumber),
		cached: exactOptional(wholeNumber),
		alternates: exactOptional(array(string())),
		notFetched: exactOptional(array(object({
			refs: pipe(string(), regex(/^refs\/[a-z-]+\/\*$/)),
			command: pipe(string(), regex(fetchCommand))
		}))),
		staged: exactOptional(pipe(wholeNumber, description("with --staged: paths with new content in the index"))),
		commits: exactOptional(pipe(wholeNumber, description("with --range: commits")))
	}),
	overruled: exactOptional(pipe(array(object({
		...finding,
		suppression
	})), description("with --config-from: those findings that an ignore comment excuses which did not count"))),
	shard: exactOptional(pipe(shard, description("a part of a history, for bnguard merge")))
});
// ../cli/dist/reports/read-report.js
/** Reads a JSON report back. What comes from a file is a stranger's: it is held against the schema before it is believed. */
/** @param file as typed. Throws a UserError where it cannot be read or is no report. */
async function readReport(file, cwd) {
	let text;
	try {
		text = await readFile(resolve(cwd, file), "utf8");
	} catch (error) {
		const { code = "unknown error" } = error;
		throw new UserError(`${file} cannot be read (${code === "ENOENT" ? "there is no such file" : code}).`);
	}
	try {
		const data = JSON.parse(text);
		const parsed = safeParse(reportSchema, data);
		if (parsed.success && isPart(parsed.output)) return parsed.output;
	} catch {}
	throw new UserError(`${file} is no JSON report of bnguard. bnguard scan --format json --output ${file} makes one.`);
}
/** Whether a shard says which part it is. */
function isPart({ shard }) {
	return shard === void 0 || shard.index >= 1 && shard.index <= shard.count && shard.count <= 9999;
}
export { readReport };
