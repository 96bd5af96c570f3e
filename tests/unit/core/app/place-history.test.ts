import { array, assert, constantFrom, nat, oneof, property, uniqueArray } from 'fast-check'
import {
  emptyPlaceHistory,
  jumpedFrom,
  mostPlaces,
  type PlaceHistory,
  returned,
} from '../../../../core/app/place-history'
import { type CodePoints, codePoints } from '../../../../core/text/code-points'

/** A reader who jumps, goes back and goes forward. */
class Walk {
  history: PlaceHistory = emptyPlaceHistory
  here = codePoints(0)

  jump(to: CodePoints): void {
    this.history = jumpedFrom(this.history, this.here)
    this.here = to
  }

  go(way: keyof PlaceHistory): boolean {
    const going = returned(this.history, way, this.here)
    if (going === undefined) return false
    this.here = going.place
    this.history = going.history
    return true
  }
}

const place = nat(30_000).map(codePoints)
const moves = array(oneof(place, constantFrom('back' as const, 'forward' as const)), {
  maxLength: 200,
})

const walked = (list: readonly (CodePoints | keyof PlaceHistory)[]) => {
  const walk = new Walk()
  for (const move of list) {
    if (typeof move === 'number') walk.jump(move)
    else walk.go(move)
  }
  return walk
}

describe('the history of places', () => {
  it('leads back from a jump to where one was, and forward again to where it led', () => {
    assert(
      property(moves, place, (list, to) => {
        const walk = walked(list)
        const from = walk.here
        walk.jump(to)
        walk.go('back')
        expect(walk.here).toBe(from)
        walk.go('forward')
        expect(walk.here).toBe(to)
      }),
    )
  })

  it('leads all the way back and all the way forward through the same places', () => {
    const distinct = uniqueArray(place, { maxLength: mostPlaces })
    assert(
      property(distinct, (list) => {
        const places = list.filter((one) => one !== 0)
        const walk = walked(places)
        const back: CodePoints[] = []
        while (walk.go('back')) back.push(walk.here)
        expect(back.toReversed()).toEqual([0, ...places].slice(0, -1))
        const forward: CodePoints[] = []
        while (walk.go('forward')) forward.push(walk.here)
        expect(forward).toEqual(places)
      }),
    )
  })

  it('is bounded, keeps no place twice in a row, and gives up what lay ahead at a jump', () => {
    assert(
      property(moves, place, (list, to) => {
        const walk = walked(list)
        for (const places of [walk.history.back, walk.history.forward]) {
          expect(places.length).toBeLessThanOrEqual(mostPlaces)
          expect(places.some((one, i) => one === places[i + 1])).toBe(false)
        }
        walk.jump(to)
        expect(walk.history.forward).toEqual([])
      }),
    )
  })
})
