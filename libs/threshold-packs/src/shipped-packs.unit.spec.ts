import { exampleProblems, loadCurrentPack, loadExamples, loadPack, packIds, packVersions } from './index';

describe.each(packIds())('The %s pack', (id) => {
  test('can be published in every shipped version', () => {
    for (const version of packVersions(id)) expect(loadPack(id, version)).toMatchObject({ id, version });
  });

  test('bears out its worked cases, which reach every row of its table', () => {
    const examples = loadExamples(id);
    expect(examples).toMatchObject({ pack: id, version: loadCurrentPack(id).version });
    expect(exampleProblems(loadCurrentPack(id), examples)).toEqual([]);
  });

  test('is marked as approved by nobody', () => {
    expect(loadCurrentPack(id).status).toBe('demonstration');
  });
});
