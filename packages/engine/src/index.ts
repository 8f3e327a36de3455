/** The engine's doors: bytes or text in, findings out. No front builds its own matcher; calling these is easier. */
export { mayHold } from './carriers.ts';
export { conclude, detect } from './conclude.ts';
export { byInterest } from './history.ts';
export { decode, detectEncoding } from './decode.ts';
export { expand } from './examples.ts';
export { explain } from './explain.ts';
export { locate, type Locator } from './locate.ts';
export { observe, observeCredentials } from './observe.ts';
export { gateHits, isWanted, passes } from './prefilter.ts';
export { readingClass } from './reading-class.ts';
export { observeRisks } from './risks/observe-risks.ts';
export { rules } from './rules/index.ts';
export { Secret } from './secret.ts';
export { signals } from './signals.ts';
export type * from './types.ts';
export { documents, type ByteSource } from './windows.ts';
export { worthReading } from './worth-reading.ts';
