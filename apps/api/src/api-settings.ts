/** What the parts of the api need to know of its configuration. */
export class ApiSettings {
  constructor(
    readonly usageTopic: string,
    readonly ratePerSecond: Readonly<Record<'queries' | 'commands' | 'events', number>>,
    readonly maxInFlight: number,
    readonly dashboardRoot: string,
  ) {}
}
