import { signal } from '@preact/signals'
import { emptyPlaceHistory } from '../../../../core/app/place-history'
import type { ViewState } from '../../../../core/app/settings'
import { messagesIn } from '../../../../core/messages/language'
import { OpenDocument } from '../../../../core/publication/open-document'
import type { FormAnswer, FormRequest } from '../../../../core/script/blocks-to-make'
import { convertBlocks } from '../../../../core/script/conversion'
import { formsBeside } from '../../../../core/script/conversion-forms'
import { codePoints } from '../../../../core/text/code-points'
import { textRange } from '../../../../core/text/range'
import { Forms } from '../../../../renderer/state/forms'
import { Announcer } from '../../../../renderer/state/notices'
import { View } from '../../../../renderer/state/view'
import { editionOf } from '../../support/document'
import { publication as report } from '../../support/report'

/** Two hundred paragraphs of a hundred characters. */
const paragraphs = Array.from({ length: 200 }, (_, i) =>
  `第${i}段：示范发展，头发后面。`.padEnd(100, '里'),
)
const { data } = editionOf('long', ...paragraphs)
const document = { ...data, canonicalScript: 'zh-Hans' as const }
const length = 200 * 101 - 1

const initial: ViewState = {
  script: 'zh-Hans',
  traditionalForm: 'zh-Hant',
  beside: null,
  vertical: false,
  place: codePoints(0),
  history: emptyPlaceHistory,
}

/** The forms of a long document, which main answers for as a test says. */
function formsOf(more: Partial<ViewState> = {}) {
  const open = new OpenDocument({
    ...report,
    document,
    apparatus: { ...report.apparatus, emendations: [], sic: [], kept: [], explanations: [] },
    renditions: formsBeside['zh-Hans'].map((tag) => ({ tag, isUnfinished: true, blocks: {} })),
  })
  const announcer = new Announcer(signal(messagesIn.en))
  const view = new View({ open, initial: { ...initial, ...more }, save: () => {}, announcer })
  const asked: FormRequest[] = []
  const answers: ((answer: FormAnswer | Error) => void)[] = []
  const errors: unknown[] = []
  const forms = new Forms({
    open,
    view,
    ask: (request) => {
      asked.push(request)
      return new Promise((resolve, reject) => {
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)))
      })
    },
    onChange: () => view.renew(),
    announcer,
    notices: { reportError: (error) => errors.push(error) },
  })
  /** Main answers what was asked last; in any way, or as it is right. */
  const answer = async (given?: FormAnswer | Error) => {
    const { tag, blocks } = asked.at(-1) as FormRequest
    const wanted = document.blocks.slice(blocks.start, blocks.end)
    const made = { kind: 'made', blocks: convertBlocks(wanted, 'zh-Hans', tag) } as const
    answers.at(-1)?.(given ?? made)
    await new Promise(setImmediate)
  }
  const last = () => asked.at(-1) as FormRequest
  return { open, view, forms, asked, answer, last, errors, announcer }
}

const at = (paragraph: number) => codePoints(paragraph * 101)

