import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { Release, Released } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { EnvelopeRefusalRepository, type EnvelopeRefusal } from '../envelopes/envelope-refusal.repository';
import { sha256Of } from '../envelopes/accepted-envelope.repository';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import type { RegisteredBody } from '../register/agency.repository';
import { CheckedAnswerRepository, type AcceptedPart } from './checked-answer.repository';

/** It was accepted, and lies no more where answers lie. */
export const ANSWER_GONE = 'SHARING.ANSWER_GONE';
/** What is accepted while a reader fetches answers is no loss: they fetch for seconds. */
const A_MINUTE_MS = 60_000;
/** Whom this person asked themselves: of those they learn what became of it whatever their name says. */
const ASKED = `SELECT DISTINCT to_agency_id AS "agencyId" FROM sharing_decision
  WHERE enquiry_id = $1 AND about_kind = 'request-line' AND asked_by = $2 AND to_agency_id IS NOT NULL`;
/** Nothing lies there: so it is reported once, not at every look. */
const NOTHING = sha256Of('');

interface Read {
  readonly actor: PersonActor;
  readonly enquiry: EnquiryRow;
  readonly bodies: readonly RegisteredBody[];
  /** The answers that lie there, as their reader found them. */
  readonly lying: NonNullable<Release['lying']>;
  readonly at: Date;
}

/**
 * Accepted answers that are not there any more: deleted, or restored to a time before them. One that lies there and does not open is refused by itself; of
 * one that is gone nothing would be said, and the hub would decide without knowing that it had been answered.
 */
@Injectable()
export class AnswersGone {
  constructor(
    private readonly checked: CheckedAnswerRepository,
    private readonly refusals: EnvelopeRefusalRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Each is audited, and put before information governance once. @returns those whose agency this reader may know to have answered */
  async among(tx: Tx, read: Read): Promise<NonNullable<Released['missing']>> {
    const { enquiry, lying, at } = read;
    const parts = await this.checked.partsOf(enquiry.enquiryId, tx, new Date(at.getTime() - A_MINUTE_MS));
    const gone = parts.filter((part) => !lying.some((one) => isOf(part, one)));
    if (gone.length === 0) return [];
    const listed = await this.agenciesListed(tx, read);
    const known = gone.filter(({ agencyId }) => listed.has(agencyId));
    for (const part of known) await this.report(tx, part, read);
    return [...new Map(known.map(({ answerId, agencyId }) => [answerId, { answerId, agencyId }])).values()];
  }

  /** Answers of an agency whose name says what it knows may be in no list of theirs: that they did not find them says nothing. */
  private async agenciesListed(tx: Tx, { actor, enquiry, bodies }: Read): Promise<Set<string>> {
    const asked = await tx.query<{ agencyId: string }[]>(ASKED, [enquiry.enquiryId, actor.id]);
    const open = bodies.filter(({ reveals }) => reveals === 'none');
    return new Set([...open, ...asked].map(({ agencyId }) => agencyId));
  }

  private async report(tx: Tx, { envelopeId, answerId }: AcceptedPart, { actor, enquiry, at }: Read): Promise<void> {
    const { enquiryId, partnershipId } = enquiry;
    const its = { enquiryId, reasonCode: ANSWER_GONE };
    const subject = { type: 'Answer', id: answerId };
    await this.audit.record(tx, { actor, action: 'release.miss-answer', subject, outcome: 'refused', ...its });
    const found: Omit<EnvelopeRefusal, 'refusalId'> = {
      ...{ ...its, partnershipId, place: 'release', envelopeId: envelopeId ?? answerId },
      ...{ presentedBy: actor.id, presenterAgencyId: actor.agencyId, at },
    };
    await this.refusals.addFound(tx, { ...found, envelopeSha256: NOTHING });
  }
}

/** Of one from before it was kept about whom it is, the answer is all that is known. */
const isOf = (part: AcceptedPart, { answerId, personId }: Read['lying'][number]): boolean =>
  part.answerId === answerId && (part.personId === null || part.personId === personId);
