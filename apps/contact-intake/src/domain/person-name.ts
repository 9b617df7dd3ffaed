import type { PersonKind } from '@mash/contracts';

interface Named {
  readonly kind: PersonKind;
  readonly forenames?: string | undefined;
  readonly surname?: string | undefined;
}

/** The name as a page shows it: what is known of it, or plain words that nothing is. */
export function displayNameOf({ kind, forenames, surname }: Named): string {
  const known = [forenames, surname].filter((part) => part !== undefined && part !== '');
  if (known.length > 0) return known.join(' ');
  return kind === 'unborn' ? 'Unborn baby' : 'Name not known';
}
