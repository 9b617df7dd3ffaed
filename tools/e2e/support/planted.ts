import { ContactDetail, newId } from '@mash/contracts';
import { auditOf } from './auditing';
import { DecidedStory } from './decided-story';
import { establishedPartnership } from './established-partnership';
import { eventually } from './eventually';
import { aFamily } from './family';
import { act, callAs, read } from './http';
import { once } from './once';
import { ACCOUNTS } from './people';
import { NAMED, SEALED } from './planted-texts';
import { contactOf, send } from './recording';
import { release } from './releasing';
import { leasedKey, sealAs } from './sealing';
import { state } from './stating';

const story = new DecidedStory({
  family: aFamily({ ...NAMED, narrative: SEALED.narrative }),
  late: 'riverside-education',
  findings: {
    'riverside-police': [{ category: 'police-incidents', text: SEALED.police }],
    'riverside-health-trust': [{ category: 'health-attendance', text: SEALED.health }],
    'riverside-education': [{ category: 'education-attendance', text: SEALED.education }],
  },
  words: SEALED,
});

/** A neighbour calls: identity and hidden address are sealed, the address of the family stays out of the plain part. */
async function call(): Promise<void> {
  await establishedPartnership();
  const family = aFamily({ ...NAMED, narrative: SEALED.narrative });
  const people = family.people.map(({ address: _hidden, school: _left, ...person }) => ({
    ...{ ...person, addressProtected: true },
  }));
  const hidden = { ...family, people };
  const content = { protectedAddresses: SEALED.hiddenAddress };
  const publicKey = await leasedKey();
  const contact = await contactOf(hidden, 'contactOfficer', { content, publicKey });
  const ids = { typ: 'caller', contactId: family.contactId } as const;
  const sealedCaller = await sealAs<'caller'>('contactOfficer', { ids, content: { caller: SEALED.caller }, publicKey });
  const asked = { source: '1B', referrerKind: 'public', reply: 'telephone' } as const;
  const { enquiryId } = await send('contactOfficer', { ...contact, ...asked, sealedCaller });
  const caller = await eventually(() => whoTold(enquiryId));
  if (!JSON.stringify(caller).includes(SEALED.caller)) throw new Error('the analyst does not learn who called');
}

/** The analyst opens who told, as it lies in its row. */
async function whoTold(enquiryId: string) {
  const path = `/enquiries/${enquiryId}/contact`;
  const { contactId, sealedCaller: sealed } = await read('analyst', 'contact-intake', path, ContactDetail);
  if (sealed === undefined) throw new Error('who called is not kept');
  const envelopes = [{ typ: 'caller' as const, envelopeId: contactId, version: 1, contactId, sealed }];
  return (await release('analyst', { enquiryId, envelopes, purpose: 'SCREEN' })).items;
}

/** A teacher leaves a form half filled in, and opens it again. */
async function leaveDraft(): Promise<void> {
  const draftId = newId();
  const publicKey = await leasedKey();
  const ids = { typ: 'draft', draftId, authorId: ACCOUNTS.teacher } as const;
  const sealed = await sealAs<'draft'>('teacher', { ids, content: { narrative: SEALED.draft }, publicKey });
  await act('teacher', 'contact-intake', `/drafts/${draftId}`, { kind: 'contact', sealed }, { method: 'PUT' });
  await act('teacher', 'sharing', '/drafts/open', { draftId, sealed });
}

/** The police say in which words their item may go, and why. */
async function stateWording(): Promise<void> {
  const { items } = await story.seen();
  const itemId = items.find(({ agencyId }) => agencyId === 'riverside-police')?.itemId ?? '';
  const to = { audience: 'team_eh', agencyId: 'riverside-early-help' };
  const { status } = await state('police', {
    ...{ enquiryId: await story.enquiryId(), itemId, agencyId: 'riverside-police' },
    facts: { says: 'released_wording', to, hidesSource: true },
    content: { wording: SEALED.wording, reason: SEALED.holderReason },
  });
  if (status !== 204) throw new Error(`Not stated: ${String(status)}`);
}

/** What is refused is logged too: words where no word belongs, in bodies and in a query. */
async function makeMistakes(): Promise<void> {
  const body = {
    enquiryId: SEALED.narrative,
    surname: { [NAMED.surname]: NAMED.child },
    [SEALED.caller]: NAMED.street,
  };
  for (const service of ['contact-intake', 'decision', 'agency-requests', 'sharing'] as const)
    for (const path of ['/people/search', '/contacts', '/releases', '/enquiries/nothing/requests'])
      await callAs('analyst', service, path, { method: 'POST', body, headers: { 'idempotency-key': NAMED.surname } });
}

/** The whole way with canaries in every field, calls, drafts and mistakes included. @returns the enquiry */
export const planted = once(async () => {
  await Promise.all([call(), leaveDraft(), makeMistakes()]);
  await stateWording();
  await Promise.all([story.taken(), story.told(), story.answeredLate()]);
  const enquiryId = await story.enquiryId();
  await eventually(async () => {
    const actions = (await auditOf(enquiryId)).map(({ action }) => action);
    if (!actions.includes('case.accept') && !actions.includes('feedback.send')) throw new Error('not yet in the log');
  });
  return enquiryId;
});
