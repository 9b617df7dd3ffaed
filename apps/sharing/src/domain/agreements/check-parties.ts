import type { AgreementContent, AgreementFinding } from '@mash/contracts';
import type { RegisterOfBodies } from './register-of-bodies';

/** Every party is in the register, once; an agreement is between two at least. */
export function checkParties({ parties }: AgreementContent, register: RegisterOfBodies): AgreementFinding[] {
  const findings = parties.flatMap(({ agencyId }, at): AgreementFinding[] => {
    const field = `parties.${at}.agencyId`;
    if (register.find(agencyId) === undefined)
      return [{ field, code: 'PARTY_UNKNOWN', message: `${agencyId} is not in the register` }];
    const isFirst = parties.findIndex((party) => party.agencyId === agencyId) === at;
    return isFirst ? [] : [{ field, code: 'PARTY_TWICE', message: `${agencyId} is a party already` }];
  });
  if (parties.length < 2)
    findings.push({
      field: 'parties',
      code: 'PARTIES_TOO_FEW',
      message: 'An agreement is between two bodies at least',
    });
  return findings;
}
