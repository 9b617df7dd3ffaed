import { z } from 'zod';
import type { EntriesWanted } from '../../../api-clients/audit.client';
import type { FieldError } from '../../../forms/field-error';
import type { Posted } from '../../../forms/posted';
import { startOfDay } from './start-of-day';

/** What the log is narrowed down to. Ids and days only, so that it may stand in an address. */
export interface LogFilter {
  readonly enquiryId?: string;
  readonly actorId?: string;
  /** Days in London, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly page: number;
}

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

/** Reads the filter out of the address. What cannot be read is left out and said. */
export function readLogFilter(query: Posted): { filter: LogFilter; errors: readonly FieldError[] } {
  const [enquiryId, actorId] = [query.text('enquiryId'), query.text('actorId')];
  const [from, to] = [query.text('from'), query.text('to')];
  const page = /^[1-9]\d{0,3}$/.test(query.text('page')) ? Number(query.text('page')) : 1;
  const isId = z.uuid().safeParse(enquiryId).success;
  const isWorker = /^[A-Za-z0-9_-]{1,100}$/.test(actorId);
  const errors = [
    ...(enquiryId === '' || isId ? [] : [{ field: 'enquiryId', text: 'Enter the whole id of the enquiry' }]),
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
      ...(isDay(from) && { from }),
      ...(isDay(to) && { to }),
      page,
    },
    errors,
  };
}

/** The filter as the audit service asks for it: instants, the end not included. */
export function entriesWanted({ from, to, ...rest }: LogFilter): EntriesWanted {
  return {
    ...rest,
    ...(from !== undefined && { from: startOfDay(from, 0).toISOString() }),
    ...(to !== undefined && { to: startOfDay(to, 1).toISOString() }),
  };
}
