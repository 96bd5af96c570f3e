import { effect } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'

/**
 * Does something before the page is shown, and again as soon as any of the signals that it reads changes.
 * `useSignalEffect` does it in the frame after, which has the page changed, and all marks painted, a second time.
 *
 * @param of what it is of, besides signals; it begins anew with others
 */
export function useEffectAtOnce(act: () => void | (() => void), of: readonly unknown[]): void {
  useLayoutEffect(() => effect(act), of)
}
