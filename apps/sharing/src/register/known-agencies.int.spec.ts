import { DEMO_AGENCIES, newId, type KnownAgencies, type Ledger, type SharingDecisionView } from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { consentWith } from '../../testing/a-consent';
import { linesWith, proposedLine } from '../../testing/a-line';
import { establish } from '../../testing/a-partnership';
import { AnEnquiry } from '../../testing/an-enquiry';
import { startSharing, type Sharing } from '../../testing/start-sharing';

jest.setTimeout(120_000);
const { health, police } = DEMO_AGENCIES;
const ASKED = { category: 'health-injuries', purpose: 'EH' } as const;

describe('Who may know that an agency was asked', () => {
  let sharing: Sharing;
  let enquiry: AnEnquiry;
  beforeAll(async () => {
    sharing = await startSharing();
    await establish(sharing);
    const drugs = { agencyId: health, name: 'Drug and alcohol service', kind: 'health', reveals: 'addiction' };
    const agencies = [{ ...drugs, bound: true, s47List: true, answersFor: ['health'] }];
    expect((await sharing.as(people.admin)('put', '/register/agencies', { agencies })).status).toBe(204);
  });
  beforeEach(async () => {
    enquiry = await AnEnquiry.begin(sharing);
    sharing.others.access.set(people.manager.id, { access: 'ordinary', audience: 'hub_manager' });
    await belowHarm();
  });
  afterAll(() => sharing.close());

  /** Early help, and nobody has sought consent: of special data a human decides. */
  const belowHarm = async () => {
    enquiry.factsAre({ decision: { threshold: 'early_help', colour: 'amber', urgent: false } });
    await consentWith(sharing, enquiry).state({ state: 'not_sought', givenBy: 'not_applicable', how: undefined });
  };
  const body = ({ id, roles, agencyId, agencyKind, partnershipId, clearances }: PersonActor) => ({
    enquiryId: enquiry.enquiryId,
    actor: { id, roles, agencyId, agencyKind, partnershipId, clearances },
    asked: [health, police].map((of) => ({ ...ASKED, agencyId: of, personId: enquiry.personId })),
  });
  const ask = (as: PersonActor, changes: object = {}) =>
    sharing.asSystem(['facts:named'])('post', '/facts/known-agencies', { ...body(as), ...changes });
  const known = async (as: PersonActor) => ((await ask(as)).body as KnownAgencies).agencyIds.sort();

  test('everybody of the hub, of one whose name gives nothing away; of another nobody, where the rules want a human', async () => {
    for (const as of [people.analyst, people.manager]) expect(await known(as)).toEqual([police]);
  });

  test('whoever may know what its name says: at section 47 the hub', async () => {
    enquiry.factsAre({});
    expect(await known(people.analyst)).toEqual([health, police].sort());
  });

  test('not who is kept out of the enquiry, nor who belongs to another partnership', async () => {
    enquiry.factsAre({});
    sharing.others.access.set(people.manager.id, { access: 'conflict', audience: 'hub_manager' });
    expect(await known(people.manager)).toEqual([police]);
    expect((await ask(people.otherAnalyst)).status).toBe(404);
    expect((await ask(people.analyst, { enquiryId: newId() })).status).toBe(404);
  });

  test('nobody, of one that no register knows', async () => {
    const asked = [{ ...ASKED, agencyId: 'a-refuge', personId: enquiry.personId }];
    expect((await ask(people.analyst, { asked })).body).toEqual({ agencyIds: [] });
  });

  test('nobody, while the owners of the facts do not answer', async () => {
    enquiry.factsAre({});
    sharing.others.down.set('decision', 'broken');
    expect(await known(people.analyst)).toEqual([police]);
    sharing.others.down.clear();
  });

  test('whoever was told something of it already: that very person, as the same audience, and no colleague', async () => {
    enquiry.factsAre({});
    const { row } = await enquiry.answer([{ text: 'Known to us.' }], health);
    await enquiry.release([row]);
    await belowHarm();
    sharing.others.access.set(people.socialWorkAnalyst.id, { access: 'ordinary', audience: 'hub_analyst' });
    expect(await known(people.analyst)).toEqual([health, police].sort());
    for (const as of [people.manager, people.socialWorkAnalyst]) expect(await known(as)).toEqual([police]);
    sharing.others.access.set(people.analyst.id, { access: 'ordinary', audience: 'hub_manager' });
    expect(await known(people.analyst)).toEqual([police]);
  });

  test('is asked by the one service alone that lists what was asked', async () => {
    expect((await sharing.as(people.manager)('post', '/facts/known-agencies', body(people.manager))).status).toBe(403);
    for (const scope of ['keys:lease', 'facts:read', 'facts:dates', 'internal']) {
      const other = sharing.asSystem([scope])('post', '/facts/known-agencies', body(people.manager));
      expect((await other).status).toBe(403);
    }
  });

  test('what it told, and what was told it, stands in the ledger for who oversees, and not for a manager who may not know', async () => {
    enquiry.factsAre({});
    const { line, event } = await proposedLine(enquiry, { agencyId: health, category: 'health-injuries' });
    await linesWith(sharing).react(event);
    const { row } = await enquiry.answer([{ text: 'Known to us.' }], health, undefined, undefined, line.requestId);
    await enquiry.released([row]);
    const ledger = async (as: PersonActor) => {
      const { body: read } = await sharing.as(as)('get', `/ledger?enquiryId=${enquiry.enquiryId}`);
      const { entries, lines } = read as Ledger;
      expect(entries).toHaveLength(lines);
      return lines;
    };
    const [all, told] = [await ledger(people.igOfficer), await ledger(people.manager)];
    expect(told).toBe(all);
    await belowHarm();
    expect([await ledger(people.igOfficer), await ledger(people.manager)]).toEqual([all, 0]);
    const file = await sharing.as(people.manager)('get', `/ledger/export?enquiryId=${enquiry.enquiryId}&format=csv`);
    expect(file.text).not.toContain(health);
  });

  test('nor are decisions about what it answered listed, with the agreement and sources that say who it is', async () => {
    enquiry.factsAre({});
    const { line, event } = await proposedLine(enquiry, { agencyId: health, category: 'health-injuries' });
    await linesWith(sharing).react(event);
    await belowHarm();
    const { row } = await enquiry.answer([{ text: 'Known to us.' }], health, undefined, undefined, line.requestId);
    const { enquiryId } = enquiry;
    await enquiry.released([row], { purpose: 'EH' });
    const kept = `SELECT 1 FROM sharing_decision WHERE enquiry_id = $1 AND about_kind = 'item' AND outcome = 'REVIEW'
      AND from_agency_id = $2 AND visibility <> 'absent'`;
    expect((await sharing.query(kept, [enquiryId, health])).length).toBeGreaterThan(0);
    const read = async (as: PersonActor) => {
      const answer = await sharing.as(as)('get', `/enquiries/${enquiryId}/sharing-decisions`);
      expect(answer.status).toBe(200);
      return answer;
    };
    for (const as of [people.analyst, people.igOfficer]) {
      const { decisions } = (await read(as)).body as { decisions: SharingDecisionView[] };
      expect(decisions.filter(({ about }) => about.kind === 'item').length).toBeGreaterThan(0);
    }
    const hidden = await read(people.manager);
    expect((hidden.body as { decisions: unknown[] }).decisions).toEqual([]);
    expect(hidden.text).not.toContain(health);
  });

  test('a decision to ask it is listed to who asked and to who oversees, and to nobody else of the hub', async () => {
    enquiry.factsAre({});
    const { line, event } = await proposedLine(enquiry, { agencyId: health, category: 'health-injuries' });
    await linesWith(sharing).react(event);
    await belowHarm();
    const listed = async (as: PersonActor) => {
      const { body: list } = await sharing.as(as)('get', `/enquiries/${enquiry.enquiryId}/sharing-decisions`);
      return (list as { decisions: SharingDecisionView[] }).decisions.filter(({ about }) => about.id === line.lineId)
        .length;
    };
    expect(line.askedBy).toBe(people.analyst.id);
    expect([await listed(people.analyst), await listed(people.igOfficer)]).toEqual([1, 1]);
    expect([await listed(people.manager), await listed(people.socialWorkAnalyst)]).toEqual([0, 0]);
    enquiry.factsAre({});
    sharing.others.access.set(people.socialWorkAnalyst.id, { access: 'ordinary', audience: 'hub_analyst' });
    expect(await listed(people.socialWorkAnalyst)).toBe(1);
  });
});
