import type { ContactDetail } from '@mash/contracts';

/** Who told, before anybody asks to see it: that they are somebody, or that nobody is known. */
export interface WhoToldView {
  readonly text: string;
  /** Where it opens; absent where there is nothing to open. */
  readonly href?: string;
}

const KINDS: Readonly<Record<ContactDetail['referrerKind'], string>> = {
  professional: 'A professional',
  public: 'A member of the public',
  family: 'A relative or carer',
  child: 'A child or young person',
  anonymous: 'Somebody who will not say who they are',
};

/** A public referrer's details are protected: they open when somebody asks, and that is recorded. */
export function whoTold(
  { referrerKind, sealedCaller }: Pick<ContactDetail, 'referrerKind' | 'sealedCaller'>,
  href: string,
): WhoToldView {
  if (sealedCaller !== undefined) return { text: KINDS[referrerKind], href };
  return {
    text: referrerKind === 'anonymous' ? KINDS.anonymous : `${KINDS[referrerKind]}. They left no name and no number`,
  };
}
