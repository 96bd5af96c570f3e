import { SearchText } from '../../../../core/search/search-text'
import { textRange } from '../../../../core/text/range'
import { collectGarbage } from '../../../support/garbage'
import { annotationOf, noon } from '../../support/annotations'
import { editionOf } from '../../support/document'
import { creationOf, FakeMain } from './support'

const mark = annotationOf(editionOf('small', '第一段的文字。', '第二段的文字。'), textRange(0, 3), {
  note: '初稿',
})

/** How often a note is rewritten. */
const versions = 20

describe('finding in notes', () => {
  it('keeps nothing of what notes said that say something else by now', async () => {
    const searched: WeakRef<SearchText>[] = []
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this`
    const { find } = SearchText.prototype
    const watched = jest.spyOn(SearchText.prototype, 'find').mockImplementation(function (
      this: SearchText,
      query,
    ) {
      searched.push(new WeakRef(this))
      return find.call(this, query)
    })
    const main = new FakeMain()
    // As they come from main: nobody else has them.
    main.make(creationOf(structuredClone(mark)))
    const { workspace } = await main.open()
    workspace.find.open('稿', undefined)
    expect(workspace.find.noteHits.peek()).toHaveLength(1)
    let before = mark
    for (let i = 0; i < versions; i++) {
      const after = { ...mark, note: `${i} 稿` }
      main.make({ gesture: 'note', at: noon, changes: [{ kind: 'update', before, after }] })
      expect(workspace.find.noteHits.peek()).toHaveLength(1)
      before = after
    }
    expect(searched).toHaveLength(1 + versions)
    watched.mockRestore()
    await collectGarbage()
    const left = searched.filter((text) => text.deref() !== undefined)
    // A value that nobody asked for since holds the notes as they were then.
    expect(left.length).toBeLessThan(5)
    expect(workspace.find.noteHits.peek()).toHaveLength(1)
  })

  it('looks through what has no note once, and not for each key', async () => {
    let looks = 0
    const bare = Object.defineProperty({ ...mark, id: 'bare' }, 'note', {
      get: () => {
        looks++
        return ''
      },
    })
    const main = new FakeMain()
    main.make(creationOf(mark, bare))
    const { workspace } = await main.open()
    workspace.find.open('初', undefined)
    expect(workspace.find.noteHits.peek()).toHaveLength(1)
    looks = 0
    for (const query of ['初稿', '稿']) {
      workspace.find.lookFor(query)
      expect(workspace.find.noteHits.peek()).toHaveLength(1)
    }
    expect(looks).toBe(0)
  })
})
