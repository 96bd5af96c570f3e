import { readFpmArguments } from '../../../../tools/pack/fpm-arguments'

/** What electron-builder gives to fpm for a deb, shortened. */
const given = [
  '-s dir --force -t deb -d libgbm1 --deb-recommends fonts-noto-color-emoji --deb-compression xz',
  '--architecture amd64 --after-install /tmp/install --after-remove /tmp/remove --version 0.1.0',
  '--package /out/piyue.deb --name piyue --vendor A --url https://example.com --license MIT',
  '--deb-priority optional --deb-upstream-changelog=CHANGELOG.md',
]
  .join(' ')
  .split(' ')
  .concat('-d', 'libasound2 | libasound2t64', '--maintainer', 'A <a@example.com>')
  .concat('--description', 'read a report\n It is read offline.')
  .concat('/release/linux-unpacked/=/opt/Piyue')

describe("fpm's arguments", () => {
  it('describe a deb: its fields in order, and what goes where', () => {
    const plan = readFpmArguments(given)
    expect(plan.control).toEqual([
      ['Package', 'piyue'],
      ['Version', '0.1.0'],
      ['Architecture', 'amd64'],
      ['Maintainer', 'A <a@example.com>'],
      ['Depends', 'libgbm1, libasound2 | libasound2t64'],
      ['Recommends', 'fonts-noto-color-emoji'],
      ['Section', 'default'],
      ['Priority', 'optional'],
      ['Homepage', 'https://example.com'],
      ['Description', 'read a report\n It is read offline.'],
    ])
    expect(plan.files).toEqual([{ from: '/release/linux-unpacked/', to: '/opt/Piyue' }])
    expect(plan).toMatchObject({
      compression: 'xz',
      afterInstall: '/tmp/install',
      afterRemove: '/tmp/remove',
      upstreamChangelog: 'CHANGELOG.md',
      target: '/out/piyue.deb',
    })
  })

  it('fold a long description, a space before each line', () => {
    const words = Array.from({ length: 40 }, () => 'piyue').join(' ')
    const args = given.map((one) => (one.startsWith('read a report') ? `synopsis\n ${words}` : one))
    const description = readFpmArguments(args).control.at(-1)?.[1] ?? ''
    const [synopsis, ...lines] = description.split('\n')
    expect(synopsis).toBe('synopsis')
    expect(lines.every((line) => line.startsWith(' p') && line.length <= 80)).toBe(true)
    expect(lines.join('').trim()).toBe(words.replaceAll('\n', ''))
  })

  it('are refused where they are not known, or make no deb', () => {
    expect(() => readFpmArguments([...given, '--deb-systemd', 'x'])).toThrow('deb-systemd')
    expect(() => readFpmArguments(['-t', 'rpm'])).toThrow('only deb')
    expect(() => readFpmArguments(['-t', 'deb', '--name', 'piyue'])).toThrow('is missing')
    expect(() => readFpmArguments([...given, '/a/file'])).toThrow('does not say where it goes')
  })
})
