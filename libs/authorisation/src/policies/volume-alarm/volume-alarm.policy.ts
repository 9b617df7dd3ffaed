import { z } from 'zod';
import { allow } from '../../ability/condition';
import type { Policy } from '../../ability/condition';
import type { Actor } from '../../actor/actor';
import { recordAttributes } from '../shared/case-attributes';
import { has } from '../shared/role-groups';

/** One account that opened unusually many people within an hour. `accountId` is whose looking it is. */
export const VolumeAlarmSubject = z.object({
  kind: z.literal('VolumeAlarm'),
  ...recordAttributes,
  accountId: z.string(),
});
export type VolumeAlarmSubject = z.infer<typeof VolumeAlarmSubject>;

export type VolumeAlarmAction = 'read' | 'settle';

/** Information governance settles it, whoever looked but themselves; the auditor sees what became of it. */
export const volumeAlarmPolicy: Policy<Actor, VolumeAlarmAction, VolumeAlarmSubject> = (actor) => {
  if (actor.kind !== 'person') return [];
  const { partnershipId } = actor;
  return [
    ...(has(actor, 'ig-officer', 'auditor')
      ? allow<VolumeAlarmAction, VolumeAlarmSubject>(['read'], { partnershipId })
      : []),
    ...(has(actor, 'ig-officer')
      ? allow<VolumeAlarmAction, VolumeAlarmSubject>(['settle'], { partnershipId, accountId: { $ne: actor.id } })
      : []),
  ];
};
