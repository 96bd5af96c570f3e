import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../../..')

describe('what the page asks for before its script has run', () => {
  const page = readFileSync(path.join(root, 'renderer/index.html'), 'utf8')
  const files = Array.from(
    page.matchAll(/rel="preload"[^>]*href="\.\/([^"]+)"/gu),
    ([, file]) => file,
  )

  it('is there, and is set in the interface and the text', () => {
    const families = ['missing-glyph', 'noto-serif-tc', 'noto-sans-tc']
    const sheets = families.map((family) => `fonts/${family}/index.css`)
    const fonts = families
      .slice(1)
      .flatMap((family) => [400, 600].map((weight) => `fonts/${family}/first-${weight}.woff2`))
    expect(files).toEqual([...sheets, ...fonts])
    for (const file of files) {
      expect(() => readFileSync(path.join(root, 'assets', file ?? ''))).not.toThrow()
    }
  })
})
