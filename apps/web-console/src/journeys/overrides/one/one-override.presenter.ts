import { durationWords } from '@mash/clocks';
import type { OverrideDetail } from '@mash/contracts';
import { radios, type FieldView } from '../../../forms/field-view';
import type { FieldError } from '../../../forms/field-error';
import { momentWords } from '../../../presenters/clock-chip';
import { sealedWords } from '../../../presenters/sealed-words';
import type { SummaryRow } from '../../../presenters/summary-row';
import { GROUND_WORDS, overrideSentence, STATE_WORDS, VERDICTS } from '../shared/override-words';
import type { StaffNamer } from '../shared/staff-names';

/** "On what ground, why, by whom; and is it explained?" Never the thing itself. */
export interface OneOverrideView {
  readonly heading: string;
  readonly rows: readonly SummaryRow[];
  readonly reason: readonly string[];
  readonly path: string;
  /** The second person's card: present for one who may confirm. */
  readonly confirm: { readonly lines: readonly string[]; readonly signInHref: string | undefined } | undefined;
  readonly judge: readonly FieldView[] | undefined;
}

const OUTCOMES = {
  PERMIT: 'It could go ahead',
  DENY: 'The rules still said no',
  REVIEW: 'Others have still to answer',
};

export function oneOverrideView(
  one: OverrideDetail,
  its: { name: StaffNamer; signInHref: string | undefined; errors: readonly FieldError[]; now: Date },
): OneOverrideView {
  const { name, now } = its;
  const at = (instant: string) => momentWords(new Date(instant), now);
  const struck = one.strikes.map(({ sentence }) => sentence).join(' ');
  const heading = `${STATE_WORDS[one.state]}: ${overrideSentence(one)}`;
  return {
    heading,
    path: `/overrides/${one.overrideId}`,
    rows: [
      ...(one.enquiryReference === undefined ? [] : [{ key: 'Enquiry', value: one.enquiryReference }]),
      { key: 'Ground', value: one.grounds.map((ground) => GROUND_WORDS[ground]).join('. ') },
      {
        key: 'What it sets aside',
        value: sealedWords('strikes', struck, one.doesNotOpen) || 'Cannot be read any more',
      },
      { key: 'Proposed by', value: `${name(one.proposedBy)}, ${at(one.proposedAt)}` },
      {
        key: 'Second person',
        value: one.secondPerson === undefined ? 'Nobody yet' : name(one.secondPerson),
        isGap: one.secondPerson === undefined,
      },
      ...(one.inForceAt === undefined ? [] : [{ key: 'In force', value: at(one.inForceAt) }]),
      ...(one.outcome === undefined ? [] : [{ key: 'Outcome', value: OUTCOMES[one.outcome] }]),
      ...(one.state === 'in_force'
        ? [
            {
              key: 'Holder',
              value:
                one.holderSeenAt === undefined
                  ? 'Told; nobody there has seen it yet'
                  : `Has seen it ${at(one.holderSeenAt)}`,
              isGap: one.holderSeenAt === undefined,
            },
          ]
        : []),
      ...reviewRows(one, name, now),
    ],
    reason: sealedWords('reason', one.reason, one.doesNotOpen)?.split('\n') ?? [
      'The keys of this enquiry are destroyed: the reason cannot be read any more.',
    ],
    confirm: one.mayConfirm ? { lines: confirmLines(one, name), signInHref: its.signInHref } : undefined,
    judge: one.mayJudge
      ? [
          radios({
            name: 'verdict',
            label: 'What do you think of it?',
            options: VERDICTS,
            value: undefined,
            errors: its.errors,
          }),
        ]
      : undefined,
  };
}

function reviewRows(one: OverrideDetail, name: StaffNamer, now: Date): SummaryRow[] {
  const said = one.judgements.map(
    ({ verdict, by, at }) =>
      `${VERDICTS.find(({ value }) => value === verdict)?.text ?? verdict}, ${name(by)}, ${momentWords(new Date(at), now)}`,
  );
  if (said.length > 0) return [{ key: 'Information governance', value: said.join('. ') }];
  if (one.igDueAt === undefined) return [];
  const left = Date.parse(one.igDueAt) - now.getTime();
  const words = left < 0 ? `${durationWords(-left, 'up')} late` : `due ${momentWords(new Date(one.igDueAt), now)}`;
  return [{ key: 'Information governance', value: `Has not looked yet, ${words}`, isGap: true }];
}

const confirmLines = (one: OverrideDetail, name: StaffNamer): string[] => [
  `${name(one.proposedBy)} wants to set this aside. You are the second person: it takes effect with your yes.`,
  'It covers this one thing and this one recipient. The holder is told at once.',
];
