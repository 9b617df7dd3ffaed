import { createHash } from 'node:crypto';
import {
  AnswerReceivedV1,
  DEMO_AGENCIES,
  DEMO_PARTNERSHIP,
  newId,
  type ContactRecordedV1,
  type DecisionFacts,
  type EnvelopeToOpen,
  type IntakeFacts,
  type ReferrerKind,
  type Released,
  type Sealed,
} from '@mash/contracts';
import {
  sealEnvelope,
  SealingPublicKey,
  type AnswerItem,
  type AnswerItemFacts,
  type Coverage,
  type EnvelopeIdsOf,
  type EnvelopeType,
  type Sealer,
} from '@mash/sealing';
import type { PersonActor } from '@mash/authorisation';
import { people } from '@mash/testing';
import { KeyStore } from '../src/keys/key-store';
import { CheckAnswerWhenItIsReceived } from '../src/reactions/check-answer-when-it-is-received.reaction';
import { BindKeysWhenContactIsRecorded } from '../src/reactions/bind-keys-when-contact-is-recorded.reaction';
import type { Sharing } from './start-sharing';

const frame = { version: 1, correlationId: 'a test', actor: { id: 'contact-intake', kind: 'system' } } as const;

export interface AnItem {
  readonly text: string;
  readonly facts?: Partial<AnswerItemFacts>;
  readonly content?: Partial<AnswerItem>;
}

/** An enquiry of the demo partnership at section 47, about one child, with its key bound. */
export class AnEnquiry {
  readonly enquiryId = newId();
  readonly contactId = newId();
  readonly personId = newId();
  private motherId: string | undefined;
  private constructor(
    readonly sharing: Sharing,
    readonly publicKey: SealingPublicKey,
  ) {}

  /** @param its.referrerAgencyId null where a professional rang, and nobody knows for certain from where */
  static async begin(
    sharing: Sharing,
    partnershipId: string = DEMO_PARTNERSHIP,
    its: { referrerAgencyId: string | null; enquiryReference?: string; referrerKind?: ReferrerKind } = {
      referrerAgencyId: DEMO_AGENCIES.school,
    },
  ): Promise<AnEnquiry> {
    const [lease] = await sharing.app.get(KeyStore).lease(partnershipId, 'enquiry', 1);
    if (lease === undefined) throw new Error('No key');
    const enquiry = new AnEnquiry(sharing, SealingPublicKey.parse(lease.publicKey));
    const at = new Date().toISOString();
    const { enquiryId, contactId } = enquiry;
    const event: ContactRecordedV1 = {
      ...{ ...frame, id: newId(), type: 'contact-intake.contact-recorded', occurredAt: at, partnershipId },
      data: {
        ...{ enquiryId, contactId, reference: 'C-2345678', receivedAt: at },
        ...{ enquiryReference: its.enquiryReference ?? 'E-2345678' },
        ...{ recordedAt: at, source: '1A', referrerKind: its.referrerKind ?? 'professional' },
        ...(its.referrerAgencyId !== null && { referrerAgencyId: its.referrerAgencyId }),
        ...{ urgent: false, keyIds: [lease.kid], people: { children: 1, unborn: 0, adults: 0 } },
        ...{ presentingIssues: [], repeatContacts12Months: 0 },
      },
    };
    await sharing.app.get(BindKeysWhenContactIsRecorded).handle(event);
    enquiry.factsAre({});
    enquiry.concernAsks({});
    sharing.others.access.set(people.analyst.id, { access: 'ordinary', audience: 'hub_analyst' });
    sharing.others.access.set(people.manager.id, { access: 'ordinary', audience: 'hub_manager' });
    return enquiry;
  }

