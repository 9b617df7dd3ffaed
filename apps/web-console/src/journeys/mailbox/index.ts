import { MailboxController } from './mailbox.controller';

export const mailbox = { controllers: [MailboxController], providers: [] };
