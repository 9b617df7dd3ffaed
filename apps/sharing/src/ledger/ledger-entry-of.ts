import type { LedgerEntry } from '@mash/contracts';
import { askerWords } from '../domain/asker-words';
import {
  isReadByAll,
  OBLIGATIONS,
  REASON_CATALOGUE,
  REDACTION_WORDS,
  type ObligationCode,
  type ReasonCode,
  type RedactionCode,
} from '../domain/decision';
import type { DisclosureRow } from './disclosure.repository';
import type { DecidedOn, SealedLine } from './ledger-line';

/** The sealed parts of lines, by line; or why there are none: their enquiry was erased, or somebody else wrote them. */
export type SealedPart = ReadonlyMap<string, SealedLine> | 'gone' | 'forged';

export type LedgerReaderKind = 'ig' | 'manager' | 'holder';

/**
 * A line as this reader may have it. What a row makes absent is its holder's, and information governance's without who and what; a manager is
 * not asked to read it at all.
 * @param part the envelope that its sealed part lies in
 */
export function ledgerEntryOf(row: DisclosureRow, part: SealedPart | undefined, reader: LedgerReaderKind): LedgerEntry {
  const sealed = part === undefined || typeof part === 'string' ? undefined : part.get(row.disclosureId);
  const isHidden = row.visibility === 'absent' && reader !== 'holder';
  const opensCategory = reader !== 'manager' || row.visibility === 'shown';
  // The basis of what was refused could tell the cause that its reasons hide.
  const opensBasis = reader === 'holder' || (reader === 'ig' && row.outcome === 'PERMIT');
  // A product is the hub's, and its agreements are those of its items: they would name an agency that this manager may not know of.
  const isOpening = sealed === undefined ? row.mode === 'onward' : sealed.reasons.includes(OPENED);
  const opensAgreement = !isHidden && (reader !== 'manager' || !isOpening);
  const { disclosureId, enquiryId, recipientId, recipientAgencyId, audience, mode, purpose, outcome, releaseId } = row;
  return {
    ...{ disclosureId, enquiryId, recipientId, recipientAgencyId, audience, mode, purpose, outcome, releaseId },
    at: row.at.toISOString(),
    visibility: row.visibility,
    ...(row.isNotGone && row.visibility === 'shown' && { notGone: true as const }),
    rule: reader === 'holder' ? (sealed?.rule ?? row.rule) : row.rule,
    ruleSetVersion: row.ruleSetVersion,
    ...(!isHidden && { fromAgencyId: row.fromAgencyId, ...(row.personId !== null && { personId: row.personId }) }),
    ...(opensAgreement && row.agreementRef !== null && { agreement: row.agreementRef }),
    ...(!isHidden && sealed && opensCategory && { category: sealed.category }),
    ...(!isHidden && sealed && { reasons: reasonsFor(sealed, reader) }),
    ...(!isHidden && sealed && opensBasis && { lawfulBasis: [...sealed.lawfulBasis] }),
    ...(!isHidden && sealed?.decidedOn && decidedOnFor(sealed.decidedOn, reader, opensBasis)),
    ...(part === 'forged' && { doesNotOpen: true as const }),
  };
}

/**
 * Which versions of the facts it was decided on is information governance's, and no manager's or holder's; what they came to, what was left out and
 * what is owed as the basis is read, but for what would tell the cause.
 */
function decidedOnFor(
  { threshold, consent, versions, redactions, obligations }: DecidedOn,
  reader: LedgerReaderKind,
  opensBasis: boolean,
): Pick<LedgerEntry, 'decidedOn' | 'redactions' | 'obligations'> {
  const isRead = (code: string) => reader === 'holder' || isReadByAll(code as ObligationCode);
  return {
    ...(reader === 'ig' && { decidedOn: { versions: { ...versions }, ...(opensBasis && { threshold, consent }) } }),
    ...(opensBasis && {
      redactions: redactions.map((code) => ({ code, sentence: REDACTION_WORDS[code as RedactionCode] })),
      obligations: obligations.filter(isRead).map((code) => ({ code, sentence: todo(code as ObligationCode) })),
    }),
  };
}

const todo = (code: ObligationCode): string => OBLIGATIONS[code].what;

/** The holder reads every reason; others those that say nothing they may not know, information governance in its own words. */
function reasonsFor({ reasons }: SealedLine, reader: LedgerReaderKind): { code: string; sentence: string }[] {
  if (reasons.includes(OPENED)) return [{ code: OPENED, sentence: 'A product that had been released was opened.' }];
  if (reader === 'holder') return reasons.map((code) => ({ code, sentence: officerSentence(code) ?? '' }));
  const read = askerWords(reasons);
  if (reader === 'manager') return read;
  return read.map(({ code, sentence }) => ({ code, sentence: officerSentence(code) ?? sentence }));
}

/** Not of the rule book: a product is decided when it is made, and only opened here. */
const OPENED = 'OUTWARD_PRODUCT';
const officerSentence = (code: string): string | undefined =>
  code in REASON_CATALOGUE ? REASON_CATALOGUE[code as ReasonCode].officer : undefined;
