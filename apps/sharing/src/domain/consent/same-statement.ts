import type { ConsentWords } from '@mash/contracts';

/** What makes two statements one: everything that was said, and the words inside the seal, not the seal. */
export interface StatementContent {
  readonly enquiryId: string;
  readonly personId: string;
  readonly kind: string;
  readonly state: string;
  readonly ground: string | null;
  readonly givenBy: string;
  readonly givenById: string | null;
  readonly how: string | null;
  readonly bodies: readonly string[];
  readonly purposes: readonly string[];
  readonly statedAt: Date;
  readonly recordedBy: string;
}

const asText = (content: StatementContent, words: ConsentWords | undefined): string =>
  JSON.stringify([
    ...[content.enquiryId, content.personId, content.kind, content.state, content.ground, content.givenBy],
    ...[content.givenById, content.how, [...content.bodies].sort(), [...content.purposes].sort()],
    ...[content.statedAt.getTime(), content.recordedBy],
    ...[words?.told ?? null, words?.evidence ?? null, words?.reference ?? null, words?.ground ?? null],
  ]);

/** Whether an id that is in use came back with the same statement: then nothing is to be done, and nothing is wrong. */
export const isSameStatement = (
  kept: StatementContent,
  keptWords: ConsentWords | undefined,
  sent: StatementContent,
  sentWords: ConsentWords | undefined,
): boolean => asText(kept, keptWords) === asText(sent, sentWords);
