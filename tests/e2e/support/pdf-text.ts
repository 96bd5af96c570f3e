import { spawnSync } from 'node:child_process'

/**
 * The text of a PDF as Poppler's pdftotext reads it.
 *
 * @param file absolute path
 * @throws if Poppler is not installed or cannot read the file
 */
export function pdfText(file: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    'pdftotext',
    ['-raw', '-enc', 'UTF-8', file, '-'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`pdftotext could not read ${file}: ${stderr}`)
  return stdout
}
