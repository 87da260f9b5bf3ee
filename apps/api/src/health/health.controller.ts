import { Health, registry } from '@app/platform';
import { AliveAnswer, HealthAnswer } from '@app/wire';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { Answer } from '../request/answer.js';

const unless = (ok: boolean): { status?: number } => (ok ? {} : { status: 503 });

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('livez')
  @Route({ summary: 'The process answers', access: 'open', answer: AliveAnswer })
  alive(): AliveAnswer {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Route({ summary: 'Ready for traffic, or why not', access: 'open', answer: HealthAnswer })
  ready(): Answer<HealthAnswer> {
    return new Answer(this.health.report(), unless(this.health.ready));
  }

  @Get('startupz')
  @Route({ summary: 'Has been ready once', access: 'open', answer: HealthAnswer })
  started(): Answer<HealthAnswer> {
    return new Answer(this.health.report(), unless(this.health.started));
  }

  @Get('metrics')
  @ApiExcludeEndpoint()
  @Header('content-type', registry.contentType)
  @Route({ summary: 'Metrics in the format of Prometheus', access: 'open' })
  metrics(): Promise<string> {
    return registry.metrics();
  }
}
