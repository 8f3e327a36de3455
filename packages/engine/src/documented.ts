/**
 * SHA-256 of the credentials that Binance's own documentation publishes, so that the list holds no value. Collected
 * from binance/binance-spot-api-docs and developers.binance.com, 2026-11.
 */

const documented: ReadonlyMap<string, string> = new Map([
  ['09e59e63ee59f4f16875000cd3c33690f130ceab4aff3b75c96e8e88836f1b8a', 'apiKey'],
  ['163479d8466a420a6e9b343c136cc1398afa1d1498849c99ecd59c8cecf86874', 'apiKey'],
  ['1fbf6d20358e3554bec0ce4baf6ddd166cdc09e02b14833151082dd81ac2a2df', 'apiKey'],
  ['1fe770fcace1109056c6e16f40e7b64234e62e6fdd3d13ff6a6fc856b99819f9', 'apiKey'],
  ['2bf262f10f18d41f1d1822402ead34cd4705baf62a59f782c1dc18dccc03fb0b', 'apiKey'],
  ['3ace0da1f0e32affb8240a438f06964af778af285ade589f787a8862181f3c5a', 'apiKey'],
  ['3b76d52c452446111712fa1a02da33ede27938e6e2ba943f514f3929b837f043', 'apiKey'],
  ['3cdf0b83920e5951a133ea4471392a43dd5d2fe06ed43a10d415f130843c32ab', 'apiKey'],
  ['3dc1adcf0fa055b2b2d0cbf5faba2bb243bfb6f9f90fb7537b7c1f5a1c4b3b59', 'apiKey'],
  ['46c9ac9ccf18521f1422d1d198e2dcb326315cc14b6e9228e774e32220ea54dc', 'apiKey'],
  ['528317b80ddddf67ca17f421cf4cf1268c7dac90d65c7ac8d2260ad9ee179757', 'apiKey'],
  ['5ba1ed8425baaa72d558afddb8aaacdfe29ad0dc1a44dae76640127e83626d29', 'apiKey'],
  ['657f0dfc876ce54ab0143e1ecf39c702c4dc8111d408a476c84fb98a6ddb2523', 'apiKey'],
  ['6a2f10e571ba3c7fcb0253911d1a3a40a70dac0793b7dea4b52bbd11775610fb', 'apiKey'],
  ['6fd2063f1cd370c21f4d8e65c50d84c9c19bd87f10c7d134f9ce714e292aeee2', 'apiKey'],
  ['88a07940499df805e429410fb07b23408a5375962ad3960210e7c2c7aac67779', 'apiKey'],
  ['8988c60ac0be43a2adee594559e75784a0e6e9eb7f0be38c19d3cd7ea08a0e0f', 'apiKey'],
  ['99e4a93125ad88559c7dbf51aa3e66301440f4e6c51fc59a88d8af0f348a350b', 'apiKey'],
  ['9cd8af77c9ba453389dec726d31425ea880a9df1081f613f22dbb0c562fe9351', 'apiKey'],
  ['afcb22df3b7b1e056900e6cd2b1cd27cd6bc64a8aeac4016d96c214362c7137a', 'apiKey'],
  ['c2242140f15ceee1aebda3f3c2030e8e96d88d9c58645712052b54aec0cb60cb', 'apiKey'],
  ['d996d642dd7d8ff19759fd9ccf1037d9979a6bcf29af9add09654ed8008c92df', 'apiKey'],
  ['dbb12b90ee2bae534ad300960f3acccfa945cde33195582f0821acae98dfcb6b', 'apiKey'],
  ['dda7ecd568b230e7ac4fe9f94195cd20e9f6f4fd25e991d7abf8a0dacd610fa7', 'apiKey'],
  ['e6332270b07efd912aa582c5229da1dada9d23835abccc0a85077e51a64ce910', 'apiKey'],
  ['fc5a6c54a2079828a413a5700719d35e9e0b7e5035e8a371eedd56b39ef82f27', 'apiKey'],
  ['5053ebf5ac726b85783e41f802c78d0144c7c675236324d218ffe9090963528e', 'ed25519PrivateKeyBody'],
  ['386028c139110266dcb868be85e408809f50dd7a843638c2b694a6fa1a679929', 'listenKey'],
  ['5d3f8063e4250802689a9937900376dfd68b581a3bcb83c16569ad2e5c9298b5', 'listenKey'],
  ['6ea05159099a1f9784b9a678a9f54ad27d75b6ed171256bdeb4cbbc092edfc82', 'listenKey'],
  ['d220e908b229c75ec9dc9d8a156b4e9350aae804a50001d8e745bced16f5eb85', 'listenKey'],
  ['e863d406d430fada756ddbb5ea52b7333f216f069141ebbab3e34d8850cac68e', 'listenKey'],
  ['2650745bb746403de0349bb468926a38ce2d7b8f771d81f73f8c3a832647e260', 'publicKeyPemLine'],
  ['e913b2d618bc45f167e08b53b0b68d26f8c4b03666499f2310344eccf031bf0b', 'publicKeyPemLine'],
  ['0c1cc8ea05afd55a92ed4f3ca2269ee35cae1b8aa6ba13a1c88ac4214f41e69f', 'secret'],
  ['23e9efa3ced6e70c7f2dbe0d08295f18f94b0cbd5c6026677e3bc51897ee31f2', 'secret'],
  ['39ff0e019884d7e62dfe1adeb9093bd02485c092f2d00318e5f8475e90ea9581', 'secret'],
  ['c2cdb5350be92a49d4d191ad931ad58083eb11cf4b96efc0a8256341faf79cce', 'secret'],
  ['e031e4ca7b8238b83840b909ed23c76f26299bfb04689e3564939d18a6edddd3', 'secret'],
  ['f70a225fd07a0050137e0a9dcf2d366ff495fbad326f182eb5104bbeb99dd537', 'apiKey'],
  ['5761ecfd2239d284ccfd5aeb29621653335f7a69af5a2176ae2c86a512674665', 'apiKey'],
]);

/** What the value with this SHA-256 (64 hex digits) is in Binance's documentation: `apiKey`, `secret` …; undefined if nothing. */
export function documentedAs(sha256: string): string | undefined {
  return documented.get(sha256);
}
