import { spawnSync } from 'node:child_process'

/** Whether Poppler's pdftotext is installed, with which tests read exported PDFs. */
export const hasPdfReader = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined
