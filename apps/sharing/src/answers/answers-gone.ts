import { AuditTrail } from '@mash/audit-client';
import type { PersonActor } from '@mash/authorisation';
import type { Release, Released } from '@mash/contracts';
import type { Tx } from '@mash/persistence';
import { Clock, PassingServiceFailure } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EnvelopeRefusalRepository } from '../envelopes/envelope-refusal.repository';
import { sha256Of } from '../envelopes/accepted-envelope.repository';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import type { RegisteredBody } from '../register/agency.repository';
import { AcceptedAnswers } from './accepted-answers';
import { CheckedAnswerRepository, type AcceptedPart } from './checked-answer.repository';
import { answersOf, notAmong, type UnreadAnswer } from './unread-answers';

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
}

/** What a reader did not find, of agencies that they may know to have answered. */
export interface Missed extends Pick<Read, 'actor' | 'enquiry'> {
  readonly parts: readonly AcceptedPart[];
  /** Of these its owner says so too: a reader may have left out what lies there, and would use up the report of its loss. */
  readonly gone: readonly AcceptedPart[];
}

/**
 * Accepted answers that are not there any more: deleted, or restored to a time before them. One that lies there and does not open is refused by itself; of
 * one that is gone nothing would be said, and the hub would decide without knowing that it had been answered.
 */
@Injectable()
export class AnswersGone {
  constructor(
    private readonly checked: CheckedAnswerRepository,
    private readonly acceptedAnswers: AcceptedAnswers,
    private readonly refusals: EnvelopeRefusalRepository,
    private readonly audit: AuditTrail,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Before the transaction: the owner of answers is asked. While it cannot be, the reader is told, and a later look reports. */
  async look(read: Read): Promise<Missed> {
    const { actor, enquiry, lying } = read;
    const before = new Date(this.clock.now().getTime() - A_MINUTE_MS);
    const parts = notAmong(lying, await this.checked.partsOf(enquiry.enquiryId, undefined, before));
    if (parts.length === 0) return { actor, enquiry, parts, gone: [] };
    const listed = await this.agenciesListed(read);
    const known = parts.filter(({ agencyId }) => listed.has(agencyId));
    return { actor, enquiry, parts: known, gone: await this.goneOf(known) };
  }

  /** Each answer is audited, and what is gone put before information governance once. @returns what the reader is told */
  async keep(tx: Tx, missed: Missed, at: Date): Promise<NonNullable<Released['missing']>> {
    const answers = answersOf(missed.parts);
    for (const answer of answers) await this.note(tx, answer, missed);
    for (const part of missed.gone) await this.report(tx, part, missed, at);
    return answers;
  }

  private async goneOf(parts: readonly AcceptedPart[]): Promise<AcceptedPart[]> {
    try {
      const rows = await this.acceptedAnswers.these([...new Set(parts.map(({ answerId }) => answerId))]);
      const lying = rows.flatMap(({ answerId, personId }) =>
        answerId !== undefined && personId !== undefined ? { answerId, personId } : [],
      );
      return notAmong(lying, parts);
    } catch (error) {
      if (error instanceof PassingServiceFailure) return [];
      throw error;
    }
  }

  /** Answers of an agency whose name says what it knows may be in no list of theirs: that they did not find them says nothing. */
  private async agenciesListed({ actor, enquiry, bodies }: Read): Promise<Set<string>> {
    const asked = await this.dataSource.query<{ agencyId: string }[]>(ASKED, [enquiry.enquiryId, actor.id]);
    const open = bodies.filter(({ reveals }) => reveals === 'none');
    return new Set([...open, ...asked].map(({ agencyId }) => agencyId));
  }

  private async note(tx: Tx, { answerId }: UnreadAnswer, { actor, enquiry: { enquiryId } }: Missed): Promise<void> {
    const its = { subject: { type: 'Answer', id: answerId }, enquiryId, reasonCode: ANSWER_GONE };
    await this.audit.record(tx, { actor, action: 'release.miss-answer', outcome: 'refused', ...its });
  }

  private async report(tx: Tx, part: AcceptedPart, { actor, enquiry }: Missed, at: Date): Promise<void> {
    const { enquiryId, partnershipId } = enquiry;
    await this.refusals.addFound(tx, {
      ...{ enquiryId, partnershipId, reasonCode: ANSWER_GONE },
      ...{ place: 'release', envelopeId: part.envelopeId ?? part.answerId, envelopeSha256: NOTHING },
      ...{ presentedBy: actor.id, presenterAgencyId: actor.agencyId, at },
    });
  }
}
