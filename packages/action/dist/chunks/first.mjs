import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from "node:fs";
import { availableParallelism, devNull, homedir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { lstat, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { setFlagsFromString } from "node:v8";
// ../cli/dist/every-string.js
/** The same data with every string in it changed. For plain data without cycles, such as a Report; keys stay. */
function everyString(data, change) {
	if (typeof data === "string") return change(data);
	if (Array.isArray(data)) return data.map((item) => everyString(item, change));
	if (typeof data !== "object" || data === null) return data;
	return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, everyString(value, change)]));
}
// ../cli/dist/redact.js
/**
* The last gate before anything is shown. The engine hands out no values, but a path, a branch or an error can hold
* one: every key-shaped run is cut to its first four characters. Not a detector: it knows shape and nothing else.
*/
/** A half of a key and more: shorter pieces are in names by chance. */
const longRun = /[A-Za-z0-9]{20,}/g;
/** Shorter ones count where a key that begins so was found: people name files and branches after their keys. */
const shortRun = /[A-Za-z0-9]{6,}/g;
/**
* Cuts every run that mixes upper case, lower case and digits as a key does: `Nhqp…`. Names and hex stay.
* @param masks the first four characters of values that were found
*/
function redact(text, masks) {
	const safe = text.replace(longRun, (run) => isMixed(run) ? `${run.slice(0, 4)}…` : run);
	if (masks === void 0 || masks.size === 0) return safe;
	return safe.replace(shortRun, (run) => masks.has(run.slice(0, 4)) && !isWord$1(run) ? `${run.slice(0, 4)}…` : run);
}
/** In a key two neighbours of three are of different classes; in a name of words one of three. */
function isMixed(run) {
	if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/\d/.test(run)) return false;
	return run.length >= 60 || changesIn(run) >= .4 * run.length;
}
/** `Trader`, `test2026`, `HTTP`, `loadKeys`: what people make names of. */
const isWord$1 = (run) => /^[0-9a-f]{32,}$/.test(run) || /^(?:[A-Z]?[a-z]+){1,3}\d*$|^[A-Z]+\d*$|^\d+$/.test(run);
const changesIn = (run) => run.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
/** The same data with every string in it redacted. For plain data without cycles, such as a Report. */
function redactAll(data) {
	const masks = masksIn(data);
	return everyString(data, (text) => redact(text, masks));
}
/** The beginnings of all values that a report shows. */
function masksIn(data) {
	const { findings = [], suppressed = [] } = data ?? {};
	const masks = [findings, suppressed].flatMap((list) => Array.isArray(list) ? list : []).map((finding) => finding.masked);
	return new Set(masks.flatMap((mask) => typeof mask === "string" && mask.length === 5 ? [mask.slice(0, 4)] : []));
}
// ../engine/dist/severity.js
/** From harmless to worst. */
const severities = [
	"info",
	"low",
	"medium",
	"high",
	"critical"
];
/** From sure to doubtful. */
const confidences = [
	"certain",
	"likely",
	"possible"
];
/** Whether `severity` is at `floor` or worse. */
function atLeastAsBad(severity, floor) {
	return severities.indexOf(severity) >= severities.indexOf(floor);
}
/** Whether `confidence` is `floor` or surer. */
function atLeastAsSure(confidence, floor) {
	return confidences.indexOf(confidence) <= confidences.indexOf(floor);
}
/** The worse of two severities. */
function worse(a, b) {
	return atLeastAsBad(a, b) ? a : b;
}
/** Whether no money is at stake: on a testnet, or in the demo. */
function isTestnet({ environment }) {
	return environment === "testnet" || environment === "demo";
}
/** One step less in samples and tests, never to nothing; at most low on a testnet. */
function lessened(whole, { sample, environment }) {
	const step = Math.max(0, severities.indexOf(whole) - (sample ? 1 : 0));
	const capped = isTestnet({ environment }) ? Math.min(step, severities.indexOf("low")) : step;
	return severities[capped] ?? "info";
}
// ../cli/dist/exit-code.js
/** The report with only the findings that the thresholds show. Suppressed findings always stay: they are a record. */
function shownPart(report, thresholds) {
	const { minSeverity, minConfidence } = thresholds;
	const findings = report.findings.filter((f) => atLeastAsBad(f.severity, minSeverity) && atLeastAsSure(f.confidence, minConfidence));
	const kept = new Set(findings);
	const rest = report.findings.filter((finding) => !kept.has(finding));
	const tooMild = rest.filter((f) => !atLeastAsBad(f.severity, minSeverity)).map((f) => f.severity);
	const tooUnsure = rest.filter((f) => !atLeastAsSure(f.confidence, minConfidence)).map((f) => f.confidence);
	const mildest = tooMild.reduce((a, b) => a && atLeastAsBad(b, a) ? a : b, void 0);
	const unsurest = tooUnsure.reduce((a, b) => a && atLeastAsSure(b, a) ? a : b, void 0);
	return {
		report: {
			...report,
			findings
		},
		hidden: {
			count: rest.length,
			...mildest && { severity: mildest },
			...unsurest && { confidence: unsurest }
		}
	};
}
/** @param report its shown part (see {@link shownPart}). */
function exitCode(report, { failOn, allowIncomplete }) {
	if (!report.complete && !allowIncomplete) return 2;
	return failOn !== "never" && report.findings.some((finding) => atLeastAsBad(finding.severity, failOn)) ? 1 : 0;
}
// ../cli/dist/git/children.js
/** The git processes that are running for us, in this thread and in others, so that all of them end with the program. */
const living = /* @__PURE__ */ new Set();
/** Notes a process; returns what takes the note back. */
function noteChild(pid) {
	if (pid === void 0) return () => {};
	living.add(pid);
	return () => void living.delete(pid);
}
/** Ends all of them at once. Only processes that we started are noted. */
function endChildren() {
	for (const pid of living) try {
		process.kill(pid, "SIGKILL");
	} catch {}
	living.clear();
}
// ../cli/dist/io.js
/** What the program sees of the world besides files: streams, folder, environment, terminal. Tests bring their own. */
/** The real world. A reader that went away (`| head`) is no failure; any other failed write is. */
function processIo() {
	return {
		get stdin() {
			return process.stdin;
		},
		stdout: outputTo(process.stdout),
		stderr: outputTo(process.stderr),
		cwd: process.cwd(),
		env: process.env,
		isTTY: {
			stdout: process.stdout.isTTY === true,
			stderr: process.stderr.isTTY === true,
			stdin: isatty(0)
		},
		onInterrupt,
		columns: process.stdout.isTTY ? process.stdout.columns : process.stderr.columns
	};
}
/** What shells say of a program that a signal ended. */
const endings = {
	SIGINT: 130,
	SIGTERM: 143
};
function onInterrupt(say) {
	const stop = (signal) => {
		const end = () => process.exit(endings[signal]);
		process.once("SIGINT", end);
		say().then((text) => process.stderr.write(text, end), end);
	};
	process.once("SIGINT", stop).once("SIGTERM", stop);
	return () => void process.off("SIGINT", stop).off("SIGTERM", stop);
}
function outputTo(stream) {
	stream.on("error", () => {});
	return { write: (text) => new Promise((resolve, reject) => {
		stream.write(text, (error) => !error || "code" in error && error.code === "EPIPE" ? resolve() : reject(error));
	}) };
}
/**
* The folder where the person typed the command. `npm run scan` in a clone of this project starts in the clone's top
* and tells the real folder in INIT_CWD. We believe it only when npm says that it runs this very clone's own script:
* in the script of any other project relative paths mean that project's folder.
*/
function workingFolder({ cwd, env }) {
	if (!["scan", "bnguard"].includes(env["npm_lifecycle_event"] ?? "") || !env["INIT_CWD"] || !env["npm_package_json"]) return cwd;
	try {
		const clone = realpathSync(fileURLToPath(new URL("../../../package.json", import.meta.url)));
		if (realpathSync(env["npm_package_json"]) !== clone) return cwd;
		const { name } = JSON.parse(readFileSync(clone, "utf8"));
		return name === "bnguard-workspace" ? env["INIT_CWD"] : cwd;
	} catch {
		return cwd;
	}
}
/** The user's folder for our caches, absolute. A relative XDG_CACHE_HOME does not count, as its specification has it. */
function userCacheFolder({ env }) {
	const { XDG_CACHE_HOME: given = "" } = env;
	return join(isAbsolute(given) ? given : join(env["HOME"] || homedir(), ".cache"), "bnguard");
}
/** Whether to colour what goes to standard output: the flag, then NO_COLOR, FORCE_COLOR, then whether it is a terminal. */
function wantsColor(choice, { env, isTTY }) {
	if (choice !== "auto") return choice === "always";
	if (env["NO_COLOR"]) return false;
	if (env["FORCE_COLOR"]) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
	return isTTY.stdout && env["TERM"] !== "dumb";
}
/** Columns for text: the terminal's within reason, else 80. */
function textWidth({ columns, isTTY }) {
	return isTTY.stdout && columns ? Math.min(Math.max(columns, 40), 100) : 80;
}
// ../cli/dist/reports/words.js
/** Numbers with units, lists and names, as sentences have them. */
/** `1 file`, `12,345 files`. */
function count(n, noun, plural = `${noun}s`) {
	return `${grouped(n)} ${n === 1 ? noun : plural}`;
}
/** `12,345`. */
function grouped(n) {
	return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** `120 bytes`, `3.4 MB`; 1 KB is 1024 bytes, as in --max-file-size. */
function size(bytes) {
	const power = bytes < 1024 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
	if (power === 0) return count(bytes, "byte");
	const amount = bytes / 1024 ** power;
	return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${[
		"",
		"KB",
		"MB",
		"GB",
		"TB"
	][power]}`;
}
/** `a`, `a and b`, `a, b and c`. */
function listed$1(items) {
	return items.length < 2 ? items[0] ?? "" : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
/** `+9`, `-3`, `+2.5`. */
function signedBits(bits) {
	const rounded = Math.round(bits * 10) / 10;
	return rounded < 0 ? String(rounded) : `+${rounded}`;
}
/** As people call a ref: `main`, `v1`, `origin/main`. */
const shortRef = (name) => name.replace(/^refs\/(?:heads|remotes|tags)\//, "");
// ../cli/dist/progress.js
/** Milliseconds before anything appears, and between two changes. */
const patience = 500;
const interval = 100;
const plainInterval = 1e4;
/**
* `columns`: of the terminal, whose last one the line never fills; undefined: there is none. `now`: milliseconds of any
* steady clock.
*/
function progressLine(stderr, columns, now = () => performance.now()) {
	const began = now();
	let next = began + (columns === void 0 ? plainInterval : patience);
	let shown = false;
	const write = (text) => void Promise.resolve(stderr.write(text)).catch(() => {});
	return {
		onProgress: (progress) => {
			if (now() < next) return;
			next = now() + (columns === void 0 ? plainInterval : interval);
			const text = progressText(progress, now() - began);
			if (columns === void 0) write(`bnguard: ${text}\n`);
			else {
				shown = true;
				write(`\r\x1b[2K${text.slice(0, columns - 1)}`);
			}
		},
		end: async () => {
			if (shown) await stderr.write("\r\x1B[2K");
		}
	};
}
/** `12,000 of 170,841 objects (1.2 GB)`. */
function coveredText(progress) {
	return `${counted(progress)} (${size(progress.bytes)})`;
}
function counted({ documents, total, unit = "file" }) {
	return total === void 0 ? count(documents, unit) : `${grouped(documents)} of ${count(total, unit)}`;
}
/**
* `Looking ... 1,200 of 20,000 files, 34 MB`; for objects also how fast, how long still (`milliseconds` went by), and how
* many may hold something. Plain letters, so that one is one column.
*/
function progressText(progress, milliseconds = 0) {
	const { documents, total, bytes, findings, unit } = progress;
	const parts = [`Looking ... ${counted(progress)}`, size(bytes)];
	if (unit === "object" && milliseconds > 0 && documents > 0) {
		const rate = 1e3 * documents / milliseconds;
		parts.push(`${grouped(Math.round(rate))}/s`);
		if (total !== void 0) parts.push(`${duration((total - documents) / rate)} left`);
		if (findings > 0) parts.push(`${count(findings, "hit")} to look into`);
	}
	return parts.join(", ");
}
function duration(seconds) {
	return seconds < 90 ? `${Math.max(0, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
}
// ../cli/dist/reports/render.js
/** One report in every format that was asked for: what goes to standard output, what to files. Writes nothing. */
/** @param report its shown part */
async function renderReports(report, hidden, request, { io, cwd }) {
	const asText = async (forTerminal) => {
		if (request.quiet && report.findings.length === 0 && report.complete) return "";
		const { textReport } = await import("./text2.mjs");
		return textReport(report, {
			color: forTerminal ? wantsColor(request.color, io) : request.color === "always",
			width: forTerminal ? textWidth(io) : 80,
			verbose: request.verbose,
			quiet: request.quiet,
			rules: report.findings.length > 0 ? await allRules() : [],
			hidden
		});
	};
	const texts = await Promise.all(request.reports.map(async ({ format, file }) => ({
		file,
		text: format === "text" ? await asText(file === void 0) : await render(report, format)
	})));
	return {
		stdout: texts.find(({ file }) => file === void 0)?.text ?? "",
		files: texts.flatMap(({ file, text }) => file === void 0 ? [] : [{
			path: resolve(cwd, file),
			text
		}])
	};
}
const allRules = async () => (await import("./dist6.mjs")).rules;
/** Each format is loaded when it is asked for. */
async function render(report, format) {
	switch (format) {
		case "json": return (await import("./json.mjs")).jsonReport(report);
		case "jsonl": return (await import("./jsonl.mjs")).jsonlReport(report);
		case "sarif": return (await import("./sarif.mjs")).sarifReport(report, await allRules());
		case "html": return (await import("./html.mjs")).htmlReport(report, await allRules());
		case "markdown": return (await import("./markdown.mjs")).markdownReport(report, await allRules());
		case "github": return (await import("./github.mjs")).githubReport(report);
		case "gitlab": return (await import("./gitlab2.mjs")).gitlabReport(report, await allRules());
		case "junit": return (await import("./junit.mjs")).junitReport(report);
		case "csv": return (await import("./csv.mjs")).csvReport(report);
		default: return format;
	}
}
// ../cli/dist/defaults.js
const defaultFailOn = "medium";
const defaultMinConfidence = "likely";
/** At the top of the scanned repository, unless --baseline or the configuration names another. */
const defaultBaseline = "bnguard-baseline.json";
/** The key inventory, at the top of the scanned repository. */
const inventoryName = "bnguard.keys.yaml";
/** At most one of them, at the top of the scanned repository. */
const configNames = [
	"bnguard.config.json",
	"bnguard.config.yaml",
	"bnguard.config.toml"
];
// ../cli/dist/sources/names.js
/** File names as they are (bytes) and as they are shown (text), and the folders that hold other people's code. */
/** The name that these bytes spell. */
function nameOf(bytes) {
	const text = bytes.toString("utf8");
	return text.includes("�") && !Buffer.from(text).equals(bytes) ? Uint8Array.from(bytes) : text;
}
/** As reports show it: bytes that are no text become U+FFFD. */
function shownName(name) {
	return typeof name === "string" ? name : Buffer.from(name).toString("utf8");
}
/** What the operating system is asked for. */
function absoluteName(folder, name) {
	return typeof name === "string" ? `${folder}/${name}` : Buffer.concat([Buffer.from(`${folder}/`), name]);
}
/** True when `path` is `folder` or lies in it; both absolute. */
function isInside(path, folder) {
	const way = relative(folder, path);
	return way === "" || way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
/**
* Folders that package managers and builds fill, by name. Their content counts as somebody else's when git does not
* track it. `env`, `build`, `dist` and `lib` are left out on purpose: people keep their own code under such names.
*/
const dependencyFolders = /* @__PURE__ */ new Set([
	".bundle",
	".eggs",
	".gradle",
	".m2",
	".mypy_cache",
	".nox",
	".nuget",
	".pnpm-store",
	".pytest_cache",
	".ruff_cache",
	".tox",
	".venv",
	".yarn",
	"__pycache__",
	"__pypackages__",
	"bower_components",
	"Carthage",
	"DerivedData",
	"dist-packages",
	"jspm_packages",
	"node_modules",
	"Pods",
	"site-packages",
	"target",
	"vendor",
	"venv",
	"virtualenv"
]);
const dependency = new RegExp(`(?<=^|/)(?:${[...dependencyFolders].map((name) => name.replaceAll(".", "\\.")).join("|")})/`, "g");
/** The dependency folders that a path lies in, outermost first, each with its closing slash. */
function dependencyPrefixes(path) {
	if (path.search(dependency) < 0) return none;
	return [...path.matchAll(dependency)].map((match) => path.slice(0, match.index + match[0].length));
}
const none = [];
// ../cli/dist/user-error.js
/** The error for what the user can fix. It prints without a stack and ends the program with exit code 2. */
/** Its message says the fact, then the place, then the remedy; it never holds a credential. */
var UserError = class extends Error {
	name = "UserError";
};
// ../cli/dist/small-file.js
/** Reads configuration and baseline from a repository that may be hostile: regular files of bounded size, no way out. */
/** The text of a file, or undefined where there is none. Rejects with a UserError where it cannot or must not be read. */
async function readSmallFile(path, limits) {
	return readSmallFileNow(path, limits);
}
/** The same for those who cannot wait, such as a rule of ESLint. */
function readSmallFileNow(path, { name, mostMegabytes, inside }) {
	try {
		if (inside !== void 0) {
			if (!isInside(realpathSync(path), realpathSync(inside))) throw new UserError(`${name} is a link that leads out of the repository. Put the file itself there.`);
		}
		const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			const found = fstatSync(file);
			if (!found.isFile()) throw new UserError(`${name} is not a regular file. Put a file there, or remove it.`);
			if (found.size > mostMegabytes * 1048576) throw new UserError(`${name} is larger than the ${mostMegabytes} MB that such a file may have. Make it smaller.`);
			const bytes = Buffer.alloc(found.size);
			const bytesRead = readSync(file, bytes, 0, bytes.length, 0);
			return new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(bytes.subarray(0, bytesRead));
		} finally {
			closeSync(file);
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		if (error instanceof TypeError) throw new UserError(`${name} is not UTF-8 text. Save it as UTF-8.`);
		const { code = "unknown error" } = error;
		if (code === "ENOENT") {
			if (lstatSync(path, { throwIfNoEntry: false })) throw new UserError(`${name} is a link that leads nowhere. Repair or remove it.`);
			return;
		}
		throw new UserError(`${name} cannot be read (${code}). Check its permissions.`);
	}
}
// ../cli/dist/config.js
/**
* Configuration: bnguard.config.json, .yaml or .toml at the top of the scanned repository, or the file that --config
* names. Data, never code (docs/contracts.md). Finds it, checks it, and hands out its settings and its ignore entries.
*/
/**
* The configuration of one root (absolute folder).
* Throws a UserError that names file, line, column and key for whatever is wrong in it.
*/
async function loadConfig(root, choice) {
	const { from } = choice;
	const found = choice.config === false ? void 0 : from ? await findConfigIn(from, root, choice) : findConfig(root, choice);
	const typed = choice.baseline === void 0 ? void 0 : resolve(choice.cwd, choice.baseline);
	if (!found) return {
		baseline: typed ?? join(root, "bnguard-baseline.json"),
		entries: []
	};
	const [{ readData }, { configOf }] = await Promise.all([import("./data-file.mjs"), import("./config-of.mjs")]);
	return configOf(root, await readData(found.name, found.text), found, typed, choice.today);
}
const mostMegabytes = 1;
/** The configuration file of a root, unread. Throws a UserError where there are several, or none that was asked for. */
function findConfig(root, { config, cwd }) {
	if (typeof config === "string") {
		if (!/\.(?:json|ya?ml|toml)$/.test(config)) throw new UserError(`--config ${config}: expected a .json, .yaml or .toml file. Configuration is data, never code.`);
		const path = resolve(cwd, config);
		const text = readSmallFileNow(path, {
			name: config,
			mostMegabytes
		});
		if (text === void 0) throw new UserError(`--config ${config}: there is no such file.`);
		return {
			path,
			name: config,
			text
		};
	}
	const found = [];
	for (const name of configNames) {
		const path = join(root, name);
		const text = readSmallFileNow(path, {
			name,
			mostMegabytes,
			inside: root
		});
		if (text !== void 0) found.push({
			path,
			name,
			text
		});
	}
	return onlyOne(root, found);
}
function onlyOne(root, found) {
	if (found.length > 1) throw new UserError(`${root} has ${found.map(({ name }) => name).join(" and ")}: keep one of them, or name one with --config.`);
	return found[0];
}
/** The same of a commit. A file that somebody named is meant as the commit has it. */
async function findConfigIn(from, root, { config, cwd }) {
	const names = typeof config === "string" ? [pathIn(root, resolve(cwd, config), `--config ${config}`)] : configNames;
	const found = [...await from.read(names, mostMegabytes)].map(([name, text]) => ({
		path: join(root, name),
		name: `${from.ref}:${name}`,
		text
	}));
	if (typeof config === "string" && found.length === 0) throw new UserError(`--config ${config}: ${from.ref} has no such file. Commit it there, or leave out the flag.`);
	return onlyOne(from.ref, found);
}
/** A path as a commit names it. Throws a UserError for one that lies elsewhere. */
function pathIn(root, path, flag) {
	const inside = isInside(path, root) ? relative(root, path).split(sep).join("/") : "";
	if (inside === "") throw new UserError(`${flag}: with --config-from it must lie in the repository.`);
	return inside;
}
/** Names that somebody may take for ours; one says so, because a file that is not read excuses nothing. */
const nearlyNames = [
	"yml",
	"jsonc",
	"json5",
	"js",
	"cjs",
	"mjs",
	"ts"
].map((end) => `bnguard.config.${end}`);
/** The same of the key inventory. */
const nearlyInventories = [
	"yml",
	"json",
	"toml"
].map((end) => `bnguard.keys.${end}`);
/** A note for each file at the top of a root that looks like a configuration and is none. */
async function nearNames(root) {
	const names = [...nearlyNames, ...nearlyInventories];
	const there = await Promise.all(names.map((name) => lstat(join(root, name)).catch(() => void 0)));
	return names.filter((_, i) => there[i] !== void 0).map((name) => `${name} is not read: the name is ${rightName(name)}.`);
}
const rightName = (name) => nearlyInventories.includes(name) ? inventoryName : name.endsWith(".yml") ? configNames[1] : listed;
const listed = `${configNames.slice(0, -1).join(", ")} or ${configNames.at(-1)}`;
/** A file's path as findings name paths: from the root inside it, else as the file is called. */
function pathFrom(root, path) {
	return isInside(path, root) ? relative(root, path).split(sep).join("/") : basename(path);
}
// ../cli/dist/git/watchdog.js
/** Long enough for a cold network disk, short enough to end: a FIFO named `.gitignore` would block git for ever. */
const silenceLimit = 3e5;
/** What git then failed of. */
const silence = "no answer for five minutes";
var Watchdog = class {
	/** What git failed of where this ended it. */
	failure;
	#child;
	#timer;
	/** Changes with every sound, and with every wait that is over. */
	#sounds = 0;
	constructor(child) {
		this.#child = child;
	}
	/** Waits for what only git can bring about: a chunk of its output, its end. */
	async wait(answer) {
		this.arm();
		try {
			return await answer;
		} finally {
			this.disarm();
		}
	}
	/** From now on git is waited for, until `disarm`. */
	arm() {
		this.#timer ??= setTimeout(() => this.#doubt(), silenceLimit);
	}
	disarm() {
		clearTimeout(this.#timer);
		this.#timer = void 0;
		this.#sounds++;
	}
	/** git has written something while it was waited for. */
	hear() {
		this.#sounds++;
		this.#timer?.refresh();
	}
	/** This thread may have been busy for as long: what git wrote meanwhile comes in first. */
	#doubt() {
		const before = this.#sounds;
		setImmediate(() => {
			if (before !== this.#sounds) return;
			this.failure = silence;
			this.#child.kill("SIGKILL");
		});
	}
};
/** What git writes to its output. Whoever takes long over a chunk does not make it look silent. */
async function* outputOf({ stdout }, watchdog) {
	const chunks = stdout[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await watchdog.wait(chunks.next());
			if (next.done === true) return;
			yield next.value;
		}
	} finally {
		await chunks.return?.();
	}
}
// ../cli/dist/git/hardened.js
/**
* How git is called: so that nothing which a scanned repository brings can run, reach the network or change the
* repository. Says nothing about what is asked; for that see list.ts and name.ts.
*/
/**
* Settings that beat the repository's own (git reads them last). Aliases need no entry, because only built-in
* commands are called, and neither do filters, textconv and merge drivers: no command is called that applies them.
*/
const hardenedConfig = [
	"core.fsmonitor=false",
	`core.hooksPath=${devNull}`,
	`core.attributesFile=${devNull}`,
	"core.pager=cat",
	"core.askPass=",
	"core.sshCommand=false",
	"core.alternateRefsCommand=true",
	"core.commitGraph=false",
	"credential.helper=",
	"diff.external=",
	"gpg.program=false",
	"log.showSignature=false",
	"submodule.recurse=false",
	"core.quotePath=false"
];
/** What git must find in its environment, over anything inherited. */
const hardenedVariables = {
	GIT_OPTIONAL_LOCKS: "0",
	GIT_TERMINAL_PROMPT: "0",
	GIT_NO_LAZY_FETCH: "1",
	GIT_ALLOW_PROTOCOL: "none",
	GIT_NO_REPLACE_OBJECTS: "1",
	GIT_GRAFT_FILE: devNull,
	GIT_PAGER: "cat",
	LC_ALL: "C"
};
/** The user's own configuration may come through the environment (`safe.directory` in containers, say). */
const kept = /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|PARAMETERS|KEY_\d+|VALUE_\d+)|EXEC_PATH)$/;
/** Leads git elsewhere or names programs for it to run. */
const dropped = /^(?:GIT_.*|EDITOR|VISUAL|PAGER|SSH_ASKPASS|PREFIX)$/i;
/** The environment for a git that looks at `top` and at no repository above it, unless `leads` lead it elsewhere. */
function gitEnvironment(top, leads = {}) {
	const inherited = Object.entries(process.env).filter(([name]) => kept.test(name) || !dropped.test(name));
	return {
		...Object.fromEntries(inherited),
		...hardenedVariables,
		GIT_CEILING_DIRECTORIES: dirname(top),
		...leads
	};
}
/** The arguments of git that come before the command's own. `top` is the work tree whatever `core.worktree` says. */
const gitOptions = [
	"--no-pager",
	"--literal-pathspecs",
	"--work-tree=.",
	...hardenedConfig.flatMap((setting) => ["-c", setting])
];
/**
* Runs git in `top`, the folder that holds `.git`, and yields the records of its output, which end with NUL or else with
* `separator`, in batches.
* Yields bytes: a path need not be text. Returns what git wrote to standard error. Throws a UserError when git is
* absent, refuses the repository or fails; `withoutGit`: see gitFailure.
*/
async function* gitRecords(top, args, leads = {}, { input, withoutGit, separator = "\0" } = {}) {
	const child = spawn("git", [...gitOptions, ...args], {
		cwd: top,
		env: gitEnvironment(top, leads),
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	child.stdin.on("error", () => {});
	if (input === void 0) child.stdin.end();
	else Readable.from(input).pipe(child.stdin);
	let complaints = "";
	child.stderr.setEncoding("utf8").on("data", (text) => {
		if (complaints.length < 65536) complaints += text;
	});
	const ended = new Promise((resolve) => {
		child.on("error", (error) => resolve(error.code ?? error.message));
		child.on("close", (code, signal) => resolve(code === 0 ? void 0 : signal ?? String(code)));
	});
	const watchdog = new Watchdog(child);
	try {
		let rest = Buffer.alloc(0);
		for await (const chunk of outputOf(child, watchdog)) {
			const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
			const records = [];
			let from = 0;
			for (let to = bytes.indexOf(separator); to >= 0; to = bytes.indexOf(separator, from)) {
				records.push(bytes.subarray(from, to));
				from = to + 1;
			}
			rest = bytes.subarray(from);
			if (records.length > 0) yield records;
		}
		const failure = await watchdog.wait(ended);
		if (failure !== void 0) throw gitFailure(top, watchdog.failure ?? failure, complaints, withoutGit);
		return complaints;
	} finally {
		child.kill();
	}
}
/**
* Turns git's failure into a line that says what to do. `withoutGit`: what else helps where there is no git; only
* who reads files has something.
*/
function gitFailure(top, failure, complaints, withoutGit) {
	if (failure === "ENOENT") return new UserError(`${top} is a git repository, but there is no git program to read it with. ${`Install git${withoutGit ? `, or ${withoutGit}` : "; what git stores cannot be read without it"}.`}`);
	if (complaints.includes("dubious ownership") || complaints.includes("unsafe repository")) return new UserError(`git refuses to read ${top}, because the folder belongs to another user. If you trust it: git config --global --add safe.directory ${/^[\w./@+-]+$/.test(top) ? `'${top}'` : "FOLDER"}`);
	return new UserError(`git could not read the repository at ${top}: ${complaints.trim().split("\n").at(-1) || `git ended with ${failure}`}. Check it with git fsck.`);
}
// ../cli/dist/git/repository.js
/** Finds the git repository that a folder belongs to, from files alone, and names it. Runs git only for the name. */
/**
* True when `folder` is the top of a work tree. The test is git's own: `.git` is a folder with HEAD, objects and
* refs, or a file that names a folder with a HEAD (submodules and linked work trees).
*/
async function isRepository(folder) {
	return await gitFolderOf(folder) !== void 0;
}
/** The git folder of the work tree whose top is `folder` (absolute): `.git`, or what a file of that name leads to. */
async function gitFolderOf(folder) {
	const git = join(folder, ".git");
	try {
		const found = await stat(git);
		if (found.isDirectory()) return await isGitFolder(git) ? git : void 0;
		if (!found.isFile() || found.size > 65536) return void 0;
		const [, target] = /^gitdir: (.*?)\n*$/s.exec(await readFile(git, "utf8")) ?? [];
		if (target === void 0) return void 0;
		await lstat(join(resolve(folder, target), "HEAD"));
		return resolve(folder, target);
	} catch {
		return;
	}
}
/** Whether git keeps a repository right in `folder`: a bare one, or a folder named `.git`. */
async function isGitFolder(folder) {
	return Promise.all([
		"HEAD",
		"objects",
		"refs"
	].map((name) => lstat(join(folder, name)))).then(() => true, () => false);
}
/** The top of the work tree that holds `folder` (absolute), or undefined outside git. */
async function findTop(folder) {
	for (let at = folder;; at = dirname(at)) {
		if (await isRepository(at)) return at;
		if (at === dirname(at)) return void 0;
	}
}
/** `host/owner/name` of a remote's URL, without user, password, port and query; undefined for a local path. */
function remoteName(url) {
	const [, host, path] = (/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? /^[^:]+:\/\/(?:[^/@]*@)*([^/:@]+)(?::\d+)?\/+([^?#]+)/.exec(url) : /^(?:[^/@]*@)*([^/:@]{2,}):\/*([^?#]+)/.exec(url)) ?? [];
	if (host === void 0 || path === void 0 || path.startsWith(":")) return void 0;
	const name = path.replace(/\/+$/, "").replace(/\.git$/, "");
	return name === "" ? void 0 : `${host.toLowerCase()}/${name}`;
}
const unsafe = Object.fromEntries("Alias AskPass CommandBinaries ConfigEnvCount ConfigPaths CredentialHelper DiffExternal DiffTextConv Editor Exec Filter FsMonitor GitProxy GpgProgram HooksPath Include MergeDriver Pack Pager ProtocolOverride SshCommand Submodule TemplateDir UrlRewrite".split(" ").map((guard) => [`allowUnsafe${guard}`, true]));
/** The remote `origin` without credentials; the folder's name if there is none or git cannot say. Never throws. */
async function repositoryName(top) {
	try {
		const { simpleGit } = await import("./dist.mjs");
		const environment = gitEnvironment(top);
		const allowEnvironment = Object.keys(environment).filter((name) => name.startsWith("GIT_"));
		return remoteName((await simpleGit({
			baseDir: top,
			config: [...hardenedConfig],
			unsafe,
			allowEnvironment
		}).env(environment).raw("config", "--get", "remote.origin.url")).trim()) ?? basename(top);
	} catch {
		return basename(top);
	}
}
// ../cli/dist/git/store.js
/**
* Which repository --staged and --range look into, and which of git's variables lead there. Git sets such variables
* for its hooks: `git commit -a` hands over an index of its own, a push keeps new objects apart until they are
* accepted. They count only for the repository that they were set for (docs/decisions/0010-what-a-change-brings.md).
*/
/** PATH is in no git repository. */
var NoRepository = class extends UserError {};
/** What git sets for hooks that read the index or new objects, and a person for the same end. */
const honoured = [
	"GIT_INDEX_FILE",
	"GIT_OBJECT_DIRECTORY",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_QUARANTINE_PATH",
	"GIT_COMMON_DIR"
];
/**
* The repository that `path` (as typed) lies in or is; without `path` the one that git means here, which is GIT_DIR
* where that is set. Throws a UserError where there is none.
*/
async function openStore(cwd, path) {
	const here = await calledFor(cwd);
	if (path === void 0) {
		if (here !== void 0) return here;
		throw new NoRepository(`${cwd} is not in a git repository. Name one (PATH), or scan the folder itself: bnguard scan.`);
	}
	const found = await storeAround(await reach$1(resolve(cwd, path), path));
	if (found === void 0) throw new NoRepository(`${path} is not in a git repository. Name a work tree, a folder inside one, or a bare repository.`);
	return found.gitFolder === here?.gitFolder ? here : found;
}
/** The repository that the environment and the folder mean, with the variables that were set for it. */
async function calledFor(cwd) {
	const set = (name) => process.env[name] || void 0;
	const around = await storeAround(await reach$1(cwd, cwd));
	const leads = Object.fromEntries(honoured.flatMap((name) => set(name) === void 0 ? [] : [[name, set(name)]]));
	const typed = set("GIT_DIR");
	if (typed === void 0) return around && {
		...around,
		leads
	};
	const named = resolve(cwd, typed);
	const led = basename(named) === ".git" ? await gitFolderOf(dirname(named)) : void 0;
	const gitFolder = led === void 0 ? await reach$1(named, `GIT_DIR=${typed}`) : await realpath(led);
	if (around?.gitFolder === gitFolder) return {
		...around,
		leads
	};
	const top = set("GIT_WORK_TREE");
	const folder = await realpath(cwd);
	return {
		dir: top !== void 0 ? await reach$1(resolve(cwd, top), `GIT_WORK_TREE=${top}`) : isInside(folder, gitFolder) ? gitFolder : folder,
		gitFolder,
		leads: {
			...leads,
			GIT_DIR: gitFolder
		}
	};
}
/** The nearest repository around a folder, bare or not, from files alone. */
async function storeAround(folder) {
	for (let at = folder;; at = dirname(at)) {
		const gitFolder = await gitFolderOf(at);
		if (gitFolder !== void 0) return {
			dir: at,
			gitFolder: await realpath(gitFolder),
			leads: {}
		};
		if (!(basename(at) === ".git" && await gitFolderOf(dirname(at)) !== void 0) && await isGitFolder(at)) return {
			dir: at,
			gitFolder: at,
			leads: {}
		};
		if (at === dirname(at)) return void 0;
	}
}
/** A folder without links in its path; of a file, the folder that it lies in. */
async function reach$1(path, typed) {
	try {
		const real = await realpath(path);
		return (await stat(real)).isDirectory() ? real : dirname(real);
	} catch (error) {
		const { code = "error" } = error;
		throw new UserError(`Nothing was scanned: ${typed} cannot be reached (${code === "ENOENT" ? "no such file or folder" : code}).`);
	}
}
// ../cli/dist/sources/paths.js
/** Turns the PATHs that a person typed into scopes: which root, which part of it. Reads no file's content. */
/**
* The scopes of all PATHs. A PATH may be a link: the person named it. Throws a UserError that names every PATH which
* cannot be reached, before anything is scanned: a mistyped path must not end in a clean report.
*/
async function resolvePaths(cwd, paths) {
	const targets = [];
	const lost = [];
	for (const path of paths.length > 0 ? paths : ["."]) {
		const found = await reach(resolve(cwd, path));
		if (typeof found === "string") lost.push(`${quoted$1(path)} (${found})`);
		else targets.push(found);
	}
	if (lost.length > 0) throw new UserError(`Nothing was scanned. These paths cannot be reached from ${quoted$1(cwd)}: ${lost.join(", ")}.`);
	const located = await Promise.all(targets.map(async (target) => {
		const folder = target.isFolder ? target.path : dirname(target.path);
		return {
			target,
			folder,
			top: await findTop(folder)
		};
	}));
	const gitFolder = targets.find(({ path, isFolder }) => isFolder && path.split(sep).includes(".git"));
	if (gitFolder !== void 0) throw new UserError(`${quoted$1(gitFolder.path)} is git's own folder, not a part of the work tree. Use --history to scan what git stores.`);
	const plain = located.filter(({ target, top }) => top === void 0 && target.isFolder).map(({ folder }) => folder);
	const roots = /* @__PURE__ */ new Map();
	return located.map(({ target, folder, top }) => {
		const outer = plain.filter((other) => isInside(folder, other)).sort((a, b) => a.length - b.length)[0];
		const dir = top ?? outer ?? folder;
		const root = roots.get(dir) ?? {
			dir,
			git: top !== void 0
		};
		roots.set(dir, root);
		const path = relative(dir, target.path).split(sep).join("/");
		const everything = target.isFolder && (root.git ? dependencyPrefixes(`${path}/`).length > 0 : dependencyFolders.has(basename(target.path)));
		return {
			root,
			path,
			kind: target.isFolder ? "folder" : "file",
			everything
		};
	});
}
/** What a path leads to, or the reason why it leads nowhere. */
async function reach(path) {
	try {
		const [real, found] = await Promise.all([realpath(path), stat(path)]);
		return {
			path: real,
			isFolder: found.isDirectory()
		};
	} catch (error) {
		const { code = "error" } = error;
		if (await lstat(path).then((entry) => entry.isSymbolicLink(), () => false)) return `a link that leads nowhere, ${code}`;
		return code === "ENOENT" ? "no such file or folder" : code;
	}
}
/** A path as a message may show it: control characters escaped. */
const quoted$1 = (path) => /[\x00-\x1f\x7f-\x9f]/.test(path) ? JSON.stringify(path) : path;
// ../cli/dist/scan-settings.js
/** Joins flags, configuration and defaults into what a scan is given. Flags win; see config.ts for the files. */
/** Reads the configuration of every root that the PATHs lie in. Throws a UserError for a path or file that is wrong. */
async function planScan(flags, cwd) {
	const asOf = flags.asOf ?? (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z");
	const today = asOf.slice(0, 10);
	const notes = [];
	const named = await rootsFor(flags, cwd);
	const from = await decidingCommit(flags, named);
	const choice = {
		cwd,
		today,
		...pick(flags, "config", "baseline"),
		...from && { from }
	};
	const loaded = /* @__PURE__ */ new Map();
	const load = (root) => {
		const own = from && !named.has(root) ? {
			cwd,
			today,
			config: false
		} : choice;
		const known = loaded.get(root) ?? loadConfig(root, own);
		loaded.set(root, known);
		return known;
	};
	const roots = /* @__PURE__ */ new Map();
	for (const [root, whole] of named) {
		roots.set(root, {
			whole,
			config: await load(root)
		});
		if (flags.config === void 0 && !from) notes.push(...await nearNames(root));
	}
	/** Entries that match nothing are no fault where only a part is scanned, or where one file serves many roots. */
	const lenient = (root, named, entries) => named || roots.get(root)?.whole === false ? entries.map((entry) => ({
		...entry,
		mayBeUnused: true
	})) : entries;
	const owners = /* @__PURE__ */ new Set();
	const configFor = async (root) => {
		const config = await load(root);
		const { baselineEntries, noBaseline, readBaseline, readBaselineIn } = await import("./baseline.mjs");
		const name = flags.baseline ?? basename(config.baseline);
		const baseline = !from ? await readBaseline(config.baseline, name, flags.baseline === void 0 ? root : void 0) : named.has(root) ? await readBaselineIn(from, pathIn(root, config.baseline, `--baseline ${name}`)) : noBaseline;
		if (!baseline.exists && flags.baseline !== void 0 && flags.kind === "scan") throw new UserError(`--baseline ${name}: there is no such file. bnguard baseline --baseline ${name} makes it.`);
		const fromBaseline = baselineEntries(baseline, pathFrom(root, config.baseline), today);
		for (const { at } of [...config.entries, ...fromBaseline]) if (/ \(expired on [^)]*\)$/.test(at)) notes.push(`${at}: it no longer sets anything aside.`);
		return [
			...flags.kind === "baseline" ? [listener((finding) => owners.add(`${root}\0${identity(finding)}`))] : [],
			...lenient(root, typeof flags.config === "string", config.entries),
			...lenient(root, flags.baseline !== void 0, fromBaseline)
		];
	};
	const configs = [...roots.values()].map(({ config }) => config);
	const maxFileSize = flags.maxFileSize ?? largest$1(configs.map((config) => config.maxFileSize));
	return {
		settings: {
			cwd,
			paths: flags.paths,
			includeIgnored: flags.includeIgnored ?? configs.some((config) => config.includeIgnored === true),
			...maxFileSize !== void 0 && { maxFileSize },
			jobs: flags.jobs ?? availableParallelism(),
			noIgnores: flags.ignores === false,
			asOf,
			configFor,
			keyAgeFor: async (root) => (await load(root)).keyAge
		},
		thresholds: thresholdsFrom(flags, configs),
		...from && flags.configFrom !== void 0 && { from },
		roots,
		owns: (root, finding) => owners.has(`${root}\0${identity(finding)}`),
		notes
	};
}
async function decidingCommit({ configFrom, filesFrom, commitsIn }, roots) {
	const ref = configFrom ?? filesFrom;
	if (ref === void 0) return void 0;
	const [root, ...others] = roots.keys();
	if (root === void 0 || others.length > 0) throw new UserError("--config-from is about one repository, but the PATHs lie in several. Run it once for each.");
	return (await import("./tree-files.mjs")).treeFiles(commitsIn ?? root, ref);
}
/** Where the configurations of several roots differ, the strictest one counts: none may excuse another's findings. */
function thresholdsFrom(flags, configs) {
	const failOns = [...severities, "never"];
	return {
		failOn: flags.failOn ?? first(failOns, configs.map((config) => config.failOn ?? "medium"), "medium"),
		minSeverity: flags.minSeverity ?? first(severities, configs.map((config) => config.minSeverity ?? "info"), "info"),
		minConfidence: flags.minConfidence ?? first(confidences.toReversed(), configs.map((config) => config.minConfidence ?? "likely"), "likely"),
		allowIncomplete: flags.allowIncomplete
	};
}
/** The one of `chosen` that comes first in `order`; `otherwise` where nothing was chosen. */
function first(order, chosen, otherwise) {
	return order.find((item) => chosen.includes(item)) ?? otherwise;
}
/** Undefined means no limit. */
function largest$1(sizes) {
	return sizes.reduce((a, b) => a === void 0 || b === void 0 ? void 0 : Math.max(a, b));
}
/** Roots, and whether all of each is scanned. */
async function rootsFor({ source, paths }, cwd) {
	switch (source?.kind) {
		case "stdin":
		case "texts": return /* @__PURE__ */ new Map([[await findTop(cwd) ?? cwd, false]]);
		case "staged":
		case "range":
		case "history": return /* @__PURE__ */ new Map([[(await openStore(cwd, paths[0])).dir, source.kind === "history"]]);
		case "disk":
		case void 0: return rootsOf(cwd, paths);
		default: return source;
	}
}
async function rootsOf(cwd, paths) {
	const roots = /* @__PURE__ */ new Map();
	for (const { root, path } of await resolvePaths(cwd, paths)) roots.set(root.dir, roots.get(root.dir) === true || path === "");
	return roots;
}
/**
* An entry that covers nothing and hears of every finding of its root: a report does not say which of several nested
* repositories a finding belongs to.
*/
function listener(heard) {
	const start = {
		line: 1,
		column: 1
	};
	const covers = (finding) => {
		heard(finding);
		return false;
	};
	return {
		by: "baseline",
		at: "",
		place: {
			path: "",
			start,
			end: start
		},
		mayBeUnused: true,
		covers
	};
}
const identity = ({ rule, fingerprint, start }) => `${rule} ${fingerprint} ${start.line}:${start.column}`;
/** Only the keys that are there: an absent flag is not the same as an undefined one. */
function pick(from, ...keys) {
	return Object.fromEntries(keys.filter((key) => from[key] !== void 0).map((key) => [key, from[key]]));
}
// ../cli/dist/git/ask.js
/** One question to git with a short answer. For long ones see gitRecords (hardened.ts) and ObjectReader (objects.ts). */
/** Never throws: see {@link answered}. `input`: for its standard input. */
async function askGit({ dir, leads }, args, input) {
	const child = spawn("git", [...gitOptions, ...args], {
		cwd: dir,
		env: gitEnvironment(dir, leads),
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		]
	});
	child.stdin.on("error", () => {}).end(input);
	const watchdog = new Watchdog(child);
	const chunks = [];
	let complaints = "";
	child.stdout.on("data", (chunk) => {
		chunks.push(chunk);
		watchdog.hear();
	});
	child.stderr.setEncoding("utf8").on("data", (text) => {
		if (complaints.length < 65536) complaints += text;
	});
	const ended = new Promise((resolve) => {
		child.on("error", (error) => resolve(error.code ?? error.message));
		child.on("close", (code, signal) => resolve(code === 0 ? void 0 : signal ?? String(code)));
	});
	const reason = await watchdog.wait(ended);
	const failure = watchdog.failure ?? reason;
	return {
		stdout: Buffer.concat(chunks),
		complaints,
		...failure !== void 0 && { failure }
	};
}
/** The answer's bytes. Throws a UserError where git failed. */
function answered({ dir }, { stdout, complaints, failure }) {
	if (failure !== void 0) throw gitFailure(dir, failure, complaints);
	return stdout;
}
/** Whether there is a commit yet. */
async function hasHead(store) {
	return (await askGit(store, [
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	])).failure === void 0;
}
// ../cli/dist/git/entries.js
/** The files of a tree or of the index: reads the records of `git ls-tree -r -z` and `git ls-files --stage -z`. */
/** One record: `<mode> <type> <id>\t<path>` of a tree, `<mode> <id> <stage>\t<path>` of the index. */
function entryOf(record) {
	const tab = record.indexOf(9);
	const [mode = "", second = "", third = ""] = record.toString("latin1", 0, tab).split(" ");
	const isIndex = third.length === 1;
	return {
		mode,
		id: isIndex ? second : third,
		stage: isIndex ? Number(third) : 0,
		name: record.subarray(tab + 1)
	};
}
/** Whether it is a file, and neither a link nor a submodule. */
const isFile = ({ mode }) => mode.startsWith("100");
/** All entries of a tree (`''`: of the index), in batches. Throws a UserError where git cannot list them. */
async function* entriesOf(store, tree) {
	const args = tree === "" ? [
		"ls-files",
		"--stage",
		"-z"
	] : [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		tree
	];
	for await (const records of gitRecords(store.dir, args, store.leads)) yield records.map(entryOf);
}
// ../cli/dist/git/raw-diff.js
/** Reads what `git diff-index` and `git diff-tree` print with `--raw -z --no-abbrev`: which blobs stand in for which. */
const submodule = "160000";
const link = "120000";
const isNull = (id) => /^0+$/.test(id);
/** Takes the NUL-terminated tokens one by one. */
var RawDiff = class {
	#meta = [];
	#parents = 0;
	#paths = [];
	#wanted = 0;
	/** What is complete with this token: a change, an entry without content, the id of a commit, or nothing yet. */
	take(token) {
		if (this.#wanted > 0) {
			this.#paths.push(token);
			return this.#paths.length === this.#wanted ? this.#entry() : void 0;
		}
		if (token[0] !== 58) return { commit: token.toString("latin1") };
		const text = token.toString("latin1");
		this.#parents = text.search(/[^:]/);
		this.#meta = text.slice(this.#parents).split(" ");
		const status = this.#meta.at(-1) ?? "";
		this.#wanted = this.#parents > 1 ? this.#parents + 1 : /^[RC]/.test(status) ? 2 : 1;
	}
	#entry() {
		const paths = this.#paths;
		const count = this.#parents;
		this.#paths = [];
		this.#wanted = 0;
		const own = paths.at(-1);
		const path = shownName(nameOf(own));
		const key = own.toString("latin1");
		const mode = this.#meta[count];
		const ids = this.#meta.slice(count + 1, 2 * count + 2);
		const blob = ids[count] ?? "";
		if (this.#meta.at(-1) === "U") return {
			path,
			key,
			status: "unmerged"
		};
		if (mode === submodule) return {
			path,
			key,
			status: "submodule"
		};
		const olds = ids.slice(0, count).map((id, index) => {
			if (isNull(id) || this.#meta[index] === submodule) return void 0;
			return {
				path: shownName(nameOf(paths[index] ?? own)),
				blob: id
			};
		});
		if (isNull(blob)) return {
			path,
			key,
			status: "gone",
			olds
		};
		return {
			path,
			key,
			blob,
			...mode === link && { isLink: true },
			olds
		};
	}
};
/** The changes in a whole answer of `git diff-index`. */
function readRawDiff(bytes) {
	const raw = new RawDiff();
	const entries = [];
	for (let from = 0, to = bytes.indexOf(0); to >= 0; from = to + 1, to = bytes.indexOf(0, from)) {
		const entry = raw.take(bytes.subarray(from, to));
		if (entry !== void 0 && !("commit" in entry)) entries.push(entry);
	}
	return entries;
}
// ../cli/dist/git/changes.js
/** Asks git which content is new: in the index against what the next commit's parents have, or commit by commit. */
/**
* The same for index and commits. Renames as git sees them by default: half of the content is the same. Beyond 1,000
* added or deleted files only those that are alike to the byte: the repository's own limit does not count.
*/
const rawDiff = [
	"--raw",
	"-z",
	"-r",
	"--no-abbrev",
	"--no-ext-diff",
	"--no-textconv",
	"-l1000"
];
const renames = "-M";
/** Needs no content, which a partial clone may lack. */
const exactRenames = "-M100%";
const lacksContent = /unable to read|could not fetch|promisor/i;
/** What the next commit would bring, as the index has it; `heads`: parents that MERGE_HEAD does not name. Throws a UserError where git cannot say. */
async function stagedChanges(store, heads = []) {
	const merging = [.../* @__PURE__ */ new Set([...await mergeHeads(store), ...heads])];
	const diffs = await Promise.all([indexAgainstHead(store), ...merging.map((head) => indexAgainst(store, head))]);
	const [first = [], ...others] = diffs.map((answer) => readRawDiff(answered(store, answer)));
	const elsewhere = others.map((entries) => new Map(entries.map((entry) => [entry.key, entry])));
	const changes = [];
	const unmerged = [];
	const gone = [];
	for (const entry of first) {
		if ("status" in entry) {
			if (entry.status === "unmerged") unmerged.push(entry);
			if (entry.status === "gone") gone.push(entry);
			continue;
		}
		const olds = [...entry.olds];
		for (const entries of elsewhere) {
			const other = entries.get(entry.key);
			if (other !== void 0 && !("status" in other)) olds.push(...other.olds);
		}
		if (olds.length === diffs.length) changes.push({
			...entry,
			olds
		});
	}
	if (unmerged.length > 0) changes.push(...await conflicts(store, merging.length));
	return {
		changes,
		parents: diffs.length,
		gone,
		unmerged: unmerged.map(({ path }) => path)
	};
}
/** An octopus of git's own has some dozens. */
const mostHeads = 256;
/** The other parents that the commit will have where a merge is under way. */
async function mergeHeads({ gitFolder }) {
	const text = await readSmallFile(join(gitFolder, "MERGE_HEAD"), {
		name: "MERGE_HEAD",
		mostMegabytes: 1
	});
	const heads = new Set((text ?? "").split("\n").filter((line) => /^[0-9a-f]{40,64}$/.test(line)));
	if (heads.size <= mostHeads) return [...heads];
	throw new UserError(`MERGE_HEAD names ${heads.size} commits, which no merge has. End the merge: git merge --abort.`);
}
async function indexAgainst(store, tree) {
	const ask = (similar) => askGit(store, [
		"diff-index",
		"--cached",
		"--ita-invisible-in-index",
		...rawDiff,
		similar,
		tree,
		"--"
	]);
	const answer = await ask(renames);
	return answer.failure !== void 0 && lacksContent.test(answer.complaints) ? ask(exactRenames) : answer;
}
async function indexAgainstHead(store) {
	const answer = await indexAgainst(store, "HEAD");
	if (answer.failure === void 0 || !answer.complaints.includes("bad revision 'HEAD'")) return answer;
	return indexAgainst(store, answered(store, await askGit(store, [
		"hash-object",
		"-t",
		"tree",
		"--stdin"
	])).toString("latin1").trim());
}
/**
* What conflicts hold: "theirs" against "ours". In a merge both are parents' content, so nothing is new; a
* cherry-pick or a rebase brings "theirs".
*/
async function conflicts(store, merging) {
	if (merging > 0) return [];
	const stages = /* @__PURE__ */ new Map();
	const answer = answered(store, await askGit(store, [
		"ls-files",
		"--unmerged",
		"-z"
	]));
	for (let from = 0, to = answer.indexOf(0); to >= 0; from = to + 1, to = answer.indexOf(0, from)) {
		const { mode, id, stage, name } = entryOf(answer.subarray(from, to));
		const key = name.toString("latin1");
		const known = stages.get(key) ?? { path: shownName(nameOf(name)) };
		if (mode !== "160000" && stage === 2) known.ours = id;
		if (mode !== "160000" && stage === 3) known.theirs = id;
		stages.set(key, known);
	}
	return [...stages].flatMap(([key, { path, ours, theirs }]) => theirs === void 0 ? [] : [{
		path,
		key,
		blob: theirs,
		olds: [ours === void 0 ? void 0 : {
			path,
			blob: ours
		}]
	}]);
}
/**
* What each of these commits brings, in their order, against all its parents; a commit without parents brings all it
* has. One process of git for all. Throws a UserError where git cannot say.
*/
async function* commitChanges(store, commits) {
	let done = 0;
	let similar = renames;
	while (done < commits.length) {
		const args = [
			"diff-tree",
			"--stdin",
			"-c",
			"--combined-all-paths",
			"--root",
			"--always",
			...rawDiff,
			similar
		];
		const left = commits.slice(done);
		let open;
		const raw = new RawDiff();
		try {
			for await (const tokens of gitRecords(store.dir, args, store.leads, { input: lines(left) })) for (const token of tokens) {
				const found = raw.take(token);
				if (found === void 0) continue;
				if ("status" in found) {
					if (found.status === "gone") open?.gone.push(found);
					continue;
				}
				if ("commit" in found) {
					if (open !== void 0) {
						done++;
						yield open;
					}
					open = {
						commit: found.commit,
						changes: [],
						gone: []
					};
				} else open?.changes.push(found);
			}
		} catch (error) {
			if (similar === exactRenames || !(error instanceof Error) || !lacksContent.test(error.message)) throw error;
			similar = exactRenames;
			continue;
		}
		if (open !== void 0) yield open;
		return;
	}
}
function* lines(items) {
	for (let at = 0; at < items.length; at += 1e3) yield `${items.slice(at, at + 1e3).join("\n")}\n`;
}
// ../cli/dist/git/objects.js
/**
* Reads objects out of git's store through one `git cat-file --batch`. An object that is missing or damaged is said
* and does not stop the others; nothing is fetched.
*/
/** A larger object is not held in memory. git itself holds all of what is smaller. */
const largest = 536870912;
/** What git says when it dies of one object. Its own ways of fetching lead nowhere: see hardenedVariables. */
const absent = /could not fetch|promisor|unable to find|missing/i;
const damaged$1 = /corrupt|unable to read|inflate|unpack|loose object|packed object|packfile|bad object|hash mismatch/i;
/** Bytes that git may be ahead of its reader. */
const mostWaiting = 8388608;
/** A git before 2.45 dies of every object that a partial clone lacks: after so many it is asked what there is. */
const mostDeaths = 3;
var ObjectReader = class {
	#store;
	#git;
	#ahead;
	/** @param atOnce whether to start git now: so it is ready when the first object is asked for */
	constructor(store, atOnce = true) {
		this.#store = store;
		if (atOnce) this.#git = new Running(store);
	}
	/**
	* The objects of these names (ids, or `COMMIT:PATH` without line breaks), in their order. The bytes are valid until
	* the next one is asked for. Only one reading at a time.
	*/
	async *read(names) {
		let done = 0;
		let deaths = 0;
		while (done < names.length) {
			if (deaths === mostDeaths) {
				yield* this.#readPresent(names.slice(done));
				return;
			}
			const isAsked = done === 0 && this.#isAhead(names);
			const git = this.#git ??= new Running(this.#store);
			if (!isAsked) git.ask(names.slice(done));
			for (;;) {
				const asked = names[done];
				if (asked === void 0) return;
				const found = await git.next(asked);
				if (found === void 0) break;
				done++;
				yield found;
			}
			this.#git = void 0;
			deaths++;
			const complaints = await git.end();
			const kind = absent.test(complaints) ? "missing" : damaged$1.test(complaints) ? "unreadable" : void 0;
			if (kind === void 0) throw gitFailure(this.#store.dir, git.failure, complaints);
			yield {
				kind,
				asked: names[done++]
			};
		}
	}
	/** Asks for what the next `read` will ask for, so that git can begin. */
	ahead(names) {
		this.#git?.ask(names);
		this.#ahead = names;
	}
	#isAhead(names) {
		const ahead = this.#ahead;
		this.#ahead = void 0;
		if (ahead === void 0) return false;
		if (ahead.length === names.length && ahead.every((name, at) => name === names[at])) return true;
		this.close();
		return false;
	}
	/** Asks only for what is there, so that git does not die of each of thousands of objects. */
	async *#readPresent(names) {
		const args = [
			"cat-file",
			"--batch-all-objects",
			"--unordered",
			"--buffer",
			"--batch-check=%(objectname)"
		];
		const lost = new Set(names.filter((name) => /^[0-9a-f]{40,64}$/.test(name)));
		const ids = answered(this.#store, await askGit(this.#store, args)).toString("latin1");
		for (const id of ids.split("\n")) lost.delete(id);
		const there = this.read(names.filter((name) => !lost.has(name)));
		for (const asked of names) if (lost.has(asked)) yield {
			kind: "missing",
			asked
		};
		else {
			const next = await there.next();
			if (next.done !== true) yield next.value;
		}
	}
	close() {
		this.#git?.kill();
		this.#git = void 0;
	}
};
/** One git process. */
var Running = class {
	#child;
	#watchdog;
	/** What git has written and nobody has read. */
	#chunks = [];
	#waiting = 0;
	#isOver = false;
	#wake = () => {};
	#ended;
	#complaints = "";
	#rest = Buffer.alloc(0);
	failure = "no reason";
	constructor({ dir, leads }) {
		this.#child = spawn("git", [
			...gitOptions,
			"cat-file",
			"--batch"
		], {
			cwd: dir,
			env: gitEnvironment(dir, leads),
			stdio: [
				"pipe",
				"pipe",
				"pipe"
			]
		});
		this.#watchdog = new Watchdog(this.#child);
		this.#child.stdin.on("error", () => {});
		this.#child.stderr.setEncoding("utf8").on("data", (text) => {
			if (this.#complaints.length < 65536) this.#complaints += text;
		});
		this.#ended = new Promise((resolve) => {
			this.#child.on("error", (error) => {
				this.failure = error.code ?? error.message;
				resolve();
			});
			this.#child.on("close", (code, signal) => {
				this.failure = signal ?? String(code);
				resolve();
			});
		});
		const { stdout } = this.#child;
		stdout.on("data", (chunk) => {
			this.#chunks.push(chunk);
			this.#waiting += chunk.length;
			if (this.#waiting > mostWaiting) stdout.pause();
			this.#wake();
		});
		for (const end of [
			"end",
			"error",
			"close"
		]) stdout.on(end, () => {
			this.#isOver = true;
			this.#wake();
		});
	}
	ask(names) {
		this.#child.stdin.write(names.map((name) => `${name}\n`).join(""));
	}
	/** The next object, or undefined when git has ended. */
	async next(asked) {
		let at = this.#rest.indexOf(10);
		while (at < 0) {
			if (!await this.#more()) return void 0;
			at = this.#rest.indexOf(10);
		}
		const header = this.#rest.toString("utf8", 0, at);
		const [, id, type, length] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
		if (id === void 0 || type === void 0) {
			this.#rest = this.#rest.subarray(at + 1);
			return {
				kind: "missing",
				asked
			};
		}
		const size = Number(length);
		let left = size + 1 - (this.#rest.length - at - 1);
		if (left <= 0) {
			const bytes = this.#rest.subarray(at + 1, at + 1 + size);
			this.#rest = this.#rest.subarray(at + 2 + size);
			return {
				kind: "object",
				asked,
				id,
				type,
				bytes
			};
		}
		const parts = [this.#rest.subarray(at + 1)];
		const keep = size <= largest;
		while (left > 0) {
			const chunk = await this.#chunk();
			if (chunk === void 0) return void 0;
			const part = chunk.length > left ? chunk.subarray(0, left) : chunk;
			if (keep) parts.push(part);
			this.#rest = chunk.subarray(part.length);
			left -= part.length;
		}
		if (!keep) return {
			kind: "too-large",
			asked,
			size
		};
		return {
			kind: "object",
			asked,
			id,
			type,
			bytes: Buffer.concat(parts, size + 1).subarray(0, size)
		};
	}
	async #more() {
		const chunk = await this.#chunk();
		if (chunk !== void 0) this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
		return chunk !== void 0;
	}
	async #chunk() {
		if (this.#chunks.length === 0 && !this.#isOver) await this.#watchdog.wait(new Promise((resolve) => this.#wake = resolve));
		const chunk = this.#chunks.shift();
		this.#waiting -= chunk?.length ?? 0;
		if (this.#waiting <= mostWaiting) this.#child.stdout.resume();
		return chunk;
	}
	/** Waits until git has ended; what it wrote to standard error. */
	async end() {
		await this.#watchdog.wait(this.#ended);
		if (this.#watchdog.failure !== void 0) this.failure = this.#watchdog.failure;
		return this.#complaints;
	}
	kill() {
		this.#child.kill();
	}
};
// ../cli/dist/sources/staged-git.js
/** What --staged asks git. It stands apart so that git can be asked before the rest of the program is loaded. */
/** Asks at once: which repository `path` means, and what its index would bring. `merging`: see SourceRequest. */
function askStaged(cwd, path, merging = []) {
	const store = openStore(cwd, path);
	const objects = store.then((found) => new ObjectReader(found));
	const git = {
		store,
		changes: store.then(async (found) => {
			const staged = await stagedChanges(found, merging);
			(await objects).ahead([...new Set(staged.changes.map(({ blob }) => blob))]);
			return staged;
		}),
		objects
	};
	for (const promise of Object.values(git)) promise.catch(() => {});
	return git;
}
// ../cli/dist/commands/scan.js
/** `bnguard scan`: flags to settings, a report to texts and an exit code. What is read is decided in scan.ts. */
async function runScan(request, setting) {
	const { cwd } = setting;
	const { source } = request;
	const staged = source.kind === "staged" ? askStaged(cwd, request.paths[0], source.merging) : void 0;
	try {
		if (!request.quiet && request.reports.some(({ format }) => format === "text")) import("./text2.mjs");
		const plan = await planScan(request, cwd);
		const given = await sourceOf(request, setting, staged);
		return await outcomeOf(request, setting, plan, await scanWith(plan, {
			...request,
			progress: request.progress && !request.quiet
		}, setting, given));
	} finally {
		staged?.objects.then((objects) => objects.close()).catch(() => {});
	}
}
/** With --config-from, ignore comments count as the commit has them. */
async function judged(whole, { from, thresholds }, fingerprints) {
	const ruled = from === void 0 ? whole : await (await import("./overrule.mjs")).overrule(whole, from);
	const { report, hidden } = shownPart(onlyOf(ruled, fingerprints), thresholds);
	return {
		report,
		hidden,
		code: exitCode(report, thresholds)
	};
}
const onlyOf = (report, fingerprints) => fingerprints === void 0 ? report : {
	...report,
	findings: report.findings.filter(({ fingerprint }) => fingerprints.includes(fingerprint))
};
/** A scan's texts and exit code. */
async function outcomeOf(request, setting, plan, whole) {
	const { report, hidden, code } = await judged(whole, plan, request.fingerprints);
	const quiet = request.quiet === "passed" ? code === 0 : request.quiet;
	return {
		code,
		...await renderReports(report, hidden, {
			...request,
			quiet
		}, setting),
		notes: quiet ? [] : plan.notes
	};
}
/** Scans with a progress line where one is wanted; the report holds no value, in whatever path or name it was. */
async function scanWith(plan, flags, { io, scan }, source = { kind: "disk" }) {
	const line = flags.progress ? progressLine(io.stderr, io.isTTY.stderr ? io.columns ?? 80 : void 0) : void 0;
	let covered;
	const watch = io.onInterrupt?.(async () => {
		endChildren();
		await line?.end();
		return `bnguard: stopped before the end. Looked at ${coveredText(covered ?? {
			unit: source.kind === "history" ? "object" : "file",
			documents: 0,
			bytes: 0,
			findings: 0
		})}; nothing is reported of a part.\n`;
	});
	try {
		const onProgress = (progress) => {
			covered = progress;
			line?.onProgress(progress);
		};
		return redactAll(await scan({
			...plan.settings,
			source,
			onProgress
		}));
	} finally {
		watch?.();
		await line?.end();
	}
}
async function sourceOf({ source }, { io }, staged) {
	if (source.kind === "stdin") return {
		...source,
		bytes: await readAll(io)
	};
	if (source.kind === "history") {
		const { kind, cache, shard } = source;
		return {
			kind,
			...shard && { shard },
			...cache && { userCache: userCacheFolder(io) }
		};
	}
	return source.kind === "staged" && staged !== void 0 ? {
		...source,
		git: staged
	} : source;
}
async function readAll({ stdin }) {
	const chunks = [];
	for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}
// ../cli/dist/git/commits.js
/** Turns what a person typed as a range into commits. What is typed can select commits and do nothing else. */
/** Options of git rev-list that select commits. None writes, reads files, or hides what a merge brings. */
const allowed = /^(?:--not|--all|--(?:branches|tags|remotes)(?:=.*)?|--(?:glob|exclude)=.+|-n\d+|-\d+|--max-count=\d+|--(?:since|after|until|before)=.+)$/;
const shownOptions = "--not, --all, --branches, --tags, --remotes, --glob=, --exclude=, -n 5, --since= and --until=";
/**
* The commits that these arguments of `git rev-list` select, parents first. Throws a UserError that names what is not
* allowed, or what this repository does not know.
*/
async function commitsOf(store, revisions) {
	const answer = await askGit(store, [
		"rev-list",
		"--topo-order",
		"--reverse",
		"--parents",
		"--default",
		"HEAD",
		...selecting(revisions),
		"--"
	]);
	if (answer.failure !== void 0) {
		const unknown = /(?:bad revision|ambiguous argument|bad object|Invalid [a-z ]+) '?([^\s']+)/i.exec(answer.complaints)?.[1];
		if (unknown !== void 0) throw await notKnown(store, unknown);
	}
	return answered(store, answer).toString("latin1").split("\n").filter((line) => line !== "").map((line) => {
		const [id = "", ...parents] = line.split(" ");
		return {
			id,
			parents
		};
	});
}
function selecting(revisions) {
	const args = [];
	for (let at = 0; at < revisions.length; at++) {
		const word = revisions[at];
		const next = revisions[at + 1];
		if (/^[^:{]+:/.test(word)) throw new UserError(`--range: ${word} names a file. Name commits: main..HEAD.`);
		if (word === "-n" && next !== void 0 && /^\d+$/.test(next)) {
			args.push(`--max-count=${next}`);
			at++;
		} else if (!word.startsWith("-") || allowed.test(word)) args.push(word);
		else throw new UserError(`--range: ${word} is no revision, and none of the options that are allowed here: ${shownOptions}.`);
	}
	return args;
}
async function notKnown(store, expression) {
	const ends = expression.replace(/^\^/, "").split(/\.{2,3}/).filter((end) => end !== "");
	let unknown = expression;
	for (const end of ends) {
		const { failure } = await askGit(store, [
			"rev-parse",
			"--verify",
			"--quiet",
			"--end-of-options",
			`${end}^{commit}`
		]);
		if (failure === void 0) continue;
		unknown = end;
		break;
	}
	return new UserError(`--range: ${unknown === "HEAD" ? "there is no commit yet" : `this repository knows no commit ${unknown}`}. Fetch it (git fetch origin), and in CI check out the whole history (fetch-depth: 0).`);
}
// ../cli/dist/threads.js
const [built] = /\.m?js$/.exec(import.meta.url) ?? [];
/** Workers run from what is built; from sources everything is read in one thread. Tests bring a loader along. */
const builtThreads = built === void 0 ? void 0 : { entry: new URL(`./worker${built}`, import.meta.url) };
// ../cli/dist/scan.js
/** One scan, of whatever source: files on disk, standard input, or what git stores. Each source makes its own report. */
/**
* Scans and reports. The report is the same whatever the number of jobs and the order of files. Throws a UserError
* when a PATH cannot be reached or a repository cannot be read; a single file that cannot be read is a skip instead.
*/
async function scan(settings, threads = builtThreads) {
	const { source } = settings;
	switch (source.kind) {
		case "disk": return (await import("./disk.mjs")).scanDisk(settings, threads);
		case "stdin": return (await import("./stdin.mjs")).scanBytes(settings, source);
		case "staged": return (await import("./staged.mjs")).scanStaged(settings, source.git);
		case "texts": return (await import("./texts.mjs")).scanTexts(settings, source.texts, source.origin);
		case "range": return (await import("./range2.mjs")).scanRange(settings, source);
		case "history": return (await import("./scan-history.mjs")).scanHistory(settings, source, threads);
		default: return source;
	}
}
// ../cli/dist/version.js
/** The version of this program. All packages carry the same one. */
/** As package.json says, read each time: it costs less than a millisecond and is asked for once. */
function ownVersion() {
	const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
	return JSON.parse(text).version;
}
// ../cli/dist/crash.js
/** What is printed for an error that is our fault: enough to report it, and nothing that could hold a value. */
/**
* Name, where it happened, and where to report it. The message itself appears only where the engine of the language
* wrote it from names (a TypeError or ReferenceError without code): others quote the data that they choke on.
*/
function crashText(error) {
	const known = error instanceof Error ? error : /* @__PURE__ */ new Error("not an Error");
	const { code } = known;
	const spoken = (known instanceof TypeError || known instanceof ReferenceError) && code === void 0;
	const frames = (known.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
	return redact([
		`bnguard ${ownVersion()} failed by its own fault: ${known.name}${code ? ` ${code}` : ""}${spoken ? `: ${known.message}` : ""}`,
		...frames,
		`Node ${process.version} on ${process.platform}. Nothing that was printed before this is complete.`,
		"Report these lines, which hold no part of a file, in the issue tracker of bnguard.",
		""
	].join("\n"));
}
// ../cli/dist/reports/visible.js
/** Makes characters visible that a terminal would obey or hide: in paths and messages, whoever named the file. */
/**
* Controls (C0, DEL, C1), line and paragraph separators, what Unicode says is shown as nothing (zero-width and bidi marks,
* fillers, tags), interlinear marks, halves of a surrogate pair, and the sign that makes a command of what follows it in
* logs (log-safe.ts). Not the zero-width joiner and the choice of a picture: emoji need them.
*/
const hidden = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Surrogate}]|(?![\u200d\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|#(?=#(?:[a-z]+)?\[)/gu;
const short = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
/** Anything but what nearly all text is made of, none of which is hidden: most texts need no closer look. */
const unusual = /##|[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2190-\u21ff]/;
const unusualJson = /##|[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2190-\u21ff]/;
/** One line without surprises: `\n`, `\x1b`, `\u202e`, `\u{e0041}` stand for the characters themselves. */
function visible(text) {
	if (!unusual.test(text)) return text;
	return text.replace(hidden, (character) => short[character] ?? escaped(character.codePointAt(0)));
}
function escaped(code) {
	const hex = code.toString(16);
	if (code < 256) return `\\x${hex.padStart(2, "0")}`;
	return code > 65535 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}
/** The same for JSON text, where the result must still be JSON that means the same. */
function visibleJson(json) {
	if (!unusualJson.test(json)) return json;
	return json.replace(hidden, (character) => character === "\n" ? character : Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""));
}
// ../cli/dist/requests.js
/** What `bnguard hook` is called by; the names of git's own hooks, but for `agent`. */
const hookNames = [
	"pre-commit",
	"pre-merge-commit",
	"commit-msg",
	"pre-push",
	"pre-receive",
	"agent"
];
// ../cli/dist/hook-line.js
/**
* Reads the few command lines that hooks and tools call all day, without the framework that reads all others: loading
* that takes a commit longer than reading its files. What it does not know it leaves to command-line.ts, flag for flag.
*/
const flags = [
	"--staged",
	"--quiet",
	"--verbose",
	"--no-progress",
	"--allow-incomplete"
];
/** `hook NAME …`, or `scan --staged` with flags that take no value; else undefined. Gives what command-line.ts would. */
function hookRequest([command, ...typed]) {
	if (command === "hook") {
		const [name, ...args] = typed;
		return isHookName(name) ? {
			kind: "hook",
			name,
			args
		} : void 0;
	}
	const has = (flag) => typed.includes(flag);
	if (command !== "scan" || !has("--staged") || has("--quiet") && has("--verbose")) return void 0;
	if (!typed.every((flag) => flags.includes(flag))) return void 0;
	return {
		kind: "scan",
		source: { kind: "staged" },
		paths: [],
		reports: [{ format: "text" }],
		color: "auto",
		ignores: true,
		progress: !has("--no-progress"),
		allowIncomplete: has("--allow-incomplete"),
		verbose: has("--verbose"),
		quiet: has("--quiet")
	};
}
const isHookName = (name) => hookNames.includes(name);
/** Whether only the version is asked for. */
const asksVersion = (argv) => argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V");
// ../cli/dist/main.js
/** The program without its process: a command line in, texts out, an exit code back. The one place that writes. */
/**
* Runs one command line (without node and the program's name). Never throws, never ends the process.
* `scanner` stands in for the scan where a test needs a certain report.
*/
async function run(argv, io, scanner = scan) {
	try {
		const request = await parse(argv, io);
		if (request.kind === "told") {
			await io.stdout.write(request.text);
			return 0;
		}
		return await write(await perform(request, {
			io,
			cwd: workingFolder(io),
			scan: scanner
		}), io);
	} catch (error) {
		const text = error instanceof UserError ? complaint(error.message) : crashText(error);
		await Promise.resolve(io.stderr.write(text)).catch(() => {});
		return 2;
	}
}
async function parse(argv, io) {
	if (asksVersion(argv)) return {
		kind: "told",
		text: `${ownVersion()}\n`
	};
	const hook = hookRequest(argv);
	if (hook) return hook;
	const { parseCommandLine } = await import("./command-line.mjs");
	return parseCommandLine(argv, ownVersion(), Math.min(textWidth(io), 100));
}
/** Commands are loaded when they are called for: starting is most of what a small scan costs. */
async function perform(request, setting) {
	switch (request.kind) {
		case "scan": return (await import("./scan.mjs")).runScan(request, setting);
		case "baseline": return (await import("./baseline3.mjs")).runBaseline(request, setting);
		case "baseline-add": return (await import("./baseline-add.mjs")).runBaselineAdd(request, setting);
		case "merge": return (await import("./merge.mjs")).runMerge(request, setting);
		case "find": return (await import("./find.mjs")).runFind(request, setting);
		case "fix": return (await import("./fix.mjs")).runFix(request, setting);
		case "keys-add": return (await import("./keys-add.mjs")).runKeysAdd(request, setting);
		case "keys-list": return (await import("./keys.mjs")).runKeysList(request, setting);
		case "keys-due": return (await import("./keys.mjs")).runKeysDue(request, setting);
		case "keys-check": return (await import("./keys-check.mjs")).runKeysCheck(request, setting);
		case "hook": return (await import("./hook.mjs")).runHook(request, setting);
		case "init": return (await import("./init.mjs")).runInit(request, setting);
		case "rules": return (await import("./rules.mjs")).runRules(request, setting);
		case "explain-rule": return (await import("./explain-rule.mjs")).runExplainRule(request, setting);
		case "explain-code": return (await import("./explain-code.mjs")).runExplainCode(request, setting);
		case "explain-finding": return (await import("./explain-finding.mjs")).runExplainFinding(request, setting);
		case "explain-purge": return (await import("./explain-purge.mjs")).runExplainPurge(request, setting);
		case "explain-text": return (await import("./explain-text.mjs")).runExplainText(request, setting);
		default: return request;
	}
}
/** A text in pieces of a size that is worth writing. */
function* inPieces(text) {
	if (typeof text === "string") {
		if (text !== "") yield text;
		return;
	}
	let piece = "";
	for (const more of text) {
		piece += more;
		if (piece.length < 65536) continue;
		yield piece;
		piece = "";
	}
	if (piece !== "") yield piece;
}
/** Writes everything that can be written; what cannot makes the exit code 2. */
async function write({ code, stdout = "", files = [], notes = [] }, io) {
	const failures = [];
	for (const { path, text } of files) await writeFile(path, inPieces(text)).catch((error) => {
		failures.push(`${relative(workingFolder(io), path) || path} cannot be written (${error.code ?? "unknown error"}): ${remedy(error.code)}.`);
	});
	try {
		for (const piece of inPieces(stdout)) await io.stdout.write(piece);
	} catch (error) {
		const { code: reason = "unknown error" } = error;
		failures.push(`standard output cannot be written (${reason}): ${remedy(reason)}.`);
	}
	const lines = [...notes, ...failures].map(complaint);
	if (lines.length > 0) await Promise.resolve(io.stderr.write(lines.join(""))).catch(() => {});
	return failures.length > 0 ? 2 : code;
}
function remedy(code) {
	if (code === "ENOENT" || code === "ENOTDIR") return "its folder does not exist, make it first";
	if (code === "EISDIR") return "it is a folder, name a file in it";
	if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "no permission, choose another place";
	if (code === "ENOSPC" || code === "EDQUOT") return "the disk is full, make room";
	return "choose another place";
}
/** `bnguard: …`, every line safe to show. */
function complaint(message) {
	const [first = "", ...more] = message.split("\n").map((line) => visible(redact(line)));
	return [`bnguard: ${first}`, ...more.map((line) => `  ${line}`)].map((line) => `${line}\n`).join("");
}
// ../cli/dist/start.js
/** Starts the program in this process. Everything else is in main.ts. */
async function start() {
	process.on("uncaughtException", (error) => {
		process.stderr.write(crashText(error), () => process.exit(2));
	});
	process.exitCode = await run(process.argv.slice(2), processIo());
	if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
}
// ../engine/dist/byte-runs.js
/** Long runs of letters and digits in raw bytes, in UTF-8 and in UTF-16. */
/** 1 for ASCII letters and digits, by byte. */
const ALNUM = Uint8Array.from({ length: 256 }, (_, byte) => byte >= 48 && byte <= 57 || byte >= 65 && byte <= 90 || byte >= 97 && byte <= 122 ? 1 : 0);
/** A probe in a run of 60 has 30 letters on one side at least. */
const REACH = 30;
/**
* The start of the next run of at least `least` letters and digits (60 to 64) in `bytes[from, end)`, or -1. So many
* bytes in a row cover one of every so many, and with it half of them on its left or on its right. Only such bytes are
* looked at; where they are letters and digits, all around. The same probes see runs in UTF-16, letters with zero bytes
* between them.
*/
function nextRun(bytes, from, end, least) {
	for (let probe = from + least - 1; probe < end; probe += least) {
		const byte = bytes[probe];
		if (ALNUM[byte] === 1) {
			if ((besides(bytes, probe, -1) | (probe + REACH < end ? besides(bytes, probe, 1) : 0)) !== 0) {
				const start = runAround(bytes, probe, from, end, least);
				if (start >= 0) return start;
			}
			if (bytes[probe - 1] !== 0 && bytes[probe + 1] !== 0) continue;
		} else if (byte !== 0) continue;
		const wide = wideRun(bytes, byte === 0 ? probe + 1 : probe, from, end, least);
		if (wide >= 0) return wide;
	}
	return -1;
}
/** 1 if a few bytes of the 30 on one side of `probe` are all letters or digits, else 0. No branches, on purpose. */
function besides(bytes, probe, side) {
	return ALNUM[bytes[probe + side * 4]] & ALNUM[bytes[probe + side * 9]] & ALNUM[bytes[probe + side * 14]] & ALNUM[bytes[probe + side * 20]] & ALNUM[bytes[probe + side * 26]] & ALNUM[bytes[probe + side * REACH]];
}
/** The start of the run of at least so many around the letter at `probe`, or -1. */
function runAround(bytes, probe, from, end, least) {
	let left = probe;
	while (left > from && ALNUM[bytes[left - 1]] === 1) left--;
	const enough = left + least;
	if (enough > end) return -1;
	let right = probe + 1;
	while (right < enough && ALNUM[bytes[right]] === 1) right++;
	return right === enough ? left : -1;
}
/** The start of the UTF-16 run around the letter at `at`, or -1. */
function wideRun(bytes, at, from, end, least) {
	if (at >= end || ALNUM[bytes[at]] === 0) return -1;
	let left = at;
	while (left - 2 >= from && bytes[left - 1] === 0 && ALNUM[bytes[left - 2]] === 1) left -= 2;
	const last = left + 2 * (least - 1);
	if (last >= end) return -1;
	for (let right = at + 2; right <= last; right += 2) if (bytes[right - 1] !== 0 || ALNUM[bytes[right]] === 0) return -1;
	return left;
}
// ../engine/dist/clues/names.js
const set = (words) => new Set(words.split(/\s+/));
const exchanges = set(`kraken bybit okx okex kucoin bitget gateio gate mexc huobi htx bitfinex bittrex coinbase gdax poloniex bitmex
  deribit ftx gemini bitstamp cexio hitbtc bingx phemex coinex whitebit upbit bithumb bitmart ascendex bitmax cryptocom dydx hyperliquid
  woo woox lbank probit bitvavo bitpanda luno wazirx coindcx exmo yobit liquid bitflyer coincheck zaif bitbank korbit coinone indodax
  bitso mercado blofin backpack aster xt toobit orangex deepcoin bitunix weex kcex bitkub paribu btcturk alpaca oanda fxcm ibkr tradier
  bitrue bitopro bigone btcbox btcalpha coinmate coinmetro coinsph krakenfutures mercadobitcoin novadax oceanex foxbit hollaex
  onetrading paymium zonda coincatch coinstore bydfi bequant fmfwio cryptomus wavesexchange ndax mudrex
  coinspot independentreserve btcmarkets digifinex hashkey latoken tidex livecoin cryptopia`);
const services = set(`telegram discord slack twitter github gitlab bitbucket aws amazon azure gcp google stripe paypal twilio sendgrid mailgun
  openai anthropic claude deepseek infura alchemy etherscan bscscan polygonscan moralis coingecko coinmarketcap cmc cryptocompare alphavantage
  finnhub newsapi firebase supabase sentry datadog cloudflare digitalocean heroku vercel netlify npm docker redis mongo mongodb postgres
  postgresql mysql rabbitmq jenkins sonar grafana influx influxdb elastic kafka auth0 okta keycloak facebook linkedin reddit dropbox shopify
  pusher algolia mapbox tradingview taapi glassnode santiment messari quandl polygon tiingo coinglass lunarcrush nansen dune pinata ipfs
  consul minio backblaze wechat feishu lark dingtalk pushover pushbullet smtp`);
/** Services that hold other people's settings: what stands below their names may be anyone's. */
const hosts = set(`aws amazon azure gcp google github gitlab bitbucket docker heroku vercel netlify npm digitalocean cloudflare consul firebase
  supabase jenkins`);
const uses = {
	hash: set("hash sha sha1 sha256 sha384 sha512 md5 digest checksum integrity etag fingerprint hmacsha256 oid txid txhash merkle crc"),
	signature: set("signature sig signed sign nonce challenge"),
	session: set(`session sessions cookie cookies csrf xsrf jwt nextauth authsecret keybase flask django rails laravel express
    appsecret appkey httpsecret jwttoken refreshtoken idtoken accesstoken`),
	encryption: set("credentialsecret encryption encrypt encrypted encryptor cipher aes fernet salt pepper iv kms vapid"),
	wallet: set("wallet mnemonic seed ethereum eth evm solana sol bitcoin btc tron metamask ledger contract tx transaction block address"),
	"TLS or login": set("ssl tls httpskey httpscert httpspem localhostkey localhostcert localhostpem ssh cert certs certificate ca apns saml oidc oauth x509 gpg pgp deploykey hostkey rsakey idrsa"),
	"listen key": set("listenkey listen"),
	webhook: set("bearer webhook cursor"),
	identifier: set("uuid guid commit revision rev build version cache license serial device checksum deployment trace span request correlation")
};
/** `sessionhashkey`: words that are written as one. */
const runTogether = /session|cookie|csrf|jwt/;
/** Names of many things, perhaps of a key. */
const vague = set("token tokens clientid loginid password passwd pwd pass passphrase path filename slug title");
/** Words for secret, also in other languages (without the scripts below). */
const secretWords = set(`secret secrets secretkey apisecret apisecretkey secretapikey sec apisec apisecretkeys skey seckey sk sapi hmac hmackey secretaccesskey
  keysecret clientsecret signingkey signkey priv
  секрет секретный секретныйключ секретная таємний таємнийключ secreta secreto secretas secretos segredo segreta segreto segrete segreti secrète
  gizli geheim geheime geheimnis geheimer geheimschlüssel geheimschluessel sekret sekretny tajny tajni tajna tajné hemlig hemlighet hemmelig
  salainen titkos titok rahasia rahsia lihim mystiko sekretniy tainiy`);
const apiKeyWords = set(`apikey apikeys accesskey accesskeyid publickey apipublickey pubkey pub keyid apikeyid apiid akey ak mbx apk publicapikey`);
const privateKeyWords = set("privatekey privkey prvkey privatekeypem privatepem");
/** Words for key, also in other languages. */
const keyWords = set(`key keys k api apis ключ ключи ключа anahtar anahtarı clave claves llave llaves chave chaves chiave chiavi
  clé clés cle schlüssel schluessel sleutel klucz klíč klic kľúč ključ kljuc kulcs nyckel nøkkel avain cheie kunci susi khoa klidi kluch klyuch kliuch`);
/** Names that, alone, tell a half of a pair: `{ public: …, private: … }`. */
const wholeNames = {
	private: "secret",
	hidden: "secret",
	sign: "secret",
	signing: "secret",
	signer: "secret",
	public: "api-key",
	access: "api-key",
	ident: "key",
	identifier: "key",
	s: "secret",
	login: "key"
};
const common = set(`my your the test tests testing live prod production main mainnet real default config settings credentials credential creds cred auth
  account accounts user users client trading trade trader bot exchange spot futures future margin usdm coinm um cm perp perpetual perpetuals delivery options
  option swap rest ws websocket api read readonly write master sub subaccount primary secondary new old current value data env environment const
  str string text var private public id name info us com global x demo testnet sandbox paper dev development staging local a b c d e one two first second
  http https url base host server service app application system profile param params args option opts props header headers row column field fields item items
  self this cls is key of for and in on with de la el le des der die das is it as to from set get load init data0 export row0 zenbot freqtrade hummingbot
  octobot jesse gekko passivbot vnpy ex exch exchanges birzha börse boerse borsa bolsa withdraw withdrawals order orders market scalper grid dca arb arbitrage strategy hft mm l s`);
const otherScripts = [
	[/私钥|私鑰|비밀|시크릿|シークレット|秘密|секрет|таємн|bí mật|gizli|μυστικ|סוד|سري|سرّي|محرمانه|مخفی|गुप्त|ลับ/iu, "secret"],
	[/API|公钥|公鑰|访问|訪問|액세스|アクセス|公開/iu, "api-key"],
	[/密钥|秘钥|密鑰|密匙/u, "secret"],
	[/khóa|キー|키|ключ|anahtar|κλειδ|מפתח|مفتاح|کلید|कुंजी|คีย์|鍵/iu, "key"]
];
/** Binance as people write it, in several scripts. */
const binanceWord = /binance|biance|bianance|tokocrypto|币安|幣安|バイナンス|바이낸스|бинанс|бінанс|بایننس|باینانس|بينانس|ไบแนนซ์|ביננס|बाइनेंस|बिनांस/iu;
/** The same for a text without other scripts, of which a search takes a fifth of the time. */
const latinBinanceWord = /binance|biance|bianance|tokocrypto/i;
/** Whether a text has no letters of the other scripts in which people write Binance. */
function isLatin(text) {
	return !/[\u0400-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text);
}
const passWord = /pass/gi;
/** What stands before `pass` in the name of a private key's passphrase. */
const keyKinds = [
	"private",
	"priv",
	"prv",
	"rsa",
	"ed25519",
	"pem",
	"signing"
];
const beforePass = new RegExp(`(?:${keyKinds.join("|")})[_-]?(?:key|pem)?[_-]?(?:file)?[_-]?$`, "i");
/**
* Literals of `length` letters of which every such name has one up to its `pass`: `keypass`, `ey_pass`. In lower case,
* as the search over raw bytes wants them.
*/
function passphraseEndings(length) {
	const separators = [
		"",
		"_",
		"-"
	];
	let names = keyKinds;
	const then = (words) => {
		names = names.flatMap((name) => words.map((word) => name + word));
	};
	for (const words of [
		separators,
		[
			"",
			"key",
			"pem"
		],
		separators,
		["", "file"],
		separators,
		["pass"]
	]) then(words);
	return [...new Set(names.map((name) => name.slice(-length)))];
}
/** Whether a text, or a name, says passphrase of a private key: `private_key_pass`. Looks only where it says `pass`. */
function mentionsPassphrase(text) {
	for (const { index } of text.matchAll(passWord)) if (beforePass.test(text.slice(Math.max(0, index - 24), index))) return true;
	return false;
}
const wordPattern = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\x00-\x7f]+|\d+/g;
/** Longer names say nothing more. */
const maxName = 400;
const testnetWords = set("testnet sandbox tn");
/** Words that say testnet in a value's own name and nothing in that of its container. */
const testWords = set("test testing");
const demoWords = set("demo paper mock");
const liveWords = set("live prod production mainnet real");
/** Meanings of names that come again and again, without those that could have a piece of a value in them. */
const remembered = /* @__PURE__ */ new Map();
const maxRemembered = 500;
/** The meaning of one name: a variable, a key, a header or a label. */
function meaningOf(name) {
	const known = remembered.get(name);
	if (known) return known;
	const meaning = toldBy(name);
	if (name.length > 30 || /\d/.test(name)) return meaning;
	if (remembered.size >= maxRemembered) remembered.clear();
	remembered.set(name, meaning);
	return meaning;
}
function toldBy(name) {
	const words = (name.slice(0, maxName).replace(/[A-Za-z0-9]{12,}/g, spokenPart).match(wordPattern) ?? []).map((word) => word.toLowerCase()).slice(-16);
	const joined = words.join("");
	const pairs = words.map((word, i) => word + (words[i + 1] ?? ""));
	const all = [
		...words,
		...pairs,
		joined
	];
	const has = (vocabulary) => all.some((word) => vocabulary.has(word));
	const binance = binanceWord.test(joined) || words.includes("mbx") ? "name" : words.some((word) => /^(?:bnb|bn|bnc|bnce)$/.test(word)) ? "short" : void 0;
	const exchange = all.find((word) => exchanges.has(word));
	const service = exchange ?? all.find((word) => services.has(word));
	const use = Object.entries(uses).find(([, vocabulary]) => words.some((word) => vocabulary.has(word)) || pairs.some((pair) => vocabulary.has(pair)))?.[0] ?? (runTogether.test(joined) ? "session" : void 0);
	const role = roleOf(name, words, has);
	const roleWord = (word) => secretWords.has(word) || apiKeyWords.has(word) || keyWords.has(word);
	const rest = words.filter((word) => !roleWord(word) && word !== "access" && word !== "id");
	return {
		role,
		binance,
		service,
		exchange,
		use,
		vague: !use && (has(vague) || isPlainId(words, binance)),
		environment: environmentOf(words),
		foreign: rest.filter((word) => !common.has(word) && wholeNames[joined] === void 0 && !/^[a-z]{1,2}(?:key|sec|secret)$/.test(word) && !/binance|biance|tokocrypto|^bn|^\d+$/.test(word) && !/[^\x00-\x7f]/.test(word)),
		stem: rest.filter((word) => word !== "api" && word !== "private" && word !== "public").join("")
	};
}
const otherScriptsTestnet = /测试网|測試網|테스트넷|тестнет|テストネット/iu;
const otherScriptsLive = /实盘|實盤|실거래|本番|боевой/iu;
function environmentOf(words) {
	const joined = words.join("");
	if (otherScriptsTestnet.test(joined)) return "testnet";
	if (otherScriptsLive.test(joined)) return "live";
	if (words.some((word) => testnetWords.has(word) || testWords.has(word))) return "testnet";
	if (words.some((word) => demoWords.has(word))) return "demo";
	return words.some((word) => liveWords.has(word)) ? "live" : "unknown";
}
/** The role that a name tells by being one word, with or without Binance's name: `sign`, `BNC_SIGN`. */
function wholeRole(words) {
	const own = words.filter((word) => wholeNames[word] !== void 0 || !(/binance|^bn[bc]?$/.test(word) || common.has(word)));
	return wholeNames[own.join("")];
}
function roleOf(name, words, has) {
	if (words.includes("private") && (words.includes("key") || words.includes("pem")) || has(privateKeyWords)) return "private-key";
	if (words.some((word) => secretWords.has(word)) || has(secretWords)) return "secret";
	if ((words.includes("api") || words.includes("access") || words.includes("public") || words.includes("mbx")) && words.some((word) => keyWords.has(word) && word !== "api") || has(apiKeyWords)) return "api-key";
	if (words.some((word) => /^(?:binance|bn|bnb|bnc)$/.test(word)) && words.some((word) => /^(?:pass|password|passwd|pwd)$/.test(word))) return "secret";
	const whole = wholeRole(words);
	if (whole) return whole;
	const part = words.find((word) => word === "public" || word === "private" || word === "hidden");
	const other = words.filter((word) => word !== part && !common.has(word) && !/^(?:part|half|piece|value|key)$/.test(word));
	if (part && other.length === 0) return wholeNames[part];
	if (words.length === 1 && /^[a-z]{1,2}sec(?:ret)?$/.test(words[0])) return "secret";
	if (words.length === 1 && /^[a-z]{1,2}key$/.test(words[0])) return "key";
	const foreign = /[^\x00-\x7f]/.test(name) ? otherScripts.find(([pattern]) => pattern.test(name))?.[1] : void 0;
	if (foreign) return foreign;
	return words.some((word) => keyWords.has(word)) ? "key" : void 0;
}
/** Names of what holds values: plural ones, and things that sign. */
const container = /(?:secrets|keys|credentials|api|sign|signer|signing|login|access|public|private|hidden|identifier)$/i;
/**
* The meaning of a path of names, last step first: the last step that tells a role tells it; Binance, services and
* environments count wherever they stand. Plural containers (`secrets`, `keys`) tell no role.
*/
function meaningOfPath(path) {
	const meanings = path.map((step) => meaningOf(step));
	const last = meanings.at(-1) ?? meaningOf("");
	const upward = [...meanings].reverse();
	const above = upward[1]?.foreign.every((word) => word === upward[1]?.service) ? upward[1].service : void 0;
	const containers = upward.filter((_, i) => i > 0 && !/test(?!net)/i.test(path.at(-1 - i) ?? ""));
	return {
		role: upward.find(({ role }, i) => role !== void 0 && (i === 0 || !container.test(path.at(-1 - i) ?? "")))?.role,
		binance: upward.find(({ binance }) => binance === "name")?.binance ?? upward.find(({ binance }) => binance)?.binance,
		service: last.service ?? upward.find(({ exchange }) => exchange)?.exchange ?? (hosts.has(above ?? "") ? void 0 : above),
		exchange: upward.find(({ exchange }) => exchange)?.exchange,
		use: last.use ?? (meanings.length > 1 && !/^sessions?$/i.test(path.at(-2) ?? "") ? useAbove(meanings.at(-2)) : void 0),
		environment: last.environment !== "unknown" ? last.environment : containers.find(({ environment }) => environment !== "unknown")?.environment ?? "unknown",
		vague: last.vague,
		foreign: last.foreign,
		stem: meanings.map(({ stem, role }, i) => i === meanings.length - 1 && !role && isOrdinal(stem) ? "" : stem).join("")
	};
}
/** What is signed or hashed stands below many a name, `TestSign.cases`: only its own name makes a value a signature. */
function useAbove(meaning) {
	return /^(?:signature|hash|identifier)$/.test(meaning?.use ?? "") ? void 0 : meaning?.use;
}
/** `run_id`, `model_id`: the id of something else. `ID`, `BNC_ID` and `accessKeyId` may be a key's. */
function isPlainId(words, binance) {
	const [before, last] = words.slice(-2);
	return words.length > 1 && last === "id" && binance === void 0 && before !== void 0 && !common.has(before) && !/^(?:api|key|access|client|trading|exchange)$/.test(before);
}
/** `a` and `b`, `one` and `two`: names that count, and tell no two owners apart. */
function isOrdinal(stem) {
	return /^(?:[a-z]|one|two|first|second)?\d?$/.test(stem);
}
/** The service that a callee is a client of: `Mailgun`, `new TwilioClient`, and not `redis.set`. */
function serviceOfCallee(callee) {
	const folded = callee.toLowerCase().replace(/(?:rest)?(?:client|api|sdk|service|exchange|pro)$/, "");
	return services.has(folded) && !hosts.has(folded) ? folded : void 0;
}
/** Role of a credential by its name's role: an alphanumeric value called private key is the secret. */
function credentialRole(role) {
	if (role === "secret" || role === "private-key") return "secret";
	return role === "api-key" || role === "key" ? "api-key" : void 0;
}
/**
* Whether letters and digits in a row are more likely a piece of a value than words: seldom are four letters in it a
* word. Wrong for a few names such as `x509V3Ca2Pem`, which loses only their display.
*/
function looksRandom(run) {
	const parts = run.match(wordPattern) ?? [];
	const worded = parts.reduce((sum, part) => sum + (isWord(part) ? part.length : 0), 0);
	const digits = /\d/.test(run);
	if (run.length >= 12) return (digits || parts.length * 3 >= run.length) && worded <= .4 * run.length;
	return run.length >= 8 && digits && /[a-z]/.test(run) && /[A-Z]/.test(run) && parts.length > 4 && worded < .5 * run.length;
}
function isWord(part) {
	const word = part.toLowerCase();
	if (part.length < 2 || /\d/.test(part)) return false;
	return part.length >= 4 && /[aeiouy]/.test(word) || common.has(word) || secretWords.has(word) || apiKeyWords.has(word) || keyWords.has(word);
}
/** What of a long run a name says: nothing if it is a piece of a value, and nothing of one that follows a word. */
function spokenPart(run) {
	if (looksRandom(run)) return " ";
	if (!/\d/.test(run)) return run;
	return (run.match(wordPattern) ?? []).filter((part) => isWord(part) || /^\d{1,2}$/.test(part)).join("_");
}
/** A text of people's with every run cut that could be a piece of a value. */
function withoutValues(text) {
	return text.replace(/[A-Za-z0-9]{8,}/g, (run) => run.length >= 20 && /\d/.test(run) || looksRandom(run) ? `${run.slice(0, 4)}…` : run);
}
/** A name fit to be shown: cut, and without any run that could be part of a value. */
function shown(name) {
	const safe = withoutValues(name.slice(0, maxName)).replace(/\s+/g, " ");
	return safe.length > 60 ? `${safe.slice(0, 59)}…` : safe;
}
/** The same of a host or a package, which keep no capitals: there letters with a digit may be a piece of a value. */
function shownInLowerCase(name) {
	return name.slice(0, 80).replace(/[a-z0-9]{8,}/g, (run) => /\d/.test(run) && /[a-z]/.test(run) ? `${run.slice(0, 4)}…` : run);
}
/** A path fit to be shown: `exchange.key`. */
function shownPath(path) {
	return path.filter((step) => step !== "").slice(-4).map(shown).join(".");
}
/** Whether the word is Binance or another exchange. */
function namesExchange(word) {
	const folded = word.toLowerCase().replace(/[^a-z0-9]/g, "");
	return folded.startsWith("binance") || exchanges.has(folded);
}
const SHORTEST = 7;
/** Upper case to lower case, all else as it is. */
const FOLD = Uint8Array.from({ length: 256 }, (_, byte) => byte >= 65 && byte <= 90 ? byte | 32 : byte);
function wordsOf(bytes) {
	const lead = bytes.byteOffset % 4;
	const length = Math.floor((lead + bytes.length) / 4);
	return {
		words: new Int32Array(bytes.buffer, bytes.byteOffset - lead, length),
		lead
	};
}
/** Hashes a word in any case. */
function keyOf$1(word) {
	return Math.imul(word | 538976288, 2654435761) >>> 16;
}
/**
* A table of the words that may stand in the literals, by their hash. Fixed steps over a table beat a shifting window
* here: no step waits for the one before. Node's typed arrays read four bytes as fast as one.
*/
var LiteralSearch = class {
	#seen = /* @__PURE__ */ new Uint8Array(65536);
	#candidates = /* @__PURE__ */ new Map();
	/**
	* @param literals in lower case
	* @throws RangeError when one is shorter than seven letters: some would be overlooked
	*/
	constructor(literals) {
		for (const literal of literals) {
			if (literal.length < SHORTEST) throw new RangeError(`literal '${literal}' is shorter than ${SHORTEST} letters`);
			const narrow = Uint8Array.from(literal, (letter) => letter.charCodeAt(0));
			const wide = new Uint8Array(2 * narrow.length - 1);
			narrow.forEach((byte, index) => wide[2 * index] = byte);
			for (const bytes of [narrow, wide]) for (let offset = 0; offset < 4; offset++) {
				const key = keyOf$1(new Int32Array(bytes.slice(offset, offset + 4).buffer)[0]);
				this.#seen[key] = 1;
				const known = this.#candidates.get(key);
				if (known) known.push({
					literal,
					bytes,
					offset
				});
				else this.#candidates.set(key, [{
					literal,
					bytes,
					offset
				}]);
			}
		}
	}
	/** The next literal in `bytes[from, end)`. */
	next({ words, lead }, bytes, from, end) {
		const seen = this.#seen;
		const last = Math.floor((lead + end) / 4);
		let index = Math.ceil((lead + from) / 4);
		while (index < last) {
			while (index + 4 <= last && (seen[keyOf$1(words[index])] | seen[keyOf$1(words[index + 1])] | seen[keyOf$1(words[index + 2])] | seen[keyOf$1(words[index + 3])]) === 0) index += 4;
			for (const stop = Math.min(index + 4, last); index < stop; index++) {
				const key = keyOf$1(words[index]);
				if (seen[key] === 0) continue;
				const hit = literalAt(this.#candidates.get(key), bytes, index * 4 - lead, from, end);
				if (hit !== void 0) return hit;
			}
		}
	}
};
/** The first literal that has its word at `at`. */
function literalAt(candidates, bytes, at, from, end) {
	let found;
	for (const { literal, bytes: letters, offset } of candidates) {
		const start = at - offset;
		if (start < from || start + letters.length > end || found !== void 0 && found.start <= start) continue;
		let index = 0;
		while (index < letters.length && FOLD[bytes[start + index]] === letters[index]) index++;
		if (index === letters.length) found = {
			start,
			end: start + index,
			literal
		};
	}
	return found;
}
// ../engine/dist/sieve-code.js
/** Generated from sieve.wat by `npm run docs`. */
const sieveCode = "AGFzbQEAAAABBwFgAn9/AX8DAgEABQMBAAEHEgIGbWVtb3J5AgAFc2lldmUAAAqYBAGVBAMBfxB7BX9BAP0ABBAhA0EA/QAEICEEQQD9AAQwIQVBAP0ABEAhBkEA/QAEUCEHQQD9AARgIQhBAP0ABHAhCUEA/QAEgAEhCiAAIQIgAEEQayEAAkADQCAAIAFPDQEgAP0ABAD9DA8PDw8PDw8PDw8PDw8PDw/9TiELIAD9AAQAQQT9bSEMIAUgC/0OIAYgDP0O/U4hDyAHIAv9DiAIIAz9Dv1OIREgECAP/Q0ODxAREhMUFRYXGBkaGxwdIBIgEf0NDxAREhMUFRYXGBkaGxwdHv1OIAkgC/0OIAogDP0O/U79TiEOIAMgC/0OIAQgDP0O/U4hDSAN/WQhEyATIBNBAnYgE0EEdnFxQX8gE0EBdiATQQN2cnNxIRQgFUEQdiAN/QwHBwcHBwcHBwcHBwcHBwcH/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1kQRB0ciEVIBUgFUEBdHIhFiAWIBZBAnRyIRYgFiAWQQR0ciEWIBYgFkEIdHIhFkH//wMgFkEBdHIgDf0MGBgYGBgYGBgYGBgYGBgYGP1O/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZEEQdHIhFyAO/VMgFHIgF0F/R3IgFUVyBEAgACACTw0CCyAPIRAgESESIABBEGohAAwACwtBACAO/QwAAAAAAAAAAAAAAAAAAAAA/ST9ZDYCAEEAIBdBf3M2AgRBACAUNgIIIAAL";
// ../engine/dist/sieve.js
/**
* The sieve of sieve.wat, made ready: one pass over raw bytes by the processor's vector instructions. It only says where
* to look, and of UTF-16 only that it may be there. Decides nothing.
*/
const STEP = 16;
const PAGE = 65536;
/** Bytes that lie elsewhere are copied, so many at a time: they stay in the processor's cache. */
const SLICE = 65536;
/** Where they are copied to. The answer and the tables lie below, and the step before the first. */
const COPY = 256;
/** Where the room begins for those that need not be copied. */
const ROOM = 65840;
const [ANSWER, TABLES] = [0, 16];
const [QUOTE$1, BACKTICK, ZERO] = [
	8,
	16,
	128
];
var Sieve = class Sieve {
	#exports;
	#bytes;
	#words;
	constructor(exports, groups) {
		this.#exports = exports;
		this.#bytes = new Uint8Array(exports.memory.buffer);
		this.#words = new Int32Array(exports.memory.buffer);
		this.#makeRoom(0);
		for (let byte = 0; byte < 256; byte++) {
			const letter = String.fromCharCode(byte);
			if (ALNUM[byte] === 1) this.#enter(0, byte, byte < 64 ? 1 : (byte & 16) === 0 ? 2 : 4);
			if (letter === "\"" || letter === "'") this.#enter(0, byte, QUOTE$1);
			if (letter === "`") this.#enter(0, byte, BACKTICK);
		}
		this.#enter(0, 0, ZERO);
		groups.forEach((parts, group) => {
			for (const part of parts) for (let place = 0; place < 3; place++) for (const form of [part.toLowerCase(), part.toUpperCase()]) this.#enter(1 + place, form.charCodeAt(place), 1 << group);
		});
	}
	/**
	* Undefined where there is no WebAssembly with vectors. @param groups at most eight, of parts of marks, three letters
	* each; parts in one group may be taken for each other
	*/
	static of(groups) {
		if (typeof WebAssembly === "undefined") return void 0;
		try {
			const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(sieveCode, "base64")));
			return new Sieve(exports, groups);
		} catch {
			return;
		}
	}
	/** Memory for `size` bytes that need not be copied to be sieved. Asking for more takes back what was given before. */
	room(size) {
		this.#makeRoom(size);
		return this.#bytes.subarray(ROOM, ROOM + size);
	}
	/**
	* Whether `look` says yes to a step in `bytes[start, end)`. Steps begin at `at`, and every one that it is not shown
	* has nothing. A step may begin with the middle of something, or reach beyond the end.
	*/
	some(bytes, start, end, look) {
		const words = this.#words;
		const isHere = bytes.buffer === this.#bytes.buffer;
		for (let from = start, to = end; from < end; from = to) {
			let zero = bytes.byteOffset;
			if (!isHere) {
				to = Math.min(end, from + SLICE);
				const lead = Math.min(STEP, from - start);
				this.#bytes.set(bytes.subarray(from - lead, to), COPY);
				zero = COPY + lead - from;
			}
			const stop = zero + to;
			for (let at = this.#exports.sieve(zero + from, stop); at < stop; at = this.#exports.sieve(at + STEP, stop)) {
				const step = {
					marks: words[ANSWER],
					quotes: words[ANSWER + 1] >>> STEP,
					isWide: words[ANSWER + 2] !== 0
				};
				if (look(at - zero, step)) return true;
			}
		}
		return false;
	}
	/** Notes in the two tables of a question that the answer for `byte` has this bit. */
	#enter(question, byte, bit) {
		const low = TABLES + 32 * question;
		this.#bytes[low + (byte & 15)] |= bit;
		this.#bytes[low + 16 + (byte >> 4)] |= bit;
	}
	#makeRoom(size) {
		const pages = Math.ceil((ROOM + size + 32 - this.#bytes.length) / PAGE);
		if (pages <= 0) return;
		this.#exports.memory.grow(pages);
		this.#bytes = new Uint8Array(this.#exports.memory.buffer);
		this.#words = new Int32Array(this.#exports.memory.buffer);
	}
};
// ../engine/dist/carriers.js
/**
* What could carry a credential, by its raw bytes: a long run of letters and digits, a literal that is joined to
* another, a private key's marks, the name of a passphrase. Where nothing does, the text has no candidate and no ignore
* comment, however often it speaks of Binance. No decoding, no copy; worth-reading.ts then asks the text itself.
*/
/** A listen key has 60 letters and digits at least, all others more. */
const RUN$1 = 60;
/** One of these stands in a text with a key in pieces (see split-keys.ts). Too short for the search, so by itself. */
const OWNER = "binance";
const owners = [
	"ccxt",
	"CCXT",
	"Ccxt"
];
/** Words of what has no shape of its own, or none that shows in one line. In lower case. */
const marks = [
	"bnguard-ignore",
	"private key",
	"rsakeyvalue",
	"ls0tls1crudjti",
	"mc4caqawbqydk2vwbciei",
	"ibaakca",
	"ibaqkca",
	"kozihvcnaq",
	"qgsib3dq",
	"qhkig9w0b",
	...[
		"a",
		"b",
		"c",
		"d"
	].map((letter) => `gaaaaa${letter}`),
	"quoted-printable",
	...passphraseEndings(7)
];
const MARKS = new LiteralSearch(marks);
const MARKS_AND_OWNER = new LiteralSearch([...marks, OWNER]);
/**
* Of each mark, and of the owner's names, three letters that other texts seldom have. The sieve tells eight groups apart;
* those in one group have letters in common, or so rare ones that it does not matter where they are mixed up.
*/
const PARTS = [
	["pas"],
	["bin", "bng"],
	["vat", "yva"],
	["d-p", "kca"],
	["0tl", "c4c"],
	["ib3", "g9w"],
	["zih", "gaa"],
	["cxt"]
];
const SIEVE = Sieve.of(PARTS);
/**
* Whether `bytes[start, end)` may hold a candidate or an ignore comment. False is certain, true is a reason to decode
* and to ask `worthReading`. Reads UTF-8, Latin-1 and UTF-16.
*/
function mayHold(bytes, start = 0, end = bytes.length) {
	return SIEVE === void 0 ? mayHoldPlainly(bytes, start, end) : mayHoldSieved(SIEVE, bytes, start, end);
}
/** Memory for bytes that `mayHold` looks at without copying them, valid until more is asked for. */
function gateRoom(size) {
	return SIEVE?.room(size) ?? new Uint8Array(size);
}
/** The same as `mayHoldPlainly`, several times as fast: only what the sieve stops at is looked at. */
function mayHoldSieved(sieve, bytes, start, end) {
	let [isOwn, isSplit, isWide] = [
		false,
		false,
		false
	];
	const holds = sieve.some(bytes, start, end, (at, step) => {
		if (step.isWide && mayBeWide(bytes, at, start, end)) isWide = true;
		if (isWide) return true;
		if (ALNUM[bytes[at]] === 1 && runAround(bytes, at, start, end, RUN$1) >= 0) return true;
		for (let rest = step.marks; rest !== 0; rest &= rest - 1) {
			const found = markAround(bytes, at + lowest(rest) - 2, start, end);
			if (found === OWNER) isOwn = true;
			else if (found !== void 0) return true;
		}
		for (let rest = step.quotes; rest !== 0 && !isSplit; rest &= rest - 1) {
			const quote = at + lowest(rest);
			isSplit = quote < end && endsLiteral(bytes, quote, start, end);
		}
		return isOwn && isSplit;
	});
	return isWide ? mayHoldPlainly(bytes, start, end) : holds;
}
/** So much may lie on either side of a step of the sieve: the shortest mark in UTF-16 has 13 bytes. */
const BESIDE = 12;
/** Whether six zero bytes with letters between them stand around the step at `at`: a mark in UTF-16 has as many. */
function mayBeWide(bytes, at, from, end) {
	const [first, last] = [Math.max(from, at - BESIDE), Math.min(end, at + 16 + BESIDE)];
	for (const phase of [first, first + 1]) {
		let zeros = 0;
		for (let here = phase; here < last; here += 2) {
			const before = bytes[here - 1];
			if (bytes[here] !== 0) zeros = 0;
			else if (zeros > 0 && before >= 32 && before < 127) zeros++;
			else zeros = 1;
			if (zeros === 6) return true;
		}
	}
	return false;
}
/** The number of the lowest bit that is set. */
function lowest(bits) {
	return 31 - Math.clz32(bits & -bits);
}
const marksByPart = /* @__PURE__ */ new Map();
for (const says of [
	...marks,
	OWNER,
	...owners
]) {
	const isExact = owners.includes(says);
	const part = PARTS.flat().find((one) => says.toLowerCase().includes(one));
	if (part === void 0) throw new RangeError(`the mark '${says}' has none of the parts that are searched for`);
	const letters = Uint8Array.from(says, (letter) => letter.charCodeAt(0));
	const mark = {
		says: isExact ? OWNER : says,
		letters,
		offset: says.toLowerCase().indexOf(part),
		isExact
	};
	const key = partAt(Buffer.from(part), 0);
	marksByPart.set(key, [...marksByPart.get(key) ?? [], mark]);
}
/** Three letters as a number, in any case. */
function partAt(bytes, at) {
	return FOLD[bytes[at]] << 16 | FOLD[bytes[at + 1]] << 8 | FOLD[bytes[at + 2]];
}
/** The mark whose part stands at `at`; one that is more than an owner's name, if there is one. */
function markAround(bytes, at, from, end) {
	if (at < from || at + 3 > end) return void 0;
	let found;
	for (const { says, letters, offset, isExact } of marksByPart.get(partAt(bytes, at)) ?? []) {
		const begin = at - offset;
		if (begin < from || begin + letters.length > end) continue;
		let index = 0;
		while (index < letters.length && (isExact ? bytes[begin + index] : FOLD[bytes[begin + index]]) === letters[index]) index++;
		if (index < letters.length) continue;
		if (says !== OWNER) return says;
		found = OWNER;
	}
	return found;
}
/** `mayHold` without vectors; what it says is what counts. */
function mayHoldPlainly(bytes, start = 0, end = bytes.length) {
	if (nextRun(bytes, start, end, RUN$1) >= 0) return true;
	const words = wordsOf(bytes);
	const first = MARKS_AND_OWNER.next(words, bytes, start, end);
	const isOwn = first?.literal === OWNER;
	if (first && (!isOwn || MARKS.next(words, bytes, first.start + 1, end) !== void 0)) return true;
	const some = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
	if ((isOwn || owners.some((name) => some.includes(name))) && hasSplitLiterals(words, bytes, start, end)) return true;
	return some.includes(0) && hasWideLiteral(bytes, start, end);
}
/** For bytes of which each is a letter: where literals end that may be parts of a key and have another joined to them. */
function splitLiterals(bytes) {
	const ends = [];
	if (SIEVE === void 0) {
		for (let at = 0; at < bytes.length; at++) if (KIND[bytes[at]] === QUOTE && endsLiteral(bytes, at, 0, bytes.length)) ends.push(at);
		return ends;
	}
	SIEVE.some(bytes, 0, bytes.length, (at, { quotes }) => {
		for (let rest = quotes; rest !== 0; rest &= rest - 1) {
			const quote = at + lowest(rest);
			if (quote < bytes.length && endsLiteral(bytes, quote, 0, bytes.length)) ends.push(quote);
		}
		return false;
	});
	return ends;
}
/** Whether one of the words stands there that tell of what has no shape of its own. */
function hasMark(bytes) {
	return MARKS.next(wordsOf(bytes), bytes, 0, bytes.length) !== void 0;
}
/** So long a part of a key tells that a literal may be one. */
const PART = 16;
/** And so long one that follows it. */
const NEXT_PART = 8;
/** Two parts that are longer than a key in base64 make none; an escape may stick to the first. */
const LONGEST_PARTS = 92;
/**
* What may stand at and between two literals. Blanks are also the bytes of those beyond ASCII, in UTF-8 as well as
* without their upper halves (see worth-reading.ts): U+2003, U+2028, U+202F, U+205F. A parenthesis is one of them.
*/
const [OTHER, QUOTE, BLANK, OPERATOR, PREFIX] = [
	0,
	1,
	2,
	3,
	4
];
const KIND = Uint8Array.from({ length: 256 }, (_, byte) => {
	const letter = String.fromCharCode(byte);
	if (byte < 32 || byte >= 128 || /[ \\()/_]/.test(letter)) return BLANK;
	if (/["'`]/.test(letter)) return QUOTE;
	if (/[+.,&~|<>]/.test(letter)) return OPERATOR;
	return /[A-Za-z@$]/.test(letter) ? PREFIX : OTHER;
});
/**
* Whether a run of 16 letters and digits ends with a literal that another follows at once or behind a comma: halves of
* a key that is joined. Such a run covers an offset that is a multiple of 16, and with it eight more bytes on its left
* or from there on, which are two aligned words: only these are looked at, and most hold a blank or a quote.
*/
function hasSplitLiterals({ words, lead }, bytes, from, end) {
	const step = PART / 4;
	const last = Math.floor((lead + end) / 4) - 1;
	for (let index = step * Math.ceil((lead + from) / PART); index < last; index += step) {
		const left = marked(words[index - 2]) & marked(words[index - 1]) & MARK;
		const right = marked(words[index]) & marked(words[index + 1]) & MARK;
		if (left !== MARK && right !== MARK) continue;
		if (endsLiteral(bytes, index * 4 - lead, from, end)) return true;
	}
	return false;
}
/** Letters have 0x40 in them, and digits 0x10. */
const MARK = 1077952576;
function marked(word) {
	return word | word << 2;
}
/** Whether the run that covers `at`, or ends there, is part of a key in a literal that is joined to another. */
function endsLiteral(bytes, at, from, end) {
	let right = at;
	const longest = Math.min(end, at + LONGEST_PARTS);
	while (right < longest && ALNUM[bytes[right]] === 1) right++;
	if (right === end || KIND[bytes[right]] !== QUOTE) return false;
	let left = at;
	while (left > from && right - left < LONGEST_PARTS && ALNUM[bytes[left - 1]] === 1) left--;
	return right - left >= PART && isJoined(bytes, right, end, LONGEST_PARTS - (right - left));
}
/** Whether the quote at `at` ends a literal that another is joined to, one that begins with a part of a key. */
function isJoined(bytes, at, end, longest) {
	let next = at + 1;
	next = passKind(bytes, next, end, BLANK, 160);
	next = passKind(bytes, next, end, OPERATOR, 2);
	next = passKind(bytes, next, end, BLANK, 160);
	next = passKind(bytes, next, end, PREFIX, 2);
	if (next >= end || KIND[bytes[next]] !== QUOTE) return false;
	let last = next + 1;
	while (last < end && ALNUM[bytes[last]] === 1 && last - next <= longest) last++;
	const length = last - next - 1;
	return length >= NEXT_PART && length <= longest;
}
function passKind(bytes, from, end, kind, most) {
	const stop = Math.min(end, from + most);
	let at = from;
	while (at < stop && KIND[bytes[at]] === kind) at++;
	return at;
}
/** Whether a UTF-16 run of 16 letters and digits ends with a literal. */
function hasWideLiteral(bytes, from, end) {
	for (let probe = from + PART - 1; probe < end; probe += PART) {
		if (bytes[probe] !== 0 && bytes[probe - 1] !== 0 && bytes[probe + 1] !== 0) continue;
		const at = bytes[probe] === 0 ? probe + 1 : probe;
		if (at >= end || ALNUM[bytes[at]] === 0) continue;
		let left = at;
		while (left - 2 >= from && bytes[left - 1] === 0 && ALNUM[bytes[left - 2]] === 1) left -= 2;
		let right = at + 2;
		while (right < end && bytes[right - 1] === 0 && ALNUM[bytes[right]] === 1) right += 2;
		if (right < end && right - left >= 32 && KIND[bytes[right]] === QUOTE) return true;
	}
	return false;
}
// ../engine/dist/grouped.js
/** Things in groups, by a key. */
/** Adds an item to the group of the key, which begins with it if there is none. */
function addToGroup(groups, key, item) {
	const group = groups.get(key);
	if (group) group.push(item);
	else groups.set(key, [item]);
}
/** The same, each item once. */
function addToSet(groups, key, item) {
	const group = groups.get(key);
	if (group) group.add(item);
	else groups.set(key, /* @__PURE__ */ new Set([item]));
}
// ../engine/dist/risks/anchors.js
/**
* One pass over a text for many short literals, in any case: where one of them stands, a pattern is worth trying. The
* search of Wu and Manber, two letters at a time, so that most letters are never looked at.
*/
const block = 2;
const shortest = 3;
var Anchors = class {
	#anchors;
	/** By two letters: how many letters may be passed over where these stand; 0: an anchor may begin one before. */
	#shift = (/* @__PURE__ */ new Uint8Array(16384)).fill(2);
	/** By the first three letters. */
	#begins = /* @__PURE__ */ new Uint8Array(32768);
	#buckets = /* @__PURE__ */ new Map();
	/** @param anchors lower case, of ASCII, three letters or more */
	constructor(anchors) {
		this.#anchors = anchors;
		for (const [index, anchor] of anchors.entries()) {
			for (let end = block; end <= shortest; end += 1) for (const place of placesOf(anchor.charAt(end - 2), anchor.charAt(end - 1))) this.#shift[place] = Math.min(this.#shift[place], shortest - end);
			const begin = beginOf(anchor, 0);
			this.#begins[begin] = 1;
			addToGroup(this.#buckets, begin, index);
		}
	}
	/** Every place of every anchor, in the order of the text. */
	search(text, onAnchor) {
		const shift = this.#shift;
		const begins = this.#begins;
		const { length } = text;
		for (let at = 2; at < length;) {
			const step = shift[(text.charCodeAt(at - 1) & 127) << 7 | text.charCodeAt(at) & 127];
			if (step > 0) {
				at += step;
				continue;
			}
			const start = at - shortest + 1;
			const begin = beginOf(text, start);
			at += 1;
			if (begins[begin] === 0) continue;
			for (const index of this.#buckets.get(begin)) if (isAt(text, start, this.#anchors[index]) && !onAnchor(index, start)) return;
		}
	}
};
/** The first three letters as a number, the same in either case. */
function beginOf(text, at) {
	return (text.charCodeAt(at) & 31) << 10 | (text.charCodeAt(at + 1) & 31) << 5 | text.charCodeAt(at + 2) & 31;
}
/** In either case of each letter. */
function placesOf(first, second) {
	return [first, first.toUpperCase()].flatMap((one) => [second, second.toUpperCase()].map((two) => one.charCodeAt(0) << 7 | two.charCodeAt(0)));
}
function isAt(text, start, anchor) {
	for (let i = 0; i < anchor.length; i += 1) {
		const code = text.charCodeAt(start + i);
		if ((code >= 65 && code <= 90 ? code | 32 : code) !== anchor.charCodeAt(i)) return false;
	}
	return true;
}
// ../engine/dist/risks/gate.js
/** Literals of three letters or more, in lower case: found as they are and in capitals. */
const near = (before, after, literals) => literals.split(" ").map((literal) => ({
	literal,
	before,
	after
}));
const need = (rules, anchors, words, beside) => ({
	rules: rules.split(" "),
	anchors,
	words: new RegExp(words.source, "gi"),
	...beside && { beside }
});
/** Of names whose parts are joined by nothing, or by one of several signs. */
const joined$1 = (first, second, signs = "_-.") => first.split(" ").flatMap((one) => second.split(" ").flatMap((two) => ["", ...signs].map((sign) => one + sign + two))).join(" ");
const rights = "(?:permission|rights?\\b|scope|privilege|capabilit|grants?\\b|restriction|access)";
const given = "[\"'\\])]{0,3}(?:\\s{0,20}(?:=>|:=|[:=,(])\\s{0,4}|[ \\t]{1,4})[\"']?(?:true|yes|on|1|enabled?|allow)\\b";
const secrets = near(0, 0, `secret ${joined$1("private priv", "key", "_")} ${joined$1("api", "sec", "_")}`);
/** A URL that is not Binance’s. */
const foreign = "(?:https?|wss?)://(?![\\w.-]*(?:binance\\.(?:com|us|vision|th)|binancefuture\\.com|localhost|127\\.0\\.0\\.1)(?:[/:\"'\\s]|$))[\\w.-]+\\.\\w";
const secret = /secret|private_?key|priv_?key|api_?sec\b/;
/** What switches the checks of certificates off, by its name: each is in one of the patterns of rules/insecure-transport.ts. */
const unprotected = [
	"reject[_-]?unauthorized",
	"(?:ssl|tls|https?|cert|certs|certificates?|peer|host|hostname)[^a-z0-9\\n]{0,3}(?:verif|validat|check)",
	"(?:verify|validate|check)[^a-z0-9\\n]{0,3}(?:ssl|tls|http|cert|peer|host|server)",
	"(?<![a-z0-9])verify[\"'\\]}]{0,3}\\s{0,40}(?:=>|[:=,])",
	"--verify\\b",
	"(?:verify|cert)_?NONE\\b",
	"unverified_?context",
	"insecure[_-]?(?:skip|tls|ssl|trust|conn)",
	"(?:ssl|tls|allow|trust|accept)[_-]?insecure",
	"--insecure",
	"skip[_-]?(?:ssl|tls|cert|http|verif|valid|check)",
	"no[_-]?(?:ssl|tls)?[_-]?verif",
	"danger(?:ous|ously)?[_-]?accept",
	"accept[_-]?(?:all|any|invalid)",
	"trust[_-]?(?:all|any|self|manager)",
	"allow[_-]?(?:all|any|self|invalid)",
	"ignore[_-]?(?:ssl|tls|cert|http)",
	"disable[_-]?(?:ssl|tls|cert|hostname|trust|peer)",
	"strict[_-]?ssl",
	"validat\\w{0,40}callback",
	"badcertificate",
	"hostname_?verifier",
	"without_?verifying",
	"proxiedclient",
	"no-?check-?cert",
	"\\bcurl\\b(?:(?!\\bcurl\\b)[^\\n]){0,1500}? -\\w{0,30}k",
	"(?:http|ws)://[^/\\s]*(?:binance|tokocrypto)",
	"\\bssl[\"']?\\s*[:=]\\s*false"
];
/** What brings a value to browsers: see rules/client-exposed.ts. Either case, but for the names of variables. */
const exposing = [
	"(?:PUBLIC|VITE|APP|GATSBY|STORYBOOK|STUDIO|INERTIA|CRA|WXT|ENV)_\\w{0,80}(?:SEC|PRI|PRV|KEY|[Ss]ec|[Pp]ri|[Pp]rv|[Kk]ey)",
	"[pP]ublicRuntimeConfig|\\b(?:env|ENV)[\"']?\\s*[:{=]|[dD]efine[\"']?\\s*[:(]|\\b[eE]xtra[\"']?\\s*[:{]|\\b[pP]ublic[\"']?\\s*[:{]",
	"(?:e|E)nvironment\\w{0,40}[\"']?\\s{0,40}[:{(=]",
	"[sS]torage\\b\\s{0,40}[.?!<([-]",
	"[cC]ookie|use client|EnvironmentPlugin"
];
const needs = [
	need("withdrawals-enabled", near(440, 130, "withdraw"), new RegExp(`(?:enable|allow|permit|grant)[a-z]{0,3}[ _.-]?withdraw|withdraw(?:al)?s?(?:${given}|["']?\\s{0,4}[:=]?\\s{0,4}\\{?[^{}]{0,80}?\\b(?:enabled?|allowed)\\b|[ _-]?(?:enabled|allowed|permitted|permission|right))|${rights}[^]{0,400}?withdraw|withdraw[^\\n]{0,60}${rights}`)),
	need("transfers-enabled", near(440, 80, "transfer"), new RegExp(`(?:permits?|enable[ds]?|allow(?:s|ed)?|grant(?:s|ed)?|can)[ _.-]?(?:universal|internal|funds?|asset)?[ _.-]?transfer|(?:universal|internal|funds?)[ _.-]?transfers?(?:${given}|[ _-]?(?:enabled|allowed))|${rights}[^]{0,400}?transfer`)),
	need("broad-permissions", near(440, 80, "option"), new RegExp(`enable[ds]?[ _.-]?(?:vanilla|european)?[ _.-]?options?|options(?:trading)?${given}|${rights}[^]{0,400}?options`), /margin/i),
	need("ip-unrestricted ip-list-invalid", [...near(30, 40, `restrict ${joined$1("white allow", "list")} ${joined$1("ted low wed zed sed ved und ess any all key", "ip")} ${joined$1("ip ips", "acc fil")} ${joined$1("ip", "list addr allow unre")} ip: ip= ips: ips= ip" ips" ip' ips'`), ...["ip ", "ips "].map((literal) => ({
		literal,
		before: 30,
		after: 40
	}))], /ip[._-]?restrict|restrict(?:ed)?[._-]?(?:to[._-]?)?ips?|(?:white|allow)[._-]?list(?:ed)?[._-]?ip|ips?[._-]?(?:address(?:es)?[._-]?)?(?:white|allow)[._-]?list|(?:trusted|allow(?:ed)?|authori[sz]ed|approved|accepted|bound|permitted|access|any|all|key|unrestricted)[._-]?ips?|ip[._-]?unrestricted|ips?[._-]?(?:access|filter)|ip[._-]?(?:list|addresses|allow(?:ed)?)\b|ip[_-]?addr(?:ess)?["']?\s{0,4}(?:=>|[:=])|["']?\bips?["']?\s{0,4}(?:=>|[:=])/),
	need("weak-key-type", near(80, 0, "hmac"), /(?:key|type|kind|alg|sign|auth)[^\n]{0,60}hmac/),
	need("recv-window", near(12, 0, joined$1("cv ve iv", "window", "_-")), /rec(?:ei)?ve?[_-]?window/),
	need("key-age", near(10, 110, "creat rotat issued"), /(?:creat|rotat|issued)[\w-]{0,20}["'`\\]{0,3}\s{0,8}(?:=>|[:=,>(])\s{0,8}(?:[\w. ]{0,30}\()?["'`]?(?:20[12]\d[-/]\d|1[4-9]\d{8}|1_[4-9]\d\d_)|[,;\t]["']?createtime["']?[,;\t\r\n]/),
	need("unsafe-key-creation", near(40, 40, `special ${joined$1("low", "latency", "_")} ${joined$1("account", "api", "_")} margin/ ${joined$1("margin", "api", "_")} ${joined$1("key", "broker for", "_")} ${joined$1("enable", "future european", "_")} ${joined$1("ip", "restriction", "_")}`), /special(?:_?low_?latency)?_?key|low_?latency|sub_?account_?api|margin\/?_?api_?key|api_?key_?(?:broker|for_?sub_?account)|enable_?(?:future_?trade|european_?options)|ip_?restriction/),
	need("fund-moving-call", near(40, 70, `withdraw ${joined$1("gift", "card", "_")} createcode ${joined$1("sub", "account", "_-")} transfer brok ${joined$1("to", "email", "_")}`), /withdraw\w{0,32}\s{0,9}\(|withdraw(?:\/apply|\.html)|(?:fiat|subaccount)\/withdraw|gift_?card(?:\w{0,24}\(|\/)|createcode\(|tokengiftcard|sub[_-]?account\w{0,40}(?:\(|\/transfer|\/futures|\/margin|\/universal|\/deposit)|transfer_?(?:to|between|from|for)_?(?:sub|same_?master|master)|brok\w{0,24}(?:transfer|\/transfer|\/universal)|transfer_?brok|to_?email|transferservice/),
	need("insecure-transport", [
		...near(30, 70, "verif validat"),
		...near(20, 20, "unauthorized check insecure skip danger accept trust allow ignore disable badcertificate proxiedclient"),
		...near(20, 60, `ssl ${joined$1("cert", "none", "_")}`),
		...near(2, 1560, "curl"),
		...near(2, 300, "http:// ws://")
	], new RegExp(unprotected.join("|"))),
	need("foreign-endpoint", near(16, 280, "://"), new RegExp(`(?:["'\`=:]|(?<!\\])\\()\\s{0,4}${foreign}`), /x-mbx-apikey|api[_-]?key|secret|binance|ccxt|client\w{0,20}[.\]]|base[_-]?(?:url|path)/i),
	need("client-exposed", secrets, secret, new RegExp(exposing.join("|"))),
	need("secret-logged", secrets, secret, /\blog|log(?:ger|ging)?\b|console|print|\bputs\b|echo|dump|dbg!|write-|stdout|stderr|\bcout\b|inspect|\bcat\(|(?:info|debug|warn|error)[!(]/i)
];
const anchored = needs.flatMap(({ anchors }, index) => anchors.map((anchor) => ({
	...anchor,
	need: index
})));
const literals = [...new Set(anchored.map(({ literal }) => literal))];
const search = new Anchors(literals);
/** By the literal: who wants to look around it. */
const wanting = literals.map((literal) => anchored.filter((one) => one.literal === literal));
/** Whether rules may find something in a text; undefined where none may. */
function chanceIn(text) {
	const open = openIn(text);
	return open.length > 0 ? chanceOf(open) : void 0;
}
/** The needs whose words are there: their patterns are tried only around their anchors, once where these overlap. */
function openIn(text) {
	const isOpen = needs.map(() => false);
	const from = needs.map(() => 0);
	const to = needs.map(() => -1);
	let closed = needs.length;
	const tryPart = (index) => {
		if (isOpen[index] || to[index] < 0) return;
		if (text.slice(from[index], to[index]).search(needs[index].words) < 0) return;
		isOpen[index] = true;
		closed -= 1;
	};
	search.search(text, (anchor, at) => {
		const end = at + literals[anchor].length;
		for (const { need: index, before, after } of wanting[anchor]) {
			if (isOpen[index]) continue;
			const start = Math.max(0, at - before);
			if (start > to[index]) {
				tryPart(index);
				from[index] = start;
			} else if (start < from[index]) from[index] = start;
			to[index] = Math.max(to[index], end + after);
		}
		return closed > 0;
	});
	for (const index of needs.keys()) tryPart(index);
	return needs.filter(({ beside }, index) => isOpen[index] && (!beside || beside.test(text)));
}
/** By the words of the rules that may find something: a pattern takes time to make. */
const known = /* @__PURE__ */ new Map();
function chanceOf(open) {
	const source = [...new Set(open.map(({ words }) => words.source))].join("|");
	const rules = new Set(open.flatMap((one) => one.rules));
	const id = [...rules].join(" ");
	let chance = known.get(id);
	if (!chance) known.set(id, chance = {
		rules,
		words: new RegExp(source, "gi")
	});
	return chance;
}
/** Lists of dependencies. */
const dependencyFile = /(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|(?:requirements|constraints)(?:[\w.-]*|\/[\w.-]+)\.(?:txt|in)|[\w.-]+[_-](?:requirements|constraints)\.(?:txt|in)|pyproject\.toml|Pipfile(?:\.lock)?|(?:poetry|uv|pdm)\.lock|setup\.(?:py|cfg)|(?:conda[\w-]*|environment[\w.-]*)\.ya?ml|go\.(?:mod|sum)|Cargo\.(?:toml|lock)|[^/]+\.(?:cs|fs|vb)proj|packages\.(?:config|lock\.json)|Directory\.(?:Packages|Build)\.props|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|gradle\.lockfile|Gemfile(?:\.lock)?|[^/]+\.gemspec|composer\.(?:json|lock))$/;
/** Files with variables: short, and what they hold may be a risk without naming Binance. */
const variableFile = /(?:^|\/)\.env(?:\.[\w.-]+)?$/;
/** Files that are read whatever their bytes. */
function isReadByName(path) {
	return dependencyFile.test(path) || variableFile.test(path);
}
/** False only where no rule about risks would find anything. */
function mayHoldRisk({ path, text }) {
	return dependencyFile.test(path) || chanceIn(text) !== void 0;
}
// ../engine/dist/credential-files.js
/**
* Files that hold credentials by their names: `.env` and its kin, private keys, the files of trading bots. Names alone,
* and whether a text of such a file has anything in it; whose the credentials are is the question of other files.
*/
const env = {
	kind: "env",
	isDedicated: true
};
/** `binance.env`: docker’s habit; of its own name it may be anything. */
const namedEnv = {
	kind: "env",
	isDedicated: false
};
const key = {
	kind: "key",
	isDedicated: false
};
const dedicated = {
	kind: "bot",
	isDedicated: true
};
const configuration = {
	kind: "bot",
	isDedicated: false
};
/** Of any of these the name must have a letter sequence, so that most paths cost one test. */
const mayBeOne = /env|\.(?:pem|key|p8|pk8|prv|priv)$|(?:user\.cfg|app\.conf|conf\.js|credentials|\.(?:json5?|ya?ml|toml|ini|cfg|csv|txt))$/i;
const envName = /^\.env(?:rc)?(?:[._~-][\w.~-]*)?$/i;
const namedEnvName = /.\.env$/i;
/** Code, documentation, and what is encrypted. */
const noEnv = /\.(?:[cm]?[jt]sx?|py|rb|go|php|md|html?|vault|enc|encrypted|gpg|asc|age|sops|schema|lock|ya?ml|map)$/i;
const keyName = /\.(?:pem|key|p8|pk8|prv|priv)$/i;
/** Marked as something to copy and fill in. */
const templateWord = /(?:^|[._-])(?:examples?|samples?|dist|templates?|tmpl|tpl|skel(?:eton)?|defaults?|placeholder|schema)(?=$|[._-])/i;
/** binance-trade-bot, binance-volatility-trading-bot, passivbot, php-binance-api, hummingbot, vn.py. */
const dedicatedPath = /(?:^|\/)(?:user\.cfg|creds\.ya?ml|api-keys\.json|php-binance-api\.json|conf\/connectors\/binance\w*\.ya?ml|connect_binance\w*\.json|\.bnc\/credentials|credentials\/binance\.json)$/i;
/** OctoBot, freqtrade, beego bots, zenbot; and what people call such files themselves. */
const configurationPath = /(?:^|\/)(?:user\/config\.json|user_data\/[\w.-]+\.json|config[\w.-]*\.json5?|conf\/app\.conf|conf\.js|conf\/connectors\/[\w-]+\.ya?ml|(?:creds?|credentials?|secrets?|(?:my|binance)?[-_.]?api[-_]?keys?|keys)\.(?:json5?|ya?ml|toml|ini|cfg|conf|csv|txt))$/i;
const freqtradeConfig = /(?:^|\/)config[\w.-]*\.json5?$/i;
/** What freqtrade’s configuration has and hardly another. */
const freqtradeWords = /"(?:stake_currency|pair_whitelist|freqtrade|max_open_trades)"/;
/** What a path’s name says; undefined for any other file, and for templates, which credentials rules read anyway. */
function credentialFile(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (!mayBeOne.test(name) || templateWord.test(name)) return void 0;
	if (envName.test(name)) return noEnv.test(name.slice(4)) ? void 0 : env;
	if (namedEnvName.test(name)) return namedEnv;
	if (keyName.test(name)) return key;
	if (dedicatedPath.test(path)) return dedicated;
	return configurationPath.test(path) ? configuration : void 0;
}
/** `config.json`: freqtrade’s, and of a thousand others. Its text tells (see holdsSecrets). */
function isAnyConfiguration(path) {
	return freqtradeConfig.test(path) && !/(?:^|\/)(?:user_data|user)\//.test(path);
}
/** The file that a template is to be copied to: `.env.example` → `.env`. Undefined for any other file. */
function filledTemplate(path) {
	const at = path.lastIndexOf("/") + 1;
	const name = path.slice(at);
	if (!templateWord.test(name) || !/env|\.cfg|creds|api-keys/i.test(name)) return void 0;
	let plain = name.replace(templateWord, "").replace(/^[-_]+|[-_.]+$/g, "");
	plain = plain.replace(/\.\.+/g, ".").replace(/[-_]+(?=\.)/g, "");
	if (/^\.?env$/i.test(plain)) plain = ".env";
	if (plain === ".user.cfg") plain = "user.cfg";
	return credentialFile(path.slice(0, at) + plain)?.isDedicated ? path.slice(0, at) + plain : void 0;
}
/** More than that of a file is not looked at: such files are short. */
const mostText = 1 << 20;
/** `NAME=value`, `name: value`, `"name": "value"`. */
const entry = /^[ \t]*(?:export[ \t]+|set[ \t]+)?["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]*[=:][ \t]*(.*)$/;
/** Names of what is secret. */
const secretName = /(?:^|[^a-z])(?:key|api_?key|apikey|secret|token|pass(?:wd|word|phrase)?|pwd|private|mnemonic|seed|credentials?|auth|dsn|webhook)|key|secret|token|password|passphrase/i;
const noSecretName = /public_?key$|pubkey|_?(?:path|file|dir|name|length|expiry|expires?|ttl|timeout|enabled?|type)$|keyboard/i;
/** What stands where a value will, or leads to one. */
const blanks = [
	/^[<[{(].*[>\]})]$/,
	/\$\{?\w|^%\w+%$|\bprocess\.env\b|^ENC\[|^encrypted:|^vault:|^op:\/\//,
	/^([x*.·•…#?0-])\1*$/i,
	/(?:^|[^a-z])(?:your|my|the|enter|insert|paste|replace|change|put|fill|add|example|sample|dummy|fake|placeholder|todo|fixme|change_?me|here|redacted|removed|xxx+|test)(?![a-z0-9])/i,
	/^(?:your|enter|insert|paste|change|replace)/i,
	/^(?:none|null|nil|undefined|true|false|string|str|yes|no|on|off|api_?key|api_?secret|secret_?key|secret|key|token|password|pass)$/i
];
/**
* Whether the text of such a file has a secret in it, rather than blanks and placeholders. Keeps nothing of it, and is
* linear in the text.
*/
function holdsSecrets(path, text) {
	if (/-----BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY-----/.test(text)) return true;
	if (credentialFile(path)?.kind === "key") return false;
	if (isAnyConfiguration(path) && !freqtradeWords.test(text)) return false;
	for (const line of text.slice(0, mostText).split("\n", 2e4)) {
		if (line.length > 5e3) continue;
		const [, name = "", written = ""] = entry.exec(line) ?? [];
		if (name === "") continue;
		const isNamed = secretName.test(name) && !noSecretName.test(name);
		if (isFilled(valueOf(written), isNamed)) return true;
	}
	return false;
}
/** Without quotes, comment, and the comma of JSON. */
function valueOf(written) {
	const quoted = /^(["'`])(.*?)\1/.exec(written);
	return (quoted ? quoted[2] ?? "" : written.replace(/\s#.*$/, "").replace(/,\s*$/, "")).trim();
}
function isFilled(value, isNamed) {
	if (value.length < 6 || value.length > 4e3 || value.startsWith("7b22")) return false;
	if (blanks.some((form) => form.test(value))) return false;
	if (/^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i.test(value)) return true;
	if (isNamed) return !/\s\S+\s/.test(value) && !/^(?:https?|wss?|file):|^[./~]/.test(value);
	return /^[A-Za-z0-9+/=_-]{40,}$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
}
const binanceName = /binance|tokocrypto|\bbn[bc]?_\w*(?:key|sec|api)/i;
/** Whether such a file says itself that it is Binance’s. */
function namesBinance(path, text) {
	return binanceName.test(path) || binanceName.test(text.slice(0, mostText));
}
// ../engine/dist/risks/keys/services.js
/**
* Where one bot or service ends and another begins: by folders with a manifest of their own, and by the names that files
* give which describe several (docker-compose, supervisor, pm2, systemd). Looks at paths and names only.
*/
/** What a program is built, installed or started by. */
const manifests = /^(?:package\.json|pyproject\.toml|requirements(?:[._-]\w+)?\.txt|Pipfile|setup\.py|environment\.ya?ml|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|[^/]+\.(?:cs|fs|vb)proj|composer\.json|Gemfile|mix\.exs|deno\.jsonc?|pubspec\.yaml|Package\.swift|Project\.toml|DESCRIPTION|Dockerfile|Procfile|fly\.toml|serverless\.ya?ml|Chart\.yaml)$/i;
/** Folders that hold what builds or tests another folder’s program, or a part of it. */
const partOfAnother = /(?:^|\/)(?:\.?docker|\.devcontainer|\.github|build|deploy(?:ment)?|ops|infra|ci|android|ios|macos|windows|linux|node_modules|vendor|third_party|dist|target|tests?|__tests__|e2e|examples?|samples?|fixtures?)(?:\/|$)/i;
/** Folders in which each subfolder is a bot, by their name. */
const ofBots = /^((?:.*\/)?(?:[\w-]*bots|microservices)\/[^/]+|strategies\/[^/]+)\//i;
/** The folder that a file of this path makes a service, `''` for the top; undefined where it makes none. */
function serviceFolder(path) {
	const slash = path.lastIndexOf("/");
	if (!manifests.test(path.slice(slash + 1))) return void 0;
	const folder = slash < 0 ? "" : path.slice(0, slash);
	return partOfAnother.test(folder) ? void 0 : folder;
}
/** Files that speak for the services below their folder too. */
const speaksBelow = /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|(?:docker-)?compose[\w.-]*\.ya?ml|[^/]*\.env)$/i;
function servesBelow(path) {
	return speaksBelow.test(path);
}
/** The service that a file at this path belongs to: its nearest folder with a manifest. */
function serviceOf(path, folders) {
	for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
		const folder = path.slice(0, end);
		if (folders.has(folder)) return folder;
	}
	return ofBots.exec(path)?.[1] ?? (folders.has("") ? "" : void 0);
}
const compose = /(?:^|\/)(?:docker-|podman-)?(?:compose|stack)[\w.-]*\.ya?ml$/i;
const supervisor = /(?:^|\/)[^/]*(?:supervisor|\.ini$|\.conf$)/i;
const pm2 = /(?:^|\/)(?:ecosystem|pm2|processes)[\w.-]*\.(?:[cm]?js|json|ya?ml)$/i;
const unit = /(?:^|\/)([^/]+)\.service$/;
/** Which of these files it is, if any: a part of what a path tells (reading-class.ts). */
function describesServices(file) {
	const name = unit.exec(file)?.[1];
	return String([
		compose,
		supervisor,
		pm2
	].findIndex((pattern) => pattern.test(file))) + (name === void 0 ? "" : ` ${name}`);
}
/** The service within a file that a value of this path is given to, where the file describes several. */
function serviceWithin(file, steps) {
	const [first = "", second] = steps;
	if (compose.test(file) && first === "services" && steps.length > 2) return second;
	if (supervisor.test(file) && /^program:/.test(first)) return first.slice(8);
	const apps = steps.indexOf("apps");
	if (pm2.test(file) && apps >= 0 && /^\d+$/.test(steps[apps + 1] ?? "")) return `app ${String(Number(steps[apps + 1]) + 1)}`;
	return unit.exec(file)?.[1];
}
// ../engine/dist/prefilter.js
/**
* The gates: which bytes are worth decoding at all. They serve every rule at once, over raw bytes, with no decoding
* and no copy. They are no rules: a hit says "look here", and where no gate hits there is nothing that we can find.
* What may hold a candidate, rather than only speak of Binance, is the question of carriers.ts.
*/
/**
* What the literal gate looks for, in any case, in UTF-8 and in UTF-16. Each at least seven letters long: the
* shortest one sets the stride of the search. Lower case here.
*/
const GATE_LITERALS = [
	"private key",
	"mc4caqawbqydk2vwbciei",
	"ibadanbgkqhkig9w0baqefaasc",
	"ibaakca",
	"gkqhkig9w0bbq0w",
	"sqgsib3dqefdt",
	"rsakeyvalue",
	"ls0tls1crudjti",
	"bnguard-ignore",
	"binance",
	"x-mbx-apikey",
	"freqtrade",
	"listenkey",
	"listen_key",
	"privatekeypass",
	"private_key_pass",
	"withdraw",
	"permissions",
	"iprestrict",
	"ip_restrict",
	"whitelist",
	"trusted_ip",
	"trustedip",
	"universaltransfer",
	"giftcard",
	"gift_card",
	"subaccount",
	"sub_account",
	"sub-account",
	"special_key",
	"specialkey",
	"margin/apikey",
	"rejectunauthorized",
	"reject_unauthorized",
	"recvwindow",
	"recv_window",
	"insecureskipverify",
	"ssl_verifypeer",
	"verify_none",
	"cert_none",
	"verify=false",
	"proxiedclient",
	"accept_invalid_",
	"validationcallback",
	"apisecret",
	"api_secret",
	"secret_key",
	"secretkey"
];
/** Letters and digits in a row that make a run: a Binance key is exactly that long. */
const RUN = 64;
const LITERALS = new LiteralSearch(GATE_LITERALS);
/** Whether any gate hits in `bytes[start, end)`. Stops at the first hit and copies nothing. */
function passes(bytes, start = 0, end = bytes.length) {
	return nextRun(bytes, start, end, RUN) >= 0 || LITERALS.next(wordsOf(bytes), bytes, start, end) !== void 0;
}
/**
* Whether a file is to be read: something in it makes it so, or its name alone does, as that of a list of dependencies
* and of a file with variables.
*/
function isWanted(path, bytes) {
	return isReadByName(path) || passes(bytes);
}
/** Every hit in `bytes[start, end)`, in the order of their starts; a run comes before a literal that starts with it. */
function gateHits(bytes, start = 0, end = bytes.length) {
	const hits = [];
	for (let at = nextRun(bytes, start, end, RUN); at >= 0;) {
		const step = at + 1 < end && bytes[at + 1] === 0 ? 2 : 1;
		let last = at + step * 63;
		while (last + step < end && ALNUM[bytes[last + step]] === 1 && (step === 1 || bytes[last + 1] === 0)) last += step;
		hits.push({
			start: at,
			end: last + 1,
			gate: "run"
		});
		at = nextRun(bytes, last, end, RUN);
	}
	const runs = hits.length;
	const view = wordsOf(bytes);
	for (let hit = LITERALS.next(view, bytes, start, end); hit !== void 0;) {
		hits.push({
			start: hit.start,
			end: hit.end,
			gate: hit.literal
		});
		hit = LITERALS.next(view, bytes, hit.start + 1, end);
	}
	return runs === 0 || runs === hits.length ? hits : hits.sort((a, b) => a.start - b.start);
}
// ../engine/dist/decode.js
/**
* Bytes to text. Guesses the encoding as an editor would, never throws, and calls bytes binary only when no gate hits:
* a binary file that holds something of interest is read like `strings` would read it.
*/
/** How much of the beginning decides what a file is; git looks at 8,000 bytes. */
const SAMPLE = 8192;
const DECODERS = {
	"utf-8": new TextDecoder("utf-8", { ignoreBOM: true }),
	"utf-16le": new TextDecoder("utf-16le", { ignoreBOM: true }),
	"utf-16be": new TextDecoder("utf-16be", { ignoreBOM: true }),
	latin1: new TextDecoder("latin1")
};
const STRICT = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/** The whole of a file. The text has no byte-order mark. */
function decode(bytes) {
	const { encoding, mark } = detectEncoding(bytes);
	if (encoding === "binary" && !passes(bytes)) return { kind: "binary" };
	const body = bytes.subarray(mark);
	if (encoding !== "utf-8") return {
		kind: "text",
		encoding,
		text: decodeAs(body, encoding)
	};
	const text = strictly(body);
	return text === void 0 ? damaged(body) : {
		kind: "text",
		encoding,
		text
	};
}
/** The text if the bytes are valid UTF-8. Buffer's way is several times as fast; only its sign for bad bytes is doubtful. */
function strictly(bytes) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if ((bytes.length > SAMPLE ? buffer.toString("utf8", 0, SAMPLE).slice(0, -3) : "").includes("�") && !buffer.subarray(0, SAMPLE).includes("�")) return void 0;
	const text = buffer.toString();
	if (!text.includes("�")) return text;
	try {
		return STRICT.decode(bytes);
	} catch {
		return;
	}
}
/** Bytes without byte-order mark, in a known encoding. What is not valid becomes U+FFFD, one for each bad sequence. */
function decodeAs(bytes, encoding) {
	if (encoding !== "binary") return DECODERS[encoding].decode(bytes);
	return (strictly(bytes) ?? DECODERS.latin1.decode(bytes)).replace(/(?:[\t\n\r -~]\0){8,}/g, (wide) => wide.replaceAll("\0", ""));
}
/**
* What a file is by its first bytes (8 KB are looked at), and how long its byte-order mark is. `utf-8` stands for
* every text that is not UTF-16; whether it is valid shows when it is decoded.
*/
function detectEncoding(bytes) {
	if (bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191) return {
		encoding: "utf-8",
		mark: 3
	};
	if (bytes[0] === 255 && bytes[1] === 254) return {
		encoding: "utf-16le",
		mark: 2
	};
	if (bytes[0] === 254 && bytes[1] === 255) return {
		encoding: "utf-16be",
		mark: 2
	};
	const sample = bytes.subarray(0, SAMPLE);
	const zeros = [0, 0];
	for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) zeros[at % 2]++;
	const [even, odd] = zeros;
	if (even + odd === 0) return {
		encoding: "utf-8",
		mark: 0
	};
	const many = sample.length / 8;
	if (odd >= many && even * 8 <= odd) return {
		encoding: "utf-16le",
		mark: 0
	};
	if (even >= many && odd * 8 <= even) return {
		encoding: "utf-16be",
		mark: 0
	};
	return {
		encoding: "binary",
		mark: 0
	};
}
/**
* Not valid UTF-8: still UTF-8 with some bad bytes if it has more good letters beyond ASCII than bad ones (as editors
* show it, so that columns agree), else Latin-1.
*/
function damaged(bytes) {
	const text = DECODERS["utf-8"].decode(bytes);
	let bad = 0;
	let good = 0;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit === 65533) bad++;
		else if (unit > 127) good++;
	}
	if (good > bad) return {
		kind: "text",
		encoding: "utf-8",
		text
	};
	return {
		kind: "text",
		encoding: "latin1",
		text: DECODERS.latin1.decode(bytes)
	};
}
// ../cli/dist/conclude-root.js
/** What every scan ends with: the observations of each root become findings, and all of them one report. */
/** The findings of one root, with its configuration and baseline. */
async function concludeRoot(settings, root, seen, more = {}) {
	const { conclude } = await import("./dist6.mjs");
	const suppressions = await settings.configFor(root.dir);
	const name = await (seen?.name ?? (suppressions.length > 0 || more.inventory ? nameRoot(root) : void 0));
	const repository = {
		...name !== void 0 && { name },
		suppressions,
		noIgnores: settings.noIgnores,
		asOf: settings.asOf,
		...await keyAgeOf(settings, root.dir),
		...more
	};
	const { findings, suppressed } = conclude(seen?.observations.sort(byPlace) ?? [], repository);
	return {
		findings: findings.toSorted(byPlace),
		suppressed: suppressed.toSorted(byPlace)
	};
}
/** The limit that a root's configuration sets, for `conclude`. */
async function keyAgeOf({ keyAgeFor }, root) {
	const keyAge = await keyAgeFor?.(root);
	return keyAge === void 0 ? {} : { keyAge };
}
/** What reports call a root. */
const nameRoot = async ({ dir, git }) => git ? repositoryName(dir) : basename(dir);
/** The same for a repository that git's variables may have led to. */
async function nameStore(store) {
	const { askGit } = await import("./ask.mjs");
	const { stdout } = await askGit(store, [
		"config",
		"--get",
		"remote.origin.url"
	]);
	return remoteName(stdout.toString("utf8").trim()) ?? basename(store.dir);
}
/** The report of a whole scan. */
function reportOf(settings, parts, gaps, coverage) {
	const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
	return {
		schema: 1,
		tool: {
			name: "bnguard",
			version
		},
		asOf: settings.asOf,
		complete: gaps.every(({ harmless }) => harmless),
		findings: parts.flatMap(({ findings }) => findings),
		suppressed: parts.flatMap(({ suppressed }) => suppressed),
		skipped: gaps.map(({ skip }) => skip),
		coverage
	};
}
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
/** The one order of observations and findings: path, place, rule, and whatever is left to tell two apart. */
function byPlace(a, b) {
	return compare(a.path, b.path) || (a.start?.line ?? 0) - (b.start?.line ?? 0) || (a.start?.column ?? 0) - (b.start?.column ?? 0) || compare(a.rule ?? "", b.rule ?? "") || compare(a.kind ?? "", b.kind ?? "") || compare(a.fingerprint ?? "", b.fingerprint ?? "") || compare(JSON.stringify(a), JSON.stringify(b));
}
// ../cli/dist/sources/gaps.js
/** The gap of a file or folder that could not be opened or read. */
const unreadable = (root, name, detail) => ({
	root,
	skip: {
		path: shownName(name),
		why: "unreadable",
		detail
	},
	harmless: false
});
/** The order of what was not read: by path, then by object. */
function bySkip(a, b) {
	const key = ({ path, object = "", detail = "" }) => `${path}\0${object}\0${detail}`;
	return key(a) < key(b) ? -1 : 1;
}
/** The operating system's error code in words, where it has some that help. */
const reasonOf = (code) => reasons[code] ?? code;
const reasons = {
	EACCES: "permission denied",
	EPERM: "operation not permitted",
	ENAMETOOLONG: "the path is too long",
	EMFILE: "too many open files",
	EIO: "input/output error"
};
// ../cli/dist/compile-less.js
/** Tells V8 that this process ends soon. Changes no result. */
/**
* V8 of Node 20 compiles a function again, to be fast, once it has run through so many bytes of its code: 67,584. What ends
* after a second or two seldom gets back what that takes, a third of the processor time of such a scan. Later ones have no
* such flag, and other ways.
*/
const budget = 6e5;
/** For all threads, from now on. */
function compileLess() {
	if (process.versions.node.startsWith("20.")) setFlagsFromString(`--interrupt-budget=${budget}`);
}
// ../cli/dist/shell.js
/** Words as a POSIX shell takes them. */
/** Between single quotes, whatever is in it. */
const quoted = (word) => `'${word.replaceAll("'", `'\\''`)}'`;
// ../cli/dist/commands/hook.js
/**
* `bnguard hook NAME`: what git's hooks call. Reads what git hands to that hook, scans what would come in, and says the
* ways on where it stops something. Silent where there is nothing to say.
*/
async function runHook(request, setting) {
	const { name } = request;
	if (name === "agent") return (await import("./hook-agent.mjs")).runAgentHook(setting);
	try {
		const source = await sourceFor(request, setting);
		if (source === void 0) return { code: 0 };
		const outcome = await runScan(scanOf(source, await decides(request, setting)), setting);
		if (outcome.code === 0) return outcome;
		const { unchecked, waysOn } = await import("./ways-on.mjs");
		const end = outcome.code === 1 ? waysOn(name, textWidth(setting.io)) : `\n${unchecked(name)}\n`;
		return {
			...outcome,
			stdout: joined(outcome.stdout ?? "", end)
		};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		const { unchecked } = await import("./ways-on.mjs");
		throw new UserError(`${error.message}\n${unchecked(name)}`);
	}
}
function* joined(first, last) {
	if (typeof first === "string") yield first;
	else yield* first;
	yield last;
}
function scanOf(source, from) {
	return {
		kind: "scan",
		source,
		paths: [],
		reports: [{ format: "text" }],
		color: "auto",
		ignores: true,
		progress: true,
		allowIncomplete: false,
		verbose: false,
		quiet: "passed",
		...from
	};
}
/** A server takes its configuration from what it has; where it has nothing yet, nothing that arrives may excuse itself. */
async function decides({ name }, { cwd }) {
	if (name !== "pre-receive") return {};
	const [{ openStore }, { hasHead }] = await Promise.all([import("./store.mjs"), import("./ask.mjs")]);
	return await hasHead(await openStore(cwd)) ? { configFrom: "HEAD" } : {
		config: false,
		ignores: false
	};
}
const pushed = () => import("./pushed.mjs");
const arrival = () => import("./arrival.mjs");
async function sourceFor({ name, args }, setting) {
	const { io, cwd } = setting;
	switch (name) {
		case "pre-commit": return { kind: "staged" };
		case "pre-merge-commit": return {
			kind: "staged",
			merging: headsOf(io.env)
		};
		case "commit-msg": return {
			kind: "texts",
			texts: [{
				path: "",
				bytes: withoutDiff(await messageIn(args[0], cwd))
			}],
			origin: { kind: "staged" }
		};
		case "pre-push": {
			const [remote = io.env["PRE_COMMIT_REMOTE_NAME"], address = io.env["PRE_COMMIT_REMOTE_URL"]] = args;
			const { refsOfPush } = await pushed();
			const refs = pushedByFramework(io.env) ?? refsOfPush(await linesFrom(setting, name));
			return (await arrival()).arrivalOf(cwd, refs, {
				kind: "remote",
				remote,
				address
			});
		}
		case "pre-receive": {
			const { refsOfReceive } = await pushed();
			return (await arrival()).arrivalOf(cwd, refsOfReceive(await linesFrom(setting, name)), { kind: "all" });
		}
		default: throw new UserError(`${name} is no hook that bnguard knows.`);
	}
}
/** Before the hook for clean merges git writes no MERGE_HEAD, but tells the other heads by the names of variables. */
const headsOf = (env) => Object.keys(env).flatMap((name) => /^GITHEAD_([0-9a-f]{40}|[0-9a-f]{64})$/.exec(name)?.[1] ?? []);
/**
* The pre-commit framework reads standard input itself, and tells one ref in variables. Where it tells no commit (a push
* with a root commit) it means everything: the branch's whole history. Where it tells no remote, nothing is pushed.
*/
function pushedByFramework(env) {
	if (env["PRE_COMMIT"] !== "1") return void 0;
	const { PRE_COMMIT_FROM_REF: old = "0", PRE_COMMIT_TO_REF: now, PRE_COMMIT_REMOTE_BRANCH: ref = "" } = env;
	if (now === void 0 && env["PRE_COMMIT_REMOTE_NAME"] === void 0) return [];
	return [{
		ref,
		old,
		new: now ?? env["PRE_COMMIT_LOCAL_BRANCH"] ?? "HEAD"
	}];
}
async function messageIn(file, cwd) {
	if (file === void 0) throw new UserError("commit-msg: git hands over the file with the message, and here is none. By hand: bnguard hook commit-msg .git/COMMIT_EDITMSG.");
	try {
		return await readFile(resolve(cwd, file));
	} catch (error) {
		const { code = "unknown error" } = error;
		throw new UserError(`${file} cannot be read (${code}): it should be the file with the commit’s message.`);
	}
}
/**
* `git commit --verbose` shows the change beneath a line of scissors, which git cuts off with all that follows. Of what
* stands there only the lines of a diff are left out: a message given on the command line keeps everything.
*/
function withoutDiff(bytes) {
	const text = bytes.toString("latin1");
	const [scissors] = /^. -{24} >8 -{24}\n(?:\S .*\n)*(?=diff --git )/m.exec(text) ?? [];
	if (scissors === void 0) return bytes;
	const at = text.indexOf(scissors);
	const rest = text.slice(at).split("\n").filter((line) => !/^(?:[-+@ \\]|diff |index |new |old |deleted |similarity |rename |copy |Binary )/.test(line));
	return Buffer.from(text.slice(0, at) + rest.join("\n"), "latin1");
}
async function linesFrom(setting, name) {
	if (setting.io.isTTY.stdin === true) throw new UserError(`${name}: git writes what is pushed to this hook’s standard input, and here is a terminal. By hand: bnguard scan --range '@{upstream}..HEAD'.`);
	return Buffer.from(await readAll(setting.io)).toString("utf8");
}
// ../cli/dist/sources/files/concerns.js
/** Whether a change has anything to do with files that hold credentials by their names: most have not, and cost nothing. */
const isRulesFile = (path) => /(?:^|\/)\.gitignore$/.test(path);
function concernsFiles({ changes, gone }) {
	return changes.some(({ path }) => credentialFile(path) !== void 0 || isRulesFile(path)) || gone.some(({ path }) => isRulesFile(path));
}
/**
* The same where no content has a candidate. What is a configuration by its name holds credentials only with one in it, so
* that it is nothing then.
*/
function concernsFilesByName({ changes, gone }) {
	const isConfiguration = (path) => {
		const file = credentialFile(path);
		return file?.kind === "bot" && !file.isDedicated;
	};
	return concernsFiles({
		changes: changes.filter(({ path }) => !isConfiguration(path)),
		gone
	});
}
// ../cli/dist/sources/versions.js
/**
* Versions of files, read out of git's store and observed, each once. The engine is loaded when the first of them may
* hold a candidate; most changes never get there.
*/
const nothing = [];
/** Ids of blobs without any hit are remembered up to so many, some 100 bytes each: to read one again is no mistake. */
const mostQuiet = 2e5;
var Versions = class {
	/** What could not be read, each once. */
	gaps = [];
	/** New versions that were looked at. */
	documents = 0;
	bytes = 0;
	#objects;
	#root;
	#origin;
	#maxFileSize;
	#known = /* @__PURE__ */ new Map();
	/** No gate hits. */
	#quiet = /* @__PURE__ */ new Set();
	/** A gate hits, but there is no candidate: read again only where others are. */
	#waiting = /* @__PURE__ */ new Set();
	#told = /* @__PURE__ */ new Set();
	#engine;
	/** `origin`: what the observations get; whoever knows more of where they came from replaces it. */
	constructor(objects, root, origin, maxFileSize) {
		this.#objects = objects;
		this.#root = root;
		this.#origin = origin;
		this.#maxFileSize = maxFileSize;
	}
	/** Looks at new versions and observes those that may hold a candidate. */
	async look(versions) {
		for await (const { object, here } of this.#read(versions.filter(({ blob }) => !this.#waiting.has(blob)))) {
			const bytes = this.#bytesOf(object, here);
			if (bytes === void 0) continue;
			if (!here.some(({ path }) => isWanted(path, bytes))) {
				this.#setQuiet(object.asked);
				if (bytes.length > 0 && detectEncoding(bytes).encoding === "binary") {
					this.#skip(here, "binary", void 0, true);
					continue;
				}
			} else if (await isWorth(bytes, here)) for (const version of here) await this.#observe(bytes, version);
			else this.#waiting.add(object.asked);
			this.documents++;
			this.bytes += bytes.length;
		}
	}
	/** Whether anything was observed at all. */
	get hasSeenAny() {
		return [...this.#known.values()].some((observations) => observations.length > 0);
	}
	/** What is known of these versions so far: all of it where they may hold a candidate. */
	seen(versions) {
		return versions.flatMap((version) => this.#known.get(keyOf(version)) ?? nothing);
	}
	/** All that these versions say, of their project too. */
	async observationsOf(versions) {
		for await (const { object, here } of this.#read(versions)) {
			const bytes = this.#bytesOf(object, here);
			if (bytes === void 0) continue;
			if (here.some(({ path }) => isWanted(path, bytes))) for (const version of here) await this.#observe(bytes, version);
			else this.#setQuiet(object.asked);
		}
		return this.seen(versions);
	}
	/** What some bytes say that are no file's: a message. */
	async observe(bytes, path, origin) {
		return observeBytes(await (this.#engine ??= import("./dist6.mjs")), bytes, path, origin);
	}
	/** The objects of the versions that nothing is known of yet, each once, with the versions that it is. */
	async *#read(versions) {
		const wanted = /* @__PURE__ */ new Map();
		for (const version of versions) {
			if (this.#quiet.has(version.blob) || this.#known.has(keyOf(version))) continue;
			const here = wanted.get(version.blob) ?? /* @__PURE__ */ new Map();
			wanted.set(version.blob, here.set(version.path, version));
		}
		for await (const object of this.#objects.read([...wanted.keys()])) yield {
			object,
			here: [...wanted.get(object.asked)?.values() ?? []]
		};
	}
	/** The content, or undefined where there is none to look at, which is told. */
	#bytesOf(object, here) {
		if (object.kind === "object" && object.type === "blob") {
			const size = object.bytes.length;
			if (this.#maxFileSize === void 0 || size <= this.#maxFileSize) return object.bytes;
			this.#skip(here, "too-large", `${size} bytes`, true);
		} else if (object.kind === "missing") this.#skip(here, "missing", "git does not have its content; in a partial clone, git fetch --refetch brings it");
		else if (object.kind === "too-large") this.#skip(here, "too-large", `${object.size} bytes`);
		else this.#skip(here, "unreadable", "git cannot read its content; see git fsck");
	}
	#setQuiet(blob) {
		if (this.#quiet.size < mostQuiet) this.#quiet.add(blob);
	}
	async #observe(bytes, version) {
		const found = await this.observe(bytes, version.path, this.#origin);
		this.#known.set(keyOf(version), found.length > 0 ? found : nothing);
	}
	#skip(versions, why, detail, harmless = false) {
		for (const { path, blob } of versions) {
			this.#known.set(keyOf({
				path,
				blob
			}), nothing);
			if (this.#told.has(keyOf({
				path,
				blob
			}))) continue;
			this.#told.add(keyOf({
				path,
				blob
			}));
			const skip = {
				path,
				object: blob,
				why,
				...detail !== void 0 && { detail }
			};
			this.gaps.push({
				root: this.#root,
				skip,
				harmless
			});
		}
	}
};
const keyOf = ({ path, blob }) => `${blob}\0${path}`;
/** All that a file's bytes say, whole or in windows. */
function observeBytes({ documents, observe }, bytes, path, origin) {
	const source = {
		size: bytes.length,
		read: (at, length) => bytes.subarray(at, at + length)
	};
	const observations = [];
	for (const document of documents(source, path, origin)) for (const one of observe(document)) observations.push(one);
	return observations;
}
/** Whether the text is worth the engine, which takes longer to load than all else: most hashes are not. */
async function isWorth(bytes, here) {
	const decoded = bytes.length > largestText ? void 0 : decode(bytes);
	if (decoded?.kind !== "text") return true;
	const { text } = decoded;
	if (here.some(({ path }) => mayHoldRisk({
		path,
		text
	}))) return true;
	if (!mayHold(bytes)) return false;
	const { worthReading } = await import("./worth-reading2.mjs");
	return worthReading(text);
}
/** What is larger is read in windows. */
const largestText = 8 << 20;
// ../cli/dist/sources/staged.js
/** Throws a UserError where there is no repository, or git cannot read it. */
async function scanStaged(settings, git = askStaged(settings.cwd, settings.paths[0])) {
	const store = await git.store;
	const root = {
		dir: store.dir,
		git: true
	};
	const objects = await git.objects;
	try {
		const { changes, parents, gone, unmerged } = await git.changes;
		const versions = new Versions(objects, root, { kind: "staged" }, settings.maxFileSize);
		await versions.look(changes);
		settings.onProgress?.({
			documents: versions.documents,
			total: changes.length,
			bytes: versions.bytes,
			findings: 0
		});
		const changesInventory = changes.some(({ path }) => path === inventoryName);
		const judged = versions.hasSeenAny || changesInventory || concernsFilesByName({
			changes,
			gone
		}) ? await judge(settings, versions, objects, root, store, {
			changes,
			parents,
			gone
		}) : {
			findings: [],
			suppressed: [],
			gaps: []
		};
		const { findings, suppressed } = judged;
		const inConflict = unmerged.map((path) => {
			return {
				root,
				skip: {
					path,
					why: "unreadable",
					detail: "it is in conflict: git commits nothing until it is resolved and added"
				},
				harmless: true
			};
		});
		const gaps = [
			...versions.gaps,
			...judged.gaps,
			...inConflict
		].sort((a, b) => compare(a.skip.path, b.skip.path));
		return reportOf(settings, [{
			findings: findings.toSorted(byPlace),
			suppressed: suppressed.toSorted(byPlace)
		}], gaps, {
			documents: versions.documents,
			bytes: versions.bytes,
			ignored: 0,
			dependencyFolders: 0,
			repositories: 1,
			staged: changes.length
		});
	} finally {
		objects.close();
	}
}
async function judge(settings, versions, objects, root, store, { changes, parents, gone }) {
	const [{ broughtBy }, { needsKeyFiles, ProjectEvidence }, { InventoryVersions }] = await Promise.all([
		import("./brought.mjs"),
		import("./project.mjs"),
		import("./inventory-versions.mjs")
	]);
	const project = new ProjectEvidence(store, objects);
	const changed = new Set(changes.map(({ key }) => key));
	const evidence = (fresh) => project.of("", changed, needsKeyFiles(fresh));
	const files = concernsFiles({
		changes,
		gone
	}) ? await (await import("./changed-files.mjs")).filesOfStep({
		store,
		objects,
		project,
		tree: "",
		changes,
		parents,
		gone
	}) : void 0;
	const inventories = new InventoryVersions(objects, root);
	const origin = { kind: "staged" };
	const now = await inventories.in("", origin);
	const change = changes.find(({ path }) => path === inventoryName);
	const before = change && await inventories.ofChange(change, origin);
	const inventory = {
		...now && { now: before ? {
			...now,
			isJudged: true
		} : now },
		...before && { before }
	};
	const services = () => project.services("");
	return {
		...await broughtBy({
			changes,
			parents,
			origin,
			more: [],
			files,
			evidence,
			services,
			inventory
		}, versions, async () => {
			const [name, suppressions] = await Promise.all([nameStore(store), settings.configFor(store.dir)]);
			return {
				name,
				suppressions,
				noIgnores: settings.noIgnores,
				asOf: settings.asOf,
				...await keyAgeOf(settings, store.dir)
			};
		}),
		gaps: inventories.gaps
	};
}
export { NoRepository, ObjectReader, UserError, Versions, Watchdog, absoluteName, addToGroup, addToSet, answered, askGit, atLeastAsBad, binanceWord, builtThreads, byPlace, bySkip, chanceIn, commitChanges, commitsOf, compare, compileLess, concernsFiles, concludeRoot, confidences, configNames, count, crashText, credentialFile, credentialRole, decode, decodeAs, defaultBaseline, defaultFailOn, defaultMinConfidence, dependencyFile, dependencyFolders, dependencyPrefixes, describesServices, detectEncoding, entriesOf, everyString, exitCode, filledTemplate, findTop, gateHits, gateRoom, gitEnvironment, gitFailure, gitFolderOf, gitRecords, grouped, hardenedConfig, hasHead, hasMark, holdsSecrets, hookNames, inventoryName, isAnyConfiguration, isFile, isInside, isLatin, isRepository, isRulesFile, isTestnet, isWanted, judged, keyAgeOf, latinBinanceWord, lessened, listed$1 as listed, loadConfig, mayHold, mayHoldRisk, meaningOf, meaningOfPath, mentionsPassphrase, nameOf, nameRoot, nameStore, namesBinance, namesExchange, noteChild, observeBytes, openStore, outputOf, ownVersion, passes, pathFrom, planScan, processIo, quoted, readAll, readSmallFile, readSmallFileNow, reasonOf, redact, redactAll, remoteName, renderReports, reportOf, resolvePaths, runHook, runScan, scan, scanStaged, scanWith, servesBelow, serviceFolder, serviceOf, serviceOfCallee, serviceWithin, severities, shortRef, shown, shownInLowerCase, shownName, shownPart, shownPath, signedBits, silence, size, splitLiterals, start, textWidth, thresholdsFrom, unreadable, userCacheFolder, visible, visibleJson, wantsColor, withoutValues, worse };
