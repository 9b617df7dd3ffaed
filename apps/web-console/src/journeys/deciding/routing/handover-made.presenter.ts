import type { OutwardProductMade, ReleaserCode } from '@mash/contracts';
import type { z } from 'zod';
import { momentWords } from '../../../presenters/clock-chip';
import { enquiryPath } from '../../enquiry/shared';
import type { ReleasedChoice } from './released-choice';
import type { TeamToRoute } from './teams-to-route';

/** What `sharing` made of the handover: what is in, what is not and why. It has not gone yet. */
export interface HandoverMadeView {
  readonly heading: string;
  readonly goesOut: string;
  /** Where an override lets items go alone: why the words do not, and what to do. */
  readonly alone: readonly string[];
  readonly included: readonly string[];
  /** `overrideHref`: where a manager who did not ask may set the refusal aside. */
  readonly leftOut: readonly { readonly item: string; readonly because: string; readonly overrideHref?: string }[];
  /** What waited for this team until now. */
  readonly takenBack: string | undefined;
  /** Why it waits, for whom and until when; and what becomes of it. */
  readonly waits: readonly string[];
  readonly team: string;
  readonly toAgencyId: string;
  readonly productId: string;
  /** Whose case goes with it. */
  readonly personIds: readonly string[];
  readonly sendText: string;
  readonly action: string;
  readonly againHref: string;
}

type Made = z.infer<typeof OutwardProductMade>;

const itemWords = (itemId: string, choices: readonly ReleasedChoice[]): string =>
  choices.find((choice) => choice.itemId === itemId)?.label ?? 'An item';

const RELEASERS: Readonly<Record<ReleaserCode, string>> = {
  holder: 'the agency whose information it is',
  holder_safeguarding_lead: 'the safeguarding lead of the agency whose information it is',
  hub_manager: 'another hub manager',
  legal: 'legal advice',
  adoption_agency: 'the adoption agency',
  ig: 'an information governance officer',
};

function headingOf({ state, leftOut, wordsLeftOut }: Made): string {
  if (wordsLeftOut !== undefined) return 'Check what goes out: your words do not';
  if (state === 'waiting_review') return 'Somebody else has to let this go first';
  return leftOut.length === 0 ? 'Check what goes out' : `Check what goes out: ${leftOut.length} left out`;
}

function waitsOf({ state, reason, waitsFor = [], dueAt }: Made, team: TeamToRoute, now: Date): string[] {
  if (state !== 'waiting_review') return [];
  const whom = waitsFor.map((code) => RELEASERS[code]).join(' and ') || 'somebody else';
  const due = dueAt === undefined ? '' : `, due ${momentWords(new Date(dueAt), now)}`;
  return [
    ...(reason === undefined ? [] : [reason.sentence]),
    `It waits for ${whom}${due}. You cannot let it go yourself: you asked for it.`,
    `Nothing has been sent. If you send it now, it goes to ${team.name} by itself once it is let go; if the answer is no, the case comes back to you.`,
    'If a child is in danger now, do not wait for this: press “Immediate protection”.',
  ];
}

/** The children of the team whom it is about: the case of nobody else goes with it. */
const goingWith = ({ personIds: about }: Made, { personIds }: TeamToRoute): string[] =>
  personIds.filter((personId) => about?.includes(personId) ?? true);

function aloneOf(made: Made, team: TeamToRoute): string[] {
  const { wordsLeftOut } = made;
  if (wordsLeftOut === undefined) return [];
  const { name, personIds } = team;
  const going = goingWith(made, team).length;
  return [
    ...(going < personIds.length
      ? [`The case goes for ${going} of ${personIds.length} children: nothing goes to ${name} about the others.`]
      : []),
    `Your words and the names do not go. ${wordsLeftOut.sentence}`,
    `What an override lets go goes to ${name} alone: nobody there reads what you wrote, and it names nobody. What you wrote is not kept.`,
    'If a child is in danger now, do not wait for this: press “Immediate protection”.',
  ];
}

const takenBackWords = ({ name }: TeamToRoute): string =>
  `The handover to ${name} that waited is taken back, and never goes. Nothing of this one is on its way to ${name} until you send it.`;

export function handoverMadeView(
  made: Made,
  given: {
    reference: string;
    team: TeamToRoute;
    toAgencyId: string;
    choices: readonly ReleasedChoice[];
    now: Date;
  },
): HandoverMadeView {
  const { reference, team, toAgencyId, choices, now } = given;
  return {
    heading: headingOf(made),
    goesOut: made.wordsLeftOut === undefined ? 'Goes out, with your words' : 'Goes out, without your words',
    alone: aloneOf(made, team),
    included: made.included.map((itemId) => itemWords(itemId, choices)),
    leftOut: made.leftOut.map(({ itemId, sentence, dueAt, sharingDecisionId }) => ({
      item: itemWords(itemId, choices),
      because: dueAt === undefined ? sentence : `${sentence} Asked, due ${momentWords(new Date(dueAt), now)}.`,
      ...(sharingDecisionId !== undefined && { overrideHref: `/overrides/of/${sharingDecisionId}` }),
    })),
    takenBack: made.takesBack === true ? takenBackWords(team) : undefined,
    waits: waitsOf(made, team, now),
    team: team.team,
    toAgencyId,
    productId: made.productId,
    personIds: goingWith(made, team),
    sendText: made.state === 'made' ? `Send to ${team.name}` : `Send to ${team.name} once it is let go`,
    action: enquiryPath(reference, '/route'),
    againHref: enquiryPath(reference, `/route?team=${team.team}`),
  };
}
