"use strict";
const require_dist = require("./dist3.cjs");
const require_key_words = require("./key-words.cjs");
const require_config_schema = require("./config-schema.cjs");
// ../cli/dist/inventory-schema.js
/** The shape of bnguard.keys.yaml: read by inventory.ts, published as schema/keys.schema.json. */
const described = (schema, says) => require_dist.pipe(schema, require_dist.description(says));
const list = require_config_schema.expected("a list");
const words = require_dist.pipe(require_dist.string(require_config_schema.expected("text")), require_dist.minLength(1, require_config_schema.expected("text, not nothing")));
const nameSchema = require_dist.pipe(require_dist.string(require_config_schema.expected("a name")), require_dist.regex(/^[^\s\p{C}](?:[^\p{C}]{0,78}[^\s\p{C}])?$/u, require_config_schema.expected("a name of 1 to 80 characters, without line breaks")));
const addressSchema = require_dist.union([words, require_config_schema.strictly({
	address: words,
	until: require_dist.exactOptional(described(require_config_schema.daySchema, "the last day on which it is to be in the list")),
	note: require_dist.exactOptional(words)
})], require_config_schema.expected("an address, or the keys address, until (a day) and note"));
const inventorySchema = require_config_schema.strictly({
	$schema: require_dist.exactOptional(require_dist.string(require_config_schema.expected("text"))),
	schema: require_dist.exactOptional(require_dist.literal(1, require_config_schema.expected("1, the only schema there is"))),
	keys: require_dist.array(require_config_schema.strictly({
		name: described(nameSchema, "what you call it; each name once"),
		label: require_dist.exactOptional(described(words, "its label at Binance, where that is another")),
		fingerprints: require_dist.exactOptional(described(require_dist.array(require_config_schema.fingerprintSchema, list), "of its API key and its secret or private key, as reports show them; bnguard keys add makes them")),
		state: require_dist.exactOptional(described(require_config_schema.word(require_key_words.keyStates), "active if absent; retiring: being replaced; revoked: deleted at Binance")),
		environment: require_dist.exactOptional(described(require_config_schema.word([
			"live",
			"testnet",
			"demo"
		]), "live if absent")),
		type: require_dist.exactOptional(require_config_schema.word(require_key_words.keyTypes)),
		purpose: require_dist.exactOptional(described(require_config_schema.word(require_key_words.purposes), "dashboard and reporting: reading is enough")),
		strategy: require_dist.exactOptional(described(require_dist.union([words, require_dist.array(words)], require_config_schema.expected("a name, or a list of names")), "the one that it trades")),
		permissions: require_dist.exactOptional(described(require_dist.array(require_config_schema.word(require_key_words.permissions), list), "all that are switched on at Binance")),
		ips: require_dist.exactOptional(described(require_dist.array(addressSchema, list), "its IP list at Binance; [] or absent: unrestricted")),
		account: require_dist.exactOptional(described(words, "the master account, by any name of yours")),
		subAccount: require_dist.exactOptional(described(words, "absent: the key is of the master account")),
		owner: require_dist.exactOptional(described(words, "who answers for it")),
		created: require_dist.exactOptional(require_config_schema.daySchema),
		rotated: require_dist.exactOptional(described(require_config_schema.daySchema, "the day of its last replacement")),
		inCode: require_dist.exactOptional(described(require_dist.boolean(require_config_schema.expected("true or false")), "false: it stands in no file of this repository")),
		expectedIn: require_dist.exactOptional(described(require_dist.array(words, list), "picomatch patterns: the only files that may hold it")),
		note: require_dist.exactOptional(words)
	}), list)
});
exports.inventorySchema = inventorySchema;
