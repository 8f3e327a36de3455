/** Where money goes by what stands in the code: addresses of chains and other accounts. */
import type { Given } from './arguments.ts';

/** Names of arguments that say to whom. */
const toWhom =
  /^(?:to|dest|destination|withdraw(?:al)?|recipient|receiver|beneficiary|target|payout|cold)?(?:address|addr|wallet|email|accountid|accountnumber|iban|uid|subaccountid)$|^(?:to|toid|dest|destination|recipient|receiver|beneficiary|payee)$/;
const account =
  /^(?:to|recipient|receiver|dest(?:ination)?|target)?(?:email|subaccountid|subaccount|uid|accountid)$|^toid$/;
const email = /^[^@\s]{1,80}@[\w.-]{1,80}\.\w{2,20}$/;
const chains =
  /^(?:0x[0-9a-f]{40,64}|(?:bc1|tb1|ltc1|bnb1|tbnb1|cosmos1|osmo1|terra1|addr1|inj1|kava1|celestia1|thor1|bc1p|sei1)[a-z0-9]{20,110}|[13LDTMXrt][1-9A-HJ-NP-Za-km-z]{24,60}|[1-9A-HJ-NP-Za-km-z]{32,110}|[EU]Q[\w-]{46}|G[A-Z2-7]{55})$/;
const placeholder = /your|my_?|example|xxx|placeholder|replace|change_?me|<|\{|\$|^to_?address|^address|\.\.\./i;

/** Whether the code itself says where to: not a name, an environment variable or a placeholder. */
export function isFixed(given: readonly Given[]): boolean {
  return given.some(({ name, value }) => {
    if (value.kind !== 'text') return false;
    const text = value.text.trim();
    if (placeholder.test(text) || text.length > 200) return false;
    if (chains.test(text)) return true;
    return toWhom.test(name) && (email.test(text) || (text.length >= 20 && /^[\w:.-]+$/.test(text) && /\d/.test(text)));
  });
}

/** Whether another account is named at all. */
export function namesAccount(given: readonly Given[]): boolean {
  return given.some(({ name, value }) => account.test(name) || (value.kind === 'text' && email.test(value.text)));
}

const places =
  /^(?:(?:to|withdraw(?:al)?|dest(?:ination)?|target|wallet|cold|recipient)?_?(?:address|addr)|destination|recipient|network|chain|coin|asset|addresstag|withdraworderid|walletname|\w{0,20}address)$/;

/** Whether it looks like an exchange’s withdrawal: a coin, an amount and an address. A contract takes an amount alone. */
export function looksLikeWithdrawal(given: readonly Given[]): boolean {
  if (given.some(({ name }) => places.test(name) && !/^\d+$/.test(name))) return true;
  const positional = given.filter(({ name }) => /^\d+$/.test(name));
  return (
    positional.length >= 3 ||
    positional.some(
      ({ value }) => value.kind === 'ref' && /addr|dest|recipient|wallet/i.test(value.path.at(-1) ?? ''),
    ) ||
    (positional[0]?.value.kind === 'text' &&
      /^[A-Z0-9]{2,10}$/.test(positional[0].value.text) &&
      positional.length >= 2)
  );
}
