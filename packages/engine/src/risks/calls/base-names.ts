/** What settings, steps of builders and variables are called that say where a client’s requests go, and what others are. Names are folded. */

/** Options that say where a client’s requests go. */
export const baseNames: RegExp =
  /(?:^|[a-z])(?:base(?:api|rest|http|ws)?(?:url|uri|path|endpoint|address|host)(?:http|ws|rest|api|spot|futures)?|http(?:base|futures)|wsbase|(?:api|rest|fapi|dapi|sapi|papi|eapi|spot|futures?|binance|exchange|server|service|proxy|relay|mirror|gateway|main|root)(?:api|rest)?(?:url|uri|base|baseurl|endpoint|host|basepath|address|root)s?|restapi(?:endpoint|url)?|futuresrestapiendpoint|rest(?:url|base|endpoint|host)|endpoint(?:url)?)$/;
/** Names that mean it only of a client, or beside its keys. */
export const shortNames: RegExp =
  /^(?:url|host|hostname|endpoint|base|server|api|rest|spot|fapi|dapi|sapi|eapi|papi|public|private|fapipublic|fapiprivate|fapiprivatev2|dapipublic|dapiprivate|v1|v3|httpbase)$/;
/** Where other things are sent: notices, prices, updates, and pages. */
export const otherNames: RegExp =
  /webhook|hook|callback|redirect|notify|alert|telegram|discord|slack|sentry|grafana|prometheus|influx|redis|mongo|postgres|database|^db|dburl|amqp|kafka|docs?(?:url)?$|homepage|website|siteurl|weburl|referr?al|referr?er|logo|icon|image|img|avatar|news|rss|feed|report|dashboard|frontend|backend|appurl|repo(?:sitory)?|download|update|support|help|login|oauth|auth(?:url|host)|metrics|trace|otel|log(?:url|host)|license|push|monitor|health|chart|price|explorer|rpc|chain|scan|cors|origin|publicurl|public_?data|market_?data|status|candle|kline|histor|archive|dataset|snapshot|storage|s3|bucket|cdn|ref(?:url|link)$|invite|affiliate|signup|register|pageurl|tradeurl|ollama|openai|llm|signal/;
/** Names that only SDKs of Binance have. */
export const ownNames: RegExp = /^(?:futures)?restapiendpoint$|^http(?:base|futures)$|^basepath$|^baseurlhttp$/;
/** Forward proxies: they carry an encrypted connection and see nothing of it. */
export const proxyNames: RegExp =
  /^(?:https?|socks\d?|ws|wss|all)?_?(?:proxy|proxies|proxyhost|proxyurls?)$|(?:https?|socks5?|ws|wss)proxy$|^(?:https?|no|all)_proxy$/i;
export const proxyPort: RegExp = /^https?:\/\/[^/]{1,200}:(?:3128|8080|8118|8888|1080|7890|7891|10809|8899)\/?$/i;
/** Setters of builders and options as functions: `.base_path("…")`, `WithBasePath("…")`, `client.setUrl("…")`. */
export const setters: RegExp =
  /^(?:with|set)?_?(?:ws|rest)?_?(?:base_?(?:api_?)?(?:url|uri|path|endpoint|address)|api_?(?:url|endpoint|base)|rest_?(?:api_?)?(?:endpoint|url)|futures_?rest_?api_?endpoint|url|endpoint|host|proxy_?url|ssl_?uri|plain_?text_?uri)$/i;

/** Steps of builders, and macros of classes, that take an address. */
export const takers: RegExp = /^(?:target|url|base_?(?:address|url|uri)|prefix_?url|root_?uri|plug|client_?options?)$/i;
