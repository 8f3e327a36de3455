"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_ignore$1 = require("./ignore.cjs");
const require_gates = require("./gates.cjs");
require("./dist4.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
// ../cli/dist/sources/files/expected.js
/** Where the files stand that code and documentation expect, and whether they are there already. */
const most = 200;
const prose = /\.(?:md|markdown|rst|adoc|txt|html?)$|(?:^|\/)readme/i;
const template = /(?:^|[._-])(?:examples?|samples?|dist|templates?|tmpl|tpl)(?=$|[._-])/i;
/** Frameworks commit these, with values that only tests know: only a filled one is told. */
const ofTests = /(?:^|\/)\.env\.test(?:ing)?$/;
/** Where programs are started from: the folder that has one of these. */
const homes = [
	"package.json",
	"requirements.txt",
	"pyproject.toml",
	"Pipfile",
	"setup.py",
	"go.mod",
	"Cargo.toml",
	"composer.json",
	"Gemfile",
	"pom.xml",
	"build.gradle",
	"pubspec.yaml",
	"mix.exs",
	"docker-compose.yml",
	"docker-compose.yaml",
	"compose.yml",
	"compose.yaml",
	"Dockerfile",
	".env.example",
	".env.sample",
	".env.dist",
	".env.template",
	".git"
];
/** Asks the disk, each path once. */
function onDisk(root) {
	const known = /* @__PURE__ */ new Map();
	return (path) => {
		let isThere = known.get(path);
		if (isThere === void 0) {
			isThere = (0, node_fs.lstatSync)(`${root}/${path}`, { throwIfNoEntry: false }) !== void 0;
			known.set(path, isThere);
		}
		return isThere;
	};
}
/** What the observations of a root expect, each path once, without what is there. */
function expectedOf(observations, isThere) {
	const found = /* @__PURE__ */ new Map();
	for (const one of observations) {
		if (one.kind !== "project") continue;
		for (const name of one.expects ?? []) {
			if (ofTests.test(name)) continue;
			const path = placeOf(name, one.path, isThere);
			if (path === void 0) continue;
			const { because, rank } = told(one.path, name);
			const known = found.get(path);
			if (known === void 0 || rank > known.rank) found.set(path, {
				because,
				rank
			});
			if (found.size >= most) break;
		}
	}
	return [...found].map(([path, { because }]) => ({
		path,
		because
	})).sort((a, b) => a.path < b.path ? -1 : 1);
}
function told(document, name) {
	const file = name.slice(name.lastIndexOf("/") + 1);
	if (template.test(document.slice(document.lastIndexOf("/") + 1)) && !prose.test(document)) return {
		because: `${document} is there to be copied to ${file}`,
		rank: 2
	};
	if (prose.test(document)) return {
		because: `${document} tells people to make ${file}`,
		rank: 1
	};
	return {
		because: `${document} reads ${file}`,
		rank: 0
	};
}
/** Undefined where it is there: in the folder of its document, or in one above, where programs look for it too. */
function placeOf(name, document, isThere) {
	const own = node_path.posix.dirname(document) === "." ? "" : node_path.posix.dirname(document);
	const chain = [];
	for (let at = own;; at = node_path.posix.dirname(at) === "." ? "" : node_path.posix.dirname(at)) {
		chain.push(at);
		if (at === "") break;
	}
	const join = (folder) => node_path.posix.normalize(folder === "" ? name : `${folder}/${name}`);
	if (chain.some((folder) => isThere(join(folder)))) return void 0;
	const file = document.slice(document.lastIndexOf("/") + 1);
	const isBeside = template.test(file) && !prose.test(document);
	const has = (folder, mark) => isThere(folder === "" ? mark : `${folder}/${mark}`);
	const mark = chain.flatMap((folder) => homes.filter((one) => one !== ".git" && has(folder, one))).at(0);
	const home = isBeside ? own : chain.find((folder) => homes.some((one) => has(folder, one))) ?? "";
	if (mark === void 0 && prose.test(document) && require_gates.credentialFile(name)?.kind === "key") return void 0;
	const path = join(home);
	return path.startsWith("../") || path.startsWith("/") || isThere(path) ? void 0 : path;
}
// ../cli/dist/sources/files/ignore-rules.js
var import_ignore = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_ignore$1.require_ignore(), 1);
/** More stars in one rule cost more time than any real one is worth. */
const mostStars = 6;
const longestRule = 1e3;
var IgnoreRules = class {
	#read;
	#name;
	#lines = /* @__PURE__ */ new Map();
	/** @param name of the ignore files: `.gitignore`, `.npmignore` */
	constructor(read, name = ".gitignore") {
		this.#read = read;
		this.#name = name;
	}
	/** The deepest file that says something decides; what lies in an ignored folder is ignored whatever else is said. */
	decide(path) {
		const steps = path.split("/");
		let last = { isIgnored: false };
		for (let depth = 1; depth <= steps.length; depth++) {
			const at = steps.slice(0, depth).join("/") + (depth < steps.length ? "/" : "");
			last = { isIgnored: false };
			for (let level = depth - 1; level >= 0; level--) {
				const folder = steps.slice(0, level).join("/");
				const source = folder === "" ? this.#name : `${folder}/${this.#name}`;
				const said = decideBy(this.#linesOf(source), folder === "" ? at : at.slice(folder.length + 1));
				if (said === void 0) continue;
				last = {
					...said,
					source
				};
				break;
			}
			if (last.isIgnored) return last;
		}
		return last;
	}
	/** Whether any of the files that could speak about this path is there. */
	hasRulesFor(path) {
		const steps = path.split("/");
		return steps.some((_, level) => {
			const folder = steps.slice(0, level).join("/");
			return this.#read(folder === "" ? this.#name : `${folder}/${this.#name}`) !== void 0;
		});
	}
	#linesOf(source) {
		let lines = this.#lines.get(source);
		if (lines === void 0) {
			lines = (this.#read(source) ?? "").replace(/^\ufeff/, "").split(/\r?\n/);
			this.#lines.set(source, lines);
		}
		return lines;
	}
};
/** The last line that matches wins. Only lines that could match are handed to the library: files of 100,000 exist. */
function decideBy(lines, path) {
	const steps = new Set(path.split("/"));
	for (let at = lines.length - 1; at >= 0; at--) {
		const written = lines[at];
		if (written === "" || written.startsWith("#") || !mayMatch(written, steps)) continue;
		const isBack = written.startsWith("!");
		if (matcherOf(isBack ? written.slice(1) : written)?.ignores(path)) return {
			isIgnored: !isBack,
			line: at + 1,
			pattern: written
		};
	}
}
function mayMatch(pattern, steps) {
	if (pattern.length > longestRule) return false;
	if (/[*?[\\]/.test(pattern)) return (pattern.match(/\*+/g)?.length ?? 0) <= mostStars;
	const plain = pattern.trimEnd().replace(/^!/, "").replace(/\/$/, "");
	return steps.has(plain.slice(plain.lastIndexOf("/") + 1));
}
const matchers = /* @__PURE__ */ new Map();
function matcherOf(pattern) {
	if (matchers.size > 5e4) matchers.clear();
	if (!matchers.has(pattern)) {
		let matcher;
		try {
			matcher = (0, import_ignore.default)({ ignorecase: false }).add({ pattern });
			matcher.ignores("x");
		} catch {
			matcher = void 0;
		}
		matchers.set(pattern, matcher);
	}
	return matchers.get(pattern);
}
exports.IgnoreRules = IgnoreRules;
exports.expectedOf = expectedOf;
exports.onDisk = onDisk;
