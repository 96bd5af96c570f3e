import { isComposing, typedInto } from '../../../../renderer/ui/typing'

/** A field, and what it tells of its text while events come to it. */
function field() {
  const texts: string[] = []
  const currentTarget = { value: '' } as HTMLInputElement
  const { onInput, onCompositionEnd } = typedInto((text) => texts.push(text))
  return {
    texts,
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
    const { texts, type } = field()
    type('a')
    type('ab')
    expect(texts).toEqual(['a', 'ab'])
  })

  it('tells nothing of what an input method is still composing', () => {
    const { texts, type, compose } = field()
    type('j', true)
    type('jing', true)
    expect(texts).toEqual([])
    compose('經')
    expect(texts).toEqual(['經'])
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
