"use strict";
const require_dist = require("./dist4.cjs");
const require_first = require("./first.cjs");
const require_read_report = require("./read-report.cjs");
const require_meanwhile = require("./meanwhile.cjs");
const require_shard = require("./shard.cjs");
const require_ignore_entries = require("./ignore-entries.cjs");
// ../cli/dist/commands/merge.js
/** `bnguard merge`: the JSON reports of several scans become one. Shards of one history are concluded anew, together. */
async function runMerge(request, setting) {
	const reports = await Promise.all(request.files.map((file) => require_read_report.readReport(file, setting.cwd)));
	const versions = [...new Set(reports.map(({ tool }) => tool.version))];
	if (versions.length > 1) throw new require_first.UserError(`The reports come from bnguard ${versions.join(" and ")}: make them all with one version.`);
	const thresholds = require_first.thresholdsFrom(request, []);
	const { report, hidden } = require_first.shownPart(require_first.redactAll(merged(reports)), thresholds);
	return {
		code: require_first.exitCode(report, thresholds),
		...await require_first.renderReports(report, hidden, request, setting)
	};
}
/** One report of all: histories that were scanned in parts first, then the others in the order of the files. */
function merged(reports) {
	const groups = /* @__PURE__ */ new Map();
	const plain = [];
	for (const report of reports) if (report.shard === void 0) plain.push(report);
	else {
		const key = `${report.shard.repository} ${report.shard.count}`;
		groups.set(key, [...groups.get(key) ?? [], report]);
	}
	const asOf = reports.map((report) => report.asOf).reduce((a, b) => a > b ? a : b, "");
	const parts = [...[...groups.values()].map((shards) => whole(shards, asOf)), ...plain];
	const [first] = parts;
	const overruled = parts.flatMap((part) => part.overruled ?? []);
	return {
		schema: 1,
		tool: first.tool,
		asOf,
		complete: parts.every(({ complete }) => complete),
		findings: parts.flatMap(({ findings }) => findings),
		suppressed: parts.flatMap(({ suppressed }) => suppressed),
		skipped: parts.flatMap(({ skipped }) => skipped),
		coverage: parts.map(({ coverage }) => coverage).reduce((a, b) => together(a, b, sum, sum)),
		...overruled.length > 0 && { overruled }
	};
}
/** The report that one scan of the whole history would have made. */
function whole(shards, asOf) {
	const [first] = shards;
	const { repository, count, noIgnores, suppressions } = first.shard;
	const lacking = [];
	for (let index = 1; index <= count; index++) {
		const same = shards.filter(({ shard }) => shard.index === index);
		if (same.length > 1) throw new require_first.UserError(`Part ${index}/${count} of ${repository} is there twice: leave out one.`);
		if (same.length === 0) {
			const detail = `part ${index}/${count} of ${repository}: bnguard scan --history --shard ${index}/${count} makes it`;
			lacking.push({
				path: "",
				why: "missing",
				detail
			});
		}
	}
	if (new Set(shards.map(({ shard }) => shard.state.digest)).size > 1) lacking.push({
		path: "",
		why: "missing",
		detail: differing(shards)
	});
	const { observations, objects } = require_shard.joinedContent(shards.map(({ shard }) => shard));
	const about = {
		name: repository,
		suppressions: suppressions.map((entry) => entryOf(entry)),
		noIgnores,
		objects,
		asOf,
		...require_shard.headOf(first.shard)
	};
	const { findings, suppressed } = require_dist.conclude(observations.toSorted(require_first.byPlace), about);
	const skipped = new Map(shards.flatMap((report) => report.skipped).map((skip) => [JSON.stringify(skip), skip]));
	return {
		...first,
		complete: lacking.length === 0 && shards.every(({ complete }) => complete),
		findings: findings.toSorted(require_first.byPlace),
		suppressed: suppressed.toSorted(require_first.byPlace),
		skipped: [...[...skipped.values()].sort(require_meanwhile.bySkip), ...lacking],
		coverage: shards.map(({ coverage }) => coverage).reduce((a, b) => together(a, b, sum, Math.max))
	};
}
/** Objects that one state has and the other has not may belong to a part that never saw them. */
function differing(shards) {
	const [first, ...others] = shards;
	const [a, b] = [first, others.find(({ shard }) => shard.state.digest !== first.shard.state.digest)].map(({ shard: { index, count, state } }) => `part ${index}/${count} was made of ${state.objects} objects and ${state.refs} refs`);
	return `the parts of ${first.shard.repository} come from different states of it (${a}, ${b}), so what only one of them has may be in none: make all parts anew, from one state`;
}
function entryOf(entry) {
	try {
		return require_ignore_entries.matchEntry(entry);
	} catch {
		throw new require_first.UserError(`${entry.at}: a path pattern of this entry is none. Make the reports anew.`);
	}
}
const sum = (a, b) => a + b;
/** @param shared joins the numbers that parts of one history have in common */
function together(a, b, own, shared) {
	const common = /* @__PURE__ */ new Set([
		"refs",
		"missing",
		"repositories",
		"ignored",
		"dependencyFolders"
	]);
	const joined = { ...a };
	for (const [name, value] of Object.entries(b)) {
		const other = joined[name];
		if (typeof value === "number" && typeof other === "number") joined[name] = (common.has(name) ? shared : own)(other, value);
		else if (typeof value === "boolean") joined[name] = other === true || value;
		else if (Array.isArray(value) && Array.isArray(other)) {
			const both = other.concat(value);
			joined[name] = [...new Map(both.map((one) => [JSON.stringify(one), one])).values()];
		} else joined[name] ??= value;
	}
	return joined;
}
exports.merged = merged;
exports.runMerge = runMerge;
