import { effect, type ReadonlySignal } from '@preact/signals'
import type { Annotation } from '../../core/annotation/annotation'
import { countNotes } from '../../core/annotation/note-counts'
import { paragraphNumbers } from '../../core/document/paragraph-numbers'
import type { Messages } from '../../core/messages/en'
import type { MarkIndex } from '../state/mark-index'
import type { View } from '../state/view'
import type { Surfaces } from './surfaces'

/** Gives each paragraph the number by which it is cited, for the margin; a block of several, the first. */
export function numberBlocks({ main }: Surfaces): void {
  const numbers = paragraphNumbers(main.document)
  let last: string | undefined
  for (const { block } of main.document.placed) {
    const number = numbers.get(block.id)
    const holder = block.within?.[0]?.id
    const isFirst = holder === undefined || holder !== last
    last = holder
    if (number === undefined || !isFirst) continue
    main.elementOf(block.id)?.setAttribute('data-paragraph', String(number))
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
  const main = surfaces.in('block')
  const stopMain = effect(() => {
    const marked = new Map<string, Annotation[]>()
    for (const { annotation, place } of marks.value.inOrder) {
      for (const { block } of main.document.blocksIn(place)) {
        const here = marked.get(block.id)
        if (here === undefined) marked.set(block.id, [annotation])
        else here.push(annotation)
      }
    }
    for (const element of main.elements) {
      const here = marked.get(element.dataset['block'] ?? '') ?? []
      if (here.length === 0) element.removeAttribute('aria-description')
      else {
        const words = messages.value.marksHere(here.length, countNotes(here))
        element.setAttribute('aria-description', words)
      }
    }
  })
  const stopBeside = effect(() => {
    const { edition, scripts } = messages.value
    const form = scripts[view.beside.value?.tag ?? 'source']
    for (const element of surfaces.in('beside').elements) {
      const isHeading = element instanceof HTMLHeadingElement
      element.ariaRoleDescription = edition.besideBlock(form, isHeading)
    }
  })
  return () => {
    stopMain()
    stopBeside()
  }
}
