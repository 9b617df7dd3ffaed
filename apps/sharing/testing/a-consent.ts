import {
  ConsentChangedV1,
  ConsentStatedV1,
  DEMO_PARTNERSHIP,
  newId,
  type ConsentWords,
  type StateConsent,
} from '@mash/contracts';
import { people } from '@mash/testing';
import { DecideAgainWhenConsentChanges } from '../src/reactions/decide-again-when-consent-changes.reaction';
import { DecideWhatWaitsAgainWhenAFactChanges } from '../src/reactions/decide-what-waits-again-when-a-fact-changes.reaction';
import { RecordConsentWhenItIsStated } from '../src/reactions/record-consent-when-it-is-stated.reaction';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

type Said = Partial<Omit<StateConsent, 'sealedWords'>> & { words?: ConsentWords };
type As = typeof people.analyst;

const PUT_DOWN = `(SELECT id, type, seq, envelope FROM outbox UNION SELECT id, type, seq, envelope FROM outbox_archive) AS put_down`;

/** Statements about the child of an enquiry, as the console sends them, and what follows when they are heard of. */
export function consentWith(sharing: Sharing, enquiry: AnEnquiry) {
  const { enquiryId, personId } = enquiry;
  const heard = new Set<string>();

  /** A written reason about a statement, as the console seals it. */
  const sealedReason = (statementId: string, as: As) => {
    const ids = { noteId: statementId, authorId: as.id };
    const header = { typ: 'note', partnershipId: DEMO_PARTNERSHIP, version: 1, enquiryId, ...ids } as const;
    return enquiry.seal<'note'>(header, { content: { reason: 'So it is' }, by: as.id });
  };
  const statement = async ({ words, ...said }: Said = {}, as: As = people.analyst): Promise<StateConsent> => {
    const statementId = said.statementId ?? newId();
    const ids = { noteId: statementId, authorId: as.id };
    const header = { typ: 'note', partnershipId: DEMO_PARTNERSHIP, version: 1, enquiryId, ...ids } as const;
    const inside = words ?? { told: 'Who would be asked, and what for.' };
    return {
      ...{ personId, kind: 'sharing', state: 'given', givenBy: 'parent_with_pr', bodies: [] },
      ...{ how: 'telephone', statedAt: new Date(Date.now() - 60_000).toISOString(), ...said, statementId },
      sealedWords: await enquiry.seal<'note'>(header, { content: inside, by: as.id }),
    };
  };
  const post = (body: object, as: As = people.analyst) =>
    sharing.as(as)('post', `/enquiries/${enquiryId}/consents`, body);
  const state = async (said: Said = {}, as: As = people.analyst): Promise<string> => {
    const body = await statement(said, as);
    const answer = await post(body, as);
    if (answer.status !== 204) throw new Error(JSON.stringify(answer.body));
    return body.statementId;
  };
  /** Everything about this enquiry's consent that was announced and not heard yet. */
  const hear = async (): Promise<void> => {
    const rows = await sharing.query<{ envelope: ConsentChangedV1 }>(
      `SELECT envelope FROM ${PUT_DOWN} WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [ConsentChangedV1.type, enquiryId],
    );
    for (const { envelope } of rows) {
      if (heard.has(envelope.id)) continue;
      await sharing.app.get(DecideAgainWhenConsentChanges).changed(envelope);
      await sharing.app.get(DecideWhatWaitsAgainWhenAFactChanges).again(envelope);
      heard.add(envelope.id);
    }
  };
  /** What came with the contact, as contact-intake announces it. */
  const came = async (said: Partial<ConsentStatedV1['data']>): Promise<ConsentStatedV1> => {
    const at = new Date(Date.now() - 60_000).toISOString();
    const event: ConsentStatedV1 = {
      ...{ id: newId(), type: ConsentStatedV1.type, version: 1, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
      ...{ correlationId: enquiryId, actor: { id: people.teacher.id, kind: 'person' } },
      data: {
        ...{ enquiryId, statementId: newId(), personId, kind: 'sharing', state: 'given', givenBy: 'parent_with_pr' },
        ...{ bodies: [], statedAt: at, ...said },
      },
    };
    await sharing.app.get(RecordConsentWhenItIsStated).handle(event);
    return event;
  };
  return {
    sealedReason,
    statement,
    came,
    post,
    state,
    hear,
    list: (as: As = people.analyst) => sharing.as(as)('get', `/enquiries/${enquiryId}/consents`),
  };
}
