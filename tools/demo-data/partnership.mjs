import { agreements } from './agreements.mjs';
import { concludeAgreement } from './conclude-agreement.mjs';
import { PEOPLE } from './people.mjs';
import { SIGNATORIES } from './signatories.mjs';

const body = (agencyId, name, kind, bound, answersFor = [], more = {}) => ({
  agencyId,
  name,
  kind,
  bound,
  reveals: 'none',
  s47List: ['council', 'health', 'housing'].includes(kind),
  answersFor,
  ...more,
});

/** The register of the invented Riverside partnership. */
export const REGISTER = [
  body('riverside-council', 'Riverside Council', 'council', true),
  body('riverside-social-care', "Riverside Children's Social Care", 'council', true, ['social-care']),
  body('riverside-early-help', 'Riverside Early Help', 'council', true, ['early-help']),
  body('riverside-police', 'Riverside Police', 'police', true, ['police']),
  body('riverside-health-trust', 'Riverside NHS Trust', 'health', true, ['health']),
  body('riverside-education', 'Riverside Education Safeguarding', 'education', true, ['education']),
  body('meadow-lane-primary', 'Meadow Lane Primary School', 'education', true),
  body('mill-street-surgery', 'Mill Street Surgery', 'health', true),
  body('riverside-homes', 'Riverside Homes', 'housing', false, ['housing']),
  body('riverside-family-charity', 'Riverside Family Charity', 'voluntary', false),
  body('riverside-icb', 'Riverside Integrated Care Board', 'health', true),
  body('riverside-probation', 'Riverside Probation Delivery Unit', 'probation', true),
  body('hillbrook-council', 'Hillbrook Council', 'council_other', true),
];

/** Under which address its agreements can be read by anybody, and whom to ask. */
export const PARTNERSHIP_NAME = {
  slug: 'riverside',
  name: 'Riverside Safeguarding Children Partnership',
  contact: {
    office: 'Information governance, Riverside Council, 1 Market Square, Riverside',
    email: 'information.governance@riverside-council.example',
    telephone: '01632 960 150',
  },
};

const sits = (number, agencyId, desk, seat, its) => ({
  appointmentId: `01980000-0000-7000-8000-0000000b${String(number).padStart(4, '0')}`,
  ...{ agencyId, desk, seat },
  ...its,
});
const person = (name, accountId) => ({ name, accountId });
const rung = (name, telephone) => ({ name, telephone });

/** Who answers for whom. Housing has no deputy, and early help, law and adoption have named nobody, so that the warnings are there to be seen. */
export const APPOINTMENTS = [
  sits(1, 'riverside-police', 'holder', 'releaser', person('Marcus Dean', PEOPLE.police)),
  sits(2, 'riverside-police', 'holder', 'deputy', person('Ewan Price', PEOPLE.policeDeputy)),
  sits(3, 'riverside-police', 'holder', 'senior', person('Karen Holt', PEOPLE.policeSenior)),
  sits(4, 'riverside-police', 'holder', 'duty', rung('Force control room', '01632 960101')),
  sits(5, 'riverside-police', 'safeguarding', 'releaser', person('Karen Holt', PEOPLE.policeSenior)),
  sits(6, 'riverside-health-trust', 'holder', 'releaser', person('Nia Prosser', PEOPLE.health)),
  sits(7, 'riverside-health-trust', 'holder', 'deputy', person('Meera Shah', PEOPLE.namedNurse)),
  sits(8, 'riverside-health-trust', 'holder', 'senior', person('Meera Shah', PEOPLE.namedNurse)),
  sits(9, 'riverside-health-trust', 'holder', 'duty', rung('Paediatrician on call', '01632 960102')),
  sits(10, 'riverside-health-trust', 'safeguarding', 'releaser', person('Meera Shah', PEOPLE.namedNurse)),
  sits(11, 'riverside-education', 'holder', 'releaser', person('Farid Haddad', PEOPLE.education)),
  sits(12, 'riverside-social-care', 'holder', 'releaser', person('Joanna Petrie', PEOPLE.socialCare)),
  sits(13, 'riverside-social-care', 'holder', 'deputy', person('Daniel Achebe', PEOPLE.socialCareManager)),
  sits(14, 'riverside-social-care', 'holder', 'senior', person('Daniel Achebe', PEOPLE.socialCareManager)),
  sits(15, 'riverside-social-care', 'holder', 'duty', person('Ruth Calloway', PEOPLE.emergencyDuty)),
  sits(16, 'riverside-homes', 'holder', 'releaser', person('Bola Adeyemi', PEOPLE.housing)),
  sits(17, 'riverside-council', 'hub_manager', 'releaser', person('Helen Okafor', PEOPLE.manager)),
  sits(18, 'riverside-council', 'hub_manager', 'deputy', person('Tunde Bakare', PEOPLE.deputyManager)),
  sits(19, 'riverside-council', 'ig', 'releaser', person('Edwin Marsh', PEOPLE.governance)),
  sits(20, 'riverside-council', 'adoption', 'duty', rung('Regional adoption agency', '01632 960103')),
  // For what the hub itself asks, and tells by asking.
  sits(21, 'riverside-council', 'holder', 'releaser', person('Helen Okafor', PEOPLE.manager)),
  sits(22, 'riverside-council', 'holder', 'deputy', person('Tunde Bakare', PEOPLE.deputyManager)),
];

/** Puts register and agreements in place as the partnership's people would. What is there already stays. */
export async function establishPartnership(client, now) {
  const put = (path, body) => client.as(PEOPLE.administrator, 'sharing', 'PUT', path, body);
  await put('/register/agencies', { agencies: REGISTER });
  await put('/register/signatories', { signatories: SIGNATORIES });
  await put('/register/partnership', PARTNERSHIP_NAME);
  for (const appointment of APPOINTMENTS)
    await client.post(PEOPLE.administrator, 'sharing', '/register/releasers', appointment);
  for (const agreement of agreements(now)) await concludeAgreement(client, agreement);
}
