"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
/**
 * Loads a program that is a few CommonJS files, and keeps what V8 made of them for the next run: a commit waited as long for
 * its hook to be compiled as for its files to be read. That includes the functions which ran, which Node's own compile cache
 * leaves out. What is kept will run, so it is believed only where nobody can have written it but this user, to whom the
 * program itself belongs, and if it was made of exactly the text that is here now. It must never lie where a scanned
 * repository can bring it: the caller says where. Nothing that goes wrong with it is an error: the code is compiled, as it
 * is where NODE_DISABLE_COMPILE_CACHE is set.
 */
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const day = 24 * 60 * 60 * 1000;
/** After a day the code is kept anew: runs since then may have needed more of it than the one that kept it. */
const freshFor = day;
/** What was not kept anew for so long belongs to a version that is gone. */
const forgottenAfter = 90 * day;
/** Some versions of Node, and some sets of flags. */
const mostFiles = 100;
/** What we call such files, and nobody else does. */
const ownName = /^[\w.-]+\.cjs-[0-9a-f]{8}-v\d+\.\d+\.\d+[\w.-]*(?:\.draft)?$/;
const load = (file, cache) => {
    const isWanted = !process.env['NODE_DISABLE_COMPILE_CACHE'] && !process.env['NODE_V8_COVERAGE'];
    const folder = isWanted && cache !== undefined && attempt(() => isOwner(fs.statSync(file).uid)) ? cache.folder : undefined;
    const isBelieved = folder !== undefined && isOurFolder(folder);
    const modules = new Map();
    const all = [];
    const requireFrom = (from) => (name) => name.startsWith('.') ? module(path.join(from, name)) : require(name);
    function module(at) {
        const known = modules.get(at);
        if (known !== undefined)
            return known.exports;
        const made = { exports: {} };
        modules.set(at, made);
        try {
            const loaded = compiled(at, folder, isBelieved);
            all.push(loaded);
            const wrapper = loaded.script.runInThisContext();
            wrapper.call(made.exports, made.exports, requireFrom(path.dirname(at)), made, at, path.dirname(at));
        }
        catch (error) {
            // As Node has it: whoever asks again hears of it again.
            modules.delete(at);
            throw error;
        }
        return made.exports;
    }
    const program = module(file);
    if (cache?.keeps && folder !== undefined)
        process.once('exit', () => keep(folder, all));
    return program;
};
const isDaily = ([command, ...flags]) => command === 'hook' || flags.includes('--staged');
module.exports = { load, isDaily };
/**
 * Of another user's program nothing is kept and nothing believed, not by root either, whose files he would find in it. Windows
 * has no such owners: there whoever may write beside the program can write this.
 */
const isOwner = (uid) => process.geteuid === undefined || uid === process.geteuid();
/** Made by us: what git and others unpack is open to read for all. A link is none. */
const isOurFolder = (folder) => attempt(() => {
    const stat = fs.lstatSync(folder);
    return stat.isDirectory() && isOwner(stat.uid) && (process.geteuid === undefined || (stat.mode & 0o777) === 0o700);
}) === true;
/** Undefined where it fails: nothing here is worth an error. */
function attempt(what) {
    try {
        return what();
    }
    catch {
        return undefined;
    }
}
/**
 * Nobody may write it, not even we: what git checks out its owner can always write. A repository could have such files in
 * its node_modules, beside a program that was installed there.
 */
