import { codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { annotationOf } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain } from './support'

const document = editionOf('small', '第一段的文字。', '第二段的文字。')
const mark = annotationOf(document, textRange(0, 3))
const wider = annotationOf(document, textRange(0, 5))

describe('the ends of a mark that are moved', () => {
  it.each([null, wider.id])('are kept though its card closed before (%s is open)', async (next) => {
    const main = new FakeMain()
    main.make(creationOf(mark, wider))
    const { workspace } = await main.open()
    const { note, rangeEdit } = workspace
    note.activeId.value = mark.id
    rangeEdit.move('end', codePoints(5))
    note.activeId.value = next
    await rangeEdit.keep()
    expect(main.annotations.get(mark.id)?.range).toEqual(textRange(0, 5))
    expect(main.annotations.get(wider.id)?.range).toEqual(wider.range)
  })
})
