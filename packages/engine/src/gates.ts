/** The gates by themselves: a program that starts for a few files loads the rest only when something passes. */
export { decode, detectEncoding } from './decode.ts';
export { gateMemory, gateRoom, mayHold } from './carriers.ts';
export { credentialFile } from './credential-files.ts';
export { isWanted, passes } from './prefilter.ts';
export { byInterest } from './ref-interest.ts';
export { serviceFolder } from './risks/keys/services.ts';
export { dependencyFile, mayHoldRisk, rulesFor } from './risks/gate.ts';
export { exportsOf } from './web-assembly.ts';
