import type { PersonActor } from '@mash/authorisation';
import type { Release } from '@mash/contracts';
import { CodedError } from '@mash/service-host';
import type { Audience } from '../domain/decision';
import { isHubStaff, isWithinHub } from '../domain/release/audiences';
import { purposeOfTelling, purposeOfWork } from '../domain/release/purposes';
import type { RegisteredBody } from '../register/agency.repository';
import { toldInProtect } from '../register/told-in-protect';
import type { Chosen } from './chosen-to-tell';
import type { Opened } from './envelope-opener';
import type { Admitted } from './release-gate';
import type { Telling } from './judge-thing';

export interface Plan {
  readonly telling: Telling;
  /** Whether this kind of envelope may be opened in this mode by this viewer at all. */
  readonly takes: (opened: Opened) => boolean;
  /** What of the answers is told, where somebody chose. */
  readonly chosen?: Chosen | undefined;
  /** Of a press: whoever presses, as they read the answers themselves; and the notice that it will be told in, where they name it. */
  readonly presser?: Telling;
  readonly noticeId?: string | undefined;
}

const IN_PROTECT = ['contact', 'answer'];
const ANYONES = ['contact', 'answer'];

const wrongRecipient = (): CodedError =>
  new CodedError('SHARING.RECIPIENT_NOT_FOR_PROTECT', 422, 'Immediate protection tells police and social care only.', [
    { field: 'recipient', code: 'not_for_protect', message: 'Not police, social care or the emergency duty team' },
  ]);

/** The register says what a body is; the caller only says whom of them it is about to tell. */
function audienceOf(recipient: NonNullable<Release['recipient']>, bodies: readonly RegisteredBody[]): Audience {
  const audience = toldInProtect(bodies.find(({ agencyId }) => agencyId === recipient.agencyId));
  const { team } = recipient;
  const isThatTeam = team === undefined || (team === 'police') === (audience === 'police');
  if (audience === undefined || !isThatTeam) throw wrongRecipient();
  return audience;
}

/** Immediate protection is for one thing only. */
const PROTECTION = 'S47';

const notForMode = (): CodedError =>
  new CodedError(
    'SHARING.ITEMS_NOT_FOR_MODE',
    422,
    'Items are chosen where somebody is told in immediate protection.',
    [{ field: 'items', code: 'not_for_mode', message: 'Leave this out' }],
  );

/** How somebody of the hub reads what agencies answered, for the work that the threshold opens. */
export const contentFor = (
  actor: PersonActor,
  audience: Audience,
  threshold: Parameters<typeof purposeOfWork>[0],
): Telling => ({
  ...{ mode: 'content', audience, toAgencyId: actor.agencyId, askedBy: actor.id, toAccountId: actor.id },
  purpose: purposeOfWork(threshold),
});

function protectPlan(actor: PersonActor, { recipient, items: chosen }: Release, { facts, audience }: Admitted): Plan {
  const common = { mode: 'protect', purpose: PROTECTION, askedBy: actor.id } as const;
  if (recipient !== undefined) {
    const telling = {
      ...common,
      audience: audienceOf(recipient, facts.bodies),
      toAgencyId: recipient.agencyId,
    };
    const takes = ({ ids }: Opened) => isHubStaff(audience) && IN_PROTECT.includes(ids.typ);
    const presser = contentFor(actor, audience, facts.decision.threshold);
    return { telling, chosen, presser, noticeId: recipient.noticeId, takes };
  }
  if (audience !== 'police' && audience !== 'team_sc') throw wrongRecipient();
  const isOwnNotice = ({ ids }: Opened) => ids.typ === 'outward' && ids.agencyId === actor.agencyId;
  return { telling: { ...common, audience, toAgencyId: actor.agencyId }, takes: isOwnNotice };
}

/**
 * Who would learn it, and in which mode. Audience and membership come from `decision`'s records; whatever leaves the hub is decided as
 * onward, also where the caller calls it content. So does the purpose: what the caller states is allowed beside it or not, and opens nothing.
 * @throws CodedError SHARING.RECIPIENT_NOT_FOR_PROTECT, SHARING.ITEMS_NOT_FOR_MODE (422)
 */
export function planOf(actor: PersonActor, release: Release, admitted: Admitted): Plan {
  const isPress = release.mode === 'protect' && release.recipient !== undefined;
  if (release.items !== undefined && !isPress) throw notForMode();
  if (release.mode === 'protect') return protectPlan(actor, release, admitted);
  const { audience } = admitted;
  const { threshold } = admitted.facts.decision;
  const mode = release.mode === 'content' && isWithinHub(audience) ? 'content' : 'onward';
  return {
    telling: {
      ...{
        mode,
        audience,
        toAgencyId: actor.agencyId,
        askedBy: actor.id,
        toAccountId: actor.id,
        stated: release.purpose,
      },
      purpose: mode === 'content' ? purposeOfWork(threshold) : purposeOfTelling(audience, threshold),
    },
    takes: ({ ids }) => ANYONES.includes(ids.typ) || isHubStaff(audience),
  };
}
