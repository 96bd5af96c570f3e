import { apparatusOf } from '../../../../core/apparatus/apparatus-file'
import { Rendition } from '../../../../core/script/rendition'
import { renditionSchema } from '../../../../core/script/schema'
import {
  apparatusSchema,
  buildInfoSchema,
  documentSchema,
} from '../../../../tools/edition/edition-schema'
import { figuresFileSchema } from '../../../../tools/figures/figures-schema'
import { apparatus, builtTags, input, publication, readJson, report } from './bundled'

const object = (name: string) => readJson(name) as Record<string, unknown>

describe('loading the edition', () => {
  it('refuses a document with a field that the format does not know', () => {
    expect(() => documentSchema.parse({ ...object('document.json'), extra: 1 })).toThrow('extra')
  })

  it('is held to its format, in all of its files', () => {
    const { document, renditions, apparatus: own, provenance, build } = publication
    expect(document).toEqual(object('document.json'))
    expect(renditions.map(({ tag }) => tag)).toEqual(builtTags)
    expect(own.sic).toEqual(object('apparatus.json')['sic'])
    expect(provenance).toEqual(object('provenance.json'))
    expect(build).toEqual(object('build-info.json'))
    expect(figuresFileSchema.parse(readJson('figures.json'))).toEqual(object('figures.json'))
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
    const data = apparatusSchema.parse({ ...object('apparatus.json'), reasons: {} })
    expect(() => apparatusOf(data)).toThrow('lacks its reason')
  })

  it('gives every emendation and kept place its reason in every language', () => {
    for (const { id, why } of [...apparatus.emendations, ...apparatus.kept]) {
      expect([id, why['zh-Hant'] !== '', why['zh-Hans'] !== '', why.en !== '']).toEqual([
        id,
        true,
        true,
        true,
      ])
    }
  })

  it('says what the edition was made with, and counts all that was done', () => {
    const info = buildInfoSchema.parse(object('build-info.json'))
    expect(info.converter).toEqual({
      name: 'opencc-js',
      version: expect.stringMatching(/^\d+\.\d+/),
    })
    const total = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((sum, each) => sum + each, 0)
    const emended = Object.values(info.emendations).map(total)
    expect(emended.reduce((sum, each) => sum + each, 0)).toBe(apparatus.emendations.length)
    expect(total(info.sic)).toBe(apparatus.sic.length)
    expect(info.kept).toBe(apparatus.kept.length)
    expect(total(info.explanations)).toBe(apparatus.explanations.length)
    expect(info.overrides).toBe(input.overrides.length)
  })
})
