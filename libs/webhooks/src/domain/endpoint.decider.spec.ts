import { decider } from '@app/event-store/testing';
import {
  DEFAULT_SETTINGS,
  type EndpointEvent,
  endpointDecider,
  WebhookEndpointNotFoundError,
  WebhookHeaderNotAllowedError,
  WebhookTooManyKeysError,
  WebhookTypeUnknownError,
  WebhookVerificationTooSoonError,
} from './index.js';

const endpointId = 'whe_1';
const at = '2027-07-02T06:00:00.000Z';
const settings = { ...DEFAULT_SETTINGS, url: 'https://example.com/hook' };
const registered: EndpointEvent = { type: 'EndpointRegistered', endpointId, settings };
const verified: EndpointEvent = { type: 'EndpointVerified', endpointId };
const rotated = (previousEndsAt: string): EndpointEvent => ({
  type: 'EndpointSecretRotated',
  endpointId,
  secretId: 'key_x',
  at,
  previousEndsAt,
});
const endpoint = decider(endpointDecider);
const change = (changes: object, pause = false) =>
  ({ type: 'ChangeEndpoint', endpointId, changes, pause, at }) as const;

describe('an endpoint', () => {
  it('is registered once', () => {
    const register = { type: 'RegisterEndpoint', endpointId, settings } as const;
    endpoint.given().when(register).then(registered);
    endpoint.given(registered).when(register).then();
  });

  it.each(['Host', 'connection', 'Content-Length', 'transfer-encoding', 'webhook-id', 'a b', ''])(
    'cannot set the header %p',
    (name) => {
      const bad = { ...settings, headerNames: [name] };
      endpoint
        .given()
        .when({ type: 'RegisterEndpoint', endpointId, settings: bad })
        .thenThrows(WebhookHeaderNotAllowedError);
    },
  );

  it('cannot subscribe to a type that does not exist', () => {
    endpoint
      .given(registered)
      .when(change({ types: ['alerts.*'] }))
      .thenThrows(WebhookTypeUnknownError);
  });

  it('must prove another url, and nothing for another severity', () => {
    const url = 'https://example.com/other';
    endpoint
      .given(registered, verified)
      .when(change({ url }))
      .then(
        { type: 'EndpointChanged', endpointId, settings: { ...settings, url } },
        { type: 'EndpointVerificationRequested', endpointId, at },
      );
    endpoint
      .given(registered, verified)
      .when(change({ minSeverity: 'low' }))
      .then({
        type: 'EndpointChanged',
        endpointId,
        settings: { ...settings, minSeverity: 'low' },
      });
    endpoint.given(registered, verified).when(change({})).then();
  });

  it('is paused once and comes back by a verification', () => {
    const paused: EndpointEvent = { type: 'EndpointPaused', endpointId };
    endpoint.given(registered, verified).when(change({}, true)).then(paused);
    endpoint.given(registered, verified, paused).when(change({}, true)).then();
    endpoint
      .given(registered, verified, paused)
      .when({ type: 'EnableEndpoint', endpointId, at })
      .then({ type: 'EndpointVerificationRequested', endpointId, at });
  });

  it('is verified at most once a minute', () => {
    const asked: EndpointEvent = { type: 'EndpointVerificationRequested', endpointId, at };
    const enable = (second: string) =>
      ({ type: 'EnableEndpoint', endpointId, at: `2027-07-02T06:${second}.000Z` }) as const;
    endpoint
      .given(registered, asked)
      .when(enable('00:59'))
      .thenThrows(WebhookVerificationTooSoonError);
    endpoint
      .given(registered, asked)
      .when(enable('01:00'))
      .then({ ...asked, at: '2027-07-02T06:01:00.000Z' });
  });

  it('becomes active by its verification only, and is disabled only while it is told things', () => {
    const confirm = { type: 'ConfirmEndpoint', endpointId } as const;
    const disable = { type: 'DisableEndpoint', endpointId, reason: 'gone' } as const;
    const disabled: EndpointEvent = { type: 'EndpointDisabled', endpointId, reason: 'gone' };
    endpoint.given(registered).when(confirm).then(verified);
    endpoint.given(registered, verified).when(confirm).then();
    endpoint.given(registered, verified).when(disable).then(disabled);
    endpoint.given(registered, verified, disabled).when(disable).then();
    endpoint.given(registered, verified, disabled).when(confirm).then();
  });

  it('has three live keys at most', () => {
    const rotate = {
      type: 'RotateSecret',
      endpointId,
      secretId: 'key_4',
      at,
      previousEndsAt: '2027-07-03T06:00:00.000Z',
    } as const;
    const [live, ended] = [rotated('2027-07-02T06:00:00.001Z'), rotated(at)];
    endpoint.given(registered, live, live).when(rotate).thenThrows(WebhookTooManyKeysError);
    endpoint
      .given(registered, live, ended)
      .when(rotate)
      .then({ ...rotate, type: 'EndpointSecretRotated' });
  });

  it.each([
    { type: 'EnableEndpoint', endpointId, at } as const,
    { type: 'DeleteEndpoint', endpointId } as const,
    change({}),
  ])('that is not there, or gone, refuses %p', (command) => {
    const deleted: EndpointEvent = { type: 'EndpointDeleted', endpointId };
    endpoint.given().when(command).thenThrows(WebhookEndpointNotFoundError);
    endpoint.given(registered, deleted).when(command).thenThrows(WebhookEndpointNotFoundError);
  });
});
