import { documentSchema, renditionSchema } from '../../../../core/apparatus/edition-schema'
import { loadApparatus, loadBuildInfo } from '../../../../core/apparatus/load-edition'
import { Rendition } from '../../../../core/script/rendition'
import { apparatus, input, readJson, report } from './bundled'

const object = (name: string) => readJson(name) as Record<string, unknown>

describe('loading the edition', () => {
  it('refuses a document with a field that the format does not know', () => {
    expect(() => documentSchema.parse({ ...object('document.json'), extra: 1 })).toThrow('extra')
  })

  it('refuses a digest that is none', () => {
    expect(() => documentSchema.parse({ ...object('document.json'), digest: 'sha256:0' })).toThrow(
      'digest',
    )
  })

  it('refuses a rendition that lacks a block', () => {
    const rendition = { ...object('renditions/zh-Hans.json'), blocks: {} }
    expect(() => new Rendition(report, renditionSchema.parse(rendition))).toThrow(
      'zh-Hans lacks block 0',
    )
  })

  it('refuses an apparatus that lacks a reason', () => {
    const data = { ...object('apparatus.json'), reasons: {} }
    expect(() => loadApparatus(data)).toThrow('lacks its reason')
  })

  it('gives every emendation its reason in every language', () => {
    for (const { id, why } of apparatus.emendations) {
      expect([id, why['zh-Hant'] !== '', why['zh-Hans'] !== '', why.en !== '']).toEqual([
        id,
        true,
        true,
        true,
      ])
    }
  })

  it('says what the edition was made with', () => {
    const { converter, emendations, overrides, sic } = loadBuildInfo(object('build-info.json'))
    expect(converter).toEqual({ name: 'opencc-js', version: expect.stringMatching(/^\d+\.\d+/) })
    expect(Object.values(emendations).reduce((sum, each) => sum + each, 0)).toBe(
      input.emendations.emendations.length,
    )
    expect([overrides, sic]).toEqual([input.overrides.length, input.emendations.sic.length])
  })
})
