import type { EnquiryView, ReleasedItem, Sealed } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Asker } from '../../../api-clients/service-http';
import { ReaderRelease } from './reader-release';

/** Words that somebody sealed beside an enquiry (typ `note`). */
export interface SealedNote {
  readonly noteId: string;
  readonly authorId: string;
  readonly sealed: Sealed;
}

/** What is inside a kind of note, and how a page says it. */
export interface NoteWords<Inside extends z.ZodType> {
  /** "Why", "Reasons": what a sentence about it begins with. */
  readonly label: string;
  readonly inside: Inside;
  readonly lines: (read: z.infer<Inside>) => readonly string[];
}

/** The notes of one kind beside an enquiry, by their id: opened together, in the ledger first. */
@Injectable()
export class NoteReader {
  constructor(private readonly release: ReaderRelease) {}

  /** @throws AuditIsDown */
  async read<Inside extends z.ZodType>(
    asker: Asker,
    enquiry: EnquiryView,
    notes: readonly SealedNote[],
    words: NoteWords<Inside>,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    if (notes.length === 0) return new Map();
    const envelopes = notes.map(({ noteId, authorId, sealed }) => ({
      ...({ typ: 'note', envelopeId: noteId, version: 1, noteId, authorId } as const),
      sealed,
    }));
    const items = await this.release.of(asker, enquiry, envelopes);
    if (items !== undefined) return new Map(items.map((item) => [item.envelopeId, linesOf(item, words)]));
    return new Map(notes.map(({ noteId }) => [noteId, [`${words.label}: the sharing service does not answer.`]]));
  }
}

/** A note's words as lines, or the sentence why they are withheld. */
export function linesOf<Inside extends z.ZodType>(
  { visibility, content, reason }: ReleasedItem,
  { label, inside, lines }: NoteWords<Inside>,
): readonly string[] {
  if (visibility === 'withheld') return [`${label}: withheld. ${reason.sentence}`];
  const read = inside.safeParse(content);
  return read.success ? lines(read.data) : [`${label}: could not be read.`];
}
