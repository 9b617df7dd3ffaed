import { personOnRoster, type ComposedQuestion, type Matter } from '../domain/compose-question';
import { whoseConsent } from '../domain/consent/whose-consent';
import {
  FACT_CATALOGUE,
  type CodedFact,
  type FactName,
  type FactRecord,
  type FactRecords,
  type ListFact,
  type Supplier,
} from '../domain/decision';
import type { EnquiryFacts } from './enquiry-facts';

type Origin = Omit<FactRecord, 'fact'>;
interface Rested {
  readonly facts: EnquiryFacts;
  readonly matter: Matter;
  readonly agreement: ComposedQuestion['agreement'];
  readonly askedBy: string;
}

/** Facts that nobody supplies yet: nothing rests on a source of theirs. */
const OF_NOBODY: readonly FactName[] = ['encompassRole', 'isTheDanger'];
const OF_AGREEMENTS: readonly FactName[] = ['agreement', 'uncovered', 'overdue', 'standingRelease', 'lineFault'];
const STATED = {
  competence: 'competence',
  objects: 'objects',
  dispute: 'dispute',
  pr: 'parental_responsibility',
} as const satisfies Partial<Record<FactName, string>>;
const LISTS: readonly ListFact[] = ['flags', 'protectedPlaces', 'conditions'];

function ofRegister(fact: CodedFact, { facts, matter }: Rested): Origin {
  const agencyId = fact.startsWith('from') ? matter.fromAgencyId : matter.toAgencyId;
  const at = facts.bodies.find((body) => body.agencyId === agencyId)?.updatedAt;
  const said = { source: 'agency register', author: agencyId };
  return at === undefined
    ? { ...said, at: matter.now.toISOString(), version: 0 }
    : { ...said, at: at.toISOString(), version: at.getTime() };
}

function ofDecision(fact: CodedFact, { facts: { decision } }: Rested): Origin {
  const { asOf, thresholdVersion, ratingVersion } = decision;
  const judged = fact === 'threshold' ? decision.thresholdJudged : fact === 'urgent' ? decision.rated : undefined;
  const version = fact === 'threshold' ? thresholdVersion : ratingVersion;
  return { source: 'decision', author: judged?.by ?? 'decision', at: judged?.at ?? asOf, version };
}

function ofIntake(fact: CodedFact, { facts: { intake }, matter }: Rested): Origin {
  if (fact === 'identity' && matter.identitySaid) return { source: 'identity statement', ...matter.identitySaid };
  const stated = fact in STATED ? STATED[fact as keyof typeof STATED] : undefined;
  const person = personOnRoster(intake, matter.personId);
  const statement = person?.stated?.find((one) => one.fact === stated);
  // What nobody stated is nobody's word: not that of whoever confirmed the roster either.
  const confirmed = stated === undefined ? intake.rosterConfirmed : undefined;
  const said = statement ?? confirmed ?? { by: 'contact-intake', at: intake.asOf };
  // What was put on record counts apart from the roster; their sum grows with either.
  const version = intake.rosterVersion + (stated === undefined ? 0 : (intake.statedVersion ?? 0));
  return { source: 'contact-intake', author: said.by, at: said.at, version };
}

/** A consent statement counts from one: the newest of its kind, of the person by whose consent it is decided. */
function ofConsent(fact: CodedFact, { facts, matter }: Rested): Origin {
  const kind = fact === 'service' ? 'service' : 'sharing';
  const personId = whoseConsent(facts, matter.personId, kind);
  const own = facts.consents.filter((one) => one.personId === personId && one.kind === kind);
  const [newest] = own;
  const at = (newest?.statedAt ?? matter.now).toISOString();
  return { source: 'consent', author: newest?.recordedBy ?? 'nobody', at, version: own.length };
}

function ofAgreements({ agreement: { line }, matter }: Rested): Origin {
  if (line === undefined) return { source: 'agreements', author: 'sharing', at: matter.now.toISOString(), version: 0 };
  const { agreementId, lineId, version, startsOn } = line;
  return { source: `agreement ${agreementId}`, author: lineId, at: `${startsOn}T00:00:00.000Z`, version };
}

/** What the asker said with the line, or the sealer with the item. */
function ofOrigin(source: string, { matter, askedBy }: Rested): Origin {
  const { author, at, version } = matter.origin ?? { author: askedBy, at: matter.now.toISOString(), version: 1 };
  return { source, author, at, version };
}

const atOnce = (source: string, { matter, askedBy }: Rested): Origin => ({
  ...{ source, author: askedBy, at: matter.now.toISOString(), version: 1 },
});

const ORIGINS: Readonly<Record<Supplier, (fact: CodedFact, rested: Rested) => Origin>> = {
  route: (_fact, rested) => atOnce('route', rested),
  'agency register': ofRegister,
  decision: ofDecision,
  'contact-intake': (fact, rested) => (fact === 'ground' ? ofConsent(fact, rested) : ofIntake(fact, rested)),
  sharing: (fact, rested) => (OF_AGREEMENTS.includes(fact) ? ofAgreements(rested) : ofConsent(fact, rested)),
  'agency-requests': (_fact, rested) => ofRequest(rested),
  asker: (_fact, rested) => ofRequest(rested),
  catalogue: (_fact, rested) => ofItem(rested),
  envelope: (fact, rested) => (fact === 'sign' ? ofSign(rested) : ofItem(rested)),
  holder: (_fact, rested) => ofItem(rested),
};

const ofRequest = (rested: Rested): Origin =>
  rested.matter.mode === 'ask' ? ofOrigin('request line', rested) : atOnce('viewer', rested);
/** An item is described by whoever sealed it; where there is none yet, by the catalogue of categories. */
const ofItem = (rested: Rested): Origin =>
  rested.matter.mode === 'ask' ? { ...atOnce('catalogue', rested), author: 'sharing' } : ofOrigin('envelope', rested);

/** The contact's own sign comes before the item's, which can only say the same. */
const ofSign = (rested: Rested): Origin =>
  personOnRoster(rested.facts.intake, rested.matter.personId)?.sign === undefined
    ? ofItem(rested)
    : ofIntake('sign', rested);

/**
 * Where each fact of a decision came from: source, author, time and version; never its value.
 */
export function factRecordsOf(rested: Rested): FactRecords {
  const coded = Object.keys(FACT_CATALOGUE) as CodedFact[];
  return [
    ...coded
      .filter((fact) => !OF_NOBODY.includes(fact))
      .map((fact) => ({ fact, ...ORIGINS[FACT_CATALOGUE[fact].suppliedBy](fact, rested) })),
    ...LISTS.map((fact) => ({ fact, ...ofItem(rested) })),
  ];
}
