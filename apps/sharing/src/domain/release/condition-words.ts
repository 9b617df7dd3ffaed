import type { HandlingCondition } from '@mash/sealing';

/** The holder's condition as the viewer reads it. Names of people and lists of roles stay with the holder. */
export function conditionWords(condition: HandlingCondition): string {
  switch (condition.kind) {
    case 'ROLES':
      return 'Only for the roles that the holder named.';
    case 'NAMED':
      return 'Only for the people whom the holder named.';
    case 'NO_WRITE':
      return 'Read only: do not write this down elsewhere.';
    case 'CALL_FIRST':
      return 'Call the holder before you use this.';
    case 'NO_ACTION':
      return 'Take no action on this without the holder.';
    case 'UNTIL':
      return `Under the holder's condition until ${condition.date}.`;
  }
}
