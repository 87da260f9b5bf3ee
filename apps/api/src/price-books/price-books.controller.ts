import {
  AddDiscountsCommand,
  AddPricesCommand,
  CreatePriceBookCommand,
  GetPriceBookQuery,
  ListPriceBooksQuery,
} from '@app/pricing';
import {
  AddDiscountsBody,
  AddPricesBody,
  CreatePriceBookBody,
  DryRunQuery,
  Identifier,
  PriceBookAnswer,
  PriceBookChangedAnswer,
  PriceBookList,
  PriceBookQuery,
  PriceBooksQuery,
} from '@app/wire';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { Answer } from '../request/answer.js';
import { type Caller, Context } from '../request/caller.js';
import { sliceOf } from '../request/cursor.js';
import { pageOf } from '../request/page.js';
import { GuardedContext } from '../request/precondition.js';
import { changedAnswer, priceBookAnswer } from './price-book-answer.js';

@ApiTags('prices')
@Controller('v1/price-books')
export class PriceBooksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Route({
    summary: 'Open a price book with its first prices',
    access: 'administer',
    status: 201,
    answer: PriceBookChangedAnswer,
    idempotent: true,
  })
  async create(
    @Body({ schema: CreatePriceBookBody }) body: CreatePriceBookBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @Context() caller: Caller,
  ): Promise<Answer<PriceBookChangedAnswer>> {
    const command = new CreatePriceBookCommand(body, { ...caller, dryRun });
    return changedAnswer(body.priceBookId, await this.commands.execute(command), dryRun);
  }

  @Post(':priceBookId/prices')
  @Route({
    summary: 'Publish prices; they price earlier usage too',
    access: 'administer',
    answer: PriceBookChangedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async addPrices(
    @Param('priceBookId', { schema: Identifier }) priceBookId: string,
    @Body({ schema: AddPricesBody }) body: AddPricesBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<PriceBookChangedAnswer>> {
    const command = new AddPricesCommand(priceBookId, body, { ...caller, dryRun });
    return changedAnswer(priceBookId, await this.commands.execute(command), dryRun);
  }

  @Post(':priceBookId/discounts')
  @Route({
    summary: 'Publish discounts; they lower earlier usage too',
    access: 'administer',
    answer: PriceBookChangedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async addDiscounts(
    @Param('priceBookId', { schema: Identifier }) priceBookId: string,
    @Body({ schema: AddDiscountsBody }) body: AddDiscountsBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<PriceBookChangedAnswer>> {
    const command = new AddDiscountsCommand(priceBookId, body, { ...caller, dryRun });
    return changedAnswer(priceBookId, await this.commands.execute(command), dryRun);
  }

  @Get()
  @Route({ summary: 'List price books', access: 'read', answer: PriceBookList })
  async list(@Query({ schema: PriceBooksQuery }) query: PriceBooksQuery): Promise<PriceBookList> {
    const slice = sliceOf('price-books', query);
    const rows = await this.queries.execute(new ListPriceBooksQuery(slice, slice.asOf));
    return pageOf('price-books', query, { ...rows, data: rows.data.map(priceBookAnswer) });
  }

  @Get(':priceBookId')
  @Route({ summary: 'A price book', access: 'read', answer: PriceBookAnswer })
  async get(
    @Param('priceBookId', { schema: Identifier }) priceBookId: string,
    @Query({ schema: PriceBookQuery }) { asOf }: PriceBookQuery,
  ): Promise<Answer<PriceBookAnswer>> {
    const book = await this.queries.execute(new GetPriceBookQuery(priceBookId, asOf));
    return new Answer(priceBookAnswer(book), { version: book.version });
  }
}
