import type { IdentitySays, RecallAbout } from '@mash/contracts';
import { identityOf, isProductRecalled } from './identity-of';
import type { IdentityStatement } from './identity-statement';

const thing = { itemId: 'i-1', envelopeId: 'e-1', requestId: 'q-1', personId: 'p-1' };
let minute = 0;
const said = (
  kind: RecallAbout['kind'],
  id: string,
  says: IdentitySays,
  recipientAgencyId: string | null = null,
  recipientId: string | null = null,
): IdentityStatement => ({
  statementId: `s-${String((minute += 1))}`,
  ...{ about: { kind, id }, says, recipientAgencyId, recipientId, statedAt: new Date(minute * 60_000) },
});
const of = (...statements: IdentityStatement[]) =>
  identityOf(statements, thing, { agencyId: 'police', accountId: 'constable' });

describe('Whom a thing is about, as people have said since', () => {
  test('nothing said leaves what is in the envelope', () => {
    expect(of()).toBeUndefined();
    expect(of(said('item', 'i-2', 'wrong_person'), said('product', 'i-1', 'wrong_person'))).toBeUndefined();
  });

  test('wrong by its item, its answer or its person', () => {
    expect(of(said('item', 'i-1', 'wrong_person'))).toBe('wrong');
    expect(of(said('answer', 'e-1', 'wrong_person'))).toBe('wrong');
    expect(of(said('answer', 'q-1', 'wrong_person'))).toBe('wrong');
    expect(of(said('person', 'p-1', 'wrong_person'))).toBe('wrong');
  });

  test('of what came again, also by what was said against the first; that the first was right says nothing of it', () => {
    const again = (...statements: IdentityStatement[]) =>
      identityOf(statements, { ...thing, itemId: 'i-2', alsoOfPerson: ['i-1'] }, { agencyId: 'police' });
    expect(again(said('item', 'i-1', 'wrong_person'))).toBe('wrong');
    expect(again(said('item', 'i-1', 'wrong_recipient', 'police'))).toBe('wrong');
    expect(again(said('item', 'i-1', 'doubted'))).toBe('possible');
    expect(again(said('item', 'i-1', 'confirmed'))).toBeUndefined();
    expect(again(said('item', 'i-1', 'wrong_person'), said('item', 'i-2', 'confirmed'))).toBe('confirmed');
    expect(again(said('item', 'i-2', 'confirmed'), said('item', 'i-1', 'wrong_person'))).toBe('wrong');
    const toPolice = said('item', 'i-1', 'wrong_recipient', 'police');
    expect(again(toPolice, said('item', 'i-2', 'right_recipient', 'health'))).toBe('wrong');
    expect(again(toPolice, said('item', 'i-2', 'right_recipient', 'police'))).toBeUndefined();
    expect(again(said('item', 'i-1', 'wrong_person'), said('item', 'i-1', 'confirmed'))).toBeUndefined();
    expect(of(said('item', 'i-2', 'wrong_person'))).toBeUndefined();
  });

  test('doubted is possible, and wrong where another statement about it says so', () => {
    expect(of(said('item', 'i-1', 'doubted'))).toBe('possible');
    expect(of(said('answer', 'e-1', 'wrong_person'), said('item', 'i-1', 'doubted'))).toBe('wrong');
  });

  test('confirming ends what was said about that very thing, and nothing wider', () => {
    expect(of(said('item', 'i-1', 'wrong_person'), said('item', 'i-1', 'confirmed'))).toBe('confirmed');
    expect(of(said('answer', 'e-1', 'wrong_person'), said('item', 'i-1', 'confirmed'))).toBe('wrong');
    expect(
      of(said('item', 'i-1', 'wrong_person'), said('item', 'i-1', 'confirmed'), said('item', 'i-1', 'doubted')),
    ).toBe('possible');
  });

  test('a wrong recipient is that recipient only, and no confirmation brings it to them', () => {
    const elsewhere = said('item', 'i-1', 'wrong_recipient', 'health');
    expect(of(elsewhere)).toBeUndefined();
    expect(identityOf([elsewhere, said('item', 'i-1', 'confirmed')], thing, { agencyId: 'health' })).toBe('wrong');
  });

  test('one wrong account is that account only: neither its colleagues nor its agency as such', () => {
    const toNurse = said('item', 'i-1', 'wrong_recipient', 'health', 'nurse');
    const to = (accountId?: string) => identityOf([toNurse], thing, { agencyId: 'health', accountId });
    expect([to('nurse'), to('doctor'), to()]).toEqual(['wrong', undefined, undefined]);
    const both = [said('item', 'i-1', 'wrong_recipient', 'health'), toNurse];
    expect(identityOf(both, thing, { agencyId: 'health', accountId: 'doctor' })).toBe('wrong');
  });

  test('a match that the hub confirmed says nothing of what its holder was unsure about', () => {
    expect(of(said('person', 'p-1', 'doubted'), said('person', 'p-1', 'confirmed'))).toBeUndefined();
  });

  test('the order in which they are read does not matter', () => {
    const [wrong, right] = [said('item', 'i-1', 'wrong_person'), said('item', 'i-1', 'confirmed')];
    expect(of(right, wrong)).toBe('confirmed');
  });
});

describe('From whom a product is recalled', () => {
  const handover = { productId: 'h-1', toAgencyId: 'social-care' };
  const from = (one: IdentityStatement) =>
    ['social-care', 'health', 'council'].filter((agencyId) =>
      isProductRecalled(one, handover, { agencyId, accountId: `of ${agencyId}` }),
    );
  const misdirected = (...to: [string, string?]) => said('product', 'h-1', 'wrong_recipient', ...to);

  test('whole, where it is about somebody else or went to the wrong agency', () => {
    expect(from(said('product', 'h-1', 'wrong_person'))).toHaveLength(3);
    expect(from(misdirected('social-care'))).toHaveLength(3);
  });

  test('of one account, or of an agency that had it otherwise, from those alone', () => {
    expect(from(misdirected('social-care', 'of social-care'))).toEqual(['social-care']);
    expect(from(misdirected('health'))).toEqual(['health']);
  });

  test('not where something else was meant', () => {
    expect(from(said('product', 'h-2', 'wrong_person'))).toEqual([]);
    expect(from(said('item', 'h-1', 'wrong_person'))).toEqual([]);
  });
});
