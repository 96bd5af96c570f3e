/** `npm run pack`: builds the app and packs it into release/linux-unpacked, without any network. */
import path from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { piyue } from '../build/app-sources'
import { buildApp } from '../build/build-app'
import { repositoryRoot } from '../runtime/paths'
import { smokeConfiguration } from './smoke-configuration'

async function pack(): Promise<void> {
  await buildApp(piyue)
  const config = await smokeConfiguration()
  await build({
    projectDir: repositoryRoot,
    targets: Platform.LINUX.createTarget('dir', process.arch === 'arm64' ? Arch.arm64 : Arch.x64),
    config,
  })
  const folder = path.join(repositoryRoot, 'release/linux-unpacked')
  console.log(`Packed: ${path.join(folder, 'piyue')}`)
}

pack().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
