import type { RosterPerson } from '@mash/contracts';
import { ServiceDown } from '../../api-clients/service-errors';
import { PageNotFound } from '../../session/page-not-found';
import type { OpenEnquiry } from '../enquiry/shared/enquiry-frame';

type OpenRoster = NonNullable<OpenEnquiry['roster']>;

/** The roster; screening cannot go on without it. @throws ServiceDown */
export function requireRoster({ roster }: OpenEnquiry): OpenRoster {
  if (roster === undefined) throw new ServiceDown('contact-intake');
  return roster;
}

/** One person of the roster by the mention in the address. @throws PageNotFound */
export function personOfRoster(open: OpenEnquiry, mentionId: string): RosterPerson {
  const person = requireRoster(open).people.find((one) => one.mentionId === mentionId);
  if (person === undefined) throw new PageNotFound();
  return person;
}
