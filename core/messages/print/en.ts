import type { PrintedNotes } from '../../app/print-request'

/** What is said in printing. */
export interface PrintMessages {
  readonly title: string
  /** What is printed: the text in a form, in columns or in lines. */
  readonly what: (form: string, isVertical: boolean) => string
  readonly marks: string
  readonly notes: string
  readonly where: Readonly<Record<PrintedNotes, string>>
  readonly print: string
  readonly cancel: string
  readonly printed: string
  readonly failed: (reason: string) => string
}

export const printEn: PrintMessages = {
  title: 'Print',
  what: (form, isVertical) =>
    `The text as it is shown: ${form}, ${isVertical ? 'in columns' : 'in lines'}.`,
  marks: 'With marks',
  notes: 'Notes',
  where: { none: 'None', paragraph: 'Under their paragraphs', end: 'At the end' },
  print: 'Print…',
  cancel: 'Cancel',
  printed: 'Handed to the printer.',
  failed: (reason) =>
    `The system did not print it (${reason}). Your notes are untouched; a PDF can be exported instead.`,
}
