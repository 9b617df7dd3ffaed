import {
  CaseRoutedV1,
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  LetterTakenBackV1,
  newId,
  ProductSentV1,
  ReferrerAcknowledgedV1,
  type OpenedProduct,
  type OutwardProductMade,
} from '@mash/contracts';
import type { PersonActor } from '@mash/authorisation';
import { UnitOfWork } from '@mash/persistence';
import { people } from '@mash/testing';
import { OutwardProductRepository } from '../src/products/outward-product.repository';
import { DecideAgainWhenAFactChanges } from '../src/reactions/decide-again-when-a-fact-changes.reaction';
import { NoteProductWhenItIsSent } from '../src/reactions/note-product-when-it-is-sent.reaction';
import { StopLetterWhenItIsTakenBack } from '../src/reactions/stop-letter-when-it-is-taken-back.reaction';
import { secondManager } from './a-review';
import type { AnEnquiry } from './an-enquiry';
import type { Sharing } from './start-sharing';

/** A coordinator of early help whose body is another one. */
export const otherCoordinator: PersonActor = {
  ...people.earlyHelpCoordinator,
  id: '0198aaaa-0000-7000-8000-000000000411',
  agencyId: DEMO_AGENCIES.voluntary,
  agencyKind: 'voluntary',
};

/** A handover to early help, and a letter to the school that referred: what of a product says whose it is. */
export const TO_EARLY_HELP = { audience: 'team_eh', toAgencyId: DEMO_AGENCIES.earlyHelp, purpose: 'EH' } as const;
export const TO_REFERRER = {
  ...{ kind: 'letter', purpose: 'FEEDBACK', audience: 'referrer_pro', toAgencyId: DEMO_AGENCIES.school },
  people: [],
} as const;

/** Of every enquiry: the teams and the referrer may open what is theirs, and a second manager may let it go. */
export function letProductsBeRead({ others: { access } }: Sharing): void {
  access.set(people.earlyHelpCoordinator.id, { access: 'ordinary', audience: 'team_eh' });
  access.set(people.socialCareManager.id, { access: 'ordinary', audience: 'team_sc' });
  access.set(people.teacher.id, { access: 'ordinary', audience: 'referrer_pro' });
  access.set(secondManager.id, { access: 'ordinary', audience: 'hub_manager' });
}

