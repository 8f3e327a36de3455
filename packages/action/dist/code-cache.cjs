"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
/**
 * Loads a program that is a few CommonJS files, and keeps what V8 made of them for the next run: a commit waited as long for
 * its hook to be compiled as for its files to be read. That includes the functions which ran, which Node's own compile cache
 * leaves out. What is kept lies in the user's folder for caches and is believed only if nobody else can have written it, and
 * if it was made of exactly the text that is here now. Nothing that goes wrong with it is an error: the code is compiled, as
 * it is where NODE_DISABLE_COMPILE_CACHE is set.
 */
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const day = 24 * 60 * 60 * 1000;
/** After a day the code is kept anew: runs since then may have needed more of it than the one that kept it. */
const freshFor = day;
/** What no run of any version kept anew for so long belongs to a version that is gone. */
const forgottenAfter = 90 * day;
const load = (file, keeps) => {
    const folder = cacheFolder();
    const modules = new Map();
    const all = [];
    const requireFrom = (from) => (name) => name.startsWith('.') ? module(path.join(from, name)) : require(name);
    function module(at) {
        const known = modules.get(at);
        if (known !== undefined)
            return known.exports;
        const made = { exports: {} };
        modules.set(at, made);
        const loaded = compiled(at, folder);
        all.push(loaded);
        const wrapper = loaded.script.runInThisContext();
        wrapper.call(made.exports, made.exports, requireFrom(path.dirname(at)), made, at, path.dirname(at));
        return made.exports;
    }
    const program = module(file);
    if (keeps && folder !== undefined)
        process.once('exit', () => keep(folder, all));
    return program;
};
const isDaily = ([command, ...flags]) => command === 'hook' || flags.includes('--staged');
module.exports = { load, isDaily };
/** The user's folder for such code; undefined where none is wanted. */
function cacheFolder() {
    const { NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE, XDG_CACHE_HOME = '', HOME } = process.env;
    if (NODE_DISABLE_COMPILE_CACHE || NODE_V8_COVERAGE)
        return undefined;
    // As in userCacheFolder (io.ts), which is in the program that is still to be loaded.
    const home = () => HOME || require('node:os').homedir();
    const caches = path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(home(), '.cache');
    return `${caches}/bnguard/code`;
}
function compiled(file, folder) {
    const source = fs.readFileSync(file);
    const place = folder && `${folder}/${path.basename(file)}-${hash(file)}-${process.version}-${process.arch}`;
    const kept = place === undefined ? undefined : keptCode(place, source);
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) { ${source.toString()}\n})`, {
        filename: file,
        ...(kept && { cachedData: kept.code }),
    });
    const isFresh = kept?.isFresh === true && script.cachedDataRejected === false;
    return { source, script, toKeep: isFresh ? undefined : place };
}
/** What V8 made of just this source, and nobody but this user can have written. */
function keptCode(place, source) {
    let opened;
    try {
        opened = fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
        const stat = fs.fstatSync(opened);
        const isOurs = process.geteuid === undefined || (stat.uid === process.geteuid() && (stat.mode & 0o022) === 0);
        if (!stat.isFile() || !isOurs || stat.size <= source.length)
            return undefined;
        const bytes = fs.readFileSync(opened);
        const second = source.length + (bytes.length - source.length) / 2;
        const code = bytes.subarray(source.length, second);
        // V8 itself compares no more than the length of the source, and what is damaged would bring the process down.
        if (!source.equals(bytes.subarray(0, source.length)) || !code.equals(bytes.subarray(second)))
            return undefined;
        return { code, isFresh: Math.abs(Date.now() - stat.mtimeMs) < freshFor };
    }
    catch {
        return undefined;
    }
    finally {
        if (opened !== undefined)
            fs.closeSync(opened);
    }
}
function keep(folder, all) {
    const due = all.filter(({ toKeep }) => toKeep !== undefined);
    if (due.length === 0)
        return;
    try {
        fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
        for (const { source, script, toKeep } of due) {
            const code = script.createCachedData();
            // Twice: two that are the same are undamaged, and nothing tells that sooner.
            writeWhole(toKeep, [source, code, code]);
        }
        for (const name of fs.readdirSync(folder)) {
            const old = path.join(folder, name);
            if (Date.now() - fs.lstatSync(old).mtimeMs > forgottenAfter)
                fs.unlinkSync(old);
        }
    }
    catch {
        // The next run compiles once more.
    }
}
/** Whoever reads the file sees all of it or what was there before, also after the machine lost its power. */
function writeWhole(place, parts) {
    const draft = `${place}.${process.pid}`;
    try {
        fs.writeFileSync(draft, Buffer.concat(parts), { mode: 0o600, flag: 'wx', flush: true });
        fs.renameSync(draft, place);
    }
    catch (error) {
        fs.rmSync(draft, { force: true });
        throw error;
    }
}
/** FNV-1a, to tell one installation's files from another's: not more, since the source is compared whole. */
function hash(text) {
    let sum = 0x811c9dc5;
    for (let i = 0; i < text.length; i++)
        sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, '0');
}
