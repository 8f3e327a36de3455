#!/usr/bin/env node
/** The same as bnguard.cjs. */
import './bnguard.cjs';
