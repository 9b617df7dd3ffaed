import type { HolderItem, ItemStands } from '@mash/contracts';
import { Posted } from '../../forms/posted';
import type { OpenedOwnItem } from './own-items-page';
import { SUBJECTS, subjectPath } from './say/subjects';
import { ownItemsView } from './list/own-items.presenter';
import { recipientStands } from './stands-words';

const id = (n: number): string => `0198dddd-0000-7000-8000-${String(n).padStart(12, '0')}`;
const now = new Date('2026-11-23T13:40:00.000Z');
const socialCare = { audience: 'team_sc', agencyId: 'riverside-social-care' };
const stands = (changes: Partial<ItemStands> = {}): ItemStands => ({
  ...{ isReadable: true, alert: 'none', unsafe: 'none', relevance: 'relevant', to: [] },
  ...changes,
});
const opened = (item: Partial<HolderItem> = {}, changes: Partial<OpenedOwnItem> = {}): OpenedOwnItem => {
  const whole: HolderItem = {
    ...{ itemId: id(4), personId: id(5), category: 'police-intelligence', kind: 'opinion', when: '2026-05-04' },
    ...{ text: 'Somebody close says so.', source: 'Intelligence desk', flags: [], stated: [], stands: stands() },
    ...item,
  };
  return {
    ...{ enquiryId: id(2), item: whole, items: [whole], names: new Map([[id(5), 'Kian Marlowe']]) },
    ...{
      barred: 0,
      maySpeak: true,
      recordsDetriment: false,
      recipients: ['riverside-social-care', 'riverside-health'],
    },
    ...changes,
  };
};
const subject = (code: string) => {
  const found = SUBJECTS.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const read = (code: string, fields: object, its: OpenedOwnItem = opened()) =>
  subject(code).read(new Posted({ reason: 'We have weighed it.', ...fields }), its, now);
const wrong = (...its: Parameters<typeof read>) => read(...its).errors?.map(({ field }) => field);
const said = (...its: Parameters<typeof read>) => {
  const result = read(...its);
  return result.errors === undefined ? result.said : result.errors;
};

describe('Words that are read instead of an item', () => {
  test('are for everybody, or for one agency in whatever part it takes', () => {
    expect(said('wording', { wording: 'Visit in pairs.', who: 'everybody' })).toEqual({
      facts: { says: 'sanitised' },
      content: { reason: 'We have weighed it.', wording: 'Visit in pairs.' },
    });
    expect(said('wording', { wording: 'Visit in pairs.', who: 'one', recipient: 'riverside-health' })).toMatchObject({
      facts: { says: 'released_wording', to: { audience: 'any', agencyId: 'riverside-health' }, hidesSource: false },
    });
  });

  test('are refused empty, over-long, for nobody, for a forged recipient, or where a source could be told from them', () => {
    expect(wrong('wording', {})).toEqual(['wording', 'who']);
    expect(wrong('wording', { wording: 'x'.repeat(8_001), who: 'everybody' })).toEqual(['wording']);
    expect(wrong('wording', { wording: 'x', who: 'one', recipient: 'riverside-police' })).toEqual(['recipient']);
    expect(wrong('wording', { wording: 'x', who: 'everybody', reason: ' ' })).toEqual(['reason']);
    expect(wrong('wording', { wording: 'x', who: 'everybody', reason: 'x'.repeat(4_001) })).toEqual(['reason']);
    expect(wrong('wording', { wording: 'x', who: 'everybody' }, opened({ flags: ['source_risk'] }))).toEqual([
      'hidesSource',
    ]);
  });
});

describe('A change of mind', () => {
  const released = opened({
    stands: stands({ to: [{ ...socialCare, release: 'released', detriment: 'none' }] }),
  });
  const harmed = opened({
    stands: stands({ to: [{ ...socialCare, release: 'refused', detriment: 'recorded', reviewBy: '2026-12-10' }] }),
  });
  const recipient = 'team_sc riverside-social-care';

  test('takes back, refuses, releases or ends a harm, for the recipient of which something stands', () => {
    const to = socialCare;
    expect(said('change', { recipient, what: 'take_back' }, released)).toMatchObject({
      facts: { says: 'taken_back', to },
    });
    expect(said('change', { recipient, what: 'refuse' }, released)).toMatchObject({ facts: { says: 'refused', to } });
    expect(said('change', { recipient, what: 'as_it_stands' }, harmed)).toMatchObject({
      facts: { says: 'released_as_it_stands', to },
    });
    expect(said('change', { recipient, what: 'harm_ended' }, harmed)).toMatchObject({
      facts: { says: 'detriment_ended', to },
    });
  });

  test('says nothing that stands already, and nothing of anybody else', () => {
    expect(wrong('change', { recipient, what: 'as_it_stands' }, released)).toEqual(['what']);
    expect(wrong('change', { recipient, what: 'refuse' }, harmed)).toEqual(['what']);
    expect(wrong('change', { recipient, what: 'harm_ended' }, released)).toEqual(['what']);
    expect(wrong('change', { recipient: 'team_eh riverside-early-help', what: 'refuse' }, released)).toEqual([
      'recipient',
    ]);
    expect(wrong('change', {}, released)).toEqual(['recipient', 'what']);
  });
});

describe('Harm to this child', () => {
  const day = { 'reviewBy-day': '10', 'reviewBy-month': '12', 'reviewBy-year': '2026' };
  const whole = { recipient: 'riverside-health', harm: 'He would run.', ...day };

  test('names the agency, the child, the harm and the day', () => {
    expect(said('harm', whole)).toMatchObject({
      facts: {
        ...{ says: 'detriment', personId: id(5), reviewBy: '2026-12-10' },
        to: { audience: 'any', agencyId: 'riverside-health' },
      },
      content: { harm: 'He would run.' },
    });
  });

  test('is refused with a past or far-off day, without its harm, or of oneself', () => {
    expect(wrong('harm', { ...whole, 'reviewBy-day': '22', 'reviewBy-month': '11' })).toEqual(['reviewBy-day']);
    expect(wrong('harm', { ...whole, 'reviewBy-day': '24' })).toEqual(['reviewBy-day']);
    expect(wrong('harm', { ...whole, 'reviewBy-day': '31', 'reviewBy-month': '11' })).toEqual(['reviewBy-day']);
    expect(wrong('harm', { ...whole, harm: '' })).toEqual(['harm']);
    expect(wrong('harm', { ...whole, recipient: 'riverside-police' })).toEqual(['recipient']);
  });

  test('says beforehand whether it will be recorded or only claimed', () => {
    expect(subject('harm').next(opened()).join(' ')).toContain('kept as claimed');
    expect(
      subject('harm')
        .next(opened({}, { recordsDetriment: true }))
        .join(' '),
    ).not.toContain('kept as claimed');
  });
});

describe('Relevance and "do not alert"', () => {
  test('are set to something else than what stands', () => {
    expect(said('relevance', { relevance: 'old' })).toMatchObject({ facts: { says: 'relevance', relevance: 'old' } });
    expect(wrong('relevance', { relevance: 'relevant' })).toEqual(['relevance']);
    expect(wrong('relevance', { relevance: 'secret' })).toEqual(['relevance']);
    const held = opened({ stands: stands({ alert: 'stands' }) });
    expect(said('alert', { what: 'set' })).toMatchObject({ facts: { says: 'telling_held' } });
    expect(said('alert', { what: 'clear' }, held)).toMatchObject({ facts: { says: 'telling_cleared' } });
  });

  test('and so is "unsafe to tell the parent", by itself', () => {
    const held = opened({ stands: stands({ unsafe: 'stands' }) });
    expect(said('unsafe', { what: 'set' })).toMatchObject({ facts: { says: 'unsafe_set' } });
    expect(said('unsafe', { what: 'clear' }, held)).toMatchObject({ facts: { says: 'unsafe_cleared' } });
    expect(said('alert', { what: 'set' }, held)).toMatchObject({ facts: { says: 'telling_held' } });
    expect(wrong('unsafe', { what: 'set' }, held)).toEqual(['what']);
    expect(subject('unsafe').next(held).join(' ')).toContain('clock for telling the parent starts');
  });

  test('from a page that is older than a colleague’s change are refused', () => {
    expect(wrong('alert', { what: 'clear' })).toEqual(['what']);
    expect(wrong('alert', { what: 'set' }, opened({ stands: stands({ alert: 'stands' }) }))).toEqual(['what']);
    expect(wrong('alert', {})).toEqual(['what']);
  });
});

describe('The page of what an agency said', () => {
  const view = (its: OpenedOwnItem) => ownItemsView(its, { agencyId: 'riverside-police', isRecorded: false, now });

  test('says how many, about whom, and offers a change only where something stands', () => {
    const links = view(opened()).items[0]?.links.map(({ href }) => href);
    expect(view(opened()).heading).toBe('Riverside Police told the hub 1 thing');
    expect(links).toContain(subjectPath(id(2), id(4), 'wording'));
    expect(links).not.toContain(subjectPath(id(2), id(4), 'change'));
    expect(view(opened()).items[0]?.title).toBe('1. About Kian Marlowe');
  });

  test('lets a colleague who does not speak for the agency read, and say only that something went wrong', () => {
    const { items, onlyReads } = view(opened({}, { maySpeak: false }));
    expect(onlyReads).toBe(true);
    expect(items[0]?.links).toHaveLength(1);
  });

  test('tells apart what was recorded and what is claimed', () => {
    const harm = { ...socialCare, release: 'none', reviewBy: '2026-12-10' } as const;
    expect(recipientStands({ ...harm, detriment: 'recorded' })).toBe(
      'Telling them would harm this child; look again by 10 December 2026',
    );
    expect(recipientStands({ ...harm, detriment: 'claimed' })).toContain('claimed, not recorded');
    expect(recipientStands({ ...socialCare, release: 'none', detriment: 'none' })).toContain('Nothing stands');
  });

  test('says in which words somebody may read it who had words of their own before those for everybody', () => {
    const released = { ...socialCare, release: 'released', detriment: 'none' } as const;
    expect(recipientStands(released)).toBe('Released as it stands');
    expect(recipientStands(released, 'A weapon.')).toBe('Released in the words that everybody reads');
    expect(recipientStands({ ...released, wording: 'Visit in pairs.' }, 'A weapon.')).toContain('Visit in pairs.');
  });
});
