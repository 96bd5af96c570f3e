import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './chromium-binary'

/** Whether `apt-get install chromium` is ours to run: Debian or a relative of it, and root. */
export function canInstallChromium(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0
}

/**
 * Installs Debian's `chromium`, saying so first.
 * @returns its path, or undefined if apt-get failed; its last lines have then been said
 */
export async function installChromium(say: (line: string) => void): Promise<string | undefined> {
  say('No Chromium is installed. As root on Debian: apt-get install chromium …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
  const output = (await run('apt-get', ['update'], env)) + (await run('apt-get', install, env))
  const chromium = findChromium()
  if (!chromium) say(`apt-get did not succeed:\n${output.trim().split('\n').slice(-5).join('\n')}`)
  return chromium
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (text: Buffer): unknown => (output += text.toString())
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => resolve(`${output}${error.message}\n`))
    child.on('close', () => resolve(output))
  })
}
