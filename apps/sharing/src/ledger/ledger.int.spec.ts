import { newId, type EnvelopeToOpen, type Ledger, type LedgerEntry } from '@mash/contracts';
import { people } from '@mash/testing';
import type { AnEnquiry } from '../../testing/an-enquiry';
import { decideAsk } from '../../testing/decide-ask';
import { forEachTest } from '../../testing/for-each-test';
import type { Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);

const WORDS = 'Called to the address by a neighbour about the noise.';

describe('The ledger', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;

  const release = (envelopes: EnvelopeToOpen[], as = people.analyst) => enquiry.released(envelopes, {}, as);
  const read = async (query: string, as = people.igOfficer): Promise<Ledger> =>
    (await sharing.as(as)('get', `/ledger?${query}`)).body as Ledger;
  const file = async (query: string, as = people.igOfficer) => sharing.as(as)('get', `/ledger/export?${query}`);
  const audits = (action: string) =>
    sharing.query<{ outcome: string; counts: { lines: number } | null }>(
      `SELECT envelope -> 'data' ->> 'outcome' AS outcome, envelope -> 'data' -> 'counts' AS counts
         FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' ->> 'action' = $1 AND envelope -> 'data' -> 'subject' ->> 'id' = $2`,
      [action, enquiry.enquiryId],
    );

  forEachTest((its) => ({ sharing, enquiry } = its));
  beforeEach(async () => {
    const { row } = await enquiry.answer([
      { text: WORDS },
      { text: 'From a source.', facts: { flags: ['source_risk'] } },
      { text: 'An adoption.', facts: { bar: 'adoption' } },
    ]);
    await release([row]);
    await release([row], people.manager);
  });

  test('tells information governance what was disclosed and refused, under which rule, version and agreement, and no word of it', async () => {
    const { entries, lines } = await read(`enquiryId=${enquiry.enquiryId}`);
    expect(lines).toBe(6);
    const [shown] = entries.filter(({ outcome }) => outcome === 'PERMIT');
    expect(shown).toMatchObject({
      ...{ personId: enquiry.personId, fromAgencyId: 'riverside-police', category: 'police-incidents' },
      agreement: expect.stringMatching(/^.+ v1 in$/) as string,
    });
    expect(shown?.reasons?.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
    expect(shown?.lawfulBasis?.length).toBeGreaterThan(0);
    expect(JSON.stringify(entries)).not.toContain('neighbour');
  });

  test('keeps with each line the versions of the facts that the rules decided it on, what was left out and what is owed', async () => {
    const { entries } = await read(`enquiryId=${enquiry.enquiryId}`);
    const [shown] = entries.filter(({ outcome }) => outcome === 'PERMIT');
    const versions = { roster: expect.any(Number) as number, rating: expect.any(Number) as number };
    const rest = { threshold: expect.any(Number) as number, consents: expect.any(Number) as number };
    expect(shown?.decidedOn).toMatchObject({ threshold: 's47', consent: expect.any(String) as string });
    expect(shown?.decidedOn?.versions).toMatchObject({
      ...versions,
      ...rest,
      rosterAsOf: expect.any(String) as string,
    });
    expect([shown?.redactions, shown?.obligations]).toEqual([[], expect.any(Array)]);
    const withheld = entries.filter(({ outcome, visibility }) => outcome !== 'PERMIT' && visibility === 'withheld');
    expect(withheld).toHaveLength(2);
    for (const entry of withheld) {
      expect(entry.decidedOn?.versions).toMatchObject(versions);
      for (const field of ['redactions', 'obligations', 'decidedOn.consent']) expect(entry).not.toHaveProperty(field);
    }
    const managed = await read(`enquiryId=${enquiry.enquiryId}`, people.manager);
    for (const entry of managed.entries)
      for (const field of ['decidedOn', 'redactions', 'obligations']) expect(entry).not.toHaveProperty(field);
  });

  test('says nothing of who, what and why of a line that is absent, and does not let it be found by its person', async () => {
    const all = await read(`enquiryId=${enquiry.enquiryId}`);
    const absent = all.entries.filter(({ visibility }) => visibility === 'absent');
    expect(absent).toHaveLength(2);
    for (const entry of absent)
      for (const field of ['personId', 'fromAgencyId', 'category', 'reasons', 'lawfulBasis', 'agreement', 'decidedOn'])
        expect(entry).not.toHaveProperty(field);
    const ofPerson = await read(`personId=${enquiry.personId}`);
    expect(ofPerson.lines).toBe(4);
    expect(ofPerson.entries.some(({ visibility }) => visibility === 'absent')).toBe(false);
    const managed = await read(`enquiryId=${enquiry.enquiryId}`, people.manager);
    expect([managed.lines, managed.entries.length]).toEqual([4, 4]);
  });

  describe('of a brother or sister', () => {
    let sibling: string;
    const aboutSibling = (query = '') => read(`personId=${sibling}${query}`);
    /** The concern has one line, under the first child; the police and the analyst read it, and the sibling was asked about. */
    beforeEach(async () => {
      sibling = newId();
      const concern = await enquiry.concern('Both boys came in with a bruise.');
      await release([concern]);
      await enquiry.released([concern], { mode: 'protect', recipient: { agencyId: 'riverside-police' } });
    });

    test('has, within the enquiry, what was told of the whole household, and no line about another child', async () => {
      const { entries, lines } = await aboutSibling(`&enquiryId=${enquiry.enquiryId}`);
      expect([lines, entries.map(({ category }) => category)]).toEqual([2, ['contact-narrative', 'contact-narrative']]);
      expect(entries.map(({ mode, outcome }) => [mode, outcome])).toEqual([
        ['protect', 'PERMIT'],
        ['content', 'PERMIT'],
      ]);
      const body = (await file(`personId=${sibling}&enquiryId=${enquiry.enquiryId}&format=json`)).body as Ledger;
      expect(body).toEqual({
        entries,
        leavesOut: expect.stringMatching(/^Not here: .+ The ledger of the enquiry has them\.$/),
      });
    });

    test('has it in every enquiry in which anything names them, and says in which those are', async () => {
      expect(await aboutSibling()).toMatchObject({ lines: 0, named: [] });
      const { row } = await enquiry.answer(
        [{ text: 'Known to us.' }],
        undefined,
        undefined,
        undefined,
        newId(),
        sibling,
      );
      await release([row]);
      const { entries, named } = await aboutSibling();
      expect(entries.filter(({ category }) => category === 'contact-narrative')).toHaveLength(2);
      expect(entries.filter(({ personId }) => personId === sibling)).toHaveLength(entries.length - 2);
      expect(named).toEqual([{ enquiryId: enquiry.enquiryId, personIds: [sibling] }]);
    });

    test('has it also where a question about them was only refused', async () => {
      const { enquiryId } = enquiry;
      await decideAsk(sharing, { enquiryId, personId: sibling }, 'police-incidents', 'DENY');
      expect(await aboutSibling()).toMatchObject({ lines: 2, named: [{ enquiryId, personIds: [sibling] }] });
    });

    test('is led to an enquiry by no line that is absent', async () => {
      const adoption = [{ text: 'An adoption.', facts: { bar: 'adoption' as const } }];
      const { row } = await enquiry.answer(adoption, undefined, undefined, undefined, newId(), sibling);
      await release([row]);
      expect(await aboutSibling()).toMatchObject({ lines: 0, named: [] });
    });

    test('has what was told of a household before it was noted what tells of all', async () => {
      await sharing.query('UPDATE disclosure SET is_whole = NULL WHERE enquiry_id = $1', [enquiry.enquiryId]);
      expect((await aboutSibling(`&enquiryId=${enquiry.enquiryId}`)).lines).toBe(2);
    });
  });

  test('is narrowed down by account, rule and outcome', async () => {
    const of = (query: string) => read(`enquiryId=${enquiry.enquiryId}&${query}`);
    expect((await of(`recipientId=${people.manager.id}`)).entries.map((entry) => entry.recipientId)).toEqual(
      Array.from({ length: 3 }, () => people.manager.id),
    );
    expect((await of('outcome=REVIEW')).entries.every(({ outcome }) => outcome === 'REVIEW')).toBe(true);
    expect((await of('rule=hidden')).entries.every(({ rule }) => rule === 'hidden')).toBe(true);
    expect((await of('rule=R-NONE-01')).lines).toBe(0);
  });

  test('is taken away as CSV and as JSON: the same lines as the pages, in the log before they go', async () => {
    const { entries } = await read(`enquiryId=${enquiry.enquiryId}`);
    const json = await file(`enquiryId=${enquiry.enquiryId}&format=json`);
    expect(json.headers['content-disposition']).toBe('attachment; filename="disclosure-ledger.json"');
    expect((json.body as { entries: LedgerEntry[] }).entries).toEqual(entries);
    const csv = await file(`enquiryId=${enquiry.enquiryId}&format=csv`);
    expect(csv.headers['content-type']).toContain('text/csv');
    const [head, ...rows] = csv.text.trimEnd().split('\n');
    expect(head?.split(',').slice(0, 3)).toEqual(['at', 'enquiryId', 'personId']);
    expect(rows.map((row) => row.split(',').at(-1))).toEqual(entries.map(({ disclosureId }) => disclosureId));
    expect(await audits('ledger.export')).toEqual([
      { outcome: 'shown', counts: { lines: 6 } },
      { outcome: 'shown', counts: { lines: 6 } },
    ]);
  });

  test('gives a holder its own lines with every reason, and nobody else any', async () => {
    const own = await file('format=json', people.policeLiaison);
    const { entries } = own.body as { entries: LedgerEntry[] };
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ fromAgencyId }) => fromAgencyId))).toEqual(new Set(['riverside-police']));
    for (const outsider of [people.teacher, people.otherAnalyst]) {
      const refused = await file(`enquiryId=${enquiry.enquiryId}&format=json`, outsider);
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([404, 'LEDGER.NOT_FOUND']);
    }
    expect(await audits('ledger.export')).toEqual([
      { outcome: 'refused', counts: null },
      { outcome: 'refused', counts: null },
    ]);
  });

  test('of an empty question, a format nobody knows, or a filter that is not one', async () => {
    const nobody = newId();
    expect((await file(`enquiryId=${nobody}&format=json`)).body).toEqual({ entries: [] });
    expect((await file(`enquiryId=${nobody}&format=csv`)).text.trimEnd().split('\n')).toHaveLength(1);
    for (const query of ['format=xls', 'format=csv&person=x', 'format=csv&rule=a%20b'])
      expect((await file(query)).status).toBe(400);
  });
});
