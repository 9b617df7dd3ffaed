import {
  AuditEntries,
  ContactList,
  Ledger,
  LogVerification,
  LooksAtEnquiry,
  Mailbox,
  newId,
  OpenedProduct,
} from '@mash/contracts';
import type { Finding } from './support/answering';
import { auditOf } from './support/auditing';
import { DecidedStory } from './support/decided-story';
import { decide } from './support/deciding';
import { walkTables } from './support/catalogue';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, callAs, read } from './support/http';
import { ACCOUNTS } from './support/people';
import { SERVICES } from './support/platform';
import { enquiryOf } from './support/rating';
import { envelopesOf, tryRelease } from './support/releasing';
import { FINDINGS } from './support/story';

const SEEN = 'Found alone in the park after dark in June.';
const FOR_ONE = 'Held for a named officer of the agency alone.';
const FROM_A_SOURCE = 'Somebody close to the family tells of nights alone.';
const police: Finding[] = [
  { category: 'police-incidents', text: SEEN },
  {
    ...{ category: 'police-incidents', text: FOR_ONE },
    handling: { handling: 'C', condition: { kind: 'NAMED', personIds: [newId()] } },
  },
  { category: 'police-incidents', text: FROM_A_SOURCE, handling: { flags: ['hub_only', 'source_risk'] } },
];

const story = new DecidedStory({
  family: aFamily({ surname: 'Gorsewell' }),
  findings: { ...FINDINGS, 'riverside-police': police },
  late: 'riverside-health-trust',
});

describe('The picture', () => {
  test('shows what the viewer may read, and withholds the rest with its reason and who will answer', async () => {
    const { items } = await story.seen();
    const shown = items.filter(({ visibility }) => visibility === 'shown');
    expect(JSON.stringify(shown)).toContain(SEEN);
    const withheld = items.filter(({ visibility }) => visibility === 'withheld');
    const codes = withheld.map(({ reason }) => reason.code);
    expect(codes.sort()).toEqual(['CONDITION_NOT_MET', 'CONSENT_REFUSED', 'WITHHELD']);
    for (const item of withheld)
      expect(item).toMatchObject({ outcome: 'REVIEW', reviewId: expect.any(String) as string });
    expect(JSON.stringify(withheld)).not.toMatch(/named officer|close to the family|police-incidents/);
  });

  test('says what each agency searched, also where it knows nothing; of a person who refused, not even that', async () => {
    const { coverage } = await story.seen();
    const of = (agency: string) => coverage.filter(({ agencyId }) => agencyId === agency).map(({ state }) => state);
    expect(of('riverside-police')).toEqual(['known_current']);
    expect(of('riverside-social-care')).toEqual(['not_known']);
    expect(of('riverside-health-trust')).toEqual([]);
  });

  test('is in the ledger, and no release is made twice under one id', async () => {
    const { releaseId } = await story.seen();
    const { entries } = await read('governance', 'sharing', `/ledger?enquiryId=${await story.enquiryId()}`, Ledger);
    const own = entries.filter((entry) => entry.releaseId === releaseId);
    expect(own.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['PERMIT', 'REVIEW']));
    expect(own.every(({ recipientId }) => recipientId === ACCOUNTS.analyst)).toBe(true);
    const envelopes = (await story.checked()).flatMap(envelopesOf);
    const again = await tryRelease('analyst', { enquiryId: await story.enquiryId(), envelopes, releaseId });
    expect(again).toMatchObject({ status: 409, body: { code: 'SHARING.RELEASE_REPEATED' } });
  });

  test('opens no envelope that was copied into another enquiry or relabelled', async () => {
    const [first] = (await story.checked()).flatMap(envelopesOf);
    const relabelled = { ...first, agencyId: 'riverside-health-trust' } as NonNullable<typeof first>;
    const { body } = await tryRelease('analyst', { enquiryId: await story.enquiryId(), envelopes: [relabelled] });
    expect(body).toMatchObject({ items: [], coverage: [], refused: [{ envelopeId: first?.envelopeId }] });
  });
});

