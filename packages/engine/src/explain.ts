/** Why a candidate or a risk is judged as it is: every clue, the sums, and what would have changed the verdict. */
import { casesOf, findingOf, projectClues } from './conclude.ts';
import { confidenceOf, counted, thresholds, total } from './judge.ts';
import { observe } from './observe.ts';
import { signals, type Signal } from './signals.ts';
import { riskFinding } from './risks/risk-findings.ts';
import type {
  Clue,
  Confidence,
  CredentialObservation,
  Document,
  Explanation,
  Finding,
  RiskObservation,
} from './types.ts';

/** One explanation for each candidate of the document, then for each risk, in order of place. */
export function explain(document: Document): Explanation[] {
  const observations = observe(document);
  const project = projectClues(observations, {});
  const risks = observations.filter((one): one is RiskObservation => one.kind === 'risk');
  const credentials = observations.filter((one): one is CredentialObservation => one.kind === 'credential');
  const ofCredentials = casesOf(credentials, observations, project).map((item) =>
    explanationOf('credential', item.observation, item.clues, findingOf(item)),
  );
  const ofRisks = risks.map((risk) => {
    const clues = [...risk.clues, ...project(risk.path)];
    return explanationOf('risk', { ...risk, masked: '' }, clues, riskFinding(risk, clues));
  });
  return [...ofCredentials, ...ofRisks];
}

function explanationOf(
  what: Explanation['what'],
  { start, masked }: Pick<CredentialObservation, 'start' | 'masked'>,
  clues: readonly Clue[],
  finding: Finding | undefined,
): Explanation {
  const counting = counted(clues);
  return {
    what,
    ...(finding ? { finding } : {}),
    start,
    masked,
    clues: [...counting, ...clues.filter((clue) => !counting.includes(clue))],
    counted: counting,
    totals: {
      credential: total(clues, 'credential'),
      risk: total(clues, 'risk'),
      binance: total(clues, 'binance'),
      role: total(clues, 'role'),
    },
    missing: missing(clues, what),
  };
}

/** The clues, one for each way, that alone would lift the confidence to the next tier. */
function missing(clues: readonly Clue[], what: Explanation['what']): string[] {
  const now = confidenceOf(clues, what);
  const next: Confidence | undefined =
    now === 'certain' ? undefined : now === 'likely' ? 'certain' : now === 'possible' ? 'likely' : 'possible';
  if (!next) return [];
  const lacking = ([what, 'binance'] as const)
    .map((question) => ({ question, bits: thresholds[question][next] - total(clues, question) }))
    .filter(({ bits }) => bits > 0);
  const [only, ...more] = lacking;
  if (!only || more.length > 0)
    return lacking.map(
      ({ question, bits }) =>
        `${String(bits)} more bits for the question ${question === 'binance' ? 'whether it is Binance’s' : `whether it is a ${question}`}`,
    );
  const strongest = new Map(counted(clues).map((clue) => [`${clue.question}/${clue.group}`, clue.bits]));
  return Object.values<Signal>(signals)
    .filter(
      ({ question, group, bits, ofRisks }) =>
        (what === 'risk' || !ofRisks) &&
        question === only.question &&
        bits - (strongest.get(`${question}/${group}`) ?? 0) >= only.bits,
    )
    .map(({ help, bits }) => `${help} (+${String(bits)})`)
    .slice(0, 6);
}
