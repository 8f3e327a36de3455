import { credentialFile } from "./first.mjs";
// ../cli/dist/sources/files/remedy.js
/** Which line in which ignore file keeps a file out, and what tells that none does. Writes nothing. */
/**
* The line goes to the file whose rule takes the path back in, else to the one at the top: only a rule that comes later
* or stands deeper wins.
*/
function gitRemedy(path, { isIgnored, source }) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	const file = !isIgnored && source !== void 0 && /(?:^|\/)\.gitignore$/.test(source) && !source.startsWith("/") ? source : ".gitignore";
	const isOwn = credentialFile(path)?.kind !== "bot" || credentialFile(name)?.isDedicated === true;
	const folder = file.slice(0, -10);
	return {
		file,
		line: isOwn ? escaped(name) : `/${escaped(path.slice(folder.length))}`
	};
}
/** As a pattern that matches just this text. */
function escaped(text) {
	return text.replace(/[\\*?[\]]/g, String.raw`\$&`).replace(/^[#!]/, String.raw`\$&`).replace(/ $/, String.raw`\ `);
}
/** Why git would add it, as a sentence fragment. `rules`: the text of the ignore file at the top, if there is one. */
function whyAddable(path, { source, line, pattern }, rules) {
	if (source !== void 0) return `${source}:${String(line)} takes it back in with ${pattern}`;
	if (rules === void 0) return "there is no .gitignore";
	const name = path.slice(path.lastIndexOf("/") + 1);
	const lines = rules.split(/\r?\n/, 1e5);
	const about = (form) => lines.findIndex((text) => text.length < 200 && form(text));
	const commented = about((text) => text.startsWith("#") && text.replace(/^#+\s*\/?/, "").trim() === name);
	if (commented >= 0) return `the rule in .gitignore:${String(commented + 1)} is commented out`;
	const folders = about((text) => text.replace(/^\//, "").trim() === `${name}/`);
	if (folders >= 0) return `the rule ${name}/ in .gitignore:${String(folders + 1)} covers folders only`;
	const anchored = about((text) => text.trim() === `/${name}`);
	if (anchored >= 0) return `the rule /${name} in .gitignore:${String(anchored + 1)} covers only the one at the top`;
	return "no rule of .gitignore covers it";
}
export { gitRemedy, whyAddable };
