import { letterLink } from './letter-link';
import { letterView } from './letter.presenter';

const LETTER = '0198cccc-0000-7000-8000-000000000013';
const contact = {
  contactId: LETTER,
  enquiryId: LETTER,
  reference: 'C-3H8PQRS',
  enquiryReference: 'E-7K2Q4X9',
  receivedAt: '2026-11-20T10:00:00.000Z',
  recordedAt: '2026-11-20T10:00:00.000Z',
  source: '2A',
  referrerKind: 'professional',
  urgent: false,
  acknowledged: [
    { kind: 'receipt', method: 'email', at: '2026-11-20T10:00:00.000Z' },
    { kind: 'outcome', method: 'email', at: '2026-11-22T10:00:00.000Z', letterId: LETTER },
  ],
} as const;

describe('The referrer’s letter', () => {
  test('is linked once there is one', () => {
    const acknowledged = contact.acknowledged.map((one) => ({ ...one }));
    expect(letterLink({ ...contact, acknowledged })).toEqual({ letterId: LETTER, href: '/contacts/C-3H8PQRS/letter' });
    expect(letterLink({ ...contact, acknowledged: acknowledged.slice(0, 1) })).toBeUndefined();
  });

  test('is shown in its own paragraphs, with nothing added but that there may be more', () => {
    const words = 'Thank you.\n\nThe family will be offered early help.';
    const opened = {
      productId: LETTER,
      kind: 'letter' as const,
      madeAt: contact.receivedAt,
      words,
      people: [],
      items: [],
    };
    const view = letterView({ ...contact, acknowledged: [] }, opened);
    expect(view.paragraphs).toEqual(['Thank you.', 'The family will be offered early help.']);
    expect(view.more).toContain('cannot tell you');
  });
});
