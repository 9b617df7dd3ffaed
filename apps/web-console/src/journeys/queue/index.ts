import { QueueController } from './queue.controller';

export const queue = { controllers: [QueueController], providers: [] };
