"use strict";
// ../cli/dist/key-words.js
/** The words that the inventory and its flags take. */
const keyStates = [
	"planned",
	"active",
	"retiring",
	"revoked"
];
const keyTypes = [
	"Ed25519",
	"RSA",
	"HMAC"
];
const purposes = [
	"trading",
	"dashboard",
	"reporting",
	"transfers",
	"other"
];
const permissions = [
	"reading",
	"spot",
	"margin",
	"futures",
	"options",
	"portfolio-margin",
	"fix-trading",
	"fix-reading",
	"universal-transfer",
	"internal-transfer",
	"withdrawals"
];
exports.keyStates = keyStates;
exports.keyTypes = keyTypes;
exports.permissions = permissions;
exports.purposes = purposes;
