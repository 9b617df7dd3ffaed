import type { IdentitySays, IntakeFacts } from '@mash/contracts';
import { asMeant, saidOfSame } from './as-meant';
import { identityOf, standing } from './identity-of';
import type { IdentityStatement } from './identity-statement';
import { isMatchDoubted } from './is-match-doubted';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
const RECORD = 'record';
const said = (says: IdentitySays, hour: number, id = RECORD): IdentityStatement => ({
  ...{ statementId: `s-${String(hour)}`, about: { kind: 'person', id }, says },
  ...{ recipientAgencyId: null, recipientId: null, statedAt: at(hour) },
});
const stood = (personId: string, from: number, until?: number) => ({
  ...{ personId, from: at(from).toISOString(), certain: until === undefined },
  ...(until !== undefined && { until: at(until).toISOString() }),
});
type Several = NonNullable<IntakeFacts['idsOfSeveral']>[number]['stood'];
const rosterOf = (...trail: Several): Pick<IntakeFacts, 'people' | 'idsOfSeveral'> => ({
  people: [{ personId: 'ada' }, { personId: RECORD }] as IntakeFacts['people'],
  idsOfSeveral: [{ id: RECORD, stood: trail }],
});
/** The first was linked from 1 to 3, and the other, who is the right one, since 5. */
const swapped = rosterOf(stood('ada', 1, 3), stood(RECORD, 5));

const of = (
  roster: Pick<IntakeFacts, 'idsOfSeveral'>,
  askedAt: number | undefined,
  ...statements: IdentityStatement[]
) => {
  const thing = { itemId: 'i', envelopeId: 'e', personId: RECORD, ...(askedAt && { askedAt: at(askedAt) }) };
  return identityOf(asMeant(statements, roster), thing, { agencyId: 'school' });
};

describe('What was said of a person under whose id another of the roster stands today', () => {
  test.each([2, 4])(
    'at %i is of the one before: what was asked meanwhile stays closed, and what was asked since is open',
    (hour) => {
      for (const askedAt of [2, 4, undefined]) expect(of(swapped, askedAt, said('wrong_person', hour))).toBe('wrong');
      expect(of(swapped, 5, said('wrong_person', hour))).toBeUndefined();
      expect(of(swapped, 6, said('doubted', hour))).toBeUndefined();
      expect(of(swapped, 2, said('doubted', hour))).toBe('possible');
    },
  );

  test('is of the one of today where it was said since, and closes all', () => {
    for (const askedAt of [2, 6]) expect(of(swapped, askedAt, said('wrong_person', 6))).toBe('wrong');
  });

  test('is not taken back by what is said of the one of today', () => {
    expect(of(swapped, 2, said('wrong_person', 2), said('confirmed', 6))).toBe('wrong');
    expect(of(swapped, 2, said('wrong_person', 6), said('confirmed', 7))).toBeUndefined();
    expect(standing(asMeant([said('doubted', 2), said('confirmed', 6)], swapped))).toHaveLength(2);
  });

  test('is answered by nothing that is said of the one of today, and what was said of them since is', () => {
    const all = [said('wrong_person', 2), said('doubted', 6)];
    const answeredBy = (hour: number, roster = swapped) =>
      saidOfSame(all, said('confirmed', hour), roster).map(({ says }) => says);
    expect(answeredBy(7)).toEqual(['doubted']);
    expect(answeredBy(4)).toEqual(['wrong_person']);
    expect(answeredBy(7, { people: [] })).toEqual(['wrong_person', 'doubted']);
  });

  test('closes all where nobody can tell whom it meant, or nobody else stands there', () => {
    const closed = [
      {},
      rosterOf(stood('ada', 1, 3), stood(RECORD, 2)),
      rosterOf(stood('ada', 1, 3), stood('wren', 4, 5)),
      rosterOf(stood('wren', 4, 5), stood('ada', 1, 3), stood('ada', 6)),
    ];
    for (const roster of closed) expect(of(roster, 7, said('wrong_person', 2.5))).toBe('wrong');
    expect(
      of(rosterOf(stood('ada', 1, 3), stood(RECORD, 2)), 7, said('wrong_person', 2.5), said('confirmed', 6)),
    ).toBeUndefined();
  });

  test('is a doubt of the one before still, and of nobody else', () => {
    expect(isMatchDoubted([said('doubted', 2)], 'ada', swapped)).toBe(true);
    expect(isMatchDoubted([said('doubted', 2), said('confirmed', 6)], 'ada', swapped)).toBe(true);
    expect(isMatchDoubted([said('doubted', 6)], 'ada', swapped)).toBe(false);
  });

  test('ends as a doubt by what is said of the one who was meant, under their id of today', () => {
    for (const says of ['confirmed', 'wrong_person'] as const)
      for (const id of ['ada', RECORD])
        expect(isMatchDoubted([said('doubted', 2), said(says, 6, 'ada')], id, swapped)).toBe(false);
    const ofNobodyElse = [said('confirmed', 1, 'ada'), said('confirmed', 6, 'wren'), said('doubted', 6, 'ada')];
    for (const one of ofNobodyElse) expect(isMatchDoubted([said('doubted', 2), one], 'ada', swapped)).toBe(true);
  });

  test('holds the task under that id, which may be of either, until both doubts are answered', () => {
    const ofBoth = [said('doubted', 2), said('doubted', 6)];
    for (const all of [
      [said('doubted', 2)],
      [...ofBoth, said('confirmed', 7)],
      [...ofBoth, said('confirmed', 7, 'ada')],
    ])
      expect(isMatchDoubted(all, RECORD, swapped)).toBe(true);
    const answered = [...ofBoth, said('confirmed', 7), said('confirmed', 8, 'ada')];
    expect(isMatchDoubted(answered, RECORD, swapped)).toBe(false);
  });
});
