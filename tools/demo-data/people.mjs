/** The demo people by what they do; ids are those of the demo identity provider. */
const account = (n) => `0198aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const PEOPLE = {
  teacher: account(1),
  generalPractitioner: account(2),
  contactOfficer: account(3),
  analyst: account(4),
  secondAnalyst: account(5),
  manager: account(6),
  police: account(7),
  health: account(8),
  education: account(9),
  socialCare: account(10),
  earlyHelp: account(11),
  socialCareManager: account(12),
  emergencyDuty: account(13),
  governance: account(14),
  administrator: account(15),
  housing: account(18),
  deputyManager: account(19),
  policeDeputy: account(20),
  policeSenior: account(21),
  namedNurse: account(22),
};
export const PARTNERSHIP = '01980000-0000-7000-8000-000000000001';
