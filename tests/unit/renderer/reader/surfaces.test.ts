import { effect } from '@preact/signals'
import { parseHTML } from 'linkedom'
import { canonicalRendition } from '../../../../core/script/rendition'
import { Surfaces } from '../../../../renderer/reader/surfaces'
import { documentOf } from '../../support/document'

const { document } = parseHTML('<!doctype html><body></body>')
Object.assign(globalThis, { document })

describe('the forms of the text in the page', () => {
  it('are brought up to date once by an effect, which is told to those who follow what was made', () => {
    const surfaces = new Surfaces(
      canonicalRendition(documentOf('第一段的文字。', '第二段的文字。')),
    )
    let made = 0
    let brought = 0
    effect(() => {
      void surfaces.made.value
      made++
    })
    effect(() => {
      brought++
      surfaces.update(0)
    })
    expect([brought, made]).toEqual([1, 2])
  })
})
