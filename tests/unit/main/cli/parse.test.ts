import { messagesIn } from '../../../../core/messages/language'
import { fileCalled, ownArguments, parseCommandLine } from '../../../../main/cli/parse'

const wrongLine = (...args: string[]) => {
  const invocation = parseCommandLine(args)
  if (invocation.kind !== 'wrong') throw new Error(`${args.join(' ')} is ${invocation.kind}`)
  return messagesIn.en.commandLine.wrong(invocation.problem)
}

describe('the command line', () => {
  it('opens the window where nothing is asked for', () => {
    expect(parseCommandLine([])).toEqual({ kind: 'window', documents: [] })
  })

  it.each([
    ['notes.md', 'markdown'],
    ['notes.HTML', 'html'],
    ['notes.docx', 'docx'],
    ['notes.pdf', 'pdf'],
    ['notes.csv', 'csv'],
    ['notes.json', 'json'],
    ['notes.txt', 'text'],
    ['works.ris', 'ris'],
    ['works.BIB', 'bibtex'],
    ['works.csl.json', 'csl'],
    ['notes', 'markdown'],
    ['notes.xyz', 'markdown'],
  ])('takes the format of %s from its ending', (file, format) => {
    expect(parseCommandLine(['--export', file])).toEqual({
      kind: 'export',
      file,
      format,
      script: 'hant',
    })
  })

  it('lets the format be said, and the script', () => {
    expect(parseCommandLine(['--export=x.md', '--format=json', '--script', 'both'])).toEqual({
      kind: 'export',
      file: 'x.md',
      format: 'json',
      script: 'both',
    })
  })

  it('exports the whole text in the formats that hold it', () => {
    expect(parseCommandLine(['--export', 'x.docx', '--whole-text'])).toEqual({
      kind: 'export',
      file: 'x.docx',
      format: 'docx',
      script: 'hant',
      scope: 'text',
    })
    expect(wrongLine('--export', 'x.csv', '--whole-text')).toContain(
      '--whole-text goes with markdown, html, docx, pdf, not with csv',
    )
    expect(wrongLine('--whole-text')).toContain('--whole-text goes with --export FILE')
    expect(wrongLine('--export', 'x', '--whole-text', '--template', 't')).toContain(
      '--whole-text and --template do not go together',
    )
  })

  it('exports by a template', () => {
    expect(parseCommandLine(['--export', 'x.org', '--template', 'org.mustache'])).toEqual({
      kind: 'export',
      file: 'x.org',
      format: 'text',
      script: 'hant',
      template: 'org.mustache',
    })
  })

  it.each([
    [['--list'], { kind: 'list' }],
    [['--import', 'x.json'], { kind: 'import', file: 'x.json' }],
  ])('is told whose notes %j means', (args, invocation) => {
    const about = parseCommandLine([...args, '--document', '石頭記.txt'])
    expect(about).toMatchObject({ ...invocation, document: '石頭記.txt' })
  })

  it.each([
    [['--export', 'x.md'], { kind: 'export', file: 'x.md', format: 'markdown', script: 'hant' }],
    [['--export', 'x', '--template', 't'], { kind: 'export', template: 't' }],
  ])('is told of one document, of several or of all by %j', (args, invocation) => {
    const about = (...more: readonly string[]) => parseCommandLine([...args, ...more])
    expect(about()).not.toHaveProperty('documents')
    expect(about('--document', 'a')).toMatchObject({ ...invocation, documents: ['a'] })
    expect(about('--document', 'a', '--document=b')).toMatchObject({ documents: ['a', 'b'] })
    expect(about('--all')).toMatchObject({ ...invocation, documents: 'all' })
  })

  it('imports, lists, tells its version, helps', () => {
    expect(parseCommandLine(['--import', 'x.json'])).toEqual({ kind: 'import', file: 'x.json' })
    expect(parseCommandLine(['--list'])).toEqual({ kind: 'list' })
    expect(parseCommandLine(['--documents'])).toEqual({ kind: 'documents' })
    expect(parseCommandLine(['--version'])).toEqual({ kind: 'version' })
    expect(parseCommandLine(['--help', '--export'])).toMatchObject({ kind: 'wrong' })
    expect(parseCommandLine(['-h'])).toEqual({ kind: 'help' })
  })

  it.each([
    [['--export', 'x', '--format', 'xls'], /--format is one of markdown, html, .*not "xls"/u],
    [['--export', 'x', '--script', 'pinyin'], /--script is one of hant, hans, .*not "pinyin"/u],
    [['--export', ''], /--export needs the name of a file/u],
    [['--export'], /--export/u],
    [['--import', ''], /--import needs the name of a file/u],
    [['--format', 'json'], /--format goes with --export FILE/u],
    [['--template', 'x', '--list'], /--template goes with --export FILE/u],
    [['--export', 'x', '--template', 't', '--format', 'text'], /do not go together/u],
    [['--export', 'x', '--import', 'y'], /--export and --import do not go together/u],
    [['--exprot', 'x'], /--exprot/u],
    [['--lsit'], /--lsit/u],
    [['--hlep'], /--hlep/u],
    [['--list', '--no-such=x', '--unheard-of'], /--unheard-of/u],
    [['--list', 'report.md'], /report\.md/u],
    [['--open'], /--open needs the name of a file/u],
    [['--open', 'a.md', '--list'], /--list and --open do not go together/u],
    [['--list=yes'], /--list takes no value/u],
    [['--export', '-'], /--export needs the name of a file, for notes are not written to/u],
    [['--script'], /--script needs a value/u],
    [['--document', 'x'], /--document goes with --export, --import or --list/u],
    [['--document', 'x', '--documents'], /--document goes with --export, --import or --list/u],
    [['--document', '--list'], /--document needs a value/u],
    [['--list', '--all'], /--all goes with --export/u],
    [['--all'], /--all goes with --export/u],
    [['--export', 'x', '--all', '--document', 'y'], /--all and --document do not go together/u],
    [['--list', '--document', 'x', '--document', 'y'], /several times with --export only/u],
    [['--documents', '--list'], /--list and --documents do not go together/u],
  ])('refuses %j with one line that says what is right', (args, line) => {
    expect(wrongLine(...args)).toMatch(line)
    expect(wrongLine(...args)).toMatch(/^piyue: [^\n]* \(--help says more\)$/u)
  })

  it('lets by what Electron and Chromium read themselves, and a link that opens a passage', () => {
    const theirs = [
      '--user-data-dir=/tmp/x y',
      '--lang=zh-TW',
      '--remote-debugging-port=0',
      '--no-sandbox',
      '--disable-gpu',
      '--force-device-scale-factor=2',
      '--ozone-platform=x11',
      '--js-flags=--expose-gc',
      '--v=1',
      '--inspect',
      'piyue://report/yingkou-xishi-2019/a',
      'PIYUE://report/yingkou-xishi-2019/a',
    ]
    expect(parseCommandLine(theirs)).toEqual({ kind: 'window', documents: [] })
    expect(parseCommandLine([...theirs, '--list'])).toEqual({ kind: 'list' })
  })

  // Those of Electron's own list, and what desktops, installers and launchers are known to add.
  it.each([
    '--auth-server-whitelist=*example.com',
    '--auth-negotiate-delegate-whitelist=*',
    '--disable-ntlm-v2',
    '--disable-http-cache',
    '--disable-http2',
    '--disable-geolocation',
    '--disable-renderer-backgrounding',
    '--disk-cache-size=1000',
    '--enable-logging=file',
    '--force-fieldtrials=x',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--ignore-connections-limit=example.com',
    '--js-flags=--expose-gc',
    '--lang=zh-TW',
    '--log-file=/tmp/x',
    '--log-net-log=/tmp/x',
    '--log-level=1',
    '--no-proxy-server',
    '--no-sandbox',
    '--no-stdio-init',
    '--proxy-bypass-list=x',
    '--proxy-pac-url=x',
    '--proxy-server=x',
    '--remote-debugging-port=0',
    '--v=1',
    '--vmodule=x',
    '--force_high_performance_gpu',
    '--force_low_power_gpu',
    '--xdg-portal-required-version=3',
    '--inspect-brk=9229',
    '--inspect-publish-uid=stderr',
    '--experimental-network-inspection',
    '--dns-result-order=ipv4first',
    '--diagnostic-dir=/tmp',
    '--no-deprecation',
    '--throw-deprecation',
    '--trace-warnings',
    '--wayland-text-input-version=3',
    '--enable-wayland-ime',
    '--class=Piyue',
    '--updated',
    '--something-new=x',
    '-psn_0_12345',
  ])('opens the window though it is started with %s', (theirs) => {
    expect(parseCommandLine([theirs])).toEqual({ kind: 'window', documents: [] })
  })

  it('opens documents that are named, by themselves or by --open', () => {
    expect(parseCommandLine(['a.md', 'b 批.docx'])).toEqual({
      kind: 'window',
      documents: ['a.md', 'b 批.docx'],
    })
    expect(parseCommandLine(['--open', 'a.md'])).toEqual({ kind: 'window', documents: ['a.md'] })
    expect(parseCommandLine(['--ozone-platform=x11', '--', '-a.md'])).toEqual({
      kind: 'window',
      documents: ['-a.md'],
    })
  })
})

