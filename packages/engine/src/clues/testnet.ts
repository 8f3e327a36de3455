/** Whether words near a hex value may tell that it is for the testnet: in whatever form environment.ts and names.ts hear it. */

const name = 'testnet[\\w-]{0,40}';

const forms = [
  // The word alone, or as a step of a path.
  '(?<![a-z0-9_])test[-_ ]?net(?![a-z0-9_])',
  // A name that is given something, opens a block, has parts, or stands for something unless it is set.
  `${name}["'\`\\])}]{0,3}\\s{0,8}(?:[:=({>]|\\|\\||\\?[?:]|or\\b|else\\b|\\.\\w|->)`,
  // A section’s: `[exchange_testnet]`.
  `${name}\\]\\s{0,8}[\\r\\n]`,
  // The value follows at once: `--testnet-secret …`, `put("testnet_key", "…")`.
  `${name}["'\`]?[\\s,|;]{1,9}["'\`(]{0,2}(?:0x)?[0-9a-f]{64}`,
  // A condition, a row of a table, a remark.
  '\\b(?:if|elif|elsif|case|when|insert)\\b[^\\n]{0,200}test_?net',
  '\\|[^\\n|]{0,60}testnet[^\\n|]{0,60}\\|',
  '\\n\\s{0,40}(?:#+|\\/\\/+|--+|;+|\\/?\\*+|<!--|\\[|=+|%+|rem\\b)[^\\n]{0,70}testnet',
  // Members and addresses of the testnet.
  'environment(?:\\.|::)testnet',
  'testnet_?(?:\\w{1,40}_)?(?:url|host|endpoint)',
];

/** Not of a name that is only used: `domain=CONSTANTS.TESTNET_DOMAIN`. */
export const mayTellTestnet: RegExp = new RegExp(forms.join('|'), 'i');
/** No match of it is longer. */
export const longestTold = 320;
