import { batch, effect } from '@preact/signals'
import { isOnWords, neighbour, type Remark } from '../../core/apparatus/remark'
import { rangeLength, type TextRange } from '../../core/text/range'
import type { Column } from '../reader/text-surface'
import { announce, changeSettings, type Gloss, type Session, setOverlay } from './session'
import type { Stage } from './stage'

/** The longest passage whose characters are explained, in code points. */
export const mostCharacters = 4

/** Shows emended places and slips in the text, or no longer. */
export function toggleEmendations(session: Session): void {
  const emendationsShown = !session.settings.peek().emendationsShown
  changeSettings(session, { emendationsShown })
  if (!emendationsShown) session.gloss.value = null
  const { edition } = session.messages.peek()
  announce(
    session,
    emendationsShown ? edition.emendationsShown(session.remarks.length) : edition.emendationsHidden,
  )
}

/** Opens the card of a remark at its place in one of the columns. */
export function openRemark(session: Session, { id }: Remark, column: Column): void {
  session.gloss.value = { kind: 'remark', id, column }
}

/** Goes to the next remark, or the one before, and opens its card: on words alone, or on any place. */
export function moveRemark({ session, reader }: Stage, step: 1 | -1, which: 'words' | 'any'): void {
  const { remarks, gloss, place, messages } = session
  const list = which === 'any' ? remarks : remarks.filter(isOnWords)
  const open = openedRemark(session)
  const from = open?.range.start ?? place.peek()
  const next = neighbour(list, step, gloss.peek() === null ? undefined : open?.id, from)
  if (next === undefined) return announce(session, messages.peek().edition.noMore)
  reader.reveal(next.range)
  openRemark(session, next, 'block')
}

/** The remark whose card is open. */
export function openedRemark({ gloss, remarks }: Session): Remark | undefined {
  const open = gloss.peek()
  return open?.kind === 'remark' ? remarks.find(({ id }) => id === open.id) : undefined
}

/** Opens the card on the selected characters: their forms and their numbers. */
export function explainCharacters({ session, reader }: Stage): void {
  const range = session.selection.peek()
  if (range === null || rangeLength(range) > mostCharacters) {
    return announce(session, session.messages.peek().edition.characters.howMany)
  }
  session.gloss.value = { kind: 'characters', range, column: reader.selectedSurface.column }
}

/** Keeps the emended places painted while they are shown, and the one whose card is open always. */
export const keepRemarksPainted = (session: Session): (() => void) =>
  effect(() => {
    const { gloss, remarks, settings } = session
    const isShown = settings.value.emendationsShown
    const open = gloss.value
    const isOpen = (remark: Remark) => open?.kind === 'remark' && open.id === remark.id
    const shown = remarks.filter((remark) => isShown || isOpen(remark))
    const place = open === null ? undefined : placeOf(session, open)
    batch(() => {
      for (const layer of ['emendation', 'emended-mark', 'sic'] as const) {
        const ofLayer = shown.filter((remark) => layerOf(remark) === layer)
        setOverlay(
          session,
          layer,
          ofLayer.map(({ range }) => range),
        )
      }
      setOverlay(session, 'explained', place === undefined ? [] : [place])
    })
  })

/** Words are set off from punctuation, of which there is much and little to say. */
function layerOf(remark: Remark): 'emendation' | 'emended-mark' | 'sic' {
  if (remark.kind === 'sic') return 'sic'
  return isOnWords(remark) ? 'emendation' : 'emended-mark'
}

/** The passage that a card explains. */
export function placeOf({ remarks }: Session, gloss: Gloss): TextRange | undefined {
  if (gloss.kind === 'characters') return gloss.range
  return remarks.find(({ id }) => id === gloss.id)?.range
}
