import { BreachesController } from './list/breaches.controller';
import { BreachController } from './one/breach.controller';

export const breaches = { controllers: [BreachesController, BreachController], providers: [] };
