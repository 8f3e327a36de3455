'use strict';
/** Starts programs/action.cjs. */
const { load, isDaily } = require('./code-cache.cjs');
load(`${__dirname}/programs/action.cjs`, { folder: `${__dirname}/compiled`, keeps: process.env.RUNNER_ENVIRONMENT === undefined });
