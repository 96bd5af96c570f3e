import { type DocumentCallContext, documentCalls } from '../../../main/document-calls'

it('a document is there though looking for damage in it fails, and that is told', async () => {
  const failure = new Error('The disk is gone')
  const errors: unknown[] = []
  const opening = { revision: 0 }
  const workspace = { lookForDamage: () => Promise.reject(failure), opening: () => opening }
  const calls = documentCalls({
    settings: { read: () => ({ views: {} }) },
    current: { open: async () => workspace },
    report: (error: unknown) => errors.push(error),
  } as unknown as DocumentCallContext)
  expect(await calls.openWorkspace('a')).toBe(opening)
  expect(errors).toEqual([failure])
})
