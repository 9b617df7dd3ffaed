import { DEMO_AGENCIES, type Category, type Released, type ReleasedItem } from '@mash/contracts';
import { HUB } from '../hub/hub-ids';
import { ASKED } from './asked-ids';

const item = (number: number, personId: string, category: Category, content: object): ReleasedItem => ({
  ...{
    envelopeId: ASKED.answerEnvelope,
    itemId: `0198eeee-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`,
    visibility: 'shown',
    outcome: 'PERMIT',
  },
  ...{ content, agencyId: DEMO_AGENCIES.health, personId, category, handling: 'none' },
  requestId: ASKED.requestId,
  reason: { code: 'STUB', sentence: 'Permitted.' },
  ...{ decisionId: HUB.ratingId, rule: 'STUB', redactions: [], obligations: [] },
  lawfulBasis: ['UK GDPR 6(1)(e)', 'Children Act 2004 s16LA'],
});

const visits = Array.from({ length: 14 }, (_, index) =>
  item(index, HUB.child, 'health-injuries', {
    when: { date: `2026-${String((index % 9) + 1).padStart(2, '0')}-1${index % 10}` },
    ...{ kind: index % 4 === 0 ? 'opinion' : 'fact', source: 'Emergency department record' },
    text: 'Seen in the emergency department with a burn on the left forearm. Account given by his mother did not fit.',
  }),
);

/** One that shows once its condition is accepted. */
const onACondition = (): ReleasedItem => ({
  ...item(32, HUB.child, 'police-intelligence', {}),
  ...{ itemId: ASKED.itemId, visibility: 'withheld', content: undefined, category: undefined, handling: 'C' },
  lawfulBasis: undefined,
  ...{ obligations: ['SHOW_CONDITION', 'NOT_TELL_PARENT', 'COURT_NOTICE'] },
  ...{ agencyId: DEMO_AGENCIES.police, acceptFirst: true, condition: 'Read only: do not write this down elsewhere.' },
  reason: { code: 'CONDITION_MET', sentence: "Shown on the holder's condition: accept it first." },
});

/** What sharing releases of the answers: a protective order, fourteen visits, one that may be about another boy, one thing withheld, one on a condition. */
export const pictureItems = (): ReleasedItem[] => [
  ...visits,
  onACondition(),
  {
    ...item(30, HUB.mother, 'protective-orders', {
      ...{ when: { approx: 'since spring 2026' }, kind: 'fact', source: 'PNC' },
      ...{
        text: 'Non-molestation order against her former partner.',
        grading: { scheme: '3x5x2', source: '1', assessment: 'A' },
      },
    }),
    ...{ agencyId: DEMO_AGENCIES.police, handling: 'C', condition: 'Ring us before it is used' },
    obligations: ['CARRY_DO_NOT_ALERT', 'NOT_TELL_PARENT'],
  },
  {
    ...item(33, HUB.child, 'health-injuries', {
      ...{ when: { date: '2026-06-02' }, kind: 'fact', source: 'Walk-in centre' },
      text: 'A boy of the same name was seen with a cut to the hand.',
    }),
    identity: 'possible',
  },
  {
    ...item(31, HUB.mother, 'police-intelligence', {}),
    ...{
      visibility: 'withheld',
      outcome: 'REVIEW',
      content: undefined,
      agencyId: DEMO_AGENCIES.police,
      category: undefined,
      lawfulBasis: undefined,
    },
    reason: { code: 'WITHHELD', sentence: 'They have set conditions on who may see it. Ask them.' },
    ...{ releaser: 'Riverside Police', releasers: ['Riverside Police', 'Information governance'] },
    ...{ dueAt: new Date(Date.now() + 600_000).toISOString() },
  },
];

export const pictureCoverage = (): Released['coverage'] => [
  {
    ...{
      envelopeId: ASKED.answerEnvelope,
      agencyId: DEMO_AGENCIES.health,
      personId: HUB.child,
      state: 'known_current',
    },
    ...{
      systems: ['EMIS', 'Emergency department'],
      identifiers: ['name', 'date_of_birth', 'nhs_number'],
      from: '2018-05-03',
    },
  },
];

/** What the police open of one person. */
export const askedContent = (personId: string): object => ({
  purpose: 'S47',
  purposeText:
    'The safeguarding hub has reasonable cause to suspect that a child is suffering significant harm. The council is making enquiries under Children Act 1989, section 47.',
  person:
    personId === HUB.child
      ? {
          ...{ names: ['Kian Marlowe'], aliases: ['KJ'], kind: 'child', sex: 'M' },
          ...{ birthDate: { year: 2018, month: 5, day: 3 }, addresses: ['4 Tanner Row, Riverside, RV1 4TT'] },
        }
      : { names: ['Dawn Marlowe'], aliases: [], kind: 'adult', addresses: [], relationship: 'mother' },
  questions: [],
});
