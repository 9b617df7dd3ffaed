import { CreateSessions1795000000000 } from './1795000000000-create-sessions';
import { CreateHeldPosts1795000000001 } from './1795000000001-create-held-posts';
import { KeepOverflowLeases1795305600241 } from './1795305600241-keep-overflow-leases';
import { SayWhoseHeldPostsAre1795305600970 } from './1795305600970-say-whose-held-posts-are';

/** The console's migrations, oldest first. */
export const migrations = [
  CreateSessions1795000000000,
  CreateHeldPosts1795000000001,
  KeepOverflowLeases1795305600241,
  SayWhoseHeldPostsAre1795305600970,
];
