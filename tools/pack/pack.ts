/**
 * `npm run pack`: builds the app and packs it into a folder of `release`; `npm run pack:deb` makes a deb of that.
 * Both without any network.
 */
import path from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { piyue } from '../build/app-sources'
import { buildApp } from '../build/build-app'
import { writeNotices } from '../licences/third-party-notices'
import { repositoryRoot } from '../runtime/paths'
import { smokeConfiguration } from './smoke-configuration'

async function pack(target: 'dir' | 'deb'): Promise<void> {
  await buildApp(piyue)
  writeNotices(piyue.out)
  // electron-builder fetches fpm, which makes debs, from elsewhere; this program takes the same arguments.
  process.env['CUSTOM_FPM_PATH'] ??= path.join(__dirname, 'fpm.sh')
  const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64
  const made = await build({
    projectDir: repositoryRoot,
    targets: Platform.LINUX.createTarget(target, arch),
    config: await smokeConfiguration(),
  })
  const folder = arch === Arch.x64 ? 'linux-unpacked' : 'linux-arm64-unpacked'
  const results = target === 'deb' ? made : [path.join(repositoryRoot, 'release', folder, 'piyue')]
  for (const file of results) console.log(`Packed: ${file}`)
}

pack(process.argv[2] === 'deb' ? 'deb' : 'dir').catch((error: unknown) => {
  console.error(error)
  // At once: what electron-builder runs at the end would end the process with 0.
  process.exit(1)
})
