import { type Database } from '@app/platform';
import { type WebhookEndpoint } from '@app/wire';
import { type EndpointSettings } from '../domain/endpoint.events.js';
import { rfc3339 } from './time.js';

interface EndpointRow {
  readonly endpoint_id: string;
  readonly version: bigint;
  readonly state: WebhookEndpoint['state'];
  readonly settings: EndpointSettings;
  readonly disabled_reason: string | null;
  readonly created_at: string;
}

const COLUMNS = `endpoint_id, version, state, settings, disabled_reason,
  ${rfc3339('created_at')} as created_at`;

/** Endpoints as people see them: without secrets, header values hidden. */
export class EndpointReader {
  constructor(private readonly database: Database) {}

  async find(endpointId: string): Promise<WebhookEndpoint | null> {
    const [row] = await this.database.query<EndpointRow & Record<string, unknown>>(
      `select ${COLUMNS} from webhook_endpoint where endpoint_id = $1 and state <> 'deleted'`,
      [endpointId],
    );
    return row === undefined ? null : toView(row);
  }

  async list(after: string, limit: number): Promise<WebhookEndpoint[]> {
    const rows = await this.database.query<EndpointRow & Record<string, unknown>>(
      `select ${COLUMNS} from webhook_endpoint where endpoint_id > $1 and state <> 'deleted'
       order by endpoint_id limit $2`,
      [after, limit],
    );
    return rows.map(toView);
  }
}

function toView(row: EndpointRow): WebhookEndpoint {
  const { headerNames, ...settings } = row.settings;
  return {
    ...settings,
    signatures: [...settings.signatures],
    types: [...settings.types],
    commitments: [...settings.commitments],
    headers: Object.fromEntries(headerNames.map((name) => [name, '***'])),
    endpointId: row.endpoint_id,
    state: row.state,
    disabledReason: row.disabled_reason,
    version: Number(row.version),
    createdAt: row.created_at,
  };
}
