import { AgreementContent, newId } from '@mash/contracts';
import { parse } from 'yaml';
import type { AgreementsClient } from '../../../api-clients/agreements.client';
import { ServiceDown, ServiceProblem } from '../../../api-clients/service-errors';
import { Clock } from '../../../clock';
import { Posted } from '../../../forms/posted';
import { DraftAgreementController } from './draft.controller';
import { draftClash, draftFaults, readDraft } from './draft.form';
import { draftInTheWay, draftThatIsThere, draftView } from './draft.presenter';
import { draftSkeleton } from './draft-skeleton';
import { asNextVersion } from './next-version';

describe('A draft', () => {
  test('starts from something that can be read, on the day of a leap year too', () => {
    const agreementId = newId();
    const read = AgreementContent.safeParse(parse(draftSkeleton(agreementId, new Date('2028-02-29T12:00:00Z'))));
    expect(read.data).toMatchObject({ agreementId, inForceFrom: '2028-02-29', reviewDue: '2029-02-28' });
  });

  test('that is there already is told before another takes its place, until it is sent out or dropped', () => {
    const at = '2026-11-24T13:40:00.000Z';
    const [agreementId, byAccount] = [newId(), newId()];
    const drafted = { step: 'drafted', version: 2, at, byAccount, byName: 'Priya Nair' } as const;
    const stopped = { ...drafted, step: 'stopped', version: 1 } as const;
    const told = (history: readonly (typeof drafted | typeof stopped | object)[], state = 'in_force') =>
      draftInTheWay({ agreementId, state, history } as never, new Date('2026-11-24T14:00:00.000Z'));
    expect(told([drafted, stopped])).toMatch(/^Priya Nair saved a draft of version 2 .*replaces it/);
    expect(told([drafted], 'draft')).toBeUndefined();
    for (const step of ['discarded', 'proposed']) expect(told([drafted, { ...drafted, step }])).toBeUndefined();
    expect(told([stopped])).toBeUndefined();
  });

  test('says which draft whoever writes has read: the newest that still lies there, or none', () => {
    const at = '2026-11-24T13:40:00.000Z';
    const step = (name: string) => ({ step: name, version: 2, at }) as never;
    expect(draftThatIsThere([step('put_in_force'), step('drafted'), step('stopped')])).toBe(at);
    for (const ended of ['discarded', 'proposed'])
      expect(draftThatIsThere([step('drafted'), step(ended)])).toBe('none');
    expect(draftThatIsThere([])).toBe('none');
    expect(draftView({ text: 'a', replaces: at, errors: [] }).replaces).toBe(at);
    expect(readDraft(new Posted({ text: 'a', replaces: at }))).toEqual({ text: 'a', replaces: at, errors: [] });
    expect(readDraft(new Posted({ text: 'a', replaces: 'yesterday' })).replaces).toBe('none');
  });

  test('that somebody else saved meanwhile is told, with what was written still there, and is replaced by saving again', () => {
    const is = (message: string) => [{ field: 'replaces', code: 'is_now', message }];
    const clash = (message: string) =>
      draftClash(
        new ServiceProblem('sharing', 409, 'SHARING.DRAFT_CHANGED', 'Priya Nair has saved another.', is(message)),
        new Date('2026-11-24T14:00:00.000Z'),
      );
    const at = '2026-11-24T13:40:00.000Z';
    expect(clash(at)).toEqual({
      replaces: at,
      errors: [
        {
          field: 'text',
          text: 'Priya Nair has saved another. That was at 13:40 today. Yours is below and is not saved: read theirs in another window, then save again to put yours in its place',
        },
      ],
    });
    expect(clash('none')).toMatchObject({ replaces: 'none' });
    expect(draftClash(new ServiceProblem('sharing', 409, 'SHARING.VERSION_EXISTS', 'No'), new Date())).toBeUndefined();
  });

  test('that is saved while its page is put together shows its words, or is not replaced', async () => {
    let lying = { at: '2026-11-24T13:40:00.000Z', text: 'Older words' };
    const saves = { at: '2026-11-24T13:41:00.000Z', text: 'Newer words' };
    const agreements = {
      agreement: async () => {
        await Promise.resolve();
        lying = saves; // by somebody else
        return { state: 'draft', history: [{ step: 'drafted', version: 2, at: lying.at }] };
      },
      exportAgreement: () => Promise.resolve({ text: lying.text }),
    } as unknown as AgreementsClient;
    const controller = new DraftAgreementController(agreements, {} as never, new Clock());
    const answer = await controller.next(newId(), '2', {} as never);
    expect(answer).toMatchObject({ view: { replaces: saves.at, field: { args: { value: saves.text } } } });
  });

  test('of the next version is the same words under the next number', () => {
    const yaml = 'title: "version: 3"\nversion: 3\nwords:\n  why: version 3\n';
    expect(asNextVersion(yaml, 4)).toBe('title: "version: 3"\nversion: 4\nwords:\n  why: version 3\n');
  });

  test('that is empty is sent back before the service is asked', () => {
    expect(readDraft(new Posted({ text: ' ' })).errors).toEqual([
      { field: 'text', text: 'Write or paste the agreement' },
    ]);
  });

  test('has every fault told with its line, and lets go on what is no fault of it', () => {
    const errors = [{ field: 'lines.0.effect', code: 'x', message: 'Line 20: Invalid option' }];
    const faulty = new ServiceProblem('sharing', 422, 'SHARING.FILE_FAULTY', 'No', errors);
    expect(draftFaults(faulty)).toEqual([{ field: 'text', text: 'Line 20: Invalid option (lines.0.effect)' }]);
    const tooBig = [{ field: 'text', code: 'too_big', message: 'Too big' }];
    for (const refusal of [
      new ServiceProblem('sharing', 400, 'REQUEST.NOT_VALID', 'No', tooBig),
      new ServiceProblem('sharing', 413, 'REQUEST.TOO_LARGE', 'No'),
    ])
      expect(draftFaults(refusal)).toEqual([{ field: 'text', text: 'This is longer than an agreement may be' }]);
    const there = new ServiceProblem('sharing', 409, 'SHARING.VERSION_EXISTS', 'It is there already.');
    expect(draftFaults(there)).toEqual([{ field: 'text', text: 'It is there already.' }]);
    const down = new ServiceDown('sharing');
    expect(() => draftFaults(down)).toThrow(down);
    const notTheirs = new ServiceProblem('sharing', 403, 'AGREEMENT.DRAFT_NOT_ALLOWED', 'No');
    expect(() => draftFaults(notTheirs)).toThrow(notTheirs);
  });
});
