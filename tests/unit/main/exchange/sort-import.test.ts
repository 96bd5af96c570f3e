import { assert, asyncProperty, integer, subarray, tuple } from 'fast-check'
import type { Annotation } from '../../../../core/annotation/annotation'
import { applyChangeSet, invert } from '../../../../core/annotation/change-set'
import { exportNotes } from '../../../../core/exchange/export/export-notes'
import { exportModel } from '../../../../core/exchange/export/model'
import { OpenDocument } from '../../../../core/publication/open-document'
import { textRange } from '../../../../core/text/range'
import { UnknownDocument } from '../../../../main/library/library'
import { lost, marked, sourceOf } from '../../core/exchange/export/support'
import { annotationOf, annotationOn } from '../../support/annotations'
import { madeDocument } from '../../support/made-document'
import { openReport } from '../../support/report'
import { systemError } from '../library/support'
import { everything, novel, Shelf, whale } from './shelf'

type Annotated = readonly [OpenDocument, readonly Annotation[]]

async function exported(first: Annotated, ...others: readonly Annotated[]): Promise<string> {
  const of = ([open, annotations]: Annotated) => ({ open, annotations })
  const source = { ...sourceOf([]), documents: [of(first), ...others.map(of)] as const }
  return String(await exportNotes('json', exportModel(source, { script: 'both' })))
}

/** The same, with a reading of a character in the first document. */
async function withReading(...documents: Parameters<typeof exported>): Promise<string> {
  const file = JSON.parse(await exported(...documents))
  const reading = (value: string) => ({ 'piyue:script': 'zh-Hans', value })
  file['piyue:documents'][0]['piyue:corrections'] = [
    {
      'piyue:character': '石',
      'piyue:converted': reading('石'),
      'piyue:readings': [reading('硕')],
      'piyue:places': [0],
    },
  ]
  return JSON.stringify(file)
}

const hypothesis = (uri: string, exact: string, id = exact) => ({
  id,
  uri,
  text: 'said',
  target: [{ source: uri, selector: [{ type: 'TextQuoteSelector', exact }] }],
})

