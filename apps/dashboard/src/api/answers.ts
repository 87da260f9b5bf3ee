import { type components } from '@app/wire';

type Schemas = components['schemas'];

export type Alert = Schemas['Alert'];
export type AlertList = Schemas['AlertList'];
export type CommitmentSummary = Schemas['CommitmentSummary'];
export type Meta = Schemas['Meta'];
export type Position = Schemas['PositionAnswer'];
export type Period = Position['periods'][number];
export type Pace = NonNullable<Position['pace']>;
export type Forecast = NonNullable<Position['forecast']>;
export type Problem = Schemas['Problem'];
export type Series = Schemas['SeriesAnswer'];
export type SeriesPoint = Series['points'][number];
