/**
 * What tests ask of the page. Each function is sent to the page by itself, so it stands alone and
 * names nothing outside it.
 */

/** Waits until what is wanted is in the page, by its selectors, and everything stands in its own fonts. */
export async function fontsLoaded(wanted: readonly string[] = []): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!wanted.every((each) => document.querySelector(each) !== null)) {
    if (performance.now() > deadline) throw new Error(`The page does not show ${wanted.join(', ')}`)
    // oxlint-disable-next-line no-await-in-loop
    await new Promise(requestAnimationFrame)
  }
  // What was just changed asks for its fonts when it is laid out, and not before.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  await document.fonts.ready
  // The frame in which the page takes in the fonts, and puts the text back where it was.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/**
 * Selects words, and waits for the bar over them; uses a button of it, where one is named, as a keyboard
 * would. Where that makes a mark, waits for its card, which is opened when the page is told that it is kept.
 */
export async function annotate({
  words,
  button,
  isMarking = false,
}: {
  words: string
  button?: string
  isMarking?: boolean
}): Promise<void> {
  const blocks = document.querySelectorAll('article :is([data-block], [data-beside])')
  const block = [...blocks].find(({ textContent }) => textContent.includes(words))
  if (block === undefined) throw new Error(`The text does not show ${words}`)
  const pointAt = (offset: number, isEnd: boolean) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let left = offset
    for (let node = walker.nextNode() as Text; ; node = walker.nextNode() as Text) {
      if (left < node.length || (isEnd && left === node.length)) return [node, left] as const
      left -= node.length
    }
  }
  const nextFrame = () => new Promise(requestAnimationFrame)
  const deadline = performance.now() + 30_000
  const until = async (isSo: () => boolean, missing: string) => {
    while (!isSo()) {
      if (performance.now() > deadline) throw new Error(missing)
      // oxlint-disable-next-line no-await-in-loop
      await nextFrame()
    }
  }
  const idOf = (card: HTMLElement | null) => card?.dataset['card']
  const known = Array.from(document.querySelectorAll<HTMLElement>('[data-card]'), idOf)
  const at = block.textContent.indexOf(words)
  block.scrollIntoView({ block: 'center' })
  const selection = document.getSelection() as Selection
  const [anchor, focus] = [pointAt(at, false), pointAt(at + words.length, true)]
  const isSelected =
    selection.anchorNode === anchor[0] &&
    selection.anchorOffset === anchor[1] &&
    selection.focusNode === focus[0] &&
    selection.focusOffset === focus[1]
  const told = new Promise((resolve) =>
    document.addEventListener('selectionchange', resolve, { once: true }),
  )
  selection.setBaseAndExtent(...anchor, ...focus)
  // The page is told of it a moment later; a bar that is there until then is over what was selected before.
  if (!isSelected) await told
  await nextFrame()
  await nextFrame()
  const bar = document.querySelector('.annotate') as HTMLElement
  await until(() => bar.matches(':popover-open'), `There is no bar over ${words}`)
  if (button === undefined) return
  const named = bar.querySelector<HTMLElement>(`button[aria-label="${button}"]`)
  if (named === null) throw new Error(`The bar has no button ${button}`)
  named.click()
  if (!isMarking) return
  const active = '[data-card][data-active="true"]'
  const isNew = (card: HTMLElement | null) => card !== null && !known.includes(idOf(card))
  await until(() => isNew(document.querySelector(active)), `There is no card of ${words}`)
}

/** Chooses one of the two scripts at their switch, which has the focus then, as by a click. */
export function chooseScript(name: string): void {
  const choice = document.querySelector<HTMLInputElement>(
    `.script-switch input[aria-label="${name}"]`,
  )
  if (choice === null) throw new Error(`There is no choice of ${name}`)
  if (choice.checked) return
  choice.focus()
  choice.click()
}

/** Chooses from the menu that a button of that name opens, as by clicks. */
export function chooseFromMenu({ menu, item }: { menu: string; item: string }): void {
  const opener = document.querySelector<HTMLElement>(`button[aria-label="${menu}"]`)
  opener?.focus()
  opener?.click()
  const items = document.querySelectorAll<HTMLElement>('.menu:popover-open [role^="menuitem"]')
  const chosen = [...items].find(({ textContent }) => textContent === item)
  if (chosen === undefined) throw new Error(`The menu ${menu} does not offer ${item}`)
  chosen.click()
}

export function shownText(): string {
  return Array.from(
    document.querySelectorAll('article [data-block]'),
    (block) => block.textContent,
  ).join('\n')
}

/**
 * Points in the first and the last character of the words, near the outer edges of the two, once they
 * are brought into view; in CSS px.
 */
export async function edgesOf(words: string) {
  const blocks = document.querySelectorAll('article :is([data-block], [data-beside])')
  const block = [...blocks].find(({ textContent }) => textContent.includes(words))
  if (block === undefined) throw new Error(`The text does not show ${words}`)
  const { x, y } = block.getBoundingClientRect()
  block.scrollIntoView({ block: 'center' })
  const shown = block.getBoundingClientRect()
  if (shown.x !== x || shown.y !== y) {
    // A card that stands by a place follows it in the next frame: till then a click would be the card's.
    const nextFrame = () => new Promise(requestAnimationFrame)
    await nextFrame()
    await nextFrame()
  }
  const boxAt = (offset: number) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let left = offset
    for (let node = walker.nextNode() as Text; ; node = walker.nextNode() as Text) {
      if (left >= node.length) {
        left -= node.length
        continue
      }
      const range = document.createRange()
      range.setStart(node, left)
      range.setEnd(node, left + 1)
      return range.getBoundingClientRect()
    }
  }
  const at = block.textContent.indexOf(words)
  const first = boxAt(at)
  const last = boxAt(at + words.length - 1)
  if (getComputedStyle(block).writingMode === 'vertical-rl') {
    return {
      start: { x: first.left + first.width / 2, y: first.top + 1 },
      end: { x: last.left + last.width / 2, y: last.bottom - 1 },
    }
  }
  return {
    start: { x: first.left + 1, y: first.top + first.height / 2 },
    end: { x: last.right - 1, y: last.top + last.height / 2 },
  }
}

