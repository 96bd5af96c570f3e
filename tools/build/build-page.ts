import path from 'node:path'
import { build } from 'vite'

/**
 * Builds the page whose `index.html` lies in `root` to `<out>/renderer`.
 *
 * The output suits a page with `default-src 'none'` served from a scheme of its own: relative
 * addresses, no inline script, no preload polyfill, and nothing turned into a `data:` address.
 */
export async function buildPage(root: string, out: string): Promise<void> {
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: path.join(out, 'renderer'),
      emptyOutDir: true,
      target: 'chrome150',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      // The report and its renditions are one page's data: a warning about size would say nothing.
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        output: {
          // What the first view needs comes in one file, whatever later views share with it.
          codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] },
        },
      },
    },
  })
}
