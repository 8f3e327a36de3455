import { askGit, isInside, openStore } from "./first.mjs";
import { isThere, textOf } from "./edit.mjs";
import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
// ../cli/dist/init/facts.js
/** What a repository uses, as far as setting bnguard up depends on it. Looks, and changes nothing. */
const eslintNames = [
	"js",
	"mjs",
	"cjs",
	"ts",
	"mts",
	"cts"
].map((end) => `eslint.config.${end}`);
const lefthookNames = [
	"lefthook.yml",
	"lefthook.yaml",
	".lefthook.yml",
	".lefthook.yaml"
];
/** Throws a UserError outside of a repository. */
async function factsOf(cwd) {
	const store = await openStore(cwd);
	const top = store.dir;
	const isBare = store.gitFolder === store.dir;
	const [common, hooks, remotes] = await Promise.all([
		lineOf(store, "rev-parse", "--git-common-dir"),
		lineOf(store, "config", "--get-all", "core.hooksPath"),
		lineOf(store, "config", "--get-regexp", "^remote\\..*\\.url$")
	]);
	const commonFolder = realpathSync(resolve(top, common.trim() || ".git"));
	const chosen = hooks.split("\n").filter(Boolean).slice(0, -1).at(-1);
	const hooksFolder = chosen === void 0 ? join(commonFolder, "hooks") : resolve(top, atHome(chosen));
	const packageJson = isBare ? void 0 : textOf(join(top, "package.json"));
	return {
		store,
		top,
		isBare,
		commonFolder,
		hooksFolder,
		packageJson,
		hooksIn: isInside(hooksFolder, commonFolder) ? "git" : isInside(hooksFolder, top) ? "tree" : "outside",
		manager: isBare ? "git" : managerOf(top, packageJson),
		isInstalled: isThere(join(top, "node_modules/.bin/bnguard")),
		host: hostOf(top, remotes),
		eslintConfig: eslintNames.find((name) => isThere(join(top, name))),
		uses: isBare ? [] : await usesOf(store, top)
	};
}
async function lineOf(store, ...args) {
	return (await askGit(store, args)).stdout.toString("utf8");
}
/** `~/hooks` as git takes it; of other users nothing is known. */
const atHome = (path) => path.startsWith("~/") && !isAbsolute(path) ? join(homedir(), path.slice(2)) : path;
function managerOf(top, packageJson) {
	if (isThere(join(top, ".pre-commit-config.yaml"))) return "pre-commit";
	if (lefthookNames.some((name) => isThere(join(top, name)))) return "lefthook";
	if (isThere(join(top, ".husky")) || names(packageJson, "husky")) return "husky";
	if (names(packageJson, "simple-git-hooks")) return "simple-git-hooks";
	return "git";
}
const names = (packageJson, word) => packageJson !== void 0 && packageJson.includes(`"${word}"`);
function hostOf(top, remotes) {
	if (isThere(join(top, ".gitlab-ci.yml"))) return "gitlab";
	if (isThere(join(top, ".github"))) return "github";
	return /github\./.test(remotes) ? "github" : /gitlab\./.test(remotes) ? "gitlab" : void 0;
}
const languages = {
	TypeScript: /\.[cm]?tsx?$/,
	JavaScript: /\.[cm]?jsx?$/,
	Python: /\.(?:py|ipynb)$/,
	Go: /\.go$/,
	Java: /\.java$/,
	Kotlin: /\.kts?$/,
	"C#": /\.cs$/,
	Rust: /\.rs$/,
	PHP: /\.php$/,
	Ruby: /\.rb$/
};
const manifests = [
	"package.json",
	"requirements.txt",
	"pyproject.toml",
	"setup.py",
	"go.mod",
	"Cargo.toml"
];
const frameworks = /\b(freqtrade|hummingbot|octobot|jesse|ccxt|python-binance|binance-connector|go-binance|node-binance-api|binance-api-node)\b/gi;
async function usesOf(store, top) {
	const { stdout } = await askGit(store, [
		"ls-files",
		"-z",
		"--cached",
		"--others",
		"--exclude-standard"
	]);
	const files = stdout.toString("utf8").split("\0");
	const found = Object.entries(languages).flatMap(([name, form]) => {
		const count = files.filter((file) => form.test(file)).length;
		return count > 0 ? [{
			name,
			count
		}] : [];
	});
	const told = manifests.map((name) => textOf(join(top, name)) ?? "").join("\n");
	return [...found.sort((a, b) => b.count - a.count).map(({ name }) => name), ...new Set([...told.matchAll(frameworks)].map(([name]) => name.toLowerCase()))];
}
export { factsOf, lefthookNames };
