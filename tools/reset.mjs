/** `npm run reset`: forgets every database, topic, secret and log of this checkout's platform. It must not be running. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { claimRunFolder } from './platform/running.mjs';
import { placeElsewhere } from './platform/postgres-place.mjs';
import { root } from './platform/root.mjs';

const folder = join(root, '.run');
await claimRunFolder(join(folder, 'running.json'), console.log);
for (const place of [folder, placeElsewhere(folder)]) rmSync(place, { recursive: true, force: true });
console.log('The next start begins afresh');
