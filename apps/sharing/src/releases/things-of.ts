import type { PersonActor } from '@mash/authorisation';
import type { Category } from '@mash/contracts';
import { hubOf } from '../asking/line-matter';
import { isHubStaff } from '../domain/release/audiences';
import { purposeCarried } from '../domain/release/purposes';
import type { HolderStatement } from '../domain/holder/holder-statement';
import type { AskedLines } from './asked-lines';
import type { Opened, OpenedAnswer } from './envelope-opener';
import type { Admitted } from './release-gate';
import type { Telling } from './judge-thing';
import { thingOfDocument } from './thing-of-a-document';
import { thingsOfAnswer } from './things-of-an-answer';
import type { Thing } from './thing';

/** Everything in the opened envelopes that is decided by itself. `viewer` is left out where no session will see it, but a team. */
export function thingsOf(
  opened: readonly Opened[],
  its: {
    admitted: Pick<Admitted, 'facts' | 'enquiry'>;
    telling: Telling;
    asked: AskedLines;
    statements: readonly HolderStatement[];
    viewer?: PersonActor;
    now: Date;
  },
): Thing[] {
  const { admitted, telling, asked, statements, viewer, now } = its;
  const hub = hubOf(admitted.facts.bodies);
  const isForHub = telling.mode === 'content' && isHubStaff(telling.audience);
  const isOwnRecord = telling.mode === 'content' && isHubStaff(telling.audience) && telling.toAgencyId === hub;
  const session = viewer && { id: viewer.id, roles: viewer.roles, now };
  const { audience, toAgencyId } = telling;
  const recipient = { audience, toAgencyId, now };
  const askedCategory = (ids: OpenedAnswer['ids']) => asked.categoryOf(ids);
  const statesTask = (ids: OpenedAnswer['ids']) => asked.statesTask(ids);
  const crossesBorder = (agencyId: string, personId: string) => asked.crossesBorder(agencyId, personId);
  const { threshold } = admitted.facts.decision;
  const purposes = (ids: OpenedAnswer['ids']) =>
    asked.purposesOf(ids).map((recorded) => purposeCarried(recorded, threshold));
  const askedAt = (ids: OpenedAnswer['ids']) => asked.askedAt(ids);
  const need = (ids: OpenedAnswer['ids'], category?: Category) => asked.needOf(ids, category);
  return opened.flatMap((one) =>
    one.kind === 'answer'
      ? thingsOfAnswer(one, {
          ...{ intake: admitted.facts.intake, session, statements, recipient },
          ...{ askedCategory, statesTask, crossesBorder, purposes, need, askedAt },
        })
      : [thingOfDocument(one, admitted, { hub, isOwnRecord, isForHub })],
  );
}
