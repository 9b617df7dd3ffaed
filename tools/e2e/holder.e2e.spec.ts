import { DetrimentAuthors, HolderItem, Mailbox, newId, OpenedProduct, OwnItemsOpened } from '@mash/contracts';
import { DecidedStory } from './support/decided-story';
import { makeProduct } from './support/deciding';
import { eventually } from './support/eventually';
import { aFamily } from './support/family';
import { act, callAs, read } from './support/http';
import { enquiryOf } from './support/rating';
import { envelopesOf } from './support/releasing';
import { once } from './support/once';
import { reviewsFor } from './support/reviewing';
import { FINDINGS } from './support/story';
import { state } from './support/stating';

const POLICE = 'riverside-police';
const TOLD_US = 'A woman in the next house told the patrol that he sleeps in the shed on most nights.';
const WORDS = 'There is reason to think that he does not always sleep indoors.';

const story = new DecidedStory({
  family: aFamily({ surname: 'Thistlewater' }),
  findings: {
    ...FINDINGS,
    [POLICE]: [
      { category: 'police-incidents', text: TOLD_US, handling: { flags: ['hub_only', 'source_risk', 'do_not_alert'] } },
    ],
  },
  late: 'riverside-education',
});
const to = { audience: 'team_eh', agencyId: 'riverside-early-help' };

/** The item that only its holder can let go, as the hub is asked for it. */
const asked = once(async () => {
  const enquiryId = await story.enquiryId();
  const envelopes = (await story.checked()).flatMap(envelopesOf);
  const itemIds = (await story.seen()).items.map(({ itemId }) => itemId);
  const personIds = [await story.childId()];
  const made = await makeProduct({ kind: 'handover', enquiryId, personIds, envelopes, itemIds });
  const left = made.leftOut.find(({ code }) => code === 'NOT_RELEASED');
  return { enquiryId, itemId: left?.itemId ?? '', left, personIds, envelopes };
});
const mails = async () => {
  const { reference } = await story.opened();
  const { messages } = await read('teacher', 'contact-intake', '/mailbox', Mailbox);
  return messages.filter(({ subject }) => subject.startsWith(reference));
};