describe('the arguments meant for us', () => {
  it('are all that follow the executable, but for the path of an app that is not packed', () => {
    expect(ownArguments(['piyue', 'a.md'], true)).toEqual(['a.md'])
    expect(ownArguments(['electron', '--inspect', '.', '--list'], false)).toEqual([
      '--inspect',
      '--list',
    ])
  })
})

describe('a file that is named', () => {
  it('by a path lies where the command was given, unless it says where', () => {
    expect(fileCalled('a 批.md', '/home/a')).toBe('/home/a/a 批.md')
    expect(fileCalled('/b.md', '/home/a')).toBe('/b.md')
    expect(fileCalled('file:/b.md', '/home/a')).toBe('/home/a/file:/b.md')
  })

  it('by the address that a desktop hands on is that file', () => {
    const address = 'file:///home/a/%E5%A0%B1%E5%91%8A%201%25.md'
    expect(fileCalled(address, '/')).toBe('/home/a/報告 1%.md')
    expect(parseCommandLine([address])).toEqual({ kind: 'window', documents: [address] })
  })

  it.each(['file://elsewhere/a.md', 'file:///a%2Fb.md', 'file:///%E5'])(
    'by an address that is no file’s here, such as %s, is not found, and harms nothing',
    (address) => {
      expect(fileCalled(address, '/home/a')).toMatch(/^\/home\/a\/file:/u)
    },
  )
})
