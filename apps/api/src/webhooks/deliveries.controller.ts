import { GetDeliveryQuery } from '@app/webhooks';
import { DeliveryAnswer, Identifier } from '@app/wire';
import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';

@ApiTags('webhooks')
@Controller('v1/deliveries')
export class DeliveriesController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':deliveryId')
  @Route({ summary: 'A delivery with its attempts', access: 'inspect', answer: DeliveryAnswer })
  get(@Param('deliveryId', { schema: Identifier }) deliveryId: string): Promise<DeliveryAnswer> {
    return this.queries.execute(new GetDeliveryQuery(deliveryId));
  }
}
