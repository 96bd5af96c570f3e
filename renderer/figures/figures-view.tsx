import { X } from 'lucide'
import type { JSX } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { type FigureView, figureViews } from '../state/figures'
import { moveAlong } from '../ui/focus'
import { IconButton } from '../ui/icon'
import { ComparisonTable } from './comparison-table'
import { FigurePlots } from './figure-plots'
import { FigureTable } from './figure-table'
import type { FiguresProps } from './figures-props'

const views: Readonly<Record<FigureView, (props: FiguresProps) => JSX.Element>> = {
  table: FigureTable,
  comparison: ComparisonTable,
  plots: FigurePlots,
}

/** The figures of a document: every one in a table, targets beside results, and plots. */
export function FiguresView(props: FiguresProps) {
  const { state, messages, list } = props
  const words = messages.figures
  const id = useId()
  const region = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const tabs = useRef<HTMLDivElement>(null)
  useComingBack(props, region, scroller)
  const offered = figureViews.filter((view) => view !== 'comparison' || list.pairings.length > 0)
  const View = views[state.view.value]
  return (
    <section ref={region} class="figures" data-region="figures" aria-label={words.title}>
      <div class="figures-head">
        <h2 tabIndex={-1}>{words.title}</h2>
        <div
          ref={tabs}
          class="tabs"
          role="tablist"
          aria-label={words.views}
          onKeyDown={(event) => moveAlong(event, tabs.current)}
        >
          {offered.map((view) => (
            <button
              key={view}
              id={`${id}-${view}`}
              type="button"
              role="tab"
              aria-selected={state.view.value === view}
              aria-controls={`${id}-panel`}
              tabIndex={state.view.value === view ? 0 : -1}
              onClick={() => {
                state.view.value = view
                if (scroller.current) scroller.current.scrollTop = 0
              }}
            >
              {words.tabs[view]}
            </button>
          ))}
        </div>
        <IconButton icon={X} label={words.close} onClick={props.onClose} />
      </div>
      <div
        ref={scroller}
        id={`${id}-panel`}
        class="figures-panel"
        role="tabpanel"
        aria-labelledby={`${id}-${state.view.value}`}
        onScroll={(event) => {
          state.scrolled.value = event.currentTarget.scrollTop
        }}
      >
        <View {...props} />
      </div>
    </section>
  )
}

/** Who comes back from a passage finds the view as it was, and the focus where it was left. */
function useComingBack(
  { state }: FiguresProps,
  region: { readonly current: HTMLElement | null },
  scroller: { readonly current: HTMLElement | null },
): void {
  useLayoutEffect(() => {
    const left = state.left.peek()
    if (scroller.current) scroller.current.scrollTop = state.scrolled.peek()
    const button =
      left === null
        ? null
        : region.current?.querySelector<HTMLElement>(`[data-figure="${CSS.escape(left)}"]`)
    const target = button ?? region.current?.querySelector<HTMLElement>('h2')
    target?.focus({ preventScroll: button === null })
  }, [])
}
