"use strict";
const require_insert = require("./insert.cjs");
const require_install = require("./install.cjs");
const require_look = require("./look.cjs");
const require_init = require("./init.cjs");
let node_path = require("node:path");
// ../cli/dist/init/gitlab.js
/** A job of GitLab, behind those that .gitlab-ci.yml has. */
function gitlab({ top, address }) {
	const path = (0, node_path.join)(top, ".gitlab-ci.yml");
	const found = require_look.lookAt(path);
	const before = found.kind === "text" ? found.text : void 0;
	const data = before === void 0 ? void 0 : require_insert.readYaml(before)?.data;
	const common = {
		name: "workflow",
		isUsual: true,
		says: "GitLab: no merge request merges with a key in any of its commits."
	};
	if (isSetUp(data)) return {
		...common,
		edits: [],
		byHand: []
	};
	if (address === void 0) {
		const why = "The job names the repository that bnguard comes from, which is not known here: see docs/gitlab.md.";
		return {
			...common,
			edits: [],
			byHand: [why]
		};
	}
	const job = jobIn(stageOf(data), address);
	const after = found.kind === "nothing" ? job : before === void 0 ? void 0 : require_insert.inserted(before, [], job);
	return after === void 0 ? {
		...common,
		edits: [],
		byHand: ["Add to .gitlab-ci.yml:", ...require_install.indented(job)]
	} : {
		...common,
		edits: [{
			path,
			before,
			after
		}],
		byHand: []
	};
}
const jobIn = (stage, { place, commit }) => `bnguard:
  stage: ${stage}
  image: node:24-bookworm
  needs: []
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "push"
  script:
    - git init --quiet /tmp/bnguard
    - git -C /tmp/bnguard fetch --quiet --depth 1 https://${place}.git ${commit}
    - git -C /tmp/bnguard checkout --quiet FETCH_HEAD
    - node /tmp/bnguard/packages/action/dist/gitlab.cjs
  artifacts:
    when: always
    reports:
      secret_detection: gl-secret-detection-report.json
`;
/** Whether a job is ours by its name, or by what it runs or includes. */
function isSetUp(data) {
	if (!require_init.isObject(data)) return false;
	const run = [data, ...Object.values(data).filter(require_init.isObject)].flatMap((job) => [
		"script",
		"before_script",
		"after_script"
	].map((key) => job[key]));
	return Object.hasOwn(data, "bnguard") || require_insert.strings([run, data["include"]]).some((text) => text.split("\n").some((line) => /^[^#]*\bbnguard\b/.test(line)));
}
/** GitLab takes no job of a stage that is not listed; `.pre` always is there. */
function stageOf(data) {
	const listed = require_init.isObject(data) ? data["stages"] : void 0;
	if (listed === void 0) return require_init.isObject(data) && "include" in data ? ".pre" : "test";
	const names = require_insert.strings(listed).filter((name) => /^[\w-]+(?: [\w-]+)*$/.test(name));
	return [...[
		"test",
		"lint",
		"check",
		"build"
	].flatMap((word) => [...names.filter((name) => name === word), ...names.filter((name) => name.includes(word))]), ...names].find((name) => !/deploy|release|publish|prod|deliver/i.test(name)) ?? ".pre";
}
exports.gitlab = gitlab;