describe('The decision', () => {
  test('is not made by oversight without an agency that is silent', async () => {
    await story.checked();
    const hasty = decide(await story.screened(), { outcome: 'early_help' });
    await expect(hasty).rejects.toMatchObject({ code: 'DECISION.UNANSWERED_NOT_CONFIRMED' });
  });

  test('covers every child on the roster, by a named manager', async () => {
    const decisionId = await story.decided();
    const { decisions } = await enquiryOf(await story.enquiryId());
    expect(decisions[0]).toMatchObject({ decisionId, decidedBy: ACCOUNTS.manager, version: 1 });
    expect(decisions[0]?.outcomes.map(({ outcome }) => outcome)).toEqual(['early_help', 'early_help']);
  });

  test('hands over what may go out, and leaves out what was withheld', async () => {
    const { productId, state, included, leftOut } = await story.handedOver();
    expect(state).toBe('made');
    expect(leftOut.length).toBeGreaterThanOrEqual(2);
    await story.taken();
    const path = `/outward-products/${productId}/open`;
    const opened = await act('earlyHelp', 'sharing', path, { releaseId: newId() }, { schema: OpenedProduct });
    expect(opened.items.map(({ itemId }) => itemId).sort()).toEqual([...included].sort());
    expect(JSON.stringify(opened)).not.toMatch(/named officer|close to the family/);
  });

  test('reaches the team, which takes it by the name of a worker; another team does not see it', async () => {
    expect(await story.taken()).toMatchObject({ state: 'accepted', workerName: 'Lucy Bannister' });
    const { body } = await callAs('socialCareManager', 'decision', '/inbox');
    expect(JSON.stringify(body)).not.toContain(await story.enquiryId());
  });

  test('is told to the referrer by mail with a reference and a link, and the letter opens to them alone', async () => {
    const letterId = await story.told();
    const { reference } = await story.opened();
    const { messages } = await read('teacher', 'contact-intake', '/mailbox', Mailbox);
    const mails = messages.filter(({ subject }) => subject.startsWith(reference));
    expect(mails).toHaveLength(2);
    for (const { body } of mails)
      expect(body).toMatch(new RegExp(`^${reference}\\s+[A-Z][a-z ]+: \\S+/contacts/${reference}$`));
    const { contacts } = await read('teacher', 'contact-intake', '/contacts', ContactList);
    const own = contacts.find((contact) => contact.reference === reference);
    expect(own?.acknowledged).toContainEqual(expect.objectContaining({ kind: 'outcome', letterId }));
    const path = `/outward-products/${letterId}/open`;
    const letter = await act('teacher', 'sharing', path, { releaseId: newId() }, { schema: OpenedProduct });
    expect(letter).toMatchObject({ kind: 'letter', words: 'Early help will get in touch with the family.', items: [] });
    for (const other of ['generalPractitioner', 'earlyHelp', 'police', 'governance', 'stranger'] as const)
      expect((await callAs(other, 'sharing', path, { method: 'POST', body: { releaseId: newId() } })).status).toBe(404);
  });

  test('is flagged when an agency that was late answers after all', async () => {
    const enquiry = await story.answeredLate();
    expect(enquiry.decisions[0]?.flags.length).toBeGreaterThan(0);
    expect(enquiry.nextStep).toBe('look_again');
  });
});

describe('The log', () => {
  const all = async () => {
    await Promise.all([story.told(), story.taken(), story.answeredLate()]);
    return auditOf(await story.enquiryId());
  };

  test('shows who looked and who changed what, step by step, with no word of content', async () => {
    await eventually(async () => {
      const actions = (await all()).map(({ action }) => action);
      const steps = ['contact.record', 'enquiry.open', 'person.search', 'roster.confirm', 'enquiry.rate'];
      const later = ['request.send', 'sharing.decide', 'review.answer', 'answer.give', 'release.content'];
      const last = ['outward-product.make', 'enquiry.decide', 'feedback.send', 'outward-product.open'];
      expect(actions).toEqual(expect.arrayContaining([...steps, ...later, ...last]));
    });
    expect(JSON.stringify(await all())).not.toMatch(/Gorsewell|park|Quarry/);
  });

  test('shows the look of a stranger that was refused', async () => {
    const enquiryId = await story.enquiryId();
    await callAs('earlyHelp', 'contact-intake', `/enquiries/${enquiryId}/roster`);
    await eventually(async () => {
      const path = `/entries?enquiryId=${enquiryId}&actorId=${ACCOUNTS.earlyHelp}`;
      const { entries } = await read('governance', 'audit', path, AuditEntries);
      expect(entries.map(({ outcome }) => outcome)).toContain('refused');
    });
  });

  test('and every event of it found its reader: none is dead, none is parked', async () => {
    await all();
    const enquiryId = await story.enquiryId();
    for (const service of SERVICES) {
      const left: string[] = [];
      await walkTables(service, ({ column, text }) => {
        if (/^(dead_letter|parked)\./.test(column) && text.includes(enquiryId)) left.push(column);
      });
      expect({ service, left }).toEqual({ service, left: [] });
    }
  });

  test('answers who has been in the enquiry, and is whole from the first link on', async () => {
    await all();
    const path = `/looks/${await story.enquiryId()}`;
    const { looks } = await read('governance', 'audit', path, LooksAtEnquiry);
    expect(looks.map(({ workerId }) => workerId)).toEqual(expect.arrayContaining([ACCOUNTS.analyst, ACCOUNTS.manager]));
    const verified = await read('auditor', 'audit', '/verify', LogVerification);
    expect(verified).toMatchObject({ isIntact: true, firstBroken: null, unreadable: 0 });
  });
});
