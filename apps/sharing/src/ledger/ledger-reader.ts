import { AuditTrail } from '@mash/audit-client';
import { can, openToTheHub, type PersonActor } from '@mash/authorisation';
import type { LedgerEntry } from '@mash/contracts';
import { SealRefusal } from '@mash/sealing';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { askerWords } from '../domain/asker-words';
import { ReleaseGate } from '../releases/release-gate';
import { DisclosureRepository, type DisclosureRow, type LedgerFilter } from './disclosure.repository';
import type { SealedLine } from './ledger-line';
import { LedgerSeal } from './ledger-seal';

export const LINES_ON_A_PAGE = 50;

type Reader = 'ig' | 'manager' | 'holder';

export interface LedgerQuestion {
  readonly enquiryId?: string | undefined;
  readonly personId?: string | undefined;
  readonly page: number;
}

/** The ledger for those who answer for it: what was told about whom, to whom, why; never what it said. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly seal: LedgerSeal,
    private readonly gate: ReleaseGate,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws 404, audited, for others and for a manager who is kept out of the enquiry */
  async read(
    actor: PersonActor,
    { enquiryId, personId, page }: LedgerQuestion,
  ): Promise<{ entries: LedgerEntry[]; page: number; pages: number }> {
    const { partnershipId } = actor;
    const reader = readerOf(actor);
    const isBounded = enquiryId !== undefined || reader !== 'manager';
    if (reader === undefined || !isBounded) return this.refuse(actor, enquiryId);
    if (reader === 'manager' && enquiryId !== undefined) await this.gate.admit(actor, enquiryId, 'ledger.read');
    const holder = reader === 'holder' ? { holderAgencyId: actor.agencyId } : {};
    const filter: LedgerFilter = { partnershipId, enquiryId, personId, ...holder };
    const [rows, lines] = await Promise.all([
      this.disclosures.page(filter, { limit: LINES_ON_A_PAGE, offset: (page - 1) * LINES_ON_A_PAGE }),
      this.disclosures.count(filter),
    ]);
    const opened = await this.openAll(partnershipId, rows);
    const entries = rows.flatMap((row) => entryOf(row, opened.get(row.disclosureId), reader) ?? []);
    await this.audit.recordRead({
      actor,
      action: 'ledger.read',
      subject: { type: 'Ledger', id: enquiryId ?? personId ?? partnershipId },
      ...(enquiryId !== undefined && { enquiryId }),
      ...(personId !== undefined && { personIds: [personId] }),
      outcome: 'shown',
      counts: { lines: entries.length },
    });
    return { entries, page, pages: Math.max(1, Math.ceil(lines / LINES_ON_A_PAGE)) };
  }

  /** Each envelope once. Where an enquiry's keys were destroyed, the lines stand without their sealed part. */
  private async openAll(partnershipId: string, rows: readonly DisclosureRow[]): Promise<Map<string, SealedLine>> {
    const details = new Map(rows.map((row) => [row.detailId, row]));
    const opened = new Map<string, SealedLine>();
    for (const row of details.values()) {
      const lines = await this.seal.open({ partnershipId, enquiryId: row.enquiryId }, row).catch(keysGone);
      for (const [disclosureId, line] of lines) opened.set(disclosureId, line);
    }
    return opened;
  }

  private async refuse(actor: PersonActor, enquiryId: string | undefined): Promise<never> {
    const subject = { type: 'Ledger', id: enquiryId ?? actor.partnershipId };
    await this.audit.recordRead({ actor, action: 'ledger.read', subject, outcome: 'refused', reasonCode: 'NO_ACCESS' });
    throw notFound('Ledger');
  }
}

function keysGone(error: unknown): Map<string, SealedLine> {
  if (error instanceof SealRefusal && !error.passing) return new Map();
  throw error;
}

/** Who this person is to the ledger, by the policies: information governance, a hub manager, or the holder of what was told. */
function readerOf(actor: PersonActor): Reader | undefined {
  const line = { kind: 'Disclosure', id: 'ledger', partnershipId: actor.partnershipId, ...openToTheHub } as const;
  if (can(actor, 'read', { ...line, holderAgencyId: '' })) return actor.roles.includes('ig-officer') ? 'ig' : 'manager';
  return can(actor, 'read', { ...line, holderAgencyId: actor.agencyId }) ? 'holder' : undefined;
}

/** What a row makes absent is in nobody's list but its holder's and, without who and what, information governance's. */
function entryOf(row: DisclosureRow, sealed: SealedLine | undefined, reader: Reader): LedgerEntry | undefined {
  const isAbsent = row.visibility === 'absent';
  if (isAbsent && reader === 'manager') return undefined;
  const isHidden = isAbsent && reader !== 'holder';
  const opensCategory = reader !== 'manager' || row.visibility === 'shown';
  const { disclosureId, enquiryId, recipientId, recipientAgencyId, audience, mode, purpose, outcome, releaseId } = row;
  return {
    ...{ disclosureId, enquiryId, recipientId, recipientAgencyId, audience, mode, purpose, outcome, releaseId },
    at: row.at.toISOString(),
    visibility: row.visibility,
    rule: reader === 'holder' ? (sealed?.rule ?? row.rule) : row.rule,
    ruleSetVersion: row.ruleSetVersion,
    ...(!isHidden && { fromAgencyId: row.fromAgencyId, ...(row.personId !== null && { personId: row.personId }) }),
    ...(!isHidden && sealed && opensCategory && { category: sealed.category }),
    ...(!isHidden && sealed && { reasons: reasonsFor(sealed, reader) }),
  };
}

const reasonsFor = ({ reasons }: SealedLine, reader: Reader): string[] => {
  if (reader === 'holder' || reasons.includes('OUTWARD_PRODUCT')) return [...reasons];
  return askerWords(reasons).map(({ code }) => code);
};
