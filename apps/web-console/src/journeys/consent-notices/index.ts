import { ConsentNoticesController } from './consent-notices.controller';

export const consentNotices = { controllers: [ConsentNoticesController], providers: [] };
