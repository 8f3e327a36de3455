"use strict";
const require_rolldown_runtime = require("./rolldown-runtime.cjs");
const require_gates = require("./gates.cjs");
// ../engine/dist/flat.js
/** A copy of a short text. A piece of a text keeps all of it in memory for as long as the piece is kept. */
function flat(text) {
	return Buffer.from(text, "utf16le").toString("utf16le");
}
// ../engine/dist/clues/names.js
/**
* What a name says about its value: credential or not, which role, whose. Names are variable names, keys, headers,
* column titles and labels in several languages. Vocabulary is data; sources: docs/facts.md (Names) and the SDKs’ own names.
*/
const set = (words) => new Set(words.split(/\s+/));
const exchanges = set(`kraken bybit okx okex kucoin bitget gateio gate mexc huobi htx bitfinex bittrex coinbase gdax poloniex bitmex
  deribit ftx gemini bitstamp cexio hitbtc bingx phemex coinex whitebit upbit bithumb bitmart ascendex bitmax cryptocom dydx hyperliquid
  woo woox lbank probit bitvavo bitpanda luno wazirx coindcx exmo yobit liquid bitflyer coincheck zaif bitbank korbit coinone indodax
  bitso mercado blofin backpack aster xt toobit orangex deepcoin bitunix weex kcex bitkub paribu btcturk alpaca oanda fxcm ibkr tradier
  bitrue bitopro bigone btcbox btcalpha coinmate coinmetro coinsph krakenfutures mercadobitcoin novadax oceanex foxbit hollaex
  onetrading pionex paymium zonda coincatch coinstore bydfi bequant fmfwio cryptomus wavesexchange ndax mudrex
  coinspot independentreserve btcmarkets digifinex hashkey latoken tidex livecoin cryptopia`);
const services = set(`telegram discord slack twitter github gitlab bitbucket aws amazon azure gcp google stripe paypal twilio sendgrid mailgun
  openai anthropic claude deepseek infura alchemy etherscan bscscan polygonscan moralis coingecko coinmarketcap cmc cryptocompare alphavantage
  finnhub newsapi firebase supabase sentry datadog cloudflare digitalocean heroku vercel netlify npm docker redis mongo mongodb postgres
  postgresql mysql rabbitmq jenkins sonar grafana influx influxdb elastic kafka auth0 okta keycloak facebook linkedin reddit dropbox shopify
  pusher algolia mapbox tradingview taapi glassnode santiment messari quandl polygon tiingo coinglass lunarcrush nansen dune pinata ipfs cryptoquant coinalyze amberdata kaiko laevitas covalent bitquery helius quicknode cloudinary
  consul minio backblaze wechat feishu lark dingtalk pushover pushbullet smtp`);
/** Services that hold other people's settings: what stands below their names may be anyone's. */
const hosts = set(`aws amazon azure gcp google github gitlab bitbucket docker heroku vercel netlify npm digitalocean cloudflare consul firebase
  supabase jenkins`);
const uses = {
	hash: set("hash sha sha1 sha256 sha384 sha512 md5 digest checksum integrity etag fingerprint hmacsha256 oid txid txhash merkle crc"),
	signature: set("signature sig signed sign nonce challenge"),
	session: set(`session sessions cookie cookies csrf xsrf jwt nextauth authsecret keybase flask django rails laravel express
    appsecret appkey httpsecret jwttoken refreshtoken idtoken accesstoken`),
	encryption: set("credentialsecret encryption encrypt encrypted encryptor cipher aes fernet salt pepper iv kms vapid"),
	wallet: set("wallet mnemonic seed ethereum eth evm solana sol bitcoin btc tron metamask ledger contract tx transaction block address"),
	"TLS or login": set("ssl tls httpskey httpscert httpspem localhostkey localhostcert localhostpem ssh cert certs certificate ca apns saml oidc oauth x509 gpg pgp deploykey hostkey rsakey idrsa"),
	"listen key": set("listenkey listen"),
	webhook: set("bearer webhook cursor"),
	identifier: set("uuid guid commit revision rev build version cache license serial device checksum deployment idempotency partition dedup trace span request correlation")
};
/** `sessionhashkey`: words that are written as one. */
const runTogether = /session|cookie|csrf|jwt/;
/** Names of many things, perhaps of a key. */
const vague = set("token tokens clientid loginid password passwd pwd pass passphrase path filename slug title");
/** Words for secret, also in other languages (without the scripts below). */
const secretWords = set(`secret secrets secretkey apisecret apisecretkey secretapikey sec apisec apisecretkeys skey seckey sk sapi hmac hmackey secretaccesskey
  keysecret clientsecret signingkey signkey priv
  секрет секретный секретныйключ секретная таємний таємнийключ secreta secreto secretas secretos segredo segreta segreto segrete segreti secrète
  gizli geheim geheime geheimnis geheimer geheimschlüssel geheimschluessel sekret sekretny tajny tajni tajna tajné hemlig hemlighet hemmelig
  salainen titkos titok rahasia rahsia lihim mystiko sekretniy tainiy`);
const apiKeyWords = set(`apikey apikeys accesskey accesskeyid publickey apipublickey pubkey pub keyid apikeyid apiid akey ak mbx apk publicapikey`);
const privateKeyWords = set("privatekey privkey prvkey privatekeypem privatepem");
/** Words for key, also in other languages. */
const keyWords = set(`key keys k api apis ключ ключи ключа anahtar anahtarı clave claves llave llaves chave chaves chiave chiavi
  clé clés cle schlüssel schluessel sleutel klucz klíč klic kľúč ključ kljuc kulcs nyckel nøkkel avain cheie kunci susi khoa klidi kluch klyuch kliuch`);
/** Names that, alone, tell a half of a pair: `{ public: …, private: … }`. */
const wholeNames = {
	private: "secret",
	hidden: "secret",
	sign: "secret",
	signing: "secret",
	signer: "secret",
	public: "api-key",
	access: "api-key",
	ident: "key",
	identifier: "key",
	s: "secret",
	login: "key"
};
const common = set(`my your the test tests testing live prod production main mainnet real default config settings credentials credential creds cred auth
  account accounts user users client trading trade trader bot exchange spot futures future margin usdm coinm um cm perp perpetual perpetuals delivery options
  option swap rest ws websocket api read readonly write master sub subaccount primary secondary new old current value data env environment const
  str string text var private public id name info us com global x demo testnet sandbox paper dev development staging local a b c d e one two first second
  http https url base host server service app application system profile param params args option opts props header headers row column field fields item items
  self this cls is key of for and in on with de la el le des der die das is it as to from set get load init data0 export row0 zenbot freqtrade hummingbot
  octobot jesse gekko passivbot vnpy ex exch exchanges birzha börse boerse borsa bolsa withdraw withdrawals order orders market scalper grid dca arb arbitrage strategy hft mm l s`);