export function paintedIn(layer: string): string[] {
  const highlight = CSS.highlights.get(layer)
  return Array.from(highlight ?? [], (part) => {
    const range = document.createRange()
    range.setStart(part.startContainer, part.startOffset)
    range.setEnd(part.endContainer, part.endOffset)
    return range.toString()
  })
}

export function isPainted({ layer, words }: { layer: string; words: string[] }): boolean {
  const shown = Array.from(CSS.highlights.get(layer) ?? [], (part) => {
    const range = document.createRange()
    range.setStart(part.startContainer, part.startOffset)
    range.setEnd(part.endContainer, part.endOffset)
    return range.toString()
  })
  return JSON.stringify(shown.toSorted()) === JSON.stringify(words.toSorted())
}

export function topCharacter() {
  const scroller = document.querySelector('main') as HTMLElement
  // Along the way in which lines follow one another: down, or in columns to the left.
  const isVertical = getComputedStyle(scroller).writingMode === 'vertical-rl'
  const startOf = (box: DOMRect) => (isVertical ? -box.right : box.top)
  const endOf = (box: DOMRect) => (isVertical ? -box.left : box.bottom)
  const top = startOf(scroller.getBoundingClientRect())
  for (const block of document.querySelectorAll<HTMLElement>('article [data-block]')) {
    if (endOf(block.getBoundingClientRect()) <= top + 1) continue
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let before = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node as Text).data
      for (let i = 0; i < text.length; i++) {
        const range = document.createRange()
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        const box = range.getClientRects()[0]
        if (box !== undefined && startOf(box) >= top - 1) {
          const below = Math.round(startOf(box) - top)
          return { block: block.dataset['block'], at: before + i, below }
        }
      }
      before += text.length
    }
  }
  throw new Error('No character is in view')
}

/** Scrolls, and waits for the frame in which the page is told of it. */
export async function scrollTo(share: number): Promise<void> {
  const scroller = document.querySelector('main') as HTMLElement
  const isVertical = getComputedStyle(scroller).writingMode === 'vertical-rl'
  if (isVertical) scroller.scrollLeft = -scroller.scrollWidth * share
  else scroller.scrollTop = scroller.scrollHeight * share
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/** Waits for the frame after the next: what a state asks for has been done by then. */
export async function nextFrames(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

export function bringIntoView(block: string): void {
  const element = document.querySelector(`article [data-block="${block}"]`)
  if (element === null) throw new Error(`There is no block ${block}`)
  element.scrollIntoView({ block: 'center' })
}

/** Whether the layer shows all of these words, whatever else it shows. */
export function areAmongPainted({ layer, words }: { layer: string; words: string[] }): boolean {
  const shown = new Set(
    Array.from(CSS.highlights.get(layer) ?? [], (part) => {
      const range = document.createRange()
      range.setStart(part.startContainer, part.startOffset)
      range.setEnd(part.endContainer, part.endOffset)
      return range.toString()
    }),
  )
  return words.every((each) => shown.has(each))
}

/**
 * Brings blocks into view one after the other, and waits until the layer shows the words wanted of each.
 * Gives those that it does not come to show within half a minute.
 */
export async function unpaintedIn({
  layer,
  places,
}: {
  layer: string
  places: readonly { readonly block: string; readonly words: readonly string[] }[]
}): Promise<string[]> {
  const isMissing = (words: readonly string[]) => {
    const shown = new Set(
      Array.from(CSS.highlights.get(layer) ?? [], (part) => {
        const range = document.createRange()
        range.setStart(part.startContainer, part.startOffset)
        range.setEnd(part.endContainer, part.endOffset)
        return range.toString()
      }),
    )
    return words.filter((each) => !shown.has(each))
  }
  const missing: string[] = []
  const deadline = performance.now() + 30_000
  for (const { block, words } of places) {
    document.querySelector(`article [data-block="${block}"]`)?.scrollIntoView({ block: 'center' })
    while (isMissing(words).length > 0 && performance.now() < deadline) {
      // oxlint-disable-next-line no-await-in-loop
      await new Promise(requestAnimationFrame)
    }
    missing.push(...isMissing(words))
  }
  return missing
}

interface Sample {
  /** The element whose fonts are asked. */
  readonly selector: string
  readonly characters: string
}

/** Of some characters those of which nothing is seen when they are drawn in the weight and fonts of an element. */
export async function withoutInk({ selector, characters }: Sample): Promise<string> {
  const element = document.querySelector(selector)
  if (element === null) throw new Error(`There is no ${selector}`)
  const { fontFamily, fontWeight } = getComputedStyle(element)
  const font = `${fontWeight} 24px ${fontFamily}`
  await document.fonts.load(font, characters)
  const context = new OffscreenCanvas(32, 32).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('Nothing can be drawn here')
  context.font = font
  return Array.from(characters)
    .filter((character) => {
      context.clearRect(0, 0, 32, 32)
      context.fillText(character, 2, 26)
      return context.getImageData(0, 0, 32, 32).data.every((value) => value === 0)
    })
    .join('')
}
