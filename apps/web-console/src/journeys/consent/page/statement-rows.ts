import { londonDate } from '@mash/clocks';
import type { ConsentView, ConsentWords } from '@mash/contracts';
import { agencyWords } from '../../../presenters/agency-words';
import { momentWords } from '../../../presenters/clock-chip';
import { purposeWords } from '../../../presenters/purpose-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { GROUNDS, giverWords, HOWS } from '../shared/consent-words';

export interface StatementsShown {
  readonly words: ReadonlyMap<string, ConsentWords>;
  readonly names: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** A door need not say everything: what it left out is as loud as what it said. */
const NOT_SAID = 'Not said';

/** A day is what people say: the hour is when somebody typed it, unless it was the same day. */
export const whenWords = (iso: string, now: Date): string => {
  const at = new Date(iso);
  return londonDate(at) === londonDate(now) ? momentWords(at, now) : londonDate(at);
};

/** Words of a part that is sealed: what it says, that nobody said it, or that it cannot be read now. */
function sealedRow(
  key: string,
  said: string | undefined,
  { sealed }: ConsentView,
  words: ConsentWords | undefined,
): SummaryRow {
  if (said !== undefined && said !== '') return { key, value: said };
  const isShut = sealed !== undefined && words === undefined;
  return { key, value: isShut ? 'Sealed: it cannot be shown now' : NOT_SAID, isGap: true };
}

const onlyRows = ({ bodies, purposes }: ConsentView): SummaryRow[] => [
  ...(bodies.length === 0 ? [] : [{ key: 'Only for', value: bodies.map(agencyWords).join(', ') }]),
  ...(purposes.length === 0 ? [] : [{ key: 'For this purpose only', value: purposes.map(purposeWords).join(', ') }]),
];

/** Who said it, how, when, what they had been told, what shows it and what it is limited to. A yes that lacks one of them shows a gap. */
export function statementRows(statement: ConsentView, { words: all, names, now }: StatementsShown): SummaryRow[] {
  const { state, how, ground, statedAt, givenBy } = statement;
  const words = all.get(statement.statementId);
  const isAsked = state !== 'not_sought' && state !== 'unknown';
  const isYes = state === 'given';
  const evidence = [words?.evidence, words?.reference].filter((part) => part !== undefined).join('\n');
  const who = givenBy === 'not_applicable' ? `${NOT_SAID} who` : giverWords(statement, names);
  return [
    isAsked
      ? { key: 'Who said it', value: who, isGap: givenBy === 'not_applicable' }
      : { key: 'Who said it', value: 'Nobody: nobody was asked' },
    { key: 'When', value: whenWords(statedAt, now) },
    ...(isAsked
      ? [{ key: 'How', value: HOWS.find(({ value }) => value === how)?.text ?? NOT_SAID, isGap: how === undefined }]
      : []),
    ...(ground === undefined ? [] : [{ key: 'Why nobody asked', value: GROUNDS[ground] ?? ground }]),
    ...(words?.ground === undefined ? [] : [{ key: 'In their own words', value: words.ground }]),
    ...(isYes || words?.told !== undefined ? [sealedRow('They were told', words?.told, statement, words)] : []),
    ...(isYes || evidence !== '' ? [sealedRow('Evidence', evidence, statement, words)] : []),
    ...onlyRows(statement),
  ];
}
