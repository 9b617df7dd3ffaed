import { CODED_FACTS, codesOf } from '../facts/fact-catalogue';
import type { CodedFact, SharingQuestion } from '../facts/sharing-question';

/** The everyday code of each fact: it weighs nothing, so that an everyday question costs little to look up. */
export const EVERYDAY: { readonly [F in CodedFact]: SharingQuestion[F] } = {
  mode: 'content',
  threshold: 's17',
  urgent: 'no',
  purpose: 'S17',
  text: 'same',
  statesTask: 'no',
  crossBorder: 'no',
  need: 'yes',
  width: 'named',
  audience: 'hub_analyst',
  side: 'none',
  access: 'ordinary',
  encompassRole: 'none',
  met: 'no',
  inList: 'no',
  consent: 'given',
  service: 'given',
  ground: 'none',
  restsOn: 'agreement',
  answered: 'no',
  parentRefuses: 'no',
  fromKind: 'health',
  fromDuty: 'bound',
  fromReveals: 'none',
  fromS47List: 'no',
  toKind: 'council',
  toDuty: 'bound',
  toReveals: 'none',
  subjectKind: 'u13',
  relation: 'concern',
  sibling: 'no',
  siblingKind: 'none',
  sign: 'none',
  competence: 'not_assessed',
  objects: 'no',
  dispute: 'none',
  pr: 'proven',
  agreement: 'default_allow',
  uncovered: 'none',
  overdue: 'within',
  standingRelease: 'no',
  lineFault: 'none',
  dataClass: 'personal',
  confidential: 'no',
  bar: 'none',
  relevance: 'relevant',
  thirds: 'none',
  redaction: 'whole',
  handling: 'none',
  release: 'none',
  detriment: 'none',
  identity: 'confirmed',
  isTheDanger: 'no',
};

/** The facts of each of the three words of a question's key, in the order of `SharingQuestion`'s parts. */
const WORD_STARTS: readonly CodedFact[] = ['mode', 'fromKind', 'dataClass'];

type Weights = { readonly [F in CodedFact]: Readonly<Record<SharingQuestion[F], number>> };

function build(): { weights: Weights; units: number[] } {
  const weights: Partial<Record<CodedFact, Record<string, number>>> = {};
  const units: number[] = [];
  for (const fact of Object.keys(EVERYDAY) as CodedFact[]) {
    if (WORD_STARTS.includes(fact)) units.push(1);
    const unit = units.pop() ?? 1;
    const others = codesOf(fact).filter((code) => code !== EVERYDAY[fact]);
    weights[fact] = Object.fromEntries([EVERYDAY[fact], ...others].map((code, index) => [code, index * unit]));
    units.push(unit * (others.length + 1));
  }
  if (CODED_FACTS.some((fact) => weights[fact] === undefined)) throw new Error('A fact has no weight');
  return { weights: weights as unknown as Weights, units };
}

const built = build();

/** What each code of each fact adds to its word of the key (mixed radix: no two questions weigh the same). */
export const WEIGHTS: Weights = built.weights;

/** The first unit above all coded facts of each word: where lists and the period of the law may stand. */
export const UNITS_ABOVE: readonly number[] = built.units;
