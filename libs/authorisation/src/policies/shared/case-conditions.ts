import type { PersonActor } from '../../actor/actor';

interface CaseCondition {
  partnershipId: string;
  restricted: boolean;
  namedAccess?: string;
  conflicts: { $ne: string };
}

/** Cases of one's own partnership that are not restricted, or that one is named for; never one with a conflict of interest. */
export const casesOpenTo = ({ id, partnershipId }: PersonActor): [ordinary: CaseCondition, named: CaseCondition] => {
  const unconflicted = { partnershipId, conflicts: { $ne: id } };
  return [
    { ...unconflicted, restricted: false },
    { ...unconflicted, restricted: true, namedAccess: id },
  ];
};
