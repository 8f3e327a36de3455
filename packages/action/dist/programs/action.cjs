"use strict";
const require_first = require("../chunks/first.cjs");
const require_front = require("../chunks/front.cjs");
// build/action.js
/** Starts the Action in this process: the file that action.yml names. */
require_first.ownProcess(() => require_front.runAction(require_first.processIo(require_front.takeEnvironment("INPUT_TOKEN"))));
