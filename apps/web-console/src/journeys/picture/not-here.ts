import type { Released, SealedAnswer } from '@mash/contracts';
import { agencyWords } from '../../presenters/agency-words';
import { momentWords } from '../../presenters/clock-chip';

export interface Answered {
  readonly released: Released;
  /** Whose envelopes they are: what could not be opened is said of its agency. */
  readonly agencyOfEnvelope: ReadonlyMap<string, string>;
  /** Answers that came in and are not checked yet. */
  readonly unchecked?: readonly Pick<SealedAnswer, 'agencyName' | 'receivedAt'>[];
}

/** What was answered and is not among what is shown: it did not open, lies there no more, or is not checked yet. As loud as a fact. */
export const notHereLines = (its: Answered, now: Date): string[] => [
  ...unopenedLines(its),
  ...goneLines(its.released),
  ...uncheckedLines(its, now),
];

/** Copied, relabelled or wrongly keyed: said aloud, never left out quietly. */
function unopenedLines({ released, agencyOfEnvelope }: Answered): string[] {
  const agencies = released.refused.map(({ envelopeId }) => agencyOfEnvelope.get(envelopeId));
  return [...new Set(agencies)].map((agencyId) =>
    agencyId === undefined
      ? 'The concern could not be opened. Tell the service desk.'
      : `${agencyWords(agencyId)}: something they sent could not be opened. Ask them to send it again.`,
  );
}

/** Accepted, and deleted since: the hub would decide as if nobody had said anything. */
const goneLines = ({ missing = [] }: Released): string[] =>
  [...new Set(missing.map(({ agencyId }) => agencyId))].map(
    (agencyId) =>
      `${agencyWords(agencyId)}: an answer of theirs that was accepted is not there any more, and nothing of it is here. Ask them what they answered, and tell the service desk.`,
  );

const uncheckedLines = ({ unchecked = [] }: Answered, now: Date): string[] =>
  unchecked.map(
    ({ agencyName, receivedAt }) =>
      `${agencyName}: an answer came in ${momentWords(new Date(receivedAt), now)} and is being checked. Nothing of it is here yet.`,
  );
