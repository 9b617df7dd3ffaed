import { z } from 'zod';
import { defineEvent } from '../core/define-event';
import { compareWithFrozen } from './compare-with-frozen';
import { frozenContract } from './frozen-contract';

const child = { personId: z.uuid(), band: z.enum(['0-4', '5-10']) };
const released = {
  enquiryId: z.uuid().describe('The enquiry'),
  note: z.string().optional(),
  children: z.array(z.object(child)),
};

const frozenOf = (shape: z.ZodRawShape, frame = { version: 1, topic: 'mash.sample.v1' }) =>
  frozenContract(
    defineEvent({
      type: 'sample.thing-done',
      ...frame,
      key: (data) => data['enquiryId'] as string,
      data: z.object(shape),
    }),
  );
const comparedWith = (shape: z.ZodRawShape) => compareWithFrozen(frozenOf(released), frozenOf(shape));

describe('A contract beside what was released', () => {
  test('may be what it was', () => {
    expect(comparedWith(released)).toEqual({ additions: [], breaks: [] });
  });

  test('may be worded better', () => {
    expect(comparedWith({ ...released, enquiryId: z.uuid().describe('Better words') }).breaks).toEqual([]);
  });

  test('may have a new optional field, inside a list too', () => {
    const children = z.array(z.object({ ...child, school: z.string().optional() }));
    expect(comparedWith({ ...released, children, more: z.string().optional() })).toEqual({
      additions: ['children.items.school is new and optional', 'more is new and optional'],
      breaks: [],
    });
  });

  const { enquiryId, children } = released;
  test.each([
    ['a new required field', { ...released, more: z.string() }, 'more is new and required'],
    ['a field less', { enquiryId, children }, 'note is gone'],
    ['another type', { ...released, note: z.number().optional() }, 'note.type changed'],
    ['an optional field made required', { ...released, note: z.string() }, 'note became required'],
    ['a required field made optional', { ...released, children: children.optional() }, 'children became optional'],
    ['a tighter limit', { ...released, note: z.string().max(9).optional() }, 'note.maxLength changed'],
    [
      'a new code in a list',
      { ...released, children: z.array(z.object({ ...child, band: z.enum(['0-4', '5-10', '11-15']) })) },
      'children.items.band.enum changed',
    ],
  ])('may not have %s', (_what, shape, said) => {
    expect(comparedWith(shape).breaks).toContain(said);
  });

  test('may not move to another topic or version in the same file', () => {
    const moved = frozenOf(released, { version: 2, topic: 'mash.other.v1' });
    expect(compareWithFrozen(frozenOf(released), moved).breaks).toEqual(['x-version changed', 'x-topic changed']);
  });
});
