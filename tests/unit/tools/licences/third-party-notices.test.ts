import { noticesOf } from '../../../../tools/licences/third-party-notices'

describe('the list of licences in a package', () => {
  it('names every work with its version, above its terms, which are written once', () => {
    const notices = noticesOf({
      works: [
        { name: 'marked', version: '18.2.1', licence: 'MIT', text: 0 },
        { name: 'lucide', version: '1.65.0', licence: 'ISC', text: 1 },
        { name: 'zod', version: '4.6.7', licence: 'MIT', text: 0 },
      ],
      texts: ['Permission is hereby granted', 'Permission to use'],
    })
    expect(notices).toContain(
      'marked 18.2.1 (MIT)\nzod 4.6.7 (MIT)\n\nPermission is hereby granted\n',
    )
    expect(notices).toContain('lucide 1.65.0 (ISC)\n\nPermission to use\n')
    expect(notices.match(/hereby granted/gu)).toHaveLength(1)
  })
})
