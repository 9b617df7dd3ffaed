import { formerIdsInQuery, MOST_FORMER_IDS, type FormerIds } from '@mash/contracts';
import { z } from 'zod';
import type { EntriesWanted } from '../../../api-clients/audit.client';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { startOfDay } from './start-of-day';

type FormerId = FormerIds['formerIds'][number];

/** What the log is narrowed down to. Ids and days only, so that it may stand in an address. */
export interface LogFilter {
  readonly enquiryId?: string;
  readonly actorId?: string;
  readonly personId?: string;
  /** Days in London, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly page: number;
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

/** Reads the filter out of the address. What cannot be read is left out and said. */
export function readLogFilter(query: Posted): { filter: LogFilter; errors: readonly FieldError[] } {
  const [enquiryId, actorId, personId] = [query.text('enquiryId'), query.text('actorId'), query.text('personId')];
  const [from, to] = [query.text('from'), query.text('to')];
  const page = /^[1-9]\d{0,3}$/.test(query.text('page')) ? Number(query.text('page')) : 1;
  const [isId, isPerson] = [enquiryId, personId].map((one) => z.uuid().safeParse(one).success);
  const isWorker = /^[A-Za-z0-9_-]{1,100}$/.test(actorId);
  const errors = [
    ...(enquiryId === '' || isId ? [] : [{ field: 'enquiryId', text: 'Enter the whole id of the enquiry' }]),
    ...(personId === '' || isPerson ? [] : [{ field: 'personId', text: 'Enter the whole id of the person' }]),
    ...(actorId === '' || isWorker ? [] : [{ field: 'actorId', text: 'Enter the id of the worker as the log has it' }]),
    ...(from === '' || isDay(from) ? [] : [{ field: 'from', text: 'Enter the first day as 2026-11-03' }]),
    ...(to === '' || isDay(to) ? [] : [{ field: 'to', text: 'Enter the last day as 2026-11-03' }]),
    ...(isDay(from) && isDay(to) && to < from
      ? [{ field: 'to', text: 'The last day must be the first day or later' }]
      : []),
  ];
  return {
    filter: {
      ...(isId && { enquiryId }),
      ...(isWorker && { actorId }),
      ...(isPerson && { personId }),
      ...(isDay(from) && { from }),
      ...(isDay(to) && { to }),
      page,
    },
    errors,
  };
}

/** Of a person who stood under more ids than one search takes, what is left out is said. */
export const TOO_MANY_IDS: FieldError = {
  field: 'personId',
  text: `This person stood under more than ${MOST_FORMER_IDS} other ids, and not all of them are searched: enter the enquiry too`,
};

/**
 * The filter as the audit service asks for it: instants, the end not included.
 * @param formerIds under which the person stood before; of another enquiry than the one that is asked for they find nothing
 */
export function entriesWanted({ from, to, ...rest }: LogFilter, formerIds: readonly FormerId[] = []): EntriesWanted {
  const stood = formerIds.slice(0, MOST_FORMER_IDS);
  return {
    ...rest,
    ...(stood.length > 0 && { formerly: formerIdsInQuery(stood) }),
    ...(from !== undefined && { from: startOfDay(from, 0).toISOString() }),
    ...(to !== undefined && { to: startOfDay(to, 1).toISOString() }),
  };
}
