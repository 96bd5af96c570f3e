/** Beyond this many differences a new map is made of both. */
const thickest = 256

/**
 * A map that is never changed, and of which a slightly different one costs little however large it is:
 * a large map below, and the few differences to it above.
 */
export class LayeredMap<V> implements ReadonlyMap<string, V> {
  readonly #below: ReadonlyMap<string, V>
  /** What differs; a key without a value is one that is gone. */
  readonly #above: ReadonlyMap<string, V | undefined>
  readonly size: number

  private constructor(
    below: ReadonlyMap<string, V>,
    above: ReadonlyMap<string, V | undefined>,
    size: number,
  ) {
    this.#below = below
    this.#above = above
    this.size = size
  }

  /** A view of a map that must not be changed any more. */
  static of<V>(map: ReadonlyMap<string, V>): LayeredMap<V> {
    return map instanceof LayeredMap ? map : new LayeredMap(map, new Map(), map.size)
  }

  /** The map with these values, and without the keys that have none here. */
  with(changes: ReadonlyMap<string, V | undefined>): LayeredMap<V> {
    let size = this.size
    for (const [key, value] of changes) {
      size += (value === undefined ? 0 : 1) - (this.has(key) ? 1 : 0)
    }
    const above = new Map([...this.#above, ...changes])
    const layered = new LayeredMap(this.#below, above, size)
    return above.size > thickest ? LayeredMap.of(new Map(layered)) : layered
  }

  get(key: string): V | undefined {
    return this.#above.has(key) ? this.#above.get(key) : this.#below.get(key)
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  *entries(): MapIterator<[string, V]> {
    for (const entry of this.#below) {
      if (!this.#above.has(entry[0])) yield entry
    }
    for (const [key, value] of this.#above) {
      if (value !== undefined) yield [key, value]
    }
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value
  }

  forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this)
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries()
  }
}
