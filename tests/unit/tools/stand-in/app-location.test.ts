import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { createPackage } from '@electron/asar'
import { isPacked, packedApp } from '../../../../tools/stand-in/boot/app-location'
import { modulesOf } from '../../support/modules'

describe('an app that was packed', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'piyue-packed-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is unpacked with its files as they were, and says what it is', async () => {
    const [app, resources] = [path.join(folder, 'app'), path.join(folder, 'resources')]
    mkdirSync(path.join(app, 'dist'), { recursive: true })
    const manifest = { name: 'try', version: '1.2.3', main: 'dist/main.js' }
    writeFileSync(path.join(app, 'package.json'), JSON.stringify(manifest))
    writeFileSync(path.join(app, 'dist/main.js'), '// 批閱')
    writeFileSync(path.join(app, 'tool'), '#!/bin/sh', { mode: 0o755 })
    await finished(await createPackage(app, path.join(resources, 'app.asar')))

    expect(isPacked(resources)).toBe(true)
    const location = await packedApp(resources)
    const { folder: unpacked, main } = location
    expect(location).toMatchObject({ packed: true, name: 'try', version: '1.2.3' })
    expect(main).toBe(path.join(unpacked, 'dist/main.js'))
    expect(readFileSync(main, 'utf8')).toBe('// 批閱')
    expect(statSync(path.join(unpacked, 'tool')).mode & 0o111).toBe(0o111)
    rmSync(unpacked, { recursive: true })
  })

  it('has what unpacks it loaded for it alone', () => {
    const start = path.join(__dirname, '../../../../tools/stand-in/boot/run.ts')
    expect(modulesOf(start, 'at once').has('@electron/asar')).toBe(false)
    expect(modulesOf(start, 'ever').has('@electron/asar')).toBe(true)
  })
})
