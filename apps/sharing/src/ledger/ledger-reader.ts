import { AuditTrail } from '@mash/audit-client';
import { can, openToTheHub, type PersonActor } from '@mash/authorisation';
import type { Ledger, LedgerEntry, LedgerFilters } from '@mash/contracts';
import { notFound } from '@mash/service-host';
import { Injectable } from '@nestjs/common';
import { UnopenableEnvelopes } from '../envelopes/unopenable-envelopes';
import type { EnquiryRow } from '../persistence/enquiry.repository';
import { NamedToReader } from '../register/named-to-reader';
import { ReleaseGate } from '../releases/release-gate';
import { DisclosureRepository, type DisclosureRow, type LedgerFilter, type NamedIn } from './disclosure.repository';
import { FormerIdsOf } from './former-ids-of';
import { ledgerEntryOf, type LedgerReaderKind, type SealedPart } from './ledger-entry-of';
import { LedgerSeal } from './ledger-seal';

export const LINES_ON_A_PAGE = 50;

/** The ledger for those who answer for it: what was told about whom, to whom, why; never what it said. */
@Injectable()
export class LedgerReader {
  constructor(
    private readonly disclosures: DisclosureRepository,
    private readonly seal: LedgerSeal,
    private readonly gate: ReleaseGate,
    private readonly named: NamedToReader,
    private readonly formerIds: FormerIdsOf,
    private readonly audit: AuditTrail,
    private readonly unopenable: UnopenableEnvelopes,
  ) {}

  /** @throws 404, audited, for others and for a manager who is kept out of the enquiry */
  async read(actor: PersonActor, { page, ...asked }: LedgerFilters & { page: number }): Promise<Ledger> {
    const { reader, filter, named } = await this.admit(actor, asked, 'ledger.read');
    const [rows, lines] = await Promise.all([
      this.disclosures.page(filter, { limit: LINES_ON_A_PAGE, offset: (page - 1) * LINES_ON_A_PAGE }),
      this.disclosures.count(filter),
    ]);
    const entries = await this.entriesOf(actor, reader, rows);
    await this.log(actor, asked, { action: 'ledger.read', lines: entries.length });
    const pages = Math.max(1, Math.ceil(lines / LINES_ON_A_PAGE));
    return { entries, page, pages, lines, ...(named && { named }) };
  }

  /**
   * Every line that the question finds, in pieces, and what it cannot find, in a sentence; in the log before the first of them.
   * @throws 404, audited, as reading does
   */
  async export(
    actor: PersonActor,
    asked: LedgerFilters,
  ): Promise<{ pieces: AsyncIterable<LedgerEntry[]>; leavesOut: string | undefined }> {
    const { reader, filter } = await this.admit(actor, asked, 'ledger.export');
    await this.log(actor, asked, { action: 'ledger.export', lines: await this.disclosures.count(filter) });
    return { pieces: this.pieces(actor, reader, filter), leavesOut: reader === 'ig' ? leftOutOf(asked) : undefined };
  }

  private async *pieces(actor: PersonActor, reader: LedgerReaderKind, filter: LedgerFilter) {
    for await (const rows of this.disclosures.walk(filter)) yield await this.entriesOf(actor, reader, rows);
  }

  private async admit(
    actor: PersonActor,
    asked: LedgerFilters,
    action: string,
  ): Promise<{ reader: LedgerReaderKind; filter: LedgerFilter; named?: NamedIn[] }> {
    const reader = readerOf(actor);
    const isBounded = asked.enquiryId !== undefined || reader !== 'manager';
    if (reader === undefined || !isBounded) return this.refuse(actor, asked.enquiryId, action);
    const notNamed =
      reader === 'manager' && asked.enquiryId !== undefined
        ? await this.notNamedTo(actor, (await this.gate.admit(actor, asked.enquiryId, action)).enquiry)
        : [];
    const holder = reader === 'holder' ? { holderAgencyId: actor.agencyId } : {};
    // Found by their person, they would say whom they are about: that much may be known to their holder alone.
    const withAbsent = reader === 'holder' || (reader === 'ig' && asked.personId === undefined);
    const { partnershipId } = actor;
    const formerIds = asked.personId === undefined ? [] : await this.formerIds.person(partnershipId, asked.personId);
    const filter = { ...asked, ...holder, partnershipId, formerIds, withAbsent, reader: actor.id, notNamed };
    if (reader !== 'ig' || asked.personId === undefined || asked.enquiryId !== undefined) return { reader, filter };
    const named = await this.disclosures.naming(asked.personId, filter);
    return { reader, filter: { ...filter, alsoWholeIn: named.map(({ enquiryId }) => enquiryId) }, named };
  }

