import { type ExportFormat, exportFormats } from './request'

/** The file name extension of each format, the usual one first. */
export const extensions: Readonly<Record<ExportFormat, readonly [string, ...string[]]>> = {
  markdown: ['md', 'markdown'],
  html: ['html', 'htm'],
  docx: ['docx'],
  pdf: ['pdf'],
  csv: ['csv'],
  json: ['json', 'jsonld'],
  text: ['txt'],
}

/** The format that a file name asks for by its extension, if it asks for one. */
export function formatOf(file: string): ExportFormat | undefined {
  const extension = /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase()
  if (extension === undefined) return undefined
  return exportFormats.find((format) => extensions[format].includes(extension))
}
