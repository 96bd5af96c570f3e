import { readFileSync } from 'node:fs'
import { bundledPackages } from '../../../../tools/licences/bundled-packages'
import { licenceFile, licenceList, licenceListPath } from '../../../../tools/licences/licence-list'

describe('what is shipped', () => {
  const packages = bundledPackages()

  it('is listed with its terms; if this fails, run `npm run build:licences`', async () => {
    const list = licenceFile(licenceList((await packages).all))
    expect(readFileSync(licenceListPath, 'utf8') === list).toBe(true)
  })

  it('holds no conversion dictionary', async () => {
    const { atStart } = await packages
    expect(atStart).toContain('marked')
    expect(atStart.filter((name) => /opencc/iu.test(name))).toEqual([])
  })
})
