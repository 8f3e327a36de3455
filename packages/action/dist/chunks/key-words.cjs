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
Object.defineProperty(exports, "keyStates", {
	enumerable: true,
	get: function() {
		return keyStates;
	}
});
Object.defineProperty(exports, "keyTypes", {
	enumerable: true,
	get: function() {
		return keyTypes;
	}
});
Object.defineProperty(exports, "permissions", {
	enumerable: true,
	get: function() {
		return permissions;
	}
});
Object.defineProperty(exports, "purposes", {
	enumerable: true,
	get: function() {
		return purposes;
	}
});
