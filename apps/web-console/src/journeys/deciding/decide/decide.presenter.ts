import type { AgencyRequest, NotNamedRequest } from '@mash/contracts';
import type { FieldError } from '../../../forms/field-error';
import { radios, textArea, textField, tickBox, type FieldView } from '../../../forms/field-view';
import type { Posted } from '../../../forms/posted';
import { momentWords } from '../../../presenters/clock-chip';
import type { CoverageCard } from '../../../presenters/coverage-card';
import { isSilent, notNamedCards } from '../../../presenters/not-named';
import type { OpenEnquiry } from '../../enquiry/shared';
import { enquiryPath } from '../../enquiry/shared';
import { agencyStanding, isUnanswered } from '../shared/agency-standing';
import { packOf } from '../shared/pack-of';
import type { AskedToDecide } from './decide.form';
import { STRATEGY, thresholdWords, VIEWS, WHO_TELLS } from './decision-words';

/** "What happens for each child, why?" Evidence left, the judgement right. Nothing is preselected. */
export interface DecideView {
  readonly heading: string;
  readonly cards: readonly CoverageCard[];
  readonly pictureHref: string;
  readonly threshold: { readonly level: string; readonly grounds: string; readonly when: string } | undefined;
  readonly views: readonly FieldView[];
  readonly silences: readonly FieldView[];
  readonly children: readonly { readonly name: string; readonly fields: readonly FieldView[] }[];
  readonly rationale: readonly FieldView[];
  readonly choices: readonly FieldView[];
  readonly versions: { readonly expected: number; readonly roster: number };
  readonly action: string;
  readonly cannot: string | undefined;
}

export interface DecideGiven {
  readonly open: OpenEnquiry;
  readonly requests: readonly AgencyRequest[];
  /** Of agencies that the reader may not know were asked. */
  readonly notNamed?: readonly NotNamedRequest[];
  readonly asked: AskedToDecide;
  readonly posted?: Posted | undefined;
  readonly errors?: readonly FieldError[];
  /** Somebody decided, or the roster changed, since the page was opened: what was typed now stands beside what is new. */
  readonly isOutdated?: boolean;
}

function headingOf({ requests, notNamed = [] }: DecideGiven): string {
  const silent = requests.filter(isUnanswered).length + notNamed.filter(isSilent).length;
  const asked = [
    ...requests.filter(({ issuedAt }) => issuedAt !== undefined),
    ...notNamed.filter(({ issued }) => issued),
  ].length;
  if (asked === 0) return 'Decide: nobody has been asked';
  if (silent === 0) return 'Decide: everybody asked has answered';
  return `Decide: ${silent} of ${asked} ${silent === 1 ? 'has' : 'have'} not answered`;
}

function thresholdOf({ enquiry, now }: OpenEnquiry): DecideView['threshold'] {
  const newest = [...enquiry.thresholds].sort((a, b) => b.version - a.version)[0];
  return (
    newest && {
      level: thresholdWords(newest.level),
      grounds: newest.grounds.map((ground) => ground.replaceAll('_', ' ')).join(', '),
      when: momentWords(new Date(newest.judgedAt), now),
    }
  );
}

function childFields({ open, asked, posted, errors = [] }: DecideGiven): DecideView['children'] {
  const options = packOf(open.enquiry).outcomes.map(({ code, label }) => ({ value: code, text: label }));
  return asked.children.map(({ personId, name }) => ({
    name,
    fields: [
      radios({
        name: `outcome-${personId}`,
        label: `What happens for ${name}?`,
        options,
        value: posted?.text(`outcome-${personId}`),
        errors,
      }),
      textField({
        name: `reason-${personId}`,
        label: `Reason for ${name}`,
        hint: 'Needed where nothing further is done',
        maxlength: 1_000,
        value: posted?.text(`reason-${personId}`),
        errors,
      }),
    ],
  }));
}

function rationaleFields({ posted, errors = [] }: DecideGiven): FieldView[] {
  const box = (name: string, label: string, hint?: string): FieldView =>
    textArea({ name, label, hint, rows: 5, maxlength: 8_000, value: posted?.text(name), errors });
  return [
    box('worried', 'What are we worried about?', 'Sealed: only those who may see the hub’s reasons can open it'),
    box('workingWell', 'What is working well?'),
    box('needsToHappen', 'What needs to happen?'),
  ];
}

function choiceFields({ posted, errors = [] }: DecideGiven): FieldView[] {
  return [
    radios({
      name: 'strategy',
      label: 'Strategy discussion',
      options: STRATEGY,
      value: posted?.text('strategy'),
      errors,
    }),
    textField({
      name: 'strategyReason',
      label: 'Why it was considered and not held',
      maxlength: 2_000,
      value: posted?.text('strategyReason'),
      errors,
    }),
    radios({
      name: 'whoTellsFamily',
      label: 'Who tells the family?',
      options: WHO_TELLS,
      value: posted?.text('whoTellsFamily'),
      errors,
    }),
  ];
}

function seen(given: DecideGiven): DecideView['versions'] {
  const { posted, asked, isOutdated = false } = given;
  const was = (name: string, now: number): number => (isOutdated ? now : Number(posted?.optional(name) ?? now));
  return {
    expected: was('expectedVersion', asked.expectedVersion),
    roster: was('rosterVersion', asked.rosterVersion),
  };
}

export function decideView(given: DecideGiven): DecideView {
  const { open, requests, asked, posted, errors = [] } = given;
  return {
    heading: headingOf(given),
    cards: [...requests.map((request) => agencyStanding(request, open.now)), ...notNamedCards(given.notNamed ?? [])],
    pictureHref: enquiryPath(open.reference, '/picture'),
    threshold: thresholdOf(open),
    views: asked.agencies.map(({ agencyId, agencyName }) =>
      radios({
        name: `view-${agencyId}`,
        label: agencyName,
        options: VIEWS,
        value: posted?.text(`view-${agencyId}`),
        inline: true,
        errors,
      }),
    ),
    silences: asked.unanswered.map(({ requestId, agencyName }) =>
      tickBox({
        name: `confirm-${requestId}`,
        label: `I decide without an answer from ${agencyName}`,
        ticked: posted?.ticked(`confirm-${requestId}`) ?? false,
        errors,
      }),
    ),
    children: childFields(given),
    rationale: rationaleFields(given),
    choices: choiceFields(given),
    versions: seen(given),
    action: enquiryPath(open.reference, '/decide'),
    cannot: asked.children.length === 0 ? 'No child is on the roster. Complete the household first.' : undefined,
  };
}
