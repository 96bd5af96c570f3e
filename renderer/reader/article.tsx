import { type ReadonlySignal, useSignalEffect } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { CodePoints } from '../../core/text/code-points'
import { Caret } from './caret'
import { characterAt, leaveColumnsOver, openUnder } from './clicking'
import { scrollColumns } from './column-scrolling'
import type { ReaderContext } from './context'
import { offerTextMenu } from './context-menu'
import { keepCopiesClean } from './copying'
import { followLink } from './links'
import { type Margin, useMargin } from './margin-lines'
import { MarginTicks } from './margin-ticks'
import { RangeHandles } from './range-handles'
import { ScrollMarks } from './scroll-marks'
import { selectClicked } from './selecting'
import { SelectionToolbar } from './selection-toolbar'

/** The text's elements, for what is laid over it. */
export interface TextElements {
  readonly scroller: RefObject<HTMLElement | null>
  readonly article: RefObject<HTMLElement | null>
}

/** What stands over the text finds there where to stand. */
interface TextSurroundings extends TextElements {
  /** What the margin has to say of; nothing until that is measured. */
  readonly margin: ReadonlySignal<Margin | undefined>
}

interface ArticleProps {
  readonly context: ReaderContext
  /** What else stands over the text. */
  readonly children: (surroundings: TextSurroundings) => ComponentChildren
}

/** The text. Its blocks are made and kept by the reader; this gives it a place in the page. */
export function Article({ context, children }: ArticleProps) {
  const { reader, workspace } = context
  const scroller = useRef<HTMLElement>(null)
  const article = useRef<HTMLElement>(null)
  const margin = useMargin(context, { scroller, article })
  const clicked = useRef<string>(undefined)
  const pressed = useRef<CodePoints>(undefined)
  // With the elements, before any effect asks for the layout: that is of the whole page then, and reckoned once.
  const fill = useCallback(
    (main: HTMLElement | null) => {
      scroller.current = main
      if (main === null || article.current === null) return undefined
      const empty = reader.fill(main, article.current)
      return () => {
        empty()
        scroller.current = null
      }
    },
    [reader],
  )
  // Before the first frame, so that it has the text in it.
  useLayoutEffect(() => {
    if (scroller.current === null || article.current === null) return undefined
    return reader.mount(scroller.current, article.current)
  }, [reader])
  useEffect(() => keepCopiesClean(context), [context])
  useSignalEffect(() =>
    workspace.view.vertical.value && scroller.current ? scrollColumns(scroller.current) : undefined,
  )
  return (
    <main
      class="reading"
      ref={fill}
      tabIndex={-1}
      onClick={(event) => {
        if (event.target === event.currentTarget) leaveColumnsOver(context)
      }}
    >
      <BesideHeads context={context} />
      <article
        ref={article}
        aria-label={workspace.view.title.value}
        onClick={(event) => {
          if (followLink(context, event)) return
          clicked.current = openUnder(context, event, clicked.current)
        }}
        onMouseDown={(event) => {
          const surface = reader.surfaces.of(event.target)
          pressed.current = surface && characterAt(surface, event.clientX, event.clientY)
        }}
        onDblClick={(event) => selectClicked(context, event, pressed.current)}
        onContextMenu={(event) => offerTextMenu(context, event)}
      />
      <ScrollMarks context={context} scroller={scroller} article={article} />
      <RangeHandles context={context} scroller={scroller} article={article} />
      <Caret context={context} scroller={scroller} article={article} />
      <SelectionToolbar context={context} scroller={scroller} article={article} />
      {children({ scroller, article, margin })}
      <MarginTicks context={context} margin={margin} />
    </main>
  )
}

/** Over two forms side by side, which is which; it stays in sight. */
function BesideHeads({ context }: { context: ReaderContext }) {
  const { rendition, beside, names } = context.workspace.view
  if (beside.value === null) return null
  return (
    <div class="beside-heads" aria-hidden="true">
      <span>{names.value[rendition.value.tag]}</span>
      <span>{names.value[beside.value.tag]}</span>
    </div>
  )
}