  /** What the owners of the facts say from now on. */
  factsAre({
    decision,
    child,
    intake: changes,
  }: {
    decision?: Partial<DecisionFacts>;
    child?: Partial<IntakeFacts['people'][number]>;
    intake?: Partial<IntakeFacts>;
  }) {
    const { enquiryId, personId } = this;
    const asOf = new Date().toISOString();
    const intake: IntakeFacts = {
      ...{ enquiryId, rosterVersion: 1, asOf, urgent: false, referrerKind: 'professional', siblingBorn: false },
      people: [
        {
          ...{ personId, kind: 'u13', relation: 'concern', identity: 'confirmed', objects: false, dispute: 'none' },
          ...{ parentalResponsibilityProven: true, competence: 'not_assessed', protected: [], ...child },
        },
        ...this.adults(),
      ],
      allegedPerpetratorKnown: false,
      ...changes,
    };
    const facts: DecisionFacts = {
      ...{ enquiryId, partnershipId: DEMO_PARTNERSHIP, threshold: 's47', thresholdVersion: 1, colour: 'red' },
      ...{ ratingVersion: 1, urgent: true, protectionOpen: false, pack: { id: 'thurrock', version: '2026.1' }, asOf },
      ...decision,
    };
    this.sharing.others.answers.set(`/contact-intake/facts/enquiries/${enquiryId}`, intake);
    this.sharing.others.answers.set(`/decision/facts/enquiries/${enquiryId}`, facts);
  }

  /** The mother is on the roster: her later word takes the place of her earlier one, which of a parent whom nobody named is not so. */
  mother(): string {
    this.motherId ??= newId();
    const path = `/contact-intake/facts/enquiries/${this.enquiryId}`;
    const intake = this.sharing.others.answers.get(path) as IntakeFacts;
    this.sharing.others.answers.set(path, { ...intake, people: [...intake.people, ...this.adults()] });
    return this.motherId;
  }

  private adults(): IntakeFacts['people'] {
    if (this.motherId === undefined) return [];
    const adult = { kind: 'adult', relation: 'household', identity: 'confirmed', competence: 'yes' } as const;
    const its = { objects: false, dispute: 'none', parentalResponsibilityProven: false, protected: [] } as const;
    return [{ ...adult, ...its, protected: [], personId: this.motherId }];
  }

  /** Seals as the console does, for a person of that name; or as another sealer. */
  async seal<Type extends EnvelopeType>(
    header: EnvelopeIdsOf<Type>,
    inside: {
      facts?: object;
      content: object;
      by?: string;
      sealer?: Sealer | undefined;
      to?: SealingPublicKey;
      at?: Date;
    },
  ): Promise<Sealed> {
    const envelope = await sealEnvelope<EnvelopeType>({
      header,
      facts: inside.facts ?? {},
      content: inside.content as never,
      publicKey: inside.to ?? this.publicKey,
      sealer: inside.sealer ?? {
        key: this.sharing.consoleKey,
        sealedBy: { kind: 'person', id: inside.by ?? people.policeLiaison.id },
      },
      sealedAt: inside.at ?? new Date(),
    } as Parameters<typeof sealEnvelope<EnvelopeType>>[0]);
    return { kid: (inside.to ?? this.publicKey).kid, envelope };
  }

  async concern(narrative: string, more: object = {}): Promise<EnvelopeToOpen> {
    const { contactId } = this;
    const header = { typ: 'contact', partnershipId: DEMO_PARTNERSHIP, version: 1, contactId } as const;
    const sealed = await this.seal<'contact'>(header, { content: { narrative, protectedAddresses: [], ...more } });
    return { typ: 'contact', envelopeId: contactId, version: 1, contactId, sealed };
  }

  /** What the concern holds besides its words, as `contact-intake` keeps it sealed: what must be kept from the family. */
  concernAsks(more: object): void {
    const { contactId, enquiryId } = this;
    const author = { kind: 'person', id: people.policeLiaison.id } as const;
    this.sharing.others.asked.set(`/contact-intake/facts/contacts/${contactId}`, async () => {
      const { sealed } = await this.concern('He came in with a bruise.', more);
      return { contactId, enquiryId, partnershipId: DEMO_PARTNERSHIP, author, sealed };
    });
  }

  /** Who told, as the console seals it: apart from the concern. */
  async caller(name: string): Promise<EnvelopeToOpen> {
    const { contactId } = this;
    const header = { typ: 'caller', partnershipId: DEMO_PARTNERSHIP, version: 1, contactId } as const;
    const sealed = await this.seal<'caller'>(header, { content: { kind: 'public', name } });
    return { typ: 'caller', envelopeId: contactId, version: 1, contactId, sealed };
  }

