import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain } from './support'

const document = editionOf('small', '第一段的文字。', '第二段的文字。')
const plain = annotationOf(document, textRange(0, 3))
const noted = { ...annotationOf(document, textRange(4, 6)), note: '好' }

async function listOfBoth() {
  const main = new FakeMain()
  main.make(creationOf(plain, noted))
  const { workspace } = await main.open()
  return workspace
}

describe('the list of notes', () => {
  it('stays the same list when a card is opened, for all of it would be looked through', async () => {
    const { notes, note } = await listOfBoth()
    const before = notes.shown.value
    note.activeId.value = plain.id
    note.start(noted.id)
    expect(before).toHaveLength(2)
    expect(notes.shown.value).toBe(before)
  })

  it('holds the open mark, and that on which a note is being written, though its filter does not', async () => {
    const { notes, note } = await listOfBoth()
    const shown = () => notes.shown.value.map(({ annotation }) => annotation.id)
    notes.narrow({ note: 'with' })
    expect(shown()).toEqual([noted.id])
    note.activeId.value = plain.id
    expect(shown()).toEqual([plain.id, noted.id])
    note.activeId.value = null
    expect(shown()).toEqual([noted.id])
    note.start(plain.id)
    note.activeId.value = noted.id
    expect(shown()).toEqual([plain.id, noted.id])
  })
})
