import { ago, DECIDED, inboxItemStub } from '../../../browser-tests/stubs/decided-enquiry';
import { Posted } from '../../forms/posted';
import { askedWords } from './asked-words';
import { readAcceptance } from './item/accept.form';
import { inboxItemView } from './item/inbox-item.presenter';
import { readReturn } from './item/return.form';
import { inboxView } from './list/inbox.presenter';

const now = new Date();
const product = {
  productId: DECIDED.productId,
  kind: 'handover' as const,
  madeAt: ago(1),
  words: 'Please offer help.',
  people: [{ personId: DECIDED.child, displayName: 'Kian Marlowe', birthDate: '3 May 2018' }],
  items: [
    {
      itemId: DECIDED.itemId,
      agencyName: 'Riverside Police',
      personId: DECIDED.child,
      kind: 'fact',
      category: 'police-incidents' as const,
      text: 'Noise.',
      condition: 'Ring before you act',
    },
  ],
};

describe('The inbox', () => {
  test('says how many wait and how many of them are late, the soonest due first', () => {
    const late = inboxItemStub({ routeId: DECIDED.agreementId, dueAt: ago(1) });
    const view = inboxView({ items: [inboxItemStub(), late] }, now);
    expect(view.heading).toBe('2 cases wait for you, 1 late');
    expect(view.waiting[0]).toMatchObject({ href: `/inbox/${DECIDED.agreementId}`, clock: { look: 'late' } });
  });

  test('says since when it has been empty, and names no child', () => {
    const view = inboxView({ items: [], lastTakenAt: ago(3) }, now);
    expect([view.heading, view.empty]).toEqual([
      'Nothing waits for you',
      expect.stringContaining('last one was taken'),
    ]);
    expect(JSON.stringify(inboxView({ items: [inboxItemStub()] }, now))).not.toContain('Marlowe');
  });

  test('says what is asked and for how many', () => {
    const outcomes = [
      { personId: DECIDED.child, outcome: 'early_help' as const },
      { personId: DECIDED.baby, outcome: 'early_help' as const },
    ];
    expect(askedWords({ outcomes })).toBe('Offer early help for 2 children');
  });
});

describe('A case in the inbox', () => {
  test('shows the handover with its conditions, and ends with what may not be told', () => {
    const view = inboxItemView({ item: inboxItemStub(), product, now });
    expect(view.product?.items[0]).toMatchObject({ about: 'Kian Marlowe', handling: 'Ring before you act' });
    expect(view.more).toBe('There may be information that we cannot tell you about.');
  });

  test('shows what travels with an item beside it, and keeps back what its reader has not accepted', () => {
    const warned = { ...product.items[0], obligations: ['NOT_TELL_PARENT'] } as (typeof product)['items'][number];
    const doubtful = { ...product.items[0], itemId: 'two', identity: 'possible' } as (typeof product)['items'][number];
    const toAccept = [{ itemId: 'three', agencyName: 'Riverside NHS Trust', obligations: ['COURT_NOTICE' as const] }];
    const view = inboxItemView({
      item: inboxItemStub(),
      product: { ...product, items: [warned, doubtful], toAccept },
      now,
    });
    expect(view.product?.items).toMatchObject([{ warnings: [expect.stringContaining('Unsafe to tell the parent')] }]);
    expect(view.product?.unconfirmed).toHaveLength(1);
    expect(view.accept).toMatchObject({
      heading: 'Read and accept this, and one item shows',
      values: ['three COURT_NOTICE'],
      lines: [expect.stringContaining('Riverside NHS Trust: Court papers.')],
      action: `/inbox/${DECIDED.routeId}`,
    });
  });

  test('says what to do where the handover cannot be opened, or there is none', () => {
    expect(inboxItemView({ item: inboxItemStub(), product: undefined, now }).noProduct).toContain('cannot be opened');
    const { productId: _none, ...bare } = inboxItemStub();
    expect(inboxItemView({ item: bare, product: undefined, now }).noProduct).toContain('sent no handover');
  });

  test('is answered once', () => {
    const taken = inboxItemView({
      item: inboxItemStub({ state: 'accepted', workerName: 'Nadia Brand' }),
      product,
      now,
    });
    expect(taken.answer).toBeUndefined();
    expect(taken.heading).toBe('Nadia Brand has this case');
  });

  test('opens the return again where the return was wrong', () => {
    const errors = [{ field: 'words', text: 'Tell the hub why' }];
    expect(inboxItemView({ item: inboxItemStub(), product, errors, now }).answer?.isReturnOpen).toBe(true);
  });
});

describe('Answering for a team', () => {
  test('takes a case with a name, and not without', () => {
    expect(readAcceptance(new Posted({ workerName: ' Nadia Brand ' })).acceptance).toEqual({
      workerName: 'Nadia Brand',
    });
    expect(readAcceptance(new Posted({ workerName: '   ' })).errors).toHaveLength(1);
    expect(readAcceptance(new Posted({ workerName: 'x'.repeat(101) })).errors).toHaveLength(1);
  });

  test('returns it with a reason of the list and words, and not without', () => {
    expect(readReturn(new Posted({ reasonCode: 'wrong_team', words: 'Not ours.' })).given).toEqual({
      reasonCode: 'wrong_team',
      words: 'Not ours.',
    });
    expect(readReturn(new Posted({ reasonCode: 'we_are_busy' })).errors.map(({ field }) => field)).toEqual([
      'reasonCode',
      'words',
    ]);
  });
});
