/**
 * The invented demo partnerships and agencies. "Riverside" is no real place; ids are fixed so that the demo can be told again.
 * Nothing in production reads this file.
 */
export const DEMO_PARTNERSHIP = '01980000-0000-7000-8000-000000000001';
/** A second partnership, there to show that neither ever sees the other. */
export const OTHER_PARTNERSHIP = '01980000-0000-7000-8000-000000000002';

export const DEMO_AGENCIES = {
  council: 'riverside-council',
  socialCare: 'riverside-social-care',
  earlyHelp: 'riverside-early-help',
  police: 'riverside-police',
  health: 'riverside-health-trust',
  education: 'riverside-education',
  school: 'meadow-lane-primary',
  surgery: 'mill-street-surgery',
  housing: 'riverside-homes',
  voluntary: 'riverside-family-charity',
  icb: 'riverside-icb',
  probation: 'riverside-probation',
} as const;

/** The agencies of the demo with what the sharing rules need to know of them. */
export const DEMO_AGENCY_REGISTER = [
  { id: DEMO_AGENCIES.council, name: 'Riverside Council', kind: 'council', bound: true },
  { id: DEMO_AGENCIES.socialCare, name: "Riverside Children's Social Care", kind: 'council', bound: true },
  { id: DEMO_AGENCIES.earlyHelp, name: 'Riverside Early Help', kind: 'council', bound: true },
  { id: DEMO_AGENCIES.police, name: 'Riverside Police', kind: 'police', bound: true },
  { id: DEMO_AGENCIES.health, name: 'Riverside NHS Trust', kind: 'health', bound: true },
  { id: DEMO_AGENCIES.education, name: 'Riverside Education Safeguarding', kind: 'education', bound: true },
  { id: DEMO_AGENCIES.school, name: 'Meadow Lane Primary School', kind: 'education', bound: true },
  { id: DEMO_AGENCIES.surgery, name: 'Mill Street Surgery', kind: 'health', bound: true },
  { id: DEMO_AGENCIES.housing, name: 'Riverside Homes', kind: 'housing', bound: false },
  { id: DEMO_AGENCIES.voluntary, name: 'Riverside Family Charity', kind: 'voluntary', bound: false },
  { id: DEMO_AGENCIES.icb, name: 'Riverside Integrated Care Board', kind: 'health', bound: true },
  { id: DEMO_AGENCIES.probation, name: 'Riverside Probation Delivery Unit', kind: 'probation', bound: true },
] as const;
