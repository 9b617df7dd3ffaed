import { PictureReader } from './picture-reader';
import { PictureController } from './picture.controller';

export const picture = { controllers: [PictureController], providers: [PictureReader] };