  /** What the police know of the child; the itemIds come back with the row to open. */
  async answer(
    items: readonly AnItem[],
    agencyId: string = DEMO_AGENCIES.police,
    sealer?: Sealer,
    to?: SealingPublicKey,
    requestId: string = newId(),
    personId: string = this.personId,
    identity: 'confirmed' | 'possible' = 'confirmed',
    searched: Partial<Coverage> = {},
  ) {
    const { enquiryId } = this;
    const ids = { requestId, answerId: newId(), agencyId, personId };
    const header = { typ: 'answer', partnershipId: DEMO_PARTNERSHIP, version: 1, enquiryId, ...ids } as const;
    const itemIds = items.map(() => newId());
    const contents = items.map(({ text, content }, at) => ({
      ...{ itemId: itemIds[at], category: 'police-incidents', when: { date: '2026-05-04' }, kind: 'fact', text },
      ...{ source: 'Records management system', ...content },
    }));
    const facts = items.map(({ facts: changes }, at) => ({
      ...{ itemId: itemIds[at], category: 'police-incidents', class: 'criminal', confidential: false },
      ...{ handling: 'none', flags: [], subjects: [personId], thirds: 'none', dates: {}, bar: 'none', ...changes },
    }));
    const coverage = {
      ...{ state: items.length > 0 ? 'known_current' : 'not_known', systems: [{ name: 'Records management system' }] },
      identifiersUsed: ['name'],
      ...searched,
    };
    const sealed = await this.seal<'answer'>(header, {
      facts: { identity, items: facts },
      content: { coverage, items: contents },
      sealer,
      ...(to && { to }),
    });
    const row: EnvelopeToOpen = { typ: 'answer', envelopeId: newId(), version: 1, ...ids, sealed };
    return { row, itemIds, ids };
  }

  /** An answer of the police that `sharing` has checked and accepted. */
  async accepted(...items: AnItem[]) {
    const answer = await this.answer(items);
    await this.sharing.app.get(CheckAnswerWhenItIsReceived).handle(this.received(answer));
    return answer;
  }

  /** Asks for these to be released: as content, at section 47, to the analyst, unless the call is another. */
  release(envelopes: readonly object[], call: object = {}, as: PersonActor = people.analyst) {
    const { enquiryId, sharing } = this;
    const whole = { releaseId: newId(), enquiryId, mode: 'content', purpose: 'S47', envelopes, ...call };
    return sharing.as(as)('post', '/releases', whole);
  }

  /** What such a call shows; fails where it is refused. */
  async released(...asked: Parameters<AnEnquiry['release']>): Promise<Released> {
    const answer = await this.release(...asked);
    if (answer.status !== 200) throw new Error(`Not released: ${answer.text}`);
    return answer.body as Released;
  }

  /**
   * The answer as `agency-requests` keeps and announces it.
   * @param again ids under which it brings the same envelope once more
   */
  received(
    { row, ids }: Pick<Awaited<ReturnType<AnEnquiry['answer']>>, 'row' | 'ids'>,
    answeredBy?: { kind: 'person' | 'system'; id: string },
    again: readonly string[] = [],
  ): AnswerReceivedV1 {
    const { enquiryId } = this;
    const { answerId, requestId, agencyId, personId } = ids;
    const envelopeIds = [row.envelopeId, ...again];
    const envelopes = envelopeIds.map((envelopeId) => ({ envelopeId, personId, sealed: row.sealed }));
    const kept = { answerId, requestId, enquiryId, partnershipId: DEMO_PARTNERSHIP, agencyId, envelopes, answeredBy };
    this.sharing.others.answers.set(`/agency-requests/facts/answers/${answerId}`, kept);
    const sha256 = createHash('sha256').update(row.sealed.envelope).digest('hex');
    const at = new Date().toISOString();
    return {
      ...{ ...frame, id: newId(), type: AnswerReceivedV1.type, occurredAt: at, partnershipId: DEMO_PARTNERSHIP },
      data: {
        ...{ enquiryId, requestId, answerId, agencyId, complete: true, late: false, receivedAt: at },
        envelopes: envelopeIds.map((envelopeId) => ({ envelopeId, personId, sha256 })),
      },
    };
  }
}
