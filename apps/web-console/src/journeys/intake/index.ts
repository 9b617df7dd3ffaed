import { CallController } from './call.controller';
import { IntakeController } from './intake.controller';

export const intake = { controllers: [CallController, IntakeController], providers: [] };
