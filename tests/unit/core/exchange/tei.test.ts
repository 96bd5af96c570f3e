import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DOMParser } from 'linkedom'
import { exportTei } from '../../../../core/exchange/tei'
import { OpenDocument } from '../../../../core/publication/open-document'
import { documentOf } from '../../support/document'
import { publication as bundled, input } from '../../tools/edition/bundled'

const open = new OpenDocument(bundled)
const tei = exportTei(open, '1.2.3')
const { documentElement: root } = new DOMParser().parseFromString(tei, 'text/xml')

/** What a witness has, or the edition reads where none is named; a division of blocks line by line. */
function textOf(node: Node, reading: 'edition' | 'witness'): string {
  if (node.nodeType === node.TEXT_NODE) return node.textContent ?? ''
  if (node.nodeType !== node.ELEMENT_NODE) return ''
  const { localName, children, childNodes } = node as Element
  const of = (child: Node | undefined) => (child === undefined ? '' : textOf(child, reading))
  const all = [...children]
  switch (localName) {
    case 'note':
    case 'anchor':
      return ''
    case 'choice':
      return of(all.find((child) => child.localName === 'sic'))
    case 'app': {
      const ofWitness = all.find((child) => child.getAttribute('wit') === '#witness')
      return of(reading === 'witness' ? ofWitness : all.find((child) => child.localName === 'lem'))
    }
    default:
      return [...childNodes].map(of).join('')
  }
}

const all = (selector: string): Element[] => [...root.querySelectorAll(selector)]
const blocks = (reading: 'edition' | 'witness') =>
  all('body head, body p[n]')
    .map((block) => textOf(block, reading))
    .join('\n')

describe('the edition as TEI', () => {
  it('gives the edited text, character by character', () => {
    expect(blocks('edition')).toBe(open.document.text)
  })

  it('gives the witness, whole, with what surrounded the text on its page', () => {
    const around = (part: string) =>
      all(`${part} ab app`)
        .map((entry) => textOf(entry, 'witness'))
        .join('')
    expect(around('front') + blocks('witness') + around('back')).toBe(input.sourceText)
  })

  it('has every emendation, slip, kept place and explanation', () => {
    const { emendations, sic, kept, explanations } = bundled.apparatus
    for (const { id } of [...emendations, ...sic, ...kept, ...explanations]) {
      expect([id, tei.includes(`xml:id="${id}"`)]).toEqual([id, true])
    }
  })

  it('says how sure each slip is, and what each reading rests on', () => {
    const slips = bundled.apparatus.sic.map(({ certainty }) => certainty)
    expect(
      all('note')
        .flatMap((note) => slip(note))
        .toSorted(),
    ).toEqual(slips.toSorted())
    const basesSaid = all('lem').flatMap((lem) => lem.getAttribute('ana') ?? [])
    expect(basesSaid).toHaveLength(bundled.apparatus.emendations.length)
  })

  it('points at nothing that is not there, and names nothing twice', () => {
    const ids = [...tei.matchAll(/ xml:id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const pointers = tei.matchAll(/ (?:resp|corresp|wit|ana|target|targetEnd|sameAs)="#([^"]+)"/g)
    expect([...pointers].filter(([, id]) => !ids.includes(id)).map(([whole]) => whole)).toEqual([])
  })

  it('names the witness by its address, and no date that is not known', () => {
    const [witness] = all('witness')
    expect(witness?.querySelector('idno')?.textContent).toBe(
      'sjzyihang.com/forum.php?mod=viewthread&ordertype=1&tid=3381',
    )
    expect(witness?.querySelector('date[notBefore]')?.getAttribute('notBefore')).toBe('2019-03-23')
    expect(all('date[when]')).toEqual([])
    expect(witness?.querySelector('date[type="published"]')?.textContent).toBe('unknown')
    expect(witness?.querySelector('date[type="copied"]')?.textContent).toBe(
      'on or after 2019-03-23',
    )
  })

  it('names the sources of explanations and slips, with an address where there is one', () => {
    const { explanations, sic } = bundled.apparatus
    const sources = [...explanations, ...sic].flatMap((each) => each.sources ?? [])
    const said = all('bibl').map((bibl) => ({
      title: bibl.textContent,
      ...(bibl.firstElementChild && { address: bibl.firstElementChild.getAttribute('target') }),
    }))
    const byTitle = (a: { title: string | null }, b: { title: string | null }) =>
      `${a.title}` < `${b.title}` ? -1 : 1
    expect(said.toSorted(byTitle)).toEqual(sources.toSorted(byTitle))
  })

  it('sets out the arithmetic of figures, and what it comes to', () => {
    const lists = all('list').filter((list) => list.getAttribute('type') === 'arithmetic')
    const verdicts = lists.map((list) => [...list.querySelectorAll('item')].at(-1)?.textContent)
    expect(verdicts).toEqual(['differs', 'differs', 'within-rounding', 'differs', 'differs'])
  })
})

const slip = (note: Element) =>
  note.getAttribute('type') === 'slip' ? (note.getAttribute('subtype') ?? []) : []

/**
 * The Relax NG schema of TEI P5 4.10.2 that allows everything in TEI. A process of its own reads it,
 * for the validator is a module that Jest cannot load.
 */
function verdicts(files: Readonly<Record<string, string>>): Readonly<Record<string, string[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tei-'))
  try {
    const names = Object.entries(files).map(([name, content]) => {
      writeFileSync(path.join(folder, name), content)
      return path.join(folder, name)
    })
    const script = path.join(__dirname, '../../support/validate-tei.mjs')
    const said = execFileSync(process.execPath, [script, ...names], { encoding: 'utf8' })
    return JSON.parse(said) as Readonly<Record<string, string[]>>
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('validity', () => {
  it('is that of tei_all, of the report and of a document without an edition', () => {
    const { data } = documentOf('一', '二')
    const plain = new OpenDocument({
      ...bundled,
      document: { ...data, source: { published: { kind: 'unknown' } } },
      renditions: [],
      apparatus: { emendations: [], sic: [], kept: [], explanations: [] },
      provenance: { source: [], damage: [], editing: [], forms: [] },
    })
    expect(
      verdicts({
        'report.xml': tei,
        'plain.xml': exportTei(plain, '1.2.3'),
        'wrong.xml': tei.replace('<body>', '<body><bogus/>'),
      }),
    ).toEqual({
      'report.xml': [],
      'plain.xml': [],
      'wrong.xml': expect.arrayContaining([expect.stringContaining('bogus')]),
    })
  }, 600_000)
})
