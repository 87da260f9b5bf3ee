export {
  addDays,
  type Day,
  dayNumber,
  DayInvalidError,
  dayOfInstant,
  daysBetween,
  formatDay,
  isDay,
} from './day.js';
export { addMonths, monthOf } from './month.js';
