"use strict";
const require_first = require("./first.cjs");
const require_install = require("./install.cjs");
const require_look = require("./look.cjs");
let node_path = require("node:path");
// ../cli/dist/init/ci.js
/** The check of pull or merge requests: a workflow of GitHub, or a job of GitLab. */
/** Undefined where nobody hosts it, as far as one sees. */
async function ciPart(facts) {
	if (facts.isBare || facts.host === void 0) return void 0;
	return facts.host === "github" ? github(facts) : (await Promise.resolve().then(() => require("./gitlab.cjs"))).gitlab(facts);
}
function github({ top, address }) {
	const common = {
		name: "workflow",
		isUsual: true,
		says: "GitHub: no pull request merges with a key in any of its commits."
	};
	if (address === void 0 || !address.place.startsWith("github.com/")) return {
		...common,
		edits: [],
		byHand: ["The workflow names the repository that bnguard comes from, which is not known here: see docs/action.md."]
	};
	const path = (0, node_path.join)(top, ".github/workflows/bnguard.yml");
	const found = require_look.lookAt(path);
	const text = workflow(address);
	return {
		...common,
		edits: found.kind === "nothing" ? [{
			path,
			before: void 0,
			after: text
		}] : [],
		byHand: found.kind === "other" ? [`.github/workflows/bnguard.yml ${found.why}. Put there:`, ...require_install.indented(text)] : []
	};
}
function workflow({ place, commit }) {
	return `# Written by bnguard init. Its inputs: docs/action.md of bnguard.
name: bnguard
on:
  pull_request:
  merge_group:
  push:
permissions:
  contents: read
jobs:
  bnguard:
    runs-on: ubuntu-latest
    steps:
      - uses: ${place.replace(/^github\.com\//, "")}@${commit} # v${require_first.ownVersion()}
`;
}
exports.ciPart = ciPart;
