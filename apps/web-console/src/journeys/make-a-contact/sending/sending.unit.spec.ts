import { RecordContact } from '@mash/contracts';
import { Posted } from '../../../forms/posted';
import type { DraftConsent, DraftPerson } from '../draft/contact-draft';
import { adult, child, DAWN, draftOf, DRAFT_ID, KIAN, unknownChild } from '../testing/draft-of';
import { contentOf, recordOf } from './record-of-draft';
import { readUrgent } from './urgent.form';
import { whatIsMissing } from './what-is-missing';

const sealed = { kid: 'a-key', envelope: 'aaaaaaa..aaaaaa.aaaaaa.aaaaaa' };
const STATEMENT = '01980000-0000-7000-8000-00000000b001';
const sending = { contactId: DRAFT_ID, usualSource: '10', sealed } as const;
const REFUGE = { address: { lines: '9 Refuge Lane', postcode: 'RV9 9ZZ' } };
const AT_HOME = { livesInHousehold: 'yes' } as const;
const hidden = child({ ...REFUGE, addressProtected: true });

describe('What is sent', () => {
  test('is what the contract says, from an empty draft too', () => {
    expect(RecordContact.parse(recordOf(draftOf(), sending))).toMatchObject({
      urgent: false,
      source: '10',
      people: [],
      consents: [],
    });
  });

  test('carries no address that must be kept secret, and none of the words, in plain', () => {
    const draft = draftOf({ people: [hidden], concern: { narrative: 'A burn on his arm', issues: [] } });
    const plain = JSON.stringify(recordOf(draft, sending));
    expect(plain).not.toMatch(/Refuge|RV9|burn/);
    expect(plain).toContain('"addressProtected":true');
    expect(contentOf(draft).protectedAddresses).toEqual([
      { mentionId: KIAN, lines: '9 Refuge Lane', postcode: 'RV9 9ZZ' },
    ]);
  });

  test.each(['addressProtected', 'schoolProtected', 'surgeryProtected'] as const)(
    'seals every place of whoever has one to keep secret: %s',
    (flag) => {
      const places = { address: { lines: '9 Refuge Lane' }, school: 'Hidden School', gp: 'Hidden Surgery' };
      const draft = draftOf({ people: [child({ ...places, [flag]: true })] });
      const sent = recordOf(draft, sending);
      expect(RecordContact.parse(sent).people[0]).toMatchObject({ [flag]: true });
      expect(JSON.stringify(sent)).not.toMatch(/Refuge|Hidden/);
      expect(contentOf(draft).protectedAddresses).toEqual([
        { mentionId: KIAN, lines: '9 Refuge Lane', school: 'Hidden School', surgery: 'Hidden Surgery' },
      ]);
    },
  );

  test('seals the places of whoever lives with somebody in hiding, and leaves those of others in plain', () => {
    const at = (lines: string) => ({ address: { lines }, school: `${lines} School` });
    const mother = adult({ addressProtected: true, livesInHousehold: 'yes' });
    const people = [child({ ...at('Refuge'), livesInHousehold: 'yes' }), mother];
    expect(JSON.stringify(recordOf(draftOf({ people }), sending))).not.toContain('Refuge');
    expect(contentOf(draftOf({ people })).protectedAddresses).toMatchObject([
      { mentionId: KIAN, school: 'Refuge School' },
    ]);
    const elsewhere = [child({ ...at('Refuge'), livesInHousehold: 'no' }), mother];
    expect(recordOf(draftOf({ people: elsewhere }), sending).people[0]).toMatchObject(at('Refuge'));
    expect(contentOf(draftOf({ people: elsewhere })).protectedAddresses).toEqual([]);
  });

  test.each([
    [
      'a child of whom nobody has said where they live yet',
      child({ ...REFUGE }),
      adult({ addressProtected: true, ...AT_HOME }),
    ],
    [
      'an adult of the household, where nobody has said it of the child',
      adult({ ...REFUGE, relation: 'household' }),
      hidden,
    ],
    ['whoever is said to live at that very address', adult({ ...REFUGE, livesInHousehold: 'not_known' }), hidden],
    [
      'the same, written otherwise',
      adult({ address: { lines: 'Flat 2, 9 refuge lane,', postcode: 'rv99zz' } }),
      hidden,
    ],
  ])('seals the places of %s', (_who, one, other) => {
    const people = [one, other];
    expect(JSON.stringify(recordOf(draftOf({ people }), sending))).not.toMatch(/refuge|rv9/i);
    expect(contentOf(draftOf({ people })).protectedAddresses).toContainEqual(
      expect.objectContaining({ mentionId: one.mentionId, ...one.address }),
    );
  });

  test('leaves the address of whoever lives elsewhere in plain', () => {
    const father = adult({ address: { lines: '4 Tanner Row' }, livesInHousehold: 'not_known' });
    expect(recordOf(draftOf({ people: [hidden, father] }), sending).people[1]).toMatchObject({
      address: father.address,
    });
  });

  test('states a consent that nobody answered as unknown for a child, and leaves an adult’s out', () => {
    const consents = [child(), adult()].map(({ mentionId }) => ({ mentionId, kind: 'sharing' as const }));
    const sent = recordOf(draftOf({ people: [child(), adult()], consents }), sending).consents;
    expect(sent).toEqual([{ mentionId: KIAN, kind: 'sharing', state: 'unknown', givenBy: 'not_applicable' }]);
  });
});

