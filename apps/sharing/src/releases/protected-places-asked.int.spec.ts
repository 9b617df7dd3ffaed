import { type IntakeFacts, type LineFacts, PLACE_LEFT_OUT } from '@mash/contracts';
import { people } from '@mash/testing';
import { anAdult } from '../../testing/an-adult';
import { aPermittedLine } from '../../testing/a-permitted-line';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

type Person = IntakeFacts['people'][number];
const SAID = {
  purposeText: 'He was seen at 12 Mill Pond Lane, where she now lives.',
  person: { names: ['Avery Bell'], addresses: ['4 Tanner Row'], relationship: 'Her ex, of 12 Mill Pond Lane' },
};

describe('A question in an enquiry where a place is protected', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(() => {
    sharing.others.access.set(people.policeLiaison.id, { access: 'ordinary', audience: 'police' });
  });

  /** Whom the question is about, beside a mother whose address is protected. */
  const askedAbout = (about: Partial<Person>) => {
    const person = anAdult({ personId: enquiry.personId, relation: 'involved', ...about });
    enquiry.factsAre({ intake: { people: [person, anAdult({ relation: 'involved', protected: ['address'] })] } });
  };
  const asRead = async ({ envelopeId, requestId, agencyId, personId, sealed }: LineFacts) => {
    const row = { typ: 'request', envelopeId, version: 1, requestId, agencyId, personId, sealed };
    return (await enquiry.released([row], { mode: 'ask' }, people.policeLiaison)).items[0];
  };
  const MASKED = `He was seen at ${PLACE_LEFT_OUT}, where she now lives.`;

  test('tells of an alleged perpetrator what he is searched by, no place of hers, and nothing of what he is to her', async () => {
    askedAbout({ relation: 'ap' });
    const item = await asRead(await aPermittedLine(enquiry, undefined, SAID));
    expect(item?.content).toMatchObject({ purposeText: MASKED, questions: [{ category: 'police-incidents' }] });
    expect(item?.content).toHaveProperty('person', { names: ['Avery Bell'], addresses: ['4 Tanner Row'] });
    expect(item?.redactions).toEqual(expect.arrayContaining(['PLACE', 'VICTIM_IDENTIFIERS']));
  });

  test('tells of who is on his side no place of hers either, and nothing of what they are to her', async () => {
    askedAbout({ side: 'linked_ap' });
    const item = await asRead(await aPermittedLine(enquiry, undefined, SAID));
    expect(item?.content).toMatchObject({
      purposeText: MASKED,
      person: { names: ['Avery Bell'], addresses: ['4 Tanner Row'] },
    });
    expect(item?.content).not.toHaveProperty('person.relationship');
  });

  test('that was decided before a place was protected loses both at once, whoever of them it is about', async () => {
    const line = await aPermittedLine(enquiry, undefined, SAID);
    expect((await asRead(line))?.content).toMatchObject(SAID);
    for (const about of [{ relation: 'ap' }, { side: 'acts_for_ap' }] as const) {
      askedAbout(about);
      const item = await asRead(line);
      expect(item?.content).toMatchObject({ purposeText: MASKED });
      expect(item?.content).toHaveProperty('person', { names: ['Avery Bell'], addresses: ['4 Tanner Row'] });
      expect(item?.redactions).toEqual(expect.arrayContaining(['PLACE', 'VICTIM_IDENTIFIERS']));
    }
  });

  test('holds no address of somebody whose own is protected', async () => {
    askedAbout({ protected: ['address'] });
    const item = await asRead(await aPermittedLine(enquiry, undefined, SAID));
    expect(item?.content).toMatchObject({ purposeText: MASKED, person: { names: ['Avery Bell'], addresses: [] } });
  });

  test('tells what anybody else is searched by, and no place of hers in what was typed: its words are about everybody', async () => {
    askedAbout({ side: 'none' });
    const item = await asRead(await aPermittedLine(enquiry, undefined, SAID));
    const relationship = `Her ex, of ${PLACE_LEFT_OUT}`;
    const person = { names: ['Avery Bell'], addresses: ['4 Tanner Row'], relationship };
    expect(item?.content).toMatchObject({ purposeText: MASKED, person });
    expect(item?.redactions).toContain('PLACE');
  });

  test('reads so to the hub too, until its reader is named on the enquiry', async () => {
    askedAbout({ kind: 'u13', side: 'none' });
    const { envelopeId, requestId, agencyId, personId, sealed } = await aPermittedLine(enquiry, undefined, SAID);
    const read = async () => {
      const row = { typ: 'request', envelopeId, version: 1, requestId, agencyId, personId, sealed };
      return (await enquiry.released([row])).items[0];
    };
    const person = { names: ['Avery Bell'], addresses: ['4 Tanner Row'] };
    expect(await read()).toMatchObject({ visibility: 'shown', content: { purposeText: MASKED, person } });
    sharing.others.access.set(people.analyst.id, { access: 'named', audience: 'hub_analyst' });
    expect(await read()).toMatchObject({ content: SAID, redactions: [] });
  });

  test('is as it was sent where nothing is protected', async () => {
    enquiry.factsAre({ intake: { people: [anAdult({ personId: enquiry.personId, relation: 'involved' })] } });
    const item = await asRead(await aPermittedLine(enquiry, undefined, SAID));
    expect(item).toMatchObject({ content: SAID, redactions: [] });
  });
});
