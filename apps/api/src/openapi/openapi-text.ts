import { Injectable } from '@nestjs/common';

/** The served document; filled when the app is put together, as only then all routes are known. */
@Injectable()
export class OpenApiText {
  text = '';
}
