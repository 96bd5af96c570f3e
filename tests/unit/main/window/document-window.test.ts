const asked: (readonly [string, unknown])[] = []

let mockIsPackaged = false
jest.mock('electron', () => ({
  app: {
    get isPackaged() {
      return mockIsPackaged
    },
    getVersion: () => '1.2.3',
    addRecentDocument: (file: string) => void asked.push(['recent', file]),
    setAboutPanelOptions: (options: object) => void asked.push(['about', options]),
  },
  dialog: {},
  shell: {},
}))

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { messagesIn } from '../../../../core/messages/language'
import { describeApp } from '../../../../main/window/about-panel'
import { rememberRecent, showState } from '../../../../main/window/document-window'
import { repositoryRoot } from '../../../../tools/runtime/paths'

const window = {
  setRepresentedFilename: (file: string) => void asked.push(['file', file]),
  setDocumentEdited: (isEdited: boolean) => void asked.push(['edited', isEdited]),
} as unknown as Parameters<typeof showState>[0]

beforeEach(() => asked.splice(0))

describe('what the system is told of the document', () => {
  it('is its file, and whether a change waits to be written', () => {
    showState(window, { file: '/home/a/批.md', isUnsaved: true })
    expect(asked).toEqual([
      ['file', '/home/a/批.md'],
      ['edited', true],
    ])
  })

  it('is no file for the report, also after a document that had one', () => {
    showState(window, { file: undefined, isUnsaved: false })
    expect(asked).toEqual([
      ['file', ''],
      ['edited', false],
    ])
  })

  it('is that it was opened of late', () => {
    rememberRecent('/home/a/批.md')
    expect(asked).toEqual([['recent', '/home/a/批.md']])
  })
})

describe('the panel “About”', () => {
  it.each(['zh-Hant', 'zh-Hans', 'en'] as const)('says name, version and terms: %s', (language) => {
    const assets = path.join(repositoryRoot, 'assets')
    describeApp(messagesIn[language], assets)
    const [, options] = asked[0] ?? []
    expect(options).toMatchObject({
      applicationName: messagesIn[language].appName,
      applicationVersion: '1.2.3',
      copyright: expect.stringContaining('MIT'),
    })
    const { iconPath } = options as { iconPath: string }
    expect(existsSync(iconPath)).toBe(true)
  })

  it('has in a package a picture that lies beside the archive, which the system cannot read', () => {
    mockIsPackaged = true
    Object.defineProperty(process, 'resourcesPath', {
      value: '/opt/Piyue/resources',
      configurable: true,
    })
    describeApp(messagesIn.en, '/opt/Piyue/resources/app.asar/assets')
    Reflect.deleteProperty(process, 'resourcesPath')
    mockIsPackaged = false
    expect(asked[0]?.[1]).toMatchObject({ iconPath: '/opt/Piyue/resources/icon.png' })
    const packed = readFileSync(path.join(repositoryRoot, 'electron-builder.yml'), 'utf8')
    const [, from = ''] = /^ {2}- from: (\S+)\n {4}to: icon\.png$/mu.exec(packed) ?? []
    expect(from).not.toBe('')
    expect(existsSync(path.join(repositoryRoot, from))).toBe(true)
  })
})
