import { type ReadonlySignal, signal } from '@preact/signals'

/** Whether a media query holds, kept up to date for as long as the page lives. */
export function mediaSignal(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query)
  const holds = signal(list.matches)
  list.addEventListener('change', (event) => {
    holds.value = event.matches
  })
  return holds
}
