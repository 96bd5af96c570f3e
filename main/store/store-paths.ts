import { join } from 'node:path'

/** Where the files of a store lie: absolute paths. */
export interface StorePaths {
  readonly folder: string
  readonly annotations: string
  readonly journal: string
  readonly tip: string
  readonly history: string
  readonly generations: string
}

export const storePaths = (folder: string): StorePaths => ({
  folder,
  annotations: join(folder, 'annotations.json'),
  journal: join(folder, 'annotations.journal'),
  tip: join(folder, 'annotations.tip'),
  history: join(folder, 'history.json'),
  generations: join(folder, 'generations'),
})
