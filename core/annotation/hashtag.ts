/** A tag as it is written in running text. Some readers type the sign as a part of the tag. */
export const hashtag = (tag: string): string => (tag.startsWith('#') ? tag : `#${tag}`)
