import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from '../documents/data-schema';
import { allContracts } from '../events';
import { compareWithFrozen } from './compare-with-frozen';
import { frozenContract, frozenPath } from './frozen-contract';

const src = join(__dirname, '..');
const frozenOf = (path: string) => JSON.parse(readFileSync(join(src, path), 'utf8')) as JsonSchema;

describe('Released contracts', () => {
  test.each(allContracts.map((contract) => [`${contract.type} v${contract.version}`, contract] as const))(
    '%s is what its frozen file says, or more by an optional field',
    (name, contract) => {
      const { breaks } = compareWithFrozen(frozenOf(frozenPath(contract)), frozenContract(contract));
      if (breaks.length === 0) return;
      throw new Error(`${name} differs from what was released: ${breaks.join('; ')}. Make a v${contract.version + 1}.`);
    },
  );

  test('are all still there: none that was frozen has gone', () => {
    const expected = allContracts.map(frozenPath).sort();
    const found = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.json'));
    expect(found.sort()).toEqual(expected);
  });
});
