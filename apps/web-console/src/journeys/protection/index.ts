import { NoticesController } from './notices/notices.controller';
import { ProtectController } from './press/protect.controller';
import { ProtectionPress } from './press/protection-press';

export const protection = { controllers: [ProtectController, NoticesController], providers: [ProtectionPress] };
