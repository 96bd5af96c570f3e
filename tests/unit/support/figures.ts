import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type FiguresFile, figuresOf } from '../../../core/figures/figures-file'

const file = path.join(__dirname, '../../../assets/report/figures.json')

/** `figures.json` of the bundled report, as it lies on the disk. */
export const figuresText = readFileSync(file, 'utf8')

export const figuresJson: unknown = JSON.parse(figuresText)

/** What people judged: figures, labels, and the words that count nothing. */
export const figuresFile = JSON.parse(figuresText) as FiguresFile

/** The figures of the bundled report, as the app has them. */
export const figureList = figuresOf(figuresFile)
