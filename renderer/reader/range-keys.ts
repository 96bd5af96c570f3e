import type { Step } from '../../core/document/words'

/** Where an end of a mark lies in the scroller's content, in CSS px. */
export interface HandleBox {
  readonly left: number
  readonly top: number
  readonly height: number
}

/** The way an arrow key points in the text. */
export const stepOf = ({ key }: KeyboardEvent): Step | undefined =>
  key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : undefined

/** The way a key points that goes as far as the paragraph does. */
export const leapOf = ({ key }: KeyboardEvent): Step | undefined =>
  key === 'End' ? 1 : key === 'Home' ? -1 : undefined

/** Whether a key is held that makes a step one of words: Ctrl, or Option on a Mac. */
export const isWordKey = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey
