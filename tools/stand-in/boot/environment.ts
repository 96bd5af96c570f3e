import { hasDisplay } from '../../runtime/electron-obstacles'

/** What the environment variables of the stand-in say. */
export const environment = {
  /** Whether windows are drawn nowhere: there is no display, or PIYUE_HEADLESS=1. */
  headless: process.env['PIYUE_HEADLESS'] === '1' || !hasDisplay(),
  /** PIYUE_STAND_IN_NEEDS_DISPLAY=1: without a display it ends, as Electron does. */
  needsDisplay: process.env['PIYUE_STAND_IN_NEEDS_DISPLAY'] === '1',
  /** PIYUE_STAND_IN_VERBOSE=1 shows all that Chromium writes to its stderr. */
  verbose: process.env['PIYUE_STAND_IN_VERBOSE'] === '1',
}
