import type { EnquiryView, Roster } from '@mash/contracts';
import { momentWords } from '../../../presenters/clock-chip';
import { letterState, toldOf, type Told } from '../../deciding/shared/told-of';
import { enquiryPath } from '../shared/enquiry-sections';

/** An item of `govukTaskList`. */
export interface StepItem {
  readonly title: { readonly text: string };
  readonly hint?: { readonly text: string };
  readonly href: string;
  readonly status: object;
}

const DONE = { text: 'Done' };
const NOT_YET = { tag: { text: 'Not yet', classes: 'govuk-tag--grey' } };
const PARTLY = { tag: { text: 'Partly', classes: 'govuk-tag--yellow' } };

const newest = <Row extends { version: number }>(rows: readonly Row[]): Row | undefined =>
  [...rows].sort((a, b) => b.version - a.version)[0];

/** The steps of the main job with what was done when. */
export function stepsDone(enquiry: EnquiryView, roster: Roster | undefined, now: Date): StepItem[] {
  const at = (instant: string): string => momentWords(new Date(instant), now);
  const [rating, decision] = [newest(enquiry.ratings), newest(enquiry.decisions)];
  const item = (text: string, path: string, hint: string | undefined, status: object): StepItem => ({
    title: { text },
    ...(hint !== undefined && { hint: { text: hint } }),
    href: enquiryPath(enquiry.reference, path),
    status,
  });
  const routedHint = ({ routedAt, state, notGone }: EnquiryView['routes'][number]): string =>
    `${at(routedAt)}: ${notGone === true ? 'nothing has been sent' : state}`;
  const done = (isDone: boolean): object => (isDone ? DONE : NOT_YET);
  const { asked, answered } = enquiry;
  const answers = asked === 0 ? NOT_YET : answered === asked ? DONE : PARTLY;
  const routed = enquiry.routes.at(-1);
  const told = decision && toldOrNot(enquiry, decision);
  const telling = told && toldStep(told, at);
  return [
    item('Contact received', '/contact', at(enquiry.receivedAt), DONE),
    item('Screened', '/people', screenedHint(enquiry, roster, now), done(enquiry.rosterConfirmed)),
    item('Rated', '/rate', rating && at(rating.ratedAt), done(rating !== undefined)),
    item(
      'Asked',
      '/asks',
      asked === 0 ? undefined : `${asked} ${asked === 1 ? 'request' : 'requests'}`,
      done(asked > 0),
    ),
    item('Answered', '/picture', asked === 0 ? undefined : `${answered} of ${asked}`, answers),
    item('Decided', '/decision', decision && at(decision.decidedAt), done(decision !== undefined)),
    item(
      'Handed over',
      '/decision',
      routed && routedHint(routed),
      routed?.notGone ? PARTLY : done(routed !== undefined),
    ),
    item('Referrer told', '/decision', telling?.hint, telling?.status ?? NOT_YET),
  ];
}

/** Of this decision, whatever was told of an earlier one: also a letter that does not go, as long as nothing came after it. */
const toldOrNot = (enquiry: EnquiryView, decision: EnquiryView['decisions'][number]): Told | undefined =>
  toldOf(decision, enquiry) ?? enquiry.feedback.filter(({ sentAt }) => sentAt >= decision.decidedAt).at(-1);

/** Done only where the referrer was told, or is to be told nothing. */
function toldStep(told: Told, at: (instant: string) => string): { readonly hint: string; readonly status: object } {
  const state = letterState(told);
  switch (state.is) {
    case 'withheld':
      return { hint: at(told.sentAt), status: DONE };
    case 'delivered':
      return {
        hint: state.by === 'email' ? at(state.at) : `${state.words}, ${at(state.at)}`,
        status: state.by === 'telephone_task' ? PARTLY : DONE,
      };
    case 'on_its_way':
      return { hint: `Written ${at(told.sentAt)}, not delivered yet`, status: PARTLY };
    case 'held':
      return { hint: 'HOLD: nothing has been sent', status: PARTLY };
    case 'refused':
      return { hint: 'Not let go: nothing has been sent', status: PARTLY };
    case 'overtaken':
      return { hint: 'Did not go: nothing has been sent', status: PARTLY };
  }
}

function screenedHint(enquiry: EnquiryView, roster: Roster | undefined, now: Date): string | undefined {
  if (roster?.confirmedAt !== undefined) return `Roster confirmed ${momentWords(new Date(roster.confirmedAt), now)}`;
  return enquiry.rosterConfirmed ? 'Roster confirmed' : undefined;
}
