import { useComputed } from '@preact/signals'
import { minutesFor } from '../../core/app/reading-pace'
import type { ReaderContext } from '../reader/context'
import { headingOf, percentAt } from '../reader/travelling'

/** Under the text, quietly: in which section one is, how far, and how long the rest takes at one's pace. */
export function ProgressLine({ context }: { context: ReaderContext }) {
  const { app, workspace } = context
  const { preferences } = app
  const { view, open } = workspace
  // Not for every character that scrolling passes, but when another figure is to be seen.
  const percent = useComputed(() =>
    view.isAtEnd.value ? 100 : Math.min(99, percentAt(workspace, view.place.value)),
  )
  const section = useComputed(() => headingOf(view, view.section.value))
  const minutes = useComputed(() =>
    view.isAtEnd.value
      ? 0
      : minutesFor(preferences.settings.value.readingPace, open.document.length - view.place.value),
  )
  if (!preferences.settings.value.progressShown) return null
  const { progress } = preferences.messages.value.ways
  return (
    <div class="progress-line" role="group" aria-label={progress.title}>
      <span class="progress-section" lang={view.rendition.value.lang}>
        {section.value}
      </span>
      <span>{progress.percent(percent.value)}</span>
      {minutes.value > 0 && <span>{progress.left(minutes.value)}</span>}
    </div>
  )
}
