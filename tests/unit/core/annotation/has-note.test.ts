import { type Annotation, hasNote } from '../../../../core/annotation/annotation'
import { countBySection, countNotes } from '../../../../core/annotation/counts'
import { execute } from '../../../../core/annotation/execute'
import { noFilter, passes } from '../../../../core/annotation/note-filter'
import { type Anchored, resolve } from '../../../../core/annotation/resolve'
import { exportModel, hasWords, notesOf } from '../../../../core/exchange/export/model'
import { readForeign } from '../../../../core/exchange/import/read-foreign'
import { annotationOf, noon } from '../../support/annotations'
import { openReport, report } from '../../support/report'
import { sourceOf, textOf } from '../exchange/export/support'

const whole = openReport.whole
const onTitle = (note: string): Annotation => annotationOf(report, whole, { id: 'one', note })
const resolved = (annotation: Annotation) => resolve(report, annotation) as Anchored
const unplaced = (value: string) => ({ type: 'Annotation', target: 'x', body: { value } })

describe.each([
  ['no note', '', false],
  ['spaces', '  ', false],
  ['line breaks and wide spaces', '\n\t　\r\n', false],
  ['words', ' 記 ', true],
])('an annotation with %s', (_, note, isNote) => {
  const annotation = onTitle(note)

  it('has one, or none', () => {
    expect(hasNote(annotation)).toBe(isNote)
  })

  it('is counted and filtered so', () => {
    expect(countNotes([annotation])).toBe(Number(isNote))
    const [here] = countBySection(openReport.sections, [resolved(annotation)]).values()
    expect(here?.notes).toBe(Number(isNote))
    const isPassing = passes({ ...noFilter, note: 'with' }, openReport.sections)
    expect(isPassing(resolved(annotation))).toBe(isNote)
  })

  it('is on the whole document, or on the words of its title', () => {
    expect(openReport.isOnWhole(resolved(annotation))).toBe(isNote)
  })

  it('is exported so, with every character', async () => {
    const model = exportModel(sourceOf([annotation]), { script: 'hant' })
    expect(notesOf(model).map(hasWords)).toEqual([isNote])
    const [item] = JSON.parse(await textOf('json', [annotation])).first.items
    expect(item.motivation).toBe(isNote ? 'commenting' : 'highlighting')
    const written = [note].filter((text) => text !== '')
    expect(item.body).toMatchObject(written.map((value) => ({ value })))
  })

  it('is taken from another program though it quotes nothing, or says nothing', () => {
    const read = [readForeign(unplaced(note), 'w3c')].flat()
    expect(read).toMatchObject(isNote ? [{ note }] : ['says-nothing'])
  })

  it('has it joined to what is written on the same words, or left alone', () => {
    const set = execute(
      { kind: 'highlight', range: whole, seenIn: 'zh-Hant', style: annotation.style, note },
      {
        annotations: new Map([['one', onTitle('先')]]),
        document: report,
        now: noon,
        newId: () => 'two',
      },
    )
    expect(set.changes).toMatchObject(isNote ? [{ after: { note: `先\n\n${note}` } }] : [])
  })
})
