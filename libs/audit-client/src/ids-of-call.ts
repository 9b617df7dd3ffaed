import type { Request } from 'express';
import { z } from 'zod';

const Id = z.uuid();
const idIn = (value: unknown): string | undefined => Id.safeParse(value).data;

const typeOf = (param: string): string => param.charAt(0).toUpperCase() + param.slice(1).replace(/Id$/, '');

interface IdsOfCall {
  readonly enquiryId?: string;
  readonly subject?: { readonly type: string; readonly id: string };
}

/**
 * What a call that was refused is about: the enquiry that its path or body names, and the record of its path. Ids alone, and only where they are
 * such: nothing else of a body that was refused is kept.
 */
export function idsOfCall({ params, body }: Pick<Request, 'params' | 'body'>): IdsOfCall {
  const named = (body ?? {}) as Record<string, unknown>;
  const enquiryId = idIn(params['enquiryId']) ?? idIn(named['enquiryId']);
  const [own] = Object.entries(params).flatMap(([param, value]) => {
    const id = idIn(value);
    return id === undefined ? [] : { type: typeOf(param), id };
  });
  return { ...(enquiryId !== undefined && { enquiryId }), ...(own && { subject: own }) };
}
