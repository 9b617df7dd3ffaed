import { DEMO_PARTNERSHIP, newId, type EnvelopeToOpen, type IntakeFacts } from '@mash/contracts';
import { people } from '@mash/testing';
import { anAdult } from '../../testing/an-adult';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';

jest.setTimeout(120_000);

type Person = IntakeFacts['people'][number];
const unborn = (): Person => anAdult({ relation: 'concern', kind: 'unborn', competence: 'not_assessed' });

describe('A concern that tells of no born child', () => {
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ enquiry } = its));

  const aNote = async (): Promise<EnvelopeToOpen> => {
    const { enquiryId } = enquiry;
    const ids = { noteId: newId(), authorId: people.analyst.id };
    const header = { typ: 'note', partnershipId: DEMO_PARTNERSHIP, version: 1, enquiryId, ...ids } as const;
    const sealed = await enquiry.seal<'note'>(header, { content: { reasons: 'Heard twice.' }, by: people.analyst.id });
    return { typ: 'note', envelopeId: ids.noteId, version: 1, ...ids, sealed };
  };
  const read = async () => {
    const envelopes = [await enquiry.concern('A baby cries next door.'), await aNote()];
    return (await enquiry.released(envelopes, { purpose: 'SCREEN' })).items;
  };

  test.each([
    ['nobody', []],
    ['an adult of the household', [anAdult()]],
    ['an alleged perpetrator', [anAdult({ relation: 'ap' })]],
    ['a young adult who may have caused the harm', [anAdult({ relation: 'ap', kind: '18_25' })]],
    ['an unborn child', [unborn()]],
    ['an unborn child and the mother', [unborn(), anAdult()]],
  ])('is read by the hub at once, and so are its own notes, where it tells of %s', async (_whom, listed) => {
    enquiry.factsAre({ intake: { people: listed } });
    expect(await read()).toMatchObject([
      { visibility: 'shown', outcome: 'PERMIT', content: { narrative: 'A baby cries next door.' } },
      { visibility: 'shown', outcome: 'PERMIT', content: { reasons: 'Heard twice.' } },
    ]);
  });
});