const isOurCode = (stat) => stat.isFile() && isOwner(stat.uid) && (stat.mode & 0o222) === 0 && stat.size <= mostBytes;
/** A file of ours has a tenth of that. */
const mostBytes = 64 * 1024 * 1024;
function compiled(file, folder, isBelieved) {
    const source = fs.readFileSync(file);
    const place = folder && `${folder}/${path.basename(file)}-${hash(file)}-${process.version}-${process.arch}`;
    const kept = place === undefined || !isBelieved ? undefined : keptCode(place, source);
    const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) { ${source.toString()}\n})`, {
        filename: file,
        ...(kept && { cachedData: kept.code }),
    });
    const isFresh = kept?.isFresh === true && script.cachedDataRejected === false;
    return { source, script, toKeep: isFresh ? undefined : place };
}
/** What V8 made of just this source. */
function keptCode(place, source) {
    let opened;
    try {
        opened = fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
        const stat = fs.fstatSync(opened);
        if (!isOurCode(stat))
            return undefined;
        const bytes = fs.readFileSync(opened);
        const end = bytes.length - source.length;
        const code = bytes.subarray(0, end / 2);
        // V8 itself compares no more than the length of the source, and what is damaged would bring the process down.
        if (end <= 0 || !source.equals(bytes.subarray(end)) || !code.equals(bytes.subarray(end / 2, end)))
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
    // Else the next run compiles once more.
    attempt(() => {
        makeFolder(folder);
        for (const { source, script, toKeep } of due) {
            // One that cannot be written is no reason to leave out the others.
            attempt(() => {
                const code = script.createCachedData();
                // Twice: two that are the same are undamaged, and nothing tells that sooner. The source last, so that no scan of this
                // folder takes the file for a text.
                writeWhole(toKeep, Buffer.concat([code, code, source]));
            });
        }
        forget(folder);
    });
}
function makeFolder(folder) {
    const unlessThere = (make) => {
        try {
            make();
        }
        catch (error) {
            if (error.code !== 'EEXIST')
                throw error;
        }
    };
    unlessThere(() => fs.mkdirSync(folder, { mode: 0o700 }));
    if (!isOurFolder(folder))
        throw new Error('somebody else has put it there');
    // Where it lies in a work tree, git is not to see it.
    unlessThere(() => fs.writeFileSync(`${folder}/.gitignore`, '*\n', { flag: 'wx', mode: 0o600 }));
}
/** Whoever reads the file sees all of it or what was there before, also after the machine lost its power. */
function writeWhole(place, bytes) {
    const draft = `${place}.${process.pid}-${Date.now()}.draft`;
    const opened = fs.openSync(draft, 'wx', 0o400);
    try {
        try {
            fs.writeFileSync(opened, bytes);
            fs.fsyncSync(opened);
        }
        finally {
            fs.closeSync(opened);
        }
        // Windows puts nothing in the place of what nobody may write.
        if (process.platform === 'win32')
            fs.rmSync(place, { force: true });
        fs.renameSync(draft, place);
    }
    catch (error) {
        fs.rmSync(draft, { force: true });
        throw error;
    }
}
/** Deletes what belongs to versions that are gone, drafts that nobody finished, and the oldest where there are too many. */
function forget(folder) {
    const aged = fs.readdirSync(folder).flatMap((name) => {
        const stat = ownName.test(name) ? attempt(() => fs.lstatSync(`${folder}/${name}`)) : undefined;
        return stat?.isFile() ? [{ name, age: Math.abs(Date.now() - stat.mtimeMs) }] : [];
    });
    for (const [at, { name, age }] of aged.sort((a, b) => a.age - b.age).entries()) {
        if (at < mostFiles && age < (name.endsWith('.draft') ? day : forgottenAfter))
            continue;
        attempt(() => fs.unlinkSync(`${folder}/${name}`));
    }
}
/**
 * FNV-1a, to tell installations and V8's flags apart: not more, since the source is compared whole. Of flags the paths that
 * may change with each run do not count.
 */
function hash(file) {
    const flags = [process.env['NODE_OPTIONS'] ?? '', ...process.execArgv].join(' ').match(/--?[a-z][\w-]*(?:=\d+)?/g) ?? [];
    const text = [file, ...flags].join('\0');
    let sum = 0x811c9dc5;
    for (let i = 0; i < text.length; i++)
        sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
    return (sum >>> 0).toString(16).padStart(8, '0');
}