/** What leaves the hub about the child of an enquiry, as the console sends it: to social care at section 47, unless a test says otherwise. */
export function productsWith(sharing: Sharing, enquiry: AnEnquiry) {
  const { enquiryId, personId } = enquiry;
  const post = (changes: object = {}) =>
    sharing.as(people.manager)('post', '/outward-products', {
      ...{ productId: newId(), enquiryId, kind: 'handover', purpose: 'S47', audience: 'team_sc' },
      ...{ toAgencyId: DEMO_AGENCIES.socialCare, personIds: [personId], words: 'Please help with mornings.' },
      ...{ envelopes: [], itemIds: [], people: [{ personId, displayName: 'Wren Quillfeather' }], ...changes },
    });
  const open = (productId: string, as: PersonActor) =>
    sharing.as(as)('post', `/outward-products/${productId}/open`, { releaseId: newId() });
  const at = new Date().toISOString();
  const saidBy = (owner: string, type: string) => ({
    ...{ id: newId(), type, version: 1 as const, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
    ...{ correlationId: enquiryId, actor: { id: owner, kind: 'system' as const } },
  });
  const said = (productId: string) =>
    sharing.query<{ outcome: string; digest: string | null }>(
      `SELECT envelope -> 'data' ->> 'outcome' AS outcome, envelope -> 'data' ->> 'handoverDigest' AS digest
         FROM (SELECT seq, envelope FROM outbox UNION SELECT seq, envelope FROM outbox_archive) AS put_down
        WHERE envelope -> 'data' -> 'about' ->> 'id' = $1 ORDER BY seq`,
      [productId],
    );
  const hearSent = async () => {
    const sent = await sharing.query<{ envelope: ProductSentV1 }>(
      `SELECT envelope FROM (SELECT seq, type, envelope FROM outbox UNION SELECT seq, type, envelope FROM outbox_archive) AS put_down
        WHERE type = $1 AND envelope -> 'data' ->> 'enquiryId' = $2 ORDER BY seq`,
      [ProductSentV1.type, enquiryId],
    );
    for (const { envelope } of sent) await sharing.app.get(DecideAgainWhenAFactChanges).sent(envelope);
  };
  const handOver = (productId: string) =>
    sharing.app.get(NoteProductWhenItIsSent).handover({
      ...saidBy('decision', CaseRoutedV1.type),
      data: {
        enquiryId,
        decisionId: newId(),
        dueAt: at,
        routeId: newId(),
        team: 'early-help',
        personIds: [personId],
        productId,
        routedAt: at,
      },
    });
  return {
    post,
    open,
    /** `decision` gives its team the case with this handover; that is noted, and nobody has heard so. */
    handOver,
    /** What was noted as sent is heard. */
    hearSent,
    make: async (changes: object = {}) => (await post(changes)).body as OutwardProductMade,
    read: async (productId: string, as: PersonActor) => (await open(productId, as)).body as OpenedProduct,
    /** `decision` gives its team the case with this handover, and that is heard. */
    handedOver: async (productId: string) => {
      await handOver(productId);
      await hearSent();
    },
    /** `contact-intake` tells the referrer that there is this letter, or nothing of one: they asked not to hear back. */
    toldReferrer: async (letterId?: string) => {
      await sharing.app.get(NoteProductWhenItIsSent).letter({
        ...saidBy('contact-intake', ReferrerAcknowledgedV1.type),
        data: {
          ...{ enquiryId, contactId: newId(), acknowledgementId: newId(), feedbackId: newId(), kind: 'outcome', at },
          ...(letterId === undefined ? { method: 'none' } : { method: 'email', letterId }),
        },
      });
      await hearSent();
    },
    /** Something else is said instead of this letter, or nothing, and that is heard. */
    takenBack: (letterId: string) =>
      sharing.app.get(StopLetterWhenItIsTakenBack).handle({
        ...saidBy('decision', LetterTakenBackV1.type),
        data: { enquiryId, letterId, takenBackAt: at },
      }),
    /** What is asked about a letter, asked as by a version that asked it about the enquiry. */
    asAskedBefore: (productId: string) =>
      sharing.query(`UPDATE sharing_decision SET about_id = enquiry_id WHERE about_id = $1`, [productId]),
    /** Whether it waited, and never goes. */
    isStopped: (productId: string) =>
      sharing.app.get(UnitOfWork).run((tx) => sharing.app.get(OutwardProductRepository).isStopped(tx, productId)),
    /** What was announced of it, in order: that it waits, may go, or does not. */
    announced: async (productId: string) => (await said(productId)).map(({ outcome }) => outcome),
    /** For whom and about whom it may go, as that was announced. */
    digests: async (productId: string) => (await said(productId)).map(({ digest }) => digest),
    /** Which other one took its place, as that was announced. */
    replacedBy: async (productId: string) => {
      const [row] = await sharing.query<{ replacedBy: string | null }>(
        `SELECT envelope -> 'data' ->> 'replacedBy' AS "replacedBy" FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
          WHERE envelope -> 'data' -> 'about' ->> 'id' = $1 AND envelope -> 'data' ->> 'outcome' = 'DENY'`,
        [productId],
      );
      return row?.replacedBy;
    },
    /** What the ledger says of this person, oldest first. */
    lines: (as: PersonActor) =>
      sharing.query<{ outcome: string; visibility: string; rule: string; fromAgencyId: string }>(
        `SELECT outcome, visibility, rule, from_agency_id AS "fromAgencyId" FROM disclosure WHERE recipient_id = $1 AND enquiry_id = $2 ORDER BY at, from_agency_id`,
        [as.id, enquiryId],
      ),
  };
}
