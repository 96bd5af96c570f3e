import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'

/** A component whose code is loaded when it is first shown; until then nothing stands in its place. */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const loaded = signal<ComponentType<Props> | null>(null)
  const fetch = async () => {
    loaded.value = await load()
  }
  return function Lazy(props: Props) {
    useEffect(() => {
      if (loaded.peek() === null) void fetch()
    }, [])
    const Component = loaded.value
    return Component === null ? null : <Component {...props} />
  }
}
