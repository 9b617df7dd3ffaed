const id = (number: number): string => `0198dddd-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Ids and references of the invented hub that the pages are tried with. */
export const HUB = {
  enquiryId: id(1),
  reference: 'E-4H8N2V6',
  contactId: id(2),
  contactReference: 'C-6J9L3W5',
  child: id(10),
  childMention: id(11),
  mother: id(12),
  motherMention: id(13),
  father: id(14),
  fatherMention: id(15),
  candidate: id(20),
  unlikely: id(21),
  searchId: id(30),
  ratingId: id(40),
  noticePolice: id(50),
  quiet: 'E-9P4W6Y3',
  quietId: id(3),
} as const;
