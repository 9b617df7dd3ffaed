import type { NotSeekingGround } from '../facts/consent-facts';

/** Rule book section 6: why consent was not sought, for a page. Forgetting, haste and awkwardness are no grounds. */
export const NOT_SEEKING_GROUND_WORDS: Readonly<Record<NotSeekingGround, string>> = {
  none: 'No ground',
  NS_HARM: 'Asking would raise the risk of significant harm',
  NS_OTHER: 'Asking would endanger someone else',
  NS_CRIME: 'Asking would obstruct an investigation, as its officer says',
  NS_DELAY: 'The time it takes would harm',
  NS_CONTACT: 'Two tries by two means failed',
  NS_CANNOT: 'Nobody can speak for the person',
  NS_TEXT: 'Another ground, which no manager has accepted yet: counts as none',
  NS_TEXT_ACCEPTED: 'Another ground, accepted by a manager',
};
