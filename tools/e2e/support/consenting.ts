import {
  ConsentNotices,
  Consents,
  newId,
  type ConsentState,
  type ConsentWords,
  type StateConsent,
} from '@mash/contracts';
import { act, read } from './http';
import { ACCOUNTS, type Person } from './people';
import { keyOf, sealAs } from './sealing';

export interface Spoken {
  readonly enquiryId: string;
  readonly personId: string;
  readonly state: Extract<ConsentState, 'given' | 'refused' | 'withdrawn'>;
  readonly words?: ConsentWords;
  /** Which parent; left out, nobody named them. */
  readonly givenById?: string;
  /** Left out, a new one. */
  readonly statementId?: string;
}

const HEARD: ConsentWords = { told: 'Who would be asked, and what for.', evidence: 'Heard on the telephone.' };

/** What a parent with parental responsibility says of sharing, sealed and ready to send. */
export async function statementOf(spoken: Spoken): Promise<StateConsent> {
  const { enquiryId, personId, state, words = HEARD, statementId = newId(), givenById } = spoken;
  const ids = { typ: 'note', enquiryId, noteId: statementId, authorId: ACCOUNTS.analyst } as const;
  const sealedWords = await sealAs<'note'>('analyst', { ids, content: words, publicKey: await keyOf(enquiryId) });
  return {
    ...{ statementId, personId, kind: 'sharing', state, givenBy: 'parent_with_pr', how: 'telephone', bodies: [] },
    ...{ statedAt: new Date().toISOString(), sealedWords },
    ...(givenById !== undefined && { givenById }),
  };
}

/** The analyst writes down what was said. */
export const stateConsent = (enquiryId: string, statement: StateConsent): Promise<unknown> =>
  act('analyst', 'sharing', `/enquiries/${enquiryId}/consents`, statement);

export const consentsOf = (enquiryId: string): Promise<Consents> =>
  read('analyst', 'sharing', `/enquiries/${enquiryId}/consents`, Consents);

/** What an agency has been told of this enquiry's consents. */
export const noticesTo = async (person: Person, enquiryId: string): Promise<ConsentNotices['notices']> =>
  (await read(person, 'sharing', '/consent-notices', ConsentNotices)).notices.filter(
    (notice) => notice.enquiryId === enquiryId,
  );
