"use strict";
const require_first = require("./first.cjs");
const require_insert = require("./insert.cjs");
const require_install = require("./install.cjs");
const require_look = require("./look.cjs");
const require_init = require("./init.cjs");
let node_path = require("node:path");
// ../cli/dist/init/pre-commit.js
/** Hooks of the pre-commit framework: a repository of its list. */
function preCommit({ top, hooksIn, address }) {
	const path = (0, node_path.join)(top, ".pre-commit-config.yaml");
	const found = require_look.lookAt(path);
	const before = found.kind === "text" ? found.text : void 0;
	if (before !== void 0 && isSetUp(require_insert.readYaml(before)?.data)) return {
		edits: [],
		byHand: []
	};
	const text = address === void 0 ? installed : published(address);
	const after = before === void 0 ? void 0 : require_insert.inserted(before, ["repos"], text);
	const install = "pre-commit install --hook-type pre-commit --hook-type commit-msg --hook-type pre-push";
	if (before === void 0 || after === void 0) return {
		edits: [],
		byHand: [
			"Add to repos in .pre-commit-config.yaml:",
			...require_install.indented(text),
			install
		]
	};
	const isSet = hooksIn === "git" ? [] : ["git config --unset core.hooksPath      # or pre-commit cannot install"];
	const program = address === void 0 ? require_install.howToInstall({ isInstalled: false }) : [];
	return {
		edits: [{
			path,
			before,
			after
		}],
		byHand: [],
		afterwards: [
			...isSet,
			...program,
			install
		]
	};
}
/** From a clone that the framework makes; nothing is installed. */
const published = ({ place, commit }) => `- repo: https://${place}
  rev: ${commit} # v${require_first.ownVersion()}
  hooks:
    - id: bnguard
    - id: bnguard-message
    - id: bnguard-push
`;
/** The bnguard that is in the PATH. */
const installed = `- repo: local
  hooks:
    - id: bnguard
      name: bnguard
      entry: bnguard hook pre-commit
      language: system
      pass_filenames: false
      always_run: true
    - id: bnguard-message
      name: bnguard-message
      entry: bnguard hook commit-msg
      language: system
      stages: [commit-msg]
    - id: bnguard-push
      name: bnguard-push
      entry: bnguard hook pre-push
      language: system
      pass_filenames: false
      always_run: true
`;
/** Whether one of its hooks is ours, by its id or what it runs. */
function isSetUp(data) {
	return (require_init.isObject(data) && Array.isArray(data["repos"]) ? data["repos"] : []).flatMap((repo) => require_init.isObject(repo) && Array.isArray(repo["hooks"]) ? repo["hooks"] : []).some((hook) => require_init.isObject(hook) && (/^bnguard(?:-|$)/.test(String(hook["id"])) || /\bbnguard\s+(?:hook|scan)\b/.test(String(hook["entry"]))));
}
exports.preCommit = preCommit;
