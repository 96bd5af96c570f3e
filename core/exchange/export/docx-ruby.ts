import { BuilderElement, type ParagraphChild, TextRun, XmlComponent } from 'docx'
import { wordLanguage } from './docx-style'

const value = (name: string, of: string | number) =>
  new BuilderElement({ name, attributes: { value: { key: 'w:val', value: of } } })

/** Half points: of the characters, of what stands over them, and how high. */
const sizes = { base: 22, reading: 11, raise: 20 } as const

/** Characters with their reading over them (ISO/IEC 29500-1, 17.3.3.25), which the library does not know. */
export class DocxRuby extends TextRun {
  constructor(reading: string, base: readonly ParagraphChild[], lang: string) {
    super({})
    const settings = new BuilderElement({
      name: 'w:rubyPr',
      children: [
        value('w:rubyAlign', 'center'),
        value('w:hps', sizes.reading),
        value('w:hpsRaise', sizes.raise),
        value('w:hpsBaseText', sizes.base),
        value('w:lid', wordLanguage(lang)),
      ],
    })
    const over = new TextRun({ text: reading, size: sizes.reading })
    const children: XmlComponent[] = [
      settings,
      new BuilderElement({ name: 'w:rt', children: [over] }),
      new BuilderElement({
        name: 'w:rubyBase',
        children: base.filter((one) => one instanceof XmlComponent),
      }),
    ]
    this.root.push(new BuilderElement({ name: 'w:ruby', children }))
  }
}
