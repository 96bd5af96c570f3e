/** What the next frame takes: milliseconds from before an action until its frame has been laid out and painted. */
export async function toFrame(action: () => unknown): Promise<number> {
  const begun = performance.now()
  action()
  await framePainted()
  return performance.now() - begun
}

/** Settles when the next frame's style, layout and paint are done. */
export const framePainted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  })

/**
 * Scrolls the text by a step a frame.
 *
 * @param step CSS px
 * @returns milliseconds from each frame to the next
 */
export async function scroll(frames: number, step: number): Promise<readonly number[]> {
  const scroller = document.querySelector('.reading')
  if (scroller === null) throw new Error('There is no text')
  const times: number[] = []
  let last = await nextFrame()
  for (let frame = 0; frame < frames; frame++) {
    scroller.scrollTop += step
    const now = await nextFrame()
    times.push(now - last)
    last = now
  }
  return times
}

/** Scrolls the text to a place. @param top CSS px */
export function goTo(top: number): void {
  const scroller = document.querySelector('.reading')
  if (scroller !== null) scroller.scrollTop = top
}

const nextFrame = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve(performance.now()))
  })

/** Waits until nothing is left to do. */
export const idle = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve())
  })

/**
 * Waits until a frame would be shown at once: one that comes right after another is held back to the screen's rate,
 * and what is measured then is the wait.
 */
export async function rested(): Promise<void> {
  await idle()
  await new Promise((resolve) => setTimeout(resolve, 100))
}

/** What was asked for when there is nothing better to do, by its handle, while that is held back. */
const held = new Map<number, Parameters<typeof requestIdleCallback>>()

/** Holds back what is done when there is nothing better to do. */
export function holdIdle(): void {
  let last = 0
  window.requestIdleCallback = (...asked) => {
    held.set(--last, asked)
    return last
  }
  window.cancelIdleCallback = (handle) => {
    if (!held.delete(handle)) real.cancelIdleCallback(handle)
  }
}

/** Lets that come which was held back. */
export function letIdle(): void {
  Object.assign(window, real)
  for (const asked of held.values()) requestIdleCallback(...asked)
  held.clear()
}

const real = {
  requestIdleCallback: window.requestIdleCallback.bind(window),
  cancelIdleCallback: window.cancelIdleCallback.bind(window),
}

/** Types a query into the find field, as input gives it. */
export function type(query: string): void {
  const field = document.querySelector<HTMLInputElement>('.find-field')
  if (field === null) throw new Error('Finding is not open')
  field.value = query
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))
}

/** Turns the script switch. */
export function switchTo(script: 'hant' | 'hans'): void {
  const radios = document.querySelectorAll<HTMLInputElement>('input[type="radio"][name="script"]')
  const radio = radios[script === 'hant' ? 0 : 1]
  if (radio === undefined) throw new Error('There is no switch')
  radio.click()
}

let aimed: { readonly text: Text; readonly mark: DOMRect | undefined } | undefined

/**
 * Looks for what is to be selected or clicked, which is not what is measured: the text in the middle of the window,
 * and one of the marks in view, with each turn another.
 */
export function aim(turn: number): void {
  const marks = marksInView()
  const at = Math.floor(marks.length * ((turn * 0.618) % 1))
  aimed = { text: textInView(), mark: marks[at] }
}

/** Selects a few characters of the text that was aimed at. */
export function selectInView(): void {
  if (aimed === undefined) throw new Error('Nothing was aimed at')
  const { text } = aimed
  document.getSelection()?.setBaseAndExtent(text, 2, text, Math.min(12, text.length))
}

/** Clicks the mark that was aimed at. */
export function clickMark(): void {
  const box = aimed?.mark
  if (box === undefined) throw new Error('No mark is in view')
  const at = { bubbles: true, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }
  const target = document.elementFromPoint(at.clientX, at.clientY)
  target?.dispatchEvent(new MouseEvent('mousedown', at))
  target?.dispatchEvent(new MouseEvent('mouseup', at))
  target?.dispatchEvent(new MouseEvent('click', at))
}

function textInView(): Text {
  const { left, top, width, height } = frameOfText()
  const element = document.elementFromPoint(left + width / 2, top + height / 2)
  const walker = document.createTreeWalker(element ?? document.body, NodeFilter.SHOW_TEXT)
  const node = walker.nextNode()
  if (!(node instanceof Text)) throw new Error('No text is in view')
  return node
}

/** One box of each mark in view, from top to bottom. */
function marksInView(): readonly DOMRect[] {
  const { top, bottom } = frameOfText()
  const boxes: DOMRect[] = []
  for (const [layer, highlight] of CSS.highlights) {
    if (!/-(?:highlight|underline|squiggly)$/u.test(layer)) continue
    for (const range of highlight) {
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      const [box] = live.getClientRects()
      if (box !== undefined && box.top > top + 60 && box.bottom < bottom - 60) boxes.push(box)
    }
  }
  return boxes.toSorted((a, b) => a.top - b.top)
}

export function frameOfText(): DOMRect {
  const scroller = document.querySelector('.reading')
  if (scroller === null) throw new Error('There is no text')
  return scroller.getBoundingClientRect()
}
