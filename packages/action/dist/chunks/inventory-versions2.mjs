import { UserError, inventoryName, inventoryOf, readInventory, unreadable } from "./first.mjs";
// ../cli/dist/sources/inventory-versions.js
var InventoryVersions = class {
	/** Of a version that cannot be read, which is told where it is the one that counts. */
	gaps = [];
	#objects;
	#root;
	constructor(objects, root) {
		this.#objects = objects;
		this.#root = root;
	}
	/** That of the index (`''`) or of a commit; undefined where there is none, or a faulty one, which is a gap. */
	async in(tree, origin) {
		try {
			const read = await this.#read(`${tree}:${inventoryName}`);
			return read && inventoryOf(read, origin, false);
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			const detail = error.message.replace(/\.?\n/g, "; ").replace(/\.$/, "");
			this.gaps.push(unreadable(this.#root, inventoryName, detail));
			return;
		}
	}
	/** What stood in for it in each parent. */
	async ofChange({ olds }, origin) {
		const before = [];
		for (const old of olds) before.push(old && await this.old(old.blob, origin));
		return before;
	}
	/** An old version. A faulty one said nothing. */
	async old(blob, origin) {
		try {
			const read = await this.#read(blob);
			return read && inventoryOf(read, origin, true);
		} catch (error) {
			if (error instanceof UserError) return void 0;
			throw error;
		}
	}
	async #read(name) {
		let text;
		for await (const object of this.#objects.read([name])) {
			if (object.kind !== "object" || object.type !== "blob") continue;
			if (object.bytes.length > 1048576) throw new UserError(`${inventoryName} is larger than the 1 MB that such a file may have`);
			try {
				text = new TextDecoder("utf-8", {
					fatal: true,
					ignoreBOM: true
				}).decode(object.bytes);
			} catch {
				throw new UserError(`${inventoryName} is not UTF-8 text`);
			}
		}
		return text === void 0 ? void 0 : readInventory(text);
	}
};
export { InventoryVersions };
