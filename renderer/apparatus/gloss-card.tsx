import { useSignalEffect } from '@preact/signals'
import { X } from 'lucide'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { keepRemarksPainted, placeOf } from '../state/gloss'
import type { Stage } from '../state/stage'
import { IconButton } from '../ui/icon-button'
import { layOver } from '../ui/passage-anchor'
import { CharactersGloss } from './characters-gloss'
import { RemarkGloss } from './remark-gloss'

interface GlossCardProps {
  readonly stage: Stage
  readonly scroller: RefObject<HTMLElement | null>
}

/**
 * The card that explains a place of the text. It stands beside the place until the reader closes it,
 * turns to something else, or has it moved on to the next place.
 */
export function GlossCard({ stage, scroller }: GlossCardProps) {
  const { session } = stage
  const anchor = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLDivElement>(null)
  usePlacing(stage, scroller, anchor, card)
  useClosing(stage, card)
  useEffect(() => keepRemarksPainted(session), [session])
  const gloss = session.gloss.value
  const remark =
    gloss?.kind === 'remark' ? session.remarks.find(({ id }) => id === gloss.id) : undefined
  const { gloss: words } = session.messages.value.edition
  return (
    <>
      <div ref={anchor} class="gloss-anchor" aria-hidden="true" />
      <div
        ref={card}
        class="gloss"
        role="dialog"
        aria-labelledby="gloss-title"
        popover="manual"
        tabIndex={-1}
      >
        {remark && <RemarkGloss stage={stage} remark={remark} />}
        {gloss?.kind === 'characters' && <CharactersGloss session={session} range={gloss.range} />}
        <span class="gloss-close">
          <IconButton
            icon={X}
            label={words.close}
            onClick={() => {
              session.gloss.value = null
            }}
          />
        </span>
      </div>
    </>
  )
}

/** Shows the card beside its place, and keeps it there when the layout changes. */
function usePlacing(
  { session, reader }: Stage,
  scroller: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  card: RefObject<HTMLElement | null>,
): void {
  const before = useRef<Element | null>(null)
  const place = () => {
    const gloss = session.gloss.peek()
    const range = gloss === null ? undefined : placeOf(session, gloss)
    const surface = reader.surfaces.peek().find(({ column }) => column === gloss?.column)
    if (anchor.current === null || scroller.current === null || card.current === null) return
    const boxes = range === undefined ? [] : reader.boxesOf(range, surface)
    if (layOver(anchor.current, scroller.current, boxes)) card.current.showPopover()
    else card.current.hidePopover()
  }
  useSignalEffect(() => {
    const gloss = session.gloss.value
    place()
    const focused = document.activeElement
    if (gloss === null) {
      if (focused === null || focused === document.body || card.current?.contains(focused)) {
        if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
      }
    } else if (!card.current?.contains(focused)) {
      before.current = focused
      card.current?.focus({ preventScroll: true })
    }
  })
  useEffect(() => {
    const article = scroller.current?.querySelector('article')
    if (!article) return undefined
    const observer = new ResizeObserver(place)
    observer.observe(article)
    return () => observer.disconnect()
  })
}

/** A press anywhere but on the card and on the text closes it. */
function useClosing({ session }: Stage, card: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: PointerEvent) => {
      if (session.gloss.peek() === null || !(event.target instanceof Element)) return
      if (card.current?.contains(event.target)) return
      // A press on the text is a click's beginning, and a click decides by itself what is open.
      if (event.target.closest('article, [role="toolbar"]') === null) session.gloss.value = null
    }
    window.addEventListener('pointerdown', press)
    return () => window.removeEventListener('pointerdown', press)
  }, [session, card])
}
