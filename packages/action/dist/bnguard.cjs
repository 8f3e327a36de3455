#!/usr/bin/env node
'use strict';
/** Starts programs/bnguard.cjs. */
const { load, isDaily } = require('./code-cache.cjs');
load(`${__dirname}/programs/bnguard.cjs`, { folder: `${__dirname}/compiled`, keeps: isDaily(process.argv.slice(2)) });
