import { type MessageSeverity } from './message.js';

export type EndpointFormat = 'standard';
export type SignatureVersion = 'v1' | 'v1a';

/** What whoever owns an endpoint decides. Header values and secrets are kept apart, encrypted. */
export interface EndpointSettings {
  readonly url: string;
  readonly description: string | null;
  readonly format: EndpointFormat;
  readonly signatures: readonly SignatureVersion[];
  /** Globs over message types. */
  readonly types: readonly string[];
  /** Globs over commitment ids. */
  readonly commitments: readonly string[];
  readonly minSeverity: MessageSeverity;
  /** 1 to 3: who is told first when nobody acknowledges. */
  readonly tier: number;
  readonly ordering: 'per_alert' | 'none';
  /** After a pause only the newest revision of each alert. */
  readonly coalesce: boolean;
  /** Deliveries under way at once. */
  readonly concurrency: number;
  readonly headerNames: readonly string[];
  readonly schemaVersion: string;
}

export interface EndpointRegistered {
  readonly type: 'EndpointRegistered';
  readonly endpointId: string;
  readonly settings: EndpointSettings;
}

export interface EndpointChanged {
  readonly type: 'EndpointChanged';
  readonly endpointId: string;
  readonly settings: EndpointSettings;
}

/** A signed request must be answered 2xx before anything else is sent. */
export interface EndpointVerificationRequested {
  readonly type: 'EndpointVerificationRequested';
  readonly endpointId: string;
  /** RFC 3339. */
  readonly at: string;
}

export interface EndpointVerified {
  readonly type: 'EndpointVerified';
  readonly endpointId: string;
}

export interface EndpointPaused {
  readonly type: 'EndpointPaused';
  readonly endpointId: string;
}

export interface EndpointDisabled {
  readonly type: 'EndpointDisabled';
  readonly endpointId: string;
  /** 410, or nothing but failures for 120 hours. */
  readonly reason: 'gone' | 'failing';
}

/** The old key lives on until `previousEndsAt`; the key itself is not in the event. */
export interface EndpointSecretRotated {
  readonly type: 'EndpointSecretRotated';
  readonly endpointId: string;
  readonly secretId: string;
  readonly at: string;
  readonly previousEndsAt: string;
}

export interface EndpointDeleted {
  readonly type: 'EndpointDeleted';
  readonly endpointId: string;
}

export type EndpointEvent =
  | EndpointRegistered
  | EndpointChanged
  | EndpointVerificationRequested
  | EndpointVerified
  | EndpointPaused
  | EndpointDisabled
  | EndpointSecretRotated
  | EndpointDeleted;
