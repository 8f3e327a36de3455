import { array, boolean, description, exactOptional, literal, minLength, pipe, regex, string, union } from "./dist4.mjs";
import { keyStates, keyTypes, permissions, purposes } from "./key-words.mjs";
import { daySchema, expected, fingerprintSchema, strictly, word } from "./config-schema.mjs";
// ../cli/dist/inventory-schema.js
/** The shape of bnguard.keys.yaml: read by inventory.ts, published as schema/keys.schema.json. */
const described = (schema, says) => pipe(schema, description(says));
const list = expected("a list");
const words = pipe(string(expected("text")), minLength(1, expected("text, not nothing")));
const nameSchema = pipe(string(expected("a name")), regex(/^[^\s\p{C}](?:[^\p{C}]{0,78}[^\s\p{C}])?$/u, expected("a name of 1 to 80 characters, without line breaks")));
const addressSchema = union([words, strictly({
	address: words,
	until: exactOptional(described(daySchema, "the last day on which it is to be in the list")),
	note: exactOptional(words)
})], expected("an address, or the keys address, until (a day) and note"));
const inventorySchema = strictly({
	$schema: exactOptional(string(expected("text"))),
	schema: exactOptional(literal(1, expected("1, the only schema there is"))),
	keys: array(strictly({
		name: described(nameSchema, "what you call it; each name once"),
		label: exactOptional(described(words, "its label at Binance, where that is another")),
		fingerprints: exactOptional(described(array(fingerprintSchema, list), "of its API key and its secret or private key, as reports show them; bnguard keys add makes them")),
		state: exactOptional(described(word(keyStates), "active if absent; retiring: being replaced; revoked: deleted at Binance")),
		environment: exactOptional(described(word([
			"live",
			"testnet",
			"demo"
		]), "live if absent")),
		type: exactOptional(word(keyTypes)),
		purpose: exactOptional(described(word(purposes), "dashboard and reporting: reading is enough")),
		strategy: exactOptional(described(union([words, array(words)], expected("a name, or a list of names")), "the one that it trades")),
		permissions: exactOptional(described(array(word(permissions), list), "all that are switched on at Binance")),
		ips: exactOptional(described(array(addressSchema, list), "its IP list at Binance; [] or absent: unrestricted")),
		account: exactOptional(described(words, "the master account, by any name of yours")),
		subAccount: exactOptional(described(words, "absent: the key is of the master account")),
		owner: exactOptional(described(words, "who answers for it")),
		created: exactOptional(daySchema),
		rotated: exactOptional(described(daySchema, "the day of its last replacement")),
		inCode: exactOptional(described(boolean(expected("true or false")), "false: it stands in no file of this repository")),
		expectedIn: exactOptional(described(array(words, list), "picomatch patterns: the only files that may hold it")),
		note: exactOptional(words)
	}), list)
});
export { inventorySchema };
