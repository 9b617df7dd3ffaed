import { AuditEntries, EnvelopeRefusals, Ledger, Notices } from '@mash/contracts';
import { agent, registered } from './support/demo-agent';
import { checkedAnswers } from './support/answering';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, call, callAs, read } from './support/http';
import { once } from './support/once';
import { noticeFor, protect, recipientsOf } from './support/protecting';
import { enquiryByReference } from './support/rating';
import { envelopesOf, release } from './support/releasing';
import { keyOf } from './support/sealing';
import { Story } from './support/story';
import { systemToken } from './support/tokens';

const TRUST = 'riverside-health-records';
const POLICE = 'riverside-police-records';
/** The enquiry's reference in what the agent printed of a concern that it sent. */
const referenceIn = (printed: string): string => / enquiry (\S+)/.exec(printed)?.[1] ?? `none in: ${printed}`;
const MISSED = 'Two outpatient appointments were missed this year';

/** A name with an even number of letters: the invented trust knows the child. */
const story = new Story({
  family: aFamily({ surname: 'Ashdowns', child: 'Wren' }),
  late: 'riverside-health-trust',
});

/** Everybody has answered but the trust, whose own system does it. */
const answered = once(async () => {
  await registered(TRUST);
  await story.answered();
  const printed = await agent(TRUST, 'answer');
  return { printed, answers: await checkedAnswers(await story.enquiryId()) };
});

describe('The health trust’s own system', () => {
  test('opens what the trust was asked, and answers it: accepted, and nobody typed anything', async () => {
    const { printed, answers } = await answered();
    const { requestId } = await story.requestTo('riverside-health-trust');
    expect(printed.some((line) => line.startsWith(`request ${requestId}`) && line.includes('accepted'))).toBe(true);
    const own = answers.find(({ agencyId }) => agencyId === 'riverside-health-trust');
    expect(own).toMatchObject({ state: 'accepted', complete: true });
  });

  test('printed ids and codes, and no word of what it opened', async () => {
    const { printed } = await answered();
    expect(printed.join('\n')).not.toMatch(/Ashdowns|Quarry|appointments/);
  });

  test('is in the ledger as the recipient of the question, once', async () => {
    await answered();
    const { entries } = await read('governance', 'sharing', `/ledger?enquiryId=${await story.enquiryId()}`, Ledger);
    const told = entries.filter(({ recipientId }) => recipientId === TRUST);
    expect(told).toMatchObject([{ mode: 'ask', outcome: 'PERMIT', recipientAgencyId: 'riverside-health-trust' }]);
  });

  test('gave an answer that the hub reads like any other, as the rules allow', async () => {
    const { answers } = await answered();
    const envelopes = answers.filter(({ agencyId }) => agencyId === 'riverside-health-trust').flatMap(envelopesOf);
    const seen = await release('analyst', { enquiryId: await story.enquiryId(), envelopes });
    expect(seen.refused).toEqual([]);
    expect(JSON.stringify(seen.items)).toContain(MISSED);
  });

  test('owes nothing more, and cannot open the same again', async () => {
    await answered();
    const { requestId } = await story.requestTo('riverside-health-trust');
    const printed = await agent(TRUST, 'answer');
    // Other specs may have asked the trust as well, and owe it nothing here.
    expect(printed.at(-1)).toMatch(/^\d+ requests were owed$/);
    expect(printed.filter((line) => line.includes(requestId))).toEqual([]);
  });

  test('sends a concern that opens to the hub, and to nobody by its own credentials', async () => {
    await registered(TRUST);
    const [printed = ''] = await agent(TRUST, 'contact');
    const { enquiryId } = await eventually(() => enquiryByReference(referenceIn(printed)));
    const words = await eventually(async () => {
      const detail = (await callAs('analyst', 'contact-intake', `/enquiries/${enquiryId}/contact`)).body;
      const { contactId, sealed } = detail as { contactId: string; sealed: { kid: string; envelope: string } };
      const row = { typ: 'contact', version: 1, envelopeId: contactId, contactId, sealed } as const;
      const { items, refused } = await release('analyst', { enquiryId, envelopes: [row] });
      if (refused.length > 0) throw new Error('not checked yet');
      return JSON.stringify(items);
    });
    expect(words).toContain('an explanation that does not fit');
  });

  test('reads none of the hub’s work, though its token is good', async () => {
    const enquiryId = await story.enquiryId();
    for (const scope of ['requests:read', 'requests:answer']) {
      const token = await systemToken(TRUST, 'agency-requests', scope);
      for (const what of ['requests', 'answers', 'plan'])
        expect((await call(token, 'agency-requests', `/enquiries/${enquiryId}/${what}`)).status).toBe(403);
    }
    const wide = systemToken(TRUST, 'sharing', 'facts:read');
    await expect(wide).rejects.toThrow('got no token');
  });
});

