import { HolderNoticeController } from './holder-notice.controller';
import { WorklistController } from './worklist.controller';

export const worklist = { controllers: [HolderNoticeController, WorklistController], providers: [] };
