import { newId, Released, type EnvelopeToOpen, type Purpose, type SealedAnswer } from '@mash/contracts';
import type { z } from 'zod';
import { act, callAs, type Answer } from './http';
import type { Person } from './people';

/** An answer's envelope as it lies in the row of `agency-requests`, for `sharing` to open. */
export const envelopesOf = ({ answerId, requestId, agencyId, envelopes }: SealedAnswer): EnvelopeToOpen[] =>
  envelopes.map(({ envelopeId, personId, sealed }) => ({
    ...{ typ: 'answer', version: 1, envelopeId, answerId, requestId, agencyId, personId, sealed },
  }));

export interface ToRelease {
  readonly enquiryId: string;
  readonly envelopes: readonly EnvelopeToOpen[];
  readonly mode?: 'ask' | 'content' | 'onward' | 'protect';
  readonly purpose?: Purpose;
  readonly releaseId?: string;
  readonly recipient?: Readonly<Record<string, string>>;
}

const bodyOf = ({ mode = 'content', purpose = 'EH', releaseId = newId(), ...rest }: ToRelease) => ({
  ...{ mode, purpose, releaseId, ...rest },
});

/** Asks for a release and gives whatever comes back. */
export const tryRelease = (person: Person, wanted: ToRelease): Promise<Answer> =>
  callAs(person, 'sharing', '/releases', { method: 'POST', body: bodyOf(wanted) });

/** What this person may read of these envelopes for this purpose. @throws Refusal */
export const release = (person: Person, wanted: ToRelease): Promise<z.infer<typeof Released>> =>
  act(person, 'sharing', '/releases', bodyOf(wanted), { schema: Released });
