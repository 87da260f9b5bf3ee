import { Allow } from '@app/access';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenApiText } from './openapi-text.js';

@ApiExcludeController()
@Allow('open')
@Controller()
export class OpenApiController {
  constructor(private readonly document: OpenApiText) {}

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  get(): string {
    return this.document.text;
  }
}
