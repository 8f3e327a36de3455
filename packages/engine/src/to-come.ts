import { worthReading } from './observe.ts';
import { passes } from './prefilter.ts';
export const mayHold: typeof passes = passes;
export const mayBeRead: typeof worthReading = worthReading;
