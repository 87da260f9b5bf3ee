import { z } from 'zod';
import { ListMeta, listOf } from './meta.js';
import { Instant, text } from './scalars.js';

/** Twelve digits of base 62, the third part of a key's text. */
export const KeyId = z.string().regex(/^[0-9A-Za-z]{12}$/, { error: 'identifier-invalid' });

export const Role = z
  .enum(['admin', 'ingest', 'viewer', 'analyst', 'operator', 'auditor'], { error: 'role-unknown' })
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** `POST /v1/api-keys` */
export const IssueApiKeyBody = z
  .strictObject({
    name: text(128),
    principal: text(128).describe('The person or service that the key belongs to'),
    roles: z.array(Role).min(1, { error: 'role-required' }).max(6),
    environment: z.enum(['live', 'test', 'dev']).optional(),
    sourcePrefixes: z
      .array(z.string().min(1).max(256))
      .max(100)
      .optional()
      .describe('Sources that a key of role ingest may send for; none named: all'),
    expiresAt: Instant.optional().describe('Default: in 365 days'),
  })
  .meta({ id: 'IssueApiKeyBody' });
export type IssueApiKeyBody = z.infer<typeof IssueApiKeyBody>;

const keyShape = {
  keyId: z.string(),
  name: z.string(),
  principal: z.string(),
  roles: z.array(Role),
  environment: z.enum(['live', 'test', 'dev']),
  sourcePrefixes: z.array(z.string()),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
};

export const ApiKey = z.strictObject(keyShape).meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKey>;

/** The only answer that ever shows the key itself. */
export const ApiKeyIssuedAnswer = z
  .strictObject({
    ...keyShape,
    key: z.string().nullable().describe('Shown once: null when the request was a repeat'),
  })
  .meta({ id: 'ApiKeyIssuedAnswer' });
export type ApiKeyIssuedAnswer = z.infer<typeof ApiKeyIssuedAnswer>;

export const ApiKeyList = listOf('ApiKeyList', ApiKey, ListMeta);
export type ApiKeyList = z.infer<typeof ApiKeyList>;
