import { quoted } from "./first.mjs";
// ../cli/dist/init/hook-scripts.js
/** The lines of hooks, POSIX shell. Standard input goes to all who want it. Knows no files. */
const gitHooks = [
	"pre-commit",
	"pre-merge-commit",
	"commit-msg",
	"pre-push"
];
const allHooks = [...gitHooks, "pre-receive"];
/** Whether a hook calls us already, however it was written; what stands in a comment calls nobody. */
function callsUs(text, hook) {
	const call = new RegExp(`bnguard\\S*\\s+hook\\s+${hook}(?![\\w-])`);
	return text.split(/\r?\n/).some((line) => call.test(line.replace(/(?:^|\s)#.*/, "")));
}
/** Under such a name a hook that was there before is kept, and called behind ours. @param n counts from 1 */
const keptName = (hook, n) => `${hook}.before-bnguard${n > 1 ? `-${n}` : ""}`;
const isKeptName = (name, hook) => name.startsWith(keptName(hook, 1)) && /^(?:-\d+)?$/.test(name.slice(keptName(hook, 1).length));
const readsInput = (hook) => hook === "pre-push" || hook === "pre-receive";
/** Whether sh, dash or bash run it, as far as its first line says. */
function isShell(text) {
	const [first = ""] = text.split("\n", 1);
	if (text.includes("\0") || first.endsWith("\r")) return false;
	return !first.startsWith("#!") || /^#!\s*(?:\S*\/)?(?:env\s+(?:-S\s+)?)?(?:\S*\/)?(?:sh|dash|bash)(?:\s|$)/.test(first);
}
/** A whole hook. @param kept the name of the one that stood in its place */
function hookScript(hook, own, kept) {
	const call = `bnguard_guard hook ${hook} "$@"\n`;
	const before = `before="$(dirname "$0")/${kept}"\nif [ -x "$before" ]; then exec "$before" "$@"; fi\n`;
	return `#!/bin/sh\n${heading(hook)}${guard(own)}${kept === void 0 ? call : ahead(hook, call) + before}`;
}
/** A hook of git itself with our lines in front of its own. */
function extended(text, hook, own) {
	const lines = `${heading(hook)}${guard(own)}${ahead(hook, `bnguard_guard hook ${hook} "$@"`)}`;
	return insertedAt(text, /^#!.*\n?/.exec(text)?.[0].length ?? 0, lines);
}
/** Lines at an offset that begins one. */
function insertedAt(text, at, lines) {
	const open = at > 0 && text[at - 1] !== "\n" ? "\n" : "";
	return text.slice(0, at) + open + lines + text.slice(at);
}
const heading = (hook) => `# Written by bnguard init: no Binance key is ${readsInput(hook) ? "pushed" : "committed"}. bnguard init --undo takes it away.\n`;
/**
* A repository can bring a node_modules of its own, and with it any program: that counts only where git tracks none of
* it, and last.
*/
function guard(own) {
	const [node, bin] = own?.map(quoted) ?? [];
	return [
		"bnguard_guard() {",
		...own === void 0 ? [] : [`  if [ -x ${node} ] && [ -f ${bin} ]; then ${node} ${bin} "$@"; return; fi`],
		"  if command -v bnguard >/dev/null 2>&1; then bnguard \"$@\"; return; fi",
		"  if [ -x node_modules/.bin/bnguard ] &&",
		"    bnguard_tracked=\"$(git --no-literal-pathspecs ls-files ':(icase)node_modules')\" && [ -z \"$bnguard_tracked\" ]; then",
		"    node_modules/.bin/bnguard \"$@\"; return",
		"  fi",
		"  echo 'bnguard is not installed (a committed node_modules does not count), so nothing was checked. Put it in the PATH, or go on with --no-verify.' >&2",
		"  return 2",
		"}",
		""
	].join("\n");
}
/** Our call in front of other commands, which run only where it finds nothing, and read what it read. */
function ahead(hook, call) {
	const check = `${call.trimEnd()} || exit $?`;
	if (!readsInput(hook)) return `${check}\n`;
	const lines = "$bnguard_input\nBNGUARD_INPUT\n";
	return [
		"bnguard_input=\"$(cat)\"\n",
		`${call.trimEnd()} <<BNGUARD_INPUT || exit $?\n${lines}`,
		`exec <<BNGUARD_INPUT\n${lines}`,
		"[ -n \"$bnguard_input\" ] || exec </dev/null\n"
	].join("");
}
export { ahead, allHooks, callsUs, extended, gitHooks, hookScript, insertedAt, isKeptName, isShell, keptName };
