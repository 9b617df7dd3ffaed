import type { ContactDraft, DraftPerson } from './contact-draft';
import { placesOf } from './protected-places';

/** As the roster counts who lives there until somebody says otherwise (`mention-from.ts` of contact-intake). */
const livesThere = ({ livesInHousehold, relation }: DraftPerson): boolean =>
  livesInHousehold === 'yes' ||
  (livesInHousehold === undefined && (relation === 'concern' || relation === 'household'));

const written = (text: string | undefined): string => (text ?? '').toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
const isSame = (one: string, other: string): boolean => one !== '' && one === other;

function isAt({ address: hidden }: DraftPerson, { address }: DraftPerson): boolean {
  return (
    isSame(written(hidden?.postcode), written(address?.postcode)) ||
    isSame(written(hidden?.lines), written(address?.lines))
  );
}

/**
 * Who has a place to keep secret, and who would tell a secret address with their own: whoever lives with somebody in hiding, and whoever is said
 * to live at that very address.
 */
export function whoHides({ people }: Pick<ContactDraft, 'people'>): ReadonlySet<string> {
  const inHiding = people.filter(({ addressProtected }) => addressProtected === true);
  const tellsIt = (person: DraftPerson): boolean =>
    inHiding.some((one) => (livesThere(one) && livesThere(person)) || isAt(one, person));
  const hidden = people.filter((person) => placesOf(person).length > 0 || tellsIt(person));
  return new Set(hidden.map(({ mentionId }) => mentionId));
}
