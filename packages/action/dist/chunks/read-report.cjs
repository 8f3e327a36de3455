"use strict";
const require_dist = require("./dist3.cjs");
const require_first = require("./first.cjs");
let node_path = require("node:path");
let node_fs_promises = require("node:fs/promises");
// ../cli/dist/reports/report-schema.js
const place = require_dist.pipe(require_dist.object({
	line: require_dist.pipe(require_dist.number(), require_dist.integer(), require_dist.minValue(1), require_dist.maxValue(2 ** 31)),
	column: require_dist.pipe(require_dist.number(), require_dist.integer(), require_dist.minValue(1))
}), require_dist.description("1-based; columns count UTF-16 code units"));
const wholeNumber = require_dist.pipe(require_dist.number(), require_dist.integer(), require_dist.minValue(0));
const fingerprint = require_dist.pipe(require_dist.string(), require_dist.regex(/^[0-9a-f]{32}$/));
/** What not-fetched.ts makes, and nothing else: people copy it. */
const fetchCommand = /^git fetch [\w./][\w./-]* '\+refs\/[a-z-]+\/\*\/[a-z]+:refs\/[a-z-]+\/\*\/[a-z]+'$/;
const objectId = require_dist.pipe(require_dist.string(), require_dist.regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/));
const moment = require_dist.object({
	id: objectId,
	date: require_dist.pipe(require_dist.string(), require_dist.isoTimestamp(), require_dist.description("the author's date"))
});
const origin = require_dist.variant("kind", [
	require_dist.object({ kind: require_dist.picklist([
		"file",
		"staged",
		"stdin",
		"editor"
	]) }),
	require_dist.object({
		kind: require_dist.literal("range"),
		commit: objectId,
		message: require_dist.exactOptional(require_dist.literal(true))
	}),
	require_dist.object({
		kind: require_dist.literal("history"),
		blob: require_dist.exactOptional(objectId),
		object: require_dist.exactOptional(require_dist.pipe(objectId, require_dist.description("a commit or tag, for its message"))),
		firstCommit: require_dist.exactOptional(moment),
		lastCommit: require_dist.exactOptional(moment),
		atHead: require_dist.exactOptional(require_dist.boolean()),
		headPath: require_dist.exactOptional(require_dist.string()),
		isCut: require_dist.exactOptional(require_dist.pipe(require_dist.literal(true), require_dist.description("firstCommit is where a shallow clone is cut off"))),
		exposedDays: require_dist.exactOptional(require_dist.pipe(wholeNumber, require_dist.description("from its first commit to asOf"))),
		refs: require_dist.exactOptional(require_dist.array(require_dist.string())),
		refCount: require_dist.exactOptional(wholeNumber),
		pushed: require_dist.exactOptional(require_dist.boolean()),
		reachable: require_dist.exactOptional(require_dist.boolean()),
		heldBy: require_dist.exactOptional(require_dist.picklist([
			"index",
			"stash",
			"reflog",
			"nothing"
		])),
		places: require_dist.exactOptional(require_dist.array(require_dist.object({
			path: require_dist.string(),
			start: place,
			blob: require_dist.exactOptional(objectId),
			object: require_dist.exactOptional(objectId)
		}))),
		placeCount: require_dist.exactOptional(wholeNumber)
	})
]);
const finding = {
	rule: require_dist.pipe(require_dist.string(), require_dist.regex(/^[a-z0-9-]{1,64}$/)),
	role: require_dist.picklist([
		"secret",
		"api-key",
		"private-key",
		"unknown"
	]),
	severity: require_dist.picklist(require_first.severities),
	confidence: require_dist.picklist(require_first.confidences),
	message: require_dist.string(),
	masked: require_dist.pipe(require_dist.string(), require_dist.regex(/^.{0,4}…?$/su), require_dist.description("at most the first four characters of the value")),
	fingerprint: require_dist.pipe(require_dist.string(), require_dist.description("names the value without telling it")),
	environment: require_dist.picklist([
		"live",
		"testnet",
		"demo",
		"unknown"
	]),
	pair: require_dist.exactOptional(require_dist.pipe(fingerprint, require_dist.description("fingerprint of the other half"))),
	repository: require_dist.exactOptional(require_dist.string()),
	path: require_dist.pipe(require_dist.string(), require_dist.description("POSIX, relative to the work tree's top inside git, else to PATH")),
	start: place,
	end: require_dist.pipe(place, require_dist.description("exclusive")),
	origin,
	evidence: require_dist.array(require_dist.object({
		signal: require_dist.string(),
		bits: require_dist.number(),
		says: require_dist.string()
	})),
	lineHash: require_dist.exactOptional(require_dist.pipe(require_dist.string(), require_dist.regex(/^[0-9a-f]{1,16}:\d+$/), require_dist.description("by which GitHub knows the line again")))
};
const suppression = require_dist.object({
	by: require_dist.picklist([
		"comment",
		"config",
		"baseline"
	]),
	reason: require_dist.exactOptional(require_dist.string()),
	at: require_dist.exactOptional(require_dist.string())
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
	path: require_dist.string(),
	origin,
	start: place,
	end: place
};
const rankedMoment = require_dist.object({
	...moment.entries,
	time: require_dist.number(),
	generation: wholeNumber,
	isCut: require_dist.exactOptional(require_dist.literal(true))
});
/** What `bnguard merge` reads of a part of a history; made for that, and bound to the version that wrote it. */
const clues = require_dist.array(require_dist.looseObject({
	signal: require_dist.string(),
	question: require_dist.string(),
	group: require_dist.string(),
	bits: require_dist.number(),
	says: require_dist.string()
}));
const environment = require_dist.picklist([
	"live",
	"testnet",
	"demo",
	"unknown"
]);
const shard = require_dist.object({
	index: wholeNumber,
	count: wholeNumber,
	repository: require_dist.string(),
	state: require_dist.object({
		objects: wholeNumber,
		refs: wholeNumber,
		digest: require_dist.pipe(require_dist.string(), require_dist.regex(/^[0-9a-f]{32}$/))
	}),
	noIgnores: require_dist.boolean(),
	suppressions: require_dist.array(require_dist.looseObject({
		by: require_dist.picklist(["config", "baseline"]),
		at: require_dist.string(),
		place: require_dist.object({
			path: require_dist.string(),
			start: place,
			end: place
		}),
		match: require_dist.object({
			paths: require_dist.exactOptional(require_dist.array(require_dist.pipe(require_dist.string(), require_dist.minLength(1), require_dist.maxLength(4096)))),
			rules: require_dist.exactOptional(require_dist.array(require_dist.string())),
			fingerprint: require_dist.exactOptional(fingerprint),
			severity: require_dist.exactOptional(require_dist.picklist(require_first.severities)),
			expired: require_dist.exactOptional(require_dist.literal(true))
		})
	})),
	head: require_dist.exactOptional(require_dist.looseObject({
		keyAge: require_dist.exactOptional(wholeNumber),
		services: require_dist.exactOptional(require_dist.array(require_dist.string())),
		inventory: require_dist.exactOptional(require_dist.looseObject({
			path: require_dist.string(),
			keys: require_dist.array(require_dist.looseObject({
				name: require_dist.string(),
				fingerprints: require_dist.array(fingerprint),
				state: require_dist.string(),
				environment: require_dist.string(),
				strategies: require_dist.array(require_dist.string()),
				inCode: require_dist.exactOptional(require_dist.boolean()),
				expectedIn: require_dist.exactOptional(require_dist.array(require_dist.string())),
				line: wholeNumber
			}))
		}))
	})),
	observations: require_dist.array(require_dist.variant("kind", [
		require_dist.looseObject({
			kind: require_dist.literal("credential"),
			...placed,
			shape: require_dist.picklist(shapes),
			fingerprint,
			masked: require_dist.string(),
			documented: require_dist.boolean(),
			clues,
			environment,
			use: require_dist.string(),
			stem: require_dist.string(),
			containers: require_dist.array(require_dist.number()),
			sample: require_dist.boolean()
		}),
		require_dist.looseObject({
			kind: require_dist.literal("project"),
			path: require_dist.string(),
			clue: require_dist.exactOptional(require_dist.looseObject({
				signal: require_dist.string(),
				bits: require_dist.number(),
				says: require_dist.string()
			})),
			keyFiles: require_dist.array(require_dist.string()),
			expects: require_dist.exactOptional(require_dist.array(require_dist.string()))
		}),
		require_dist.looseObject({
			kind: require_dist.literal("file"),
			path: require_dist.string(),
			origin,
			state: require_dist.picklist([
				"addable",
				"tracked",
				"stored",
				"published"
			]),
			exists: require_dist.boolean(),
			filled: require_dist.exactOptional(require_dist.boolean()),
			because: require_dist.string()
		}),
		require_dist.looseObject({
			kind: require_dist.literal("risk"),
			...placed,
			rule: require_dist.string(),
			severity: require_dist.picklist(require_first.severities),
			message: require_dist.string(),
			fingerprint,
			clues,
			environment,
			sample: require_dist.boolean()
		}),
		require_dist.looseObject({
			kind: require_dist.literal("file"),
			path: require_dist.string(),
			state: require_dist.picklist([
				"addable",
				"tracked",
				"stored",
				"published"
			]),
			exists: require_dist.boolean(),
			filled: require_dist.exactOptional(require_dist.boolean()),
			because: require_dist.string()
		}),
		require_dist.looseObject({
			kind: require_dist.literal("ignore"),
			...placed,
			rules: require_dist.array(require_dist.string()),
			line: wholeNumber
		})
	])),
	refs: require_dist.array(require_dist.string()),
	objects: require_dist.record(require_dist.string(), require_dist.object({
		places: require_dist.array(require_dist.object({
			path: require_dist.string(),
			readAs: require_dist.exactOptional(require_dist.string()),
			atHead: require_dist.exactOptional(require_dist.literal(true)),
			first: require_dist.exactOptional(rankedMoment),
			last: require_dist.exactOptional(rankedMoment)
		})),
		morePlaces: require_dist.exactOptional(wholeNumber),
		atHead: require_dist.boolean(),
		refs: require_dist.pipe(require_dist.string(), require_dist.regex(/^[0-9a-f]*$/), require_dist.description("bits in the order of `refs`, in hex")),
		pushed: require_dist.boolean(),
		reachable: require_dist.boolean(),
		heldBy: require_dist.exactOptional(require_dist.picklist([
			"index",
			"stash",
			"reflog",
			"nothing"
		]))
	}))
});
/** Open for more fields: later versions of schema 1 may add some. */
const reportSchema = require_dist.object({
	schema: require_dist.literal(1),
	tool: require_dist.object({
		name: require_dist.literal("bnguard"),
		version: require_dist.string()
	}),
	asOf: require_dist.pipe(require_dist.string(), require_dist.isoTimestamp()),
	complete: require_dist.pipe(require_dist.boolean(), require_dist.description("false: something could not be read, and there may be more")),
	findings: require_dist.array(require_dist.object(finding)),
	suppressed: require_dist.array(require_dist.object({
		...finding,
		suppression
	})),
	skipped: require_dist.array(require_dist.object({
		path: require_dist.string(),
		object: require_dist.exactOptional(objectId),
		why: require_dist.picklist([
			"binary",
			"too-large",
			"unreadable",
			"missing",
			"link-outside",
			"archive"
		]),
		detail: require_dist.exactOptional(require_dist.string())
	})),
	coverage: require_dist.object({
		documents: wholeNumber,
		bytes: wholeNumber,
		ignored: wholeNumber,
		dependencyFolders: wholeNumber,
		repositories: wholeNumber,
		objects: require_dist.exactOptional(wholeNumber),
		blobs: require_dist.exactOptional(wholeNumber),
		refs: require_dist.exactOptional(wholeNumber),
		shallow: require_dist.exactOptional(require_dist.boolean()),
		partial: require_dist.exactOptional(require_dist.boolean()),
		missing: require_dist.exactOptional(wholeNumber),
		cached: require_dist.exactOptional(wholeNumber),
		alternates: require_dist.exactOptional(require_dist.array(require_dist.string())),
		notFetched: require_dist.exactOptional(require_dist.array(require_dist.object({
			refs: require_dist.pipe(require_dist.string(), require_dist.regex(/^refs\/[a-z-]+\/\*$/)),
			command: require_dist.pipe(require_dist.string(), require_dist.regex(fetchCommand))
		}))),
		staged: require_dist.exactOptional(require_dist.pipe(wholeNumber, require_dist.description("with --staged: paths with new content in the index"))),
		commits: require_dist.exactOptional(require_dist.pipe(wholeNumber, require_dist.description("with --range: commits")))
	}),
	overruled: require_dist.exactOptional(require_dist.pipe(require_dist.array(require_dist.object({
		...finding,
		suppression
	})), require_dist.description("with --config-from: those findings that an ignore comment excuses which did not count"))),
	shard: require_dist.exactOptional(require_dist.pipe(shard, require_dist.description("a part of a history, for bnguard merge")))
});
// ../cli/dist/reports/read-report.js
/** Reads a JSON report back. What comes from a file is a stranger's: it is held against the schema before it is believed. */
/** @param file as typed. Throws a UserError where it cannot be read or is no report. */
async function readReport(file, cwd) {
	let text;
	try {
		text = await (0, node_fs_promises.readFile)((0, node_path.resolve)(cwd, file), "utf8");
	} catch (error) {
		const { code = "unknown error" } = error;
		throw new require_first.UserError(`${file} cannot be read (${code === "ENOENT" ? "there is no such file" : code}).`);
	}
	try {
		const data = JSON.parse(text);
		const parsed = require_dist.safeParse(reportSchema, data);
		if (parsed.success && isPart(parsed.output)) return parsed.output;
	} catch {}
	throw new require_first.UserError(`${file} is no JSON report of bnguard. bnguard scan --format json --output report.json makes one.`);
}
/** Whether a shard says which part it is. */
function isPart({ shard }) {
	return shard === void 0 || shard.index >= 1 && shard.index <= shard.count && shard.count <= 9999;
}
exports.readReport = readReport;
