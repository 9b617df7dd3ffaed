import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A signed head as it is kept: what it says is inside the statement, and believed only once the signature has been checked. */
export interface KeptCheckpoint {
  readonly seq: number;
  readonly statement: string;
  readonly signedAt: string;
}

const ADD = `
  INSERT INTO audit_checkpoint (partnership_id, seq, statement, signed_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;
const ALL = 'SELECT seq, statement, signed_at FROM audit_checkpoint WHERE partnership_id = $1 ORDER BY seq';
const LAST =
  'SELECT seq, statement, signed_at FROM audit_checkpoint WHERE partnership_id = $1 ORDER BY seq DESC LIMIT 1';

interface Row {
  seq: string;
  statement: string;
  signed_at: Date;
}
const kept = ({ seq, statement, signed_at }: Row): KeptCheckpoint => ({
  seq: Number(seq),
  statement,
  signedAt: signed_at.toISOString(),
});

@Injectable()
export class CheckpointStore {
  constructor(private readonly dataSource: DataSource) {}

  async add(partnershipId: string, { seq, statement, signedAt }: KeptCheckpoint): Promise<void> {
    await this.dataSource.query(ADD, [partnershipId, seq, statement, signedAt]);
  }

  async all(partnershipId: string): Promise<KeptCheckpoint[]> {
    return (await this.dataSource.query<Row[]>(ALL, [partnershipId])).map(kept);
  }

  async last(partnershipId: string): Promise<KeptCheckpoint | undefined> {
    return (await this.dataSource.query<Row[]>(LAST, [partnershipId])).map(kept)[0];
  }
}
