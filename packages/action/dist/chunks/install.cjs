"use strict";
// ../cli/dist/init/install.js
/** Nothing where it is there. */
const howToInstall = ({ isInstalled }) => isInstalled ? [] : ["bnguard must be in the PATH, or in node_modules, of all who use these hooks: README.md says how"];
/** A text under a line that says where it goes. */
const indented = (text) => text.trimEnd().split("\n").map((line) => `  ${line}`);
exports.howToInstall = howToInstall;
exports.indented = indented;
