import type { Colour, ThresholdLevel } from '@mash/contracts';
import { insertRow, readRows, type Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface RatingRecord {
  readonly ratingId: string;
  readonly enquiryId: string;
  readonly version: number;
  readonly colour: Colour;
  readonly proposedColour?: Colour;
  readonly proposedRow?: string;
  readonly departed: boolean;
  readonly departureReason?: string | undefined;
  readonly strategy: string;
  readonly rosterVersion: number;
  readonly ratedBy: string;
  readonly ratedByRole: string;
  readonly ratedAt: Date;
  readonly kid: string;
  readonly envelope: string;
}

export interface ThresholdRecord {
  readonly enquiryId: string;
  readonly version: number;
  readonly level: ThresholdLevel;
  readonly grounds: readonly string[];
  readonly judgedBy: string;
  readonly judgedAt: Date;
}

/** Ratings, and beside them the thresholds judged. Both only grow. */
@Injectable()
export class RatingRepository {
  constructor(private readonly dataSource: DataSource) {}

  async add(tx: Tx, rating: RatingRecord, threshold: ThresholdRecord): Promise<void> {
    await insertRow(tx, 'rating', rating);
    await insertRow(tx, 'threshold', threshold);
  }

  ratingsOf(enquiryId: string): Promise<RatingRecord[]> {
    return readRows(this.dataSource, 'SELECT * FROM rating WHERE enquiry_id = $1 ORDER BY version', [enquiryId]);
  }

  thresholdsOf(enquiryId: string): Promise<ThresholdRecord[]> {
    return readRows(this.dataSource, 'SELECT * FROM threshold WHERE enquiry_id = $1 ORDER BY version', [enquiryId]);
  }

  /** Who rated last and who judged the threshold last, and when: nothing where nobody has. */
  async newestOf(enquiryId: string): Promise<{ rating?: RatingRecord; threshold?: ThresholdRecord }> {
    const newest = (table: string) => `SELECT * FROM ${table} WHERE enquiry_id = $1 ORDER BY version DESC LIMIT 1`;
    const [[rating], [threshold]] = await Promise.all([
      readRows<RatingRecord>(this.dataSource, newest('rating'), [enquiryId]),
      readRows<ThresholdRecord>(this.dataSource, newest('threshold'), [enquiryId]),
    ]);
    return { ...(rating && { rating }), ...(threshold && { threshold }) };
  }
}
