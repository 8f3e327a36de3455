import { UserError, isInside } from "./first.mjs";
import "./own-environment.mjs";
import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
// build/write-report.js
/** Writes reports where a job wants them, though what lies there may come from a stranger. */
/**
* Writes a report to a file of the job (absolute path), inside one of these folders: what lies there may come from the pull
* request, so no link is followed out of them, and one in the file's place is replaced.
*/
function writeReport(path, folders, pieces) {
	const beside = `${path}.${randomUUID()}`;
	try {
		const allowed = folders.map((folder) => realpathSync(folder));
		let existing = dirname(path);
		while (lstatSync(existing, { throwIfNoEntry: false }) === void 0) existing = dirname(existing);
		if (!allowed.some((folder) => isInside(realpathSync(existing), folder))) throw new UserError(`${path} lies outside of the workspace and of RUNNER_TEMP. Name a file in one of them.`);
		mkdirSync(dirname(path), { recursive: true });
		if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UserError(`${path} is a folder. Name a file in it.`);
		writeFileSync(beside, [...pieces].join(""), { flag: "wx" });
		renameSync(beside, join(realpathSync(dirname(path)), basename(path)));
	} catch (error) {
		rmSync(beside, { force: true });
		if (error instanceof UserError) throw error;
		const { code = "unknown error" } = error;
		throw new UserError(`${path} cannot be written (${code}). Name another file.`);
	}
}
export { writeReport };
