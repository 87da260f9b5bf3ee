export {
  type Cause,
  type DayFacts,
  type Facts,
  type Instant,
  type PeriodFacts,
  type PeriodState,
  type SourceFacts,
} from './facts.js';
