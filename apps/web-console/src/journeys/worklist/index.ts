import { WorklistController } from './worklist.controller';

export const worklist = { controllers: [WorklistController], providers: [] };
