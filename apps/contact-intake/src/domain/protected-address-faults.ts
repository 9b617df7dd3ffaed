import type { MentionedPerson } from '@mash/contracts';
import type { Fault } from './fault';

const hasText = (text: string | undefined): boolean => text !== undefined && text !== '';
const says = (field: string, message: string): Fault => ({ field, code: 'INTAKE.PROTECTED_ADDRESS_IN_PLAIN', message });
const inPlain = ({ address }: MentionedPerson): boolean => hasText(address?.lines) || hasText(address?.postcode);

/**
 * A protected address, school or surgery travels sealed with the concern and never beside the names. Somebody who lives with a person
 * in hiding is hidden with them: their address in plain would tell it as well.
 */
export function protectedAddressFaults(people: readonly MentionedPerson[], field: string): Fault[] {
  const isHiddenHome = people.some(
    ({ addressProtected, livesInHousehold }) => addressProtected === true && livesInHousehold === 'yes',
  );
  return people.flatMap((person, index) => {
    const hidden = person.addressProtected === true || (isHiddenHome && person.livesInHousehold === 'yes');
    const at = `${field}.${index}`;
    return [
      ...(hidden && inPlain(person) ? [says(`${at}.address`, 'This address is protected: it must be sealed')] : []),
      ...(person.schoolProtected === true && hasText(person.school)
        ? [says(`${at}.school`, 'This school is protected: it must be sealed')]
        : []),
      ...(person.surgeryProtected === true && hasText(person.gp)
        ? [says(`${at}.gp`, 'This surgery is protected: it must be sealed')]
        : []),
    ];
  });
}
