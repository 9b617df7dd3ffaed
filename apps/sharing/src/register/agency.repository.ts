import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BodyKind, Reveals } from '../domain/decision';

/** A body of the register, with what the rules read of it. */
export interface RegisteredBody {
  agencyId: string;
  name: string;
  kind: BodyKind;
  bound: boolean;
  /** The London day from which Children Act 2004 s16LA names it (YYYY-MM-DD); null, from the first day of the duty. */
  boundFrom?: string | null | undefined;
  reveals: Reveals;
  s47List: boolean;
  answersFor: string[];
  /** When the register said so. */
  updatedAt?: Date;
}

const COLUMNS = `agency_id AS "agencyId", name, kind, bound, bound_from AS "boundFrom", reveals, s47_list AS "s47List", answers_for AS "answersFor", updated_at AS "updatedAt"`;
/** What a row comes to say: as it was sent, where anything was. */
const BOUND_FROM = 'CASE WHEN $11::boolean THEN excluded.bound_from ELSE known.bound_from END';

@Injectable()
export class AgencyRepository {
  constructor(private readonly dataSource: DataSource) {}

  all(partnershipId: string, tx: Tx = this.dataSource.manager): Promise<RegisteredBody[]> {
    return tx.query<RegisteredBody[]>(`SELECT ${COLUMNS} FROM agency WHERE partnership_id = $1 ORDER BY name`, [
      partnershipId,
    ]);
  }

  /** Bodies of every partnership that the duty to share names from a day of their own. */
  boundFromADay(): Promise<(Pick<RegisteredBody, 'bound' | 'boundFrom'> & { partnershipId: string })[]> {
    return this.dataSource.query(
      `SELECT partnership_id AS "partnershipId", bound, bound_from AS "boundFrom" FROM agency WHERE bound AND bound_from IS NOT NULL`,
    );
  }

  /**
   * Left out, `boundFrom` stays as it is: whoever sends a register and does not know of it takes no day back.
   * @returns whether the register said something else of this body before: as it stands already, it keeps its version
   */
  async save(tx: Tx, partnershipId: string, body: RegisteredBody, at: Date): Promise<boolean> {
    const changed = await tx.query<unknown[]>(
      `INSERT INTO agency AS known (partnership_id, agency_id, name, kind, bound, reveals, s47_list, answers_for, updated_at, bound_from)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (partnership_id, agency_id) DO UPDATE SET name = excluded.name, kind = excluded.kind, bound = excluded.bound, bound_from = ${BOUND_FROM},
          reveals = excluded.reveals, s47_list = excluded.s47_list, answers_for = excluded.answers_for, updated_at = excluded.updated_at
          WHERE (known.name, known.kind, known.bound, known.bound_from, known.reveals, known.s47_list, known.answers_for)
            IS DISTINCT FROM (excluded.name, excluded.kind, excluded.bound, ${BOUND_FROM}, excluded.reveals, excluded.s47_list, excluded.answers_for)
        RETURNING agency_id`,
      [
        ...[
          partnershipId,
          body.agencyId,
          body.name,
          body.kind,
          body.bound,
          body.reveals,
          body.s47List,
          body.answersFor,
        ],
        ...[at, body.boundFrom ?? null, body.boundFrom !== undefined],
      ],
    );
    return changed.length > 0;
  }
}
