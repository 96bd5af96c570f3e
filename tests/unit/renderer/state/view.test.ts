import { signal } from '@preact/signals'
import { emptyPlaceHistory } from '../../../../core/app/place-history'
import type { ViewState } from '../../../../core/app/settings'
import { messagesIn } from '../../../../core/messages/language'
import { OpenDocument } from '../../../../core/publication/open-document'
import type { FileReading } from '../../../../core/publication/publication'
import { codePoints } from '../../../../core/text/code-points'
import { Announcer } from '../../../../renderer/state/notices'
import { View } from '../../../../renderer/state/view'
import { openReport } from '../../support/report'

const initial: ViewState = {
  script: 'zh-Hant',
  traditionalForm: 'zh-Hant',
  beside: null,
  vertical: false,
  place: codePoints(0),
  history: emptyPlaceHistory,
}

function viewOf(more: Partial<ViewState> = {}) {
  const saved: Partial<ViewState>[] = []
  const view = new View({
    open: openReport,
    initial: { ...initial, ...more },
    save: (patch) => saved.push(patch),
    announcer: new Announcer(signal(messagesIn.en)),
  })
  return { view, saved, forms: () => [view.rendition.value.tag, view.beside.value?.tag] }
}

describe('how a document is seen', () => {
  it('goes back to the Traditional form that was shown last', () => {
    const { view, forms } = viewOf()
    view.showForm('zh-Hant-HK')
    view.switchScript()
    expect(forms()).toEqual(['zh-Hans', undefined])
    view.switchScript()
    expect(forms()).toEqual(['zh-Hant-HK', undefined])
  })

  it('exchanges two forms side by side where the other is asked for', () => {
    const { view, forms } = viewOf({ beside: 'zh-Hans' })
    view.switchScript()
    expect(forms()).toEqual(['zh-Hans', 'zh-Hant'])
    view.toggleBeside()
    expect(forms()).toEqual(['zh-Hans', undefined])
    view.toggleBeside()
    expect(forms()).toEqual(['zh-Hans', 'zh-Hant'])
  })

  it('is kept, the place only when it is another', () => {
    const { view, saved } = viewOf()
    view.keepPlace()
    expect(saved).toEqual([])
    view.place.value = codePoints(7)
    view.keepPlace()
    view.keepPlace()
    expect(saved).toEqual([
      { place: 7, stoppedAt: { heading: '2019年營口市西市區政府工作報告', isAtEnd: false } },
    ])
    view.isAtEnd.value = true
    view.keepPlace()
    expect(saved[1]?.stoppedAt).toEqual({ heading: expect.stringContaining('三、'), isAtEnd: true })
  })

  it('is named by what it is: published is only what was, another document is as in its file', () => {
    const { view } = viewOf()
    expect(view.names.value.source).toBe('As published')
    const open = new OpenDocument({ ...openReport.publication, file: {} as FileReading })
    const announcer = new Announcer(signal(messagesIn.en))
    const ofFile = new View({ open, initial, save: () => {}, announcer })
    expect(ofFile.names.value).toEqual({ ...messagesIn.en.scripts, source: 'As in the file' })
    ofFile.showForm('source')
    expect(announcer.last.value.text).toContain('As in the file')
  })

  it('names the document in the form that is shown', () => {
    const { view } = viewOf()
    const before = view.title.value
    view.switchScript()
    expect(view.title.value).not.toBe(before)
  })
})
