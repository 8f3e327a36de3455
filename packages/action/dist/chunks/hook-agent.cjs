"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_first = require("./first.cjs");
const require_picomatch$1 = require("./picomatch.cjs");
const require_gates = require("./gates.cjs");
let node_fs = require("node:fs");
let node_path = require("node:path");
let node_os = require("node:os");
let node_url = require("node:url");
// ../cli/dist/hooks/agent-protocols.js
/**
* What coding agents write to their hooks, and the answers that stop them. One shape of question for all; each agent's
* own shape of answer (their documentation of hooks, read November 2026). Knows nothing of credentials.
*/
const isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value) => typeof value === "string" ? value : "";
const line = (value) => `${JSON.stringify(value)}\n`;
/** Some agents hand a tool's arguments over as JSON in a string. */
function fieldsOf(value) {
	if (isFields(value)) return value;
	if (typeof value !== "string") return value === void 0 || value === null ? {} : { value };
	try {
		const parsed = JSON.parse(value);
		return isFields(parsed) ? parsed : { value };
	} catch {
		return { value };
	}
}
/** Undefined for what is no JSON object. */
function readEvent(json) {
	let event;
	try {
		event = JSON.parse(json.replace(/^\ufeff/, ""));
	} catch {
		return;
	}
	if (!isFields(event)) return void 0;
	const name = text(event["hook_event_name"] ?? event["hookEventName"]);
	const tool = text(event["tool_name"] ?? event["toolName"]);
	const { prompt, content, command, file_path, attachments, output, edits, llm_request } = event;
	const input = fieldsOf(event["tool_input"] ?? event["toolArgs"]);
	const result = event["tool_response"] ?? event["tool_output"] ?? event["toolResult"] ?? event["result_json"];
	const own = {
		prompt,
		content,
		command,
		file_path,
		output,
		edits,
		llm_request
	};
	const files = Array.isArray(attachments) ? attachments.filter(isFields) : [];
	const roots = Array.isArray(event["workspace_roots"]) ? event["workspace_roots"] : [];
	return {
		name,
		tool,
		parts: [
			own,
			input,
			fieldsOf(result)
		],
		attached: files,
		cwd: text(event["cwd"]) || text(roots[0]) || void 0,
		...answersOf(name, event)
	};
}
function answersOf(name, event) {
	if (/^beforeSubmitPrompt$/.test(name)) return {
		allow: line({ continue: true }),
		deny: (reason) => line({
			continue: false,
			user_message: reason
		})
	};
	if (/^[a-z]/.test(name)) return {
		allow: line({}),
		deny: (reason) => line({
			permission: "deny",
			user_message: reason,
			agent_message: reason
		})
	};
	if (/^(?:Before|After)[A-Z]/.test(name)) return {
		allow: line({}),
		deny: (reason) => line({
			decision: "deny",
			reason
		})
	};
	if (name === "" && ("toolName" in event || "toolArgs" in event)) return {
		allow: "",
		deny: (reason) => line({
			permissionDecision: "deny",
			permissionDecisionReason: reason
		})
	};
	if (name === "PreToolUse") {
		const decided = { permissionDecision: "deny" };
		return {
			allow: "",
			deny: (reason) => line({ hookSpecificOutput: {
				hookEventName: name,
				...decided,
				permissionDecisionReason: reason
			} })
		};
	}
	return {
		allow: "",
		deny: (reason) => line({
			decision: "block",
			reason
		})
	};
}
// ../cli/dist/hooks/commands.js
/** Which files a command of a shell would show to whoever runs it, by their names. What a program computes nobody sees. */
var import_picomatch = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_picomatch$1.require_picomatch(), 1);
/** Programs that print the files they are given: whatever these are called. */
const printers = /^(?:cat|bat|batcat|head|tail|less|more|nl|tac|strings|xxd|hexdump|od|base64|grep|egrep|fgrep|rg|ag|sed|awk|gawk|cut|sort|uniq|jq|yq|diff|column|paste|fold|rev|type|Get-Content|gc)$/;
/** Programs that load, move or name files, and print none of what is in them. */
const silent = /^(?:\.|source|cp|mv|rm|touch|chmod|chown|ls|stat|test|\[|\[\[|git|mkdir|ln|echo|printf|export|set|unset|cd|docker|docker-compose|podman|dotenv|node|npm|npx|pnpm|yarn|bun|deno|python[\d.]*|pip[\d.]*|uv|poetry|go|cargo|java|make|find|wc|bnguard)$/;
/** Programs that run another one, which follows. */
const runners = /^(?:bash|sh|zsh|dash|sudo|doas|env|xargs|time|nohup|command|exec|nice|stdbuf)$/;
/** Commands of git that print files. */
const gitPrinters = /^(?:diff|show|grep|blame|cat-file|log)$/;
const mostNamed = 20;
/** Absolute paths, of files that may not be there. @param cwd where the command runs */
function filesShownBy(command, cwd) {
	const found = /* @__PURE__ */ new Set();
	let folder = cwd;
	for (const part of command.split(/&&|\|\||[;|\n&]|\$\(|[`()]/)) {
		const words = part.replaceAll(/["']/g, "").replaceAll("<", " < ").split(/\s+/).filter(Boolean);
		const at = words.findIndex((word) => !/^\w+=|^-/.test(word) && !runners.test(nameOf(word)));
		const name = nameOf(words[at] ?? "");
		if (name === "cd" && words[at + 1] !== void 0) folder = (0, node_path.resolve)(folder, atHome(words[at + 1], folder));
		const isPrinter = printers.test(name) || name === "git" && gitPrinters.test(words[at + 1] ?? "");
		words.forEach((word, i) => {
			const isFed = words[i - 1] === "<";
			if (i === at || word === "<" || word.startsWith("-") || !isPrinter && !isFed && silent.test(name)) return;
			for (const file of matching(atHome(word, folder), folder, isPrinter || isFed)) if (found.size < mostNamed) found.add(file);
		});
	}
	return [...found];
}
const nameOf = (word) => word.slice(word.lastIndexOf("/") + 1);
const atHome = (word, folder) => word.replace(/^~(?=\/|$)|^\$\{?HOME\}?(?=\/|$)/, (0, node_os.homedir)()).replace(/^\$\{?PWD\}?(?=\/|$)/, folder);
/** What a word names, also as a pattern. @param any also what has no name of a credential file */
function matching(word, folder, any) {
	const path = (0, node_path.resolve)(folder, word);
	const counts = (one) => any || require_gates.credentialFile(one.split("\\").join("/")) !== void 0;
	if (!/[*?[{]/.test(word)) return counts(path) ? [path] : [];
	try {
		const isMatch = (0, import_picomatch.default)(path.split("\\").join("/"), { dot: true });
		return (0, node_fs.readdirSync)((0, node_path.dirname)(path)).map((name) => (0, node_path.join)((0, node_path.dirname)(path), name)).filter((one) => isMatch(one) && counts(one));
	} catch {
		return [];
	}
}
// ../cli/dist/hooks/agent-texts.js
/** The texts that an agent's event carries: what is to be written, run, sent or read, each under the name it goes by. */
/** A file that an agent reads may be any; a larger one is left to other checks. */
const largestFile = 8 << 20;
const mostDepth = 20;
const pathKey = /^(?:file_?path|path|notebook_path|absolute_path|target_file|filename|paths|files|uri)$/i;
const commandKey = /^(?:command|cmd|script|code)$/i;
/** What a person or a tool says, which stands in no file. */
const speechKey = /^(?:prompt|message|text|query|output|stdout|stderr)$/i;
/** Names that tell nothing of a value. */
const plainKey = /^(?:content|command|cmd|prompt|new_?str(?:ing)?|type|description)$/i;
const reads = /^(?:read|view|open|cat|fetch|grep|search)|_?read_?|readfile/i;
/** @param cwd absolute; what relative paths are typed from, and what paths are shown from */
function textsOf({ parts, tool, name, attached }, cwd) {
	const texts = [];
	const add = (path, text, before) => {
		const bytes = typeof text === "string" ? bytesOf(text) : text;
		texts.push({
			path: shown(path, cwd),
			bytes,
			...before !== void 0 && { before: bytesOf(before) }
		});
	};
	const addFile = (path) => {
		const text = textAt((0, node_path.resolve)(cwd, path));
		if (text !== void 0) add(path, text);
	};
	for (const part of parts) {
		const all = stringsIn(part);
		const paths = all.filter(([key]) => pathKey.test(key)).map(([, text]) => pathOf(text));
		const strings = all.filter(([key]) => !pathKey.test(key));
		const [path = ""] = paths;
		const edited = editOf(part, path === "" ? void 0 : textAt((0, node_path.resolve)(cwd, path)));
		if (edited) add(path, edited.after, edited.before);
		for (const [key, text] of strings) if (commandKey.test(key)) add("command.sh", text);
		else if (!edited || !/^new_?str(?:ing)?$/i.test(key)) add(speechKey.test(key) ? "" : path, text);
		const command = strings.filter(([key]) => commandKey.test(key)).map(([, text]) => text);
		for (const file of filesShownBy(command.join(" "), cwd)) addFile(file);
		const named = strings.filter(([key]) => !plainKey.test(key));
		if (named.length > 0) add("tool-input.json", JSON.stringify(named.map(([key, text]) => ({ [key]: text }))));
		if (reads.test(tool) || reads.test(name) || strings.length === 0) {
			if (!strings.some(([key]) => key === "content")) paths.forEach(addFile);
		}
	}
	for (const part of attached) for (const [key, text] of stringsIn(part)) if (pathKey.test(key)) addFile(pathOf(text));
	return texts;
}
/** An agent that could write this comment could excuse itself. */
const bytesOf = (text) => Buffer.from(text.replaceAll(/bnguard-ignore/gi, "ignored by nobody"));
const pathOf = (text) => {
	try {
		return text.startsWith("file:") ? (0, node_url.fileURLToPath)(text) : text;
	} catch {
		return text;
	}
};
/** The file as it would be, and as it is: what surrounds an edit says what a value is. */
function editOf(part, before) {
	if (before === void 0) return void 0;
	const edits = Array.isArray(part["edits"]) ? part["edits"] : [part];
	let after = before;
	for (const edit of edits) {
		const fields = typeof edit === "object" && edit !== null ? edit : {};
		const [old, now] = [fields["old_string"] ?? fields["old_str"], fields["new_string"] ?? fields["new_str"]];
		if (typeof old !== "string" || typeof now !== "string" || old === "" || !after.includes(old)) return void 0;
		after = fields["replace_all"] === true ? after.split(old).join(now) : after.replace(old, () => now);
	}
	return after === before ? void 0 : {
		before,
		after
	};
}
/** All strings, with the keys that they stand under. What an edit replaces is there already, and not brought. */
function stringsIn(value, key = "", depth = 0) {
	if (typeof value === "string") return value === "" ? [] : [[key, value]];
	if (typeof value !== "object" || value === null || depth > mostDepth) return [];
	if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, key, depth + 1));
	return Object.entries(value).flatMap(([name, item]) => /^old_?(?:str|string|text|content)$/i.test(name) ? [] : stringsIn(item, name, depth + 1));
}
/** As configurations name it: POSIX, from the work tree where it lies in there. */
function shown(path, cwd) {
	if (path === "") return "";
	const inside = (0, node_path.relative)(cwd, (0, node_path.resolve)(cwd, path));
	return (inside.startsWith("..") || (0, node_path.isAbsolute)(inside) ? path : inside).split(node_path.sep).join("/");
}
function textAt(path) {
	try {
		const found = (0, node_fs.statSync)(path);
		return found.isFile() && found.size <= largestFile ? (0, node_fs.readFileSync)(path, "utf8") : void 0;
	} catch {
		return;
	}
}
// ../cli/dist/commands/hook-agent.js
/**
* `bnguard hook agent`: what coding agents call before they send a prompt, run a tool or write a file. Stops what carries a
* credential, by the agent's own protocol, and names it by four characters at most.
*/
async function runAgentHook({ io, cwd, scan }) {
	if (io.isTTY.stdin === true) throw new require_first.UserError("agent: a coding agent writes its event to this hook’s standard input, and here is a terminal. docs/hooks.md shows how to set it up.");
	const event = readEvent(Buffer.from(await require_first.readAll(io)).toString("utf8"));
	if (!event) throw new require_first.UserError("agent: standard input is no JSON object, so nothing could be checked.");
	const texts = textsOf(event, isFolder(event.cwd) ? event.cwd : cwd);
	if (texts.length === 0) return {
		code: 0,
		stdout: event.allow
	};
	const flags = {
		paths: [],
		allowIncomplete: false,
		progress: false,
		color: "never"
	};
	const source = {
		kind: "texts",
		texts,
		origin: { kind: "stdin" }
	};
	const plan = await require_first.planScan({
		...flags,
		kind: "scan",
		source,
		ignores: true,
		...await committed(cwd)
	}, cwd);
	const { report } = require_first.shownPart(require_first.redactAll(await scan({
		...plan.settings,
		source
	})), plan.thresholds);
	const { failOn } = plan.thresholds;
	const stopped = report.findings.filter((finding) => require_first.isCredential(finding) && failOn !== "never" && require_first.atLeastAsBad(finding.severity, failOn));
	if (stopped.length === 0) return {
		code: 0,
		stdout: event.allow
	};
	return {
		code: 0,
		stdout: event.deny(reasonOf(stopped))
	};
}
async function committed(cwd) {
	try {
		return await require_first.hasHead(require_first.openStore(cwd)) ? { configFrom: "HEAD" } : { config: false };
	} catch (error) {
		if (error instanceof require_first.UserError) return {};
		throw error;
	}
}
/** Agents may name a folder of another machine. */
function isFolder(path) {
	if (path === void 0 || !(0, node_path.isAbsolute)(path)) return false;
	try {
		return (0, node_fs.statSync)(path).isDirectory();
	} catch {
		return false;
	}
}
function reasonOf(all) {
	const findings = [...new Map(all.toReversed().map((one) => [`${one.rule} ${one.fingerprint}`, one])).values()].reverse();
	const named = findings.slice(0, 3).map(({ rule, masked, path, start }) => {
		const where = path === "" ? `line ${start.line}` : `${path}:${start.line}`;
		return require_first.visible([
			rule,
			masked,
			`(${where})`
		].filter(Boolean).join(" "));
	});
	const more = findings.length - named.length;
	return [
		`bnguard stopped this: it carries ${require_first.listed([...new Set(named), ...more > 0 ? [`${more} more`] : []])}.`,
		"What an agent sees goes to its provider and into its logs. Use the name of an environment variable in its place; let a person put the value where the program reads it.",
		"If it went out before, delete the key at Binance: bnguard explain secret-key. If it is none: an ignore entry with a reason in bnguard.config.yaml."
	].join(" ");
}
exports.runAgentHook = runAgentHook;
