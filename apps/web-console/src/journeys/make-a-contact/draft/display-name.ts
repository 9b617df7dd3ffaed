import type { DraftPerson } from './contact-draft';

/** A person as the referrer's own pages call them. Without a name: what they are. */
export function displayNameOf({
  forenames,
  surname,
  kind,
  relationship,
}: Pick<DraftPerson, 'forenames' | 'surname' | 'kind' | 'relationship'>): string {
  const name = [forenames, surname].filter((part) => part !== undefined).join(' ');
  if (name !== '') return name;
  if (kind === 'unborn') return 'Unborn baby';
  if (kind === 'child') return 'Child, name not known';
  return relationship === undefined
    ? 'Adult, name not known'
    : `${relationship.charAt(0).toUpperCase()}${relationship.slice(1)}, name not known`;
}
