import { entriesOf, isFile, nameOf, passes, serviceFolder, shownName } from "./first.mjs";
// ../cli/dist/sources/project.js
/**
* What the unchanged files of a tree say of their project: whether it has to do with Binance, which decides whether a
* key without any such word in its own file is shown. Asked only where something was found, and bounded.
*/
/** Enough to find an import in a project of any usual size; half a second of reading. */
const mostFiles = 4e3;
const mostEntries = 1e5;
const mostBytes = 67108864;
const largest = 1048576;
const atOnce = 64;
/** In a partial clone nearly everything may be missing. */
const mostMissing = 64;
/** Trees that are searched at most in one scan; later ones get what was found last. */
const mostTrees = 64;
/** Where an answer is likely: a manifest names the SDK in the first lines. */
const manifest = /(?:^|\/)(?:package\.json|requirements[^/]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.[cf]sproj|packages\.config|Cargo\.toml|composer\.json|Gemfile|mix\.exs|DESCRIPTION|pubspec\.yaml|Package\.swift)$/;
const source = /\.(?:[cm]?[jt]sx?|py|go|java|kts?|cs|rs|php|rb|sh|ipynb|swift|scala|dart|vue)$/;
/** Whether private keys are judged: programs name the files of their keys. */
function needsKeyFiles(observations) {
	return observations.some((one) => one.kind === "credential" && one.shape.endsWith("private-key"));
}
var ProjectEvidence = class {
	#store;
	#objects;
	#known = /* @__PURE__ */ new Map();
	#last = [];
	#trees = 0;
	constructor(store, objects) {
		this.#store = store;
		this.#objects = objects;
	}
	/**
	* One file of this tree (`''`: of the index) that speaks of Binance, or `all` of them, for the files of private keys that they name. Files whose path has this key in `changed` do not count, for what they
	* say is known.
	*/
	async of(tree, changed, all) {
		if (!all && await this.#stillThere(tree, changed)) return [...this.#last];
		if (this.#trees++ >= mostTrees) return [...this.#last];
		const found = [];
		let bytes = 0;
		let missing = 0;
		const entries = (await this.#list(tree)).filter(({ key }) => !changed.has(key)).sort(byPromise);
		for (let at = 0; at < Math.min(entries.length, mostFiles) && bytes < mostBytes; at += atOnce) {
			const some = entries.slice(at, at + atOnce);
			const unread = [...new Set(some.filter((one) => !this.#known.has(keyOf(one))).map(({ blob }) => blob))];
			for await (const object of this.#objects.read(unread)) {
				const content = object.kind === "object" ? object.bytes : void 0;
				if (content === void 0) missing++;
				bytes += content?.length ?? 0;
				for (const entry of some.filter(({ blob }) => blob === object.asked)) this.#known.set(keyOf(entry), content && await projectIn(content, entry.path));
			}
			found.push(...some.flatMap((entry) => this.#known.get(keyOf(entry)) ?? []));
			if (found.some(isEvidence) && !all || missing > mostMissing) break;
		}
		this.#last = found.filter(isEvidence);
		return [...found];
	}
	/** The folders of this tree (`''`: of the index) with a manifest of their own. */
	async services(tree) {
		const entries = await this.#list(tree);
		return [...new Set(entries.flatMap(({ path }) => serviceFolder(path) ?? []))];
	}
	/** Whether what was found last is in this tree too, so that it need not be searched. */
	async #stillThere(tree, changed) {
		const [last] = this.#last;
		if (last === void 0 || /[\n\ufffd]/.test(last.path)) return false;
		if (changed.has(Buffer.from(last.path).toString("latin1"))) return false;
		for await (const object of this.#objects.read([`${tree}:${last.path}`])) return object.kind === "object" && await projectIn(object.bytes, last.path) !== void 0;
		return false;
	}
	async #list(tree) {
		const entries = [];
		for await (const some of entriesOf(this.#store, tree)) {
			for (const { id, name } of some.filter(isFile)) entries.push({
				path: shownName(nameOf(name)),
				key: name.toString("latin1"),
				blob: id
			});
			if (entries.length > mostEntries) break;
		}
		return entries;
	}
};
const keyOf = ({ path, blob }) => `${blob}\0${path}`;
/** Manifests first, the ones at the top before others; then what is code. */
function byPromise(a, b) {
	const kind = ({ path }) => manifest.test(path) ? 0 : source.test(path) ? 1 : 2;
	const depth = ({ path }) => path.split("/").length;
	return kind(a) - kind(b) || depth(a) - depth(b) || (a.key < b.key ? -1 : 1);
}
/** What only says which files there will be tells nothing of other files. */
const isEvidence = ({ clue }) => clue !== void 0;
async function projectIn(bytes, path) {
	if (bytes.length > largest || !passes(bytes)) return void 0;
	const { decode, observeCredentials } = await import("./dist5.mjs");
	const decoded = decode(bytes);
	if (decoded.kind !== "text") return void 0;
	return observeCredentials({
		path,
		origin: { kind: "file" },
		text: decoded.text
	}).find((one) => one.kind === "project");
}
export { ProjectEvidence, needsKeyFiles };
