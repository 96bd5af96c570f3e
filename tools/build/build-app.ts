import { existsSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../runtime/paths'
import { buildMain, buildPreload } from './build-node-parts'
import { buildPage } from './build-page'
import { writeRendererFiles } from './renderer-files'

/** Where an app's three parts begin, and where the built app goes. All paths are absolute. */
export interface AppSources {
  main: string
  preload: string
  /** The folder of the page's `index.html`. */
  page: string
  out: string
}

/** Piyue itself. */
export const piyue: AppSources = {
  main: path.join(repositoryRoot, 'main/main.ts'),
  preload: path.join(repositoryRoot, 'main/preload.ts'),
  page: path.join(repositoryRoot, 'renderer'),
  out: path.join(repositoryRoot, 'dist'),
}

/**
 * Builds an app: main, preload, page and the list of the page's files.
 * @throws when a source is missing, or does not compile
 */
export async function buildApp(sources: AppSources): Promise<void> {
  const entries = [sources.main, sources.preload, path.join(sources.page, 'index.html')]
  const missing = entries.find((file) => !existsSync(file))
  if (missing) throw new Error(`nothing to build: ${missing} is not there`)
  await Promise.all([
    buildMain(sources.main, sources.out),
    buildPreload(sources.preload, sources.out),
    buildPage(sources.page, sources.out),
  ])
  await writeRendererFiles(sources.out)
}
