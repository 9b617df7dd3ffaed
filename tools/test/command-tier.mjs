import { startChild } from '../platform/children.mjs';
import { root } from '../platform/root.mjs';
import { children } from './children-of-the-run.mjs';

/** Runs one check, which passes or fails as a whole. */
export async function runCommandTier(name, [command, args]) {
  const child = startChild({ name, command, args, env: process.env, cwd: root });
  children.add(child);
  const end = await child.ended;
  if (end === 'ended with code 0') return { passed: 1, failed: 0 };
  console.log(`${name} ${end}`);
  return { passed: 0, failed: 1 };
}
