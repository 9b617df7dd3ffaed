import type { AuditEntries, AuditEntryView, LogVerification } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { textField, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { actionWords } from '../shared/action-words';
import { outcomeWords } from '../shared/outcome-words';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import type { PartOfPage } from '../shared/part-of-page';
import { purposeWords } from '../../../presenters/purpose-words';
import { roleWords } from '../shared/role-words';
import type { LogFilter } from './log.form';

export interface LogView {
  readonly heading: string;
  readonly isBroken: boolean;
  readonly proof: readonly string[];
  readonly rows: readonly object[];
  readonly filters: readonly FieldView[];
  readonly isFiltered: boolean;
  readonly older?: string;
  readonly newer?: string;
}

type Checked = PartOfPage<LogVerification>;

function headingOf(checked: Checked): string {
  if (!checked.isThere) return 'The log could not be checked now';
  return checked.value.firstBroken === null && checked.value.isIntact
    ? 'The log is whole'
    : `The log is broken at entry ${checked.value.firstBroken?.seq ?? checked.value.entries + 1}`;
}

function proofOf(checked: Checked, now: Date): string[] {
  if (!checked.isThere) return [checked.because];
  const { entries, unreadable, lastSigned, verifiedAt, isIntact, firstBroken, head } = checked.value;
  const at = (instant: string): string => momentWords(new Date(instant), now);
  return [
    `Every link was followed at ${at(verifiedAt)}: ${entries} ${entries === 1 ? 'entry holds' : 'entries hold'}.`,
    lastSigned === null
      ? 'No head of the log has been signed yet.'
      : `The last signed head is entry ${lastSigned.seq}, signed ${at(lastSigned.signedAt)}.`,
    ...(isIntact
      ? []
      : [`What does not hold: ${firstBroken?.fault ?? 'the end of the log'}. Tell the operator and keep this page.`]),
    ...(unreadable === 0 ? [] : [`${unreadable} of them could not be read and were kept as they came.`]),
    `Head: ${head}`,
  ];
}

const rowOf = (entry: AuditEntryView, now: Date, named: Naming): object => ({
  seq: entry.seq,
  at: momentWords(new Date(entry.at), now),
  role: entry.actor.kind === 'system' ? 'A service' : roleWords(entry.actor.roles),
  agency: entry.actor.agencyId === undefined ? '' : agencyWords(entry.actor.agencyId),
  actor: named(entry.actor.id) ?? entry.actor.id,
  actorHref: `/ig/log?actorId=${encodeURIComponent(entry.actor.id)}`,
  action: actionWords(entry.action),
  enquiryId: entry.enquiryId,
  enquiryHref: entry.enquiryId && `/ig/looks/${entry.enquiryId}`,
  subject: `${entry.subject.type} ${entry.subject.id}`,
  purpose: purposeWords(entry.purpose),
  outcome: `${outcomeWords(entry.outcome)}${entry.reasonCode === undefined ? '' : ` (${entry.reasonCode})`}`,
});

function pageHref(filter: LogFilter, page: number): string {
  const { page: _now, ...rest } = filter;
  return `/ig/log?${new URLSearchParams({ ...rest, page: String(page) }).toString()}`;
}

function filtersOf(query: Posted, errors: readonly FieldError[]): FieldView[] {
  const field = (name: string, label: string, width: number, hint?: string): FieldView =>
    textField({
      name,
      label,
      hint,
      classes: `govuk-input--width-${width}`,
      maxlength: 100,
      value: query.text(name),
      errors,
    });
  return [
    field('enquiryId', 'Enquiry id', 30),
    field(
      'personId',
      'Person id',
      30,
      'Finds also what was written under the ids that they had before they were matched',
    ),
    field('actorId', 'Worker id', 30),
    field('from', 'First day', 10, 'Such as 2026-11-03'),
    field('to', 'Last day', 10, 'Such as 2026-11-30'),
  ];
}

/** "Is the log whole, proven when?" Then its entries, the newest first. */
export function logView(
  checked: Checked,
  found: AuditEntries,
  { filter, query, errors }: { filter: LogFilter; query: Posted; errors: readonly FieldError[] },
  now: Date,
  named: Naming = NAMELESS,
): LogView {
  const { page, ...narrowed } = filter;
  return {
    heading: headingOf(checked),
    isBroken: checked.isThere && !checked.value.isIntact,
    proof: proofOf(checked, now),
    rows: found.entries.map((entry) => rowOf(entry, now, named)),
    filters: filtersOf(query, errors),
    isFiltered: Object.keys(narrowed).length > 0,
    ...(found.hasMore && { older: pageHref(filter, page + 1) }),
    ...(page > 1 && { newer: pageHref(filter, page - 1) }),
  };
}
