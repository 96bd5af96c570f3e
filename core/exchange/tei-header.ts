import type { LocalizedText } from '../apparatus/localized-text'
import type { Dating } from '../document/document'
import type { OpenDocument } from '../publication/open-document'
import { langOf } from '../text/script-tag'
import { element, type Markup, paragraphs, written } from './xml'

const inEnglish = (name: string, text: string): Markup =>
  element(name, { 'xml:lang': 'en' }, [written(text)])

/** What an entry of the apparatus rests on, as its `ana` names it. */
const bases: Readonly<Record<string, string>> = {
  bytes: 'The bytes that survive fix the reading; of those that were lost, sense admits one.',
  sense: 'No other reading is right in its sentence.',
  'house-style': 'Two spellings are in use, and the edition’s rule takes one.',
  judgement: 'An editor decided, and another might decide otherwise.',
}

/** What the edition is, what it was made from, and how, in the terms of TEI. */
export function teiHeader(open: OpenDocument, version: string): Markup {
  const { document, publication } = open
  const { author, occasion } = document.data.source
  return element('teiHeader', {}, [
    element('fileDesc', {}, [
      element('titleStmt', {}, [
        element('title', { type: 'main' }, [written(document.title)]),
        ...(occasion === undefined ? [] : [element('title', { type: 'sub' }, [written(occasion)])]),
        ...(author === undefined ? [] : [element('author', {}, [written(author)])]),
        element('respStmt', { 'xml:id': 'edition' }, [
          inEnglish('resp', 'Text edited, apparatus and explanations'),
          element('name', {}, [written(`Piyue ${version}`)]),
        ]),
      ]),
      element('extent', {}, [
        element('measure', { unit: 'character', quantity: String(document.length) }, [
          written(String(document.length)),
        ]),
      ]),
      element('publicationStmt', {}, [
        inEnglish('p', 'What the edition adds to the text is published under the terms of Piyue.'),
        element('ab', {}, [element('idno', { type: 'digest' }, [written(document.digest)])]),
      ]),
      element('sourceDesc', {}, [element('listWit', {}, [witness(open)])]),
    ]),
    element('encodingDesc', {}, [
      ...declared('editorialDecl', [
        ...declared('correction', prose(publication.provenance.damage)),
        ...declared('normalization', prose(publication.provenance.editing)),
      ]),
      element('variantEncoding', { method: 'parallel-segmentation', location: 'internal' }, []),
      element('classDecl', {}, [
        element(
          'taxonomy',
          { 'xml:id': 'basis' },
          Object.entries(bases).map(([id, text]) =>
            element('category', { 'xml:id': id }, [inEnglish('catDesc', text)]),
          ),
        ),
      ]),
    ]),
    element('profileDesc', {}, [
      element('langUsage', {}, [
        element('language', { ident: langOf[document.data.canonicalScript] }, [
          written('Chinese, the edited text'),
        ]),
      ]),
    ]),
  ])
}

/** An element that is there where there is something to be said in it. */
const declared = (name: string, children: readonly Markup[]): readonly Markup[] =>
  children.length === 0 ? [] : [element(name, {}, children)]

const prose = (texts: readonly LocalizedText[]): readonly Markup[] => texts.flatMap(paragraphs)

/** The copy that the text was taken from: what is known of it, and no more. */
function witness({ document, publication }: OpenDocument): Markup {
  const { witness: copy, published } = document.data.source
  return element('witness', { 'xml:id': 'witness' }, [
    inEnglish('label', 'The source as found'),
    ...(copy === undefined
      ? []
      : [
          element('idno', { type: 'address' }, [written(copy.address)]),
          dated('copied', copy.copied),
        ]),
    dated('published', published),
    ...publication.provenance.source.map((text) => element('note', {}, paragraphs(text))),
  ])
}

function dated(type: string, dating: Dating): Markup {
  switch (dating.kind) {
    case 'on':
      return element('date', { type, when: dating.date }, [written(dating.date)])
    case 'not-before':
      return element('date', { type, notBefore: dating.date }, [
        written(`on or after ${dating.date}`),
      ])
    case 'unknown':
      return element('date', { type, cert: 'unknown' }, [written('unknown')])
  }
}
