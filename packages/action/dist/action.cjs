'use strict';
/** Starts programs/action.cjs. */
const { load, isDaily } = require('./code-cache.cjs');
load(`${__dirname}/programs/action.cjs`, process.env.RUNNER_ENVIRONMENT !== 'github-hosted');
