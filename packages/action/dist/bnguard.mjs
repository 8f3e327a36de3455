#!/usr/bin/env node
import { start } from "./chunks/first.mjs";
// build/bnguard.js
/** The command line as one program that a plain clone can run: nothing to install, nothing to build. */
await start();
export {};
