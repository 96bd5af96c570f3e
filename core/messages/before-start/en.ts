/** What is said where nothing else that the app says is loaded, or can be. */
export interface BeforeStartMessages {
  /** There is no display to open a window on. */
  readonly noDisplay: string
  /** The app cannot start; the reason stands between the two. */
  readonly startFailed: Readonly<Record<'title' | 'detail', string>>
}

export const beforeStartEn: BeforeStartMessages = {
  noDisplay:
    'piyue: there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). Commands such as --list and --export work without one (--help says more); "xvfb-run -a piyue" gives it one.',
  startFailed: {
    title: 'Piyue could not start',
    detail: 'Your notes were not touched.',
  },
}
