import { setTimeout as wait } from 'node:timers/promises';
import { AgreementDetail, DEMO_AGENCIES, newId, type AgreementContent } from '@mash/contracts';
import { eventually, people } from '@mash/testing';
import { register } from '../../../testing/a-partnership';
import { aLine, anAgreement, approveByAll, conclude, pathOf, propose } from '../../../testing/an-agreement';
import { startSharing, testFileThread, type Sharing } from '../../../testing/start-sharing';
import { AgreementFileReader, MOST_WAITING } from '../../agreements/agreement-file-reader';
import { faultInFile, readAgreementFile } from '../../domain/agreement-files/read-agreement-file';

const { council } = DEMO_AGENCIES;

describe('An agreement in a file', () => {
  let sharing: Sharing;
  beforeAll(async () => {
    sharing = await startSharing();
    await register(sharing);
  });
  afterAll(() => sharing.close());

  const importing = (text: string, as: typeof people.manager = people.admin) =>
    sharing.as(as)('post', '/agreements/import', { text });
  const exported = async (path: string, format: string, as: typeof people.manager = people.admin) =>
    sharing.as(as)('get', `${path}/export/${format}`);
  const drafts = async () =>
    (await sharing.query<{ n: number }>('SELECT count(*)::int AS n FROM agreement_draft'))[0]?.n;

  test.each(['yaml', 'mais'])('goes out as %s and comes in as a draft that says the same', async (format) => {
    const one = await conclude(sharing, anAgreement());
    const { text, fileName } = (await exported(pathOf(one), format)).body as { text: string; fileName: string };
    expect(fileName).toMatch(new RegExp(`^${one.slug}-v1\\.`));
    const agreementId = newId();
    const other = text.replaceAll(one.agreementId, agreementId);
    const { status, body } = await importing(other);
    expect([status, body]).toEqual([200, { agreementId, version: 1 }]);
    const path = pathOf({ ...one, agreementId });
    const draft = AgreementDetail.parse((await sharing.as(people.admin)('get', path)).body);
    expect(draft).toMatchObject({ ...one, agreementId, slug: `ours-${agreementId}`, state: 'draft' });
  });

  test.each(['yaml', 'mais'])('goes out as %s and comes in from before parties approved', async (format) => {
    const one = await conclude(sharing, anAgreement());
    const { agreementId } = one;
    await sharing.query(`UPDATE agreement SET parties = '[]', bases = '[]' WHERE agreement_id = $1`, [agreementId]);
    const { text } = (await exported(pathOf(one), format)).body as { text: string };
    const other = newId();
    expect((await importing(text.replaceAll(agreementId, other))).body).toEqual({ agreementId: other, version: 1 });
    const path = pathOf({ ...one, agreementId: other });
    const draft = AgreementDetail.parse((await sharing.as(people.admin)('get', path)).body);
    expect(draft).toMatchObject({ parties: [], bases: [], lines: one.lines, state: 'draft' });
    expect(draft.findings.map(({ code }) => code)).toContain('PARTIES_TOO_FEW');
    const sent = await sharing.as(people.admin)('post', `${path}/propose`);
    expect([sent.status, (sent.body as { code: string }).code]).toEqual([422, 'SHARING.AGREEMENT_FAULTY']);
  });

  describe('where a draft lies there already', () => {
    const saving = (one: AgreementContent, replaces?: string) =>
      sharing.as(people.admin)('post', '/agreements/import', {
        text: JSON.stringify(one),
        ...(replaces !== undefined && { replaces }),
      });
    const savedAt = async (one: AgreementContent) =>
      AgreementDetail.parse(
        await sharing
          .as(people.admin)('get', pathOf(one))
          .then(({ body }) => body as object),
      ).history.at(-1)?.at;
    const titleOf = async (one: AgreementContent) =>
      AgreementDetail.parse((await sharing.as(people.admin)('get', pathOf(one))).body).title;
    const refusal = ({ status, body }: { status: number; body: unknown }) => {
      const { code, errors } = body as { code?: string; errors?: { field: string; message: string }[] };
      return { status, code, is: errors?.[0] };
    };

    test('takes its place only where whoever writes has read that one', async () => {
      const one = anAgreement();
      expect((await saving(one, 'none')).status).toBe(200);
      const first = (await savedAt(one)) ?? '';
      expect((await saving({ ...one, title: 'Hers' }, first)).status).toBe(200);
      const hers = (await savedAt(one)) ?? '';
      const late = refusal(await saving({ ...one, title: 'His' }, first));
      expect(late).toEqual({
        ...{ status: 409, code: 'SHARING.DRAFT_CHANGED' },
        is: { field: 'replaces', code: 'is_now', message: hers },
      });
      expect(refusal(await saving({ ...one, title: 'His' }, 'none'))).toMatchObject({ code: 'SHARING.DRAFT_CHANGED' });
      expect(await titleOf(one)).toBe('Hers');
      expect((await saving({ ...one, title: 'His' }, hers)).status).toBe(200);
      expect(await titleOf(one)).toBe('His');
    });

    test('is sent twice and saved once', async () => {
      const one = anAgreement();
      for (let time = 0; time < 2; time += 1) expect((await saving(one, 'none')).status).toBe(200);
      const { history } = AgreementDetail.parse((await sharing.as(people.admin)('get', pathOf(one))).body);
      expect(history.map(({ step }) => step)).toEqual(['drafted']);
    });

    test('says that it was thrown away since', async () => {
      const one = anAgreement();
      await saving(one);
      const first = await savedAt(one);
      await sharing.as(people.admin)('post', `/agreements/${one.agreementId}/draft/discard`);
      expect(refusal(await saving(one, first))).toMatchObject({
        ...{ code: 'SHARING.DRAFT_CHANGED', is: { message: 'none' } },
      });
    });

    test('is replaced whatever lies there by a system that does not say', async () => {
      const one = anAgreement();
      await saving(one);
      expect((await saving({ ...one, title: 'Theirs' })).status).toBe(200);
      const body = { ...one, title: 'By the interface' };
      const post = (query: string) => sharing.as(people.admin)('post', `/agreements${query}`, body);
      expect(refusal(await post('?replaces=none'))).toMatchObject({ status: 409, code: 'SHARING.DRAFT_CHANGED' });
      expect((await post(`?replaces=${(await savedAt(one)) ?? ''}`)).status).toBe(204);
    });
  });

  test('that takes long to read holds nobody up, and one that takes too long is refused', async () => {
    const reader = (mostMs: number) => new AgreementFileReader({ ...testFileThread, mostMs });
    const involved = `[${'a,'.repeat(50_000)}]`;
    const somebody = new AbortController().signal;
    const read = reader(60_000).read(involved, somebody);
    expect(await Promise.race([read.then(() => 'the file'), wait(1).then(() => 'somebody else')])).toBe(
      'somebody else',
    );
    expect(await read).toMatchObject({ ok: false, faults: [{ field: '', code: 'invalid_type' }] });
    expect(await reader(1).read(involved, somebody)).toMatchObject({
      ok: false,
      faults: [{ code: 'FILE_TAKES_TOO_LONG' }],
    });
  });

  test('waits with a few others, not with any number, and no longer than whoever sent it', async () => {
    const reader = new AgreementFileReader(testFileThread);
    const text = JSON.stringify(anAgreement());
    const sent = () => {
      const gone = new AbortController();
      const read = reader.read(text, gone.signal).then(
        ({ ok }) => (ok ? 'read' : 'faulty'),
        (error: unknown) => (error as { code?: string }).code,
      );
      return { read, leave: () => gone.abort() };
    };
    const second = 1;
    const all = Array.from({ length: 1 + MOST_WAITING }, sent);
    const others = all.filter((_, at) => at !== second);
    expect(await sent().read).toBe('SHARING.TOO_MANY_FILES');
    all[second]?.leave();
    expect(await all[second]?.read).toBe('SHARING.NOBODY_WAITS');
    const last = sent(); // in the place that is free again
    expect(await sent().read).toBe('SHARING.TOO_MANY_FILES');
    for (const one of others.reverse()) one.leave(); // whose file is being read leaves last
    expect(await Promise.all(others.map(({ read }) => read))).toEqual(others.map(() => 'SHARING.NOBODY_WAITS'));
    expect(await last.read).toBe('read');
    expect(await sent().read).toBe('read');
    const late = reader.read(text, AbortSignal.abort());
    await expect(late).rejects.toMatchObject({ code: 'SHARING.NOBODY_WAITS', status: 408 });
  });

  test('is refused with a code where too many wait, and nothing changes', async () => {
    const before = await drafts();
    const reader = sharing.app.get(AgreementFileReader);
    const gone = new AbortController();
    const waiting = Array.from({ length: 1 + MOST_WAITING }, () => reader.read('{', gone.signal));
    const { status, body } = await importing(JSON.stringify(anAgreement()));
    expect([status, (body as { code: string }).code]).toEqual([503, 'SHARING.TOO_MANY_FILES']);
    gone.abort();
    expect(new Set((await Promise.allSettled(waiting)).map((one) => one.status))).toEqual(new Set(['rejected']));
    expect(await drafts()).toBe(before);
  });

  test('is read for nobody once whoever sent it has gone', async () => {
    const before = await drafts();
    const read = jest.spyOn(sharing.app.get(AgreementFileReader), 'read');
    const leaving = new AbortController();
    const token = await sharing.tokenOf(people.admin);
    const sent = fetch(`${sharing.url}/agreements/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text: JSON.stringify(anAgreement()) }),
      signal: leaving.signal,
    }).catch(() => 'gone');
    await eventually(() => expect(read).toHaveBeenCalledTimes(1));
    leaving.abort();
    expect(await sent).toBe('gone');
    const outcome = read.mock.results[0]?.value as Promise<unknown>;
    await expect(outcome).rejects.toMatchObject({ code: 'SHARING.NOBODY_WAITS' });
    read.mockRestore();
    expect(await drafts()).toBe(before);
  });

  test('or on the page is refused where it holds what a register cannot keep, as a fault and by its field', async () => {
    const before = await drafts();
    for (const odd of ['a\0b', 'a\ud800']) {
      const one = anAgreement({ title: odd });
      const imported = await importing(JSON.stringify(one));
      expect([imported.status, (imported.body as { errors: object[] }).errors]).toEqual([
        422,
        [expect.objectContaining({ field: 'title', message: expect.stringMatching(/^Line 1: Holds a character/) })],
      ]);
      const { status, body } = await sharing.as(people.admin)('post', '/agreements', one);
      expect([status, (body as { errors: object[] }).errors]).toEqual([
        400,
        [expect.objectContaining({ field: 'title' })],
      ]);
    }
    expect(await drafts()).toBe(before);
  });

  test('that is faulty is refused with line and field of each fault, and nothing changes', async () => {
    const before = await drafts();
    const { status, body } = await importing('agreementId: no\ntitle: [a\nlines: []');
    expect([status, (body as { code: string }).code]).toEqual([422, 'SHARING.FILE_FAULTY']);
    const text = JSON.stringify({ ...anAgreement(), tier: 'tier-9' }, null, 1);
    const { body: told } = await importing(text);
    const line = text.split('\n').findIndex((one) => one.includes('tier-9')) + 1;
    expect((told as { errors: object[] }).errors).toEqual([
      { field: 'tier', code: 'invalid_value', message: expect.stringMatching(new RegExp(`^Line ${line}: `)) },
    ]);
    expect(await drafts()).toBe(before);
  });

  test('goes out as a request until it is in force, and as a policy from then on; both come in', async () => {
    const one = anAgreement();
    await propose(sharing, one);
    const request = (await exported(pathOf(one), 'mais')).body as { text: string; fileName: string };
    expect(Object.keys(JSON.parse(request.text) as object)).toEqual(['SharingRequest']);
    expect(request.fileName).toBe(`${one.slug}-v1.mais-request.json`);
    await approveByAll(sharing, one);
    await sharing.as(people.admin)('post', pathOf(one, 'put-in-force'));
    const policy = (await exported(pathOf(one), 'mais')).body as { text: string; fileName: string };
    expect(policy.fileName).toBe(`${one.slug}-v1.mais.json`);
    expect(policy.text).toBe(request.text.replace('"SharingRequest"', '"SharingPolicy"'));
    for (const { text } of [request, policy]) {
      const agreementId = newId();
      expect((await importing(text.replaceAll(one.agreementId, agreementId))).status).toBe(200);
      const path = pathOf({ ...one, agreementId });
      const draft = (await exported(path, 'mais')).body as { text: string };
      expect(draft.text).toBe(request.text.replaceAll(one.agreementId, agreementId));
    }
  });

  describe('that the register finds wrong is refused by line, and what was there before stays', () => {
    const withLine = (changes: Parameters<typeof aLine>[0]) => ({ lines: [aLine(changes)] });
    const nobody = { organisations: ['a-club'], kinds: [] };
    const wrong: [string, Partial<AgreementContent>, string, string][] = [
      [
        'an unknown party',
        { parties: [...anAgreement().parties, { agencyId: 'a-club', role: 'controller' }] },
        'parties.2.agencyId',
        'PARTY_UNKNOWN',
      ],
      [
        'a line to an unknown body',
        withLine({ effect: 'deny', to: nobody }),
        'lines.0.to.organisations.0',
        'TARGET_UNKNOWN',
      ],
      [
        'consent as the basis',
        { bases: [{ agencyId: council, categories: ['hub-summary'], basis: ['TASK', 'CONSENT'] }] },
        'bases.0.basis.1',
        'BASIS_CONSENT',
      ],
      [
        'a public authority resting on recognised legitimate interests',
        { bases: [{ agencyId: council, categories: ['hub-summary'], basis: ['RLI'] }] },
        'bases.0.basis.0',
        'BASIS_RLI_PUBLIC',
      ],
      [
        'lines that clash',
        { lines: [aLine(), aLine({ lineId: 'two', effect: 'deny' })] },
        'lines.1.effect',
        'LINES_CLASH',
      ],
    ];

    test.each(wrong)('%s', async (_what, changes, field, code) => {
      const before = anAgreement();
      expect((await importing(JSON.stringify(before))).status).toBe(200);
      const { agreementId, slug } = before;
      const text = JSON.stringify(anAgreement({ ...changes, agreementId, slug, title: 'Another' }), null, 1);
      const { status, body } = await importing(text);
      const { code: refusal, errors } = body as {
        code: string;
        errors: { field: string; code: string; message: string }[];
      };
      expect([status, refusal]).toEqual([422, 'SHARING.FILE_FAULTY']);
      const found = errors.find((one) => one.code === code);
      expect(found).toMatchObject({ field, message: expect.stringMatching(/^Line \d+: /) });
      const at = Number(/^Line (\d+):/.exec(found?.message ?? '')?.[1]);
      const read = readAgreementFile(text);
      expect(read.ok && faultInFile(read, { field, code, message: '' }).line).toBe(at);
      expect(at).toBeGreaterThan(1);
      const kept = AgreementDetail.parse((await sharing.as(people.admin)('get', pathOf(before))).body);
      expect([kept.title, kept.history.map(({ step }) => step)]).toEqual(['Ours', ['drafted']]);
      expect(await refusalsNoted()).toBeGreaterThan(0);
    });

    const refusalsNoted = async () =>
      (
        await sharing.query(
          `SELECT 1 FROM (SELECT envelope FROM outbox UNION ALL SELECT envelope FROM outbox_archive) AS put_down
            WHERE envelope -> 'data' ->> 'action' = 'agreement.import' AND envelope -> 'data' ->> 'outcome' = 'refused'
              AND envelope -> 'data' ->> 'reasonCode' = 'SHARING.FILE_FAULTY'`,
        )
      ).length;
  });

  test('that is only unfinished becomes a draft: what it lacks stands beside it', async () => {
    const one = anAgreement({ bases: [] });
    expect((await importing(JSON.stringify(one))).status).toBe(200);
    const draft = AgreementDetail.parse((await sharing.as(people.admin)('get', pathOf(one))).body);
    expect(new Set(draft.findings.map(({ code }) => code))).toEqual(new Set(['BASIS_MISSING']));
  });

  test('that is longer than any agreement is refused before it is read', async () => {
    const before = await drafts();
    expect((await importing(`title: ${'x'.repeat(1_200_000)}`)).status).toBe(400);
    expect(await drafts()).toBe(before);
  });

  test('is taken in by the administrator alone, and goes out to whoever may read it', async () => {
    const text = JSON.stringify(anAgreement());
    const before = await drafts();
    for (const person of [people.igOfficer, people.policeSignatory, people.manager])
      expect([403, 404]).toContain((await importing(text, person)).status);
    expect(await drafts()).toBe(before);
    const one = await conclude(sharing, anAgreement());
    expect((await exported(pathOf(one), 'yaml', people.policeSignatory)).status).toBe(200);
    expect((await exported(pathOf(one), 'yaml', people.healthSignatory)).status).toBe(404);
    expect((await exported(pathOf(one), 'docx')).status).toBe(404);
  });
});
