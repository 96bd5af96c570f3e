/**
 * What tests ask of the page. Each function is sent to the page by itself, so it stands alone and
 * names nothing outside it.
 */

export async function fontsLoaded(): Promise<void> {
  // What was just changed asks for its fonts when it is laid out, and not before.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  await document.fonts.ready
  // The frame in which the page takes in the fonts, and puts the text back where it was.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/** Whether the card that is open is none of those. */
export function isNewCardOpen(known: readonly string[]): boolean {
  const open = document.querySelector<HTMLElement>('[data-card][data-active="true"]')
  return open !== null && !known.includes(open.dataset['card'] ?? '')
}

export function shownText(): string {
  return Array.from(
    document.querySelectorAll('article [data-block]'),
    (block) => block.textContent,
  ).join('\n')
}

export function selectWords(words: string): void {
  const walker = document.createTreeWalker(
    document.querySelector('article') as Element,
    NodeFilter.SHOW_TEXT,
  )
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = (node as Text).data.indexOf(words)
    if (at === -1) continue
    node.parentElement?.scrollIntoView({ block: 'center' })
    document.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
    return
  }
  throw new Error(`The text does not show ${words}`)
}

/** The middles of the first and last characters of the words, brought into view, in CSS px. */
export function edgesOf(words: string) {
  const walker = document.createTreeWalker(
    document.querySelector('article') as Element,
    NodeFilter.SHOW_TEXT,
  )
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = (node as Text).data.indexOf(words)
    if (at === -1) continue
    node.parentElement?.scrollIntoView({ block: 'center' })
    const box = (from: number) => {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, from + 1)
      return range.getBoundingClientRect()
    }
    const first = box(at)
    const last = box(at + words.length - 1)
    return {
      start: { x: first.left + 1, y: first.top + first.height / 2 },
      end: { x: last.right - 1, y: last.top + last.height / 2 },
    }
  }
  throw new Error(`The text does not show ${words}`)
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
  const top = scroller.getBoundingClientRect().top
  for (const block of document.querySelectorAll<HTMLElement>('article [data-block]')) {
    if (block.getBoundingClientRect().bottom <= top + 1) continue
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let before = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node as Text).data
      for (let i = 0; i < text.length; i++) {
        const range = document.createRange()
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        const box = range.getClientRects()[0]
        if (box !== undefined && box.top >= top - 1) {
          return { block: block.dataset['block'], at: before + i, below: Math.round(box.top - top) }
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
  scroller.scrollTop = scroller.scrollHeight * share
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

/** Of some characters those of which nothing is seen when they are drawn semi-bold as the tools are. */
export async function withoutInk(characters: string): Promise<string> {
  const { fontFamily } = getComputedStyle(document.body)
  const font = `600 24px ${fontFamily}`
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
