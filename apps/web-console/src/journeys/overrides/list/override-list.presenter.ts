import { durationWords } from '@mash/clocks';
import type { OverrideView } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { GROUND_WORDS, overrideSentence, STATE_WORDS, VERDICTS } from '../shared/override-words';
import type { StaffNamer } from '../shared/staff-names';

export interface OverrideRow {
  readonly href: string;
  readonly what: string;
  readonly when: string;
  readonly who: string;
  readonly ground: string;
  readonly state: string;
  readonly judged: string;
  readonly isLate: boolean;
}

/** "Who set what aside, on which ground, and have we looked?" What waits for the reader first, then the oldest. */
export interface OverrideListView {
  readonly heading: string;
  readonly rows: readonly OverrideRow[];
}

const isSettled = ({ judgements }: OverrideView): boolean =>
  judgements.some(({ verdict }) => verdict !== 'ask_manager');
const waitsFor = (one: OverrideView): boolean => one.mayConfirm || (one.mayJudge && !isSettled(one));

function judgedWords({ judgements, igDueAt, state }: OverrideView, now: Date): { judged: string; isLate: boolean } {
  const last = judgements.at(-1);
  const over = igDueAt === undefined ? -1 : now.getTime() - Date.parse(igDueAt);
  const isLate = state === 'in_force' && over > 0;
  if (last !== undefined)
    return { judged: VERDICTS.find(({ value }) => value === last.verdict)?.text ?? last.verdict, isLate };
  if (state !== 'in_force' || igDueAt === undefined) return { judged: '', isLate: false };
  return {
    judged: isLate
      ? `Not looked at, ${durationWords(over, 'up')} late`
      : `To look at by ${momentWords(new Date(igDueAt), now)}`,
    isLate,
  };
}

export function overrideListView(all: readonly OverrideView[], name: StaffNamer, now: Date): OverrideListView {
  const waiting = all.filter(waitsFor).length;
  const ordered = [...all].sort(
    (a, b) => Number(waitsFor(b)) - Number(waitsFor(a)) || a.proposedAt.localeCompare(b.proposedAt),
  );
  return {
    heading:
      all.length === 0
        ? 'Nobody has overridden anything'
        : waiting === 0
          ? 'No override waits for you'
          : `${waiting} ${waiting === 1 ? 'override waits' : 'overrides wait'} for you`,
    rows: ordered.map((one) => ({
      href: `/overrides/${one.overrideId}`,
      what: `${overrideSentence(one)}${one.enquiryReference === undefined ? '' : ` (${one.enquiryReference})`}`,
      when: momentWords(new Date(one.proposedAt), now),
      who:
        one.secondPerson === undefined
          ? name(one.proposedBy)
          : `${name(one.proposedBy)}, with ${name(one.secondPerson)}`,
      ground: one.grounds.map((ground) => GROUND_WORDS[ground]).join('. '),
      state: STATE_WORDS[one.state],
      ...judgedWords(one, now),
    })),
  };
}
