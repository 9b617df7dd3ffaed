import { createHash } from 'node:crypto';
import { PEOPLE } from './people.mjs';

/** The two who write their own concerns. */
const SENDERS = {
  [PEOPLE.teacher]: ['Amara Osei', 'Designated safeguarding lead', 'Meadow Lane Primary School', '01632 960 210'],
  [PEOPLE.generalPractitioner]: ['Dr Tom Whitlock', 'General practitioner', 'Mill Street Surgery', '01632 960 220'],
};

/** Invented callers. 01632 960 000 to 960 999 are numbers that reach nobody. */
const NAMES = ['Ines Calloway', 'Robert Penhale', 'Joyce Adeyinka', 'Marek Dolan', 'Sunita Brar', 'Ellis Thornton'];
const SAFE = ['Weekday mornings', 'After seven in the evening', 'Any time, by text first'];

/** A number that is the same for one contact at each start, and takes nothing from the generator's own sequence. */
const numberOf = (contactId) => createHash('sha256').update(contactId).digest().readUInt16BE(0);

/** Who told, as the console seals it apart from the concern. Undefined for somebody who will not say who they are. */
export function callerOf({ contactId, referrerKind: kind }, sender) {
  const own = SENDERS[sender];
  if (own !== undefined) {
    const [name, role, agencyName, telephone] = own;
    return { kind, name, role, agencyName, telephone };
  }
  if (kind === 'anonymous') return undefined;
  const at = numberOf(contactId);
  return {
    kind,
    name: NAMES[at % NAMES.length],
    telephone: `01632 960 ${String(300 + (at % 600))}`,
    safeToRing: SAFE[at % SAFE.length],
  };
}
