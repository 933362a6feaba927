import { expect, test } from 'vitest';
import { policyWith } from '../../src/publish/style-policy.ts';

test('P36: the policy allows a style by the hash of its text, each once, and nothing else in a page', () => {
  const style = 'p{color:red}';
  // printf '%s' 'p{color:red}' | openssl dgst -sha256 -binary | base64
  const hash = 'p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=';
  expect(policyWith([style, style])).toBe(
    `default-src 'self'; base-uri 'none'; form-action 'self'; style-src 'self' 'sha256-${hash}'`,
  );
});
