import { readFileSync } from 'node:fs'
import path from 'node:path'
import { eventually } from '../support/eventually'
import { Piyue } from './support/piyue'

it('a plot is saved to the disk, and copied to the clipboard of the system as words and as a picture', async () => {
  const piyue = await Piyue.open()
  const plot = piyue.page.getByRole('figure', { name: 'Investment by project' })
  const choose = async (way: string) => {
    await plot.getByRole('button', { name: 'Copy or save' }).click()
    await piyue.page.getByRole('menuitem', { name: way }).click()
  }
  const save = async (way: string, name: string) => {
    const file = path.join(piyue.userData, name)
    await piyue.answerSaveDialog(file)
    await choose(way)
    await piyue.page.getByText(`Saved: ${file}`).first().waitFor()
    return readFileSync(file)
  }
  await piyue.button('Figures').click()
  await piyue.page.getByRole('tab', { name: 'Plots' }).click()
  const svg = (await save('Save as SVG', 'plot.svg')).toString('utf8')
  expect((await save('Save as PNG', 'plot.png')).subarray(1, 4).toString()).toBe('PNG')
  await choose('Copy as SVG')
  await eventually('the words are copied', async () => {
    return (await piyue.app.evaluate(({ clipboard }) => clipboard.readText())) === svg
  })
  await choose('Copy as image')
  await eventually('the picture is copied', () =>
    piyue.app.evaluate(({ clipboard }) => clipboard.has('image/png')),
  )
  await piyue.close()
})
