/**
 * Does something while what lies over the text, handles above all, lets the pointer through: else a
 * question for what is under a point would be answered with a handle.
 */
export function seeThrough<T>(look: () => T): T {
  const over = [...document.querySelectorAll<HTMLElement>('main :is(.handle, .tick)')]
  for (const element of over) element.style.pointerEvents = 'none'
  try {
    return look()
  } finally {
    for (const element of over) element.style.pointerEvents = ''
  }
}

/** Hands a click that was not meant for what lies over the text to what lies under it. */
export function passOn(type: 'click' | 'dblclick', { clientX, clientY }: MouseEvent): void {
  seeThrough(() => {
    const under = document.elementFromPoint(clientX, clientY)
    under?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY }))
  })
}
