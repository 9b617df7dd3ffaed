import type { Released, RequestDetail } from '@mash/contracts';
import { people } from '@mash/testing';
import type { Asker } from '../../../api-clients/service-http';
import type { SharingClient } from '../../../api-clients/sharing.client';
import { askedPersonView } from './identifiers.presenter';
import { RequestOpener } from './request-opener';

const envelopeId = '0198cccc-0000-7000-8000-000000000003';
const personId = '0198cccc-0000-7000-8000-000000000004';
const detail = {
  ...{ enquiryId: 'an enquiry', requestId: 'a request', agencyId: people.policeLiaison.agencyId, purpose: 'S47' },
  envelopes: [{ envelopeId, personId, sealed: { kid: 'a key', envelope: 'sealed' } }],
  lines: [{ lineId: 'a line', personId, category: 'police-incidents', existenceOnly: false, state: 'issued' }],
} as unknown as RequestDetail;

/** The page of who is asked about, where it opened so. */
const pageOf = async (its: object) => {
  const person = { names: ['Wren Quillfeather'], addresses: [], birthDate: { year: 2018, month: 5, day: 3 } };
  const content = { purpose: 'S47', purposeText: 'Why', person, questions: [] };
  const item = { envelopeId, visibility: 'shown', content, redactions: [], obligations: [], ...its };
  const release = () => Promise.resolve({ items: [item], refused: [] } as unknown as Released);
  const [asked] = await new RequestOpener({ release } as unknown as SharingClient).open({} as unknown as Asker, detail);
  if (asked === undefined) throw new Error('Nobody is asked about');
  return askedPersonView(asked, 0, 1, new Date('2026-11-23T13:40:00.000Z'));
};

/** What the page says of who is asked about, where the envelope did not open under this code. */
const whoReads = async (code: string): Promise<string | undefined> => {
  const release = () => Promise.resolve({ items: [], refused: [{ envelopeId, code }] } as unknown as Released);
  const opener = new RequestOpener({ release } as unknown as SharingClient);
  const [asked] = await opener.open({} as unknown as Asker, detail);
  if (asked === undefined) throw new Error('Nobody is asked about');
  return askedPersonView(asked, 0, 1, new Date('2026-11-23T13:40:00.000Z')).rows[0]?.value;
};

describe('A question that does not open', () => {
  test('because a party stopped its agreement says so, and that it waits for the hub', async () => {
    expect(await whoReads('SHARING.AGREEMENT_STOPPED')).toBe(
      'A party has stopped the agreement that this was asked under. Do not answer it until the hub says so.',
    );
  });

  test('for any other reason sends to the hub', async () => {
    expect(await whoReads('SHARING.NOT_FOUND')).toBe('This could not be opened. Ring the hub: they can send it again.');
  });
});

describe('A question that opens', () => {
  test('says that a protected place is left out, and still whom to look for', async () => {
    const { rows, copy } = await pageOf({ redactions: ['PLACE'] });
    expect(rows.find(({ key }) => key === 'Left out')?.value).toMatch(/^A place that must be kept secret/);
    expect(copy).toBe('Name: Wren Quillfeather\nBorn: 3 May 2018 (8 years)');
  });

  test('whole says nothing of the kind', async () => {
    expect((await pageOf({})).rows.map(({ key }) => key)).toEqual(['Name', 'Born']);
  });

  test('says under which law it is asked', async () => {
    const its = { rule: 'R-AGR-01', lawfulBasis: ['UK GDPR 6(1)(e)', 'Children Act 2004 s16LA'] };
    expect((await pageOf(its)).basis).toEqual({ law: its.lawfulBasis, rule: undefined, restsOn: [] });
    expect((await pageOf({})).basis).toBeUndefined();
  });

  test('says before all else what is kept from the parents', async () => {
    const { rows, copy } = await pageOf({ obligations: ['NOT_TELL_PARENT'], condition: 'Ask the head alone.' });
    expect(rows[0]).toMatchObject({
      key: 'Keep from the parents',
      value: expect.stringContaining('that anybody asked'),
    });
    expect(copy).not.toContain('parents');
  });

  test('under a condition shows it first', async () => {
    expect((await pageOf({ condition: 'Ask the head alone.' })).rows[0]).toMatchObject({ key: 'Condition' });
  });
});
