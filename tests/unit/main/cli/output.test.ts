import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { transformSync } from 'esbuild'
import { newFolder } from './support'

/** A program that prints as a command does, and ends the process at once when all is taken. */
const program = (lines: number) => `
  const out = new Output(process.stdout)
  const err = new Output(process.stderr)
  for (let i = 0; i < ${lines}; i++) out.print(String(i).padStart(99, '.'))
  out.drained().then(async (failure) => {
    if (failure) err.print('failed ' + failure.code)
    await err.drained()
    process.exit(failure ? 1 : 0)
  })
`

const startPrinting = (lines: number) => programOf(program(lines))

/** A file that runs some code beside what main/cli/output.ts exports. */
function programOf(own: string) {
  const folder = newFolder()
  const source = path.join(__dirname, '../../../../main/cli/output.ts')
  const { code } = transformSync(readFileSync(source, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
  })
  const file = path.join(folder, 'print.cjs')
  writeFileSync(file, `${code}\n${own}`)
  return file
}

/** Runs a shell's line; `node` and `program` stand for what they are. */
const sh = (
  line: string,
  file: string,
): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = spawn('sh', ['-c', line, process.execPath, file])
    let out = ''
    let err = ''
    child.stdout.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (err += text.toString()))
    child.on('close', (code) => resolve({ code, out, err }))
  })

describe('what a command prints', () => {
  it('comes whole through a pipe that is read slowly: ten million bytes', async () => {
    const file = startPrinting(100_000)
    const slow = `process.stdin.pause();let n=0;process.stdin.on('data',d=>{n+=d.length;process.stdin.pause();setImmediate(()=>process.stdin.resume())});process.stdin.on('end',()=>console.log(n));process.stdin.resume()`
    expect(await sh(`"$0" "$1" | "$0" -e "${slow}"`, file)).toEqual({
      code: 0,
      out: '10000000\n',
      err: '',
    })
  })

  it('may be read in part only, as by head', async () => {
    const file = startPrinting(100_000)
    const line = `{ "$0" "$1"; echo "code $?" >&2; } | head -n 1`
    const { out, err } = await sh(line, file)
    expect(out).toBe(`${'0'.padStart(99, '.')}\n`)
    expect(err).toBe('code 0\n')
  })

  it('is told of where it could not be written', async () => {
    const file = startPrinting(1)
    const { code, err } = await sh(`"$0" "$1" > /dev/full`, file)
    expect({ code, err }).toEqual({ code: 1, err: 'failed ENOSPC\n' })
  })
})

describe('whether somebody reads what is printed', () => {
  it.each([
    ['a pipe', '| cat', true],
    ['a file', '> "$1.out"; cat "$1.out"', true],
    ['a device that swallows everything', '> /dev/null; echo "$?"', false],
    ['nothing', '>&-; echo "$?"', false],
  ])('to %s', async (_what, redirection, heard) => {
    const file = programOf(
      'const heard = isHeard(1, false); if (heard) console.log("heard"); else process.exit(7)',
    )
    const { out } = await sh(`"$0" "$1" ${redirection}`, file)
    expect(out).toBe(heard ? 'heard\n' : '7\n')
  })
})
