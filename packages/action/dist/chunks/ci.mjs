import { ownVersion } from "./first.mjs";
import { isThere, textOf } from "./edit.mjs";
import { join } from "node:path";
// ../cli/dist/init/ci.js
/** The check of pull or merge requests: a workflow of GitHub, or a job of GitLab. */
/** Undefined where nobody hosts it, as far as one sees. */
async function ciPart(facts) {
	if (facts.isBare || facts.host === void 0) return void 0;
	return facts.host === "github" ? github(facts) : gitlab(facts);
}
const common = {
	name: "workflow",
	isUsual: true
};
function github({ top }) {
	const path = join(top, ".github/workflows/bnguard.yml");
	return {
		...common,
		says: "GitHub: no pull request merges with a key in any of its commits.",
		edits: isThere(path) ? [] : [{
			kind: "write",
			path,
			before: void 0,
			after: workflow()
		}],
		byHand: []
	};
}
function workflow() {
	const program = `npx --yes bnguard@${ownVersion()}`;
	return `# Written by bnguard init. The Action of bnguard does more (docs/action.md): summary, SARIF, shallow clones, forks.
name: bnguard
on:
  pull_request:
  push:
permissions:
  contents: read
jobs:
  scan:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false
      - name: Every commit of a pull request, as its base excuses it
        if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
          HEAD: \${{ github.event.pull_request.head.sha }}
        run: ${program} scan --range "$HEAD ^$BASE" --config-from "$BASE" --format github
      - name: What is there after a push
        if: github.event_name == 'push'
        run: ${program} scan --format github
`;
}
async function gitlab({ top }) {
	const { inserted } = await import("./insert.mjs");
	const path = join(top, ".gitlab-ci.yml");
	const before = textOf(path);
	const says = "GitLab: no merge request merges with a key in any of its commits.";
	if (before?.includes("bnguard")) return {
		...common,
		says,
		edits: [],
		byHand: []
	};
	const job = `bnguard:
  image: node:24
  variables:
    GIT_DEPTH: "0"
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npx --yes bnguard@${ownVersion()} scan --range "$CI_COMMIT_SHA ^$CI_MERGE_REQUEST_DIFF_BASE_SHA" --config-from "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format text --format gitlab --output gl-secret-detection-report.json
  artifacts:
    when: always
    reports:
      secret_detection: gl-secret-detection-report.json
`;
	const after = before === void 0 ? job : inserted(before, [], job);
	if (after !== void 0) return {
		...common,
		says,
		edits: [{
			kind: "write",
			path,
			before,
			after
		}],
		byHand: []
	};
	return {
		...common,
		says,
		edits: [],
		byHand: ["Add to .gitlab-ci.yml:", ...job.trimEnd().split("\n").map((line) => `  ${line}`)]
	};
}
export { ciPart };
