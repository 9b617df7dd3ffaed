import type { RecordContact } from '@mash/contracts';
import type { Fault } from './fault';

/** Words that belong to no statement of their own, or are sealed to another key than the concern, could never be read again: nothing is kept. */
export function consentWordsFaults({ consents, sealed }: Pick<RecordContact, 'consents' | 'sealed'>): Fault[] {
  const seen = new Set<string>();
  return consents.flatMap(({ statementId, sealedWords }, index): Fault[] => {
    const says = (field: string, code: string, message: string): Fault[] => [
      { field: `consents.${index}.${field}`, code, message },
    ];
    if (statementId === undefined)
      return sealedWords === undefined
        ? []
        : says('statementId', 'INTAKE.STATEMENT_NOT_NAMED', 'Sealed words name the statement that they belong to');
    const isTwice = seen.has(statementId);
    seen.add(statementId);
    if (isTwice) return says('statementId', 'INTAKE.STATEMENT_TWICE', 'Two statements have the same id');
    return sealedWords !== undefined && sealedWords.kid !== sealed.kid
      ? says('sealedWords', 'INTAKE.WORDS_OF_ANOTHER_KEY', 'Seal the words to the key of the concern')
      : [];
  });
}
