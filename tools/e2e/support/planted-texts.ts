/** Names, addresses and schools: plain in the people index, and nowhere else. */
export const NAMED = {
  child: 'Quillobert',
  sibling: 'Zephandra',
  mother: 'Mirabelinda',
  surname: 'Vantressick',
  street: '7 Ombrelune Passage',
  postcode: 'QZ9 7XK',
  school: 'Pellwhistle Primary School',
} as const;

/** What is sealed, each text with a word of its own. */
export const SEALED = {
  narrative: 'He whispered that the glimmerwick lamp was thrown at the wall before breakfast on Sunday.',
  keepFromFamily: 'The uncle must never learn of the thornapplejar letter that she keeps hidden at work.',
  reasons: 'My snowcaddis worry is how often the same small story comes back to us.',
  purposeText: 'For the brackenquartz question we ask what your agency knows about their mornings together.',
  review: 'I let the pebblemoth question go because her older brother was hurt there once.',
  coverageNote: 'The saltmeadowbox archive of the old clinic could not be searched by us today.',
  police: 'An officer saw the copperfinch van outside the home twice in one cold night.',
  health: 'The health visitor wrote lanternroot beside the third appointment that nobody came to.',
  education: 'Her teacher keeps the marlstonecup drawing in which everybody stands behind a locked door.',
  rationale: 'What weighs most is the willowspar promise that their grandmother made to both boys.',
  letter: 'Thank you for the dunlinfern report, somebody will be in touch with the family.',
  handover: 'Please begin with the oxbowthistle mornings, and go in pairs to the first visit.',
  hiddenAddress: 'They live at the tinderholm refuge behind the old mill on the other bank.',
  caller: 'My own name is Corvidia Marshwillow and I live across the landing from them.',
  draft: 'I have begun to write about the emberfrost bruises that I saw at swimming.',
  wording: 'The patrol may speak of the harebellmint gate and of nothing behind it.',
  holderReason: 'We weighed the larchfeather risk to whoever told us against his nights alone.',
} as const;

export const SEALED_WORDS = [
  ...['glimmerwick', 'thornapplejar', 'snowcaddis', 'brackenquartz', 'pebblemoth', 'saltmeadowbox', 'copperfinch'],
  ...['lanternroot', 'marlstonecup', 'willowspar', 'dunlinfern', 'oxbowthistle', 'tinderholm', 'Corvidia'],
  ...['Marshwillow', 'emberfrost', 'harebellmint', 'larchfeather'],
];
