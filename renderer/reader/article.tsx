import { useSignalEffect } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { CodePoints } from '../../core/text/code-points'
import { Caret } from './caret'
import { characterAt, leaveColumnsOver, openUnder } from './clicking'
import { scrollColumns } from './column-scrolling'
import type { ReaderContext } from './context'
import { keepCopiesClean } from './copying'
import { followLink } from './links'
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

interface ArticleProps {
  readonly context: ReaderContext
  /** What else stands over the text. */
  readonly children: (elements: TextElements) => ComponentChildren
}

/** The text. Its blocks are made and kept by the reader; this gives it a place in the page. */
export function Article({ context, children }: ArticleProps) {
  const { reader, workspace } = context
  const scroller = useRef<HTMLElement>(null)
  const article = useRef<HTMLElement>(null)
  const clicked = useRef<string>(undefined)
  const pressed = useRef<CodePoints>(undefined)
  useEffect(() => {
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
      ref={scroller}
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
      />
      <MarginTicks context={context} scroller={scroller} article={article} />
      <ScrollMarks context={context} scroller={scroller} article={article} />
      <RangeHandles context={context} scroller={scroller} article={article} />
      <Caret context={context} scroller={scroller} article={article} />
      <SelectionToolbar context={context} scroller={scroller} article={article} />
      {children({ scroller, article })}
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
