import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test, vi } from 'vitest';
import { answered, BadRequest, jsonBody } from '../../../scorm/preview/http.ts';

/** Records the response that a client would get. */
function recorded() {
  const sent = { status: 200, body: '' };
  const response = {
    headersSent: false,
    setHeader: () => undefined,
    set statusCode(status: number) {
      sent.status = status;
    },
    end: (body = '') => {
      sent.body = body;
    },
  };
  return { sent, response: response as unknown as ServerResponse };
}

const bodyOf = (...chunks: readonly Buffer[]) => chunks as unknown as IncomingMessage;

test('an internal error of the preview appears in its terminal, not in the response', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const { sent, response } = recorded();
  await answered(response, () => {
    throw new Error('/somewhere/secret is not readable');
  });
  expect(sent).toEqual({
    status: 500,
    body: 'The preview could not respond. The reason is in the terminal that runs it.',
  });
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});

test('a bad request gets a response with the reason', async () => {
  const { sent, response } = recorded();
  await answered(response, () => {
    throw new BadRequest('The body of the request is not JSON.');
  });
  expect(sent).toEqual({ status: 400, body: 'The body of the request is not JSON.' });
});

test('a body is read up to 4 MB, and a larger one is refused before it is read whole', async () => {
  const megabyte = Buffer.alloc(2 ** 20, ' ');
  await expect(jsonBody(bodyOf(megabyte, Buffer.from('{"a":1}')))).resolves.toEqual({ a: 1 });
  const read = vi.fn();
  async function* endless() {
    for (;;) {
      read();
      yield megabyte;
      await Promise.resolve();
    }
  }
  await expect(jsonBody(endless() as unknown as IncomingMessage)).rejects.toThrow('larger than');
  expect(read).toHaveBeenCalledTimes(5);
});