describe('forms that are still being made', () => {
  it('come for what is in view first, then for all of what is shown, then the others; one at a time', async () => {
    const { asked, answer, open, forms } = formsOf({ script: 'zh-Hant-TW', place: at(100) })
    const inView = forms.inView()
    expect(asked).toMatchObject([{ tag: 'zh-Hant-TW', blocks: { start: 100 } }])
    expect(asked[0]?.blocks.end).toBeLessThan(135)
    await answer()
    await inView
    expect(open.renditionOf('zh-Hant-TW').isUnfinished).toBe(true)
    for (let i = 0; i < 99 && asked.at(-1)?.tag === 'zh-Hant-TW'; i++) await answer()
    expect(open.renditionOf('zh-Hant-TW').isUnfinished).toBe(false)
    for (let before = 0; before < asked.length; ) {
      before = asked.length
      await answer()
    }
    for (const form of open.renditions.values()) expect(form.isUnfinished).toBe(false)
    expect(new Set(asked.map(({ tag }) => tag)).size).toBe(3)
    // What was made is what is asked for once.
    const all = asked.flatMap(({ tag, blocks }) =>
      document.blocks.slice(blocks.start, blocks.end).map(({ id }) => `${tag} ${id}`),
    )
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(600)
  })

  it('turn to what the reader turns to: another form, another place', async () => {
    const { answer, last, view } = formsOf()
    expect(last()).toMatchObject({ tag: 'zh-Hant', blocks: { start: 0 } })
    view.place.value = at(150)
    view.showForm('zh-Hant-HK')
    await answer()
    expect(last()).toMatchObject({ tag: 'zh-Hant-HK', blocks: { start: 150 } })
    view.showBeside('zh-Hant-TW')
    view.showForm('zh-Hans')
    await answer()
    expect(last()).toMatchObject({ tag: 'zh-Hant-TW', blocks: { start: 150 } })
  })

  it('come first where somebody waits for a passage', async () => {
    const { answer, last, forms } = formsOf()
    const isReady = forms.ready('zh-Hant-HK', textRange(at(50), at(53)))
    await answer()
    expect(last()).toMatchObject({ tag: 'zh-Hant-HK', blocks: { start: 50 } })
    await answer()
    expect(await isReady).toBe(true)
    expect(await forms.ready('zh-Hant-HK', textRange(at(51), at(52)))).toBe(true)
    expect(await forms.ready('zh-Hans', textRange(0, length))).toBe(true)
  })

  it('are shown as they come, and a form that nothing came of is the same', async () => {
    const { answer, view } = formsOf({ script: 'zh-Hant' })
    const shown: unknown[] = []
    const stop = view.rendition.subscribe((rendition) => shown.push(rendition))
    expect(view.rendition.value.block('p0').text).toBe(paragraphs[0])
    await answer()
    expect(view.rendition.value.block('p0').text).toContain('示範發展，頭髮後面')
    while (view.rendition.value.isUnfinished) await answer()
    const { length: changes } = shown
    await answer()
    expect(shown).toHaveLength(changes)
    stop()
  })

  it('that cannot be made are left, for the text as it stands, and that is told', async () => {
    const { answer, view, forms, open, announcer, last } = formsOf({ script: 'zh-Hant' })
    const isReady = forms.ready('zh-Hant', textRange(0, length))
    await answer({ kind: 'failed' })
    expect(await isReady).toBe(false)
    expect(view.rendition.value).toBe(open.canonical)
    expect([...view.forms.value.keys()]).toEqual(['zh-Hans', 'zh-Hant-TW', 'zh-Hant-HK'])
    expect(announcer.shown.value?.text).toContain('“Traditional” could not be made')
    expect(last()).toMatchObject({ tag: 'zh-Hant-TW' })
    await answer({ kind: 'failed' })
    await answer({ kind: 'failed' })
    expect(announcer.shown.value?.text).toContain(
      '“Traditional”, “Traditional (Taiwan)” and “Traditional (Hong Kong)” could not be made',
    )
  })

  it('are asked for no more where main has other words by now, and nobody waits for ever', async () => {
    const { answer, asked, forms, view } = formsOf()
    const isReady = forms.ready('zh-Hant', textRange(0, length))
    await answer({ kind: 'gone' })
    expect(await isReady).toBe(false)
    expect(asked).toHaveLength(1)
    // It may have been a page that main has forgotten: the reader’s next turn asks again.
    view.showForm('zh-Hant')
    expect(asked).toHaveLength(2)
  })

  it('are asked for again after an error, which is reported', async () => {
    const { answer, asked, errors, view } = formsOf()
    await answer(new Error('no'))
    expect(errors).toMatchObject([{ message: 'no' }])
    view.showForm('zh-Hant')
    expect(asked).toHaveLength(2)
  })

  it('are no concern of a document that was left', async () => {
    const { answer, asked, errors, forms, open } = formsOf()
    const isReady = forms.ready('zh-Hant', textRange(0, length))
    forms.dispose()
    expect(await isReady).toBe(false)
    await answer()
    await answer(new Error('closed'))
    expect(asked).toHaveLength(1)
    expect(errors).toEqual([])
    expect(open.renditionOf('zh-Hant').has('p0')).toBe(false)
  })
})
