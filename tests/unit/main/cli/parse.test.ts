import { messagesIn } from '../../../../core/messages/language'
import { parseCommandLine } from '../../../../main/cli/parse'

const wrongLine = (...args: string[]) => {
  const invocation = parseCommandLine(args)
  if (invocation.kind !== 'wrong') throw new Error(`${args.join(' ')} is ${invocation.kind}`)
  return messagesIn.en.commandLine.wrong(invocation.problem)
}

describe('the command line', () => {
  it('opens the window where nothing is asked for', () => {
    expect(parseCommandLine([])).toEqual({ kind: 'window' })
  })

  it.each([
    ['notes.md', 'markdown'],
    ['notes.HTML', 'html'],
    ['notes.docx', 'docx'],
    ['notes.pdf', 'pdf'],
    ['notes.csv', 'csv'],
    ['notes.json', 'json'],
    ['notes.txt', 'text'],
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

  it('exports by a template', () => {
    expect(parseCommandLine(['--export', 'x.org', '--template', 'org.mustache'])).toEqual({
      kind: 'export',
      file: 'x.org',
      format: 'text',
      script: 'hant',
      template: 'org.mustache',
    })
  })

  it('imports, lists, tells its version, helps', () => {
    expect(parseCommandLine(['--import', 'x.json'])).toEqual({ kind: 'import', file: 'x.json' })
    expect(parseCommandLine(['--list'])).toEqual({ kind: 'list' })
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
    [['report.md'], /report\.md/u],
    [['--list=yes'], /--list takes no value/u],
    [['--export', '-'], /--export needs the name of a file, for notes are not written to/u],
    [['--script'], /--script needs a value/u],
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
    ]
    expect(parseCommandLine(theirs)).toEqual({ kind: 'window' })
    expect(parseCommandLine([...theirs, '--list'])).toEqual({ kind: 'list' })
  })
})
