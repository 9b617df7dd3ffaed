import type { DecisionFacts, IntakeFacts, NeedSaid } from '@mash/contracts';
import { composeQuestion, personOnRoster, type KnownFacts, type Matter } from './compose-question';
import { compileRules, decide, indexAgreements } from './decision';
import { needOfLine } from './need-of-line';

const CHILD = '01980000-0000-7000-8000-0000000000c1';
const now = new Date('2026-11-23T10:00:00Z');
const rules = compileRules();

type Person = IntakeFacts['people'][number];
const person = (change: Partial<Person> = {}): Person => ({
  personId: CHILD,
  kind: 'u13',
  relation: 'concern',
  identity: 'confirmed',
  parentalResponsibilityProven: true,
  competence: 'no',
  objects: false,
  dispute: 'none',
  protected: [],
  ...change,
});
const intake = (change: Partial<IntakeFacts> = {}): IntakeFacts => ({
  enquiryId: CHILD,
  rosterVersion: 1,
  asOf: now.toISOString(),
  urgent: false,
  referrerKind: 'professional',
  siblingBorn: false,
  allegedPerpetratorKnown: true,
  people: [person()],
  ...change,
});
const decision = (change: Partial<DecisionFacts> = {}): DecisionFacts => ({
  enquiryId: CHILD,
  partnershipId: CHILD,
  threshold: 's17',
  thresholdVersion: 1,
  colour: 'amber',
  ratingVersion: 1,
  urgent: false,
  protectionOpen: false,
  pack: { id: 'thurrock', version: '2026.1' },
  asOf: now.toISOString(),
  ...change,
});
const body = (agencyId: string, kind: 'council' | 'education' | 'voluntary' | 'police', bound: boolean) =>
  ({ agencyId, kind, bound, reveals: 'none', s47List: false }) as const;
const agreements = indexAgreements([
  {
    agreementId: CHILD,
    version: 1,
    lineId: 'asking',
    rank: 'default',
    effect: 'allow',
    from: { organisations: [], kinds: ['council'] },
    to: { organisations: [], kinds: ['education'] },
    purposes: ['S17', 'S47', 'EH'],
    categories: ['education-attendance'],
    modes: ['ask'],
    startsOn: '2026-01-01',
    standingRelease: [],
  },
]);
const known = (change: Partial<KnownFacts> = {}): KnownFacts => ({
  intake: intake(),
  decision: decision(),
  consents: [],
  bodies: [body('council', 'council', true), body('school', 'education', true), body('charity', 'voluntary', false)],
  agreements,
  ...change,
});
const given = {
  personId: CHILD,
  kind: 'sharing',
  state: 'given',
  ground: null,
  givenBy: 'parent_with_pr',
  givenById: null,
  bodies: [],
  purposes: [],
} as const;
const asking: Matter = {
  mode: 'ask',
  fromAgencyId: 'council',
  toAgencyId: 'school',
  audience: 'agency',
  personId: CHILD,
  category: 'education-attendance',
  purpose: 'S17',
  need: 'yes',
  text: 'same',
  width: 'named',
  now,
};
const decided = (facts: KnownFacts, matter: Partial<Matter> = {}) =>
  decide(composeQuestion(facts, { ...asking, ...matter }).question, rules);

