import { AccessController } from './restrict/access.controller';
import { BreakGlassController } from './break-glass/break-glass.controller';
import { GlassSealer } from './break-glass/glass-sealer';

export const access = { controllers: [AccessController, BreakGlassController], providers: [GlassSealer] };
