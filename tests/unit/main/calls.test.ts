import { callsOf } from '../../../main/calls'

jest.mock('electron', () => ({}))

type Context = Parameters<typeof callsOf>[0]

it('a document is there though looking for damage in it fails, and that is told', async () => {
  const failure = new Error('The disk is gone')
  const errors: unknown[] = []
  const opening = { revision: 0 }
  const workspace = { lookForDamage: () => Promise.reject(failure), opening: () => opening }
  const calls = callsOf({
    dataFolder: '/data',
    dist: '/dist',
    settings: { read: () => ({ views: {} }) },
    current: { open: async () => workspace },
    report: (error: unknown) => errors.push(error),
  } as unknown as Context)
  expect(await calls.openWorkspace('a')).toBe(opening)
  expect(errors).toEqual([failure])
})
