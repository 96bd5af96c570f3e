import { isComposing, typedInto } from '../../../../renderer/ui/typing'

/** A field, and what it tells of its text while events come to it. */
function field() {
  const told: string[] = []
  const currentTarget = { value: '' } as HTMLInputElement
  const { onInput, onCompositionEnd } = typedInto((text) => told.push(text))
  return {
    told,
    type: (value: string, isStillComposed = false) => {
      currentTarget.value = value
      onInput({ isComposing: isStillComposed, currentTarget })
    },
    compose: (value: string) => {
      currentTarget.value = value
      onCompositionEnd({ currentTarget })
    },
  }
}

describe('a field in which one types', () => {
  it('tells of what is typed', () => {
    const { told, type } = field()
    type('a')
    type('ab')
    expect(told).toEqual(['a', 'ab'])
  })

  it('tells nothing of what an input method is still composing', () => {
    const { told, type, compose } = field()
    type('j', true)
    type('jing', true)
    expect(told).toEqual([])
    compose('經')
    expect(told).toEqual(['經'])
  })
})

describe('a key', () => {
  const key = (init: Partial<KeyboardEvent>) =>
    isComposing({ isComposing: false, keyCode: 27, ...init } as KeyboardEvent)

  it('is the input method’s while it composes, Escape too', () => {
    expect(key({ isComposing: true })).toBe(true)
    expect(key({ keyCode: 229 })).toBe(true)
    expect(key({})).toBe(false)
  })
})
