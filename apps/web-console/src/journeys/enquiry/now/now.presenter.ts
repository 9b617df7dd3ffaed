import { londonTime } from '@mash/clocks';
import type { EnquiryView, ObligationView } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { taskRow, type TaskRow } from '../../tasks/list/task-list.presenter';
import type { OpenEnquiry } from '../shared/enquiry-frame';
import { enquiryPath } from '../shared/enquiry-sections';
import { labelledClock, type LabelledClock } from '../shared/labelled-clock';
import { nextStepLink, type NextStepLink } from '../shared/next-step';
import { protectionStrips, type ProtectionStrip } from './receipts.presenter';
import { stepsDone, type StepItem } from './steps-done.presenter';

/** "Where is it, what is next?" */
export interface NowView {
  readonly heading: string;
  readonly next: NextStepLink;
  readonly strips: readonly ProtectionStrip[];
  readonly lookAgain: { readonly text: string; readonly href: string } | undefined;
  readonly warnings: readonly string[];
  readonly clocks: readonly (LabelledClock & { readonly notes: readonly string[] })[];
  readonly steps: readonly StepItem[];
  readonly earlier: readonly string[];
  /** What follows from sharing decisions and is still to be done; absent while sharing does not answer. */
  readonly tasks: readonly TaskRow[] | undefined;
}

const HEADINGS: Readonly<Record<EnquiryView['nextStep'], string>> = {
  screen: 'Next: find out who they are',
  rate: 'Next: say how urgent it is',
  send: 'Next: send the requests',
  chase: 'Next: chase a late answer',
  decide: 'Next: decide',
  look_again: 'Look again: something came after the decision',
  route: 'Next: hand it over',
  feedback: 'Next: tell the referrer',
  wait: 'Waiting for agencies to answer',
  done: 'Nothing is left to do',
};

/** Reasons of `DecisionFlagged`. */
const BECAUSE: Readonly<Record<string, string>> = {
  late_answer: 'an answer came',
  roster_changed: 'the household changed',
  case_returned: 'the receiving team sent it back',
};

/** "Decided 11:00; an answer came 13:40. Look again." */
function lookAgainOf({ reference, decisions }: EnquiryView, now: Date): NowView['lookAgain'] {
  const [decision] = [...decisions].sort((a, b) => b.version - a.version);
  const open = decision?.flags.filter(({ clearedAt }) => clearedAt === undefined) ?? [];
  const [flag] = [...open].sort((a, b) => b.at.localeCompare(a.at));
  if (decision === undefined || flag === undefined) return undefined;
  const what = `${BECAUSE[flag.because] ?? 'something changed'} ${londonTime(new Date(flag.at))}`;
  return {
    text: `Decided ${momentWords(new Date(decision.decidedAt), now)}; ${what}. Look again.`,
    href: enquiryPath(reference, '/picture'),
  };
}

function warningsOf({ enquiry, roster, names }: OpenEnquiry): string[] {
  const workers = (roster?.people ?? []).flatMap(({ personId, allocatedWorker }) =>
    allocatedWorker === undefined
      ? []
      : [`Open case: ${names.get(personId) ?? 'somebody'} has ${allocatedWorker.name}, ${allocatedWorker.team}.`],
  );
  const openCase =
    enquiry.openCase && workers.length === 0 ? ['Open case: a child here has an allocated worker.'] : workers;
  return [
    ...openCase,
    ...(enquiry.restricted ? ['Restricted: only named people see this enquiry.'] : []),
    ...(enquiry.rosterConfirmed ? [] : ['Nobody has confirmed yet who lives in the household.']),
    ...(roster === undefined ? ['The contacts service does not answer: names are missing on this page.'] : []),
  ];
}

function clockNotes({ basis, assumed, changed }: EnquiryView['clocks'][number], now: Date): string[] {
  return [
    basis === 'working' ? 'counted in working time' : 'counted by the wall clock',
    ...(assumed ? ['no source gives this time; the pack assumes it'] : []),
    ...(changed === undefined
      ? []
      : [
          `moved by a rating ${momentWords(new Date(changed.at), now)}; it was due ${momentWords(new Date(changed.fromDueAt), now)}`,
        ]),
  ];
}

function earlierContacts({ roster }: OpenEnquiry): string[] {
  return (roster?.people ?? [])
    .filter(({ contactsIn12Months }) => contactsIn12Months > 0)
    .map(
      ({ displayName, contactsIn6Months: six, contactsIn12Months: twelve }) =>
        `${displayName}: ${six} in 6 months, ${twelve} in 12 months`,
    );
}

export function nowView(open: OpenEnquiry, tasks: readonly ObligationView[] | 'not known' = []): NowView {
  const { enquiry, roster, now } = open;
  return {
    heading: HEADINGS[enquiry.nextStep],
    next: nextStepLink(enquiry),
    strips: protectionStrips(enquiry, now),
    lookAgain: lookAgainOf(enquiry, now),
    warnings: warningsOf(open),
    clocks: enquiry.clocks.map((clock) => ({ ...labelledClock(clock, now), notes: clockNotes(clock, now) })),
    steps: stepsDone(enquiry, roster, now),
    earlier: earlierContacts(open),
    tasks: tasks === 'not known' ? undefined : openTasks(tasks, now, open.names),
  };
}

const openTasks = (tasks: readonly ObligationView[], now: Date, names: OpenEnquiry['names']): TaskRow[] =>
  tasks.filter(({ state }) => state !== 'done').map((task) => taskRow(task, now, names));
