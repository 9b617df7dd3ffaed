import type { ProtectionStandIn } from '@mash/contracts';
import type { RegisteredBody } from '../register/agency.repository';

type Recipient = ProtectionStandIn['recipients'][number];
type Register = readonly Pick<RegisteredBody, 'agencyId' | 'kind' | 'answersFor'>[];

/**
 * Whom a press of Immediate protection tells: police and social care; while the hub is shut the emergency duty team in its place, which is social
 * care's own where the register names no other. A team that nobody answers for is left out: nothing can be decided for a body that is not there.
 */
export function protectionTeams(register: Register, outOfHours: boolean): Recipient[] {
  const answers = (group: string) => register.find(({ answersFor }) => answersFor.includes(group));
  const recipient = (team: Recipient['team'], body: Register[number] | undefined): Recipient[] =>
    body === undefined ? [] : [{ agencyId: body.agencyId, team, agencyKind: body.kind }];
  const socialCare = answers('social-care');
  return [
    ...recipient('police', answers('police')),
    ...(outOfHours
      ? recipient('emergency-duty', answers('emergency-duty') ?? socialCare)
      : recipient('social-care', socialCare)),
  ];
}