const otherScripts = [
	[/私钥|私鑰|비밀|시크릿|シークレット|秘密|секрет|таємн|bí mật|gizli|μυστικ|סוד|سري|سرّي|محرمانه|مخفی|गुप्त|ลับ/iu, "secret"],
	[/API|公钥|公鑰|访问|訪問|액세스|アクセス|公開/iu, "api-key"],
	[/密钥|秘钥|密鑰|密匙/u, "secret"],
	[/khóa|キー|키|ключ|anahtar|κλειδ|מפתח|مفتاح|کلید|कुंजी|คีย์|鍵/iu, "key"]
];
/** Binance as people write it, in several scripts. */
const binanceWord = /binance|biance|bianance|tokocrypto|币安|幣安|バイナンス|바이낸스|бинанс|бінанс|بایننس|باینانس|بينانس|ไบแนนซ์|ביננס|बाइनेंस|बिनांस/iu;
/** The same for a text without other scripts, of which a search takes a fifth of the time. */
const latinBinanceWord = /binance|biance|bianance|tokocrypto/i;
/** Whether a text has no letters of the other scripts in which people write Binance. */
function isLatin(text) {
	return !/[\u0400-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text);
}
const wordPattern = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\x00-\x7f]+|\d+/g;
/** Longer names say nothing more. */
const maxName = 400;
const testnetWords = set("testnet sandbox tn");
/** Words that say testnet in a value's own name and nothing in that of its container. */
const testWords = set("test testing");
const demoWords = set("demo paper mock");
const liveWords = set("live prod production mainnet real");
/** Meanings of names that come again and again, without those that could have a piece of a value in them. */
const remembered = /* @__PURE__ */ new Map();
const maxRemembered$1 = 500;
/** The meaning of one name: a variable, a key, a header or a label. */
function meaningOf(name) {
	const known = remembered.get(name);
	if (known) return known;
	const meaning = toldBy(name);
	if (name.length > 30 || /\d/.test(name)) return meaning;
	if (remembered.size >= maxRemembered$1) remembered.clear();
	remembered.set(flat(name), meaning);
	return meaning;
}
/**
* The other exchange that a word of a name says, such as that of a module. Only whole words: two side by side, `coinStore`
* or `hash_key`, may be anything there.
*/
function exchangeIn(name) {
	return (name.slice(0, maxName).match(wordPattern) ?? []).map((word) => word.toLowerCase()).find((word) => exchanges.has(word));
}
/** Exchanges whose names are words of other things too: of modules, of libraries. */
const ofOtherThings = /^(?:gate|liquid|gemini|backpack|alpaca|aster|woo|woox|xt|mercado|luno|zonda|kraken|latoken)$/;
/** `gate_io` is found by its first word. */
const sure = /gate[._-]?io|kraken[._-]?(?:ex|api|futures|spot|rest|ws|client|exchange)/i;
/** Whether the name of a module or folder says another exchange, and nothing else. */
function namesOther(name) {
	const exchange = exchangeIn(name);
	return exchange !== void 0 && (!ofOtherThings.test(exchange) || sure.test(name));
}
function toldBy(name) {
	const words = (name.slice(0, maxName).replace(/[A-Za-z0-9]{12,}/g, spokenPart).match(wordPattern) ?? []).map((word) => word.toLowerCase()).slice(-16);
	const joined = words.join("");
	const pairs = words.map((word, i) => word + (words[i + 1] ?? ""));
	const all = [
		...words,
		...pairs,
		joined
	];
	const has = (vocabulary) => all.some((word) => vocabulary.has(word));
	const binance = binanceWord.test(joined) || words.includes("mbx") ? "name" : words.some((word) => /^(?:bnb|bn|bnc|bnce)$/.test(word)) ? "short" : void 0;
	const exchange = all.find((word) => exchanges.has(word));
	const service = exchange ?? all.find((word) => services.has(word));
	const use = Object.entries(uses).find(([, vocabulary]) => words.some((word) => vocabulary.has(word)) || pairs.some((pair) => vocabulary.has(pair)))?.[0] ?? (runTogether.test(joined) ? "session" : void 0);
	const role = roleOf(name, words, has);
	const roleWord = (word) => secretWords.has(word) || apiKeyWords.has(word) || keyWords.has(word);
	const rest = words.filter((word) => !roleWord(word) && word !== "access" && word !== "id");
	return {
		role,
		binance,
		service,
		exchange,
		use,
		vague: !use && (has(vague) || isPlainId(words, binance)),
		environment: environmentOf(words),
		foreign: rest.filter((word) => !common.has(word) && wholeNames[joined] === void 0 && !/^[a-z]{1,2}(?:key|sec|secret)$/.test(word) && !/binance|biance|tokocrypto|^bn|^\d+$/.test(word) && !/[^\x00-\x7f]/.test(word)),
		stem: rest.filter((word) => word !== "api" && word !== "private" && word !== "public").join("")
	};
}
const otherScriptsTestnet = /测试网|測試網|테스트넷|тестнет|テストネット/iu;
const otherScriptsLive = /实盘|實盤|실거래|本番|боевой/iu;
function environmentOf(words) {
	const joined = words.join("");
	if (otherScriptsTestnet.test(joined)) return "testnet";
	if (otherScriptsLive.test(joined)) return "live";
	if (words.some((word) => testnetWords.has(word) || testWords.has(word))) return "testnet";
	if (words.some((word) => demoWords.has(word))) return "demo";
	return words.some((word) => liveWords.has(word)) ? "live" : "unknown";
}
/** The role that a name tells by being one word, with or without Binance's name: `sign`, `BNC_SIGN`. */
function wholeRole(words) {
	const own = words.filter((word) => wholeNames[word] !== void 0 || !(/binance|^bn[bc]?$/.test(word) || common.has(word)));
	return wholeNames[own.join("")];
}
function roleOf(name, words, has) {
	if (words.includes("private") && (words.includes("key") || words.includes("pem")) || has(privateKeyWords)) return "private-key";
	if (words.some((word) => secretWords.has(word)) || has(secretWords)) return "secret";
	if ((words.includes("api") || words.includes("access") || words.includes("public") || words.includes("mbx")) && words.some((word) => keyWords.has(word) && word !== "api") || has(apiKeyWords)) return "api-key";
	if (words.some((word) => /^(?:binance|bn|bnb|bnc)$/.test(word)) && words.some((word) => /^(?:pass|password|passwd|pwd)$/.test(word))) return "secret";
	const whole = wholeRole(words);
	if (whole) return whole;
	const part = words.find((word) => word === "public" || word === "private" || word === "hidden");
	const other = words.filter((word) => word !== part && !common.has(word) && !/^(?:part|half|piece|value|key)$/.test(word));
	if (part && other.length === 0) return wholeNames[part];
	if (words.length === 1 && /^[a-z]{1,2}sec(?:ret)?$/.test(words[0])) return "secret";
	if (words.length === 1 && /^[a-z]{1,2}key$/.test(words[0])) return "key";
	const foreign = /[^\x00-\x7f]/.test(name) ? otherScripts.find(([pattern]) => pattern.test(name))?.[1] : void 0;
	if (foreign) return foreign;
	return words.some((word) => keyWords.has(word)) ? "key" : void 0;
}
/** Names of what holds values: plural ones, and things that sign. */
const container = /(?:secrets|keys|credentials|api|sign|signer|signing|login|access|public|private|hidden|identifier)$/i;
/**
* The meaning of a path of names, last step first: the last step that tells a role tells it; Binance, services and
* environments count wherever they stand. Plural containers (`secrets`, `keys`) tell no role.
*/
function meaningOfPath(path) {
	const meanings = path.map((step) => meaningOf(step));
	const last = meanings.at(-1) ?? meaningOf("");
	const upward = [...meanings].reverse();
	const above = upward[1]?.foreign.every((word) => word === upward[1]?.service) ? upward[1].service : void 0;
	const containers = upward.filter((_, i) => i > 0 && !/test(?!net)/i.test(path.at(-1 - i) ?? ""));
	return {
		role: upward.find(({ role }, i) => role !== void 0 && (i === 0 || !container.test(path.at(-1 - i) ?? "")))?.role,
		binance: upward.find(({ binance }) => binance === "name")?.binance ?? upward.find(({ binance }) => binance)?.binance,
		service: last.service ?? upward.find(({ exchange }) => exchange)?.exchange ?? (hosts.has(above ?? "") ? void 0 : above),
		exchange: upward.find(({ exchange }) => exchange)?.exchange,
		use: last.use ?? (meanings.length > 1 && !/^sessions?$/i.test(path.at(-2) ?? "") ? useAbove(meanings.at(-2)) : void 0),
		environment: last.environment !== "unknown" ? last.environment : containers.find(({ environment }) => environment !== "unknown")?.environment ?? "unknown",
		vague: last.vague,
		foreign: last.foreign,
		stem: meanings.map(({ stem, role }, i) => i === meanings.length - 1 && !role && isOrdinal(stem) ? "" : stem).join("")
	};
}
/** What is signed or hashed stands below many a name, `TestSign.cases`: only its own name makes a value a signature. */
function useAbove(meaning) {
	return /^(?:signature|hash|identifier)$/.test(meaning?.use ?? "") ? void 0 : meaning?.use;
}
/** `run_id`, `model_id`: the id of something else. `ID`, `BNC_ID` and `accessKeyId` may be a key's. */
function isPlainId(words, binance) {
	const [before, last] = words.slice(-2);
	return words.length > 1 && last === "id" && binance === void 0 && before !== void 0 && !common.has(before) && !/^(?:api|key|access|client|trading|exchange)$/.test(before);
}
/** `a` and `b`, `one` and `two`: names that count, and tell no two owners apart. */
function isOrdinal(stem) {
	return /^(?:[a-z]|one|two|first|second)?\d?$/.test(stem);
}
/** The service that a callee is a client of: `Mailgun`, `new TwilioClient`, and not `redis.set`. */
function serviceOfCallee(callee) {
	const folded = callee.toLowerCase().replace(/(?:rest)?(?:client|api|sdk|service|exchange|pro)$/, "");
	return services.has(folded) && !hosts.has(folded) ? folded : void 0;
}
/** Role of a credential by its name's role: an alphanumeric value called private key is the secret. */
function credentialRole(role) {
	if (role === "secret" || role === "private-key") return "secret";
	return role === "api-key" || role === "key" ? "api-key" : void 0;
}
/**
* Whether letters and digits in a row are more likely a piece of a value than words: seldom are four letters in it a
* word. Wrong for a few names such as `x509V3Ca2Pem`, which loses only their display.
*/
function looksRandom(run) {
	const parts = run.match(wordPattern) ?? [];
	const worded = parts.reduce((sum, part) => sum + (isWord(part) ? part.length : 0), 0);
	const digits = /\d/.test(run);
	if (run.length >= 12) return (digits || parts.length * 3 >= run.length) && worded <= .4 * run.length;
	return run.length >= 8 && digits && /[a-z]/.test(run) && /[A-Z]/.test(run) && parts.length > 4 && worded < .5 * run.length;
}
function isWord(part) {
	const word = part.toLowerCase();
	if (part.length < 2 || /\d/.test(part)) return false;
	return part.length >= 4 && /[aeiouy]/.test(word) || common.has(word) || secretWords.has(word) || apiKeyWords.has(word) || keyWords.has(word);
}
/** What of a long run a name says: nothing if it is a piece of a value, and nothing of one that follows a word. */
function spokenPart(run) {
	if (looksRandom(run)) return " ";
	if (!/\d/.test(run)) return run;
	return (run.match(wordPattern) ?? []).filter((part) => isWord(part) || /^\d{1,2}$/.test(part)).join("_");
}
/** A text of people's with every run cut that could be a piece of a value. */
function withoutValues(text) {
	return text.replace(/[A-Za-z0-9]{8,}/g, (run) => run.length >= 20 && /\d/.test(run) || looksRandom(run) ? `${run.slice(0, 4)}…` : run);
}
/** A name fit to be shown: cut, and without any run that could be part of a value. */
function shown(name) {
	const safe = withoutValues(name.slice(0, maxName)).replace(/\s+/g, " ");
	return safe.length > 60 ? `${safe.slice(0, 59)}…` : safe;
}
/** The same of a host or a package, which keep no capitals: there letters with a digit may be a piece of a value. */
function shownInLowerCase(name) {
	return name.slice(0, 80).replace(/[a-z0-9]{8,}/g, (run) => /\d/.test(run) && /[a-z]/.test(run) ? `${run.slice(0, 4)}…` : run);
}
/** A path fit to be shown: `exchange.key`. */
function shownPath(path) {
	return path.filter((step) => step !== "").slice(-4).map(shown).join(".");
}
/** Whether the word is Binance or another exchange. */
function namesExchange(word) {
	const folded = word.toLowerCase().replace(/[^a-z0-9]/g, "");
	return folded.startsWith("binance") || exchanges.has(folded);
}
// ../engine/dist/read/pieces.js
/** Collects a decoded text run by run, in text order. Runs that follow each other in the source become one piece. */
var TextBuilder = class {
	#source;
	#pieces = [];
	#text = "";
	/** Whether the last piece is a copy, which a following copy may lengthen. */
	#copied = false;
	/** @param source the text of the whole document: all spans are offsets into it. */
	constructor(source) {
		this.#source = source;
	}
	get length() {
		return this.#text.length;
	}
	/** Appends the source's own characters [start, end). */
	copy(start, end) {
		if (end <= start) return this;
		const last = this.#pieces.at(-1);
		const joins = this.#copied && last !== void 0 && last.source.end === start;
		if (joins) this.#pieces.pop();
		const from = joins ? last.text.start : this.#text.length;
		this.#text += this.#source.slice(start, end);
		const source = {
			start: joins ? last.source.start : start,
			end
		};
		this.#pieces.push({
			text: {
				start: from,
				end: this.#text.length
			},
			source
		});
		this.#copied = true;
		return this;
	}
	/**
	* Appends `text` for which the source [start, end) stands: an escape, an entity, a folded line break. The text may
	* not be longer than its source, or a part of it could be taken for a copy.
	*/
	replace(text, start, end) {
		if (text === "") return this;
		if (text.length > 1 && text.length === end - start) return this.replace(text.slice(0, 1), start, end - 1).replace(text.slice(1), end - 1, end);
		const from = this.#text.length;
		this.#text += text;
		this.#pieces.push({
			text: {
				start: from,
				end: this.#text.length
			},
			source: {
				start,
				end
			}
		});
		this.#copied = false;
		return this;
	}
	/** Takes back everything from `length` on: trailing blanks that turned out not to belong. */
	truncate(length) {
		if (length >= this.#text.length) return this;
		this.#text = this.#text.slice(0, length);
		for (let last = this.#pieces.pop(); last !== void 0; last = this.#pieces.pop()) {
			if (last.text.start >= length) continue;
			this.#pieces.push(last.text.end <= length ? last : cut(last, last.text.start, length));
			break;
		}
		this.#copied = false;
		return this;
	}
	/** What was collected. The builder is done with: it must not be used afterwards. */
	value() {
		return {
			kind: "text",
			text: this.#text,
			pieces: this.#pieces
		};
	}
};
/** The source's own characters [start, end) as a value: no escapes, one piece (none when empty). */
function verbatim(source, start, end) {
	const text = source.slice(start, end);
	if (text === "") return {
		kind: "text",
		text,
		pieces: []
	};
	return {
		kind: "text",
		text,
		pieces: [{
			text: {
				start: 0,
				end: text.length
			},
			source: {
				start,
				end
			}
		}]
	};
}
/** Whether the piece maps character by character (its spans are equally long); otherwise it maps as a whole. */
function isOneToOne(piece) {
	return piece.text.end - piece.text.start === piece.source.end - piece.source.start;
}
/** Where the whole value stands in the source. */
function extentOf(value) {
	return sourceSpan(value, {
		start: 0,
		end: value.text.length
	});
}
/**
* Where `span` of the value's text stands in the source: the smallest source span that holds all of it. Pieces that
* map as a whole count whole. Of an empty span, the place before its character; of an empty value, 0 to 0.
*/
function sourceSpan(value, span) {
	const { pieces } = value;
	const first = pieces[pieceAt(pieces, span.start)];
	if (first === void 0) {
		const end = pieces.at(-1)?.source.end ?? 0;
		return {
			start: end,
			end
		};
	}
	if (span.end <= span.start) {
		const at = cut(first, span.start, first.text.end).source.start;
		return {
			start: at,
			end: at
		};
	}
	let start = Infinity;
	let end = 0;
	for (let i = pieceAt(pieces, span.start); i < pieces.length; i++) {
		const piece = pieces[i];
		if (piece.text.start >= span.end) break;
		const { source } = cut(piece, Math.max(span.start, piece.text.start), Math.min(span.end, piece.text.end));
		start = Math.min(start, source.start);
		end = Math.max(end, source.end);
	}
	return {
		start,
		end
	};
}
/** The part `span` of a value, with its own pieces; a piece that maps as a whole keeps its whole source. */
function slice(value, span) {
	const pieces = [];
	for (let i = pieceAt(value.pieces, span.start); i < value.pieces.length; i++) {
		const piece = value.pieces[i];
		if (piece.text.start >= span.end) break;
		const part = cut(piece, Math.max(span.start, piece.text.start), Math.min(span.end, piece.text.end));
		if (part.text.end > part.text.start) pieces.push(moved(part, -span.start));
	}
	return {
		kind: "text",
		text: value.text.slice(span.start, span.end),
		pieces
	};
}
/** The values' texts one after the other: what `'a' + 'b'` means. */
function concat(values) {
	const [only] = values;
	if (only && values.length === 1) return only;
	const pieces = [];
	let length = 0;
	for (const value of values) {
		for (const piece of value.pieces) pieces.push(moved(piece, length));
		length += value.text.length;
	}
	return {
		kind: "text",
		text: values.map((value) => value.text).join(""),
		pieces
	};
}
/** The index of the piece that holds the character at `offset`; `pieces.length` when there is none. */
function pieceAt(pieces, offset) {
	let low = 0;
	let high = pieces.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (pieces[middle].text.end > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}
/** The part of a piece for the text [start, end) within it. */
function cut(piece, start, end) {
	if (!isOneToOne(piece)) return {
		text: {
			start,
			end
		},
		source: piece.source
	};
	const shift = piece.source.start - piece.text.start;
	return {
		text: {
			start,
			end
		},
		source: {
			start: start + shift,
			end: end + shift
		}
	};
}
function moved(piece, by) {
	return {
		text: {
			start: piece.text.start + by,
			end: piece.text.end + by
		},
		source: piece.source
	};
}
// ../engine/dist/lines.js
/** Start of the line that holds `at`, or `at - limit` where the line is longer. */
function lineStart(text, at, limit = 400) {
	const from = Math.max(0, at - limit);
	const found = text.slice(from, at).lastIndexOf("\n");
	return found < 0 ? from : from + found + 1;
}
/** End of the line that holds `at` (its line feed), or `at + limit` where the line is longer. */
function lineEnd(text, at, limit = 400) {
	const found = text.slice(at, at + limit).indexOf("\n");
	return found < 0 ? Math.min(text.length, at + limit) : at + found;
}
/** The span with `count` lines on each side, at most 2,000 characters each. */
function linesAround(text, { start, end }, count) {
	const before = text.slice(Math.max(0, start - 2e3), start);
	const after = text.slice(end, end + 2e3);
	let from = before.length;
	for (let k = 0; k <= count && from >= 0; k += 1) from = from === 0 ? -1 : before.lastIndexOf("\n", from - 1);
	let to = -1;
	for (let k = 0; k <= count; k += 1) {
		to = after.indexOf("\n", to + 1);
		if (to < 0) break;
	}
	return {
		start: start - before.length + from + 1,
		end: to < 0 ? end + after.length : end + to
	};
}
/**
* The head of the block that the line of `at` stands in: the nearest line above with a smaller indent. Undefined where
* there is none among `count` lines, and for a line without indent.
*/
function headAbove(text, at, count) {
	const line = lineStart(text, at);
	const indent = indentOf(text.slice(line, at));
	if (indent === 0) return void 0;
	for (const above of linesAbove(text, at, count)) if (above.trim() !== "" && indentOf(above) < indent) return above;
}
/**
* A text without what excuses findings in it, each to the end of its line: else whoever excuses one would decide how bad it is,
* or another. Not of the same length.
*/
function withoutExcuses(text) {
	return text.replace(/bnguard-ignore[^\r\n]*/gi, "");
}
/** The lines above the one that holds `at`, nearest first, at most `count`. */
function* linesAbove(text, at, count) {
	let line = lineStart(text, at);
	for (let up = 0; up < count && line > 0; up += 1) {
		const previous = lineStart(text, line - 1);
		yield text.slice(previous, line - 1);
		line = previous;
	}
}
function indentOf(line) {
	return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
// ../engine/dist/candidates/shape.js
/**
* Which runs of letters and digits have the shape of a Binance key, and which only look like it: judged by the
* characters alone and by what touches them. Names and context come later (observe.ts).
*/
const isAlphanumeric = (code) => code >= 97 && code <= 122 || code >= 48 && code <= 57 || code >= 65 && code <= 90;
/**
* The whole runs of at least `least` letters and digits. Such a run covers an offset that is a multiple of `least`, so
* only those are looked at: on code this is many times as fast as a regular expression.
*/
function longRuns(text, least) {
	const found = [];
	for (let run = nextLongRun(text, 0, least); run !== void 0; run = nextLongRun(text, run.end, least)) found.push(run);
	return found;
}
/** Whether there is such a run. */
function hasLongRun(text, least) {
	return text.length >= least && nextLongRun(text, 0, least) !== void 0;
}
/** The first such run that begins at or after `from`, where no other one ends later. */
function nextLongRun(text, from, least) {
	const half = least >> 1;
	for (let probe = from + least - 1; probe < text.length; probe += least) {
		if (!isAlphanumeric(text.charCodeAt(probe))) continue;
		if (!(isAlphanumeric(text.charCodeAt(probe - half)) && isAlphanumeric(text.charCodeAt(probe - (half >> 1))))) {
			if (probe + half >= text.length || !isAlphanumeric(text.charCodeAt(probe + half))) continue;
			if (!isAlphanumeric(text.charCodeAt(probe + (half >> 1)))) continue;
		}
		let start = probe;
		while (start > from && isAlphanumeric(text.charCodeAt(start - 1))) start -= 1;
		let end = probe + 1;
		while (end < text.length && isAlphanumeric(text.charCodeAt(end))) end += 1;
		if (end - start >= least) return {
			start,
			end
		};
		probe = end - 1;
	}
}
/** Every key-shaped run of the text, in order. Linear; finds nothing in text without runs of 64. */
function runsOf(text, long = longRuns(text, 64)) {
	const found = [];
	const isInBlock = base64BlocksIn(text);
	for (const { start, end } of long) {
		const run = text.slice(start, end);
		const candidate = key(text, start, run, isInBlock) ?? encodedKey(text, start, run);
		if (candidate) found.push(candidate);
	}
	return found;
}
/** What a long run by itself may be, whatever block it stands in: a dozen letters before it and four behind it tell. */
function shapeOfRun(text, { start, end }) {
	const run = text.slice(start, end);
	return (key(text, start, run, () => false) ?? encodedKey(text, start, run))?.kind;
}
function key(text, index, run, isInBlock) {
	const start = index + gluedPrefix(text, index, run);
	const value = text.slice(start, index + run.length);
	if (value.length !== 64 || !standsAlone(text, start, start + 64)) return void 0;
	if (isHex(value)) return isRandomHex(value) ? {
		kind: "hex64",
		start,
		end: start + 64,
		value,
		encoding: "plain"
	} : void 0;
	if (!isRandom(value) || isEncodedText(value)) return void 0;
	return isInBlock(start, start + 64) ? void 0 : {
		kind: "alnum64",
		start,
		end: start + 64,
		value,
		encoding: "plain"
	};
}
/** What an escape before the value adds to its run: the `n` of `\n`, the `3D` of `%3D`, the `u003d` of `\u003d`. */
function gluedPrefix(text, index, run) {
	const extra = run.length - 64;
	const before = text.charAt(index - 1);
	if (extra === 1 && before === "\\" && /^[nrtbf"]/.test(run)) return 1;
	if (extra === 2 && before === "%" && /^(?:3[ADad]|2[0267C]|0[ADad]|7[BCbc])/.test(run)) return 2;
	if (extra === 3 && before === "\\" && /^x(?:3d|3a|22|27)/i.test(run)) return 3;
	if (extra === 5 && before === "\\" && /^u00(?:3d|3a|22|27|26)/i.test(run)) return 5;
	return 0;
}
/**
* Whether nothing beside the run makes it a piece of something longer: base64 (`+`, `/`, `=` after), a token with a
* prefix (`sk_live_`), a JWT's dot, a path. `=` before it must be allowed: `KEY=value`.
*/
function standsAlone(text, start, end) {
	const left = text.charAt(start - 1);
	const left2 = text.charAt(start - 2);
	const right = text.charAt(end);
	const right2 = text.charAt(end + 1);
	if (right === "+" && right2 !== " " && right2 !== "\n") return false;
	if (right === "/" && right2 !== "/" && right2 !== "*" && right2 !== " ") return false;
	if (right === "/" && right2 === "/" && isBase64Line(text, start, end)) return false;
	if (/^%(?:2[BbFf]|3[Dd])/.test(text.slice(end, end + 3)) || /%2[BbFf]$/.test(text.slice(Math.max(0, start - 3), start))) return false;
	if (right === "=" || right === "_" && /\w/.test(right2) || right === "-" && /\w/.test(right2)) return false;
	if (left === "+" && !/[\s"'`]/.test(left2)) return false;
	if (left === "/" && left2 !== "/" && left2 !== "*") return false;
	if (left === "/" && left2 === "/" && text.charAt(start - 3) === ":") return right === ":" || right === "@";
	if ((left === "_" || left === "-") && /\w/.test(left2)) return false;
	if (left === "." && /\w/.test(left2)) return false;
	if (right === "." && /\w/.test(right2)) return false;
	if (/\bsha-?\d{1,3}[-:=]$/i.test(text.slice(Math.max(0, start - 10), start))) return false;
	if (/base64,$/.test(text.slice(Math.max(0, start - 8), start))) return false;
	return !(left === "x" && left2 === "0");
}
/**
* Whether a run and the two slashes behind it are a line of base64 like the one before, which a blank ends, as pictures in
* addresses have them; and no value with a comment.
*/
function isBase64Line(text, start, end) {
	const [rest = ""] = /^\/\/[A-Za-z0-9+/]{0,64}/.exec(text.slice(end, end + 66)) ?? [];
	const length = end - start + rest.length;
	const before = text.slice(Math.max(0, start - 1 - length), start - 1);
	return /\s/.test(text.charAt(start - 1)) && before.length === length && /^[A-Za-z0-9+/]+$/.test(before) && /[+/]/.test(before);
}
const isHex = (value) => /^[0-9a-f]{64}$/.test(value);
/** Digits in a row or few of them are a blank to fill: random hex practically never has 7 in a row or fewer than 8. */
const isRandomHex = (value) => !/(.)\1{6}/.test(value) && new Set(value).size >= 8 && !isPeriodic(value);
/** The same piece again and again, `1234567890abcdef` four times: what people write who need 64 characters. */
function isPeriodic(value) {
	for (let period = 1; period <= value.length / 2; period += 1) if (value[0] === value[period] && value.startsWith(value.slice(period))) return true;
	return false;
}
/** The keys of a keyboard by columns or rows. */
const keyboard = /1qaz2wsx|zaq1xsw2|qwertyuiop|poiuytrewq/i;
/**
* Upper and lower case and a digit, entropy of at least 4.6 bits, at least 28 distinct characters, none more than 4
* times in a row, no alphabet in either direction, no piece again and again. Together these refuse fewer than 1 in 10,000 random keys (measured: docs/decisions/0006).
*/
function isRandom(value) {
	if (!/[a-z]/.test(value) || !/[A-Z]/.test(value) || !/\d/.test(value)) return false;
	counts.fill(0);
	let distinct = 0;
	let repeats = 1;
	let ascending = 0;
	let descending = 0;
	let entropy = 0;
	for (let i = 0, before = 0; i < value.length; i += 1) {
		const code = value.charCodeAt(i);
		const count = counts[code];
		if (count === 0) distinct += 1;
		entropy += shares[count + 1] - shares[count];
		counts[code] = count + 1;
		repeats = code === before ? repeats + 1 : 1;
		if (repeats > 4) return false;
		if (code === before + 1) ascending += 1;
		else if (code === before - 1) descending += 1;
		before = code;
	}
	if (distinct < 28 || ascending > 12 || descending > 12 || entropy < 4.6) return false;
	return !isPeriodic(value) && !keyboard.test(value);
}
/** How often each ASCII character was seen; of the value at hand alone. */
const counts = /* @__PURE__ */ new Uint8Array(128);
/** What a character that stands so often in 64 adds to the entropy. */
const shares = Array.from({ length: 65 }, (_, count) => count === 0 ? 0 : -(count / 64) * Math.log2(count / 64));
/** Letters and digits that no word, alphabet or hash is: what a machine made, perhaps of lower case alone. */
function isVaried(value) {
	return new Set(value).size >= 18 && /\d/.test(value) && /[g-z]/i.test(value) && !/(.)\1{4}/.test(value) && !/0123|abcdef/i.test(value);
}
/** Of random bytes 19 in 48 are printable. So many, or more, are in no key: see decision 0006. */
const mostlyPrintable = 38;
/** Text in base64 looks like a key too: plain, or with a few bytes between, as messages of Protocol Buffers have. */
function isEncodedText(value) {
	return atob(value).replace(/[^\t\n\r -~]/g, "").length >= mostlyPrintable;
}
/** A key in base64, as Kubernetes secrets hold it: 64 bytes are 86 characters and `==`, 65 (with newline) 87 and `=`. */
function encodedKey(text, index, run) {
	const padding = run.length === 86 ? 2 : run.length === 87 ? 1 : -1;
	if (padding < 0) return void 0;
	const end = index + run.length;
	const padded = text.startsWith("=".repeat(padding), end);
	if (!padded && /[+/=_-]/.test(text.charAt(end))) return void 0;
	if (/[+/]/.test(text.charAt(index - 1))) return void 0;
	const decoded = atob(run).replace(/[\r\n]+$/, "");
	if (!/^[A-Za-z0-9]{64}$/.test(decoded) || isHex(decoded) || !isRandom(decoded)) return void 0;
	return {
		kind: "alnum64",
		start: index,
		end: end + (padded ? padding : 0),
		value: decoded,
		encoding: "base64"
	};
}
const maxBlockLines = 60;
/**
* A line of base64 alone, perhaps quoted, joined or commented; what names it would break the pattern. No character fits
* two of its parts that follow each other, so that it fails at once.
*/
const bareLine = /^[\s"'`+.,\\#/*;>|-]*([A-Za-z0-9][A-Za-z0-9+/]{15,}={0,2})(?:\\[nr])*(?:[\s"'`.,\\;)][\s"'`+.,\\;)]*)?$/;
/** A walk from a run looks at lines nearby, so that only so many need be remembered. */
const maxRemembered = 500;
/**
* Tells for places in a text, best asked in order, whether the run there is a line of a certificate, a key or another
* block of base64: a bare line among bare lines of which one has `+`, `/` or padding, or below BEGIN or above END. Lines that
* a name stands on never count, nor do bare lines of nothing but letters and digits: two keys under each other are keys.
*/
function base64BlocksIn(text) {
	const byStart = /* @__PURE__ */ new Map();
	const byEnd = /* @__PURE__ */ new Map();
	const remembered = (start, end) => {
		const line = {
			start,
			end,
			kind: kindOf(text.slice(Math.max(start, end - 400), Math.min(end, start + 400)))
		};
		if (byStart.size >= maxRemembered) {
			byStart.clear();
			byEnd.clear();
		}
		byStart.set(start, line);
		byEnd.set(end, line);
		return line;
	};
	const below = (start) => byStart.get(start) ?? remembered(start, lineEnd(text, start));
	const above = (end) => byEnd.get(end) ?? remembered(lineStart(text, end), end);
	return (start, end) => {
		const from = lineStart(text, start);
		const to = lineEnd(text, end);
		if (to - from > 400 || !bareLine.test(text.slice(from, to))) return isInLiteral(text, start, end);
		for (let k = 0, at = to; k < maxBlockLines && at < text.length; k += 1) {
			const line = below(at + 1);
			if (line.kind === "telling" || line.kind === "end" && k < 3) return true;
			if (line.kind !== "bare") break;
			at = line.end;
		}
		for (let k = 0, at = from; k < maxBlockLines && at > 0; k += 1) {
			const line = above(at - 1);
			if (line.kind === "telling" || line.kind === "begin" && k < 3) return true;
			if (line.kind !== "bare") break;
			at = line.start;
		}
		return false;
	};
}
/** So much of a literal is looked at on either side of a run: four lines. */
const besideInLiteral = 280;
const escapedEnd = /(?:\\[rn])+/;
const literalEnd = /["'`\n]/;
/**
* The same of a block in one literal, `-----BEGIN CERTIFICATE-----\nMIIC…\n…`, whose lines end with escapes: below BEGIN,
* above END, or among two others as long as the run of which one tells. A key and a secret may have a third value beside
* them.
*/
function isInLiteral(text, start, end) {
	const [open, close] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 2)];
	if (!/(?:\\[rn]|["'`\n]|^)$/.test(open) || !/^(?:\\[rn]|["'`\r\n]|$)/.test(close)) return false;
	const head = text.slice(Math.max(0, start - besideInLiteral), start).split(literalEnd).at(-1) ?? "";
	const [tail = ""] = text.slice(end, end + besideInLiteral).split(literalEnd, 1);
	const above = head.split(escapedEnd).slice(0, -1).reverse();
	const below = tail.split(escapedEnd).slice(1);
	const [up, down] = [bareLines(above), bareLines(below)];
	if (up.length < 3 && kindOf(above[up.length] ?? "") === "begin") return true;
	if (down.length < 3 && kindOf(below[down.length] ?? "") === "end") return true;
	const alike = [...up, ...down].filter((line) => line.length === end - start);
	return alike.length >= 2 && alike.some((line) => kindOf(line) === "telling");
}
/** Those that stand before the first other one. */
function bareLines(lines) {
	const stop = lines.findIndex((line) => !/^(?:bare|telling)$/.test(kindOf(line)));
	return stop < 0 ? lines : lines.slice(0, stop);
}
function kindOf(line) {
	if (line.includes("-----BEGIN ")) return "begin";
	if (line.includes("-----END ")) return "end";
	const body = bareLine.exec(line)?.[1];
	return body === void 0 ? "other" : /[+/=]/.test(body) ? "telling" : "bare";
}
// ../engine/dist/candidates/der.js
/**
* Reads as much ASN.1 as tells which key some DER bytes hold, and brings the same key to the same bytes. It checks no
* mathematics and follows nothing deeper than a key's own numbers.
*/
const SEQUENCE = 48;
const INTEGER = 2;
const BITS = 3;
const OCTETS = 4;
const OID = 6;
const RSA_OID = "2a864886f70d0101";
const ED25519_OID = "2b6570";
const EC_OID = "2a8648ce3d0201";
/** PKCS#5 (PBES1 and PBES2) and the password schemes of PKCS#12. */
const PASSWORD_OIDS = ["2a864886f70d0105", "2a864886f70d010c01"];
/**
* What the bytes are the beginning of: PKCS#8, PKCS#1 and SEC 1 private keys, encrypted PKCS#8, public keys and
* certificates. Undefined for anything else. Cut bytes are read as far as they go.
*/
function readKey(bytes) {
	const whole = element(bytes, 0, Infinity);
	if (whole?.tag !== SEQUENCE) return void 0;
	const [first, second, third] = children(bytes, whole, 3);
	const is = (kind, algorithm) => ({
		kind,
		algorithm,
		length: whole.end
	});
	if (first === void 0 || second === void 0) return void 0;
	if (first.tag === INTEGER && first.end - first.start === 1 && bytes[first.start] <= 1) {
		if (second.tag === SEQUENCE && third?.tag === OCTETS) {
			const algorithm = algorithmOf(oidIn(bytes, second));
			return soundContent(bytes, third, algorithm) ? is("private", algorithm) : void 0;
		}
		if (second.tag === OCTETS && bytes[first.start] === 1) return is("private", "ec");
		if (second.tag !== INTEGER || second.end - second.start < 48) return void 0;
		if (third === void 0 || third.tag === INTEGER) return is("private", third === void 0 || third.end - third.start <= 8 ? "rsa" : "other");
		return;
	}
	if (first.tag === INTEGER && first.end - first.start >= 48 && second.tag === INTEGER) return is("public", "rsa");
	if (first.tag !== SEQUENCE) return void 0;
	const oid = oidIn(bytes, first);
	if (second.tag === BITS) return is("public", algorithmOf(oid));
	if (second.tag === OCTETS && PASSWORD_OIDS.some((prefix) => oid.startsWith(prefix))) {
		const size = second.end - second.start;
		return is("encrypted", size <= 64 ? "ed25519" : size >= 300 ? "rsa" : "other");
	}
	return second.tag === SEQUENCE && third?.tag === BITS ? is("public", "other") : void 0;
}
/**
* The same bytes for the same key, whatever it was wrapped in: PKCS#8 without attributes for RSA and Ed25519, for all
* others (and for keys that are cut) what there is.
*/
function canonical(bytes, key) {
	if (key.length > bytes.length) return bytes;
	const whole = bytes.subarray(0, key.length);
	if (key.kind !== "private" || key.algorithm !== "rsa" && key.algorithm !== "ed25519") return whole;
	const [, second, third] = children(whole, element(whole, 0, Infinity), 3);
	if (second?.tag !== SEQUENCE) return pkcs8(RSA_HEADER, whole);
	const content = whole.subarray(third.start, third.end);
	return pkcs8(key.algorithm === "rsa" ? RSA_HEADER : ED25519_HEADER, content);
}
/** An RSA key from its numbers, as PKCS#8. What is missing of its rest is 0. */
function rsaFromNumbers({ n, e, d, rest }) {
	const zero = Uint8Array.of(0);
	const numbers = [
		zero,
		n,
		e,
		d,
		...Array.from({ length: 5 }, (_, index) => rest[index] ?? zero)
	];
	return pkcs8(RSA_HEADER, wrap(SEQUENCE, ...numbers.map(integer)));
}
const RSA_HEADER = [
	SEQUENCE,
	13,
	OID,
	9,
	42,
	134,
	72,
	134,
	247,
	13,
	1,
	1,
	1,
	5,
	0
];
const ED25519_HEADER = [
	SEQUENCE,
	5,
	OID,
	3,
	43,
	101,
	112
];
function pkcs8(header, content) {
	return wrap(SEQUENCE, Uint8Array.of(INTEGER, 1, 0), Uint8Array.from(header), wrap(OCTETS, content));
}
function integer(value) {
	let from = 0;
	while (from < value.length - 1 && value[from] === 0) from++;
	const digits = value.subarray(from);
	return digits[0] >= 128 ? wrap(INTEGER, Uint8Array.of(0), digits) : wrap(INTEGER, digits);
}
function wrap(tag, ...contents) {
	const size = contents.reduce((sum, content) => sum + content.length, 0);
	const length = size < 128 ? [size] : size < 256 ? [129, size] : [
		130,
		size >> 8,
		size & 255
	];
	const out = new Uint8Array(1 + length.length + size);
	out.set([tag, ...length]);
	let at = 1 + length.length;
	for (const content of contents) {
		out.set(content, at);
		at += content.length;
	}
	return out;
}
/** Whether the content of a PKCS#8 key is what its algorithm says, as far as there are bytes. */
function soundContent(bytes, content, algorithm) {
	if (content.start >= bytes.length || algorithm !== "rsa" && algorithm !== "ed25519") return true;
	const inner = element(bytes, content.start, content.end);
	if (inner === void 0) return content.start + 4 > bytes.length;
	if (algorithm === "ed25519") return inner.tag === OCTETS && inner.end - inner.start === 32;
	const [version, modulus] = children(bytes, inner, 2);
	return inner.tag === SEQUENCE && [version, modulus].every((number) => number === void 0 || number.tag === INTEGER);
}
function algorithmOf(oid) {
	if (oid.startsWith(RSA_OID)) return "rsa";
	return oid === ED25519_OID ? "ed25519" : oid === EC_OID ? "ec" : "other";
}
/** The object identifier that a sequence begins with, in hexadecimal digits; empty if there is none. */
function oidIn(bytes, sequence) {
	const oid = element(bytes, sequence.start, sequence.end);
	if (oid?.tag !== OID || oid.end - oid.start > 16) return "";
	return Array.from(bytes.subarray(oid.start, oid.end), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
/** Up to `count` elements inside another one, as far as there are bytes. */
function children(bytes, parent, count) {
	const found = [];
	for (let at = parent.start; found.length < count; at = found.at(-1).end) {
		const next = element(bytes, at, parent.end);
		if (next === void 0) break;
		found.push(next);
	}
	return found;
}
/** The element at an offset, if its header is whole and its content ends within `limit`. */
function element(bytes, at, limit) {
	const [tag, short] = [bytes[at], bytes[at + 1]];
	if (tag === void 0 || short === void 0 || at + 2 > limit) return void 0;
	if (short < 128) return at + 2 + short <= limit ? {
		tag,
		start: at + 2,
		end: at + 2 + short
	} : void 0;
	const extra = short & 127;
	if (extra === 0 || extra > 3 || at + 2 + extra > bytes.length) return void 0;
	let length = 0;
	for (let index = 0; index < extra; index++) length = length * 256 + bytes[at + 2 + index];
	const start = at + 2 + extra;
	return start + length <= limit ? {
		tag,
		start,
		end: start + length
	} : void 0;
}
// ../engine/dist/candidates/private-keys.js
/**
* Private keys in text, in every wrapping that people give them: PEM (whole, indented, commented out, escaped, joined
* from string literals, cut), bare base64, base64 of a PEM, and .NET XML. Knows no languages: it follows the base64 from
* line to line or from literal to literal. Each character is looked at a bounded number of times.
*/
/** Shorter bodies are placeholders. An Ed25519 key has 64 letters. */
const SHORTEST = 60;
/** More than an RSA key of 8192 bits has. */
const LONGEST = 8192;
/** So far apart may two pieces of a key be: a quote, a line end, `sb.append(`, a comment. */
const LONGEST_GAP = 300;
const HEADER = /-----BEGIN (|RSA |EC |DSA |ENCRYPTED )PRIVATE KEY-----/g;
const FOOTER = /-----END (?:[A-Z0-9]+ ){0,2}PRIVATE KEY-----/y;
/** Where base64 of DER may begin: 0x30 and a length of at least 32. After a letter only if that is of an escape. */
const BARE = /M(?<=(?:^|[^A-Za-z0-9+/]|\\[nrt])M)[C-I][A-Za-z0-9+/]{2}/g;
/** Where base64 of `-----BEGIN ` begins. */
const WRAPPED = /L(?<=(?:^|[^A-Za-z0-9+/]|\\[nrt])L)S0tLS1CRUdJTi/g;
/**
* All private keys in decoded text (the source of a program as well as the value of a literal), in text order. Public
* keys, certificates, OpenSSH and PGP keys and placeholders are none.
*/
function findPrivateKeys(text) {
	const found = [
		...pemKeys(text),
		...xmlKeys(text),
		...wrappedKeys(text)
	];
	const taken = found.map(({ span }) => span).sort((a, b) => a.start - b.start);
	return [...found, ...bareKeys(text, taken)].sort((a, b) => a.span.start - b.span.start);
}
function* pemKeys(text) {
	for (const header of text.matchAll(HEADER)) {
		const start = header.index;
		const body = follow(text, start + header[0].length, styleAt(text, start));
		if (body.letters.length < SHORTEST || body.elided) continue;
		const bytes = bytesOf$1(body.letters);
		const span = {
			start,
			end: body.end
		};
		if (body.encrypted) {
			const algorithm = header[1] === "RSA " ? "rsa" : header[1] === "EC " ? "ec" : "other";
			if (varied(bytes)) yield {
				span,
				algorithm,
				encrypted: true,
				der: base64(bytes),
				form: "pem"
			};
			continue;
		}
		const key = readKey(bytes);
		if (key === void 0) continue;
		if (body.closed && bytes.length * 2 < key.length) continue;
		const match = matchOf(bytes, key, span, "pem");
		if (match !== void 0) yield match;
	}
}
function* bareKeys(text, taken) {
	let next = 0;
	let done = 0;
	for (const { index: start } of text.matchAll(BARE)) {
		while (next < taken.length && taken[next].end <= start) next++;
		if (start < done || (taken[next]?.start ?? Infinity) <= start) continue;
		if (!beginsKey(tokenAt(text, start, BEGINNING)?.letters ?? "")) continue;
		const body = follow(text, start, styleAt(text, start));
		const bytes = bytesOf$1(body.letters);
		const key = readKey(bytes);
		if (key === void 0 || bytes.length !== key.length) continue;
		const match = matchOf(bytes, key, {
			start,
			end: body.end
		}, "der");
		if (match === void 0) continue;
		done = body.end;
		yield match;
	}
}
function* wrappedKeys(text) {
	for (const { index: start } of text.matchAll(WRAPPED)) {
		const body = follow(text, start, {
			...styleAt(text, start),
			longest: 8 * LONGEST
		});
		const inner = new TextDecoder("latin1").decode(bytesOf$1(body.letters));
		for (const key of pemKeys(inner)) yield {
			...key,
			span: {
				start,
				end: body.end
			}
		};
	}
}
function matchOf(bytes, key, span, form) {
	if (key.kind === "public" || !varied(bytes.subarray(0, key.length))) return void 0;
	const der = base64(canonical(bytes, key));
	return {
		span,
		algorithm: key.algorithm,
		encrypted: key.kind === "encrypted",
		der,
		form
	};
}
/** A key's last bytes are random; those of `AAAA…` and `xxxx…` are not. 32 random bytes have some 30 values. */
function varied(bytes) {
	return new Set(bytes.subarray(-32)).size >= 16;
}
/** So many letters show what a key is, also where the parameters of an encryption come first. */
const BEGINNING = 192;
function beginsKey(letters) {
	if (!/^M[C-I]/.test(letters) || letters.length < 24) return false;
	const kind = readKey(bytesOf$1(letters.slice(0, BEGINNING)))?.kind;
	return kind === "private" || kind === "encrypted";
}
/** By what stands before a key on its line. */
function styleAt(text, start) {
	const before = text.slice(Math.max(0, start - 100), start);
	const [quote] = /\\*["'`]$/.exec(before) ?? [""];
	if (quote !== "") return {
		quote: before.endsWith(quote + quote) ? "" : quote,
		mark: ""
	};
	return {
		quote,
		mark: /(?:^|\n)[ \t]*([#/*;>|+!%<-]{1,4})[ \t]*$/.exec(before)?.[1] ?? ""
	};
}
const OLD_HEADER = /(Proc-Type:[ \t]*4,[ \t]*ENCRYPTED)|DEK-Info:[ \t]*[A-Z0-9-]+,[0-9A-Fa-f]+/y;
const LINE_END = /\r?\n|\\+(?:[nr]|u000[aAdD]|x0[aAdD])|&#(?:x0*[aAdD]|0*1[03]);/y;
const BETWEEN = /[ \t\r,]+|["'`]|\\+[t"'`]?/y;
const QUOTE = /\\*["'`]/y;
const LEADING_BLANKS = /[ \t]*/y;
const DOTS = /[ \t]*(?:\.{2,}|…|\*{3,})/y;
/** Collects the base64 that begins at or after an offset, from line to line and from literal to literal. */
function follow(text, start, style) {
	const longest = style.longest ?? LONGEST;
	const pieces = [];
	let count = 0;
	let needed = Infinity;
	let width = 0;
	let full = true;
	let end = start;
	let endBefore = start;
	let at = start;
	let inside = true;
	let { quote } = style;
	let encrypted = false;
	const body = (closed = false, elided = false) => ({
		letters: pieces.join(""),
		end,
		closed,
		encrypted,
		elided
	});
	while (at < text.length && at - end <= LONGEST_GAP && count <= longest) {
		if (text.startsWith("-----", at)) {
			const footer = matchAt(FOOTER, text, at);
			if (footer === void 0) break;
			end = at + footer.length;
			return body(true);
		}
		if (!inside) {
			quote = matchAt(QUOTE, text, at) ?? "";
			inside = quote !== "";
			at += inside ? quote.length : 1;
			continue;
		}
		if (quote !== "" && text.startsWith(quote, at)) {
			inside = false;
			at += quote.length;
			continue;
		}
		const lineEnd = matchAt(LINE_END, text, at);
		if (lineEnd !== void 0) {
			at += lineEnd.length;
			at += matchAt(LEADING_BLANKS, text, at).length;
			if (style.mark !== "" && text.startsWith(style.mark, at)) at += style.mark.length;
			continue;
		}
		const old = count === 0 ? matchAt(OLD_HEADER, text, at) : void 0;
		if (old !== void 0) {
			encrypted = true;
			end = at += old.length;
			continue;
		}
		const token = tokenAt(text, at, longest + 1);
		if (token === void 0) {
			const between = matchAt(BETWEEN, text, at);
			if (between === void 0) break;
			at += between.length;
			continue;
		}
		const { letters } = token;
		if (count > 0 && /^[+/]+$/.test(letters) && letters.length < 3 && count + letters.length !== needed) {
			at += token.length;
			continue;
		}
		if (count >= needed || !full && letters.length < 16 && count + letters.length !== needed) break;
		if (!full && needed === Infinity) break;
		if (count > 0 && (beginsKey(letters) || letters.startsWith("LS0tLS1CRUdJTi"))) break;
		if (count === 0) width = letters.length;
		full = letters.length >= width;
		pieces.push(letters);
		count += letters.length;
		endBefore = end;
		end = at += token.length;
		if (!encrypted && needed === Infinity && count >= 8 && style.longest === void 0) {
			const length = readLength(pieces.join(""));
			if (length !== void 0) needed = Math.ceil(length * 4 / 3);
		}
		if (matchAt(DOTS, text, at) !== void 0) return body(false, count < needed);
	}
	const cut = count > 0 && count < needed && needed < Infinity;
	if (cut && pieces.length > 1 && pieces.at(-1).length < 16) {
		pieces.pop();
		end = endBefore;
	}
	return body(cut && text.slice(at, at + 100).includes("-----END "), cut && matchAt(DOTS, text, at) !== void 0);
}
/** The bytes that DER takes by its first bytes. */
function readLength(letters) {
	const [tag, short = 0, ...more] = bytesOf$1(letters.slice(0, 8));
	if (tag !== 48) return void 0;
	if (short < 128) return 2 + short;
	const extra = short & 127;
	return extra >= 1 && extra <= 3 ? 2 + extra + more.slice(0, extra).reduce((sum, byte) => sum * 256 + byte, 0) : void 0;
}
const TOKEN = /(?:[A-Za-z0-9+/]+|\\+\/|\\+u002[bBfF])+(?:=|\\+u003[dD]){0,2}/y;
/** A stretch of base64 and its letters, without padding and without the escapes that JSON writers use in it. */
function tokenAt(text, at, longest) {
	const token = matchAt(TOKEN, text.slice(at, at + longest), 0);
	if (token === void 0) return void 0;
	return {
		letters: (token.includes("\\") ? unescape(token) : token).replace(/=+$/, ""),
		length: token.length
	};
}
function unescape(token) {
	return token.replace(/(?<!\\)\\+u00(2[bBfF]|3[dD])/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))).replace(/\\+/g, "");
}
function matchAt(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}
function bytesOf$1(letters) {
	return Buffer.from(letters, "base64");
}
function base64(bytes) {
	return Buffer.from(bytes).toString("base64");
}
const XML_TAG = /(?:<|&lt;|\\u003[cC])(\/?)(RSAKeyValue|Modulus|Exponent|DP|DQ|D|P|Q|InverseQ)[ \t]*(?:>|&gt;|\\u003[eE])/g;
/** The numbers of an RSAKeyValue, in the order of PKCS#1. */
const XML_NUMBERS = [
	"Modulus",
	"Exponent",
	"D",
	"P",
	"Q",
	"DP",
	"DQ",
	"InverseQ"
];
/** .NET's RSAKeyValue with a `<D>`. It becomes PKCS#8 like any other RSA key. */
function* xmlKeys(text) {
	if (!text.includes("RSAKeyValue")) return;
	let start;
	let opened;
	let numbers = /* @__PURE__ */ new Map();
	for (const tag of text.matchAll(XML_TAG)) {
		const [whole, slash, name] = tag;
		const end = tag.index + whole.length;
		if (slash === "") {
			if (name !== "RSAKeyValue") opened = {
				name,
				at: end
			};
			else {
				start = tag.index;
				numbers = /* @__PURE__ */ new Map();
			}
			continue;
		}
		if (name !== "RSAKeyValue") {
			if (opened?.name === name && tag.index - opened.at <= LONGEST) numbers.set(name, bytesOf$1(unescape(text.slice(opened.at, tag.index).replace(/(?<!\\)\\+[nrt]|\s+/g, ""))));
			opened = void 0;
			continue;
		}
		const [n, e, d, ...rest] = XML_NUMBERS.map((number) => numbers.get(number));
		if (start !== void 0 && n !== void 0 && d !== void 0 && d.length >= 48 && varied(d)) {
			const der = rsaFromNumbers({
				n,
				e: e ?? Uint8Array.of(1, 0, 1),
				d,
				rest: rest.map((number) => number ?? Uint8Array.of(0))
			});
			yield {
				span: {
					start,
					end
				},
				algorithm: "rsa",
				encrypted: false,
				der: base64(der),
				form: "xml"
			};
		}
		start = void 0;
	}
}
// ../engine/dist/read/quoted-printable.js
/** The header that says that what follows is encoded so. */
const header = /^Content-Transfer-Encoding:[ \t]*quoted-printable[ \t]*\r?$/gim;
const encoded = /=(?:\r?\n|[0-9A-F]{2})/g;
/** A part ends at the boundary of the mail's parts, and before another such header. */
const ending = /\r?\n(?:--[\w'()+,./:=?-]{1,70}|Content-Transfer-Encoding:)/gi;
/** Each encoded part as one value without a name. */
function quotedPrintable(text) {
	const parts = [];
	for (const { index, 0: line } of text.matchAll(header)) {
		const start = index + line.length;
		ending.lastIndex = start;
		const end = ending.exec(text)?.index ?? text.length;
		const builder = new TextBuilder(text);
		let at = start;
		for (const { index: inside, 0: escape } of text.slice(start, end).matchAll(encoded)) {
			const from = start + inside;
			builder.copy(at, from);
			at = from + escape.length;
			const code = escape.includes("\n") ? 0 : Number.parseInt(escape.slice(1), 16);
			if (code > 0) builder.replace(code < 128 ? String.fromCharCode(code) : "ä", from, at);
		}
		builder.copy(at, end);
		parts.push({
			path: [],
			via: "bare",
			value: builder.value(),
			span: {
				start,
				end
			},
			container: 0
		});
	}
	return parts;
}
// ../engine/dist/clues/testnet.js
/** Whether words near a hex value may tell that it is for the testnet: in whatever form environment.ts and names.ts hear it. */
const name = "testnet[\\w-]{0,40}";
/** Not of a name that is only used: `domain=CONSTANTS.TESTNET_DOMAIN`. */
const mayTellTestnet = new RegExp([
	"(?<![a-z0-9_])test[-_ ]?net(?![a-z0-9_])",
	`${name}["'\`\\])}]{0,3}\\s{0,8}(?:[:=({>]|\\|\\||\\?[?:]|or\\b|else\\b|\\.\\w|->)`,
	`${name}\\]\\s{0,8}[\\r\\n]`,
	`${name}["'\`]?[\\s,|;]{1,9}["'\`(]{0,2}(?:0x)?[0-9a-f]{64}`,
	"\\b(?:if|elif|elsif|case|when|insert)\\b[^\\n]{0,200}test_?net",
	"\\|[^\\n|]{0,60}testnet[^\\n|]{0,60}\\|",
	"\\n\\s{0,40}(?:#+|\\/\\/+|--+|;+|\\/?\\*+|<!--|\\[|=+|%+|rem\\b)[^\\n]{0,70}testnet",
	"environment(?:\\.|::)testnet",
	"testnet_?(?:\\w{1,40}_)?(?:url|host|endpoint)"
].join("|"), "i");
// ../engine/dist/split-keys.js
/**
* Whether a key may stand in a text in pieces, literals that a program joins. Only literals that follow each other at
* once or by an operator are looked at, in lists only where the text joins lists.
*/
/** What may stand between two literals that make one: an end quote, an operator or a line end, the next quote. */
const junctionOf = (operators) => new RegExp(`["'\`]\\)?[\\s\\\\]{0,40}(?:[${operators}]{1,2}|\\.\\.|<>)?[\\s\\\\]{0,40}[A-Za-z@$]{0,2}["'\`](?=[A-Za-z0-9]{8})`, "y");
const junction = junctionOf("+.&~|");
/** The same where the text joins lists of literals. */
const listJunction = junctionOf("+.,&~|");
const joinsLists = /\bjoin\b|implode/;
/** See `owners` in carriers.ts. */
const speaksOfBinance = /binance/i;
const speaksOfCcxt = /ccxt|CCXT|Ccxt/;
/**
* Whether a literal of at least 16 characters is joined to others so that together they are as long as a key. `quotes`:
* where such literals end, as the raw bytes have them; there may be more than the text has.
*/
function holdsSplitKey(text, quotes) {
	return quotes.length > 0 && (speaksOfBinance.test(text) || speaksOfCcxt.test(text)) && quotes.some(endsPartOfKey(text));
}
/** Of a text that names Binance: whether a literal that ends at `quote` is one. */
function endsPartOfKey(text) {
	const between = joinsLists.test(text) ? listJunction : junction;
	let known;
	const isAboutListenKeys = () => known ??= listens$1.test(text);
	return (end) => {
		between.lastIndex = end;
		const joined = between.exec(text);
		if (!joined) return false;
		const start = end + joined[0].length;
		const [first, second] = [{
			start: runStart(text, end),
			end
		}, {
			start,
			end: runEnd(text, start)
		}];
		return isPartOfKey(text, first, second, isAboutListenKeys);
	};
}
/** So much may an escape add to the first part: `u003d`. */
const glued = 5;
/** A key in base64. */
const longest = 92;
/** So far apart may the other parts be, a comment between them. */
const reach = 200;
/** Whether two parts of a key, with those before and behind them, can be a whole one. */
function isPartOfKey(text, first, second, isAboutListenKeys) {
	const room = longest - lengthOf(first) - lengthOf(second);
	const before = neighbours(text, first, room, partBefore);
	const behind = neighbours(text, second, room, partBehind);
	for (let from = 0; from <= before.length; from += 1) for (let to = 0; to <= behind.length; to += 1) if (mayBeKey([
		...before.slice(0, from).reverse(),
		first,
		second,
		...behind.slice(0, to)
	].map(({ start, end }) => text.slice(start, end)).join(""), isAboutListenKeys)) return true;
	return false;
}
/** The parts on one side of another, nearest first, as many as there is room for. */
function neighbours(text, part, room, next) {
	const found = [];
	let left = room;
	for (let one = next(text, part); one !== void 0 && lengthOf(one) <= left; one = next(text, one)) {
		found.push(one);
		left -= lengthOf(one);
	}
	return found;
}
/** The next literal, if a part ends its own. */
function partBehind(text, { end }) {
	if (!isQuote(text, end)) return void 0;
	for (let at = end + 1; at <= end + reach && at < text.length; at += 1) {
		if (!isQuote(text, at)) continue;
		const stop = runEnd(text, at + 1);
		return stop > at + 1 ? {
			start: at + 1,
			end: stop
		} : void 0;
	}
}
/** The literal before, if a part begins its own. */
function partBefore(text, { start }) {
	if (!isQuote(text, start - 1)) return void 0;
	for (let at = start - 2; at >= start - reach && at > 0; at -= 1) {
		if (!isQuote(text, at)) continue;
		const from = runStart(text, at);
		return from < at ? {
			start: from,
			end: at
		} : void 0;
	}
}
/** What a listen key needs beside it. */
const listens$1 = /listen|\/ws\/|streams?=/i;
/**
* Whether joined parts look like a key of their length, in whatever order they are joined. What refuses lists of words
* refuses fewer than 1 in 10,000 hex keys and 1 in 200 listen keys.
*/
function mayBeKey(letters, isAboutListenKeys) {
	const { length } = letters;
	if (length < 60 || !/\d/.test(letters)) return false;
	if (length > 69) return isEncoded(letters, 86) || isEncoded(letters, 87);
	const key = letters.slice(-64);
	if (length >= 64 && isRandom(key)) return true;
	const distinct = new Set(letters).size;
	if (length >= 64 && /^[0-9a-f]{64}$/.test(key)) return distinct >= 13 && /(?:[a-f]\d*){10}/.test(key);
	return distinct >= 24 && /[g-z]/i.test(letters) && /\d.*\d.*\d/.test(letters) && isAboutListenKeys();
}
/** Whether the last so many letters are the base64 of a key. */
function isEncoded(letters, length) {
	const extra = letters.length - length;
	if (extra < 0 || extra > glued) return false;
	return /^[A-Za-z0-9]{64}[\r\n]*$/.test(atob(letters.slice(extra)));
}
function isQuote(text, at) {
	const letter = text[at];
	return letter === "\"" || letter === "'" || letter === "`";
}
function runStart(text, end) {
	let start = end;
	while (start > 0 && end - start <= longest && /[A-Za-z0-9]/.test(text[start - 1])) start -= 1;
	return start;
}
function runEnd(text, start) {
	let end = start;
	while (end - start <= longest && /[A-Za-z0-9]/.test(text[end] ?? "")) end += 1;
	return end;
}
function lengthOf({ start, end }) {
	return end - start;
}
// ../engine/dist/worth-reading.js
/**
* Whether reading a text could bring a candidate or an ignore comment. Most files that a gate lets through hold hashes
* or only the word Binance; a look at what could carry a credential spares them the reader. No clue is weighed here.
*/
var worth_reading_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ worthReading: () => worthReading });
/** Without one of these there is no private key to look for. */
const privateKeyMark = /PRIVATE KEY|RSAKeyValue|MC4CAQAwBQYDK2VwBCIEI|MII[EJ]|LS0tLS1CRUdJTi/;
/** See candidates/fernet.ts. Pictures in base64 have its letters too, but not at their beginning. */
const fernetToken = /(?:^|[^A-Za-z0-9+/_-])gAAAAA[A-D][A-Za-z0-9_-]{89}/;
/** Names and places of listen keys, in texts with runs as long. */
const listens = /[Ll]isten[_-]?[Kk]ey|LISTEN[_-]?KEY|(?:\/ws\/|streams?=)[A-Za-z0-9]{60}/;
/** The longest listen key, and an escape that may stick to it. */
const longestListenKey = 69;
/** Without one of these, or the name of Binance, no 64 hex digits are more than a hash. */
const ownHeader = /x-mbx/i;
const testnet = /testnet/i;
/**
* So far from a hex value a word of the testnet counts where nothing speaks of Binance. A section or a mapping that is
* called so and is longer is given up: files with the hashes of some test network are too many.
*/
const farthestTestnet = 2e4;
/** One of these stands before a hex value that is a credential: its name or the call that takes it. */
const credentialWords = /api|key|secret|client|binance|mbx|spot|futures|coinm|usdm|credential|testnet|(?<![a-z])(?:ak|sk|sec|priv|private|hmac)(?![a-z])|clave|llave|chave|chiave|sekret|segre|geheim|gizli|[^\x00-\x7f]/i;
const roleWords = /secret|key|sec\b|priv/i;
/** What stands before a value says how it is called: `"txHash": "`, `digest = 0x`. */
const ownName = /([\w$.-]{2,60})["'`]?\]?\s{0,4}(?:=>|:=|[:=])\s{0,4}(?:["'`]|0x)?$/;
/**
* False only where `observe` would find neither a credential nor an ignore comment. The cheapest questions come first.
* @param isForOther whether it is about another exchange, where that can be told: hex values for its testnet are none
*/
function worthReading(text, isForOther = () => false) {
	const long = longRuns(text, 60);
	const runs = long.length > 0 ? runsOf(text, long) : [];
	if (runs.some(({ kind }) => kind !== "hex64")) return true;
	if (long.some((run) => mayBeListenKey(text, run)) && listens.test(text)) return true;
	const named = runs.filter(({ start }) => mayBeNamed(text.slice(Math.max(0, start - wordsBefore), start)));
	if (named.length > 0) {
		if (binanceWord.test(text) || ownHeader.test(text)) return true;
		if (named.some(namesTestnet(text)) && !isForOther()) return true;
	}
	const bytes = bytesOf(text);
	if (holdsSplitKey(text, require_gates.splitLiterals(bytes))) return true;
	return require_gates.hasMark(bytes) && marksSomething(text);
}
/**
* Whether the words before a hex value may be those of a credential. Its own name may say that it is a hash; but of what is
* called secret or key above that, what a name says below may be anything.
*/
function mayBeNamed(before) {
	if (!credentialWords.test(before)) return false;
	const own = ownName.exec(before.slice(-80));
	if (!own) return true;
	const { use, role } = meaningOf(own[1]);
	return use !== "hash" || role !== void 0 || roleWords.test(before.slice(-200, -own[0].length));
}
/** Tells of runs, asked in the order of the text, whether the testnet is named near them. */
function namesTestnet(text) {
	if (/^[^\n]{0,300}testnet/i.test(text)) return () => true;
	let done = 0;
	return ({ start, end }) => {
		const from = Math.max(done - 320, start - farthestTestnet, 0);
		done = Math.max(done, end + farthestTestnet);
		if (testnet.test(text.slice(Math.max(0, start - nearTestnet), end + nearTestnet))) return true;
		const around = text.slice(from, done);
		return testnet.test(around) && mayTellTestnet.test(around);
	};
}
/** So near any word of the testnet counts; further away what tells something. */
const nearTestnet = 300;
/** What runs that are longer than keys may be: keys in base64. */
const encodedLengths = [86, 87];
/** So far a look at what stands around a run reaches, in letters: before a hex value, before another, behind it. */
const [wordsBefore, lettersBefore, lettersBehind] = [
	250,
	12,
	4
];
/** No letter of UTF-8 has more bytes. */
const mostBytes = 3;
/**
* What `worthReading` would say, as far as bytes tell: most files with long runs are told apart without decoding them.
* False is certain, of any encoding.
*/
function mayBeWorthReading(bytes) {
	const doubts = doubtsAbout(bytes);
	try {
		return require_gates.mayHold(bytes, 0, bytes.length, doubts);
	} finally {
		doubtsAbout(none);
	}
}
/** Further than this from a part of a key no other part of it stands: as many as there may be, each as far as may be. */
const farthestPart = 15e3;
const notAscii = /[^\x00-\x7f]/;
/** The questions of `worthReading`, asked of bytes. What is not ASCII is for the decoder to tell. */
const doubts = {
	isValue(start, end) {
		const buffer = bufferAsked();
		const length = end - start;
		if (isInAddress(buffer, start)) return true;
		if (length > longestListenKey && !encodedLengths.includes(length)) return false;
		const first = Math.max(0, start - lettersBefore);
		const around = buffer.toString("latin1", first, end + lettersBehind);
		const run = {
			start: start - first,
			end: end - first
		};
		if (length <= longestListenKey && (known.speaks ??= speaksOfListenKeys(buffer)) && mayBeListenKey(around, run)) return true;
		if (notAscii.test(around)) return true;
		const kind = shapeOfRun(around, run);
		if (kind !== "hex64") return kind !== void 0;
		known.whose ??= whoseMayBe();
		if (known.whose === "nobody") return false;
		if (!mayBeNamed(buffer.toString("utf8", Math.max(0, start - mostBytes * wordsBefore), start).slice(-wordsBefore))) return false;
		if (known.whose === "binance" || !isAsciiAsked()) return true;
		return (known.isNearTestnet ??= namesTestnet(textAsked()))({
			start,
			end
		});
	},
	isSplitKey(quote) {
		const text = textAsked();
		known.isPart ??= endsPartOfKey(text);
		if (known.isPart(quote)) return true;
		if (isAsciiAsked()) return false;
		const from = Math.max(0, quote - farthestPart, known.asciiTo ?? 0);
		known.asciiTo = quote + farthestPart;
		return notAscii.test(text.slice(from, known.asciiTo));
	},
	isMark: () => known.isMark ??= !isAsciiAsked() || marksSomething(textAsked())
};
const none = /* @__PURE__ */ new Uint8Array(0);
/** The bytes that are asked about. One at a time: most have no doubt, and there are very many. */
let asked = none;
/** What was seen of them. */
let known = {};
function doubtsAbout(bytes) {
	if (asked !== none) known = {};
	asked = bytes;
	return doubts;
}
const bufferAsked = () => known.buffer ??= Buffer.from(asked.buffer, asked.byteOffset, asked.byteLength);
/** All other letters take two bytes in UTF-8; counting is faster than any search. */
const isAsciiAsked = () => known.isAscii ??= Buffer.byteLength(textAsked()) === asked.length;
/** A letter for each byte. */
const textAsked = () => known.text ??= bufferAsked().toString("latin1");
/** Whether bytes speak of Binance, by one of its names in any script, or only of a testnet. */
function whoseMayBe() {
	const buffer = bufferAsked();
	if (buffer.includes(0)) return "binance";
	const text = textAsked();
	if (ownHeader.test(text) || latinBinanceWord.test(text)) return "binance";
	if (!isAsciiAsked() && binanceWord.test(buffer.toString("utf8"))) return "binance";
	return testnet.test(text) ? "testnet" : "nobody";
}
/** Whether a run stands where addresses of streams have a listen key. */
function isInAddress(buffer, start) {
	return /(?:\/ws\/|streams?=)$/.test(buffer.toString("latin1", Math.max(0, start - 8), start));
}
function speaksOfListenKeys(buffer) {
	for (const word of ["isten", "ISTEN"]) for (let at = buffer.indexOf(word); at >= 0; at = buffer.indexOf(word, at + 1)) if (/^[_-]?key/i.test(buffer.toString("latin1", at + word.length, at + word.length + 4))) return true;
	return false;
}
/** Whether what has a mark of its own is there: the words of carriers.ts, each with what makes it more than a word. */
function marksSomething(text) {
	if (text.includes("bnguard-ignore") || require_gates.mentionsPassphrase(text)) return true;
	if (text.includes("gAAAAA") && text.includes("exchanges") && fernetToken.test(text)) return true;
	if (/quoted-printable/i.test(text) && mailsKey(text)) return true;
	return privateKeyMark.test(text) && findPrivateKeys(text).length > 0;
}
/** Reused: most of the time of a fresh one goes to its memory. */
const scratch = Buffer.allocUnsafeSlow(1 << 18);
/**
* A byte for each letter, valid until the next call: the search in bytes is several times as fast as any in a text.
* Beyond 255 a letter loses its upper half, which can only make it look like more than it is.
*/
function bytesOf(text) {
	if (text.length > scratch.length) return Buffer.from(text, "latin1");
	return scratch.subarray(0, scratch.write(text, "latin1"));
}
/** Letters and digits of which most hashes have fewer kinds. Only what surely is none is refused. */
function mayBeListenKey(text, { start, end }) {
	if (end - start > longestListenKey) return false;
	const run = text.slice(start, end);
	return /\d/.test(run) && /[g-z]/i.test(run) && new Set(run).size >= 18;
}
/** Whether mail that is encoded line by line has a key in it, whole or cut. */
function mailsKey(text) {
	return quotedPrintable(text).some(({ value }) => value.kind === "text" && runsOf(value.text).length > 0);
}
exports.TextBuilder = TextBuilder;
exports.base64BlocksIn = base64BlocksIn;
exports.binanceWord = binanceWord;
exports.concat = concat;
exports.credentialRole = credentialRole;
exports.extentOf = extentOf;
exports.findPrivateKeys = findPrivateKeys;
exports.flat = flat;
exports.hasLongRun = hasLongRun;
exports.headAbove = headAbove;
exports.isLatin = isLatin;
exports.isVaried = isVaried;
exports.latinBinanceWord = latinBinanceWord;
exports.lineEnd = lineEnd;
exports.lineStart = lineStart;
exports.linesAbove = linesAbove;
exports.linesAround = linesAround;
exports.mayBeWorthReading = mayBeWorthReading;
exports.meaningOf = meaningOf;
exports.meaningOfPath = meaningOfPath;
exports.namesExchange = namesExchange;
exports.namesOther = namesOther;
exports.pieceAt = pieceAt;
exports.quotedPrintable = quotedPrintable;
exports.runsOf = runsOf;
exports.serviceOfCallee = serviceOfCallee;
exports.shown = shown;
exports.shownInLowerCase = shownInLowerCase;
exports.shownPath = shownPath;
exports.slice = slice;
exports.sourceSpan = sourceSpan;
exports.standsAlone = standsAlone;
exports.verbatim = verbatim;
exports.withoutExcuses = withoutExcuses;
exports.withoutValues = withoutValues;
exports.worthReading = worthReading;
exports.worth_reading_exports = worth_reading_exports;
