import { SetMetadata } from '@nestjs/common';

export const AUDITED_ACTION = 'mash:audited-action';

/**
 * A refused call of this endpoint leaves its entry under this action. Every change and opening leaves one, under the name of its use case where
 * nothing is said (`RateEnquiryController`: `enquiry.rate`); what only reads leaves one of a refusal by policy, and of any refusal where this says so.
 */
export const AuditsRefusals = (action: string): MethodDecorator & ClassDecorator => SetMetadata(AUDITED_ACTION, action);

/** The name of a use case as an action: the verb stands first in the one and last in the other. */
export function actionOfUseCase(controller: string): string {
  const [verb = '', ...noun] = controller
    .replace(/Controller$/, '')
    .split(/(?=[A-Z])/)
    .map((word) => word.toLowerCase());
  return noun.length === 0 ? `${verb}.ask` : `${noun.join('-')}.${verb}`;
}
