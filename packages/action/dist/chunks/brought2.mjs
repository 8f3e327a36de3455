import { byPlace, severities } from "./first.mjs";
// ../cli/dist/sources/brought.js
const none = {
	findings: [],
	suppressed: []
};
/** What a step brings, in no order. Its new versions must have been looked at. */
async function broughtBy(step, versions, repositoryOf) {
	const files = step.files?.fresh ?? [];
	const told = [
		...versions.seen(step.changes),
		...step.more,
		...files
	];
	if (told.every(({ kind }) => kind === "project") && step.inventory?.before === void 0) return none;
	const paths = new Set(told.flatMap(({ kind, path }) => kind === "project" ? [] : [path]));
	const telling = step.changes.filter(({ path }) => paths.has(path));
	const parents = Array.from({ length: step.parents }, (_, parent) => telling.flatMap(({ olds }) => olds[parent] ?? []));
	const fresh = [
		...await versions.observationsOf(step.changes),
		...step.more,
		...files
	];
	const former = [];
	for (const [parent, olds] of parents.entries()) former.push([...await versions.observationsOf(distinct(olds)), ...step.files?.former[parent] ?? []]);
	const services = sharesValue(fresh) ? await step.services() : [];
	const sides = new Sides(step, versions, {
		...await repositoryOf(),
		services
	});
	let brought = none;
	if (!hasNewValue(step, fresh, former)) {
		brought = await sides.difference(fresh, former, []);
		if (brought.findings.length + brought.suppressed.length === 0) return none;
	}
	const evidence = await step.evidence(fresh);
	if (evidence.length > 0 || brought === none) brought = await sides.difference(fresh, former, evidence);
	return brought;
}
/** Whether two files hold one value. */
function sharesValue(observations) {
	const paths = /* @__PURE__ */ new Map();
	return observations.some((one) => {
		if (one.kind !== "credential") return false;
		const other = paths.get(one.fingerprint);
		if (other === void 0) paths.set(one.fingerprint, one.path);
		return other !== void 0 && other !== one.path;
	});
}
/** Whether some value is at a path where no parent has it. */
function hasNewValue({ changes }, fresh, former) {
	const old = former.map((observations) => new Set(observations.map((one) => valueAt(one, one.path))));
	const byPath = new Map(changes.map((change) => [change.path, change]));
	return fresh.some((one) => {
		if (one.kind === "project") return false;
		const { olds = [] } = byPath.get(one.path) ?? {};
		return !olds.some((version, parent) => version !== void 0 && old[parent]?.has(valueAt(one, version.path)));
	});
}
const valueAt = (one, path) => `${path}\0${one.kind}\0${one.kind === "credential" || one.kind === "risk" ? one.fingerprint : ""}`;
function distinct(versions) {
	return [...new Map(versions.map((version) => [version.path, version])).values()];
}
/** The findings of one side by identity: rule, fingerprint and path. */
var Former = class {
	#kept = /* @__PURE__ */ new Map();
	#suppressed = /* @__PURE__ */ new Set();
	#places = /* @__PURE__ */ new Map();
	constructor({ findings, suppressed }) {
		for (const finding of findings) {
			const known = this.#kept.get(identity(finding));
			this.#kept.set(identity(finding), {
				severity: Math.max(rank(finding), known?.severity ?? 0),
				isSure: isSure(finding) || known?.isSure === true
			});
		}
		for (const finding of suppressed) this.#suppressed.add(identity(finding));
		for (const finding of [...findings, ...suppressed]) this.#places.set(placeOf(finding), finding);
	}
	/** Whether this side has the finding, and no milder: as severe, shown if it is shown, set aside only if it is. */
	has(finding, isSetAside) {
		const kept = this.#kept.get(identity(finding));
		if (isSetAside) return kept !== void 0 || this.#suppressed.has(identity(finding));
		return kept !== void 0 && kept.severity >= rank(finding) && (kept.isSure || !isSure(finding));
	}
	/** What stands at the same place. */
	at(finding) {
		return this.#places.get(placeOf(finding));
	}
};
const identity = ({ rule, fingerprint, path }) => `${rule}\0${fingerprint}\0${path}`;
const placeOf = ({ rule, path, start }) => `${rule}\0${path}\0${start.line}:${start.column}`;
const rank = ({ severity }) => severities.indexOf(severity);
/** What is only `possible` is not shown by default: to become likely is to become a finding. */
const isSure = ({ confidence }) => confidence !== "possible";
const isOfFile = ({ rule }) => rule === "env-tracked" || rule === "env-not-ignored";
var Sides = class {
	#step;
	#versions;
	#repository;
	#changes = /* @__PURE__ */ new Map();
	/** Old content, read as if it had the path that it was renamed to. */
	#moved = /* @__PURE__ */ new Map();
	#evidence = [];
	constructor(step, versions, repository) {
		this.#step = step;
		this.#versions = versions;
		this.#repository = repository;
		for (const change of step.changes) {
			const known = this.#changes.get(change.path);
			if (known) known.push(change);
			else this.#changes.set(change.path, [change]);
		}
	}
	/** Concludes both sides, each with the evidence, and keeps of the new one what no parent has. */
	async difference(fresh, former, evidence) {
		this.#evidence = evidence;
		this.#moved.clear();
		const { now: nowInventory, before } = this.#step.inventory ?? {};
		const now = await this.#conclude(fresh, nowInventory);
		const { origin } = this.#step;
		const put = (finding) => finding.path === "" ? finding : {
			...finding,
			origin
		};
		if (former.length === 0) return {
			findings: now.findings.map(put),
			suppressed: now.suppressed.map(put)
		};
		const olds = [];
		for (const [parent, observations] of former.entries()) {
			const inventory = before ? before[parent] : nowInventory;
			olds.push(new Former(await this.#conclude(observations, inventory)));
		}
		const findings = [];
		const suppressed = [];
		for (const finding of now.findings) if (await this.#isNew(finding, olds, false)) findings.push(put(finding));
		for (const finding of now.suppressed) if (await this.#isNew(finding, olds, true)) suppressed.push(put(finding));
		return {
			findings,
			suppressed
		};
	}
	async #conclude(observations, inventory) {
		const { conclude } = await import("./dist5.mjs");
		const repository = inventory ? {
			...this.#repository,
			inventory
		} : this.#repository;
		return conclude([...observations, ...this.#evidence].sort(byPlace), repository);
	}
	async #isNew(finding, olds, isSetAside) {
		const changes = this.#changes.get(finding.path);
		if (changes === void 0 && finding.path !== "") return !olds.some((old) => old.has(finding, isSetAside));
		for (const change of changes ?? []) for (const [parent, version] of change.olds.entries()) {
			const old = olds[parent];
			if (version === void 0 || old === void 0) continue;
			if (old.has({
				...finding,
				path: version.path
			}, isSetAside)) return false;
			if (version.path === change.path) continue;
			const fingerprint = await this.#fingerprintBefore(finding, version, old);
			if (fingerprint && old.has({
				...finding,
				path: version.path,
				fingerprint
			}, isSetAside)) return false;
		}
		return true;
	}
	/**
	* What the fingerprint was before the file was renamed: that of a passphrase is of its place. Found by reading the
	* old content as if it had the new path.
	*/
	async #fingerprintBefore(finding, { path, blob }, old) {
		if (isOfFile(finding)) return old.at({
			...finding,
			path
		})?.fingerprint;
		const key = `${blob}\0${finding.path}`;
		const asMoved = async () => this.#conclude(await this.#versions.observationsOf([{
			path: finding.path,
			blob
		}]));
		const known = this.#moved.get(key) ?? asMoved();
		this.#moved.set(key, known);
		const moved = await known;
		for (const other of [...moved.findings, ...moved.suppressed]) {
			if (other.rule !== finding.rule || other.fingerprint !== finding.fingerprint) continue;
			const before = old.at({
				...other,
				path
			});
			if (before !== void 0) return before.fingerprint;
		}
	}
};
export { broughtBy };
