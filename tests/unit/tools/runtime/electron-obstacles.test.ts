import { type Machine, obstacleToElectron } from '../../../../tools/runtime/electron-obstacles'

const desktop: Machine = {
  platform: 'linux',
  env: { DISPLAY: ':0' },
  uid: 1000,
  read: () => undefined,
}

const withSetting = (file: string, value: string): Machine => ({
  ...desktop,
  read: (name) => (name === `/proc/sys/${file}` ? `${value}\n` : undefined),
})

describe('what keeps Electron from starting', () => {
  it('is nothing on a desktop, on X11 as on Wayland', () => {
    expect(obstacleToElectron(undefined, [], desktop)).toBeUndefined()
    const wayland = { ...desktop, env: { WAYLAND_DISPLAY: 'wayland-0' } }
    expect(obstacleToElectron(undefined, [], wayland)).toBeUndefined()
  })

  it('is the display, where there is none', () => {
    expect(obstacleToElectron(undefined, [], { ...desktop, env: {} })).toBe('no-display')
  })

  it('is root, unless the sandbox is given up on purpose', () => {
    expect(obstacleToElectron(undefined, [], { ...desktop, uid: 0 })).toBe('root')
    expect(obstacleToElectron(undefined, ['--no-sandbox'], { ...desktop, uid: 0 })).toBeUndefined()
  })

  it.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1', '0'],
    ['kernel/unprivileged_userns_clone', '0', '1'],
    ['user/max_user_namespaces', '0', '15000'],
  ])('is a kernel that forbids namespaces by %s = %s', (file, forbidding, allowing) => {
    expect(obstacleToElectron(undefined, [], withSetting(file, forbidding))).toBe(
      'no-user-namespaces',
    )
    expect(obstacleToElectron(undefined, [], withSetting(file, allowing))).toBeUndefined()
  })

  it.each(['darwin', 'win32'] as const)('is nothing of that on %s', (platform) => {
    const machine = { ...desktop, platform, env: {}, uid: undefined }
    expect(obstacleToElectron(undefined, [], machine)).toBeUndefined()
  })
})
