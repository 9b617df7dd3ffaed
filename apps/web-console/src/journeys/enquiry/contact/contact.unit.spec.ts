import type { ContactDetail, Released, ReleasedItem } from '@mash/contracts';
import { before, CHILD_MENTION, CHILD, MOTHER_MENTION, NOW, SEALED } from '../testing/an-enquiry';
import { concernView } from './concern.presenter';
import { ReleasedCaller, ReleasedConcern, releasedDocument } from './contact-words';
import { mentionedPeople } from './mentioned-people.presenter';

const item = (changes: Partial<ReleasedItem>): ReleasedItem => ({
  envelopeId: CHILD,
  itemId: CHILD,
  visibility: 'shown',
  outcome: 'PERMIT',
  reason: { code: 'HELD', sentence: 'The holder has set conditions.' },
  decisionId: CHILD,
  rule: 'R',
  redactions: [],
  obligations: [],
  ...changes,
});
const released = (items: ReleasedItem[], refused: Released['refused'] = []): Released => ({
  releaseId: CHILD,
  releasedAt: before(0),
  items,
  coverage: [],
  refused,
});
const concern = (changes: Partial<ReleasedItem>) => releasedDocument(released([item(changes)]), ReleasedConcern);

describe('The words of a concern', () => {
  test('are shown as they came, and a gap as loud as a fact', () => {
    const view = concernView(concern({ content: { narrative: 'A <b>burn</b>', danger: 'no' } }), undefined);
    expect(view.notes).toEqual([]);
    expect(view.rows).toContainEqual({ key: 'The concern', value: 'A <b>burn</b>', isGap: false });
    expect(view.rows).toContainEqual({ key: 'Keep from the family', value: 'Not said', isGap: true });
  });

  test('say whose places must be kept secret', () => {
    const mentionId = '0198aaaa-0000-7000-8000-000000000001';
    const mother = { mentionId, kind: 'adult', relation: 'household', forenames: 'Dawn', notKnown: [] } as const;
    const content = { narrative: 'x', protectedAddresses: [{ mentionId, lines: '12 Mill Pond Lane', school: 'Oak' }] };
    const { rows } = concernView(concern({ content }), undefined, [{ ...mother, notKnown: [] }]);
    expect(rows).toContainEqual({
      ...{ key: 'Must be kept secret', value: 'Dawn: 12 Mill Pond Lane, School: Oak', isGap: false },
    });
  });

  test('are replaced by the sentence of the sharing service where they are withheld, and by nothing of their content', () => {
    const view = concernView(
      concern({ visibility: 'withheld', outcome: 'REVIEW', releaser: 'Hub manager', content: { narrative: 'secret' } }),
      undefined,
    );
    expect(view.rows).toEqual([]);
    expect(view.notes).toEqual(['The concern: withheld. The holder has set conditions. Ask: Hub manager.']);
    expect(JSON.stringify(view)).not.toContain('secret');
  });

  test('leave no trace where this reader may not even know of them', () => {
    const absent = releasedDocument(released([]), ReleasedConcern);
    expect(concernView(absent, releasedDocument(released([]), ReleasedCaller))).toEqual({ rows: [], notes: [] });
  });

  test('say so where they could not be opened, were copied, or the service is down', () => {
    const copied = releasedDocument(released([], [{ envelopeId: CHILD, code: 'SEAL.WRONG_KEY' }]), ReleasedConcern);
    const garbled = concern({ content: { narrative: 7 } });
    expect(concernView(copied, undefined).notes[0]).toMatch(/could not be opened/);
    expect(concernView(garbled, undefined).notes[0]).toMatch(/could not be opened/);
    expect(concernView({ kind: 'unreachable' }, undefined).notes[0]).toMatch(/does not answer/);
  });

  test('show what must be kept secret to whom it is released, and nothing where it was left out', () => {
    const place = { mentionId: CHILD_MENTION, lines: '9 Refuge Lane', postcode: 'RV9 9ZZ', school: 'Hill School' };
    const rows = (protectedAddresses: object[]) =>
      concernView(concern({ content: { narrative: 'n', protectedAddresses } }), undefined).rows;
    const value = '9 Refuge Lane, RV9 9ZZ, School: Hill School';
    expect(rows([place])).toContainEqual({ key: 'Must be kept secret', value, isGap: false });
    expect(rows([]).map(({ key }) => key)).not.toContain('Must be kept secret');
  });

  test('say that words are left out, and show who told only where that is released', () => {
    const partly = concern({ content: { narrative: 'n' }, redactions: ['third party'] });
    expect(concernView(partly, undefined).notes).toEqual(['Some words are left out for this reader.']);
    const caller = releasedDocument(released([item({ content: { name: 'A neighbour' } })]), ReleasedCaller);
    expect(concernView(partly, caller).rows.map(({ key }) => key)).toContain('Who told');
    expect(concernView(partly, undefined).rows.map(({ key }) => key)).not.toContain('Who told');
  });
});

const detail = (people: ContactDetail['people'], consents: ContactDetail['consents'] = []): ContactDetail => ({
  contactId: CHILD,
  enquiryId: CHILD,
  reference: 'C-7K2Q4X9',
  enquiryReference: 'E-7K2Q4X9',
  receivedAt: before(9),
  recordedAt: before(9),
  source: '2A',
  referrerKind: 'professional',
  urgent: false,
  reply: 'email',
  sealed: SEALED,
  acknowledged: [],
  presentingIssues: [],
  people,
  consents,
});

describe('People as they were mentioned', () => {
  test('come children first, with what is not known said', () => {
    const views = mentionedPeople(
      detail([
        { mentionId: MOTHER_MENTION, kind: 'adult', relation: 'household', forenames: 'Dawn' },
        { mentionId: CHILD_MENTION, kind: 'child', relation: 'concern' },
      ]),
      NOW,
    );
    expect(views.map(({ heading }) => heading)).toEqual(['A child, name not known', 'Dawn']);
    expect(views[0]?.rows).toContainEqual({ key: 'Born', value: 'Not known, or left empty', isGap: true });
  });

  test('never show a protected address, even if one stands beside the mark', () => {
    const [view] = mentionedPeople(
      detail([
        {
          mentionId: CHILD_MENTION,
          kind: 'child',
          relation: 'concern',
          addressProtected: true,
          address: { lines: '4 Tanner Row' },
          ...{ school: 'Meadow Lane', gp: 'Mill Street' },
        },
      ]),
      NOW,
    );
    expect(JSON.stringify(view)).not.toMatch(/Tanner|Meadow|Mill/);
    const shown = ['Lives at', 'School', 'GP'].map((key) => view?.rows.find((row) => row.key === key)?.value);
    expect(shown).toEqual(Array(3).fill('Kept secret'));
  });

  test('keep the three consents apart, each with its ground', () => {
    const said = { mentionId: CHILD_MENTION, givenBy: 'not_applicable' } as const;
    const [view] = mentionedPeople(
      detail(
        [{ mentionId: CHILD_MENTION, kind: 'child', relation: 'concern' }],
        [
          { ...said, kind: 'service', state: 'unknown' },
          { ...said, kind: 'sharing', state: 'not_sought', ground: 'NS_HARM' },
        ],
      ),
      NOW,
    );
    expect(view?.rows.find(({ key }) => key === 'Consent')?.value).toBe(
      'Accept help: Not known\nInformation being shared: Not asked: Asking would raise the risk of significant harm',
    );
  });
});
