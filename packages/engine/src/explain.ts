/** Why a candidate is judged as it is: every clue, the sums, and what would have changed the verdict. */
import { casesOf, findingOf, projectClues } from './conclude.ts';
import { confidenceOf, counted, thresholds, total } from './judge.ts';
import { observe } from './observe.ts';
import { signals, type Signal } from './signals.ts';
import type { Clue, Confidence, CredentialObservation, Document, Explanation } from './types.ts';

/** One explanation for each candidate of the document, in order of place. */
export function explain(document: Document): Explanation[] {
  const observations = observe(document);
  const credentials = observations.filter((one): one is CredentialObservation => one.kind === 'credential');
  return casesOf(credentials, observations, projectClues(observations, {})).map((item) => {
    const { clues, observation } = item;
    const finding = findingOf(item);
    const counting = counted(clues);
    return {
      ...(finding ? { finding } : {}),
      start: observation.start,
      masked: observation.masked,
      clues: [...counting, ...clues.filter((clue) => !counting.includes(clue))],
      counted: counting,
      totals: {
        credential: total(clues, 'credential'),
        risk: total(clues, 'risk'),
        binance: total(clues, 'binance'),
        role: total(clues, 'role'),
      },
      missing: missing(clues),
    };
  });
}

/** The clues, one for each way, that alone would lift the confidence to the next tier. */
function missing(clues: readonly Clue[]): string[] {
  const now = confidenceOf(clues);
  const next: Confidence | undefined =
    now === 'certain' ? undefined : now === 'likely' ? 'certain' : now === 'possible' ? 'likely' : 'possible';
  if (!next) return [];
  const lacking = (['credential', 'binance'] as const)
    .map((question) => ({ question, bits: thresholds[question][next] - total(clues, question) }))
    .filter(({ bits }) => bits > 0);
  const [only, ...more] = lacking;
  if (!only || more.length > 0)
    return lacking.map(
      ({ question, bits }) =>
        `${String(bits)} more bits for the question ${question === 'credential' ? 'whether it is a credential' : 'whether it is Binance’s'}`,
    );
  const strongest = new Map(counted(clues).map((clue) => [`${clue.question}/${clue.group}`, clue.bits]));
  return Object.values<Signal>(signals)
    .filter(
      ({ question, group, bits, ofRisks }) =>
        !ofRisks && question === only.question && bits - (strongest.get(`${question}/${group}`) ?? 0) >= only.bits,
    )
    .map(({ help, bits }) => `${help} (+${String(bits)})`)
    .slice(0, 6);
}
