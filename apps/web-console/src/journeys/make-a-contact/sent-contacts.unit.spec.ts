import type { ContactDetail } from '@mash/contracts';
import { checkSections } from './check/check.presenter';
import { contactListView } from './list/contact-list.presenter';
import { receiptView } from './receipt/receipt.presenter';
import { adult, child, draftOf, DRAFT_ID } from './testing/draft-of';
import { trackView } from './track/track.presenter';

const now = new Date('2026-11-23T13:00:00Z');
const contact = (changes: Partial<ContactDetail> = {}): ContactDetail => ({
  contactId: DRAFT_ID,
  enquiryId: DRAFT_ID,
  reference: 'C-7K2Q4X9',
  enquiryReference: 'E-7K2Q4X9',
  receivedAt: '2026-11-23T09:15:00Z',
  recordedAt: '2026-11-23T09:15:00Z',
  source: '2A',
  referrerKind: 'professional',
  urgent: false,
  reply: 'email',
  acknowledged: [],
  sealed: { kid: 'k', envelope: 'e' },
  presentingIssues: [],
  ...changes,
});
const told = { kind: 'outcome', method: 'email', at: '2026-11-23T12:10:00Z', letterId: DRAFT_ID } as const;

describe('The list of one’s concerns', () => {
  test('answers with how many are with the hub, newest first', () => {
    const decided = contact({ reference: 'C-8888888', receivedAt: '2026-11-23T10:00:00Z', acknowledged: [told] });
    const view = contactListView({ contacts: [contact(), decided], drafts: [] }, now);
    expect(view.heading).toBe('1 of your concerns is with the hub');
    expect(view.rows.map(({ reference, state }) => [reference, state])).toEqual([
      ['C-8888888', 'Decided, told 12:10 today'],
      ['C-7K2Q4X9', 'Received'],
    ]);
  });

  test('says what it is for while it is empty', () => {
    const view = contactListView({ contacts: [], drafts: [] }, now);
    expect(view).toMatchObject({ heading: 'You have sent no concern yet', isEmpty: true });
  });

  test('leads back to what was begun and not sent, and tells it by its time', () => {
    const sealed = { kid: 'k', envelope: 'e' };
    const draft = { draftId: DRAFT_ID, kind: 'contact', sealed, savedAt: '2026-11-23T11:05:00Z' } as const;
    const { unsent } = contactListView({ contacts: [], drafts: [draft] }, now);
    expect(unsent).toEqual([
      { href: `/contacts/new/${DRAFT_ID}`, text: 'Go on with the concern you left 11:05 today' },
    ]);
  });
});

describe('The receipt', () => {
  test('gives reference, time and whom to ring', () => {
    const hub = {
      id: DRAFT_ID,
      name: 'Riverside',
      hubTelephone: '01632 960 100',
      outOfHoursTelephone: '01632 960 199',
    };
    expect(receiptView(contact(), hub)).toMatchObject({
      reference: 'C-7K2Q4X9',
      receivedWords: '23 November 2026, 09:15',
      hubTelephone: '01632 960 100',
    });
  });
});

describe('Tracking a concern', () => {
  test('promises what has not happened', () => {
    const { heading, stages, letterHref } = trackView(contact(), now, true);
    expect(heading).toBe('The hub is looking at your concern');
    expect(stages[2]?.hint.text).toBe('Within one working day of receipt');
    expect(letterHref).toBeUndefined();
  });

  test('lets its referrer add something, and nobody else', () => {
    expect(trackView(contact(), now, true).addAction).toBe('/contacts/C-7K2Q4X9/add');
    expect(trackView(contact(), now, false).addAction).toBeUndefined();
  });

  test('leads to the letter once there is one, and says so where nobody could be told', () => {
    expect(trackView(contact({ acknowledged: [told] }), now, true).letterHref).toBe('/contacts/C-7K2Q4X9/letter');
    const withheld = trackView(
      contact({ acknowledged: [{ kind: 'outcome', method: 'none', at: told.at }] }),
      now,
      true,
    );
    expect(withheld.stages[3]?.hint.text).toContain('could not tell you, and has recorded why');
    expect(withheld.letterHref).toBeUndefined();
  });
});

describe('Checking one’s answers', () => {
  test('shows a gap as loud as a fact', () => {
    const rows = checkSections(
      draftOf({ people: [child({ forenames: 'Kian', birthDate: { year: 2018 } })] }),
      DRAFT_ID,
      now,
    ).flatMap((section) => section.rows);
    expect(rows.find(({ key }) => key === 'Your concern')).toMatchObject({
      isGap: true,
      value: 'Not known, or left empty',
    });
    expect(rows.find(({ key }) => key === 'Born')).toMatchObject({ isGap: false, value: '2018 (7 or 8 years)' });
  });

  test('says that a secret address is kept secret', () => {
    const draft = draftOf({ people: [adult({ address: { lines: '9 Refuge Lane' }, addressProtected: true })] });
    const rows = checkSections(draft, DRAFT_ID, now).flatMap((section) => section.rows);
    expect(rows.find(({ key }) => key === 'Lives at')?.value).toBe('9 Refuge Lane\n(kept secret)');
  });

  test('says it of every place of a child whose school alone is secret', () => {
    const draft = draftOf({ people: [child({ school: 'Hidden School', schoolProtected: true })] });
    const rows = checkSections(draft, DRAFT_ID, now).flatMap((section) => section.rows);
    const shown = ['Lives at', 'School', 'GP'].map((key) => rows.find((row) => row.key === key)?.value);
    expect(shown).toEqual(['(kept secret)', 'Hidden School\n(kept secret)', '(kept secret)']);
  });

  test('says it of what was said of whoever lives with somebody in hiding, and a gap stays one', () => {
    const draft = draftOf({ people: [child({ school: 'Hidden School' }), adult({ addressProtected: true })] });
    const rows = checkSections(draft, DRAFT_ID, now).flatMap((section) => section.rows);
    const shown = ['Lives at', 'School', 'GP'].map((key) => rows.find((row) => row.key === key));
    expect(shown).toMatchObject([{ isGap: true }, { value: 'Hidden School\n(kept secret)' }, { isGap: true }]);
  });
});
