import { inserted, readYaml, strings } from "./insert.mjs";
import { indented } from "./install.mjs";
import { lookAt } from "./look.mjs";
import { isObject } from "./managers.mjs";
import { join } from "node:path";
// ../cli/dist/init/gitlab.js
/** A job of GitLab, behind those that .gitlab-ci.yml has. */
function gitlab({ top, address }) {
	const path = join(top, ".gitlab-ci.yml");
	const found = lookAt(path);
	const before = found.kind === "text" ? found.text : void 0;
	const data = before === void 0 ? void 0 : readYaml(before)?.data;
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
	const after = found.kind === "nothing" ? job : before === void 0 ? void 0 : inserted(before, [], job);
	return after === void 0 ? {
		...common,
		edits: [],
		byHand: ["Add to .gitlab-ci.yml:", ...indented(job)]
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
    - node /tmp/bnguard/packages/action/dist/gitlab.mjs
  artifacts:
    when: always
    reports:
      secret_detection: gl-secret-detection-report.json
`;
/** Whether a job is ours by its name, or by what it runs or includes. */
function isSetUp(data) {
	if (!isObject(data)) return false;
	const run = [data, ...Object.values(data).filter(isObject)].flatMap((job) => [
		"script",
		"before_script",
		"after_script"
	].map((key) => job[key]));
	return Object.hasOwn(data, "bnguard") || strings([run, data["include"]]).some((text) => text.split("\n").some((line) => /^[^#]*\bbnguard\b/.test(line)));
}
/** GitLab takes no job of a stage that is not listed; `.pre` always is there. */
function stageOf(data) {
	const listed = isObject(data) ? data["stages"] : void 0;
	if (listed === void 0) return isObject(data) && "include" in data ? ".pre" : "test";
	const names = strings(listed).filter((name) => /^[\w-]+(?: [\w-]+)*$/.test(name));
	return [...[
		"test",
		"lint",
		"check",
		"build"
	].flatMap((word) => [...names.filter((name) => name === word), ...names.filter((name) => name.includes(word))]), ...names].find((name) => !/deploy|release|publish|prod|deliver/i.test(name)) ?? ".pre";
}
export { gitlab };
