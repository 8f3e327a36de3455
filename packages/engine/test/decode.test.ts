import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Encoding, decode } from '../src/decode.ts';

const KEY = 'k9Qz'.repeat(16);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const utf16be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const text = (content: string, encoding: Encoding): object => ({ kind: 'text', text: content, encoding });

const words = fc
  .array(fc.constantFrom('api_key = "x"', '\r\n', '\n', ' ', 'é', '配置', '😀', 'plain words here'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('decode', () => {
  test('brings back text in every encoding with a mark, without the mark', () => {
    fc.assert(
      fc.property(words, (content) => {
        expect(decode(utf8(`\ufeff${content}`))).toEqual(text(content, 'utf-8'));
        expect(decode(utf16le(`\ufeff${content}`))).toEqual(text(content, 'utf-16le'));
        expect(decode(utf16be(`\ufeff${content}`))).toEqual(text(content, 'utf-16be'));
      }),
    );
  });

  test('keeps a first byte 0xFF of what is no UTF-8 and no UTF-16', () => {
    expect(decode(Uint8Array.of(0xff, 0x41, 0xe9))).toEqual(text('ÿAé', 'latin1'));
    expect(decode(Uint8Array.of(0xff, 0x00, 0x41, 0x42, 0xff, ...utf8(KEY)))).toMatchObject({
      text: expect.stringMatching(/^ÿ/) as string,
    });
  });

  test('brings back UTF-8, and UTF-16 that is mostly ASCII, without a mark', () => {
    fc.assert(
      fc.property(words, (content) => {
        expect(decode(utf8(content))).toEqual(text(content, 'utf-8'));
        const ascii = `const name = "value";\n${content}${'x'.repeat(8 * content.length)}`;
        expect(decode(utf16le(ascii))).toEqual(text(ascii, 'utf-16le'));
        expect(decode(utf16be(ascii))).toEqual(text(ascii, 'utf-16be'));
      }),
    );
  });

  test('reads invalid UTF-8 as Latin-1, one character a byte', () => {
    expect(decode(latin1('clé = "x"; // été'))).toEqual(text('clé = "x"; // été', 'latin1'));
    expect(decode(Uint8Array.of(0x80, 0x9f, 0x41, 0xff))).toEqual(text('\x80\x9fA\xff', 'latin1'));
  });

  test('keeps UTF-8 with a damaged byte in UTF-8, so that columns stay', () => {
    const bytes = Buffer.concat([utf8('密钥配置 '), Uint8Array.of(0xc3), utf8(' = "x"')]);
    expect(decode(bytes)).toEqual(text('密钥配置 \ufffd = "x"', 'utf-8'));
  });

  test('what the first 8 KB tell of a large text is true of all of it', () => {
    const cut = `${'a'.repeat(8191)}é${'b'.repeat(9000)}`;
    expect(decode(utf8(cut))).toEqual(text(cut, 'utf-8'));
    const replaced = `a \ufffd in a text ${'é'.repeat(9000)}`;
    expect(decode(utf8(replaced))).toEqual(text(replaced, 'utf-8'));
    const bad = `\xe9t\xe9 ${'a'.repeat(9000)}`;
    expect(decode(latin1(bad))).toEqual(text(bad, 'latin1'));
    const late = `${'é'.repeat(9000)}\xe9`;
    expect(decode(latin1(late))).toEqual(text(late, 'latin1'));
  });

  test('never throws, and calls nothing binary that passes a gate', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (before, after) => {
        decode(before);
        const decoded = decode(Buffer.concat([before, utf8(` ${KEY} `), after]));
        expect(decoded.kind).toBe('text');
      }),
    );
  });

  test('shows what a binary file with a hit holds, in either width', () => {
    const zeros = new Uint8Array(50);
    const noise = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe, 0, 0, 3, 0x90);
    for (const form of [utf8, utf16le, utf16be]) {
      const decoded = decode(Buffer.concat([noise, zeros, form(`"${KEY}"`), zeros, noise]));
      expect(decoded).toMatchObject({ kind: 'text', encoding: 'binary' });
      expect(decoded.kind === 'text' && decoded.text).toContain(`"${KEY}"`);
    }
    expect(decode(Buffer.concat([noise, zeros]))).toEqual({ kind: 'binary' });
  });

  test('a NUL in the middle of a text hides nothing and moves nothing', () => {
    const content = `# 配置\nx = 1\0\napi_key = "${KEY}"\n`;
    expect(decode(utf8(content))).toEqual(text(content, 'binary'));
  });

  test('empty bytes are an empty text', () => {
    expect(decode(new Uint8Array(0))).toEqual(text('', 'utf-8'));
  });
});
