/** What came of many crashes. */
export interface CrashCount {
  readonly crashes: number
  /** Changes that the store had said were on disk. */
  readonly acknowledged: number
  /** Crashes after which something acknowledged was not there. */
  readonly lost: number
  /** Crashes after which the store did not open. */
  readonly unopened: number
  /** Starts at which the reader was told of damage, although only the process or the power had ended. */
  readonly alarms: number
}
