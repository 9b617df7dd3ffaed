import { newId, type HolderItem, type OwnItemsOpened } from '@mash/contracts';
import { Injectable } from '@nestjs/common';
import { ServiceProblem } from '../../api-clients/service-errors';
import type { Asker } from '../../api-clients/service-http';
import { SharingClient } from '../../api-clients/sharing.client';
import { Clock } from '../../clock';
import { PageNotFound } from '../../session/page-not-found';
import { requireId } from '../../session/require-id';
import { SubjectNames } from '../releasing/subject-names';

export interface OpenedOwnItems extends OwnItemsOpened {
  readonly enquiryId: string;
  readonly names: ReadonlyMap<string, string>;
}
export interface OpenedOwnItem extends OpenedOwnItems {
  readonly item: HolderItem;
}

/** Opens what a person's own agency has said, with that person's own token. Another agency's, and what is not there, read as not found. */
@Injectable()
export class OwnItemsPage {
  constructor(
    private readonly sharing: SharingClient,
    private readonly names: SubjectNames,
    private readonly clock: Clock,
  ) {}

  async all(asker: Asker, enquiry: string): Promise<OpenedOwnItems> {
    return this.open(asker, requireId(enquiry));
  }

  async one(asker: Asker, enquiry: string, item: string): Promise<OpenedOwnItem> {
    const opened = await this.open(asker, requireId(enquiry), requireId(item));
    const [only] = opened.items;
    if (only === undefined) throw new PageNotFound();
    return { ...opened, item: only };
  }

  private async open(asker: Asker, enquiryId: string, itemId?: string): Promise<OpenedOwnItems> {
    const releaseId = newId(this.clock.now().getTime());
    const asked = { releaseId, enquiryId, ...(itemId !== undefined && { itemId }) };
    const opened = await this.sharing.openOwnItems(asker, asked).catch(asNotFound);
    const personIds = [...new Set(opened.items.map(({ personId }) => personId))];
    return { ...opened, enquiryId, names: await this.names.all(asker, enquiryId, personIds) };
  }
}

function asNotFound(error: unknown): never {
  if (error instanceof ServiceProblem && error.status === 404) throw new PageNotFound();
  throw error;
}
