import { paragraph } from "./first.mjs";
// ../cli/dist/hooks/ways-on.js
/** What a hook says beneath its findings: the ways on, and what each of them means. */
const what = {
	"pre-commit": "commit",
	"pre-merge-commit": "merge",
	"commit-msg": "commit",
	"pre-push": "push",
	"pre-receive": "push"
};
/** Behind findings. @param width in columns */
function waysOn(hook, width) {
	const lines = [
		`Take it out: read keys from the environment or a secret manager; ${{
			"pre-commit": "git add the file, and commit again",
			"pre-merge-commit": "git add the file, and git commit",
			"commit-msg": "and write the message anew",
			"pre-push": "git commit --amend or git rebase -i takes it out of commits that nobody has yet",
			"pre-receive": "git commit --amend or git rebase -i takes it out of commits that nobody has yet, and push again"
		}[hook]}. A key that was ever shared is to be deleted at Binance: bnguard explain secret-key.`,
		"It is none, or a dead one: bnguard-ignore RULE -- reason in a comment on its line, or bnguard baseline add FINGERPRINT --state revoked --reason \"…\" (--format json shows fingerprints).",
		`Past this check: ${{
			"pre-commit": "git commit --no-verify. The key is then in git’s history: deleting it later takes it out of no clone, and the hook for pushes and CI find it again.",
			"pre-merge-commit": "git merge --no-verify. The key is then in git’s history: deleting it later takes it out of no clone.",
			"commit-msg": "git commit --no-verify. The key is then in git’s history, for everybody who reads its log.",
			"pre-push": "git push --no-verify. Whoever can read the remote has the key then: delete it at Binance first.",
			"pre-receive": "only whoever runs this server can let it in."
		}[hook]}`
	].flatMap((way, i) => paragraph(way, width, 2, `${i + 1}. `));
	return [
		"",
		`bnguard stopped this ${what[hook]}. Ways on:`,
		...lines,
		""
	].join("\n");
}
/** Behind an error or an incomplete scan: why nothing goes on by itself. */
function unchecked(hook) {
	return `The ${what[hook]} was stopped, because it could not be checked as a whole; ${{
		"pre-commit": "git commit --no-verify goes on without a check",
		"pre-merge-commit": "git merge --no-verify goes on without a check",
		"commit-msg": "git commit --no-verify goes on without a check",
		"pre-push": "git push --no-verify goes on without a check",
		"pre-receive": "whoever runs this server can let it in"
	}[hook]}.`;
}
export { unchecked, waysOn };
