import {
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type EnvelopeToOpen,
  type IntakeFacts,
  PLACE_LEFT_OUT,
} from '@mash/contracts';
import type { AnswerItem, Coverage } from '@mash/sealing';
import { people } from '@mash/testing';
import { AHolder } from '../../testing/a-holder';
import { anAdult } from '../../testing/an-adult';
import type { AnEnquiry, AnItem } from '../../testing/an-enquiry';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

type Person = IntakeFacts['people'][number];
const THE_CATEGORIES = ['education-enrolment', 'health-registration', 'housing-tenancy'] as const;
const ARREST = 'Arrested outside 12 Mill Pond Lane, RV1 4QT, where she now lives; he was drunk.';

describe('A protected place', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  forEachTest((its) => ({ sharing, enquiry } = its));

  const nameTheAnalyst = () =>
    sharing.others.access.set(people.analyst.id, { access: 'named', audience: 'hub_analyst' });
  const released = (envelopes: EnvelopeToOpen[], as = people.analyst) => enquiry.released(envelopes, {}, as);
  const contentsOf = async (row: EnvelopeToOpen) =>
    (await released([row])).items.map(({ content, redactions }) => ({ ...(content as AnswerItem), redactions }));
  const answered = async (items: readonly AnItem[], its: { personId?: string; searched?: Partial<Coverage> } = {}) => {
    const { personId = enquiry.personId, searched } = its;
    const where = [DEMO_AGENCIES.police, undefined, undefined, newId(), personId, 'confirmed'] as const;
    return (await enquiry.answer(items, ...where, searched)).row;
  };
  const inCategory = (category: AnswerItem['category'], text: string): AnItem => ({
    ...{ text, facts: { category, class: 'personal' }, content: { category } },
  });
  /** Somebody else on the roster, beside the child and her mother whose address is protected. */
  const somebody = (about: Partial<Person>): string => {
    const child = anAdult({ personId: enquiry.personId, kind: 'u13', relation: 'concern', competence: 'not_assessed' });
    const mother = anAdult({ relation: 'involved', protected: ['address'] });
    const other = anAdult(about);
    enquiry.factsAre({ intake: { people: [child, mother, other], allegedPerpetratorKnown: true } });
    return other.personId;
  };

  describe('of the child', () => {
    test.each(['address', 'school', 'surgery'] as const)(
      'takes school, surgery and tenancy with it, and says that parts are left out (%s)',
      async (place) => {
        enquiry.factsAre({ child: { protected: [place] } });
        const items = THE_CATEGORIES.map((category) => inCategory(category, 'On roll at the one by the mill.'));
        const shown = await contentsOf(await answered(items));
        expect(shown).toHaveLength(3);
        for (const item of shown) {
          expect(item).toMatchObject({ text: PLACE_LEFT_OUT, source: 'The holding agency' });
          expect(item.redactions).toEqual(expect.arrayContaining(['PLACE', 'AREA', 'SCHOOL', 'SURGERY']));
        }
      },
    );

    test('is read by who is named on the enquiry, and nothing goes where nothing is protected', async () => {
      const row = await answered(THE_CATEGORIES.map((category) => inCategory(category, 'At the one by the mill.')));
      const whole = THE_CATEGORIES.map(() => ({ text: 'At the one by the mill.', redactions: [] }));
      expect(await contentsOf(row)).toMatchObject(whole);
      enquiry.factsAre({ child: { protected: ['address'] } });
      nameTheAnalyst();
      expect(await contentsOf(row)).toMatchObject(whole);
    });

    test('goes from what was done, source and reference too, where the text does not tell it', async () => {
      enquiry.factsAre({ child: { protected: ['address'] } });
      const content = {
        source: 'Meadow Lane Primary',
        actionTaken: 'Taken to 12 Mill Pond Lane.',
        reference: 'RV1 4QT',
      };
      const [item] = await contentsOf(await answered([{ text: 'He was found alone.', content }]));
      expect(item).toMatchObject({ text: 'He was found alone.', actionTaken: `Taken to ${PLACE_LEFT_OUT}.` });
      expect(item?.redactions).toContain('PLACE');
      expect(JSON.stringify(item)).not.toMatch(/Mill Pond|RV1|Meadow/);
    });

    test('goes from the condition that a releaser attached', async () => {
      enquiry.factsAre({ child: { protected: ['address'] } });
      const row = await answered([{ text: 'From a source.', facts: { flags: ['source_risk'] } }]);
      const reviewId = (await released([row])).items[0]?.reviewId ?? '';
      const police = new AHolder(sharing, enquiry);
      const reason = { condition: 'Do not ring 12 Mill Pond Lane.' };
      expect(await police.answers(reviewId, { answer: 'release_with_conditions', reason })).toMatchObject({
        status: 204,
      });
      const condition = `Do not ring ${PLACE_LEFT_OUT}.`;
      expect((await released([row])).items).toMatchObject([{ visibility: 'shown', condition }]);
    });

    test('stays protected in what was answered before they were matched', async () => {
      const row = await answered([inCategory('education-enrolment', 'On roll at the one by the mill.')]);
      const child = { personId: newId(), formerIds: [enquiry.personId], protected: ['address' as const] };
      enquiry.factsAre({ child });
      expect(await contentsOf(row)).toMatchObject([{ text: PLACE_LEFT_OUT }]);
    });
  });

  describe('of somebody else', () => {
    test.each([{ relation: 'ap' }, { relation: 'involved', side: 'linked_ap' }, { side: 'acts_for_ap' }] as const)(
      'goes from what is known of the side of an alleged perpetrator, and the rest is shown (%j)',
      async (about) => {
        const personId = somebody(about);
        const row = await answered([{ text: ARREST }, { text: 'Convicted of assault in 2024.' }], { personId });
        const [cut, whole] = await contentsOf(row);
        expect(cut?.text).toBe(
          `Arrested outside ${PLACE_LEFT_OUT}, ${PLACE_LEFT_OUT}, where she now lives; he was drunk.`,
        );
        expect(cut?.redactions).toContain('PLACE');
        expect(whole).toMatchObject({ text: 'Convicted of assault in 2024.', redactions: [] });
        nameTheAnalyst();
        expect((await contentsOf(row))[0]).toMatchObject({ text: ARREST, redactions: [] });
      },
    );

    test('is no matter of what is known of anybody else', async () => {
      const personId = somebody({ relation: 'pr_uninvolved', side: 'none' });
      const row = await answered([{ text: 'Lives at 4 Tanner Row.' }], { personId });
      expect(await contentsOf(row)).toMatchObject([{ text: 'Lives at 4 Tanner Row.', redactions: [] }]);
    });

    test('goes from the concern and the notes of the hub, which are about everybody', async () => {
      somebody({ relation: 'ap' });
      const { enquiryId } = enquiry;
      const ids = { noteId: newId(), authorId: people.analyst.id };
      const header = { typ: 'note', partnershipId: DEMO_PARTNERSHIP, version: 1, enquiryId, ...ids } as const;
      const sealed = await enquiry.seal<'note'>(header, { content: { reasons: ARREST }, by: people.analyst.id });
      const note: EnvelopeToOpen = { typ: 'note', envelopeId: ids.noteId, version: 1, ...ids, sealed };
      const { items } = await released([await enquiry.concern(ARREST), note]);
      expect(items).toMatchObject([{ visibility: 'shown' }, { visibility: 'shown' }]);
      expect(JSON.stringify(items)).not.toMatch(/Mill Pond|RV1/);
      for (const { redactions } of items) expect(redactions).toContain('PLACE');
    });
  });

  describe('and what an agency typed around its items', () => {
    const searched: Partial<Coverage> = {
      systems: [{ name: 'Meadow Lane Primary' }],
      note: 'His sister at 12 Mill Pond Lane was not searched for.',
    };
    const coverageOf = async (items: readonly AnItem[]) =>
      (await released([await answered(items, { searched })])).coverage;
    const WHOLE = { systems: ['Meadow Lane Primary'], note: searched.note };

    test('goes whole with items that are shown as they were written', async () => {
      expect(await coverageOf([{ text: 'He was found alone.' }])).toMatchObject([WHOLE]);
      expect(await coverageOf([])).toMatchObject([WHOLE]);
    });

    test('goes without the places where one is protected, also where no item is brought', async () => {
      enquiry.factsAre({ child: { protected: ['address'] } });
      const masked = {
        ...{ systems: [PLACE_LEFT_OUT], note: `His sister at ${PLACE_LEFT_OUT} was not searched for.` },
      };
      expect(await coverageOf([{ text: 'He was found alone.' }])).toMatchObject([masked]);
      expect(await coverageOf([])).toMatchObject([masked]);
    });

    test.each([
      ['waits for its holder', { facts: { flags: ['source_risk'] } }],
      ['is shown to nobody', { facts: { bar: 'adoption' } }],
    ] as [string, Omit<AnItem, 'text'>][])('stays back beside an item that %s', async (_, its) => {
      const [coverage] = await coverageOf([{ text: 'He was found alone.' }, { text: 'A second one.', ...its }]);
      expect(coverage).toMatchObject({ state: 'known_current', systems: [] });
      expect(coverage).not.toHaveProperty('note');
    });

    const TALL = 'Seen with Dilwyn Farthing.';
    test.each([
      [
        'loses a passage about somebody else',
        { facts: { thirds: 'personal', thirdPartyPassages: [{ from: 10, to: 25 }] } },
      ],
      ['reads in other words', { facts: { flags: ['source_risk', 'sanitised'] }, content: { sanitisedText: 'Seen.' } }],
    ] as [string, Omit<AnItem, 'text'>][])('says nothing more than an item that %s', async (_, its) => {
      const [coverage] = await coverageOf([{ text: TALL, ...its }]);
      expect(coverage).toMatchObject({ systems: ['Meadow Lane Primary'] });
      expect(coverage).not.toHaveProperty('note');
    });

    test('says nothing more than an item that loses a place', async () => {
      enquiry.factsAre({ child: { protected: ['address'] } });
      const [coverage] = await coverageOf([{ text: 'Seen at 12 Mill Pond Lane.' }]);
      expect(coverage).not.toHaveProperty('note');
    });
  });
});
