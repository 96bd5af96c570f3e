/** The ways of copying besides what is shown: a script, and how the source is named, if it is. */
export const copyForms = [
  'hant',
  'hans',
  'hant-plain',
  'hans-plain',
  'hant-standard',
  'hans-standard',
] as const

export type CopyForm = (typeof copyForms)[number]

/** How the source is named under a copied passage. */
export type CitationStyle = 'none' | 'plain' | 'standard'

/** The script that a way of copying gives. */
export const scriptOfForm = (form: CopyForm) => (form.startsWith('hans') ? 'hans' : 'hant')

/** The citation that a way of copying adds. */
export function citationOfForm(form: CopyForm): CitationStyle {
  if (form.endsWith('-plain')) return 'plain'
  return form.endsWith('-standard') ? 'standard' : 'none'
}
