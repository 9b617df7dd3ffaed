import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { ConsentWords, StateConsent } from '@mash/contracts';
import { UnitOfWork } from '@mash/persistence';
import { Clock, conflict } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { EnquiryAccess } from '../../access/enquiry-access';
import { EnquiryFactsGatherer } from '../../asking/enquiry-facts';
import { ConsentAnnouncer } from '../../consent/consent-announcer';
import { ConsentRepository, type ConsentRow, type KeptConsent } from '../../consent/consent.repository';
import { ConsentWordsOpener } from '../../consent/consent-words-opener';
import { refusalOf } from '../../consent/refusal-of';
import { consentFaults } from '../../domain/consent/consent-faults';
import { isSameStatement } from '../../domain/consent/same-statement';
import { EnquiryLife } from '../../erasure/enquiry-life';

/** What somebody says now stands beside what was said before; nothing is overwritten. What rested on it is decided again. */
@Injectable()
export class StateConsentHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: EnquiryAccess,
    private readonly gatherer: EnquiryFactsGatherer,
    private readonly consents: ConsentRepository,
    private readonly life: EnquiryLife,
    private readonly words: ConsentWordsOpener,
    private readonly announcer: ConsentAnnouncer,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The same statement again, under its id, changes nothing.
   * @throws CodedError CONSENT.IN_FUTURE, CONSENT.PERSON_NOT_ON_ROSTER, CONSENT.BODY_UNKNOWN, CONSENT.INCOMPLETE, CONSENT.WORDS_REFUSED
   *   (422); CONSENT.ID_TAKEN (409) where the id came with another statement before;
   *   ENQUIRY.NOT_FOUND (404) where the enquiry was erased meanwhile
   */
  async execute(actor: PersonActor, enquiryId: string, said: StateConsent): Promise<void> {
    const { partnershipId } = await this.access.forHub(actor, enquiryId, 'consent.state');
    const read = rowOf(said, { partnershipId, enquiryId, recordedBy: actor.id, recordedAt: this.clock.now() });
    const words = await this.wordsOf(read);
    const known = await this.consents.find(said.statementId);
    if (known) return this.requireSame(known, read, words);
    await this.requireAcceptable(said, read, words);
    await this.unitOfWork.run(async (tx) => {
      await this.consents.lock(tx, enquiryId);
      // Whoever was deciding while it waited did not know of it: it is recorded after what they let go.
      const row = { ...read, recordedAt: this.clock.now() };
      // Kept after the erasure, its words would lie here for good: an overflow key opens them that lives on for others.
      await this.life.holdOpen(tx, enquiryId);
      if (!(await this.consents.add(tx, row))) {
        const taken = await this.consents.find(said.statementId, tx);
        if (taken) await this.requireSame(taken, row, words);
        return;
      }
      const { id, kind, agencyId } = actor;
      await this.announcer.announce(tx, row, { changedAt: row.recordedAt, actor: { id, kind, agencyId } });
      await this.audit.record(tx, {
        ...{ actor, action: 'consent.state', enquiryId, personIds: [row.personId] },
        subject: { type: 'Consent', id: row.statementId },
        outcome: 'done',
        reasonCode: row.state.toUpperCase(),
      });
    });
  }

  private wordsOf({ wordsKid, wordsEnvelope, ...row }: ConsentRow): Promise<ConsentWords | undefined> {
    if (wordsKid === null || wordsEnvelope === null) return Promise.resolve(undefined);
    const { partnershipId, enquiryId, statementId, recordedBy: authorId } = row;
    return this.words.open(
      { kid: wordsKid, envelope: wordsEnvelope },
      { partnershipId, enquiryId, statementId, authorId },
    );
  }

  private async requireSame(kept: KeptConsent, sent: ConsentRow, words: ConsentWords | undefined): Promise<void> {
    const isOwn = kept.enquiryId === sent.enquiryId && kept.recordedBy === sent.recordedBy;
    if (isOwn && isSameStatement(kept, await this.wordsOf(kept), sent, words)) return;
    throw conflict('CONSENT.ID_TAKEN', 'This id came with another statement before. Use a new one.');
  }

  private async requireAcceptable(said: StateConsent, row: ConsentRow, words: ConsentWords | undefined): Promise<void> {
    const { intake, bodies } = await this.gatherer.of(row.enquiryId, row.partnershipId);
    const faults = consentFaults(said, {
      rosterIds: intake.people.map(({ personId }) => personId),
      agencyIds: bodies.map(({ agencyId }) => agencyId),
      ...{ words, now: row.recordedAt },
    });
    if (faults.length > 0) throw refusalOf(faults);
  }
}

const rowOf = (
  { ground, givenById, how, purposes, sealedWords, statedAt, ...said }: StateConsent,
  its: Pick<ConsentRow, 'partnershipId' | 'enquiryId' | 'recordedBy' | 'recordedAt'>,
): ConsentRow => ({
  ...said,
  ...its,
  ground: ground ?? null,
  givenById: givenById ?? null,
  how: how ?? null,
  purposes: purposes ?? [],
  wordsKid: sealedWords?.kid ?? null,
  wordsEnvelope: sealedWords?.envelope ?? null,
  statedAt: new Date(statedAt),
  writtenAt: null,
});
