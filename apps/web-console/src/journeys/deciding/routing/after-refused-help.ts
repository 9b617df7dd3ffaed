import { consentPath } from '../../consent/consent-path';
import { enquiryPath } from '../../enquiry/shared';
import type { TeamToRoute } from './teams-to-route';

/** Why nothing can be handed over, and what the manager can do instead. */
export interface AfterRefusedHelp {
  readonly because: string;
  readonly ways: readonly { readonly text: string; readonly href: string }[];
}

/** The code under which `sharing` makes no handover to a help service: the family refuses it (rule row R-CONS-03a). */
export const HELP_REFUSED = 'HELP_BY_AGREEMENT';

/** A refusal is no mistake in the form: no other words would go. The ways out are the family's agreement, the risk, or another decision. */
export function afterRefusedHelp(
  reference: string,
  { name, personIds }: TeamToRoute,
  names: ReadonlyMap<string, string>,
): AfterRefusedHelp {
  const agreed = personIds.map((personId) => ({
    text: `If the family has agreed since, record it: consent for ${names.get(personId) ?? 'a child'}`,
    href: consentPath(reference, personId),
  }));
  return {
    because: `Nothing was put together, and nobody has been told anything. Against a refusal ${name} gets nothing: no item, none of your words, no name.`,
    ways: [
      ...agreed,
      { text: 'If the risk is greater than it was judged, judge it again', href: enquiryPath(reference, '/rate') },
      { text: 'Otherwise decide again', href: enquiryPath(reference, '/decide') },
    ],
  };
}
