import type { DocumentEntry, ListedDocument } from '../../../../core/app/document-entry'
import {
  lastRead,
  matchingDocuments,
  recentDocuments,
  sortedDocuments,
} from '../../../../core/app/document-list'

const listed = (title: string, more: Partial<ListedDocument> = {}): ListedDocument => ({
  id: title,
  title,
  author: null,
  format: 'text',
  addedAt: null,
  forms: ['zh-Hant', 'zh-Hans'],
  form: 'zh-Hant',
  isBundled: false,
  readAt: null,
  progress: 0,
  heading: null,
  counts: { annotations: 0, notes: 0 },
  ...more,
})

const titles = (documents: readonly ListedDocument[]) => documents.map(({ title }) => title)

it('a document is found by title or author, in either script, whatever the width and the case', () => {
  const documents = [listed('紅樓夢', { author: '曹雪芹' }), listed('ＰＩＹＵＥ Notes')]
  const found = (query: string) => titles(matchingDocuments(documents, query))
  expect(found('红楼')).toEqual(['紅樓夢'])
  expect(found('曹雪芹')).toEqual(['紅樓夢'])
  expect(found('piyue')).toEqual(['ＰＩＹＵＥ Notes'])
  expect(found('西遊')).toEqual([])
  expect(found('  ')).toEqual(titles(documents))
})

it('what was read or added last comes first, and what never was, last', () => {
  const documents = [
    listed('never'),
    listed('old', { readAt: '2026-01-01T00:00:00.000Z', addedAt: '2026-03-01T00:00:00.000Z' }),
    listed('new', { readAt: '2026-02-01T00:00:00.000Z', addedAt: '2026-01-01T00:00:00.000Z' }),
  ]
  expect(titles(sortedDocuments(documents, 'read', 'en'))).toEqual(['new', 'old', 'never'])
  expect(titles(sortedDocuments(documents, 'added', 'en'))).toEqual(['old', 'new', 'never'])
})

it('titles are sorted as the language of the interface sorts them, numbers by their value', () => {
  const documents = ['第10回', '第2回', '丁', '一', '安'].map((title) => listed(title))
  const sorted = (locale: string) => titles(sortedDocuments(documents, 'title', locale))
  expect(sorted('zh-Hant').slice(0, 2)).toEqual(['一', '丁'])
  expect(sorted('zh-Hans')[0]).toBe('安')
  expect(sorted('en').indexOf('第2回')).toBeLessThan(sorted('en').indexOf('第10回'))
})

it('recent documents are those shown last, without the one that is shown, and ten at the most', () => {
  const entries = Array.from({ length: 14 }, (_, i) => ({ id: `d${i}` }) as DocumentEntry)
  const views = Object.fromEntries(
    entries.slice(1).map(({ id }, i) => [id, { readAt: new Date(i * 1000).toISOString() }]),
  )
  const recent = recentDocuments(entries, views, 'd13').map(({ id }) => id)
  expect(recent).toHaveLength(10)
  expect(recent.slice(0, 2)).toEqual(['d12', 'd11'])
  expect(lastRead(entries, views)?.id).toBe('d13')
  expect(lastRead(entries, {})).toBeUndefined()
})
