import type { PersonActor } from '@mash/authorisation';
import type { Tx } from '@mash/persistence';
import { Injectable } from '@nestjs/common';
import type { HolderStatement } from '../domain/holder/holder-statement';
import type { AcceptedSoFar } from '../domain/release/accepted-so-far';
import type { AskedLines } from './asked-lines';
import { asTheirTellerReads } from './chosen-to-tell';
import type { Opened } from './envelope-opener';
import type { Telling } from './judge-thing';
import type { AdmittedNow } from './release-gate';
import type { Thing } from './thing';
import { ThingDecider, type Said } from './thing-decider';
import { thingsOf } from './things-of';
import { untilAccepted } from './until-accepted';

/**
 * Nobody tells in immediate protection what they could not read themselves: the mode asks no other rule, so that a press would open to its presser
 * whatever they name. Each thing that an agency answered is decided for them as well, as when they look, in the same transaction.
 */
@Injectable()
export class WhatThePresserReads {
  constructor(private readonly decider: ThingDecider) {}

  /** @returns the hub's own documents, and of the answers what the presser is shown, as they read it. No REVIEW is raised by pressing. */
  async of(
    tx: Tx,
    things: readonly Thing[],
    its: {
      opened: readonly Opened[];
      actor: PersonActor;
      admitted: AdmittedNow;
      presser: Telling;
      asked: AskedLines;
      statements: readonly HolderStatement[];
      accepted: AcceptedSoFar;
      said: Pick<Said, 'unwrap'>;
      at: Date;
    },
  ): Promise<readonly Thing[]> {
    const { opened, actor, admitted, presser: telling, asked, statements, accepted, at } = its;
    const answers = opened.filter(({ kind }) => kind === 'answer');
    if (answers.length === 0) return things;
    const own = thingsOf(answers, { admitted, telling, asked, statements, viewer: actor, now: at });
    const read = await this.decider.asTheyStand(tx, admitted.facts, own, telling, its.said.unwrap);
    return asTheirTellerReads(things, read.map(untilAccepted(accepted)));
  }
}
