/**
 * The ways of copying besides what is shown: a passage in one of the scripts, with its source or without;
 * a passage as it is shown, with a reference of the styles that researchers use; or the reference alone,
 * for a program that keeps them.
 */
export const copyForms = [
  'hant',
  'hans',
  'hant-plain',
  'hans-plain',
  'hant-standard',
  'hans-standard',
  'chicago',
  'apa',
  'csl-json',
  'ris',
  'bibtex',
] as const

export type CopyForm = (typeof copyForms)[number]

/** How the source is named with a copied passage. */
export type CitationStyle = 'none' | 'plain' | 'standard' | 'chicago' | 'apa'

/** What a way of copying gives: a passage, in the script named or as it is shown; or a reference alone. */
type CopyPlan =
  | {
      readonly kind: 'passage'
      readonly script: 'hant' | 'hans' | 'shown'
      readonly style: CitationStyle
    }
  | { readonly kind: 'reference'; readonly format: 'csl-json' | 'ris' | 'bibtex' }

export const planOf = (form: CopyForm): CopyPlan => plans[form]

const passage = (
  script: 'hant' | 'hans' | 'shown',
  style: CitationStyle,
): Extract<CopyPlan, { kind: 'passage' }> => ({ kind: 'passage', script, style })

const plans: Readonly<Record<CopyForm, CopyPlan>> = {
  hant: passage('hant', 'none'),
  hans: passage('hans', 'none'),
  'hant-plain': passage('hant', 'plain'),
  'hans-plain': passage('hans', 'plain'),
  'hant-standard': passage('hant', 'standard'),
  'hans-standard': passage('hans', 'standard'),
  chicago: passage('shown', 'chicago'),
  apa: passage('shown', 'apa'),
  'csl-json': { kind: 'reference', format: 'csl-json' },
  ris: { kind: 'reference', format: 'ris' },
  bibtex: { kind: 'reference', format: 'bibtex' },
}
