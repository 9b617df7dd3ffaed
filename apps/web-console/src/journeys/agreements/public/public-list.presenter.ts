import type { PublicAgreementList } from '@mash/contracts';
import { listed } from '../shared/listed';
import { shortStanding } from './public-standing';

/** Which agreements there are between which bodies; those that count first. */
export interface PublicListView {
  readonly heading: string;
  readonly partnership: string;
  readonly listHref: string;
  readonly agreements: readonly {
    readonly title: string;
    readonly href: string;
    readonly standing: string;
    readonly between: string;
  }[];
  readonly contact: readonly string[];
}

const COUNTS: readonly string[] = ['in_force', 'past_review'];

export function publicListView({ partnership, agreements }: PublicAgreementList): PublicListView {
  const { slug, name, contact } = partnership;
  const first = (standing: string): number => (COUNTS.includes(standing) ? 0 : 1);
  return {
    heading: 'Who shares what about families, and why',
    partnership: name,
    listHref: `/p/${slug}/agreements`,
    agreements: [...agreements]
      .sort((a, b) => first(a.standing) - first(b.standing) || a.title.localeCompare(b.title))
      .map((one) => ({
        title: one.title,
        href: `/p/${slug}/agreements/${one.slug}`,
        standing: shortStanding(one.standing),
        between: listed(one.parties),
      })),
    contact: [contact.office, contact.email, contact.telephone].filter((way) => way !== undefined),
  };
}
