import { computed, effect, type ReadonlySignal } from '@preact/signals'
import type { Annotation } from '../../core/annotation/annotation'
import { countNotes } from '../../core/annotation/counts'
import type { CanonicalDocument } from '../../core/document/document'
import type { Messages } from '../../core/messages/en'
import type { MarkIndex } from '../state/mark-index'
import type { View } from '../state/view'
import type { Chunk } from './chunk'
import type { Rest } from './rest'
import type { Surfaces } from './surfaces'

/** Gives each paragraph the number by which it is cited, for the margin; a block of several, the first. */
export function numberBlocks(surfaces: Surfaces, numbers: ReadonlyMap<string, number>): () => void {
  const { chunks } = surfaces.main
  const done = new Set<Chunk>()
  return effect(() => {
    void surfaces.made.value
    for (const chunk of chunks) {
      if (chunk.made === undefined || done.has(chunk)) continue
      done.add(chunk)
      let last: string | undefined
      for (const { placed, element } of chunk.made.views) {
        const { id, within } = placed.block
        const holder = within?.[0]?.id
        const number = holder === undefined || holder !== last ? numbers.get(id) : undefined
        last = holder
        if (number !== undefined) element.setAttribute('data-paragraph', String(number))
      }
    }
  })
}

/**
 * Tells of the paragraph under the pointer, whose number CSS shows, when the reader is at rest. By `:hover`
 * each paragraph would change that scrolling takes past the pointer, and with it all that is painted.
 */
export function followPointer(article: HTMLElement, rest: Rest): () => void {
  let under: Element | null = null
  let pointed: Element | null = null
  let takeBack: (() => void) | undefined
  const tell = () => {
    if (pointed === under) return
    pointed?.classList.remove('pointed')
    under?.classList.add('pointed')
    pointed = under
  }
  const point = ({ type, target }: PointerEvent) => {
    const isOver = type === 'pointerover' && target instanceof Element
    under = isOver ? target.closest('[data-paragraph]') : null
    takeBack?.()
    takeBack = rest.schedule(tell)
  }
  article.addEventListener('pointerover', point)
  article.addEventListener('pointerleave', point)
  return () => {
    takeBack?.()
    article.removeEventListener('pointerover', point)
    article.removeEventListener('pointerleave', point)
  }
}

/**
 * Tells screen readers what the page shows only by paint and place: how many marks and notes each block
 * has, and which form a block beside another is.
 */
export function describeBlocks(
  surfaces: Surfaces,
  view: View,
  marks: ReadonlySignal<MarkIndex>,
  messages: ReadonlySignal<Messages>,
): () => void {
  const { main } = surfaces
  const descriptions = computed(() => {
    const { marksHere } = messages.value
    const marked = byBlock(main.document, marks.value)
    return Array.from(
      marked,
      ([id, here]) => [id, marksHere(here.length, countNotes(here))] as const,
    )
  })
  const described = new Map<HTMLElement, string>()
  const stopMain = effect(() => {
    void surfaces.made.value
    const words = new Map<HTMLElement, string>()
    for (const [id, said] of descriptions.value) {
      const element = main.madeElementOf(id)
      if (element !== undefined) words.set(element, said)
    }
    for (const element of described.keys()) {
      if (words.has(element)) continue
      element.removeAttribute('aria-description')
      described.delete(element)
    }
    for (const [element, said] of words) {
      if (described.get(element) !== said) element.setAttribute('aria-description', said)
      described.set(element, said)
    }
  })
  const stopBeside = effect(() => {
    void surfaces.made.value
    const { edition } = messages.value
    const form = view.names.value[view.beside.value?.tag ?? 'source']
    for (const { made } of surfaces.in('beside').chunks) {
      for (const { element } of made?.views ?? []) {
        const said = edition.besideBlock(form, element instanceof HTMLHeadingElement)
        if (element.ariaRoleDescription !== said) element.ariaRoleDescription = said
      }
    }
  })
  return () => {
    stopMain()
    stopBeside()
  }
}

/** The annotations on each block that bears any. Marks and blocks are in text order: one walk is enough. */
function byBlock(
  { placed }: CanonicalDocument,
  { inOrder }: MarkIndex,
): ReadonlyMap<string, readonly Annotation[]> {
  const marked = new Map<string, Annotation[]>()
  let first = 0
  for (const { annotation, place } of inOrder) {
    while ((placed[first]?.range.end ?? place.start) < place.start) first++
    for (let at = first; (placed[at]?.range.start ?? place.end) < place.end; at++) {
      const id = placed[at]?.block.id ?? ''
      const here = marked.get(id)
      if (here === undefined) marked.set(id, [annotation])
      else here.push(annotation)
    }
  }
  return marked
}
