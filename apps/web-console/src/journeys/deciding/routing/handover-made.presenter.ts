import type { OutwardProductMade } from '@mash/contracts';
import type { z } from 'zod';
import { momentWords } from '../../../presenters/clock-chip';
import { enquiryPath } from '../../enquiry/shared';
import type { ReleasedChoice } from './released-choice';
import type { TeamToRoute } from './teams-to-route';

/** What `sharing` made of the handover: what is in, what is not and why. It has not gone yet. */
export interface HandoverMadeView {
  readonly heading: string;
  readonly included: readonly string[];
  readonly leftOut: readonly { readonly item: string; readonly because: string }[];
  readonly waits: string | undefined;
  readonly mayBeSent: boolean;
  readonly team: string;
  readonly toAgencyId: string;
  readonly productId: string;
  readonly sendText: string;
  readonly action: string;
  readonly againHref: string;
}

type Made = z.infer<typeof OutwardProductMade>;

const itemWords = (itemId: string, choices: readonly ReleasedChoice[]): string =>
  choices.find((choice) => choice.itemId === itemId)?.label ?? 'An item';

function headingOf({ state, leftOut }: Made): string {
  if (state === 'waiting_review') return 'A human has to release this first';
  return leftOut.length === 0 ? 'Check what goes out' : `Check what goes out: ${leftOut.length} left out`;
}

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
    included: made.included.map((itemId) => itemWords(itemId, choices)),
    leftOut: made.leftOut.map(({ itemId, sentence, dueAt }) => ({
      item: itemWords(itemId, choices),
      because: dueAt === undefined ? sentence : `${sentence} Asked, due ${momentWords(new Date(dueAt), now)}.`,
    })),
    waits:
      made.state === 'waiting_review'
        ? (made.reason?.sentence ?? 'Somebody else has to release it. Nothing has been sent.')
        : undefined,
    mayBeSent: made.state === 'made',
    team: team.team,
    toAgencyId,
    productId: made.productId,
    sendText: `Send to ${team.name}`,
    action: enquiryPath(reference, '/route'),
    againHref: enquiryPath(reference, `/route?team=${team.team}`),
  };
}
