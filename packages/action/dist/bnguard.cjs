#!/usr/bin/env node
"use strict";
// build/bnguard.js
/** The command line as one program that a plain clone can run: nothing to install, nothing to build. */
require("./chunks/first.cjs").start();