describe('An item that only its holder can let go', () => {
  test('is asked for, read by its own agency, and goes in the words that they release', async () => {
    const { enquiryId, itemId, left, personIds, envelopes } = await asked();
    expect(left).toMatchObject({ dueAt: expect.any(String) as string, reviewId: expect.any(String) as string });
    const waiting = (await reviewsFor('police', enquiryId)).filter(({ mode }) => mode === 'onward');
    expect(waiting.length).toBeGreaterThan(0);
    const opening = { releaseId: newId(), enquiryId, itemId, sharingDecisionId: waiting[0]?.sharingDecisionId };
    const own = await act('police', 'sharing', '/holder-items/open', opening, { schema: HolderItem });
    expect(own).toMatchObject({ text: TOLD_US, recipient: to });
    for (const other of ['health', 'manager', 'governance', 'teacher', 'stranger'] as const)
      expect(
        (
          await callAs(other, 'sharing', '/holder-items/open', {
            method: 'POST',
            body: { ...opening, releaseId: newId() },
          })
        ).status,
      ).toBe(404);
    const stated = await state('police', {
      ...{ enquiryId, itemId, agencyId: POLICE, content: { wording: WORDS } },
      facts: { says: 'released_wording', to, hidesSource: true },
    });
    expect(stated.status).toBe(204);
    const { productId, included } = await makeProduct({
      kind: 'handover',
      enquiryId,
      personIds,
      envelopes,
      itemIds: [itemId],
    });
    expect(included).toEqual([itemId]);
    const path = `/outward-products/${productId}/open`;
    await story.handedOver();
    const open = (as: 'earlyHelp' | 'manager' = 'earlyHelp') =>
      act(as, 'sharing', path, { releaseId: newId() }, { schema: OpenedProduct });
    const carried = [{ itemId, obligations: ['CARRY_DO_NOT_ALERT'] }];
    expect(await open()).toMatchObject({ items: [], toAccept: carried });
    // Those words are for early help: to the hub its holder has let nothing go that may give a source away.
    const byTheHub = await open('manager');
    expect(byTheHub).toMatchObject({ items: [], withheld: [{ what: 'items', count: 1 }] });
    expect(JSON.stringify(byTheHub)).not.toMatch(/shed|indoors/);
    await act('earlyHelp', 'sharing', '/condition-acceptances', {
      ...{ acceptanceId: newId(), enquiryId, itemIds: [itemId], carried },
    });
    const opened = await open();
    expect(opened.items).toMatchObject([{ text: WORDS }]);
    expect(JSON.stringify(opened)).not.toContain('shed');
  });

  test('that says "do not alert" holds letter and mail, and both go once its holder has cleared it', async () => {
    const { enquiryId, itemId, personIds } = await asked();
    const decisionId = await story.decided();
    const letter = await makeProduct({ kind: 'letter', enquiryId, personIds });
    expect(letter).toMatchObject({ state: 'waiting_review', reason: { code: 'HOLD' } });
    const before = (await mails()).length;
    const command = { decisionId, extent: 'limited', letterId: letter.productId };
    await act('manager', 'decision', `/enquiries/${enquiryId}/feedback`, command);
    await eventually(async () => expect((await enquiryOf(enquiryId)).feedback).toMatchObject([{ held: true }]));
    const path = `/outward-products/${letter.productId}/open`;
    expect((await callAs('teacher', 'sharing', path, { method: 'POST', body: { releaseId: newId() } })).status).toBe(
      404,
    );
    expect(await mails()).toHaveLength(before);

    const cleared = await state('police', { enquiryId, itemId, agencyId: POLICE, facts: { says: 'telling_cleared' } });
    expect(cleared.status).toBe(204);
    await eventually(async () => expect(await mails()).toHaveLength(before + 1));
    const opened = await act('teacher', 'sharing', path, { releaseId: newId() }, { schema: OpenedProduct });
    expect(opened).toMatchObject({ kind: 'letter', items: [] });
  });

  test('stands on the page of what its agency said, and is taken back without a question; nobody else reads that page', async () => {
    const { enquiryId, itemId } = await asked();
    const path = '/holder-items/open-own';
    const own = async () =>
      act('police', 'sharing', path, { releaseId: newId(), enquiryId, itemId }, { schema: OwnItemsOpened });
    const back = { enquiryId, itemId, agencyId: POLICE, facts: { says: 'taken_back', to } } as const;
    expect((await state('police', back)).status).toBe(204);
    expect(await own()).toMatchObject({
      items: [{ text: TOLD_US, stands: { to: [{ ...to, release: 'none' }] } }],
      ...{ maySpeak: true, recordsDetriment: false },
    });
    for (const other of ['health', 'manager', 'governance', 'teacher', 'stranger'] as const) {
      const body = { releaseId: newId(), enquiryId, itemId };
      expect([other, (await callAs(other, 'sharing', path, { method: 'POST', body })).status]).toEqual([other, 404]);
    }
  });

  test('who may record a detriment is kept by the administrator, one by one', async () => {
    const accountId = newId();
    const who = { agencyId: POLICE, accountId };
    const body = { ...who, name: 'Invented Colleague' };
    const list = () => read('administrator', 'sharing', '/register/detriment-authors', DetrimentAuthors);
    expect((await callAs('health', 'sharing', '/register/detriment-authors', { method: 'POST', body })).status).toBe(
      404,
    );
    expect(
      (await callAs('administrator', 'sharing', '/register/detriment-authors', { method: 'POST', body })).status,
    ).toBe(204);
    expect((await list()).authors).toContainEqual(expect.objectContaining(body));
    expect(
      (await callAs('administrator', 'sharing', '/register/detriment-authors/end', { method: 'POST', body: who }))
        .status,
    ).toBe(204);
    expect((await list()).authors).not.toContainEqual(expect.objectContaining(who));
  });
});
