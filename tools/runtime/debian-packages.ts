import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether `apt-get install` is ours to run: Debian or a relative of it, and root. */
export function canInstallPackages(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0
}

/**
 * Installs packages of Debian's, saying so first. Whether that succeeded is for the caller to see by
 * looking for what was wanted; if apt-get failed, its last lines have been said.
 *
 * @param missing what is not there, as the beginning of a sentence
 */
export async function installPackages(
  missing: string,
  packages: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  say(`${missing} is not installed. As root on Debian: apt-get install ${packages.join(' ')} …`)
  const update = await run(['update'])
  const install = await run(['install', '-y', '--no-install-recommends', ...packages])
  if (install.succeeded) return
  const lastLines = (update.output + install.output).trim().split('\n').slice(-5)
  say(`apt-get did not succeed:\n${lastLines.join('\n')}`)
}

function run(args: readonly string[]): Promise<{ succeeded: boolean; output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn('apt-get', args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (text: Buffer): unknown => (output += text.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', ({ message }) =>
      resolve({ succeeded: false, output: `${output}${message}\n` }),
    )
    child.on('close', (code) => resolve({ succeeded: code === 0, output }))
  })
}
