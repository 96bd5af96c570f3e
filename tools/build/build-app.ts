import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import path from 'node:path'
import type { AppSources } from './app-sources'
import { buildMain, buildPreload } from './build-node-parts'
import { buildPage } from './build-page'
import { writeRendererFiles } from './renderer-files'

/**
 * Builds an app: main, preload, page and the list of the page's files.
 * @throws when a source is missing, or does not compile
 */
export async function buildApp(sources: AppSources): Promise<void> {
  const entries = [
    sources.main,
    ...(sources.processes ?? []),
    sources.preload,
    path.join(sources.page, 'index.html'),
  ]
  const missing = entries.find((file) => !existsSync(file))
  if (missing) throw new Error(`nothing to build: ${missing} is not there`)
  await Promise.all([
    buildMain([sources.main, ...(sources.processes ?? [])], sources.out),
    buildPreload(sources.preload, sources.out),
    buildWindow(sources),
  ])
}

/**
 * Builds what a window shows: the page, its fonts and the list of its files.
 * @throws when a source does not compile
 */
export async function buildWindow({
  page,
  fonts,
  out,
}: Pick<AppSources, 'page' | 'fonts' | 'out'>): Promise<void> {
  await buildPage(page, out)
  if (fonts) await copyFonts(fonts, path.join(out, 'renderer/fonts'))
  await writeRendererFiles(out)
}

/** As they are: their style sheets are made already, and name files beside them. */
const copyFonts = (from: string, to: string): Promise<void> =>
  cp(from, to, {
    recursive: true,
    filter: (name) =>
      ['', '.css', '.woff2'].includes(path.extname(name)) && !name.endsWith('LICENSE'),
  })
