import type { Subject } from '../../ability/abilities';
import {
  teacher,
  analyst,
  manager,
  policeLiaison,
  policeSignatory,
  healthLiaison,
  healthSignatory,
  igOfficer,
  admin,
  auditor,
  igOfficerElsewhere,
  liaisonElsewhere,
  HERE,
  ELSEWHERE,
  AGENCIES,
} from '../shared/actors.scenarios';
import { scenario } from '../shared/scenario.scenarios';
import type { ScenariosOf } from '../shared/scenario.scenarios';
import { signatoryMark } from './agreement.policy';

const anAgreement = (changes: Partial<Subject<'Agreement'>> = {}): Subject<'Agreement'> => ({
  kind: 'Agreement',
  id: 'g-1',
  partnershipId: HERE,
  parties: [AGENCIES.police, AGENCIES.council],
  signatories: [signatoryMark(AGENCIES.police, policeSignatory.id)],
  draft: false,
  ...changes,
});
const aDraft = anAgreement({ draft: true });
/** The register names the health signatory, but for the police: their own body is another. */
const muddled = anAgreement({ signatories: [signatoryMark(AGENCIES.police, healthSignatory.id)] });
/** The register names the administrator, who keeps that register, for the administrator's own body. */
const signedByItsKeeper = anAgreement({ signatories: [signatoryMark(AGENCIES.council, admin.id)] });

const kept = {
  granted: [
    scenario('an administrator', admin, anAgreement()),
    scenario('an administrator, a draft', admin, aDraft),
  ] as [ReturnType<typeof scenario<Subject<'Agreement'>>>, ...ReturnType<typeof scenario<Subject<'Agreement'>>>[]],
  denied: [
    scenario('an information governance officer', igOfficer, anAgreement()),
    scenario('a manager', manager, anAgreement()),
    scenario('a signatory', policeSignatory, anAgreement()),
    scenario(
      'an administrator, of an agreement of another partnership',
      admin,
      anAgreement({ partnershipId: ELSEWHERE }),
    ),
  ] as [ReturnType<typeof scenario<Subject<'Agreement'>>>, ...ReturnType<typeof scenario<Subject<'Agreement'>>>[]],
};

export const agreementScenarios: ScenariosOf<'Agreement'> = {
  'read Agreement': {
    granted: [
      scenario('an information governance officer', igOfficer, anAgreement()),
      scenario('an information governance officer, a draft', igOfficer, aDraft),
      scenario('an administrator', admin, anAgreement()),
      scenario('an analyst', analyst, anAgreement()),
      scenario('a party', policeLiaison, anAgreement()),
      scenario('a signatory of a party', policeSignatory, anAgreement()),
    ],
    denied: [
      scenario('an agency that is no party', healthLiaison, anAgreement()),
      scenario('a signatory of a body that is no party', healthSignatory, anAgreement()),
      scenario('a party, while it is a draft', policeLiaison, aDraft),
      scenario('a signatory, while it is a draft', policeSignatory, aDraft),
      scenario('an analyst, while it is a draft', analyst, aDraft),
      scenario('a party of that name in another partnership', liaisonElsewhere, anAgreement()),
      scenario('an auditor', auditor, anAgreement()),
      scenario('a referrer', teacher, anAgreement()),
    ],
  },
  'draft Agreement': kept,
  'propose Agreement': kept,
  'put-in-force Agreement': kept,
  'approve Agreement': {
    granted: [scenario('whom the register names for a party', policeSignatory, anAgreement())],
    denied: [
      scenario('whom the register does not name', policeLiaison, anAgreement()),
      scenario('whom it names for a body that is not their own', healthSignatory, muddled),
      scenario('an administrator', admin, anAgreement()),
      scenario('an administrator, also one whom the register names', admin, signedByItsKeeper),
      scenario('a signatory, while it is a draft', policeSignatory, aDraft),
      scenario(
        'a signatory of that name in another partnership',
        policeSignatory,
        anAgreement({ partnershipId: ELSEWHERE }),
      ),
    ],
  },
  'stop Agreement': {
    granted: [
      scenario('an administrator', admin, anAgreement()),
      scenario('an information governance officer', igOfficer, anAgreement()),
    ],
    denied: [
      scenario('a manager', manager, anAgreement()),
      scenario('a party', policeLiaison, anAgreement()),
      scenario('a signatory', policeSignatory, anAgreement()),
      scenario('an information governance officer of another partnership', igOfficerElsewhere, anAgreement()),
    ],
  },
};
