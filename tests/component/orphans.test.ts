import { markOn } from '../support/seed'
import { firstPages } from './support/first-pages'
import { Piyue } from './support/piyue'

const lost = {
  ...markOn('砥礪篤行', { id: 'lost', note: '原在別處' }),
  quote: { exact: '這些字文中沒有', prefix: '也沒有這些', suffix: '更沒有那些' },
}

let piyue: Piyue

beforeEach(async () => {
  piyue = await Piyue.open({ open: firstPages, annotations: [markOn('生產總值'), lost] })
})

const orphans = () => piyue.page.getByRole('region', { name: 'Not found in the text' })

describe('a note whose words are not in the text', () => {
  it('is listed with its quote and note, painted nowhere, can still be edited, and stays after a reload', async () => {
    await orphans().getByText('這些字文中沒有').waitFor()
    await orphans().getByText('原在別處').waitFor()
    await piyue.expectPainted('yellow-highlight', ['生產總值'])
    expect(await piyue.seriousFindings()).toEqual([])
    await orphans().getByRole('button', { name: 'Edit note' }).click()
    await piyue.page.getByRole('textbox', { name: 'Note' }).fill('改過')
    await piyue.button('Save').click()
    await orphans().getByText('改過').waitFor()
    await piyue.reload()
    await orphans().getByText('改過').waitFor()
  })

  it('is shown where a link points at it, though the notes are closed', async () => {
    await piyue.press('Control+Shift+b')
    await piyue.notes.waitFor({ state: 'hidden' })
    const { id } = piyue.main.workspace
    piyue.main.tell({ kind: 'show', showing: { documentId: id, annotationId: 'lost' } })
    await orphans().getByText('原在別處').waitFor()
  })

  it('is placed again at the passage selected, and that can be undone', async () => {
    await orphans().getByText('First select the passage').waitFor()
    await piyue.select('銳意進取')
    await piyue.button('Place at selection').click()
    await piyue.announcement.getByText('Placed again').waitFor()
    await piyue.expectPainted('yellow-highlight', ['生產總值', '銳意進取'])
    expect(await orphans().count()).toBe(0)
    await piyue.notes.getByText('原在別處').waitFor()
    await piyue.button('Undo').click()
    await orphans().getByText('這些字文中沒有').waitFor()
  })
})