describe('notes on several documents in one file', () => {
  it('come back as they were, each into its own document, with an undo of its own', async () => {
    const marks = tuple(...everything.map((open) => subarray(marksOn(open))))
    await assert(
      asyncProperty(marks, integer({ min: 0, max: 2 }), async ([a, b, c], which) => {
        const shelf = new Shelf(everything)
        const [first, ...others] = [
          [openReport, a ?? []],
          [novel, b ?? []],
          [whale, c ?? []],
        ] as const
        const json = await exported(first, ...others)
        await shelf.import(json, everything[which])
        for (const [open, annotations] of [first, ...others]) {
          expect(shelf.listOn(open).toSorted(byId)).toEqual(annotations.toSorted(byId))
        }
        expect(await shelf.import(json, everything[which])).toMatchObject({
          kind: expect.stringMatching(/nothing-new|refused/u),
        })
        for (const { documentId, set } of shelf.sets) {
          const undone = applyChangeSet(shelf.annotationsOn(documentId) ?? new Map(), invert(set))
          expect([...undone]).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('are shown by document before, the open one first', async () => {
    const shelf = new Shelf(everything)
    const json = await exported(
      [novel, [annotationOn(novel.document, '荒唐', { id: 'n' })]],
      [openReport, [marked('經濟運行', { id: 'r' })]],
    )
    expect(await shelf.preview(json)).toMatchObject({
      kind: 'preview',
      counts: { new: 2 },
      documents: [
        { documentId: openReport.id, title: openReport.document.title, counts: { new: 1 } },
        { documentId: novel.id, title: '石頭記', counts: { new: 1 } },
      ],
      items: [
        { index: 1, documentId: openReport.id },
        { index: 0, documentId: novel.id },
      ],
    })
    expect(shelf.sets).toEqual([])
  })

  it('are no matter to speak of where all are on the open document', async () => {
    const json = await exported([openReport, [marked('經濟運行')]])
    expect(await new Shelf(everything).preview(json)).toMatchObject({ documents: [] })
    expect(await new Shelf(everything).import(json)).toMatchObject({ documents: [], notTaken: [] })
  })
})

describe('notes on a document that the library does not have', () => {
  const note = annotationOn(novel.document, '說起根由雖近荒唐', { id: 'n', note: '妙' })

  it('are kept for it as they are, and are no orphans of the open one', async () => {
    const shelf = new Shelf([openReport, whale])
    const json = await exported([novel, [note]], [openReport, [marked('經濟運行', { id: 'r' })]])
    expect(await shelf.preview(json)).toMatchObject({
      counts: { new: 2, orphan: 0 },
      documents: [
        { documentId: openReport.id, counts: { new: 1 } },
        { documentId: novel.id, title: '石頭記', isAbsent: true, counts: { new: 1 } },
      ],
      items: [{ reason: null }, { decision: 'new', reason: 'absent-document' }],
    })
    expect(await shelf.import(json)).toMatchObject({
      kind: 'imported',
      documents: [{}, { title: '石頭記', isAbsent: true }],
    })
    expect(shelf.kept).toEqual([{ documentId: novel.id, title: '石頭記' }])
    expect(shelf.listOn(novel)).toEqual([note])
    expect(shelf.listOn(openReport).map(({ id }) => id)).toEqual(['r'])
    expect(await shelf.import(json)).toMatchObject({ kind: 'nothing-new', counts: { same: 2 } })
  })

  it('go where their words stand all the same', async () => {
    const other = madeDocument('石頭記\n卷首\n說起根由雖近荒唐，細按則深有趣味。')
    const shelf = new Shelf([openReport, other])
    await shelf.import(await exported([novel, [note]]))
    expect(shelf.kept).toEqual([])
    expect(shelf.listOn(other)).toMatchObject([{ id: 'n', documentId: other.id }])
  })
})

describe('a file of notes on another document than the open one', () => {
  const note = annotationOn(novel.document, '說起根由雖近荒唐', { id: 'n', note: '妙' })

  it('goes where it belongs, by the document’s id', async () => {
    const shelf = new Shelf(everything)
    expect(await shelf.import(await exported([novel, [note]]))).toMatchObject({
      kind: 'imported',
      documents: [{ title: '石頭記', counts: { new: 1 } }],
    })
    expect(shelf.listOn(novel)).toEqual([note])
    expect(shelf.listOn(openReport)).toEqual([])
  })

  it('by the digest of its text, where that document has another id', async () => {
    const same = new OpenDocument({
      ...novel.publication,
      document: { ...novel.publication.document, id: 'another-id' },
    })
    const shelf = new Shelf([openReport, same])
    expect(await shelf.import(await exported([novel, [note]]))).toMatchObject({
      documents: [{ documentId: 'another-id', counts: { new: 1 } }],
    })
    expect(shelf.listOn(same)).toEqual([{ ...note, documentId: 'another-id' }])
  })

  it('by its words, in whichever script the library has them', async () => {
    const simplified = madeDocument(
      '石头记\n卷首\n说起根由虽近荒唐，细按则深有趣味。待在下将此来历注明。',
      'zh-Hans',
    )
    const shelf = new Shelf([openReport, whale, simplified])
    expect(await shelf.import(await exported([novel, [note]]))).toMatchObject({
      documents: [{ documentId: simplified.id, counts: { moved: 1 } }],
    })
    const [taken] = shelf.listOn(simplified)
    expect(taken).toMatchObject({ id: 'n', documentId: simplified.id, note: '妙' })
    expect(taken && simplified.document.slice(taken.range)).toBe('说起根由虽近荒唐')
  })

  it('is kept with the open one where it is on what no library can have, and is said to be so', async () => {
    const shelf = new Shelf([openReport, whale])
    const { publication } = novel
    const other = new OpenDocument({
      ...publication,
      document: { ...publication.document, id: 'another-report' },
    })
    const there = { ...note, documentId: other.id }
    const json = await exported([other, [there]])
    expect(await shelf.preview(json)).toMatchObject({
      documents: [],
      items: [{ decision: 'orphan', reason: 'other-document', quote: '說起根由雖近荒唐' }],
    })
    await shelf.import(json)
    expect(shelf.listOn(openReport)).toEqual([there])
    // Once the document is there, the same notes find their way.
    const later = new Shelf([...everything, other])
    await later.import(await exported([openReport, shelf.listOn(openReport)]))
    expect(later.listOn(other)).toEqual([there])
  })

  it('changes nothing where the notes there cannot be read, and says so', async () => {
    const shelf = new Shelf(everything)
    shelf.notes.set(novel.id, null)
    const json = await exported([novel, [note]], [openReport, [marked('經濟運行')]])
    expect(await shelf.preview(json)).toMatchObject({
      counts: { new: 1, refused: 1 },
      items: [{}, { decision: 'refused', reason: 'document-unreadable', documentId: novel.id }],
    })
    expect(await shelf.import(json)).toMatchObject({ kind: 'imported', counts: { new: 1 } })
    expect(shelf.annotationsOn(novel.id)).toBeNull()
  })

  it('is named where its notes are open for reading only, and the others are taken in', async () => {
    const shelf = new Shelf(everything)
    shelf.readOnly.add(novel.id)
    const json = await exported([novel, [note]], [openReport, [marked('經濟運行')]])
    expect(await shelf.import(json)).toMatchObject({
      kind: 'imported',
      counts: { new: 1 },
      notTaken: ['石頭記'],
    })
  })

  it.each([
    ['full', systemError('ENOSPC')],
    ['gone', new UnknownDocument(novel.id)],
  ])(
    'is named where it does not take them (%s), and the others do, before it and after',
    async (_why, error) => {
      const shelf = new Shelf([...everything])
      shelf.refusing.set(novel.id, error)
      const json = await exported(
        [openReport, [marked('經濟運行')]],
        [novel, [note]],
        [whale, [annotationOn(whale.document, 'never mind')]],
      )
      expect(await shelf.import(json)).toMatchObject({
        kind: 'imported',
        counts: { new: 2 },
        notTaken: ['石頭記'],
      })
      expect(shelf.listOn(whale)).toHaveLength(1)
      shelf.refusing.clear()
      expect(await shelf.import(json)).toMatchObject({ counts: { new: 1, same: 2 }, notTaken: [] })
    },
  )

  it('is no error where none takes them, nor where the room for one that is not there is refused', async () => {
    const shelf = new Shelf([openReport])
    shelf.refusing.set(novel.id, systemError('EACCES'))
    const alone = await exported([novel, [note]])
    expect(await shelf.import(alone)).toMatchObject({ kind: 'read-only' })
    shelf.refusing.set(openReport.id, new TypeError('ours'))
    const json = await exported([openReport, [marked('經濟運行')]])
    await expect(shelf.import(json)).rejects.toThrow('ours')
  })

  it.each([
    ['forbidden', systemError('EACCES')],
    ['gone', new UnknownDocument(novel.id)],
  ])('is left alone where its text cannot be read (%s), and that is shown', async (_why, error) => {
    const shelf = new Shelf(everything)
    shelf.unreadable.set(novel.id, error)
    const json = await withReading([novel, [note]], [openReport, [marked('經濟運行')]])
    expect(await shelf.preview(json)).toMatchObject({
      counts: { new: 1, refused: 1 },
      items: [{}, { decision: 'refused', reason: 'document-unreadable', documentId: novel.id }],
      corrections: [{ decision: 'lost' }],
    })
    expect(await shelf.import(json)).toMatchObject({ kind: 'imported', counts: { new: 1 } })
  })

  it('has none of its readings counted where it can only be read', async () => {
    const json = await withReading([novel, [note]], [openReport, [marked('經濟運行')]])
    const shelf = new Shelf(everything)
    shelf.readOnly.add(novel.id)
    const outcome = await shelf.import(json)
    expect(outcome).toMatchObject({ kind: 'imported', notTaken: ['石頭記'] })
    expect(outcome).not.toHaveProperty('corrections')
    shelf.readOnly.clear()
    expect(await shelf.import(json)).toMatchObject({ corrections: { new: 1 } })
  })
})

describe('annotations of other programs', () => {
  it('go to the text in which the words of their page stand', async () => {
    const shelf = new Shelf(everything)
    const rows = [
      hypothesis('https://a.example/honglou', '待在下將此來歷註明'),
      // Its words are nowhere, but it is on the same page as the one before.
      hypothesis('https://a.example/honglou', '此語文中並無'),
      hypothesis('https://b.example/report', '经济运行保持在合理区间'),
      hypothesis('https://c.example/whale', 'never mind how long'),
    ]
    expect(await shelf.import(JSON.stringify({ rows }))).toMatchObject({
      documents: [
        { documentId: openReport.id, counts: { new: 1 } },
        { documentId: novel.id, counts: { new: 1, orphan: 1 } },
        { documentId: whale.id, counts: { new: 1 } },
      ],
    })
  })

  it('go to the document that a link of ours names', async () => {
    const shelf = new Shelf(everything)
    const rows = [hypothesis(`piyue://document/${novel.id}`, '荒唐')]
    await shelf.import(JSON.stringify({ rows }))
    expect(shelf.listOn(novel)).toMatchObject([{ documentId: novel.id, note: 'said' }])
  })

  it.each([
    ['stand in two others', '細按則深有趣味'],
    ['are too few to tell', '荒唐'],
    ['stand nowhere', '文中並無此語'],
  ])('stay with the open document where their words %s', async (_, exact) => {
    const copy = madeDocument('又一本\n說起根由雖近荒唐，細按則深有趣味。')
    const shelf = new Shelf([openReport, novel, copy])
    const rows = [hypothesis('https://a.example', exact)]
    expect(await shelf.preview(JSON.stringify({ rows }))).toMatchObject({
      documents: [],
      counts: { orphan: 1 },
    })
  })

  it('stay with the open document where it has as many of their words', async () => {
    const copy = madeDocument('又一本\n說起根由雖近荒唐，細按則深有趣味。')
    const shelf = new Shelf([openReport, novel, copy])
    const rows = [hypothesis('https://a.example', '細按則深有趣味')]
    await shelf.import(JSON.stringify({ rows }), copy)
    expect(shelf.listOn(copy)).toHaveLength(1)
    expect(shelf.listOn(novel)).toEqual([])
  })

  it('are sought within bounds, however many pages they are on', async () => {
    const long = madeDocument(`長\n${openReport.document.text.repeat(20)}`)
    const shelf = new Shelf([long])
    const rows = Array.from({ length: 150 }, (_, i) =>
      hypothesis(`https://a.example/${i}`, `文中並無此語，第${i}句`),
    )
    expect(await shelf.preview(JSON.stringify({ rows }), long)).toMatchObject({
      counts: { orphan: 150 },
      items: expect.arrayContaining([expect.objectContaining({ reason: 'not-searched' })]),
    })
  })

  it('of which nothing can be read are refused, and the others are not', async () => {
    const shelf = new Shelf(everything)
    const rows = [null, 7, { target: [] }, hypothesis('https://a.example', '待在下將此來歷註明')]
    expect(await shelf.preview(JSON.stringify({ rows }))).toMatchObject({
      counts: { refused: 3, new: 1 },
      documents: [{ documentId: openReport.id }, { documentId: novel.id }],
    })
  })
})

/** Marks of every kind on a document, one of them lost. */
function marksOn(open: OpenDocument): Annotation[] {
  const { document } = open
  const places = [0, 3, 5, Math.floor(document.length / 2)]
  return [
    ...places.map((start, i) =>
      annotationOf(document, textRange(start, start + 4), { id: `${i}`, note: `第${i}則` }),
    ),
    lost('不在任何文中的話', { id: 'lost', documentId: open.id }),
  ]
}

const byId = (a: Annotation, b: Annotation) => (a.id < b.id ? -1 : 1)
