/** A copy of a short text. A piece of a text keeps all of it in memory for as long as the piece is kept. */
export function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
