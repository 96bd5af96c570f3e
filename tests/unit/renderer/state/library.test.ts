import type { ListedDocument } from '../../../../core/app/document-entry'
import { FakeMain } from './support'

const listed = (id: string, isBundled = false): ListedDocument => ({
  id,
  title: id,
  author: null,
  format: null,
  addedAt: null,
  forms: ['zh-Hant'],
  form: 'zh-Hant',
  isBundled,
  readAt: null,
  progress: 0,
  heading: null,
  counts: { annotations: 0, notes: 0 },
})

/** The page, and what main was asked to do with documents. */
async function open() {
  const main = new FakeMain(['small', 'other'])
  const asked: string[] = []
  Object.assign(main.api, {
    listAbsent: async () => [],
    listDocuments: async () => [listed('small', true), listed('other')],
    removeDocument: async (id: string) => void asked.push(`remove ${id}`),
    restoreDocument: async (id: string) => void asked.push(`restore ${id}`),
  })
  const { app } = await main.open()
  return { main, app, asked, library: app.library }
}

it('a document that was removed stays in its place, and can be put back', async () => {
  const { library, asked } = await open()
  await library.open()
  const [other] = library.shown.peek() ?? []
  if (other === undefined) throw new Error('Nothing is listed')
  await library.remove(other)
  expect(library.shown.peek()).toContain(other)
  expect([...library.removed.peek()]).toEqual(['other'])
  await library.restore(other)
  expect([...library.removed.peek()]).toEqual([])
  expect(asked).toEqual(['remove other', 'restore other'])
})

it('the document that comes with the app stays', async () => {
  const { library, asked } = await open()
  await library.remove(listed('small', true))
  expect(asked).toEqual([])
  expect(library.removed.peek().size).toBe(0)
})

it('the library gives way when the window is to show a document', async () => {
  const { library, main } = await open()
  await library.open()
  main.tell({ kind: 'show', showing: { documentId: 'other', annotationId: null } })
  expect(library.isOpen.peek()).toBe(false)
})

it('a document that was removed does not stay on the screen when the library is left', async () => {
  const { app, library } = await open()
  await app.show({ documentId: 'other', annotationId: null })
  await library.open()
  const other = library.shown.peek()?.find(({ id }) => id === 'other')
  if (other === undefined) throw new Error('It is not listed')
  app.leaveRemoved()
  expect(app.workspace.peek()?.id).toBe('other')
  await library.remove(other)
  library.close()
  app.leaveRemoved()
  await new Promise(setImmediate)
  expect(app.workspace.peek()?.id).toBe('small')
})

describe('looking in all texts', () => {
  const findings = [
    { documentId: 'small', title: 'small', lang: 'zh-Hant', inText: 1, inNotes: 0, hits: [] },
  ]

  /** The library, and main's searches, each answered when the test says how. */
  async function searching() {
    const { app, main, library } = await open()
    const searches: { found: (findings: readonly unknown[]) => void; failed: () => void }[] = []
    Object.assign(main.api, {
      searchDocuments: () =>
        new Promise((found, fail) => {
          searches.push({ found, failed: () => fail(new Error('no disk')) })
        }),
    })
    const search = (query: string) => {
      library.query.value = query
      return library.search()
    }
    return { app, library, search, searches }
  }

  it('goes on where main gives up an earlier search for the same words', async () => {
    const { app, library, search, searches } = await searching()
    const first = search('文字')
    const second = search('文字')
    searches[0]?.found([])
    await first
    expect([library.found.peek(), library.isSearching.peek()]).toEqual([null, true])
    expect(app.announcer.last.peek().text).toBe('')
    searches[1]?.found(findings)
    await second
    expect([library.found.peek(), library.isSearching.peek()]).toEqual([findings, false])
  })

  it('shows nothing of it under other words', async () => {
    const { library, search, searches } = await searching()
    const asked = search('文字')
    searches[0]?.found(findings)
    await asked
    library.query.value = '文字。'
    expect([library.found.peek(), library.isSearching.peek()]).toEqual([null, true])
  })

  it('ends where it goes wrong', async () => {
    const { library, search, searches } = await searching()
    const asked = search('文字')
    searches[0]?.failed()
    await expect(asked).rejects.toThrow('no disk')
    expect([library.found.peek(), library.isSearching.peek()]).toEqual([null, false])
  })
})
