import type { BreachRecord, BreachSummary, ExportedBreach } from '@mash/contracts';
import type { BreachRow, BreachStatementRow } from '../../breaches/breach.repository';
import type { ReadReason } from '../../governance/written-reason';
import { breachStands, toldBy } from '../../domain/breaches/breach-stands';

export function breachSummary(
  row: BreachRow,
  statements: readonly BreachStatementRow[],
  its: { enquiryReference: string; now: Date },
): BreachSummary {
  const { breachId, enquiryId, kind, personIds, awareBy, awareAt, dueAt } = row;
  const { closedAt, ...stands } = breachStands(statements, dueAt, its.now);
  return {
    ...{ breachId, enquiryId, enquiryReference: its.enquiryReference, kind, people: personIds.length, awareBy },
    ...{ awareAt: awareAt.toISOString(), dueAt: dueAt.toISOString(), ...stands },
    ...(closedAt && { closedAt: closedAt.toISOString() }),
  };
}

export const statementView = (
  row: BreachStatementRow,
  said: ReadReason | undefined,
): BreachRecord['statements'][number] => ({
  ...{ statementId: row.statementId, says: row.says, madeBy: row.madeBy, madeAt: row.madeAt.toISOString() },
  ...(row.reference !== null && { reference: row.reference }),
  ...(row.doneAt !== null && { doneAt: row.doneAt.toISOString() }),
  ...(said?.words !== undefined && { words: said.words }),
  ...(said?.doesNotOpen && { doesNotOpen: ['words' as const] }),
});

const KIND_WORDS = {
  wrong_person: 'Personal data about the wrong person was shown or sent',
  wrong_recipient: 'Personal data were shown or sent to the wrong recipient',
} as const;

const DOES_NOT_OPEN = 'Does not open: reported.';
/** Left out without a word, it would read as if nobody had said it. */
const wordsIn = ({ says, words, doesNotOpen, reference }: BreachRecord['statements'][number]): string[] => {
  if (doesNotOpen) return [DOES_NOT_OPEN];
  if (words !== undefined) return [words];
  return reference === undefined || says === 'ico_told' ? [] : [`Written outside this platform: ${reference}`];
};

/** The record in the order of the Information Commissioner's form for personal data breaches (UK GDPR article 33(3)). */
export function exportedBreach(record: BreachRecord, exportedAt: Date): ExportedBreach {
  const { breachId, enquiryReference, statements, recall, reported } = record;
  const wordsOf = (...says: string[]) => statements.filter((one) => says.includes(one.says)).flatMap(wordsIn);
  const told = toldBy(statements);
  const [delay] = record.toldLate && told ? wordsIn(told) : [];
  return {
    form: 'personal-data-breach-report',
    ...{ breachId, enquiryReference, exportedAt: exportedAt.toISOString() },
    aboutTheBreach: {
      kind: KIND_WORDS[record.kind],
      whatHappened: [
        ...(record.doesNotOpen ? [DOES_NOT_OPEN] : []),
        ...(reported === undefined ? [] : [reported]),
        ...wordsOf('what_happened'),
      ],
      ...{ becameAwareAt: record.awareAt, notifyBy: record.dueAt },
      ...(told?.doneAt !== undefined && { notifiedAt: told.doneAt }),
      ...(told?.reference !== undefined && { reference: told.reference }),
      ...(delay !== undefined && { reasonsForDelay: delay }),
    },
    people: {
      approximateNumber: record.people,
      told: record.tellPeople,
      reasons: wordsOf('people_will_tell', 'people_told', 'people_need_not'),
    },
    likelyConsequences: wordsOf('consequences'),
    measures: wordsOf('measures'),
    recall: {
      ...{ openedAt: recall.openedAt, recipients: recall.notices.length },
      destructionConfirmed: recall.notices.filter(({ destroyedAt }) => destroyedAt !== undefined).length,
      ...(recall.closedAt !== undefined && { closedAt: recall.closedAt }),
      ...(recall.closedHow !== undefined && { closedHow: recall.closedHow }),
    },
    decision: { notify: record.ico, reasons: wordsOf('ico_will_tell', 'ico_told', 'ico_need_not') },
  };
}
