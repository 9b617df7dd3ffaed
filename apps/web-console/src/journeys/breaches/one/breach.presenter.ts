import { londonDateTime } from '@mash/clocks';
import type { BreachRecord } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import type { FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords } from '../../../presenters/clock-chip';
import { sealedWords } from '../../../presenters/sealed-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { NAMELESS, type Naming } from '../../../presenters/naming';
import { whoWords } from '../../governance/shared/who';
import { recallHeading } from '../../recalls/enquiry/enquiry-recalls.presenter';
import { noticesView, type NoticesView } from '../../recalls/shared/notices.presenter';
import { breachClock, type BreachClock } from '../list/breach-clock';
import { KIND_WORDS } from '../list/breaches.presenter';
import { BREACH_SAYS_WORDS, breachFields } from './breach.form';

export interface BreachView {
  readonly caption: string;
  readonly heading: string;
  readonly clock: BreachClock;
  /** It was no breach, as was found out since. */
  readonly caution: string | undefined;
  /** Why nothing is added in words. */
  readonly wordless: string | undefined;
  readonly rows: readonly SummaryRow[];
  /** Who saw it, told when, destroyed when. */
  readonly recall: NoticesView;
  readonly statements: readonly { readonly title: string; readonly words: string; readonly foot: string }[];
  readonly exportHref: string | undefined;
  readonly form: { readonly action: string; readonly fields: readonly FieldView[] } | undefined;
}

const ANSWERED = {
  undecided: 'Not decided',
  will_tell: 'Will be told',
  told: 'Told',
  need_not: 'Need not be told',
} as const;

const WORDLESS =
  'The enquiry was erased, and the words on this record with it. What you add has no words: write them outside this platform, and give the reference.';

/** "What happened, who must be told, by when, and what have we said so far?" */
export function breachView(
  record: BreachRecord,
  reader: { accountId: string; mayState: boolean; named?: Naming; now: Date },
  posted?: Posted,
  errors: readonly FieldError[] = [],
): BreachView {
  const { breachId, kind, enquiryReference, awareAt, awareBy, dueAt, people, ico, tellPeople, recall } = record;
  const { accountId, mayState, named, now } = reader;
  const isOpen = record.closedAt === undefined;
  const found = sealedWords('reported', record.reported, record.doesNotOpen);
  const action = `/ig/breaches/${breachId}`;
  const seen = noticesView(recall, { readerId: accountId, named: named ?? NAMELESS, now });
  return {
    caption: `Enquiry ${enquiryReference}`,
    heading: KIND_WORDS[kind],
    clock: breachClock(record, now),
    caution: cautionOf(record, now),
    rows: [
      { key: 'Became aware', value: `${londonDateTime(new Date(awareAt))}, ${whoWords(awareBy, accountId, named)}` },
      { key: 'Tell the Commissioner by', value: londonDateTime(new Date(dueAt)) },
      { key: 'Commissioner', value: ANSWERED[ico] },
      { key: 'The people', value: ANSWERED[tellPeople] },
      { key: 'People affected', value: String(people) },
      { key: 'Recall', value: seen.closed ?? recallHeading([recall]) },
      ...(found === undefined ? [] : [{ key: 'As it was found', value: found }]),
    ],
    recall: seen,
    statements: record.statements.map((one) => ({
      title: BREACH_SAYS_WORDS[one.says],
      words: sealedWords('words', one.words, one.doesNotOpen) ?? '',
      foot: [
        `${momentWords(new Date(one.madeAt), now)}, ${whoWords(one.madeBy, accountId, named)}`,
        ...(one.reference === undefined ? [] : [`reference ${one.reference}`]),
        ...(one.doneAt === undefined ? [] : [`told ${londonDateTime(new Date(one.doneAt))}`]),
      ].join('; '),
    })),
    exportHref: mayState ? `${action}/export.json` : undefined,
    wordless: mayState && isOpen && record.erased === true ? WORDLESS : undefined,
    form: mayState && isOpen ? { action, fields: breachFields(record, posted, errors) } : undefined,
  };
}

function cautionOf(
  { recall: { closedHow, closedAt, says }, closedAt: settledAt }: BreachRecord,
  now: Date,
): string | undefined {
  if (closedHow !== 'identity_confirmed' || closedAt === undefined || settledAt !== undefined) return undefined;
  const since = momentWords(new Date(closedAt), now);
  const what =
    says === 'wrong_recipient' ? 'it did not go to the wrong place after all' : 'it is about this person after all';
  return `It was said since, ${since}, that ${what}. Look again at whether anybody has to be told before you tell the Commissioner or the people.`;
}
