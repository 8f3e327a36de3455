import { UserError, atLeastAsBad, credentialFile, listed, planScan, readAll, redactAll, shownPart, visible } from "./first.mjs";
import { isCredential } from "./text.mjs";
import { statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { readFile, stat } from "node:fs/promises";
// ../cli/dist/hooks/agent-protocols.js
/**
* What coding agents write to their hooks, and the answers that stop them. One shape of question for all; each agent's
* own shape of answer (their documentation of hooks, read November 2026). Knows nothing of credentials.
*/
const isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const text = (value) => typeof value === "string" ? value : "";
const line = (value) => `${JSON.stringify(value)}\n`;
/** Some agents hand a tool's arguments over as JSON in a string. */
function fieldsOf$1(value) {
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
	const { prompt, content, command, file_path, attachments, output, edits } = event;
	const input = fieldsOf$1(event["tool_input"] ?? event["toolArgs"]);
	const result = event["tool_response"] ?? event["tool_output"] ?? event["toolResult"] ?? event["result_json"];
	const own = {
		prompt,
		content,
		command,
		file_path,
		output,
		edits
	};
	const files = Array.isArray(attachments) ? attachments.filter(isFields) : [];
	const roots = Array.isArray(event["workspace_roots"]) ? event["workspace_roots"] : [];
	return {
		name,
		tool,
		parts: [
			own,
			input,
			...files,
			fieldsOf$1(result)
		],
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
// ../cli/dist/hooks/agent-texts.js
/** The texts that an agent's event carries: what is to be written, run, sent or read, each under the name it goes by. */
/** A file that an agent reads may be any; the rest of a larger one is left to other checks. */
const largestFile = 8 << 20;
const mostDepth = 20;
const pathNames = [
	"file_path",
	"filePath",
	"path",
	"notebook_path",
	"absolute_path",
	"target_file",
	"filename"
];
const readers = /read|view|open|cat|fetch_file|grep/i;
/** @param cwd absolute; what relative paths are typed from, and what paths are shown from */
async function textsOf({ parts, tool, name }, cwd) {
	const texts = [];
	for (const part of parts) {
		const path = pathIn(part);
		const strings = stringsIn(part);
		for (const [key, text] of strings) {
			if (text === path) continue;
			const name = /command|script|cmd/i.test(key) ? "command.sh" : /^prompt$|message/i.test(key) ? "" : shown(path, cwd);
			texts.push({
				path: name,
				bytes: Buffer.from(text)
			});
			if (name !== "command.sh") continue;
			for (const file of shownBy(text)) {
				const bytes = await contentOf(resolve(cwd, file));
				if (bytes) texts.push({
					path: shown(file, cwd),
					bytes
				});
			}
		}
		const named = strings.filter(([key]) => !/^(?:content|command|prompt|new_str|new_string)$/.test(key));
		if (named.length > 0) texts.push({
			path: "tool-input.json",
			bytes: Buffer.from(JSON.stringify(fieldsOf(named)))
		});
		const isRead = readers.test(tool) || readers.test(name) || strings.length === 0;
		if (path !== "" && isRead && !strings.some(([key]) => key === "content")) {
			const bytes = await contentOf(resolve(cwd, path));
			if (bytes) texts.push({
				path: shown(path, cwd),
				bytes
			});
		}
	}
	return texts;
}
/** Programs that print files. */
const printers = /(?:^|[\s;&|(`])(?:cat|bat|head|tail|less|more|nl|tac|strings|xxd|od|base64|grep|rg|sed|awk|type|Get-Content|gc)\s/i;
const mostNamed = 20;
/** Files of credentials that a command would show the agent, by their names. */
function shownBy(command) {
	if (!printers.test(command)) return [];
	const words = command.split(/[\s;&|<>()`"']+/).filter((word) => word !== "" && !word.startsWith("-"));
	return [...new Set(words)].filter((word) => credentialFile(word.split(sep).join("/")) !== void 0).slice(0, mostNamed);
}
const fieldsOf = (strings) => strings.map(([key, text]) => ({ [key]: text }));
function pathIn(part) {
	const name = pathNames.find((key) => typeof part[key] === "string" && part[key] !== "");
	return name === void 0 ? "" : part[name];
}
/** All strings, with the keys that they stand under. What an edit replaces is there already, and not brought. */
function stringsIn(value, key = "", depth = 0) {
	if (typeof value === "string") return value === "" || pathNames.includes(key) ? [] : [[key, value]];
	if (typeof value !== "object" || value === null || depth > mostDepth) return [];
	if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, key, depth + 1));
	return Object.entries(value).flatMap(([name, item]) => /^old_?(?:str|string|text|content)$/i.test(name) ? [] : stringsIn(item, name, depth + 1));
}
/** As configurations name it: POSIX, from the work tree where it lies in there. */
function shown(path, cwd) {
	if (path === "") return "";
	const inside = relative(cwd, resolve(cwd, path));
	return (inside.startsWith("..") || isAbsolute(inside) ? path : inside).split(sep).join("/");
}
async function contentOf(path) {
	try {
		const found = await stat(path);
		return found.isFile() && found.size <= largestFile ? await readFile(path) : void 0;
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
	if (io.isTTY.stdin === true) throw new UserError("agent: a coding agent writes its event to this hook’s standard input, and here is a terminal. docs/hooks.md shows how to set it up.");
	const event = readEvent(Buffer.from(await readAll(io)).toString("utf8"));
	if (!event) throw new UserError("agent: standard input is no JSON object, so nothing could be checked.");
	const folder = isFolder(event.cwd) ? event.cwd : cwd;
	const texts = await textsOf(event, folder);
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
	const plan = await planScan({
		...flags,
		kind: "scan",
		source,
		ignores: true
	}, folder);
	const { report } = shownPart(redactAll(await scan({
		...plan.settings,
		source
	})), plan.thresholds);
	const { failOn } = plan.thresholds;
	const stopped = report.findings.filter((finding) => isCredential(finding) && failOn !== "never" && atLeastAsBad(finding.severity, failOn));
	if (stopped.length === 0) return {
		code: 0,
		stdout: event.allow
	};
	return {
		code: 0,
		stdout: event.deny(reasonOf(stopped))
	};
}
/** Agents may name a folder of another machine. */
function isFolder(path) {
	if (path === void 0 || !isAbsolute(path)) return false;
	try {
		return statSync(path).isDirectory();
	} catch {
		return false;
	}
}
function reasonOf(all) {
	const findings = [...new Map(all.toReversed().map((one) => [`${one.rule} ${one.fingerprint}`, one])).values()].reverse();
	const named = findings.slice(0, 3).map(({ rule, masked, path, start }) => {
		const where = path === "" ? `line ${start.line}` : `${path}:${start.line}`;
		return visible([
			rule,
			masked,
			`(${where})`
		].filter(Boolean).join(" "));
	});
	const more = findings.length - named.length;
	return [
		`bnguard stopped this: it carries ${listed([...new Set(named), ...more > 0 ? [`${more} more`] : []])}.`,
		"What an agent sees goes to its provider and into its logs. Use the name of an environment variable in its place; let a person put the value where the program reads it.",
		"If it went out before, delete the key at Binance: bnguard explain secret-key. If it is none: an ignore entry with a reason in bnguard.config.yaml."
	].join(" ");
}
export { runAgentHook };
