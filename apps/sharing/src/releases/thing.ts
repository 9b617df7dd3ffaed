import type { Category, Purpose, ReleasedItem } from '@mash/contracts';
import type { Need, RedactionCode } from '../domain/decision';
import type { Matter } from '../domain/compose-question';
import type { WhatStands } from '../domain/holder/what-stands';

/** One thing to decide about: an item of an answer, the coverage of an answer without items, or a whole document. */
export interface Thing {
  readonly kind: 'item' | 'coverage' | 'document';
  readonly envelopeId: string;
  readonly itemId: string;
  /** Of an item that its agency sent more than once: the ids of the others. What was said against one of them counts for it. */
  readonly alsoIds?: readonly string[];
  /** Of those, the ones that may be about the same person: what was said of whom one of them is about counts for it. */
  readonly alsoOfPerson?: readonly string[];
  /** Of an answer: what it answers. */
  readonly requestId?: string;
  /** Of a request, as the hub reads what it asked. */
  readonly askedIn?: string;
  /** When it was asked, or written where it answers nothing; left out where that is not known. */
  readonly askedAt?: Date | undefined;
  /** Whose information it is. */
  readonly agencyId: string;
  readonly personId: string;
  /** It tells of everybody whom it names, and stands under the first child that it is about. */
  readonly isWhole?: true;
  readonly category: Category;
  /** Of an answer: what its request was recorded for, as the threshold carries it; none where no request of ours is known. */
  readonly purposes?: readonly Purpose[];
  /** Of an answer: whether what it brings is needed, as was judged of the line that asked; of anything else it is. */
  readonly need?: Need;
  /** Who sealed it, and when; nobody where it is no envelope. */
  readonly origin?: Matter['origin'];
  /** The facts from inside, in the rule book's codes. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly width: 'named' | 'whole_record';
  /** What is shown after these redactions; undefined where they leave nothing. */
  readonly render: (redactions: readonly RedactionCode[]) => unknown;
  /** What was left out of it for whoever tells it on: they tell no more than they read. */
  readonly leftOutBefore?: readonly RedactionCode[];
  /** Every word of it, as it was sealed: to see whether somebody repeats what is not released. */
  readonly words: readonly string[];
  readonly handling: Pick<ReleasedItem, 'handling' | 'condition'>;
  /** Of an answer: whether the hub is sure that its person is the one who was matched. */
  readonly isPersonSure?: boolean;
  /** What the holder has stated of it for this recipient. */
  readonly stands: WhatStands;
  /** What a REVIEW of it is about: the thing itself, or the letter that it holds up. */
  readonly about: 'item' | 'product';
}
