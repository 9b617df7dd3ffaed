import type { Provider, Type } from '@nestjs/common';
import { intake } from './intake';
import { mailbox } from './mailbox';
import { makeAContact } from './make-a-contact';

interface Journey {
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
}

/** Every journey of the console. A new one is one more line here. */
const journeys: readonly Journey[] = [makeAContact, intake, mailbox];

export const journeyControllers: Type[] = journeys.flatMap(({ controllers }) => [...controllers]);
export const journeyProviders: Provider[] = journeys.flatMap(({ providers }) => [...providers]);