describe('Who answered about consent', () => {
  const saidBy = (change: Partial<DraftConsent>, mother: Partial<DraftPerson> = {}) => {
    const consents = [{ mentionId: KIAN, kind: 'sharing' as const, state: 'refused' as const, ...change }];
    return recordOf(draftOf({ people: [child(), adult(mother)], consents }), sending).consents[0];
  };

  test('is named, and is what the concern says of their parental responsibility', () => {
    const by = (parentalResponsibility: DraftPerson['parentalResponsibility']) =>
      saidBy({ givenByMentionId: DAWN }, { parentalResponsibility })?.givenBy;
    expect([by('yes'), by('not_known'), by(undefined), by('no')]).toEqual([
      ...['parent_with_pr', 'parent_pr_unproven', 'parent_pr_unproven', 'other'],
    ]);
    expect(saidBy({ givenByMentionId: DAWN })).toMatchObject({ givenByMentionId: DAWN });
    expect(saidBy({ givenByMentionId: KIAN })?.givenBy).toBe('self');
  });

  test('may be somebody who is not in the concern, and older drafts name nobody', () => {
    expect(saidBy({ givenBy: 'parent_with_pr' })).toEqual({
      ...{ mentionId: KIAN, kind: 'sharing', state: 'refused', givenBy: 'parent_with_pr' },
    });
  });

  test('goes with how, the day and what they were told, which is nowhere in plain', () => {
    const told = 'That the school is asked';
    const consent = { mentionId: KIAN, kind: 'sharing', state: 'given', givenByMentionId: DAWN } as const;
    const draft = draftOf({
      people: [child(), adult()],
      consents: [{ ...consent, how: 'telephone', saidOn: '2026-11-20', told, statementId: STATEMENT }],
    });
    const sealed = { kid: 'k', envelope: 'a.b.c.d.e' };
    const record = recordOf(draft, { ...sending, consentWords: new Map([[STATEMENT, sealed]]) });
    expect(record.consents[0]).toMatchObject({
      ...{ how: 'telephone', statedOn: '2026-11-20', statementId: STATEMENT, sealedWords: sealed },
    });
    expect(JSON.stringify(record)).not.toContain(told);
  });

  test('is missing, and the check page leads back to it', () => {
    const consents = [{ mentionId: KIAN, kind: 'sharing', state: 'refused' }] as const;
    const missing = whatIsMissing(draftOf({ people: [child()], consents: [...consents] }), DRAFT_ID);
    expect(missing).toContainEqual(expect.objectContaining({ text: 'Say who agreed or refused' }));
  });
});

