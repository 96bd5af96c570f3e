import type { CopyForm } from '../../app/copy-form'

/** What is said in copying passages. */
export interface CopyMessages {
  readonly copyAs: string
  readonly forms: Readonly<Record<CopyForm, string>>
  readonly copiedAs: (form: string) => string
  readonly nothing: string
  readonly copiedCited: string
}

export const copyEn: CopyMessages = {
  copyAs: 'Copy as…',
  forms: {
    hant: 'Traditional',
    hans: 'Simplified',
    'hant-plain': 'Traditional, with source',
    'hans-plain': 'Simplified, with source',
    'hant-standard': 'Traditional, GB/T 7714',
    'hans-standard': 'Simplified, GB/T 7714',
    chicago: 'Passage with Chicago note',
    apa: 'Passage with APA citation',
    'csl-json': 'Reference as CSL-JSON (Zotero)',
    ris: 'Reference as RIS (EndNote)',
    bibtex: 'Reference as BibLaTeX',
  },
  copiedAs: (form) => `Copied: ${form}.`,
  nothing: 'Select words in the text first, to copy them.',
  copiedCited: 'Copied, with its source.',
}
