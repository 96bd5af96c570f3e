import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain } from './support'

const document = editionOf('small', '第一段的文字。', '第二段的文字。')
const mark = annotationOf(document, textRange(0, 3))
const layer = 'yellow-highlight'

async function opened() {
  const main = new FakeMain()
  main.make(creationOf(mark))
  const { workspace } = await main.open()
  return { main, workspace, painted: (name: string) => workspace.layers.value.get(name) }
}

describe('what is painted', () => {
  it('follows from the state alone, whatever is drawn', async () => {
    const { workspace, painted } = await opened()
    workspace.find.open('段', undefined)
    expect(painted('found')).toEqual([textRange(2, 3), textRange(10, 11)])
    expect(painted('found-current')).toEqual([textRange(2, 3)])
    workspace.find.close()
    expect(painted('found')).toEqual([])
    expect(painted('found-current')).toEqual([])
  })

  it('are the same ranges where nothing about them changed', async () => {
    const { workspace, painted } = await opened()
    const before = painted(layer)
    workspace.find.open('段', undefined)
    workspace.find.step(1)
    expect(painted(layer)).toBe(before)
    workspace.note.activeId.value = mark.id
    expect(painted('active')).toEqual([mark.range])
  })

  it('is a mark where its ends are being moved to, until that is left', async () => {
    const { workspace, painted } = await opened()
    workspace.note.activeId.value = mark.id
    workspace.rangeEdit.step('end', 1, false)
    expect(painted(layer)).toEqual([textRange(0, 4)])
    workspace.rangeEdit.leave()
    expect(painted(layer)).toEqual([mark.range])
  })

  it('is the passage for which a note is being written', async () => {
    const { workspace, painted } = await opened()
    workspace.note.startOn(textRange(4, 6), 'zh-Hant')
    expect(painted('noted')).toEqual([textRange(4, 6)])
    workspace.note.leave()
    expect(painted('noted')).toEqual([])
  })
})
