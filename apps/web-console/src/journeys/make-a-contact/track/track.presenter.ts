import type { ContactSummary } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';

/** "What happened?": four stages, each with its time or what is promised. */
export interface TrackView {
  readonly reference: string;
  readonly heading: string;
  readonly stages: readonly {
    readonly title: { text: string };
    readonly hint: { text: string };
    readonly status: object;
  }[];
  readonly letterHref: string | undefined;
  readonly addAction: string | undefined;
}

const done = { text: 'Done' };
const waiting = { tag: { text: 'Not yet', classes: 'govuk-tag--grey' } };

type Acknowledged = ContactSummary['acknowledged'][number];

const TOLD: Readonly<Record<Acknowledged['method'], string>> = {
  email: 'By email',
  telephone_task: 'The hub rings you',
  none: 'The hub could not tell you, and has recorded why',
};

/** @param mayAdd its referrer may; a contact officer only looks */
export function trackView(contact: ContactSummary, now: Date, mayAdd: boolean): TrackView {
  const outcome = contact.acknowledged.find(({ kind }) => kind === 'outcome');
  const receipt = contact.acknowledged.find(({ kind }) => kind === 'receipt');
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const stage = (title: string, hint: string, isDone: boolean) => ({
    title: { text: title },
    hint: { text: hint },
    status: isDone ? done : waiting,
  });
  return {
    reference: contact.reference,
    heading: outcome === undefined ? 'The hub is looking at your concern' : 'The hub has decided',
    stages: [
      stage('Received', at(contact.receivedAt), true),
      stage(
        'Being looked at',
        receipt === undefined ? 'Waiting to be opened' : `Acknowledged ${at(receipt.at)}`,
        receipt !== undefined,
      ),
      stage('Decided', outcome === undefined ? promise(contact) : `By ${at(outcome.at)}`, outcome !== undefined),
      stage(
        'Told',
        outcome === undefined ? 'You are told after the decision' : `${TOLD[outcome.method]}, ${at(outcome.at)}`,
        outcome !== undefined,
      ),
    ],
    letterHref: outcome?.letterId === undefined ? undefined : `/contacts/${contact.reference}/letter`,
    addAction: mayAdd ? `/contacts/${contact.reference}/add` : undefined,
  };
}

const promise = ({ urgent }: ContactSummary): string =>
  urgent ? 'As soon as somebody can: it is marked urgent' : 'Within one working day of receipt';
