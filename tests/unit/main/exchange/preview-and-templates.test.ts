import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ExportRequest, previewLimits } from '../../../../core/app/export-request'
import { previewExport } from '../../../../main/exchange/export'
import { TemplateFolder, templateExtension } from '../../../../main/exchange/templates'
import { marked, sourceOf } from '../../core/exchange/export/support'
import { newFolder } from '../cli/support'

function preview(request: ExportRequest, count = 30, userData = newFolder()) {
  const annotations = Array.from({ length: count }, (_, i) => marked('經濟運行', { id: `n${i}` }))
  const fail = () => Promise.reject(new Error('nothing is printed for a preview'))
  return previewExport(request, sourceOf(annotations), {
    pdf: { fontFaces: fail, print: fail },
    templates: new TemplateFolder(userData),
  })
}

describe('the preview of an export', () => {
  it.each(['markdown', 'csv', 'json', 'text'] as const)('is the file: %s', async (format) => {
    const shown = await preview({ format, script: 'hans' })
    expect(shown).toMatchObject({ kind: 'preview', shown: 20, count: 30, notes: 0 })
    expect(shown).not.toHaveProperty('page')
    expect(shown).toHaveProperty('text', expect.stringContaining('经济运行'))
  })

  it('of a reference counts what that holds, which leaves bare marks out', async () => {
    const shown = await preview({ format: 'ris', script: 'hant' })
    expect(shown).toMatchObject({ kind: 'preview', shown: 0, count: 0, notes: 0 })
  })

  it.each(['html', 'docx', 'pdf'] as const)(
    'is the text of what is laid out, and a page that looks like it: %s',
    async (format) => {
      const shown = await preview({ format, script: 'hant' })
      expect(shown).toMatchObject({ text: expect.stringContaining('│ 經濟運行') })
      expect(shown).toHaveProperty('page', expect.stringMatching(/<style>[^<]+<\/style>/u))
    },
  )

  it('ends with a whole character', async () => {
    const userData = newFolder()
    const folder = new TemplateFolder(userData)
    await folder.prepare()
    writeFileSync(path.join(folder.folder, 'long.mustache'), `a${'𠮷'.repeat(30_000)}`)
    const request = { format: 'text', script: 'hant', template: 'long' } as const
    const shown = await preview(request, 1, userData)
    expect(shown).toHaveProperty('text', `a${'𠮷'.repeat(previewLimits.text - 1)}`)
  })

  it('is of those asked for', async () => {
    expect(await preview({ format: 'text', script: 'hant', ids: ['n3', 'gone'] })).toMatchObject({
      shown: 1,
      count: 1,
    })
    expect(await preview({ format: 'text', script: 'hant', ids: [] })).toEqual({
      kind: 'nothing-to-export',
    })
  })

  it('says why a template cannot be used', async () => {
    const request = { format: 'text', script: 'hant', template: 'none' } as const
    expect(await preview(request)).toEqual({
      kind: 'template',
      name: 'none',
      problem: { kind: 'gone' },
    })
  })
})

describe('the folder of templates', () => {
  it('is made with an example, which works', async () => {
    const userData = newFolder()
    const folder = new TemplateFolder(userData)
    expect(await folder.list()).toEqual([])
    await folder.prepare()
    await folder.prepare()
    expect(await folder.list()).toEqual(['example.md'])
    const request = { format: 'text', script: 'hant', template: 'example.md' } as const
    const shown = await preview(request, 2, userData)
    expect(shown).toMatchObject({ kind: 'preview' })
    expect(shown).not.toHaveProperty('page')
  })

  it('gives nothing but what it lists', async () => {
    const userData = newFolder()
    const folder = new TemplateFolder(userData)
    mkdirSync(folder.folder)
    writeFileSync(path.join(userData, 'secret.mustache'), 'secret')
    writeFileSync(path.join(folder.folder, 'a.md.mustache'), '{{title}}')
    writeFileSync(path.join(folder.folder, 'readme.txt'), '')
    symlinkSync('/nowhere', path.join(folder.folder, 'broken.mustache'))
    expect(await folder.list()).toEqual(['a.md', 'broken'])
    expect(await folder.read('a.md')).toBe('{{title}}')
    for (const name of ['../secret', 'readme.txt', 'broken', '', 'a.md.mustache']) {
      expect(await folder.read(name)).toEqual({ kind: 'gone' })
    }
    expect(readdirSync(userData)).toContain('templates')
  })

  it('refuses a template that is too large', async () => {
    const folder = new TemplateFolder(newFolder())
    await folder.prepare()
    writeFileSync(path.join(folder.folder, 'big.mustache'), 'x'.repeat(400_000))
    expect(await folder.read('big')).toEqual({ kind: 'too-large' })
  })

  it.each([
    ['notes.md.mustache', 'md'],
    ['notes.org', 'org'],
    ['notes', 'txt'],
    ['notes.a/b', 'txt'],
  ])('%s makes a file that ends in %s', (name, extension) => {
    expect(templateExtension(name)).toBe(extension)
  })
})
