import type { FromPage, Place } from '../wire/messages'

/** No event tells a page that its window was moved. */
const movePoll = 500

/** Reports where the window is, whether it has the focus, and whether the system is dark. */
export function reportPlace(send: (message: FromPage) => void): void {
  let last = ''
  const place = (): void => {
    const now = currentPlace()
    const text = JSON.stringify(now)
    if (text !== last) send({ type: 'place', place: now })
    last = text
  }
  const focus = (): void => send({ type: 'focus', focused: document.hasFocus() })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const dark = (): void => send({ type: 'dark', dark: scheme.matches })

  window.addEventListener('resize', place)
  window.addEventListener('focus', focus)
  window.addEventListener('blur', focus)
  scheme.addEventListener('change', dark)
  setInterval(place, movePoll)
  place()
  dark()
}

function currentPlace(): Place {
  return {
    x: window.screenX,
    y: window.screenY,
    width: window.innerWidth,
    height: window.innerHeight,
    outerWidth: window.outerWidth,
    outerHeight: window.outerHeight,
    screen: {
      width: screen.width,
      height: screen.height,
      availableWidth: screen.availWidth,
      availableHeight: screen.availHeight,
    },
    scaleFactor: window.devicePixelRatio,
  }
}
