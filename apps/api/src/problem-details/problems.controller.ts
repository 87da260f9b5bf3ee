import { Allow } from '@app/access';
import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { problemIndex, problemPage } from './problem-page.js';
import { isProblemCode } from './problems.js';

/** What a problem's `type` leads to. */
@ApiExcludeController()
@Allow('open')
@Controller('problems')
export class ProblemsController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  index(): string {
    return problemIndex();
  }

  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  page(@Param('code') code: string): string {
    if (!isProblemCode(code)) throw new NotFoundException();
    return problemPage(code);
  }
}
