/** The sections of an enquiry, real pages each, in the order of keys 1 to 8. */
export const ENQUIRY_SECTIONS = {
  now: { text: 'Now', path: '' },
  contact: { text: 'Contact', path: '/contact' },
  people: { text: 'People', path: '/people' },
  rating: { text: 'Rating', path: '/rate' },
  asks: { text: 'Asks', path: '/asks' },
  picture: { text: 'Picture', path: '/picture' },
  decision: { text: 'Decision', path: '/decision' },
  history: { text: 'History', path: '/history' },
} as const;
export type EnquirySection = keyof typeof ENQUIRY_SECTIONS;

/** Address of a page of an enquiry: `enquiryPath('E-7K2Q4X9', '/rate')`. References are random, so they may stand in an address. */
export const enquiryPath = (reference: string, path = ''): string => `/enquiries/${reference}${path}`;

/** What a broken glass opens to somebody who is not of the hub: where it stands, and what was said. */
const WITHOUT_HUB: readonly string[] = ['now', 'contact'];

/** Items of `mojSubNavigation`. `at` is the section that the page belongs to. */
export const sectionLinks = (reference: string, at: EnquirySection | undefined, isHub = true): object[] =>
  Object.entries(ENQUIRY_SECTIONS)
    .filter(([name]) => isHub || WITHOUT_HUB.includes(name))
    .map(([name, { text, path }]) => ({
      text,
      href: enquiryPath(reference, path),
      active: name === at,
    }));
