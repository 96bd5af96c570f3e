/** Takes the focus to the paragraph that is read, which is the text's tab stop. Nothing moves. */
export function focusReading(): void {
  document
    .querySelector<HTMLElement>('article [data-block][tabindex="0"]')
    ?.focus({ preventScroll: true })
}
