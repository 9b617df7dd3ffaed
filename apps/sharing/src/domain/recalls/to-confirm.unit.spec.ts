import type { IdentitySays, RecallAbout } from '@mash/contracts';
import { toConfirm } from './to-confirm';

const thing = { itemId: 'i-1', envelopeId: 'e-1', requestId: 'q-1', personId: 'p-1' };
let minute = 0;
const said = (kind: RecallAbout['kind'], id: string, says: IdentitySays) => ({
  statementId: `s-${String((minute += 1))}`,
  ...{ about: { kind, id }, says, recipientAgencyId: null, recipientId: null, statedAt: new Date(minute * 60_000) },
});

describe('What a holder can confirm of an item of their own', () => {
  test('nothing where they were sure and nobody doubts it', () => {
    expect(toConfirm([], thing, 'confirmed')).toBeUndefined();
    expect(toConfirm([said('item', 'i-2', 'doubted')], thing, 'confirmed')).toBeUndefined();
  });

  test('the answer that they sealed when they were not sure, until it is confirmed', () => {
    expect(toConfirm([], thing, 'possible')).toEqual({ kind: 'answer', id: 'e-1' });
    for (const [kind, id] of [
      ['answer', 'e-1'],
      ['answer', 'q-1'],
      ['item', 'i-1'],
    ] as const)
      expect(toConfirm([said(kind, id, 'confirmed')], thing, 'possible')).toBeUndefined();
  });

  test('what somebody doubts of it, before anything wider', () => {
    expect(toConfirm([said('item', 'i-1', 'doubted')], thing, 'possible')).toEqual({ kind: 'item', id: 'i-1' });
    expect(toConfirm([said('answer', 'q-1', 'doubted')], thing, 'confirmed')).toEqual({ kind: 'answer', id: 'q-1' });
  });

  test('of what another that came under its id was wrong for, the item itself, whatever was said of it before', () => {
    const again = { ...thing, alsoOfPerson: ['i-0'] };
    const itself = { kind: 'item', id: 'i-1' };
    const before = said('item', 'i-1', 'confirmed');
    const wrong = said('item', 'i-0', 'wrong_person');
    expect([toConfirm([wrong], again, 'confirmed'), toConfirm([before, wrong], again, 'confirmed')]).toEqual([
      itself,
      itself,
    ]);
    expect(toConfirm([before, wrong, said('item', 'i-1', 'confirmed')], again, 'confirmed')).toBeUndefined();
    expect(toConfirm([wrong, said('item', 'i-1', 'wrong_person')], again, 'confirmed')).toBeUndefined();
  });

  test('not what was recalled, and not the match, which is the hub’s', () => {
    expect(toConfirm([said('item', 'i-1', 'wrong_person')], thing, 'possible')).toBeUndefined();
    expect(toConfirm([said('person', 'p-1', 'doubted')], thing, 'confirmed')).toBeUndefined();
  });
});
