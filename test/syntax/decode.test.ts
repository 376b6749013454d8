import { decode, SIZE_LIMIT } from '../../src/syntax/decode.js';
import { SourceFile } from '../../src/syntax/source.js';

const text = 'kind: Service # Größe 🙂\n';
const little = Buffer.from(text, 'utf16le');
const big = Buffer.from(little).swap16();

function textOf(bytes: Uint8Array): string {
  const decoded = decode('a.yaml', bytes);
  if (!(decoded instanceof SourceFile)) throw new Error(decoded.message);
  return decoded.text;
}

describe('encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16 LE with byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['UTF-16 BE with byte order mark', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['UTF-16 LE without byte order mark', little],
    ['UTF-16 BE without byte order mark', big],
    ['a view into a larger buffer', Buffer.concat([Buffer.from('xx'), Buffer.from(text)]).subarray(2)],
  ])('%s', (_, bytes) => expect(textOf(bytes)).toBe(text));

  test('an empty file is an empty text', () => expect(textOf(new Uint8Array())).toBe(''));
  test('Windows line ends stay as they are', () => expect(textOf(Buffer.from('a\r\nb\r\n'))).toBe('a\r\nb\r\n'));

  test('the bytes of the caller are not changed', () => {
    const bytes = Buffer.concat([Buffer.from([0xfe, 0xff]), big]);
    const before = Buffer.from(bytes);
    textOf(bytes);
    expect(bytes.equals(before)).toBe(true);
  });
});

describe('what is no text gives one problem', () => {
  test.each([
    ['NUL bytes', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1])],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ['Latin-1', Buffer.from('name: Größe', 'latin1')],
    ['a cut UTF-8 character', Buffer.from('ü').subarray(0, 1)],
    ['UTF-16 with half a character', Buffer.from([0xff, 0xfe, 0x61])],
    ['UTF-16 with a lone surrogate', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00])],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ])('%s', (_, bytes) => {
    expect(decode('x/logo.yaml', bytes)).toEqual({
      path: 'x/logo.yaml',
      message: expect.stringMatching(/^binary file is not read/) as string,
    });
  });

  test('a file over the limit, with its size', () => {
    expect(decode('big.yaml', new Uint8Array(20 * 1024 * 1024))).toEqual({
      path: 'big.yaml',
      message: 'file of 20.0 MiB is not read, the limit is 5.0 MiB',
    });
    expect(decode('edge.yaml', new Uint8Array(SIZE_LIMIT).fill(0x20))).toBeInstanceOf(SourceFile);
    expect(decode('small.yaml', Buffer.from('abc'), 2)).toHaveProperty('message');
  });
});