describe('A question put together from what its owners say', () => {
  test('about a consented child and an agreed category goes', () => {
    expect(decided(known({ consents: [given] })).outcome).toBe('PERMIT');
  });

  test('waits for a human where nobody has said anything about consent below section 47, and never passes for "not sought"', () => {
    expect(decided(known())).toMatchObject({ outcome: 'REVIEW', reasons: expect.arrayContaining(['FACT_UNKNOWN']) });
    expect(decided(known({ decision: decision({ threshold: 's47' }) }), { purpose: 'S47' }).outcome).toBe('PERMIT');
  });

  test('to a body that nobody agreed with is refused', () => {
    expect(decided(known({ consents: [given] }), { toAgencyId: 'charity', purpose: 'EH' }).outcome).not.toBe('PERMIT');
  });

  test('whose text is not the one recorded is refused', () => {
    expect(decided(known({ consents: [given] }), { text: 'differs' })).toMatchObject({
      outcome: 'DENY',
      rule: expect.stringMatching(/^R-PUR-01/),
    });
  });

  test('for a purpose above the threshold is refused (AB v Haringey)', () => {
    expect(decided(known({ consents: [given] }), { purpose: 'S47' }).reasons).toContain('ABOVE_THRESHOLD');
  });

  test('about somebody who is not on the roster is about a third person', () => {
    const { question } = composeQuestion(known(), { ...asking, personId: '01980000-0000-7000-8000-0000000000ff' });
    expect(question.relation).toBe('third');
  });

  test('about an alleged perpetrator is asked without the places of those who are protected from him', () => {
    const [child] = intake().people;
    const him = { ...child!, personId: '01980000-0000-7000-8000-0000000000a1', kind: 'adult', relation: 'ap' } as const;
    const facts = known({ intake: intake({ people: [{ ...child!, protected: ['school'] }, him] }) });
    expect(decided(facts, { personId: him.personId })).toMatchObject({
      reasons: expect.arrayContaining(['PROTECTED_PLACE', 'PROTECTED_FROM_AP']),
      redactions: expect.arrayContaining(['PLACE', 'AREA', 'SCHOOL', 'SURGERY', 'VICTIM_IDENTIFIERS']),
    });
    const nobodyIs = known({ intake: intake({ people: [child!, him] }) });
    expect(decided(nobodyIs, { personId: him.personId }).redactions).toEqual([]);
  });

  test('of a public referrer is taken for linked to the alleged perpetrator until somebody says otherwise', () => {
    const { question } = composeQuestion(known({ decision: decision({ access: 'ordinary' }) }), {
      ...asking,
      mode: 'onward',
      audience: 'referrer_public',
      item: { redaction: 'whole', flags: [], protectedPlaces: [], conditions: [] },
    });
    expect(question.side).toBe('linked_ap');
  });

  describe("to somebody who is on no body's staff", () => {
    const told = (audience: Matter['audience'], facts: Partial<IntakeFacts>) =>
      composeQuestion(known({ decision: decision({ access: 'ordinary' }), intake: intake(facts) }), {
        ...{ ...asking, mode: 'onward', audience },
        item: { redaction: 'whole', flags: [], protectedPlaces: [], conditions: [] },
      }).question.side;
    const [child] = intake().people;

    test('takes a caller to be on the side that the roster says', () => {
      expect(told('referrer_public', { referrerSide: 'none' })).toBe('none');
      expect(told('referrer_public', { referrerSide: 'acts_for_ap' })).toBe('acts_for_ap');
      expect(told('parent', { referrerSide: 'none' })).toBe('linked_ap');
      expect(told('referrer_pro', { referrerSide: 'linked_ap' })).toBe('linked_ap');
      expect(told('referrer_pro', {})).toBe('none');
    });

    test('takes the subject to be on the side that the roster says of them, and an alleged perpetrator on their own', () => {
      expect(told('subject', { people: [{ ...child!, side: 'none' }] })).toBe('none');
      expect(told('subject', { people: [{ ...child!, relation: 'ap', side: 'none' }] })).toBe('linked_ap');
      expect(told('subject', {})).toBe('linked_ap');
    });
  });

  test('of somebody whose access nobody vouched for has none', () => {
    const { question } = composeQuestion(known(), {
      ...asking,
      mode: 'content',
      item: { redaction: 'whole', flags: [], protectedPlaces: [], conditions: [] },
    });
    expect(question.access).toBe('none');
  });

  test('in an enquiry that nobody has rated yet counts as urgent', () => {
    const { colour: _, ...unrated } = decision();
    const urgencyIn = (facts: DecisionFacts) => composeQuestion(known({ decision: facts }), asking).question.urgent;

    expect(urgencyIn(decision())).toBe('no');
    expect(urgencyIn(unrated)).toBe('yes');
    expect(urgencyIn(decision({ colour: 'red', urgent: true }))).toBe('yes');
  });

  test('about a parent whom nobody worries about is not needed unless somebody names the worry', () => {
    const farAway = intake({ people: [person({ kind: 'adult', relation: 'pr_uninvolved' })], issues: ['neglect'] });
    const need = (its: NeedSaid) => needOfLine(farAway, { personId: CHILD, purpose: 'S17', ...its });
    const decidedWith = (its: NeedSaid) => decided(known({ intake: farAway }), { need: need(its) });

    expect(decidedWith({})).toMatchObject({ outcome: 'DENY', rule: 'R-NEC-01a' });
    expect(decidedWith({ need: 'yes' })).toMatchObject({ reasons: expect.arrayContaining(['NECESSITY_UNCLEAR']) });
    expect(decidedWith({ need: 'yes', worry: 'neglect' }).reasons).not.toContain('NECESSITY_UNCLEAR');
  });

  test('about a child under 13 whom the concern names with sexual harm goes to police and social care, whoever refused', () => {
    const refused = { ...given, state: 'refused' } as const;
    const told = known({ intake: intake({ people: [person({ sign: 'u13_sexual' })] }), consents: [refused] });
    const policed = { ...told, bodies: [...told.bodies, body('police', 'police', true)] };
    const toPolice = { toAgencyId: 'police', audience: 'police', category: 'police-incidents' } as const;

    expect(decided(policed, toPolice)).toMatchObject({
      outcome: 'PERMIT',
      reasons: expect.arrayContaining(['UNDER_13']),
      obligations: expect.arrayContaining(['STRATEGY_CONSIDERED']),
    });
    expect(decided(told).reasons).not.toContain('UNDER_13');
    expect(composeQuestion(told, { ...asking, item: { sign: 'none' } }).question.sign).toBe('u13_sexual');
    expect(composeQuestion(known(), { ...asking, item: { sign: 'u13_sexual' } }).question.sign).toBe('u13_sexual');
    expect(composeQuestion(known(), asking).question.sign).toBe('none');
  });

  test('states a public task only where the request does', () => {
    expect(composeQuestion(known(), asking).question.statesTask).toBe('no');
    expect(composeQuestion(known(), { ...asking, statesTask: 'yes' }).question.statesTask).toBe('yes');
  });

  test('does not rest on an objection that is half a year old: a human asks again', () => {
    const objecting = (at: string) => {
      const stated = [{ fact: 'objects', by: 'a-worker', at }] as const;
      const teenager = person({ kind: '16_17', objects: true, competence: 'yes', stated: [...stated] });
      return decided(known({ consents: [{ ...given, givenBy: 'self' }], intake: intake({ people: [teenager] }) }));
    };

    expect(objecting('2026-06-01T10:00:00Z').reasons).toContain('CHILD_OBJECTS');
    expect(objecting('2026-05-23T10:00:00Z')).toMatchObject({ unknownFacts: ['objects'], outcome: 'REVIEW' });
  });

  describe('about an unborn child', () => {
    const baby = person({ personId: '01980000-0000-7000-8000-0000000000b1', kind: 'unborn', objects: false });
    const about = { personId: baby.personId };
    const withSister = intake({ people: [person(), baby], siblingBorn: true });

    test('with a born sister is decided by her', () => {
      expect(decided(known({ consents: [given], intake: withSister }), about)).toMatchObject({
        outcome: 'PERMIT',
        reasons: ['VIA_SIBLING', 'CONSENT_GIVEN', 'AGREED_DEFAULT'],
      });
    });

    test('waits for a manager where the sister objects who is 14', () => {
      const sister = person({ kind: '13_15', competence: 'not_assessed', objects: true });
      const objecting = known({ consents: [given], intake: intake({ people: [sister, baby], siblingBorn: true }) });

      expect(decided(objecting, about)).toMatchObject({
        outcome: 'REVIEW',
        reasons: expect.arrayContaining(['CHILD_OBJECTS']),
      });
    });

    test('is decided by what was said of it where somebody said something', () => {
      const ofTheBaby = { ...given, ...about, state: 'refused' } as const;

      expect(decided(known({ consents: [ofTheBaby, given], intake: withSister }), about).reasons).toContain(
        'CONSENT_REFUSED',
      );
    });

    test('is decided by nobody who may be its mother', () => {
      const refused = { ...given, personId: '01980000-0000-7000-8000-0000000000b2', state: 'refused' } as const;
      const mother = person({ personId: refused.personId, kind: '13_15', mayBeMother: true });
      const beside = intake({ people: [mother, person({ relation: 'household' }), baby], siblingBorn: true });

      expect(decided(known({ consents: [refused, given], intake: beside }), about).reasons).toContain('CONSENT_GIVEN');
    });

    test('with no born brother or sister is for a manager', () => {
      const alone = known({ consents: [given], intake: intake({ people: [baby] }) });

      expect(decided(alone, about).reasons).toContain('UNBORN_BASIS');
    });
  });

  test('reads how long an agreement stands past its review from the pack of the enquiry', () => {
    const line: Parameters<typeof indexAgreements>[0][number] = {
      agreementId: 'a',
      version: 1,
      lineId: '1',
      rank: 'default',
      effect: 'allow',
      startsOn: '2026-01-01',
      from: { organisations: [], kinds: ['council'] },
      to: { organisations: [], kinds: ['education'] },
      purposes: ['S17'],
      categories: ['education-attendance'],
      modes: ['ask'],
      standingRelease: [],
    };
    const reviewDueOn = new Date(now.getTime() - 40 * 86_400_000).toISOString().slice(0, 10);
    const late = known({ agreements: indexAgreements([{ ...line, reviewDueOn }]) });
    const overdue = (days?: number) => composeQuestion(late, asking, days).question;
    expect(overdue()).toMatchObject({ agreement: 'past_review', overdue: 'within' });
    expect(overdue(30)).toMatchObject({ agreement: 'past_review', overdue: 'later' });
  });

  test('leaves out an override that today no longer carries', () => {
    const override = { grounds: ['OV_HARM'], strikes: ['CONSENT_REFUSED'] } as const;
    const at = (threshold: 's17' | 's47') =>
      composeQuestion(known({ decision: decision({ threshold }) }), { ...asking, override }).question.override;
    expect([at('s47'), at('s17')]).toEqual([override, 'none']);
  });
});

describe('Whoever stood under an id', () => {
  const [ada, wren, record] = ['ada', 'wren', 'record'];
  const people = [person({ personId: ada, formerIds: [record] }), person({ personId: wren, formerIds: [record] })];
  const from = '2026-11-20T09:00:00.000Z';
  const until = (day: number) => `2026-11-${String(day)}T09:00:00.000Z`;
  const stood = (personId: string, day: number) => ({ personId, from, until: until(day), certain: false });

  test('is read as they are today, where only one of the roster has', () => {
    expect(personOnRoster({ people: people.slice(0, 1) }, record)).toMatchObject({
      personId: ada,
      identity: 'confirmed',
    });
  });

  test('is only possibly the one who did last, where several have and nobody does any more', () => {
    for (const [first, last] of [
      [ada, wren],
      [wren, ada],
    ] as const) {
      const idsOfSeveral = [{ id: record, stood: [stood(last, 22), stood(first, 21)] }];
      expect(personOnRoster({ people, idsOfSeveral }, record)).toMatchObject({ personId: last, identity: 'possible' });
    }
  });
});
