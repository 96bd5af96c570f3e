import {
  correctionsIn,
  decideCorrections,
} from '../../../../../core/exchange/import/read-corrections'
import { recognize } from '../../../../../core/exchange/import/recognize'
import { OpenDocument } from '../../../../../core/publication/open-document'
import {
  changedEdition,
  changeFor,
  placedCorrections,
  type ReaderEdition,
  untouched,
} from '../../../../../core/repair/reader-edition'
import { codePoints } from '../../../../../core/text/code-points'
import { annotationOn } from '../../../support/annotations'
import { madeDocument } from '../../../support/made-document'
import { textOf } from '../export/support'

const plain = madeDocument('章程\n范先生，示范一次。\n范先生的头发。', 'zh-Hans')

const withEdition = (edition: ReaderEdition, of: OpenDocument = plain): OpenDocument =>
  new OpenDocument({ ...of.publication, corrections: placedCorrections(edition) })

/** The edition after some characters are read otherwise. */
const corrected = (requests: Parameters<typeof request>[]): ReaderEdition => {
  const command = { kind: 'correct-all', requests: requests.map((one) => request(...one)) } as const
  const { document } = plain
  const change = changeFor(command, { edition: untouched, proposals: [], document })
  return change === undefined ? untouched : changedEdition(untouched, change)
}

const request = (at: number, everywhere: boolean, reading = '范') => ({
  at: codePoints(at),
  everywhere,
  character: '范',
  tag: 'zh-Hant' as const,
  found: '範',
  readings: { 'zh-Hant': reading },
})

const surname = plain.document.text.indexOf('范先生')
const next = plain.document.text.lastIndexOf('范先生')

/** What an export of a document says of corrections. */
async function exported(open: OpenDocument) {
  const note = annotationOn(open.document, '头发')
  const file = recognize(JSON.parse(await textOf('json', [note], { open })))
  if (typeof file === 'string') throw new Error(file)
  const [corrections, ...others] = file.corrections ?? []
  if (corrections === undefined || others.length > 0) throw new Error('One document is meant')
  return corrections
}

const decisionsIn = (decisions: ReturnType<typeof decideCorrections>) =>
  decisions.map(({ decision }) => decision)

describe('corrections of readings in an export', () => {
  it('make the same edition of another reader’s text, those of one place and those of all', async () => {
    const edition = corrected([
      [surname, false],
      [next, true],
    ])
    const file = await exported(withEdition(edition))
    const decisions = decideCorrections(file, plain)
    expect(decisionsIn(decisions)).toEqual(['new', 'new'])
    const requests = decisions.flatMap((decision) => decision.request ?? [])
    const context = { edition: untouched, proposals: [], document: plain.document }
    const change = changeFor({ kind: 'correct-all', requests }, context)
    expect(change && changedEdition(untouched, change)).toEqual(edition)
  })

  it('are here already the second time', async () => {
    const open = withEdition(corrected([[surname, false]]))
    expect(decisionsIn(decideCorrections(await exported(open), open))).toEqual(['same'])
  })

  it('give way to what the reader reads in the same place, and that is told', async () => {
    const file = await exported(withEdition(corrected([[surname, false]])))
    const mine = withEdition(corrected([[surname, false, '笵']]))
    expect(decideCorrections(file, mine)).toMatchObject([{ decision: 'kept', own: '笵' }])
  })

  it('that are meant everywhere leave one of a single place as the reader has it', async () => {
    const file = await exported(withEdition(corrected([[surname, true]])))
    const mine = corrected([[surname, false, '笵']])
    const [decision] = decideCorrections(file, withEdition(mine))
    expect(decision?.decision).toBe('new')
    expect(decision?.request?.at).not.toBe(surname)
    const requests = decision?.request === undefined ? [] : [decision.request]
    const context = { edition: mine, proposals: [], document: plain.document }
    const change = changeFor({ kind: 'correct-all', requests }, context)
    const after = change === undefined ? mine : changedEdition(mine, change)
    expect(after.corrections).toEqual(expect.arrayContaining([...mine.corrections]))
    expect(after.corrections).toHaveLength(2)
  })

  it('of a place are lost in another text, and of all places are found in it', async () => {
    const other = madeDocument('范先生来。', 'zh-Hans')
    const single = await exported(withEdition(corrected([[surname, false]])))
    expect(decisionsIn(decideCorrections(single, other))).toEqual(['lost'])
    const all = await exported(withEdition(corrected([[surname, true]])))
    expect(decideCorrections(all, other)).toMatchObject([{ decision: 'new', request: { at: 0 } }])
    const without = madeDocument('无此姓。', 'zh-Hans')
    expect(decisionsIn(decideCorrections(all, without))).toEqual(['lost'])
  })

  it('that cannot be read are left out', () => {
    const correction = {
      'piyue:character': '范',
      'piyue:converted': { 'piyue:script': 'zh-Hant', value: '範' },
      'piyue:readings': [{ 'piyue:script': 'zh-Hant', value: '范' }],
      'piyue:places': [3],
    }
    const read = (more: object) =>
      correctionsIn({
        'piyue:documentId': 'a',
        'piyue:documentDigest': 'b',
        'piyue:corrections': [{ ...correction, ...more }],
      })
    expect(read({})).toHaveLength(1)
    for (const more of [
      { 'piyue:character': '范范' },
      { 'piyue:character': 5 },
      { 'piyue:converted': 'x' },
      { 'piyue:readings': [{ 'piyue:script': 'source', value: '范' }] },
      { 'piyue:readings': [{ 'piyue:script': 'zh-Hant', value: '' }] },
      { 'piyue:readings': [{ 'piyue:script': 'zh-Hant', value: '范'.repeat(9) }] },
      { 'piyue:places': [-1, 0.5, '3'] },
      { 'piyue:places': [] },
    ]) {
      expect(read(more)).toEqual([])
    }
  })
})
