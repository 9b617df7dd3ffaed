import type { ControllerRole } from '@mash/contracts';

/** What a party is in law for what it shares. */
export const ROLE_WORDS: Readonly<Record<ControllerRole, string>> = {
  controller: 'Controller: decides for itself why and how it uses the information',
  joint_controller: 'Joint controller: decides together with others',
  processor: 'Processor: works on the instructions of a controller',
};
