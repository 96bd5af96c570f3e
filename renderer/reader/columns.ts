import type { TextSurface } from './text-surface'

/**
 * Puts a form's blocks into the article, and behind each the same block of a second form, if there is
 * one. CSS makes rows of two columns out of it, or lets the two follow one another. The first form's
 * blocks stay in the page throughout, and with them focus and selection.
 */
export function layOut(article: HTMLElement, main: TextSurface, beside?: TextSurface): void {
  article.toggleAttribute('data-side-by-side', beside !== undefined)
  if (beside === undefined) {
    for (const element of article.querySelectorAll('[data-beside]')) element.remove()
    return
  }
  for (const { block } of main.document.placed) {
    const element = beside.elementOf(block.id)
    if (element !== undefined && !element.isConnected) main.elementOf(block.id)?.after(element)
  }
}

/**
 * Lets a selection run through one of two forms only: from one block to the next it would else take
 * in what stands between them. CSS withholds the other form.
 */
export function letSelectIn(article: HTMLElement, { column }: TextSurface): void {
  if (article.dataset['selecting'] !== column) article.dataset['selecting'] = column
}