describe('What is missing', () => {
  test('of an empty draft is everything, each with the way to its page', () => {
    const missing = whatIsMissing(draftOf(), DRAFT_ID);
    expect(missing.map(({ field }) => field)).toEqual(['danger', 'concern', 'children', 'urgency', 'keep-from-family']);
    expect(missing[0]?.href).toBe(`/contacts/new/${DRAFT_ID}/danger`);
  });

  test('is nothing once everything is said, even where all of it is "not known"', () => {
    const consents = (['service', 'sharing', 'data_protection'] as const).map((kind) => ({
      mentionId: KIAN,
      kind,
      state: 'unknown' as const,
    }));
    const draft = draftOf({
      danger: 'not_known',
      concern: { narrative: 'Worried', issues: [] },
      people: [{ ...unknownChild(), livesInHousehold: 'not_known' }],
      consents,
      urgent: false,
      keepFromFamily: { answer: 'not_known' },
    });
    expect(whatIsMissing(draft, DRAFT_ID)).toEqual([]);
  });

  test('is a blank of a child that was left silent', () => {
    expect(whatIsMissing(draftOf({ people: [child()] }), DRAFT_ID).map(({ text }) => text)).toContain(
      'Child, name not known: fill in what is empty, or say that you do not know',
    );
  });
});

describe('Of a concern with more than one child', () => {
  const BOY = '01980000-0000-7000-8000-00000000c002';
  const missing = (...relations: DraftPerson['relation'][]) => {
    const people = relations.map((relation, index) => child({ relation, mentionId: index === 0 ? KIAN : BOY }));
    return whatIsMissing(draftOf({ people }), DRAFT_ID).map(({ text }) => text);
  };

  test('one at least is whom the worry is about, which a child who may have caused the harm is too', () => {
    const words = 'Say which child the worry is about: one at least';
    expect(missing('household', 'third')).toContain(words);
    expect(missing('concern', 'third')).not.toContain(words);
    expect(missing('ap', 'third')).not.toContain(words);
  });

  test('nobody has to say what one who is only mentioned agreed to, and nothing is sent of it', () => {
    const consents = [KIAN, BOY].map((mentionId) => ({ mentionId, kind: 'sharing' as const }));
    const people = [child(), child({ mentionId: BOY, relation: 'third' })];
    const sent = recordOf(draftOf({ people, consents }), sending).consents;
    expect(sent.map(({ mentionId }) => mentionId)).toEqual([KIAN]);
  });
});

describe('The urgent page', () => {
  test('takes anything, nothing too', () => {
    const draft = readUrgent(new Posted({}), draftOf());
    expect(draft).toMatchObject({ urgent: true, people: [] });
    expect(draft.concern.narrative).toContain('Ring the referrer');
  });

  test('keeps what was said before, and adds a child by whatever name', () => {
    const before = draftOf({ you: { telephone: '01632 960 001' } });
    const draft = readUrgent(
      new Posted({ narrative: 'He is on the roof', forenames: 'Kian', where: 'The school' }),
      before,
    );
    expect(draft.concern).toMatchObject({ narrative: 'He is on the roof', whereIsTheChildNow: 'The school' });
    expect(contentOf(draft).whereIsTheChildNow).toBe('The school');
    expect(draft.people).toMatchObject([{ kind: 'child', forenames: 'Kian' }]);
    expect(draft.you.telephone).toBe('01632 960 001');
  });

  test('says of the child, or of each child it has already, that the address must be kept secret', () => {
    const secret = { protectedPlaces: ['address'] };
    const alone = readUrgent(new Posted(secret), draftOf());
    expect(alone.people).toMatchObject([{ kind: 'child', addressProtected: true }]);
    const before = draftOf({ people: [child({ address: { lines: '9 Refuge Lane' } }), adult()] });
    const draft = readUrgent(new Posted({ ...secret, forenames: 'Kian' }), before);
    expect(draft.people.map(({ addressProtected }) => addressProtected)).toEqual([true, undefined]);
    expect(JSON.stringify(recordOf(draft, sending))).not.toContain('Refuge');
  });
});