describe('The police’s own system', () => {
  /** Until `decision` has read the register, a notice stands under the name of its team, for people alone. */
  const policeAreKnown = (enquiryId: string) =>
    eventually(async () => {
      const { recipients } = await recipientsOf(enquiryId);
      expect(recipients.map(({ agencyId }) => agencyId)).toContain('riverside-police');
    }, 90);
  const worry = new Story({ family: aFamily({ surname: 'Brackenbury' }), urgent: true });

  test('opens the notice of immediate protection that went to the police, and no other', async () => {
    await registered(POLICE);
    const enquiryId = await worry.enquiryId();
    await eventually(() => keyOf(enquiryId));
    await policeAreKnown(enquiryId);
    await protect(enquiryId, [
      { agencyId: 'riverside-police', team: 'police' },
      { agencyId: 'riverside-social-care', team: 'social-care' },
    ]);
    const notice = await eventually(async () => {
      const found = await noticeFor('police', enquiryId);
      if (found === undefined) throw new Error('the police have no notice yet');
      return found;
    });
    const opened: string[] = [];
    await eventually(async () => {
      opened.push(...(await agent(POLICE, 'notices')).flatMap((line) => /^notice (\S+) opened/.exec(line)?.[1] ?? []));
      if (!opened.includes(notice.noticeId)) throw new Error('no capability yet');
    });
    const { notices } = await read('police', 'decision', '/notices', Notices);
    expect(notices.map(({ noticeId }) => noticeId)).toEqual(expect.arrayContaining(opened));
    const { entries } = await read('governance', 'sharing', `/ledger?enquiryId=${enquiryId}`, Ledger);
    expect(entries.filter(({ recipientId }) => recipientId === POLICE)).toMatchObject([{ mode: 'protect' }]);
  });

  test('once its key is revoked opens nothing and is taken at its word no more; both are on record', async () => {
    const kid = await registered(POLICE);
    await act('governance', 'sharing', `/system-keys/${kid}/revoke`, { reason: 'compromised' });
    const enquiryId = await worry.enquiryId();
    await protect(enquiryId, [{ agencyId: 'riverside-police', team: 'police' }]);
    await eventually(async () => {
      const said = await agent(POLICE, 'notices').then((lines) => lines.join(' '), String);
      expect(said).toContain('SHARING.CAPABILITY_NOT_PROVEN');
    });
    const [printed = ''] = await agent(POLICE, 'contact');
    const { enquiryId: refusedId } = await eventually(() => enquiryByReference(referenceIn(printed)));
    const refused = await eventually(async () => {
      const report = await read('governance', 'sharing', '/envelope-refusals', EnvelopeRefusals);
      const one = report.refusals.find((refusal) => refusal.enquiryId === refusedId);
      if (one === undefined) throw new Error('not reported yet');
      return one;
    });
    expect(refused).toMatchObject({ place: 'contact', code: 'SEAL.SIGNER_REVOKED', presentedBy: POLICE });
    await eventually(async () => {
      const { entries } = await read('governance', 'audit', `/entries?actorId=${POLICE}`, AuditEntries);
      expect(entries.map(({ reasonCode }) => reasonCode)).toContain('SHARING.CAPABILITY_NOT_PROVEN');
    });
  });
});
