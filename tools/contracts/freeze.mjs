/**
 * `npm run contracts:freeze`: writes the frozen file of each event contract that has none, and adds new optional fields to those
 * that have one. Anything else that differs is refused by name, and then nothing at all is written: a released contract never
 * changes its meaning. Reads the built contracts, so build first.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from '../platform/root.mjs';

const contracts = join(root, 'libs', 'contracts');
const built = (path) => createRequire(import.meta.url)(join(contracts, 'dist', path));
const { allContracts } = built('events.js');
const { frozenContract, frozenPath } = built('freezing/frozen-contract.js');
const { compareWithFrozen } = built('freezing/compare-with-frozen.js');

/** What there is to do about one contract. */
function plan(contract) {
  const path = join(contracts, 'src', frozenPath(contract));
  const name = `${contract.type} v${contract.version}`;
  const current = frozenContract(contract);
  if (!existsSync(path)) return { name, path, current, additions: ['frozen for the first time'], breaks: [] };
  return { name, path, current, ...compareWithFrozen(JSON.parse(readFileSync(path, 'utf8')), current) };
}

const plans = allContracts.map(plan);
const refused = plans.filter(({ breaks }) => breaks.length > 0);
for (const { name, breaks } of refused) {
  console.error(`${name} differs from what was released: ${breaks.join('; ')}. Make a new version beside it.`);
}
if (refused.length > 0) process.exit(1);

const toWrite = plans.filter(({ additions }) => additions.length > 0);
for (const { name, path, current, additions } of toWrite) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(current, null, 2)}\n`);
  console.log(`${name}: ${additions.join('; ')}`);
}
console.log(`Froze ${toWrite.length} of ${plans.length} contracts; the others had not changed`);