  private async notNamedTo(actor: PersonActor, enquiry: EnquiryRow): Promise<string[]> {
    return (await this.named.in(actor, [enquiry])).hiddenIn(enquiry.enquiryId);
  }

  private async entriesOf(
    { partnershipId }: PersonActor,
    reader: LedgerReaderKind,
    rows: readonly DisclosureRow[],
  ): Promise<LedgerEntry[]> {
    const opened = await this.openAll(partnershipId, rows);
    return rows.map((row) => ledgerEntryOf(row, opened.get(row.detailId), reader));
  }

  /** Each envelope once. Where an enquiry was erased the lines stand without their sealed part; where somebody else wrote it they say so. */
  private async openAll(partnershipId: string, rows: readonly DisclosureRow[]): Promise<Map<string, SealedPart>> {
    const details = new Map(rows.map((row) => [row.detailId, row]));
    const parts = new Map<string, SealedPart>();
    for (const [detailId, row] of details) {
      const { enquiryId, envelope } = row;
      const found = { partnershipId, enquiryId, place: 'ledger', envelopeId: detailId, envelope } as const;
      const notOpened = (error: unknown) => (this.unopenable.isForged(error, found) ? 'forged' : 'gone');
      parts.set(detailId, await this.seal.open({ partnershipId, enquiryId }, row).catch(notOpened));
    }
    await this.unopenable.settled();
    return parts;
  }

  private async log(
    actor: PersonActor,
    { enquiryId, personId }: LedgerFilters,
    { action, lines }: { action: string; lines: number },
  ): Promise<void> {
    await this.audit.recordRead({
      actor,
      action,
      subject: { type: 'Ledger', id: enquiryId ?? personId ?? actor.partnershipId },
      ...(enquiryId !== undefined && { enquiryId }),
      ...(personId !== undefined && { personIds: [personId] }),
      outcome: 'shown',
      counts: { lines },
    });
  }

  private async refuse(actor: PersonActor, enquiryId: string | undefined, action: string): Promise<never> {
    const subject = { type: 'Ledger', id: enquiryId ?? actor.partnershipId };
    await this.audit.recordRead({ actor, action, subject, outcome: 'refused', reasonCode: 'NO_ACCESS' });
    throw notFound('Ledger');
  }
}

const NO_ABSENT = 'entries of which not even the existence may be known, which are not found by whose they are';
const NOT_NAMED =
  'what was told of a whole household in an enquiry in which no entry and no decision names this person';

/** What a ledger that is narrowed down to a person cannot have. */
function leftOutOf({ personId, enquiryId }: LedgerFilters): string | undefined {
  if (personId === undefined) return undefined;
  if (enquiryId !== undefined) return `Not here: ${NO_ABSENT}. The ledger of the enquiry has them.`;
  return `Not here: ${NO_ABSENT}; and ${NOT_NAMED}. The ledger of each enquiry has them.`;
}

/** Who this person is to the ledger, by the policies: information governance, a hub manager, or the holder of what was told. */
function readerOf(actor: PersonActor): LedgerReaderKind | undefined {
  const line = { kind: 'Disclosure', id: 'ledger', partnershipId: actor.partnershipId, ...openToTheHub } as const;
  if (can(actor, 'read', { ...line, holderAgencyId: '' })) return actor.roles.includes('ig-officer') ? 'ig' : 'manager';
  return can(actor, 'read', { ...line, holderAgencyId: actor.agencyId }) ? 'holder' : undefined;
}
