import { ObjectReader, openStore } from "./first.mjs";
import { arriving, replaced } from "./pushed2.mjs";
// ../cli/dist/hooks/arrival.js
/**
* The source of a scan for what a push brings: all new commits of all its refs, and what its tags say. What the receiving
* side has already is left out, by its refs as this repository knows them.
*/
/** A tag of a tag of a tag ends somewhere. */
const mostTags = 100;
/**
* Undefined where nothing arrives.
* @param known arguments of git rev-list for what is there: `--all`, `--remotes=origin`; none: the refs alone say it
*/
async function arrivalOf(cwd, refs, known) {
	const objects = new ObjectReader(await openStore(cwd));
	try {
		const commits = [];
		const tags = [];
		const blobs = [];
		let ids = arriving(refs);
		for (let round = 0; ids.length > 0 && round < mostTags; round += 1) {
			const next = [];
			for await (const object of objects.read(ids)) if (object.kind !== "object") commits.push(object.asked);
			else if (object.type === "tag") {
				tags.push(object.id);
				const [, target] = /^object ([0-9a-f]{40,64})\n/.exec(object.bytes.toString("latin1", 0, 100)) ?? [];
				if (target !== void 0) next.push(target);
			} else if (object.type === "blob") blobs.push(object.id);
			else commits.push(object.id);
			ids = next;
		}
		const old = [];
		for await (const object of objects.read(replaced(refs))) if (object.kind === "object") old.push(object.id);
		if (commits.length + tags.length + blobs.length === 0) return void 0;
		const revisions = [
			...commits,
			...old.map((one) => `^${one}`),
			...known.length > 0 ? ["--not", ...known] : []
		];
		return {
			kind: "range",
			revisions: commits.length > 0 ? revisions : [],
			tags,
			blobs
		};
	} finally {
		objects.close();
	}
}
export { arrivalOf };
