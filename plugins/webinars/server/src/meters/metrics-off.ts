/** The figures were asked for where they are switched off. */
export class MetricsOff extends Error {
  constructor() {
    super('metrics_off');
  }
}
