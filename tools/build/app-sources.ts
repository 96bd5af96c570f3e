import path from 'node:path'
import { repositoryRoot } from '../runtime/paths'

/** Where an app's three parts begin, and where the built app goes. All paths are absolute. */
export interface AppSources {
  main: string
  /** What main starts besides itself; each is built to where it lies beside main's own source. */
  processes?: readonly string[]
  preload: string
  /** The folder of the page's `index.html`. */
  page: string
  /** A folder of fonts, with a folder for each family, that the page has as `fonts`. */
  fonts?: string
  out: string
}

/** Piyue itself. */
export const piyue: AppSources = {
  main: path.join(repositoryRoot, 'main/main.ts'),
  processes: [
    path.join(repositoryRoot, 'main/library/document-process.ts'),
    path.join(repositoryRoot, 'main/exchange/export-process.ts'),
    path.join(repositoryRoot, 'main/exchange/import-process.ts'),
  ],
  preload: path.join(repositoryRoot, 'main/preload.ts'),
  page: path.join(repositoryRoot, 'renderer'),
  fonts: path.join(repositoryRoot, 'assets/fonts'),
  out: path.join(repositoryRoot, 'dist'),
}
