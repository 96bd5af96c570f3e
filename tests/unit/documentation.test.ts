import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '../..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const isThere = (file: string) => existsSync(path.join(root, file))

const markdownIn = (folder: string, recursive: boolean) =>
  readdirSync(path.join(root, folder), { recursive, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name))

/** What is written for who reads or works on the sources. */
const documentation = [...markdownIn('.', false), ...markdownIn('docs', true)]

interface Mention {
  readonly file: string
  readonly what: string
}

/** All places of the documentation that a pattern finds, by the first group of it. */
const mentions = (pattern: RegExp, files = documentation): readonly Mention[] =>
  files.flatMap((file) =>
    [...read(file).matchAll(pattern)].map(([, what = '']) => ({ file, what })),
  )

/** Sources and tests are named with and without their endings. */
const endings = ['', '.ts', '.tsx', '.test.ts']

/** Whether a path, or one of those that it names in braces, leads to a file or folder below one of these. */
const leadsSomewhere = (named: string, folders: readonly string[] = ['']): boolean => {
  const [, before = named, among, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/u.exec(named) ?? []
  const all = (among ?? '').split(',').map((one) => `${before}${one}${after}`)
  return all.every((one) =>
    folders.some((folder) => endings.some((ending) => isThere(path.join(folder, one + ending)))),
  )
}

/** As GitHub makes the anchor of a heading. */
const anchorsIn = (file: string) =>
  [...read(file).matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe('the documentation', () => {
  it('links to pages and headings that are there', () => {
    const links = mentions(/\]\((?!https?:|mailto:)([^)\s]+)\)/gu)
    expect(links.length).toBeGreaterThan(50)
    const broken = links.filter(({ file, what }) => {
      const [page = '', anchor] = what.split('#')
      const target = page === '' ? file : path.join(path.dirname(file), page)
      return !isThere(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor))
    })
    expect(broken).toEqual([])
  })

  it('names files and folders that are there', () => {
    const paths = mentions(
      /`((?:\.github|assets|core|docs|main|renderer|tests|tools)\/[\w./@{},-]+)`/gu,
    )
    expect(paths.length).toBeGreaterThan(50)
    expect(paths.filter(({ what }) => !leadsSomewhere(what))).toEqual([])
  })

  it('names files alone that lie somewhere', () => {
    const own = mentions(/`([\w-]+\.(?:tsx?|css|cjs))`/gu)
    expect(own.length).toBeGreaterThan(20)
    const names = new Set(
      ['core', 'main', 'renderer', 'tools', 'tests'].flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          path.basename(name),
        ),
      ),
    )
    expect(own.filter(({ what }) => !names.has(what) && !isThere(what))).toEqual([])
  })

  it('walks through rooms that are there', () => {
    const walks = mentions(/`((?!documents\/)[a-z-]+\/[\w./-]*)`/gu, ['docs/architecture.md'])
    expect(walks.length).toBeGreaterThan(20)
    const rooms = ['', 'core', 'main', 'renderer']
    expect(walks.filter(({ what }) => !leadsSomewhere(what, rooms))).toEqual([])
  })

  it('names tests that are there for what users of other readers ran into', () => {
    const cells = mentions(/\| ([^|]+) \|$/gmu, ['docs/field-log.md']).slice(1)
    expect(cells.length).toBeGreaterThan(20)
    const tests = cells.flatMap(({ what }) => {
      let folder = ''
      // A name alone is that of a test beside the one before.
      return what.split(', ').map((name) => {
        if (name.includes('/')) folder = path.dirname(name)
        return `tests/unit/${path.join(folder, path.basename(name))}.test.ts`
      })
    })
    expect(tests.filter((test) => !isThere(test))).toEqual([])
  })

  it('names commands that are there, and leaves none out', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const commands = Object.keys(scripts)
    const called = /npm (?:run )?(start|test(?![\w:])|(?<=run )[a-z0-9:]+)/gu
    const named = new Set(mentions(called).map(({ what }) => what))
    expect([...named].filter((name) => !commands.includes(name))).toEqual([])
    // What `npm run check` is made of is not called by itself.
    const parts = commands.filter((name) => name.startsWith('check:'))
    expect(commands.filter((name) => !named.has(name) && !parts.includes(name))).toEqual([])
  })
})
