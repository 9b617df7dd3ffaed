import type { DecisionFacts, IntakeFacts } from '@mash/contracts';
import { composeQuestion, type KnownFacts, type Matter } from '../compose-question';
import { compileRules, decide, indexAgreements } from '../decision';
import type { KeptStatement } from './consent-of-subject';

export const id = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const [SUBJECT, MOTHER, FATHER, STEP_FATHER] = [id(1), id(2), id(3), id(4)] as const;
const NOW = new Date('2026-11-24T10:00:00Z');
const BEFORE_THE_DUTY = new Date('2026-08-12T10:00:00Z');
const RULES = compileRules();

type Person = IntakeFacts['people'][number];
export type Said = Partial<KeptStatement>;

const bodies = (['council', 'education'] as const).map((kind) => ({
  ...({ agencyId: kind, kind, bound: true, reveals: 'none', s47List: false } as const),
}));
const allows = {
  ...{ agreementId: id(9), version: 1, rank: 'default', effect: 'allow', purposes: ['EH', 'S17', 'S47'] },
  ...{ categories: ['education-attendance', 'education-send'], startsOn: '2020-01-01', standingRelease: ['team_eh'] },
} as const;
const toEach = { organisations: [], kinds: ['council', 'education'] } as const;
const agreements = indexAgreements([
  { ...allows, lineId: 'all', from: toEach, to: toEach, modes: ['ask', 'content', 'onward'] },
] as Parameters<typeof indexAgreements>[0]);

/** What people said about one child, and what the rules make of it: one school, one mother and others. */
export class Story {
  private person: Person = {
    ...{ personId: SUBJECT, kind: 'u13', relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' },
    ...{ parentalResponsibilityProven: false, competence: 'not_assessed', protected: [] },
  };
  private statements: KeptStatement[] = [];
  private threshold: DecisionFacts['threshold'] = 's17';
  private now = NOW;

  about(kind: Person['kind'], competence: Person['competence'] = 'not_assessed'): this {
    this.person = { ...this.person, kind, competence };
    return this;
  }
  with(change: Partial<Person>): this {
    this.person = { ...this.person, ...change };
    return this;
  }
  at(threshold: DecisionFacts['threshold']): this {
    this.threshold = threshold;
    return this;
  }
  beforeTheDuty(): this {
    this.now = BEFORE_THE_DUTY;
    return this;
  }
  /** Newest last, as people speak; kept newest first, as they are read. */
  said(who: Said, state: KeptStatement['state'], rest: Said = {}): this {
    const nothing = { kind: 'sharing', ground: null, givenById: null, bodies: [], purposes: [] } as const;
    this.statements.unshift({ personId: SUBJECT, givenBy: 'not_applicable', ...nothing, ...who, state, ...rest });
    return this;
  }
  notAsked(ground: string | null = null, groundAccepted: boolean | null = null): this {
    return this.said({ givenBy: 'not_applicable' }, 'not_sought', { ground, groundAccepted });
  }

  asking(change: Partial<Matter> = {}) {
    return this.decide({
      ...({ mode: 'ask', fromAgencyId: 'council', toAgencyId: 'education', audience: 'agency' } as const),
      ...change,
    });
  }
  shownToTheHub(change: Partial<Matter> = {}) {
    return this.decide({
      ...({ mode: 'content', fromAgencyId: 'education', toAgencyId: 'council', audience: 'hub_analyst' } as const),
      item: ITEM,
      ...change,
    });
  }
  sentToEarlyHelp() {
    return this.shownToTheHub({ mode: 'onward', audience: 'team_eh' });
  }

  private decide(matter: Partial<Matter>) {
    const purposes = { none: 'SCREEN', early_help: 'EH', s17: 'S17', s47: 'S47' } as const;
    const known: KnownFacts = {
      intake: {
        ...{ enquiryId: id(8), rosterVersion: 1, asOf: this.now.toISOString(), urgent: false, siblingBorn: false },
        ...({ referrerKind: 'professional', allegedPerpetratorKnown: false, people: [this.person] } as const),
      },
      decision: {
        ...{ enquiryId: id(8), partnershipId: id(7), thresholdVersion: 1, ratingVersion: 1, urgent: false },
        ...({ threshold: this.threshold, colour: 'amber', protectionOpen: false, access: 'ordinary' } as const),
        ...{ pack: { id: 'thurrock', version: '2026.1' }, asOf: this.now.toISOString() },
      },
      ...{ consents: this.statements, bodies, agreements },
    };
    const asked = { personId: SUBJECT, category: 'education-attendance', purpose: purposes[this.threshold] } as const;
    const plain = { need: 'yes', text: 'same', width: 'named', statesTask: 'yes', now: this.now } as const;
    const { question } = composeQuestion(known, { ...asked, ...plain, ...matter } as Matter);
    const { outcome, reasons, rule } = decide(question, RULES);
    return { outcome, reasons, rule };
  }
}

const ITEM = {
  ...{ bar: 'none', relevance: 'relevant', thirds: 'none', redaction: 'whole', handling: 'none', conditions: [] },
  ...{ flags: [], protectedPlaces: [], confidential: 'no', release: 'none', detriment: 'none', answered: 'yes' },
};
