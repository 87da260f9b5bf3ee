import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { csvOf, ndjsonOf, type Row } from './table-text.js';

interface List {
  readonly data: readonly Row[];
  readonly page: { readonly next: string | null };
}

const FORMATS = { 'text/csv': csvOf, 'application/x-ndjson': ndjsonOf } as const;
type Format = keyof typeof FORMATS;

/** Answers a list as CSV or NDJSON when that is asked for; the next page is in `Link`. */
@Injectable()
export class TableInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const format = formatOf(request.headers.accept);
    if (format === null) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((value: unknown) => {
        if (!isList(value)) return value;
        void reply.header('content-type', `${format}; charset=utf-8`);
        if (value.page.next !== null) void reply.header('link', nextLink(request, value.page.next));
        return FORMATS[format](value.data);
      }),
    );
  }
}

/** The first of the accepted types that is a table. */
function formatOf(accept = ''): Format | null {
  const types = accept.split(',').map((type) => (type.split(';')[0] ?? '').trim().toLowerCase());
  const [first = ''] = types;
  return Object.hasOwn(FORMATS, first) ? (first as Format) : null;
}

function isList(value: unknown): value is List {
  return (
    typeof value === 'object' &&
    value !== null &&
    'page' in value &&
    'data' in value &&
    'meta' in value
  );
}

function nextLink({ url }: FastifyRequest, cursor: string): string {
  const address = new URL(url, 'http://ledger');
  address.searchParams.set('cursor', cursor);
  return `<${address.pathname}${address.search}>; rel="next"`;
}
