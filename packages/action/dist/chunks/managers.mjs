import { isThere } from "./look.mjs";
import { basename, dirname, join } from "node:path";
/** Those of YAML can be added to. */
const lefthookNames = [
	"yml",
	"yaml",
	"toml",
	"json",
	"jsonc"
].flatMap((end) => [
	"lefthook",
	".lefthook",
	".config/lefthook"
].map((name) => `${name}.${end}`));
/** These win over package.json. */
const simpleNames = [".simple-git-hooks", "simple-git-hooks"].flatMap((name) => [
	"cjs",
	"js",
	"mjs",
	"json",
	"ts"
].map((end) => `${name}.${end}`));
const husky4Names = [
	"",
	".json",
	".js",
	".cjs",
	".yml",
	".yaml"
].map((end) => `.huskyrc${end}`);
/** Undefined where it is no JSON object. */
function manifestOf(found) {
	if (found.kind !== "text") return void 0;
	try {
		const data = JSON.parse(found.text.replace(/^\ufeff/, ""));
		return isObject(data) ? data : void 0;
	} catch {
		return;
	}
}
const isObject = (data) => typeof data === "object" && data !== null && !Array.isArray(data);
/** What a package asks for of another, such as `^9`. */
function versionOf(manifest, name) {
	const found = [
		"dependencies",
		"devDependencies",
		"optionalDependencies"
	].map((list) => manifest?.[list]).find((list) => isObject(list) && Object.hasOwn(list, name));
	return found && String(found[name]);
}
/** Husky's folder for people, where git looks into it or into the one that husky generates in it. */
function huskyOf(hooksFolder) {
	const folder = basename(hooksFolder) === "_" ? dirname(hooksFolder) : hooksFolder;
	return basename(folder) === ".husky" ? folder : void 0;
}
/** @param husky the folder that git looks into, if it is husky's */
function managerOf(top, manifest, husky) {
	const has = (names) => names.some((name) => isThere(join(top, name)));
	if (husky !== void 0) return "husky";
	if (has([".pre-commit-config.yaml"])) return "pre-commit";
	if (has(lefthookNames)) return "lefthook";
	const config = manifest?.["husky"];
	if (isObject(config) && "hooks" in config || has(husky4Names)) return "husky 4";
	if (has([".husky"]) || versionOf(manifest, "husky") !== void 0) return "husky";
	if (manifest && Object.hasOwn(manifest, "simple-git-hooks")) return "simple-git-hooks";
	if (versionOf(manifest, "simple-git-hooks") !== void 0 || has(simpleNames)) return "simple-git-hooks";
	return "git";
}
export { huskyOf, isObject, lefthookNames, managerOf, manifestOf, simpleNames, versionOf };
